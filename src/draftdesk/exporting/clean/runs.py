"""Texts become Word runs: marks, tabs, line breaks, no-break hyphens and note marks, nothing else.

What a text holds besides (pictures, comment marks) is not part of a clean text and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import InlineObject, Mark, ObjectKind, Run
from draftdesk.wordml.names import NS_R, NS_W, R_ID, RPR, VAL, XML_SPACE, P, R, w

NSMAP: Final = {"w": NS_W, "r": NS_R}
_PIECES: Final = re.compile(r"[^\t\n\u2011\u00ad]+|[\t\n\u2011\u00ad]")
_ELEMENTS: Final = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen", "\u00ad": "softHyphen"}
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CARRIED: Final = ("https://", "http://", "mailto:")
_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)

# The order of CT_RPr: style, then toggles, highlight, underline, position on the line, direction.
_MARK_ELEMENTS: Final = (
    (Mark.BOLD, "b", None),
    (Mark.ITALIC, "i", None),
    (Mark.STRIKE, "strike", None),
    (Mark.HIGHLIGHT, "highlight", "yellow"),
    (Mark.UNDERLINE, "u", "single"),
    (Mark.SUPERSCRIPT, "vertAlign", "superscript"),
    (Mark.SUBSCRIPT, "vertAlign", "subscript"),
)


def element(name: str, /, **attributes: str) -> etree._Element:
    """A new element of WordprocessingML with attributes of the same namespace."""
    return etree.Element(w(name), {w(key): value for key, value in attributes.items()}, NSMAP)


@dataclass(slots=True)
class NotesInUse:
    """The notes of a draft in the order of their marks; ids count from 1, as Word prints them."""

    draft: Draft
    notes: list[Note] = field(default_factory=list)

    def mark(self, item: InlineObject, marks: frozenset[Mark]) -> list[etree._Element]:
        """The runs of a note mark; a second mark of the same note repeats its number, as it is printed."""
        note = self.draft.notes_by_id.get((item.kind, item.target))
        if note is None:
            return []
        if note in self.notes:
            return [run(str(self.notes.index(note) + 1), marks, style="FootnoteReference")]
        self.notes.append(note)
        reference = run("", marks, style="FootnoteReference")
        attributes = {"id": str(len(self.notes))}
        if is_custom(note):
            attributes["customMarkFollows"] = "1"
        reference.append(element("footnoteReference", **attributes))
        if is_custom(note):
            reference.append(text_element(note.mark))
        return [reference]


@dataclass(slots=True)
class Story:
    """What the runs of one part relate to: addresses of links, and notes (None where none may stand)."""

    notes: NotesInUse | None = None
    addresses: list[str] = field(default_factory=list)

    def linked(self, one: etree._Element, address: str) -> etree._Element:
        """A run inside a link; only addresses of the web and of mail are carried over."""
        if not address.startswith(_CARRIED):
            return one
        if address not in self.addresses:
            self.addresses.append(address)
        link = element("hyperlink", history="1")
        link.set(R_ID, link_id(self.addresses.index(address)))
        link.append(one)
        return link


def link_id(index: int) -> str:
    """The id of the relationship to an address."""
    return f"link-{index + 1}"


def is_custom(note: Note) -> bool:
    """Whether a note has a typed mark, such as an asterisk, instead of a number; endnotes count i, ii, iii."""
    counted = note.kind is NoteKind.ENDNOTE and set(note.mark) <= set("ivxlc")
    return bool(note.mark) and not note.mark.isdigit() and not counted


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def text_element(text: str) -> etree._Element:
    """A w:t whose blanks count."""
    made = element("t")
    made.text = xml_text(text)
    made.set(XML_SPACE, "preserve")
    return made


def run(text: str, marks: Iterable[Mark] = (), *, style: str = "", roman: bool = False) -> etree._Element:
    """A run; `roman` takes back the italics of the paragraph's style."""
    made = element("r")
    properties = etree.SubElement(made, RPR)
    if style:
        properties.append(element("rStyle", val=style))
    wanted = frozenset(marks)
    for mark, name, value in _MARK_ELEMENTS:
        if mark in wanted:
            properties.append(element(name, val=value) if value else element(name))
        elif mark is Mark.ITALIC and roman:
            properties.append(element(name, val="0"))
    if not len(properties):
        made.remove(properties)
    for piece in _PIECES.findall(text):
        made.append(element(_ELEMENTS[piece]) if piece in _ELEMENTS else text_element(piece))
    return made


def runs_of(
    text: str,
    runs: Sequence[Run],
    objects: Sequence[InlineObject],
    story: Story,
    kept: frozenset[Mark] = frozenset(Mark),
    added: frozenset[Mark] = frozenset(),
) -> list[etree._Element]:
    """The runs and links of a text; `kept` are the marks that count, those of the paragraph's style left out.

    `added`: marks that all of the text has.
    """
    at = {item.at: item for item in objects}
    typed = {place for item in objects for place in _typed_mark(text, item, story)}
    plain: tuple[frozenset[Mark], str] = (added, "")
    looks = [plain] * len(text)
    for one in runs:
        for offset in range(max(one.span.start, 0), min(one.span.end, len(text))):
            looks[offset] = (one.marks & kept | added, one.link)
    made: list[etree._Element] = []
    kept_offsets = [offset for offset in range(len(text)) if offset not in typed]
    for (item, look), group in groupby(kept_offsets, key=lambda offset: (at.get(offset), looks[offset])):
        if item is None:
            marks, address = look
            style = "Hyperlink" if address.startswith(_CARRIED) else ""
            made.append(story.linked(run("".join(text[offset] for offset in group), marks, style=style), address))
        elif item.kind in _NOTE_MARKS and story.notes is not None:
            made += story.notes.mark(item, look[0])
        elif item.kind is ObjectKind.SYMBOL:
            made.append(_symbol(item))
    return [one for one in made if any(child.tag != RPR for child in one)]


def _typed_mark(text: str, item: InlineObject, story: Story) -> range:
    """Where a note's own mark, such as an asterisk, is typed behind its object, as Word has it."""
    note = story.notes.draft.notes_by_id.get((item.kind, item.target)) if story.notes is not None else None
    if note is None or not is_custom(note) or not text.startswith(note.mark, item.at + 1):
        return range(0)
    return range(item.at + 1, item.at + 1 + len(note.mark))


def _symbol(item: InlineObject) -> etree._Element:
    font, _, char = item.target.rpartition(" ")
    made = element("r")
    if font and re.fullmatch(r"[0-9A-Fa-f]{4}", char):
        made.append(element("sym", font=font, char=char))
    return made


def paragraph(
    style: str, content: Iterable[etree._Element], *properties: etree._Element, right_to_left: bool = False
) -> etree._Element:
    """A paragraph of a style; further properties come in the order of CT_PPr."""
    made = element("p")
    own = etree.SubElement(made, w("pPr"))
    own.append(element("pStyle", val=style))
    placed = sorted([*properties, *([element("bidi")] if right_to_left else [])], key=_place)
    own.extend(placed)
    made.extend(content)
    if right_to_left:
        for one in made.iter(R):
            _turn(one)
    return made


_ORDER: Final = ("keepNext", "pageBreakBefore", "tabs", "bidi", "spacing", "ind", "jc", "rPr", "sectPr")


def _place(property_element: etree._Element) -> int:
    return _ORDER.index(etree.QName(property_element).localname)


_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_LEFT_TO_RIGHT: Final = "\u200e"
"""Stands before a number that begins Latin words, or it goes to their end."""


def turn(root: etree._Element) -> None:
    """A header or footer from right to left: its tables mirrored, its paragraphs turned; symbols stay as they are."""
    for table in root.iter(w("tblPr")):
        table.insert(0, element("bidiVisual"))
    for one in root.iter(P):
        style = one.find(f"{w('pPr')}/{w('pStyle')}")
        if style is not None:
            style.addnext(element("bidi"))
    for one in root.iter(R):
        said = "".join(one.itertext())
        if _ARABIC.search(said):
            _turn(one)
        elif said[:1].isdigit() and (words := one.find(w("t"))) is not None:
            words.text = _LEFT_TO_RIGHT + said


def _turn(one: etree._Element) -> None:
    """Let a run go from right to left; its script has bold and italic letters of its own."""
    properties = one.find(RPR)
    if properties is None:
        properties = element("rPr")
        one.insert(0, properties)
    for name in ("b", "i"):
        mark = properties.find(w(name))
        if mark is not None:
            mark.addnext(element(f"{name}Cs", **({"val": "0"} if mark.get(VAL) == "0" else {})))
    properties.append(element("rtl"))
