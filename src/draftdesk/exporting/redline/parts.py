"""Parts that a split or a merge took from a paragraph, told by what it costs to mark them as come or gone.

Aligning may call such a part new or gone, or pair it with another, where it is like a third paragraph; it may also
give a split what has hardly a word of it. By its ids a draft knows only that the first part is the paragraph of old.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.plan import BaseBlock, Group, NewBlock
from draftdesk.exporting.redline.words import marked
from draftdesk.model.change import PARAGRAPH_BREAK

_LEAST_SAVED: Final = 24
"""So many characters less must be marked."""

_OF_A_NUMBER: Final = 11
"""A pair that differs in no more characters is not looked at: numbers run on."""

_LOOSE: Final = 80.0
"""A pair less alike than this may lose one of its two to a split or merge, or to a better pair."""

Block = BaseBlock | NewBlock


class Sides:
    """The paragraphs of both sides, and what it costs to mark that some answer others."""

    def __init__(self, base: Sequence[BaseBlock], new: Sequence[NewBlock]) -> None:
        self.base, self.new = base, new
        self._differing: dict[tuple[int, int], bool] = {}

    def old_text(self, group: Group) -> str:
        """The text of its base paragraphs as one."""
        return PARAGRAPH_BREAK.join(map(text_of, map(self.base.__getitem__, group.bases)))

    def new_text(self, group: Group) -> str:
        """The text of its new paragraphs as one."""
        return PARAGRAPH_BREAK.join(map(text_of, map(self.new.__getitem__, group.news)))

    def cost(self, group: Group) -> int:
        """How many characters are marked."""
        return marked(self.old_text(group), self.new_text(group))

    def is_edited_pair(self, group: Group) -> bool:
        """Whether it is one paragraph on each side that differ by more than a typed number; tables are none."""
        if len(group.bases) > 1 or len(group.news) > 1:
            return False
        key = b, n = group.bases[0], group.news[0]
        if key not in self._differing:
            old, new = text_of(self.base[b]), text_of(self.new[n])
            differs = old != new and Indel.distance(old, new, score_cutoff=_OF_A_NUMBER) > _OF_A_NUMBER
            self._differing[key] = differs
        return self._differing[key]

    def is_loose_pair(self, group: Group) -> bool:
        """Whether it is an edited pair that is hardly alike, so that one of both may answer another better."""
        if not self.is_edited_pair(group):
            return False
        return fuzz.ratio(self.old_text(group), self.new_text(group), score_cutoff=_LOOSE) == 0

    def ends_section(self, group: Group) -> bool:
        """Whether a section ends with one of its paragraphs, which then answers no other."""
        blocks = [*map(self.base.__getitem__, group.bases), *map(self.new.__getitem__, group.news)]
        return any(map(_ends_section, blocks))


def text_of(block: Block) -> str:
    """The text of a paragraph; tables have their own."""
    return "" if isinstance(block, Table) else block.text


def without_strangers(groups: Sequence[Group], sides: Sides) -> list[Group]:
    """The groups; a split or merge without a first or last part that costs less as one that came or went."""
    return [_without_strangers(group, sides) if len(group.bases) + len(group.news) > 2 else group for group in groups]


def _without_strangers(group: Group, sides: Sides) -> Group:
    cost = sides.cost(group)
    while cost:
        weighed = [(sides.cost(smaller), size, smaller) for smaller, size in _smaller(group, sides)]
        least, size, smaller = min(weighed, key=lambda one: one[0] + one[1], default=(cost, 0, group))
        if least + size > cost - _LEAST_SAVED:
            break
        group, cost = smaller, least
    return group


def _smaller(group: Group, sides: Sides) -> Iterator[tuple[Group, int]]:
    """The group without one at its ends, and what it costs to mark that one."""
    bases, news = group.bases, group.news
    for b, rest in ((bases[0], bases[1:]), (bases[-1], bases[:-1])) if len(bases) > 1 else ():
        if not _ends_section(sides.base[b]):
            yield replace(group, bases=rest), len(text_of(sides.base[b])) + 1
    for n, rest in ((news[0], news[1:]), (news[-1], news[:-1])) if len(news) > 1 else ():
        if not _ends_section(sides.new[n]):
            yield replace(group, news=rest), len(text_of(sides.new[n])) + 1


def _ends_section(block: Block) -> bool:
    return not isinstance(block, Table) and block.has_section


def with_parts(groups: Sequence[Group], sides: Sides) -> list[Group]:
    """The groups, each pair with the part beside it by which most is saved, if any is."""
    return _Joining(groups, sides).joined()


class _Offer(NamedTuple):
    """A pair with a part beside it, and which pair would lose that part."""

    saved: int
    group: Group
    parted: Group | None


class _Joining:
    """Takes parts into pairs."""

    def __init__(self, groups: Sequence[Group], sides: Sides) -> None:
        self._sides = sides
        self._groups = {group.bases: group for group in groups}
        self._by_base = {b: group for group in groups for b in group.bases}
        self._by_new = {n: group for group in groups for n in group.news}

    def joined(self) -> list[Group]:
        for group in list(self._groups.values()):
            if group.moved or not self._sides.is_edited_pair(group):
                continue
            if self._groups.get(group.bases) is group:
                best = max(self._offers(group), key=lambda offer: offer.saved, default=None)
                if best is not None:
                    self._take(group, best)
        return list(self._groups.values())

    def _take(self, group: Group, offer: _Offer) -> None:
        for one in (group, offer.parted):
            if one is not None:
                del self._groups[one.bases]
                for b in one.bases:
                    del self._by_base[b]
                for n in one.news:
                    del self._by_new[n]
        self._groups[offer.group.bases] = offer.group
        self._by_base |= dict.fromkeys(offer.group.bases, offer.group)
        self._by_new |= dict.fromkeys(offer.group.news, offer.group)

    def _offers(self, group: Group) -> Iterator[_Offer]:
        sides, (b,), (n,) = self._sides, group.bases, group.news
        for step in (-1, 1):
            at = self._beside(sides.new, n, step, self._by_new)
            if at is not None:
                yield from self._weighed(group, replace(group, news=_range(n, at)), self._by_new.get(at))
            at = self._beside(sides.base, b, step, self._by_base)
            if at is not None:
                yield from self._weighed(group, replace(group, bases=_range(b, at)), self._by_base.get(at))

    def _beside(self, blocks: Sequence[Block], at: int, step: int, taken: dict[int, Group]) -> int | None:
        """The next paragraph with words, if nothing answers it or what does is hardly like it."""
        for number in range(at + step, len(blocks) if step > 0 else -1, step):
            block = blocks[number]
            if isinstance(block, Table) or (number in taken and not self._may_part(taken[number])):
                return None
            if block.has_section:
                return None
            if not block.is_blank:
                return number
        return None

    def _may_part(self, group: Group) -> bool:
        return not group.moved and self._sides.is_loose_pair(group)

    def _weighed(self, group: Group, larger: Group, parted: Group | None) -> Iterator[_Offer]:
        """The offer, if it saves enough; what is parted leaves one behind that comes or goes whole."""
        sides = self._sides
        old_more = len(sides.old_text(larger)) - len(sides.old_text(group))
        more = old_more + len(sides.new_text(larger)) - len(sides.new_text(group))
        before, after, least = sides.cost(group), sides.cost(larger), more
        if parted is None:
            before += more
        else:
            before += sides.cost(parted)
            after += 1 + len(sides.new_text(parted) if old_more else sides.old_text(parted))
            least //= 2
        if before - after >= max(least, _LEAST_SAVED):
            yield _Offer(before - after, larger, parted)


def _range(one: int, other: int) -> tuple[int, ...]:
    return tuple(range(min(one, other), max(one, other) + 1))
