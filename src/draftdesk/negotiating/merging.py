"""Proposals of several delegations on the same passage of the base, merged into what can stand in one text.

Hands are the delegations, counted from 0 in the order in which they were given; offsets are code points of the base.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """From `start` to `end` of the base's passage `text` stands instead."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one hand makes of a passage: its edits, none where the passage is changed as a whole, and the result.

    `deletes`: nothing of the passage is left. Only a passage that is changed by edits can be shared with others.
    `numbering` are the edits of the number before the passage: nobody contests a text for its number.
    """

    hand: int
    text: str
    edits: tuple[Edit, ...] = ()
    deletes: bool = False
    numbering: tuple[Edit, ...] = ()

    @property
    def is_numbering(self) -> bool:
        """Whether it leaves the words alone."""
        return bool(self.numbering) and not self.edits


@dataclass(frozen=True, slots=True)
class Merged:
    """What stands in the passage and what beside it, each with the hands that propose it, in their order.

    `edits` in the order of the text; `whole`: the hands whose common proposal changes the passage as a whole;
    `beside`: those that touch what stands in the passage already; `numbers`: those who stand in it under another
    number than they propose, by that number.
    """

    edits: tuple[tuple[Edit, tuple[int, ...]], ...] = ()
    whole: tuple[int, ...] = ()
    beside: tuple[tuple[int, ...], ...] = ()
    numbers: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A paragraph that several hands insert at one place: where the first of them has it, and all of them."""

    index: int
    hands: tuple[int, ...]


def merge(proposals: Sequence[Proposal]) -> Merged:
    """As many proposals as leave each other alone stand in the text, the others beside it; of as many, the first.

    A proposal to delete gives way to those that keep the passage, since words can be shown beside a text and their
    absence cannot.
    """
    standing: list[Proposal] = []
    for deletes in (False, True):
        own = [one for one in proposals if not one.is_numbering and one.deletes is deletes]
        standing += _most([one for one in own if all(_agree(one, other) for other in standing)])
    beside: dict[str, list[int]] = {}
    for proposal in sorted(proposals, key=lambda one: one.deletes):
        if not proposal.is_numbering and proposal not in standing:
            beside.setdefault(proposal.text, []).append(proposal.hand)
    whole = tuple(one.hand for one in standing if not one.edits)
    numbering = by_number(
        [(one.hand, one.numbering) for one in proposals if one.numbering and one.hand not in _all(beside)]
    )
    words = [edit for proposal in standing for edit in proposal.edits]
    chosen = () if whole else first_free(numbering, words)
    hands: dict[Edit, list[int]] = {edit: list(numbering[chosen]) for edit in chosen}
    for proposal in standing:
        for edit in proposal.edits:
            hands.setdefault(edit, []).append(proposal.hand)
    return Merged(
        tuple((edit, tuple(hands[edit])) for edit in sorted(hands, key=lambda one: (one.start, one.end, hands[one]))),
        whole,
        tuple(map(tuple, beside.values())),
        tuple(own for edits, own in numbering.items() if edits != chosen),
    )


def _most(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The largest set of proposals that agree with each other; of as many, that of the first hands."""
    alike: dict[tuple[str, tuple[Edit, ...]], list[Proposal]] = {}
    for one in proposals:
        alike.setdefault((one.text, one.edits), []).append(one)
    own = list(alike.values())
    agreeing = [sum(1 << n for n, other in enumerate(own) if _agree(one[0], other[0])) for one in own]

    @cache
    def best(left: int) -> tuple[int, int]:
        """Of the sets in this one (a bit for each), how many texts the largest has, and which it is."""
        if not left:
            return 0, 0
        first = left & -left
        number = first.bit_length() - 1
        rest = left ^ first
        count, taken = best(rest & agreeing[number])
        with_first = (count + 1, taken | first)
        return with_first if rest & agreeing[number] == rest else max(with_first, best(rest), key=lambda it: it[0])

    taken = best((1 << len(own)) - 1)[1]
    return [one for number, group in enumerate(own) if taken >> number & 1 for one in group]


def _all(beside: dict[str, list[int]]) -> set[int]:
    return {hand for hands in beside.values() for hand in hands}


def by_number(proposed: Iterable[tuple[int, tuple[Edit, ...]]]) -> dict[tuple[Edit, ...], tuple[int, ...]]:
    """The hands by the edits of a number that they propose, in their order."""
    found: dict[tuple[Edit, ...], tuple[int, ...]] = {}
    for hand, edits in sorted(proposed):
        found[edits] = (*found.get(edits, ()), hand)
    return found


def first_free(numbering: Iterable[tuple[Edit, ...]], words: Sequence[Edit]) -> tuple[Edit, ...]:
    """The first number whose edits touch none of the words; () if there is none."""
    free = (edits for edits in numbering if all(_are_apart(*pair) for pair in product(edits, words)))
    return next(free, ())


def _agree(one: Proposal, other: Proposal) -> bool:
    if (one.text, one.edits) == (other.text, other.edits):
        return True  # word for word, or as a whole
    if not one.edits or not other.edits:
        return False
    return all(left == right or _are_apart(left, right) for left in one.edits for right in other.edits)


def _are_apart(one: Edit, other: Edit) -> bool:
    """Whether they touch no word both: they may meet, and what comes to one place stands in the order of hands."""
    return one.end <= other.start or other.end <= one.start


def merge_arrivals(arrivals: Sequence[tuple[int, Sequence[str]]]) -> tuple[Arrival, ...]:
    """The paragraphs (hand, texts) that come to one place, those of the same text once.

    The paragraphs of each hand keep their order; those of a later hand stand after those of an earlier one.
    """
    found: list[tuple[str, Arrival]] = []
    for hand, texts in arrivals:
        at = 0
        for index, text in enumerate(texts):
            same = _place(found, at, (text,))
            if same < len(found):
                known = found[same][1]
                found[same] = (text, Arrival(known.index, (*known.hands, hand)))
            else:
                same = _place(found, at, texts[index + 1 :])
                found.insert(same, (text, Arrival(index, (hand,))))
            at = same + 1
    return tuple(arrival for _, arrival in found)


def _place(found: Sequence[tuple[str, Arrival]], start: int, texts: Iterable[str]) -> int:
    wanted = set(texts)
    return next((n for n in range(start, len(found)) if found[n][0] in wanted), len(found))
