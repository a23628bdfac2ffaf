"""Drafts in several languages on one desk: each language compared in itself, the others laid beside the first one.

Words say nothing between languages, so there is no step from one to another: a column of another language is laid
beside the draft that it renders, paragraph by paragraph, and only what `languages` knows of them is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Pin, Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.watch import Watch, unwatched
from draftdesk.wording.figures import FigureKind, figures
from draftdesk.workbench.languages.pairing import paired

_ALIKE: Final = 0.5
"""Of two versions at least so many paragraphs answer each other in kind, and so many of their figures are the same.

In 60 pairs of issued versions at least 0.97 of the figures are, of texts on different matters at most 0.33."""

_ALIKE_WITHOUT_FIGURES: Final = 0.9
_FEWEST_FIGURES: Final = 3
_NAMING: Final = frozenset({FigureKind.SYMBOL, FigureKind.RESOLUTION, FigureKind.YEAR})

Place = tuple[int, int]
"""A column and the index of a paragraph in it."""


def fit_of(first: Draft, other: Draft, pairs: Sequence[Place]) -> float:
    """How sure it is that two drafts render one text, from 0 to 1; 0 where they seem to be two texts."""
    most = max(len(first.visible), len(other.visible), 1)
    alike = sum(first.paragraphs[i].kind is other.paragraphs[j].kind for i, j in pairs) / most
    shared = every = 0
    for i, j in pairs:
        one, there = _figures(first, i), _figures(other, j)
        shared, every = shared + len(one & there), every + len(one | there)
    if every < _FEWEST_FIGURES:
        return alike if alike >= _ALIKE_WITHOUT_FIGURES else 0.0
    return alike * shared / every if alike >= _ALIKE and shared >= _ALIKE * every else 0.0


def _figures(draft: Draft, index: int) -> set[str]:
    return {one.value for one in figures(draft.paragraphs[index].text, draft.language) if one.kind in _NAMING}


@dataclass(frozen=True)
class _Group:
    """The columns of one language with the rows of their own table."""

    columns: tuple[int, ...]
    table: AlignmentTable

    def steps(self) -> Iterator[tuple[int, int]]:
        """Its steps by the columns of the desk."""
        return ((self.columns[old], self.columns[new]) for old, new in self.table.steps())

    def places(self, row: AlignmentRow) -> Iterator[Place]:
        """All paragraphs of a row."""
        return ((column, i) for column, cell in zip(self.columns, row.cells, strict=True) for i in cell)


def compared_versions(
    drafts: Sequence[Draft], shape: Shape, pins: Sequence[Pin] = (), watch: Watch = unwatched
) -> Comparison | None:
    """The comparison of drafts of which some are other language versions; None where that is not what they are."""
    languages = dict.fromkeys(draft.language for draft in drafts)
    columns = [tuple(k for k, draft in enumerate(drafts) if draft.language == one) for one in languages]
    if len(columns) < 2:
        return None
    found = [_answers(drafts, columns[0], group[0]) for group in columns[1:]]
    if any(one is None for one in found):
        return None
    answers = [one for one in found if one is not None]
    groups = [_grouped(drafts, group, shape, pins, watch) for group in columns]
    rows = _rows(groups, [_with_pins(one, pins) for one in answers])
    steps = sorted({step for group in groups for step in group.steps()}, key=lambda step: step[1])
    table = AlignmentTable(
        shape,
        len(drafts),
        tuple(_united(parts, groups, steps) for parts in rows),
        tuple(steps),
        tuple((one.beside, one.column) for one in answers),
    )
    return compare(drafts, table)


@dataclass(frozen=True)
class _Answers:
    """A column laid beside another one: for its paragraphs those that they render."""

    beside: int
    column: int
    of: Mapping[Place, Place]


def _answers(drafts: Sequence[Draft], leading: Sequence[int], column: int) -> _Answers | None:
    """What a column renders of that leading column which it fits best, the newest of several; None for none."""
    best: tuple[float, int, list[Place]] = (0.0, -1, [])
    for beside in leading:
        pairs = paired(drafts[beside], drafts[column])
        best = max(best, (fit_of(drafts[beside], drafts[column], pairs), beside, pairs), key=lambda one: one[:2])
    fit, beside, pairs = best
    return _Answers(beside, column, {(column, j): (beside, i) for i, j in pairs}) if fit else None


def _with_pins(answers: _Answers, pins: Sequence[Pin]) -> _Answers:
    """With what a person paired; a paragraph that is pinned alone answers nothing."""
    of = dict(answers.of)
    for pin in pins:
        for place in pin.paragraphs:
            if place[0] == answers.column:
                of.pop(place, None)
                others = [other for other in pin.paragraphs if other[0] != answers.column]
                of |= {place: others[0]} if others else {}
    return replace(answers, of=of)


def _grouped(
    drafts: Sequence[Draft], columns: tuple[int, ...], shape: Shape, pins: Sequence[Pin], watch: Watch
) -> _Group:
    place = {column: k for k, column in enumerate(columns)}
    own = [Pin(tuple((place[c], i) for c, i in pin.paragraphs if c in place)) for pin in pins]
    within = [one for one, pin in zip(own, pins, strict=True) if len(one.paragraphs) == len(pin.paragraphs)]
    its_shape = Shape.PAIR if len(columns) < 3 else shape
    return _Group(columns, align([drafts[column] for column in columns], its_shape, within, watch))


_Parts = list[AlignmentRow | None]
"""The row of each group in one row of the desk."""


def _rows(groups: Sequence[_Group], answers: Sequence[_Answers]) -> list[_Parts]:
    """The rows of the first group with those of the others; what has no answer stands after what precedes it."""
    leading, *others = groups
    row_of = {place: n for n, row in enumerate(leading.table.rows) for place in leading.places(row)}
    rows: list[tuple[int, _Parts]] = [(n, [row, *(None for _ in others)]) for n, row in enumerate(leading.table.rows)]
    for number, (group, own) in enumerate(zip(others, answers, strict=True), 1):
        last = -1
        for row in group.table.rows:
            answered = [row_of[own.of[place]] for place in group.places(row) if own.of.get(place) in row_of]
            if answered and rows[answered[0]][1][number] is None:
                last = answered[0]
                rows[last][1][number] = row
            else:
                added: _Parts = [None] * len(groups)
                added[number] = row
                rows.append((last, added))
    return [parts for _, parts in sorted(rows, key=lambda one: (one[0], one[1][0] is None))]


def _united(parts: _Parts, groups: Sequence[_Group], steps: Sequence[tuple[int, int]]) -> AlignmentRow:
    cells: dict[int, tuple[int, ...]] = {}
    relations: dict[tuple[int, int], Relation | None] = {}
    moved: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
    for group, row in zip(groups, parts, strict=True):
        cells |= dict.fromkeys(group.columns, ()) if row is None else dict(zip(group.columns, row.cells, strict=True))
        for k, step in enumerate(group.steps()):
            relations[step] = None if row is None else row.relations[k]
            moved[step] = () if row is None else row.moved_in(k)
    there = [row for row in parts if row is not None]
    return AlignmentRow(
        tuple(cells[column] for column in sorted(cells)),
        tuple(relations[step] for step in steps),
        min(row.confidence for row in there),
        any(row.pinned for row in there),
        tuple(moved[step] for step in steps) if any(moved.values()) else (),
    )
