"""What a PDF shows that its draft does not hold, or holds only in part: said, never passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from draftdesk.messages import Message, message
from draftdesk.model.paragraph import Mark
from draftdesk.reading.pdf.columns import has_columns
from draftdesk.reading.pdf.lines import Line
from draftdesk.reading.pdf.pieces import Box, Page

_SMALLEST_PICTURE: Final = 24.0  # points
_FEWEST_UPRIGHTS: Final = 3
_SAME_COLUMN: Final = 4.0  # points
_FEWEST_CELLS: Final = 3
_FEWEST_ROWS: Final = 3
_FEWEST_STRUCK: Final = 3  # letters


def not_read(pages: Sequence[Page], body: Sequence[Line]) -> Iterator[Message]:
    """Pages without text, pictures among the lines of the text, tables, columns."""
    empty = [page.number for page in pages if not any(piece.text.strip() for piece in page.pieces)]
    if empty:
        yield message("pages_without_text", count=len(empty), pages=_listed(empty))
    spans = _spans(body)
    pictures = sum(_is_among(box, spans.get(page.number)) for page in pages for box in page.pictures)
    if pictures:
        yield message("pictures_not_compared", count=pictures)
    wide = Counter(line.page for line in body if len(line.cells) >= _FEWEST_CELLS)
    tables = [
        page.number
        for page in pages
        if page.number in spans and (_has_grid(page) or wide[page.number] >= _FEWEST_ROWS)
    ]
    if tables:
        yield message("tables_by_line", count=len(tables), pages=_listed(tables))
    read_by_line = {page.number for page in pages}.difference(tables, [line.page for line in body if line.column])
    columns = [page.number for page in pages if page.number in read_by_line and has_columns(page)]
    if columns:
        yield message("columns_by_line", count=len(columns), pages=_listed(columns))


def struck_out(lines: Iterable[Line], name: str) -> tuple[Message, ...]:
    """A warning where words are struck out: they are read with the text."""
    struck: dict[int, int] = {}
    for line in lines:
        if Mark.STRIKE not in line.borne:
            continue
        letters = zip(line.text, line.marks, strict=True)
        count = sum(Mark.STRIKE in marks and character.isalnum() for character, marks in letters)
        struck[line.page] = struck.get(line.page, 0) + count
    pages = [page for page, count in struck.items() if count >= _FEWEST_STRUCK]
    return (message("struck_out_read", name=name, pages=_listed(pages)),) if pages else ()


def _listed(pages: Iterable[int]) -> str:
    return ", ".join(map(str, pages))


def _spans(body: Iterable[Line]) -> dict[int, tuple[float, float]]:
    """From the lowest to the highest line of the text on each page."""
    spans: dict[int, tuple[float, float]] = {}
    for line in body:
        low, high = spans.get(line.page, (line.baseline, line.baseline))
        spans[line.page] = min(low, line.baseline), max(high, line.baseline)
    return spans


def _is_among(box: Box, span: tuple[float, float] | None) -> bool:
    is_seen = min(box.right - box.left, box.top - box.bottom) >= _SMALLEST_PICTURE
    return span is not None and is_seen and span[0] < (box.bottom + box.top) / 2 < span[1]


def _has_grid(page: Page) -> bool:
    return len({round(box.left / _SAME_COLUMN) for box in page.uprights}) >= _FEWEST_UPRIGHTS
