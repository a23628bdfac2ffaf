"""The empty form of a resolution or decision: what a writer fills in from the top, and the enacting line.

The lines and their order are those of drafts as they are tabled in each organ: a Main Committee of the General
Assembly has its own name under the session; a resolution of the Security Council has no title, and by custom ends
with remaining seized of the matter. Where there is no preamble, as in a decision, the organ has no comma and the lone
paragraph no number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphId, ParagraphKind, Run, Span
from draftdesk.wording.labels import with_stop

FRONT: Final = (ParagraphKind.SESSION, ParagraphKind.AGENDA, ParagraphKind.SPONSORS, ParagraphKind.TITLE)
"""Kinds that a form has one line each for."""


class Form(StrEnum):
    """Whose text it is; the values are the words of the command line."""

    PLENARY = "ga"
    COMMITTEE = "committee"
    ECOSOC = "ecosoc"
    HUMAN_RIGHTS = "hrc"
    SECURITY = "sc"


@dataclass(frozen=True, slots=True)
class _Line:
    kind: ParagraphKind
    text: str = ""
    number: str = ""


_ORGANS: Final = {
    Form.PLENARY: "General Assembly",
    Form.COMMITTEE: "General Assembly",
    Form.ECOSOC: "Economic and Social Council",
    Form.HUMAN_RIGHTS: "Human Rights Council",
    Form.SECURITY: "Security Council",
}
_COMMITTEE: Final = "… Committee"
_SEIZED: Final = "Decides to remain seized of the matter."
_PLACES: Final = {
    ParagraphKind.SESSION: "… session",
    ParagraphKind.AGENDA: "Agenda item …",
    ParagraphKind.TITLE: "…",
    ParagraphKind.PREAMBULAR: "Recalling …,",
    ParagraphKind.OPERATIVE: "Decides ….",
}


def empty_form(
    draft_id: str, name: str, first_serial: int = 0, form: Form = Form.PLENARY, *, is_decision: bool = False
) -> Draft:
    """A draft with nothing in it but the enacting line and a place for each thing that such a text has.

    Raises DraftingError for a decision of the Security Council, which has no such form.
    """
    if is_decision and form is Form.SECURITY:
        raise refusal(DraftingError, "no_decision_form")
    lines = [*_front(form), *(_decision(form) if is_decision else _resolution(form))]
    paragraphs = tuple(_paragraph(draft_id, first_serial + k, line) for k, line in enumerate(lines))
    return Draft(draft_id, name, paragraphs, organ=_ORGANS[form])


def form_to_fill(form: Form, *, is_decision: bool = False) -> Draft:
    """The form with "…" wherever something is to be written, for a file that is filled in elsewhere."""
    empty = empty_form("form", "form", form=form, is_decision=is_decision)
    lines = [_Line(p.kind, p.text or _with_stop(_PLACES[p.kind], p, empty), p.number) for p in empty.paragraphs]
    filled = tuple(_paragraph(p.id.draft, p.id.serial, line) for p, line in zip(empty.paragraphs, lines, strict=True))
    return Draft("form", "form", filled, organ=empty.organ, session=_said(lines, ParagraphKind.SESSION))


def _with_stop(text: str, paragraph: Paragraph, draft: Draft) -> str:
    """An operative paragraph that is not the last ends with a semicolon."""
    is_last = paragraph is draft.paragraphs[-1]
    return text if is_last or paragraph.kind is not ParagraphKind.OPERATIVE else f"{text[:-1]};"


def _said(lines: list[_Line], kind: ParagraphKind) -> str:
    return next((line.text for line in lines if line.kind is kind), "")


def _front(form: Form) -> list[_Line]:
    if form is Form.SECURITY:
        return []
    committee = [_Line(ParagraphKind.AGENDA, _COMMITTEE)] if form is Form.COMMITTEE else []
    return [_Line(ParagraphKind.SESSION), *committee, _Line(ParagraphKind.AGENDA), _Line(ParagraphKind.TITLE)]


def _resolution(form: Form) -> list[_Line]:
    opened = [_Line(ParagraphKind.ENACTING, f"The {_ORGANS[form]},"), _Line(ParagraphKind.PREAMBULAR)]
    if form is Form.SECURITY:
        return [*opened, _Line(ParagraphKind.OPERATIVE, number="1"), _Line(ParagraphKind.OPERATIVE, _SEIZED, "2")]
    return [*opened, _Line(ParagraphKind.OPERATIVE)]


def _decision(form: Form) -> list[_Line]:
    return [_Line(ParagraphKind.ENACTING, f"The {_ORGANS[form]}"), _Line(ParagraphKind.OPERATIVE)]


def _paragraph(draft_id: str, serial: int, line: _Line) -> Paragraph:
    prefix = "" if line.kind in FRONT else "\t"
    number = Span(len(prefix), len(prefix) + len(with_stop(line.number))) if line.number else None
    prefix += f"{with_stop(line.number)}\t" if line.number else ""
    start = len(prefix)
    words = _italic_words(line)
    italics = (Run(Span(start, start + len(words)), frozenset({Mark.ITALIC})),) if words else ()
    text = Span(start, start + len(line.text))
    id_ = ParagraphId(draft_id, serial)
    return Paragraph(id_, line.kind, prefix + line.text, text, line.number, number, runs=italics)


def _italic_words(line: _Line) -> str:
    """The organ, and the opening verb of a paragraph."""
    if line.kind is ParagraphKind.ENACTING:
        return line.text.rstrip(",")
    return line.text.split(" ")[0] if line.kind not in FRONT else ""
