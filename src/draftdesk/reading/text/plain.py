"""Plain text becomes a Draft: what a page or a message adds is marked and kept, hard line ends are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft, Note, NoteKind, Received, SourceFormat
from draftdesk.model.paragraph import (
    OBJECT,
    InlineObject,
    ObjectKind,
    Origin,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Span,
)
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.known_lines import is_front_line, title_number
from draftdesk.reading.masthead import described, is_symbol_line
from draftdesk.reading.open_brackets import with_brackets_behind_numbers
from draftdesk.reading.seen import Seen, trimmed
from draftdesk.reading.structure import Placed, structured
from draftdesk.reading.text.bytes import decoded
from draftdesk.reading.text.front import field_value, symbol_in_masthead, with_front_parted, with_whole_symbols
from draftdesk.reading.text.furniture import furniture
from draftdesk.reading.text.hard_lines import Joiner, bullet, joined
from draftdesk.reading.text.joined_lines import with_joined_parted
from draftdesk.reading.text.lines import TextLine, counted, lines_of
from draftdesk.reading.text.lost_hyphens import with_hyphens
from draftdesk.reading.text.note_calls import (
    Call,
    calls,
    without_blanks_before_marks,
    without_blanks_behind_names,
)
from draftdesk.reading.text.notes import FoundNote, notes_of
from draftdesk.reading.text.notes_apart import defined_notes, notes_alone
from draftdesk.reading.text.notes_starred import starred_notes
from draftdesk.reading.text.quoting import Told, around_quotes, covering
from draftdesk.reading.text.shuffled_lines import in_order
from draftdesk.reading.text.torn_words import with_whole_words
from draftdesk.reading.typed_marks import Marked, has_marked_opening, without_marks
from draftdesk.wording.labels import split_label
from draftdesk.wording.language import guess_language
from draftdesk.wording.openings import find_opening

PART: Final = "text"
_HEADING_MARKS: Final = re.compile(r"#{1,6} +(?=\S)")
_LONGEST_TITLE: Final = 300
_LEAST_LENGTH: Final = 80  # code points of a paragraph that is known by its opening alone
_PARAGRAPH_ENDS: Final = (",", ";", ":", "，", "；", "،", "؛")
_SHOWN: Final = 40  # code points of what was left out, in a message
_SENTENCE_ENDS: Final = (".", "!", "?", ":", ",", ";")


@dataclass(frozen=True, slots=True)
class TextRead:
    """A draft, and what the user should know of the reading."""

    draft: Draft
    warnings: tuple[Message, ...] = ()


def read_plain_text(data: bytes, name: str, digest: str) -> Received:
    """The draft in a text file; raises ReadingError for binary data."""
    read = read_text(decoded(data, name), name, digest[:16], digest)
    return Received(name, digest, len(data), SourceFormat.TEXT, (read.draft,), warnings=read.warnings)


def draft_of_text(text: str, name: str, draft_id: str, digest: str = "") -> Draft:
    """The draft that a text holds."""
    return read_text(text, name, draft_id, digest).draft


def read_text(text: str, name: str, draft_id: str, digest: str = "") -> TextRead:
    """The draft that a text holds, with what was left out of it."""
    language = guess_language(text)
    parted = with_joined_parted(with_front_parted(in_order(with_whole_symbols(lines_of(text)))))
    lines = with_whole_words(with_hyphens(counted(parted)), language)
    of_mail = around_quotes(lines)
    of_pages = furniture(lines) - of_mail
    notes, of_notes = _found_notes(lines, of_pages | of_mail)
    blocks = Joiner(lines, of_mail | of_pages | of_notes, language).blocks()
    cover = _cover(blocks, of_mail, language)
    pieces = _pieces(blocks, cover, of_mail | of_pages, lines)
    seen = [with_brackets_behind_numbers(one) for one in _seen(pieces, notes, language)]
    paragraphs = tuple(
        placed.paragraph(one, ParagraphId(draft_id, serial))
        for serial, (one, placed) in enumerate(zip(seen, structured(seen, language), strict=True), start=1)
    )
    draft = Draft(
        draft_id,
        name,
        paragraphs,
        notes=_notes(notes, draft_id, len(paragraphs)),
        language=language,
        digest=digest,
    )
    return TextRead(described(draft, _symbols(seen)), _told(blocks, cover))


def _found_notes(lines: Sequence[TextLine], aside: set[int]) -> tuple[list[FoundNote], set[int]]:
    """The notes of a text, as its program gives them: one by one as such, at the foot of pages, or by themselves."""
    found = defined_notes(lines)
    if not found[0]:
        found = notes_of(lines, aside)
    if not found[0] and not any(line.page for line in lines):
        found = notes_alone(lines, aside)
    starred = starred_notes(lines, aside | found[1])
    return [*starred[0], *found[0]], starred[1] | found[1]


_Block = tuple[TextLine, ...]


def _cover(blocks: Sequence[_Block], of_mail: set[int], language: str) -> set[int]:
    """The places of the blocks that are of a message: greeting, what leads to the text, signature."""
    told: list[Told] = []
    last = 0
    for block in blocks:
        text = joined(block)
        is_anchor = _is_anchor(text, language)
        part = (sum(number < block[0].number for number in of_mail), block[0].quoted)
        is_parted = block[0].number > last + 1
        told.append(Told(text, is_anchor, not is_anchor and _is_like_title(text), is_parted, part))
        last = block[-1].number
    return covering(told)


def _is_anchor(text: str, language: str) -> bool:
    """Whether a paragraph is surely of a resolution."""
    bare = text[bullet(text) :].lstrip("*_ \t")
    label = split_label(bare)
    ends = len(bare) >= _LEAST_LENGTH or bare.rstrip().endswith(_PARAGRAPH_ENDS)
    return (
        enacting_organ(bare.replace("*", "").replace("_", "")) is not None
        or is_symbol_line(bare)
        or bool(title_number(bare))
        or is_front_line(bare)
        or label is not None
        or (ends and find_opening(bare, language) is not None)
    )


def _is_like_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.rstrip().endswith(_SENTENCE_ENDS) and "\n" not in text


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph before it is placed: its lines, and what it is not."""

    lines: _Block
    is_furniture: bool


def _pieces(blocks: Sequence[_Block], cover: set[int], aside: set[int], lines: Sequence[TextLine]) -> list[_Piece]:
    found = [_Piece(block, at in cover) for at, block in enumerate(blocks)]
    found += [_Piece((line,), is_furniture=True) for line in lines if line.number in aside and not line.is_blank]
    return sorted(found, key=lambda piece: piece.lines[0].number)


def _seen(pieces: Sequence[_Piece], notes: Sequence[FoundNote], language: str) -> list[Seen]:
    """The paragraphs as they stand in the text, note marks as objects, typed italics as runs."""
    marks = {note.mark for note in notes}
    texts = [without_blanks_behind_names(joined(piece.lines), marks) for piece in pieces]
    shown = [text for text, piece in zip(texts, pieces, strict=True) if not piece.is_furniture]
    are_typed = any(has_marked_opening(text, language) for text in shown)
    marked = [
        without_marks(text) if are_typed and not piece.is_furniture else Marked(text)
        for text, piece in zip(texts, pieces, strict=True)
    ]
    found = [
        Seen(
            one.text,
            Origin(PART, ordinal, piece.lines[0].source, piece.lines[-1].source),
            runs=one.runs,
            is_furniture=piece.is_furniture,
            lead=_lead(one.text, language),
        )
        for ordinal, (piece, one) in enumerate(zip(pieces, marked, strict=True))
    ]
    return _with_calls(found, pieces, notes)


def _lead(text: str, language: str) -> int:
    """The length of the marks of a heading, or of a bullet before a number or an opening; any other stays."""
    if marks := _HEADING_MARKS.match(text):
        return marks.end()
    lead = bullet(text)
    is_bare = lead and (split_label(text[lead:]) is not None or find_opening(text[lead:], language) is not None)
    return lead if is_bare else 0


def _with_calls(seen: list[Seen], pieces: Sequence[_Piece], notes: Sequence[FoundNote]) -> list[Seen]:
    """The mark of each note as an object; in reverse order, so that offsets stay."""
    texts = ["" if one.is_furniture else one.source_text for one in seen]
    pages = [range(piece.lines[0].page, piece.lines[-1].page + 1) for piece in pieces]
    for call in reversed(calls(texts, pages, notes)):
        seen[call.paragraph] = _called(seen[call.paragraph], call)
    marks = {note.mark for note in notes}
    return [one._replace(source_text=without_blanks_before_marks(one.source_text, marks)) for one in seen]


def _called(seen: Seen, call: Call) -> Seen:
    shift = 1 - (call.end - call.start)

    def moved(at: int) -> int:
        return at if at <= call.start else max(at + shift, call.start)

    item = InlineObject(call.start, ObjectKind.FOOTNOTE_MARK, call.mark, call.mark)
    return seen._replace(
        source_text=seen.source_text[: call.start] + OBJECT + seen.source_text[call.end :],
        objects=(item, *(replace(other, at=other.at + shift) for other in seen.objects)),
        runs=tuple(replace(run, span=Span(moved(run.span.start), moved(run.span.end))) for run in seen.runs),
    )


def _notes(notes: Sequence[FoundNote], draft_id: str, serial: int) -> tuple[Note, ...]:
    return tuple(
        Note(note.mark, NoteKind.FOOTNOTE, note.mark, (_note_paragraph(note, ParagraphId(draft_id, number)),))
        for number, note in enumerate(notes, start=serial + 1)
    )


def _note_paragraph(note: FoundNote, id_: ParagraphId) -> Paragraph:
    origin = Origin(f"{PART}/notes", id_.serial, note.lines[0].source, note.lines[-1].source)
    return Placed(ParagraphKind.FOOTNOTE, trimmed(note.text)).paragraph(Seen(note.text, origin), id_)


def _symbols(seen: Sequence[Seen]) -> tuple[str, ...]:
    """The symbols that furniture names: on a line of their own, in the head, in the masthead."""
    aside = [one.source_text.strip() for one in seen if one.is_furniture]
    alone = [text for text in aside if is_symbol_line(text)]
    others = [symbol_in_masthead(text) or field_value(text, "symbol") for text in aside]
    return (*alone, *filter(None, others))


def _told(blocks: Sequence[_Block], cover: set[int]) -> tuple[Message, ...]:
    """That something around the text was left out; it is in the draft as furniture."""
    if not cover:
        return ()
    first = joined(blocks[min(cover)]).strip()
    return (message("around_text", count=len(cover), first=first[:_SHOWN]),)
