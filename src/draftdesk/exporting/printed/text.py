"""A printed comparison as plain text, Markdown or comma-separated values.

Words that came or went keep signs that need no colours: {+new words+} and {-deleted words-}; square brackets would
be taken for text that is not agreed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from draftdesk.exporting.printed.values import (
    COME,
    GONE,
    Cell,
    Heading,
    Line,
    Printed,
    Role,
    Row,
    RowKind,
    Table,
    Words,
)
from draftdesk.translation import tr

_MARKDOWN: Final = re.compile(r"([\\`*_<>\[\]#|~])")
_FORMULA: Final = ("=", "+", "-", "@", "\t")
_BYTE_ORDER_MARK: Final = "\ufeff"


def printed_markdown(document: Printed) -> bytes:
    """The bytes of a .md file."""
    return _lines(_Writer(is_markdown=True).document(document))


def printed_text(document: Printed) -> bytes:
    """The bytes of a .txt file."""
    return _lines(_Writer(is_markdown=False).document(document))


def printed_csv(document: Printed) -> bytes:
    """The bytes of a .csv file with the tables of a document, as Excel opens it without asking.

    What Excel would take for a formula is kept a text.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for table in document.tables():
        writer.writerow([_plain(cell) for cell in table.head])
        for row in _unfolded(table.rows):
            writer.writerow([_harmless(_plain(cell)) for cell in row.cells])
    return (_BYTE_ORDER_MARK + stream.getvalue()).encode()


def _unfolded(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        if row.kind is RowKind.FOLD:
            yield from _unfolded(row.folded)
        elif row.kind is RowKind.CELLS:
            yield row


def _plain(cell: Cell) -> str:
    return " ".join(" ".join(f"{line.label} {line.text}".split()) for line in cell.lines)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _sign(words: Words) -> str:
    return "+" if words.tint in COME else "-" if words.tint in GONE else ""


def _lines(lines: Iterable[str]) -> bytes:
    text = "\n".join(lines)
    return (re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n").encode()


class _Writer:
    """Lines of text; in Markdown its signs inside words are escaped."""

    def __init__(self, *, is_markdown: bool) -> None:
        self._is_markdown = is_markdown

    def document(self, document: Printed) -> Iterator[str]:
        """All lines, blank ones between paragraphs."""
        yield from self._heading(document.title, 0)
        yield from self._paragraphs(document.lead)
        for block in document.blocks:
            if isinstance(block, Heading):
                yield from self._heading(block.text, block.level)
            elif isinstance(block, Line):
                yield from self._paragraphs((block,))
            else:
                yield from self._table(block)

    def _heading(self, text: str, level: int) -> Iterator[str]:
        shown = self._safe(text)
        if self._is_markdown:
            yield from ("", f"{'#' * (level + 1)} {shown}", "")
        else:
            yield from ("", shown, ("=", "-", "-")[level] * len(shown), "")

    def _paragraphs(self, lines: Iterable[Line]) -> Iterator[str]:
        for line in lines:
            if line.text.strip():
                yield from (self._line(line), "")

    def _table(self, table: Table) -> Iterator[str]:
        """Each row as a list: the name of the column, then what stands there."""
        names = [self._safe(cell.lines[0].text) if cell.lines else "" for cell in table.head]
        for row in table.rows:
            if row.kind is not RowKind.CELLS:
                yield from ("", " – ".join(self._line(line) for line in row.cells[0].lines), "")
                continue
            for name, cell in zip(names, row.cells, strict=True):
                said = " / ".join(self._line(line) for line in cell.lines if line.text.strip())
                if said:
                    yield "- " + (tr("{what}: {said}", what=name, said=said) if name else said)
            yield ""

    def _line(self, line: Line) -> str:
        head = " ".join(self._safe(part) for part in (line.label, line.was) if part)
        signed = groupby((words for words in line.words if words.text), key=_sign)
        words = "".join(self._signed(sign, "".join(words.text for words in group)) for sign, group in signed)
        said = _key() if line.role is Role.KEY else words.replace("\n", " ")
        return f"{head} {said}" if head else said

    def _signed(self, sign: str, text: str) -> str:
        return f"{{{sign}{self._safe(text)}{sign}}}" if sign else self._safe(text)

    def _safe(self, text: str) -> str:
        return _MARKDOWN.sub(r"\\\1", text) if self._is_markdown else text


def _key() -> str:
    """How words that came or went are signed."""
    return f"{{+{tr('new words')}+}} {{-{tr('deleted words')}-}}"
