"""The styles of an OpenDocument text: marks, alignment, list, and the name that a writer chose (ODF 1.3, 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from draftdesk.model.paragraph import Mark
from draftdesk.reading.opendocument.package import OpenDocument, o

_ESCAPED: Final = re.compile(r"_([0-9a-f]{1,4})_")
_ALIGNMENTS: Final = {"end": "right", "right": "right", "center": "center", "justify": "both", "start": "left"}
_DEPTH: Final = 32


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """One style: `marks` that it sets (True) or takes away (False)."""

    parent: str = ""
    title: str = ""
    is_automatic: bool = False
    alignment: str = ""
    list_style: str | None = None
    marks: tuple[tuple[Mark, bool], ...] = ()
    is_hidden: bool = False


@dataclass
class OdtStyles:
    """All styles by family and name; names that are not there count as plain."""

    by_name: dict[tuple[str, str], OdtStyle]
    _kept: dict[tuple[str, str], tuple[OdtStyle, ...]] = field(default_factory=dict)

    def chain(self, family: str, name: str) -> tuple[OdtStyle, ...]:
        """A style and those it rests on, itself first."""
        key = (family, name)
        if key not in self._kept:
            self._kept[key] = tuple(self._climb(family, name))
        return self._kept[key]

    def _climb(self, family: str, name: str) -> Iterator[OdtStyle]:
        for _ in range(_DEPTH):
            style = self.by_name.get((family, name))
            if style is None:
                return
            yield style
            name = style.parent

    def title(self, name: str) -> str:
        """The name of the style that a user chose for a paragraph."""
        named = next((style for style in self.chain("paragraph", name) if not style.is_automatic), None)
        return named.title if named is not None else ""

    def alignment(self, name: str) -> str:
        """How lines are set: "left", "center", "right", "both", "" where nothing says so."""
        return next((style.alignment for style in self.chain("paragraph", name) if style.alignment), "")

    def list_style(self, name: str) -> str:
        """The list style that a paragraph style carries, "" for none."""
        styles = (style.list_style for style in self.chain("paragraph", name))
        return next((found for found in styles if found is not None), "")

    def marks(self, family: str, name: str, around: frozenset[Mark]) -> frozenset[Mark]:
        """The marks of text in a style, inside text with the marks `around`."""
        marks = around
        for style in reversed(self.chain(family, name)):
            for mark, is_set in style.marks:
                marks = marks | {mark} if is_set else marks - {mark}
        return marks

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text in a style is not shown."""
        return any(style.is_hidden for style in self.chain(family, name))


def read_styles(document: OpenDocument) -> OdtStyles:
    """The styles of a document."""
    return OdtStyles(
        {
            (element.get(o("style:family"), ""), element.get(o("style:name"), "")): _style(element)
            for tree in document.trees
            for element in tree.iter(o("style:style"))
        }
    )


def _style(element: etree._Element) -> OdtStyle:
    name = element.get(o("style:name"), "")
    parent = element.getparent()
    paragraph = element.find(o("style:paragraph-properties"))
    text = element.find(o("style:text-properties"))
    return OdtStyle(
        parent=element.get(o("style:parent-style-name"), ""),
        title=element.get(o("style:display-name"), "") or _ESCAPED.sub(lambda found: chr(int(found[1], 16)), name),
        is_automatic=parent is not None and parent.tag == o("office:automatic-styles"),
        alignment=_ALIGNMENTS.get(paragraph.get(o("fo:text-align"), ""), "") if paragraph is not None else "",
        list_style=element.get(o("style:list-style-name")),
        marks=tuple(_marks(text)) if text is not None else (),
        is_hidden=text is not None and text.get(o("text:display"), "true") in ("none", "false"),
    )


def _marks(text: etree._Element) -> Iterator[tuple[Mark, bool]]:
    plain = {
        Mark.ITALIC: (o("fo:font-style"), "normal"),
        Mark.UNDERLINE: (o("style:text-underline-style"), "none"),
        Mark.STRIKE: (o("style:text-line-through-style"), "none"),
    }
    for mark, (attribute, none) in plain.items():
        value = text.get(attribute)
        if value is not None:
            yield mark, value != none
    weight = text.get(o("fo:font-weight"))
    if weight is not None:
        yield Mark.BOLD, weight == "bold" or (weight.isdigit() and int(weight) >= 600)
    ground = text.get(o("fo:background-color"))
    if ground is not None:
        yield Mark.HIGHLIGHT, ground.lower() not in ("transparent", "#ffffff")
    position = text.get(o("style:text-position"))
    if position is not None:
        raised = position.split()[0] if position.split() else ""
        yield Mark.SUPERSCRIPT, raised == "super" or (raised[:1].isdigit() and not raised.startswith("0"))
        yield Mark.SUBSCRIPT, raised == "sub" or raised.startswith("-")
