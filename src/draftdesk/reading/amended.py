"""What the paragraphs of an amendment to a draft resolution are.

Measured on 17 amendments tabled at the eightieth session: there is no enacting line; instructions stand alone or
have numbers; the paragraphs that are to be put in follow in the italics of their openings, mostly without a number.
"""

from __future__ import annotations

from typing import Final

from draftdesk.model.paragraph import Doubt, ParagraphKind
from draftdesk.wording.openings import find_opening

_COMMAS: Final = (",", "，", "،")


def kind_in_amendment(text: str, language: str, *, is_italic: bool) -> tuple[ParagraphKind, Doubt | None]:
    """What a paragraph of an amendment is: one to be put in, by its opening or italics, else an instruction."""
    opening = find_opening(text, language)
    if opening is None and not is_italic:
        return ParagraphKind.BODY, None
    doubt = None if is_italic else Doubt.KIND_BY_OPENING
    if text.rstrip("\ufffc ").endswith(_COMMAS):
        return ParagraphKind.PREAMBULAR, doubt
    return (opening.kind if opening is not None else ParagraphKind.OPERATIVE), doubt
