"""The number that Word prints before an automatically numbered paragraph (ECMA-376 part 1, 17.9).

Kept: levels, starts, overrides, restarts after a higher level, styles that carry a list, legal numbering.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from lxml import etree

from draftdesk.wordml.late import Late
from draftdesk.wordml.names import VAL, w
from draftdesk.wordml.package import WordPackage
from draftdesk.wordml.styles import Setting, StyleSheet, children_of, value_of

_STYLE = w("pStyle")
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` such as "%1." or "(%2)"; `restart` is the level that resets it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list: its abstract list, its levels after overrides, and those whose start is overridden."""

    abstract: str
    levels: dict[int, Level]
    overridden: frozenset[int]


@dataclass
class ListCounter:
    """Counts along a story; call `label` once for each paragraph in order."""

    lists: Mapping[str, NumberedList]
    styles: StyleSheet
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, setting: Setting) -> tuple[str, int] | None:
        """(printed number, level from 0), None for a paragraph without automatic number; bullets print "•"."""
        place = self._place(setting)
        if place is None or place[0] not in self.lists:
            return None
        list_id, depth = place
        levels = self.lists[list_id].levels
        level = levels.get(depth)
        if level is None or level.format == "none":
            return None
        counts = self._counts.setdefault(self.lists[list_id].abstract, {})
        self._advance(list_id, depth, levels, counts)
        if level.format == "bullet":
            return "•", depth
        return _PLACEHOLDER.sub(lambda found: self._printed(found, level, levels, counts), level.text), depth

    def _place(self, setting: Setting) -> tuple[str, int] | None:
        own = setting.numbering
        if own is not None and own[0]:
            return None if own[0] == "0" else own
        style = setting.style or self.styles.default_paragraph
        given = self.styles.numbering(style)
        if given is None or given[0] == "0":
            return None
        levels = self.lists[given[0]].levels if given[0] in self.lists else {}
        linked = next((depth for depth, level in levels.items() if level.style == style), None)
        return given[0], linked if linked is not None else (own[1] if own is not None else given[1])

    def _advance(self, list_id: str, depth: int, levels: dict[int, Level], counts: dict[int, int]) -> None:
        if depth in self.lists[list_id].overridden and (list_id, depth) not in self._started:
            counts.pop(depth, None)
        self._started.add((list_id, depth))
        counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        for deeper in [d for d in counts if d > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and depth < restart):
                del counts[deeper]

    @staticmethod
    def _printed(found: re.Match[str], level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        depth = int(found[1]) - 1
        named = levels.get(depth, Level())
        count = counts.get(depth, named.start)
        return format_count(count, "decimal" if level.legal else named.format)


def format_count(count: int, number_format: str) -> str:
    """A count in one of Word's number formats; unknown ones are printed in figures."""
    if number_format in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if number_format == "lowerLetter" else letters.upper()
    if number_format in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count) if number_format == "lowerRoman" else _roman(count).upper()
    if number_format == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (count // value)
        count %= value
    return printed


def read_lists(package: WordPackage) -> Mapping[str, NumberedList]:
    """The lists that a package defines, by numId."""
    part = package.related("numbering")
    if part is None:
        return {}
    root = package.xml(part)
    abstract = Late({one.get(w("abstractNumId"), ""): one for one in root.iter(w("abstractNum"))}, _levels)
    return Late({one.get(w("numId"), ""): one for one in root.iter(w("num"))}, partial(_list, abstract))


def _list(abstract: Mapping[str, dict[int, Level]], element: etree._Element) -> NumberedList:
    link = element.find(w("abstractNumId"))
    abstract_id = link.get(VAL, "") if link is not None else ""
    levels = dict(abstract.get(abstract_id, {}))
    changed = set()
    for override in element.iter(w("lvlOverride")):
        depth = _number(override.get(w("ilvl")), 0)
        own = override.find(w("lvl"))
        if own is not None:
            levels[depth] = _level(own)
        start = override.find(w("startOverride"))
        if start is not None:
            levels[depth] = replace(levels.get(depth, Level()), start=_number(start.get(VAL), 1))
            changed.add(depth)
    return NumberedList(abstract_id, levels, frozenset(changed))


def _levels(abstract: etree._Element) -> dict[int, Level]:
    return {_number(element.get(w("ilvl")), 0): _level(element) for element in abstract.iterchildren(w("lvl"))}


def _level(element: etree._Element) -> Level:
    own = children_of(element)
    restart = value_of(own, w("lvlRestart")) if w("lvlRestart") in own else None
    legal = own.get(w("isLgl"))
    return Level(
        start=_number(value_of(own, w("start")), 1),
        format=value_of(own, w("numFmt")) or "decimal",
        text=value_of(own, w("lvlText")),
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false"),
        restart=None if restart is None else _number(restart, 0),
        style=value_of(own, _STYLE),
    )


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.lstrip("-").isdigit() else default
