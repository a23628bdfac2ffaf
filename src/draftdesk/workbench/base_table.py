"""How a text of the desk answers the base: what a redline is written by."""

from __future__ import annotations

from draftdesk.aligning.table import align
from draftdesk.model.alignment import AlignmentTable, Shape
from draftdesk.model.dossier import Dossier
from draftdesk.model.draft import Draft
from draftdesk.workbench.compare_drafts import prepare, with_working
from draftdesk.workbench.desk.decisions import WORKING, pins_of


def table_on_base(dossier: Dossier, base: Draft, new: Draft) -> AlignmentTable:
    """The columns base and new, with the pairings that a person set between them.

    A working draft that began as the base answers it by ids, anything else by its text.
    """
    pins = pins_of(dossier, (base, new))
    if new.id == WORKING and dossier.working_from == base.id:
        return with_working(prepare((base,), Shape.PAIR), new, 0, pins).table
    return align((base, new), Shape.PAIR, pins)
