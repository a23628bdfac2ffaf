"""Tables of a working draft: cells in reading order, cells that are filled for the first time, rows that come and go.

Columns stay as they are: a redline cannot track that one comes or goes (ECMA-376 has marks for cells, few programs
heed them).
"""

from __future__ import annotations

from dataclasses import replace

from draftdesk.drafting.edits import finished, with_paragraphs
from draftdesk.drafting.new_paragraph import fresh_serial
from draftdesk.drafting.places import found
from draftdesk.drafting.rewriting import cut_text
from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft, TableShape
from draftdesk.model.paragraph import CellPlace, Paragraph, ParagraphId, ParagraphKind, Span

_Cell = tuple[int, int, int]


def cell_beside(draft: Draft, serial: int, by: int) -> int | None:
    """The first paragraph of the next cell of a table (`by` 1), or of the one before it (-1); None at its ends."""
    place = _place(draft, serial)
    cells: dict[_Cell, int] = {}
    for paragraph in draft.paragraphs:
        if paragraph.place is not None and paragraph.place.table == place.table:
            cells.setdefault(_cell(paragraph.place), paragraph.id.serial)
    order = list(cells)
    at = order.index(_cell(place)) + by
    return cells[order[at]] if 0 <= at < len(order) else None


def with_open_cell(draft: Draft, serial: int) -> Draft:
    """The draft with an empty cell as one that is written in; the very same draft where it is one already."""
    _place(draft, serial)
    index = found(draft, serial)
    paragraph = draft.paragraphs[index]
    if paragraph.kind is ParagraphKind.CELL:
        return draft
    return with_paragraphs(draft, index, index + 1, (replace(paragraph, kind=ParagraphKind.CELL),))


def emptied(draft: Draft, serial: int) -> Draft:
    """A paragraph of a cell less; the last one of its cell loses its words, and a row that is new goes with them."""
    place = _place(draft, serial)
    index = found(draft, serial)
    paragraph = draft.paragraphs[index]
    if sum(one.place == place for one in draft.paragraphs) > 1:
        return finished(draft, with_paragraphs(draft, index, index + 1, ()))
    others = [one for one in draft.paragraphs if _is_in_row(one, place) and one is not paragraph]
    if not paragraph.origin.part and not any(one.text or one.origin.part for one in others):
        return delete_row(draft, serial)
    empty = cut_text(paragraph, 0, 0) if paragraph.text else replace(paragraph, kind=ParagraphKind.BLANK)
    return finished(draft, with_paragraphs(draft, index, index + 1, (empty,)))


def insert_row(draft: Draft, serial: int, *, new_serial: int | None = None) -> tuple[Draft, int]:
    """An empty row behind that of a cell, with cells like its own; the serial of the first of them."""
    place = _place(draft, serial)
    first = fresh_serial(draft, new_serial or 0)
    models: dict[_Cell, Paragraph] = {}
    for paragraph in draft.paragraphs:
        if _is_in_row(paragraph, place):
            models.setdefault(_cell(paragraph.place), paragraph)
    made = [
        Paragraph(
            id=ParagraphId(draft.id, first + number),
            kind=ParagraphKind.BLANK if number else ParagraphKind.CELL,
            source_text="",
            text_span=Span(0, 0),
            style=model.style,
            place=replace(model.place, row=place.row + 1, row_span=1) if model.place is not None else None,
        )
        for number, model in enumerate(models.values())
    ]
    end = max(index for index, paragraph in enumerate(draft.paragraphs) if _is_in_row(paragraph, place)) + 1
    shifted = _with_rows_shifted(draft, place, 1)
    shapes = _shapes(draft, place, place.row + 1, place.row + 1, (len(made),))
    return replace(with_paragraphs(shifted, end, end, made), tables=shapes), first


def delete_row(draft: Draft, serial: int) -> Draft:
    """The draft without the row of a cell; a table goes with its last row."""
    place = _place(draft, serial)
    kept = tuple(paragraph for paragraph in draft.paragraphs if not _is_in_row(paragraph, place))
    shapes = _shapes(draft, place, place.row, place.row + 1, ())
    return finished(draft, replace(_with_rows_shifted(replace(draft, paragraphs=kept), place, -1), tables=shapes))


def _with_rows_shifted(draft: Draft, place: CellPlace, by: int) -> Draft:
    """The rows behind a place in its table, further down or up."""
    moved = tuple(
        replace(paragraph, place=replace(paragraph.place, row=paragraph.place.row + by))
        if paragraph.place is not None and paragraph.place.table == place.table and paragraph.place.row > place.row
        else paragraph
        for paragraph in draft.paragraphs
    )
    return replace(draft, paragraphs=moved)


def _shapes(draft: Draft, place: CellPlace, start: int, end: int, rows: tuple[int, ...]) -> tuple[TableShape, ...]:
    """The shapes of the tables with other rows from `start` to `end` in the table of a place."""
    shapes = list(draft.tables)
    if place.table < len(shapes):
        cells = shapes[place.table].cells
        shapes[place.table] = TableShape((*cells[:start], *rows, *cells[end:]))
    return tuple(shapes)


def _is_in_row(paragraph: Paragraph, place: CellPlace) -> bool:
    own = paragraph.place
    return own is not None and (own.table, own.row) == (place.table, place.row)


def _cell(place: CellPlace | None) -> _Cell:
    return (place.table, place.row, place.column) if place is not None else (-1, -1, -1)


def _place(draft: Draft, serial: int) -> CellPlace:
    place = draft.paragraphs[found(draft, serial)].place
    if place is None:
        raise refusal(DraftingError, "no_cell_there")
    return place
