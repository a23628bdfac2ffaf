"""One walk through an Akoma Ntoso document: its paragraphs in order, and what their elements say that they are.

Lenient: names count, namespaces and order do not; an element that is not known is walked into, so that no text is
lost. What the elements say wins over what the words suggest, but only where it says it for sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from draftdesk.model.paragraph import CellPlace, Mark, ObjectKind, Origin, ParagraphKind
from draftdesk.reading.flow import PLAIN, FlowNote, FlowText, LeftOut
from draftdesk.reading.seen import Seen

BODY: Final = "document"
COVER: Final = "cover"
_BLOCKS: Final = frozenset(
    ("p", "num", "heading", "subheading", "crossHeading", "longTitle", "tocItem", "listIntroduction", "listWrapUp")
)
_SILENT: Final = frozenset(("meta", "toc", "footerFirstPage", "internalCode", "voters", "remark"))
_COVER_BODY: Final = frozenset(("session", "docTitle", "docProponent", "docPurpose"))
_KIND_OF: Final = {"session": ParagraphKind.SESSION, "docProponent": ParagraphKind.SOURCE_NOTE}
_HEADING_CLASS: Final = re.compile(r"\bH(?:\d|Ch)", re.IGNORECASE)
_BRACKETS: Final = ("()", "( )", "(", ")")
"""What Arabic texts put around the mark of a note."""

_EMPTY_BRACKETS: Final = re.compile(r"^\s*\(\)\s*")
"""The place of the mark before the text of a note in Arabic."""

_REPEATED: Final = re.compile(r"\(?(\d{1,3})\)?")
_CLASSES: Final = {
    "italic": Mark.ITALIC, "bold": Mark.BOLD, "underline": Mark.UNDERLINE, "highlight": Mark.HIGHLIGHT,
}  # fmt: skip
_ELEMENTS: Final = {
    "i": Mark.ITALIC, "b": Mark.BOLD, "u": Mark.UNDERLINE, "sup": Mark.SUPERSCRIPT, "sub": Mark.SUBSCRIPT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Form:
    """Where a paragraph stands; `known` is the kind that its element says for sure."""

    known: ParagraphKind | None = None
    style: str = ""
    place: CellPlace | None = None


@dataclass
class AknRead:
    """All that a walk found; `kinds` by the ordinal of the paragraph in the body."""

    accepted: Callable[[str], bool]
    body: list[Seen] = field(default_factory=list)
    kinds: dict[int, ParagraphKind] = field(default_factory=dict)
    cover: list[Seen] = field(default_factory=list)
    notes: list[FlowNote] = field(default_factory=list)
    left_out: LeftOut = field(default_factory=LeftOut)
    has_changes: bool = False


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, "" for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


class AknWalk:
    """Walks one document, its notes and tables included."""

    def __init__(self, read: AknRead) -> None:
        self._read = read
        self._markers: dict[str, str] = {}
        self._number = ""
        self._tables = 0

    def walk(self, root: etree._Element) -> None:
        """Read everything of a document."""
        for child in root.iterchildren():
            self._block(child, _Form())

    def _block(self, element: etree._Element, form: _Form) -> None:
        name = local(element)
        if not name or name in _SILENT:
            return
        if name == "coverPage":
            self._cover(element)
        elif name == "num" and _is_alone_in_heading(element):
            self._paragraph(element, replace(form, style="heading"))
        elif name == "num":
            self._number = _words(element)
        elif name in _BLOCKS:
            is_heading = name in ("heading", "subheading", "crossHeading")
            self._paragraph(element, replace(form, style="heading") if is_heading else form)
        elif name == "table":
            self._table(element)
        else:
            inner = self._inner(element, name, form)
            self._number = "" if element.find("{*}num") is not None else self._number
            for child in _in_order(element):
                self._block(child, inner)

    @staticmethod
    def _inner(element: etree._Element, name: str, form: _Form) -> _Form:
        """The form of what stands in an element that is no paragraph itself."""
        if name == "preamble":
            return replace(form, known=ParagraphKind.PREAMBULAR)
        if name == "formula":
            return replace(form, known=None)
        if name == "conclusions":
            return replace(form, known=ParagraphKind.MEETING_LINE)
        if name in ("mainBody", "attachments", "attachment"):
            return _Form()
        is_heading = _HEADING_CLASS.search(element.get("class") or "") is not None and element.find("{*}num") is None
        return replace(form, style="heading") if is_heading else form

    def _cover(self, cover: etree._Element) -> None:
        """Session, number of the agenda item, title and source note stand above the text, the rest in its header."""
        for line in cover.iter("{*}p"):
            names = {local(child) for child in line.iter()}
            is_agenda = any(inline.get("name") == "agenda item" for inline in line.iter("{*}inline"))
            if names & _COVER_BODY or is_agenda:
                known = next((kind for name, kind in _KIND_OF.items() if name in names), None)
                self._paragraph(line, _Form(ParagraphKind.AGENDA if is_agenda and known is None else known))
            else:
                text = FlowText()
                self._inline(line, PLAIN, "", text)
                self._read.cover.append(text.seen(Origin(COVER, len(self._read.cover))))

    def _table(self, table: etree._Element) -> None:
        number = self._tables
        self._tables += 1
        for row_number, row in enumerate(table.iter("{*}tr")):
            for column, cell in enumerate(child for child in row.iterchildren() if local(child) in ("td", "th")):
                place = CellPlace(number, row_number, column)
                if any(local(child) in _BLOCKS for child in cell):
                    for child in cell:
                        self._block(child, _Form(place=place))
                else:
                    self._paragraph(cell, _Form(place=place))

    def _paragraph(self, element: etree._Element, form: _Form) -> None:
        text = FlowText()
        self._inline(element, PLAIN, "", text)
        number, self._number = self._number, ""
        if not text.text.strip() and not number:
            return
        body = self._read.body
        if form.known is not None and form.place is None and not form.style:
            self._read.kinds[len(body)] = form.known
        body.append(text.seen(Origin(BODY, len(body)), number=number, style=form.style, place=form.place))

    def _inline(self, parent: etree._Element, marks: frozenset[Mark], link: str, text: FlowText) -> None:
        text.add_collapsed(parent.text or "", marks, link)
        for child in parent.iterchildren():
            if local(child):
                self._element(child, marks, link, text)
            text.add_collapsed(child.tail or "", marks, link)

    def _element(self, child: etree._Element, marks: frozenset[Mark], link: str, text: FlowText) -> None:
        name = local(child)
        own = {_ELEMENTS[name]} if name in _ELEMENTS else set()
        own |= {mark for word, mark in _CLASSES.items() if word in (child.get("class") or "").split()}
        parents = [local(parent) for parent in child.iterancestors()][:2]
        if name == "authorialNote":
            self._note(child, text)
        elif name == "eol":
            text.add("\n", marks)
        elif name == "img":
            self._read.left_out.pictures += 1
        elif name in ("ins", "del"):
            self._read.has_changes = True
            if self._read.accepted("") == (name == "ins"):
                self._inline(child, marks, link, text)
        elif name == "docNumber" and "preface" in parents:
            self._number = _words(child).rstrip(" .-–\u00a0") + "."
        elif name == "sup" and self._is_repeated(child):
            marker = _words(child).strip("()")
            text.add_object(ObjectKind.FOOTNOTE_MARK, self._markers[marker], "⟦footnote⟧", marks)
        elif name == "sup" and next(child.iter("{*}authorialNote"), None) is not None:
            self._inline(child, marks, link, text)
        elif name not in _SILENT and not (name == "sup" and _words(child) in _BRACKETS):
            self._inline(child, marks | own, child.get("href") or link, text)

    def _is_repeated(self, raised: etree._Element) -> bool:
        """Whether a raised number is the mark of a note that stands at an earlier mark."""
        found = _REPEATED.fullmatch(_words(raised))
        return found is not None and found[1] in self._markers

    def _note(self, element: etree._Element, text: FlowText) -> None:
        notes = self._read.notes
        marker = (element.get("marker") or "").strip() or str(len(notes) + 1)
        note_id = f"note {len(notes) + 1}"
        self._markers.setdefault(marker, note_id)
        text.add_object(ObjectKind.FOOTNOTE_MARK, note_id, "⟦footnote⟧")
        seen = []
        for number, line in enumerate([*element.iterchildren("{*}p")] or [element]):
            own = FlowText()
            line.text = _EMPTY_BRACKETS.sub("", line.text or "", count=1)
            self._inline(line, PLAIN, "", own)
            seen.append(own.seen(Origin(note_id, number)))
        notes.append(FlowNote(note_id, marker, tuple(seen)))


def _in_order(element: etree._Element) -> Iterator[etree._Element]:
    """The children, and text that stands beside them as if it were a paragraph."""
    has_blocks = any(local(child) for child in element)
    if (element.text or "").strip() and not has_blocks:
        paragraph = etree.Element("p")
        paragraph.text = element.text
        yield paragraph
    yield from element.iterchildren()


def _is_alone_in_heading(number: etree._Element) -> bool:
    """Whether a number is all that a heading holds: "II" on a line of its own."""
    parent = number.getparent()
    return parent is not None and len(parent) == 1 and _HEADING_CLASS.search(parent.get("class") or "") is not None


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
