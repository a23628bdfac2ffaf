"""One draft as it was read, as the lines of a list: what each paragraph is, how sure that is, what was put right."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from draftdesk.messages import Message, render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, SUBPARAGRAPHS, ParagraphKind
from draftdesk.translation import tr, tr_count
from draftdesk.workbench.paragraph_names import has_plain_paragraphs, kind_name
from draftdesk.workbench.reading_doubts import doubts_of
from draftdesk.workbench.working_places import marks_of

_K = ParagraphKind
_QUIET: Final = frozenset({_K.FURNITURE, _K.SESSION, _K.AGENDA, _K.SPONSORS, _K.SOURCE_NOTE, _K.MEETING_LINE})
_RAISED: Final = dict(zip("123456789", "¹²³⁴⁵⁶⁷⁸⁹", strict=True))
_NOTE_SIGN: Final = "*"
"""Signs of notes that are one letter long; what is longer has the general one."""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A paragraph as it was read: `text` has one sign for each object, so offsets in it are offsets in the text.

    `reasons`: why a person should look at it, in sentences, `codes` in codes. `is_quiet`: masthead and
    furniture, not the text itself.
    """

    serial: int
    kind: ParagraphKind
    what: str
    number: str
    text: str
    level: int
    reasons: tuple[str, ...] = ()
    is_put_right: bool = False
    is_quiet: bool = False
    codes: tuple[str, ...] = ()


def reading_lines(draft: Draft, put_right: AbstractSet[int] = frozenset()) -> tuple[ReadingLine, ...]:
    """The lines of a draft, blanks left out; `put_right` are serials that a person looked at."""
    reasons: dict[int, list[Message]] = {}
    for doubt in doubts_of(draft, put_right):
        reasons.setdefault(doubt.serial, []).append(doubt.reason)
    is_plain = has_plain_paragraphs(draft)
    return tuple(
        ReadingLine(
            p.id.serial,
            p.kind,
            kind_name(p.kind, is_plain=is_plain),
            p.number,
            _with_signs(p.text, marks_of(draft, p)),
            p.level,
            tuple(map(render, reasons.get(p.id.serial, ()))),
            p.id.serial in put_right,
            p.kind in _QUIET,
            tuple(reason.code for reason in reasons.get(p.id.serial, ())),
        )
        for p in draft.paragraphs
        if p.kind is not _K.BLANK
    )


def _with_signs(text: str, marks: Sequence[str]) -> str:
    """A text with one letter for each of its objects: of a note its number, where that is one letter."""
    first, *pieces = text.split(OBJECT)
    signs = [mark if len(mark) == 1 and not mark.isalnum() else _RAISED.get(mark, _NOTE_SIGN) for mark in marks]
    return first + "".join(sign + piece for sign, piece in zip_longest(signs, pieces, fillvalue=""))


def deeper(kind: ParagraphKind) -> ParagraphKind | None:
    """The kind one level below; None where there is none."""
    if kind in SUBPARAGRAPHS:
        return SUBPARAGRAPHS[SUBPARAGRAPHS.index(kind) + 1] if kind is not SUBPARAGRAPHS[-1] else None
    return SUBPARAGRAPHS[0]


def higher(lines: Sequence[ReadingLine], index: int) -> ParagraphKind | None:
    """The kind one level above: a subparagraph of the first level becomes what carries its list."""
    kind = lines[index].kind
    if kind not in SUBPARAGRAPHS:
        return None
    if kind is not SUBPARAGRAPHS[0]:
        return SUBPARAGRAPHS[SUBPARAGRAPHS.index(kind) - 1]
    carriers = (_K.PREAMBULAR, _K.OPERATIVE, _K.DECLARATION)
    return next((line.kind for line in reversed(lines[:index]) if line.kind in carriers), _K.OPERATIVE)


def next_doubtful(lines: Sequence[ReadingLine], index: int, by: int) -> int:
    """The line of the next doubt after one (`by` 1) or before it (-1), round the ends; -1 where there is none."""
    order = [(index + by * (k + 1)) % len(lines) for k in range(len(lines))] if lines else []
    return next((k for k in order if lines[k].reasons), -1)


def first_to_look_at(lines: Sequence[ReadingLine]) -> int:
    """The first doubtful line, else the first of the text itself, else the first."""
    text = next((k for k, line in enumerate(lines) if not line.is_quiet), 0)
    return next((k for k, line in enumerate(lines) if line.reasons), text)


def summary(lines: Sequence[ReadingLine]) -> str:
    """What the head of the list says: "42 paragraphs, 3 doubtful, 2 put right"."""
    count = sum(line.kind is not _K.FURNITURE for line in lines)
    doubtful = sum(bool(line.reasons) for line in lines)
    right = sum(line.is_put_right for line in lines)
    said = [
        tr_count("{count} paragraph", "{count} paragraphs", count),
        tr_count("{count} doubtful", "{count} doubtful", doubtful) if doubtful else tr("none doubtful"),
    ]
    return ", ".join([*said, tr_count("{count} put right", "{count} put right", right)] if right else said)
