"""What a drafter does to a draft. Each edit gives a new draft that shares what it did not touch.

Ids are permanent: paragraphs keep them, new ones get serials that nothing in the draft has. Numbers follow,
and where the last operative paragraph changes, its full stop goes with the place. All raise DraftingError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from draftdesk.drafting.fixed_marks import left_to_hand
from draftdesk.drafting.new_paragraph import (
    fresh_serial,
    lone_operative,
    new_paragraph,
    numbered_lone,
    numbered_where_several,
    opening_marks,
    reformed,
    unnumbered_lone,
)
from draftdesk.drafting.notes import note_paragraph, notes_of, with_counted_notes, with_note_paragraph
from draftdesk.drafting.numbering import renumbered
from draftdesk.drafting.opening_forms import converted
from draftdesk.drafting.particulars import with_particulars
from draftdesk.drafting.places import (
    CARRIERS,
    block_end,
    depth_of,
    found,
    place_after,
    previous_visible,
)
from draftdesk.drafting.references import followed, with_kept_marks
from draftdesk.drafting.rewriting import ByHand, cut_text, joined_text, with_marks, with_text
from draftdesk.drafting.stops import settled
from draftdesk.errors import DraftingError, refusal
from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, Origin, Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.wording.openings import find_opening

_FIXED: Final = frozenset({ParagraphKind.CELL, ParagraphKind.FOOTNOTE})
"""Kinds that a paragraph has by its place; none can become one."""

_LISTED: Final = frozenset({*CARRIERS, *SUBPARAGRAPHS})

_NONE: Final[Mapping[int, int]] = MappingProxyType({})


def reword(draft: Draft, serial: int, text: str, by_hand: Sequence[ByHand] = ()) -> Draft:
    """Another text for a paragraph, or one of a note; what stays of the old one keeps marks and objects.

    `by_hand`: marks that its writer put on stretches of the new text, or took off.
    """
    there = note_paragraph(draft, serial)
    if there is not None:
        return with_note_paragraph(draft, there[0], reworded(draft, there[1], text, by_hand))
    index = found(draft, serial)
    old = draft.paragraphs[index]
    new = reworded(draft, old, text, by_hand)
    if new is old:
        return draft
    return _with_words(draft, with_paragraphs(draft, index, index + 1, (new,)), old, new)


def reworded(draft: Draft, old: Paragraph, text: str, by_hand: Sequence[ByHand] = ()) -> Paragraph:
    """What a paragraph of the draft, or of a note, is with another text; the very same one for the same."""
    is_open = not old.origin.part or find_opening(old.text, draft.language) is None
    marks = opening_marks(draft) if is_open else frozenset[Mark]()
    new = with_text(old, _clean(text), draft.language, marks)
    return with_marks(new, left_to_hand(new, draft.language, by_hand)) if by_hand else new


def restored(draft: Draft, before: Draft, serial: int) -> Draft:
    """A paragraph, or one of a note, with the words that it had in the draft before, marks and notes included."""
    there, earlier = note_paragraph(draft, serial), note_paragraph(before, serial)
    if there is not None and earlier is not None:
        return with_note_paragraph(draft, there[0], earlier[1])
    index, old = found(draft, serial), before.paragraphs[found(before, serial)]
    now = draft.paragraphs[index]
    same_form = (now.kind, now.prefix) == (old.kind, old.prefix)
    paragraph = old if same_form else joined_text(cut_text(now, 0, 0), old, "")
    known = {(note.kind, note.id) for note in draft.notes}
    missing = [note for note in notes_of(before, old) if (note.kind, note.id) not in known]
    changed = replace(with_paragraphs(draft, index, index + 1, (paragraph,)), notes=(*draft.notes, *missing))
    return _with_words(draft, changed, now, paragraph)


def _with_words(before: Draft, after: Draft, old: Paragraph, new: Paragraph) -> Draft:
    """The draft after a paragraph got other words: particulars, kept marks and the numbers of notes go with them."""
    return with_counted_notes(before, with_kept_marks(with_particulars(after, old, new), new))


def insert_after(
    draft: Draft, serial: int | None, kind: ParagraphKind, text: str = "", *, new_serial: int | None = None
) -> tuple[Draft, int]:
    """A new paragraph behind another one and what belongs to that (None: the first of its kind); its serial."""
    new = fresh_serial(draft, new_serial or 0)
    if kind is ParagraphKind.CELL and serial is not None and draft.paragraphs[found(draft, serial)].place is not None:
        return _inserted_in_cell(draft, found(draft, serial), _clean(text), new), new
    _refuse_fixed(kind)
    index = place_after(draft, serial, kind)
    lone = lone_operative(draft) if kind is ParagraphKind.OPERATIVE else None
    counted = draft if lone is None else numbered_lone(draft, lone)
    paragraph = new_paragraph(counted, index, kind, _clean(text), new)
    return finished(draft, with_paragraphs(counted, index, index, (paragraph,))), new


def _inserted_in_cell(draft: Draft, index: int, text: str, serial: int) -> Draft:
    """One more paragraph in the cell of another one, behind it."""
    paragraph = _behind_in_cell(cut_text(draft.paragraphs[index], 0, 0), draft, serial)
    return with_paragraphs(draft, index + 1, index + 1, (with_text(paragraph, text, draft.language),))


def _behind_in_cell(paragraph: Paragraph, draft: Draft, serial: int) -> Paragraph:
    """A paragraph cut from another one of its cell, as one of its own."""
    own = ParagraphId(draft.id, serial)
    return replace(paragraph, id=own, kind=ParagraphKind.CELL, origin=Origin())


def delete(draft: Draft, serial: int) -> Draft:
    """The draft without a paragraph and the subparagraphs that belong to it."""
    index = _movable(draft, serial)
    end = block_end(draft, index) if draft.paragraphs[index].kind in (*CARRIERS, *SUBPARAGRAPHS) else index + 1
    hidden = tuple(p for p in draft.paragraphs[index + 1 : end] if p.is_hidden)
    return finished(draft, with_paragraphs(draft, index, end, hidden))


def change_kind(draft: Draft, serial: int, kind: ParagraphKind) -> Draft:
    """Another kind for a paragraph, in the form of its new kin; a known opening changes with it."""
    index = _movable(draft, serial)
    _refuse_fixed(kind)
    if draft.paragraphs[index].kind is kind:
        return draft
    return finished(draft, with_paragraphs(draft, index, index + 1, (_changed(draft, index, kind),)))


def turn(draft: Draft, serial: int) -> Draft:
    """A preambular paragraph as the first operative one, an operative one as the last preambular one.

    Its opening becomes that of the other part (Recalling, Recalls), what belongs to it goes along.
    """
    index = _movable(draft, serial)
    kind = draft.paragraphs[index].kind
    if kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
        raise refusal(DraftingError, "cannot_turn")
    to_preamble = kind is ParagraphKind.OPERATIVE
    other = ParagraphKind.PREAMBULAR if to_preamble else ParagraphKind.OPERATIVE
    end = block_end(draft, index)
    rest = with_paragraphs(draft, index, end, ())
    own = [p.id.serial for p in rest.paragraphs if p.kind is other]
    place = place_after(rest, own[-1] if to_preamble and own else None, other)
    block = draft.paragraphs[index:end]
    moved = with_paragraphs(rest, place, place, block)
    return finished(draft, with_paragraphs(moved, place, place + 1, (_changed(moved, place, other),)))


def _changed(draft: Draft, index: int, kind: ParagraphKind) -> Paragraph:
    """The paragraph in the form of another kind; of its opening the converted words only are set anew."""
    changed = reformed(draft, index, kind)
    text = converted(changed.text, kind, draft.language)
    if text == changed.text:
        return changed
    old = draft.paragraphs[index]
    kept = _shared_end(old.text, text)
    shift = len(text) - len(old.text)
    wishes = [(Span(0, len(text) - kept), Mark.ITALIC, True), (Span(len(text) - kept, len(text)), Mark.ITALIC, False)]
    for run in old.runs_in_text():
        if Mark.ITALIC in run.marks:
            start = max(run.span.start, len(old.text) - kept)
            wishes.append((Span(start + shift, max(start, run.span.end) + shift), Mark.ITALIC, True))
    new = with_text(changed, text, draft.language)
    return with_marks(new, wishes) if _begins_in_italics(old) else new


def _shared_end(old: str, new: str) -> int:
    """How many characters two texts share at their ends, whole words only."""
    limit = min(len(old), len(new))
    shared = next((k for k in range(limit) if old[-1 - k] != new[-1 - k]), limit)
    rest = new[len(new) - shared :]
    return len(rest) if rest[:1].isspace() else len(rest) - len(rest.split(" ", 1)[0])


def _begins_in_italics(paragraph: Paragraph) -> bool:
    runs = paragraph.runs_in_text()
    return bool(runs) and runs[0].span.start == 0 and Mark.ITALIC in runs[0].marks


def promote(draft: Draft, serial: int) -> Draft:
    """A subparagraph and its own subparagraphs one level up; one of the first level becomes operative.

    In a preamble or a declaration it becomes what the paragraph above the list is.
    """
    index = found(draft, serial)
    kind = draft.paragraphs[index].kind
    if kind not in SUBPARAGRAPHS:
        raise refusal(DraftingError, "cannot_promote")
    return _shifted(draft, index, -1)


def demote(draft: Draft, serial: int) -> Draft:
    """A paragraph and its subparagraphs one level down, to belong to the paragraph above."""
    refused = refusal_to_demote(draft, serial)
    if refused is not None:
        raise DraftingError(refused)
    return _shifted(draft, found(draft, serial), 1)


def refusal_to_demote(draft: Draft, serial: int) -> Message | None:
    """Why a paragraph cannot go a level down; None where it can."""
    index = found(draft, serial)
    kind = draft.paragraphs[index].kind
    above = previous_visible(draft, index)
    deepest = max(depth_of(p.kind) for p in draft.paragraphs[index : block_end(draft, index)])
    over = draft.paragraphs[above].kind if above is not None else None
    fits = kind in _LISTED and over in _LISTED and deepest < len(SUBPARAGRAPHS)
    if fits and over is not None and depth_of(over) >= depth_of(kind):
        return None
    return message("cannot_demote")


def _shifted(draft: Draft, index: int, step: int) -> Draft:
    """A block moved by one level; each paragraph takes the form of its new kin."""
    shifted = draft
    for at in range(index, block_end(draft, index)):
        paragraph = draft.paragraphs[at]
        if paragraph.kind in (*CARRIERS, *SUBPARAGRAPHS):
            depth = depth_of(paragraph.kind) + step
            kind = SUBPARAGRAPHS[depth - 1] if depth else _carrier_kind(draft, at)
            shifted = with_paragraphs(shifted, at, at + 1, (reformed(shifted, at, kind),))
    return finished(draft, shifted)


def _carrier_kind(draft: Draft, index: int) -> ParagraphKind:
    kinds = [p.kind for p in draft.paragraphs[:index] if p.kind in CARRIERS]
    return kinds[-1] if kinds else ParagraphKind.OPERATIVE


def move(draft: Draft, serial: int, after_serial: int | None) -> Draft:
    """A paragraph and its subparagraphs behind another one and what belongs to that.

    None: the first of its kind.
    """
    index = _movable(draft, serial)
    end = block_end(draft, index)
    block = draft.paragraphs[index:end]
    if after_serial is not None and index < found(draft, after_serial) < end:
        raise refusal(DraftingError, "cannot_move_into_itself")
    if after_serial == serial:
        return draft
    rest = with_paragraphs(draft, index, end, ())
    place = place_after(rest, after_serial, block[0].kind)
    return draft if place == index else finished(draft, with_paragraphs(rest, place, place, block))


def split(draft: Draft, serial: int, at: int, *, new_serial: int | None = None) -> tuple[Draft, int]:
    """A paragraph cut in two at an offset of its text; the second is new and of the same kind; its serial."""
    index = found(draft, serial)
    paragraph = draft.paragraphs[index]
    text = paragraph.text
    if not text[:at].strip() or not text[at:].strip():
        raise refusal(DraftingError, "cannot_split_here")
    second_start = len(text) - len(text[at:].lstrip())
    first = cut_text(paragraph, 0, len(text[:at].rstrip()))
    second = cut_text(paragraph, second_start, len(text))
    new = fresh_serial(draft, new_serial or 0)
    if paragraph.place is not None:
        behind = _behind_in_cell(second, draft, new)
    else:
        behind = joined_text(new_paragraph(draft, index + 1, paragraph.kind, "", new), second, "")
    return finished(draft, with_paragraphs(draft, index, index + 1, (first, behind)), parted={new: serial}), new


def join(draft: Draft, serial: int) -> Draft:
    """A paragraph's text put behind that of the paragraph before it; its own subparagraphs stay below."""
    index = found(draft, serial)
    above = previous_visible(draft, index)
    place, place_above = draft.paragraphs[index].place, draft.paragraphs[above].place if above is not None else None
    if place is not None and place_above != place:
        raise refusal(DraftingError, "cells_are_fixed")
    if above is None or place_above != place:
        raise refusal(DraftingError, "nothing_to_join")
    first, second = draft.paragraphs[above], draft.paragraphs[index]
    between = " " if first.text and second.text else ""
    joined = joined_text(first, second, between)
    kept = (joined, *draft.paragraphs[above + 1 : index])
    return finished(draft, with_paragraphs(draft, above, index + 1, kept), joined={serial: first.id.serial})


def with_paragraphs(draft: Draft, start: int, end: int, paragraphs: Sequence[Paragraph]) -> Draft:
    """The draft with other paragraphs in place of a stretch; numbers are left as they are."""
    return replace(draft, paragraphs=(*draft.paragraphs[:start], *paragraphs, *draft.paragraphs[end:]))


def _movable(draft: Draft, serial: int) -> int:
    """The index of a paragraph outside tables: the cells of a table cannot come, go or move one by one."""
    index = found(draft, serial)
    if draft.paragraphs[index].place is not None:
        raise refusal(DraftingError, "cells_are_fixed")
    return index


def _refuse_fixed(kind: ParagraphKind) -> None:
    if kind in _FIXED:
        raise refusal(DraftingError, "kind_is_fixed")


def finished(
    before: Draft, after: Draft, *, joined: Mapping[int, int] = _NONE, parted: Mapping[int, int] = _NONE
) -> Draft:
    """The draft after an edit with numbers, notes, references and final marks put right, as they were before it."""
    numbered = unnumbered_lone(before, renumbered(before, numbered_where_several(before, after)))
    counted = with_counted_notes(before, numbered)
    return settled(before, followed(before, counted, joined=joined, parted=parted))


def _clean(text: str) -> str:
    """Text as a paragraph can hold it: a break between paragraphs is a blank, one between lines stays."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", " ").replace("\u2028", "\n")
