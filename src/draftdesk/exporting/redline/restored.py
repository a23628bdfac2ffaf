"""The words of a text or PDF with all that such a text cannot know taken from the base.

Blanks, breaks of lines, kinds of quotes and hyphens, and objects stay as the base has them wherever the words
are the same. A blank beside a sign or figure is no word either: programs put one where a raised mark stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from draftdesk.exporting.redline.keys import is_object
from draftdesk.exporting.redline.words import Stretch, StretchKind, stretches
from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.wording.normal_form import folded

_LETTER: Final = r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]"  # a blank beside a Chinese character parts no words
_OPENING_QUOTE: Final = re.compile(r"(?:(?<=^)|(?<=[\s(\[“‘—–-]))(?P<quote>[\"'])")
_CURLY: Final = {'"': ("“", "”"), "'": ("‘", "’")}


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text without objects, each run of blanks one blank; `starts`: the places of its characters and its end."""

    text: str
    starts: tuple[int, ...]


def _plain(text: str) -> _Plain:
    characters: list[str] = []
    starts: list[int] = []
    for at, character in enumerate(text):
        if is_object(character):
            continue
        shown = character if character.isascii() else folded(character)[:1]
        if character.isspace() and character != PARAGRAPH_BREAK:
            shown = "" if characters and characters[-1] == " " else " "
        if shown:
            characters.append(shown)
            starts.append(at)
    return _Plain("".join(characters), (*starts, len(text)))


def restored(old: str, new: str, gone: frozenset[str] = frozenset()) -> str:
    """The new words in the dress of the old ones; `gone` are objects of the old text that go.

    Objects that the new text alone has come where it has them.
    """
    was, came = _plain(old), _plain(new)
    arrivals = _Arrivals(old, new)
    pieces = [_objects(old[: was.starts[0]], gone)]
    for part in _quiet(stretches(was.text, came.text), was.text, came.text):
        there = old[was.starts[part.old_start] : was.starts[part.old_end]]
        if part.kind is StretchKind.KEEP:
            for offset in range(part.old_end - part.old_start):
                at = min(part.new_start + offset, part.new_end)
                pieces.append(arrivals.before(came.starts[at]))
                start, end = was.starts[part.old_start + offset], was.starts[part.old_start + offset + 1]
                pieces.append(_without(old[start:end], gone))
        elif part.kind is StretchKind.DELETE:
            pieces.append(_objects(there, gone))
        else:
            start, end = came.starts[part.new_start], came.starts[part.new_end]
            pieces += [arrivals.before(start), arrivals.words(start, end)]
    return "".join([*pieces, arrivals.before(len(new))])


class _Arrivals:
    """Objects that the new text alone has, given out as its words are passed."""

    def __init__(self, old: str, new: str) -> None:
        self._new = new
        self._old_objects = frozenset(filter(is_object, old))
        self._at = 0

    def before(self, at: int) -> str:
        """Those between the last place and this one."""
        passed = self._new[self._at : at]
        self._at = max(self._at, at)
        return "".join(one for one in passed if is_object(one) and one not in self._old_objects)

    def words(self, start: int, end: int) -> str:
        """A stretch with those inside it."""
        self._at = max(self._at, end)
        return "".join(one for one in self._new[start:end] if not is_object(one) or one not in self._old_objects)


def _without(text: str, gone: frozenset[str]) -> str:
    return "".join(character for character in text if character not in gone) if gone else text


def _objects(text: str, gone: frozenset[str]) -> str:
    return "".join(character for character in text if is_object(character) and character not in gone)


def _quiet(parts: Sequence[Stretch], old: str, new: str) -> list[Stretch]:
    """The stretches, those that differ in blanks beside signs and figures alone kept."""
    found: list[Stretch] = []
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].kind is not StretchKind.KEEP:
            end += 1
        cluster = parts[at:end]
        if cluster:
            before = (min(part.old_start for part in cluster), max(part.old_end for part in cluster))
            after = (min(part.new_start for part in cluster), max(part.new_end for part in cluster))
            if _loose(old, *before) == _loose(new, *after):
                found.append(Stretch(StretchKind.KEEP, *before, *after))
            else:
                found += cluster
        if end < len(parts):
            found.append(parts[end])
        at = end + 1
    return found


def _loose(text: str, start: int, end: int) -> str:
    """A stretch with the characters beside it, without the blanks that are no words."""
    return _loose_blank().sub("", text[max(0, start - 1) : end + 1])


@cache
def _loose_blank() -> re.Pattern[str]:
    return re.compile(rf"(?<!{_LETTER}) | (?!{_LETTER})")  # takes longer than any other, and only texts ask for it


def curled(text: str) -> str:
    """Straight quotes as curly ones: opening ones at the beginning of a word."""
    opened = _OPENING_QUOTE.sub(lambda found: _CURLY[found["quote"]][0], text)
    return opened.replace('"', "”").replace("'", "’")
