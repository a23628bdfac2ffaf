"""The rule of the word lists: words that no list has, each with the words that may be meant (decision 20).

Not looked at: what is quoted, what other rules of spelling find, symbols and addresses, abbreviations, and italic
words inside a sentence, which are titles or of another language. A capital is that of a name, unless one slip makes
a word of adopted resolutions of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from draftdesk.checking.examined import HIDDEN, Examined
from draftdesk.checking.rule import Breach, Rule
from draftdesk.checking.spelling import WRONG_WORDS
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphKind, Span
from draftdesk.wording.suggested_words import suggested
from draftdesk.wording.word_lists import SPELLED, WordList, plain, word_list

_WORD: Final = re.compile(
    r"(?<!\w\[)(?<![\w/@.\\&#\]-])[^\W\d_]+(?:[-’'\u2011][^\W\d_]+)*(?![\w/@\\&\[]|\.[^\W\d_]|[-\u2011]\d|[’'][^\W\d_]|:/)"
)
_PART: Final = re.compile(r"[^-\u2011]+")
_PREFIX: Final = re.compile(
    "(?:non|multi|inter|trans|socio|cyber|under|over|micro|macro|nano|anti|counter|super|infra|post|semi|geo|bio|agro|agri"
    "|eco|hydro|tele|electro|neuro|psycho|contre|télé|éco|pluri|supra|re|un|de|dis|mis|sub)(?=.{4})",
)
_LEADING: Final = "pre post non co re sub intra inter multi socio anti vis peri de ex pro mid self agri"
_ELIDED: Final = re.compile("(?:(?:[ldnscjmt]|qu|jusqu|lorsqu|puisqu|quoiqu)[’'])+", re.IGNORECASE)
"""What French words begin with that are written together with the next one."""
_PARTICLES: Final = "de da do dos di del della der den des du van von la le les el al bin ibn et of und y"
_ROMAN: Final = re.compile(r"[ivx]{1,5}")
_FOREIGN_SHARE: Final = 0.25
"""A paragraph of which so many words are unknown is in another language; it has at least so many of them:"""
_FOREIGN_WORDS: Final = 4
_ROW: Final = 3
"""So many unknown words in a row are in another language."""
_NAME_LETTERS: Final = 6
"""A shorter name may well be one slip from a word."""


def unknown_words(examined: Examined) -> Iterator[Breach]:
    """Words that no list has, nor the user's own."""
    if examined.language not in SPELLED:
        return
    own = {plain(word) for word in examined.own_words}
    for paragraph in (*examined.worded, *examined.notes):
        for span in unknown_in(_upright(paragraph, examined.bare(paragraph)), examined.language):
            word = plain(span.of(paragraph.text))
            if not own & {word, word.lower()}:
                first, *others = suggested(word, examined.language) or ("",)
                yield Breach(paragraph, span, first, is_replaced=bool(first), others=tuple(others))


@lru_cache(maxsize=4096)
def unknown_in(text: str, language: str) -> tuple[Span, ...]:
    """The words of a text that the list of a language of `SPELLED` does not have."""
    words, found, count = word_list(language), list[Span](), 0
    for match in _WORD.finditer(text):
        count += 1
        elided = _ELIDED.match(match[0]) if language == "fr" and match[0] not in words else None
        start = elided.end() if elided is not None else 0
        word, start = match[0][start:], match.start() + start
        if word not in words and not _is_compound(word, language, words):
            parts = _PART.finditer(word)
            found += [Span(start + p.start(), start + p.end()) for p in parts if _is_slip(p[0], language, words)]
    if len(found) >= _FOREIGN_WORDS and len(found) > _FOREIGN_SHARE * count:
        return ()
    elsewhere = [match.span() for wrong in WRONG_WORDS for match in wrong.pattern.finditer(text) if language == "en"]
    return tuple(
        span
        for span in found
        if not any(span.start < end and start < span.end for start, end in elsewhere)
        and not _is_of_a_name(text, span, found)
    )


def _is_of_a_name(text: str, span: Span, found: list[Span]) -> bool:
    """Whether a small word joins names, or is one of three unknown ones in a row, as in a name from elsewhere."""
    word, after = span.of(text), text[span.end : span.end + 2].strip()
    before = text[: span.start].rstrip().rpartition(" ")[2]
    if word in _PARTICLES.split() and (after[:1].isupper() or before[:1].isupper()):
        return True
    return len(_row(text, span, found)) >= _ROW


def _row(text: str, span: Span, found: list[Span]) -> list[Span]:
    """The unknown words that follow each other around one of them."""
    at = found.index(span)
    first = last = at
    while first and len(text[found[first - 1].end : found[first].start]) < 2:
        first -= 1
    while last + 1 < len(found) and len(text[found[last].end : found[last + 1].start]) < 2:
        last += 1
    return found[first : last + 1]


def _is_compound(word: str, language: str, words: WordList) -> bool:
    """Whether all that is joined by hyphens is known."""
    parts = _PART.findall(word)
    return len(parts) > 1 and all(part in _LEADING.split() or not _is_slip(part, language, words) for part in parts)


def _is_slip(part: str, language: str, words: WordList) -> bool:
    bare = plain(part).removesuffix("'s").removesuffix("'") if language == "en" else plain(part)
    if len(bare) < 2 or not bare[1:].islower() or bare in words or _ROMAN.fullmatch(bare):
        return False
    after = _PREFIX.sub("", bare.lower(), count=1)
    if after != bare.lower() and after in words:
        return False
    return not bare[0].isupper() or _is_near_common(bare, words)


def _is_near_common(name: str, words: WordList) -> bool:
    """Whether a word with a capital is one slip from a word of adopted resolutions."""
    if len(name) < _NAME_LETTERS:
        return False
    for near in suggested(name, words.language)[:1]:
        forms = {near, near[:1].lower() + near[1:]}
        return OSA.distance(name, near) == 1 and bool(forms & words.ranks.keys())
    return False


def _upright(paragraph: Paragraph, text: str) -> str:
    """A text with its italic words blotted out, but for those of its opening."""
    opened = 0 if paragraph.kind is not ParagraphKind.FOOTNOTE else -1
    for run in paragraph.runs_in_text():
        if Mark.ITALIC not in run.marks:
            continue
        if run.span.start <= opened + 1 and opened >= 0:
            opened = run.span.end
        else:
            text = text[: run.span.start] + HIDDEN * len(run.span) + text[run.span.end :]
    return text


DICTIONARY: Final = (
    Rule(
        "unknown_word",
        Grade.HINT,
        unknown_words,
        "R59 and R60, UN Editorial Manual, spelling; the word lists of decision 20",
        SPELLED,
        is_sure=False,
    ),
)
