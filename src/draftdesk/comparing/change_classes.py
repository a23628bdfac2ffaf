"""How much a change matters: substance, strength of the verb, technical update, or editorial.

What each class is, is written in docs/classes.md. In doubt a change is of substance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from draftdesk.comparing.edit_script import Block
from draftdesk.comparing.plain_words import PUNCTUATION, is_torn_word, plain, say_the_same
from draftdesk.model.change import ChangeClass, StrengthShift
from draftdesk.wording.citations import ReferenceKind, references, session_ordinals
from draftdesk.wording.openings import Opening, find_opening, same_demand, shift_between
from draftdesk.wording.tokens import Token, TokenKind

_CONNECTING_WORDS: Final = (
    "and of to in on at by the its their for resolution resolutions decision decisions session sessions adopted "
    "paragraph paragraphs dated also as well "
    "et de du des la les le sa ses résolution résolutions session en y su sus resolución resoluciones período "
    "sesiones el los и от в года резолюция резолюции резолюций резолюциях сессия сессии و في المؤرخ القرار "
    "القرارات 和 及 号 第 决 议 届 会"
)
_CONNECTING: Final = frozenset(_CONNECTING_WORDS.split())
_OPENING_WORDS: Final = frozenset(
    ("of", "that", "the", "to", "on", "upon", "about", "at", "by", "with", "for", "its")
)
_DEADLINE: Final = re.compile(
    r"(?:\bby(?: the (?:end|year)(?: of)?)?|\b(?:no|not) later than|\bbefore|\bd’ici(?: à| au| la fin(?: de)?)?"
    r"|\bau plus tard (?:le|en|à)|\bpara|\ba más tardar (?:el|en)|\bк|\bне позднее|到|至迟于|بحلول(?: عام)?)\s*$",
    re.IGNORECASE,
)
"""What stands before a day or a year by which something must be done: another one is no mere update."""

_NUMBER: Final = re.compile(r"(?:\d{1,3}\s?[.)]\s*)?")
"""The number of a paragraph that a file has among its words ("232 .Recognizes")."""

_TIMES: Final = frozenset({ReferenceKind.DATE, ReferenceKind.YEAR})
_FULL_NAMES: Final = (
    (("2030", "agenda"), ("for", "sustainable", "development")),
    (("addis", "ababa", "action", "agenda"), ("of", "third", "international", "conference", "on", "financing")),
)
"""Names that are known without their tails: (what stands before, what may be left out)."""


class Classifier:
    """Knows both texts of a comparison and judges its blocks one by one."""

    def __init__(self, old: str, new: str, before: Sequence[Token], after: Sequence[Token], language: str) -> None:
        self._old, self._new = old, new
        self._before, self._after = before, after
        self._language = language

    def class_of(self, block: Block) -> ChangeClass:
        """The class of a block, the gravest that any of its words asks for."""
        gone, come = self._before[block.i1 : block.i2], self._after[block.j1 : block.j2]
        if gone and come and is_torn_word(_text(gone, self._old), _text(come, self._new)):
            return ChangeClass.NOISE
        if self._is_number(block):
            return ChangeClass.NUMBER
        if say_the_same(gone, come, self._language) or self._is_tail_of_name(block):
            return ChangeClass.EDITORIAL
        verb = self._opening_class(block) or self._demand_class(gone, come)
        if verb is not None:
            return verb
        if self._is_technical(gone, come):
            return ChangeClass.TECHNICAL
        return ChangeClass.SUBSTANCE

    def _is_number(self, block: Block) -> bool:
        """Whether nothing but a number before the words of both paragraphs came, went or became another."""
        if block.i1 or block.j1:
            return False
        for text, rest in ((self._old, self._before[block.i2 :]), (self._new, self._after[block.j2 :])):
            if not rest or not text[rest[0].start].isalpha() or not _NUMBER.fullmatch(text[: rest[0].start]):
                return False
        return True

    def _opening_class(self, block: Block) -> ChangeClass | None:
        """The class of a change of the opening phrase; None where it changes other words, too."""
        before, after = self._openings
        if before is None or after is None or before.text == after.text:
            return None
        gone = _after_opening(self._before[block.i1 : block.i2], before)
        come = _after_opening(self._after[block.j1 : block.j2], after)
        if gone is None or come is None or not {form.lower() for form in (*gone, *come)} <= _OPENING_WORDS:
            return None
        return _class_of_shift(before, after) or ChangeClass.SUBSTANCE

    @cached_property
    def _openings(self) -> tuple[Opening | None, Opening | None]:
        return find_opening(self._old, self._language), find_opening(self._new, self._language)

    def _demand_class(self, gone: Sequence[Token], come: Sequence[Token]) -> ChangeClass | None:
        """The class of a verb that opens another demand inside a paragraph: "and urges" for "and encourages"."""
        if self._language != "en" or not gone or not come:
            return None
        verbs = [_as_opening(_text(side, text)) for side, text in ((gone, self._old), (come, self._new))]
        if verbs[0] is None or verbs[1] is None:
            return None
        return _class_of_shift(verbs[0], verbs[1])

    def _is_technical(self, gone: Sequence[Token], come: Sequence[Token]) -> bool:
        sides = (
            _references_or_words(gone, self._old, self._old_places),
            _references_or_words(come, self._new, self._new_places),
        )
        named = [sum(1 for form in side if not form) for side in sides]
        words = [form.lower() for side in sides for form in side if form]
        if gone and come and not all(named):
            return False
        return any(named) and all(word in _CONNECTING or word in PUNCTUATION for word in words)

    @cached_property
    def _old_places(self) -> list[tuple[int, int]]:
        return _places(self._old, self._language)

    @cached_property
    def _new_places(self) -> list[tuple[int, int]]:
        return _places(self._new, self._language)

    def _is_tail_of_name(self, block: Block) -> bool:
        """Whether a name got or lost the tail that everybody knows, "for Sustainable Development"."""
        if block.i1 != block.i2 and block.j1 != block.j2:
            return False
        tokens, start, end = (
            (self._after, block.j1, block.j2) if block.i1 == block.i2 else (self._before, block.i1, block.i2)
        )
        words = tuple(plain(tokens[start:end], "en"))
        head = tuple(plain(tokens[max(0, start - 6) : start], "en"))
        return any(words == tail and head[-len(name) :] == name for name, tail in _FULL_NAMES)


def _class_of_shift(before: Opening, after: Opening) -> ChangeClass | None:
    """The class of one verb for another; None where no ladder holds both."""
    shift: StrengthShift | None = shift_between(before, after)
    if same_demand(before, after) and (shift is None or shift.steps == 0):
        return ChangeClass.EDITORIAL
    return None if shift is None else ChangeClass.STRENGTH


def _as_opening(words: str) -> Opening | None:
    """The verb that the words are, all of them but a small word after it; None for other words."""
    if not words[:1].islower():
        return None
    opening = find_opening(words[0].upper() + words[1:])
    if opening is None or not set(words[opening.span.end :].lower().split()) <= _OPENING_WORDS:
        return None
    return opening


def _places(text: str, language: str) -> list[tuple[int, int]]:
    """Where the references of a text are, without the days and years that are a deadline."""
    found = [
        (item.span.start, item.span.end)
        for item in references(text)
        if item.kind not in _TIMES or not _DEADLINE.search(text[max(0, item.span.start - 24) : item.span.start])
    ]
    return [*found, *((span.start, span.end) for span in session_ordinals(text, language))]


def _references_or_words(tokens: Sequence[Token], text: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """The forms of the tokens; "" for one that is part of a reference."""
    found = []
    for token in tokens:
        part = any(s <= token.start and token.end <= e for s, e in places)
        if token.kind is TokenKind.REFERENCE and not part:
            part = not _DEADLINE.search(text[max(0, token.start - 24) : token.start])
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


def _text(tokens: Sequence[Token], text: str) -> str:
    return text[tokens[0].start : tokens[-1].end]
