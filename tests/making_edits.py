"""Edits typed into the text of a resolution, with what a redline should show of each: (deleted, inserted)."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, Paragraph, ParagraphKind
from draftdesk.wording.normal_form import normal_form
from draftdesk.wording.openings import find_opening
from making_redlines import drawing

K = ParagraphKind
_VERBS = {
    "Requests": "Invites", "Invites": "Urges", "Urges": "Calls upon", "Calls upon": "Urges", "Encourages": "Invites",
    "Decides": "Requests", "Notes": "Welcomes", "Welcomes": "Notes", "Recognizes": "Stresses", "Stresses": "Notes",
    "Recalling": "Noting", "Noting": "Recalling", "Reaffirming": "Recalling", "Recognizing": "Noting",
}  # fmt: skip
_WORD = re.compile(r"(?<=[a-z] )[a-z]{5,}(?= [a-z])")
_DATE = re.compile(r"(?<= of )\d{1,2}(?=[ \xa0](?:May|June|July|September|November|December) (?:19|20)\d\d)")
_MARK = re.compile(r"(?:\[-(?P<gone>.*?)-\])?(?:\{\+(?P<come>.*?)\+\})?")
_LENGTHS = range(120, 1500)
COME = "Mindful of the need for lights on every ferry that crosses a lake by night,"


@dataclass
class Edited:
    """The lines of the new text, and the changes typed into them."""

    lines: list[str] = field(default_factory=list)
    wanted: list[tuple[str, str]] = field(default_factory=list)


def typed_edits(draft: Draft, text: Draft, seed: str) -> Edited:
    """Up to ten edits in the lines of `text`, which says what `draft` says: words, a verb, a date, a number ..."""
    chosen = _Chosen(draft, random.Random(seed))
    edits = dict(chosen.edits())
    edited = Edited(wanted=chosen.wanted)
    for paragraph in text.paragraphs:
        if paragraph.is_hidden:
            continue
        edit = edits.get(normal_form(_bare(paragraph)))
        edited.lines += _lines(paragraph) if edit is None else edit(paragraph)
    return edited


def shown_changes(redline: bytes) -> list[tuple[str, str]]:
    """The changes that a redline shows, (deleted, inserted), without tabs and marks of notes."""
    found = []
    for line in drawing(redline):
        joined = re.sub(r"¶[+-]", "", line).replace("-][-", "").replace("+}{+", "")
        found += [
            (_plain(mark["gone"] or ""), _plain(mark["come"] or "")) for mark in _MARK.finditer(joined) if mark[0]
        ]
    return [pair for pair in found if pair != ("", "")]


def _plain(text: str) -> str:
    return re.sub(rf"[\s→↵*\xa0{OBJECT}]+", " ", text).strip()


def _bare(paragraph: Paragraph) -> str:
    return paragraph.text.replace(OBJECT, "")


def _lines(paragraph: Paragraph, text: str = "", number: str = "") -> list[str]:
    number, text = number or paragraph.number, (text or _bare(paragraph)).replace("\n", " ")
    if paragraph.kind is K.HEADING:
        return [number, text] if number else [text]
    stopped = number if not number or number.endswith(")") else f"{number}."
    return [f"{stopped} {text}".strip()]


_Edit = Callable[[Paragraph], list[str]]


class _Chosen:
    """Paragraphs chosen at random, one for each edit."""

    def __init__(self, draft: Draft, random_: random.Random) -> None:
        self._random = random_
        kinds = (K.PREAMBULAR, K.OPERATIVE)
        self._free = [
            p for p in draft.paragraphs if p.kind in kinds and len(p.text) in _LENGTHS and "\n" not in p.text
        ]
        random_.shuffle(self._free)
        self.wanted: list[tuple[str, str]] = []

    def edits(self) -> list[tuple[str, _Edit]]:
        found = [self._word(how) for how in ("zealous", "zealous", "", "{} quickly", "{}, as well as ferries,")]
        found += [self._verb(), self._date(), self._gone(), self._come(), self._number()]
        return [edit for edit in found if edit is not None]

    def _take(self, fits: Callable[[Paragraph], object]) -> Paragraph | None:
        taken = next((p for p in self._free if fits(p)), None)
        if taken is not None:
            self._free.remove(taken)
        return taken

    def _reworded(self, paragraph: Paragraph, start: int, end: int, words: str) -> tuple[str, _Edit]:
        text = _bare(paragraph).replace("\xa0", " ")
        return normal_form(text), lambda now: _lines(now, text[:start] + words + text[end:])

    def _word(self, how: str) -> tuple[str, _Edit] | None:
        paragraph = self._take(lambda p: _WORD.search(_bare(p)))
        if paragraph is None:
            return None
        word = self._random.choice(list(_WORD.finditer(_bare(paragraph))))
        if "{}" in how:
            self.wanted.append(("", how.format("").strip()))
            return self._reworded(paragraph, word.start(), word.end(), how.format(word[0]))
        self.wanted.append((word[0], how))
        return self._reworded(paragraph, word.start() - (not how), word.end(), how)

    def _verb(self) -> tuple[str, _Edit] | None:
        paragraph = self._take(lambda p: (opening := find_opening(p.text)) and opening.text in _VERBS)
        opening = find_opening(paragraph.text) if paragraph is not None else None
        if paragraph is None or opening is None:
            return None
        self.wanted.append((opening.text, _VERBS[opening.text]))
        return self._reworded(paragraph, 0, len(opening.text), _VERBS[opening.text])

    def _date(self) -> tuple[str, _Edit] | None:
        paragraph = self._take(lambda p: _DATE.search(_bare(p)))
        day = _DATE.search(_bare(paragraph)) if paragraph is not None else None
        if paragraph is None or day is None:
            return None
        other = str(int(day[0]) % 27 + 1)
        self.wanted.append((day[0], other))
        return self._reworded(paragraph, day.start(), day.end(), other)

    def _gone(self) -> tuple[str, _Edit] | None:
        paragraph = self._take(lambda p: p.kind is K.PREAMBULAR and not p.objects)
        if paragraph is None:
            return None
        self.wanted.append((_plain(paragraph.text), ""))
        return normal_form(_bare(paragraph)), lambda _: []

    def _come(self) -> tuple[str, _Edit] | None:
        paragraph = self._take(lambda p: p.kind is K.PREAMBULAR)
        if paragraph is None:
            return None
        self.wanted.append(("", COME))
        return normal_form(_bare(paragraph)), lambda now: [*_lines(now), COME]

    def _number(self) -> tuple[str, _Edit] | None:
        paragraph = self._take(lambda p: p.kind is K.OPERATIVE and p.number.isdigit())
        if paragraph is None:
            return None
        self.wanted.append(("", "bis"))
        return normal_form(_bare(paragraph)), lambda now: _lines(now, number=f"{paragraph.number} bis")
