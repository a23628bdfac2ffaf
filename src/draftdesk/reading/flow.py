"""A flow: the paragraphs, notes and margins of a source without pages, on their way to a Draft.

OpenDocument, RTF, HTML and Akoma Ntoso differ in how they write all this, not in what it is. Their readers fill a
`FlowText` for each paragraph and hand over a `Flow`; what the paragraphs are is found out here, once for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from draftdesk.messages import Message, message
from draftdesk.model.draft import FINAL, Comment, Draft, Margin, Note, NoteKind, View
from draftdesk.model.paragraph import (
    OBJECT,
    CellPlace,
    InlineObject,
    Mark,
    ObjectKind,
    Origin,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.reading.draft_ids import draft_id_of
from draftdesk.reading.masthead import described
from draftdesk.reading.open_brackets import with_brackets_behind_numbers
from draftdesk.reading.seen import Seen, note_span, shapes_of, trimmed
from draftdesk.reading.structure import Placed, structured
from draftdesk.wording.language import guess_language

PLAIN: Final[frozenset[Mark]] = frozenset()
BLANKS: Final = " \t\r\n\u00a0\ufffc"
"""A paragraph of nothing else has no text."""

_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u00ad\u200b\ud800-\udfff\ufffe\uffff]")
"""Soft hyphens, blanks without a width at which a line may break, and what no Word file can hold."""


@dataclass
class FlowText:
    """A paragraph while it is read: its text in stretches of (text, marks, link), and its objects."""

    stretches: list[tuple[str, frozenset[Mark], str]] = field(default_factory=list)
    objects: list[InlineObject] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(text for text, _, _ in self.stretches)

    def add(self, text: str, marks: frozenset[Mark] = PLAIN, link: str = "") -> None:
        """Text as it stands, without soft hyphens and their like, a printer's business, and control characters."""
        text = _NO_TEXT.sub("", text)
        if text:
            self.stretches.append((text, marks, link))
            self.length += len(text)

    def add_collapsed(self, text: str, marks: frozenset[Mark] = PLAIN, link: str = "") -> None:
        """Text of a source in which any white space is one blank, and none at the start of a line."""
        text = _BLANKS.sub(" ", text)
        if text.startswith(" ") and (not self.stretches or self.stretches[-1][0][-1] in " \t\n"):
            text = text[1:]
        self.add(text, marks, link)

    def add_object(self, kind: ObjectKind, target: str, shown: str, marks: frozenset[Mark] = PLAIN) -> None:
        """One inline object, such as the mark of a note."""
        self.objects.append(InlineObject(self.length, kind, target, shown))
        self.add(OBJECT, marks)

    def append(self, line: FlowText) -> None:
        """Another line of the same paragraph, after a line break."""
        self.add("\n")
        self.objects += [replace(item, at=item.at + self.length) for item in line.objects]
        self.stretches += line.stretches
        self.length += line.length

    def seen(
        self,
        origin: Origin,
        *,
        number: str = "",
        style: str = "",
        alignment: str = "",
        place: CellPlace | None = None,
        is_furniture: bool = False,
    ) -> Seen:
        """The paragraph as a reader sees it; neighbouring stretches that are set alike are one run."""
        return Seen(
            self.text, origin, number, style, alignment, self._runs(), tuple(self.objects), place, is_furniture
        )

    def _runs(self) -> tuple[Run, ...]:
        runs: list[Run] = []
        at = 0
        for text, marks, link in self.stretches:
            end = at + len(text)
            if runs and runs[-1].span.end == at and (runs[-1].marks, runs[-1].link) == (marks, link):
                runs[-1] = Run(Span(runs[-1].span.start, end), marks, link)
            elif marks or link:
                runs.append(Run(Span(at, end), marks, link))
            at = end
        return tuple(runs)


@dataclass(frozen=True, slots=True)
class FlowNote:
    """A note as its source gives it; `id` is what the objects in the text name as their target."""

    id: str
    mark: str
    paragraphs: tuple[Seen, ...]
    kind: NoteKind = NoteKind.FOOTNOTE


@dataclass(frozen=True, slots=True)
class FlowMargin:
    """The text of a header or footer; `place` such as "header/first"."""

    part: str
    place: str
    paragraphs: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class FlowComment:
    """A remark beside the text; it stands at the paragraph with this `ordinal` in the story `part`."""

    part: str
    ordinal: int
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Flow:
    """All of a source in order; `hints` are symbols that it names outside its text.

    `boxes` are the texts of text boxes; `language` is "" where the source does not say; `kinds` are those that the
    source gives for sure, by the place in `body`.
    """

    body: tuple[Seen, ...]
    notes: tuple[FlowNote, ...] = ()
    margins: tuple[FlowMargin, ...] = ()
    comments: tuple[FlowComment, ...] = ()
    boxes: tuple[tuple[Seen, ...], ...] = ()
    hints: tuple[str, ...] = ()
    language: str = ""
    kinds: Mapping[int, ParagraphKind] = field(default_factory=dict)


def draft_of(flow: Flow, name: str, digest: str, view: View = FINAL) -> Draft:
    """The draft that a flow holds."""
    draft_id = draft_id_of(digest, view)
    language = flow.language or guess_language(" ".join(one.source_text for one in flow.body))
    count = iter(range(1, 1 << 31))

    def paragraph(one: Seen, placed: Placed) -> Paragraph:
        return placed.paragraph(one, ParagraphId(draft_id, next(count)))

    def plain(seen: Iterable[Seen], kind: ParagraphKind) -> tuple[Paragraph, ...]:
        return tuple(paragraph(one, Placed(kind, trimmed(one.source_text))) for one in seen)

    def of_note(note: FlowNote) -> tuple[Paragraph, ...]:
        return tuple(
            paragraph(one, Placed(ParagraphKind.FOOTNOTE, note_span(one, "" if number else note.mark)))
            for number, one in enumerate(note.paragraphs)
        )

    body = [with_brackets_behind_numbers(one) for one in flow.body]
    paragraphs = tuple(
        paragraph(one, _known(placed, flow.kinds.get(place)))
        for place, (one, placed) in enumerate(zip(body, structured(body, language), strict=True))
    )
    draft = Draft(
        id=draft_id,
        name=name,
        paragraphs=paragraphs,
        notes=tuple(Note(note.id, note.kind, note.mark, of_note(note)) for note in flow.notes),
        margins=tuple(
            Margin(margin.part, margin.place, plain(margin.paragraphs, ParagraphKind.FURNITURE))
            for margin in flow.margins
        ),
        boxes=tuple(plain(box, ParagraphKind.BODY) for box in flow.boxes),
        comments=tuple(_comment(comment, paragraphs) for comment in flow.comments),
        tables=shapes_of(flow.body),
        language=language,
        view=view,
        digest=digest,
    )
    return described(draft, flow.hints)


def _known(placed: Placed, kind: ParagraphKind | None) -> Placed:
    """What a paragraph is, corrected by a kind that the source gives."""
    if kind is None or placed.kind in (kind, ParagraphKind.BLANK, ParagraphKind.ENACTING):
        return placed
    return placed._replace(kind=kind, level=0, doubt=None)


def _comment(comment: FlowComment, paragraphs: tuple[Paragraph, ...]) -> Comment:
    """A comment with the paragraph of the text that it stands at."""
    origins = {(one.origin.part, one.origin.ordinal): one.id.serial for one in paragraphs}
    serial = origins.get((comment.part, comment.ordinal), 0)
    return Comment(comment.author, comment.date, comment.text, serial)


@dataclass
class LeftOut:
    """Counts what a reader leaves out, to be said to the user."""

    pictures: int = 0
    text_boxes: int = 0
    hidden: int = 0

    def messages(self) -> tuple[Message, ...]:
        """One message for each kind of thing that was left out."""
        counts = (
            ("text_boxes_not_read", self.text_boxes),
            ("pictures_not_compared", self.pictures),
            ("hidden_text_not_read", self.hidden),
        )
        return tuple(message(code, count=count) for code, count in counts if count)
