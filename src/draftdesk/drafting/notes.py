"""Footnotes of the working draft: put in at the caret, taken out, and numbered by the order of their marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from draftdesk.drafting.new_paragraph import fresh_serial
from draftdesk.drafting.places import found
from draftdesk.drafting.punctuation import MARKS_OF_NOTES_FIRST
from draftdesk.drafting.rewriting import with_object, with_prefix, with_text
from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import InlineObject, ObjectKind, Paragraph, ParagraphId, ParagraphKind, Span

_MARKS: Final = {ObjectKind.FOOTNOTE_MARK: NoteKind.FOOTNOTE, ObjectKind.ENDNOTE_MARK: NoteKind.ENDNOTE}
_SHOWN: Final = "⟦footnote⟧"
_PREFIX: Final = "\t \t"
"""What issued files have around the mark of a note, before its text."""

_Name = tuple[NoteKind, str]


def note_paragraph(draft: Draft, serial: int) -> tuple[Note, Paragraph] | None:
    """The note, and its paragraph, with a serial; None where it is no paragraph of a note."""
    return next(((note, p) for note in draft.notes for p in note.paragraphs if p.id.serial == serial), None)


def notes_of(draft: Draft, paragraph: Paragraph) -> tuple[Note, ...]:
    """The notes whose marks a paragraph has, in the order of these."""
    marks = [item for item in paragraph.objects if item.kind in _MARKS]
    named = [draft.notes_by_id.get((item.kind, item.target)) for item in marks]
    return tuple(note for note in named if note is not None)


def add_note(
    draft: Draft, serial: int, at: int, text: str = "", *, new_serial: int | None = None
) -> tuple[Draft, int]:
    """A footnote whose mark stands at an offset of a paragraph's text; the serial of its own paragraph.

    The mark stands behind the word at the place and, in English and Chinese, behind a comma, semicolon or stop after
    that (as in issued texts).
    """
    index = found(draft, serial)
    paragraph = draft.paragraphs[index]
    if not paragraph.text[:at].strip():
        raise refusal(DraftingError, "note_needs_a_word")
    at = _behind_the_word(paragraph.text, at, draft.language)
    new = fresh_serial(draft, new_serial or 0)
    name = f"n{new}"
    marked = with_object(paragraph, InlineObject(at, ObjectKind.FOOTNOTE_MARK, name, _SHOWN))
    own = Paragraph(
        ParagraphId(draft.id, new),
        ParagraphKind.FOOTNOTE,
        _PREFIX + text,
        Span(len(_PREFIX), len(_PREFIX) + len(text)),
        style=next((p.style for note in draft.notes for p in note.paragraphs), ""),
    )
    note = Note(name, NoteKind.FOOTNOTE, "", (own,))
    paragraphs = (*draft.paragraphs[:index], marked, *draft.paragraphs[index + 1 :])
    return with_counted_notes(draft, replace(draft, paragraphs=paragraphs, notes=(*draft.notes, note))), new


def _behind_the_word(text: str, at: int, language: str) -> int:
    at = len(text[:at].rstrip(" ")) if not text[at : at + 1].isalnum() or text[at - 1 : at] == " " else at
    rest = re.match(r"\w*", text[at:]) if text[at - 1 : at].isalnum() else None
    at += rest.end() if rest is not None else 0
    is_first = language in MARKS_OF_NOTES_FIRST
    return at if is_first else at + bool(re.match(r"[,;.:，；。：](?!\d)", text[at:]))


def with_note_paragraph(draft: Draft, note: Note, paragraph: Paragraph) -> Draft:
    """The draft with a paragraph of a note in place of the one with the same id; the same draft for the same."""
    if any(paragraph is one for one in note.paragraphs):
        return draft
    changed = replace(note, paragraphs=tuple(paragraph if p.id == paragraph.id else p for p in note.paragraphs))
    return replace(draft, notes=tuple(changed if one is note else one for one in draft.notes))


def delete_note(draft: Draft, serial: int) -> Draft:
    """The note with a paragraph of this serial less, and its marks in the text."""
    there = note_paragraph(draft, serial)
    if there is None:
        raise refusal(DraftingError, "paragraph_not_there")
    note = there[0]
    paragraphs = tuple(_without_marks(paragraph, note, draft.language) for paragraph in draft.paragraphs)
    notes = tuple(one for one in draft.notes if one is not note)
    return with_counted_notes(draft, replace(draft, paragraphs=paragraphs, notes=notes))


def _without_marks(paragraph: Paragraph, note: Note, language: str) -> Paragraph:
    marks = [i.at for i in paragraph.objects_in_text() if _MARKS.get(i.kind) is note.kind and i.target == note.id]
    for at in reversed(marks):
        paragraph = with_text(paragraph, paragraph.text[:at] + paragraph.text[at + 1 :], language)
    return paragraph


def with_counted_notes(before: Draft, after: Draft) -> Draft:
    """The draft after an edit with its notes in the order of their marks and numbered so.

    A note whose last mark went goes with it. Notes with marks of their own ("*") keep these; where the numbers
    of the draft before did not count from 1 on, only new notes get one.
    """
    called, earlier = _called(after.paragraphs), _called(before.paragraphs)
    if called == earlier and before.notes is after.notes:
        return after
    gone = set(earlier) - set(called)
    kept = {(note.kind, note.id): note for note in after.notes if (note.kind, note.id) not in gone}
    order = [*(name for name in called if name in kept), *(name for name in kept if name not in called)]
    is_regular = all(_counts(before, earlier, kind) for kind in NoteKind)
    notes: list[Note] = []
    count = dict.fromkeys(NoteKind, 0)
    for name in order:
        note = kept[name]
        if name in called and (not note.mark or note.mark.isdecimal()):
            count[note.kind] += 1
            if is_regular or not note.mark:
                note = _numbered(note, str(count[note.kind]))
        notes.append(note)
    return after if tuple(notes) == after.notes else replace(after, notes=tuple(notes))


def _numbered(note: Note, mark: str) -> Note:
    """The note with another number; where issued files have it typed before the words, it is typed there, too."""
    if note.mark == mark:
        return note
    first = note.paragraphs[0] if note.paragraphs else None
    if first is None or not note.mark or first.prefix.strip() != note.mark:
        return replace(note, mark=mark)
    start = first.prefix.index(note.mark)
    typed = replace(first, number=note.mark, number_span=Span(start, start + len(note.mark)))
    prefix = first.prefix.replace(note.mark, mark)
    own = with_prefix(typed, prefix, mark, Span(start, start + len(mark)))
    own = replace(own, number=first.number, number_span=first.number_span)
    return replace(note, mark=mark, paragraphs=(own, *note.paragraphs[1:]))


def _called(paragraphs: Iterable[Paragraph]) -> list[_Name]:
    """The notes in the order of their first marks."""
    marks = ((_MARKS[item.kind], item.target) for p in paragraphs for item in p.objects if item.kind in _MARKS)
    return list(dict.fromkeys(marks))


def _counts(draft: Draft, called: list[_Name], kind: NoteKind) -> bool:
    notes = {(note.kind, note.id): note for note in draft.notes}
    marks = [notes[name].mark for name in called if name in notes and name[0] is kind]
    numbers = [mark for mark in marks if mark.isdecimal()]
    return numbers == [str(number) for number in range(1, len(numbers) + 1)]
