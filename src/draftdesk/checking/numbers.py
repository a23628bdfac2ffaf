"""Rules of numbers and dates: "18 December 2009", "5 per cent", "three years", "seventy-eighth session"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.patterns import Wrong, find, wrong
from draftdesk.checking.rule import Breach, Rule
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import Span
from draftdesk.wording.citations import MONTHS
from draftdesk.wording.number_words import cardinal, ordinal, ordinal_figure, value_of_cardinal, value_of_ordinal

_MONTH: Final = MONTHS["en"]
_ENDING: Final = "(?:st|nd|rd|th)"
_COUNTED: Final = (
    "years(?! of age)|months|weeks|days|hours|States|Member States|countries|reports|meetings|sessions|"
    "representatives|members|regions|pillars|priorities|experts|languages|positions|posts|organizations|committees|conferences|workshops|"
    "paragraphs|persons|people|children|women|times|phases|Secretariats|themes|areas|steps|questions|parts"
)
_SMALL: Final = re.compile(
    rf"(?<![\w.,/–$€£-])(?<!\d )([2-9])\s(?!(?:million|billion|per)\b)(?=(?:[a-z-]+\s)?(?:{_COUNTED})\b)"
)
_LARGE: Final = re.compile(rf"(?<![\w/(])\d{{2,}}(?:,\d{{3}})*(?![\w/)])(?!\s(?:{_MONTH}))")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FRACTIONS: Final = {
    "1/2": "half",
    "1/3": "one third",
    "2/3": "two thirds",
    "1/4": "one quarter",
    "3/4": "three quarters",
}


def _figures_for_words(examined: Examined) -> Iterator[Breach]:
    """Figures below ten before a counted noun, but for series in which a number of ten or more stands."""
    for paragraph in examined.worded:
        text = examined.bare(paragraph)
        if any(not _YEAR.fullmatch(found[0]) for found in _LARGE.finditer(text)):
            continue
        for found in _SMALL.finditer(text):
            yield Breach(paragraph, Span(*found.span(1)), cardinal(int(found[1])))


def _session(match: re.Match[str]) -> str:
    value = int(match[1])
    return ordinal(value) if 0 < value < 100 else match[0]


def _meeting(match: re.Match[str]) -> str:
    value = value_of_ordinal(match[1])
    return ordinal_figure(value) if value else match[0]


def _per_cent_words(match: re.Match[str]) -> str:
    value = value_of_cardinal(match[1])
    return match[0] if value is None or value == 0 else f"{value}{match[2]}"


def _thousands(match: re.Match[str]) -> str:
    return re.sub(r"[\u00a0\u202f ]", ",", match[0])


_ORDINAL_WORDS: Final = r"((?:[a-z]+(?:ty)[-\u2011])?(?:first|second|third|[a-z]+th))"

NUMBERS: Final = (
    Rule(
        "date_form",
        Grade.ERROR,
        find(
            wrong(rf"\b({_MONTH})\s(\d{{1,2}}){_ENDING}?,?\s((?:19|20)\d\d)\b", "\\2\u00a0\\1 \\3"),
            wrong(rf"\b(\d{{1,2}}){_ENDING}(?:\sof)?(\s)({_MONTH})\b", r"\1\2\3"),
            wrong(rf"\b(\d{{1,2}})\s({_MONTH}),\s((?:19|20)\d\d)\b", r"\1 \2 \3"),
        ),
        "R50, 6,966 dates to none in adopted texts",
    ),
    Rule(
        "per_cent",
        Grade.WARNING,
        find(
            wrong(r"(?<=\d)\s?%", " per cent"),
            wrong(r"\bpercent\b", "per cent"),
            wrong(r"(?<![\w-])([a-z]+(?:-[a-z]+)?)(\sper\scent)\b", _per_cent_words),
        ),
        "R51, R77, UN Editorial Manual, numbers",
    ),
    Rule("small_number", Grade.WARNING, _figures_for_words, "R52, UN Editorial Manual, numbers"),
    Rule("million", Grade.HINT, find(wrong(r"(?<![\d,.])(\d{1,3}),000,000(?![\d,])", r"\1 million")), "R53"),
    Rule(
        "thousands",
        Grade.WARNING,
        find(wrong(r"(?<![\w.,/])(?<!\d )\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d/])(?!\s\()", _thousands)),
        "R54, UN Editorial Manual, numbers",
    ),
    Rule(
        "sentence_figure",
        Grade.HINT,
        find(wrong(r"(?:^|(?<=[.?!]\s)(?<!No\.\s))\d+(?=\s[A-Za-z])")),
        "R55, UN Editorial Manual, numbers",
    ),
    Rule(
        "session_words",
        Grade.WARNING,
        find(wrong(rf"\b(\d{{1,3}}){_ENDING}(?=\s(?:[a-z]+\s){{0,2}}sessions?\b)", _session)),
        "R56, 2,340 to 16 in adopted texts",
    ),
    Rule(
        "meeting_figure",
        Grade.HINT,
        find(wrong(rf"\b{_ORDINAL_WORDS}(?=\splenary\smeeting\b)", _meeting)),
        "R57, adopted texts",
    ),
    Rule(
        "fraction",
        Grade.HINT,
        find(
            Wrong(
                re.compile(
                    r"(?<![\w/])(?<!resolution )(?<!resolutions )(?:1/2|1/3|2/3|1/4|3/4)(?=\s(?:of|majority|the)\b)"
                ),
                lambda match: _FRACTIONS[match[0]],
            )
        ),
        "R58, UN Editorial Manual, numbers",
    ),
    Rule(
        "money",
        Grade.HINT,
        find(wrong(r"\b(?:USD|US\$)\s?(?=\d)", "$")),
        "R76, adopted texts",
    ),
)
