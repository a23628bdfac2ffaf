"""What the proof reads in a Word file: its text with the tracked changes that lie over it (ECMA-376, 17.13.5).

Nothing here is shared with the code that writes redlines. A piece of text, a paragraph mark, a row or a note
carries the kinds of change that lie over it; one side of the file is what no dropped kind lies over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from draftdesk.errors import ProofError, refusal
from draftdesk.exporting.proof.lines import (
    ACCEPTING,
    GONE,
    KINDS,
    NONE,
    REJECTING,
    Block,
    Cell,
    Kinds,
    Line,
    Paragraph,
    Story,
    Table,
    flat_lines,
    lines,
)
from draftdesk.exporting.proof.package import Package
from draftdesk.model.draft import View, ViewKind

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS: Final = frozenset({f"{_W}t", f"{_W}delText", f"{_M}t"})
_RUN: Final = f"{_W}r"
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SHOWN: Final = {
    "footnoteReference": "⟦footnote⟧",
    "endnoteReference": "⟦endnote⟧",
    **dict.fromkeys(("drawing", "pict", "object", "contentPart"), "⟦object⟧"),
}
_MARGINS: Final = ("header", "footer")
_SILENT: Final = frozenset(
    (
        *("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr"),
        *("smartTagPr", "customXmlPr", "instrText", "delInstrText", "rt", "rubyPr", "fldData", "softHyphen"),
    )
)

_OF_MARKS: Final = {kind: kind for kind in KINDS.values()}
_PARAGRAPH_PROPERTIES: Final = f"{_W}pPr"
_SECTION: Final = f"{_W}sectPr"
_UNREAD: Final = frozenset(f"{_W}{name}" for name in _SILENT)

_names_author: Final = etree.XPath("boolean(descendant-or-self::*/@w:author)", namespaces={"w": _W[1:-1]})

Keeping = Callable[[Paragraph, Kinds], None]
"""Keeps what will be asked of a paragraph and lets its element go; is told the kinds over the mark before, too."""


class Document(Package):
    """The stories of a Word file. `drop` decides all of its changes, `settles_cells` accepts those of cells alone.

    `by_author`: each kind that lies over a piece is followed by a blank and the author; `kinds` are all of these.
    `keeping` says, once the file is unpacked, what to keep of each paragraph; then no tree of the main part is made
    to read it. None where it is to be made.
    """

    def __init__(
        self,
        data: bytes,
        name: str,
        drop: Callable[[str, str], bool] | None = None,
        *,
        settles_cells: bool = False,
        by_author: bool = False,
        keeping: Callable[[Document], Keeping | None] | None = None,
    ) -> None:
        super().__init__(data, name)
        self._settles_cells = settles_cells
        self._by_author = by_author
        self.kinds: set[str] = set()
        self._drop = drop  # changes that are decided already: True drops what they lie over
        self._lines: dict[Kinds, list[tuple[str, Line]]] = {}
        self._shown: dict[Kinds, list[tuple[str, Line]]] = {}
        self.main = next(
            (t for kind, t, _ in self.relationships("").values() if kind == "officeDocument" and t in self.parts), ""
        )
        self._keep = keeping(self) if keeping is not None and self.main else None
        self._is_tracked: bool | None = None
        self._references: list[tuple[str, str, Kinds]] = []
        self._sections: list[tuple[etree._Element, Kinds]] = []
        self._fields: list[str] = []
        self._before = NONE  # the kinds over the paragraph mark before, in this story
        self._boxes: list[Story] = []
        self.body = Story("body", NONE, self._story(self._body()))
        self.others = [*self._notes("footnote"), *self._notes("endnote"), *self._margins()]
        self.others += self._boxes

    def body_lines(self, dropped: Kinds) -> list[tuple[str, Line]]:
        """The lines of one side of the body with their place in tables, in order."""
        if dropped not in self._lines:
            self._lines[dropped] = list(flat_lines(lines(self.body.blocks, dropped)))
        return self._lines[dropped]

    def shown_lines(self, dropped: Kinds) -> list[tuple[str, Line]]:
        """(place, line) of all stories that one side has; the body's paragraphs are numbered."""
        if dropped not in self._shown:
            body = enumerate(self.body_lines(dropped), 1)
            found = [(place.strip() or f"paragraph {number}", line) for number, (place, line) in body]
            for story, own in shown_stories(self, dropped):
                found += [(f"{story.place} {place}".strip(), line) for place, line in own]
            self._shown[dropped] = found
        return self._shown[dropped]

    def shown_texts(self, dropped: Kinds) -> list[tuple[str, str]]:
        """(place, text) of the same."""
        return [(place, line.text) for place, line in self.shown_lines(dropped)]

    @property
    def is_tracked(self) -> bool:
        """Whether the main part brought tracked changes along, of whatever kind: all name their author."""
        if self._is_tracked is None:
            self._is_tracked = _names_author(self.root(self.main))
        return self._is_tracked

    def let_go(self) -> None:
        """Give back the memory of trees, stories and main part; only the other parts may be asked for from now on."""
        del self.body, self.others
        self.parts[self.main] = b""
        for kept in (self._roots, self._lines, self._shown, self._references, self._sections, self._boxes):
            kept.clear()

    def _related(self, kind: str) -> str | None:
        return next((t for k, t, _ in self.relationships(self.main).values() if k == kind and t in self.parts), None)

    def _notes(self, kind: str) -> Iterator[Story]:
        part = self._related(f"{kind}s")
        notes = {note.get(f"{_W}id"): note for note in self.root(part)} if part is not None else {}
        for called, note_id, kinds in list(self._references):
            if called == kind and note_id in notes:
                yield Story(f"{kind}s", kinds, self._story(_children(notes[note_id])))

    def _margins(self) -> Iterator[Story]:
        targets = self.relationships(self.main)
        for section, kinds in list(self._sections):
            for item in section.iterchildren(f"{_W}headerReference", f"{_W}footerReference"):
                part = targets.get(item.get(_R_ID, ""), ("", "", False))[1]
                if part in self.parts:
                    kind = "header" if item.tag == f"{_W}headerReference" else "footer"
                    place = f"{kind} ({item.get(f'{_W}type', 'default')})"
                    yield Story(place, kinds, self._story(_children(self.root(part))))

    # Reading

    def _body(self) -> Iterator[etree._Element]:
        """What stands in the body, in order; where paragraphs are kept, it is parsed on the way."""
        if self._keep is None:
            body = self.root(self.main).find(f"{_W}body") if self.main else None
            found = None if body is None else _children(body)
        else:
            found = self.in_body(self.main)
        if found is None:
            raise refusal(ProofError, "redline_not_proved", reason=f"{self.name} has no body")
        return found if self._keep is None else self._passing(found)

    def _passing(self, elements: Iterator[etree._Element]) -> Iterator[etree._Element]:
        """The same; what is asked of a tree as a whole is found out on the way."""
        self._is_tracked = False
        for element in elements:
            self._is_tracked = self._is_tracked or _names_author(element)
            yield element

    def _story(self, children: Iterator[etree._Element]) -> list[Block]:
        outer, self._fields, self._before = (self._fields, self._before), [], NONE
        blocks = list(self._blocks(children, NONE))
        self._fields, self._before = outer
        return blocks

    def _blocks(self, children: Iterator[etree._Element], kinds: Kinds) -> Iterator[Block]:
        for child in children:
            if child.tag == f"{_W}p":
                yield self._paragraph(child, kinds)
            elif child.tag == f"{_W}tbl":
                yield Table(list(self._rows(child, kinds)))
            elif child.tag == f"{_W}sectPr":
                self._sections.append((child, kinds))
            elif _name(child) not in _SILENT:
                yield from self._blocks(_children(_chosen(child)), kinds | self._over(child))

    def _rows(self, container: etree._Element, kinds: Kinds) -> Iterator[tuple[Kinds, list[Cell]]]:
        for child in container.iterchildren(etree.Element):
            if child.tag == f"{_W}tr":
                own = kinds | self._declared(child, "trPr", {"ins": "ins", "del": "del"})
                yield own, list(self._cells(child, own))
            elif _name(child) not in _SILENT:
                yield from self._rows(_chosen(child), kinds | self._over(child))

    def _cells(self, container: etree._Element, kinds: Kinds) -> Iterator[Cell]:
        for child in container.iterchildren(etree.Element):
            if child.tag == f"{_W}tc":
                own = kinds | self._of_cell(child)
                yield Cell(own, list(self._blocks(_children(child), own)))
            elif _name(child) not in _SILENT:
                yield from self._cells(_chosen(child), kinds | self._over(child))

    def _of_cell(self, cell: etree._Element) -> Kinds:
        if self._settles_cells:
            return GONE if cell.find(f"{_W}tcPr/{_W}cellDel") is not None else NONE
        return self._declared(cell, "tcPr", {"cellIns": "ins", "cellDel": "del"})

    def _paragraph(self, element: etree._Element, kinds: Kinds) -> Paragraph:
        paragraph = Paragraph(element)
        self._inline(element, kinds, None, paragraph)
        properties = next(element.iterchildren(_PARAGRAPH_PROPERTIES), None)
        paragraph.mark = kinds
        if properties is not None:
            paragraph.mark = kinds | self._declared(properties, "rPr", _OF_MARKS)
            section = next(properties.iterchildren(_SECTION), None)
            if section is not None:
                self._sections.append((section, paragraph.mark))
        if self._keep is not None:
            self._keep(paragraph, self._before)
        self._before = paragraph.mark
        return paragraph

    def _inline(self, parent: etree._Element, kinds: Kinds, run: etree._Element | None, paragraph: Paragraph) -> None:
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                self._add(paragraph, _text(child), kinds, run)
                continue
            if tag == _RUN:
                self._inline(child, kinds, child, paragraph)
                continue
            if tag in _UNREAD or not isinstance(tag, str):
                continue
            name = _name(child)
            if name in _CHARACTERS:
                self._add(paragraph, _CHARACTERS[name], kinds, run)
            elif name in _SHOWN:
                self._add(paragraph, _SHOWN[name], kinds, run)
                self._boxes += [Story("text box", kinds, self._story(_children(box))) for box in _boxes_in(child)]
                if name.endswith("Reference"):
                    self._references.append((name.removesuffix("Reference"), child.get(f"{_W}id", ""), kinds))
            elif name == "sym":
                shown = f"⟦sym {child.get(f'{_W}font', '')} {child.get(f'{_W}char', '').upper()}⟧"
                self._add(paragraph, shown, kinds, run)
            elif name == "fldChar":
                self._field(child.get(f"{_W}fldCharType", ""))
            elif name not in _SILENT:
                self._inline(_chosen(child), kinds | self._over(child), run, paragraph)

    def _add(self, paragraph: Paragraph, text: str, kinds: Kinds, run: etree._Element | None) -> None:
        if text and "code" not in self._fields:
            paragraph.pieces.append((text, kinds))
            paragraph.runs.append(run)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("code")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _over(self, element: etree._Element) -> Kinds:
        kind = KINDS.get(str(element.tag))
        return NONE if kind is None else self._counted(element, kind)

    def _declared(self, element: etree._Element, properties: str, kinds: dict[str, str]) -> Kinds:
        own = next(element.iterchildren(f"{_W}{properties}"), None)
        if own is None:
            return NONE
        found: Kinds = NONE
        for child in own.iterchildren(etree.Element):
            kind = kinds.get(_name(child))
            if kind is not None and str(child.tag).startswith(_W):
                found |= self._counted(child, kind)
        return found

    def _counted(self, mark: etree._Element, kind: str) -> Kinds:
        """A change of a file that is decided already is either as if it were not there or as if dropped."""
        author = mark.get(f"{_W}author", "")
        if self._drop is not None:
            return GONE if self._drop(kind, author) else NONE
        counted = f"{kind} {author}" if self._by_author else kind
        self.kinds.add(counted)
        return frozenset({counted})


def keep_text(paragraph: Paragraph, _before: Kinds) -> None:
    """Keep nothing of a paragraph beside its text and the kinds over it."""
    paragraph.let_go()


def dropping(view: View) -> Callable[[str, str], bool]:
    """Whether a change that a file brought along drops what it lies over, in a view of that file."""

    def drops(kind: str, author: str) -> bool:
        accepted = author == view.author if view.kind is ViewKind.BY_AUTHOR else view.kind is ViewKind.FINAL
        return kind in (ACCEPTING if accepted else REJECTING)

    return drops


def shown_stories(document: Document, dropped: Kinds) -> Iterator[tuple[Story, list[tuple[str, Line]]]]:
    """The stories beside the body that one side has, with their lines; a header without any text is as none."""
    for story in document.others:
        if not story.kinds & dropped:
            found = list(flat_lines(lines(story.blocks, dropped)))
            if not story.place.startswith(_MARGINS) or any(line.text for _, line in found):
                yield story, found


def _name(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag.removeprefix(_W)


def _children(element: etree._Element) -> Iterator[etree._Element]:
    return element.iterchildren(etree.Element)


def _chosen(element: etree._Element) -> etree._Element:
    if element.tag == f"{_MC}AlternateContent":
        choice = element.find(f"{_MC}Choice")
        return element if choice is None else choice
    return element


def _boxes_in(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, those in them and in fallbacks aside."""
    for child in element.iterchildren(etree.Element):
        if child.tag == f"{_W}txbxContent":
            yield child
        else:
            yield from _boxes_in(_chosen(child))


def _text(element: etree._Element) -> str:
    text = element.text or ""
    if "\t" in text or "\n" in text or "\r" in text:
        text = text.replace("\t", " ").replace("\r", " ").replace("\n", " ")
    if not text.startswith(" ") and not text.endswith(" "):
        return text  # whatever is said of blanks at its ends
    place: etree._Element | None = element
    while place is not None:
        declared = place.get(_SPACE)
        if declared is not None:
            return text if declared == "preserve" else text.strip(" ")
        place = place.getparent()
    return text.strip(" ")
