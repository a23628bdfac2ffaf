"""Openings offered to a writer at the start of a paragraph, the one that fits the paragraph before it first.

In a run of paragraphs with the same opening, "also" and "further" take turns: plain, also, further, and the
cycle begins again (measured: 98 of 100 runs in preambles; in operative parts where the addressee is the same).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.openings import Completion, Opening, complete, find_opening

_CYCLE: Final = ("", "also", "further")
_OFFERED: Final = frozenset({ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE})


@dataclass(frozen=True, slots=True)
class Offer:
    """An opening: `count` tells how often it opened a paragraph of issued resolutions (2020 to 2023).

    `ranks` are its places in ladders of strength; `in_sequence`: it goes on from the paragraph before.
    """

    phrase: str
    count: int
    ranks: tuple[tuple[str, int], ...] = ()
    in_sequence: bool = False


def openings_for(
    typed: str, kind: ParagraphKind, language: str = "en", *, previous: str = "", limit: int = 12
) -> tuple[Offer, ...]:
    """What can be meant by the letters typed so far; () for kinds without opening, or where one is complete.

    `previous`: the text of the paragraph before it.
    """
    if kind not in _OFFERED or not typed.strip():
        return ()
    found = complete(typed, kind, language, limit)
    if not found or (len(found) == 1 and found[0].phrase == typed.rstrip() and typed.endswith(" ")):
        return ()
    following = _in_sequence(found, kind, previous) if language == "en" else None
    offers = [Offer(one.phrase, one.count, one.ranks) for one in found]
    if following is None:
        return tuple(offers)
    rest = [offer for offer in offers if offer.phrase != following.phrase]
    return (following, *rest)[:limit]


def _in_sequence(found: tuple[Completion, ...], kind: ParagraphKind, previous: str) -> Offer | None:
    """The first completion that opens like the paragraph before, in the form that comes next in the cycle."""
    before = find_opening(previous)
    if before is None or before.kind is not kind:
        return None
    for one in found:
        opening = find_opening(f"{one.phrase} it")
        if opening is not None and opening.kind is kind and opening.lemma == before.lemma:
            base = opening.phrase.base or opening.phrase.text
            return Offer(_in_cycle(base, _next_turn(before), kind), one.count, one.ranks, in_sequence=True)
    return None


def _next_turn(before: Opening) -> str:
    words = before.text.lower().split()
    turn = next((word for word in ("further", "also") if word in words), "")
    return _CYCLE[(_CYCLE.index(turn) + 1) % len(_CYCLE)]


def _in_cycle(base: str, turn: str, kind: ParagraphKind) -> str:
    if not turn:
        return base
    if kind is ParagraphKind.PREAMBULAR:
        return f"{base} {turn}"
    return f"{turn.capitalize()} {base[:1].lower()}{base[1:]}"
