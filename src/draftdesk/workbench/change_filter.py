"""Which changes the list shows: by class, draft, author and status; and how many each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from draftdesk.model.change import ChangeClass
from draftdesk.model.decided import StatusKind
from draftdesk.workbench.change_list import ChangeEntry

NOT_TRACKED: Final = ""
"""Stands for the changes of a tracked file that nobody tracked."""

NO_STATUS: Final = "none"
"""Stands for the changes of paragraphs without a status."""


@dataclass(frozen=True)
class ChangeFilter:
    """None stands for all. `statuses` has the status of rows by their ordinals, which `status` is held against.

    Where no draft is chosen, what the working draft took from one is not shown a second time.
    """

    change_class: ChangeClass | None = None
    column: int | None = None
    author: str | None = None
    status: StatusKind | str | None = None
    statuses: Mapping[int, StatusKind] = field(default_factory=dict)

    @property
    def is_narrow(self) -> bool:
        """Whether any of the four is chosen."""
        return (self.change_class, self.column, self.author, self.status) != (None, None, None, None)

    def of(self, entries: Sequence[ChangeEntry]) -> Sequence[ChangeEntry]:
        """The changes that pass, in their order."""
        if not self.is_narrow:
            return [entry for entry in entries if not entry.is_repeated]
        columns = of_several_authors(entries)
        return [entry for entry in entries if self._passes(entry, columns)]

    def _passes(self, entry: ChangeEntry, columns: frozenset[int]) -> bool:
        by = entry.authors or ((NOT_TRACKED,) if entry.column in columns else ())
        return (
            (self.change_class is None or entry.change_class is self.change_class)
            and (entry.column == self.column if self.column is not None else not entry.is_repeated)
            and (self.author is None or self.author in by)
            and (self.status is None or self.status == self.statuses.get(entry.row, NO_STATUS))
        )


def of_several_authors(entries: Iterable[ChangeEntry]) -> frozenset[int]:
    """The columns of files that several authors marked up."""
    return frozenset(entry.column for entry in entries if entry.authors)


def counts_by_draft(entries: Iterable[ChangeEntry]) -> dict[int, tuple[str, int]]:
    """Name and number of changes of each newer draft by its column, columns in order; empty for two drafts."""
    counted: dict[int, tuple[str, int]] = {}
    for entry in entries:
        if entry.draft:
            counted[entry.column] = (entry.draft, counted.get(entry.column, ("", 0))[1] + 1)
    return dict(sorted(counted.items()))


def counts_by_class(entries: Iterable[ChangeEntry]) -> dict[ChangeClass, int]:
    """How many changes are of each class; classes without any are left out, order as they matter."""
    counted = Counter(entry.change_class for entry in entries)
    return {each: counted[each] for each in ChangeClass if counted[each]}


def counts_by_author(entries: Sequence[ChangeEntry]) -> dict[str, int]:
    """How many changes each author of a tracked file made, what nobody tracked last; empty without such a file."""
    columns = of_several_authors(entries)
    counted = Counter(author for entry in entries for author in entry.authors)
    quiet = sum(entry.column in columns and not entry.authors for entry in entries)
    return {**dict(sorted(counted.items())), **({NOT_TRACKED: quiet} if quiet else {})}


def counts_by_status(
    entries: Iterable[ChangeEntry], statuses: Mapping[int, StatusKind]
) -> dict[StatusKind | str, int]:
    """How many changes are of paragraphs with each status, those without one last; empty where no row has any."""
    counted = Counter(statuses.get(entry.row, NO_STATUS) for entry in entries)
    if not statuses:
        return {}
    order: tuple[StatusKind | str, ...] = (*StatusKind, NO_STATUS)
    return {each: counted[each] for each in order if counted[each]}
