"""The lines of the columns view, from a comparison: sections, folds, rows, both places of a move.

Cheap by design: it looks at relations and compares texts, but computes no changes of words; those are
found when a cell is shown (`display.cells`).
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.decided_rows import NOTHING_DECIDED, Decided
from draftdesk.workbench.display.again import text_rows_again
from draftdesk.workbench.display.folds import Folder
from draftdesk.workbench.display.hands import Hands
from draftdesk.workbench.display.known import NOTHING_KNOWN, Known, known_rows
from draftdesk.workbench.display.text_rows import against_of, differs, quiet_relations, text_rows, with_context
from draftdesk.workbench.display.values import DisplayItem, TextRow
from draftdesk.workbench.note_changes import has_changed_notes
from draftdesk.workbench.paragraph_names import ParagraphName, paragraph_names, short_names
from draftdesk.workbench.shown_changes import shows_changes


@dataclass(frozen=True)
class DisplayRows:
    """The arranged view: `rows` are all text rows, `items` the lines that are shown, in order.

    `against` says for each column the column that it is shown against, -1 for none; `alone` is the one column that is
    shown by itself, -1 where all are. `small`: differences that are none of words are shown, such as italics.
    `decided`: what a person decided about paragraphs, which the window adds; exports know nothing of it. `hands`: who
    made the changes, where the window colours them by author.
    """

    comparison: Comparison
    rows: tuple[TextRow, ...]
    items: tuple[DisplayItem, ...]
    names: tuple[tuple[ParagraphName, ...], ...]
    short: tuple[str, ...]
    against: tuple[int, ...]
    alone: int = -1
    small: bool = False
    decided: Decided = NOTHING_DECIDED
    hands: Hands | None = None

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts in the order of their columns."""
        return tuple(self.comparison.drafts)

    @property
    def shows_both(self) -> bool:
        """Whether a newer column shows struck words, too (three drafts and more, and one by itself)."""
        return len(self.short) > 2 or self.alone >= 0


def arrange(
    comparison: Comparison,
    *,
    folds: bool = True,
    opened: AbstractSet[ParagraphId] = frozenset(),
    only: AbstractSet[ParagraphId] | None = None,
    before: DisplayRows | None = None,
    alone: int = -1,
    small: bool = False,
) -> DisplayRows:
    """The lines for a comparison; `opened` holds the identities of folds that are open.

    `only`: where given, rows without changes are left out, but for those of these paragraphs, where somebody went.
    `before` is what was shown last: where the comparison is the same, only the folds are laid out again; after an
    edit of words the very rows of before stand for all that it left alone, so that views need not work them out anew.
    `alone`: only what this column and the one that it is shown against have, as one redline.
    """
    if before is not None and before.comparison is comparison and before.small is small:
        rows, names, short, against = before.rows, before.names, before.short, before.against
    else:
        against = against_of(comparison)
        names = tuple(_names(draft, column, before) for column, draft in enumerate(comparison.drafts))
        short = short_names(comparison.drafts)
        rows = _rows(comparison, against, names, before, small=small)
    alone = alone if 0 < alone < len(short) and against[alone] >= 0 else -1
    lines = rows if alone < 0 else _rows_of_step(comparison, rows, against[alone], alone, small=small)
    columns = range(len(short)) if alone < 0 else (against[alone], alone)
    fold = Folder(
        *(lines, names, short, opened if folds and can_fold(comparison) else None, only),
        *(columns, comparison),
    )
    return DisplayRows(comparison, rows, fold.items(), names, short, against, alone, small)


def can_fold(comparison: Comparison) -> bool:
    """Whether unchanged rows may be folded: languages that only stand beside each other are there to be read."""
    return not comparison.table.versions or bool(comparison.table.steps())


def _rows(
    comparison: Comparison,
    against: tuple[int, ...],
    names: tuple[tuple[ParagraphName, ...], ...],
    before: DisplayRows | None,
    *,
    small: bool,
) -> tuple[TextRow, ...]:
    still = NOTHING_KNOWN
    if before is not None and before.small is small and before.against == against:
        known = Known(before.comparison, before.rows, before.names)
        again = text_rows_again(comparison, names, known, small=small)
        if again is not None:
            return again
        still = known_rows(known, comparison, names)
    return text_rows(comparison, against, names, small=small, known=still)


def _rows_of_step(
    comparison: Comparison, rows: Sequence[TextRow], old: int, new: int, *, small: bool
) -> tuple[TextRow, ...]:
    """The rows that a column and the one it is shown against have, changed where that step changes them."""
    quiet = quiet_relations(comparison)
    step = comparison.table.steps().index((old, new))
    found = []
    for row in rows:
        if row.relations[new] is not None or row.cells[new]:
            changed = row.is_changed and (
                row.relations[new] not in {*quiet, None}
                or bool(comparison.table.rows[row.table_row].moved_in(step))
                or differs(comparison, row.table_row, old, new)
                or has_changed_notes(comparison, row.table_row, old, new)
                or (small and shows_changes(comparison, row.table_row, old, new, small=True))
            )
            found.append(replace(row, is_changed=changed, is_kept=False))
    return with_context(tuple(found))


def _names(draft: Draft, column: int, before: DisplayRows | None) -> tuple[ParagraphName, ...]:
    if before is not None and column < len(before.names) and before.comparison.drafts[column] is draft:
        return before.names[column]
    names = paragraph_names(draft)
    is_same = before is not None and column < len(before.names) and before.names[column] == names
    return before.names[column] if before is not None and is_same else names
