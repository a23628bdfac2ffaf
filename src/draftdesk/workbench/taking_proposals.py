"""What a draft proposes put into the working draft: one change of words, or a whole paragraph.

The working draft is the last column of the comparison. A change goes to its place in the present words, wherever
these have gone meanwhile; a paragraph is reworded, put in, taken out or moved as the proposal has it. What would
write over words of somebody else is refused. All functions raise DraftingError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from draftdesk.comparing.comparison import Comparison
from draftdesk.drafting import edits
from draftdesk.drafting.notes import add_note, notes_of
from draftdesk.drafting.places import block_end
from draftdesk.drafting.rewriting import with_marks
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.errors import DraftingError, refusal
from draftdesk.model.alignment import Relation
from draftdesk.model.change import PARAGRAPH_BREAK, Change
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, Mark, Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.negotiating.taking import Carried, carried, put_back, without_objects
from draftdesk.workbench.note_changes import changed_note_pairs, has_changed_notes, notes_in
from draftdesk.workbench.shown_changes import shown_changes
from draftdesk.workbench.taking_notes import answering, with_note_words, words_of

_SHOWN = 60
"""Code points of words that a refusal names."""

_MOVED = frozenset({Relation.MOVED, Relation.MOVED_EDITED})


@dataclass(frozen=True, slots=True)
class Taken:
    """The working draft with what was taken, and the paragraphs of it that this concerns."""

    draft: Draft
    paragraphs: tuple[ParagraphId, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A row, the draft that proposes something there, and the one that it was made of."""

    comparison: Comparison
    row: int
    column: int
    old: int
    next_serial: int

    @property
    def working(self) -> Draft:
        return self.comparison.drafts[-1]

    @property
    def present(self) -> tuple[Paragraph, ...]:
        return self.comparison.paragraphs(self.row, len(self.comparison.drafts) - 1)

    @property
    def proposed(self) -> tuple[Paragraph, ...]:
        return self.comparison.paragraphs(self.row, self.column)

    @property
    def old_cell(self) -> tuple[int, ...]:
        return self.comparison.table.rows[self.row].cells[self.old]

    @property
    def relation(self) -> Relation | None:
        steps = self.comparison.table.steps()
        return self.comparison.table.rows[self.row].relations[steps.index((self.old, self.column))]

    def text(self, column: int) -> str:
        return self.comparison.cell_text(self.row, column)


def change_taken(comparison: Comparison, row: int, column: int, change: Change, *, next_serial: int) -> Taken:
    """One change of words, as `shown_changes` has it, put into the paragraph of the working draft."""
    place = _place(comparison, row, column, next_serial)
    if not place.present:
        raise refusal(DraftingError, "take_no_paragraph")
    return _checked(place, _with_changes(place, (change,)))


def notes_taken(comparison: Comparison, row: int, column: int, *, next_serial: int) -> Taken:
    """The footnotes of a row as the draft of a column has them: new words, notes that came or went."""
    place = _place(comparison, row, column, next_serial)
    if not place.present:
        raise refusal(DraftingError, "take_no_paragraph")
    marks = tuple(change for change in _all_changes(place) if _is_of_marks(place, change))
    taken = _with_changes(place, marks)
    draft = taken.draft
    pairs = changed_note_pairs(comparison, row, place.old, column)
    for old, new in answering(pairs, in_place=not marks):
        draft = with_note_words(draft, taken.paragraphs, old, new)
    return _checked(place, Taken(draft, taken.paragraphs))


def _is_of_marks(place: _Place, change: Change) -> bool:
    """Whether nothing but the marks of notes came or went in a change."""
    words = change.old.of(place.text(place.old)) + change.new.of(place.text(place.column))
    return OBJECT in words and not words.replace(OBJECT, "").strip()


def change_put_back(
    comparison: Comparison, row: int, column: int, change: Change, *, next_serial: int
) -> Taken | None:
    """A change that was taken put back to the words of before; None where the working draft does not have it."""
    place = _place(comparison, row, column, next_serial)
    present = PARAGRAPH_BREAK.join(p.text for p in place.present)
    old, new = place.text(place.old), place.text(place.column)
    text = put_back(old, present, new, change, place.working.language) if place.present else None
    return None if text is None else _with_words(place, Carried(text, 1))


def paragraph_taken(
    comparison: Comparison,
    row: int,
    column: int,
    *,
    next_serial: int,
    over_others: bool = False,
) -> Taken:
    """What the draft of a column makes of the paragraphs of a row: other words, another place, new or gone.

    `over_others`: its words in the place of whatever stands there, once the user said so.
    """
    place = _place(comparison, row, column, next_serial)
    has_notes = has_changed_notes(comparison, row, place.old, column)
    if place.relation in {None, Relation.UNCHANGED} and not has_notes and not _all_changes(place):
        raise refusal(DraftingError, "nothing_to_take")
    if not place.proposed:
        return _checked(place, _without_paragraphs(place))
    if not place.present:
        return _checked(place, _with_new(place))
    taken = _reworded(place, over_others=over_others)
    return _checked(place, _moved(place, taken) if place.relation in _MOVED else taken)


def _place(comparison: Comparison, row: int, column: int, next_serial: int) -> _Place:
    old = next((old for old, new in comparison.table.steps() if new == column), None)
    if old is None or column == len(comparison.drafts) - 1:
        raise refusal(DraftingError, "take_from_proposal")
    return _Place(comparison, row, column, old, next_serial)


def _checked(place: _Place, taken: Taken) -> Taken:
    if taken.draft is place.working or taken.draft == place.working:
        raise refusal(DraftingError, "taken_already")
    return taken


def _all_changes(place: _Place) -> tuple[Change, ...]:
    return shown_changes(place.comparison, place.row, place.old, place.column)


def _with_changes(place: _Place, changes: Sequence[Change]) -> Taken:
    """The paragraphs of the working draft with changes put in; refused where one finds its words no longer."""
    present = PARAGRAPH_BREAK.join(p.text for p in place.present)
    old, new = place.text(place.old), place.text(place.column)
    done = carried(old, present, new, changes, place.working.language)
    if done.collided:
        words = done.collided[0].old.of(old).strip() or done.collided[0].new.of(new).strip()
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
        raise refusal(DraftingError, "take_words_gone", words=shown.replace(PARAGRAPH_BREAK, " "))
    return _with_words(place, done) if done.put else Taken(place.working, tuple(p.id for p in place.present))


def _reworded(place: _Place, *, over_others: bool) -> Taken:
    if over_others:
        text, marks = without_objects(place.text(place.column))
        return _with_words_as_proposed(place, _with_words(place, Carried(text, 1, marks=marks)))
    changes = _all_changes(place)
    taken = _with_changes(place, changes) if changes else Taken(place.working, tuple(p.id for p in place.present))
    return _with_words_as_proposed(place, taken)


def _with_words(place: _Place, done: Carried) -> Taken:
    """The present paragraphs with other words: more or fewer of them where breaks came or went."""
    draft, present = place.working, list(place.present)
    pieces = done.text.split(PARAGRAPH_BREAK)
    for surplus in present[len(pieces) :]:
        draft = edits.join(draft, surplus.id.serial)
    serials = [p.id.serial for p in present[: len(pieces)]]
    for serial, piece in zip(serials, pieces, strict=False):
        draft = edits.reword(draft, serial, piece)
    for piece in pieces[len(serials) :]:
        kind = _kind_of(place, len(serials), present[-1])
        draft, new = edits.insert_after(draft, serials[-1], kind, piece, new_serial=place.next_serial)
        serials.append(new)
    draft = _with_notes(place, draft, serials, pieces, done.marks)
    return Taken(draft, _ids(draft, serials))


def _kind_of(place: _Place, count: int, otherwise: Paragraph) -> ParagraphKind:
    proposed = place.proposed
    return proposed[count].kind if count < len(proposed) else otherwise.kind


def _ids(draft: Draft, serials: Sequence[int]) -> tuple[ParagraphId, ...]:
    return tuple(draft.paragraphs[draft.index_of(serial)].id for serial in serials)


def _with_words_as_proposed(place: _Place, taken: Taken) -> Taken:
    """Another kind and italics go along, where the words are those of the proposal."""
    draft = taken.draft
    for id_, proposed in zip(taken.paragraphs, place.proposed, strict=False):
        paragraph = draft.paragraphs[draft.index_of(id_.serial)]
        if paragraph.text == proposed.text and paragraph.kind is proposed.kind:
            draft = _with_italics(place, draft, id_.serial, proposed)
            draft = _with_note_words(place, draft, id_.serial, proposed)
    return Taken(draft, taken.paragraphs)


def _with_note_words(place: _Place, draft: Draft, serial: int, proposed: Paragraph) -> Draft:
    """The footnotes of a paragraph in the words of the proposal's, mark by mark; not where it left them alone."""
    left = {words_of(note) for note in notes_in(place.comparison.drafts[place.old], place.old_cell)}
    wanted = notes_of(place.comparison.drafts[place.column], proposed)
    own = notes_of(draft, draft.paragraphs[draft.index_of(serial)])
    for note, other in zip(own, wanted, strict=False):
        text = words_of(other)
        if len(note.paragraphs) == 1 and words_of(note) != text and text not in left:
            draft = edits.reword(draft, note.paragraphs[0].id.serial, text)
    return draft


def _with_italics(place: _Place, draft: Draft, serial: int, proposed: Paragraph) -> Draft:
    """Titles and Latin words that the proposal sets in italics; nothing where its file does not tell italics."""
    if not place.comparison.drafts[place.column].tells_italics or not draft.tells_italics:
        return draft
    wishes = [(run.span, Mark.ITALIC, True) for run in proposed.runs_in_text() if Mark.ITALIC in run.marks]
    index = draft.index_of(serial)
    paragraph = draft.paragraphs[index]
    whole = [(Span(0, len(paragraph.text)), Mark.ITALIC, False), *wishes]
    return edits.with_paragraphs(draft, index, index + 1, (with_marks(paragraph, whole),))


def _with_notes(
    place: _Place,
    draft: Draft,
    serials: Sequence[int],
    pieces: Sequence[str],
    marks: Sequence[tuple[int, int]],
) -> Draft:
    """Footnotes that came along, each at its word; `marks` count through the joined text."""
    notes = _notes_by_place(place)
    for offset, at in sorted(marks, reverse=True):
        number, inside = _inside(pieces, offset)
        if at in notes and pieces[number][:inside].strip():
            draft, _ = add_note(draft, serials[number], inside, notes[at], new_serial=place.next_serial)
    return draft


def _notes_by_place(place: _Place) -> dict[int, str]:
    """The texts of the proposal's notes by the places of their marks in the text of its cell."""
    proposal, start, found = place.comparison.drafts[place.column], 0, {}
    for paragraph in place.proposed:
        for item in paragraph.objects_in_text():
            note = proposal.notes_by_id.get((item.kind, item.target))
            if note is not None and note in notes_of(proposal, paragraph):
                found[start + item.at] = words_of(note)
        start += len(paragraph.text) + 1
    return found


def _inside(pieces: Sequence[str], offset: int) -> tuple[int, int]:
    number = 0
    while number < len(pieces) - 1 and offset > len(pieces[number]):
        offset -= len(pieces[number]) + 1
        number += 1
    return number, offset


def _with_new(place: _Place) -> Taken:
    """Paragraphs that the working draft does not have, behind what they follow in the proposal."""
    draft, serials = place.working, []
    behind = _behind_deleted(place, _before_in_working(place))
    for paragraph in place.proposed:
        text, marks = without_objects(paragraph.text)
        draft, new = edits.insert_after(draft, behind, paragraph.kind, text, new_serial=place.next_serial)
        if not marks:
            draft = _with_italics(place, draft, new, paragraph)
        serials.append(new)
        behind = new
    text, marks = without_objects(PARAGRAPH_BREAK.join(p.text for p in place.proposed))
    draft = _with_notes(place, draft, serials, text.split(PARAGRAPH_BREAK), marks)
    return Taken(finish_paragraph(draft, serials[-1]), _ids(draft, serials))


def _before_in_working(place: _Place) -> int | None:
    """The paragraph of the working draft that answers the nearest one before, in the draft of the proposal."""
    table, last = place.comparison.table, len(place.comparison.drafts) - 1
    proposal = place.comparison.drafts[place.column]
    row_of = {i: n for n, row in enumerate(table.rows) for i in row.cells[place.column]}
    first = min(table.rows[place.row].cells[place.column])
    for index in reversed([i for i in proposal.visible if i < first]):
        cell = table.rows[row_of[index]].cells[last] if index in row_of else ()
        if cell:
            return place.working.paragraphs[cell[-1]].id.serial
    return None


def _behind_deleted(place: _Place, behind: int | None) -> int | None:
    """Behind what the proposal deleted between a paragraph and its own row, too, as the columns show it."""
    if behind is None:
        return None
    rows, last = place.comparison.table.rows, len(place.comparison.drafts) - 1
    index = place.working.index_of(behind)
    start = next(number for number, row in enumerate(rows) if index in row.cells[last])
    for row in rows[start + 1 : place.row]:
        if row.cells[last] and not row.cells[place.column] and row.cells[last][0] > index:
            index = row.cells[last][-1]
    return place.working.paragraphs[index].id.serial


def _without_paragraphs(place: _Place) -> Taken:
    """The paragraphs less; not where that would take subparagraphs along that the proposal keeps."""
    if not place.present:
        raise refusal(DraftingError, "taken_already")
    draft = place.working
    for paragraph in place.present:
        index = draft.index_of(paragraph.id.serial)
        if any(_is_kept(place, one) for one in draft.paragraphs[index + 1 : block_end(draft, index)]):
            raise refusal(DraftingError, "take_parts_stay")
        draft = edits.delete(draft, paragraph.id.serial)
    return Taken(draft, tuple(p.id for p in place.present))


def _is_kept(place: _Place, part: Paragraph) -> bool:
    """Whether a subparagraph stays in the proposal, or is none of the text that it was made on."""
    if part.is_hidden:
        return False
    last = len(place.comparison.drafts) - 1
    for number, row in enumerate(place.comparison.table.rows):
        if any(place.comparison.drafts[last].paragraphs[i].id == part.id for i in row.cells[last]):
            return bool(place.comparison.paragraphs(number, place.column)) or not row.cells[place.old]
    return True


def _moved(place: _Place, taken: Taken) -> Taken:
    serial = taken.paragraphs[0].serial
    behind = _before_in_working(place)
    return Taken(edits.move(taken.draft, serial, behind), taken.paragraphs)
