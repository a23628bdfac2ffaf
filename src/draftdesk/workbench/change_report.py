"""The change report: what changed from draft to draft, what matters most first, with both wordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.exporting.printed.values import Block, Cell, Heading, Line, Printed, Role, Row, Table, said
from draftdesk.model.alignment import MOVES, AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.change import ChangeClass
from draftdesk.translation import figure, later, tr, tr_count
from draftdesk.workbench.comments_beside import CommentBeside, all_comments
from draftdesk.workbench.comparison_table import column_titles, document_title, lead_of
from draftdesk.workbench.decided_rows import NOTHING_DECIDED, Decided
from draftdesk.workbench.display.cells import cell_content, number_changed
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import Section, TextRow, Tone
from draftdesk.workbench.languages.compared import languages_of
from draftdesk.workbench.languages.report import table_of
from draftdesk.workbench.note_changes import has_changed_notes
from draftdesk.workbench.paragraph_names import listed_names
from draftdesk.workbench.printed_cells import is_for_readers, names_in, printed_cell


class Kind(StrEnum):
    """What a report tells apart, what matters most first."""

    SUBSTANCE = later("Changes of substance")
    STRENGTH = later("Stronger and weaker verbs")
    NEW = later("New paragraphs")
    DELETED = later("Deleted paragraphs")
    MOVED = later("Moved, split and merged paragraphs")
    FRONT = later("Front page")
    NOTES = later("Footnotes changed")
    TECHNICAL = later("References and dates updated")
    EDITORIAL = later("Editorial changes")
    SMALL = later("Small differences")
    NUMBER = later("Only renumbered")
    NONE = later("Unchanged")


_OF_CLASS: Final = {
    ChangeClass.SUBSTANCE: Kind.SUBSTANCE,
    ChangeClass.STRENGTH: Kind.STRENGTH,
    ChangeClass.TECHNICAL: Kind.TECHNICAL,
    ChangeClass.EDITORIAL: Kind.EDITORIAL,
    ChangeClass.NUMBER: Kind.NUMBER,
    ChangeClass.FORMAT: Kind.EDITORIAL,
}
_REGROUPED: Final = (*MOVES, Relation.SPLIT, Relation.MERGED)
_IN_WORDS_ONLY: Final = (Kind.SMALL, Kind.NUMBER, Kind.NONE)
_COUNTED: Final = {
    Kind.SUBSTANCE: later("{count} reworded in substance"),
    Kind.STRENGTH: later("{count} with another verb only"),
    Kind.NEW: later("{count} new"),
    Kind.DELETED: later("{count} deleted"),
    Kind.MOVED: later("{count} moved, split or merged"),
    Kind.FRONT: later("{count} on the front page"),
    Kind.NOTES: later("{count} with a changed footnote only"),
    Kind.TECHNICAL: later("{count} with updated references or dates only"),
    Kind.EDITORIAL: later("{count} with editorial changes only"),
    Kind.SMALL: later("{count} with small differences only"),
    Kind.NUMBER: later("{count} only renumbered"),
    Kind.NONE: later("{count} unchanged"),
}


def change_report(comparison: Comparison, remarks: Sequence[str] = (), own: Decided = NOTHING_DECIDED) -> Printed:
    """The report; a part for each step where there are more than two drafts.

    `own`: what was decided on the desk, of which the report tells the user's comments.
    """
    titles = column_titles(comparison.drafts)
    steps = comparison.table.steps()
    if not steps and comparison.table.versions:
        return table_of(languages_of(comparison.drafts))
    views = [arrange(pair_of(comparison, step), folds=False) for step in range(len(steps))]
    blocks: list[Block] = []
    for (old, new), view in zip(steps, views, strict=True):
        if len(steps) > 1:
            blocks.append(Heading(f"{titles[old]} → {titles[new]}", 1))
        blocks += _step(view, (titles[old], titles[new]))
    blocks += _comments(comparison)
    blocks += _own_comments(comparison, own)
    return Printed(
        tr("What changed: {title}", title=document_title(comparison.drafts)),
        lead_of(views[-1], remarks),
        tuple(blocks),
    )


def _comments(comparison: Comparison) -> Iterator[Block]:
    """Comments that came with the files, each beside what it stands at."""
    comments = all_comments(arrange(comparison, folds=False))
    if not comments:
        return
    rows = [
        Row((Cell((said(f"{one.draft}, {one.paragraph or tr('outside the text')}"),)), Cell(tuple(_remark(one)))))
        for one in comments
    ]
    yield from _told_beside(tr("Comments in the files"), rows, len(comparison.drafts))


def _own_comments(comparison: Comparison, own: Decided) -> Iterator[Block]:
    """The user's comments that were chosen to go along, each with its paragraphs and the words that it is about."""
    if not own.private_notes:
        return
    view = arrange(comparison, folds=False)
    found: dict[int, Row] = {}
    for line in view.rows:
        column = max(c for c, cell in enumerate(line.cells) if cell)
        for note in own.notes(line.identity):
            about = [said(f"“{note.about}”")] if note.about else []
            text = [said(words, Role.TEXT) for words in note.text.splitlines()]
            where = said(names_in(view, line.table_row, column))
            found.setdefault(id(note), Row((Cell((where,)), Cell((*about, *text)))))
    yield from _told_beside(tr("Comments of this desk"), list(found.values()), len(comparison.drafts))


def _told_beside(title: str, rows: Sequence[Row], drafts: int) -> Iterator[Block]:
    """Comments under a heading that counts them, each beside its place."""
    yield Heading(f"{title} ({len(rows)})", 1 if drafts > 2 else 2)
    head = tuple(Cell((said(name, Role.NAME),)) for name in (tr("Where"), tr("Comment")))
    yield Table(head, tuple(rows), weights=(1, 3))


def _remark(comment: CommentBeside) -> Iterator[Line]:
    yield said(comment.by)
    yield from (said(line, Role.TEXT) for line in comment.text.splitlines())


def pair_of(comparison: Comparison, step: int) -> Comparison:
    """The two drafts of a step alone, paired as they are in the whole table."""
    old, new = comparison.table.steps()[step]
    rows = tuple(
        AlignmentRow(
            (row.cells[old], row.cells[new]),
            (row.relations[step],),
            row.confidence,
            row.pinned,
            (row.moved_in(step),) if row.moved_in(step) else (),
        )
        for row in comparison.table.rows
        if row.cells[old] or row.cells[new]
    )
    return compare((comparison.drafts[old], comparison.drafts[new]), AlignmentTable(Shape.PAIR, 2, rows))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row with both of its sides at one place."""

    row: TextRow
    kind: Kind


def _step(view: DisplayRows, titles: tuple[str, str]) -> Iterator[Block]:
    entries = list(_entries(view))
    yield from _summary(view, entries)
    for kind in Kind:
        found = [entry.row for entry in entries if entry.kind is kind]
        if not found or kind in _IN_WORDS_ONLY:
            continue
        yield Heading(f"{tr(kind.value)} ({len(found)})", 2)
        if kind is Kind.NEW:
            yield from (line for row in found for line in _whole(view, row, 1))
        elif kind is Kind.DELETED:
            yield from (line for row in found for line in _whole(view, row, 0))
        else:
            yield _both(view, found, titles)


def _entries(view: DisplayRows) -> Iterator[_Entry]:
    """Every row of the table once, where it stands in the newer draft, else in the older."""
    for line in view.rows:
        cells = view.comparison.table.rows[line.table_row].cells
        if cells[1] and not line.cells[1]:
            continue
        row = replace(line, cells=cells, partner=(-1, -1))
        yield _Entry(row, _kind(view, row))


def _kind(view: DisplayRows, row: TextRow) -> Kind:
    relation = view.comparison.table.rows[row.table_row].relations[0]
    if row.section is Section.FRONT:
        return Kind.FRONT if row.is_changed else Kind.NONE
    if relation is Relation.INSERTED:
        return Kind.NEW
    if relation is Relation.DELETED:
        return Kind.DELETED
    gravest = view.comparison.gravity(row.table_row, 0, 1)
    of_words = _OF_CLASS.get(gravest) if gravest is not None else None
    if of_words in (Kind.SUBSTANCE, Kind.STRENGTH):
        return of_words
    if relation in _REGROUPED or view.comparison.table.rows[row.table_row].moved:
        return Kind.MOVED
    if has_changed_notes(view.comparison, row.table_row, 0, 1):
        return Kind.NOTES
    return of_words or _quiet_kind(view, row)


def _quiet_kind(view: DisplayRows, row: TextRow) -> Kind:
    """Of a row in which no words changed."""
    if number_changed(view, row, 0, 1):
        return Kind.NUMBER
    return Kind.SMALL if row.differs_slightly else Kind.NONE


def _summary(view: DisplayRows, entries: Sequence[_Entry]) -> Iterator[Line]:
    """How many of each, then every verb that became stronger or weaker."""
    counts = {kind: sum(entry.kind is kind for entry in entries) for kind in Kind}
    told = [tr_count(_COUNTED[kind], _COUNTED[kind], count) for kind, count in counts.items() if count]
    whole = tr("Of {total} paragraphs and lines: {counts}.", total=figure(len(entries)), counts=", ".join(told))
    yield said(whole, Role.TEXT)
    slightly = [names_in(view, entry.row.table_row, 1) for entry in entries if entry.kind is Kind.SMALL]
    if slightly:
        names = listed_names(slightly)
        yield said(
            tr("Only blanks, quotes, hyphens or how words are set differ in: {names}.", names=names), Role.TEXT
        )
    for entry in entries:
        for note in cell_content(view, entry.row, 1).notes:
            if is_for_readers(note):
                name = names_in(view, entry.row.table_row, 1)
                sign, _, words = note.text.partition(" ")
                role = Role.STRONGER if note.tone is Tone.STRONGER else Role.WEAKER
                yield said(f"{sign} {name}: {words}", role)


def _whole(view: DisplayRows, row: TextRow, column: int) -> Iterable[Line]:
    """The lines of a paragraph that only one draft has; the heading has said so already."""
    return (line for line in printed_cell(view, row, column).lines if line.role is not Role.STATUS)


def _both(view: DisplayRows, rows: Iterable[TextRow], titles: tuple[str, str]) -> Table:
    """Both wordings side by side."""
    return Table(
        head=tuple(Cell((said(title, Role.NAME),)) for title in titles),
        rows=tuple(Row((printed_cell(view, row, 0), printed_cell(view, row, 1))) for row in rows),
        weights=(1, 1),
        right_to_left=all(draft.is_right_to_left for draft in view.drafts),
    )
