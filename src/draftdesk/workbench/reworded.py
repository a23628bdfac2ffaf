"""What differs between two states of a draft of which the later one was edited from the earlier.

An edit shares what it did not touch, so objects are compared before values are.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import fields

from draftdesk.model.draft import Draft


def reworded_places(old: Draft, new: Draft) -> AbstractSet[int] | None:
    """The places of the paragraphs that differ; None where these are not the same ones in the same order."""
    if len(old.paragraphs) != len(new.paragraphs):
        return None
    pairs = zip(old.paragraphs, new.paragraphs, strict=True)
    places = {place for place, (before, now) in enumerate(pairs) if before is not now}
    for place in places:
        before, now = old.paragraphs[place], new.paragraphs[place]
        if (before.id, before.kind) != (now.id, now.kind):
            return None
    return places


def has_same_frame(old: Draft, new: Draft) -> bool:
    """Whether two drafts differ in their paragraphs alone, and both or neither tell italics."""
    if old.tells_italics is not new.tells_italics:
        return False
    values = ((getattr(old, f.name), getattr(new, f.name)) for f in fields(Draft) if f.name != "paragraphs")
    return all(one is other or one == other for one, other in values)
