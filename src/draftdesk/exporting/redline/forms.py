"""How new paragraphs and runs are set in the base's file: by its own styles, like their neighbours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from copy import copy
from typing import Final

from lxml import etree

from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, ParagraphKind
from draftdesk.wordml.names import NS_MC, PPR, RPR, VAL, P, R, T, w
from draftdesk.wordml.styles import StyleSheet, setting_of

_RUN_ORDER: Final = tuple(
    w(name)
    for name in (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
        *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing"),
        *("w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText"),
        *("vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    )
)
_PLACE: Final = {tag: place for place, tag in enumerate(_RUN_ORDER)}
_MEANING: Final = frozenset(
    w(name) for name in ("b", "bCs", "i", "iCs", "u", "strike", "vertAlign", "highlight", "rStyle")
)
_RUN_STYLE: Final = w("rStyle")
_DIRECT: Final = {
    Mark.BOLD: ("b", ""),
    Mark.ITALIC: ("i", ""),
    Mark.UNDERLINE: ("u", "single"),
    Mark.STRIKE: ("strike", ""),
    Mark.SUPERSCRIPT: ("vertAlign", "superscript"),
    Mark.SUBSCRIPT: ("vertAlign", "subscript"),
    Mark.HIGHLIGHT: ("highlight", "yellow"),
}
_INSTEAD: Final = {
    ParagraphKind.ANNEX_TITLE: ParagraphKind.TITLE,
    ParagraphKind.ARTICLE: ParagraphKind.HEADING,
    ParagraphKind.DECLARATION: ParagraphKind.OPERATIVE,
    ParagraphKind.PREAMBULAR: ParagraphKind.OPERATIVE,
    ParagraphKind.OPERATIVE: ParagraphKind.PREAMBULAR,
    ParagraphKind.CLOSING: ParagraphKind.OPERATIVE,
    **dict.fromkeys(SUBPARAGRAPHS, ParagraphKind.OPERATIVE),
}
"""Whose form a kind takes where the base has none of it."""
_BEFORE_PAGE_BREAK: Final = frozenset(map(w, ("pStyle", "keepNext", "keepLines")))
_SAYING: Final = {
    Mark.BOLD: (w("b"), w("bCs")),
    Mark.ITALIC: (w("i"), w("iCs")),
    Mark.HIGHLIGHT: (w("highlight"), w("shd")),
}
"""What says that a run has a mark that a hand can set."""

_NOT_COPIED: Final = frozenset(map(w, ("sectPr", "pPrChange", "ins", "del", "moveFrom", "moveTo", "rPrChange")))
_EXTENSIONS: Final = ("{http://schemas.microsoft.com/office/", f"{{{NS_MC}}}")


class Forms:
    """The forms of one part of the base; `root` is its tree, `kin` its paragraphs with their kinds, in order."""

    def __init__(
        self,
        root: etree._Element,
        styles: StyleSheet,
        new_styles: StyleSheet | None = None,
        kin: list[tuple[ParagraphKind, etree._Element]] | None = None,
        *,
        same_numbering: bool = False,
    ) -> None:
        self.root = root
        self._run_made, self._properties_made = (root.makeelement(tag, {}, root.nsmap) for tag in (R, RPR))  # to copy
        self._styles = styles
        self._new_styles = new_styles
        self._ids = {style.name.casefold(): style.id for style in styles.styles.values()}
        self.same_numbering = same_numbering
        self._order = {element: place for place, (_, element) in enumerate(kin or [])}
        self._by_kind: dict[ParagraphKind, list[tuple[int, etree._Element]]] = {}
        for place, (kind, element) in enumerate(kin or []):
            self._by_kind.setdefault(kind, []).append((place, element))

    def mapped(self, own: etree._Element | None, near: etree._Element | None) -> etree._Element | None:
        """A copy of properties of the new file in terms of the base's styles; `near` where they have none."""
        if own is None:
            return None
        copied = _stripped(own)
        style = copied.find(w("pStyle"))
        if style is not None:
            known = self._style_id(style.get(VAL, ""))
            if known is None:
                return self._like(near)
            style.set(VAL, known)
        numbering = copied.find(w("numPr"))
        if numbering is not None and not self.same_numbering:
            copied.remove(numbering)
        run_properties = copied.find(RPR)
        if run_properties is not None:
            self._map_run_style(run_properties)
        return copied

    def like_kin(self, kind: ParagraphKind, near: etree._Element | None) -> etree._Element | None:
        """A copy of the properties of the nearest paragraph of a kind, those before `near` first.

        The first annex of a file begins a page.
        """
        properties = self._like(self.nearest(kind, near))
        if properties is not None and kind is ParagraphKind.ANNEX_TITLE and kind not in self._by_kind:
            place = sum(1 for child in properties if child.tag in _BEFORE_PAGE_BREAK)
            properties.insert(place, self.root.makeelement(w("pageBreakBefore"), {}, self.root.nsmap))
        return properties

    def nearest(self, kind: ParagraphKind, near: etree._Element | None) -> etree._Element | None:
        """The nearest paragraph of a kind or of the one whose form it takes, or `near` where the base has neither."""
        found = self._by_kind.get(kind) or self._by_kind.get(_INSTEAD.get(kind, kind))
        if not found:
            return near
        at = self._order.get(near, 0) if near is not None else 0
        index = bisect_right(found, at, key=lambda item: item[0])
        return found[max(index - 1, 0)][1]

    def run_like(self, beside: etree._Element | None, new_run: etree._Element) -> etree._Element:
        """An empty run: set like `beside`, but italic, bold, raised ... as in the new file."""
        own = next(new_run.iterchildren(RPR), None)
        there = next(beside.iterchildren(RPR), None) if beside is not None else None
        if own is None and there is None:
            return copy(self._run_made)
        properties = copy(self._properties_made) if own is None else _stripped(own)
        if beside is not None:
            meaning = [child for child in properties if child.tag in _MEANING]
            properties = copy(self._properties_made) if there is None else _stripped(there)
            for child in list(properties):
                if child.tag in _MEANING:
                    properties.remove(child)
            properties.extend(meaning)
            put_in_order(properties)
        self._map_run_style(properties)
        return self._run(properties)

    def run_with_marks(
        self, beside: etree._Element | None, marks: frozenset[Mark] | None, kind: ParagraphKind
    ) -> etree._Element:
        """An empty run with the marks (None: those of `beside`), else set like `beside` or like kin."""
        like = beside if beside is not None else self._run_of_kin(kind)
        there = like.find(RPR) if like is not None else None
        properties = copy(self._properties_made) if there is None else _stripped(there)
        if marks is None:
            return self._run(properties)
        for child in list(properties):
            if child.tag in _MEANING:
                properties.remove(child)
        for mark in marks:
            name, value = _DIRECT[mark]
            attributes = {VAL: value} if value else {}
            properties.append(self.root.makeelement(w(name), attributes, self.root.nsmap))
        put_in_order(properties)
        return self._run(properties)

    def remarked(self, run: etree._Element, before: frozenset[Mark], after: frozenset[Mark]) -> etree._Element:
        """The properties of a run of the base with other marks; whatever else they say stays."""
        own = run.find(RPR)
        made = copy(self._run_made)
        made.append(copy(self._properties_made) if own is None else _stripped(own))
        properties = made[0]
        paragraph = next(run.iterancestors(P), None)
        style = setting_of(paragraph).style if paragraph is not None else ""
        for mark in sorted(before ^ after):
            for child in list(properties.iterchildren(*_SAYING[mark])):
                properties.remove(child)
            by_style = mark in self._styles.marks_of_run(made, style)
            if by_style is (mark in after):
                continue
            name, value = _DIRECT[mark]
            attributes = {VAL: value if mark in after else "0"} if value or mark not in after else {}
            properties.append(self.root.makeelement(w(name), attributes, self.root.nsmap))
            if mark is not Mark.HIGHLIGHT and properties.find(w("rtl")) is not None:
                properties.append(self.root.makeelement(w(f"{name}Cs"), attributes, self.root.nsmap))
        put_in_order(properties)
        return properties

    def note_run(self, kind: str) -> etree._Element:
        """An empty run for the mark of a note ("footnote", "endnote"): the base's style for it, or raised."""
        style = self._ids.get(f"{kind} reference")
        name, value = ("rStyle", style) if style is not None else ("vertAlign", "superscript")
        properties = copy(self._properties_made)
        properties.append(self.root.makeelement(w(name), {VAL: value}, self.root.nsmap))
        return self._run(properties)

    def note_style(self, kind: str) -> str | None:
        """The id of the base's style for the text of notes."""
        return self._ids.get(f"{kind} text")

    def map_run_styles(self, element: etree._Element) -> None:
        """Give the runs in an element of the new file the base's styles."""
        for properties in element.iter(RPR):
            self._map_run_style(properties)

    def _run_of_kin(self, kind: ParagraphKind) -> etree._Element | None:
        """The last run with words of a paragraph of the kind."""
        paragraph = self.nearest(kind, None)
        if paragraph is None:
            return None
        runs = [run for run in paragraph.iterchildren(R) if any((t.text or "").strip() for t in run.iterchildren(T))]
        return runs[-1] if runs else None

    def _run(self, properties: etree._Element) -> etree._Element:
        run = copy(self._run_made)
        if len(properties):
            run.append(properties)
        return run

    def _like(self, paragraph: etree._Element | None) -> etree._Element | None:
        own = paragraph.find(PPR) if paragraph is not None and paragraph.tag == P else None
        return None if own is None else _stripped(own)

    def _style_id(self, new_id: str) -> str | None:
        if self._new_styles is None:
            return new_id if new_id in self._styles.styles else None
        return self._ids.get(self._new_styles.name(new_id).casefold())

    def _map_run_style(self, properties: etree._Element) -> None:
        style = next(properties.iterchildren(_RUN_STYLE), None)
        if style is None:
            return
        known = self._style_id(style.get(VAL, ""))
        if known is None:
            properties.remove(style)
        else:
            style.set(VAL, known)


def in_order(properties: Iterable[etree._Element]) -> list[etree._Element]:
    """Properties of a run in the order that the schema asks for."""
    return sorted(properties, key=lambda element: _PLACE.get(str(element.tag), len(_PLACE)))


def put_in_order(properties: etree._Element) -> None:
    """Put the properties of a run in the order that the schema asks for; most often they are."""
    ordered = in_order(properties)
    if ordered != list(properties):
        properties[:] = ordered


def _stripped(properties: etree._Element) -> etree._Element:
    """A copy without marks of revisions, sections and what only newer programs know."""
    copied = copy(properties)  # with all in it
    copied.tail = None
    for element in list(copied.iterdescendants(etree.Element)):
        tag = str(element.tag)
        if tag in _NOT_COPIED or tag.startswith(_EXTENSIONS):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    return copied
