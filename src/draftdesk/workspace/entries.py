"""A dossier as small entries, one JSON value under each key, so that a decision stores what it changed only.

The working draft is one entry per paragraph, the order of the paragraphs, and the rest of the draft. A status is an
entry by its paragraphs; desks of the first days have all of them in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from draftdesk.model.alignment import Shape
from draftdesk.model.decided import Answer, ParagraphStatus, PrivateNote
from draftdesk.model.dossier import Dossier, KindSetting, OpenedFile, PinnedPair, Regrouping, ShownAgainst
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph
from draftdesk.workspace.codec import CodecError, packed, unpacked

Entries = dict[str, Any]
"""Values as JSON knows them; None stands for an entry that is not there."""

_KEYS: dict[str, Any] = {
    "title": str,
    "files": tuple[OpenedFile, ...],
    "base": str,
    "shape": Shape,
    "shape_is_chosen": bool,
    "against": tuple[ShownAgainst, ...],
    "pins": tuple[PinnedPair, ...],
    "regroupings": tuple[Regrouping, ...],
    "kinds": tuple[KindSetting, ...],
    "working_from": str,
    "private_notes": tuple[PrivateNote, ...],
    "answers": tuple[Answer, ...],
}
_HEAD = "working"
_ORDER = "working.order"
_PARAGRAPH = "paragraph:"
_STATUS = "status:"
ALL_STATUSES: Final = "statuses"
"""The one entry of desks of the first days."""


Change = tuple[str, object, object]
"""The key of an entry, its value before and after; None for an entry that is not there."""


def changed_entries(old: Dossier, new: Dossier) -> tuple[Entries, Entries]:
    """The entries that differ, as they were and as they are."""
    changes = list(changed_values(old, new))
    return {key: packed(one) for key, one, _ in changes}, {key: packed(other) for key, _, other in changes}


def changed_values(old: Dossier, new: Dossier) -> Iterator[Change]:
    """What differs, not packed yet."""
    for key in _KEYS:
        one, other = getattr(old, key), getattr(new, key)
        if one is not other and one != other:
            yield key, one, other
    if old.statuses is not new.statuses:
        yield from _changed_statuses(old.statuses, new.statuses)
    if old.working is not new.working:
        yield from _changed_in_working(old.working, new.working)


def _changed_statuses(old: tuple[ParagraphStatus, ...], new: tuple[ParagraphStatus, ...]) -> Iterator[Change]:
    """Decisions share the statuses that they leave alone, so only those that came and went are looked at."""
    there, stay = {id(one) for one in old}, {id(one) for one in new}
    was = {_status_key(one): one for one in old if id(one) not in stay}
    now = {_status_key(one): one for one in new if id(one) not in there}
    for key in was | now:
        if was.get(key) != now.get(key):
            yield key, was.get(key), now.get(key)


def _status_key(status: ParagraphStatus) -> str:
    return _STATUS + ",".join(map(str, status.paragraphs))


def _changed_in_working(old: Draft | None, new: Draft | None) -> Iterator[Change]:
    if not _have_same_head(old, new):
        yield _HEAD, _head(old), _head(new)
    orders = _order(old), _order(new)
    if orders[0] != orders[1]:
        yield _ORDER, *orders
    was, now = _by_serial(old), _by_serial(new)
    for serial in was | now:
        one, other = was.get(serial), now.get(serial)
        if one is not other and one != other:
            yield f"{_PARAGRAPH}{serial}", one, other


def _have_same_head(old: Draft | None, new: Draft | None) -> bool:
    """Whether two drafts differ in paragraphs alone: edits share the rest, which makes this quick."""
    if old is None or new is None:
        return old is new
    values = ((getattr(old, f.name), getattr(new, f.name)) for f in fields(Draft) if f.name != "paragraphs")
    return all(one is other or one == other for one, other in values)


def _head(draft: Draft | None) -> object:
    return None if draft is None else packed(replace(draft, paragraphs=()))


def _order(draft: Draft | None) -> list[int] | None:
    return None if draft is None else [paragraph.id.serial for paragraph in draft.paragraphs]


def _by_serial(draft: Draft | None) -> dict[int, Paragraph]:
    return {} if draft is None else {paragraph.id.serial: paragraph for paragraph in draft.paragraphs}


def with_entries(dossier: Dossier, entries: Mapping[str, Any]) -> Dossier:
    """The dossier with these entries put in place of its own; raises CodecError.

    Paragraphs that no entry names are shared with the dossier given.
    """
    parts: dict[str, Any] = {key: unpacked(_KEYS[key], entries[key]) for key in _KEYS.keys() & entries.keys()}
    statuses = _statuses(dossier.statuses, entries)
    return replace(dossier, working=_working(dossier.working, entries), statuses=statuses, **parts)


def _statuses(known: tuple[ParagraphStatus, ...], entries: Mapping[str, Any]) -> tuple[ParagraphStatus, ...]:
    own = {key: value for key, value in entries.items() if key.startswith(_STATUS)}
    if ALL_STATUSES in entries:
        every = unpacked(tuple[ParagraphStatus, ...], entries[ALL_STATUSES])
        known = tuple(replace(one, number=number) for number, one in enumerate(every))
    elif not own:
        return known
    there = {_status_key(one): one for one in known}
    for key, value in own.items():
        there.pop(key, None)
        if value is not None:
            there[key] = unpacked(ParagraphStatus, value)
    return tuple(sorted(there.values(), key=lambda one: one.number))


def _working(draft: Draft | None, entries: Mapping[str, Any]) -> Draft | None:
    if not any(key in (_HEAD, _ORDER) or key.startswith(_PARAGRAPH) for key in entries):
        return draft
    head = entries.get(_HEAD, _head(draft))
    if head is None:
        return None
    paragraphs = _by_serial(draft)
    for key, stored in entries.items():
        if key.startswith(_PARAGRAPH) and stored is not None:
            paragraph = unpacked(Paragraph, stored)
            paragraphs[paragraph.id.serial] = paragraph
    order = entries.get(_ORDER, _order(draft))
    try:
        kept = tuple(paragraphs[serial] for serial in order or ())
    except (KeyError, TypeError) as error:
        raise CodecError(f"a paragraph of the working draft is missing: {error}") from error
    if draft is not None and _HEAD not in entries:
        return replace(draft, paragraphs=kept)
    return replace(unpacked(Draft, head), paragraphs=kept)
