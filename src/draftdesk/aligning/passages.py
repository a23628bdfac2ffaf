"""What aligning knows of a paragraph: its form without noise, and its words once they are needed."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import CellPlace, ParagraphKind
from draftdesk.wording.citations import references
from draftdesk.wording.ladders import lemma
from draftdesk.wording.normal_form import matching_form, normal_form
from draftdesk.wording.openings import find_opening
from draftdesk.wording.tokens import matching_words

_FEWEST_WORDS_AFTER_OPENING: Final = 3
_SURE: Final = 0.8
"""A kind read with this confidence is more than a guess."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A visible paragraph of a draft.

    `index` counts in the draft's paragraphs; `form` is what is compared for being unchanged, `key` what
    anchors: the form without note marks and case. `is_sure`: its kind is more than a guess.
    """

    index: int
    kind: ParagraphKind
    form: str
    key: str
    language: str
    place: CellPlace | None = None
    is_sure: bool = True

    @property
    def size(self) -> int:
        """How much text a move of it would mean, in characters."""
        return len(self.form) + 1

    def words(self) -> tuple[str, ...]:
        """The words that tell it from others: without its opening, numbers and note marks."""
        return _words(self.key, self.language)

    def begins_like(self, other: Passage) -> bool:
        """Whether they open with one verb, in whatever form, or go on with the same two words after it."""
        verb, words = _beginning(self.key, self.language)
        other_verb, other_words = _beginning(other.key, other.language)
        return verb == other_verb or words == other_words

    def references(self) -> tuple[str, ...]:
        """The references it makes, as printed."""
        return _references(self.key)


def passages_of(draft: Draft) -> list[Passage]:
    """The visible paragraphs of a draft in order."""
    found = []
    for index in draft.visible:
        paragraph = draft.paragraphs[index]
        text = sys.intern(paragraph.text)  # drafts have most texts in common, and both forms are kept by them
        found.append(
            Passage(
                index,
                paragraph.kind,
                normal_form(text),
                matching_form(text),
                draft.language,
                paragraph.place,
                paragraph.confidence >= _SURE,
            )
        )
    return found


@lru_cache(maxsize=16384)
def _words(key: str, language: str) -> tuple[str, ...]:
    opening = find_opening(key, language)
    rest = matching_words(key[opening.span.end :]) if opening is not None else ()
    return tuple(rest if len(rest) >= _FEWEST_WORDS_AFTER_OPENING else matching_words(key))


def forget_words() -> None:
    """Give back the memory of what was found out of passages; it is found again where it is asked for."""
    for kept in (_words, _references, normal_form, references, find_opening):
        kept.cache_clear()


def _beginning(key: str, language: str) -> tuple[str, list[str]]:
    """The verb that opens a text, and two words after its opening."""
    opening = find_opening(key, language)
    if opening is None:
        words = matching_words(key)
        return lemma(" ".join(words[:1])), words[:2]
    return opening.lemma.partition(" ")[0], matching_words(key[opening.span.end :])[:2]


@lru_cache(maxsize=16384)
def _references(key: str) -> tuple[str, ...]:
    return tuple(item.span.of(key) for item in references(key))
