"""The words that open a paragraph of a resolution: "Recalling also", "Strongly urges", "Décide".

A phrase is known from the list of `resources/phrases/phrases.json` (counted in resolutions of 2020 to 2023)
or composed of one in the list and its usual companions: in the English preamble these follow ("Noting with
concern also"), in the operative part they precede ("Also strongly encourages"). Strength is a rank
inside a ladder of verbs (`wording.ladders`).
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final

from draftdesk.model.change import StrengthShift
from draftdesk.model.paragraph import ParagraphKind, Span
from draftdesk.resources import resource
from draftdesk.wording.gender import FEMININE, MASCULINE, masculine
from draftdesk.wording.ladders import INTENSIFIERS, Ladders, Ranks, ladders, lemma, put_in_use
from draftdesk.wording.normal_form import folded


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the list: how often it opened a paragraph, and its rank in each of its ladders."""

    text: str
    kind: ParagraphKind
    language: str
    count: int
    ranks: tuple[tuple[str, int], ...] = ()
    base: str = ""
    english: tuple[str, ...] = ()
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a text: its span, the phrase of the list in it, and the companions around that.

    `kind` is PREAMBULAR or OPERATIVE; `lemma` is the same for "Recalling" and "Recalls".
    """

    span: Span
    text: str
    phrase: Phrase
    companions: tuple[str, ...] = ()

    @property
    def kind(self) -> ParagraphKind:
        """Which part of a resolution the form belongs to."""
        return self.phrase.kind

    @property
    def ranks(self) -> dict[str, int]:
        """The rank in each ladder; an intensifier ("strongly") counts one step."""
        extra = sum(word in INTENSIFIERS for word in self.companions)
        return {ladder: rank + extra for ladder, rank in self.phrase.ranks}

    @property
    def lemma(self) -> str:
        """The phrase without its companions and without the form of its verb."""
        return lemma(self.phrase.base or self.phrase.text)


@dataclass(frozen=True, slots=True)
class Completion:
    """A phrase offered to a writer, the commonest first."""

    phrase: str
    count: int
    kind: ParagraphKind
    ranks: tuple[tuple[str, int], ...] = ()


_KINDS: Final = {"preambular": ParagraphKind.PREAMBULAR, "operative": ParagraphKind.OPERATIVE}
_BEFORE: Final = ("also", "further", "strongly", "once again", "again", "urgently", "firmly", "in this regard,")
_AFTER: Final = (
    "also", "further", "once again", "again", "in this regard", "in that regard", "in particular",
    "in this context", "with appreciation", "with concern", "with satisfaction", "with interest",
    "with deep concern", "with grave concern", "with regret",
)  # fmt: skip
_SAME_VERBS: Final = (("takes note", "notes"), ("expresses appreciation", "appreciates"), ("calls on", "calls upon"))
_BEFORE_BLANK: Final = tuple(f"{word} " for word in _BEFORE)
_AFTER_BLANK: Final = tuple(f" {word}" for word in _AFTER)
_GAP: Final = re.compile(r"[^\S\u2029]{2,}|[^\S\u2029 ]")
"""Blanks that are not one space already."""


@lru_cache(maxsize=16384)
def find_opening(text: str, language: str = "en") -> Opening | None:
    """The opening at the start of a text (without number), the longest that is known; None for none.

    Case counts: an opening of English, French or Spanish begins with a capital letter.
    """
    start = len(text) - len(text.lstrip("[] \u00a0\t\u201c"))
    head = _GAP.sub(" ", _key(text[start : start + 160]))
    companions, at = _companions_before(head) if language == "en" else ((), 0)
    phrase = _longest(head, at, language, capital=at == 0)
    if phrase is None:
        return None
    length = at + len(_key(phrase.text))
    if language == "en":
        following, length = _companions_after(head, length)
        companions += following
    end = _source_end(text, start, head[:length])
    return Opening(Span(start, end), text[start:end], phrase, companions)


def _companions_before(head: str) -> tuple[tuple[str, ...], int]:
    found: tuple[str, ...] = ()
    at = 0
    while True:
        rest = head[at:].lower()
        if not rest.startswith(_BEFORE_BLANK):
            return found, at
        word = next((w for w in _BEFORE if rest.startswith(f"{w} ")), None)
        if word is None or len(found) > 2 or (not found and _longest(head, 0, "en", capital=True)):
            return found, at
        if not found and not head[:1].isupper():
            return (), 0
        found, at = (*found, word), at + len(word) + 1


def _companions_after(head: str, at: int) -> tuple[tuple[str, ...], int]:
    found: tuple[str, ...] = ()
    while True:
        rest = head[at:]
        if not rest.startswith(_AFTER_BLANK):
            return found, at
        word = next((w for w in _AFTER if rest.startswith(f" {w}") and not rest[len(w) + 1 :][:1].isalpha()), None)
        if word is None or len(found) > 2:
            return found, at
        found, at = (*found, word), at + len(word) + 1


def _longest(head: str, at: int, language: str, *, capital: bool) -> Phrase | None:
    index = _index(language)
    rest = head[at:]
    if not capital:
        rest = rest[:1].upper() + rest[1:]
    for length in index.lengths.get(rest[: index.shortest], ()):
        phrase = index.phrases.get(rest[:length])
        if phrase is not None and (language == "zh" or not rest[length : length + 1].isalpha()):
            return phrase
    return None


def _source_end(text: str, start: int, shown: str) -> int:
    """Where a phrase ends in the text: its blanks may be wider or narrower there."""
    end = start + len(shown)
    if not text.startswith(shown, start):
        found = _written(shown).match(text, start)
        end = found.end() if found else end
    trailing = _TRAILING.match(text, end)
    return trailing.end() if trailing else end


@lru_cache(maxsize=1024)
def _written(shown: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(rf"{_IGNORED}*".join(map(_loose, word)) for word in shown.split(" ")))


_IGNORED: Final = "[\u00ad\u200b-\u200f\u0640\u064b-\u0652]"
_TRAILING: Final = re.compile(f"{_IGNORED}+")


def _loose(letter: str) -> str:
    return "['’‘ʼ]" if letter == "’" else re.escape(letter)


def stem_of(text: str, language: str = "en") -> str:
    """The text without its opening: the same for "Recalling that ..." and "Recalls that ..."."""
    opening = find_opening(text, language)
    return text if opening is None else text[opening.span.end :].lstrip()


def strength_shift(old: str, new: str, language: str = "en") -> StrengthShift | None:
    """How the strength of the opening changed from one text to the other.

    None where an opening is unknown, nothing changed, or no ladder holds both.
    """
    before, after = find_opening(old, language), find_opening(new, language)
    if before is None or after is None or before.text == after.text:
        return None
    return shift_between(before, after)


def shift_between(before: Opening, after: Opening) -> StrengthShift | None:
    """How the strength changed from one opening to another; None where no ladder holds both."""
    ranks, later = before.ranks, after.ranks
    for ladder, rank in ranks.items():
        if ladder in later:
            return StrengthShift(before.text, after.text, ladder, rank, later[ladder])
    return None


def same_demand(before: Opening, after: Opening) -> bool:
    """Whether two openings are forms of one: "Also recalling" and "Recalls", "Notes" and "Takes note of".

    "Notes" and "takes note of" are neutral alike (decision 55/488 of the General Assembly).
    """
    return _demand(before) == _demand(after)


def _demand(opening: Opening) -> str:
    verb = opening.lemma.replace(" its ", " ")
    english = {_demand(found) for text in opening.phrase.english if (found := find_opening(text))}
    neutral = lemma("notes")
    if english == {neutral}:
        return neutral
    for one, other in _SAME_VERBS:
        verb = re.sub(rf"^{lemma(one)}\b", lemma(other), verb)
    return verb


def complete(
    prefix: str, kind: ParagraphKind, language: str = "en", limit: int = 12, gender: str = ""
) -> tuple[Completion, ...]:
    """Phrases that begin as a writer began (case does not count), the commonest first.

    `gender`: that of the organ; phrases of the other one are left out.
    """
    wanted = _key(prefix).lower().lstrip()
    rows = _completions(kind, language)
    at = bisect_left(rows, (wanted,))
    found = []
    while at < len(rows) and rows[at][0].startswith(wanted):
        if not gender or rows[at][1].gender in ("", gender):
            found.append(rows[at][1])
        at += 1
    found.sort(key=lambda phrase: (-phrase.count, phrase.text))
    return tuple(Completion(p.text, p.count, p.kind, p.ranks) for p in found[:limit])


def phrases(kind: ParagraphKind, language: str = "en") -> tuple[Phrase, ...]:
    """All phrases of one part of a resolution, in the order of the list."""
    return tuple(phrase for phrase in _load(language) if phrase.kind is kind)


def enacting_formulas(language: str = "en") -> tuple[str, ...]:
    """The lines that name the organ: "The General Assembly,"."""
    return tuple(_data()["enacting"].get(language, ()))


def _key(text: str) -> str:
    return folded(text).replace("'", "’")


@dataclass(frozen=True, slots=True)
class _Index:
    """Phrases by their text, and the lengths, the longest first, of those with the same `shortest` letters first."""

    shortest: int
    phrases: dict[str, Phrase]
    lengths: dict[str, tuple[int, ...]]


@cache
def _index(language: str) -> _Index:
    by_text: dict[str, Phrase] = {}
    for phrase in _load(language):
        known = by_text.get(_key(phrase.text))
        if known is None or phrase.count > known.count:
            by_text[_key(phrase.text)] = phrase
    shortest = min(map(len, by_text), default=1)
    lengths: dict[str, set[int]] = {}
    for text in by_text:
        lengths.setdefault(text[:shortest], set()).add(len(text))
    return _Index(shortest, by_text, {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()})


@cache
def _completions(kind: ParagraphKind, language: str) -> list[tuple[str, Phrase]]:
    rows = [(phrase.text.lower(), phrase) for phrase in phrases(kind, language)]
    return sorted(rows, key=lambda row: row[0])


@cache
def _data() -> dict[str, Any]:
    with resource("phrases", "phrases.json").open(encoding="utf-8") as file:
        loaded: dict[str, Any] = json.load(file)
    return loaded


@cache
def _load(language: str) -> tuple[Phrase, ...]:
    is_english = language == "en"
    listed = tuple(
        Phrase(
            entry["phrase"],
            _KINDS[part],
            language,
            entry["count"],
            ladders().ranks(entry["phrase"], entry.get("base", "")) if is_english else _rendered_ranks(entry),
            entry.get("base", ""),
            tuple(entry.get("en", ())),
            entry.get("gender", ""),
        )
        for part, entries in _data()["languages"].get(language, {}).items()
        for entry in entries
    )
    return (*listed, *(_of_ladders(listed) if is_english else _of_councils(listed)))


def _of_councils(listed: Sequence[Phrase]) -> Iterator[Phrase]:
    """What an Assembly has in the feminine, as a Council has it."""
    known = {(phrase.kind, phrase.text) for phrase in listed}
    for phrase in listed:
        text = masculine(phrase.text, phrase.language) if phrase.gender == FEMININE else phrase.text
        if (phrase.kind, text) not in known:
            yield replace(phrase, text=text, gender=MASCULINE)


def _of_ladders(listed: Sequence[Phrase]) -> Iterator[Phrase]:
    """Phrases that only the table of strength has: a user may have put them there."""
    known = {lemma(phrase.text) for phrase in listed}
    for text in ladders().phrases:
        if lemma(text) not in known:
            part = "preambular" if text.partition(" ")[0].endswith("ing") else "operative"
            yield Phrase(text, _KINDS[part], "en", 0, ladders().ranks(text))


def _rendered_ranks(entry: dict[str, Any]) -> Ranks:
    english = _data_of_english()
    return _ranks_of_english([dict(ladders().ranks(one, english.get(one, ""))) for one in entry.get("en", ())])


@cache
def _data_of_english() -> dict[str, str]:
    """English phrases with those that they vary."""
    parts = _data()["languages"]["en"].values()
    return {entry["phrase"]: entry.get("base", "") for entries in parts for entry in entries}


def use_ladders(table: Ladders | None) -> None:
    """Tell strength by another table from now on, or with None by that of the program."""
    put_in_use(table)
    for kept in (find_opening, _index, _completions, _load):
        kept.cache_clear()


def _ranks_of_english(rendered: Sequence[Mapping[str, int]]) -> tuple[tuple[str, int], ...]:
    """The ranks of a phrase of another language: those that all the English phrases it stands for have alike."""
    first, *others = rendered or [{}]
    return tuple((ladder, rank) for ladder, rank in first.items() if all(o.get(ladder) == rank for o in others))
