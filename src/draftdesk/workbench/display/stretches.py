"""Words of a cell cut into stretches: by sign, by mark, at the breaks between paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, ObjectKind, Paragraph, ParagraphKind, Span
from draftdesk.workbench.display.values import Block, Sign, Stretch

_NO_MARKS: frozenset[Mark] = frozenset()
_BOLD_KINDS = frozenset({ParagraphKind.TITLE, ParagraphKind.ANNEX_TITLE})
_ITALIC_FREE = frozenset({Mark.UNDERLINE, Mark.STRIKE})

Signed = tuple[Span, Sign, int]
"""A stretch of the joined text, its sign, the ordinal of its change."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Shown words with sign and marks; `ends` says that a paragraph of the cell ends after them."""

    stretch: Stretch
    ends: bool = False


def painted(
    draft: Draft,
    paragraphs: Sequence[Paragraph],
    ground: Sign = Sign.PLAIN,
    signed: Sequence[Signed] = (),
    joints: Sequence[tuple[int, int]] = (),
    *,
    whole: Sign | None = None,
) -> tuple[Painted, ...]:
    """The joined text of paragraphs in stretches; `whole` signs all of it, `joints` set a ¶ at an offset."""
    marked = _marked(draft, paragraphs)
    length = sum(len(text) for text, _, _ in marked)
    if whole is not None:
        return tuple(_pieces(marked, Span(0, length), whole, 0))
    at_joint = dict(joints)
    pieces: list[Painted] = []
    done = 0
    for span, sign, change in sorted(signed, key=lambda item: (item[0], item[2])):
        pieces += _pieces(marked, Span(done, span.start), ground, -1)
        if span.start in at_joint and at_joint[span.start] == change:
            pieces.append(Painted(Stretch("¶ ", Sign.JOINT, change=change, covers=0)))
        pieces += _pieces(marked, span, sign, change)
        done = max(done, span.end)
    pieces += _pieces(marked, Span(done, length), ground, -1)
    return tuple(pieces)


def redlined(
    old: tuple[Draft, Sequence[Paragraph]],
    new: tuple[Draft, Sequence[Paragraph]],
    ground: Sign,
    signed: Iterable[tuple[Span, Span, Sign, Sign, int]],
) -> tuple[Painted, ...]:
    """The new text with the deleted words of the old one struck at their places."""
    old_marked, new_marked = _marked(*old), _marked(*new)
    length = sum(len(text) for text, _, _ in new_marked)
    pieces: list[Painted] = []
    done = 0
    for gone, come, gone_sign, come_sign, change in sorted(signed, key=lambda item: (item[1], item[0])):
        pieces += _pieces(new_marked, Span(done, come.start), ground, -1)
        struck = [_joined(piece) for piece in _pieces(old_marked, gone, gone_sign, change)]
        inserted = _pieces(new_marked, come, come_sign, change)
        pieces += [*struck, *_gap(struck, inserted), *inserted]
        done = max(done, come.end)
    pieces += _pieces(new_marked, Span(done, length), ground, -1)
    return tuple(pieces)


def _gap(struck: Sequence[Painted], inserted: Sequence[Painted]) -> list[Painted]:
    """A blank for the eye between words that go and words that come."""
    if not struck or not inserted or inserted[0].ends:
        return []
    before, after = struck[-1].stretch.text, inserted[0].stretch.text
    return [] if before.endswith(" ") or after.startswith(" ") else [Painted(Stretch(" ", Sign.GAP, covers=0))]


def _joined(piece: Painted) -> Painted:
    """Words of the other draft; a deleted paragraph break is a sign in the line, not an end."""
    if not piece.ends:
        return Painted(replace(piece.stretch, covers=0))
    return Painted(replace(piece.stretch, text="¶ ", sign=Sign.JOINT, covers=0))


def blocks_of(pieces: Iterable[Painted], heads: Sequence[Block]) -> tuple[Block, ...]:
    """The stretches gathered into the paragraphs of a cell; `heads` are the blocks without words."""
    blocks: list[Block] = []
    gathered: list[Stretch] = []
    for piece in pieces:
        if piece.ends:
            blocks.append(replace(heads[len(blocks)], stretches=tuple(gathered)))
            gathered = []
        elif piece.stretch.text:
            gathered.append(piece.stretch)
    blocks.append(replace(heads[len(blocks)], stretches=tuple(gathered)))
    return tuple(blocks)


_Marked = tuple[str, str, frozenset[Mark]]


def _marked(draft: Draft, paragraphs: Sequence[Paragraph]) -> list[_Marked]:
    """Joined text in stretches of the same marks: (text, shown text, marks); objects and breaks apart."""
    stretches: list[_Marked] = []
    for k, paragraph in enumerate(paragraphs):
        if k:
            stretches.append((PARAGRAPH_BREAK, PARAGRAPH_BREAK, _NO_MARKS))
        stretches += _marked_paragraph(draft, paragraph)
    return stretches


def _marked_paragraph(draft: Draft, paragraph: Paragraph) -> list[_Marked]:
    text = paragraph.text
    runs, objects = paragraph.runs_in_text(), paragraph.objects_in_text()
    is_written_here = paragraph.kind is ParagraphKind.HEADING and not paragraph.origin.part
    own = frozenset({Mark.BOLD}) if paragraph.kind in _BOLD_KINDS or is_written_here else _NO_MARKS
    if not runs and not objects:
        return [(text, text, own)]
    cuts = {0, len(text)}
    for run in runs:
        cuts |= {run.span.start, run.span.end}
    for item in objects:
        cuts |= {item.at, item.at + 1}
    shown = {item.at: _shown(draft, item.kind, item.target, item.shown) for item in objects}
    for at, mark in shown.items():
        if mark and not mark.isdigit() and text.startswith(mark, at + 1):
            shown[at] = ""  # Word has an asterisk typed behind its note mark
    places = sorted(cuts)
    stretches: list[_Marked] = []
    k = 0
    for start, end in pairwise(places):
        while k < len(runs) and runs[k].span.end <= start:
            k += 1
        marks = runs[k].marks - _ITALIC_FREE if k < len(runs) and runs[k].span.start <= start else _NO_MARKS
        if start in shown:
            stretches.append((text[start:end], shown[start], frozenset({Mark.SUPERSCRIPT})))
        else:
            stretches.append((text[start:end], text[start:end], marks | own))
    return stretches


def _shown(draft: Draft, kind: ObjectKind, target: str, shown: str) -> str:
    if kind in {ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK}:
        note = draft.notes_by_id.get((kind, target))
        return note.mark if note is not None else (shown or "*")
    if kind is ObjectKind.PICTURE:
        return "[picture]"
    return "" if kind is ObjectKind.COMMENT_MARK else shown


def _pieces(marked: Sequence[_Marked], span: Span, sign: Sign, change: int) -> list[Painted]:
    """The stretches that overlap a span, cut to it."""
    pieces: list[Painted] = []
    at = 0
    for text, shown, marks in marked:
        start, end = max(span.start, at), min(span.end, at + len(text))
        if start < end:
            if text == PARAGRAPH_BREAK:
                pieces.append(Painted(Stretch("", sign, change=change), ends=True))
            else:
                is_object = shown is not text and shown != text
                words = shown if is_object else text[start - at : end - at]
                pieces.append(Painted(Stretch(words, sign, marks, change, len(text) if is_object else -1)))
        at += len(text)
        if at >= span.end:
            break
    return pieces
