"""Square brackets, which hold what is not agreed: where they stand and how deep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_OPENS: Final = "[［"
_SIGNS: Final = re.compile(r"[\[［\]］]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket at a code point; both of a pair have the same `depth`, from 1. A stray one has depth 0."""

    at: int
    depth: int
    opens: bool


def brackets_in(text: str) -> tuple[Bracket, ...]:
    """All square brackets of a text in order, those of Chinese texts too."""
    found: list[Bracket] = []
    open_ones: list[int] = []
    for match in _SIGNS.finditer(text):
        at = match.start()
        if match[0] in _OPENS:
            open_ones.append(len(found))
            found.append(Bracket(at, len(open_ones), opens=True))
        else:
            depth = len(open_ones)
            found.append(Bracket(at, depth, opens=False))
            if open_ones:
                open_ones.pop()
    for stray in open_ones:
        found[stray] = Bracket(found[stray].at, 0, opens=True)
    return tuple(found)


def pairs_and_depth(text: str) -> tuple[int, int]:
    """How many pairs of brackets a text has, and how deep the deepest is."""
    depths = [one.depth for one in brackets_in(text) if one.opens and one.depth]
    return len(depths), max(depths, default=0)
