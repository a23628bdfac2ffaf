"""The mark that ends a paragraph follows from its place (measured: over 99 per cent of issued paragraphs).

A preambular paragraph ends with a comma, an operative one with a semicolon and the last with a full stop;
what introduces subparagraphs ends with a colon; subparagraphs end like the paragraph they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from draftdesk.drafting.places import CARRIERS, REGION_ENDS, depth_of
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind
from draftdesk.wording.amendment_lines import is_amendment_line

_COMMA, _SEMICOLON, _STOP, _COLON = ",", ";", ".", ":"
_MARKS: Final = {
    "fr": {_SEMICOLON: "\u00a0;", _COLON: "\u00a0:"},
    "zh": {_COMMA: "，", _SEMICOLON: "；", _STOP: "。", _COLON: "："},
    "ar": {_COMMA: "،", _SEMICOLON: "؛"},
}
_BLANKS: Final = " \u00a0\u202f"
_FINAL: Final = ",;.:，；。：،؛"
MARKS_OF_NOTES_FIRST: Final = frozenset({"fr", "es", "ru", "ar"})
"""Counted in adopted texts without exception (38 to 120 marks in each language)."""
_BEHIND: Final = re.compile(r"(?:(?<=[^\d\s][,;.:])\d{1,3}(?:[,–-]\d{1,3})*)?[\ufffc\u200e\u200f ]*$")
"""What may stand behind a final mark: note marks, typed ones too, and marks of direction."""

_Block = list[Paragraph]


def final_marks(draft: Draft, without: Collection[int] = ()) -> dict[int, str]:
    """The final mark that each place asks for, by serial, in the draft's language; none where none is certain.

    `without`: serials of paragraphs to be taken as not there, such as one that is still empty. What an amendment puts
    in ends as it will stand in the other text.
    """
    if is_amendment_line(draft.sponsors):
        return {}
    printed = _MARKS.get(draft.language, {})
    seen = [p for p in draft.paragraphs if not p.is_hidden and p.id.serial not in without]
    marks: dict[int, str] = {}
    for region in _regions(seen):
        operative = [block for block in region if block[0].kind is ParagraphKind.OPERATIVE]
        for block in region:
            end = _end_of(block[0].kind, is_last=bool(operative) and block is operative[-1])
            for at, paragraph in enumerate(block):
                mark = end if at == len(block) - 1 else _COLON if _introduces(block, at) else _SEMICOLON
                marks[paragraph.id.serial] = printed.get(mark, mark)
    return marks


def _regions(seen: Sequence[Paragraph]) -> Iterator[list[_Block]]:
    """The paragraphs with all that belongs to them, for each preamble and operative part, and each annex."""
    region: list[_Block] = []
    is_open = False
    for paragraph in seen:
        if paragraph.kind in REGION_ENDS:
            yield region
            region = []
        if paragraph.kind in CARRIERS:
            region.append([paragraph])
            is_open = True
        elif depth_of(paragraph.kind) == 0:
            is_open = False
        elif is_open:
            region[-1].append(paragraph)
    yield region


def _introduces(block: _Block, at: int) -> bool:
    here, after = block[at].kind, block[at + 1].kind
    return after in SUBPARAGRAPHS and here is not ParagraphKind.CLOSING and depth_of(after) > depth_of(here)


def _end_of(kind: ParagraphKind, *, is_last: bool) -> str:
    if kind is ParagraphKind.PREAMBULAR:
        return _COMMA
    return _STOP if is_last or kind is ParagraphKind.DECLARATION else _SEMICOLON


def ends_with(text: str, mark: str) -> bool:
    """Whether a text ends with a mark, whatever its blank; note marks behind it are left out of account."""
    return bool(mark) and _body(text).endswith(mark.lstrip(_BLANKS))


def with_final_mark(text: str, mark: str, *, add: bool = False, language: str = "en") -> str:
    """The text with its final comma, semicolon, stop or colon replaced; `add`: put there where none is.

    Note marks behind the final mark stay behind it; one that is added comes before them in English and Chinese and
    after them in the other languages. The full stop of an abbreviation or ellipsis is left.
    """
    body = _body(text)
    behind = text[len(body) :].replace(" ", "")
    if not body or not mark:
        return text
    if body[-1] in _FINAL and not body.endswith(("...", "etc.")):
        return body[:-1].rstrip(_BLANKS) + mark + behind
    if not add:
        return text
    return body + behind + mark if language in MARKS_OF_NOTES_FIRST else body + mark + behind


@lru_cache(maxsize=4096)
def _body(text: str) -> str:
    found = _BEHIND.search(text)
    return text[: found.start()] if found else text
