"""Who made each change of a cell, for the list of changes; asked only of files that several authors marked up."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.hands import NO_HAND, hands_of
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow


def authors_of_changes(view: DisplayRows, row: TextRow, column: int) -> dict[int, tuple[str, ...]]:
    """The authors of each change of a cell by its ordinal; -1 is for what has no ordinal.

    A change that is missing was tracked by nobody. {} where the draft is not of several authors.
    """
    if not view.drafts[column].several_authors:
        return {}
    hands = hands_of(view.drafts, view.short, view.against)
    content = cell_content(replace(view, alone=column, hands=hands), row, column)
    found: dict[int, dict[str, None]] = {}
    for block in content.blocks:
        for stretch in block.stretches:
            if stretch.hand != NO_HAND:
                found.setdefault(stretch.change, {})[hands.names[stretch.hand]] = None
    return {change: tuple(names) for change, names in found.items()}
