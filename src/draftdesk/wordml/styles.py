"""What styles say: names, and how runs are set (ECMA-376 part 1, 17.7.2 and 17.7.3).

Toggle properties (bold, italic) of paragraph and character style cancel each other out; direct formatting
and the document's defaults decide by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from draftdesk.wordml.names import PPR, RPR, VAL, w
from draftdesk.wordml.package import WordPackage

_TOGGLES = {"italic": w("i"), "bold": w("b"), "strike": w("strike")}
_OFF = frozenset({"0", "false", "off", "none"})
_RUN_STYLE = w("rStyle")
_UNDERLINE = w("u")
_VERTICAL = w("vertAlign")


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

    styles: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""

    def name(self, style_id: str) -> str:
        """The name of a style as Word shows it, its id where it is not defined."""
        style = self.styles.get(style_id)
        return style.name if style is not None else style_id

    def chain(self, style_id: str) -> list[Style]:
        """The style and what it is based on, nearest first; circles are cut."""
        found: list[Style] = []
        while style_id in self.styles and self.styles[style_id] not in found:
            found.append(self.styles[style_id])
            style_id = found[-1].based_on
        return found

    @cached_property
    def _marks_by_style(self) -> dict[str, dict[str, bool]]:
        """The marks that each style sets on or off, with those of the styles it is based on."""
        found = {}
        for style_id in self.styles:
            marks: dict[str, bool] = {}
            for style in self.chain(style_id):
                marks = style.marks | marks
            found[style_id] = marks
        return found

    @cached_property
    def _set_on(self) -> dict[str, frozenset[str]]:
        """The marks that each style sets on."""
        return {
            style_id: frozenset(mark for mark, on in marks.items() if on)
            for style_id, marks in self._marks_by_style.items()
        }

    def toggles(self, style_id: str, mark: str) -> bool:
        """Whether a style, with what it is based on, sets a mark on."""
        return self._marks_by_style.get(style_id, {}).get(mark, False)

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
        return next((style.numbering for style in self.chain(style_id) if style.numbering is not None), None)

    def _marks_of_style(self, style_id: str) -> frozenset[str]:
        return self._set_on.get(style_id or self.default_paragraph, frozenset())

    def marks_of_run(self, run: etree._Element | None, paragraph_style: str) -> frozenset[str]:
        """How a run is set: italic, bold, strike, underline, superscript, subscript."""
        properties = next(run.iterchildren(RPR), None) if run is not None else None
        if properties is None:
            return self._marks_of_style(paragraph_style)
        given = tuple([(str(child.tag), child.get(VAL)) for child in properties])
        key = paragraph_style, given
        if key not in self._known_marks:
            self._known_marks[key] = self._marks_by(dict(reversed(given)), paragraph_style)
        return self._known_marks[key]

    @cached_property
    def _known_marks(self) -> dict[tuple[str, tuple[tuple[str, str | None], ...]], frozenset[str]]:
        """What was asked before: a file sets thousands of runs in some dozen ways."""
        return {}

    def _marks_by(self, own: Mapping[str, str | None], paragraph_style: str) -> frozenset[str]:
        """The marks of a run by its own properties, each with its value, in a paragraph of a style."""
        by_paragraph = self._set_on.get(paragraph_style or self.default_paragraph, frozenset())
        by_run = self._set_on.get(own.get(_RUN_STYLE) or "", frozenset())
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
        return frozenset(marks)


def style_of(paragraph: etree._Element) -> str:
    """The style id that a w:p names, "" for the default."""
    properties = next(paragraph.iterchildren(PPR), None)
    return _value(properties, "pStyle")


def read_styles(package: WordPackage) -> StyleSheet:
    """The style sheet of a package, an empty one where it has none."""
    part = package.related("styles")
    if part is None:
        return StyleSheet()
    styles, default = {}, ""
    for element in package.xml(part).iter(w("style")):
        style = _style(element)
        styles[style.id] = style
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
            default = style.id
    return StyleSheet(styles, default)


def _style(element: etree._Element) -> Style:
    run_properties, paragraph_properties = element.find(RPR), element.find(PPR)
    marks = {}
    for mark, tag in _TOGGLES.items():
        on = _toggle(run_properties, tag)
        if on is not None:
            marks[mark] = on
    name = element.find(w("name"))
    return Style(
        id=element.get(w("styleId"), ""),
        name=name.get(VAL, "") if name is not None else element.get(w("styleId"), ""),
        based_on=_value(element, "basedOn"),
        marks=marks,
        alignment=_value(paragraph_properties, "jc"),
        numbering=numbering_of(paragraph_properties),
    )


def numbering_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """(numId, level) of a w:pPr; numId "0" means: none, on purpose."""
    element = next(properties.iterchildren(w("numPr")), None) if properties is not None else None
    if element is None:
        return None
    level = _value(element, "ilvl")
    return _value(element, "numId"), int(level) if level.isdigit() else 0


def _value(parent: etree._Element | None, name: str) -> str:
    child = next(parent.iterchildren(w(name)), None) if parent is not None else None
    return child.get(VAL, "") if child is not None else ""


def _toggle(properties: etree._Element | None, tag: str) -> bool | None:
    child = next(properties.iterchildren(tag), None) if properties is not None else None
    return None if child is None else child.get(VAL, "1") not in _OFF
