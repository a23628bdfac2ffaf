"""Writing in the working draft: each edit is a decision, on the disk when its method returns.

A refused one raises DraftingError and changes nothing. Undo and redo are the journal of the workspace.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.checking.mending import all_mended, mended
from draftdesk.drafting import edits, notes, tables
from draftdesk.drafting.annexes import begin_annex, kind_there
from draftdesk.drafting.attached import attach_after
from draftdesk.drafting.highlighted_brackets import brackets_highlighted
from draftdesk.drafting.numbering import foresee_numbers
from draftdesk.drafting.pasting import Piece, paste
from draftdesk.drafting.references import foresee_references
from draftdesk.drafting.rewriting import ByHand
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.errors import DraftingError, refusal
from draftdesk.messages import Message, message, render
from draftdesk.model.dossier import Dossier
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Finding
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.settings import LONGEST_BURST_SECONDS, QUICK_START, TYPING_PAUSE_SECONDS
from draftdesk.translation import Field, tr
from draftdesk.workbench.paragraph_names import paragraph_names
from draftdesk.workbench.working_places import paragraph_of
from draftdesk.workspace.ready import Ready
from draftdesk.workspace.store import Arrival, Workspace


@dataclass(frozen=True, slots=True)
class _Burst:
    """Typing in one go: undone as one step, though not more of it than a few words."""

    serial: int
    begun: float
    last: float

    def goes_on(self, serial: int, now: float) -> bool:
        paused = now - self.last >= TYPING_PAUSE_SECONDS
        return serial == self.serial and not paused and now - self.begun < LONGEST_BURST_SECONDS


@dataclass(frozen=True, slots=True)
class _Split:
    """A paragraph that was just cut: the serial of its second part, the drafts before and after."""

    serial: int
    before: Draft
    after: Draft


_OF_WHOLE_PARAGRAPHS: Final = frozenset(
    {
        "decision_insert",
        "decision_delete",
        "decision_split",
        "decision_join",
        "decision_move",
        "decision_turn",
        "decision_promote",
        "decision_demote",
        "decision_change_kind",
        "decision_paste",
    }
)
"""Edits after which all that follows may have another number, so that a long draft takes long to write."""


class DeskWriting:
    """The part of a desk that edits the working draft, and takes decisions back.

    `write_soon`: where a window sets it, an edit of whole paragraphs of a long draft holds at once and is written by
    `write`, which this asks for; the next decision, undo and closing write it before anything else.
    """

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspace = workspace
        self._clock = clock
        self._burst: _Burst | None = None
        self._untouched: int | None = None
        self._split: _Split | None = None
        self.write_soon: Callable[[], None] | None = None

    @property
    def workspace(self) -> Workspace:
        """Where the desk is kept."""
        return self._workspace

    @property
    def dossier(self) -> Dossier:
        """All that is decided."""
        return self._workspace.dossier

    @property
    def working_draft(self) -> Draft | None:
        """The draft being written; None before it is started."""
        return self.dossier.working

    def reword(self, serial: int, text: str, by_hand: Sequence[ByHand] = (), *, merge: bool = False) -> None:
        """Another text for a paragraph, or one of a note; `by_hand` is what was set so by hand.

        `merge`: typing; what is typed in one go is undone in one go. Words that are only set otherwise are a step.
        """
        before, now = self._working(), self._clock()
        draft = edits.reword(before, serial, text, by_hand)
        if draft is before:
            return
        there, here = paragraph_of(before, serial), paragraph_of(draft, serial)
        is_typing = there is not None and here is not None and there.text != here.text
        burst, self._burst = self._burst, None
        goes_on = merge and is_typing and burst is not None and burst.goes_on(serial, now)
        self._edit("decision_reword", draft, serial, widen=goes_on)
        first = now if is_typing else now - LONGEST_BURST_SECONDS  # nothing more is part of the step
        begun = burst.begun if burst is not None and goes_on else first
        self._burst = _Burst(serial, begun, now) if merge else None

    def finish(self, serial: int) -> None:
        """The user leaves a paragraph: its final mark follows from its place. Undone with the typing."""
        draft = finish_paragraph(self._working(), serial)
        if draft is not self.dossier.working:
            widen = self._burst is not None and self._burst.serial == serial
            self._edit("decision_reword", draft, serial, widen=widen)

    def insert_after(self, serial: int | None, kind: ParagraphKind, text: str = "") -> int:
        """A new paragraph behind another one and what belongs to that; its serial. None: the first of its kind.

        In an annex an operative paragraph is one of a declaration.
        """
        working = self._working()
        kind = kind_there(working, serial, kind)
        draft, new = edits.insert_after(working, serial, kind, text, new_serial=self._next_serial)
        self._edit("decision_insert", draft, new)
        self._untouched = new
        return new

    def attach_after(self, serial: int, *, is_alternative: bool = False) -> int:
        """A new paragraph that is bis, ter or alt to a numbered one, and no other number changes; its serial."""
        draft, new = attach_after(
            self._working(), serial, is_alternative=is_alternative, new_serial=self._next_serial
        )
        self._edit("decision_insert", draft, new)
        self._untouched = new
        return new

    def begin_annex(self) -> int:
        """One more annex at the end of the draft; the serial of its title, which is still empty."""
        draft, new = begin_annex(self._working(), new_serial=self._next_serial)
        self._edit("decision_annex", draft, new)
        self._untouched = new
        return new

    def delete(self, serial: int) -> None:
        """A paragraph and its subparagraphs less; a new one that nothing was written in leaves no trace."""
        if self._retracted(serial):
            return
        draft = self._working()
        what, paragraph = self._name(draft, serial), paragraph_of(draft, serial)
        is_cell = paragraph is not None and paragraph.place is not None
        self._edit("decision_delete", (tables.emptied if is_cell else edits.delete)(draft, serial), serial, what=what)

    def open_cell(self, serial: int) -> None:
        """An empty cell of a table as one that is written in; left so, it leaves no trace."""
        draft = tables.with_open_cell(self._working(), serial)
        if draft is not self.dossier.working:
            self._edit("decision_insert", draft, serial)
            self._untouched = serial

    def leave_cell(self, serial: int) -> None:
        """An empty cell that was opened, and nothing written in it, is as it was."""
        self._retracted(serial)

    def insert_row(self, serial: int) -> int:
        """A row behind that of a cell; the serial of its first cell."""
        draft, new = tables.insert_row(self._working(), serial, new_serial=self._next_serial)
        self._edit("decision_row", draft, new)
        return new

    def delete_row(self, serial: int) -> None:
        """The row of a cell less."""
        self._edit("decision_delete_row", tables.delete_row(self._working(), serial), serial, what="")

    def _retracted(self, serial: int) -> bool:
        """Takes a new paragraph back that nothing was written in; whether this one is such."""
        if serial != self._untouched:
            return False
        self._untouched = None
        self._workspace.retract()
        return True

    def restore(self, before: Draft, serial: int) -> None:
        """A paragraph, or one of a note, as it was in the draft before, its notes included."""
        self._edit("decision_reword", edits.restored(self._working(), before, serial), serial)

    def paste(self, serial: int, at: int, pieces: Sequence[Piece]) -> tuple[int, int]:
        """Paragraphs behind one that is cut at an offset; the serial of the last, and where the pasted words end."""
        draft, last, end = paste(self._working(), serial, at, pieces, new_serial=self._next_serial)
        self._edit("decision_paste", draft, serial)
        return last, end

    def add_note(self, serial: int, at: int) -> int:
        """A footnote at an offset of a paragraph's text; the serial of the note's own paragraph."""
        draft, new = notes.add_note(self._working(), serial, at, new_serial=self._next_serial)
        self._edit("decision_note", draft, serial)
        self._untouched = new
        return new

    def delete_note(self, serial: int) -> None:
        """A note less, with its marks; a new one that nothing was written in leaves no trace."""
        if self._retracted(serial):
            return
        there = notes.note_paragraph(self._working(), serial)
        mark = there[0].mark if there is not None else ""
        self._edit("decision_delete_note", notes.delete_note(self._working(), serial), serial, what=mark)

    def change_kind(self, serial: int, kind: ParagraphKind) -> None:
        """Another kind: number, form and a known opening change with it."""
        self._edit("decision_change_kind", edits.change_kind(self._working(), serial, kind), serial)

    def turn(self, serial: int) -> None:
        """A preambular paragraph made operative, an operative one preambular, in its place there."""
        self._edit("decision_turn", edits.turn(self._working(), serial), serial)

    def promote(self, serial: int) -> None:
        """A subparagraph one level up."""
        self._edit("decision_promote", edits.promote(self._working(), serial), serial)

    def demote(self, serial: int) -> None:
        """A paragraph one level down."""
        self._edit("decision_demote", edits.demote(self._working(), serial), serial)

    def move(self, serial: int, after_serial: int | None) -> None:
        """A paragraph and its subparagraphs behind another one and what belongs to that."""
        self._edit("decision_move", edits.move(self._working(), serial, after_serial), serial)

    def split(self, serial: int, at: int) -> int:
        """A paragraph cut in two at an offset of its text; the serial of the second."""
        before = self._working()
        draft, new = edits.split(before, serial, at, new_serial=self._next_serial)
        self._edit("decision_split", draft, serial)
        self._split = _Split(new, before, draft)
        return new

    def join(self, serial: int) -> None:
        """A paragraph's text put behind that of the paragraph before it; what was just cut is as it was."""
        working, cut = self._working(), self._split
        is_cut = cut is not None and cut.serial == serial and cut.after is working
        draft = cut.before if cut is not None and is_cut else edits.join(working, serial)
        self._edit("decision_join", draft, serial, what="")

    def put_right(self, finding: Finding, checked: Draft) -> None:
        """What the mend of a finding does, undone in one step; `checked` is the draft that it was found in.

        Raises DraftingError where the paragraph has other words by now.
        """
        draft, serial = self._working(), finding.paragraph
        if paragraph_of(draft, serial) != paragraph_of(checked, serial):
            raise refusal(DraftingError, "finding_is_old")
        self._edit("decision_put_right", mended(draft, finding), serial)

    def put_all_right(self, rule: str) -> None:
        """What breaks a rule put right in the whole draft, undone in one step."""
        draft = all_mended(self._working(), only=(rule,))
        what = render(message(f"rule_{rule}")).rstrip(".")
        self._edit("decision_put_all_right", draft, -1, what=what)

    def highlight_brackets(self) -> bool:
        """All brackets under the marker pen, or none where all of them are; False where there are no brackets."""
        draft = brackets_highlighted(self._working())
        if draft is self.dossier.working:
            return False
        self._edit("decision_highlight_brackets", draft, -1, what="")
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return self._workspace.undoable is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a decision to make again."""
        return self._workspace.redoable is not None

    @property
    def last_step(self) -> int:
        """Tells the decision that undo would take back from all others; -1 for none."""
        return self._workspace.last_step

    @property
    def undo_label(self) -> str:
        """What undo would take back, in words; "" for nothing."""
        return _label(self._workspace.undoable)

    @property
    def redo_label(self) -> str:
        """What redo would make again, in words; "" for nothing."""
        return _label(self._workspace.redoable)

    def undo(self) -> None:
        """Takes the last decision back."""
        self._workspace.undo()
        self._burst = self._untouched = None

    def redo(self) -> None:
        """Makes the decision again that was undone last."""
        self._workspace.redo()
        self._burst = self._untouched = None

    def retract(self, count: int) -> None:
        """The last decisions taken back for good, as if they had never been made."""
        for _ in range(count):
            self._workspace.retract()
        self._burst = self._untouched = None

    def close(self) -> None:
        """Gives the file of the desk free."""
        self._workspace.close()

    def _decide(
        self,
        said: Message,
        dossier: Dossier,
        came: Arrival | None = None,
        *,
        widen: bool = False,
        made: Ready | None = None,
        later: bool = False,
    ) -> None:
        self._workspace.decide(said, dossier, came, widen=widen, made=made, later=later)
        self._burst = self._untouched = None

    def _edit(self, code: str, draft: Draft, serial: int, *, what: Field | None = None, widen: bool = False) -> None:
        if draft is self.dossier.working:
            return
        name = self._name(draft, serial) if what is None else what
        is_long = len(draft.paragraphs) > QUICK_START
        write_soon = self.write_soon if is_long and code in _OF_WHOLE_PARAGRAPHS else None
        dossier = replace(self.dossier, working=draft)
        self._decide(message(code, what=name), dossier, widen=widen, later=write_soon is not None)
        if write_soon is not None:
            write_soon()

    def make_ready(self) -> None:
        """The part of `write` that needs no file, and a look ahead to the next edit."""
        self._workspace.make_ready()
        if self.working_draft is not None:
            foresee_numbers(self.working_draft)
            foresee_references(self.working_draft)

    def write(self) -> None:
        """Has what was decided in the file; raises WorkspaceError, and then the last edit was not made."""
        self._workspace.write()

    @staticmethod
    def _name(draft: Draft, serial: int) -> str:
        there = notes.note_paragraph(draft, serial)
        if there is not None:
            return tr("footnote {mark}", mark=there[0].mark).strip()
        try:
            return paragraph_names(draft)[draft.index_of(serial)].full
        except KeyError:
            raise refusal(DraftingError, "paragraph_not_there") from None

    def _working(self) -> Draft:
        if self.dossier.working is None:
            raise refusal(DraftingError, "no_working_draft")
        return self.dossier.working

    @property
    def _next_serial(self) -> int:
        return self._workspace.highest_serial + 1


def _label(said: Message | None) -> str:
    return "" if said is None else render(said)
