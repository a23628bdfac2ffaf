"""Code points and UTF-16: below the window offsets count code points, Qt counts UTF-16 units."""

from __future__ import annotations


def units_before(text: str, offset: int) -> int:
    """How many UTF-16 units stand before the code point at `offset`."""
    if text.isascii():
        return min(offset, len(text))
    head = text[:offset]
    return len(head) + sum(letter > "\uffff" for letter in head)


def units_of(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return units_before(text, len(text))


def offset_of(text: str, units: int) -> int:
    """The code point that begins at or holds the UTF-16 unit; the text's length for places behind it."""
    if text.isascii():
        return min(units, len(text))
    seen = 0
    for offset, letter in enumerate(text):
        seen += 2 if letter > "\uffff" else 1
        if seen > units:
            return offset
    return len(text)
