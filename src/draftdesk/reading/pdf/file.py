"""A PDF file with a text layer becomes a Draft: what was printed is put together again as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from operator import attrgetter, itemgetter
from typing import Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import message
from draftdesk.model.draft import Draft, Note, NoteKind, Received, SourceFormat
from draftdesk.model.paragraph import (
    OBJECT,
    Doubt,
    InlineObject,
    ObjectKind,
    Origin,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.reading.line_ends import between
from draftdesk.reading.masthead import described, is_symbol_line, joined_symbols
from draftdesk.reading.open_brackets import with_brackets_behind_numbers
from draftdesk.reading.pdf.columns import columns_in
from draftdesk.reading.pdf.furniture import furniture_of
from draftdesk.reading.pdf.joining import Layout, layout_of, paragraphs_of, usual_size
from draftdesk.reading.pdf.letters import put_right, wrong_letters
from draftdesk.reading.pdf.line_numbers import with_line_numbers_aside
from draftdesk.reading.pdf.lines import PLAIN, Cell, Line, lines_of, mirrored
from draftdesk.reading.pdf.not_read import not_read, struck_out
from draftdesk.reading.pdf.notes import FoundNote, note_area, notes_of, tied
from draftdesk.reading.pdf.pieces import Page, pages_of
from draftdesk.reading.pdf.stretches import Marks, is_label
from draftdesk.reading.right_to_left import is_right_to_left, with_brackets_turned
from draftdesk.reading.seen import Seen, note_span
from draftdesk.reading.structure import Placed, structured
from draftdesk.wording.language import guess_language

_Stretch = tuple[int, Marks]
"""So many characters that are set alike."""

_SECTION: Final = re.compile(r"[IVXLC]{1,7}|[A-Z]")


def read_pdf_file(data: bytes, name: str, digest: str) -> Received:
    """The draft in a PDF file; raises ReadingError, also for a scan that holds no text."""
    pages = pages_of(data, name)
    if not any(piece.text.strip() for page in pages for piece in page.pieces):
        raise refusal(ReadingError, "pdf_scan", name=name)
    pages, corrected = put_right(pages, wrong_letters(pages))
    said = (message("letters_corrected", name=name, words=", ".join(corrected)),) if corrected else ()
    reader = _PdfReader([with_line_numbers_aside(page) for page in pages], digest[:16])
    draft = reader.draft(name, digest)
    return Received(
        name=name,
        digest=digest,
        size=len(data),
        format=SourceFormat.PDF,
        drafts=(draft,),
        not_read=tuple(not_read(pages, reader.body)),
        warnings=(*said, *struck_out(reader.body, name)),
    )


@dataclass
class _Found:
    """A paragraph before it is read: its lines and the notes that they call, in order."""

    lines: list[Line]
    targets: list[str] = field(default_factory=list)
    is_furniture: bool = False
    doubt: Doubt | None = None

    @property
    def place(self) -> tuple[int, int]:
        return self.lines[0].page, self.lines[0].number


class _PdfReader:
    """One reading of one file."""

    def __init__(self, pages: Sequence[Page], draft_id: str) -> None:
        self._pages = pages
        self._draft_id = draft_id
        self._serial = 0
        self.body: list[Line] = []

    def draft(self, name: str, digest: str) -> Draft:
        to_left = is_right_to_left("".join(piece.text for page in self._pages for piece in page.pieces))
        columns = columns_in(self._pages, to_left=to_left)
        lines = [lines_of(page, columns.get(page.number, ()), to_left=to_left) for page in self._pages]
        furniture = furniture_of([(page.box, own) for page, own in zip(self._pages, lines, strict=True)])
        rest = [[line for line in own if (line.page, line.number) not in furniture] for own in lines]
        aside = [line for own in lines for line in own if (line.page, line.number) in furniture]
        body, notes, rules = self._parted(rest)
        language = guess_language(" ".join(line.text for line in body))
        if to_left:
            body = [mirrored(line) for line in body]
        self.body = body
        layout = layout_of(body)
        found = self._found(body, notes, layout, language)
        found += [_Found([line], is_furniture=True) for line in [*aside, *rules]]
        found.sort(key=lambda one: one.place)
        ordinals = count()
        seen = [with_brackets_behind_numbers(one) for item in found for one in _seen(item, layout, ordinals)]
        paragraphs = tuple(
            self._paragraph(one, placed) for one, placed in zip(seen, structured(seen, language), strict=True)
        )
        read = Draft(
            id=self._draft_id,
            name=name,
            paragraphs=paragraphs,
            notes=tuple(self._note(note) for note in notes),
            language=language,
            digest=digest,
        )
        return described(read, _symbols(seen))

    def _parted(self, rest: Sequence[list[Line]]) -> tuple[list[Line], list[FoundNote], list[Line]]:
        """The lines of the text, the notes, the signs that part them; each column has notes of its own."""
        size = usual_size(line for own in rest for line in own)
        body: list[Line] = []
        areas, rules = [], []
        for page, own in zip(self._pages, rest, strict=True):
            for _, column in groupby(own, key=attrgetter("column")):
                part = list(column)
                rule, start = note_area(part, page.rules, page.box, size)
                body += part[:rule]
                rules += part[rule:start]
                areas.append(part[start:])
        notes, strays = notes_of(areas)
        return sorted([*body, *strays], key=lambda line: (line.page, line.number)), notes, rules

    @staticmethod
    def _found(body: Sequence[Line], notes: list[FoundNote], layout: Layout, language: str) -> list[_Found]:
        bound = tied(body, notes)
        targets = {(line.page, line.number): own for line, own in bound}
        return [
            _Found(
                one.lines,
                [target for line in one.lines for target in targets[line.page, line.number]],
                doubt=Doubt.BREAK_UNSEEN if one.is_unsure else None,
            )
            for one in paragraphs_of([line for line, _ in bound], layout, language)
        ]

    def _paragraph(self, seen: Seen, placed: Placed) -> Paragraph:
        self._serial += 1
        return placed.paragraph(seen, ParagraphId(self._draft_id, self._serial))

    def _note(self, note: FoundNote) -> Note:
        text, own = _joined(note.lines)
        first, last = note.lines[0], note.lines[-1]
        seen = Seen(text, Origin(f"page {first.page}", -1, first.number, last.number), runs=_runs(own))
        paragraph = self._paragraph(seen, Placed(ParagraphKind.FOOTNOTE, note_span(seen, note.mark)))
        return Note(note.id, NoteKind.FOOTNOTE, note.mark, (paragraph,))


def _symbols(seen: Sequence[Seen]) -> tuple[str, ...]:
    aside = joined_symbols(one.source_text.strip() for one in seen if one.is_furniture)
    return tuple(filter(is_symbol_line, aside))


def _seen(found: _Found, layout: Layout, ordinals: Iterator[int]) -> Iterator[Seen]:
    first, last = found.lines[0], found.lines[-1]
    if found.is_furniture:
        for cell in first.cells:
            origin = Origin(f"page {first.page}", next(ordinals), first.number, last.number)
            yield Seen(cell.text, origin, runs=_runs(_stretches(cell)), is_furniture=True)
        return
    origin = Origin(f"page {first.page}", next(ordinals), first.number, last.number)
    text, own = _joined(found.lines)
    places = [called.start() for called in re.finditer(OBJECT, text)]
    objects = tuple(
        InlineObject(at, ObjectKind.FOOTNOTE_MARK, target, target.partition("@")[0])
        for at, target in zip(places, found.targets, strict=True)
    )
    alignment = _alignment(found.lines, layout)
    yield Seen(text, origin, alignment=alignment, runs=_runs(own), objects=objects, doubt=found.doubt)


def _alignment(lines: Sequence[Line], layout: Layout) -> str:
    """Lines at the right edge that begin far from the left one are set "right"."""
    width = layout.right - layout.left
    is_right = all(
        line.left > layout.left + width / 2 and abs(line.right - layout.right) < 2 * line.size for line in lines
    )
    return "right" if is_right else ""


def _joined(lines: Sequence[Line]) -> tuple[str, list[_Stretch]]:
    """Printed lines as one text, and how it is set."""
    text, own = _put_together(lines)
    return (with_brackets_turned(text) if is_right_to_left(text) else text), own


def _put_together(lines: Sequence[Line]) -> tuple[str, list[_Stretch]]:
    text = lines[0].text
    own = _set_alike(lines[0])
    for line in lines[1:]:
        if not line.text:
            continue
        blank = _blank(text, line)
        if blank:
            own.append((1, own[-1][1] & line.marks[0] if own else PLAIN))
        text += blank + line.text
        own += _set_alike(line)
    return text, own


def _set_alike(line: Line) -> list[_Stretch]:
    """The stretches of a line, its tabs plain."""
    if len(line.cells) == 1:
        return _stretches(line.cells[0])
    return [one for cell in line.cells for one in ((1, PLAIN), *_stretches(cell))][1:]


def _stretches(cell: Cell) -> list[_Stretch]:
    if len(cell.kinds) == 1:
        return [(len(cell.text), cell.marks[0])]
    return [(len(list(group)), alike) for alike, group in groupby(cell.marks)]


def _blank(text: str, line: Line) -> str:
    """What stands before a line: the number of a section keeps its own line above the heading."""
    if line.is_bold and _SECTION.fullmatch(text):
        return "\n"
    return "\t" if is_label(text) else between(text, line.text)


def _runs(stretches: Iterable[_Stretch]) -> tuple[Run, ...]:
    """Neighbouring characters that are set alike as one run; plain ones have none."""
    runs, start = [], 0
    for alike, group in groupby(stretches, key=itemgetter(1)):
        end = start + sum(length for length, _ in group)
        if alike and end > start:
            runs.append(Run(Span(start, end), alike))
        start = end
    return tuple(runs)
