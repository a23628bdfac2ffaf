"""Names of many drafts in narrow heads: two lines each, and shortened where they are alike, not where they differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final

_CUT: Final = "…"
_ENDS: Final = re.compile(r"[\s_./,;–-]+")
"""Where a name may be broken or shortened: after a blank or a mark that joins parts of names of files."""

_MOST_OF_IT: Final = 0.5
"""Of a word, what tells which one it is."""

Fits = Callable[[int, str], bool]
"""Whether words fit into one line of the head of a draft, by its place."""


def head_names(names: Sequence[str], fits: Fits) -> tuple[tuple[str, ...], ...]:
    """One or two lines for each name; `fits` says whether words fit into one line of the head at a place.

    A name that is too long loses first the beginning, then the end, that all such names share; where that is not
    enough, its middle. A word that nearly fits loses its end rather than being broken. Names that differ stay
    different as far as two lines allow.
    """
    whole = [_lines(name, partial(fits, place)) for place, name in enumerate(names)]
    words = [_word(name, partial(fits, place)) for place, name in enumerate(names)]
    if all(words.count(word) == 1 for word in words if word):
        whole = [lines or ((word,) if word else ()) for lines, word in zip(whole, words, strict=True)]
    long = [name for name, lines in zip(names, whole, strict=True) if not lines]
    start, end = _shared(long) if len(long) > 1 else (0, 0)
    return tuple(
        lines or _shortened(name, start, end, partial(fits, place))
        for place, (name, lines) in enumerate(zip(names, whole, strict=True))
    )


def _lines(name: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """A name in one line or two; () where it does not fit."""
    if fits(name):
        return (name,)
    places = [found.end() for found in _ENDS.finditer(name) if found.end() < len(name)]
    balanced = sorted(places, key=lambda at: abs(len(name) - 2 * at))
    pairs = ((name[:at].rstrip(), name[at:]) for at in balanced)
    return next(((first, second) for first, second in pairs if fits(first) and fits(second)), ())


def _word(name: str, fits: Callable[[str], bool]) -> str:
    """The beginning of a name of one word, cut, where that is most of it; else ""."""
    if fits(name) or _ENDS.search(name):
        return ""
    count = next((k for k in range(1, len(name)) if not fits(name[:k] + _CUT)), len(name)) - 1
    return name[:count] + _CUT if count >= _MOST_OF_IT * len(name) else ""


def _shared(names: Sequence[str]) -> tuple[int, int]:
    """How many characters at the beginning and at the end are the same in all names, whole parts only."""
    start, end = _alike(names), _alike([name[::-1] for name in names])
    first = names[0]
    start = max((found.end() for found in _ENDS.finditer(first) if found.end() <= start), default=0)
    ends = (len(first) - found.start() for found in _ENDS.finditer(first))
    end = max((count for count in ends if count <= end), default=0)
    return start, min(end, min(map(len, names)) - start)


def _alike(names: Sequence[str]) -> int:
    """At how many places from the beginning on all names have the same character."""
    columns = enumerate(zip(*names, strict=False))
    return next((place for place, signs in columns if len(set(signs)) > 1), min(map(len, names)))


def _shortened(name: str, start: int, end: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
    for words in _without_shared(name, start, end):
        lines = _lines(words, fits)
        if lines:
            return lines
    rest = f"{_CUT}{name[start:]}" if start else name
    first = _most(rest, fits)
    tail = _most(rest[len(first) :][::-1], lambda words: fits(_CUT + words[::-1]))[::-1]
    return first, _CUT + tail if len(first) + len(tail) < len(rest) else tail


def _without_shared(name: str, start: int, end: int) -> Iterator[str]:
    if start:
        yield _CUT + name[start:]
    if end:
        yield name[: len(name) - end] + _CUT
    if start and end:
        yield _CUT + name[start : len(name) - end] + _CUT


def _most(words: str, fits: Callable[[str], bool]) -> str:
    """As many of the first characters as fit, one at least."""
    count = next((k for k in range(1, len(words) + 1) if not fits(words[:k])), len(words) + 1)
    return words[: max(1, count - 1)]
