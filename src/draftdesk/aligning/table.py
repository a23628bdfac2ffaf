"""The alignment of any number of drafts: rows that are consistent over all of them.

Drafts are taken from left to right. Paragraphs with the same id are one paragraph, and so is what a person
pinned; the rest is matched, each draft with the one that its shape compares it with. A paragraph that has no
counterpart there may still be one that an earlier draft had.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from draftdesk.aligning.passages import Passage, forget_words, passages_of
from draftdesk.aligning.rows import RowBook, rows_in_order
from draftdesk.aligning.two_drafts import match
from draftdesk.model.alignment import AlignmentTable, Pin, Shape, steps_of
from draftdesk.model.draft import Draft
from draftdesk.model.watch import Watch, unwatched

_RETURNED: Final = 0.6
"""A paragraph that comes back after a draft without it must be this much like what it was."""

_PROPOSED_TWICE: Final = 0.8
"""Insertions of two proposals are the same from this likeness on."""

_UNITES: Final = 0.7
"""A link that is less sure does not make one row of two that hold splits or merges already: one wrong link would
make all of their paragraphs answer each other."""


def align(
    drafts: Sequence[Draft], shape: Shape, pins: Sequence[Pin] = (), watch: Watch = unwatched
) -> AlignmentTable:
    """The table of these drafts. Takes part what is visible; every visible paragraph is in exactly one row."""
    with _without_collector():
        return _aligned(drafts, shape, pins, watch)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing here makes circles, and the search for them would be a sixth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _aligned(drafts: Sequence[Draft], shape: Shape, pins: Sequence[Pin], watch: Watch) -> AlignmentTable:
    passages = [passages_of(draft) for draft in drafts]
    book = RowBook(passages)
    book.pin(pins)
    shared = _same_ids(drafts, passages, book)
    steps = steps_of(shape, len(drafts))
    for number, (reference, column) in enumerate(steps):
        watch("aligning", number, len(steps))
        if (reference, column) not in shared:
            _step(book, passages, reference, column)
        _earlier(book, passages, (reference, column), _RETURNED if shape is Shape.CHAIN else _PROPOSED_TWICE)
    watch("aligning", len(steps), len(steps))
    return AlignmentTable(shape, len(drafts), rows_in_order(book, steps))


def remember(draft: Draft) -> None:
    """Work out now what aligning asks of each paragraph alone; it is remembered for the next table."""
    for passage in passages_of(draft):
        passage.words()
        passage.references()


def forget() -> None:
    """Give back the memory of all that was remembered: no table will be asked for any more."""
    forget_words()


def _same_ids(drafts: Sequence[Draft], passages: Sequence[Sequence[Passage]], book: RowBook) -> set[tuple[int, int]]:
    """Joins paragraphs of the same id; the pairs of columns that derive from each other."""
    first: dict[object, list[tuple[int, int]]] = {}
    for column, (draft, column_passages) in enumerate(zip(drafts, passages, strict=True)):
        for position, passage in enumerate(column_passages):
            first.setdefault(draft.paragraphs[passage.index].id, []).append((column, position))
    shared: set[tuple[int, int]] = set()
    for places in first.values():
        for k, place in enumerate(places):
            for other in places[k + 1 :]:
                shared.add((place[0], other[0]))
                if not (book.is_pinned(place) or book.is_pinned(other)):
                    book.join(place, other)
    return shared


def _step(book: RowBook, passages: Sequence[Sequence[Passage]], reference: int, column: int) -> None:
    """Matches what is still open between two columns and joins it."""
    olds = [i for i in range(len(passages[reference])) if book.is_open((reference, i), column)]
    news = [
        j for j in range(len(passages[column])) if book.is_open((column, j), reference) and book.is_alone((column, j))
    ]
    matched = match([passages[reference][i] for i in olds], [passages[column][j] for j in news])
    for (i, j), confidence in sorted(matched.links.items(), key=lambda link: -link[1]):
        if confidence >= _UNITES or not book.are_both_wide((reference, olds[i]), (column, news[j])):
            book.join((reference, olds[i]), (column, news[j]), confidence)


def _earlier(book: RowBook, passages: Sequence[Sequence[Passage]], step: tuple[int, int], least: float) -> None:
    """Joins paragraphs without counterpart to rows that columns before, not of this step, have and it lacks."""
    reference, column = step
    open_here = [(column, j) for j in range(len(passages[column])) if book.is_alone((column, j))]
    waiting = [place for place in book.last_before(column) if place[0] != reference] if open_here else []
    if not waiting:
        return
    old = [passages[c][k] for c, k in waiting]
    new = [passages[c][k] for c, k in open_here]
    for (i, j), confidence in match(old, new, regroup=False, least=least).links.items():
        book.join(waiting[i], open_here[j], confidence)
