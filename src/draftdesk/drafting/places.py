"""Where paragraphs stand in a draft: what belongs to what, where a new one goes, which is its nearest kin."""

from __future__ import annotations

from typing import Final

from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind

CARRIERS: Final = frozenset({ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.DECLARATION})
"""Kinds that subparagraphs can belong to."""

REGION_ENDS: Final = frozenset(
    {
        ParagraphKind.TITLE,
        ParagraphKind.SESSION,
        ParagraphKind.ENACTING,
        ParagraphKind.MEETING_LINE,
        ParagraphKind.ANNEX_TITLE,
    }
)
"""Kinds that end an operative part, or a preamble, before or after them."""


def depth_of(kind: ParagraphKind) -> int:
    """1 to 4 for subparagraphs, 0 for what stands on its own; closing words belong to a list like its items."""
    if kind is ParagraphKind.CLOSING:
        return 1
    return SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0


def found(draft: Draft, serial: int) -> int:
    """The index of a paragraph; raises DraftingError."""
    try:
        return draft.index_of(serial)
    except KeyError:
        raise refusal(DraftingError, "paragraph_not_there") from None


def block_end(draft: Draft, index: int) -> int:
    """The index after a paragraph and all that belongs to it; blanks after that do not."""
    return _end_of_deeper(draft, index + 1, depth_of(draft.paragraphs[index].kind))


def _end_of_deeper(draft: Draft, start: int, depth: int) -> int:
    end = start
    for index in range(start, len(draft.paragraphs)):
        paragraph = draft.paragraphs[index]
        if paragraph.is_hidden:
            continue
        if depth_of(paragraph.kind) <= depth:
            break
        end = index + 1
    return end


def _end_of_table(draft: Draft, index: int) -> int:
    table = draft.paragraphs[index - 1].place if index else None
    while table is not None and index < len(draft.paragraphs):
        place = draft.paragraphs[index].place
        if place is None or place.table != table.table:
            break
        index += 1
    return index


def place_after(draft: Draft, serial: int | None, kind: ParagraphKind) -> int:
    """The index for a new paragraph of a kind that shall follow another one and what belongs to that.

    None: the first of its kind. An operative paragraph never lands inside a list, a subparagraph does;
    neither lands inside a table.
    """
    if serial is not None:
        return _end_of_table(draft, _end_of_deeper(draft, found(draft, serial) + 1, depth_of(kind)))
    first = next((i for i, p in enumerate(draft.paragraphs) if p.kind in (kind, ParagraphKind.ANNEX_TITLE)), None)
    if first is not None and draft.paragraphs[first].kind is kind:
        return first
    before = {
        ParagraphKind.PREAMBULAR: (ParagraphKind.ENACTING,),
        ParagraphKind.OPERATIVE: (ParagraphKind.PREAMBULAR, ParagraphKind.ENACTING),
    }.get(kind, ())
    for other in before:
        last = [i for i, paragraph in enumerate(draft.paragraphs) if paragraph.kind is other]
        if last:
            return block_end(draft, last[-1])
    return 0


def previous_visible(draft: Draft, index: int) -> int | None:
    """The index of the paragraph before that counts; None at the beginning."""
    return next((i for i in range(index - 1, -1, -1) if not draft.paragraphs[i].is_hidden), None)


def nearest_kin(draft: Draft, index: int, kind: ParagraphKind) -> Paragraph | None:
    """The paragraph of a kind that stands nearest to a place, the one before it first; None for none.

    One with text is preferred to one that is still empty.
    """
    kin = [
        (abs(2 * (i - index) + 1), p) for i, p in enumerate(draft.paragraphs) if p.kind is kind and p.place is None
    ]
    if not kin:
        return None
    return min(kin, key=lambda near: (not near[1].text, near[0]))[1]
