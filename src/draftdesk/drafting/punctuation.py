"""The mark that ends a paragraph follows from its place (measured: over 99 per cent of issued paragraphs).

A preambular paragraph ends with a comma, an operative one with a semicolon and the last with a full stop;
what introduces subparagraphs ends with a colon; subparagraphs end like the paragraph they belong to.
"""

from __future__ import annotations

from typing import Final

from draftdesk.drafting.places import first_child, parent_of, region_of
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind

COMMA, SEMICOLON, STOP, COLON = ",", ";", ".", ":"
_OPERATIVE_PART: Final = frozenset({ParagraphKind.OPERATIVE, *SUBPARAGRAPHS, ParagraphKind.CLOSING})
_MARKS: Final = {
    "zh": {COMMA: "，", SEMICOLON: "；", STOP: "。", COLON: "："},
    "ar": {COMMA: "،", SEMICOLON: "؛", STOP: ".", COLON: ":"},
}
_FINAL: Final = ",;.:，；。：،؛"
_CLOSERS: Final = "\ufffc\u200f\u200e"


def mark_of_place(draft: Draft, index: int) -> str:
    """The final mark for the place of a paragraph, in the draft's language; "" where none is certain."""
    return printed_mark(draft, _mark(draft, index))


def _mark(draft: Draft, index: int) -> str:
    kind = draft.paragraphs[index].kind
    if kind is ParagraphKind.DECLARATION:
        return COLON if first_child(draft, index) is not None else STOP
    if kind not in _OPERATIVE_PART and kind is not ParagraphKind.PREAMBULAR:
        return ""
    if first_child(draft, index) is not None and kind is not ParagraphKind.CLOSING:
        return COLON
    carrier = _carrier(draft, index)
    if carrier is None:
        return ""
    match draft.paragraphs[carrier].kind:
        case ParagraphKind.PREAMBULAR:
            return COMMA if _is_last_of(draft, carrier, index) else SEMICOLON
        case ParagraphKind.OPERATIVE:
            return STOP if last_operative(draft, index) == index else SEMICOLON
        case ParagraphKind.DECLARATION:
            return STOP if _is_last_of(draft, carrier, index) else SEMICOLON
    return ""


def _carrier(draft: Draft, index: int) -> int | None:
    above: int | None = index
    while above is not None and draft.paragraphs[above].kind in (*SUBPARAGRAPHS, ParagraphKind.CLOSING):
        above = parent_of(draft, above)
    return above


def _is_last_of(draft: Draft, carrier: int, index: int) -> bool:
    """Whether nothing that belongs to the same paragraph follows."""
    for later in range(index + 1, len(draft.paragraphs)):
        paragraph = draft.paragraphs[later]
        if not paragraph.is_hidden:
            return _carrier(draft, later) != carrier
    return True


def last_operative(draft: Draft, near: int) -> int | None:
    """The index of the last paragraph of the operative part that a place belongs to; None for none."""
    part = region_of(draft, near)
    inside = [i for i in part if draft.paragraphs[i].kind in _OPERATIVE_PART]
    return inside[-1] if inside and any(draft.paragraphs[i].kind is ParagraphKind.OPERATIVE for i in part) else None


def printed_mark(draft: Draft, mark: str) -> str:
    """A mark as the draft's language prints it."""
    return _MARKS.get(draft.language, {}).get(mark, mark)


def ends_with(text: str, mark: str) -> bool:
    """Whether a text ends with a mark, note marks after it left out of account."""
    return bool(mark) and text.rstrip(_CLOSERS + " ").endswith(mark)


def with_final_mark(text: str, mark: str, *, add: bool) -> str:
    """The text with its final comma, semicolon, stop or colon replaced; `add`: put there where none is.

    Note marks behind the final mark stay behind it. An abbreviation's or ellipsis' full stop is left.
    """
    body = text.rstrip(_CLOSERS + " ")
    behind = text[len(body) :].replace(" ", "")
    if not body or not mark:
        return text
    if body[-1] in _FINAL and not body.endswith(("...", "etc.")):
        return body[:-1] + mark + behind
    return body + mark + behind if add else text
