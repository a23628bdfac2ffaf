"""The sheet of keys as a page: made from what the window can do, so that it names no key that does nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from draftdesk.translation import tr


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


def help_html(groups: Sequence[KeyGroup], ink: str = "#1C1C1A", quiet: str = "#4C4A45") -> str:
    """The groups as HTML that a text browser and a printer show."""
    pieces = [f'<div style="color:{ink}">']
    for group in groups:
        pieces.append(f"<h3>{escape(group.title)}</h3><table cellpadding='3'>")
        pieces += [
            f"<tr><td width='210'><b>{escape(keys) or '&nbsp;'}</b></td>"
            f"<td style='color:{quiet if not keys else ink}'>{escape(done)}</td></tr>"
            for done, keys in group.entries
        ]
        pieces.append("</table>")
    if not groups:
        pieces.append(f"<p>{tr('No key has these words. Try others, or fewer.')}</p>")
    return "".join([*pieces, "</div>"])
