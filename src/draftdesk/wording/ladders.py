"""How strong verbs are: rungs of ladders, read from an open table that the user may have a copy of.

The table is `resources/phrases/ladders.txt`; what a line means is told at its head. Strength is convention, not law,
and ranks of different ladders do not compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from draftdesk.errors import DraftingError, refusal
from draftdesk.resources import resource

_HEAD: Final = re.compile(r"\[\s*([^\[\]]+?)\s*\]")
_RUNG: Final = re.compile(r"(\d{1,2})\s*:\s*(.+)")

INTENSIFIERS: Final = frozenset({"strongly", "urgently", "firmly"})

Ranks = tuple[tuple[str, int], ...]
"""A ladder and the rank in it, for each ladder that has a phrase, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Ladders:
    """A table of strength: `phrases` as they are written in it, in its order."""

    phrases: tuple[str, ...]
    by_lemma: dict[str, Ranks]

    def ranks(self, phrase: str, base: str = "") -> Ranks:
        """The ranks of a phrase in any form, or else those of the phrase that it varies; () for neither.

        An intensifier counts one step where the table does not have it: "Strongly encourages".
        """
        for known in (phrase, base):
            if (found := self.by_lemma.get(lemma(known))) is not None:
                return found
        head, _, rest = phrase.partition(" ")
        plain = self.by_lemma.get(lemma(rest), ()) if head.lower() in INTENSIFIERS else ()
        return tuple((ladder, rank + 1) for ladder, rank in plain)


class _InUse:
    """The one table of this process; None is that of the program."""

    table: Ladders | None = None


def ladders() -> Ladders:
    """The table in use."""
    return _InUse.table if _InUse.table is not None else _of_program()


def put_in_use(table: Ladders | None) -> None:
    """Another table, or with None that of the program; the caller forgets what was read by the one before."""
    _InUse.table = table


def ladders_text() -> str:
    """The table that comes with the program."""
    return resource("phrases", "ladders.txt").read_text(encoding="utf-8")


def read_ladders(text: str) -> Ladders:
    """A table from its text; raises DraftingError with the field `line`, from 1, where a line is wrong."""
    ranks: dict[str, dict[str, int]] = {}
    phrases: dict[str, None] = {}
    for line, ladder, rank, phrase in _entries(text):
        if ranks.setdefault(lemma(phrase), {}).setdefault(ladder, rank) != rank:
            raise refusal(DraftingError, "ladder_twice", line=line, phrase=phrase, ladder=ladder)
        phrases[phrase] = None
    if not ranks:
        raise refusal(DraftingError, "ladder_empty")
    return Ladders(tuple(phrases), {key: tuple(found.items()) for key, found in ranks.items()})


def _entries(text: str) -> Iterator[tuple[int, str, int, str]]:
    """Line, ladder, rank and phrase of every entry."""
    ladder = ""
    for line, words in enumerate(map(str.strip, text.splitlines()), 1):
        head, rung = _HEAD.fullmatch(words), _RUNG.fullmatch(words)
        if not words or words.startswith("#"):
            continue
        if head is not None:
            ladder = head[1]
        elif rung is None:
            raise refusal(DraftingError, "ladder_line", line=line, words=words)
        elif not ladder:
            raise refusal(DraftingError, "ladder_unnamed", line=line)
        else:
            yield from ((line, ladder, int(rung[1]), p) for p in map(str.strip, rung[2].split(";")) if p)


@cache
def _of_program() -> Ladders:
    return read_ladders(ladders_text())


def lemma(phrase: str) -> str:
    """What "Recalling" and "Recalls" share."""
    return " ".join(map(_stem, phrase.lower().split()))


def _stem(verb: str) -> str:
    for ending in ("ing", "es", "s"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            verb = verb[: -len(ending)]
            break
    return verb[:-1] + "i" if verb.endswith("y") else verb.rstrip("e")
