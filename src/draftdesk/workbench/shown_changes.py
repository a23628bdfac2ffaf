"""Which changes of words a reader is shown: all but what a page, a message or a kind of type cannot tell.

On request also these: kinds of blanks, quotes and hyphens, and words that are set otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.change import Change, without_noise
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT
from draftdesk.wording.normal_form import normal_form
from draftdesk.workbench.format_changes import can_differ, format_changes
from draftdesk.workbench.note_changes import can_be_compared


def shown_changes(comparison: Comparison, row: int, old: int, new: int, *, small: bool = False) -> tuple[Change, ...]:
    """The changes of a row of the table; () where one side is empty.

    Left out: kinds of blanks, quotes and hyphens, italics and bold, unless `small` differences are asked for; and
    note marks where one draft is a text that has no notes at all.
    """
    before, after = comparison.cell_text(row, old), comparison.cell_text(row, new)
    if not before or not after or (before == after and not small):
        return ()
    changes = comparison.changes(row, old, new)
    if small:
        changes = tuple(
            sorted((*changes, *format_changes(comparison, row, old, new)), key=lambda one: (one.new, one.old))
        )
    else:
        changes = without_noise(changes)
    if can_be_compared(comparison.drafts[old], comparison.drafts[new]):
        return changes
    return tuple(change for change in changes if not _is_note_mark(change.old.of(before) + change.new.of(after)))


def lacks_notes(drafts: Sequence[Draft]) -> bool:
    """Whether some of the drafts have notes and others none."""
    return len({bool(draft.notes) for draft in drafts}) > 1


def shows_changes(comparison: Comparison, row: int, old: int, new: int, *, small: bool = False) -> bool:
    """Whether there are any, without working them out: this is asked of every row before one is painted."""
    before, after = comparison.cell_text(row, old), comparison.cell_text(row, new)
    if not before or not after:
        return False
    if small:
        return (before != after or can_differ(comparison, row, old, new)) and bool(
            shown_changes(comparison, row, old, new, small=True)
        )
    if before == after:
        return False
    if _differ_in_a_plain_word(before, after):
        return True
    if not can_be_compared(comparison.drafts[old], comparison.drafts[new]):
        before, after = before.replace(OBJECT, ""), after.replace(OBJECT, "")
    return normal_form(before) != normal_form(after)


def has_small_differences(comparison: Comparison, row: int, old: int, new: int, *, same: bool) -> bool:
    """Whether two cells that show no change differ all the same; `same`: their texts are equal, letter by letter.

    What a draft does not tell is no difference: note marks beside a text without notes, italics beside plain text.
    """
    if same:
        return bool(format_changes(comparison, row, old, new))
    before, after = comparison.cell_text(row, old), comparison.cell_text(row, new)
    if not can_be_compared(comparison.drafts[old], comparison.drafts[new]):
        before, after = before.replace(OBJECT, ""), after.replace(OBJECT, "")
    return bool(before and after) and (before != after or bool(format_changes(comparison, row, old, new)))


def _differ_in_a_plain_word(before: str, after: str) -> bool:
    """Whether the first words that differ are of plain letters on one line: no noise, and quick to tell."""
    if "\n" in before or "\n" in after:
        return False
    for one, other in zip(before.split(), after.split(), strict=False):
        if one != other:
            return one.isascii() and other.isascii() and one.isalnum() and other.isalnum()
    return False


def _is_note_mark(words: str) -> bool:
    return OBJECT in words and not words.replace(OBJECT, "").strip()
