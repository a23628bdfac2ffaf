"""The concordance: which paragraph became which, by number, with the first words of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.exporting.printed.values import Cell, Line, Printed, Role, Row, RowKind, Sheet, Table, Words, said
from draftdesk.model.alignment import MOVES, Relation
from draftdesk.model.change import ChangeClass
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from draftdesk.translation import later, tr
from draftdesk.workbench.comparison_table import column_titles, document_title, subject
from draftdesk.workbench.display.cells import number_changed, strength_of
from draftdesk.workbench.display.moved_parts import moved_notes
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import Section, TextRow
from draftdesk.workbench.note_changes import has_changed_notes
from draftdesk.workbench.printed_cells import names_in

_UPRIGHT: Final = 3
_LONG: Final = 5
_FIRST_WORDS: Final = 6
_FIRST_SIGNS: Final = 18
_UNSPACED: Final = frozenset({"zh"})
_NOT_LISTED: Final = frozenset({ParagraphKind.CELL, ParagraphKind.MEETING_LINE})
_OF_RELATION: Final = {
    Relation.INSERTED: later("new"),
    Relation.DELETED: later("deleted"),
    Relation.SPLIT: later("split"),
    Relation.MERGED: later("merged"),
    Relation.MOVED: later("moved"),
    Relation.MOVED_EDITED: later("moved"),
}
_OF_CLASS: Final = {
    ChangeClass.SUBSTANCE: later("reworded"),
    ChangeClass.STRENGTH: later("verb changed"),
    ChangeClass.TECHNICAL: later("references or dates updated"),
    ChangeClass.EDITORIAL: later("edited"),
    ChangeClass.NUMBER: later("renumbered"),
}


def concordance(comparison: Comparison, remarks: Sequence[str] = ()) -> Printed:
    """A row for each paragraph of the preamble, the operative part and the annexes; tables are left out."""
    view = arrange(comparison, folds=False)
    titles = column_titles(view.drafts)
    steps = comparison.table.steps()
    became = [tr("What became of it")] if len(steps) == 1 else [tr("In {name}", name=titles[new]) for _, new in steps]
    head = [*titles, *became, tr("Begins")]
    table = Table(
        head=tuple(Cell((said(name, Role.NAME),)) for name in head),
        rows=tuple(_rows(view)),
        weights=(*(4 for _ in titles), *(6 for _ in steps), 12),
    )
    lead = (*subject(view.drafts), *(said(remark) for remark in remarks))
    sheet = Sheet.UPRIGHT if len(titles) <= _UPRIGHT else Sheet.LONG if len(titles) <= _LONG else Sheet.LARGE
    return Printed(tr("Concordance: {title}", title=document_title(view.drafts)), lead, (table,), sheet, 9)


def _rows(view: DisplayRows) -> Iterator[Row]:
    """Each row of the table once, in the order of the view; a head for each part."""
    done: set[int] = set()
    section = Section.FRONT
    for line in view.items:
        if not isinstance(line, TextRow):
            continue
        if line.table_row in done or line.section is Section.FRONT or not _is_listed(view, line):
            continue
        done.add(line.table_row)
        if line.section is not section:
            section = line.section
            yield Row((Cell((said(tr(_PARTS[section]), Role.NAME),)),), RowKind.SECTION)
        yield _row(view, line)


_PARTS: Final = {
    Section.PREAMBLE: later("Preamble"),
    Section.OPERATIVE: later("Operative part"),
    Section.ANNEX: later("Annex"),
}


def _is_listed(view: DisplayRows, row: TextRow) -> bool:
    return any(
        view.drafts[column].paragraphs[index].kind not in _NOT_LISTED
        for column, cell in enumerate(row.cells)
        for index in cell
    )


def _row(view: DisplayRows, row: TextRow) -> Row:
    cells = view.comparison.table.rows[row.table_row].cells
    numbers = [
        Cell((said(names_in(view, row.table_row, column), Role.TEXT),) if cell else ())
        for column, cell in enumerate(cells)
    ]
    words = [
        Cell((said(text, Role.STATUS if text != tr("unchanged") else Role.REMARK),) if text else ())
        for text in (step_words(view, row, step) for step in range(len(view.comparison.table.steps())))
    ]
    return Row((*numbers, *words, Cell((_begins(view, row),))))


def step_words(view: DisplayRows, row: TextRow, step: int) -> str:
    """What became of a row in a step: "unchanged", "renumbered", "moved, reworded"; "" where it is in neither."""
    relation = view.comparison.table.rows[row.table_row].relations[step]
    old, new = view.comparison.table.steps()[step]
    if relation is None:
        return ""
    if relation in (Relation.INSERTED, Relation.DELETED):
        return tr(_OF_RELATION[relation])
    said_of_it = [tr(_OF_RELATION[relation])] if relation in _OF_RELATION else []
    said_of_it += [note.text for note in moved_notes(view, row, new)]
    if relation not in MOVES and new in row.moves:
        said_of_it.insert(0, tr(_OF_RELATION[Relation.MOVED]))
    gravest = view.comparison.gravity(row.table_row, old, new)
    if gravest in _OF_CLASS:
        said_of_it.append(tr(_OF_CLASS[gravest]))
    shift = strength_of(view, row, old, new)
    if shift is not None:
        said_of_it.append(tr("stronger verb") if shift.steps > 0 else tr("weaker verb"))
        said_of_it = [each for each in said_of_it if each != tr(_OF_CLASS[ChangeClass.STRENGTH])]
    if has_changed_notes(view.comparison, row.table_row, old, new):
        said_of_it.append(tr("footnote changed"))
    if not said_of_it:
        return tr("renumbered") if number_changed(view, row, old, new) else tr("unchanged")
    return ", ".join(said_of_it)


def _begins(view: DisplayRows, row: TextRow) -> Line:
    """The first words in the newest draft that has the paragraph."""
    cells = view.comparison.table.rows[row.table_row].cells
    column = max(column for column, cell in enumerate(cells) if cell)
    draft = view.drafts[column]
    text = " ".join(draft.paragraphs[cells[column][0]].text.replace(OBJECT, "").split())
    first = text[:_FIRST_SIGNS] if draft.language in _UNSPACED else " ".join(text.split(" ")[:_FIRST_WORDS])
    more = "" if first == text else " …"
    return Line((Words(first.rstrip(",;:، ") + more),), Role.TEXT, language=draft.language)
