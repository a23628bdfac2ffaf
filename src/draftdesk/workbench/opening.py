"""What is opened: a folder stands for the drafts in it, a file of many hands for one version per author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from draftdesk.errors import DraftdeskError, refusal
from draftdesk.model.draft import FINAL, Received
from draftdesk.workbench.draft_order import draft_order
from draftdesk.workbench.files import bytes_of, load, named_file

READABLE: Final = tuple(
    ".docx .docm .dotx .doc .odt .ott .fodt .rtf .html .htm .xhtml .xml .pdf .txt .md .eml".split()  # noqa: SIM905
)
"""The ends of names of files that can be read."""

_MARKS_OF_OTHERS: Final = (".", "~$", "~lock")
"""Names of files that are no drafts: hidden ones, and those that Word and LibreOffice keep beside an open file."""

_MOST: Final = 40
"""A folder with more files is hardly one of drafts; the rest is left alone."""


def files_inside(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths with each folder replaced by the files right in it that look like drafts, by name.

    A folder without any stays, so that opening it says why nothing came.
    """
    return tuple(found for path in paths for found in (list(_inside(path)) or [path]))


def drafts_named(arguments: Sequence[str]) -> list[str]:
    """The FILE arguments with each folder replaced by its drafts in the order in which they came about.

    Two drafts or more; raises DraftdeskError for fewer, and where one in a folder is not to be read.
    """
    named = [draft for argument in arguments for draft in _in_order(argument)]
    if len(named) < 2:
        bytes_of(named_file(named[0]))  # a folder without any draft is refused as such
        reason = f"two drafts or more are needed, and there is one: {Path(named[0]).name}"
        raise refusal(DraftdeskError, "wrong_call", reason=reason)
    return named


def _in_order(argument: str) -> list[str]:
    inside = files_inside([argument])
    if len(inside) < 2:
        return list(inside)
    order = draft_order([load(path, again=True).draft for path in inside]).order
    return [inside[at] for at in order]


def _inside(path: str) -> Iterator[str]:
    folder = Path(path)
    try:
        if not folder.is_dir():
            return
        names = sorted(
            entry.name
            for entry in folder.iterdir()
            if entry.suffix.lower() in READABLE and not entry.name.startswith(_MARKS_OF_OTHERS) and entry.is_file()
        )
    except OSError:
        return
    yield from (str(folder / name) for name in names[:_MOST])


def versions_by_author(received: Received, path: str) -> tuple[str, ...]:
    """What to open of a file that several authors marked up: the base, then one version for each of them.

    () where fewer than two authors changed it, or where it is not read in its final version.
    """
    authors = [author for author in received.authors if author]
    if not path or len(authors) < 2 or received.drafts[0].view != FINAL:
        return ()
    return (f"{path}@original", *(f"{path}@by:{author}" for author in authors))
