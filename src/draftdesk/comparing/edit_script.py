"""The smallest edit between two lists of token forms, as blocks of what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import Indel

from draftdesk.aligning.ordering import longest_in_order

_CELLS_AT_ONCE: Final = 1_000_000_000
"""Product of lengths compared in one go: the matrix takes one bit a cell, so at most 125 MB."""


@dataclass(frozen=True, slots=True)
class Block:
    """old[i1:i2] became new[j1:j2]; between two blocks the forms are equal, one to one."""

    i1: int
    i2: int
    j1: int
    j2: int


def edit_script(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Blocks in order, none empty, no two adjacent; outside them the lists are equal."""
    start, end = _same_ends(old, new)
    numbers: dict[str, int] = {}
    a = [numbers.setdefault(form, len(numbers)) for form in old[start : len(old) - end]]
    b = [numbers.setdefault(form, len(numbers)) for form in new[start : len(new) - end]]
    blocks: list[Block] = []
    for i1, i2, j1, j2 in _pieces(a, b):
        for _, s1, s2, d1, d2 in _changed(a[i1:i2], b[j1:j2]):
            at, new_at = start + i1, start + j1
            _append(blocks, Block(at + s1, at + s2, new_at + d1, new_at + d2))
    return blocks


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many forms are the same at the beginning, and how many at the end."""
    least = min(len(old), len(new))
    start = end = 0
    while start < least and old[start] == new[start]:
        start += 1
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _changed(a: list[int], b: list[int]) -> list[tuple[str, int, int, int, int]]:
    if not a and not b:
        return []
    return [tuple(op) for op in Indel.opcodes(a, b) if op.tag != "equal"]  # type: ignore[misc]


def _append(blocks: list[Block], block: Block) -> None:
    if blocks and blocks[-1].i2 == block.i1 and blocks[-1].j2 == block.j1:
        last = blocks.pop()
        block = Block(last.i1, block.i2, last.j1, block.j2)
    blocks.append(block)


def _pieces(a: list[int], b: list[int]) -> list[tuple[int, int, int, int]]:
    """Stretches that are compared for themselves: the whole, or between tokens that only occur once."""
    if len(a) * len(b) <= _CELLS_AT_ONCE:
        return [(0, len(a), 0, len(b))]
    cuts = [(0, 0), *_anchors(a, b), (len(a), len(b))]
    return [(i, k, j, m) for (i, j), (k, m) in pairwise(cuts)]


def _anchors(a: list[int], b: list[int]) -> list[tuple[int, int]]:
    """Places of tokens that occur once in each, the longest ascending chain of them."""
    counts, others = Counter(a), Counter(b)
    places = {token: j for j, token in enumerate(b) if others[token] == 1}
    pairs = [(i, places[t]) for i, t in enumerate(a) if counts[t] == 1 and t in places]
    return [pairs[k] for k in longest_in_order([j for _, j in pairs])]
