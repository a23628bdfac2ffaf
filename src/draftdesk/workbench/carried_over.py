"""Pairings, statuses and private notes carried into the next revision of the same text, as it comes onto the desk.

While an older revision is there, aligning puts its paragraphs and the new ones into the same rows, which is enough
for statuses and notes. A pairing by hand, and all that stood at files that are gone, is found again by words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.decided import Anchor, ParagraphStatus, PrivateNote
from draftdesk.model.dossier import Dossier, PinnedPair
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphId
from draftdesk.negotiating.finding_again import anchor_of, found_again

Kept = TypeVar("Kept", ParagraphStatus, PrivateNote)


def anchored(pin: PinnedPair, drafts: dict[str, Draft]) -> PinnedPair:
    """The pairing with the words of its paragraphs and of their neighbours."""
    return replace(pin, anchors=tuple(_anchor(id_, drafts.get(id_.draft)) for id_ in pin.paragraphs))


def carried_over(dossier: Dossier, arrived: Draft) -> Dossier:
    """The dossier as `arrived`, which is among its files, finds it: with its paragraphs where they belong."""
    there = {file.draft for file in dossier.files if file.draft != arrived.id}
    if dossier.working is not None:
        there |= {p.id.draft for p in dossier.working.paragraphs}
    pins = tuple(one for pin in dossier.pins for one in _carried_pin(pin, there, arrived))
    return replace(
        dossier,
        pins=pins,
        statuses=tuple(_carried(one, there, arrived) for one in dossier.statuses),
        private_notes=tuple(_carried(one, there, arrived) for one in dossier.private_notes),
    )


def with_row_mates(dossier: Dossier, comparison: Comparison, leaving: str) -> Dossier:
    """Before a draft leaves: what stands at its paragraphs stands at those that answer them, too."""
    if not (dossier.statuses or dossier.private_notes):
        return dossier
    mates: dict[ParagraphId, tuple[ParagraphId, ...]] = {}
    for row in range(len(comparison.table.rows)):
        ids = tuple(p.id for c in range(len(comparison.drafts)) for p in comparison.paragraphs(row, c))
        mates |= {id_: ids for id_ in ids if id_.draft == leaving}

    def widened(one: Kept) -> Kept:
        every = [*one.paragraphs, *(mate for id_ in one.paragraphs for mate in mates.get(id_, ()))]
        return replace(one, paragraphs=tuple(dict.fromkeys(every)))

    return replace(
        dossier,
        statuses=tuple(map(widened, dossier.statuses)),
        private_notes=tuple(map(widened, dossier.private_notes)),
    )


def _anchor(id_: ParagraphId, draft: Draft | None) -> Anchor:
    if draft is None:
        return Anchor()
    try:
        index = draft.index_of(id_.serial)
    except KeyError:
        return Anchor()
    return Anchor() if draft.paragraphs[index].is_hidden else anchor_of(draft, index)


def _carried(one: Kept, there: set[str], arrived: Draft) -> Kept:
    """Found again by words where none of its paragraphs is on the desk any more."""
    drafts = {id_.draft for id_ in one.paragraphs}
    if arrived.id in drafts or drafts & there:
        return one
    index = found_again(one.anchor, arrived)
    return one if index is None else replace(one, paragraphs=(*one.paragraphs, arrived.paragraphs[index].id))


def _carried_pin(pin: PinnedPair, there: set[str], arrived: Draft) -> Iterator[PinnedPair]:
    """The pairing, with the paragraph that took the place of one of its own, where that is beyond doubt.

    One of a draft that is gone is looked for first; while all are there the newcomer has the words of one of them.
    """
    drafts = {id_.draft for id_ in pin.paragraphs}
    if arrived.id in drafts or len(pin.anchors) != len(pin.paragraphs):
        yield pin
        return
    members = list(zip(pin.paragraphs, pin.anchors, strict=True))
    gone = [member for member in members if member[0].draft not in there]
    found = {found_again(anchor, arrived) for _, anchor in gone or members} - {None}
    index = found.pop() if len(found) == 1 else None
    if index is None or (len(members) == 1 and not gone):
        yield pin
        return
    id_, anchor = ParagraphId(arrived.id, arrived.paragraphs[index].id.serial), anchor_of(arrived, index)
    if len(members) > 1:
        yield replace(pin, paragraphs=(*pin.paragraphs, id_), anchors=(*pin.anchors, anchor))
    else:
        yield from (pin, PinnedPair((id_,), (anchor,)))
