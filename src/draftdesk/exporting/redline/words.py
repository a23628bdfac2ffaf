"""What is kept, deleted and inserted between two texts of whole paragraphs, for marking in a Word file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from draftdesk.comparing.tidying import ANY_SIZE, is_crumb
from draftdesk.comparing.wording_changes import places_between
from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.model.paragraph import Span

_WORDS_LEFT: Final = 6
_MANY_WORDS: Final = 12
"""So many characters are worth keeping between two changes of what is compared whole."""

_NUMBER: Final = re.compile(r"(\d+)\.\t")
_WORDS: Final = re.compile(r"\w+|\s|[^\w\s]")
_WORDS_AND_FIGURES: Final = re.compile(rf"\d+(?:[.,]\d+)+|{_WORDS.pattern}")
"""Figures such as "2,400" and "2.5" are whole, for half a figure misleads."""


class StretchKind(StrEnum):
    """What becomes of a stretch."""

    KEEP = "keep"
    DELETE = "delete"
    INSERT = "insert"


class Stretch(NamedTuple):
    """A stretch of the old text (empty for INSERT) and of the new one (empty for DELETE)."""

    kind: StretchKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def stretches(old: str, new: str, largest_crumb: int = ANY_SIZE) -> list[Stretch]:
    """The whole way from the old text to the new one, in order; replaced text is deleted, then inserted.

    Both may hold several paragraphs joined by PARAGRAPH_BREAK; a break is a stretch of its own. Small words between
    two changes go with them up to so many characters; where there is no limit, figures are replaced whole, too.
    """
    found: list[Stretch] = []
    old_at = new_at = 0
    for before, after in _places(old, new, largest_crumb):
        if before.start > old_at:
            found.append(Stretch(StretchKind.KEEP, old_at, before.start, new_at, after.start))
        found += _replacement(before, after, old, new)
        old_at, new_at = before.end, after.end
    if old_at < len(old):
        found.append(Stretch(StretchKind.KEEP, old_at, len(old), new_at, len(new)))
    if PARAGRAPH_BREAK not in old and PARAGRAPH_BREAK not in new:
        return found
    return [part for stretch in found for part in _parted_at_breaks(stretch, old, new)]


def marked(old: str, new: str) -> int:
    """About how many characters are marked on the way from one text to the other, reckoned fast.

    A small word that stays between two changes goes with them, as in `stretches`.
    """
    if old == new:
        return 0
    words, others = _WORDS.findall(old), _WORDS.findall(new)
    count = len(old) + len(new)
    for code in LCSseq.opcodes(words, others):
        if code.tag == "equal":
            kept = words[code.src_start : code.src_end]
            is_inside = (
                code.src_start and code.dest_start and code.src_end < len(words) and code.dest_end < len(others)
            )
            count -= 0 if is_inside and is_crumb(kept) else 2 * sum(map(len, kept))
    return count


def kept_exactly(old: str, new: str, largest_crumb: int = ANY_SIZE) -> int:
    """How many characters of each text stay on the way, counted in what is written."""
    way = stretches(old, new, largest_crumb)
    return sum(one.old_end - one.old_start for one in way if one.kind is StretchKind.KEEP)


def marked_exactly(old: str, new: str, largest_crumb: int = ANY_SIZE) -> int:
    """How many characters are marked on the way, counted in what is written."""
    return len(old) + len(new) - 2 * kept_exactly(old, new, largest_crumb)


def _places(old: str, new: str, largest_crumb: int) -> list[tuple[Span, Span]]:
    """Where the texts differ, parted at tabs and without the words that both ends of a place share."""
    parts = (
        part for place in _touching_as_one(old, new, largest_crumb) for part in _parted_at_tabs(old, new, *place)
    )
    is_sentence = largest_crumb == ANY_SIZE and any(map(str.isalpha, old))  # a cell may be nothing but a figure
    words = _WORDS_AND_FIGURES if is_sentence else _WORDS
    trimmed = (_trimmed(old, new, before, after, words) for before, after in parts)
    places = (part for place in trimmed for part in _parted_at_words(old, new, *place, words))
    return [place for place in places if place[0] or place[1]]


def _touching_as_one(old: str, new: str, largest_crumb: int) -> list[tuple[Span, Span]]:
    """The places that differ between the same ends; those that touch are one."""
    found: list[tuple[Span, Span]] = []
    number = _typed_number(old, new)
    if number is not None:
        found.append(number)
    done, new_done = (number[0].end, number[1].end) if number is not None else (0, 0)
    if old[done:] == new[new_done:]:
        return found
    head, tail = _same_ends(old[done:], new[new_done:])
    done, new_done = done + head, new_done + head
    middles = old[done : len(old) - tail], new[new_done : len(new) - tail]
    for left, right in places_between(*middles, largest_crumb):
        start, new_start = left.start + done, right.start + new_done
        if found and found[-1][0].end == start and found[-1][1].end == new_start:
            earlier, later = found.pop()
            start, new_start = earlier.start, later.start
        found.append((Span(start, left.end + done), Span(new_start, right.end + new_done)))
    return found


def _typed_number(old: str, new: str) -> tuple[Span, Span] | None:
    """Where a typed number between tabs differs before all else: in a long text most changes are of this kind."""
    at = 0
    for left, right in zip(old.split("\t"), new.split("\t"), strict=False):
        if left != right:
            break
        at += len(left) + 1
    else:
        return None
    gone, come = _NUMBER.match(old, at), _NUMBER.match(new, at)
    if not at or gone is None or come is None:
        return None
    return Span(at, gone.end(1)), Span(at, come.end(1))


def _parted_at_tabs(old: str, new: str, before: Span, after: Span) -> Iterator[tuple[Span, Span]]:
    """A place that holds as many tabs on both sides, part by part: a number and a verb are two changes."""
    left, right = before.of(old).split("\t"), after.of(new).split("\t")
    if len(left) != len(right) or len(left) == 1:
        yield before, after
        return
    at, new_at = before.start, after.start
    for gone, come in zip(left, right, strict=True):
        if gone != come:
            yield Span(at, at + len(gone)), Span(new_at, new_at + len(come))
        at, new_at = at + len(gone) + 1, new_at + len(come) + 1


def _same_ends(old: str, new: str) -> tuple[int, int]:
    """How much is plainly the same at both ends, some words before the first and after the last difference left.

    What is left is compared word by word, which is most of the work; the words give dates and references whole.
    """
    head = _shared_start(old, new)
    head = _words_back(old, head)
    tail = _shared_start(old[head:][::-1], new[head:][::-1])
    return head, _words_back(old[::-1], tail)


def _shared_start(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _words_back(text: str, end: int) -> int:
    """Where the last but some words before an offset begin, 0 where there are no more words."""
    for _ in range(_WORDS_LEFT):
        end = text.rfind(" ", 0, end)
        if end < 0:
            return 0
    return end


def _replacement(before: Span, after: Span, old: str, new: str) -> list[Stretch]:
    """What goes, then what comes; but what comes in place of a paragraph's end stands in that paragraph."""
    merges = before.of(old).startswith(PARAGRAPH_BREAK) and PARAGRAPH_BREAK not in after.of(new)
    at, new_at = (before.start, after.end) if merges else (before.end, after.start)
    gone = Stretch(StretchKind.DELETE, before.start, before.end, new_at, new_at)
    come = Stretch(StretchKind.INSERT, at, at, after.start, after.end)
    ordered = ((after, come), (before, gone)) if merges else ((before, gone), (after, come))
    return [stretch for span, stretch in ordered if span]


def _trimmed(old: str, new: str, before: Span, after: Span, words: re.Pattern[str]) -> tuple[Span, Span]:
    """A replacement without the words that both ends share: a date or reference is read whole, but marked less."""
    if not before or not after:
        return before, after
    left, right = words.findall(before.of(old)), words.findall(after.of(new))
    head = _shared(left, right)
    tail = _shared(left[head:][::-1], right[head:][::-1])
    if not head and not tail:
        return before, after
    start = sum(map(len, left[:head]))
    end = sum(map(len, left[len(left) - tail :]))
    return Span(before.start + start, before.end - end), Span(after.start + start, after.end - end)


def _parted_at_words(
    old: str, new: str, before: Span, after: Span, words: re.Pattern[str]
) -> Iterator[tuple[Span, Span]]:
    """A replacement around the words that stay in the midst of it: all of one side, or many in a row.

    Dates and references are compared whole, and a small word between two changes goes with them.
    """
    gone, come = before.of(old), after.of(new)
    kept = _kept_within(gone, come, words)
    if kept is None:
        yield before, after
        return
    at, new_at, size = kept
    left = Span(before.start, before.start + at), Span(after.start, after.start + new_at)
    right = Span(left[0].end + size, before.end), Span(left[1].end + size, after.end)
    for part in (left, right):
        yield from _parted_at_words(old, new, *_trimmed(old, new, *part, words), words)


def _kept_within(gone: str, come: str, words: re.Pattern[str]) -> tuple[int, int, int] | None:
    """Where in either text the words stand that stay, and how long they are."""
    shorter, longer = sorted((gone.strip(), come.strip()), key=len)
    if not shorter or (len(shorter) < _MANY_WORDS and shorter not in longer):
        return None
    left, right = words.findall(gone), words.findall(come)
    i, j, count = _longest_run(left, right)
    run = left[i : i + count]
    kept = "".join(run)
    is_whole = kept.strip() == shorter and any(map(str.isalnum, kept))
    if is_whole or (len(kept) >= _MANY_WORDS and not is_crumb(run)):
        return sum(map(len, left[:i])), sum(map(len, right[:j])), len(kept)
    return None


def _longest_run(left: Sequence[str], right: Sequence[str]) -> tuple[int, int, int]:
    """Where the most words in a row that are in both begin, and how many they are."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    best = (0, 0, 0)
    ending: dict[int, int] = {}  # how long the run is that ends with this word on the right
    for i, word in enumerate(left):
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(word, ())}
        for j, count in ending.items():
            if count > best[2]:
                best = (i - count + 1, j - count + 1, count)
    return best


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _parted_at_breaks(stretch: Stretch, old: str, new: str) -> Iterator[Stretch]:
    by_new = stretch.kind is StretchKind.INSERT
    start, end = (stretch.new_start, stretch.new_end) if by_new else (stretch.old_start, stretch.old_end)
    text = new if by_new else old
    borders = sorted({start, end, *_breaks(text, start, end)})
    for left, right in pairwise(borders):
        offset = left - start
        size = right - left
        yield Stretch(
            stretch.kind,
            stretch.old_start + (0 if by_new else offset),
            stretch.old_start + (0 if by_new else offset + size),
            stretch.new_start + (0 if stretch.kind is StretchKind.DELETE else offset),
            stretch.new_start + (0 if stretch.kind is StretchKind.DELETE else offset + size),
        )


def _breaks(text: str, start: int, end: int) -> Iterable[int]:
    at = text.find(PARAGRAPH_BREAK, start, end)
    while at >= 0:
        yield at
        yield at + 1
        at = text.find(PARAGRAPH_BREAK, at + 1, end)
