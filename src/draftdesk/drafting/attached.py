"""Paragraphs put in without renumbering, "4 bis", "4 ter", and alternatives, "4 alt" (usage of negotiators)."""

from __future__ import annotations

import re
from typing import Final

from draftdesk.drafting.edits import finished, with_paragraphs
from draftdesk.drafting.new_paragraph import fresh_serial, new_paragraph
from draftdesk.drafting.numbering import with_number
from draftdesk.drafting.places import block_end, found
from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind
from draftdesk.wording.labels import INSERTS

_KINDS: Final = frozenset({ParagraphKind.OPERATIVE, ParagraphKind.DECLARATION, *SUBPARAGRAPHS})
_ADDED: Final = re.compile(rf"[ \u00a0](?:{'|'.join(INSERTS)}|alt\.?(?:[ \u00a0]\d+)?)(?=\)?$)")


def attach_after(
    draft: Draft, serial: int, *, is_alternative: bool = False, new_serial: int | None = None
) -> tuple[Draft, int]:
    """A new paragraph behind a numbered one, and behind those attached to it already; no other number changes.

    Its number is that of the paragraph with "bis", "ter" and so on, or with "alt", "alt 2". Raises DraftingError for
    a paragraph without number, and where all of these are taken.
    """
    index = found(draft, serial)
    kind, number = draft.paragraphs[index].kind, draft.paragraphs[index].number
    if kind not in _KINDS or not number:
        raise refusal(DraftingError, "nothing_to_attach")
    core = _ADDED.sub("", number)
    last = index = _first_of(draft, index, kind, core)
    taken: set[str] = set()
    while (after := block_end(draft, last)) < len(draft.paragraphs) and _is_of(draft.paragraphs[after], kind, core):
        last = after
        taken.add(draft.paragraphs[after].number)
    free = (name for name in _names(core, is_alternative=is_alternative) if name not in taken)
    name = next(free, "")
    if not name:
        raise refusal(DraftingError, "nothing_left_to_attach", number=core)
    place, new = block_end(draft, last), fresh_serial(draft, new_serial or 0)
    paragraph = with_number(new_paragraph(draft, place, kind, "", new), name)
    return finished(draft, with_paragraphs(draft, place, place, (paragraph,))), new


def _first_of(draft: Draft, index: int, kind: ParagraphKind, core: str) -> int:
    """The paragraph that others are attached to, from one of them."""
    for above in range(index, -1, -1):
        if draft.paragraphs[above].kind is kind and draft.paragraphs[above].number == core:
            return above
    return index


def _is_of(paragraph: Paragraph, kind: ParagraphKind, core: str) -> bool:
    number = paragraph.number
    return paragraph.kind is kind and number != core and _ADDED.sub("", number) == core


def _names(core: str, *, is_alternative: bool) -> list[str]:
    """Such as "(a bis)" for "(a)" and "4 bis" for "4"."""
    added = ["alt", *(f"alt {k}" for k in range(2, 10))] if is_alternative else list(INSERTS)
    end = ")" if core.endswith(")") else ""
    return [f"{core.removesuffix(')')} {one}{end}" for one in added]
