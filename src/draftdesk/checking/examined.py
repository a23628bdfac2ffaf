"""A draft as the rules look at it: what counts, its openings and final marks, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from draftdesk.drafting.places import CARRIERS, depth_of
from draftdesk.drafting.punctuation import final_marks
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphKind
from draftdesk.wording.amendment_lines import is_amendment_line
from draftdesk.wording.openings import Opening, find_opening

_WORDED: Final = frozenset({*CARRIERS, ParagraphKind.CLOSING})
_QUOTED: Final = re.compile('“[^“”]*”|‘[^‘’\n]{12,}’|«[^«»]*»|"[^"\n]*"')
HIDDEN: Final = "\x00"
"""Stands in the place of every character that no rule of words looks at."""


@dataclass(frozen=True)
class Examined:
    """A draft with what several rules ask of it. `own_words`: the user's, which are spelt as they should be."""

    draft: Draft
    own_words: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The code of the draft's language."""
        return self.draft.language

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """All that counts before the first annex: what is annexed is often agreed language of others."""
        seen = [paragraph for paragraph in self.draft.paragraphs if not paragraph.is_hidden]
        annex = next((k for k, p in enumerate(seen) if p.kind is ParagraphKind.ANNEX_TITLE), len(seen))
        return tuple(seen[:annex])

    @cached_property
    def worded(self) -> tuple[Paragraph, ...]:
        """The preambular and operative paragraphs with all that belongs to them, and declaration paragraphs."""
        return tuple(
            paragraph
            for paragraph in self.body
            if (paragraph.kind in _WORDED or depth_of(paragraph.kind)) and paragraph.text.strip()
        )

    @cached_property
    def notes(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the notes."""
        return tuple(
            paragraph for note in self.draft.notes for paragraph in note.paragraphs if paragraph.text.strip()
        )

    @cached_property
    def amends(self) -> bool:
        """Whether it amends another draft: its paragraphs are to stand apart there, so their order says nothing."""
        return is_amendment_line(self.draft.sponsors)

    @cached_property
    def final_marks(self) -> dict[int, str]:
        """The final mark that each place asks for, by serial."""
        empty = {p.id.serial for p in self.draft.paragraphs if not p.is_hidden and not p.text.strip()}
        return final_marks(self.draft, empty)

    @cached_property
    def has_italics(self) -> bool:
        """Whether the file tells what is italic: a text or a web page may not."""
        return any(Mark.ITALIC in run.marks for paragraph in self.worded for run in paragraph.runs)

    def opening(self, paragraph: Paragraph) -> Opening | None:
        """The known opening of a paragraph."""
        return find_opening(paragraph.text, self.language)

    def bare(self, paragraph: Paragraph) -> str:
        """The text of a paragraph with what it quotes blotted out; offsets stay."""
        return _without_quotes(paragraph.text)


@lru_cache(maxsize=4096)
def _without_quotes(text: str) -> str:
    """Kept, for every rule asks for it."""
    return _QUOTED.sub(lambda found: HIDDEN * len(found[0]), text)
