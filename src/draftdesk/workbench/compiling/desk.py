"""The drafts on a desk compiled: the first is the base, all others are the versions of delegations."""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.messages import Message, message
from draftdesk.model.draft import Received
from draftdesk.model.watch import Watch, unwatched
from draftdesk.workbench.compiling.printed import CompiledForm, print_compiled
from draftdesk.workbench.compiling.versions import CompiledFile, Version, check_count, compile_versions
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.export_comparison import remarks_on
from draftdesk.workbench.hand_names import Sender, hand_names
from draftdesk.workbench.redline_sides import redline_sides


@dataclass(frozen=True)
class DeskProposals:
    """What is compiled: taken from the desk at once, so that the work can be done elsewhere."""

    base: Version
    versions: tuple[Version, ...]
    names: tuple[str, ...]
    received: tuple[Received, ...]


def proposals_on(desk: Desk, author: str) -> DeskProposals:
    """The base and the versions; the working draft stands under the name of `author`. Raises DraftdeskError."""
    check_count(desk.columns[1:])
    received = {one.draft_id: desk.received(one.draft_id)[0] for one in desk.columns if not one.is_working}
    sides = [redline_sides(desk, number) for number in range(1, len(desk.columns))]
    base = Version(sides[0].base, sides[0].base_bytes, received[desk.columns[0].draft_id].authors)
    versions, senders = [], []
    for column, side in zip(desk.columns[1:], sides, strict=True):
        authors = received[column.draft_id].authors if not column.is_working else (author,)
        versions.append(Version(side.new, side.new_bytes, authors))
        senders.append(Sender(column.name, authors, column.called))
    names = hand_names(senders, base.authors)
    return DeskProposals(base, tuple(versions), tuple(names), tuple(received.values()))


def compile_proposals(
    proposals: DeskProposals, author: str, date: str, form: CompiledForm | None, out: str, watch: Watch = unwatched
) -> CompiledFile:
    """One tracked file of all proposals, or a form for reading; raises DraftdeskError, and what `watch` does."""
    base, versions, names = proposals.base, proposals.versions, proposals.names
    if form is None:
        return compile_versions(base, versions, names, author, date, watch)
    drafts = [base.draft, *(one.draft for one in versions)]
    data = print_compiled(drafts, names, form, out, remarks_on(proposals.received), watch)
    return CompiledFile(data, (_told(names),))


def _told(names: tuple[str, ...]) -> Message:
    return message("compiled_for_reading", count=len(names), names=", ".join(names))
