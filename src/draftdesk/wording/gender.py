"""The gender of the organ that speaks: "Consciente" of an Assembly, "Conscient" of a Council.

Phrases are counted in texts of the General Assembly, so that most are in the feminine; a Council has them in the
masculine. English and Chinese make no difference.
"""

from __future__ import annotations

import re
from typing import Final

FEMININE, MASCULINE = "f", "m"

_MASCULINE_ORGANS: Final = re.compile(r"Conseil|Comité|Consejo|Совет|Комитет|مجلس|المجلس")
_ENDINGS: Final[dict[str, tuple[tuple[re.Pattern[str], str], ...]]] = {
    "fr": ((re.compile(r"(?<=é)e\b|(?<=u)e\b|(?<=onscient)e\b"), ""),),
    "es": ((re.compile(r"(?<=[ai]d)a\b"), "o"), (re.compile(r"(?<=ocedor)a\b"), "")),
    "ru": ((re.compile(r"(?<=ен)а\b"), ""),),
    "ar": (
        (re.compile(r"(?:^|(?<=^إذ )|(?<=^وإذ ))ت(?=\w{2})"), "ي"),
        (re.compile(r"(?<=\w)ها(?=\s|$)"), "ه"),
        (re.compile(r"(?<=^وقد نظر)ت|(?<=^وقد درس)ت"), ""),
    ),
}


def gender_of(organ: str, language: str) -> str:
    """The gender of an organ by its name; "" where the language makes no difference or no organ is named."""
    if language not in _ENDINGS or not organ:
        return ""
    return MASCULINE if _MASCULINE_ORGANS.match(organ) else FEMININE


def masculine(phrase: str, language: str) -> str:
    """An opening phrase of an Assembly as a Council has it; the same where nothing changes."""
    for pattern, ending in _ENDINGS.get(language, ()):
        phrase = pattern.sub(ending, phrase)
    return phrase
