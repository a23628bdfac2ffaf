"""The use case: a text begun from last year's, with what time changes in it put forward."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from draftdesk.drafting.form import Form, TextKind, form_to_fill
from draftdesk.drafting.rollover import Update, UpdateKind, rolled_over, updates, without_front
from draftdesk.errors import DraftingError, refusal
from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.translation import later, tr
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.paragraph_names import paragraph_names

_AROUND: Final = 40
_REASONS: Final = {
    UpdateKind.SESSION_LINE: later("the session"),
    UpdateKind.NEXT_SESSION: later("the next session"),
    UpdateKind.PREDECESSOR: later("last year's resolution"),
    UpdateKind.YEAR: later("the year"),
}


def rollover_of(draft: Draft, refused: Collection[int] = ()) -> Draft:
    """The beginning of this year's text; `refused` are numbers of `update_lines`, from 1. Raises DraftingError."""
    found = proposed(draft)
    for number in refused:
        if not 1 <= number <= len(found):
            raise refusal(DraftingError, "no_such_update", number=number, count=len(found))
    chosen = [update for number, update in enumerate(found, 1) if number not in refused]
    return begun_from(draft, chosen)


def begun_from(draft: Draft, chosen: Collection[Update]) -> Draft:
    """Last year's text with some of its updates, without what only the new document can say."""
    return without_front(rolled_over(draft, chosen))


def proposed(draft: Draft) -> tuple[Update, ...]:
    """The updates; raises DraftingError for a text that tells no session of its own."""
    found = updates(draft)
    if not found:
        raise refusal(DraftingError, "no_updates", name=draft.name)
    return found


@dataclass(frozen=True, slots=True)
class UpdateEntry:
    """An update to be ticked: where, a few words before it, what is written, what would be written, and why."""

    update: Update
    where: str
    before: str
    old: str
    new: str
    reason: str


def update_entries(draft: Draft) -> tuple[UpdateEntry, ...]:
    """The updates of a text in its order; raises DraftingError like `proposed`."""
    return tuple(_entries(draft))


def _entries(draft: Draft) -> Iterator[UpdateEntry]:
    names = {
        paragraph.id.serial: name.full
        for paragraph, name in zip(draft.paragraphs, paragraph_names(draft), strict=True)
    }
    for update in proposed(draft):
        text = draft.paragraphs[draft.index_of(update.paragraph)].text
        before, old = _words_before(text, update.span.start), update.span.of(text)
        yield UpdateEntry(update, names[update.paragraph], before, old, update.text, tr(_REASONS[update.kind]))


def _words_before(text: str, end: int) -> str:
    """A few whole words before a place, after "…" where there are more."""
    if end <= _AROUND:
        return text[:end]
    start = text.find(" ", end - _AROUND, end) + 1
    return f"…{text[start or end - _AROUND : end]}"  # of one that is longer than all, what has room


def update_lines(draft: Draft) -> Iterator[str]:
    """A numbered line for each update: where, what is written, what would be written, and why."""
    for number, entry in enumerate(_entries(draft), 1):
        said = message(
            "update_line", number=number, where=entry.where, before=entry.before, old=entry.old, new=entry.new,
            reason=entry.reason,
        )  # fmt: skip
        yield " ".join(render(said).split())


def form_file(form: str, *, text: str = TextKind.RESOLUTION, date: str = "", language: str = "en") -> bytes:
    """A .docx of an empty form, in which "…" stands for what is to be written.

    `form` is a value of `Form`, `text` one of `TextKind`.
    Raises DraftingError for a form or a language that there is not.
    """
    if form not in set(Form):
        raise refusal(DraftingError, "no_such_form", form=form, forms=", ".join(Form))
    return export_clean(form_to_fill(Form(form), text=TextKind(text), language=language), date=date)


FORM_NAMES: Final = {
    Form.PLENARY: later("General Assembly, plenary"),
    Form.COMMITTEE: later("General Assembly, Main Committee"),
    Form.ECOSOC: later("Economic and Social Council"),
    Form.HUMAN_RIGHTS: later("Human Rights Council"),
    Form.SECURITY: later("Security Council"),
}
"""The forms as the window names them."""

TEXT_NAMES: Final = {
    TextKind.RESOLUTION: later("{form}: resolution"),
    TextKind.DECISION: later("{form}: decision"),
    TextKind.AMENDMENT: later("{form}: amendment"),
}
"""Forms as the menu names them; {form} is one of `FORM_NAMES`."""

LANGUAGE_NAMES: Final = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "zh": "中文",
    "ar": "العربية",
}
"""The languages of texts by their own names, in the order of the menu."""
