"""The cells of the columns view as lines for paper: what became of a paragraph, its words, its footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from draftdesk.exporting.printed import Cell, Line, Role, Tint, Words, said
from draftdesk.model.alignment import Relation
from draftdesk.model.change import Change
from draftdesk.model.draft import Note
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from draftdesk.workbench.display_cells import cell_content
from draftdesk.workbench.display_rows import MOVES, DisplayRows
from draftdesk.workbench.display_values import Block, CellNote, Sign, Stretch, TextRow, Tone
from draftdesk.workbench.note_changes import NotePair, note_pairs, notes_in
from draftdesk.workbench.paragraph_names import listed_names

_TINTS: Final = {
    Sign.PLAIN: Tint.PLAIN,
    Sign.INSERTED: Tint.INSERTED,
    Sign.DELETED: Tint.DELETED,
    Sign.MOVED: Tint.MOVED,
    Sign.JOINT: Tint.JOINT,
    Sign.TECHNICAL: Tint.TECHNICAL,
    Sign.TECHNICAL_OLD: Tint.TECHNICAL_OLD,
    Sign.GAP: Tint.PLAIN,
}
_ROLES: Final = {Tone.STRONGER: Role.STRONGER, Tone.WEAKER: Role.WEAKER, Tone.PLAIN: Role.REMARK}


def printed_cell(view: DisplayRows, row: TextRow, column: int) -> Cell:
    """All lines of a cell."""
    content = cell_content(view, row, column)
    status = _status(view, row, column)
    lines = [said(status, Role.STATUS)] if status else []
    if content.absence is not None:
        is_silent = view.shows_both and row.relations[column] is None and row.partner[column] < 0
        return Cell((*lines, said("–" if is_silent else content.absence.text, Role.ABSENT)))
    speaking = column if row.cells[column] else view.against[column]
    lines += _places(view, row, speaking)
    language = view.drafts[speaking].language
    is_older = view.against[column] < 0
    lines += [_text_line(block, language, is_older=is_older, says_was=not status) for block in content.blocks]
    lines += note_lines(view, row, column)
    lines += [_remark(note) for note in content.notes]
    return Cell(tuple(lines))


def _status(view: DisplayRows, row: TextRow, column: int) -> str:
    """What became of the paragraphs on the way to this column; in a comparison of two also what becomes of them."""
    relation, old = row.relations[column], view.against[column]
    if old < 0 or relation is None:
        return _farewell(view, row) if column == 0 and not view.shows_both else ""
    if not row.cells[column]:
        is_struck = view.shows_both and relation is Relation.DELETED and bool(row.cells[old])
        return f"Deleted{_formerly(view, row.table_row, old)}" if is_struck else ""
    return became(view, row.table_row, old, column, relation)


def _farewell(view: DisplayRows, row: TextRow) -> str:
    """What the older of two drafts says: where its paragraph went."""
    if not row.cells[0] or len(view.against) != 2:
        return ""
    relation = view.comparison.table.rows[row.table_row].relations[0]
    if relation is Relation.DELETED:
        return "Deleted"
    if relation in MOVES:
        return f"Moved to {names_in(view, row.table_row, 1)}"
    return ""


def became(view: DisplayRows, table_row: int, old: int, new: int, relation: Relation) -> str:
    """What became of the paragraphs of a row, in words; "" where only words or the number changed, or nothing."""
    if relation is Relation.INSERTED:
        return "New"
    if relation is Relation.DELETED:
        return "Deleted"
    before, after = names_in(view, table_row, old), names_in(view, table_row, new)
    if relation is Relation.SPLIT:
        return f"Split: {before} became {after}"
    if relation is Relation.MERGED:
        return f"Merged: {before} became {after}"
    if relation in MOVES:
        return f"Moved{_formerly(view, table_row, old)}" if before != after else "Moved"
    return ""


def _formerly(view: DisplayRows, table_row: int, old: int) -> str:
    """What it was called before, where it has a number."""
    cell = view.comparison.table.rows[table_row].cells[old]
    has_number = any(view.names[old][index].printed for index in cell)
    return f", was {names_in(view, table_row, old)}" if has_number else ""


def names_in(view: DisplayRows, table_row: int, column: int) -> str:
    """The names of the paragraphs of a row in a column; it has at least one there."""
    cell = view.comparison.table.rows[table_row].cells[column]
    return listed_names([view.names[column][index].full for index in cell])


def _places(view: DisplayRows, row: TextRow, column: int) -> Iterator[Line]:
    """Where a table cell stands: its words alone do not tell."""
    first = view.drafts[column].paragraphs[row.cells[column][0]]
    if first.place is not None:
        place = first.place
        yield said(f"Table {place.table + 1}, row {place.row + 1}, cell {place.column + 1}", Role.REMARK)


def _text_line(block: Block, language: str, *, is_older: bool, says_was: bool) -> Line:
    words = tuple(_words(stretch, is_older=is_older) for stretch in block.stretches)
    was = block.was if says_was and not is_older else ""
    return Line(words, Role.TEXT, _label(block), was, block.indent, language)


def _label(block: Block) -> str:
    if block.lead:
        return block.lead
    return f"OP {block.number}" if block.kind is ParagraphKind.OPERATIVE and block.number else block.number


def _words(stretch: Stretch, *, is_older: bool) -> Words:
    tint = _TINTS[stretch.sign]
    if is_older and tint is Tint.TECHNICAL:
        tint = Tint.TECHNICAL_OLD
    return Words(stretch.text, tint, stretch.marks)


def _remark(note: CellNote) -> Line:
    return said(note.text, _ROLES[note.tone])


def note_lines(view: DisplayRows, row: TextRow, column: int) -> list[Line]:
    """The footnotes of a cell, with what changed in them."""
    draft, cell, old = view.drafts[column], row.cells[column], view.against[column]
    relation = row.relations[column]
    if not cell and view.shows_both and relation is Relation.DELETED:
        gone = notes_in(view.drafts[old], row.cells[old])
        return [_whole(note, Tint.DELETED, view.drafts[old].language) for note in gone]
    own = notes_in(draft, cell)
    if old < 0 and not view.shows_both and len(view.against) == 2:
        return _older_notes(view, row, own)
    if relation is Relation.INSERTED:
        return [_whole(note, Tint.INSERTED, draft.language) for note in own]
    table_cells = view.comparison.table.rows[row.table_row].cells
    if old < 0 or relation is None or not table_cells[old]:
        return [_whole(note, Tint.PLAIN, draft.language) for note in own]
    pairs = note_pairs(view.comparison, row.table_row, old, column)
    sides = (Tint.DELETED, Tint.INSERTED) if view.shows_both else (None, Tint.INSERTED)
    return [line for pair in pairs for line in _pair_lines(pair, sides, draft.language)]


def _older_notes(view: DisplayRows, row: TextRow, own: Sequence[Note]) -> list[Line]:
    language = view.drafts[0].language
    if not view.comparison.table.rows[row.table_row].cells[1]:
        return [_whole(note, Tint.DELETED, language) for note in own]
    pairs = note_pairs(view.comparison, row.table_row, 0, 1)
    return [line for pair in pairs for line in _pair_lines(pair, (Tint.DELETED, None), language)]


def _pair_lines(pair: NotePair, sides: tuple[Tint | None, Tint | None], language: str) -> Iterator[Line]:
    """The line of a note; `sides` are the tints of what goes and what comes, None for a side that is not shown."""
    gone, come = sides
    if pair.old is None or pair.new is None:
        note, tint = (pair.new, come) if pair.new is not None else (pair.old, gone)
        if note is not None and tint is not None:
            yield _whole(note, tint, language)
        return
    shown = pair.new if come is not None else pair.old
    words = tuple(_redlined(pair.old.text, pair.new.text, pair.changes(language), gone, come))
    yield Line(words, Role.FOOTNOTE, shown.mark, language=language)


def _whole(note: Note, tint: Tint, language: str) -> Line:
    return Line((Words(_clear(note.text), tint),), Role.FOOTNOTE, note.mark, language=language)


def _redlined(old: str, new: str, changes: Iterable[Change], gone: Tint | None, come: Tint | None) -> Iterator[Words]:
    """The words of one side or of both; the older text where what comes is not shown."""
    text = old if come is None else new
    done = 0
    for change in changes:
        here = change.old if come is None else change.new
        pieces = [(text[done : here.start], Tint.PLAIN), (change.old.of(old), gone), (change.new.of(new), come)]
        yield from (Words(_clear(piece), tint) for piece, tint in pieces if piece and tint is not None)
        done = here.end
    yield Words(_clear(text[done:]))


def _clear(text: str) -> str:
    return text.replace(OBJECT, "").replace("\n", " ")
