"""The number that a browser prints before an item of a list in a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from draftdesk.reading.web_page.styles import HtmlStyles
from draftdesk.wording.labels import split_label
from draftdesk.wordml.numbering import format_count

_FORMATS: Final = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
BULLET: Final = "•"


@dataclass
class HtmlList:
    """A list while its items are read; `count` is the number of the last item."""

    is_ordered: bool
    style: str
    count: int
    step: int = 1

    def label(self, item: etree._Element, styles: HtmlStyles) -> str:
        """The number of the next item, "" where none is printed or the item has one as text."""
        value = item.get("value") or ""
        self.count = int(value) if _is_number(value) else self.count + self.step
        style = styles.of(item).get("list-style-type") or item.get("type") or self.style
        if style == "none" or _has_own_label(item):
            return ""
        if not self.is_ordered:
            return BULLET
        return format_count(self.count, _FORMATS.get(style, "decimal")) + "."


def opened_list(element: etree._Element, styles: HtmlStyles) -> HtmlList:
    """A list before its first item."""
    style = styles.of(element).get("list-style-type") or element.get("type") or ""
    start = element.get("start") or ""
    is_reversed = element.get("reversed") is not None
    first = int(start) if _is_number(start) else sum(1 for _ in element.iterchildren("li")) if is_reversed else 1
    step = -1 if is_reversed else 1
    return HtmlList(element.tag == "ol", style, first - step, step)


def _is_number(text: str) -> bool:
    return text.strip().removeprefix("-").isdecimal() and len(text) < 10


def _has_own_label(item: etree._Element) -> bool:
    """Whether the text of an item begins with a number that was typed."""
    text = ""
    for piece in item.itertext():
        text += str(piece)
        if len(text.strip()) > 12:
            break
    label = split_label(text.strip())
    return label is not None and "." not in label.number
