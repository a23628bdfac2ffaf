"""Blocks that answer each other where no alignment says so: in cells, notes, headers and text boxes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.plan import BaseBlock, Group, NewBlock, likeness, whole_text
from draftdesk.model.paragraph import Paragraph, ParagraphId

_ALIKE: Final = 50.0
_MOST_PAIRS: Final = 40_000
_Pair = tuple[int, int]


def similar_groups(base: Sequence[BaseBlock], new: Sequence[NewBlock]) -> list[Group]:
    """Blocks that answer each other in order, by their ids, else by their texts.

    Where as many are left over at a place on both sides, those with nothing in common answer each other, too, as
    that marks less; not where ids tell which went and which came.
    """
    known = _with_same_ids(base, new)
    equal = known or [
        (b, n)
        for code in LCSseq.opcodes(list(map(whole_text, base)), list(map(whole_text, new)))
        if code.tag == "equal"
        for b, n in zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    ]
    found = _alike_between(base, new, equal)
    if not known:
        found = _with_left_over(base, new, found)
    return [Group((b,), (n,)) for b, n in found]


def _with_same_ids(base: Sequence[BaseBlock], new: Sequence[NewBlock]) -> list[_Pair]:
    """Paragraphs that a draft has from its base; () where they are in another order."""
    known = {_id(block): b for b, block in enumerate(base)}
    pairs = [(known[_id(block)], n) for n, block in enumerate(new) if _id(block) is not None and _id(block) in known]
    return pairs if pairs == sorted(pairs) else []


def _id(block: BaseBlock | NewBlock) -> ParagraphId | None:
    paragraph = getattr(block, "paragraph", None)
    return paragraph.id if isinstance(paragraph, Paragraph) else None


def _alike_between(base: Sequence[BaseBlock], new: Sequence[NewBlock], equal: Sequence[_Pair]) -> list[_Pair]:
    """With what stands in each gap between equal blocks: pairs that are alike, and the last with the last."""
    found: list[_Pair] = []
    for base_gap, new_gap in _gaps(base, new, equal):
        pairs = _best_pairs(base, new, base_gap, new_gap)
        at_end = base_gap.stop == len(base) and base_gap and new_gap
        if at_end and (not pairs or pairs[-1] != (base_gap[-1], new_gap[-1])):
            last = (base_gap[-1], new_gap[-1])
            if _are_of_one_kind(base[last[0]], new[last[1]]):
                pairs = [pair for pair in pairs if pair[0] < last[0] and pair[1] < last[1]] + [last]
        found += pairs
    return sorted([*equal, *found])


def _with_left_over(base: Sequence[BaseBlock], new: Sequence[NewBlock], pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs, and what is left over between them where it is as much on both sides, one by one."""
    found = [
        pair
        for base_gap, new_gap in _gaps(base, new, pairs)
        if len(base_gap) == len(new_gap)
        for pair in zip(base_gap, new_gap, strict=True)
        if _are_of_one_kind(base[pair[0]], new[pair[1]])
    ]
    return sorted([*pairs, *found])


def _gaps(base: Sequence[BaseBlock], new: Sequence[NewBlock], pairs: Sequence[_Pair]) -> list[tuple[range, range]]:
    """The places before, between and after pairs in order."""
    ends = [(-1, -1), *pairs, (len(base), len(new))]
    return [(range(b + 1, c), range(n + 1, m)) for (b, n), (c, m) in pairwise(ends)]


def _are_of_one_kind(one: BaseBlock, other: NewBlock) -> bool:
    return isinstance(one, Table) == isinstance(other, Table)


def _best_pairs(base: Sequence[BaseBlock], new: Sequence[NewBlock], base_gap: range, new_gap: range) -> list[_Pair]:
    """The pairs in order with the largest sum of likeness."""
    if not base_gap or not new_gap or len(base_gap) * len(new_gap) > _MOST_PAIRS:
        return []
    scores = [[likeness(base[b], new[n]) for n in new_gap] for b in base_gap]
    best = [[0.0] * (len(new_gap) + 1) for _ in range(len(base_gap) + 1)]
    for i in range(len(base_gap) - 1, -1, -1):
        for j in range(len(new_gap) - 1, -1, -1):
            here = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= _ALIKE else 0.0
            best[i][j] = max(here, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(base_gap) and j < len(new_gap):
        if scores[i][j] >= _ALIKE and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            pairs.append((base_gap[i], new_gap[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
