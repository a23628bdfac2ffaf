"""Words that soften a demand wherever they are put in: "as appropriate", "within existing resources".

They bind less, cost less or leave the choice to those who are asked, so negotiators watch them come and go. Only
phrases that do so by themselves are listed; English, French and Spanish.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_NATIONAL: Final = r"(?:national|domestic) (?:circumstances|legislation|laws?|priorities|policies|capacities|plans)"
_LISTED: Final = {
    "en": (
        r"as (?:appropriate|applicable|necessary|needed|required(?! by)|relevant)",
        r"(?:where|when|wherever|whenever|if) (?:appropriate|applicable|necessary|needed|relevant|possible|feasible)",
        r"(?:as|where|when) and (?:where|when|as) (?:appropriate|applicable|necessary|needed|possible)",
        r"as (?:far|much) as (?:possible|feasible|practicable)",
        r"to the (?:fullest |greatest |maximum )?extent (?:possible|feasible|practicable)",
        r"within (?:existing|available) resources",
        r"within the limits of (?:existing|available) resources",
        r"subject to the availability of (?:\w+ ){0,2}(?:resources|funding|funds)",
        r"subject to (?:national|domestic) (?:law|laws|legislation)",
        r"on a voluntary basis",
        r"on mutually agreed terms",
        r"(?:upon|on|at) (?:the )?(?:their |its )?request",
        rf"in (?:accordance|line|conformity) with (?:their |its )?(?:respective )?{_NATIONAL}",
        rf"(?:taking into account|bearing in mind) (?:different |their )?{_NATIONAL}",
        rf"consistent with (?:their )?{_NATIONAL}",
    ),
    "fr": (
        r"selon qu’il convient",
        r"le cas échéant",
        r"s’il y a lieu",
        r"si nécessaire",
        r"selon que de besoin",
        r"dans la mesure du possible",
        r"dans (?:la limite|les limites) des ressources (?:existantes|disponibles)",
        r"à titre volontaire",
        r"à leur demande",
    ),
    "es": (
        r"según proceda",
        r"(?:cuando|si) proceda",
        r"según sea necesario",
        r"(?:cuando|si) sea (?:necesario|posible)",
        r"en la medida de lo posible",
        r"dentro de los límites de los recursos (?:existentes|disponibles)",
        r"con carácter voluntario",
        r"(?:cuando|previa) (?:lo )?soliciten?",
    ),
}
_FOUND: Final = {
    language: re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)".replace(" ", r"[^\S\u2029]+"), re.IGNORECASE)
    for language, listed in _LISTED.items()
}


@dataclass(frozen=True, slots=True)
class Softening:
    """Qualifiers that came and went from one text to the other, in the order of the texts."""

    put_in: tuple[str, ...] = ()
    taken_out: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def qualifiers(text: str, language: str = "en") -> tuple[str, ...]:
    """The qualifiers of a text, in small letters with plain blanks."""
    pattern = _FOUND.get(language)
    if pattern is None:
        return ()
    return tuple(" ".join(found[0].lower().split()) for found in pattern.finditer(text.replace("'", "’")))


def softening_between(old: str, new: str, language: str = "en") -> Softening | None:
    """The qualifiers that one text has more often than the other; None where there is none such.

    One that only stands elsewhere did not come, nor did it go.
    """
    if old == new:
        return None
    before, after = qualifiers(old, language), qualifiers(new, language)
    if before == after:
        return None
    made = Softening(_more(after, before), _more(before, after))
    return made if made.put_in or made.taken_out else None


def _more(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    left = Counter(other)
    found = []
    for qualifier in one:
        if left[qualifier]:
            left[qualifier] -= 1
        else:
            found.append(qualifier)
    return tuple(found)
