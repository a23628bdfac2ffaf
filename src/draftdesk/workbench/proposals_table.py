"""Proposals of delegations paragraph by paragraph: the base, and beside it what each proposes, equal ones once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.exporting.printed.values import Cell, Line, Printed, Role, Row, RowKind, Sheet, Table, Words, said
from draftdesk.model.paragraph import Mark
from draftdesk.translation import tr
from draftdesk.workbench.comparison_table import key_of_signs, subject
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import SectionLine, TextRow
from draftdesk.workbench.paragraph_names import draft_title
from draftdesk.workbench.printed_cells import printed_cell
from draftdesk.workbench.sheet import sheet_of

_BOLD: Final = frozenset({Mark.BOLD})
_WEIGHTS: Final = (5, 6)


def proposals_table(comparison: Comparison, names: Sequence[str], remarks: Sequence[str] = ()) -> Printed:
    """The table of a comparison whose first draft is the base, `names` those of the others."""
    view = arrange(comparison, folds=False)
    base = draft_title(comparison.drafts[0])
    head = tuple(Cell((Line((Words(text, marks=_BOLD),), Role.NAME),)) for text in (base, tr("Proposals")))
    table = Table(head, tuple(_rows(view, names)), _WEIGHTS)
    lead = (*subject(comparison.drafts[:1]), said(", ".join(names)), key_of_signs(view), *map(said, remarks))
    return Printed(tr("Proposals on {base}", base=base), lead, (table,), Sheet.LONG, 9)


def _rows(view: DisplayRows, names: Sequence[str]) -> Iterator[Row]:
    for item in view.items:
        if isinstance(item, TextRow):
            yield Row((printed_cell(view, item, 0), Cell(tuple(_proposals(view, item, names)))))
        elif isinstance(item, SectionLine):
            yield Row((Cell((said(item.title, Role.NAME), said(item.detail))),), RowKind.SECTION)


def _proposals(view: DisplayRows, row: TextRow, names: Sequence[str]) -> Iterator[Line]:
    """Each proposal under the names of those who make it, with what others change in the same words."""
    for entry in sheet_of(view, row).entries:
        own = ", ".join(names[column - 1] for column in entry.columns)
        yield Line((Words(own, marks=_BOLD),), Role.NAME)
        yield from printed_cell(view, row, entry.columns[0]).lines
