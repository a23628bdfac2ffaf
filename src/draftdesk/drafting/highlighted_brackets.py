"""Square brackets under the marker pen: the signs alone, so that the colour goes with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from draftdesk.drafting.rewriting import with_marks
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphKind, Span
from draftdesk.wording.brackets import brackets_in


def brackets_highlighted(draft: Draft) -> Draft:
    """The draft with all its brackets highlighted, or none where all of them are; the very same one without any.

    The brackets around the note of the source, which the form has, are left out.
    """
    places = [place for paragraph in _all_of(draft) for place in _marked(paragraph)]
    if not places:
        return draft
    is_set = not all(places)
    return _each(draft, lambda one: with_marks(one, [(span, Mark.HIGHLIGHT, is_set) for span in _brackets(one)]))


def _all_of(draft: Draft) -> list[Paragraph]:
    return [*draft.paragraphs, *(paragraph for note in draft.notes for paragraph in note.paragraphs)]


def _brackets(paragraph: Paragraph) -> list[Span]:
    if paragraph.is_hidden or paragraph.kind is ParagraphKind.SOURCE_NOTE:
        return []
    return [Span(one.at, one.at + 1) for one in brackets_in(paragraph.text)]


def _marked(paragraph: Paragraph) -> list[bool]:
    """Of each bracket, whether it is highlighted."""
    pens = [run.span for run in paragraph.runs_in_text() if Mark.HIGHLIGHT in run.marks]
    return [any(pen.start <= span.start < pen.end for pen in pens) for span in _brackets(paragraph)]


def _each(draft: Draft, change: Callable[[Paragraph], Paragraph]) -> Draft:
    paragraphs = tuple(map(change, draft.paragraphs))
    notes = tuple(replace(note, paragraphs=tuple(map(change, note.paragraphs))) for note in draft.notes)
    return replace(draft, paragraphs=paragraphs, notes=notes)
