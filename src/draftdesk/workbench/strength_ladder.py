"""The ladder of verbs on which a changed opening went up or down, with both of its rungs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from draftdesk.model.change import StrengthShift
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import later
from draftdesk.wording.openings import find_opening, phrases
from draftdesk.workbench.display.cells import strength_of
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow

LADDERS: Final = (
    *(later("acknowledge"), later("affirmation"), later("conviction"), later("decision")),
    *(later("displeasure"), later("emphasis"), later("exhort")),
)
"""The names of all ladders, as `wording.openings` has them; shown by `tr`."""

_SHOWN: Final = 3
"""So many verbs of a rung are told; those of both texts are always."""


@dataclass(frozen=True, slots=True)
class Rung:
    """Verbs of the same strength, the commonest first; whether the old and the new text stand here."""

    rank: int
    verbs: tuple[str, ...]
    is_old: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """All rungs, the strongest first."""

    name: str
    rungs: tuple[Rung, ...]
    shift: StrengthShift

    @property
    def near(self) -> tuple[Rung, ...]:
        """The rungs between both texts, with one above and one below."""
        own = [k for k, rung in enumerate(self.rungs) if rung.is_old or rung.is_new]
        return self.rungs[max(0, own[0] - 1) : own[-1] + 2]


def ladder_of(view: DisplayRows, row: TextRow, column: int) -> Ladder | None:
    """The ladder for a row of a draft, against the one that it is shown against; None where no strength changed.

    Of two drafts the base's cell shows the same as the newer one's.
    """
    if column == 0 and len(view.against) == 2:
        column = 1
    if not 0 <= column < len(view.against) or view.against[column] < 0 or row.relations[column] is None:
        return None
    shift = strength_of(view, row, view.against[column], column)
    return ladder(shift, view.drafts[column].language) if shift is not None else None


def ladder(shift: StrengthShift, language: str = "en") -> Ladder:
    """The ladder of a shift, in the verbs of the part of a resolution where the new opening belongs."""
    opening = find_opening(shift.new, language)
    kind = opening.kind if opening is not None else ParagraphKind.OPERATIVE
    by_rank: dict[int, list[tuple[int, str]]] = {shift.old_rank: [], shift.new_rank: []}
    for phrase in phrases(kind, language):
        rank = dict(phrase.ranks).get(shift.ladder)
        if rank is not None and not phrase.base:
            by_rank.setdefault(rank, []).append((-phrase.count, phrase.text))
    rungs = (_rung(rank, sorted(found), shift) for rank, found in sorted(by_rank.items(), reverse=True))
    return Ladder(shift.ladder, tuple(rungs), shift)


def _rung(rank: int, found: list[tuple[int, str]], shift: StrengthShift) -> Rung:
    is_old, is_new = rank == shift.old_rank, rank == shift.new_rank
    own = [*([shift.old] if is_old else []), *([shift.new] if is_new else [])]
    others = [text for _, text in found if text not in own]
    return Rung(rank, (*own, *others[: max(0, _SHOWN - len(own))]), is_old, is_new)
