"""The opening of a paragraph in the form of the other part: "Recalling also" and "Also recalls"."""

from __future__ import annotations

from functools import cache
from typing import Final

from draftdesk.model.paragraph import ParagraphKind, Span
from draftdesk.wording.openings import Opening, Phrase, find_opening, phrases

_SEQUENCE: Final = ("also", "further", "once again", "again")
"""Words that follow the participle in the preamble and precede the verb in the operative part."""


def converted(text: str, kind: ParagraphKind, language: str = "en") -> str:
    """The text with its opening as the kind wants it; the same text where no counterpart is known."""
    opening = find_opening(text, language)
    if opening is None or opening.kind is kind or kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
        return text
    phrase = _counterparts(kind, language).get(_key(opening, language))
    if phrase is None:
        return text
    words = _sequence_words(opening)
    if kind is ParagraphKind.PREAMBULAR:
        new = " ".join([phrase.text, *words])
    else:
        new = " ".join([*words, phrase.text])
        new = new[:1].upper() + new[1:].lower() if words else new
    return text[: opening.span.start] + new + text[opening.span.end :]


def _sequence_words(opening: Opening) -> list[str]:
    """Also, further, again: what the base of the phrase, and its counterpart, do not have."""
    own = opening.phrase.text.lower().split() if opening.phrase.base else []
    base = opening.phrase.base.lower().split()
    added = " ".join(word for word in own if word not in base)
    return [word for word in (added, *opening.companions) if word in _SEQUENCE]


@cache
def _counterparts(kind: ParagraphKind, language: str) -> dict[str, Phrase]:
    """The phrases of a part by what they share with their counterparts; the commonest where two do."""
    found: dict[str, Phrase] = {}
    for phrase in phrases(kind, language):
        key = _key(Opening(Span(0, 0), phrase.text, phrase), language)
        known = found.get(key)
        if not phrase.base and (known is None or phrase.count > known.count):
            found[key] = phrase
    return found


def _key(opening: Opening, language: str) -> str:
    """English phrases share their stem, others the English phrase that they translate."""
    if language == "en" or not opening.phrase.english:
        return opening.lemma
    english = find_opening(opening.phrase.english[0])
    return english.lemma if english else opening.lemma
