"""The outline beside the columns: one entry for each numbered paragraph, with what is in its subparagraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.model.alignment import Relation
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import tr, tr_count
from draftdesk.wording.brackets import pairs_and_depth
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Section, TextRow

_SHOWN = frozenset(
    {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.HEADING, ParagraphKind.ANNEX_TITLE}
)
_WORDS = 10
"""Words of an opening; the panel cuts them where its line ends, and says so."""
_AT_ONCE = 40
"""Rows between two places to pause."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A paragraph in the outline; `is_gone`: it is only in older drafts.

    `below` are the rows of its subparagraphs; `brackets` counts the pairs in it and them, in the newest draft.
    """

    row: int
    section: Section
    label: str
    opening: str
    is_changed: bool
    is_gone: bool
    brackets: int = 0
    below: tuple[int, ...] = ()

    @property
    def rows(self) -> tuple[int, ...]:
        """All rows that it stands for."""
        return (self.row, *self.below)


@dataclass(frozen=True, slots=True)
class Outline:
    """The entry of each text row, None for rows without one; that of a subparagraph goes into its paragraph's."""

    rows: tuple[TextRow, ...]
    by_row: tuple[OutlineEntry | None, ...]

    @property
    def entries(self) -> tuple[OutlineEntry, ...]:
        """The entries in order, each with those of its subparagraphs."""
        groups: list[list[OutlineEntry]] = []
        for row, entry in zip(self.rows, self.by_row, strict=True):
            if entry is not None and not row.level:
                groups.append([entry])
            elif entry is not None and groups:
                groups[-1].append(entry)
        return tuple(_united(group) for group in groups)


def _united(group: Sequence[OutlineEntry]) -> OutlineEntry:
    first, *subs = group
    if not subs:
        return first
    changed, brackets = any(entry.is_changed for entry in group), sum(entry.brackets for entry in group)
    return replace(first, is_changed=changed, brackets=brackets, below=tuple(entry.row for entry in subs))


NO_OUTLINE: Final = Outline((), ())


def outline(view: DisplayRows) -> Outline:
    """Entries named after the newest draft that has the paragraph."""
    return next(made for made in outlining(view) if made is not None)


def outlining(view: DisplayRows, before: Outline = NO_OUTLINE) -> Iterator[Outline | None]:
    """`outline` in slices: None where one may pause, at last the outline; entries of rows as `before` stand."""
    is_like = len(before.rows) == len(view.rows)
    entries: list[OutlineEntry | None] = []
    for number, row in enumerate(view.rows):
        stands = is_like and before.rows[number] is row
        entries.append(before.by_row[number] if stands else _entry(view, row))
        if number % _AT_ONCE == _AT_ONCE - 1:
            yield None
    yield Outline(view.rows, tuple(entries))


def _entry(view: DisplayRows, row: TextRow) -> OutlineEntry | None:
    column, last = newest_column(view, row), len(row.cells) - 1
    if column < 0 or (row.partner[last] >= 0 and not row.cells[last]):
        return None
    index = row.cells[column][0]
    paragraph = view.drafts[column].paragraphs[index]
    if paragraph.kind not in _SHOWN and not row.level:
        return None
    name = view.names[column][index]
    numbered = paragraph.kind in {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE}
    words = paragraph.text.split()
    opening = " ".join(words[:_WORDS]).rstrip(",;:.") + ("…" if len(words) > _WORDS else "")
    gone = column < len(row.cells) - 1 and Relation.DELETED in row.relations
    changed = row.is_changed or row.is_renumbered
    label = name.full if numbered else ""
    brackets = sum(pairs_and_depth(view.drafts[column].paragraphs[k].text)[0] for k in row.cells[column])
    return OutlineEntry(row.ordinal, row.section, label, opening, changed, gone, brackets)


def newest_column(view: DisplayRows, row: TextRow) -> int:
    """The newest draft that has a row, one in another language only where no other has it; -1 for none."""
    there = [column for column, cell in enumerate(row.cells) if cell]
    if view.comparison.table.versions:
        first = view.drafts[0].language
        there = [column for column in there if view.drafts[column].language == first] or there
    return there[-1] if there else -1


def section_counts(entries: Sequence[OutlineEntry], section: Section, *, compared: bool = True) -> str:
    """Changed and all paragraphs of a section, and its brackets: "2 of 12", "2 of 12 [5]".

    Where nothing is compared, nothing is said of changes: "12", "12 [5]".
    """
    inside = [entry for entry in entries if entry.section is section]
    numbered = [entry for entry in inside if entry.label]
    changed, total = sum(entry.is_changed for entry in numbered), len(numbered)
    said = tr("{count} of {total}", count=changed, total=total) if compared else str(total)
    brackets = sum(entry.brackets for entry in inside)
    return f"{said} [{brackets}]" if brackets else said


def told_entry(entry: OutlineEntry, changes: int) -> str:
    """An entry in words, for a screen reader and for a pointer that rests on it."""
    said = [
        tr_count("{count} change", "{count} changes", changes) if changes else "",
        tr_count("{count} bracket", "{count} brackets", entry.brackets) if entry.brackets else "",
    ]
    told = ", ".join(filter(None, said))
    name = f"{entry.label} {entry.opening}".strip()
    return f"{name}: {told}" if told else name
