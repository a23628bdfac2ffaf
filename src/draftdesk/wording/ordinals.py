"""French and Spanish ordinals in words, as sessions have them: "soixante-dix-septième", "octogésimo primer"."""

from __future__ import annotations

from typing import Final

_FRENCH_UNITS: Final = (
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
_FRENCH_TENS: Final = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt")
_SPANISH_UNITS: Final = (
    "",
    "primer",
    "segundo",
    "tercer",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
)
_SPANISH_TENS: Final = (
    "", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo",
    "octogésimo", "nonagésimo", "centésimo",
)  # fmt: skip
_LAST: Final = 109


def french_ordinal(value: int) -> str:
    """1 to 109 in words before a feminine noun: "première", "vingt et unième", "quatre-vingt-onzième"."""
    if value == 1:
        return "première"
    words = _french(value)
    if words.endswith("cinq"):
        return f"{words}uième"
    if words.endswith("neuf"):
        return f"{words[:-1]}vième"
    return f"{words.removesuffix('e')}ième"


def _french(value: int) -> str:
    if value >= 100:
        return f"cent {_french(value - 100)}".strip()
    if value < 20:
        return _FRENCH_UNITS[value]
    tens = min(value // 10, 8)
    rest = value - 10 * tens if tens in (6, 8) else value % 10
    if tens == 7:
        tens, rest = 6, value - 60
    if not rest:
        return _FRENCH_TENS[tens]
    joint = " et " if rest in (1, 11) and tens != 8 else "-"
    return f"{_FRENCH_TENS[tens]}{joint}{_FRENCH_UNITS[rest]}"


def spanish_ordinal(value: int) -> str:
    """1 to 109 in words before a masculine noun: "primer", "septuagésimo séptimo"."""
    if value == 11:
        return "undécimo"
    if value == 12:
        return "duodécimo"
    tens, rest = divmod(value, 10)
    return f"{_SPANISH_TENS[tens]} {_SPANISH_UNITS[rest]}".strip()


_FRENCH_VALUES: Final = {french_ordinal(value): value for value in range(1, _LAST + 1)}
_SPANISH_VALUES: Final = {spanish_ordinal(value): value for value in range(1, _LAST + 1)}


def value_of_french(words: str) -> int | None:
    """What a French ordinal counts, whatever its blanks, hyphens and case; None for none up to 109."""
    plain = "-".join(words.lower().replace("\u2011", "-").replace("\u2010", "-").split())
    return _FRENCH_VALUES.get(plain.replace("-et-", " et ").replace("cent-", "cent "))


def value_of_spanish(words: str) -> int | None:
    """What a Spanish ordinal counts, whatever its blanks and case; None for none up to 109."""
    return _SPANISH_VALUES.get(" ".join(words.lower().split()))
