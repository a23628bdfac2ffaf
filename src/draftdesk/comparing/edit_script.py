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
    numbers: dict[str, int] = {}
    a = [numbers.setdefault(form, len(numbers)) for form in old]
    b = [numbers.setdefault(form, len(numbers)) for form in new]
    blocks: list[Block] = []
    for i1, i2, j1, j2 in _pieces(a, b):
        for _, s1, s2, d1, d2 in _changed(a[i1:i2], b[j1:j2]):
            _append(blocks, Block(i1 + s1, i1 + s2, j1 + d1, j1 + d2))
    return blocks


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
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    i2, j2 = len(a) - end, len(b) - end
    if (i2 - start) * (j2 - start) <= _CELLS_AT_ONCE:
        return [(start, i2, start, j2)]
    cuts = [(start, start), *_anchors(a, b, start, (i2, j2)), (i2, j2)]
    return [(i, k, j, m) for (i, j), (k, m) in pairwise(cuts)]


def _anchors(a: list[int], b: list[int], start: int, ends: tuple[int, int]) -> list[tuple[int, int]]:
    """Places of tokens that occur once in each, the longest ascending chain of them."""
    counts, others = Counter(a), Counter(b)
    places = {token: j for j, token in enumerate(b) if others[token] == 1}
    pairs = [(i, places[t]) for i, t in enumerate(a) if counts[t] == 1 and t in places and start <= i < ends[0]]
    return [pairs[k] for k in longest_in_order([j for _, j in pairs])]
