"""Who speaks in a paragraph: States that say "we", or an organ that decides."""

from __future__ import annotations

import re
from typing import Final

_WE: Final = re.compile(r"(?:We|Nous|Nosotr[oa]s|Мы)\b|我们|نحن")


def speaks_as_we(text: str) -> bool:
    """Whether a text begins with "We", in any official language."""
    return _WE.match(text) is not None
