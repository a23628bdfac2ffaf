"""The cells of the columns view as lines for paper: what became of a paragraph, its words, its footnotes."""

from __future__ import annotations

from typing import Final

from draftdesk.exporting.printed.values import Cell, Line, Role, Tint, Words, said
from draftdesk.model.alignment import MOVES, Relation
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Block, CellNote, Sign, Stretch, TextRow, Tone
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
    Sign.SMALL: Tint.TECHNICAL,
}
_STRENGTH: Final = ("▲", "▼")
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
    language = view.drafts[speaking].language
    is_older = view.against[column] < 0
    lines += [_text_line(block, language, is_older=is_older, says_was=not status) for block in content.blocks]
    lines += [said(note.text, _ROLES[note.tone]) for note in content.notes if is_for_readers(note)]
    return Cell(tuple(lines))


def _status(view: DisplayRows, row: TextRow, column: int) -> str:
    """What became of the paragraphs on the way to this column; in a comparison of two also what becomes of them."""
    relation, old = row.relations[column], view.against[column]
    if old < 0 or relation is None:
        return _farewell(view, row) if column == 0 and not view.shows_both and 0 in view.against else ""
    if not row.cells[column]:
        is_struck = view.shows_both and relation is Relation.DELETED and bool(row.cells[old])
        return tr("Deleted") + _formerly(view, row.table_row, old) if is_struck else ""
    return became(view, row.table_row, old, column, relation)


def _farewell(view: DisplayRows, row: TextRow) -> str:
    """What the older of two drafts says: where its paragraph went."""
    if not row.cells[0] or len(view.against) != 2:
        return ""
    relation = view.comparison.table.rows[row.table_row].relations[0]
    if relation is Relation.DELETED:
        return tr("Deleted")
    if 1 in row.moves:
        return tr("Moved to {place}", place=names_in(view, row.table_row, 1))
    return ""


def became(view: DisplayRows, table_row: int, old: int, new: int, relation: Relation) -> str:
    """What became of the paragraphs of a row, in words; "" where only words or the number changed, or nothing."""
    if relation is Relation.INSERTED:
        return tr("New")
    if relation is Relation.DELETED:
        return tr("Deleted")
    before, after = names_in(view, table_row, old), names_in(view, table_row, new)
    if relation is Relation.SPLIT:
        return tr("Split: {before} became {after}", before=before, after=after)
    if relation is Relation.MERGED:
        return tr("Merged: {before} became {after}", before=before, after=after)
    if relation in MOVES:
        return tr("Moved") + _formerly(view, table_row, old) if before != after else tr("Moved")
    return ""


def _formerly(view: DisplayRows, table_row: int, old: int) -> str:
    """What it was called before, where it has a number."""
    cell = view.comparison.table.rows[table_row].cells[old]
    has_number = any(view.names[old][index].printed for index in cell)
    return tr(", was {name}", name=names_in(view, table_row, old)) if has_number else ""


def names_in(view: DisplayRows, table_row: int, column: int) -> str:
    """The names of the paragraphs of a row in a column; it has at least one there."""
    cell = view.comparison.table.rows[table_row].cells[column]
    return listed_names([view.names[column][index].full for index in cell])


def _text_line(block: Block, language: str, *, is_older: bool, says_was: bool) -> Line:
    words = tuple(_words(stretch, is_older=is_older) for stretch in block.stretches)
    if block.kind is ParagraphKind.FOOTNOTE:
        return Line(words, Role.FOOTNOTE, block.lead, language=language)
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


def is_for_readers(note: CellNote) -> bool:
    """Whether a remark tells of a change; others are for whoever writes the working draft, and stay on the desk."""
    return note.text.startswith(_STRENGTH)
