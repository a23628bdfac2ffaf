"""The text that a layout gets: shown text with joiners that keep symbols and dates in one line.

A word joiner after each slash of a symbol stops a break there; it exists on screen only, so a map leads
back. No-break blanks replace blanks one for one, and ends of lines line feeds; they need no map.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from draftdesk.gui.text_positions import offset_of, units_before
from draftdesk.wording.citations import MONTHS

_JOINER: Final = "\u2060"
_LINE: Final = "\u2028"
"""What a layout begins a line at: it passes over a line feed, and the words around it would run together."""

_SLASH: Final = re.compile(r"(?<=[A-Za-z0-9.])/(?=[A-Za-z0-9])")
_MONTH: Final = MONTHS["en"]
_HELD: Final = re.compile(
    rf"\b(?:\d{{1,2}}[ \u00a0](?:{_MONTH})[ \u00a0]\d{{4}}|paragraphs? \d+|resolutions? [A-Z0-9/()]*\d[A-Z0-9/()]*"
    r"|articles? \d+|\d{1,3}(?: \d{3})+\b)"
)

_BLANK_AT_SIGN: Final = re.compile(r" (?=[;:!?»])|(?<=«) ")
"""French sets a blank there, which may not end a line; files often have a plain one."""


@dataclass(frozen=True, slots=True)
class DisplayText:
    """`text` is for the layout; `joiners` are the places in it (code points) of what is not in `shown`."""

    shown: str
    text: str
    joiners: tuple[int, ...] = ()

    def units(self, offset: int) -> int:
        """The layout's UTF-16 place of a code point of the shown text."""
        return units_before(self.text, self._to_text(offset))

    def offset(self, units: int) -> int:
        """The code point of the shown text at the layout's UTF-16 place."""
        place = offset_of(self.text, units)
        return place - bisect_left(self.joiners, place)

    def _to_text(self, offset: int) -> int:
        if not self.joiners:
            return offset
        shifted = [joiner - k for k, joiner in enumerate(self.joiners)]
        return offset + bisect_right(shifted, offset) - (offset in shifted)


def display_text(shown: str) -> DisplayText:
    """What a layout is given for a shown text."""
    text = _BLANK_AT_SIGN.sub("\u00a0", shown.replace("\n", _LINE))
    if any(figure.isdigit() for figure in text):
        text = _HELD.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    if "/" not in text:
        return DisplayText(shown, text)
    joiners: list[int] = []
    pieces: list[str] = []
    done = 0
    for found in _SLASH.finditer(text):
        pieces += [text[done : found.end()], _JOINER]
        joiners.append(found.end() + len(joiners))
        done = found.end()
    return DisplayText(shown, "".join([*pieces, text[done:]]), tuple(joiners))
