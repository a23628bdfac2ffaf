"""Ordinals in words, as the sessions of other languages than English have them: "octogésimo primer", "第七十八".

Russian and Arabic ones stand in the case of their noun; `like` is one whose case is taken over.
"""

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


_RUSSIAN_UNITS: Final = ("", "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят")
_RUSSIAN_TEENS: Final = (
    "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат",
    "восемнадцат", "девятнадцат",
)  # fmt: skip
_RUSSIAN_TENS: Final = (
    "", "", "двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност", "сот",
)  # fmt: skip
_RUSSIAN_BEFORE: Final = (
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
    "сто",
)  # fmt: skip
_RUSSIAN_ENDINGS: Final = ("ая", "ой", "ую")
_SOFT_ENDINGS: Final = {"ая": "ья", "ой": "ьей", "ую": "ью"}
"""The endings of "third" for the same cases."""


def russian_ordinal(value: int, like: str) -> str:
    """1 to 109 in words before a feminine noun, in the case of `like`: "семьдесят восьмой", "восьмидесятая"."""
    ending = next((e for e, soft in _SOFT_ENDINGS.items() if like.endswith((e, soft))), "ая")
    tens, rest = divmod(value, 10)
    if tens in (0, 1) or rest:
        before = _RUSSIAN_BEFORE[tens]
        stem = _RUSSIAN_TEENS[rest] if tens == 1 else _RUSSIAN_UNITS[rest]
    else:
        before, stem = "", _RUSSIAN_TENS[tens]
    last = stem + (_SOFT_ENDINGS[ending] if stem == "трет" else ending)
    return f"{before} {last}".strip()


_RUSSIAN_VALUES: Final = {
    russian_ordinal(value, ending): value for value in range(1, _LAST + 1) for ending in _RUSSIAN_ENDINGS
}


def value_of_russian(words: str) -> int | None:
    """What a Russian feminine ordinal counts, whatever its case, blanks and capitals; None for none up to 109."""
    return _RUSSIAN_VALUES.get(" ".join(words.lower().split()))


_ARABIC_UNITS: Final = (
    "", "الحادية", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة",
)  # fmt: skip
_ARABIC_TENS: Final = (
    "", "عشرة", "العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع",
)  # fmt: skip
_ARABIC_FIRST: Final = "الأولى"
_ARABIC_TENTH: Final = "العاشرة"
_ARABIC_ENDINGS: Final = ("ون", "ين")


def arabic_ordinal(value: int, like: str) -> str:
    """1 to 99 in words after a feminine noun, in the case of `like`: "الثامنة والسبعين", "الثمانون"."""
    ending = "ون" if like.endswith("ون") else "ين"
    tens, rest = divmod(value, 10)
    if value in (1, 10):
        return _ARABIC_FIRST if value == 1 else _ARABIC_TENTH
    if tens < 2:
        return f"{_ARABIC_UNITS[rest]} {_ARABIC_TENS[tens]}".strip()
    decade = _ARABIC_TENS[tens] + ending
    return f"{_ARABIC_UNITS[rest]} و{decade}" if rest else decade


_ARABIC_VALUES: Final = {
    arabic_ordinal(value, ending): value for value in range(1, 100) for ending in _ARABIC_ENDINGS
}


def value_of_arabic(words: str) -> int | None:
    """What an Arabic feminine ordinal counts, whatever its case and blanks; None for none up to 99."""
    return _ARABIC_VALUES.get(" ".join(words.split()))


_CHINESE_DIGITS: Final = "〇一二三四五六七八九"


def chinese_number(value: int) -> str:
    """1 to 199 as counted in titles: "七十八", "八十", "一百零九"."""
    if value >= 100:
        rest = value - 100
        return "一百" + (
            "" if not rest else f"零{_CHINESE_DIGITS[rest]}" if rest < 10 else _chinese_tens(rest, "一十")
        )
    return _chinese_tens(value, "十")


def _chinese_tens(value: int, ten: str) -> str:
    tens, rest = divmod(value, 10)
    head = "" if not tens else ten if tens == 1 else f"{_CHINESE_DIGITS[tens]}十"
    return head + (_CHINESE_DIGITS[rest] if rest else "")


_CHINESE_VALUES: Final = {chinese_number(value): value for value in range(1, 200)}


def value_of_chinese(words: str) -> int | None:
    """What a Chinese number counts; None for none up to 199."""
    return _CHINESE_VALUES.get(words)
