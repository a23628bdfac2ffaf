"""The number that Word prints before an automatically numbered paragraph (ECMA-376 part 1, 17.9).

Kept: levels, starts, overrides, restarts after a higher level, styles that carry a list, legal numbering.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

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


@dataclass(frozen=True)
class ListDefinitions:
    """Lists by numId: the abstract list and its levels after overrides."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    overridden: dict[str, frozenset[int]] = field(default_factory=dict)


@dataclass
class ListCounter:
    """Counts along a story; call `label` once for each paragraph in order."""

    definitions: ListDefinitions
    styles: StyleSheet
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, setting: Setting) -> tuple[str, int] | None:
        """(printed number, level from 0), None for a paragraph without automatic number; bullets print "•"."""
        place = self._place(setting)
        if place is None or place[0] not in self.definitions.lists:
            return None
        list_id, depth = place
        abstract, levels = self.definitions.lists[list_id]
        level = levels.get(depth)
        if level is None or level.format == "none":
            return None
        counts = self._counts.setdefault(abstract, {})
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
        levels = self.definitions.lists.get(given[0], ("", {}))[1]
        linked = next((depth for depth, level in levels.items() if level.style == style), None)
        return given[0], linked if linked is not None else (own[1] if own is not None else given[1])

    def _advance(self, list_id: str, depth: int, levels: dict[int, Level], counts: dict[int, int]) -> None:
        overridden = self.definitions.overridden.get(list_id, frozenset())
        if depth in overridden and (list_id, depth) not in self._started:
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


def read_lists(package: WordPackage) -> ListDefinitions:
    """The lists that a package defines."""
    part = package.related("numbering")
    if part is None:
        return ListDefinitions()
    root = package.xml(part)
    abstract = {element.get(w("abstractNumId"), ""): _levels(element) for element in root.iter(w("abstractNum"))}
    lists, overridden = {}, {}
    for element in root.iter(w("num")):
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
                old = levels.get(depth, Level())
                value = _number(start.get(VAL), 1)
                levels[depth] = Level(value, old.format, old.text, old.legal, old.restart, old.style)
                changed.add(depth)
        list_id = element.get(w("numId"), "")
        lists[list_id] = (abstract_id, levels)
        overridden[list_id] = frozenset(changed)
    return ListDefinitions(lists, overridden)


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
