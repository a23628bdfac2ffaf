"""The sheet of one row: the base on top, below it what each draft makes of the paragraph, equal proposals once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from draftdesk.model.paragraph import Span
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.display.cells import cell_content, heads_of, lane_letters
from draftdesk.workbench.display.notes import with_notes
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.same_words import Contested, contested_words
from draftdesk.workbench.display.stretches import blocks_of, painted
from draftdesk.workbench.display.values import (
    Absence,
    CellContent,
    CellNote,
    Letter,
    Sign,
    TextRow,
)
from draftdesk.workbench.matrix import CellState, MatrixCell, matrix_row
from draftdesk.workbench.mixed_languages import language_name
from draftdesk.workbench.paragraph_names import listed_names

_SHOWN: Final = 60
"""Code points of contested words that a note names."""

_NOTES: Final = 3
"""So many places where others change the same words are told one by one."""

_NUMBERS: Final = (
    *("0", later("one"), later("two"), later("three"), later("four"), later("five"), later("six")),
    *(later("seven"), later("eight"), later("nine"), later("ten")),
)


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """What the drafts `columns` make of the paragraph: `content` is their redline on the draft `against`.

    `remark` stands under their names, `summary` under the words; `touches` says who else changes the same words.
    """

    columns: tuple[int, ...]
    names: tuple[str, ...]
    against: int
    cell: MatrixCell
    content: CellContent
    letters: tuple[Letter, ...]
    remark: str
    summary: str
    touches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A row in full. `base` is the paragraph of the first draft with its contested words signed.

    `same`, `silent`: the drafts that leave the paragraph as it is, and those that say nothing of it.
    """

    ordinal: int
    title: str
    summary: str
    base_name: str
    base: CellContent
    entries: tuple[SheetEntry, ...]
    same: tuple[str, ...]
    silent: tuple[str, ...]
    contested: int = 0

    def entry_of(self, column: int) -> int:
        """The entry that a draft stands in; -1 where it changes nothing."""
        return next((k for k, entry in enumerate(self.entries) if column in entry.columns), -1)


def sheet_of(view: DisplayRows, row: TextRow) -> Sheet:
    """The sheet of a text row; both places of a moved paragraph give its words."""
    view = view if view.shows_both else replace(view, alone=1)
    matrix = matrix_row(view, row)
    contested = contested_words(view, row)
    shown = {CellState.EDITED, CellState.MOVED, CellState.DELETED, CellState.NEW, CellState.BESIDE}
    changed = [column for column, cell in enumerate(matrix.cells) if cell.state in shown]
    merged = _merged([_entry(view, row, column, matrix.cells[column]) for column in changed])
    entries = [replace(entry, touches=_few(_touches(view, row, entry.columns, contested))) for entry in merged]
    names = {state: _names(view, matrix.cells, state) for state in (CellState.SAME, CellState.SILENT)}
    touching = {column for one in contested for column in one.columns}
    sheet = Sheet(
        row.ordinal,
        _title(view, row),
        "",
        view.short[0],
        _base(view, row, contested),
        tuple(entries),
        names[CellState.SAME],
        names[CellState.SILENT],
        len(touching),
    )
    return replace(sheet, summary=_summary(sheet))


def _names(view: DisplayRows, cells: Sequence[MatrixCell], state: CellState) -> tuple[str, ...]:
    return tuple(view.short[column] for column, cell in enumerate(cells) if cell.state is state)


def _title(view: DisplayRows, row: TextRow) -> str:
    column = next((c for c, cell in enumerate(row.cells) if cell), 0)
    names = [view.names[column][index].full for index in row.cells[column]]
    return listed_names(names) if names else ""


def _entry(view: DisplayRows, row: TextRow, column: int, cell: MatrixCell) -> SheetEntry:
    partner = row.partner[column]
    there = view.rows[partner] if partner >= 0 and not row.cells[column] else row
    old = view.against[column]
    language = language_name(view.drafts[column].language) if view.comparison.table.beside(column) >= 0 else ""
    content = cell_content(view, there, column)
    moved = _place(view, row, there, column) if cell.state is CellState.MOVED else ""
    return SheetEntry(
        (column,),
        (view.short[column],),
        old,
        cell,
        _without_numbers(content),
        lane_letters(view, there, column),
        tr("against {name}", name=view.short[old]) if old > 0 else language,
        _counted(cell, moved) if old >= 0 or cell.state is CellState.BESIDE else "",
    )


def _place(view: DisplayRows, row: TextRow, there: TextRow, column: int) -> str:
    """Where a moved paragraph went, or came from."""
    if there is not row:
        return tr("Moved to {place}", place=view.names[column][there.cells[column][0]].full)
    old = view.against[column]
    cells = view.comparison.table.rows[row.table_row].cells
    if not cells[old]:
        return ""
    place = view.names[old][cells[old][0]].full
    return tr("Moved here from {place} of {name}", place=place, name=view.short[old])


def _counted(cell: MatrixCell, moved: str) -> str:
    words = tr_count("{count} word changed", "{count} words changed", cell.words)
    if cell.state is CellState.BESIDE:
        return tr("No difference told; words are not compared between languages")
    if cell.state is CellState.DELETED:
        return tr("The whole paragraph is deleted")
    if cell.state is CellState.NEW:
        return tr("A new paragraph")
    if cell.state is CellState.MOVED:
        return f"{moved}, {words if cell.words else tr('words unchanged')}".lstrip(", ")
    return words if cell.words else tr("Marks or notes changed")


def _touches(
    view: DisplayRows, row: TextRow, columns: Sequence[int], contested: Iterable[Contested]
) -> Iterator[str]:
    """Who else changes the words that a proposal changes; those who propose the very same are left out."""
    for one in contested:
        others = [view.short[other] for other in one.columns if other not in columns]
        if others and set(columns) & set(one.columns):
            said = tr("≠ {names} change {words} too") if len(others) > 1 else tr("≠ {names} changes {words} too")
            yield said.format(names=listed_names(others), words=_words(view, row, one))


def _few(notes: Iterable[str]) -> tuple[str, ...]:
    """The first notes; of texts that have little in common there would be dozens."""
    first, more = list(islice(it := iter(notes), _NOTES)), sum(1 for _ in it)
    return (
        (*first, tr_count("≠ and in {count} more place", "≠ and in {count} more places", more))
        if more
        else tuple(first)
    )


def _words(view: DisplayRows, row: TextRow, contested: Contested) -> str:
    text = view.comparison.cell_text(row.table_row, contested.old)
    words = " ".join(text[contested.start : contested.end].split())
    if words:
        return tr("“{words}”", words=words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…")
    before = text[: contested.start].split()[-2:]
    return tr("what follows “{words}”", words=" ".join(before)) if before else tr("the beginning")


def _merged(entries: Sequence[SheetEntry]) -> list[SheetEntry]:
    """Equal proposals once, with all their names; numbers of paragraphs do not tell proposals apart."""
    groups: dict[object, list[SheetEntry]] = {}
    for entry in entries:
        groups.setdefault(_said(entry), []).append(entry)
    return [_one(group) for group in groups.values()]


def _said(entry: SheetEntry) -> object:
    content = entry.content
    blocks = tuple(tuple((s.text, s.sign) for s in block.stretches) for block in content.blocks)
    return entry.against, entry.cell.state, entry.summary, blocks, content.absence


def _one(group: Sequence[SheetEntry]) -> SheetEntry:
    first = group[0]
    if len(group) == 1:
        return first
    columns = tuple(column for entry in group for column in entry.columns)
    names = tuple(name for entry in group for name in entry.names)
    remark = ", ".join(
        filter(None, (tr("{count} equal texts, merged", count=_figure(len(group))).capitalize(), first.remark))
    )
    return replace(first, columns=columns, names=names, remark=remark)


def _base(view: DisplayRows, row: TextRow, contested: Iterable[Contested]) -> CellContent:
    place = row if row.cells[0] or row.partner[0] < 0 else view.rows[row.partner[0]]
    if not place.cells[0]:
        return CellContent(absence=Absence(tr("{name} has no such paragraph", name=view.short[0])))
    own = [one for one in contested if one.old == 0]
    paragraphs = [view.drafts[0].paragraphs[index] for index in place.cells[0]]
    text = view.comparison.cell_text(place.table_row, 0)
    signed = [(_visible(text, one.start, one.end), Sign.CONTESTED, -1) for one in own]
    blocks = blocks_of(painted(view.drafts[0], paragraphs, signed=_apart(signed)), tuple(heads_of(view, place, 0)))
    notes = (
        tr(
            "≠ {count} change {words}: {names}",
            count=_figure(len(one.columns)).capitalize(),
            words=_words(view, row, one),
            names=_listed(view, one),
        )
        for one in own
    )
    content = CellContent(with_notes(view, place, 0, blocks), tuple(CellNote(note) for note in _few(notes)))
    return _without_numbers(content)


def _without_numbers(content: CellContent) -> CellContent:
    """A sheet has no margin for numbers, which are in its title."""
    return replace(content, blocks=tuple(replace(block, number="", was="") for block in content.blocks))


def _visible(text: str, start: int, end: int) -> Span:
    """Contested words, or for a place between words the one before it."""
    if start < end:
        return Span(start, end)
    words = text[:start].rstrip()
    return Span(words.rfind(" ") + 1, len(words)) if words else Span(0, min(1, len(text)))


def _apart(signed: Iterable[tuple[Span, Sign, int]]) -> list[tuple[Span, Sign, int]]:
    """Without those that begin in the one before."""
    kept: list[tuple[Span, Sign, int]] = []
    for one in sorted(signed, key=lambda item: item[0]):
        if not kept or one[0].start >= kept[-1][0].end:
            kept.append(one)
    return kept


def _summary(sheet: Sheet) -> str:
    compared = [entry for entry in sheet.entries if entry.against >= 0]
    changed, beside = sum(len(entry.columns) for entry in compared), len(sheet.entries) - len(compared)
    parts = []
    if changed == 1:
        parts.append(tr("1 draft changes it"))
    elif changed:
        ways = len(compared)
        said = (
            tr("{drafts} drafts change it in one way")
            if ways == 1
            else tr("{drafts} drafts change it in {ways} ways")
        )
        parts.append(said.format(drafts=changed, ways=_figure(ways)))
    parts += [tr_count("{count} unchanged", "{count} unchanged", len(sheet.same))] if sheet.same else []
    parts += [tr_count("{count} silent", "{count} silent", len(sheet.silent))] if sheet.silent else []
    parts += [tr_count("{count} in another language", "{count} in other languages", beside)] if beside else []
    return ", ".join(parts) or tr("No draft changes it")


def _figure(number: int) -> str:
    return tr(_NUMBERS[number]) if number < len(_NUMBERS) else str(number)


def _listed(view: DisplayRows, contested: Contested) -> str:
    return listed_names([view.short[column] for column in contested.columns])
