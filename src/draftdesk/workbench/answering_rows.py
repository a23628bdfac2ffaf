"""The row of a new paragraph of the working draft: that of the proposal whose words it has, as one that was taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from draftdesk.model.alignment import AlignmentRow
from draftdesk.model.draft import Draft
from draftdesk.wording.normal_form import normal_form
from draftdesk.wording.tokens import matching_words

_ALIKE: Final = 0.6
"""Of the words of the longer one, how many both must have."""

_FEWEST: Final = 1


def answering_row(
    text: str, drafts: Sequence[Draft], rows: Sequence[AlignmentRow], source: int, between: tuple[int, int]
) -> int | None:
    """The row after `between[0]` and before `between[1]` that the source lacks, with the words most like the text.

    `drafts` are those of the rows' first columns, without the working draft; None where no row is like it.
    """
    words = _counted(text)
    best: tuple[float, int] | None = None
    for number in range(max(0, between[0] + 1), min(between[1], len(rows))):
        for other in _proposed(drafts, rows[number], source):
            theirs = _counted(other)
            fewer, most = sorted((words.total(), theirs.total()))
            if fewer < _ALIKE * most:
                continue
            shared = (words & theirs).total()
            if shared >= max(_FEWEST, _ALIKE * most) and (best is None or shared / most > best[0]):
                best = shared / most, number
    return best[1] if best is not None else None


@lru_cache(maxsize=4096)
def _counted(text: str) -> Counter[str]:
    """The words of a text; asked again after every key while a new paragraph is written."""
    return Counter(matching_words(normal_form(text)))


def _proposed(drafts: Sequence[Draft], row: AlignmentRow, source: int) -> Iterator[str]:
    """What drafts have in a row in which the source has nothing."""
    if row.cells[source]:
        return
    for draft, cell in zip(drafts, row.cells, strict=False):
        if cell:
            yield " ".join(draft.paragraphs[index].text for index in cell)
