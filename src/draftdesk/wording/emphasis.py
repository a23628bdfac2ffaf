"""How the opening words of a paragraph and the name of the organ are set apart, language by language."""

from __future__ import annotations

from typing import Final

from draftdesk.model.paragraph import Mark

EMPHASIS: Final = frozenset({Mark.ITALIC, Mark.BOLD})
_ELSEWHERE: Final = {"zh": frozenset({Mark.BOLD}), "ar": EMPHASIS}


def set_apart(language: str) -> frozenset[Mark]:
    """The marks: italics, but Chinese has none and is set in bold, Arabic in both (issued files)."""
    return _ELSEWHERE.get(language, frozenset({Mark.ITALIC}))
