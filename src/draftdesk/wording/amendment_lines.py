"""The line over the title of an amendment, which says who amends which draft.

Measured on 17 amendments tabled at the eightieth session; the words of other languages than English are those of its
language versions.
"""

from __future__ import annotations

import re
from typing import Final

_AMENDED: Final = re.compile(
    r".*:\S?\s*(?:amendments? to |amendements? au |enmiendas? al )(?:the )?(?:revised )?"
    r"(?:draft (?:resolution|decision)|projet de (?:résolution|décision)|proyecto de (?:resolución|decisión))\b"
    r"[^;]{0,160}$"
    r"|.*:\S?\s*поправк[аи] к (?:пересмотренному )?проекту (?:резолюции|решения)\b[^;]{0,160}$"
    r"|.*[:：]\S?\s*对.{0,60}(?:决议|决定)草案.{0,60}修正案?$"
    r"|.*:\S?\s*تعديلا?ت? .{0,20}مشروع (?:القرار|المقرر)\b.{0,160}$",
    re.DOTALL,
)
_LONGEST: Final = 2000
"""A sponsors' list names up to all Member States."""


def is_amendment_line(text: str) -> bool:
    """Whether a paragraph says who amends which draft."""
    return len(text) < _LONGEST and _AMENDED.match(text) is not None
