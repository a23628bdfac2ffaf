"""What a hand misses where it alone is accepted, since others propose the same and a change bears but one name.

It is read from the written file itself, so nothing that a hand misses can stay untold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from draftdesk.exporting.proof.hands import NUMBER, Compilation, plain

_REWORDED: Final = 0.5
"""Paragraphs in one place with at least this share of their words in common are one, reworded."""


@dataclass(frozen=True, slots=True)
class Misses:
    """Paragraphs, each object in them one U+FFFC, of a hand's text or, where it would have them gone, of the base.

    `texts` differ in their words; `renumbered` of its text stand under another number and are else as they should.
    """

    texts: tuple[str, ...] = ()
    renumbered: tuple[str, ...] = ()


def misses_alone(joint: Compilation, compiled: Compilation, hand: str) -> Misses:
    """How the written file gives another text for a hand alone than the same with all names on each change."""
    wanted, found = (_in_one(one.alone(hand)) for one in (joint, compiled))
    texts: list[str] = []
    renumbered: list[str] = []
    before, after = ([NUMBER.sub("", text) for text in side] for side in (wanted, found))
    for tag, start, end, begin, until in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        own, seen = wanted[start:end], found[begin:until]
        if tag == "equal":
            renumbered += [text for text, other in zip(own, seen, strict=True) if text != other]
        else:
            texts += [*own, *_no_rewordings(seen, own)]
    return Misses(_told(texts), _told(renumbered))


def _no_rewordings(seen: Sequence[str], own: Sequence[str]) -> list[str]:
    """What is found in the place of a hand's own paragraphs and is not just one of them in other words."""
    if len(seen) != len(own):
        return list(seen)
    return [other for text, other in zip(own, seen, strict=True) if _likeness(text, other) < _REWORDED]


def _likeness(text: str, other: str) -> float:
    """The share of words that two paragraphs have in common, in order: 0 to 1."""
    return SequenceMatcher(None, text.split(), other.split(), autojunk=False).ratio()


def numbers_of(texts: Sequence[str]) -> tuple[str, ...]:
    """The numbers that paragraphs begin with, those that follow each other as "7–12"; without a number: none."""
    found = [_number(text) for text in texts]
    counted = sorted({int(number) for number in found if number.isdecimal()})
    runs: list[list[int]] = []
    for number in counted:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ranges = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    others = dict.fromkeys(number for number in found if number and not number.isdecimal())
    return (*ranges, *others)


def _number(text: str) -> str:
    begin = NUMBER.match(text)
    return re.sub(r"\.$", "", begin[0].strip()) if begin is not None else ""


def _in_one(stories: Sequence[tuple[str, ...]]) -> list[str]:
    return [text for story in stories for text in story]


def _told(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in plain(texts) if text.strip()))
