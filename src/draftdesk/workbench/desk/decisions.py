"""What can be decided about the files on a desk: pure steps from one Dossier to the next.

The base is always the first column, so to choose a base is to put it first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftdesk.errors import ReadingError, WorkspaceError, refusal
from draftdesk.messages import Message, message
from draftdesk.model.alignment import Pin, Shape
from draftdesk.model.dossier import Dossier, KindSetting, OpenedFile, PinnedPair, ShownAgainst
from draftdesk.model.draft import Draft, Received
from draftdesk.model.paragraph import ParagraphId, ParagraphKind
from draftdesk.workbench.draft_shape import recognised_shape
from draftdesk.workbench.paragraph_names import WORKING_NAME
from draftdesk.workbench.reading_corrections import with_kinds
from draftdesk.workspace.ready import Ready, ready

WORKING = "working"
"""The id of the working draft; its paragraphs keep the ids of the draft that it came from."""


def with_file(dossier: Dossier, received: Received, path: str, at: int | None = None) -> Dossier:
    """One more file, as the last column or at a place; raises ReadingError where it is there already."""
    draft = received.drafts[0]
    if any(file.draft == draft.id for file in dossier.files):
        raise refusal(ReadingError, "same_file_twice", name=received.name)
    file = OpenedFile(draft.id, path, received.name, received.digest, draft.view)
    place = len(dossier.files) if at is None else at
    return _ordered(dossier, (*dossier.files[:place], file, *dossier.files[place:]))


def without_file(dossier: Dossier, draft_id: str) -> Dossier:
    """One file less; the working draft stays, and what was decided about its paragraphs, should it come back."""
    file_on(dossier, draft_id)
    kept = tuple(file for file in dossier.files if file.draft != draft_id)
    against = tuple(one for one in dossier.against if draft_id not in (one.draft, one.against))
    return _ordered(replace(dossier, against=against), kept)


def with_file_at(dossier: Dossier, draft_id: str, to: int) -> Dossier:
    """A file's column moved; the one that comes first is the base."""
    file = file_on(dossier, draft_id)
    others = [other for other in dossier.files if other.draft != draft_id]
    others.insert(max(0, min(to, len(others))), file)
    return _ordered(dossier, tuple(others))


def with_order(dossier: Dossier, draft_ids: Sequence[str]) -> Dossier:
    """The files in another order; the first is the base, those that are not named stay behind."""
    places = {draft_id: place for place, draft_id in enumerate(draft_ids)}
    files = sorted(dossier.files, key=lambda file: places.get(file.draft, len(places)))
    return _ordered(dossier, tuple(files))


def with_shape(dossier: Dossier, shape: Shape) -> Dossier:
    """Other pairs of drafts compared; what was chosen for single columns goes."""
    return replace(dossier, shape=shape, shape_is_chosen=True, against=())


def with_recognised_shape(dossier: Dossier, drafts: Sequence[Draft]) -> Dossier:
    """Each draft shown against the one that it was made from, as its text tells; not where a person chose."""
    if dossier.shape_is_chosen:
        return dossier
    shape, against = recognised_shape(drafts)
    return replace(dossier, shape=shape, against=against)


def with_against(dossier: Dossier, draft_id: str, against: str) -> Dossier:
    """A draft shown against a certain other one."""
    kept = tuple(one for one in dossier.against if one.draft != draft_id)
    return replace(dossier, shape_is_chosen=True, against=(*kept, ShownAgainst(draft_id, against)))


def with_called(dossier: Dossier, draft_id: str, called: str) -> tuple[Message, Dossier]:
    """The decision to call a file so, "" for its own name; raises WorkspaceError."""
    own = file_on(dossier, draft_id)
    said = message("decision_call", name=own.name, called=called)
    files = tuple(replace(one, called=called) if one is own else one for one in dossier.files)
    return said if called else message("decision_uncall", name=own.name), replace(dossier, files=files)


def chosen_columns(dossier: Dossier, draft_ids: Sequence[str]) -> dict[int, int]:
    """What was chosen as columns, as far as it stands to the left of the draft that is shown against it."""
    columns = {draft_id: column for column, draft_id in enumerate(draft_ids)}
    chosen = {columns.get(one.draft, -1): columns.get(one.against, -1) for one in dossier.against}
    return {column: old for column, old in chosen.items() if 0 <= old < column}


def file_on(dossier: Dossier, draft_id: str) -> OpenedFile:
    """The file of a draft; raises WorkspaceError."""
    for file in dossier.files:
        if file.draft == draft_id:
            return file
    raise refusal(WorkspaceError, "draft_not_there")


def _ordered(dossier: Dossier, files: tuple[OpenedFile, ...]) -> Dossier:
    return replace(dossier, files=files, base=files[0].draft if files else "")


def with_pin(dossier: Dossier, pins: PinnedPair) -> Dossier:
    """A pairing set; earlier ones that say something else about the same paragraphs go."""
    kept = tuple(earlier for earlier in dossier.pins if not _contradict(earlier, pins))
    return replace(dossier, pins=(*kept, pins))


def _contradict(one: PinnedPair, other: PinnedPair) -> bool:
    shared = set(one.paragraphs) & set(other.paragraphs)
    if not shared:
        return False
    if 1 in (len(one.paragraphs), len(other.paragraphs)):
        return True
    drafts = {id_.draft for id_ in one.paragraphs if id_ not in shared}
    return bool(drafts & {id_.draft for id_ in other.paragraphs}) or set(one.paragraphs) == set(other.paragraphs)


def without_pin(dossier: Dossier, pins: PinnedPair | ParagraphId) -> Dossier:
    """A pairing taken back: this one, or all that name a paragraph."""
    if isinstance(pins, ParagraphId):
        return replace(dossier, pins=tuple(pin for pin in dossier.pins if pins not in pin.paragraphs))
    return replace(dossier, pins=tuple(pin for pin in dossier.pins if set(pin.paragraphs) != set(pins.paragraphs)))


def with_kind(dossier: Dossier, kind: ParagraphKind, paragraphs: Sequence[ParagraphId]) -> tuple[Message, Dossier]:
    """A kind that a person set for paragraphs of one draft; a working draft that came from there takes it over."""
    said = message("decision_kinds", count=len(paragraphs)) if len(paragraphs) > 1 else message("decision_kind")
    draft, named = paragraphs[0].draft, frozenset(paragraphs)
    settings = tuple(KindSetting(paragraph, kind) for paragraph in paragraphs)
    working = dossier.working
    if working is not None and draft in (WORKING, dossier.working_from):
        working = with_kinds(working, settings, by_serial=draft == WORKING)
    if draft == WORKING:
        return said, replace(dossier, working=working)
    kept = tuple(setting for setting in dossier.kinds if setting.paragraph not in named)
    return said, replace(dossier, kinds=(*kept, *settings), working=working)


def pins_of(dossier: Dossier, drafts: Sequence[Draft]) -> tuple[Pin, ...]:
    """The pairings as columns and indices, of the paragraphs that are there; one that is left alone says nothing."""
    columns = {draft.id: column for column, draft in enumerate(drafts)}
    pins = []
    for pinned in dossier.pins:
        places = [_place(id_, columns, drafts) for id_ in pinned.paragraphs]
        there = tuple(place for place in places if place is not None)
        if there and (len(there) > 1 or len(places) == 1):
            pins.append(Pin(there))
    return tuple(pins)


def _place(paragraph: ParagraphId, columns: dict[str, int], drafts: Sequence[Draft]) -> tuple[int, int] | None:
    column = columns.get(paragraph.draft)
    if column is None:
        return None
    try:
        return column, drafts[column].index_of(paragraph.serial)
    except KeyError:
        return None


def working_start(dossier: Dossier, draft: Draft) -> Ready:
    """A working draft begun as the copy of a draft, ready to be written."""
    return ready(dossier, replace(dossier, working=working_copy(draft), working_from=draft.id))


def working_copy(draft: Draft) -> Draft:
    """A working draft that begins as a copy: the ids of paragraphs stay, symbol and comments of the document go."""
    return replace(draft, id=WORKING, name=WORKING_NAME, symbol="", digest="", comments=(), called="")


def compares_alike(one: Dossier, other: Dossier) -> bool:
    """Whether two dossiers give the same comparison: marks, notes, answers and the title do not count."""
    unmarked = replace(one, title=other.title, statuses=other.statuses, private_notes=other.private_notes)
    return one is other or replace(unmarked, answers=other.answers) == other
