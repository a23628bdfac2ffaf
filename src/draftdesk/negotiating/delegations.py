"""Who proposes a version: the name of a delegation or group, as the name of its file tells it.

Names of groups and the abbreviations of delegations are those that negotiators write; one is found only as a word of
its own in capitals, since a file that is about the Arab Group need not come from it.
"""

from __future__ import annotations

import re
from typing import Final

_GROUPS: Final = (
    *(
        "G77 and China",
        "G77 + China",
        "G77",
        "G-77",
        "EU",
        "NAM",
        "OIC",
        "CARICOM",
        "GRULAC",
        "AOSIS",
        "LDCs",
        "LLDCs",
    ),
    *("SIDS", "CANZ", "JUSCANZ", "JUSSCANNZ", "MIKTA", "BRICS", "WEOG", "EEG", "LMG"),
    *("African Group", "Arab Group", "Nordics", "Holy See"),
)
_DELEGATIONS: Final = (
    *("US", "USA", "UK", "RF", "RUS", "ROK", "KSA", "UAE", "PNG", "NZ", "AUS", "JPN", "SUI", "NOR", "MEX", "PAK"),
    *("ZAF", "IRN", "SYR", "CUB", "VEN", "NIC", "BLR", "DPRK"),
)
_BY_LENGTH: Final = sorted((*_GROUPS, *_DELEGATIONS), key=lambda name: (-len(name), name))
_KNOWN: Final = re.compile(r"(?<![^\W_])(" + "|".join(re.escape(name) for name in _BY_LENGTH) + r")(?![^\W_])")
_SAYS_NOTHING: Final = frozenset(
    (
        *(
            "comments",
            "comment",
            "proposal",
            "proposals",
            "edits",
            "edit",
            "inputs",
            "input",
            "amendments",
            "amendment",
        ),
        *(
            "changes",
            "suggestions",
            "text",
            "draft",
            "version",
            "tracked",
            "track",
            "clean",
            "final",
            "comp",
            "redline",
        ),
        *(
            "on",
            "of",
            "the",
            "from",
            "by",
            "and",
            "to",
            "rev",
            "zero",
            "copy",
            "as",
            "delegation",
            "resolution",
            "ff",
        ),
    )
)
_WORDS: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_MOST_WORDS: Final = 3
_LEAST_LETTERS: Final = 3


def known_delegation(name: str) -> str:
    """The group or delegation that the name of a file names by its short name; "" if it names none or several."""
    found = set(_KNOWN.findall(name))
    return found.pop() if len(found) == 1 else ""


def told_by(name: str) -> str:
    """What is left of the name of a file without the words that every version has; "" where that is nobody's name."""
    words = [word for word in _WORDS.findall(name) if not _says_nothing(word)]
    told = " ".join(words)
    return told if len(words) <= _MOST_WORDS and len(told) >= _LEAST_LETTERS else ""


def _says_nothing(word: str) -> bool:
    return word.casefold() in _SAYS_NOTHING or any(letter.isdigit() for letter in word)
