"""The outline beside the columns: one entry for each numbered paragraph, with the letters of its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.model.alignment import Relation
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.display_rows import DisplayRows
from draftdesk.workbench.display_values import Section, TextRow

_SHOWN = frozenset(
    {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.HEADING, ParagraphKind.ANNEX_TITLE}
)
_WORDS = 5


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A paragraph in the outline; `is_gone`: it is only in older drafts."""

    row: int
    section: Section
    label: str
    opening: str
    is_changed: bool
    is_gone: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The entry of each text row, None for rows without one."""

    rows: tuple[TextRow, ...]
    by_row: tuple[OutlineEntry | None, ...]

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """The entries in order."""
        return tuple(entry for entry in self.by_row if entry is not None)


NO_OUTLINE: Final = Outline((), ())


def outline(view: DisplayRows, before: Outline = NO_OUTLINE) -> Outline:
    """Entries named after the newest draft that has the paragraph; those of rows that are as `before` stand."""
    if len(before.rows) != len(view.rows):
        return Outline(view.rows, tuple(_entry(view, row) for row in view.rows))
    known = zip(view.rows, before.rows, before.by_row, strict=True)
    return Outline(view.rows, tuple(entry if row is same else _entry(view, row) for row, same, entry in known))


def _entry(view: DisplayRows, row: TextRow) -> OutlineEntry | None:
    column, last = newest_column(row), len(row.cells) - 1
    if column < 0 or row.level or (row.partner[last] >= 0 and not row.cells[last]):
        return None
    index = row.cells[column][0]
    paragraph = view.drafts[column].paragraphs[index]
    if paragraph.kind not in _SHOWN:
        return None
    name = view.names[column][index]
    numbered = paragraph.kind in {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE}
    opening = " ".join(paragraph.text.split()[:_WORDS]).rstrip(",;:.")
    gone = column < len(row.cells) - 1 and Relation.DELETED in row.relations
    changed = row.is_changed or row.is_renumbered
    return OutlineEntry(row.ordinal, row.section, name.full if numbered else "", opening, changed, gone)


def newest_column(row: TextRow) -> int:
    """The newest draft that has a row, -1 for none."""
    for column in range(len(row.cells) - 1, -1, -1):
        if row.cells[column]:
            return column
    return -1


def section_counts(entries: Sequence[OutlineEntry], section: Section) -> str:
    """Changed and all paragraphs of a section: "2 of 12"."""
    inside = [entry for entry in entries if entry.section is section and entry.label]
    return tr("{count} of {total}", count=sum(entry.is_changed for entry in inside), total=len(inside))
