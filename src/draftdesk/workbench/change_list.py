"""The list of changes beside the columns: one entry for each, with letter, class and a snippet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from draftdesk.model.alignment import Relation
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeClass
from draftdesk.model.paragraph import OBJECT
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.change_authors import authors_of_changes
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.display.cells import LETTERS, VERSION_LETTERS, changes_of, number_changed, strength_of
from draftdesk.workbench.display.moved_parts import moved_notes
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Letter, TextRow
from draftdesk.workbench.format_changes import format_told
from draftdesk.workbench.languages.differences import DifferenceKind
from draftdesk.workbench.languages.notes import differences_at
from draftdesk.workbench.note_changes import changed_note_pairs, note_change, note_pairs

_BLANK_NAMES = {
    "\u00a0": later("no-break blank"),
    "\t": later("tab"),
    "\n": later("line break"),
    "\u202f": later("narrow blank"),
}
_BLANKS = " \u2009" + "".join(_BLANK_NAMES)
SNIPPET = 160
"""Characters of a change that the list keeps; more does not fit into it."""


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change for the list. `row` is a text row, `column` the newer draft, `change` its ordinal, or -1.

    `change` is -1 for what has no words of its own: a move, a new number; less than that for a note (`note_change`).
    `draft` names the newer draft where there are more than two, `authors` who made the change in a file that several
    marked up (() for nobody).
    `is_repeated`: the working draft has it from a draft beside it, which has an entry of its own. `is_note`: a
    footnote of the row came, went or has other words.
    """

    row: int
    column: int
    change: int
    letter: Letter
    label: str
    change_class: ChangeClass
    before: str
    after: str
    draft: str = ""
    authors: tuple[str, ...] = ()
    is_repeated: bool = False
    is_note: bool = False

    @property
    def place(self) -> tuple[object, ...]:
        """What tells the change from others of the desk, however many drafts there are and whoever made it."""
        return self.row, self.column, self.change, self.letter, self.before, self.after


def change_entries(view: DisplayRows) -> tuple[ChangeEntry, ...]:
    """All changes in the order of the rows."""
    return tuple(entry for row in view.rows for entry in entries_of(view, row))


class EntriesByRow:
    """The changes of each row of the arrangement that was listed last; rows that are still the same keep theirs."""

    def __init__(self) -> None:
        self._rows: tuple[TextRow, ...] = ()
        self._known: list[tuple[ChangeEntry, ...]] = []

    def listed(self, view: DisplayRows) -> Iterator[ChangeEntry | None]:
        """All changes in the order of the rows, None after each row that was worked out."""
        before, known = self._rows, self._known
        self._rows, self._known = (), []
        found: list[tuple[ChangeEntry, ...]] = []
        is_like = len(before) == len(view.rows)
        for place, row in enumerate(view.rows):
            if is_like and before[place] is row:
                entries = known[place]
                yield from entries
            else:
                entries = tuple(entries_of(view, row))
                yield from entries
                yield None
            found.append(entries)
        self._rows, self._known = view.rows, found


def entries_of(view: DisplayRows, row: TextRow) -> Iterator[ChangeEntry]:
    """The changes of a row; a moved paragraph is listed where it stands now."""
    there: set[tuple[object, ...]] = set()
    has_working = view.drafts[-1].id == WORKING
    for column, old in enumerate(view.against):
        relation = row.relations[column]
        if old < 0 or relation is None:
            yield from _version_entries(view, row, column)
            continue
        draft = view.short[column] if view.shows_both else ""
        authors = authors_of_changes(view, row, column)
        is_working = has_working and column == len(view.against) - 1
        for entry in _step_entries(view, row, old, column, relation):
            told = replace(entry, authors=authors.get(entry.change, ())) if authors else entry
            told = replace(told, draft=draft) if draft else told
            made = _made(view, row, old, entry) if has_working else ()
            yield replace(told, is_repeated=True) if is_working and made in there else told
            there.add(made)


def _version_entries(view: DisplayRows, row: TextRow, column: int) -> Iterator[ChangeEntry]:
    """What differs in a version in another language, one sentence each."""
    beside = view.comparison.table.beside(column)
    if beside < 0 or not (row.cells[column] or row.cells[beside]):
        return
    for one, sentence in differences_at(view.comparison, row.table_row, column):
        letter, label = VERSION_LETTERS[one.kind], _label(view, row, beside, column)
        draft = view.short[column] if view.shows_both else ""
        before, after = one.there, one.here or ("" if one.there else sentence)
        if one.kind is DifferenceKind.ABSENT:
            before, after = _text(view, row, beside), ""
        yield ChangeEntry(row.ordinal, column, -1, letter, label, ChangeClass.TECHNICAL, before, after, draft)


def _made(view: DisplayRows, row: TextRow, old: int, entry: ChangeEntry) -> tuple[object, ...]:
    """What a change does, and to which words: the same for two drafts only where they do the very same."""
    text = view.comparison.cell_text(row.table_row, entry.column)
    told = old, entry.letter, entry.change_class, entry.before, entry.after
    if entry.change < 0 or row.relations[entry.column] in {Relation.INSERTED, Relation.DELETED}:
        return *told, entry.label, text
    change = changes_of(view, row, old, entry.column)[entry.change]
    return *told, change.old, change.new.of(text)


def _step_entries(view: DisplayRows, row: TextRow, old: int, new: int, relation: Relation) -> Iterator[ChangeEntry]:
    label = _label(view, row, old, new)
    if relation is Relation.INSERTED:
        yield ChangeEntry(
            row.ordinal, new, 0, Letter.INSERTED, label, ChangeClass.SUBSTANCE, "", _text(view, row, new)
        )
        return
    if relation is Relation.DELETED:
        yield ChangeEntry(
            row.ordinal, new, 0, Letter.DELETED, label, ChangeClass.SUBSTANCE, _text(view, row, old), ""
        )
        return
    if new in row.moves and not row.cells[new]:
        return
    if new in row.moves:
        yield ChangeEntry(row.ordinal, new, -1, Letter.MOVED, label, ChangeClass.SUBSTANCE, "", _text(view, row, new))
    for note in moved_notes(view, row, new):
        yield ChangeEntry(row.ordinal, new, -1, Letter.MOVED, label, ChangeClass.SUBSTANCE, "", note.text)
    notes = tuple(_note_entries(view, row, old, new, label))
    words = _word_entries(view, row, old, new, label)
    yield from (entry for entry in words if entry.before.strip() or entry.after.strip() or not notes)
    yield from notes
    if new not in row.moves and number_changed(view, row, old, new):
        yield ChangeEntry(row.ordinal, new, -1, Letter.NUMBER, label, ChangeClass.NUMBER, "", _text(view, row, new))


def _word_entries(view: DisplayRows, row: TextRow, old: int, new: int, label: str) -> Iterator[ChangeEntry]:
    comparison = view.comparison
    shift = strength_of(view, row, old, new)
    for k, change in enumerate(changes_of(view, row, old, new)):
        before = change.old.of(comparison.cell_text(row.table_row, old))
        after = change.new.of(comparison.cell_text(row.table_row, new))
        letter = _letter(change, before, after)
        if change.change_class is ChangeClass.FORMAT:
            before, after = "", f"{after}: {format_told(comparison, row.table_row, (old, new), change)}"
        elif change.change_class is ChangeClass.NOISE:
            before, after = named_signs(before), named_signs(after)
        if change.change_class is ChangeClass.STRENGTH and shift is not None:
            letter = Letter.STRONGER if shift.steps > 0 else Letter.WEAKER
        yield ChangeEntry(row.ordinal, new, k, letter, label, change.change_class, _snippet(before), _snippet(after))


def _note_entries(view: DisplayRows, row: TextRow, old: int, new: int, label: str) -> Iterator[ChangeEntry]:
    """A note that came, went or has other words; its mark in the text is no entry of its own."""
    pairs = note_pairs(view.comparison, row.table_row, old, new)
    for pair in changed_note_pairs(view.comparison, row.table_row, old, new):
        before, after = pair.old, pair.new
        note = after or before
        assert note is not None
        change_class, letter = ChangeClass.SUBSTANCE, Letter.INSERTED if after is not None else Letter.DELETED
        changes = pair.changes(view.drafts[new].language)
        if changes:
            change_class = min((change.change_class for change in changes), key=list(ChangeClass).index)
            letter = Letter.TECHNICAL if change_class is ChangeClass.TECHNICAL else letter
        yield ChangeEntry(
            row.ordinal,
            new,
            note_change(pairs, pair),
            letter,
            tr("{place}, footnote {mark}", place=label, mark=note.mark).rstrip(),
            change_class,
            _snippet(before.text) if before is not None else "",
            _snippet(after.text) if after is not None else "",
            is_note=True,
        )


def named_signs(words: str) -> str:
    """Blanks by their names, for nobody sees which they are; other words as they are."""
    if not words or words.strip(_BLANKS):
        return words
    names = [tr(_BLANK_NAMES.get(sign, later("blank"))) for sign in words]
    return names[0] if len(names) == 1 else tr_count("{count} blank", "{count} blanks", len(names))


def _letter(change: Change, before: str, after: str) -> Letter:
    if PARAGRAPH_BREAK in before or PARAGRAPH_BREAK in after:
        return Letter.SPLIT
    if change.change_class in LETTERS:
        return LETTERS[change.change_class]
    return Letter.INSERTED if after else Letter.DELETED


def _label(view: DisplayRows, row: TextRow, old: int, new: int) -> str:
    cells = view.comparison.table.rows[row.table_row].cells
    before, after = _named(view, old, cells[old]), _named(view, new, cells[new])
    if not before or not after or before == after:
        return before or after
    prefix = before.split(" ")[0] + " "
    return f"{before} → {after.removeprefix(prefix) if after.startswith(prefix) else after}"


def _named(view: DisplayRows, column: int, cell: Sequence[int]) -> str:
    if not cell:
        return ""
    first, *others = [view.names[column][i].full for i in cell]
    return ", ".join([first, *(name.removeprefix("OP ").removeprefix("PP ") for name in others)])


def _text(view: DisplayRows, row: TextRow, column: int) -> str:
    return _snippet(view.comparison.cell_text(row.table_row, column))


def _snippet(text: str) -> str:
    return text.replace(PARAGRAPH_BREAK, " ¶ ").replace(OBJECT, "")[:SNIPPET]
