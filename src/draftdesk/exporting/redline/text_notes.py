"""The footnotes of a text or PDF as footnotes of the base: those that answer each other have one id.

A text that has notes, each called in it, knows its notes: what it does not have is gone. Any other says
nothing of the notes of the base.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz

from draftdesk.exporting.redline.restored import restored
from draftdesk.model.alignment import AlignmentTable
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import OBJECT, ObjectKind, Origin, Paragraph, Span
from draftdesk.wording.normal_form import normal_form

_ALIKE: Final = 60.0


@dataclass(frozen=True, slots=True)
class Noted:
    """The new draft with the ids of the base's notes; `gone`: ids of base notes that it does not have."""

    draft: Draft
    gone: frozenset[str] = frozenset()


def noted(base: Draft, new: Draft, table: AlignmentTable) -> Noted:
    """Give the notes of the new draft the ids of those of the base that they answer."""
    called = {id_ for paragraph in new.paragraphs if not paragraph.is_hidden for id_ in _called(paragraph)}
    known = {note.id: note for note in new.notes if note.kind is NoteKind.FOOTNOTE}
    old = {note.id: note for note in base.notes if note.kind is NoteKind.FOOTNOTE}
    answers = _answers(base, new, table, old, {id_: known[id_] for id_ in known if id_ in called})
    names = {id_: answers.get(id_, f"new {id_}") for id_ in known}
    prefix = next((note.paragraphs[0].prefix for note in old.values()), "")
    notes = tuple(
        _renamed(known[id_], old[answers[id_]]) if id_ in answers else _named(known[id_], names[id_], prefix)
        for id_ in known
        if id_ in called
    )
    paragraphs = tuple(_with_ids(paragraph, names) for paragraph in new.paragraphs)
    knows = bool(known) and called >= set(known)
    gone = frozenset(old) - frozenset(answers.values()) if knows else frozenset()
    return Noted(replace(new, notes=notes, paragraphs=paragraphs), gone)


def _called(paragraph: Paragraph) -> list[str]:
    return [item.target for item in paragraph.objects if item.kind is ObjectKind.FOOTNOTE_MARK]


def _answers(
    base: Draft, new: Draft, table: AlignmentTable, old: dict[str, Note], known: dict[str, Note]
) -> dict[str, str]:
    """Base ids by new ids: row by row by their words, then by their order; then equal ones anywhere."""
    found: dict[str, str] = {}
    for row in table.rows:
        was = [id_ for b in row.cells[0] for id_ in _called(base.paragraphs[b]) if id_ in old]
        came = [id_ for n in row.cells[1] for id_ in _called(new.paragraphs[n]) if id_ in known]
        found |= _answers_in_row(was, came, old, known)
    free = [id_ for id_ in old if id_ not in found.values()]
    for id_, note in known.items():
        same = next((other for other in free if _words(old[other]) == _words(note)), None)
        if id_ not in found and same is not None:
            found[id_] = same
            free.remove(same)
    return found


def _answers_in_row(
    was: Sequence[str], came: Sequence[str], old: dict[str, Note], known: dict[str, Note]
) -> dict[str, str]:
    if len(was) == len(came):
        return dict(zip(came, was, strict=True))
    found: dict[str, str] = {}
    free = list(was)
    for id_ in came:
        scored = [(fuzz.ratio(_words(old[other]), _words(known[id_])), -n) for n, other in enumerate(free)]
        score, place = max(scored, default=(0.0, 0))
        if score >= _ALIKE:
            found[id_] = free.pop(-place)
    return found


def _words(note: Note) -> str:
    return normal_form(_without_mark(note.text.replace(OBJECT, ""), note.mark))


def _without_mark(text: str, mark: str) -> str:
    """The text of a note without a mark that is typed before it."""
    text = text.strip()
    is_marked = bool(mark) and text.startswith(mark) and text[len(mark) : len(mark) + 1].isspace()
    return text[len(mark) :].lstrip() if is_marked else text


def _named(note: Note, id_: str, prefix: str) -> Note:
    """A note that the base does not have, set like those that it has."""
    words = _without_mark(" ".join(one.text for one in note.paragraphs), note.mark)
    span = Span(len(prefix), len(prefix) + len(words))
    first = replace(
        note.paragraphs[0], source_text=prefix + words, text_span=span, runs=(), objects=(), origin=Origin()
    )
    return replace(note, id=id_, paragraphs=(first,))


def _renamed(note: Note, answered: Note) -> Note:
    """The note of the base, with the words of the one that answers it where it says something else."""
    if _words(note) == _words(answered):
        return answered
    first = answered.paragraphs[0]
    words = restored(first.text, _without_mark(" ".join(one.text for one in note.paragraphs), note.mark))
    source = first.prefix + words + first.suffix
    span = Span(len(first.prefix), len(first.prefix) + len(words))
    return replace(answered, paragraphs=(replace(first, source_text=source, text_span=span, runs=(), objects=()),))


def _with_ids(paragraph: Paragraph, names: dict[str, str]) -> Paragraph:
    if not paragraph.objects:
        return paragraph
    objects = tuple(
        replace(item, target=names.get(item.target, item.target)) if item.kind is ObjectKind.FOOTNOTE_MARK else item
        for item in paragraph.objects
    )
    return replace(paragraph, objects=objects)
