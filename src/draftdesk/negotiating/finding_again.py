"""A paragraph found again in another revision of the same text, by its words and those around it."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import Indel

from draftdesk.model.decided import Anchor
from draftdesk.model.draft import Draft
from draftdesk.wording.normal_form import matching_form

_LEAST: Final = 0.7
"""How alike words must be at least, where they are not the same."""

_LEAD: Final = 0.1
"""So much more alike than the next one, or nobody can say which of them it is."""

_NEIGHBOUR: Final = 0.1
"""What each neighbour that is still there is worth."""


def anchor_of(draft: Draft, index: int) -> Anchor:
    """The words of a visible paragraph and of those before and after it."""
    place = draft.visible.index(index)
    around = (place - 1, place + 1)
    before, after = (draft.paragraphs[draft.visible[k]].text if 0 <= k < len(draft.visible) else "" for k in around)
    return Anchor(draft.paragraphs[index].text, before, after)


def found_again(anchor: Anchor, draft: Draft) -> int | None:
    """The index of the paragraph with these words; None where there is none, or nobody could say which.

    The same words win, the neighbours tell formulas apart that stand there several times; else the likest one, if it
    is alike enough and no other is nearly so.
    """
    forms = [matching_form(draft.paragraphs[index].text) for index in draft.visible]
    wanted = matching_form(anchor.text)
    if not wanted:
        return None
    around = (matching_form(anchor.before), matching_form(anchor.after))
    same = [k for k, form in enumerate(forms) if form == wanted]
    scores = {
        k: Indel.normalized_similarity(wanted, forms[k], score_cutoff=_LEAST) for k in same or range(len(forms))
    }
    ranked = sorted(
        ((score + _NEIGHBOUR * _kept(forms, k, around), -k) for k, score in scores.items() if score >= _LEAST),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAD - 1e-9):
        return None
    return draft.visible[-ranked[0][1]]


def _kept(forms: list[str], place: int, around: tuple[str, str]) -> int:
    """How many of the neighbours are still there; the beginning and the end count as such."""
    before = forms[place - 1] if place else ""
    after = forms[place + 1] if place + 1 < len(forms) else ""
    return (before == around[0]) + (after == around[1])
