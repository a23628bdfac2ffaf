"""A draft as one .html file: nothing is loaded from elsewhere, nothing runs, real headings and footnotes.

For mail, sites and screen readers: language and direction are declared, the title is a heading, notes are links
there and back. Numbers are typed, as in the issued text, so that they are copied with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from draftdesk.drafting.places import depth_of
from draftdesk.exporting.clean.runs import xml_text
from draftdesk.exporting.pieces import Piece, pieces_of, written
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import Mark, ObjectKind, Paragraph, ParagraphKind
from draftdesk.resources import resource
from draftdesk.wording.labels import with_stop
from draftdesk.wording.language import direction_of

_MARKS: Final = (
    (Mark.BOLD, "b"), (Mark.ITALIC, "i"), (Mark.UNDERLINE, "u"), (Mark.STRIKE, "s"), (Mark.SUPERSCRIPT, "sup"),
    (Mark.SUBSCRIPT, "sub"), (Mark.HIGHLIGHT, "mark"),
)  # fmt: skip
_HEADINGS: Final = {ParagraphKind.TITLE: "h1", ParagraphKind.ANNEX_TITLE: "h2", ParagraphKind.HEADING: "h3"}
_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_CARRIED: Final = ("https://", "http://", "mailto:")


def write_page(draft: Draft) -> bytes:
    """The bytes of an .html file in UTF-8; the same draft gives the same bytes."""
    style = resource("templates", "page", "draft.css").read_text(encoding="utf-8")
    notes = _Notes(draft)
    seen = written(draft)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{draft.language}" dir="{direction_of(draft.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(draft.title or draft.symbol or draft.name)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        *([f'<p class="symbol">{_safe(draft.symbol)}</p>'] if draft.symbol else []),
        *_body(seen, notes),
        *notes.lines(),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


class _Notes:
    """The notes in the order of their first marks; a later mark leads to the same note."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._called: list[Note] = []

    def mark(self, piece: Piece) -> str:
        """The link at a mark; "" where there is no such note."""
        note = self._draft.notes_by_id.get((piece.item.kind, piece.item.target)) if piece.item else None
        if note is None:
            return ""
        if note in self._called:
            return f'<sup><a href="#note-{self._called.index(note) + 1}">{_safe(note.mark)}</a></sup>'
        self._called.append(note)
        count = len(self._called)
        return f'<sup><a id="mark-{count}" href="#note-{count}">{_safe(note.mark)}</a></sup>'

    def lines(self) -> Iterator[str]:
        """The notes at the end of the page, each with a link back to its first mark."""
        if self._called:
            yield "<hr>"
        for count, note in enumerate(self._called, 1):
            texts = [_words(paragraph, self) for paragraph in note.paragraphs] or [""]
            back = f'<a href="#mark-{count}">{_safe(note.mark)}</a>'
            inside = "".join(f"<p>{text}</p>" for text in texts[1:])
            yield f'<div class="footnote" id="note-{count}"><p><sup>{back}</sup> {texts[0]}</p>{inside}</div>'


def _body(seen: list[Paragraph], notes: _Notes) -> Iterator[str]:
    for table, group in groupby(seen, key=lambda paragraph: paragraph.place.table if paragraph.place else None):
        paragraphs = list(group)
        if table is None:
            yield from (_line(paragraph, notes) for paragraph in paragraphs)
        else:
            yield from _table(paragraphs, notes)


def _table(cells: list[Paragraph], notes: _Notes) -> Iterator[str]:
    yield "<table>"
    for _, row in groupby(cells, key=lambda paragraph: paragraph.place.row if paragraph.place else 0):
        yield "<tr>"
        for _, cell in groupby(row, key=lambda paragraph: paragraph.place.column if paragraph.place else 0):
            held = list(cell)
            place = held[0].place
            spans = "" if place is None or place.column_span == 1 else f' colspan="{place.column_span}"'
            spans += "" if place is None or place.row_span == 1 else f' rowspan="{place.row_span}"'
            yield f"<td{spans}>{''.join(f'<p>{_words(paragraph, notes)}</p>' for paragraph in held)}</td>"
        yield "</tr>"
    yield "</table>"


def _line(paragraph: Paragraph, notes: _Notes) -> str:
    name = _HEADINGS.get(paragraph.kind, "p")
    depth = depth_of(paragraph.kind)
    sort = f"{paragraph.kind}" + (f" level-{depth}" if depth else "")
    number = f'<span class="number">{_safe(with_stop(paragraph.number))}</span> ' if paragraph.number else ""
    return f'<{name} class="{sort}">{number}{_words(paragraph, notes)}</{name}>'


def _words(paragraph: Paragraph, notes: _Notes) -> str:
    return "".join(_piece(piece, notes) for piece in pieces_of(paragraph))


def _piece(piece: Piece, notes: _Notes) -> str:
    if piece.item is not None:
        return notes.mark(piece) if piece.item.kind in _NOTE_MARKS else ""
    words = _safe(piece.text).replace("\n", "<br>")
    for mark, name in _MARKS:
        if mark in piece.marks:
            words = f"<{name}>{words}</{name}>"
    return f'<a href="{_safe(piece.link)}">{words}</a>' if piece.link.startswith(_CARRIED) else words


def _safe(text: str) -> str:
    return escape(xml_text(text))
