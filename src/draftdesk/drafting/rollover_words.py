"""What a rollover knows of a language: how sessions, last year's resolutions and years stand in its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

S: Final = r"[^\S\u2029]+"
"""Blanks inside a paragraph, as part of a pattern."""
YEAR: Final = r"((?:19|20)\d\d)"
NUMBER: Final = r"(?P<number>\d{2}/\d{1,3}(?:\s[A-Z]\b)?)"
"""The number of a resolution of the General Assembly, "75/126" or "68/247 B"."""
NOTHING: Final = re.compile(r"(?!)")
COMING: Final = re.compile(r"(?<![\d/–—(-])\b20\d\d\b(?![\d/–—)-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class RolloverWords:
    """One language. Group 1 of `session` is the ordinal, of each of `years` a year.

    `cited` has the groups `number` and, where a resolution stands with its date, `date`.
    """

    session: re.Pattern[str]
    """The ordinal of a session, beside its noun."""
    value: Callable[[str], int | None]
    ordinal: Callable[[int, str], str]
    """The ordinal of a number, in the case of another ordinal."""
    range_end: re.Pattern[str]
    """What ends before the last session of a range."""
    other_organ: re.Pattern[str]
    assembly: re.Pattern[str]
    of_another: re.Pattern[str] = NOTHING
    """What follows the ordinal of a session of another organ."""
    to_assembly: re.Pattern[str] = NOTHING
    """What follows the ordinal of a session at which the Assembly is told something."""
    date: re.Pattern[str]
    before_year: re.Pattern[str]
    """The month that a year belongs to."""
    cited: re.Pattern[str]
    comma: str = ", "
    """What stands between the resolutions of a list."""
    joint: str
    """"and" before the last of a list."""
    dated_joint: str = ""
    """The same before one with its date, where that is another."""
    own: re.Pattern[str]
    years: tuple[re.Pattern[str], ...]
    coming: re.Pattern[str] = COMING
    """A year by itself."""
    accounts: tuple[re.Pattern[str], ...] = ()
    """Periods and days of account, whose groups are years that go up."""
    item: re.Pattern[str]
    adopted: re.Pattern[str]

    def joined(self, *, with_date: bool) -> str:
        """What stands before the last of a list."""
        return (with_date and self.dated_joint) or self.joint
