"""Several paragraphs put into a draft at the caret: the words before it stay, those behind it follow the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from draftdesk.drafting import edits
from draftdesk.drafting.places import CARRIERS, found
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind, Run


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph to be put in: its words without number, their marks (spans in them), its kind."""

    text: str
    kind: ParagraphKind
    runs: tuple[Run, ...] = ()


def paste(
    draft: Draft, serial: int, at: int, pieces: Sequence[Piece], *, new_serial: int | None = None
) -> tuple[Draft, int, int]:
    """The draft with pieces behind a paragraph, which is cut at an offset of its text.

    Returns the serial of the last piece and the offset in it at which the words pasted end.
    """
    text = draft.paragraphs[found(draft, serial)].text
    tail, last, free = None, serial, new_serial or 0
    if text[at:].strip() and text[:at].strip():
        draft, tail = edits.split(draft, serial, at, new_serial=free)
        free += 1
    for piece in pieces:
        kind = _possible(draft, last, piece.kind)
        draft, last = edits.insert_after(draft, last, kind, new_serial=free)
        by_hand = [(run.span, mark, True) for run in piece.runs for mark in sorted(run.marks)]
        draft = edits.reword(draft, last, piece.text, by_hand)
        free += 1
    end = len(draft.paragraphs[draft.index_of(last)].text)
    if tail is not None:
        draft = edits.join(edits.move(draft, tail, last), tail)
    return draft, last, end


def _possible(draft: Draft, last: int, kind: ParagraphKind) -> ParagraphKind:
    """The kind for a piece after another paragraph: a subparagraph needs something to belong to.

    A preambular paragraph in the operative part, or the other way round, is what its place makes it.
    """
    before = draft.paragraphs[draft.index_of(last)].kind
    if kind in SUBPARAGRAPHS and before not in (*CARRIERS, *SUBPARAGRAPHS, ParagraphKind.CLOSING):
        return ParagraphKind.OPERATIVE
    operative = (ParagraphKind.OPERATIVE, *SUBPARAGRAPHS, ParagraphKind.CLOSING)
    return ParagraphKind.OPERATIVE if kind is ParagraphKind.PREAMBULAR and before in operative else kind
