"""Words that resolutions write with a hyphen and never without: "capacity-building", "long-term".

Counted in 160 official resolutions of four sessions; a word is listed where three of them have it and none has its
letters in one word. "health-care" is no more among them, for the eightieth session writes it as one word.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from draftdesk.resources import resource
from draftdesk.wording.citations import ORDINAL_WORDS

_LISTED: Final = ("phrases", "compounds.txt")


@cache
def compounds() -> dict[str, str]:
    """The compounds and the ordinals by their letters alone, in small letters."""
    listed = resource(*_LISTED).read_text(encoding="utf-8").split()
    return {word.replace("-", ""): word for word in (*listed, *ORDINAL_WORDS) if "-" in word}
