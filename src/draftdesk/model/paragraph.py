"""A paragraph of a draft, lossless over the text it was read from.

Offsets are code points, end exclusive. `source_text` is the flat text of the source paragraph with its
tabs, blanks and typed number; `number_span` and `text_span` are spans into it. Each inline object (note
mark, picture, symbol) is one U+FFFC in `source_text` with its entry in `objects`, in order.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from typing_extensions import override

from draftdesk.model.quick_enum import QuickEnum
from draftdesk.model.value import value

OBJECT: Final = "\ufffc"
"""Stands in a text for an inline object."""


class ParagraphKind(QuickEnum):
    """What a paragraph is in a resolution; a closed list."""

    TITLE = "title"
    SESSION = "session"
    AGENDA = "agenda"
    SPONSORS = "sponsors"
    SOURCE_NOTE = "source_note"
    HEADING = "heading"
    ENACTING = "enacting"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUB1 = "sub1"
    SUB2 = "sub2"
    SUB3 = "sub3"
    SUB4 = "sub4"
    CLOSING = "closing"
    DECLARATION = "declaration"
    ARTICLE = "article"
    ANNEX_TITLE = "annex_title"
    MEETING_LINE = "meeting_line"
    CELL = "cell"
    FOOTNOTE = "footnote"
    BODY = "body"
    FURNITURE = "furniture"
    BLANK = "blank"


class Doubt(StrEnum):
    """Why a reader is not sure of a paragraph: what it is, or where it begins and ends."""

    KIND_BY_PLACE = "kind_by_place"
    """No number, opening or style says what it is; its place in the text does."""

    KIND_BY_LOOKS = "kind_by_looks"
    """It looks like a title or heading: short, without a stop."""

    KIND_BY_NUMBER = "kind_by_number"
    """It has a number, and no opening that is known."""

    KIND_BY_OPENING = "kind_by_opening"
    """It has an opening, and neither the number nor the italics that go with it."""

    BREAK_UNSEEN = "break_unseen"
    """It begins, or goes on, where the page ends and nothing shows which."""


CONFIDENCE: Final = {
    Doubt.KIND_BY_PLACE: 0.5,
    Doubt.KIND_BY_LOOKS: 0.8,
    Doubt.KIND_BY_NUMBER: 0.7,
    Doubt.KIND_BY_OPENING: 0.8,
    Doubt.BREAK_UNSEEN: 0.7,
}
"""How sure a reader is for all that, from 0 to 1; without doubt 1."""

SUBPARAGRAPHS: Final = (ParagraphKind.SUB1, ParagraphKind.SUB2, ParagraphKind.SUB3, ParagraphKind.SUB4)

HIDDEN: Final = frozenset({ParagraphKind.FURNITURE, ParagraphKind.BLANK})
"""Kinds that views do not show and counts leave out."""


@value
class Span:
    """A stretch of a text: code points, `end` exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]


@value
class ParagraphId:
    """Permanent: it survives rewording, renumbering and moving within the draft and its descendants."""

    draft: str
    serial: int

    @override
    def __str__(self) -> str:
        return f"{self.draft}:{self.serial}"


class Mark(QuickEnum):
    """How a stretch of text is set."""

    ITALIC = "italic"
    BOLD = "bold"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    HIGHLIGHT = "highlight"


@value
class Run:
    """A stretch of `source_text` with the same marks; stretches without marks and link have no Run."""

    span: Span
    marks: frozenset[Mark] = frozenset()
    link: str = ""


class ObjectKind(QuickEnum):
    """What a U+FFFC stands for."""

    FOOTNOTE_MARK = "footnote_mark"
    ENDNOTE_MARK = "endnote_mark"
    COMMENT_MARK = "comment_mark"
    SYMBOL = "symbol"
    PICTURE = "picture"


@value
class InlineObject:
    """An object in the text.

    `target` is the id of a note for note marks, "font char" for symbols; `shown` is how a flat print of
    the paragraph shows it.
    """

    at: int
    kind: ObjectKind
    target: str = ""
    shown: str = ""


@value
class Origin:
    """Where a paragraph stands in its source.

    Word: part name and ordinal of the w:p in that part, in document order, tables included. Text: part
    "text", ordinal of the block, lines from `first_line` to `last_line` (from 1). PDF: part "page 3", ordinal
    of the paragraph in the file, its first line on that page, its last line on the page where it ends. A
    paragraph written in the program has the part "".
    """

    part: str = ""
    ordinal: int = -1
    first_line: int = 0
    last_line: int = 0


@value
class CellPlace:
    """The place of a table cell: ordinals from 0 in the draft, the table and the row; spans in cells."""

    table: int
    row: int
    column: int
    column_span: int = 1
    row_span: int = 1


@value
class Paragraph:
    """One paragraph; `number` is printed without its final stop ("7", "(a)", "(ii)"), "" where there is none."""

    id: ParagraphId
    kind: ParagraphKind
    source_text: str
    text_span: Span
    number: str = ""
    number_span: Span | None = None
    level: int = 0
    runs: tuple[Run, ...] = ()
    objects: tuple[InlineObject, ...] = ()
    origin: Origin = Origin()
    style: str = ""
    place: CellPlace | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure its reader was of it, from 0 to 1."""
        return min((CONFIDENCE[doubt] for doubt in self.doubts), default=1.0)

    @property
    def text(self) -> str:
        """What a view shows: without number and the blanks around it."""
        return self.text_span.of(self.source_text)

    @property
    def prefix(self) -> str:
        """What stands before the text: tabs and the typed number."""
        return self.source_text[: self.text_span.start]

    @property
    def suffix(self) -> str:
        """What stands after the text: trailing blanks."""
        return self.source_text[self.text_span.end :]

    @property
    def is_hidden(self) -> bool:
        """Whether views leave it out."""
        return self.kind in HIDDEN

    @property
    def has_automatic_number(self) -> bool:
        """Whether the source computes the number, so that it is not in `source_text`."""
        return bool(self.number) and self.number_span is None

    def runs_in_text(self) -> tuple[Run, ...]:
        """The runs cut to the text, with offsets into `text`."""
        start, end = self.text_span.start, self.text_span.end
        cut = (
            Run(Span(max(run.span.start, start) - start, min(run.span.end, end) - start), run.marks, run.link)
            for run in self.runs
        )
        return tuple(run for run in cut if run.span.end > run.span.start)

    def objects_in_text(self) -> tuple[InlineObject, ...]:
        """The objects inside the text, with offsets into `text`."""
        start, end = self.text_span.start, self.text_span.end
        return tuple(
            InlineObject(item.at - start, item.kind, item.target, item.shown)
            for item in self.objects
            if start <= item.at < end
        )

    def flat_text(self) -> str:
        """`source_text` with each object as it is shown in a flat print."""
        if not self.objects:
            return self.source_text
        pieces, done = [], 0
        for item in self.objects:
            pieces += [self.source_text[done : item.at], item.shown]
            done = item.at + 1
        return "".join([*pieces, self.source_text[done:]])
