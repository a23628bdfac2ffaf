"""The front matter and the meeting line of a base that a pasted text does not have stay.

People paste from the title or the enacting line on. What stands before it in the base is no deletion, unless the
text has front matter of its own; nor is the meeting line at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.exporting.redline.plan import Answered, Come, Gone, Item, MovedHere
from draftdesk.model.paragraph import ParagraphKind

_FRONT: Final = frozenset(
    {
        ParagraphKind.SESSION,
        ParagraphKind.AGENDA,
        ParagraphKind.SPONSORS,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.TITLE,
        ParagraphKind.HEADING,
        ParagraphKind.BODY,
        ParagraphKind.ENACTING,
    }
)
_LAST: Final = frozenset({ParagraphKind.MEETING_LINE})


@dataclass(frozen=True, slots=True)
class Kept:
    """Items in writing order, and whether paragraphs of the front matter stay that the new text does not have."""

    items: list[Item]
    front: bool = False


def with_front_kept(items: Sequence[Item]) -> Kept:
    """Paragraphs that go before the first, or after the last, that the new text has: kept where their kind is so."""
    ours = [at for at, item in enumerate(items) if isinstance(item, Come | MovedHere) or _has_answer(item)]
    if not ours:
        return Kept(list(items))
    first, last = ours[0], ours[-1]
    begins = not isinstance(items[first], Come | MovedHere)
    found, front = [], False
    for at, item in enumerate(items):
        kinds = _FRONT if at < first and begins else _LAST if at > last else frozenset()
        stays = isinstance(item, Gone) and item.base.kind in kinds
        front = front or (stays and at < first)
        found.append(Answered((item.base,), ()) if stays and isinstance(item, Gone) else item)
    return Kept(found, front)


def _has_answer(item: Item) -> bool:
    return isinstance(item, Answered) and bool(item.news)
