"""Which paragraph is meant by "OP 7", "pp3", "7 (a) (ii)", "12 bis" or "para. 25.38"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from draftdesk.workbench.paragraph_names import ParagraphName

_BLANKS = re.compile(r"\s+|\.(?!\d)|(?<!\d)\.")
"""What a number has around it and nobody types; the stop in "25.38" stays."""

_PARAGRAPH = re.compile(r"^para(?:graphe?)?(?=[\d(])")


def paragraph_named(names: Sequence[Sequence[ParagraphName]], words: str, column: int = 0) -> tuple[int, int] | None:
    """Column and index of the paragraph that is meant, None for none.

    A number alone is an operative paragraph, or whatever else has that number; a word alone is the first
    paragraph whose name begins with it. The given column is looked at first, then the newest draft and so on to the
    base.
    """
    wanted = _key(words)
    if not wanted:
        return None
    columns = [column, *(other for other in reversed(range(len(names))) if other != column)]
    places = [(other, index, name) for other in columns for index, name in enumerate(names[other])]
    exact = wanted if wanted[0].isalpha() else f"op{wanted}"
    ways: tuple[Callable[[ParagraphName], bool], ...] = (
        lambda name: _key(name.full) == exact,
        lambda name: _key(name.margin) == wanted,
        lambda name: wanted.isalpha() and _key(name.full).startswith(wanted),
    )
    for way in ways:
        found = next(((other, index) for other, index, name in places if way(name)), None)
        if found is not None:
            return found
    return None


def _key(name: str) -> str:
    return _PARAGRAPH.sub("op", _BLANKS.sub("", name).casefold())
