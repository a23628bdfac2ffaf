"""The text rows of a comparison in reading order: every row of its table, one of a moved paragraph at each place.

Cheap by design: relations are looked at and texts compared, but no changes of words are worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind
from draftdesk.model.value import value
from draftdesk.workbench.display.known import NOTHING_KNOWN, KnownRows
from draftdesk.workbench.display.values import Section, TextRow
from draftdesk.workbench.languages.notes import has_differences
from draftdesk.workbench.lost_references import lost_places
from draftdesk.workbench.note_changes import has_changed_notes
from draftdesk.workbench.paragraph_names import ParagraphName
from draftdesk.workbench.shown_changes import has_small_differences, lacks_notes, shows_changes

_QUIET = frozenset({Relation.UNCHANGED})
_QUIET_WITHOUT_NOTES = _QUIET | {Relation.EDITED}
"""Where a draft has no notes at all, a row is edited also where only a note mark is not in it."""

_ORDER = tuple(Section)
_STARTS = {
    ParagraphKind.PREAMBULAR: Section.PREAMBLE,
    ParagraphKind.OPERATIVE: Section.OPERATIVE,
    ParagraphKind.ANNEX_TITLE: Section.ANNEX,
}


def quiet_relations(comparison: Comparison) -> AbstractSet[Relation]:
    """What a step may say of a row that shows nothing, the texts looked at."""
    return _QUIET_WITHOUT_NOTES if lacks_notes(comparison.drafts) else _QUIET


def against_of(comparison: Comparison) -> tuple[int, ...]:
    """For each column the one that it is compared with, -1 for the base."""
    against = [-1] * comparison.table.columns
    for old, new in comparison.table.steps():
        against[new] = old
    return tuple(against)


def text_rows(
    comparison: Comparison,
    against: tuple[int, ...],
    names: Sequence[Sequence[ParagraphName]],
    *,
    small: bool,
    known: KnownRows = NOTHING_KNOWN,
) -> tuple[TextRow, ...]:
    """All rows; `names` are those of the paragraphs of each column, `known` what was told before an edit."""
    parts = _in_reading_order(comparison, _parts(comparison, against))
    shares = Counter([part.table_row for part in parts])
    divided = {row for row, count in shares.items() if count > 1}
    place = {(p.table_row, column): i for i, p in enumerate(parts) if p.table_row in divided for column in p.columns}
    tell = _Telling(comparison, against, names, small=small, known=known)
    rows: list[TextRow] = []
    section = Section.FRONT
    for ordinal, part in enumerate(parts):
        row = tell.as_before(ordinal, part) or tell.row(
            ordinal, part, section, place if part.table_row in divided else {}
        )
        section = row.section
        rows.append(row)
    return tuple([known.very(row) if row.is_kept else row for row in with_context(tuple(rows))])


class _Telling:
    """Tells of each part of a row what stands there and what became of it."""

    def __init__(
        self,
        comparison: Comparison,
        against: tuple[int, ...],
        names: Sequence[Sequence[ParagraphName]],
        *,
        small: bool,
        known: KnownRows,
    ) -> None:
        self._comparison, self._against, self._names = comparison, against, names
        self._small, self._known = small, known
        self._lost = lost_places(comparison.drafts)
        self._quiet = quiet_relations(comparison)
        self._nowhere = (-1,) * comparison.table.columns

    def as_before(self, ordinal: int, part: _Part) -> TextRow | None:
        """The very row of before, where it shows the same at the same place; what is kept for others is found out."""
        earlier = self._known.as_before(ordinal, part.table_row) if not self._lost else None
        return earlier if earlier is not None and not earlier.is_kept else None

    def row(self, ordinal: int, part: _Part, section: Section, place: Mapping[tuple[int, int], int]) -> TextRow:
        """The row after one of a section; `place` has the other places of a row that stands at several."""
        number, comparison = part.table_row, self._comparison
        row, earlier = comparison.table.rows[number], self._known.row(number)
        cells, partner = row.cells, self._nowhere
        if place:
            cells = tuple(cell if c in part.columns else () for c, cell in enumerate(row.cells))
            partner = tuple(
                place.get((number, c), -1) if cell and c not in part.columns else -1
                for c, cell in enumerate(row.cells)
            )
        section = _section(comparison, cells, section)
        renumbered = _is_renumbered(row, self._against, self._names)
        lost = bool(self._lost) and any((c, i) in self._lost for c, cell in enumerate(cells) for i in cell)
        changed, slightly = self._changed(number, earlier)
        if earlier is not None and not row.has_moves:  # the very identity of before, by which the row is known again
            level, identity, relations, moves = earlier.level, earlier.identity, earlier.relations, earlier.moves
        else:
            level, relations = _level(comparison, cells), relations_of(comparison, row, part.columns)
            identity = tuple([comparison.drafts[c].paragraphs[i].id for c, cell in enumerate(cells) for i in cell])
            moves = _moves_at(comparison.table, row, part.columns)
        return TextRow(
            *(ordinal, number, cells, relations, partner, section, level, changed, renumbered, identity, lost),
            *(moves, slightly),
        )

    def _changed(self, number: int, earlier: TextRow | None) -> tuple[bool, bool]:
        """Whether a row changed, and whether one that did not differs slightly."""
        if earlier is not None:
            return earlier.is_changed, earlier.differs_slightly
        changed = is_changed(self._comparison, number, self._against, self._quiet, small=self._small)
        return changed, not changed and differs_slightly(self._comparison, number, self._against)


@value
class _Part:
    """The columns of a table row that stand at one place."""

    table_row: int
    columns: tuple[int, ...]


def _parts(comparison: Comparison, against: tuple[int, ...]) -> list[list[_Part]]:
    """For each table row its places; the first is where the row stands in the table."""
    stands = _neighbours(comparison)
    every: list[list[_Part]] = []
    for number, row in enumerate(comparison.table.rows):
        if not row.has_moves:
            columns = tuple([column for column, cell in enumerate(row.cells) if cell])
            every.append([_Part(number, columns)] if columns else [])
            continue
        groups: list[list[int]] = []
        group_of: dict[int, list[int]] = {}
        moved_to: list[tuple[int, list[int]]] = []
        moves = moves_of(comparison.table, row)
        for column, cell in enumerate(row.cells):
            if not cell:
                continue
            moved = column in moves
            known = group_of.get(against[column]) if not moved else None
            if known is None and not moved and groups:
                known = groups[-1]
            if moved:
                known = next((group for first, group in moved_to if stands(first, row) & stands(column, row)), None)
            if known is None:
                known = []
                groups.append(known)
                moved_to += [(column, known)] if moved else []
            known.append(column)
            group_of[column] = known
        every.append([_Part(number, tuple(group)) for group in groups])
    return every


def _neighbours(comparison: Comparison) -> Callable[[int, AlignmentRow], frozenset[tuple[str, int]]]:
    """Tells between which rows a paragraph stands in a column; drafts that moved it alike share one place."""

    @cache
    def row_of() -> dict[tuple[int, int], int]:
        rows = enumerate(comparison.table.rows)
        return {(column, i): n for n, row in rows for column, cell in enumerate(row.cells) for i in cell}

    def stands(column: int, row: AlignmentRow) -> frozenset[tuple[str, int]]:
        places = row_of()
        first, last, end = row.cells[column][0], row.cells[column][-1], len(comparison.drafts[column].paragraphs)
        ways = {"after": range(first - 1, -1, -1), "before": range(last + 1, end)}
        found = {
            way: next((places[column, i] for i in way_on if (column, i) in places), -1)
            for way, way_on in ways.items()
        }
        return frozenset(found.items())

    return stands


def _in_reading_order(comparison: Comparison, parts: list[list[_Part]]) -> list[_Part]:
    """All parts; a later place of a moved row follows the paragraph before it in its own draft."""
    if all(len(group) < 2 for group in parts):
        return [part for group in parts for part in group]
    after: dict[_Part, list[_Part]] = {}
    owner: dict[tuple[int, int], _Part] = {}
    loose: list[tuple[int, int, _Part]] = []
    for group in parts:
        for k, part in enumerate(group):
            cells = comparison.table.rows[part.table_row].cells
            for column in part.columns:
                owner.update({(column, i): part for i in cells[column]})
            if k:
                loose.append((part.columns[0], min(cells[part.columns[0]]), part))
    first: list[_Part] = []
    for column, index, part in sorted(loose, key=lambda item: item[:2]):
        before = next((owner[column, i] for i in range(index - 1, -1, -1) if (column, i) in owner), None)
        (after.setdefault(before, []) if before is not None else first).append(part)
    ordered: list[_Part] = []
    stack = [group[0] for group in reversed(parts) if group] + list(reversed(first))
    while stack:
        part = stack.pop()
        ordered.append(part)
        stack.extend(reversed(after.get(part, [])))
    return ordered


def relations_of(comparison: Comparison, row: AlignmentRow, columns: Sequence[int]) -> tuple[Relation | None, ...]:
    """What became of a row's paragraphs on the way to each column, at the place where these columns have it."""
    found: list[Relation | None] = [None] * len(row.cells)
    for (old, new), relation in zip(comparison.table.steps(), row.relations, strict=True):
        found[new] = relation if new in columns or old in columns else None
    return tuple(found)


def moves_of(table: AlignmentTable, row: AlignmentRow) -> frozenset[int]:
    """The columns to which all paragraphs of a row moved."""
    if not row.has_moves:
        return frozenset()
    return frozenset(step[1] for k, step in enumerate(table.steps()) if row.moves_whole(k, step))


def _moves_at(table: AlignmentTable, row: AlignmentRow, columns: Sequence[int]) -> frozenset[int]:
    """Those of its moves of which these columns have an end."""
    if not row.has_moves:
        return frozenset()
    ends = {new for old, new in table.steps() if new in columns or old in columns}
    return moves_of(table, row) & ends


def _section(comparison: Comparison, cells: tuple[tuple[int, ...], ...], current: Section) -> Section:
    for column, cell in enumerate(cells):
        if cell:
            kind = comparison.drafts[column].paragraphs[cell[0]].kind
            started = _STARTS.get(kind, current)
            return max(started, current, key=_ORDER.index)
    return current


def _level(comparison: Comparison, cells: tuple[tuple[int, ...], ...]) -> int:
    for column, cell in enumerate(cells):
        if cell:
            kind = comparison.drafts[column].paragraphs[cell[0]].kind
            return SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0
    return 0


def is_changed(
    comparison: Comparison, number: int, against: tuple[int, ...], quiet: AbstractSet[Relation], *, small: bool
) -> bool:
    """`quiet`: what a step may say of a row that shows nothing, the texts looked at."""
    row = comparison.table.rows[number]
    if any(row.moved) or any(relation is not None and relation not in quiet for relation in row.relations):
        return True
    if comparison.table.versions and has_differences(comparison, number):
        return True
    steps = [(old, new) for new, old in enumerate(against) if old >= 0]
    return any(
        differs(comparison, number, old, new)
        or has_changed_notes(comparison, number, old, new)
        or (small and shows_changes(comparison, number, old, new, small=True))
        for old, new in steps
    )


def differs_slightly(comparison: Comparison, number: int, against: tuple[int, ...]) -> bool:
    """Whether a row that shows no change differs in what is none of words: blanks, quotes, hyphens, how it is set."""
    row = comparison.table.rows[number]
    return any(
        old >= 0
        and has_small_differences(comparison, number, old, new, same=_has_same_text(comparison, row, old, new))
        for new, old in enumerate(against)
    )


def _has_same_text(comparison: Comparison, row: AlignmentRow, old: int, new: int) -> bool:
    """Whether two cells hold the same words; asked of every row after every edit, so nothing is joined for it."""
    before, after = row.cells[old], row.cells[new]
    if len(before) != len(after):
        return False
    olds, news = comparison.drafts[old].paragraphs, comparison.drafts[new].paragraphs
    return all(olds[i] is news[k] or olds[i].text == news[k].text for i, k in zip(before, after, strict=True))


def differs(comparison: Comparison, number: int, old: int, new: int) -> bool:
    """Whether a step changes the words of a row."""
    same = _has_same_text(comparison, comparison.table.rows[number], old, new)
    return not same and shows_changes(comparison, number, old, new)


def _is_renumbered(row: AlignmentRow, against: tuple[int, ...], names: Sequence[Sequence[ParagraphName]]) -> bool:
    """Whether a step gives a row other numbers; the last one, of the working draft, is the likeliest."""
    for new in range(len(against) - 1, 0, -1):
        old = against[new]
        if old >= 0 and row.cells[new] and row.cells[old]:
            olds, news = names[old], names[new]
            before, now = [olds[i] for i in row.cells[old]], [news[i] for i in row.cells[new]]
            if before != now and [name.in_text for name in before] != [name.in_text for name in now]:
                return True
    return False


def with_context(rows: tuple[TextRow, ...]) -> tuple[TextRow, ...]:
    """A changed subparagraph is not understood alone: its chapeau and its neighbours stay in sight."""
    kept = list(rows)
    start = 0
    for end in range(1, len(rows) + 1):
        if end < len(rows) and rows[end].level:
            continue
        if end - start > 1 and any(row.is_changed for row in rows[start + 1 : end]):
            kept[start:end] = [replace(row, is_kept=True) for row in rows[start:end]]
        start = end
    return tuple(kept)
