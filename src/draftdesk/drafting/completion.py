"""Openings offered to a writer at the start of a paragraph, the one that fits the paragraph before it first.

In a run of paragraphs with the same opening, "also" and "further" take turns: plain, also, further, and the
cycle begins again (measured: 98 of 100 runs in preambles; in operative parts where the addressee is the same).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.openings import Completion, Opening, complete, find_opening, phrases

_CYCLE: Final = ("", "also", "further")
_TURNS: Final = {
    "fr": ("", "également", "en outre"),
    "es": ("", "también", "además"),
    "ru": ("", "также", "далее"),
    "zh": ("", "又", "还"),
    "ar": ("", "أيضا", "كذلك"),
}
"""The same cycle in other languages (renderings of "also" and "further" in the same paragraphs; where a preambular
paragraph of session 77 opens like the one before it, 229 of 261 take the word that comes next)."""
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
    typed: str, kind: ParagraphKind, language: str = "en", *, previous: str = "", gender: str = "", limit: int = 12
) -> tuple[Offer, ...]:
    """What can be meant by the letters typed so far; () for kinds without opening, or where one is complete.

    `previous`: the text of the paragraph before it; `gender`: that of the organ that speaks.
    """
    if kind not in _OFFERED or not typed.strip():
        return ()
    found = complete(typed, kind, language, limit, gender)
    if not found or (len(found) == 1 and found[0].phrase == typed.rstrip() and typed.endswith(" ")):
        return ()
    is_english = language == "en"
    following = _in_sequence(found, kind, previous) if is_english else _in_turn(typed, kind, language, previous)
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


def _in_turn(typed: str, kind: ParagraphKind, language: str, previous: str) -> Offer | None:
    """The same in another language: the phrase of the paragraph before with the word that comes next in the cycle.

    A phrase that was counted so is taken; where there is none the word follows a verb that stands alone.
    """
    before, turns = find_opening(previous, language), _TURNS.get(language)
    if before is None or before.kind is not kind or turns is None:
        return None
    now = next((at for at, turn in enumerate(turns) if turn and turn in before.text), 0)
    base, turn = _without_turns(before.text, turns), turns[(now + 1) % len(turns)]
    counted = next((p for p in phrases(kind, language) if _is_turn(p.text, base, turn, turns)), None)
    phrase = counted.text if counted is not None else _turned(base, turn, language)
    begun = typed.lower().rstrip()
    if not phrase or not (phrase.lower().startswith(begun) or base.lower().startswith(begun)):
        return None
    return Offer(phrase, counted.count if counted is not None else 0, before.phrase.ranks, in_sequence=True)


def _turned(base: str, turn: str, language: str) -> str:
    """A verb that stands alone with the word after it, in Chinese before it; "" for other phrases."""
    if not turn or len(base.split()) != 1:
        return ""
    return f"{turn}{base}" if language == "zh" else f"{base} {turn}"


def _is_turn(phrase: str, base: str, turn: str, turns: tuple[str, ...]) -> bool:
    own = next((one for one in turns if one and one in phrase), "")
    return own == turn and _without_turns(phrase, turns) == base


def _without_turns(phrase: str, turns: tuple[str, ...]) -> str:
    for turn in filter(None, turns):
        phrase = phrase.replace(turn, "")
    return " ".join(phrase.split())


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
