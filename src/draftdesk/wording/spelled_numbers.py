"""Small numbers written as words in the six languages: what one version spells out, another may print in digits.

English is known to the ninety-ninth, Chinese to the hundreds, the others by their simple words and tens. It errs
on the side of finding too many: whoever asks wants to know whether a number *may* be there as a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from draftdesk.wording.number_words import value_of_number

_ENGLISH: Final = {
    1: "once|single", 2: "twice|both|bi\\w*", 3: "thrice|tri\\w*", 4: "quarter\\w*", 10: "decades?", 12: "dozens?",
    100: "hundred\\w*",
}  # fmt: skip
"""Words that count without being numbers; the numbers themselves are those of `number_words`."""

_FRENCH: Final = {
    1: "une?|premi[eè]re?", 2: "deux|deuxième|seconde?|bi\\w*", 3: "trois|troisième|tiers|tri\\w*",
    4: "quatre|quatrième|quart", 5: "cinq|cinquième", 6: "six|sixième", 7: "sept|septième", 8: "huit|huitième",
    9: "neuf|neuvième", 10: "dix|dixième|décennal\\w*|décennies?", 11: "onze|onzième", 12: "douze|douzième",
    13: "treize|treizième", 14: "quatorze|quatorzième", 15: "quinze|quinzième|quinzaine", 16: "seize|seizième",
    20: "vingt|vingtième|vingtaine", 30: "trente|trentième", 40: "quarante|quarantième",
    50: "cinquante|cinquantième|cinquantenaire", 60: "soixante|soixantième", 75: "soixante-quinz\\w+",
    80: "quatre-vingts?|quatre-vingtième", 100: "cent|centième|centaines?|centenaire",
}  # fmt: skip
_SPANISH: Final = {
    1: "un[oa]?|primer[oa]?", 2: "dos|segund[oa]|bi\\w*", 3: "tres|tercer[oa]?|tercios?|tri\\w*",
    4: "cuatro|cuart[oa]s?", 5: "cinco|quint[oa]", 6: "seis|sext[oa]", 7: "siete|séptim[oa]", 8: "ocho|octav[oa]",
    9: "nueve|noven[oa]", 10: "diez|décim[oa]|decen\\w+|decenal", 11: "once|undécim[oa]", 12: "doce|duodécim[oa]",
    13: "trece", 14: "catorce", 15: "quince", 16: "dieciséis", 20: "veinte|vigésim[oa]", 30: "treinta|trigésim[oa]",
    40: "cuarenta", 50: "cincuenta|quincuagésim[oa]", 60: "sesenta", 70: "setenta", 80: "ochenta",
    100: "cien|ciento|centenari[oa]",
}  # fmt: skip
_RUSSIAN: Final = {
    1: "од(?:ин|н)\\w*|перв\\w+", 2: "дв(?:а|е|ух|ум|умя)|втор\\w+|обо?их|дву\\w+", 3: "тр[её]\\w*|три|трет\\w+",
    4: "чет[ыв]\\w+", 5: "пят\\w+", 6: "шест\\w+", 7: "сем[ьи]|седьм\\w+", 8: "восем\\w*|восьм\\w+", 9: "девят\\w+",
    10: "десят\\w+|деся\\w+", 11: "одиннадцат\\w+", 12: "двенадцат\\w+", 15: "пятнадцат\\w+",
    20: "двадцат\\w+", 30: "тридцат\\w+", 40: "сорок\\w*", 50: "пятьдесят\\w*|пятидесят\\w+|полувек\\w*",
    60: "шестьдесят|шестидесят\\w+", 75: "семьдесят пят\\w+", 100: "ст[ао]|сот\\w*",
}  # fmt: skip
_ARABIC: Final = {
    1: "واحد|أول|إحدى|أحد", 2: "اثن|ثاني|ثانية|مرتين|سنتين|عامين|ين", 3: "ثلاث|ثالث|ثلث", 4: "أربع|رابع|ربع",
    5: "خمس|خامس", 6: "ست|سادس|سدس", 7: "سبع|سابع", 8: "ثمان|ثامن", 9: "تسع|تاسع", 10: "عشر|عاشر|عقد",
    20: "عشري|عشرون", 30: "ثلاثي|ثلاثون", 40: "أربعي|أربعون", 50: "خمسي|خمسون", 60: "ستين|ستون",
    70: "سبعي|سبعون", 80: "ثماني|ثمانون", 90: "تسعي|تسعون", 100: "مائة|مئة|مئوي",
}  # fmt: skip
_CHINESE_DIGITS: Final = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)} | {
    "两": 2,
    "双": 2,
    "半": 2,
}
_CHINESE: Final = re.compile("[一二两双半三四五六七八九十百]+")


@lru_cache(maxsize=4096)
def spelled_numbers(text: str, language: str) -> frozenset[str]:
    """The numbers that a text may have as words, in digits: {"3", "20"}."""
    if language == "zh":
        return frozenset(str(_chinese(found)) for found in _CHINESE.findall(text))
    if language == "en":
        return frozenset(_english(text.lower()))
    words = {"fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN, "ar": _ARABIC}.get(language, {})
    edges = ("", "") if language == "ar" else (r"\b(?:", r")\b")
    low = text.lower()
    return frozenset(str(value) for value, pattern in words.items() if re.search(edges[0] + pattern + edges[1], low))


_ENGLISH_WORD: Final = re.compile(r"\b(?P<pair>(?P<tens>[a-z]+ty)[-\u2010\u2011 ][a-z]+)|\b(?P<word>[a-z]+)")
_ENGLISH_OTHERS: Final = {value: re.compile(pattern) for value, pattern in _ENGLISH.items()}


def _english(text: str) -> set[str]:
    found = set()
    for match in _ENGLISH_WORD.finditer(text):
        for words in filter(None, (match["pair"], match["tens"], match["word"])):
            value = value_of_number(words) or _counted(words)
            if value:
                found.add(str(value))
        if match["pair"] and not value_of_number(match["pair"]):
            found |= _english(match["pair"][len(match["tens"]) + 1 :])
    return found


def _counted(word: str) -> int:
    return next((value for value, pattern in _ENGLISH_OTHERS.items() if pattern.fullmatch(word)), 0)


def _chinese(signs: str) -> int:
    value, digit = 0, 0
    for sign in signs:
        if sign == "百":
            value, digit = value + (digit or 1) * 100, 0
        elif sign == "十":
            value, digit = value + (digit or 1) * 10, 0
        else:
            digit = _CHINESE_DIGITS[sign]
    return value + digit
