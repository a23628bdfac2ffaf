"""Finding words in all drafts, however they are typed: case, accents, quotes, dashes, blanks and Arabic forms fold.

A paragraph is folded once and counted fast; where exactly a hit stands is worked out only for what is shown.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from draftdesk.drafting.notes import notes_of
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, Paragraph
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import Block

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE: Final = "\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4\u2039\u203a"
_DOUBLE: Final = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_ARABIC: Final = {
    "\u0671": "\u0627",  # alef wasla
    "\u0649": "\u064a",  # alef maksura, typed for yeh
    "\u06cc": "\u064a",  # Farsi yeh
    "\u06a9": "\u0643",  # keheh
    "\u0629": "\u0647",  # teh marbuta
    "\u0640": "",  # tatweel
}
_BLANKS: Final = re.compile(r"\s+")


def _folded_letter(letter: str) -> str:
    if letter in _DASHES:
        return "-"
    if letter in _SINGLE:
        return "'"
    if letter in _DOUBLE:
        return '"'
    if letter == OBJECT or unicodedata.category(letter) == "Cf":
        return ""
    if letter.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", letter)
    kept = (_ARABIC.get(part, part) for part in parts if unicodedata.category(part) != "Mn")
    return "".join(_plain_digit(part) for part in kept).casefold()


def _plain_digit(letter: str) -> str:
    value = unicodedata.digit(letter, None) if letter else None
    return letter if value is None else str(value)


class _Table(dict[int, str]):
    """Letters folded when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_letter(chr(code))
        return folded


_LETTERS: Final = _Table()


def fold(text: str) -> str:
    """A text as it is searched; runs of blanks are one blank."""
    folded = text.lower() if text.isascii() else text.translate(_LETTERS)
    return folded if folded.isprintable() and "  " not in folded else _BLANKS.sub(" ", folded)


def folded_places(text: str) -> tuple[int, ...]:
    """For each code point of `fold(text)` the code point of the text that it comes from."""
    places: list[int] = []
    was_blank = False
    for place, letter in enumerate(text):
        folded = _LETTERS[ord(letter)]
        if folded == " " and was_blank:
            continue
        places += [place] * len(folded)
        was_blank = folded == " " if folded else was_blank
    return tuple(places)


def spans_in(text: str, folded_words: str) -> tuple[tuple[int, int], ...]:
    """Where folded words stand in a text, in code points, from left to right; hits do not overlap."""
    folded = fold(text)
    at = folded.find(folded_words) if folded_words else -1
    if at < 0:
        return ()
    places = folded_places(text)
    found: list[tuple[int, int]] = []
    while at >= 0:
        end = at + len(folded_words)
        found.append((places[at], places[end - 1] + 1))
        at = folded.find(folded_words, end)
    return tuple(found)


@dataclass(frozen=True)
class FoldedDraft:
    """A draft ready to be searched: its paragraphs, behind them those of its notes, and the folded text of each.

    `notes` holds for the index of a paragraph those of the notes that it calls.
    """

    draft: Draft
    paragraphs: tuple[Paragraph, ...]
    texts: tuple[str, ...]
    notes: dict[int, tuple[int, ...]]


class FoldedDrafts:
    """Folded drafts, kept while a draft is the same object; equal texts are folded once."""

    def __init__(self) -> None:
        self._kept: dict[int, FoldedDraft] = {}
        self._texts: dict[str, str] = {}

    def of(self, draft: Draft) -> FoldedDraft:
        """The draft folded; the text of paragraphs that views hide is ""."""
        found = self._kept.get(id(draft))
        if found is None:
            found = self._kept[id(draft)] = self._made(draft)
        return found

    def keep(self, drafts: Sequence[Draft]) -> None:
        """Forget all other drafts."""
        there = {id(draft) for draft in drafts}
        if self._kept.keys() - there:
            self._kept = {key: kept for key, kept in self._kept.items() if key in there}
            self._texts = {}

    def prepare(self, drafts: Sequence[Draft]) -> Iterator[None]:
        """Fold draft by draft, with a pause after each."""
        self.keep(drafts)
        for draft in drafts:
            self.of(draft)
            yield None

    def _made(self, draft: Draft) -> FoldedDraft:
        paragraphs = list(draft.paragraphs)
        places: dict[int, tuple[int, ...]] = {}
        for note in draft.notes:
            places[id(note)] = tuple(range(len(paragraphs), len(paragraphs) + len(note.paragraphs)))
            paragraphs += note.paragraphs
        calling = [k for k, one in enumerate(draft.paragraphs) if one.objects] if draft.notes else []
        called = {k: [places[id(note)] for note in notes_of(draft, draft.paragraphs[k])] for k in calling}
        notes = {k: tuple(place for note in found for place in note) for k, found in called.items() if found}
        texts = tuple(self._folded(sys.intern(one.text)) if not one.is_hidden else "" for one in paragraphs)
        return FoldedDraft(draft, tuple(paragraphs), texts, notes)

    def _folded(self, text: str) -> str:
        folded = self._texts.get(text)
        if folded is None:
            folded = self._texts[text] = fold(text)
        return folded


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit: its text row, the column, the index of the paragraph (`FoldedDraft`), the span in its text."""

    row: int
    column: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Found:
    """All hits of some words: the cells that have any, in reading order, and how many hits come up to each."""

    words: str
    view: DisplayRows
    folded: tuple[FoldedDraft, ...] = ()
    cells: tuple[tuple[int, int, int], ...] = ()
    sums: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """The number of hits."""
        return self.sums[-1] if self.sums else 0

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The ordinals of the text rows that have hits, in order."""
        return tuple(dict.fromkeys(row for row, _, _ in self.cells))

    @property
    def drafts(self) -> int:
        """In how many drafts there are hits."""
        return len({column for _, column, _ in self.cells})

    def hit(self, number: int) -> Hit:
        """The hit of a number, from 0 in reading order; raises IndexError."""
        if not 0 <= number < self.count:
            raise IndexError(number)
        cell = bisect_right(self.sums, number)
        row, column, index = self.cells[cell]
        start, end = self.spans(column, index)[number - (self.sums[cell - 1] if cell else 0)]
        return Hit(row, column, index, start, end)

    def spans(self, column: int, index: int) -> tuple[tuple[int, int], ...]:
        """The hits in a paragraph's text, in code points."""
        return spans_in(self.paragraph(column, index).text, self.words)

    def paragraph(self, column: int, index: int) -> Paragraph:
        """The paragraph or paragraph of a note that a hit stands in."""
        return self.folded[column].paragraphs[index]

    def in_cell(self, row: int, column: int) -> tuple[int, ...]:
        """The paragraphs with hits in a column of a text row."""
        first = bisect_left(self.cells, (row, column, -1))
        return tuple(index for _, _, index in self.cells[first : bisect_left(self.cells, (row, column + 1, -1))])

    def first_from(self, row: int) -> int:
        """The number of the first hit in a text row or after it; the first of all where there is none."""
        cell = bisect_left(self.cells, (row, -1, -1))
        if cell >= len(self.cells):
            return 0
        return self.sums[cell - 1] if cell else 0


def find(view: DisplayRows, words: str, folded: FoldedDrafts) -> Found:
    """All hits of words in the text rows of a view, footnotes too, in the order of rows, then columns."""
    wanted = fold(words)
    if not wanted.strip():
        return Found("", view)
    drafts = view.comparison.drafts
    folded.keep(drafts)
    ready = tuple(folded.of(draft) for draft in drafts)
    number_in = {text: text.count(wanted) for text in {text for one in ready for text in one.texts}}
    counts = [[number_in[text] for text in one.texts] for one in ready]
    cells: list[tuple[int, int, int]] = []
    numbers: list[int] = []
    for row in view.rows:
        for column, cell in enumerate(row.cells):
            if view.alone not in {-1, column}:
                continue
            counted, notes = counts[column], ready[column].notes
            for paragraph in cell:
                for index in (paragraph, *notes.get(paragraph, ())) if notes else (paragraph,):
                    if counted[index]:
                        cells.append((row.ordinal, column, index))
                        numbers.append(counted[index])
    return Found(wanted, view, ready, tuple(cells), tuple(accumulate(numbers)))


def shown_spans(block: Block, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """A span of a paragraph's text as spans of what its block shows; struck words of another draft part it."""
    spans: list[tuple[int, int]] = []
    at = shown = 0
    for stretch in block.stretches:
        length = len(stretch.text)
        covered = stretch.covered
        low, high = max(start, at), min(end, at + covered)
        if low < high:
            whole = covered != length
            part = (shown, shown + length) if whole else (shown + low - at, shown + high - at)
            if spans and spans[-1][1] == part[0]:
                part = (spans.pop()[0], part[1])
            spans.append(part)
        at += covered
        shown += length
    return tuple(spans)
