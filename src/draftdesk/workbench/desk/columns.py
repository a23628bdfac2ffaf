"""The columns of the desk: which draft stands where, and which one it is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from draftdesk.model.alignment import Shape
from draftdesk.model.dossier import Dossier, OpenedFile
from draftdesk.translation import tr
from draftdesk.workbench.desk.decisions import WORKING, chosen_columns


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the view; `against` is the column that it is compared with, None for the base."""

    draft_id: str
    name: str
    path: str
    is_base: bool
    is_working: bool
    against: int | None
    called: str = ""


def columns_of(dossier: Dossier, files: Sequence[OpenedFile], source: int) -> tuple[Column, ...]:
    """A column for each file, in order, and the last for the working draft, compared with column `source`."""
    chain = dossier.shape is Shape.CHAIN
    chosen = chosen_columns(dossier, [file.draft for file in files])
    columns = [
        Column(
            file.draft,
            file.name,
            file.path,
            is_base=file.draft == dossier.base,
            is_working=False,
            against=None if number == 0 else chosen.get(number, number - 1 if chain else 0),
            called=file.called,
        )
        for number, file in enumerate(files)
    ]
    if dossier.working is not None:
        against = source if files else None
        columns.append(Column(WORKING, dossier.working.name, "", is_base=False, is_working=True, against=against))
    return tuple(columns)


def shown_against(short: Sequence[str], against: Sequence[int], column: int) -> str:
    """What the head of a column says of it: "base", or the draft that it is shown against and which one that is.

    `short` are the short names of the drafts, `against` the column that each is compared with, -1 for the base.
    """
    old = against[column]
    if old < 0:
        if len(short) == 1:
            return tr("nothing to compare with yet")
        return tr("base, kept in place") if len(short) > 2 else tr("base")
    said = tr("shown against: {name}", name=short[old])
    if len(short) == 2:
        return said
    what = [
        name for name, holds in ((tr("the base"), old == 0), (tr("its left neighbour"), old == column - 1)) if holds
    ]
    if len(what) == 2:
        return f"{said}, {tr('the base and its left neighbour')}"
    return ", ".join([said, *what])


def all_against(against: Sequence[int]) -> str:
    """What all drafts are shown against, in a few words; "" where they differ, so that each has to say it."""
    others = list(enumerate(against))[1:]
    if all(old == 0 for _, old in others):
        return tr("each against the base")
    if all(old == column - 1 for column, old in others):
        return tr("each against its left neighbour")
    return ""
