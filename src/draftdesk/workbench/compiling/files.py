"""The files of several delegations compiled on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.workbench.compare_files import revision_date
from draftdesk.workbench.compiling.versions import CompiledFile, Version, check_count, compile_versions
from draftdesk.workbench.files import LoadedFile, load
from draftdesk.workbench.hand_names import Sender, hand_names


def compile_files(base: str, files: Sequence[str], author: str, date: str, by: Sequence[str] = ()) -> CompiledFile:
    """The versions of delegations on BASE; `by` are their names, in the order of the files.

    Raises DraftdeskError where BASE is no Word file, a name is missing or given twice, or a proof fails.
    """
    check_count(files)
    start, loaded = load(base), [load(file) for file in files]
    names = names_of(loaded, start, by)
    when = revision_date(date, *loaded, start)
    return compile_versions(version_of(start), [version_of(one) for one in loaded], names, author, when)


def names_of(loaded: Sequence[LoadedFile], start: LoadedFile, by: Sequence[str]) -> list[str]:
    """The names of the delegations."""
    senders = [Sender(one.named.name, one.received.authors) for one in loaded]
    return hand_names(senders, start.received.authors, by)


def version_of(loaded: LoadedFile) -> Version:
    """A file as a version."""
    return Version(loaded.draft, loaded.data, loaded.received.authors)
