"""What is told of a paragraph beside the one of another language that it renders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.messages import render
from draftdesk.model.draft import Draft
from draftdesk.workbench.languages.compared import languages_of
from draftdesk.workbench.languages.differences import Difference
from draftdesk.workbench.languages.report import told

Told = tuple[Difference, str]
"""A difference, and the sentence that tells it without its place."""

_MOST_KEPT: Final = 8
"""Pairs of drafts; both are kept with what was found, so that an id stands for the same draft while it is here."""

_kept: dict[tuple[int, int], tuple[Draft, Draft, Mapping[tuple[int, int], tuple[Told, ...]]]] = {}


def differences_at(comparison: Comparison, row: int, column: int) -> tuple[Told, ...]:
    """Where a version differs in a row of the table from the one that it is laid beside; () for other columns."""
    beside = comparison.table.beside(column)
    if beside < 0:
        return ()
    found = _between(comparison.drafts[beside], comparison.drafts[column])
    cells = comparison.table.rows[row].cells
    places = [*((0, i) for i in cells[beside]), *((1, i) for i in cells[column])]
    return tuple(dict.fromkeys(one for place in places for one in found.get(place, ())))


def has_differences(comparison: Comparison, row: int) -> bool:
    """Whether any version differs in a row of the table."""
    return any(differences_at(comparison, row, new) for _, new in comparison.table.versions)


def count_differences(comparison: Comparison) -> int:
    """How many differences there are between versions that are laid beside each other."""
    pairs = [(comparison.drafts[old], comparison.drafts[new]) for old, new in comparison.table.versions]
    return sum(len(found) for pair in pairs for found in _between(*pair).values())


def _between(first: Draft, other: Draft) -> Mapping[tuple[int, int], tuple[Told, ...]]:
    """By the side (0 or 1) and the index of a paragraph; worked out once, for every row asks."""
    key = id(first), id(other)
    known = _kept.get(key)
    if known is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        known = _kept[key] = (first, other, _worked_out(first, other))
    return known[2]


def _worked_out(first: Draft, other: Draft) -> Mapping[tuple[int, int], tuple[Told, ...]]:
    report = languages_of((first, other))
    found: dict[tuple[int, int], tuple[Told, ...]] = {}
    for one in report.differences:
        left, right = report.rows[one.row]
        place = (1, right) if right is not None else (0, left if left is not None else -1)
        sentence = render(told(report, one))
        found[place] = (*found.get(place, ()), (one, sentence))
    return found
