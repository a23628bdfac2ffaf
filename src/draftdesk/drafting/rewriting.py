"""New text for a paragraph: what stays keeps its marks, links and objects; what is typed fits in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from draftdesk.model.paragraph import OBJECT, InlineObject, Mark, Paragraph, ParagraphKind, Run, Span
from draftdesk.wording.emphasis import EMPHASIS
from draftdesk.wording.openings import find_opening

OPENING_KINDS: Final = frozenset({ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE})
"""Kinds whose opening words are set in italics."""

ByHand = tuple[Span, Mark, bool]
"""A stretch of a text, and a mark that a hand put on it (True) or took off (False)."""

_PIECES: Final = re.compile(r"\w+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Setting:
    marks: frozenset[Mark] = frozenset()
    link: str = ""


_PLAIN: Final = _Setting()
_Kept = tuple[int, int, int]


def with_text(
    paragraph: Paragraph, text: str, language: str = "en", opening_marks: frozenset[Mark] = frozenset()
) -> Paragraph:
    """The paragraph with another text; prefix and suffix stay as they are.

    Each U+FFFC of the new text is an object of the old one; one that cannot be is left out. A changed
    opening is set apart as the old one was, or else by `opening_marks`.
    """
    old = paragraph.text
    if text == old:
        return paragraph
    kept = _kept(old, text)
    objects, text, kept = _objects(paragraph, text, kept)
    settings = _moved_settings(_settings(paragraph), kept, len(text))
    if paragraph.kind in OPENING_KINDS:
        _set_opening(settings, old, text, language, lead_marks(paragraph) or opening_marks)
    return _assembled(paragraph, text, settings, objects)


def with_prefix(paragraph: Paragraph, prefix: str, number: str, number_span: Span | None) -> Paragraph:
    """The paragraph with another prefix: `number_span` is the place of the typed number in it."""
    start = paragraph.text_span.start
    delta = len(prefix) - start
    if number_span is not None and paragraph.number_span is not None:
        return _spliced(paragraph, prefix, number, number_span)
    runs = tuple(
        Run(Span(max(run.span.start, start) + delta, run.span.end + delta), run.marks, run.link)
        for run in paragraph.runs
        if run.span.end > start
    )
    return replace(
        paragraph,
        source_text=prefix + paragraph.source_text[start:],
        text_span=Span(len(prefix), paragraph.text_span.end + delta),
        number=number,
        number_span=number_span,
        runs=runs,
        objects=tuple(replace(item, at=item.at + delta) for item in paragraph.objects if item.at >= start),
    )


def _spliced(paragraph: Paragraph, prefix: str, number: str, number_span: Span) -> Paragraph:
    """A typed number replaced by another: what is marked around it stays marked."""
    start, old_end = paragraph.text_span.start, paragraph.number_span.end if paragraph.number_span else 0
    delta = len(prefix) - start
    source_text = prefix + paragraph.source_text[start:]
    if not delta and number_span == paragraph.number_span:
        return _with_prefix_as(paragraph, source_text, paragraph.text_span, number, number_span)

    def moved(at: int) -> int:
        return at + delta if at >= old_end else min(at, number_span.end)

    return replace(
        paragraph,
        source_text=source_text,
        text_span=Span(len(prefix), paragraph.text_span.end + delta),
        number=number,
        number_span=number_span,
        runs=tuple(
            Run(Span(moved(run.span.start), moved(run.span.end)), run.marks, run.link) for run in paragraph.runs
        ),
        objects=tuple(replace(item, at=moved(item.at)) for item in paragraph.objects),
    )


def with_automatic_number(paragraph: Paragraph, number: str) -> Paragraph:
    """The paragraph with another number, which is not typed in it."""
    return _with_prefix_as(paragraph, paragraph.source_text, paragraph.text_span, number, paragraph.number_span)


def _with_prefix_as(
    old: Paragraph, source_text: str, text_span: Span, number: str, number_span: Span | None
) -> Paragraph:
    """What `replace` would make, in a quarter of the time: one new paragraph has all that follow it renumbered."""
    return Paragraph(
        *(old.id, old.kind, source_text, text_span, number, number_span, old.level, old.runs, old.objects),
        *(old.origin, old.style, old.place, old.doubts),
    )


def with_marked_text(paragraph: Paragraph, mark: Mark) -> Paragraph:
    """The paragraph with a mark on all of its text."""
    settings = [_Setting(one.marks | {mark}, one.link) for one in _settings(paragraph)]
    return _assembled(paragraph, paragraph.text, settings, paragraph.objects_in_text())


def with_plain_opening(paragraph: Paragraph) -> Paragraph:
    """The paragraph with nothing set apart at the start of its text."""
    settings = _settings(paragraph)
    _clear_lead(settings, lead_marks(paragraph))
    return _assembled(paragraph, paragraph.text, settings, paragraph.objects_in_text())


def with_opening_set_apart(paragraph: Paragraph, language: str, marks: frozenset[Mark]) -> Paragraph:
    """The paragraph with its opening words in these marks, where they are known."""
    settings = _settings(paragraph)
    _set_opening(settings, "", paragraph.text, language, marks)
    return _assembled(paragraph, paragraph.text, settings, paragraph.objects_in_text())


def with_object(paragraph: Paragraph, item: InlineObject) -> Paragraph:
    """The paragraph with an object put in at an offset of its text; the text behind it moves by one."""
    at = item.at
    settings = _settings(paragraph)
    objects = [replace(one, at=one.at + (one.at >= at)) for one in paragraph.objects_in_text()]
    placed = sorted([*objects, item], key=lambda one: one.at)
    text = paragraph.text[:at] + OBJECT + paragraph.text[at:]
    return _assembled(paragraph, text, [*settings[:at], _PLAIN, *settings[at:]], placed)


def with_marks(paragraph: Paragraph, by_hand: Sequence[ByHand]) -> Paragraph:
    """The paragraph with marks put on stretches of its text, or taken off; objects, such as note marks, stay."""
    text, settings = paragraph.text, _settings(paragraph)
    for span, mark, is_set in by_hand:
        for at in range(max(0, span.start), min(span.end, len(settings))):
            if text[at] == OBJECT:
                continue
            one = settings[at]
            marks = one.marks | {mark} if is_set else one.marks - {mark}
            settings[at] = one if marks == one.marks else _Setting(marks, one.link)
    changed = _assembled(paragraph, paragraph.text, settings, paragraph.objects_in_text())
    return paragraph if changed == paragraph else changed


def cut_text(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """The paragraph with a stretch of its text only, marks and objects in it included."""
    objects = tuple(
        replace(item, at=item.at - start) for item in paragraph.objects_in_text() if start <= item.at < end
    )
    return _assembled(paragraph, paragraph.text[start:end], _settings(paragraph)[start:end], objects)


def joined_text(first: Paragraph, second: Paragraph, between: str) -> Paragraph:
    """The first paragraph with the text of the second after its own."""
    shift = len(first.text) + len(between)
    settings = [*_settings(first), *[_PLAIN] * len(between), *_settings(second)]
    objects = (
        *first.objects_in_text(),
        *(replace(item, at=item.at + shift) for item in second.objects_in_text()),
    )
    return _assembled(first, f"{first.text}{between}{second.text}", settings, objects)


def lead_marks(paragraph: Paragraph) -> frozenset[Mark]:
    """The italics and bold that a paragraph's text begins with."""
    start = paragraph.text_span.start
    leads = (run.marks & EMPHASIS for run in paragraph.runs if run.span.start <= start < run.span.end)
    return next(leads, frozenset())


def _kept(old: str, new: str) -> list[_Kept]:
    """Stretches that stay: (start in old, start in new, length), in order."""
    limit = min(len(old), len(new))
    head = next((i for i in range(limit) if old[i] != new[i]), limit)
    tail = next((i for i in range(limit - head) if old[-1 - i] != new[-1 - i]), limit - head)
    middle = _kept_words(old[head : len(old) - tail], new[head : len(new) - tail])
    kept = [(0, 0, head), *((a + head, b + head, n) for a, b, n in middle), (len(old) - tail, len(new) - tail, tail)]
    return [block for block in kept if block[2]]


def _kept_words(old: str, new: str) -> Iterator[_Kept]:
    if not old or not new:
        return
    pieces = _PIECES.findall(old), _PIECES.findall(new)
    starts = _starts(pieces[0]), _starts(pieces[1])
    for a, b, n in SequenceMatcher(None, *pieces, autojunk=False).get_matching_blocks():
        if any(not piece.isspace() for piece in pieces[0][a : a + n]):
            yield starts[0][a], starts[1][b], starts[0][a + n] - starts[0][a]


def _starts(pieces: Sequence[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _objects(paragraph: Paragraph, text: str, kept: list[_Kept]) -> tuple[tuple[InlineObject, ...], str, list[_Kept]]:
    """The objects at their new places; characters of the text that stand for none are taken out."""
    old = {item.at: item for item in paragraph.objects_in_text()}
    stayed = {a + k: b + k for a, b, n in kept for k in range(n) if a + k in old}
    free = [item for at, item in old.items() if at not in stayed]
    at_new = {stayed[at]: item for at, item in old.items() if at in stayed}
    homeless = []
    for at, character in enumerate(text):
        if character == OBJECT and at not in at_new:
            if free:
                at_new[at] = free.pop(0)
            else:
                homeless.append(at)
    for at in reversed(homeless):
        text = text[:at] + text[at + 1 :]
        kept = [(a, b - 1 if b > at else b, n) for a, b, n in kept]
        at_new = {place - 1 if place > at else place: item for place, item in at_new.items()}
    return tuple(replace(at_new[at], at=at) for at in sorted(at_new)), text, kept


def _settings(paragraph: Paragraph) -> list[_Setting]:
    """How each character of the text is set."""
    settings = [_PLAIN] * len(paragraph.text)
    for run in paragraph.runs_in_text():
        settings[run.span.start : run.span.end] = [_Setting(run.marks, run.link)] * len(run.span)
    return settings


def _moved_settings(old: list[_Setting], kept: list[_Kept], length: int) -> list[_Setting]:
    """How the new text is set: typed words are set like both of their neighbours, or plain."""
    new = [_PLAIN] * length
    ends = [(0, 0), *((a + n, b + n) for a, b, n in kept)]
    starts = [*((a, b) for a, b, _ in kept), (len(old), length)]
    for a, b, n in kept:
        new[b : b + n] = old[a : a + n]
    for (old_end, new_end), (old_start, new_start) in zip(ends, starts, strict=True):
        left = old[old_end - 1] if old_end else None
        right = old[old_start] if old_start < len(old) else None
        gone = set(old[old_end:old_start])
        if left == right or (gone == {left} and left is not None):
            new[new_end:new_start] = [left or _PLAIN] * (new_start - new_end)
    return new


def _set_opening(settings: list[_Setting], old: str, text: str, language: str, marks: frozenset[Mark]) -> None:
    """The marks for a new opening, and none behind it."""
    opening = find_opening(text, language)
    before = find_opening(old, language)
    if not marks or (before is not None and opening is not None and before.text == opening.text):
        return
    if opening is None and before is None:
        return
    _clear_lead(settings, marks)
    if opening is not None:
        for at in range(opening.span.start, opening.span.end):
            settings[at] = _Setting(settings[at].marks | marks, settings[at].link)


def _clear_lead(settings: list[_Setting], marks: frozenset[Mark]) -> None:
    for at, one in enumerate(settings):
        if not one.marks & marks:
            return
        settings[at] = _Setting(one.marks - marks, one.link)


def _assembled(
    paragraph: Paragraph, text: str, settings: Sequence[_Setting], objects: Sequence[InlineObject]
) -> Paragraph:
    start, end = paragraph.text_span.start, paragraph.text_span.end
    delta = len(text) - (end - start)
    runs = [
        *(_cut(run, 0, start, 0) for run in paragraph.runs),
        *_runs(settings, start),
        *(_cut(run, end, len(paragraph.source_text), delta) for run in paragraph.runs),
    ]
    outside = [item for item in paragraph.objects if item.at < start]
    behind = [replace(item, at=item.at + delta) for item in paragraph.objects if item.at >= end]
    return replace(
        paragraph,
        source_text=paragraph.prefix + text + paragraph.suffix,
        text_span=Span(start, start + len(text)),
        runs=_merged(run for run in runs if len(run.span) > 0),
        objects=(*outside, *(replace(item, at=item.at + start) for item in objects), *behind),
    )


def _cut(run: Run, start: int, end: int, shift: int) -> Run:
    left, right = max(run.span.start, start), min(run.span.end, end)
    return Run(Span(left + shift, max(left, right) + shift), run.marks, run.link)


def _runs(settings: Sequence[_Setting], shift: int) -> Iterator[Run]:
    begin = 0
    for at in range(1, len(settings) + 1):
        if at == len(settings) or settings[at] != settings[begin]:
            if settings[begin] != _PLAIN:
                yield Run(Span(begin + shift, at + shift), settings[begin].marks, settings[begin].link)
            begin = at


def _merged(runs: Iterator[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.span.end == run.span.start and (last.marks, last.link) == (run.marks, run.link):
            merged[-1] = replace(last, span=Span(last.span.start, run.span.end))
        else:
            merged.append(run)
    return tuple(merged)
