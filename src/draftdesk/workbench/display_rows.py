"""The lines of the columns view, from a comparison: sections, folds, rows, both places of a move.

Cheap by design: it looks at relations and compares texts, but computes no changes of words; those are
found when a cell is shown (`display_cells`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow, Relation
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphId, ParagraphKind
from draftdesk.workbench.display_sections import section_line
from draftdesk.workbench.display_values import DisplayItem, FoldLine, Letter, Section, TextRow
from draftdesk.workbench.lost_references import lost_places
from draftdesk.workbench.note_changes import has_changed_notes
from draftdesk.workbench.paragraph_names import ParagraphName, paragraph_names, range_name, short_names
from draftdesk.workbench.shown_changes import lacks_notes, shows_changes

_QUIET = frozenset({Relation.UNCHANGED})
_QUIET_WITHOUT_NOTES = _QUIET | {Relation.EDITED}
"""Where a draft has no notes at all, a row is edited also where only a note mark is not in it."""

MOVES = (Relation.MOVED, Relation.MOVED_EDITED)
_ORDER = tuple(Section)
_STARTS = {
    ParagraphKind.PREAMBULAR: Section.PREAMBLE,
    ParagraphKind.OPERATIVE: Section.OPERATIVE,
    ParagraphKind.ANNEX_TITLE: Section.ANNEX,
}


@dataclass(frozen=True)
class DisplayRows:
    """The arranged view: `rows` are all text rows, `items` the lines that are shown, in order.

    `against` says for each column the column that it is shown against, -1 for none.
    """

    comparison: Comparison
    rows: tuple[TextRow, ...]
    items: tuple[DisplayItem, ...]
    names: tuple[tuple[ParagraphName, ...], ...]
    short: tuple[str, ...]
    against: tuple[int, ...]

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts in the order of their columns."""
        return tuple(self.comparison.drafts)

    @property
    def shows_both(self) -> bool:
        """Whether a newer column shows struck words, too (three drafts and more)."""
        return len(self.short) > 2


def arrange(
    comparison: Comparison,
    *,
    folds: bool = True,
    only_changes: bool = False,
    opened: AbstractSet[ParagraphId] = frozenset(),
    wanted: AbstractSet[ParagraphId] = frozenset(),
    before: DisplayRows | None = None,
) -> DisplayRows:
    """The lines for a comparison; `opened` holds the identities of folds that are open.

    `wanted` are paragraphs whose rows are shown although only changes are, because somebody went there.
    `before` is what was shown last: where the comparison is the same, only the folds are laid out again.
    """
    if before is not None and before.comparison is comparison:
        rows, names, short, against = before.rows, before.names, before.short, before.against
    else:
        against = against_of(comparison)
        names = tuple(_names(draft, column, before) for column, draft in enumerate(comparison.drafts))
        short = short_names(comparison.drafts)
        rows = _text_rows(comparison, against, names)
    fold = _Folder(
        rows, names, short, opened if folds else None, wanted if only_changes else None, _commented(comparison)
    )
    return DisplayRows(comparison, rows, fold.items(), names, short, against)


def _commented(comparison: Comparison) -> dict[ParagraphId, int]:
    """How many comments of its file stand at each paragraph."""
    with_some = (draft for draft in comparison.drafts if draft.comments)
    return {
        ParagraphId(draft.id, serial): len(some)
        for draft in with_some
        for serial, some in draft.comments_by_paragraph.items()
    }


def _names(draft: Draft, column: int, before: DisplayRows | None) -> tuple[ParagraphName, ...]:
    if before is not None and column < len(before.names) and before.comparison.drafts[column] is draft:
        return before.names[column]
    return paragraph_names(draft)


def against_of(comparison: Comparison) -> tuple[int, ...]:
    """For each column the one that it is compared with, -1 for the base."""
    against = [-1] * comparison.table.columns
    for old, new in comparison.table.steps():
        against[new] = old
    return tuple(against)


def _text_rows(
    comparison: Comparison, against: tuple[int, ...], names: Sequence[Sequence[ParagraphName]]
) -> tuple[TextRow, ...]:
    parts = _in_reading_order(comparison, _parts(comparison, against))
    shares = Counter(part.table_row for part in parts)
    divided = {row for row, count in shares.items() if count > 1}
    place = {(p.table_row, column): i for i, p in enumerate(parts) if p.table_row in divided for column in p.columns}
    nowhere = (-1,) * comparison.table.columns
    numbers = [[name.in_text for name in column] for column in names]
    lost = lost_places(comparison.drafts)
    quiet = _QUIET_WITHOUT_NOTES if lacks_notes(comparison.drafts) else _QUIET
    rows: list[TextRow] = []
    section = Section.FRONT
    for ordinal, part in enumerate(parts):
        row = comparison.table.rows[part.table_row]
        cells, partner = row.cells, nowhere
        if part.table_row in divided:
            cells = tuple(cell if c in part.columns else () for c, cell in enumerate(row.cells))
            partner = tuple(
                place.get((part.table_row, c), -1) if cell and c not in part.columns else -1
                for c, cell in enumerate(row.cells)
            )
        section = _section(comparison, cells, section)
        rows.append(
            TextRow(
                ordinal,
                part.table_row,
                cells,
                _relations(comparison, row, part),
                partner,
                section,
                _level(comparison, cells),
                _is_changed(comparison, part.table_row, against, quiet),
                _is_renumbered(row, against, numbers),
                tuple(comparison.drafts[c].paragraphs[i].id for c, cell in enumerate(cells) for i in cell),
                is_kept=bool(lost) and any((c, i) in lost for c, cell in enumerate(cells) for i in cell),
            )
        )
    return _with_context(tuple(rows))


@dataclass(frozen=True, slots=True)
class _Part:
    """The columns of a table row that stand at one place."""

    table_row: int
    columns: tuple[int, ...]


def _parts(comparison: Comparison, against: tuple[int, ...]) -> list[list[_Part]]:
    """For each table row its places; the first is where the row stands in the table."""
    steps = {new: k for k, (_, new) in enumerate(comparison.table.steps())}
    stands = _neighbours(comparison)
    every: list[list[_Part]] = []
    for number, row in enumerate(comparison.table.rows):
        groups: list[list[int]] = []
        group_of: dict[int, list[int]] = {}
        moved_to: list[tuple[int, list[int]]] = []
        for column, cell in enumerate(row.cells):
            if not cell:
                continue
            step = steps.get(column)
            moved = step is not None and row.relations[step] in MOVES
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
    rows = enumerate(comparison.table.rows)
    row_of = {(column, i): n for n, row in rows for column, cell in enumerate(row.cells) for i in cell}

    def stands(column: int, row: AlignmentRow) -> frozenset[tuple[str, int]]:
        first, last, end = row.cells[column][0], row.cells[column][-1], len(comparison.drafts[column].paragraphs)
        ways = {"after": range(first - 1, -1, -1), "before": range(last + 1, end)}
        found = {
            way: next((row_of[column, i] for i in way_on if (column, i) in row_of), -1)
            for way, way_on in ways.items()
        }
        return frozenset(found.items())

    return stands


def _in_reading_order(comparison: Comparison, parts: list[list[_Part]]) -> list[_Part]:
    """All parts; a later place of a moved row follows the paragraph before it in its own draft."""
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


def _relations(comparison: Comparison, row: AlignmentRow, part: _Part) -> tuple[Relation | None, ...]:
    found: list[Relation | None] = [None] * len(row.cells)
    for (old, new), relation in zip(comparison.table.steps(), row.relations, strict=True):
        found[new] = relation if new in part.columns or old in part.columns else None
    return tuple(found)


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


def _is_changed(comparison: Comparison, number: int, against: tuple[int, ...], quiet: AbstractSet[Relation]) -> bool:
    """`quiet`: what a step may say of a row that shows nothing, the texts looked at."""
    row = comparison.table.rows[number]
    if any(relation is not None and relation not in quiet for relation in row.relations):
        return True
    return any(
        old >= 0 and (_differs(comparison, number, old, new) or has_changed_notes(comparison, number, old, new))
        for new, old in enumerate(against)
    )


def _has_same_text(comparison: Comparison, row: AlignmentRow, old: int, new: int) -> bool:
    """Whether two cells hold the same words; asked of every row after every edit, so nothing is joined for it."""
    before, after = row.cells[old], row.cells[new]
    if len(before) != len(after):
        return False
    olds, news = comparison.drafts[old].paragraphs, comparison.drafts[new].paragraphs
    return all(olds[i] is news[k] or olds[i].text == news[k].text for i, k in zip(before, after, strict=True))


def _differs(comparison: Comparison, number: int, old: int, new: int) -> bool:
    same = _has_same_text(comparison, comparison.table.rows[number], old, new)
    return not same and shows_changes(comparison, number, old, new)


def _is_renumbered(row: AlignmentRow, against: tuple[int, ...], numbers: Sequence[Sequence[str]]) -> bool:
    shown = [[numbers[column][i] for i in cell] for column, cell in enumerate(row.cells)]
    return any(old >= 0 and shown[new] and shown[old] and shown[new] != shown[old] for new, old in enumerate(against))


def _with_context(rows: tuple[TextRow, ...]) -> tuple[TextRow, ...]:
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


class _Folder:
    """Lays out section lines, folds and rows."""

    def __init__(
        self,
        rows: tuple[TextRow, ...],
        names: tuple[tuple[ParagraphName, ...], ...],
        short: tuple[str, ...],
        opened: AbstractSet[ParagraphId] | None,
        wanted: AbstractSet[ParagraphId] | None,
        commented: Mapping[ParagraphId, int],
    ) -> None:
        self._rows = rows
        self._names = names
        self._short = short
        self._opened = opened
        self._wanted = wanted
        self._only_changes = wanted is not None
        self._commented = commented

    def items(self) -> tuple[DisplayItem, ...]:
        """All lines in order."""
        items: list[DisplayItem] = []
        run: list[TextRow] = []
        section = Section.FRONT
        for row in self._rows:
            if row.section is not section:
                self._close(run, items)
                section = row.section
                items.append(section_line(section, self._rows, self._names, self._short))
            if row.is_changed or row.is_kept or self._is_wanted(row):
                self._close(run, items)
                items.append(row)
                continue
            if run and run[-1].is_renumbered is not row.is_renumbered:
                self._close(run, items)
            run.append(row)
        self._close(run, items)
        return tuple(items)

    def _is_wanted(self, row: TextRow) -> bool:
        if self._wanted is None:
            return self._opened is None
        return bool(self._wanted) and not self._wanted.isdisjoint(row.identity)

    def _close(self, run: list[TextRow], items: list[DisplayItem]) -> None:
        if run and not self._only_changes:
            line = self._fold_line(run)
            items.append(line)
            if line.is_open:
                items.extend(run)
        run.clear()

    def _fold_line(self, run: list[TextRow]) -> FoldLine:
        ranges: list[str] = []
        for column in range(len(self._short)):
            every = [self._names[column][cell[0]].full for row in run for cell in [row.cells[column]] if cell]
            ends = [name for name in every if name.startswith(("PP ", "OP "))] or every
            if ends:
                ranges.append(range_name(ends))
        distinct = list(dict.fromkeys(ranges))
        renumbered = run[0].is_renumbered
        everywhere = {3: " in all three", 4: " in all four"}.get(len(self._short), " in all drafts")
        detail = "renumbered, otherwise unchanged" if renumbered else "unchanged"
        identity = run[0].identity[0]
        return FoldLine(
            " → ".join(distinct if len(distinct) < 3 else (distinct[0], distinct[-1])),
            detail + (everywhere if len(self._short) > 2 else "") + self._comments(run),
            (Letter.NUMBER,) if renumbered else (),
            tuple(row.ordinal for row in run),
            bool(self._opened and identity in self._opened),
            identity,
        )

    def _comments(self, run: Sequence[TextRow]) -> str:
        """How many comments stand in the rows of a fold."""
        if not self._commented:
            return ""
        count = sum(self._commented.get(paragraph, 0) for row in run for paragraph in row.identity)
        return f", {count} comment{'' if count == 1 else 's'}" if count else ""
