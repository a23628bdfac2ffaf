"""What a redline may mark beyond the least for the reader's sake: a tenth of all that it marks.

Small words between two changes go with them, figures are replaced whole, and two paragraphs with little in common
are shown apart. Where a redline marks only a few words besides, as in a text of a few paragraphs, that weighs too
much: small words stay, and so do the digits that both figures share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from draftdesk.comparing.tidying import ANY_SIZE
from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.plan import (
    Answered,
    Come,
    Gone,
    Item,
    MovedAway,
    TableAnswered,
    TableCome,
    TableGone,
)
from draftdesk.exporting.redline.tables import row_pairs
from draftdesk.exporting.redline.words import marked_exactly
from draftdesk.model.change import PARAGRAPH_BREAK

_MOST_BEYOND: Final = 0.1
_MANY_MARKS: Final = 2_000
"""In a redline that marks more characters than this, small words are too few to weigh."""

_MANY_ROWS: Final = 400
"""Pairs of rows of two tables from which on it is not asked which answer each other; few paragraphs differ there."""

_SIZES: Final = (ANY_SIZE, 4, 3, 2)
"""Up to how many characters small words go with changes, asked one after the other; the longest are the dearest."""

_COMMA: Final = 1
"""A comma between two changes never stays."""


_Texts = tuple[str, str]


def is_beyond(more: int, least: int) -> bool:
    """Whether so many characters more than the least are too many."""
    return more > _MOST_BEYOND * least


def largest_crumb(items: Iterable[Item]) -> int:
    """How many characters small words between two changes may have, blanks not counted, to go with them."""
    ways: list[_Texts] = []
    whole = least = 0
    for item in items:
        edited, others = _marks_of(item)
        differing = [texts for texts in edited if texts[0] != texts[1]]
        ways += differing
        whole += others
        least += sum(marked_exactly(*texts, _COMMA) for texts in differing)
        if whole + least > _MANY_MARKS:
            return ANY_SIZE
    for size in _SIZES:
        if not is_beyond(sum(marked_exactly(*texts, size) for texts in ways) - least, whole + least):
            return size
    return _COMMA


def marked_in_table(base: Table[BaseLine], new: Table[NewLine]) -> int:
    """About how many characters are marked in a table: those of the paragraphs that only one side has."""
    return sum(map(_length, _on_one_side(base.lines(), new.lines())))


def _marks_of(item: Item) -> tuple[list[_Texts], int]:
    """The texts that are edited, before and after, and how many characters come or go with whole paragraphs."""
    if isinstance(item, Answered):
        return [(_joined(item.bases), _joined(item.news))] if item.news else [], 0
    if isinstance(item, MovedAway):
        return [(item.move.base.text, item.move.new.text)], 0
    if isinstance(item, TableAnswered):
        return _marks_in_table(item.base, item.new) if item.new is not None else ([], 0)
    if isinstance(item, Gone | TableGone):
        return [], _size([item.base] if isinstance(item, Gone) else item.base.lines())
    if isinstance(item, Come | TableCome):
        return [], _size([item.new] if isinstance(item, Come) else item.new.lines())
    return [], 0


def _marks_in_table(base: Table[BaseLine], new: Table[NewLine]) -> tuple[list[_Texts], int]:
    gone, come = _on_one_side(base.lines(), new.lines())
    if len(base.rows) * len(new.rows) > _MANY_ROWS:
        return (list(zip(gone, come, strict=True)), 0) if len(gone) == len(come) else ([], _length([*gone, *come]))
    ways: list[_Texts] = []
    whole = 0
    if not gone and not come:
        return ways, whole
    for old, other in row_pairs(base, new):
        if old is not None and other is not None:
            for cell, answer in zip(old.cells, other.cells, strict=True):
                lines, news = list(cell.lines()), list(answer.lines())
                if len(lines) == len(news):
                    ways += zip((line.text for line in lines), (line.text for line in news), strict=True)
                else:
                    whole += sum(map(_length, _on_one_side(lines, news)))
        elif old is not None:
            whole += sum(_size(cell.lines()) for cell in old.cells)
        elif other is not None:
            whole += sum(_size(cell.lines()) for cell in other.cells)
    return ways, whole


def _on_one_side(base: Iterable[BaseLine], new: Iterable[NewLine]) -> tuple[list[str], list[str]]:
    """The texts that the other side does not have, or not as often, in order."""
    old, other = Counter(line.text for line in base), Counter(line.text for line in new)
    return list((old - other).elements()), list((other - old).elements())


def _length(texts: Iterable[str]) -> int:
    return sum(map(len, texts))


def _size(lines: Iterable[BaseLine] | Iterable[NewLine]) -> int:
    return sum(len(line.text) + 1 for line in lines)


def _joined(lines: Sequence[BaseLine] | Sequence[NewLine]) -> str:
    return PARAGRAPH_BREAK.join(line.text for line in lines)
