"""Notes that a star calls, at the foot of a page of text: "* On behalf of the States that are members of ...".

Drafts have them below the line of their sponsors, "Denmark:* draft resolution". A list has stars, too, and so have
typed italics; neither stands last on a page while a star is glued to a word above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from draftdesk.reading.text.lines import TextLine
from draftdesk.reading.text.notes import FoundNote

_STARRED: Final = re.compile(r"(\*{1,3})[ \u00a0]+(?=\S)")
_OPENS_ITALICS: Final = re.compile(r"(?<![\w*:,;.)”])\*{1,2}(?=[^\W\d_])")


def starred_notes(lines: Sequence[TextLine], aside: set[int]) -> tuple[list[FoundNote], set[int]]:
    """The notes in order, and the numbers of their lines; `aside` are lines that belong to no text."""
    if any(_OPENS_ITALICS.search(line.text) for line in lines if line.number not in aside):
        return [], set()
    found: list[FoundNote] = []
    has_pages = any(line.page for line in lines)
    for number, group in groupby(lines, key=lambda line: line.page):
        page = [line for line in group if not line.is_blank and line.number not in aside]
        found += _of_page(page, number if has_pages else -1)
    return found, {line.number for note in found for line in note.lines}


def _of_page(page: Sequence[TextLine], number: int) -> Iterator[FoundNote]:
    starts = [at for at, line in enumerate(page) if _STARRED.match(line.text)]
    if not starts or _is_parted(page[starts[0] :]):
        return
    above = "\n".join(line.text for line in page[: starts[0]])
    for at, end in zip(starts, [*starts[1:], len(page)], strict=True):
        start = _STARRED.match(page[at].text)
        if start is not None and re.search(rf"(?<=[^\s*]){re.escape(start[1])}(?![*\w])", above):
            words = " ".join(line.text.strip() for line in page[at:end])
            yield FoundNote(start[1], tuple(page[at:end]), number, words[start.end() :])


def _is_parted(rest: Sequence[TextLine]) -> bool:
    """Whether something other than a note stands behind the first one: an empty line, and no star."""
    return any(b.number > a.number + 1 and not _STARRED.match(b.text) for a, b in pairwise(rest))
