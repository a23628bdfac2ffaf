"""Letters that a PDF stores under a wrong name are put right, where what is printed leaves no doubt.

Some files of the Secretariat print "major" and store "maoor": the table of the font says that the glyph of j
is an o, so every reader copies it wrongly (met in one of 64 files). The glyph gives itself away: two glyphs
of different width bear the same name in one font, and one letter of that other width is nowhere in the font.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from draftdesk.reading.pdf.pieces import Page, Piece

_ALIKE: Final = 0.12
_RARE: Final = 0.2
_NEAR: Final = 0.07
_WIDTHS: Final = (
    ("ilt", 0.56), ("r", 0.68), ("j", 0.71), ("s", 0.78), ("f", 0.87), ("acez", 0.89), ("bdghknopquvxy", 1.0),
    ("w", 1.44), ("m", 1.55),
)  # fmt: skip
"""How wide letters of faces like Times are, with what hangs over, against their n."""

_LETTERS: Final = frozenset("".join(letters for letters, _ in _WIDTHS))


@dataclass(frozen=True, slots=True)
class WrongLetter:
    """In a font, a letter that is `stored` but printed `width` em wide and is truly another, `printed`."""

    font: str
    stored: str
    width: float
    printed: str


def wrong_letters(pages: Iterable[Page]) -> list[WrongLetter]:
    """The letters stored under a wrong name that can be told without doubt."""
    pieces = [piece for page in pages for piece in page.pieces]
    missed: dict[str, set[str]] = defaultdict(lambda: set(_LETTERS))
    for piece in pieces:
        letters = missed[piece.style.font]
        if letters:
            letters.difference_update(piece.text)
    lacking = {font for font, letters in missed.items() if letters}
    widths: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        if piece.style.font in lacking:
            own = widths[piece.style.font]
            for character, left, right in zip(piece.text, piece.lefts, piece.rights, strict=True):
                if "a" <= character <= "z":
                    own[character].append((right - left) / piece.size)
    return [wrong for font, own in widths.items() for wrong in _wrong_in(font, own)]


def put_right(pages: Sequence[Page], wrong: Sequence[WrongLetter]) -> tuple[list[Page], tuple[str, ...]]:
    """The pages with those letters as they are printed, and the words that changed, each once, in order."""
    if not wrong:
        return list(pages), ()
    by_font = defaultdict(list)
    for one in wrong:
        by_font[one.font].append(one)
    words: dict[str, None] = {}
    changed = []
    for page in pages:
        pieces = tuple(_corrected(piece, by_font.get(piece.style.font, ()), words) for piece in page.pieces)
        changed.append(replace(page, pieces=pieces))
    return changed, tuple(words)


def _wrong_in(font: str, widths: Mapping[str, Sequence[float]]) -> list[WrongLetter]:
    n_width = median(widths["n"]) if "n" in widths else 0.0
    if n_width <= 0:
        return []
    found = []
    for stored, own in widths.items():
        usual = median(own)
        strange = [width for width in own if not _is_alike(width, usual)]
        if not strange or len(strange) > _RARE * len(own):
            continue
        width = median(strange)
        candidates = [
            letter
            for letters, ratio in _WIDTHS
            for letter in letters
            if letter not in widths and abs(width / n_width - ratio) < _NEAR
        ]
        if len(candidates) == 1:
            found.append(WrongLetter(font, stored, width, candidates[0]))
    return found


def _is_alike(width: float, other: float) -> bool:
    return abs(width - other) <= _ALIKE * max(width, other)


def _corrected(piece: Piece, wrong: Sequence[WrongLetter], words: dict[str, None]) -> Piece:
    if not any(one.stored in piece.text for one in wrong):
        return piece
    letters = list(piece.text)
    places = []
    for at, (left, right) in enumerate(zip(piece.lefts, piece.rights, strict=True)):
        for one in wrong:
            if piece.text[at] == one.stored and _is_alike((right - left) / piece.size, one.width):
                letters[at] = one.printed
                places.append(at)
    text = "".join(letters)
    for at in places:
        word = text[text.rfind(" ", 0, at) + 1 :].split(" ")[0].strip(".,;:“”()")
        words.setdefault(word)
    return piece._replace(text=text) if places else piece
