"""The number that is printed before a paragraph of a list in OpenDocument (ODF 1.3, 5.3 and 16.30 to 16.34)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from draftdesk.reading.opendocument.package import OpenDocument, o
from draftdesk.wordml.numbering import format_count

_FORMATS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE: Final = re.compile(r"%(\d{1,2})%")
_LEVELS: Final = 10
BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class OdtLevel:
    """One level of a list; `pattern` such as "(%1%)" where the file has it; a bullet has no format."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown_levels: int = 1
    pattern: str = ""
    is_bullet: bool = False
    is_synchronous: bool = False

    def counted(self, count: int) -> str:
        """A count in the format of the level."""
        if self.format in ("a", "A") and count > 26 and not self.is_synchronous:
            letters = ""
            while count > 0:
                count, rest = divmod(count - 1, 26)
                letters = chr(ord(self.format) + rest) + letters
            return letters
        return format_count(count, _FORMATS.get(self.format, "decimal")) if self.format else ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """Where a paragraph stands in a list: `level` from 1; `start` is a count that the item itself sets.

    `key` names the counting that it belongs to; `printed` is the number where the file keeps it.
    """

    key: str
    style: str
    level: int
    start: int | None = None
    printed: str = ""


@dataclass
class OdtLists:
    """The list styles of a document, and the counts while it is read."""

    styles: dict[str, dict[int, OdtLevel]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, item: ListItem) -> str:
        """The number of the next item, "" for none; call it once for each in order."""
        levels = self.styles.get(item.style, {})
        level = levels.get(item.level)
        if level is None:
            return item.printed
        counts = self._counts.setdefault(item.key, {})
        for deeper in [depth for depth in counts if depth > item.level]:
            del counts[deeper]
        for above in range(1, item.level):  # one that has no paragraph of its own counts all the same
            counts.setdefault(above, levels.get(above, level).start)
        if item.start is not None:
            counts[item.level] = item.start
        else:
            counts[item.level] = counts.get(item.level, level.start - 1) + 1
        if level.is_bullet:
            return BULLET
        return item.printed or _printed(level, item.level, levels, counts)


def _printed(level: OdtLevel, depth: int, levels: dict[int, OdtLevel], counts: dict[int, int]) -> str:
    def counted(at: int) -> str:
        own = levels.get(at, OdtLevel())
        return own.counted(counts.get(at, own.start))

    if level.pattern:
        return _PLACE.sub(lambda found: counted(int(found[1])), level.pattern)
    if not level.format:
        return f"{level.prefix}{level.suffix}"
    shown = (counted(at) for at in range(max(1, depth - level.shown_levels + 1), depth + 1))
    return level.prefix + ".".join(number for number in shown if number) + level.suffix


def read_lists(document: OpenDocument) -> OdtLists:
    """The list styles of a document; the one of its headings has the name ""."""
    styles: dict[str, dict[int, OdtLevel]] = {}
    for tree in document.trees:
        for element in tree.iter(o("text:list-style"), o("text:outline-style")):
            name = element.get(o("style:name"), "") if element.tag == o("text:list-style") else ""
            styles[name] = {
                _number(child.get(o("text:level")), 1): _level(child) for child in element.iterchildren(etree.Element)
            }
    return OdtLists(styles)


def _level(element: etree._Element) -> OdtLevel:
    return OdtLevel(
        format=element.get(o("style:num-format"), ""),
        prefix=element.get(o("style:num-prefix"), ""),
        suffix=element.get(o("style:num-suffix"), ""),
        start=_number(element.get(o("text:start-value")), 1),
        shown_levels=_number(element.get(o("text:display-levels")), 1),
        pattern=element.get(o("loext:num-list-format"), ""),
        is_bullet=element.tag in (o("text:list-level-style-bullet"), o("text:list-level-style-image")),
        is_synchronous=element.get(o("style:num-letter-sync")) == "true",
    )


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 10 else default


@dataclass
class ListNesting:
    """Follows lists into each other while a document is walked."""

    _keys: dict[str, str] = field(default_factory=dict)
    _last_of_style: dict[str, str] = field(default_factory=dict)
    _made: int = 0

    def entered(self, element: etree._Element, outer: ListItem | None) -> ListItem:
        """The place inside a text:list: one level deeper, or the start of a counting."""
        style = element.get(o("text:style-name"), "")
        if outer is not None:
            return ListItem(outer.key, style or outer.style, min(outer.level + 1, _LEVELS))
        own_id = element.get(o("xml:id"), "")
        continued = self._keys.get(element.get(o("text:continue-list"), ""))
        if continued is None and element.get(o("text:continue-numbering")) == "true":
            continued = self._last_of_style.get(style)
        self._made += 1
        key = continued or f"list {self._made}"
        if own_id:
            self._keys[own_id] = key
        self._last_of_style[style] = key
        return ListItem(key, style, 1)
