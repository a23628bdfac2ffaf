"""Moves among the deeds of several hands: shown as such where one and the same voice takes away and brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftdesk.exporting.hands_story import Deed
from draftdesk.exporting.redline_plan import Come, Gone, Item, Move, MovedAway, MovedHere


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
