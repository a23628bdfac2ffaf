"""What becomes of the blocks of a container: which are edited in place, go, come or move, in writing order."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.rooted import Rooted
from draftdesk.model.paragraph import HIDDEN

BaseBlock = BaseLine | Table[BaseLine]
NewBlock = NewLine | Table[NewLine]
_ALIKE: Final = 50.0
_NEARLY_THE_SAME: Final = 80.0
_MOVED_WEIGHT: Final = 0.8  # what the aligner calls moved moves, if the weights are nearly even
_SECTION_WEIGHT: Final = 10_000.0  # the end of a section never moves
_SPLIT_WEIGHT: Final = 3.0  # what is split or merged, or has pending changes, cannot be shown as moved as well
_TARGET_WEIGHT: Final = 2.0  # what cross-references name moves only past more than about twice as much
_FREE: Final = Rooted()


@dataclass(frozen=True, slots=True)
class Group:
    """Places of blocks that answer each other; `moved` if whoever aligned them says so."""

    bases: tuple[int, ...]
    news: tuple[int, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """Base paragraphs that stay, as the new ones; as they are where there are none."""

    bases: tuple[BaseLine, ...]
    news: tuple[NewLine, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A paragraph that only the base has."""

    base: BaseLine


@dataclass(frozen=True, slots=True)
class Come:
    """A paragraph that only the new text has."""

    new: NewLine


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """A paragraph that stands elsewhere in the new text."""

    base: BaseLine
    new: NewLine


@dataclass(frozen=True, slots=True)
class MovedAway:
    """The old place of a move."""

    move: Move


@dataclass(frozen=True, slots=True)
class MovedHere:
    """The new place of a move."""

    move: Move


@dataclass(frozen=True, slots=True)
class TableAnswered:
    """A table that stays, as it is where `new` is None."""

    base: Table[BaseLine]
    new: Table[NewLine] | None


@dataclass(frozen=True, slots=True)
class TableGone:
    """A table that only the base has."""

    base: Table[BaseLine]


@dataclass(frozen=True, slots=True)
class TableCome:
    """A table that only the new text has."""

    new: Table[NewLine]


Item = Answered | Gone | Come | MovedAway | MovedHere | TableAnswered | TableGone | TableCome


def plan(
    base: Sequence[BaseBlock],
    new: Sequence[NewBlock],
    groups: Sequence[Group],
    *,
    moves: bool,
    keep_hidden: bool = False,
    rooted: Rooted = _FREE,
) -> list[Item]:
    """The items in writing order; what goes stands before what comes in its stead.

    What is `rooted` stays rather than others, and what cannot move goes and comes where it has another place. With
    `keep_hidden` blanks, furniture and tables that the new text does not have stay as they are.
    """
    groups = _contiguous(base, new, groups)
    kept = _in_order(base, groups, rooted)
    in_place = set(kept)
    moved = [group for group in groups if group not in in_place and len(group.bases) == len(group.news) == 1]
    pairs = [move for move in _moves(base, new, moved) if not rooted.cannot_move(move.base)] if moves else []
    away = {id(move.base): move for move in pairs}
    here = {id(move.new): move for move in pairs}
    items: list[Item] = []
    base_at = new_at = 0
    for group in [*kept, Group((len(base),), (len(new),))]:
        items += _gap(base[base_at : group.bases[0]], new[new_at : group.news[0]], away, here)
        if group.bases[0] < len(base):
            items.append(_answered(base, new, group))
        base_at, new_at = group.bases[-1] + 1, group.news[-1] + 1
    return [_kept(item) for item in items] if keep_hidden else items


def _kept(item: Item) -> Item:
    if isinstance(item, Gone) and (item.base.is_blank or item.base.kind in HIDDEN):
        return Answered((item.base,), ())
    if isinstance(item, TableGone):
        return TableAnswered(item.base, None)
    return item


def likeness(one: BaseBlock, other: NewBlock) -> float:
    """From 0 to 100 by their letters; a table and a paragraph are not alike at all."""
    if isinstance(one, Table) != isinstance(other, Table):
        return 0.0
    return fuzz.ratio(whole_text(one), whole_text(other))


def whole_text(block: BaseBlock | NewBlock) -> str:
    """The text of a block; a table's is that of its paragraphs, with signs where each and it all ends."""
    if isinstance(block, Table):
        return "\x1f".join(line.text for line in block.lines()) + "\x1e"
    return block.text


def _contiguous(base: Sequence[BaseBlock], new: Sequence[NewBlock], groups: Sequence[Group]) -> list[Group]:
    """Groups of several paragraphs take in the blanks between them; those that are torn apart keep one pair."""
    taken_bases = {b for group in groups for b in group.bases}
    taken_news = {n for group in groups for n in group.news}
    found = []
    for group in groups:
        bases, news = sorted(group.bases), sorted(group.news)
        whole_bases, whole_news = range(bases[0], bases[-1] + 1), range(news[0], news[-1] + 1)
        together = all(b in bases or (b not in taken_bases and _is_blank(base[b])) for b in whole_bases)
        together = together and all(n in news or (n not in taken_news and _is_blank(new[n])) for n in whole_news)
        if together:
            found.append(Group(tuple(whole_bases), tuple(whole_news), group.moved))
        else:
            b, n = max(((b, n) for b in bases for n in news), key=lambda pair: likeness(base[pair[0]], new[pair[1]]))
            found.append(Group((b,), (n,), group.moved))
    return found


def _is_blank(block: BaseBlock | NewBlock) -> bool:
    return not isinstance(block, Table) and block.is_blank


def _in_order(base: Sequence[BaseBlock], groups: Sequence[Group], rooted: Rooted) -> list[Group]:
    """The heaviest groups that stand in the same order on both sides; those called moved weigh little."""
    ordered = sorted(groups, key=lambda group: group.bases)
    ends: list[int] = []  # new places, rising; with the best sum up to each
    sums: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for number, group in enumerate(ordered):
        weight = _weight([base[b] for b in group.bases], group, rooted)
        at = bisect_left(ends, group.news[0])
        total = weight + (sums[at - 1] if at else 0.0)
        before.append(last[at - 1] if at else -1)
        if at and sums[at - 1] >= total:
            continue
        stop = at
        while stop < len(ends) and sums[stop] <= total:
            stop += 1
        ends[at:stop], sums[at:stop], last[at:stop] = [group.news[-1]], [total], [number]
    kept = []
    number = last[-1] if last else -1
    while number >= 0:
        kept.append(ordered[number])
        number = before[number]
    return kept[::-1]


def _weight(blocks: Sequence[BaseBlock], group: Group, rooted: Rooted) -> float:
    """How little a group likes to be shown as moved: long paragraphs less, but several short ones less still."""
    lines = [block for block in blocks if not isinstance(block, Table)]
    if any(line.has_section for line in lines):
        return _SECTION_WEIGHT
    weight = sum(math.sqrt(len(whole_text(block))) + 3.0 for block in blocks)
    if len(group.bases) + len(group.news) > 2 or any(map(rooted.cannot_move, lines)):
        weight *= _SPLIT_WEIGHT
    elif any(map(rooted.rather_stays, lines)):
        weight *= _TARGET_WEIGHT
    return weight * (_MOVED_WEIGHT if group.moved else 1.0)


def _moves(base: Sequence[BaseBlock], new: Sequence[NewBlock], groups: Sequence[Group]) -> list[Move]:
    found = []
    for group in groups:
        line, other = base[group.bases[0]], new[group.news[0]]
        if isinstance(line, BaseLine) and isinstance(other, NewLine) and not line.has_section and not line.is_blank:
            found.append(Move(line, other))
    return found


def _answered(base: Sequence[BaseBlock], new: Sequence[NewBlock], group: Group) -> Item:
    first, other = base[group.bases[0]], new[group.news[0]]
    if isinstance(first, Table) and isinstance(other, Table):
        return TableAnswered(first, other)
    lines = tuple(line for b in group.bases if isinstance(line := base[b], BaseLine))
    answers = tuple(answer for n in group.news if isinstance(answer := new[n], NewLine))
    return Answered(lines, answers)


def _gap(
    base: Sequence[BaseBlock], new: Sequence[NewBlock], away: dict[int, Move], here: dict[int, Move]
) -> list[Item]:
    """Between two groups: blanks and furniture answer each other where they are the same, in order."""
    items: list[Item] = []
    base_keys = [_gap_key(block, "base", number, away) for number, block in enumerate(base)]
    new_keys = [_gap_key(block, "new", number, here) for number, block in enumerate(new)]
    same = [
        pair
        for code in LCSseq.opcodes(base_keys, new_keys)
        if code.tag == "equal"
        for pair in zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
    ]
    base_at = new_at = 0
    for b, n in [*same, (len(base), len(new))]:
        items += _between(base[base_at:b], new[new_at:n], away, here)
        if b < len(base):
            items.append(_pair(base[b], new[n]))
        base_at, new_at = b + 1, n + 1
    return items


def _between(
    base: Sequence[BaseBlock], new: Sequence[NewBlock], away: dict[int, Move], here: dict[int, Move]
) -> list[Item]:
    """Blocks that go, then blocks that come; furniture that says nearly the same is edited in place."""
    items: list[Item] = []
    base_at = new_at = 0
    for b, n in [*_alike_pairs(base, new, away, here), (len(base), len(new))]:
        items += [_leaving(gone, away) for gone in base[base_at:b]]
        items += [_arriving(come, here) for come in new[new_at:n]]
        if b < len(base):
            items.append(_pair(base[b], new[n]))
        base_at, new_at = b + 1, n + 1
    return items


def _gap_key(block: BaseBlock | NewBlock, side: str, number: int, moves: dict[int, Move]) -> object:
    if isinstance(block, Table):
        return "table"
    by_place = block.is_blank or block.kind in HIDDEN or block.has_section
    if by_place and id(block) not in moves:
        return (block.text, block.has_section)
    return (side, number)


def _alike_pairs(
    old: Sequence[BaseBlock], new: Sequence[NewBlock], away: dict[int, Move], here: dict[int, Move]
) -> list[tuple[int, int]]:
    """Furniture that says nearly the same, such as a symbol with another number, is edited in place.

    So are paragraphs that whoever aligned them took for others, if at one place nearly all words are the same.
    """
    pairs: list[tuple[int, int]] = []
    free = [n for n, block in enumerate(new) if _has_words(block) and id(block) not in here]
    for b, block in enumerate(old):
        if not _has_words(block) or id(block) in away:
            continue
        for n in free:
            if (not pairs or n > pairs[-1][1]) and likeness(block, new[n]) >= _least_likeness(block, new[n]):
                pairs.append((b, n))
                break
    return pairs


def _has_words(block: BaseBlock | NewBlock) -> bool:
    return not isinstance(block, Table) and not block.is_blank


def _least_likeness(old: BaseBlock, new: NewBlock) -> float:
    hidden = all(not isinstance(block, Table) and block.kind in HIDDEN for block in (old, new))
    return _ALIKE if hidden else _NEARLY_THE_SAME


def _pair(old: BaseBlock, new: NewBlock) -> Item:
    if isinstance(old, Table) and isinstance(new, Table):
        return TableAnswered(old, new)
    if isinstance(old, BaseLine) and isinstance(new, NewLine):
        return Answered((old,), (new,))
    raise TypeError(old)


def _leaving(block: BaseBlock, away: dict[int, Move]) -> Item:
    if isinstance(block, Table):
        return TableGone(block)
    move = away.get(id(block))
    return MovedAway(move) if move is not None else Gone(block)


def _arriving(block: NewBlock, here: dict[int, Move]) -> Item:
    if isinstance(block, Table):
        return TableCome(block)
    move = here.get(id(block))
    return MovedHere(move) if move is not None else Come(block)
