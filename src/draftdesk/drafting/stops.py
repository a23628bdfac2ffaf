"""Final marks that change because the place of a paragraph did, and the mark of one that is finished.

A mark is changed only where it is certain: where it was the one that the place before the edit asks for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from draftdesk.drafting.notes import note_paragraph, with_note_paragraph
from draftdesk.drafting.places import found
from draftdesk.drafting.punctuation import ends_with, final_marks, with_final_mark
from draftdesk.drafting.rewriting import with_text
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import Paragraph

_ENDS_OF_NOTES: Final = ".。!?;,:…"


def settled(before: Draft, after: Draft) -> Draft:
    """The draft after an edit: what had the right mark for its place has the right one for its new place.

    So the full stop goes with the last place. A new paragraph without text changes nothing yet.
    """
    return _with_marks(after, final_marks(before, _empty(before)), final_marks(after, _empty(after)))


def _empty(draft: Draft) -> set[int]:
    return {paragraph.id.serial for paragraph in draft.paragraphs if not paragraph.text}


def finish_paragraph(draft: Draft, serial: int) -> Draft:
    """A paragraph as its writer leaves it: no blanks at its ends, the final mark of its place.

    One that was read from a file gets a final mark only where it has none. What a new one follows, or
    introduces, is put right with it.
    """
    there = note_paragraph(draft, serial)
    if there is not None:
        return _finished_note(draft, *there)
    paragraph = draft.paragraphs[found(draft, serial)]
    text = paragraph.text.strip(" \t\n")
    empty = _empty(draft)
    marks = final_marks(draft, empty)
    if not text or serial not in marks:
        return draft
    is_new = not paragraph.origin.part
    marked = with_final_mark(text, marks[serial], add=True, language=draft.language)
    if not is_new and marked[: len(text)] != text:
        marked = text
    draft = _replaced(draft, serial, marked)
    if not is_new:
        return draft
    draft = _with_marks(draft, final_marks(draft, {*empty, serial}), marks)
    return _with_introductions(draft, marks)


def _finished_note(draft: Draft, note: Note, paragraph: Paragraph) -> Draft:
    """A note ends with a full stop (editorial practice); one that was read from a file is left without."""
    text = paragraph.text.strip(" \t\n")
    if text and not paragraph.origin.part and text[-1] not in _ENDS_OF_NOTES:
        text += "。" if draft.language == "zh" else "."
    return with_note_paragraph(draft, note, with_text(paragraph, text, draft.language))


def _with_introductions(draft: Draft, marks: dict[int, str]) -> Draft:
    """What was written here and left without any mark before its list came gets its colon."""
    for paragraph in draft.paragraphs:
        mark = marks.get(paragraph.id.serial, "")
        if mark.strip() in (":", "：") and not paragraph.origin.part and not ends_with(paragraph.text, mark):
            text = with_final_mark(paragraph.text, mark, add=True, language=draft.language)
            draft = _replaced(draft, paragraph.id.serial, text)
    return draft


def _with_marks(draft: Draft, before: dict[int, str], after: dict[int, str]) -> Draft:
    language = draft.language
    paragraphs = tuple(
        _with_mark(p, before.get(p.id.serial, ""), after.get(p.id.serial, ""), language) for p in draft.paragraphs
    )
    if all(one is other for one, other in zip(paragraphs, draft.paragraphs, strict=True)):
        return draft
    return replace(draft, paragraphs=paragraphs)


def _with_mark(paragraph: Paragraph, before: str, after: str, language: str) -> Paragraph:
    if before == after or not after or not ends_with(paragraph.text, before):
        return paragraph
    return with_text(paragraph, with_final_mark(paragraph.text, after), language)


def _replaced(draft: Draft, serial: int, text: str) -> Draft:
    index = draft.index_of(serial)
    old = draft.paragraphs[index]
    new = with_text(old, text, draft.language)
    if new is old:
        return draft
    return replace(draft, paragraphs=(*draft.paragraphs[:index], new, *draft.paragraphs[index + 1 :]))
