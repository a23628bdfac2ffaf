"""A draft: one version of a resolution, all of its text in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from typing_extensions import override

from draftdesk.messages import Message
from draftdesk.model.paragraph import Mark, ObjectKind, Paragraph, ParagraphKind, Span


class NoteKind(StrEnum):
    """Where a note is printed."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: `id` as its marks name it, `mark` as printed ("1", "*")."""

    id: str
    kind: NoteKind
    mark: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def called_by(self) -> tuple[ObjectKind, str]:
        """The kind and target of its marks: a footnote and an endnote may have the same id."""
        footnote = self.kind is NoteKind.FOOTNOTE
        return (ObjectKind.FOOTNOTE_MARK if footnote else ObjectKind.ENDNOTE_MARK, self.id)

    @property
    def text(self) -> str:
        """The whole text of the note, its paragraphs joined by line breaks."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Margin:
    """The text of a header or footer; `place` such as "header/first"."""

    part: str
    place: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin of a file; `paragraph` is the serial of the paragraph it stands at, 0 outside the text.

    `date` is as the file gives it, "" where it does not.
    """

    author: str
    date: str
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Hand:
    """Words that a tracked change of `author` brought, or took away.

    `span` is where they stand in the source text of the paragraph with this serial, a point for words that `went`;
    serial 0: the paragraph went with them, or stands in a note.
    """

    author: str
    words: str
    paragraph: int
    span: Span
    went: bool = False


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table of the body: the number of cells in each row, rows in order."""

    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LostReference:
    """A reference to a paragraph of the same draft that is not there any more.

    `paragraph` and `target` are serials of the paragraph (or note paragraph) that refers and of the one that it
    named; `ordinal` counts what the paragraph names, from 0; `number` is printed in its text, "5 (b)".
    """

    paragraph: int
    ordinal: int
    number: str
    target: int


class ViewKind(StrEnum):
    """How a file's own tracked changes are read."""

    FINAL = "final"
    ORIGINAL = "original"
    BY_AUTHOR = "by"


@dataclass(frozen=True, slots=True)
class View:
    """FINAL: all changes accepted; ORIGINAL: all rejected; BY_AUTHOR: those of one author accepted only."""

    kind: ViewKind = ViewKind.FINAL
    author: str = ""

    @override
    def __str__(self) -> str:
        return f"by:{self.author}" if self.kind is ViewKind.BY_AUTHOR else self.kind.value

    def accepts(self, author: str) -> bool:
        """Whether tracked changes of this author are accepted."""
        return author == self.author if self.kind is ViewKind.BY_AUTHOR else self.kind is ViewKind.FINAL


FINAL = View()
ORIGINAL = View(ViewKind.ORIGINAL)


@dataclass(frozen=True)
class Draft:
    """One version of a resolution. `id` names it on a desk; `name` is the file's name or the user's.

    `boxes` are the texts of text boxes, in order; they are kept and not compared. `hands` tells, of a Word file
    that is read with all its tracked changes accepted, who made them.
    `called` is the name that a person gave it on a desk, "" for none.
    """

    id: str
    name: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...] = ()
    margins: tuple[Margin, ...] = ()
    boxes: tuple[tuple[Paragraph, ...], ...] = ()
    comments: tuple[Comment, ...] = ()
    tables: tuple[TableShape, ...] = ()
    symbol: str = ""
    organ: str = ""
    session: str = ""
    agenda: str = ""
    title: str = ""
    sponsors: str = ""
    date: str = ""
    language: str = "en"
    lost: tuple[LostReference, ...] = ()
    view: View = FINAL
    digest: str = field(default="", compare=False)
    hands: tuple[Hand, ...] = field(default=(), compare=False)
    called: str = field(default="", compare=False)

    @property
    def is_right_to_left(self) -> bool:
        """Whether its lines run from right to left."""
        return self.language == "ar"

    @cached_property
    def visible(self) -> tuple[int, ...]:
        """The indices of the paragraphs that count: neither blank nor furniture."""
        return tuple(i for i, paragraph in enumerate(self.paragraphs) if not paragraph.is_hidden)

    @cached_property
    def notes_by_id(self) -> dict[tuple[ObjectKind, str], Note]:
        """Notes by the kind of their mark and their id."""
        return {note.called_by: note for note in self.notes}

    @cached_property
    def comments_by_paragraph(self) -> dict[int, tuple[Comment, ...]]:
        """The comments by the serial of the paragraph that they stand at."""
        found: dict[int, tuple[Comment, ...]] = {}
        for comment in self.comments:
            found[comment.paragraph] = (*found.get(comment.paragraph, ()), comment)
        return found

    @cached_property
    def several_authors(self) -> tuple[str, ...]:
        """The authors of its tracked changes, in the order of the first ones; () where they are fewer than two."""
        authors = tuple(dict.fromkeys(hand.author for hand in self.hands))
        return authors if len(authors) > 1 else ()

    @cached_property
    def tells_italics(self) -> bool:
        """Whether its source tells how words are set; a plain text does not."""
        return any(Mark.ITALIC in run.marks for paragraph in self.paragraphs for run in paragraph.runs)

    @cached_property
    def tells_pen(self) -> bool:
        """Whether its source tells what is highlighted; a printed page does not."""
        return not any(paragraph.origin.part.startswith("page ") for paragraph in self.paragraphs)

    def index_of(self, serial: int) -> int:
        """The index of the paragraph with this serial; raises KeyError."""
        return self._by_serial[serial]

    @cached_property
    def _by_serial(self) -> dict[int, int]:
        return {paragraph.id.serial: i for i, paragraph in enumerate(self.paragraphs)}

    def count(self, kind: ParagraphKind) -> int:
        """How many paragraphs are of a kind."""
        return sum(paragraph.kind is kind for paragraph in self.paragraphs)


class SourceFormat(StrEnum):
    """What a file turned out to be, by its content."""

    WORD = "word"
    PDF = "pdf"
    OPEN_DOCUMENT = "odt"
    RTF = "rtf"
    HTML = "html"
    AKOMA_NTOSO = "akn"
    OLD_WORD = "old_word"
    STRICT_WORD = "strict_word"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Received:
    """What reading gives: the drafts in a file, what was not read, and what the user should know.

    `authors` are the authors of tracked changes in the order of their first change.
    """

    name: str
    digest: str
    size: int
    format: SourceFormat
    drafts: tuple[Draft, ...]
    authors: tuple[str, ...] = ()
    not_read: tuple[Message, ...] = ()
    warnings: tuple[Message, ...] = ()
