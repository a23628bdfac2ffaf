"""What stands between two printed lines of one paragraph: a space, or nothing."""

from __future__ import annotations

import re
from typing import Final

from draftdesk.model.paragraph import OBJECT

_HOLDING: Final = ("-", "\u2010", "\u2011", "/", "–")
_OPENED: Final = (" (", " )", " [", " ]")
"""A bracket behind a blank opens, whichever way it is stored in an Arabic line."""

_IDEOGRAPH: Final = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


def is_ideograph(character: str) -> bool:
    """Whether a character is Chinese, its own punctuation included."""
    return _IDEOGRAPH.match(character) is not None


def between(before: str, after: str) -> str:
    """The blank between the text so far and the next line.

    Texts of the United Nations are not hyphenated: a hyphen at a line's end is a real one, and so are a slash
    and a dash without a blank before it. Chinese has no blanks, and a bracket that opened none behind it.
    """
    end = before.rstrip(OBJECT)
    if end.endswith(_HOLDING) and end[-2:-1].isalnum():
        return ""
    if end.endswith(_OPENED):
        return ""
    begin = after.lstrip(OBJECT)[:1]
    if begin.isascii() and end[-1:].isascii():
        return " "
    if is_ideograph(end[-1:]):
        return "" if is_ideograph(begin) or begin.isdigit() else " "
    return "" if end[-1:].isdigit() and is_ideograph(begin) else " "
