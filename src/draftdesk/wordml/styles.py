"""What styles say: names, and how runs are set (ECMA-376 part 1, 17.7.2 and 17.7.3).

Toggle properties (bold, italic) of paragraph and character style cancel each other out; direct formatting
and the document's defaults decide by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from draftdesk.wordml.late import Late
from draftdesk.wordml.names import PPR, RPR, VAL, w
from draftdesk.wordml.package import WordPackage

_TOGGLES = {"italic": w("i"), "bold": w("b"), "strike": w("strike")}
_OFF = frozenset({"0", "false", "off", "none"})
_RUN_STYLE = w("rStyle")
_UNDERLINE = w("u")
_VERTICAL = w("vertAlign")
_HIGHLIGHT = w("highlight")
_SHADING = w("shd")
_FILL = w("fill")
_UNSEEN_FILLS = frozenset({"", "auto", "ffffff"})
_STYLE = w("pStyle")
_STYLE_ID = w("styleId")
_DEFAULT = w("default")
_ALIGNMENT = w("jc")
_NUMBERING = w("numPr")
_TELLING: dict[object, str] = {
    **dict.fromkeys((*_TOGGLES.values(), _RUN_STYLE, _UNDERLINE, _VERTICAL, _HIGHLIGHT), VAL),
    _SHADING: _FILL,
}
"""The properties of a run that its marks depend on, each with its attribute; some shade as with a marker pen."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style; `marks` says for each toggle whether the style itself sets it on or off."""

    id: str
    name: str
    based_on: str
    marks: dict[str, bool]
    alignment: str
    numbering: tuple[str, int] | None


@dataclass(frozen=True)
class StyleSheet:
    """The styles of a package by id."""

    styles: Mapping[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""

    def name(self, style_id: str) -> str:
        """The name of a style as Word shows it, its id where it is not defined."""
        known = self._names.get(style_id)
        if known is None:
            known = self._names[style_id] = self.styles[style_id].name if style_id in self.styles else style_id
        return known

    @cached_property
    def _names(self) -> dict[str, str]:
        """What was asked before."""
        return {}

    def chain(self, style_id: str) -> list[Style]:
        """The style and what it is based on, nearest first; circles are cut."""
        found: dict[str, Style] = {}
        while style_id in self.styles and style_id not in found:
            found[style_id] = self.styles[style_id]
            style_id = found[style_id].based_on
        return list(found.values())

    @cached_property
    def _marks_by_style(self) -> dict[str, dict[str, bool]]:
        """What was asked before: a file uses few of its styles."""
        return {}

    def _marks_of(self, style_id: str) -> dict[str, bool]:
        """What a style, with what it is based on, says of each toggle."""
        known = self._marks_by_style.get(style_id)
        if known is None:
            known = {}
            for style in self.chain(style_id):
                known = style.marks | known
            self._marks_by_style[style_id] = known
        return known

    def toggles(self, style_id: str, mark: str) -> bool:
        """Whether a style, with what it is based on, sets a mark on."""
        return self._marks_of(style_id).get(mark, False)

    def alignment(self, style_id: str) -> str:
        """The w:jc value of a style, "" where none is given."""
        known = self._alignments.get(style_id)
        if known is None:
            known = next((style.alignment for style in self.chain(style_id) if style.alignment), "")
            self._alignments[style_id] = known
        return known

    @cached_property
    def _alignments(self) -> dict[str, str]:
        """What was asked before."""
        return {}

    def numbering(self, style_id: str) -> tuple[str, int] | None:
        """(numId, level) that a paragraph style gives, None where it gives none."""
        if style_id not in self._numberings:
            given = (style.numbering for style in self.chain(style_id) if style.numbering is not None)
            self._numberings[style_id] = next(given, None)
        return self._numberings[style_id]

    @cached_property
    def _numberings(self) -> dict[str, tuple[str, int] | None]:
        """What was asked before."""
        return {}

    def _marks_of_style(self, style_id: str) -> frozenset[str]:
        return self._set_on(style_id or self.default_paragraph)

    def _set_on(self, style_id: str) -> frozenset[str]:
        known = self._known_set_on.get(style_id)
        if known is None:
            known = frozenset([mark for mark, on in self._marks_of(style_id).items() if on])
            self._known_set_on[style_id] = known
        return known

    @cached_property
    def _known_set_on(self) -> dict[str, frozenset[str]]:
        """What was asked before: each paragraph asks what its style says."""
        return {}

    def marks_of_run(self, run: etree._Element, paragraph_style: str) -> frozenset[str]:
        """How a run is set: italic, bold, strike, underline, superscript, subscript, highlight."""
        return self.marks_of(next(run.iterchildren(RPR), None), paragraph_style)

    def marks_of(self, properties: etree._Element | None, paragraph_style: str) -> frozenset[str]:
        """How a run is set by its w:rPr, None where it has none."""
        if properties is None:
            return self._marks_of_style(paragraph_style)
        told: tuple[object, ...] = (paragraph_style,)
        for child in properties:
            tag = child.tag
            attribute = _TELLING.get(tag)
            if attribute is not None:
                told += (tag, child.get(attribute))
        marks = self._known_marks.get(told)
        if marks is None:
            marks = self._known_marks[told] = self._marks_by(properties, paragraph_style)
        return marks

    @cached_property
    def _known_marks(self) -> dict[tuple[object, ...], frozenset[str]]:
        """What was asked before: a file sets thousands of runs in some dozen ways."""
        return {}

    def _marks_by(self, properties: etree._Element, paragraph_style: str) -> frozenset[str]:
        """The marks of a run by its own properties in a paragraph of a style."""
        children = children_of(properties)
        own = {tag: child.get(_TELLING[tag]) for tag, child in children.items() if tag in _TELLING}
        by_paragraph = self._marks_of_style(paragraph_style)
        by_run = self._set_on(own.get(_RUN_STYLE) or "")
        marks = set(by_paragraph ^ by_run)
        for mark, tag in _TOGGLES.items():
            if tag in own:
                value = own[tag]
                (marks.discard if value in _OFF else marks.add)(mark)
        if (own.get(_UNDERLINE) or "none") != "none":
            marks.add("underline")
        vertical = own.get(_VERTICAL)
        if vertical in ("superscript", "subscript"):
            marks.add(vertical)
        if own.get(_HIGHLIGHT, "none") != "none" or (own.get(_SHADING) or "").lower() not in _UNSEEN_FILLS:
            marks.add("highlight")
        return frozenset(marks)


class Setting(NamedTuple):
    """What a w:pPr says: the style id ("" for the default), the w:jc value, (numId, level)."""

    style: str = ""
    alignment: str = ""
    numbering: tuple[str, int] | None = None


def setting_of(paragraph: etree._Element) -> Setting:
    """How a w:p is set."""
    return setting_by(next(paragraph.iterchildren(PPR), None))


def setting_by(properties: etree._Element | None) -> Setting:
    """How a w:p is set by its w:pPr, None where it has none."""
    if properties is None:
        return Setting()
    style = alignment = ""
    numbering = None
    for child in reversed(properties):  # the first of each counts
        tag = child.tag
        if tag == _STYLE:
            style = child.get(VAL, "")
        elif tag == _ALIGNMENT:
            alignment = child.get(VAL, "")
        elif tag == _NUMBERING:
            numbering = _numbering_in(child)
    return Setting(style, alignment, numbering)


def children_of(element: etree._Element | None) -> dict[str, etree._Element]:
    """The first child of each tag; all are asked for at once, which is sooner done than one by one."""
    return {} if element is None else {str(child.tag): child for child in reversed(element)}


def value_of(children: Mapping[str, etree._Element], tag: str) -> str:
    """The w:val of the child of a tag, "" where there is none."""
    child = children.get(tag)
    return child.get(VAL, "") if child is not None else ""


def read_styles(package: WordPackage) -> StyleSheet:
    """The style sheet of a package, an empty one where it has none."""
    part = package.related("styles")
    if part is None:
        return StyleSheet()
    elements, default = {}, ""
    for element in package.xml(part).iter(w("style")):
        id_ = element.get(_STYLE_ID, "")
        elements[id_] = element
        if element.get(_DEFAULT) in ("1", "true") and element.get(w("type")) == "paragraph":
            default = id_
    return StyleSheet(Late(elements, _style), default)


def _style(element: etree._Element) -> Style:
    own = children_of(element)
    by_run, by_paragraph = children_of(own.get(RPR)), children_of(own.get(PPR))
    return Style(
        id=element.get(_STYLE_ID, ""),
        name=value_of(own, w("name")) if w("name") in own else element.get(_STYLE_ID, ""),
        based_on=value_of(own, w("basedOn")),
        marks={mark: by_run[tag].get(VAL, "1") not in _OFF for mark, tag in _TOGGLES.items() if tag in by_run},
        alignment=value_of(by_paragraph, _ALIGNMENT),
        numbering=_numbering_of(by_paragraph),
    )


def _numbering_of(properties: Mapping[str, etree._Element]) -> tuple[str, int] | None:
    """(numId, level) of what a w:pPr holds; numId "0" means: none, on purpose."""
    element = properties.get(_NUMBERING)
    return None if element is None else _numbering_in(element)


def _numbering_in(element: etree._Element) -> tuple[str, int]:
    own = children_of(element)
    level = value_of(own, w("ilvl"))
    return value_of(own, w("numId")), int(level) if level.isdigit() else 0
