"""Aligns plain texts given paragraph by paragraph: the answer of `draftdesk align`.

Block mode: a paragraph is a block between blank lines, nothing is joined or dropped; a block keeps its number
in the order of its file. The answer has, for each row, the blocks of every text, the relation of each step,
and the changes of wording as kept, deleted and inserted pieces.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.alignment import AlignmentRow, Shape
from draftdesk.model.change import PARAGRAPH_BREAK, ChangeClass
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Origin, Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.wording.labels import LabelStyle, split_label
from draftdesk.wording.language import guess_language
from draftdesk.wording.normal_form import furniture_inside
from draftdesk.wording.openings import find_opening

_BETWEEN_BLOCKS: Final = re.compile(r"\n[ \t]*\n")
_SUBPARAGRAPH: Final = {
    LabelStyle.LETTER: ParagraphKind.SUB1,
    LabelStyle.ABJAD: ParagraphKind.SUB1,
    LabelStyle.ROMAN: ParagraphKind.SUB2,
    LabelStyle.IDEOGRAPH: ParagraphKind.SUB2,
}


def align_text_files(texts: Sequence[tuple[str, str]], shape: Shape) -> dict[str, Any]:
    """The aligned rows of texts (name, text), as `{"rows": [...]}` ready for JSON."""
    return aligned([blocks_as_draft(name, text, number) for number, (name, text) in enumerate(texts)], shape)


def aligned(drafts: Sequence[Draft], shape: Shape) -> dict[str, Any]:
    """The aligned rows of drafts, as `{"rows": [...]}` ready for JSON."""
    table = align(drafts, shape)
    comparison = compare(drafts, table)
    return {"rows": [_row(comparison, number, row) for number, row in enumerate(table.rows)]}


def blocks_as_draft(name: str, text: str, number: int = 0) -> Draft:
    """A draft whose paragraph k is block k of the text; `number` makes its id unique."""
    blocks = [block.strip("\n") for block in _BETWEEN_BLOCKS.split(text) if block.strip()]
    language = guess_language(text)
    identity = f"{number}:{name}"
    paragraphs = tuple(_paragraph(identity, k, block, language) for k, block in enumerate(blocks))
    return Draft(identity, name, paragraphs, language=language)


def _paragraph(draft: str, serial: int, block: str, language: str) -> Paragraph:
    label = split_label(block)
    start = label.text_start if label else len(block) - len(block.lstrip())
    return Paragraph(
        ParagraphId(draft, serial),
        _kind(block[start:], label.style if label else None, language),
        block,
        Span(start, max(start, len(block.rstrip()))),
        number=label.number if label else "",
        number_span=Span(label.start, label.end) if label else None,
        origin=Origin("text", serial),
    )


def _kind(text: str, style: LabelStyle | None, language: str) -> ParagraphKind:
    if style in _SUBPARAGRAPH:
        return _SUBPARAGRAPH[style]
    if style is not None:
        return ParagraphKind.OPERATIVE
    return ParagraphKind.PREAMBULAR if find_opening(text, language) else ParagraphKind.BODY


def _row(comparison: Comparison, number: int, row: AlignmentRow) -> dict[str, Any]:
    relations = [None if relation is None else relation.value for relation in row.relations]
    answer: dict[str, Any] = {
        "cells": [list(cell) for cell in row.cells],
        "relation": relations[0] if len(relations) == 1 else relations,
        "confidence": row.confidence,
    }
    if row.moved:
        answer["moved"] = [[list(link) for link in links] for links in row.moved]
    diffs = [
        {"from": old, "to": new, "ops": _pieces(comparison, number, old, new)}
        for old, new in comparison.table.steps()
        if row.cells[old] and row.cells[new]
    ]
    if diffs:
        answer["diffs"] = diffs
    return answer


def _pieces(comparison: Comparison, row: int, old: int, new: int) -> list[list[str]]:
    """The wording as [sign, piece]: "=" kept, "-" deleted, "+" inserted. Noise counts as kept."""
    before, after = _compared(comparison, row, old, new)
    pieces: list[list[str]] = []
    done = 0
    furniture = furniture_inside(after)
    for change in changes_between(before, after, comparison.drafts[new].language):
        _put(pieces, "=", before[done : change.old.start])
        if change.change_class is ChangeClass.NOISE:
            _put(pieces, "=", _without(furniture, after, change.new))
        else:
            _put(pieces, "-", change.old.of(before))
            _put(pieces, "+", change.new.of(after))
        done = change.old.end
    _put(pieces, "=", before[done:])
    return pieces


def _without(furniture: Sequence[Span], text: str, part: Span) -> str:
    """A part of a text without page headers: a number at the end of the part may go on in the text."""
    kept, done = [], part.start
    for header in furniture:
        if header.start < part.end and header.end > part.start:
            kept.append(text[done : max(done, header.start)])
            done = max(done, header.end)
    return "".join([*kept, text[done : max(done, part.end)]])


def _compared(comparison: Comparison, row: int, old: int, new: int) -> tuple[str, str]:
    """The two texts of a row: without numbers, for a new number is no change of wording.

    Letters in brackets stay where a cell has one, as they may be part of the text.
    """
    sides = (comparison.paragraphs(row, old), comparison.paragraphs(row, new))
    numbers = [[p.number for p in side if p.number] for side in sides]
    same = numbers[0] == numbers[1]
    texts = []
    for side, own in zip(sides, numbers, strict=True):
        keep = same or any(number.endswith(")") for number in own)
        texts.append(PARAGRAPH_BREAK.join(p.source_text if keep else p.text for p in side))
    return texts[0], texts[1]


def _put(pieces: list[list[str]], sign: str, piece: str) -> None:
    piece = piece.replace(PARAGRAPH_BREAK, "\n")
    if piece and sign == "=" and pieces and pieces[-1][0] == "=":
        pieces[-1][1] += piece
    elif piece:
        pieces.append([sign, piece])
