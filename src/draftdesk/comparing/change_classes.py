"""How much a change matters: substance, strength of the verb, technical update, or editorial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from draftdesk.comparing.edit_script import Block
from draftdesk.model.change import PARAGRAPH_BREAK, ChangeClass
from draftdesk.model.paragraph import OBJECT
from draftdesk.wording.citations import references
from draftdesk.wording.openings import Opening, find_opening, strength_shift
from draftdesk.wording.tokens import Token, TokenKind

_CONNECTING_WORDS: Final = (
    "and of to in on at by the its their for resolution resolutions decision decisions session sessions adopted "
    "paragraph paragraphs dated also as well "
    "et de du des la les le sa ses résolution résolutions session en y su sus resolución resoluciones período "
    "sesiones el los и от в года резолюция резолюции резолюций резолюциях сессия сессии و في المؤرخ القرار "
    "القرارات 和 及 号 第 决 议 届 会"
)
_CONNECTING: Final = frozenset(_CONNECTING_WORDS.split())
_PUNCTUATION: Final = frozenset(",;:.'\"()-!?،؛，；：。、（）·…")
_SMALL_WORDS: Final = frozenset(("the", "a", "an", "also", "further"))
"""Articles, and the companions that follow from what stands before."""

_OPENING_WORDS: Final = frozenset(
    ("of", "that", "the", "to", "on", "upon", "about", "at", "by", "with", "for", "its")
)
_SMALL_NUMBERS: Final = "one two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS: Final = {word: str(value) for value, word in enumerate(_SMALL_NUMBERS.split(), 1)}
_SPELLINGS: Final = (
    (re.compile(r"is(e[ds]?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"our"), "or"),
    (re.compile(r"^program$"), "programme"),
    (re.compile(r"^programs$"), "programmes"),
    (re.compile(r"^center(s?)$"), r"centre\1"),
    (re.compile(r"ll(ed|ing)$"), r"l\1"),
    (re.compile(r"-"), ""),
)
_ENGLISH_WORD: Final = re.compile(r"[a-z-]{5,}")


class Classifier:
    """Knows both texts of a comparison and judges its blocks one by one."""

    def __init__(self, old: str, new: str, before: Sequence[Token], after: Sequence[Token], language: str) -> None:
        self._old, self._new = old, new
        self._before, self._after = before, after
        self._language = language

    def class_of(self, block: Block) -> ChangeClass:
        """The class of a block, the gravest that any of its words asks for."""
        gone, come = self._before[block.i1 : block.i2], self._after[block.j1 : block.j2]
        if _plain(gone) == _plain(come) or _is_regrouping(gone, come):
            return ChangeClass.EDITORIAL
        opening = self._opening_class(block)
        if opening is not None:
            return opening
        if self._is_technical(gone, come):
            return ChangeClass.TECHNICAL
        return ChangeClass.SUBSTANCE

    def _opening_class(self, block: Block) -> ChangeClass | None:
        """The class of a change of the opening phrase; None where it changes other words, too."""
        before, after = self._openings
        if before is None or after is None or before.text == after.text:
            return None
        gone = _after_opening(self._before[block.i1 : block.i2], before)
        come = _after_opening(self._after[block.j1 : block.j2], after)
        if gone is None or come is None or not {form.lower() for form in (*gone, *come)} <= _OPENING_WORDS:
            return None
        shift = strength_shift(self._old, self._new, self._language)
        if before.lemma == after.lemma and (shift is None or shift.steps == 0):
            return ChangeClass.EDITORIAL
        return ChangeClass.SUBSTANCE if shift is None else ChangeClass.STRENGTH

    @cached_property
    def _openings(self) -> tuple[Opening | None, Opening | None]:
        return find_opening(self._old, self._language), find_opening(self._new, self._language)

    def _is_technical(self, gone: Sequence[Token], come: Sequence[Token]) -> bool:
        sides = (_references_or_words(gone, self._old_places), _references_or_words(come, self._new_places))
        named = [sum(1 for form in side if not form) for side in sides]
        words = [form.lower() for side in sides for form in side if form]
        if gone and come and not all(named):
            return False
        return any(named) and all(word in _CONNECTING or word in _PUNCTUATION for word in words)

    @cached_property
    def _old_places(self) -> list[tuple[int, int]]:
        return [(item.span.start, item.span.end) for item in references(self._old)]

    @cached_property
    def _new_places(self) -> list[tuple[int, int]]:
        return [(item.span.start, item.span.end) for item in references(self._new)]


def _references_or_words(tokens: Sequence[Token], places: Sequence[tuple[int, int]]) -> list[str]:
    """The forms of the tokens; "" for one that is part of a reference."""
    found = []
    for token in tokens:
        part = token.kind is TokenKind.REFERENCE or any(s <= token.start and token.end <= e for s, e in places)
        found.append("" if part else token.form)
    return found


def _after_opening(tokens: Sequence[Token], opening: Opening) -> list[str] | None:
    """The forms that stand after the opening; None where none of the tokens (though there are some) is in it.

    A change without tokens on this side stands where the other side says.
    """
    inside = [token.start < opening.span.end for token in tokens]
    if tokens and not any(inside):
        return None
    return [token.form for token, within in zip(tokens, inside, strict=True) if not within]


def _is_regrouping(gone: Sequence[Token], come: Sequence[Token]) -> bool:
    """Whether a paragraph was only split or joined: "; Stresses" for ", and stresses"."""
    if not any(token.kind is TokenKind.BREAK for token in (*gone, *come)):
        return False
    return [word for word in _plain(gone) if word != "and"] == [word for word in _plain(come) if word != "and"]


def _plain(tokens: Sequence[Token]) -> list[str]:
    """What is left without punctuation, articles, companions, note marks, case, spelling variants and breaks."""
    words = []
    for token in tokens:
        form = token.form.lower()
        if form in _PUNCTUATION or form in _SMALL_WORDS or form in (OBJECT, PARAGRAPH_BREAK):
            continue
        if form.isnumeric() and not form.isascii():
            continue  # a superscript note mark
        form = _NUMBER_WORDS.get(form, form)
        if _ENGLISH_WORD.fullmatch(form):
            for pattern, usual in _SPELLINGS:
                form = pattern.sub(usual, form)
        words.append(form)
    return words
