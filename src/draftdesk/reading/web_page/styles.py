"""How a page sets its text: by elements, by style attributes, by the classes of its style sheet.

Only what a draft knows is looked at: marks, alignment, whether text is shown, how a list counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from draftdesk.model.paragraph import Mark

_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT: Final = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_SIMPLE: Final = re.compile(r"[a-z0-9]*(?:\.[\w-]+)?", re.IGNORECASE)
_ELEMENTS: Final = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Mark.ITALIC),
    **dict.fromkeys(("b", "strong", "th"), Mark.BOLD),
    **dict.fromkeys(("u", "ins"), Mark.UNDERLINE),
    **dict.fromkeys(("s", "strike", "del"), Mark.STRIKE),
    "sup": Mark.SUPERSCRIPT,
    "sub": Mark.SUBSCRIPT,
    "mark": Mark.HIGHLIGHT,
}
_ALIGNMENTS: Final = {"right": "right", "end": "right", "center": "center", "justify": "both", "left": "left"}
_PENS: Final = frozenset(("span", "font", *_ELEMENTS)) - {"th", "mark"}
"""Elements whose ground is a marker pen; that of a block or a link is part of the page's looks."""

_COLOR: Final = re.compile(r"#[0-9a-f]{3,8}|rgba?\([\d\s,.%/]+\)|[a-z]+")
_UNSEEN: Final = re.compile(
    r"none|transparent|inherit|initial|unset|auto|window|white(?:smoke)?|#f{3,8}|rgba?\(\s*255[\s,]+255[\s,]+255\b.*|"
    r"rgba\(.*[,/]\s*0(?:\.0*)?\s*\)"
)
_MAX_SHEET: Final = 500_000

Declarations = Mapping[str, str]


@dataclass
class HtmlStyles:
    """The rules of a page by plain selectors: "p", ".c1", "p.c1"; others are passed over."""

    rules: dict[str, dict[str, str]]
    _kept: dict[tuple[str, str, str], Declarations] = field(default_factory=dict)

    def of(self, element: etree._Element) -> Declarations:
        """What applies to an element itself; its style attribute wins."""
        tag = str(element.tag)
        key = (tag, element.get("class") or "", element.get("style") or "")
        if key not in self._kept:
            found = dict(self.rules.get(tag, {}))
            for name in key[1].split():
                found |= self.rules.get(f".{name}", {})
                found |= self.rules.get(f"{tag}.{name}", {})
            self._kept[key] = found | dict(_declarations(key[2]))
        return self._kept[key]

    def marks(self, element: etree._Element, around: frozenset[Mark]) -> frozenset[Mark]:
        """The marks of the text in an element, inside text with the marks `around`."""
        marks = around
        for mark, is_set in _said(str(element.tag), self.of(element)):
            marks = marks | {mark} if is_set else marks - {mark}
        return marks

    def alignment(self, element: etree._Element, around: str) -> str:
        """How the lines of an element are set."""
        value = self.of(element).get("text-align") or element.get("align") or ""
        return "center" if element.tag == "center" else _ALIGNMENTS.get(value.lower(), around)

    def is_hidden(self, element: etree._Element) -> bool:
        """Whether a reader of the page does not see an element."""
        declared = self.of(element)
        return (
            element.get("hidden") is not None
            or declared.get("display") == "none"
            or declared.get("visibility") == "hidden"
            or declared.get("mso-hide") == "all"
        )


def marks_said(tag: str, style: str) -> dict[Mark, bool]:
    """What an element by itself, with a style attribute, says of marks: set, or taken away."""
    return dict(_said(tag, dict(_declarations(style))))


def _said(tag: str, declared: Declarations) -> Iterator[tuple[Mark, bool]]:
    own = _ELEMENTS.get(tag)
    if own is not None:
        yield own, True
    yield from _marks(declared)
    if tag in _PENS and _has_ground(declared):
        yield Mark.HIGHLIGHT, True


def read_styles(root: etree._Element) -> HtmlStyles:
    """The rules in the style elements of a page."""
    rules: dict[str, dict[str, str]] = {}
    for sheet in root.iter("style"):
        text = _COMMENT.sub("", (sheet.text or "")[:_MAX_SHEET])
        for selectors, declared in _RULE.findall(text):
            for selector in selectors.split(","):
                plain = selector.strip()
                if plain and _SIMPLE.fullmatch(plain):
                    rules.setdefault(plain, {}).update(_declarations(declared))
    return HtmlStyles(rules)


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip().lower(), value.strip().lower().removesuffix("!important").strip()


def _has_ground(declared: Declarations) -> bool:
    """Whether a colour is given that is seen on a white page."""
    color = declared.get("background-color") or declared.get("background") or ""
    return _COLOR.fullmatch(color) is not None and _UNSEEN.fullmatch(color) is None


def _marks(declared: Declarations) -> Iterator[tuple[Mark, bool]]:
    style = declared.get("font-style")
    if style is not None:
        yield Mark.ITALIC, style in ("italic", "oblique")
    weight = declared.get("font-weight")
    if weight is not None:
        yield Mark.BOLD, weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
    decoration = declared.get("text-decoration") or declared.get("text-decoration-line")
    if decoration is not None:
        yield Mark.UNDERLINE, "underline" in decoration
        yield Mark.STRIKE, "line-through" in decoration
    vertical = declared.get("vertical-align")
    if vertical is not None:
        yield Mark.SUPERSCRIPT, vertical == "super"
        yield Mark.SUBSCRIPT, vertical == "sub"
