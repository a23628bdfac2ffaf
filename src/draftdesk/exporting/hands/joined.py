"""Paragraphs that one hand joins and others edit: edits over the joined text, in which a paragraph mark is a sign.

So a join costs one mark, and whoever edits words that the join leaves alone contests nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from draftdesk.exporting.hands.ways import Arriving, inserted_text, is_of_number
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.edits import LineEdit, Step, edits_of_group
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.plan import Answered, Gone, Item, MovedAway
from draftdesk.exporting.redline.words import StretchKind
from draftdesk.negotiating.merging import Edit, by_number, first_free


@dataclass(frozen=True, slots=True)
class Part:
    """What an edit does to one paragraph, counted from 0: a step in it, or that its mark goes."""

    line: int
    step: Step | None


Parts = dict[Edit, list[Part]]
"""Edits over the joined text, in order, each with what it does."""


@dataclass(slots=True)
class JoinedEdits:
    """What a hand makes of paragraphs: edits of words, and by paragraph those of its number, with what answers it.

    `gone`: paragraphs that it has elsewhere or nowhere; `coming`: the paragraphs before which others come.
    """

    hand: int
    words: Parts = field(default_factory=dict)
    numbers: dict[int, tuple[Parts, NewLine]] = field(default_factory=dict)
    gone: dict[int, Gone | MovedAway] = field(default_factory=dict)
    coming: set[int] = field(default_factory=set)

    def places(self) -> set[int]:
        """The paragraphs in which something changes, or whose mark goes; not those that are gone as a whole."""
        return {part.line for parts in self.words.values() for part in parts} | set(self.numbers)


def joined_edits(hand: int, way: Sequence[Item], lines: Sequence[BaseLine]) -> JoinedEdits | None:
    """None where the hand does more than edit, split, join and take away these paragraphs and put others between."""
    found = JoinedEdits(hand)
    at, offset = 0, 0
    for item in way:
        if isinstance(item, Arriving):
            found.coming.add(at)
            continue
        if isinstance(item, Gone | MovedAway):
            found.gone[at] = item
            offset += len(lines[at].text) + 1
            at += 1
            continue
        if not isinstance(item, Answered) or not item.news:
            return None
        for edit, parts in _edits(item, at, offset).items():
            line, new = lines[at], item.news[0]
            local = Edit(edit.start - offset, edit.end - offset, edit.text)
            if all(part.line == at and part.step for part in parts) and is_of_number(local, line, new):
                found.numbers.setdefault(at, ({}, new))[0][edit] = parts
            else:
                found.words[edit] = parts
        at += len(item.bases)
        offset += sum(len(line.text) + 1 for line in item.bases)
    return found


def _edits(item: Answered, first: int, offset: int) -> Parts:
    found: Parts = {}
    parts: list[Part] = []
    span = (0, 0)

    def end() -> None:
        if parts:
            text = inserted_text([part.step for part in parts if part.step is not None])
            found[Edit(*span, text)] = parts.copy()
            parts.clear()

    for number, edit in enumerate(edits_of_group(item.bases, item.news), first):
        length = len(edit.line.text)
        gone = [] if edit.mark_stays else [None]
        for step in [*edit.steps, *gone]:
            if step is not None and step.kind is StretchKind.KEEP:
                end()
                continue
            begin, until = (length, length + 1) if step is None else (step.start, step.end)
            span = (span[0] if parts else offset + begin, offset + until)
            parts.append(Part(number, step))
        if edit.mark_stays:
            end()
        offset += length + 1
    return found


def with_numbers(
    own: Sequence[JoinedEdits], lines: Sequence[BaseLine], words: dict[Edit, tuple[int, ...]]
) -> tuple[dict[Edit, tuple[int, ...]], Parts, list[tuple[tuple[int, ...], BaseLine, tuple[NewLine, ...]]]]:
    """The edits of words and the numbers that fit them, with their hands; what each does; other numbers.

    Of a paragraph the first number stands that touches no word; the others are told with the hands that give them.
    """
    edits = dict(words)
    parts = {edit: does for one in own for edit, does in one.words.items()}
    left = []
    for place, line in enumerate(lines):
        numbers = {one.hand: one.numbers[place] for one in own if place in one.numbers}
        alike = by_number((hand, tuple(does)) for hand, (does, _) in numbers.items())
        chosen = first_free(alike, list(edits))
        for number, giving in alike.items():
            if number == chosen:
                edits |= dict.fromkeys(number, giving)
                parts |= numbers[giving[0]][0]
            else:
                left.append((giving, line, tuple(numbers[hand][1] for hand in giving)))
    return edits, parts, left


def taken_away(hands: Iterable[JoinedEdits]) -> dict[int, dict[int, Item]]:
    """The paragraphs that hands have elsewhere or nowhere, in order, each with the items by hand."""
    gone = [(place, one.hand, item) for one in hands for place, item in one.gone.items()]
    found: dict[int, dict[int, Item]] = {}
    for place, hand, item in sorted(gone, key=lambda one: one[:2]):
        found.setdefault(place, {})[hand] = item
    return found


def edited_lines(
    lines: Sequence[BaseLine], edits: Iterable[tuple[Sequence[Part], Markup]], mark: Markup
) -> list[tuple[LineEdit, Markup]]:
    """The paragraphs with all edits, which are in order, each with the marks of whoever takes its paragraph mark.

    `mark` is for paragraphs that keep theirs.
    """
    found = [(LineEdit(line), mark) for line in lines]
    for parts, markup in edits:
        for part in parts:
            own = found[part.line][0]
            if part.step is None:
                own.mark_stays = False
                found[part.line] = (own, markup)
            else:
                _keep(own, part.step.start)
                own.steps.append(part.step._replace(markup=markup))
    for own, _ in found:
        _keep(own, len(own.line.text))
    return found


def _keep(edit: LineEdit, until: int) -> None:
    """Keep the text from the last step on."""
    at = edit.steps[-1].end if edit.steps else 0
    if at < until:
        edit.steps.append(Step(StretchKind.KEEP, at, until))
