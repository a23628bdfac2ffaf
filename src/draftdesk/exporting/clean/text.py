"""A draft as plain text: a line for each paragraph, subparagraphs set in, notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from draftdesk.drafting.places import depth_of
from draftdesk.exporting.pieces import pieces_of, written
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ObjectKind, Paragraph
from draftdesk.wording.labels import with_stop

_STEP: Final = "    "
_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)


def write_text(draft: Draft) -> bytes:
    """The bytes of a .txt file in UTF-8: paragraphs are set apart by an empty line, each on one line of its own."""
    seen = written(draft)
    lines = list(_lines(draft, seen))
    if draft.symbol:
        lines.insert(0, draft.symbol)
    notes = [f"[{note.mark}] {note.text}".replace("\n", " ") for note in draft.notes]
    return ("\n\n".join([*lines, *notes]) + "\n").encode()


def _lines(draft: Draft, seen: list[Paragraph]) -> Iterator[str]:
    for row, group in groupby(
        seen, key=lambda paragraph: paragraph.place and (paragraph.place.table, paragraph.place.row)
    ):
        paragraphs = list(group)
        if row is None:
            yield from (_line(draft, paragraph) for paragraph in paragraphs)
        else:
            cells = groupby(paragraphs, key=lambda paragraph: paragraph.place and paragraph.place.column)
            yield "\t".join(" ".join(_words(draft, one) for one in cell) for _, cell in cells)


def _line(draft: Draft, paragraph: Paragraph) -> str:
    number = f"{with_stop(paragraph.number)} " if paragraph.number else ""
    return _STEP * depth_of(paragraph.kind) + number + _words(draft, paragraph)


def _words(draft: Draft, paragraph: Paragraph) -> str:
    said = []
    for piece in pieces_of(paragraph):
        if piece.item is None:
            said.append(piece.text.replace("\n", " "))
        elif piece.item.kind in _NOTE_MARKS:
            note = draft.notes_by_id.get((piece.item.kind, piece.item.target))
            said.append(f"[{note.mark}]" if note else "")
    return "".join(said)
