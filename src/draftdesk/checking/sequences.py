"""Rules of paragraphs in a row that open alike: plain, also, further, and again from plain.

Counted in adopted resolutions: in the preamble the cycle is kept in 1,608 of 1,628 runs of two and in 480 of
489 of three; in the operative part by verbs without addressee in 1,531 of 1,775 cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.rule import Breach, Rule
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind, Span
from draftdesk.wording.openings import Opening

_WORDS: Final = ("", "also", "further")
_CYCLE: Final = frozenset({"also", "further"})
_ADDRESSED: Final = frozenset(
    {
        "request",
        "invite",
        "urge",
        "call",
        "encourage",
        "appeal",
        "direct",
        "authorize",
        "recommend",
        "ask",
        "instruct",
    }
)
"""Verbs that speak to somebody: with a new addressee the plain verb is right (1,064 of 1,231)."""


_DETERMINERS: Final = frozenset({"that", "the", "a", "an", "its", "to", "upon", "all", "with", "on", "in"})
"""After these "further" is the adverb; "encourages further efforts" has an adjective."""


def _pieces(opening: Opening) -> tuple[str, list[str]]:
    """The word of the cycle in an opening ("" for none), and its other words."""
    words = opening.text.split()
    lowered = [word.strip(",").lower() for word in words]
    found = next((word for word in lowered if word in _CYCLE), "")
    return found, [word for word in words if word.strip(",").lower() != found] if found else words


def _key(opening: Opening) -> str:
    return " ".join(_pieces(opening)[1]).lower()


def _with_cycle_word(opening: Opening, kind: ParagraphKind, word: str) -> str:
    """The opening as it reads with a word of the cycle, or with none."""
    _, rest = _pieces(opening)
    if word and kind is ParagraphKind.OPERATIVE:
        return " ".join([word.capitalize(), rest[0][:1].lower() + rest[0][1:], *rest[1:]])
    rest = [rest[0][:1].upper() + rest[0][1:], *rest[1:]]
    if not word:
        return " ".join(rest)
    if len(rest) > 1 and rest[1].lower() in ("with", "note", "into"):
        return " ".join([*rest, word])
    return " ".join([rest[0], word, *rest[1:]])


def _runs(examined: Examined, kind: ParagraphKind) -> Iterator[list[tuple[Paragraph, Opening]]]:
    """Neighbours of one kind whose openings are alike but for also and further."""
    run: list[tuple[Paragraph, Opening]] = []
    for paragraph in examined.body:
        if paragraph.kind in SUBPARAGRAPHS or paragraph.kind is ParagraphKind.CLOSING:
            continue
        opening = examined.opening(paragraph) if paragraph.kind is kind else None
        if opening is None or not run or _key(run[-1][1]) != _key(opening):
            yield run
            run = []
        if opening is not None:
            run.append((paragraph, opening))
    yield run


def _preambular_cycle(examined: Examined) -> Iterator[Breach]:
    for run in _runs(examined, ParagraphKind.PREAMBULAR):
        yield from _breaches(run, ParagraphKind.PREAMBULAR)


def _operative_cycle(examined: Examined) -> Iterator[Breach]:
    for run in _runs(examined, ParagraphKind.OPERATIVE):
        if run and not any(word.rstrip("s") in _ADDRESSED for word in _key(run[0][1]).split()):
            yield from _breaches(run, ParagraphKind.OPERATIVE)


def _breaches(run: list[tuple[Paragraph, Opening]], kind: ParagraphKind) -> Iterator[Breach]:
    """Where the word of the cycle is not the next one; a run may begin anywhere, for others may stand before it."""
    if len(run) < 2:
        return
    place = 0
    for at, (paragraph, opening) in enumerate(run):
        word = _pieces(opening)[0]
        if at == 0:
            place = _WORDS.index(word)
            continue
        place = (place + 1) % len(_WORDS)
        # after "also" the cycle may end: "also" again is wrong, plain again is the usual restart
        if word == _WORDS[place] or (word == "" and place == 2):
            place = _WORDS.index(word)
            continue
        yield Breach(paragraph, opening.span, _with_cycle_word(opening, kind, _WORDS[place]))
        place = _WORDS.index(word)


def _adverbs_before_participles(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        words = paragraph.text.split(maxsplit=2)
        if paragraph.kind is not ParagraphKind.PREAMBULAR or len(words) < 3 or words[0].lower() not in _CYCLE:
            continue
        opening = examined.opening(paragraph)
        if opening is not None and opening.kind is ParagraphKind.PREAMBULAR and words[1].endswith("ing"):
            right = _with_cycle_word(opening, ParagraphKind.PREAMBULAR, words[0].lower())
            yield Breach(paragraph, opening.span, right)


def _adverbs_behind_verbs(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        words = paragraph.text.split(maxsplit=3)
        if paragraph.kind is not ParagraphKind.OPERATIVE or len(words) < 4 or words[1].lower() not in _CYCLE:
            continue
        if words[1].lower() == "further" and words[2].lower() not in _DETERMINERS:
            continue
        opening = examined.opening(paragraph)
        if opening is not None and opening.kind is ParagraphKind.OPERATIVE:
            first = len(words[0]) + 1 + len(words[1])
            span = Span(opening.span.start, max(opening.span.end, opening.span.start + first))
            right = f"{words[1].capitalize()} {words[0].lower()}{paragraph.text[first : span.end]}"
            yield Breach(paragraph, span, right)


SEQUENCES: Final = (
    Rule("also_after_participle", Grade.WARNING, _adverbs_before_participles, "R21, 3,203 to 7 in adopted texts"),
    Rule("also_before_verb", Grade.WARNING, _adverbs_behind_verbs, "R22, 2,593 to 2 in adopted texts"),
    Rule("preambular_cycle", Grade.WARNING, _preambular_cycle, "R23, R26, adopted texts"),
    Rule("operative_cycle", Grade.HINT, _operative_cycle, "R25, 1,531 of 1,775 in adopted texts"),
)
