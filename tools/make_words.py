"""Makes the word lists of the spelling from the lists of others; what they are and their licences: decision 20.

    python tools/make_words.py SCOWL_FOLDER FRENCH_STEM

SCOWL_FOLDER holds SCOWL's `english-words.10` and its like, FRENCH_STEM is the path of the French `.aff` and `.dic`
without their endings. One word a line, sorted by their bytes in UTF-8, packed.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from draftdesk.resources import resource

LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
"""SCOWL's levels of how common a word is."""
RARE = 70
RARE_LETTERS = 7
"""A shorter word of the last level is as often a slip of a common one ("leal", "annal")."""
PARTS = ("words", "upper", "proper-names", "abbreviations", "contractions")


def english(folder: Path) -> set[str]:
    """British words with -ize, and names."""
    words = set[str]()
    for part in PARTS:
        for level in LEVELS:
            for region in ("english", "british_z"):
                place = folder / f"{region}-{part}.{level}"
                if place.exists():
                    least = RARE_LETTERS if part == "words" and level == RARE else 1
                    listed = place.read_text(encoding="latin-1").split()
                    words |= {word for word in listed if len(word) >= least}
    return {word for word in words if not word.endswith("'s")}


def french(stem: Path) -> set[str]:
    """All forms of the words of a dictionary in the manner of Hunspell, without elided articles and pronouns."""
    endings, affix = dict[str, list[tuple[str, str, re.Pattern[str]]]](), stem.with_suffix(".aff")
    only_with_ending = ""
    for line in affix.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if fields[:1] == ["NEEDAFFIX"]:
            only_with_ending = fields[1]
        if fields[:1] == ["SFX"] and len(fields) > 4:
            cut, added = fields[2].replace("0", ""), fields[3].partition("/")[0].replace("0", "")
            endings.setdefault(fields[1], []).append((cut, added, re.compile(f"{fields[4]}$")))
    words = set[str]()
    for line in stem.with_suffix(".dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flagged = line.split(" ")[0].split("\t")[0].partition("/")
        flags = [flagged[at : at + 2] for at in range(0, len(flagged), 2)]
        if only_with_ending not in flags or not only_with_ending:
            words.add(word)
        words |= {form for flag in flags for form in _forms(word, endings.get(flag, []))}
    return {word.replace("’", "'") for word in words if word}


def _forms(word: str, endings: list[tuple[str, str, re.Pattern[str]]]) -> Iterator[str]:
    for cut, added, where in endings:
        if where.search(word):
            yield word.removesuffix(cut) + added


def write(words: set[str], language: str) -> None:
    kept = {word for word in words if word.strip("-'") and not re.search(r"[\d\s]", word)}
    lines = b"\n".join(sorted(word.encode() for word in kept)) + b"\n"
    place = resource("words", f"{language}.txt.gz")
    place.write_bytes(gzip.compress(lines, 9, mtime=0))
    print(f"{place.name}: {len(kept)} words, {len(lines)} bytes, {place.stat().st_size} packed")


if __name__ == "__main__":
    write(english(Path(sys.argv[1])), "en")
    write(french(Path(sys.argv[2])), "fr")
