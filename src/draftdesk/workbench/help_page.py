"""The sheet of keys as a page: made from what the window can do, so that it names no key that does nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from draftdesk.translation import is_right_to_left, tr

_HEAD: Final = 2.5
_LINE: Final = 70
"""Lines that a heading takes, and characters of a line."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A menu, or a part of the window with keys of its own: pairs of what is done and the keys for it."""

    title: str
    entries: tuple[tuple[str, str], ...]


def found_in(groups: Sequence[KeyGroup], wanted: str) -> tuple[KeyGroup, ...]:
    """The entries that have all wanted words in what is done, in the keys or in the title; groups without any go."""
    words = wanted.casefold().split()
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
    keyed = "".join(
        _line(f"<td width='150'><b>{escape(keys)}</b></td>", f"<td>{escape(done)}</td>")
        for done, keys in group.entries
        if keys
    )
    bare = " · ".join(escape(done).replace(" ", "&nbsp;", 1) for done, keys in group.entries if not keys)
    told = tr("In the menu, without a key: {entries}", entries=bare) if keyed else bare
    return (
        f"<h3>{escape(group.title)}</h3>"
        + (f"<table width='94%' cellpadding='3' cellspacing='0'>{keyed}</table>" if keyed else "")
        + (f"<p style='color:{quiet}; margin-left:3px; margin-right:28px'>{told}</p>" if bare else "")
    )


def _shared_out(groups: Sequence[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """The groups in their order, the next column begun where this one has its share of the lines."""
    heights = [_lines(group) for group in groups]
    share = sum(heights) / columns
    found: list[list[KeyGroup]] = [[] for _ in range(columns)]
    used = 0.0
    for group, height in zip(groups, heights, strict=True):
        found[min(columns - 1, int((used + height / 2) / share))].append(group)
        used += height
    return found


def _lines(group: KeyGroup) -> float:
    """About how many lines a group takes."""
    bare = sum(len(done) for done, keys in group.entries if not keys)
    return _HEAD + sum(1 for _, keys in group.entries if keys) + bare / _LINE
