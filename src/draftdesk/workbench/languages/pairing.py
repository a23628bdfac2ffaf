"""Which paragraph of one language version answers which of another.

The words say nothing here, so kinds, order, openings that render each other, figures, notes, lengths and numbers
decide. Numbers weigh least: a paragraph left out shifts all that follow.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.figures import FigureKind, figures
from draftdesk.wording.labels import readings
from draftdesk.wording.openings import find_opening

_ROOM: Final = 15
"""How many paragraphs more than the difference of the lengths two answers may lie apart."""

_LEAST: Final = 0.5
"""What a pair must be worth to be one."""

_KIND, _OPENING, _FIGURE, _MOST_FIGURES, _NOTES, _LENGTH, _NUMBER = 1.0, 0.8, 0.5, 2.5, 0.4, 1.2, 0.3
_ALONE: Final = 0.4
"""What a paragraph without answer takes off."""

_RATIO_SPREAD: Final = 0.3
_NAMING: Final = frozenset({FigureKind.SYMBOL, FigureKind.RESOLUTION, FigureKind.YEAR})


@dataclass(frozen=True, slots=True)
class _Traits:
    """What can be compared of a paragraph without knowing its language."""

    kind: ParagraphKind
    numbers: frozenset[int]
    figures: frozenset[str]
    openings: frozenset[str]
    notes: int
    length: float


def paired(first: Draft, other: Draft) -> list[tuple[int, int]]:
    """Pairs of indices of visible paragraphs that answer each other, in the order of both drafts."""
    old, new = [_traits(first, i) for i in first.visible], [_traits(other, i) for i in other.visible]
    offset = _usual_offset(old, new)
    places = _best_path(old, new, offset)
    return [(first.visible[i], other.visible[j]) for i, j in places]


def number_values(number: str) -> frozenset[int]:
    """What a number may count: (i) is one and nine, (b) and (ب) are two."""
    return frozenset(way.value for way in readings(number))


def _traits(draft: Draft, index: int) -> _Traits:
    paragraph = draft.paragraphs[index]
    opening = find_opening(paragraph.text, draft.language)
    english = () if opening is None else opening.phrase.english or (opening.phrase.text,)
    return _Traits(
        paragraph.kind,
        number_values(paragraph.number),
        frozenset(one.value for one in figures(paragraph.text, draft.language) if one.kind in _NAMING),
        frozenset(english),
        len(paragraph.objects_in_text()),
        math.log(len(paragraph.text) + 5),
    )


def _usual_offset(old: Sequence[_Traits], new: Sequence[_Traits]) -> float:
    """How much longer the one language is than the other, as a logarithm: Chinese takes a third of the letters."""
    if not old or not new:
        return 0.0
    middle = [sorted(one.length for one in side if one.length > 4) or [0.0] for side in (old, new)]
    return middle[1][len(middle[1]) // 2] - middle[0][len(middle[0]) // 2]


def _worth(one: _Traits, other: _Traits, offset: float) -> float:
    """How sure it is that two paragraphs answer each other; at most about 6."""
    worth = _KIND if one.kind is other.kind else 0.0
    if one.openings and other.openings:
        worth += _OPENING if one.openings & other.openings else -_OPENING / 4
    shared = len(one.figures & other.figures)
    lacking = len(one.figures ^ other.figures)
    worth += min(_MOST_FIGURES, _FIGURE * shared) - min(_KIND, _FIGURE / 2 * lacking)
    if one.notes or other.notes:
        worth += _NOTES if one.notes == other.notes else -_NOTES / 2
    worth += _LENGTH * math.exp(-(((other.length - one.length - offset) / _RATIO_SPREAD) ** 2))
    return worth + (_NUMBER if one.numbers & other.numbers else 0.0)


def _best_path(old: Sequence[_Traits], new: Sequence[_Traits], offset: float) -> list[tuple[int, int]]:
    """The pairs in order that are worth most together, by dynamic programming in a band."""
    room = abs(len(old) - len(new)) + _ROOM
    best: dict[tuple[int, int], float] = {}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(old) + 1):
        low, high = max(0, i - room), min(len(new), i + room)
        for j in range(low, high + 1):
            if i == j == 0:
                best[0, 0] = 0.0
                continue
            ways = [(best[one] - _ALONE, one) for one in ((i - 1, j), (i, j - 1)) if one in best]
            if (i - 1, j - 1) in best:
                worth = _worth(old[i - 1], new[j - 1], offset)
                if worth >= _LEAST:
                    ways.append((best[i - 1, j - 1] + worth, (i - 1, j - 1)))
            best[i, j], came[i, j] = max(ways, key=lambda way: way[0])
    pairs = []
    at = (len(old), len(new))
    while at in came:
        before = came[at]
        if before == (at[0] - 1, at[1] - 1):
            pairs.append(before)
        at = before
    return pairs[::-1]
