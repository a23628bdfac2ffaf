"""What stands in a cell of the columns view: signed words, numbers, sentences, letters of the lane.

Two drafts: deletions are struck in the older column, insertions underlined in the newer one. Three and
more: each newer column shows both against the column that it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from draftdesk.drafting.form import FRONT
from draftdesk.model.alignment import Relation
from draftdesk.model.change import Change, ChangeClass, ChangeKind, StrengthShift
from draftdesk.model.paragraph import Paragraph, ParagraphKind, Span
from draftdesk.translation import later, tr, tr_count
from draftdesk.wording.qualifiers import softening_between
from draftdesk.workbench.display.decided import decided_notes, with_marks
from draftdesk.workbench.display.doubtful_rows import is_doubtful
from draftdesk.workbench.display.hands import with_hands
from draftdesk.workbench.display.moved_parts import moved_notes, moved_parts, with_moved
from draftdesk.workbench.display.notes import changes_in_notes, with_gone_notes, with_notes
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.same_words import contested_note
from draftdesk.workbench.display.stretches import Painted, blocks_of, painted, redlined
from draftdesk.workbench.display.values import (
    Absence,
    Block,
    CellContent,
    CellNote,
    Letter,
    Sign,
    TextRow,
    Tone,
)
from draftdesk.workbench.languages.differences import DifferenceKind
from draftdesk.workbench.languages.notes import differences_at
from draftdesk.workbench.note_changes import changed_note_pairs, notes_in
from draftdesk.workbench.paragraph_names import has_plain_paragraphs, kind_name
from draftdesk.workbench.shown_changes import shown_changes

LETTERS = {
    ChangeClass.TECHNICAL: Letter.TECHNICAL,
    ChangeClass.FORMAT: Letter.FORMAT,
    ChangeClass.NOISE: Letter.NOISE,
}
"""Classes that have a letter of their own, whatever came or went."""

VERSION_LETTERS = {
    DifferenceKind.ADDED: Letter.INSERTED,
    DifferenceKind.ABSENT: Letter.DELETED,
    DifferenceKind.NUMBER: Letter.NUMBER,
    DifferenceKind.KIND: Letter.FORMAT,
    DifferenceKind.FIGURES: Letter.TECHNICAL,
    DifferenceKind.BRACKETS: Letter.TECHNICAL,
    DifferenceKind.NOTES: Letter.TECHNICAL,
}
"""What differs between versions in two languages."""

SMALL = frozenset({ChangeClass.FORMAT, ChangeClass.NOISE})

_EDITS = {1: later("one edit"), 2: later("two edits"), 3: later("three edits")}


def cell_content(view: DisplayRows, row: TextRow, column: int) -> CellContent:
    """What the cell of a row in a column shows."""
    content = _of_hands(view, row, column, _content(view, row, column))
    answers = decided_notes(view, row, column)
    return replace(content, notes=(*content.notes, *answers)) if answers else content


def _of_hands(view: DisplayRows, row: TextRow, column: int, content: CellContent) -> CellContent:
    """The words with their hands, where the view tells them."""
    new = column if view.against[column] >= 0 else 1
    shows_step = view.against[column] >= 0 or (not view.shows_both and view.against[1:] == (0,))
    if view.hands is None or not shows_step:
        return content
    steps = view.against[new], new
    return with_hands(view.hands, view.drafts, row, steps, content, is_new=column == new)


def _content(view: DisplayRows, row: TextRow, column: int) -> CellContent:
    if not row.cells[column]:
        return _without_paragraph(view, row, column)
    if _is_to_fill(view, row, column):
        kind = _cell(view, row, column)[0].kind
        return CellContent(absence=Absence(kind_name(kind, is_plain=has_plain_paragraphs(view.drafts[column]))))
    old = view.against[column]
    relation = row.relations[column]
    if old >= 0 and relation is not None and view.shows_both:
        stretches = _both(view, row, old, column)
    elif old >= 0 and relation is not None:
        stretches = _newer(view, row, old, column)
    elif not view.shows_both and len(view.against) == 2 and view.against[1] >= 0:
        stretches = _older(view, row, column, 1)
    else:
        stretches = painted(view.drafts[column], _cell(view, row, column))
    blocks = with_moved(view, row, column, blocks_of(stretches, tuple(heads_of(view, row, column))))
    return CellContent(with_notes(view, row, column, blocks), _remarks(view, row, column))


def _is_to_fill(view: DisplayRows, row: TextRow, column: int) -> bool:
    """Whether a line of an empty form waits for its words."""
    cell = _cell(view, row, column)
    return len(cell) == 1 and not cell[0].text and cell[0].kind in FRONT


def _cell(view: DisplayRows, row: TextRow, column: int) -> list[Paragraph]:
    return [view.drafts[column].paragraphs[index] for index in row.cells[column]]


def lane_letters(view: DisplayRows, row: TextRow, column: int) -> tuple[Letter, ...]:
    """The letters in the margin of a newer draft, in their order; M first, where its line ends."""
    old = view.against[column]
    relation = row.relations[column]
    if old < 0 or relation is None:
        return _version_letters(view, row, column)
    found: set[Letter] = set()
    if relation is Relation.INSERTED:
        found.add(Letter.INSERTED)
    elif relation is Relation.DELETED:
        found.add(Letter.DELETED)
    else:
        if column in row.moves or moved_parts(view, row, column):
            found.add(Letter.MOVED)
        if relation in {Relation.SPLIT, Relation.MERGED}:
            found.add(Letter.SPLIT)
        if not row.is_moved_part or row.cells[column]:
            found |= _word_letters(view, row, old, column)
        if column not in row.moves and number_changed(view, row, old, column):
            found.add(Letter.NUMBER)
    if is_doubtful(view, row) and row.cells[column]:
        found.add(Letter.DOUBTFUL)
    moved = (Letter.MOVED,) if Letter.MOVED in found else ()
    return (*moved, *(letter for letter in Letter if letter in found and letter is not Letter.MOVED))


def _version_letters(view: DisplayRows, row: TextRow, column: int) -> tuple[Letter, ...]:
    """Those of a version in another language."""
    kinds = {one.kind for one, _ in differences_at(view.comparison, row.table_row, column)}
    return tuple(letter for letter in Letter if letter in {VERSION_LETTERS[kind] for kind in kinds})


def changes_of(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[Change, ...]:
    """The changes of words in a row that are shown; none where one side is empty or the texts are equal."""
    return shown_changes(view.comparison, row.table_row, old, new, small=view.small)


def strength_of(view: DisplayRows, row: TextRow, old: int, new: int) -> StrengthShift | None:
    """The changed opening of a row, None where it has the same strength or one side is empty."""
    cells = view.comparison.table.rows[row.table_row].cells
    if not cells[old] or not cells[new]:
        return None
    shift = view.comparison.strength(row.table_row, old, new)
    return shift if shift is not None and shift.steps else None


def _word_letters(view: DisplayRows, row: TextRow, old: int, new: int) -> set[Letter]:
    found: set[Letter] = set()
    shift = strength_of(view, row, old, new)
    if shift is not None:
        found.add(Letter.STRONGER if shift.steps > 0 else Letter.WEAKER)
    for change in (*changes_of(view, row, old, new), *changes_in_notes(view, row, old, new)):
        if change.change_class in LETTERS:
            found.add(LETTERS[change.change_class])
        elif change.change_class is not ChangeClass.STRENGTH or shift is None:
            found |= {Letter.INSERTED} if len(change.new) else set()
            found |= {Letter.DELETED} if len(change.old) else set()
    for pair in changed_note_pairs(view.comparison, row.table_row, old, new):
        found |= {Letter.INSERTED} if pair.old is None else {Letter.DELETED} if pair.new is None else set()
    return found


def number_changed(view: DisplayRows, row: TextRow, old: int, new: int) -> bool:
    """Whether the numbers in the text of a row differ in two drafts; a split or merge is more than a number."""
    cells = view.comparison.table.rows[row.table_row].cells
    if len(cells[old]) != len(cells[new]):
        return False
    before = [view.names[old][i].in_text for i in cells[old]]
    return bool(before) and before != [view.names[new][i].in_text for i in cells[new]]


def _place_changed(view: DisplayRows, row: TextRow, old: int, new: int) -> bool:
    """Whether what is shown beside a row differs, the count of preambular paragraphs included."""
    cells = view.comparison.table.rows[row.table_row].cells
    return len(cells[old]) == len(cells[new]) and _printed(view, old, cells[old]) != _printed(view, new, cells[new])


def _sign(change: Change, *, old: bool) -> Sign:
    if change.change_class in SMALL:
        return Sign.SMALL
    if change.change_class is ChangeClass.TECHNICAL and change.kind is ChangeKind.REPLACE:
        return Sign.TECHNICAL_OLD if old else Sign.TECHNICAL
    return Sign.DELETED if old else Sign.INSERTED


def _newer(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[Painted, ...]:
    draft, cell = view.drafts[new], _cell(view, row, new)
    if row.relations[new] is Relation.INSERTED:
        return painted(draft, cell, whole=Sign.INSERTED)
    ground = Sign.MOVED if new in row.moves else Sign.PLAIN
    signed = [(change.new, _sign(change, old=False), k) for k, change in enumerate(changes_of(view, row, old, new))]
    return painted(draft, cell, ground, signed)


def _older(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[Painted, ...]:
    draft, cell = view.drafts[old], _cell(view, row, old)
    relation = row.relations[new] or view.comparison.table.rows[row.table_row].relations[0]
    if relation is Relation.DELETED:
        return painted(draft, cell, whole=Sign.DELETED)
    ground = Sign.MOVED if new in row.moves else Sign.PLAIN
    changes = changes_of(view, row, old, new)
    new_text = view.comparison.cell_text(row.table_row, new) if changes else ""
    signed = [
        (change.old, Sign.TECHNICAL if (sign := _sign(change, old=True)) is Sign.TECHNICAL_OLD else sign, k)
        for k, change in enumerate(changes)
    ]
    joints = tuple(
        (change.old.start, k) for k, change in enumerate(changes) if _breaks(change, new_text, old_side=False)
    )
    return painted(draft, cell, ground, signed, joints)


def _both(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[Painted, ...]:
    relation = row.relations[new]
    if relation is Relation.INSERTED:
        return painted(view.drafts[new], _cell(view, row, new), whole=Sign.INSERTED)
    ground = Sign.MOVED if new in row.moves else Sign.PLAIN
    before = view.comparison.paragraphs(row.table_row, old)
    signed = [
        (_struck(change), change.new, _sign(change, old=True), _sign(change, old=False), k)
        for k, change in enumerate(changes_of(view, row, old, new))
    ]
    return redlined((view.drafts[old], before), (view.drafts[new], _cell(view, row, new)), ground, signed)


def _struck(change: Change) -> Span:
    """What is shown of the old words beside the new ones; of a small difference nothing, where the new ones stand."""
    is_small = change.change_class in SMALL and len(change.new) > 0
    return Span(change.old.start, change.old.start) if is_small else change.old


def _breaks(change: Change, text: str, *, old_side: bool) -> bool:
    span = change.old if old_side else change.new
    return "\u2029" in span.of(text)


def heads_of(view: DisplayRows, row: TextRow, column: int) -> list[Block]:
    """The blocks of a cell without their words yet."""
    draft = view.drafts[column]
    was = _was(view, row, column)
    heads = []
    for k, index in enumerate(row.cells[column]):
        name = view.names[column][index]
        head = _head(draft.paragraphs[index], name.margin, name.lead, was if k == 0 else "")
        if draft.comments:
            comments = draft.comments_by_paragraph.get(draft.paragraphs[index].id.serial, ())
            head = replace(head, comments=len(comments))
        heads.append(head)
    return with_marks(view, row, column, heads)


def _head(paragraph: Paragraph, margin: str, lead: str, was: str) -> Block:
    indent = {ParagraphKind.SUB1: 1, ParagraphKind.SUB2: 2, ParagraphKind.SUB3: 3, ParagraphKind.SUB4: 4}
    return Block((), margin, lead, was, indent.get(paragraph.kind, 0), paragraph.kind, paragraph.id)


def _was(view: DisplayRows, row: TextRow, column: int) -> str:
    cells = view.comparison.table.rows[row.table_row].cells
    old = view.against[column]
    if old >= 0 and cells[old] and cells[column] and _place_changed(view, row, old, column):
        return tr("was {name}", name=_printed(view, old, cells[old]))
    divided = len(cells[0]) != len(cells[-1])
    if view.against[1:] == (0,) and column == 0 and cells[1] and (divided or _place_changed(view, row, 0, 1)):
        return "→ " + _printed(view, 1, cells[1])
    return ""


def _printed(view: DisplayRows, column: int, cell: tuple[int, ...]) -> str:
    return ", ".join(view.names[column][i].printed for i in cell)


def _remarks(view: DisplayRows, row: TextRow, column: int) -> tuple[CellNote, ...]:
    old, notes = view.against[column], list(_lost(view, row, column))
    contested = contested_note(view, row, column)
    notes += [CellNote(contested)] if contested else []
    if view.comparison.table.versions:
        told = differences_at(view.comparison, row.table_row, column)
        notes += [CellNote(f"⚠ {sentence}", Tone.WEAKER) for _, sentence in told]
    if old < 0 or row.relations[column] is None:
        return tuple(notes)
    shift = strength_of(view, row, old, column)
    if shift is not None:
        notes.append(_strength_note(shift))
    return (*notes, *_qualifier_notes(view, row, old, column), *moved_notes(view, row, column))


def _lost(view: DisplayRows, row: TextRow, column: int) -> Iterator[CellNote]:
    """What the paragraphs of a cell, and their notes, name of the draft that is not there any more."""
    draft = view.drafts[column]
    if not draft.lost:
        return
    notes = notes_in(draft, row.cells[column])
    own = {p.id.serial for p in (*_cell(view, row, column), *(p for note in notes for p in note.paragraphs))}
    for lost in draft.lost:
        if lost.paragraph in own:
            text = tr(
                "⚠ “{number}”: the paragraph that this named is gone. Name another, or take it out.",
                number=lost.number,
            )
            yield CellNote(text, Tone.WEAKER)


def _qualifier_notes(view: DisplayRows, row: TextRow, old: int, new: int) -> Iterator[CellNote]:
    """Words such as "as appropriate" that came or went; a text that came or went as a whole is not softened."""
    before, after = (view.comparison.cell_text(row.table_row, column) for column in (old, new))
    found = softening_between(before, after, view.drafts[new].language) if before and after else None
    for words, text, tone in (
        (found.put_in if found is not None else (), later("▼ softened: {words} put in"), Tone.WEAKER),
        (found.taken_out if found is not None else (), later("▲ firmer: {words} taken out"), Tone.STRONGER),
    ):
        if words:
            yield CellNote(
                tr(text, words=", ".join(tr("“{words}”", words=one) for one in dict.fromkeys(words))), tone
            )


def _strength_note(shift: StrengthShift) -> CellNote:
    stronger = shift.steps > 0
    count, said = abs(shift.steps), {"old": shift.old, "new": shift.new, "ladder": tr(shift.ladder)}
    text = (
        tr_count(
            "▲ {old} → {new}: stronger by {count} step in {ladder}",
            "▲ {old} → {new}: stronger by {count} steps in {ladder}",
            count,
            **said,
        )
        if stronger
        else tr_count(
            "▼ {old} → {new}: weaker by {count} step in {ladder}",
            "▼ {old} → {new}: weaker by {count} steps in {ladder}",
            count,
            **said,
        )
    )
    return CellNote(text, Tone.STRONGER if stronger else Tone.WEAKER)


def _without_paragraph(view: DisplayRows, row: TextRow, column: int) -> CellContent:
    partner = row.partner[column]
    if partner >= 0:
        return CellContent(absence=_elsewhere(view, row, column, partner))
    old = view.against[column]
    if old >= 0 and row.cells[old] and row.relations[column] is Relation.DELETED:
        if view.shows_both:
            stretches = painted(view.drafts[old], _cell(view, row, old), whole=Sign.DELETED)
            blocks = blocks_of(stretches, tuple(_gone_heads(view, row, old)))
            return CellContent(with_gone_notes(view, row, old, blocks))
        return CellContent(absence=Absence(tr("Deleted in {name}", name=view.short[column])))
    return CellContent(absence=Absence(tr("No counterpart in {name}", name=view.short[column])))


def _gone_heads(view: DisplayRows, row: TextRow, old: int) -> list[Block]:
    draft = view.drafts[old]
    heads = []
    for index in row.cells[old]:
        lead = view.names[old][index].lead
        heads.append(_head(draft.paragraphs[index], "", lead, ""))
    return heads


def _elsewhere(view: DisplayRows, row: TextRow, column: int, partner: int) -> Absence:
    target = view.rows[partner]
    name = view.names[column][target.cells[column][0]].full
    old = view.against[column]
    edits = len(changes_of(view, row, old, column)) if old >= 0 else 0
    said = tr("Moved to {place}", place=name) if old >= 0 else tr("Moved from {place}", place=name)
    if edits:
        count = tr(_EDITS[edits]) if edits in _EDITS else tr("{count} edits", count=edits)
        said += tr(", with {edits} inside", edits=count)
    return Absence(said, name, partner)
