"""Changes of a proposal put into words that have changed meanwhile, at their places and nowhere else.

A place of the old words is carried over by the difference of old words and present ones; where that touches the
words of a change, nothing is put in, for it would write over what somebody else wanted (decision 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.change import Change
from draftdesk.model.paragraph import OBJECT


@dataclass(frozen=True, slots=True)
class Carried:
    """Present words with changes put in.

    `there`: so many changes were in them already. `collided`: changes left out, since their words changed otherwise.
    `marks`: objects of the proposal that came along, by the offset in `text` at which each belongs and its place in
    the proposal; they are not in `text`, since only their own draft knows what they stand for.
    """

    text: str
    put: int = 0
    there: int = 0
    collided: tuple[Change, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


def carried(old: str, present: str, new: str, changes: Sequence[Change], language: str = "en") -> Carried:
    """`changes`, made of `old` to give `new`, put into `present`, which was `old` once."""
    meanwhile = changes_between(old, present, language)
    there, collided = 0, []
    edits: list[tuple[int, int, str, list[tuple[int, int]]]] = []
    for change in sorted(changes, key=lambda one: one.old):
        touched = [other for other in meanwhile if _touch(change, other)]
        start, end = _present_span(change, meanwhile)
        words, marks = _without_new_objects(change, old, new)
        if not touched:
            edits.append((start, end, words, marks))
        elif _is_in(change, touched, present[start : end + _growth(touched)], words):
            there += 1
        else:
            collided.append(change)
    text = present
    placed: list[tuple[int, int]] = []
    for start, end, words, marks in reversed(edits):
        text = text[:start] + words + text[end:]
        by = len(words) - (end - start)
        placed = [*((start + at, place) for at, place in marks), *((at + by, place) for at, place in placed)]
    return Carried(text, len(edits), there, tuple(collided), tuple(placed))


def put_back(old: str, present: str, new: str, change: Change, language: str = "en") -> str | None:
    """Present words with the old ones in the place of a change that was put in; None where it is not in them so."""
    meanwhile = changes_between(old, present, language)
    touched = [other for other in meanwhile if _touch(change, other)]
    words, _ = _without_new_objects(change, old, new)
    start, end = _present_span(change, meanwhile)
    end += _growth(touched)
    if not touched or not _is_in(change, touched, present[start:end], words):
        return None
    return present[:start] + change.old.of(old) + present[end:]


def _present_span(change: Change, meanwhile: Sequence[Change]) -> tuple[int, int]:
    shift = sum(len(other.new) - len(other.old) for other in meanwhile if other.old.end < change.old.start)
    return change.old.start + shift, change.old.end + shift


def without_objects(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words without their objects, and where these belong: (offset in the words, place in the text)."""
    places = [at for at, character in enumerate(text) if character == OBJECT]
    return text.replace(OBJECT, ""), tuple((at - k, at) for k, at in enumerate(places))


def _touch(change: Change, other: Change) -> bool:
    return change.old.start <= other.old.end and other.old.start <= change.old.end


def _growth(changes: Sequence[Change]) -> int:
    return sum(len(one.new) - len(one.old) for one in changes)


def _is_in(change: Change, touched: Sequence[Change], now: str, words: str) -> bool:
    """Whether what stands in place of the old words is what the change wants, objects aside."""
    inside = all(change.old.start <= one.old.start and one.old.end <= change.old.end for one in touched)
    return inside and now.replace(OBJECT, "") == words.replace(OBJECT, "")


def _without_new_objects(change: Change, old: str, new: str) -> tuple[str, list[tuple[int, int]]]:
    """The new words with as many objects as the old ones had, and the places of the others."""
    left = change.old.of(old).count(OBJECT)
    words: list[str] = []
    marks: list[tuple[int, int]] = []
    for at in range(change.new.start, change.new.end):
        if new[at] == OBJECT and not left:
            marks.append((len(words), at))
            continue
        left -= new[at] == OBJECT
        words.append(new[at])
    return "".join(words), marks
