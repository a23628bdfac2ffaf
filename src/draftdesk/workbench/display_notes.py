"""Footnotes under their paragraphs in a cell, signed like these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftdesk.comparing.comparison import note_changes
from draftdesk.drafting.notes import notes_of
from draftdesk.model.alignment import Relation
from draftdesk.model.change import PARAGRAPH_BREAK, Change
from draftdesk.model.draft import Note
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.workbench.display_rows import DisplayRows
from draftdesk.workbench.display_stretches import Painted, blocks_of, painted, redlined
from draftdesk.workbench.display_values import Block, Sign, TextRow
from draftdesk.workbench.note_pairs import NotePair, can_be_compared, note_pairs, notes_in


def with_notes(view: DisplayRows, row: TextRow, column: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a cell with those of its notes, each behind its paragraph."""
    draft = view.drafts[column]
    if not draft.notes and not view.shows_both:
        return tuple(blocks)
    other, is_newer = _other(view, row, column)
    pairs = _pairs(view, row, other, column, is_newer=is_newer) if other >= 0 else ()
    answer = {(one if not is_newer else two): (two if not is_newer else one) for one, two in pairs}
    is_whole = other >= 0 and row.relations[column if is_newer else other] in (Relation.INSERTED, Relation.DELETED)
    found: list[Block] = []
    for block, index in zip(blocks, row.cells[column], strict=True):
        found.append(block)
        for note in notes_of(draft, draft.paragraphs[index]):
            found += _blocks(view, note, answer.get(note), other, column, is_newer=is_newer, is_whole=is_whole)
    if is_newer and view.shows_both:
        for gone in [one for one, two in pairs if two is None and one is not None]:
            found += _of(gone, painted(view.drafts[other], gone.paragraphs, whole=Sign.DELETED))
    return tuple(found)


def changed_note_pairs(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[NotePair, ...]:
    """The notes of a row that came, went or have other words; none where the paragraph itself came or went."""
    cells = view.comparison.table.rows[row.table_row].cells
    if not cells[old] or not cells[new]:
        return ()
    pairs = _pairs(view, row, old, new, is_newer=True)
    return tuple(pair for pair in pairs if pair[0] is None or pair[1] is None or pair[0].text != pair[1].text)


def note_pair_changes(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[Change, ...]:
    """The changes inside notes that answer each other; one that came or went shows by its mark in the text."""
    language = view.drafts[new].language
    both = ((one.text, two.text) for one, two in changed_note_pairs(view, row, old, new) if one and two)
    return tuple(change for before, after in both for change in note_changes(before, after, language))


def _other(view: DisplayRows, row: TextRow, column: int) -> tuple[int, bool]:
    """The column that this one is signed against, -1 for none, and whether this one is the newer."""
    old = view.against[column]
    if old >= 0 and row.relations[column] is not None:
        return old, True
    if not view.shows_both and len(view.against) == 2 and column == 0:
        return 1, False
    return -1, True


def _pairs(view: DisplayRows, row: TextRow, other: int, column: int, *, is_newer: bool) -> tuple[NotePair, ...]:
    old, new = (other, column) if is_newer else (column, other)
    drafts, cells = view.drafts, view.comparison.table.rows[row.table_row].cells
    if not can_be_compared(drafts[old], drafts[new]):
        return ()
    return note_pairs(notes_in(drafts[old], cells[old]), notes_in(drafts[new], cells[new]))


def _blocks(
    view: DisplayRows, note: Note, answer: Note | None, other: int, column: int, *, is_newer: bool, is_whole: bool
) -> tuple[Block, ...]:
    draft = view.drafts[column]
    if other < 0 or not can_be_compared(draft, view.drafts[other]):
        return _of(note, painted(draft, note.paragraphs))
    own, gone = (Sign.INSERTED, Sign.DELETED) if is_newer else (Sign.DELETED, Sign.DELETED)
    if answer is None or is_whole:
        return _of(note, painted(draft, note.paragraphs, whole=own))
    old, new = (answer, note) if is_newer else (note, answer)
    changes = note_changes(_text(old), _text(new), draft.language)
    if is_newer and view.shows_both:
        signed = [(change.old, change.new, gone, own, -1) for change in changes]
        sides = (view.drafts[other], old.paragraphs), (draft, new.paragraphs)
        return _of(note, redlined(*sides, Sign.PLAIN, signed))
    signed_one = [(change.new if is_newer else change.old, own, -1) for change in changes]
    return _of(note, painted(draft, note.paragraphs, Sign.PLAIN, signed_one))


def _text(note: Note) -> str:
    return PARAGRAPH_BREAK.join(paragraph.text for paragraph in note.paragraphs)


def _of(note: Note, pieces: tuple[Painted, ...]) -> tuple[Block, ...]:
    heads = [Block((), kind=ParagraphKind.FOOTNOTE, indent=1, paragraph=p.id) for p in note.paragraphs]
    if heads:
        heads[0] = replace(heads[0], lead=note.mark or "–")
    return blocks_of(pieces, heads) if heads else ()
