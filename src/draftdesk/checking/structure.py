"""Rules of the build of a resolution: final marks, openings, numbers, labels of negotiation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.rule import ALL_LANGUAGES, ENGLISH, Breach, Rule
from draftdesk.drafting.opening_forms import converted
from draftdesk.drafting.places import depth_of
from draftdesk.drafting.punctuation import ends_with, with_final_mark
from draftdesk.model.finding import Grade, Mend
from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, Paragraph, ParagraphKind, Span
from draftdesk.wording.labels import (
    INSERTS,
    LabelStyle,
    Reading,
    reading_after,
    readings,
    subparagraph_number,
    with_stop,
)
from draftdesk.wording.openings import enacting_formulas

_COLON: Final = (":", "：")
_AND: Final = re.compile(r"([;,])\s+(?:and|or)\s*$")
_LABEL: Final = re.compile(rf"\b(?:{'|'.join(INSERTS)}|alt|pre)\b")
_BRACKET: Final = re.compile(r"\[(?!\s*\.\.\.)[^\[\]]*\]")
_LOWER: Final = re.compile(r"[a-z]")
_LATIN: Final = frozenset({"en", "fr", "es", "ru"})
_EDITORIAL_BRACKETS: Final = re.compile(r"\[(?:adopted|on the report|without a vote|see|item|agenda)", re.IGNORECASE)


def _wrong_marks(examined: Examined) -> Iterator[tuple[Paragraph, str]]:
    for paragraph in examined.worded:
        mark = examined.final_marks.get(paragraph.id.serial, "")
        text = _without_typed_marks(paragraph)
        introduces = text.endswith(_COLON) and not paragraph.number and mark.strip() not in _COLON
        if mark and not ends_with(text, mark) and not introduces:
            yield paragraph, mark


def _without_typed_marks(paragraph: Paragraph) -> str:
    """The text without the raised figures at its end: the mark of a note that was printed before."""
    text = paragraph.text
    for run in reversed(paragraph.runs_in_text()):
        if Mark.SUPERSCRIPT not in run.marks or run.span.end < len(text.rstrip()):
            break
        text = text[: run.span.start]
    return text


def _mark_breach(paragraph: Paragraph, mark: str, language: str) -> Breach:
    """The stretch from the last character that stays to the end, and how it should read."""
    text, body = paragraph.text, _without_typed_marks(paragraph).rstrip()
    right = with_final_mark(body, mark, add=True, language=language) + text[len(body) :].rstrip()
    same = next((k for k, (a, b) in enumerate(zip(text, right, strict=False)) if a != b), min(len(text), len(right)))
    start = max(0, min(same, len(text)) - 1) if same == len(text) else same
    return Breach(paragraph, Span(start, len(text)), right[start:])


def _preambular_marks(examined: Examined) -> Iterator[Breach]:
    for paragraph, mark in _wrong_marks(examined):
        if paragraph.kind is ParagraphKind.PREAMBULAR and mark.strip() not in _COLON:
            yield _mark_breach(paragraph, mark, examined.language)


def _operative_marks(examined: Examined) -> Iterator[Breach]:
    for paragraph, mark in _wrong_marks(examined):
        if paragraph.kind is ParagraphKind.OPERATIVE and mark.strip() not in _COLON:
            yield _mark_breach(paragraph, mark, examined.language)


def _colons(examined: Examined) -> Iterator[Breach]:
    for paragraph, mark in _wrong_marks(examined):
        if mark in _COLON and depth_of(paragraph.kind) == 0:
            yield _mark_breach(paragraph, mark, examined.language)


def _subparagraph_marks(examined: Examined) -> Iterator[Breach]:
    for paragraph, mark in _wrong_marks(examined):
        if depth_of(paragraph.kind) and not _AND.search(paragraph.text):
            yield _mark_breach(paragraph, mark, examined.language)


def _and_at_ends(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        found = _AND.search(paragraph.text) if paragraph.kind in SUBPARAGRAPHS else None
        if found:
            yield Breach(
                paragraph, Span(*found.span()), examined.final_marks.get(paragraph.id.serial, "") or found[1]
            )


def _enacting_commas(examined: Examined) -> Iterator[Breach]:
    organs = {formula.rstrip(",") for formula in enacting_formulas("en")}
    seen = examined.body
    for at, paragraph in enumerate(seen):
        after = seen[at + 1].kind if at + 1 < len(seen) else None
        text = paragraph.text.strip()
        if paragraph.kind is not ParagraphKind.ENACTING or text.rstrip(",.:;") not in organs:
            continue
        if after is ParagraphKind.PREAMBULAR and not text.endswith(","):
            yield _mark_breach(paragraph, ",", examined.language)


def _openings_of_the_other_part(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        if paragraph.kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            continue
        opening = examined.opening(paragraph)
        if opening is None or opening.kind is paragraph.kind:
            continue
        right = converted(paragraph.text, paragraph.kind, examined.language)
        if right == paragraph.text:
            continue
        tail = len(paragraph.text) - opening.span.end
        yield Breach(paragraph, opening.span, right[opening.span.start : len(right) - tail])


def _upright_openings(examined: Examined) -> Iterator[Breach]:
    """Openings without italics; in Chinese they are not set in italics, in Arabic they are bold or upright."""
    if not examined.has_italics:
        return
    for paragraph in examined.worded:
        if paragraph.kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            continue
        opening = examined.opening(paragraph)
        if opening is None or opening.kind is not paragraph.kind:
            continue
        italic = _italic(paragraph)
        if not any(span.start <= opening.span.start + 1 < span.end for span in italic):
            yield Breach(paragraph, opening.span, mend=Mend(italics=((opening.span, True),)))


def _italics_behind_openings(examined: Examined) -> Iterator[Breach]:
    """A whole paragraph in italics: only its opening words should be."""
    for paragraph in examined.worded:
        if paragraph.kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
            continue
        opening, length = examined.opening(paragraph), len(paragraph.text)
        italic = _italic(paragraph)
        if opening is None or len(paragraph.text) < 40 or sum(map(len, italic)) < 0.9 * length:
            continue
        behind = Span(opening.span.end, length)
        yield Breach(paragraph, behind, mend=Mend(italics=((behind, False),)))


def _italic(paragraph: Paragraph) -> list[Span]:
    return [run.span for run in paragraph.runs_in_text() if Mark.ITALIC in run.marks]


def _numbered_preambles(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        if paragraph.kind is ParagraphKind.PREAMBULAR and paragraph.number:
            yield Breach(paragraph, Span(0, 0), mend=Mend(number=""))


def _operative_runs(examined: Examined) -> Iterator[list[Paragraph]]:
    """The operative paragraphs that count together: those of one part of a resolution."""
    run: list[Paragraph] = []
    for paragraph in examined.body:
        if paragraph.kind in (ParagraphKind.ENACTING, ParagraphKind.TITLE, ParagraphKind.MEETING_LINE):
            yield run
            run = []
        elif paragraph.kind is ParagraphKind.OPERATIVE:
            run.append(paragraph)
    yield run


def _counts(examined: Examined) -> Iterator[Breach]:
    for run in _operative_runs(examined):
        before = 0
        for paragraph in run:
            ways = readings(paragraph.number)
            if not ways or ways[0].insert or ways[0].alt:
                continue
            value = ways[0].value
            if ways[0].style is LabelStyle.ARABIC and before and value not in (before + 1, 1):
                yield Breach(paragraph, Span(0, 0), str(before + 1), Mend(number=str(before + 1)))
            before = value


def _lone_numbers(examined: Examined) -> Iterator[Breach]:
    runs = [run for run in _operative_runs(examined) if run]
    for run in runs:
        if len(run) == 1 and len(runs) == 1 and run[0].number == "1":
            yield Breach(run[0], Span(0, 0), mend=Mend(number=""))


def _levels(examined: Examined) -> Iterator[Breach]:
    """The first item of each list tells its level's style: (a), (i), a., i."""
    previous: ParagraphKind | None = None
    for paragraph in examined.worded:
        depth = depth_of(paragraph.kind) if paragraph.kind in SUBPARAGRAPHS else 0
        is_first = depth > (depth_of(previous) if previous else 0)
        previous = paragraph.kind
        if not depth or not is_first or not paragraph.number:
            continue
        right = subparagraph_number(depth, 1, examined.language)
        if paragraph.number.strip(".") != right:
            yield Breach(paragraph, Span(0, 0), with_stop(right), Mend(number=right))


def _list_counts(examined: Examined) -> Iterator[Breach]:
    lists: dict[int, list[str]] = {}
    for paragraph in examined.worded:
        depth = depth_of(paragraph.kind) if paragraph.kind in SUBPARAGRAPHS else 0
        for deeper in [level for level in lists if level > depth]:
            del lists[deeper]
        if not depth or not paragraph.number:
            continue
        earlier = lists.setdefault(depth, [])
        reading, last = (
            reading_after(paragraph.number, earlier),
            reading_after(earlier[-1], earlier[:-1]) if earlier else None,
        )
        if reading and last and _skips(last, reading):
            right = subparagraph_number(depth, last.value + 1, examined.language)
            yield Breach(paragraph, Span(0, 0), with_stop(right), Mend(number=right))
        earlier.append(paragraph.number)


def _skips(last: Reading, reading: Reading) -> bool:
    attached = reading.insert or reading.alt
    return not attached and reading.style is last.style and reading.value != last.value + 1


def _small_beginnings(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        if paragraph.kind in SUBPARAGRAPHS and paragraph.number and _LOWER.match(paragraph.text):
            yield Breach(paragraph, Span(0, 1), paragraph.text[0].upper())


def _labels(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.body:
        if _LABEL.search(paragraph.number) or paragraph.number.startswith(("OP", "PP")):
            yield Breach(paragraph, Span(0, 0), is_replaced=False)


def _brackets(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        for found in _BRACKET.finditer(examined.bare(paragraph)):
            if not _EDITORIAL_BRACKETS.match(found[0]):
                yield Breach(paragraph, Span(*found.span()), is_replaced=False)


def _lost(examined: Examined) -> Iterator[Breach]:
    serials = {paragraph.id.serial: paragraph for paragraph in _all(examined)}
    for lost in examined.draft.lost:
        paragraph = serials.get(lost.paragraph)
        if paragraph is not None:
            at = paragraph.text.find(lost.number)
            span = Span(at, at + len(lost.number)) if at >= 0 else Span(0, 0)
            yield Breach(paragraph, span, is_replaced=False)


def _all(examined: Examined) -> Iterable[Paragraph]:
    return (*examined.draft.paragraphs, *examined.notes)


STRUCTURE: Final = (
    Rule("enacting_comma", Grade.ERROR, _enacting_commas, "R01, UN Editorial Manual, resolutions"),
    Rule(
        "preambular_comma", Grade.ERROR, _preambular_marks, "R02, 17,679 of 17,690 adopted paragraphs", ALL_LANGUAGES
    ),
    Rule("operative_mark", Grade.ERROR, _operative_marks, "R03, 99.7 per cent of adopted paragraphs", ALL_LANGUAGES),
    Rule("chapeau_colon", Grade.ERROR, _colons, "R04, UN Editorial Manual", ALL_LANGUAGES),
    Rule("subparagraph_mark", Grade.WARNING, _subparagraph_marks, "R05, adopted texts", ALL_LANGUAGES),
    Rule("and_at_end", Grade.WARNING, _and_at_ends, "R05, in none of 231 lists of adopted texts"),
    Rule("subparagraph_style", Grade.ERROR, _levels, "R06, UN Editorial Manual, paragraphs"),
    Rule("subparagraph_count", Grade.ERROR, _list_counts, "R06, UN Editorial Manual, paragraphs"),
    Rule("subparagraph_capital", Grade.WARNING, _small_beginnings, "R07, UN Editorial Manual, capitals"),
    Rule("opening_of_part", Grade.ERROR, _openings_of_the_other_part, "R08, 7 slips among 23,651 adopted paragraphs"),
    Rule(
        "opening_italics",
        Grade.ERROR,
        _upright_openings,
        "R09, issued Word files",
        frozenset({"en", "fr", "es", "ru"}),
    ),
    Rule("italics_too_long", Grade.WARNING, _italics_behind_openings, "R09, issued Word files"),
    Rule("preambular_number", Grade.ERROR, _numbered_preambles, "R10, adopted texts", _LATIN, at_submission=True),
    Rule("operative_count", Grade.ERROR, _counts, "R11, adopted texts", _LATIN),
    Rule("lone_number", Grade.WARNING, _lone_numbers, "R11, adopted texts", _LATIN),
    Rule(
        "negotiation_label", Grade.ERROR, _labels, "R12, UN Editorial Manual, paragraphs", _LATIN, at_submission=True
    ),
    Rule("negotiation_bracket", Grade.ERROR, _brackets, "R12, adopted texts", ENGLISH, at_submission=True),
    Rule("lost_reference", Grade.ERROR, _lost, "R41, UN Editorial Manual, instructions", ALL_LANGUAGES),
)
