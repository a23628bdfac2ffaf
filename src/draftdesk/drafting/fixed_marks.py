"""What the form fixes of the setting, whatever a hand does: italic openings, bold titles and headings.

A mark that a hand adds is its own to take off; one that the rules ask for stays (R09 of the issued texts; in Chinese
openings are bold, in Arabic both).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from draftdesk.drafting.rewriting import OPENING_KINDS, ByHand
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphKind, Span
from draftdesk.wording.emphasis import set_apart
from draftdesk.wording.openings import find_opening

BOLD_AS_A_WHOLE: Final = frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.ANNEX_TITLE})
"""Kinds whose words are bold, or not, by what they are."""


def left_to_hand(paragraph: Paragraph, language: str, by_hand: Sequence[ByHand]) -> tuple[ByHand, ...]:
    """What a hand may set of what it wished in a paragraph; spans are in the paragraph's text."""
    return tuple(left for one in by_hand for left in _left(paragraph, language, one))


def _left(paragraph: Paragraph, language: str, one: ByHand) -> Iterator[ByHand]:
    span, mark, is_set = one
    if mark is Mark.BOLD and paragraph.kind in BOLD_AS_A_WHOLE:
        return
    fixed = _opening(paragraph, language) if not is_set and mark in set_apart(language) else Span(0, 0)
    for start, end in ((span.start, min(span.end, fixed.start)), (max(span.start, fixed.end), span.end)):
        if start < end:
            yield Span(start, end), mark, is_set


def _opening(paragraph: Paragraph, language: str) -> Span:
    """The words that the rules set apart; an empty stretch at the start where there are none."""
    if paragraph.kind is ParagraphKind.ENACTING:
        return Span(0, len(paragraph.text.rstrip(",،， ")))
    opening = find_opening(paragraph.text, language) if paragraph.kind in OPENING_KINDS else None
    return opening.span if opening is not None else Span(0, 0)
