"""A paragraph that is written here takes the form of its nearest kin: prefix, number, style, marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from draftdesk.drafting.numbering import NumberForm, default_form, form_of
from draftdesk.drafting.places import depth_of, nearest_kin
from draftdesk.drafting.rewriting import (
    OPENING_KINDS,
    lead_marks,
    with_marked_text,
    with_opening_set_apart,
    with_plain_opening,
    with_prefix,
)
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.wording.emphasis import set_apart

_RUNNING_TEXT = (ParagraphKind.OPERATIVE, ParagraphKind.PREAMBULAR, *SUBPARAGRAPHS, ParagraphKind.BODY)


def fresh_serial(draft: Draft, at_least: int = 0) -> int:
    """A serial that no paragraph, note or margin of the draft has, not under `at_least`."""
    return max((at_least - 1, *(paragraph.id.serial for paragraph in _all(draft)))) + 1


def _all(draft: Draft) -> Iterable[Paragraph]:
    yield from draft.paragraphs
    for note in draft.notes:
        yield from note.paragraphs
    for margin in draft.margins:
        yield from margin.paragraphs


def new_paragraph(draft: Draft, index: int, kind: ParagraphKind, text: str, serial: int) -> Paragraph:
    """A paragraph for a place in a draft; its number still is the first of its list."""
    form, kin = _form(draft, index, kind)
    paragraph = Paragraph(
        id=ParagraphId(draft.id, serial),
        kind=kind,
        source_text=form.prefix + text,
        text_span=Span(len(form.prefix), len(form.prefix) + len(text)),
        number=form.number,
        number_span=form.number_span,
        level=depth_of(kind) if kind in SUBPARAGRAPHS else 0,
        style=kin.style if kin else _style(draft, index),
    )
    return _marked(draft, paragraph, kin)


def reformed(draft: Draft, index: int, kind: ParagraphKind) -> Paragraph:
    """The paragraph of a draft in the form of another kind; its text, objects and id stay."""
    old = draft.paragraphs[index]
    form, kin = _form(draft, index, kind, apart=old)
    changed = replace(
        with_prefix(old, form.prefix, form.number, form.number_span),
        kind=kind,
        level=depth_of(kind) if kind in SUBPARAGRAPHS else 0,
        style=kin.style if kin else old.style,
        doubts=(),
    )
    if old.kind in OPENING_KINDS and kind not in OPENING_KINDS:
        changed = with_plain_opening(changed)
    return _marked(draft, changed, kin)


def _form(
    draft: Draft, index: int, kind: ParagraphKind, apart: Paragraph | None = None
) -> tuple[NumberForm, Paragraph | None]:
    others = (
        draft if apart is None else replace(draft, paragraphs=tuple(p for p in draft.paragraphs if p is not apart))
    )
    kin = nearest_kin(others, index, kind)
    if kin is None and kind is ParagraphKind.ANNEX_TITLE:
        kin = nearest_kin(others, index, ParagraphKind.TITLE)
    if kin is None:
        return default_form(kind, draft.language, tabs=_uses_tabs(draft)), None
    if not kin.number and kind in (ParagraphKind.OPERATIVE, *SUBPARAGRAPHS):
        numbered = [p for p in others.paragraphs if p.kind is kind and p.number]
        if numbered:
            return form_of(min(numbered, key=lambda p: abs(others.index_of(p.id.serial) - index))), kin
        if others.count(kind) == 1:
            return default_form(kind, draft.language, tabs=_uses_tabs(draft)), kin
    return form_of(kin), kin


def lone_operative(draft: Draft) -> int | None:
    """The index of the only operative paragraph where it has no number, as a lone one has none."""
    operative = [i for i, paragraph in enumerate(draft.paragraphs) if paragraph.kind is ParagraphKind.OPERATIVE]
    return operative[0] if len(operative) == 1 and not draft.paragraphs[operative[0]].number else None


def numbered_lone(draft: Draft, index: int) -> Draft:
    """The draft with a number for the operative paragraph that was the only one."""
    form = default_form(ParagraphKind.OPERATIVE, draft.language, tabs=_uses_tabs(draft))
    paragraph = with_prefix(draft.paragraphs[index], form.prefix, form.number, form.number_span)
    return replace(draft, paragraphs=(*draft.paragraphs[:index], paragraph, *draft.paragraphs[index + 1 :]))


def numbered_where_several(before: Draft, after: Draft) -> Draft:
    """The draft after an edit; an operative paragraph that was the only one has a number beside others."""
    lone = lone_operative(before)
    if lone is None or after.count(ParagraphKind.OPERATIVE) < 2:
        return after
    serial = before.paragraphs[lone].id.serial
    index = next((i for i, p in enumerate(after.paragraphs) if p.id.serial == serial), None)
    if index is None or after.paragraphs[index].number or after.paragraphs[index].kind is not ParagraphKind.OPERATIVE:
        return after
    return numbered_lone(after, index)


def unnumbered_lone(before: Draft, after: Draft) -> Draft:
    """The draft after an edit; an operative paragraph that is the only one left has no number (UN practice)."""
    if before.count(ParagraphKind.OPERATIVE) < 2 or after.count(ParagraphKind.OPERATIVE) != 1:
        return after
    index = next(i for i, paragraph in enumerate(after.paragraphs) if paragraph.kind is ParagraphKind.OPERATIVE)
    old = after.paragraphs[index]
    lead = old.prefix[: len(old.prefix) - len(old.prefix.lstrip())]
    paragraph = with_prefix(old, lead, "", None)
    return replace(after, paragraphs=(*after.paragraphs[:index], paragraph, *after.paragraphs[index + 1 :]))


def _marked(draft: Draft, paragraph: Paragraph, kin: Paragraph | None) -> Paragraph:
    if paragraph.kind in OPENING_KINDS:
        return with_opening_set_apart(paragraph, draft.language, opening_marks(draft))
    if paragraph.kind is ParagraphKind.HEADING and (kin is None or _is_all(kin, Mark.BOLD)):
        return with_marked_text(paragraph, Mark.BOLD)
    return paragraph


def opening_marks(draft: Draft) -> frozenset[Mark]:
    """How the draft sets opening words apart; one without any text of its own does so as its language does."""
    carriers = [p for p in draft.paragraphs if p.kind in OPENING_KINDS and p.text and p.origin.part]
    if not carriers:
        return set_apart(draft.language)
    return next((marks for paragraph in carriers if (marks := lead_marks(paragraph))), frozenset())


def _is_all(paragraph: Paragraph, mark: Mark) -> bool:
    marked = sum(len(run.span) for run in paragraph.runs_in_text() if mark in run.marks)
    return bool(paragraph.text) and marked == len(paragraph.text)


def _uses_tabs(draft: Draft) -> bool:
    """Whether paragraphs begin with tabs, as in issued files; a draft without any text shall have them."""
    texts = [p.source_text for p in draft.paragraphs if p.kind in _RUNNING_TEXT]
    return not texts or any(text.startswith("\t") for text in texts)


def _style(draft: Draft, index: int) -> str:
    """The style of the nearest running text."""
    near = [(abs(i - index), p.style) for i, p in enumerate(draft.paragraphs) if p.kind in _RUNNING_TEXT and p.style]
    return min(near, default=(0, ""))[1]
