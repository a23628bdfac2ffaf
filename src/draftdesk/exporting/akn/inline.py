"""What stands inside a paragraph of Akoma Ntoso: marks, links, breaks, notes at their first mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from draftdesk.exporting.clean.runs import xml_text
from draftdesk.exporting.pieces import Piece, pieces_of
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import Mark, ObjectKind, Paragraph

NS_AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)
_CLASSES: Final = (
    (Mark.BOLD, "bold"), (Mark.ITALIC, "italic"), (Mark.UNDERLINE, "underline"), (Mark.HIGHLIGHT, "highlight"),
)  # fmt: skip
_RAISED: Final = ((Mark.SUPERSCRIPT, "sup"), (Mark.SUBSCRIPT, "sub"))


def akn(name: str, /, text: str = "", **attributes: str) -> etree._Element:
    """An element of Akoma Ntoso; a trailing underscore of an attribute's name is dropped ("class_")."""
    made = etree.Element(f"{{{NS_AKN}}}{name}", {key.rstrip("_"): value for key, value in attributes.items()})
    if text:
        made.text = xml_text(text)
    return made


@dataclass(slots=True)
class Inline:
    """Writes the insides of a draft's paragraphs; `given` are the notes that stand at an earlier mark."""

    draft: Draft
    given: dict[tuple[ObjectKind, str], str] = field(default_factory=dict)

    def paragraph(self, paragraph: Paragraph, name: str = "p") -> etree._Element:
        """An element with the text of a paragraph, blanks kept."""
        made = akn(name)
        made.set(XML_SPACE, "preserve")
        for piece in pieces_of(paragraph):
            self._add(made, piece)
        return made

    def _add(self, parent: etree._Element, piece: Piece) -> None:
        if piece.item is not None:
            if piece.item.kind in _NOTE_MARKS:
                self._note(parent, piece)
            return
        raised = next((name for mark, name in _RAISED if mark in piece.marks), "")
        classes = " ".join(name for mark, name in _CLASSES if mark in piece.marks)
        target = parent
        if piece.link:
            target = _inside(target, akn("a", href=xml_text(piece.link)))
        if classes:
            target = _inside(target, akn("span", class_=classes))
        if raised:
            target = _inside(target, akn(raised))
        for at, line in enumerate(piece.text.split("\n")):
            if at:
                target.append(akn("eol"))
            _append_text(target, line)

    def _note(self, parent: etree._Element, piece: Piece) -> None:
        assert piece.item is not None
        key = (piece.item.kind, piece.item.target)
        note = self.draft.notes_by_id.get(key)
        if note is None:
            return
        if key in self.given:
            parent.append(akn("sup", self.given[key]))
            return
        self.given[key] = note.mark
        parent.append(self._authorial(note))

    def _authorial(self, note: Note) -> etree._Element:
        made = akn("authorialNote", marker=note.mark, placement="bottom", eId=f"note_{len(self.given)}")
        for paragraph in note.paragraphs:
            made.append(self.paragraph(paragraph))
        return made


def _inside(parent: etree._Element, child: etree._Element) -> etree._Element:
    parent.append(child)
    return child


def _append_text(target: etree._Element, text: str) -> None:
    text = xml_text(text)
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text
