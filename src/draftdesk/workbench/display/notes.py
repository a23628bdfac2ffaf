"""Footnotes under their paragraphs in a cell, signed like these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from draftdesk.drafting.notes import notes_of
from draftdesk.model.alignment import Relation
from draftdesk.model.change import Change
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import ParagraphKind, Span
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.stretches import Painted, blocks_of, painted, redlined
from draftdesk.workbench.display.values import Block, Sign, TextRow
from draftdesk.workbench.note_changes import (
    NotePair,
    can_be_compared,
    changed_note_pairs,
    note_change,
    note_pairs,
    notes_in,
)


def with_notes(view: DisplayRows, row: TextRow, column: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a cell with those of its notes, each behind its paragraph, what is gone before what is new."""
    draft = view.drafts[column]
    other, is_newer = _other(view, row, column)
    if other >= 0 and not can_be_compared(draft, view.drafts[other]):
        other = -1
    old, new = (other, column) if is_newer else (column, other)
    pairs = note_pairs(view.comparison, row.table_row, old, new) if other >= 0 else ()
    pair_of = {(pair.new if is_newer else pair.old): pair for pair in pairs}
    is_whole = other >= 0 and row.relations[new] in (Relation.INSERTED, Relation.DELETED)
    gone = [pair for pair in pairs if pair.new is None] if is_newer and view.shows_both else []
    found: list[Block] = []
    for block, index in zip(blocks, row.cells[column], strict=True):
        found.append(block)
        for note in notes_of(draft, draft.paragraphs[index]):
            pair = NotePair(None, note) if is_whole else pair_of.get(note)
            for before in [one for one in gone if one.old is not None and one.old.mark == note.mark]:
                found += _gone(view.drafts[other], before, pairs)
                gone.remove(before)
            number = note_change(pairs, pair) if pair is not None and not is_whole else 0
            found += _blocks(view, note, pair, (old, new), number, is_newer=is_newer)
    found += (block for pair in gone for block in _gone(view.drafts[other], pair, pairs))
    return tuple(found)


def with_gone_notes(view: DisplayRows, row: TextRow, old: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The struck blocks of paragraphs that are gone, with their notes."""
    draft = view.drafts[old]
    gone = (b for note in notes_in(draft, row.cells[old]) for b in _whole(draft, note, Sign.DELETED, 0))
    return (*blocks, *gone)


def changes_in_notes(view: DisplayRows, row: TextRow, old: int, new: int) -> Iterator[Change]:
    """The changes inside notes that answer each other; one that came or went shows by its mark in the text."""
    for pair in changed_note_pairs(view.comparison, row.table_row, old, new):
        yield from pair.changes(view.drafts[new].language)


def _other(view: DisplayRows, row: TextRow, column: int) -> tuple[int, bool]:
    """The column that this one is signed against, -1 for none, and whether this one is the newer."""
    old = view.against[column]
    if old >= 0 and row.relations[column] is not None:
        return old, True
    if not view.shows_both and len(view.against) == 2 and column == 0:
        return 1, False
    return -1, True


def _blocks(
    view: DisplayRows, note: Note, pair: NotePair | None, sides: tuple[int, int], number: int, *, is_newer: bool
) -> tuple[Block, ...]:
    """`number` is what the change of the note is counted as."""
    draft = view.drafts[sides[is_newer]]
    own = Sign.INSERTED if is_newer else Sign.DELETED
    if pair is None:
        return _of(note, painted(draft, note.paragraphs))
    if pair.old is None or pair.new is None:
        return _whole(draft, note, own, number)
    changes = pair.changes(draft.language)
    if is_newer and view.shows_both:
        signed = [(change.old, change.new, Sign.DELETED, Sign.INSERTED, number) for change in changes]
        texts = (view.drafts[sides[0]], pair.old.paragraphs), (draft, note.paragraphs)
        return _of(note, redlined(*texts, Sign.PLAIN, signed))
    spans = [(change.new if is_newer else change.old, own, number) for change in changes]
    return _of(note, painted(draft, note.paragraphs, Sign.PLAIN, spans))


def _gone(draft: Draft, pair: NotePair, pairs: Sequence[NotePair]) -> tuple[Block, ...]:
    return () if pair.old is None else _whole(draft, pair.old, Sign.DELETED, note_change(pairs, pair))


def _whole(draft: Draft, note: Note, sign: Sign, number: int) -> tuple[Block, ...]:
    length = sum(len(paragraph.text) + 1 for paragraph in note.paragraphs) - 1
    return _of(note, painted(draft, note.paragraphs, Sign.PLAIN, [(Span(0, length), sign, number)]))


def _of(note: Note, pieces: tuple[Painted, ...]) -> tuple[Block, ...]:
    heads = [Block((), kind=ParagraphKind.FOOTNOTE, indent=1, paragraph=p.id) for p in note.paragraphs]
    if heads:
        heads[0] = replace(heads[0], lead=note.mark or "–")
    return blocks_of(pieces, heads) if heads else ()
