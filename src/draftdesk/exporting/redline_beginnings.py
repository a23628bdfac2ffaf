"""Beginnings that a split or a merge took from one paragraph to another: aligning may call them new or gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from draftdesk.exporting.redline_blocks import Table
from draftdesk.exporting.redline_plan import BaseBlock, Group, NewBlock

_STOPS: Final = ".,;: "
_LEAST_SHARED: Final = 12
_LONGEST_NUMBER: Final = 10


def with_beginnings(groups: Sequence[Group], base: Sequence[BaseBlock], new: Sequence[NewBlock]) -> list[Group]:
    """A new paragraph before a pair that has the beginning which the pair lost was split off; so are merges known.

    Such a beginning can be so like a third paragraph that aligning gives it to none.
    """
    taken_bases = {b for group in groups for b in group.bases}
    taken_news = {n for group in groups for n in group.news}
    found = []
    for group in groups:
        bases, news = group.bases, group.news
        b, n = bases[0], news[0]
        if len(bases) == len(news) == 1 and not group.moved:
            if n - 1 not in taken_news and _begins(base[b], new[n - 1] if n else None, new[n]):
                news = (n - 1, n)
            elif b - 1 not in taken_bases and _begins(new[n], base[b - 1] if b else None, base[b]):
                bases = (b - 1, b)
        found.append(replace(group, bases=bases, news=news))
    return found


def _begins(whole: BaseBlock | NewBlock, first: BaseBlock | NewBlock | None, second: BaseBlock | NewBlock) -> bool:
    """Whether the first part but for its last signs was the beginning of the whole, and the second has another."""
    if first is None or isinstance(whole, Table) or isinstance(first, Table) or isinstance(second, Table):
        return False
    beginning = _words(first.text).rstrip(_STOPS)
    if len(beginning) < _LEAST_SHARED or not _words(whole.text).startswith(beginning):
        return False
    return not _words(second.text).startswith(beginning[: len(beginning) // 2])


def _words(text: str) -> str:
    """A text without the number that is typed between tabs before it: numbers run on."""
    number, tab, words = text.strip().partition("\t")
    return words.strip() if tab and len(number) <= _LONGEST_NUMBER else text.strip()
