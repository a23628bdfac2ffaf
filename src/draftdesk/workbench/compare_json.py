"""Files compared on the command line as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow
from draftdesk.model.change import Change
from draftdesk.workbench.compare_drafts import prepare_against
from draftdesk.workbench.files import load


def compare_as_json(files: Sequence[str], against: str) -> dict[str, Any]:
    """The format draftdesk/compare, version 1: rows over all drafts, changes for every step."""
    drafts = [load(file).draft for file in files]
    comparison = prepare_against(drafts, against)
    return {
        "format": "draftdesk/compare",
        "version": 1,
        "shape": comparison.table.shape.value,
        "drafts": [{"name": draft.name, "symbol": draft.symbol, "title": draft.title} for draft in drafts],
        "rows": [_row(comparison, number, row) for number, row in enumerate(comparison.table.rows)],
    }


def _row(comparison: Comparison, number: int, row: AlignmentRow) -> dict[str, Any]:
    steps = comparison.table.steps()
    return {
        "cells": [list(cell) for cell in row.cells],
        "numbers": [
            [draft.paragraphs[index].number for index in cell]
            for draft, cell in zip(comparison.drafts, row.cells, strict=True)
        ],
        "relations": [relation.value if relation is not None else None for relation in row.relations],
        "moved": [[list(link) for link in row.moved_in(step)] for step in range(len(steps))],
        "confidence": round(row.confidence, 3),
        "changes": [
            [_change(comparison, number, change, old, new) for change in comparison.changes(number, old, new)]
            for old, new in steps
        ],
    }


def _change(comparison: Comparison, row: int, change: Change, old: int, new: int) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "class": change.change_class.value,
        "old": [change.old.start, change.old.end, change.old.of(comparison.cell_text(row, old))],
        "new": [change.new.start, change.new.end, change.new.of(comparison.cell_text(row, new))],
    }
