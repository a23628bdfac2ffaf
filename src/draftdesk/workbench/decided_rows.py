"""What a person decided, by the paragraphs that it stands at: status, private notes, answers to proposals.

A row shows what any of its paragraphs bears, so that all of it follows a paragraph into the next revision, which
aligning puts into the same row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from draftdesk.model.decided import Answer, ParagraphStatus, PrivateNote, StatusKind
from draftdesk.model.dossier import Dossier
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import figure, later, tr, tr_count

STATUS_NAMES = {
    StatusKind.AGREED: later("agreed"),
    StatusKind.AD_REFERENDUM: later("agreed ad referendum"),
    StatusKind.PENDING: later("pending"),
    StatusKind.RESERVED: later("reserved"),
}
_COUNTED = {
    StatusKind.AGREED: later("agreed"),
    StatusKind.AD_REFERENDUM: later("ad ref"),
    StatusKind.PENDING: later("pending"),
    StatusKind.RESERVED: later("reserved"),
}


class _AtParagraphs(Protocol):
    @property
    def paragraphs(self) -> tuple[ParagraphId, ...]: ...


Kept = TypeVar("Kept", bound=_AtParagraphs)


@dataclass(frozen=True)
class Decided:
    """All that is decided about paragraphs, in the order of the decisions."""

    statuses: tuple[ParagraphStatus, ...] = ()
    private_notes: tuple[PrivateNote, ...] = ()
    answers: tuple[Answer, ...] = ()

    @cached_property
    def _index(self) -> tuple[dict[ParagraphId, list[int]], ...]:
        return tuple(_by_paragraph(kept) for kept in (self.statuses, self.private_notes, self.answers))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is decided."""
        return not (self.statuses or self.private_notes or self.answers)

    def for_others(self) -> Decided:
        """What a room may see: the statuses, and neither notes nor how proposals were answered."""
        return Decided(self.statuses)

    def status(self, paragraphs: Iterable[ParagraphId]) -> ParagraphStatus | None:
        """The status of a row: the latest one of its paragraphs."""
        found = self._found(0, self.statuses, paragraphs)
        return found[-1] if found else None

    def notes(self, paragraphs: Iterable[ParagraphId]) -> tuple[PrivateNote, ...]:
        """The private notes on a row."""
        return self._found(1, self.private_notes, paragraphs)

    def answered(self, paragraphs: Iterable[ParagraphId]) -> tuple[Answer, ...]:
        """The answers to what drafts propose in a row."""
        return self._found(2, self.answers, paragraphs)

    def stamp(self, paragraphs: Sequence[ParagraphId]) -> Hashable:
        """What a row's look depends on here."""
        if self.is_empty:
            return ()
        return (self.status(paragraphs), len(self.notes(paragraphs)), self.answered(paragraphs))

    def _found(self, kind: int, kept: Sequence[Kept], paragraphs: Iterable[ParagraphId]) -> tuple[Kept, ...]:
        if not kept:
            return ()
        index = self._index[kind]
        places = sorted({place for paragraph in paragraphs for place in index.get(paragraph, ())})
        return tuple(kept[place] for place in places)


NOTHING_DECIDED = Decided()


def decided_on(dossier: Dossier) -> Decided:
    """What is decided about the paragraphs of a desk."""
    return Decided(dossier.statuses, dossier.private_notes, dossier.answers)


def counted_statuses(decided: Decided, rows: Iterable[Iterable[ParagraphId]]) -> Counter[StatusKind]:
    """How many of these rows have each status."""
    if not decided.statuses:
        return Counter()
    found = (decided.status(paragraphs) for paragraphs in rows)
    return Counter(status.kind for status in found if status is not None)


def named_counts(counts: Counter[StatusKind]) -> tuple[tuple[str, str], ...]:
    """Numbers and names: ("14", "agreed"), ("3", "ad ref")."""
    return tuple(
        (figure(counts[kind]), tr_count(_COUNTED[kind], _COUNTED[kind], counts[kind]))
        for kind in StatusKind
        if counts[kind]
    )


def told_statuses(counts: Counter[StatusKind]) -> str:
    """In words: "14 agreed, 3 ad ref, 5 pending"; "" for none."""
    return ", ".join(" ".join(one) for one in named_counts(counts))


def told_status(status: ParagraphStatus) -> str:
    """In words: "reserved by Altamere"."""
    name = tr(STATUS_NAMES[status.kind])
    return tr("{status} by {who}", status=name, who=status.who) if status.who else name


def _by_paragraph(kept: Sequence[_AtParagraphs]) -> dict[ParagraphId, list[int]]:
    found: dict[ParagraphId, list[int]] = {}
    for place, one in enumerate(kept):
        for paragraph in one.paragraphs:
            found.setdefault(paragraph, []).append(place)
    return found
