"""Numbers of paragraphs and the setting of letters, as places that a person labels, and what is told there.

A place of a number is empty; a place of the setting counts letters and digits as the places of words do. Where
nothing is told the answer is noise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.change import Change, ChangeClass
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Span
from draftdesk.workbench.format_changes import format_changes, set_otherwise
from draftdesk.workbench.paragraph_names import paragraph_names

NUMBER: Final = "number"
SETTING: Final = "setting"
NOT_TOLD: Final = "not told"
_ROW: Final = 0


@lru_cache(maxsize=256)
def _numbers(draft: Draft) -> tuple[str, ...]:
    return tuple(name.in_text for name in paragraph_names(draft))


def number_told(old: Draft, new: Draft, i: int, j: int) -> ChangeClass:
    """What is told of the numbers of two paragraphs that answer each other."""
    return ChangeClass.NUMBER if _numbers(old)[i] != _numbers(new)[j] else ChangeClass.NOISE


def setting_told(old: Draft, new: Draft, i: int, j: int, place: Span) -> ChangeClass:
    """What is told where letters of a place in the new paragraph are set otherwise."""
    row = AlignmentRow(((i,), (j,)), (Relation.EDITED,))
    told = format_changes(compare([old, new], AlignmentTable(Shape.PAIR, 2, (row,))), _ROW, 0, 1)
    text = new.paragraphs[j].text
    overlapping = (change for change in told if in_place(change.new, text, place))
    return next((change.change_class for change in overlapping), ChangeClass.NOISE)


def in_place(span: Span, text: str, place: Span) -> bool:
    """Whether a span of a text lies, in letters and digits, at a place."""
    start, end = (sum(map(str.isalnum, text[:at])) for at in (span.start, span.end))
    return (start, end) == (place.start, place.end) or min(end, place.end) > max(start, place.start)


def small_changes(old: Draft, new: Draft) -> Iterator[tuple[str, str, int, int, Change | None]]:
    """What is drawn as which stratum: numbers that differ as they are read, and all that is set otherwise."""
    comparison = compare([old, new], align([old, new], Shape.PAIR))
    for number, row in enumerate(comparison.table.rows):
        if len(row.cells[0]) != 1 or len(row.cells[1]) != 1:
            continue
        (i,), (j,) = row.cells
        if old.paragraphs[i].number != new.paragraphs[j].number:
            yield number_told(old, new, i, j), NUMBER, i, j, None
        yield from ((told, SETTING, i, j, change) for told, change in _settings(comparison, number))


def _settings(comparison: Comparison, row: int) -> Iterator[tuple[str, Change]]:
    told = {(change.old, change.new) for change in format_changes(comparison, row, 0, 1)}
    for change in set_otherwise(comparison, row, 0, 1):
        yield ChangeClass.FORMAT if (change.old, change.new) in told else NOT_TOLD, change
