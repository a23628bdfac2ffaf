"""The paragraphs of both sides of a redline as lines of text that can be compared.

In a line's text each inline object is one private character that stands for what the object is, so that the
same note mark or picture is the same character on both sides.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from lxml import etree
from typing_extensions import override

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.redline.forms import Forms
from draftdesk.exporting.redline.imports import Imports
from draftdesk.exporting.redline.keys import FIRST_KEY, Keys, ObjectKey
from draftdesk.model.paragraph import InlineObject, Mark, ObjectKind, Paragraph, ParagraphKind, Span
from draftdesk.wordml.inline import Piece
from draftdesk.wordml.names import PPR, RPR, XML_SPACE, R, T, w
from draftdesk.wordml.walker import FlatParagraph, pieces_of

_SECTION: Final = w("sectPr")
_LINE_ELEMENTS: Final = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
_LINE_PIECES: Final = re.compile(r"[^\t\n\u2011]+|[\t\n\u2011]")
SET_BY_HAND: Final = frozenset({Mark.ITALIC, Mark.BOLD, Mark.HIGHLIGHT})
_UNMARKED: Final = frozenset[Mark]()
_NOTE_OBJECTS: Final = {ObjectKind.FOOTNOTE_MARK: "footnote", ObjectKind.ENDNOTE_MARK: "endnote"}


@dataclass(slots=True)
class BaseLine:
    """A paragraph of the base: the element that is edited in place."""

    flat: FlatParagraph
    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    paragraph: Paragraph | None = None

    @property
    def element(self) -> etree._Element:
        """The w:p."""
        return self.flat.element

    @property
    def has_section(self) -> bool:
        """Whether its mark ends a section, so that it should not go."""
        return ends_section(self.element)

    @property
    def is_blank(self) -> bool:
        """Whether nobody would miss it in a list of paragraphs."""
        return not self.text.strip()


def base_line(flat: FlatParagraph, text: str, paragraph: Paragraph | None) -> BaseLine:
    """The line of a w:p with its keyed text; raises ExportError where the paragraph read from it says otherwise."""
    if paragraph is not None and flat.text != paragraph.source_text:
        reason = f"the paragraph “{paragraph.text[:40]}” is not where it was read"
        raise refusal(ExportError, "redline_not_proved", reason=reason)
    return BaseLine(flat, text, paragraph.kind if paragraph is not None else ParagraphKind.BODY, paragraph)


def ends_section(paragraph: etree._Element) -> bool:
    """Whether the mark of a w:p ends a section."""
    properties = next(paragraph.iterchildren(PPR), None)
    return properties is not None and next(properties.iterchildren(_SECTION), None) is not None


@dataclass(frozen=True, slots=True)
class FormChange:
    """A stretch of a base paragraph whose runs are to be set with `properties`; `by_hand`: a drafter set it so."""

    start: int
    end: int
    properties: etree._Element | None
    by_hand: bool = False


class NewLine(ABC):
    """A paragraph of the new text: its text, and what stands for a stretch of it in the base's file."""

    text: str
    kind: ParagraphKind

    def form_changes(self, base: BaseLine, start: int, new_start: int, length: int) -> list[FormChange]:  # noqa: ARG002
        """Stretches of kept text that are set otherwise here, where that is to be told.

        `length` characters from `start` in the base's text stand at `new_start` here.
        """
        return []

    def paragraph_form(self, base: BaseLine) -> etree._Element | None:  # noqa: ARG002
        """How the base's paragraph is set here, where that differs and is to be told; free to be used."""
        return None

    @property
    def has_section(self) -> bool:
        """Whether its mark ends a section."""
        return False

    @property
    def is_blank(self) -> bool:
        """Whether nobody would miss it in a list of paragraphs."""
        return not self.text.strip()

    def let_go(self) -> None:  # noqa: B027  most have nothing that would go
        """Let go of what stands for it in a file of its own, since nothing more is asked of it."""

    @abstractmethod
    def properties(self, near: BaseLine | None) -> etree._Element | None:
        """The w:pPr of a paragraph that only the new text has, free to be used; `near` stands before it."""

    @abstractmethod
    def runs(self, start: int, end: int, beside: etree._Element | None) -> list[etree._Element]:
        """New runs for a stretch, set like the run `beside` (None: a paragraph of their own)."""


class WordLine(NewLine):
    """A paragraph of a new Word file."""

    def __init__(self, flat: FlatParagraph, text: str, kind: ParagraphKind, forms: Forms, imports: Imports) -> None:
        self.flat = flat
        self.text = text
        self.kind = kind
        self._forms = forms
        self._imports = imports

    @property
    @override
    def has_section(self) -> bool:
        return ends_section(self.flat.element)

    @override
    def let_go(self) -> None:
        if not (self.has_section or self.flat.text_boxes):  # sections and boxes are asked for after the body
            self.flat.properties = None
            self.flat.element.clear()

    @override
    def properties(self, near: BaseLine | None) -> etree._Element | None:
        own = self.flat.element.find(PPR)
        return self._forms.mapped(own, near.element if near is not None else None)

    @override
    def runs(self, start: int, end: int, beside: etree._Element | None) -> list[etree._Element]:
        found: list[etree._Element] = []
        for node in self._imports.nodes(self.flat):
            if node.start == node.end or node.end <= start or node.start >= end:
                continue
            if node.can_be_cut:
                run = self._forms.run_like(beside, node.element)
                run.extend(self._copied(piece, start, end) for piece in node.pieces if _overlaps(piece, start, end))
                found.append(run)
            elif start <= node.start and node.end <= end:
                found.append(self._imports.copied(node.element))
        return joined_runs(found)

    def _copied(self, piece: Piece, start: int, end: int) -> etree._Element:
        """A copy of what a piece shows between two offsets."""
        copied = self._imports.copied(piece.element)
        if piece.start < start or piece.end > end:
            copied.text = piece.text[max(start - piece.start, 0) : end - piece.start]
            copied.set(XML_SPACE, "preserve")
        return copied


def _overlaps(piece: Piece, start: int, end: int) -> bool:
    return piece.start < end and start < piece.end


class DraftLine(NewLine):
    """A paragraph of a draft, a text or a PDF: what Word needs beyond its text comes from the base."""

    def __init__(self, paragraph: Paragraph, text: str, forms: Forms, imports: Imports) -> None:
        self.paragraph = paragraph
        self.text = text
        self.kind = paragraph.kind
        self.shift = 0  # how far the text stands behind the source text
        self.marked = tuple((run.span, run.marks) for run in paragraph.runs)  # stretches of the text
        self.unmarked: frozenset[Mark] | None = frozenset()  # the marks of all else; None: not known
        self.tells_marks = False  # whether its marks are those of the base where nobody changed them
        self.signs: dict[str, InlineObject] | None = None  # note marks by their signs; None: by their places
        self._forms = forms
        self._imports = imports

    @override
    def properties(self, near: BaseLine | None) -> etree._Element | None:
        return self._forms.like_kin(self.kind, near.element if near is not None else None)

    @override
    def runs(self, start: int, end: int, beside: etree._Element | None) -> list[etree._Element]:
        found: list[etree._Element] = []
        for left, right in self._same_marks(start, end):
            note = self._note_at(left)
            run = (
                self._forms.run_with_marks(beside, self._marks_at(left), self.kind)
                if note is None
                else self._forms.note_run(_NOTE_OBJECTS[note.kind])
            )
            for character in self._pieces(left, right):
                run.append(character)
            if any(child.tag != RPR for child in run):
                found.append(run)
        return joined_runs(found)

    @override
    def form_changes(self, base: BaseLine, start: int, new_start: int, length: int) -> list[FormChange]:
        if not self.tells_marks or base.paragraph is None or self.unmarked is None:
            return []
        old = marks_of_stretch(tuple((run.span, run.marks) for run in base.paragraph.runs), start, length)
        new = marks_of_stretch(self.marked, new_start, length)
        if old == new:
            return []
        found: list[FormChange] = []
        for piece in pieces_of(base.flat):
            left, right = max(piece.start, start), min(piece.end, start + length)
            if left < right and piece.run is not None and piece.run.tag == R and not piece.shown:
                found += self._set_by_hand(
                    piece.run, old[left - start : right - start], new[left - start : right - start], left
                )
        return found

    def _set_by_hand(
        self, run: etree._Element, old: list[frozenset[Mark]], new: list[frozenset[Mark]], start: int
    ) -> Iterator[FormChange]:
        """Stretches of one run of the base, which begins at `start`, with the marks that a hand set."""
        at = 0
        for (before, after), group in groupby(zip(old, new, strict=True)):
            end = at + len(list(group))
            if before != after:
                yield FormChange(start + at, start + end, self._forms.remarked(run, before, after), by_hand=True)
            at = end

    def set_like_surroundings(self) -> None:
        """What stands around it or its kin says how it is set, not the draft."""
        self.marked, self.unmarked = (), None

    def _marks_at(self, offset: int) -> frozenset[Mark] | None:
        return next((marks for span, marks in self.marked if span.start <= offset < span.end), self.unmarked)

    def _same_marks(self, start: int, end: int) -> list[tuple[int, int]]:
        ends = {at for span, _ in self.marked for at in (span.start, span.end)}
        notes = [at for at in range(start, end) if ord(self.text[at]) >= FIRST_KEY]
        ends.update(at + step for at in notes for step in (0, 1))
        return list(pairwise(sorted({start, end, *(at for at in ends if start < at < end)})))

    def _note_at(self, offset: int) -> InlineObject | None:
        if ord(self.text[offset]) < FIRST_KEY:
            return None
        if self.signs is not None:
            return self.signs.get(self.text[offset])
        own = (item for item in self.paragraph.objects if item.at == offset - self.shift)
        return next((item for item in own if item.kind in _NOTE_OBJECTS), None)

    def _pieces(self, start: int, end: int) -> list[etree._Element]:
        """The elements for a stretch; objects come by what the paragraph says of them."""
        elements: list[etree._Element] = []
        at = start
        for offset in range(start, end):
            if ord(self.text[offset]) >= FIRST_KEY:
                elements += [*line_elements(self.text[at:offset], self._forms.root), *self._single(offset)]
                at = offset + 1
        return [*elements, *line_elements(self.text[at:end], self._forms.root)]

    def _single(self, offset: int) -> list[etree._Element]:
        item = self._note_at(offset)
        if item is None:
            return []
        tag = w(f"{_NOTE_OBJECTS[item.kind]}Reference")
        reference = self._forms.root.makeelement(tag, {w("id"): item.target}, self._forms.root.nsmap)
        return [self._imports.own_note(reference)]


def marks_of_stretch(
    marked: Sequence[tuple[Span, frozenset[Mark]]], start: int, length: int
) -> list[frozenset[Mark]]:
    """The marks that a hand can set on each character of a stretch."""
    found = [_UNMARKED] * length
    for span, marks in marked:
        left, right = max(span.start - start, 0), min(span.end - start, length)
        if left < right:
            found[left:right] = [marks & SET_BY_HAND] * (right - left)
    return found


def line_elements(text: str, near: etree._Element) -> list[etree._Element]:
    """What stands for a text in a run: words, tabs, breaks of lines, no-break hyphens."""
    elements: list[etree._Element] = []
    for piece in _LINE_PIECES.findall(text):
        element = near.makeelement(w(_LINE_ELEMENTS.get(piece, "t")), {}, near.nsmap)
        if piece not in _LINE_ELEMENTS:
            set_text(element, piece)
        elements.append(element)
    return elements


def set_text(element: etree._Element, text: str) -> None:
    """Put text into a w:t so that Word keeps its blanks."""
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")


def joined_runs(runs: Sequence[etree._Element]) -> list[etree._Element]:
    """Runs that are set alike are one run, and their neighbouring texts one text."""
    found: list[etree._Element] = []
    for run in runs:
        if found and run.tag == R and found[-1].tag == R and _set_alike(run, found[-1]):
            for child in list(run):
                if child.tag != RPR:
                    _append(found[-1], child)
        else:
            found.append(run)
    return found


def _append(run: etree._Element, child: etree._Element) -> None:
    last = run[-1] if len(run) else None
    if child.tag == T and last is not None and last.tag == T:
        set_text(last, (last.text or "") + (child.text or ""))
    else:
        run.append(child)


def _set_alike(one: etree._Element, other: etree._Element) -> bool:
    return _form_of(one) == _form_of(other)


def _form_of(run: etree._Element) -> bytes:
    properties = run.find(RPR)
    if properties is None or not len(properties):
        return b""
    return canonical(properties)


def canonical(element: etree._Element) -> bytes:
    """The canonical form of an element, without what follows it."""
    tail, element.tail = element.tail, None
    try:
        return etree.tostring(element, method="c14n", exclusive=True)
    finally:
        element.tail = tail


def keyed_draft_text(paragraph: Paragraph, keys: Keys, notes: dict[ObjectKey, str], base: BaseLine | None) -> str:
    """The source text of a draft's paragraph, its objects as those of the base's paragraph that it came from."""
    if not paragraph.objects:
        return paragraph.source_text
    known: dict[tuple[ObjectKind, str, str], list[str]] = {}
    if base is not None and base.paragraph is not None:
        for item in base.paragraph.objects:
            known.setdefault((item.kind, item.target, item.shown), []).append(base.text[item.at])
    text = list(paragraph.source_text)
    for item in paragraph.objects:
        same = known.get((item.kind, item.target, item.shown))
        text[item.at] = same.pop(0) if same else keys.character(_draft_key(item, notes))
    return "".join(text)


def _draft_key(item: InlineObject, notes: dict[ObjectKey, str]) -> ObjectKey:
    if item.kind in _NOTE_OBJECTS:
        name = (_NOTE_OBJECTS[item.kind], item.target)
        return ("note", notes.get(name, f"draft {name}"))
    return ("draft", item.kind.value, item.target, item.shown)
