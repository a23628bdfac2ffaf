"""Why an action cannot be done now, in a sentence; cheap enough to be asked whenever a menu opens."""

from __future__ import annotations

from typing import Final

from draftdesk.drafting.edits import refusal_to_demote
from draftdesk.drafting.fixed_marks import BOLD_AS_A_WHOLE
from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind
from draftdesk.translation import later, tr
from draftdesk.workbench.working_places import before, neighbour_of, paragraph_of

NO_DRAFT: Final = later("There is no draft yet. Open one, or begin one from nothing (Ctrl+Shift+N).")
NO_SECOND: Final = later("This needs two drafts. Open another one.")
NO_WORKING: Final = later("There is no working draft yet. Start one from this column (Ctrl+E).")
ONE_WORKING: Final = later("There is a working draft already. Take its column off the desk to begin another one.")
NO_PARAGRAPH: Final = later("The working draft has no paragraph in this row. Go to one that it has.")
NOT_OPEN: Final = later("Open the paragraph (F2) and put the caret where it belongs.")
NOT_IN_TABLE: Final = later("Go to a cell of a table in the working draft.")
FIRST: Final = later("It is the first of its kind already.")
LAST: Final = later("It is the last of its kind already.")

OF_MARKS: Final = ("bold", "italic", "highlight")
OF_PARAGRAPH: Final = (
    *("edit", *OF_MARKS, "demote", "promote", "turn", "move_up", "move_down", "split", "join", "delete", "footnote"),
    *("row_after", "delete_row"),
)
"""Actions on the paragraph in hand, by the names that the window gives them."""


_OF_STATUS: Final = ("agreed", "ad_referendum", "pending", "reserved", "no_status", "private_note")
_FORM: Final = ("form", "next_finding", "previous_finding", "mend", "mend_all", "rules", "submission")
_OF_ONE: Final = (
    "reading",
    *("clean", "clean_newyork", "clean_geneva"),
    "copy",
    "select_all",
    "working",
    "new_same",
    "find",
    "go_to",
    "rollover",
    "room",
    "print",
    "pdf",
    *_FORM,
    *_OF_STATUS,
)
_OF_TWO: Final = (
    *("small", "next_doubtful", "previous_doubtful", "confirm"),
    *("redline", "only_changes", "fold", "next", "previous", "pair", "apart", "release", "other_end"),
    *("table", "concordance", "report", "page", "amendments", "inline", "matrix"),
    *("compile", "brackets", "proposals"),
    *("next_meeting", "previous_meeting", "take", "take_whole", "leave"),
)
_STEPS: Final = ("next", "previous")
OF_DESK: Final = (*_OF_ONE, *_OF_TWO, "new_form", "highlight_brackets")
"""Actions on the whole desk."""


def why_not(draft: Draft | None, serial: int | None, *, is_open: bool) -> dict[str, str]:
    """The actions on a paragraph of the working draft that cannot be done, with the reason."""
    if draft is None:
        return dict.fromkeys(OF_PARAGRAPH, NO_WORKING)
    paragraph = paragraph_of(draft, serial) if serial is not None else None
    if serial is None or paragraph is None:
        return dict.fromkeys(OF_PARAGRAPH, NO_PARAGRAPH)
    found: dict[str, str] = {} if is_open else dict.fromkeys((*OF_MARKS, "split", "footnote"), NOT_OPEN)
    if paragraph.place is None:
        found |= dict.fromkeys(("row_after", "delete_row"), NOT_IN_TABLE)
    if paragraph.kind in BOLD_AS_A_WHOLE:
        found["bold"] = tr("Whether a title or heading is bold follows from its form.")
    if paragraph.kind is ParagraphKind.FOOTNOTE:
        in_note = tr("This is a footnote. Enter leads back to its paragraph.")
        return found | dict.fromkeys(("demote", "promote", "turn", "move_up", "move_down", "split", "join"), in_note)
    if paragraph.kind not in SUBPARAGRAPHS:
        found["promote"] = render(message("cannot_promote"))
    refused = refusal_to_demote(draft, serial)
    if refused is not None:
        found["demote"] = render(refused)
    if paragraph.kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
        found["turn"] = render(message("cannot_turn"))
    if before(draft, serial) is None:
        found["join"] = render(message("nothing_to_join"))
    ends = (("move_up", -1, FIRST), ("move_down", 1, LAST))
    return found | {name: reason for name, by, reason in ends if neighbour_of(draft, serial, by) is None}


def why_not_on_desk(drafts: int, *, has_working: bool, in_reading: bool = False) -> dict[str, str]:
    """The actions on the whole desk that cannot be done, with the reason; how a draft was read has steps, too."""
    found: dict[str, str] = {}
    if drafts < 1:
        found |= dict.fromkeys(_OF_ONE, NO_DRAFT)
    if drafts < 2:
        found |= {name: NO_SECOND for name in _OF_TWO if not (in_reading and name in _STEPS)}
    if has_working:
        found |= dict.fromkeys(("working", "new_form", "rollover"), ONE_WORKING)
    else:
        found["highlight_brackets"] = NO_WORKING
    return found
