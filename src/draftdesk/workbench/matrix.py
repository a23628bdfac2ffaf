"""The matrix of many drafts: for each row what every draft makes of the paragraph, and how much of it.

Cheap where nothing happened; words are counted when a row is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from draftdesk.model.alignment import Relation
from draftdesk.model.paragraph import OBJECT
from draftdesk.translation import later, tr, tr_count
from draftdesk.wording.tokens import TokenKind, tokens_of
from draftdesk.workbench.display.cells import changes_of, strength_of
from draftdesk.workbench.display.moved_parts import moved_parts
from draftdesk.workbench.display.notes import changes_in_notes
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.same_words import contested_words
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.languages.notes import differences_at
from draftdesk.workbench.note_changes import changed_note_pairs

_OPENING: Final = 200
"""Code points of a paragraph's beginning that a label has room for."""

_STEPS: Final = (0.0, 0.1, 0.25, 0.5)
"""Above so much of the words changed the heat is one step higher."""

_WORDS: Final = frozenset({TokenKind.WORD, TokenKind.NUMBER, TokenKind.REFERENCE})


class CellState(StrEnum):
    """What a draft makes of a paragraph of the draft that it is shown against.

    SILENT: a text that says nothing of a paragraph which the other has. ABSENT: neither of them has it here.
    BESIDE: it renders the paragraph in another language, and nothing differs that is told without comparing words.
    """

    BASE = "base"
    SAME = "same"
    EDITED = "edited"
    MOVED = "moved"
    DELETED = "deleted"
    NEW = "new"
    SILENT = "silent"
    ABSENT = "absent"
    BESIDE = "beside"


_SIGNS: Final = {
    CellState.BASE: "●",
    CellState.SAME: "=",
    CellState.MOVED: "M",
    CellState.DELETED: "D",
    CellState.NEW: "I",
    CellState.SILENT: "·",
    CellState.BESIDE: "‖",
}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """`words` came or went, `amount` is their share of all words before and after, from 0 to 1.

    `steps`: by how much the opening became stronger (more than 0) or weaker. `is_joined`: split or merged.
    `has_moved`: some of its paragraphs moved and others did not.
    """

    state: CellState
    words: int = 0
    amount: float = 0.0
    steps: int = 0
    is_joined: bool = False
    has_moved: bool = False

    @property
    def sign(self) -> str:
        """What is written in the cell; it tells without colour all that the colour repeats."""
        words = str(self.words) if self.words else ""
        if self.state is CellState.EDITED:
            strength = "▲" if self.steps > 0 else "▼" if self.steps < 0 else ""
            pieces = ("M" if self.has_moved else "", "S" if self.is_joined else "", strength, words)
            return " ".join(filter(None, pieces)) or "~"
        if self.state is CellState.MOVED and (words or self.is_joined):
            return " ".join(filter(None, ("M", "S" if self.is_joined else "", words)))
        return _SIGNS.get(self.state, "")

    @property
    def heat(self) -> int:
        """How hot an edited cell is, in four steps; 0 for all others."""
        if self.state is not CellState.EDITED:
            return 0
        return max(1, sum(self.amount > step for step in _STEPS))


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: the name and the beginning of its paragraph, a cell for each draft.

    `contested` counts the drafts that change the same words, each in its own way; 0 where none do.
    """

    ordinal: int
    label: str
    opening: str
    level: int
    cells: tuple[MatrixCell, ...]
    contested: int = 0


_PLAIN: Final = {state: MatrixCell(state) for state in CellState}


def matrix_row(view: DisplayRows, row: TextRow) -> MatrixRow:
    """The row of the matrix for a text row, its words counted."""
    cells = tuple(_cell(view, row, column) for column in range(len(row.cells)))
    label, opening = label_of(view, row)
    touching = {column for one in contested_words(view, row) for column in one.columns}
    return MatrixRow(row.ordinal, label, opening, row.level, cells, len(touching))


def label_of(view: DisplayRows, row: TextRow) -> tuple[str, str]:
    """Name and beginning of a row's paragraph, as the base has it, else as the first draft that has it here."""
    column = next((c for c, cell in enumerate(row.cells) if cell), 0)
    if not row.cells[column]:
        return "", ""
    index = row.cells[column][0]
    name = view.names[column][index]
    said = "{words}" if column == 0 or len(view.short) == 1 else tr("New: {words}")
    if column and len(view.short) > 1 and any(partner >= 0 for partner in row.partner):
        said = tr("Moved here: {words}")
    text = view.drafts[column].paragraphs[index].text.replace(OBJECT, "")
    words = " ".join(text[:_OPENING].split()) + ("…" if len(text) > _OPENING else "")
    return name.lead if row.level else name.full, said.format(words=words)


def state_of(view: DisplayRows, row: TextRow, column: int) -> CellState:
    """What a draft makes of a paragraph, without counting words; EDITED where it may show none."""
    old, relation = view.against[column], row.relations[column]
    if view.comparison.table.beside(column) >= 0:
        return _state_of_version(view, row, column)
    if old < 0:
        return CellState.BASE if row.cells[column] else CellState.ABSENT
    if relation is None:
        if row.cells[column]:
            return CellState.SAME
        is_silent = bool(row.cells[old]) and row.partner[column] < 0
        return CellState.SILENT if is_silent else CellState.ABSENT
    if column in row.moves:
        return CellState.MOVED
    return {
        Relation.INSERTED: CellState.NEW,
        Relation.DELETED: CellState.DELETED,
    }.get(relation, CellState.SAME if _has_same_words(view, row, old, column) else CellState.EDITED)


def _state_of_version(view: DisplayRows, row: TextRow, column: int) -> CellState:
    """Of a draft in another language: words are not compared."""
    beside = view.comparison.table.beside(column)
    if not row.cells[column]:
        return CellState.DELETED if row.cells[beside] else CellState.ABSENT
    if not row.cells[beside]:
        return CellState.NEW
    is_other = bool(differences_at(view.comparison, row.table_row, column))
    return CellState.EDITED if is_other else CellState.BESIDE


def _has_same_words(view: DisplayRows, row: TextRow, old: int, new: int) -> bool:
    """Whether nothing can have changed, by texts only."""
    comparison = view.comparison
    cells = comparison.table.rows[row.table_row].cells
    if len(cells[old]) != len(cells[new]) or moved_parts(view, row, new):
        return False
    before, after = comparison.drafts[old].paragraphs, comparison.drafts[new].paragraphs
    if any(before[i].text != after[k].text for i, k in zip(cells[old], cells[new], strict=True)):
        return False
    return not changed_note_pairs(comparison, row.table_row, old, new)


def _cell(view: DisplayRows, row: TextRow, column: int) -> MatrixCell:
    state = state_of(view, row, column)
    if state not in {CellState.EDITED, CellState.MOVED} or view.against[column] < 0:
        return _PLAIN[state]
    old = view.against[column]
    words, all_words = _counted(view, row, old, column)
    is_joined = row.relations[column] in {Relation.SPLIT, Relation.MERGED}
    if state is CellState.MOVED:
        return (
            MatrixCell(state, words, words / all_words, is_joined=is_joined) if words or is_joined else _PLAIN[state]
        )
    changes = changes_of(view, row, old, column)
    has_moved = bool(moved_parts(view, row, column))
    if (
        not changes
        and not is_joined
        and not has_moved
        and not changed_note_pairs(view.comparison, row.table_row, old, column)
    ):
        return _PLAIN[CellState.SAME]
    shift = strength_of(view, row, old, column)
    return MatrixCell(state, words, min(1.0, words / all_words), shift.steps if shift else 0, is_joined, has_moved)


def _counted(view: DisplayRows, row: TextRow, old: int, new: int) -> tuple[int, int]:
    """The words that came or went, those of notes too, and all words before and after (at least one)."""
    before = view.comparison.cell_text(row.table_row, old)
    after = view.comparison.cell_text(row.table_row, new)
    words = sum(
        count_words(change.old.of(before)) + count_words(change.new.of(after))
        for change in changes_of(view, row, old, new)
    )
    if view.drafts[old].notes or view.drafts[new].notes:
        words += len(tuple(changes_in_notes(view, row, old, new)))
    return words, max(1, count_words(before) + count_words(after), words)


@lru_cache(maxsize=2048)
def count_words(text: str) -> int:
    """Words, numbers, citations and Chinese characters; no marks and blanks."""
    return sum(token.kind in _WORDS or text[token.start : token.end].isalpha() for token in tokens_of(text))


_TOLD: Final = 4
"""Changes of a cell that are told; the sheet tells all."""

_SAID: Final = {
    CellState.BASE: later("the base"),
    CellState.SAME: later("unchanged"),
    CellState.MOVED: later("moved"),
    CellState.DELETED: later("deleted"),
    CellState.NEW: later("new"),
    CellState.SILENT: later("silent"),
    CellState.ABSENT: later("not in this draft"),
    CellState.BESIDE: later("in another language, no difference told"),
}


def said_of(view: DisplayRows, row: MatrixRow, column: int) -> str:
    """A cell in words, for a screen reader and for a pointer that rests on it: what matters first, then the words."""
    cell = row.cells[column]
    words = tr_count("{count} word changed", "{count} words changed", cell.words) if cell.words else ""
    own = tr(_SAID.get(cell.state, "" if words else later("marks or notes changed")))
    strength = tr("stronger") if cell.steps > 0 else tr("weaker") if cell.steps < 0 else ""
    joined = tr("split or merged") if cell.is_joined else ""
    moved = tr("a part moved") if cell.has_moved else ""
    said = ", ".join(filter(None, (own, moved, joined, words, strength)))
    same = " " + tr("{count} drafts change the same words.", count=row.contested) if row.contested else ""
    changed = "".join(f" {one};" for one in _changed_words(view, row, column))
    opening = f" {row.opening}" if row.label else ""
    place = row.label or row.opening or tr("paragraph")
    return f"{view.short[column]}, {place}: {said}.{same}{changed}{opening}"


def _changed_words(view: DisplayRows, row: MatrixRow, column: int) -> Iterator[str]:
    """The first changes of a cell: "deleted: Urges", "inserted: Invites"."""
    old, own = view.against[column], view.rows[row.ordinal]
    if row.cells[column].state not in {CellState.EDITED, CellState.MOVED} or old < 0:
        return
    before, after = (view.comparison.cell_text(own.table_row, one) for one in (old, column))
    for change in changes_of(view, own, old, column)[:_TOLD]:
        for what, words in ((tr("deleted"), change.old.of(before)), (tr("inserted"), change.new.of(after))):
            if words.strip():
                yield f"{what}: {' '.join(words.split())}"


def changed_rows(view: DisplayRows, rows: Sequence[MatrixRow]) -> tuple[int, ...]:
    """For each draft how many paragraphs it does not leave as they are; a moved one counts where it stands now."""
    quiet = {CellState.BASE, CellState.SAME, CellState.SILENT, CellState.ABSENT, CellState.BESIDE}
    counts = [0] * len(view.short)
    for row in rows:
        here = view.rows[row.ordinal].cells
        for column, cell in enumerate(row.cells):
            left = cell.state is CellState.MOVED and not here[column]
            counts[column] += cell.state not in quiet and not left
    return tuple(counts)
