"""The use case: a text begun from last year's, with what time changes in it put forward."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from draftdesk.drafting.rollover import Update, UpdateKind, rolled_over, updates, without_front
from draftdesk.errors import DraftingError, refusal
from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.workbench.paragraph_names import paragraph_names

_AROUND: Final = 40
_REASONS: Final = {
    UpdateKind.SESSION_LINE: "the session",
    UpdateKind.NEXT_SESSION: "the next session",
    UpdateKind.PREDECESSOR: "last year's resolution",
    UpdateKind.YEAR: "the year",
}


def rollover_of(draft: Draft, refused: Collection[int] = ()) -> Draft:
    """The beginning of this year's text; `refused` are numbers of `update_lines`, from 1. Raises DraftingError."""
    found = proposed(draft)
    for number in refused:
        if not 1 <= number <= len(found):
            raise refusal(DraftingError, "no_such_update", number=number, count=len(found))
    chosen = [update for number, update in enumerate(found, 1) if number not in refused]
    return without_front(rolled_over(draft, chosen))


def proposed(draft: Draft) -> tuple[Update, ...]:
    """The updates; raises DraftingError for a text that tells no session of its own, or is not in English."""
    found = updates(draft)
    if not found:
        raise refusal(DraftingError, "no_updates", name=draft.name)
    return found


def update_lines(draft: Draft) -> Iterator[str]:
    """A numbered line for each update: where, what is written, what would be written, and why."""
    names = {
        paragraph.id.serial: name.full
        for paragraph, name in zip(draft.paragraphs, paragraph_names(draft), strict=True)
    }
    for number, update in enumerate(proposed(draft), 1):
        text = draft.paragraphs[draft.index_of(update.paragraph)].text
        before, old = text[max(0, update.span.start - _AROUND) : update.span.start], update.span.of(text)
        said = message(
            "update_line", number=number, where=names[update.paragraph], before=before, old=old, new=update.text,
            reason=_REASONS[update.kind],
        )  # fmt: skip
        yield " ".join(render(said).split())
