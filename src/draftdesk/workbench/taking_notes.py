"""Footnotes that a draft proposes, put into the working draft while the words above them stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.drafting import edits
from draftdesk.drafting.notes import notes_of
from draftdesk.errors import DraftingError, refusal
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.note_changes import NotePair


def words_of(note: Note) -> str:
    """The words of a note in one line."""
    return " ".join(note.text.split())


def answering(pairs: Sequence[NotePair], *, in_place: bool) -> tuple[tuple[Note, Note], ...]:
    """Which note has which words instead; `in_place`: no mark came or went, so what is gone answers what came."""
    both = [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    gone = [pair.old for pair in pairs if pair.old is not None and pair.new is None]
    came = [pair.new for pair in pairs if pair.new is not None and pair.old is None]
    return (*both, *(zip(gone, came, strict=False) if in_place else ()))


def with_note_words(draft: Draft, paragraphs: Sequence[ParagraphId], old: Note, new: Note) -> Draft:
    """The note of these paragraphs that says what `old` says in the words of `new`.

    Raises DraftingError where none says so any more: somebody wrote other words there.
    """
    own = [note for id_ in paragraphs for note in notes_of(draft, draft.paragraphs[draft.index_of(id_.serial)])]
    if any(words_of(note) == words_of(new) for note in own):
        return draft
    same = next((note for note in own if words_of(note) == words_of(old) and len(note.paragraphs) == 1), None)
    if same is None:
        raise refusal(DraftingError, "take_words_gone", words=words_of(old))
    return edits.reword(draft, same.paragraphs[0].id.serial, words_of(new))
