"""Moves of several hands: past what others touch, and shown as such where one and the same voice takes and brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from draftdesk.exporting.hands.story import Deed
from draftdesk.exporting.hands.ways import numbers_of_item
from draftdesk.exporting.redline.plan import Answered, Come, Gone, Item, Move, MovedAway, MovedHere
from draftdesk.exporting.redline.rooted import Rooted


def plans_past_each_other(makers: Sequence[Callable[[Rooted], list[Item]]]) -> list[list[Item]]:
    """The plans of hands. What others touch rather stays: who moves it past something moves that past it instead."""
    plans = [make(Rooted()) for make in makers]
    for number, make in enumerate(makers):
        if any(isinstance(item, MovedAway) for item in plans[number]):
            others = [plan for other, plan in enumerate(plans) if other != number]
            plans[number] = make(Rooted(frozenset(one for plan in others for one in _touched(plan))))
    return plans


def _touched(items: Sequence[Item]) -> Iterator[etree._Element]:
    """The paragraphs of the base whose words or place a hand changes."""
    for item in items:
        if isinstance(item, Gone):
            yield item.base.element
        elif isinstance(item, MovedAway):
            yield item.move.base.element
        elif isinstance(item, Answered) and item.news and numbers_of_item(item) is None:
            yield from (line.element for line in item.bases)


def whole_moves(deeds: Sequence[Deed]) -> list[Deed]:
    """Moves stay such where the same hands take the paragraph away and bring it."""
    away, here = (
        {deed.item.move: deed.markup.author for deed in deeds if isinstance(deed.item, kind)}
        for kind in (MovedAway, MovedHere)
    )
    return [_plain(deed) if _is_torn(deed.item, away, here) else deed for deed in deeds]


def _is_torn(item: Item | None, away: dict[Move, str], here: dict[Move, str]) -> bool:
    return isinstance(item, MovedAway | MovedHere) and away.get(item.move) != here.get(item.move)


def _plain(deed: Deed) -> Deed:
    if isinstance(deed.item, MovedAway):
        return replace(deed, item=Gone(deed.item.move.base))
    if isinstance(deed.item, MovedHere):
        return replace(deed, item=Come(deed.item.move.new), begins_with_insertion=True)
    return deed
