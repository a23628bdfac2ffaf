"""A file's draft as a person put it right: kinds, paragraphs joined and cut. What was read is never changed.

Corrections are applied to the draft as it was read, those of paragraphs first, so taking one back is to apply the
others. A redline follows the paragraphs of a Word file as they stand in it, so it is given the draft `as_filed`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from draftdesk.drafting.rewriting import cut_text, joined_text
from draftdesk.errors import WorkspaceError, refusal
from draftdesk.model.dossier import Dossier, KindSetting, Regrouping, RegroupingKind
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Origin, Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.wording.labels import LabelStyle, split_label

_NUMBERED: Final = frozenset({ParagraphKind.OPERATIVE, ParagraphKind.DECLARATION, *SUBPARAGRAPHS})
"""Kinds whose number a reader may have left in the text."""

_WITHOUT_BLANK: Final = ("-", "‐", "\u2011")


def corrected(draft: Draft, regroupings: Sequence[Regrouping], kinds: Sequence[KindSetting]) -> Draft:
    """The draft as it was put right; the very same draft where nothing concerns it.

    What does not fit any more, because an earlier correction was taken back, is left out.
    """
    for one in regroupings:
        if one.paragraph.draft == draft.id:
            draft = _joined(draft, one) if one.kind is RegroupingKind.JOIN else _split(draft, one)
    return with_kinds(draft, [setting for setting in kinds if setting.paragraph.draft == draft.id])


def with_kinds(draft: Draft, settings: Sequence[KindSetting], *, by_serial: bool = False) -> Draft:
    """The draft with the kinds that a person set; the very same draft where none concerns it."""
    kinds = {setting.paragraph.serial: setting for setting in settings}
    paragraphs = list(draft.paragraphs)
    for index, paragraph in enumerate(paragraphs):
        setting = kinds.get(paragraph.id.serial)
        if setting is not None and (by_serial or setting.paragraph == paragraph.id):
            paragraphs[index] = _with_kind(paragraph, setting.kind)
    if all(one is other for one, other in zip(paragraphs, draft.paragraphs, strict=True)):
        return draft
    return replace(draft, paragraphs=tuple(paragraphs))


def _with_kind(paragraph: Paragraph, kind: ParagraphKind) -> Paragraph:
    """The paragraph with a kind that a person is sure of; a number left in its text becomes its number."""
    if paragraph.kind is kind and not paragraph.doubts:
        return paragraph
    level = SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0
    return _numbered(replace(paragraph, kind=kind, level=level, doubts=()))


def _numbered(paragraph: Paragraph) -> Paragraph:
    label = split_label(paragraph.text) if not paragraph.number else None
    if label is None or label.style is LabelStyle.BULLET or label.text_start >= len(paragraph.text):
        return paragraph
    if "[" in paragraph.text[: label.start]:
        return paragraph  # a bracket before a number is in no view
    if paragraph.kind not in _NUMBERED and label.style is not LabelStyle.PREAMBULAR:
        return paragraph
    start = paragraph.text_span.start
    return replace(
        paragraph,
        number=label.number,
        number_span=Span(start + label.start, start + label.end),
        text_span=Span(start + label.text_start, paragraph.text_span.end),
    )


def _joined(draft: Draft, one: Regrouping) -> Draft:
    """The words of the one paragraph at the end of the other, its number included: it was words of the text."""
    try:
        first, second = (draft.paragraphs[draft.index_of(serial)] for serial in (one.paragraph.serial, one.other))
    except KeyError:
        return draft
    words = second.source_text.replace("\t", " ")
    whole = replace(second, source_text=words, text_span=_trimmed(words), number="", number_span=None)
    no_blank = draft.language == "zh" or first.text.endswith(_WITHOUT_BLANK)
    like = second if first.is_hidden else first  # words that come into an empty paragraph are shown, its parts, too
    joined = replace(
        joined_text(first, whole, "" if no_blank else " "),
        kind=like.kind,
        level=like.level,
        origin=replace(first.origin, last_line=max(first.origin.last_line, second.origin.last_line)),
        doubts=(),
    )
    paragraphs = tuple(joined if p is first else p for p in draft.paragraphs if p is not second)
    comments = tuple(replace(c, paragraph=first.id.serial) if c.paragraph == one.other else c for c in draft.comments)
    return replace(draft, paragraphs=paragraphs, comments=comments)


def _split(draft: Draft, one: Regrouping) -> Draft:
    try:
        index = draft.index_of(one.paragraph.serial)
    except KeyError:
        return draft
    whole = draft.paragraphs[index]
    at = one.at - whole.text_span.start
    before, behind = whole.text[:at].rstrip(), whole.text[at:]
    if at <= 0 or not before or not behind.strip():
        return draft
    start = at + len(behind) - len(behind.lstrip())
    first = replace(cut_text(whole, 0, len(before)), doubts=())
    rest = cut_text(whole, start, len(whole.text))
    second = _numbered(_alone(rest, ParagraphId(draft.id, one.other)))
    return replace(draft, paragraphs=(*draft.paragraphs[:index], first, second, *draft.paragraphs[index + 1 :]))


def _alone(paragraph: Paragraph, its_id: ParagraphId) -> Paragraph:
    """The part of a paragraph that was cut off, without what stood before the whole of it."""
    start, end = paragraph.text_span.start, paragraph.text_span.end
    return replace(
        paragraph,
        id=its_id,
        source_text=paragraph.text,
        text_span=Span(0, end - start),
        number="",
        number_span=None,
        runs=tuple(replace(run, span=_shifted(run.span, start)) for run in paragraph.runs if run.span.start >= start),
        objects=tuple(replace(item, at=item.at - start) for item in paragraph.objects if item.at >= start),
        origin=Origin(paragraph.origin.part, -1, paragraph.origin.first_line, paragraph.origin.last_line),
        doubts=(),
    )


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start - by, span.end - by)


def _trimmed(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return Span(start, max(start, len(text.rstrip())))


# decisions


def with_join(dossier: Dossier, draft: Draft, serial: int) -> Dossier:
    """A paragraph of a file, as it stands now, joined with the next one that counts; raises WorkspaceError."""
    index = _index(draft, serial)
    if draft.paragraphs[index].is_hidden:
        raise refusal(WorkspaceError, "no_part_of_text")
    following = next((p for p in draft.paragraphs[index + 1 :] if not p.is_hidden), None)
    if following is None:
        raise refusal(WorkspaceError, "nothing_follows")
    if draft.paragraphs[index].place is not None or following.place is not None:
        raise refusal(WorkspaceError, "cells_stay")
    join = Regrouping(RegroupingKind.JOIN, draft.paragraphs[index].id, following.id.serial)
    return replace(dossier, regroupings=(*dossier.regroupings, join))


def with_split(dossier: Dossier, draft: Draft, serial: int, at: int) -> tuple[Dossier, int]:
    """A paragraph of a file cut at an offset of its text, and the serial of the second part.

    Raises WorkspaceError where no words would be on one side.
    """
    paragraph = draft.paragraphs[_index(draft, serial)]
    if paragraph.place is not None:
        raise refusal(WorkspaceError, "cells_stay")
    if not paragraph.text[:at].strip() or not paragraph.text[at:].strip():
        raise refusal(WorkspaceError, "nothing_to_split")
    new = _free_serial(dossier)
    place = paragraph.text_span.start + at
    split = Regrouping(RegroupingKind.SPLIT, paragraph.id, new, place)
    return replace(dossier, regroupings=(*dossier.regroupings, split)), new


def _free_serial(dossier: Dossier) -> int:
    """Negative, so that it is never one of a paragraph that was read or written."""
    used = [one.other for one in dossier.regroupings]
    used += [p.id.serial for p in dossier.working.paragraphs] if dossier.working is not None else []
    return min([0, *used]) - 1


def _index(draft: Draft, serial: int) -> int:
    try:
        return draft.index_of(serial)
    except KeyError:
        raise refusal(WorkspaceError, "paragraph_not_read") from None


def as_read(dossier: Dossier, paragraph: ParagraphId) -> Dossier:
    """All that was put right about a paragraph taken back, and about what was joined with it or cut from it."""
    serials = _family(dossier.regroupings, paragraph)
    kinds = tuple(one for one in dossier.kinds if not _is_one_of(one.paragraph, paragraph.draft, serials))
    kept = tuple(one for one in dossier.regroupings if not _is_one_of(one.paragraph, paragraph.draft, serials))
    return replace(dossier, kinds=kinds, regroupings=kept)


def _family(regroupings: Sequence[Regrouping], paragraph: ParagraphId) -> set[int]:
    """The serials that corrections tie to a paragraph."""
    serials, before = {paragraph.serial}, 0
    own = [{one.paragraph.serial, one.other} for one in regroupings if one.paragraph.draft == paragraph.draft]
    while len(serials) != before:
        before = len(serials)
        for pair in own:
            serials |= pair if pair & serials else set()
    return serials


def _is_one_of(paragraph: ParagraphId, draft: str, serials: Collection[int]) -> bool:
    return paragraph.draft == draft and paragraph.serial in serials


def put_right(dossier: Dossier, draft_id: str) -> frozenset[int]:
    """The serials of paragraphs of a draft about which something was put right or said to be right."""
    of_kinds = {one.paragraph.serial for one in dossier.kinds if one.paragraph.draft == draft_id}
    pairs = (one for one in dossier.regroupings if one.paragraph.draft == draft_id)
    return frozenset(of_kinds.union(*({one.paragraph.serial, one.other} for one in pairs)))
