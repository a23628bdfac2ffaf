"""Whether a compilation told its user of each paragraph in which one delegation alone does not find its text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTESTED: Final = re.compile(
    r"Contested: “(.*)”\. (?:The paragraph of )?(.*?) (?:stands beside|would (?:delete|move)) "
)
_ALIKE: Final = re.compile(r"Proposed alike: “(.*)”\. The change .* accepting (.*) alone leaves it out\.")
_RENUMBERED: Final = re.compile(r"Paragraphs of (.*) that stand under another number .*?: (.*)\.")
_NUMBER: Final = re.compile(r"(\(?(?:\d{1,3}|[a-z]|[ivxl]{1,7})(?: ?(?:bis|ter|quater))?[.)])")
_MARKER: Final = re.compile(r"^\[(?:header|footer) \(\w+\)\] |⟦[^⟧]*⟧|\N{OBJECT REPLACEMENT CHARACTER}")
_SHOWN: Final = 60
_TOLD: Final = 1
_UNTOLD: Final = 1000  # the price of a paragraph that differs
_KINDS: Final = ("footnote", "endnote")
_SHOWN_AS: Final = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}


@dataclass
class Told:
    """What was told of one hand: beginnings of contested and of alike paragraphs, and numbers."""

    contested: set[str] = field(default_factory=set)
    alike: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)


def told_places(lines: Sequence[str]) -> Mapping[str, Told]:
    """By hand, from what the command said."""
    found: dict[str, Told] = {}
    for line in lines:
        for pattern, name in ((_CONTESTED, "contested"), (_ALIKE, "alike")):
            if said := pattern.match(line):
                for hand in said[2].split(", "):
                    getattr(found.setdefault(hand, Told()), name).update(
                        filter(None, map(words, said[1].split(" ¶ ")))
                    )
        if said := _RENUMBERED.match(line):
            for run in said[2].split(", "):
                first, _, last = run.partition("–")
                counted = range(int(first), int(last or first) + 1) if first.isdecimal() else [run]
                found.setdefault(said[1], Told()).numbers |= {*map(str, counted)}
    return found


def words(text: str) -> str:
    """The beginning of a paragraph without its number and without what is no text."""
    shown = " ".join(_MARKER.sub("", text).split()).removesuffix("…")
    return _parted(shown)[1][: _SHOWN - 10].strip()


def number_of(text: str) -> str:
    """The number that a paragraph begins with, without its stop."""
    return _parted(text)[0].removesuffix(".")


def _parted(text: str) -> tuple[str, str]:
    text = " ".join(text.split())
    number = _NUMBER.match(text)
    return (number[0], text[number.end() :].lstrip()) if number is not None else ("", text)


def notes_by_paragraph(file: Path) -> list[tuple[str, set[str]]]:
    """The paragraphs of a file that call notes, with the beginnings of these."""
    with zipfile.ZipFile(file) as package:
        names = set(package.namelist())
        roots = {kind: f"word/{kind}s.xml" for kind in _KINDS if f"word/{kind}s.xml" in names}
        notes = {kind: _notes(package.read(name)) for kind, name in roots.items()}
        body = etree.fromstring(package.read("word/document.xml"))
    found = []
    for paragraph in body.iter(f"{W}p"):
        called = {
            notes[kind].get(mark.get(f"{W}id"), "")
            for kind in notes
            for mark in paragraph.iter(f"{W}{kind}Reference")
        }
        if called:
            found.append((words(_text(paragraph)), called))
    return found


def _notes(data: bytes) -> dict[str | None, str]:
    return {note.get(f"{W}id"): words(_text(note)) for note in etree.fromstring(data)}


def _text(element: etree._Element) -> str:
    shown = element.iter(*_SHOWN_AS, f"{W}t")
    return "".join(_SHOWN_AS.get(str(node.tag), node.text or "") for node in shown)


def untold_places(
    told: Told, pairs: Sequence[tuple[Sequence[str], Sequence[str]]], notes: Sequence[tuple[str, set[str]]]
) -> list[str]:
    """The paragraphs of stories (as the hand has them, as they are found) that differ though nothing was told."""
    staying = told.contested | told.alike
    staying = staying | {note for paragraph, called in notes if paragraph in staying for note in called}
    return [line for wanted, found in pairs for line in _untold(told, staying, wanted, found)]


def _untold(told: Told, staying: Set[str], wanted: Sequence[str], found: Sequence[str]) -> list[str]:
    paid = _best(
        [_parted(text)[1] for text in wanted],
        [_parted(text)[1] for text in found],
        [_TOLD if words(text) in told.alike or not text.strip() else _UNTOLD for text in wanted],
        [_TOLD if words(text) in staying or not text.strip() else _UNTOLD for text in found],
    )
    lines = []
    for place, other, price in paid:
        own = wanted[place] if place is not None else ""
        seen = found[other] if other is not None else ""
        if price >= _UNTOLD:
            lines.append(f"missing: {own}" if own else f"found: {seen}")
        elif not price and number_of(own) not in {number_of(seen), *told.numbers} and words(own) not in staying:
            lines.append(f"number: {own} ({number_of(seen)})")
    return lines


def _best(
    wanted: Sequence[str], found: Sequence[str], missing: Sequence[int], extra: Sequence[int]
) -> list[tuple[int | None, int | None, int]]:
    """The places of lines that answer each other, and the price of each, at the least price of all.

    A line that may be missing may be answered by any other.
    """
    end = 0
    while end < min(len(wanted), len(found)) and wanted[-1 - end] == found[-1 - end]:
        end += 1
    rows, columns = len(wanted) - end, len(found) - end

    def answer(row: int, column: int) -> int:
        if wanted[row] == found[column]:
            return 0
        return _TOLD if missing[row] == _TOLD else 2 * _UNTOLD

    price = [[0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows, -1, -1):
        for column in range(columns, -1, -1):
            ways = []
            if row < rows:
                ways.append(price[row + 1][column] + missing[row])
            if column < columns:
                ways.append(price[row][column + 1] + extra[column])
            if row < rows and column < columns:
                ways.append(price[row + 1][column + 1] + answer(row, column))
            price[row][column] = min(ways, default=0)
    pairs: list[tuple[int | None, int | None, int]] = []
    row = column = 0
    while row < rows or column < columns:
        here = price[row][column]
        if row < rows and column < columns and here == price[row + 1][column + 1] + answer(row, column):
            pairs.append((row, column, answer(row, column)))
            row, column = row + 1, column + 1
        elif column < columns and here == price[row][column + 1] + extra[column]:
            pairs.append((None, column, extra[column]))
            column += 1
        else:
            pairs.append((row, None, missing[row]))
            row += 1
    return [*pairs, *((rows + n, columns + n, 0) for n in range(end))]
