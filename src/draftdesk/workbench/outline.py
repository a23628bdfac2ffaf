"""The outline beside the columns: one entry for each numbered paragraph, with the letters of its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def outline(view: DisplayRows) -> tuple[OutlineEntry, ...]:
    """Entries in the order of the rows, named after the newest draft that has the paragraph."""
    entries = []
    for row in view.rows:
        column = max((c for c, cell in enumerate(row.cells) if cell), default=-1)
        last = len(row.cells) - 1
        if column < 0 or row.level or (row.partner[last] >= 0 and not row.cells[last]):
            continue
        entry = _entry(view, row, column)
        if entry is not None:
            entries.append(entry)
    return tuple(entries)


def _entry(view: DisplayRows, row: TextRow, column: int) -> OutlineEntry | None:
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


def section_counts(entries: Sequence[OutlineEntry], section: Section) -> str:
    """Changed and all paragraphs of a section: "2 of 12"."""
    inside = [entry for entry in entries if entry.section is section and entry.label]
    return tr("{count} of {total}", count=sum(entry.is_changed for entry in inside), total=len(inside))
