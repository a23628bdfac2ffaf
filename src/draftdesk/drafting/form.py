"""The empty form of a resolution, decision or amendment: what a writer fills in from the top, and the enacting line.

The lines and their order are those of drafts as they are tabled in each organ: a Main Committee of the General
Assembly has its own name under the session; a resolution of the Security Council has no title, and by custom ends
with remaining seized of the matter. Where there is no preamble, as in a decision, the organ has no comma and the lone
paragraph no number. An amendment says over the title what it amends, and has no enacting line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from draftdesk.drafting.form_words import FORM_WORDS, FormWords, organ_line, organ_name
from draftdesk.drafting.punctuation import final_marks, with_final_mark
from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Run, Span
from draftdesk.wording.emphasis import set_apart
from draftdesk.wording.labels import with_stop
from draftdesk.wording.openings import find_opening

FRONT: Final = (ParagraphKind.SESSION, ParagraphKind.AGENDA, ParagraphKind.SPONSORS, ParagraphKind.TITLE)
"""Kinds that a form has one line each for."""


class Form(StrEnum):
    """Whose text it is; the values are the words of the command line."""

    PLENARY = "ga"
    COMMITTEE = "committee"
    ECOSOC = "ecosoc"
    HUMAN_RIGHTS = "hrc"
    SECURITY = "sc"


class TextKind(StrEnum):
    """What a text is to be."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    AMENDMENT = "amendment"


@dataclass(frozen=True, slots=True)
class _Line:
    kind: ParagraphKind
    text: str = ""
    number: str = ""


_ORGANS: Final = {Form.PLENARY: 0, Form.COMMITTEE: 0, Form.ECOSOC: 1, Form.HUMAN_RIGHTS: 3, Form.SECURITY: 2}
"""The place of its organ among the enacting lines of a language."""


def empty_form(
    draft_id: str,
    name: str,
    first_serial: int = 0,
    form: Form = Form.PLENARY,
    *,
    text: TextKind = TextKind.RESOLUTION,
    language: str = "en",
) -> Draft:
    """A draft with nothing in it but the enacting line and a place for each thing that such a text has.

    `language` is one of `FORM_WORDS`. Raises DraftingError for a decision of the Security Council or an amendment
    there, which have no such form, and for another language.
    """
    if text is not TextKind.RESOLUTION and form is Form.SECURITY:
        raise refusal(DraftingError, "no_decision_form")
    if language not in FORM_WORDS:
        raise refusal(DraftingError, "no_form_language", language=language, languages=", ".join(FORM_WORDS))
    words = FORM_WORDS[language]
    lines = [*_front(form, text, words), *_body(form, text, language, words)]
    paragraphs = tuple(_paragraph(draft_id, first_serial + k, line, language) for k, line in enumerate(lines))
    sponsors = words.amendment if text is TextKind.AMENDMENT else ""
    organ = organ_name(_ORGANS[form], language)
    return Draft(draft_id, name, paragraphs, organ=organ, sponsors=sponsors, language=language)


def form_to_fill(form: Form, *, text: TextKind = TextKind.RESOLUTION, language: str = "en") -> Draft:
    """The form with "…" wherever something is to be written, for a file that is filled in elsewhere."""
    empty = empty_form("form", "form", form=form, text=text, language=language)
    lines = [_Line(p.kind, p.text or _place(p, empty), p.number) for p in empty.paragraphs]
    numbered = zip(empty.paragraphs, lines, strict=True)
    filled = tuple(_paragraph(p.id.draft, p.id.serial, line, language) for p, line in numbered)
    return replace(empty, paragraphs=filled, session=_said(lines, ParagraphKind.SESSION))


def _place(paragraph: Paragraph, draft: Draft) -> str:
    """What is to be written; an operative paragraph that is not the last ends with a semicolon."""
    words = FORM_WORDS[draft.language]
    places = {
        ParagraphKind.SESSION: words.session,
        ParagraphKind.AGENDA: words.agenda,
        ParagraphKind.TITLE: "…",
        ParagraphKind.PREAMBULAR: words.preambular,
        ParagraphKind.OPERATIVE: words.operative,
    }
    text = places[paragraph.kind]
    is_last = paragraph is draft.paragraphs[-1]
    if is_last or paragraph.kind is not ParagraphKind.OPERATIVE:
        return text
    return with_final_mark(text, final_marks(draft).get(paragraph.id.serial, ";"))


def _said(lines: list[_Line], kind: ParagraphKind) -> str:
    return next((line.text for line in lines if line.kind is kind), "")


def _front(form: Form, text: TextKind, words: FormWords) -> list[_Line]:
    if form is Form.SECURITY:
        return []
    committee = [_Line(ParagraphKind.AGENDA, words.committee)] if form is Form.COMMITTEE else []
    amended = [_Line(ParagraphKind.SPONSORS, words.amendment)] if text is TextKind.AMENDMENT else []
    return [
        *(_Line(ParagraphKind.SESSION), *committee, _Line(ParagraphKind.AGENDA)),
        *(*amended, _Line(ParagraphKind.TITLE)),
    ]


def _body(form: Form, text: TextKind, language: str, words: FormWords) -> list[_Line]:
    if text is TextKind.AMENDMENT:
        return [_Line(ParagraphKind.BODY, words.instruction)]
    return _decision(form, language) if text is TextKind.DECISION else _resolution(form, language, words)


def _resolution(form: Form, language: str, words: FormWords) -> list[_Line]:
    organ = organ_line(_ORGANS[form], language, comma=True)
    opened = [_Line(ParagraphKind.ENACTING, organ), _Line(ParagraphKind.PREAMBULAR)]
    if form is Form.SECURITY:
        return [
            *opened,
            _Line(ParagraphKind.OPERATIVE, number="1"),
            _Line(ParagraphKind.OPERATIVE, words.seized, "2"),
        ]
    return [*opened, _Line(ParagraphKind.OPERATIVE)]


def _decision(form: Form, language: str) -> list[_Line]:
    organ = organ_line(_ORGANS[form], language, comma=False)
    return [_Line(ParagraphKind.ENACTING, organ), _Line(ParagraphKind.OPERATIVE)]


def _paragraph(draft_id: str, serial: int, line: _Line, language: str) -> Paragraph:
    prefix = "" if line.kind in FRONT else "\t"
    number = Span(len(prefix), len(prefix) + len(with_stop(line.number))) if line.number else None
    prefix += f"{with_stop(line.number)}\t" if line.number else ""
    start = len(prefix)
    apart = _words_apart(line, language)
    runs = (Run(Span(start, start + len(apart)), set_apart(language)),) if apart else ()
    text = Span(start, start + len(line.text))
    id_ = ParagraphId(draft_id, serial)
    return Paragraph(id_, line.kind, prefix + line.text, text, line.number, number, runs=runs)


def _words_apart(line: _Line, language: str) -> str:
    """The organ, and the opening verb of a paragraph."""
    if line.kind is ParagraphKind.ENACTING:
        return line.text.rstrip(",،，")
    if line.kind in (*FRONT, ParagraphKind.BODY):
        return ""
    opening = find_opening(line.text, language)
    return opening.text if opening is not None and opening.phrase.count else line.text.split(" ")[0]
