"""The sheet of keys as a page: made from what the window can do, so that it names no key that does nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations_with_replacement, pairwise
from typing import Final

from draftdesk.translation import is_right_to_left, tr

_HEAD: Final = 2.2
_LINE: Final = 70
_BARE: Final = 0.73
"""Lines that a heading takes, characters of a line, and the height of a line without keys."""

_EDGE: Final = 3
_APART: Final = 28
"""Pixels: the lines of a group begin at one edge, and end short of the next column."""

_LONG: Final = 90
"""Characters; of a menu within a menu no more is named where nothing is looked for."""

_LEFT_TO_RIGHT: Final = "\u200e"
"""On both sides of keys, whose signs would change places among letters that run from the right."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A menu, or a part of the window with keys of its own: pairs of what is done and the keys for it."""

    title: str
    entries: tuple[tuple[str, str], ...]


def found_in(groups: Sequence[KeyGroup], wanted: str) -> tuple[KeyGroup, ...]:
    """The entries that have all wanted words in what is done, in the keys or in the title; groups without any go.

    Where nothing is wanted, long entries are shortened.
    """
    words = wanted.casefold().split()
    if not words:
        return tuple(KeyGroup(one.title, tuple((_short(done), keys) for done, keys in one.entries)) for one in groups)
    found = []
    for group in groups:
        entries = tuple(
            (done, keys)
            for done, keys in group.entries
            if all(word in f"{group.title} {done} {keys}".casefold() for word in words)
        )
        if entries:
            found.append(KeyGroup(group.title, entries))
    return tuple(found)


def _short(done: str) -> str:
    """The first few of many that an entry names."""
    cut = done.rfind(", ", 0, _LONG)
    return done if len(done) <= _LONG or cut < 0 else f"{done[:cut]}, …"


def help_html(groups: Sequence[KeyGroup], ink: str = "#1C1C1A", quiet: str = "#4C4A45", *, columns: int = 1) -> str:
    """The groups as HTML that a text browser and a printer show, in columns of about equal height."""
    if not groups:
        return f'<p style="color:{ink}">{tr("No key has these words. Try others, or fewer.")}</p>'
    side = "rtl" if is_right_to_left() else "ltr"
    share = f"{100 // columns}%"
    cells = _line(
        *(
            f"<td width='{share}'>{''.join(_group(group, quiet) for group in column)}</td>"
            for column in _shared_out(groups, columns)
        )
    )
    table = f"<table width='100%' cellpadding='0' cellspacing='0'>{cells}</table>"
    return f'<div dir="{side}" style="color:{ink}">{table}</div>'


def _line(*cells: str) -> str:
    """A line of a table from the side where reading begins; Qt does not turn tables."""
    return f"<tr>{''.join(reversed(cells) if is_right_to_left() else cells)}</tr>"


def _group(group: KeyGroup, quiet: str) -> str:
    """A heading, what has a key, then in one run what is in the menu only."""
    side = _LEFT_TO_RIGHT if is_right_to_left() else ""
    keyed = "".join(
        _line(f"<td width='150'><b>{side}{escape(keys)}{side}</b></td>", f"<td>{escape(done)}</td>")
        for done, keys in group.entries
        if keys
    )
    bare = "&nbsp;· ".join(escape(done).replace(" ", "&nbsp;", 1) for done, keys in group.entries if not keys)
    told = tr("In the menu, without a key: {entries}", entries=bare) if keyed else bare
    near, far = ("right", "left") if is_right_to_left() else ("left", "right")
    margins = f"margin-{near}:{_EDGE}px; margin-{far}:{_APART}px"
    return (
        f"<h3 style='margin-{near}:{_EDGE}px'>{escape(group.title)}</h3>"
        + (f"<table width='94%' cellpadding='{_EDGE}' cellspacing='0'>{keyed}</table>" if keyed else "")
        + (f"<p style='color:{quiet}; {margins}'>{told}</p>" if bare else "")
    )


def _shared_out(groups: Sequence[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """The groups in their order, in columns of which the highest is as low as can be."""
    heights = [_lines(group) for group in groups]
    ways = combinations_with_replacement(range(len(groups) + 1), columns - 1)
    parts = ([slice(a, b) for a, b in pairwise((0, *cuts, len(groups)))] for cuts in ways)
    best = min(parts, key=lambda way: max(sum(heights[part]) for part in way))
    return [list(groups[part]) for part in best]


def _lines(group: KeyGroup) -> float:
    """About how many lines a group takes."""
    bare = sum(len(done) + 3 for done, keys in group.entries if not keys)
    return _HEAD + sum(1 for _, keys in group.entries if keys) + (_BARE * (bare / _LINE + 2) if bare else 0)
