"""A draft for other programs and for eyes without a window: as JSON, as flat text, as a list of authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from draftdesk.messages import render
from draftdesk.model.draft import Comment, Draft, Note, NoteKind, Received
from draftdesk.model.paragraph import ObjectKind, Paragraph

_LINE_BREAK = "↵"


def as_json(received: Received) -> dict[str, Any]:
    """The format draftdesk/read, version 1; fields only grow."""
    draft = received.drafts[0]
    return {
        "format": "draftdesk/read",
        "version": 1,
        "name": received.name,
        "view": str(draft.view),
        "symbol": draft.symbol,
        "title": draft.title,
        "organ": draft.organ,
        "session": draft.session,
        "agenda": draft.agenda,
        "sponsors": draft.sponsors,
        "date": draft.date,
        "language": draft.language,
        "direction": "rtl" if draft.is_right_to_left else "ltr",
        "paragraphs": [
            _paragraph(paragraph, path)
            for paragraph, path in zip(draft.paragraphs, paths(draft.paragraphs), strict=True)
        ],
        "footnotes": [_note(draft, note) for note in draft.notes],
        "comments": [_comment(draft, comment) for comment in draft.comments],
        "authors": list(received.authors),
        "not_read": [render(said) for said in received.not_read],
        "warnings": [render(said) for said in received.warnings],
    }


def paths(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The place of each paragraph such as "12 (a) (ii)", "" where it has no number."""
    found, numbers = [], [""]
    for paragraph in paragraphs:
        if not paragraph.number:
            found.append("")
            continue
        numbers = [*numbers[: paragraph.level], *[""] * (paragraph.level - len(numbers)), paragraph.number]
        found.append(" ".join(number for number in numbers if number))
    return found


def as_flat_text(draft: Draft) -> str:
    """Every paragraph's source text, one a line; line breaks inside are ↵; then notes, margins, text boxes."""
    return "\n".join(line.replace("\n", _LINE_BREAK) for line in _flat_lines(draft))


def _flat_lines(draft: Draft) -> Iterator[str]:
    yield from (paragraph.flat_text() for paragraph in draft.paragraphs)
    for kind in NoteKind:
        called = [note for note in draft.notes if note.kind is kind and note.mark]
        if called:
            yield f"--- {kind}s"
            yield from (paragraph.flat_text() for note in called for paragraph in note.paragraphs)
    if draft.margins:
        yield "--- headers/footers"
        for margin in draft.margins:
            place, _, pages = margin.place.partition("/")
            yield from (f"[{place} ({pages})] {paragraph.flat_text()}" for paragraph in margin.paragraphs)
    if draft.boxes:
        yield "--- text boxes"
        yield from (paragraph.flat_text() for box in draft.boxes for paragraph in box)


def as_authors(received: Received) -> str:
    """The authors of tracked changes, one a line."""
    return "\n".join(received.authors)


def _paragraph(paragraph: Paragraph, path: str) -> dict[str, Any]:
    origin = paragraph.origin
    return {
        "kind": paragraph.kind.value,
        "level": paragraph.level,
        "number": paragraph.number,
        "text": paragraph.text,
        "source_text": paragraph.source_text,
        "path": path,
        "origin": {"part": origin.part, "ordinal": origin.ordinal}
        | ({"lines": [origin.first_line, origin.last_line]} if origin.first_line else {}),
        "confidence": paragraph.confidence,
        "doubts": [doubt.value for doubt in paragraph.doubts],
    }


def _note(draft: Draft, note: Note) -> dict[str, Any]:
    return {
        "id": note.id,
        "kind": note.kind.value,
        "mark": note.mark,
        "text": note.text,
        "where": _where(draft, note),
    }


def _comment(draft: Draft, comment: Comment) -> dict[str, Any]:
    """A comment with the index of its paragraph, null where it stands outside the text."""
    place = draft.index_of(comment.paragraph) if comment.paragraph else None
    return {"author": comment.author, "date": comment.date, "text": comment.text, "paragraph": place}


def _where(draft: Draft, note: Note) -> dict[str, int] | None:
    """The first place that calls a note: the paragraph and the offset in its text."""
    wanted = ObjectKind.FOOTNOTE_MARK if note.kind is NoteKind.FOOTNOTE else ObjectKind.ENDNOTE_MARK
    for index, paragraph in enumerate(draft.paragraphs):
        for item in paragraph.objects_in_text():
            if item.kind is wanted and item.target == note.id:
                return {"paragraph": index, "at": item.at}
    return None
