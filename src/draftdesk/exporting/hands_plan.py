"""What the plans of several hands for one story become together: deeds in the order of the base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from draftdesk.exporting.hands_story import Deed
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline_blocks import Table
from draftdesk.exporting.redline_edits import LineEdit, Step, edits_of_group
from draftdesk.exporting.redline_lines import BaseLine, NewLine
from draftdesk.exporting.redline_plan import (
    Answered,
    BaseBlock,
    Come,
    Item,
    NewBlock,
    TableAnswered,
    TableCome,
    plan,
    similar_groups,
)
from draftdesk.exporting.redline_stories import lines_text
from draftdesk.exporting.redline_tables import row_pairs
from draftdesk.exporting.redline_words import StretchKind
from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.negotiating.merging import Edit, Merged, Proposal, merge, merge_arrivals

Voice = Callable[[tuple[int, ...]], Markup]
"""The marks of a change that these hands propose."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A passage that stays contested: what hands propose stands beside it, or nowhere if they delete it.

    `base` are the texts of the base's paragraphs, which stay where these hands alone are accepted.
    """

    hands: tuple[int, ...]
    base: tuple[BaseLine, ...]
    deletes: bool


@dataclass(slots=True)
class Together:
    """The deeds, the changes that several hands share with their hands, and what is contested, all in order."""

    deeds: list[Deed] = field(default_factory=list)
    shared: list[tuple[Markup, tuple[int, ...]]] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)


@dataclass(slots=True)
class _Spread:
    """The items of one hand by the base's blocks: which item a block is in, what comes before each block."""

    hand: int
    covers: list[Item]
    gaps: list[list[Come | TableCome]]


def put_together(base: Sequence[BaseBlock], plans: Sequence[tuple[int, Sequence[Item]]], voice: Voice) -> Together:
    """The plans of hands (number, items without moves) as one."""
    return _Assembly(base, [_spread(base, hand, items) for hand, items in plans], voice).assembled()


def _spread(base: Sequence[BaseBlock], hand: int, items: Sequence[Item]) -> _Spread:
    covers: list[Item] = []
    gaps: list[list[Come | TableCome]] = [[] for _ in range(len(base) + 1)]
    for item in items:
        if isinstance(item, Come | TableCome):
            gaps[len(covers)].append(item)
        else:
            covers += [item] * (len(item.bases) if isinstance(item, Answered) else 1)
    return _Spread(hand, covers, gaps)


class _Assembly:
    def __init__(self, base: Sequence[BaseBlock], hands: Sequence[_Spread], voice: Voice) -> None:
        self._base = base
        self._hands = hands
        self._voice = voice
        self._found = Together()

    def assembled(self) -> Together:
        start = 0
        for end in range(len(self._base) + 1):
            if any(0 < end < len(self._base) and one.covers[end - 1] is one.covers[end] for one in self._hands):
                continue  # inside what a hand splits or merges
            if end > start:
                self._passage(start, end)
            self._arrivals(end)
            start = end
        return self._found

    def _arrivals(self, place: int) -> None:
        coming = {one.hand: one.gaps[place] for one in self._hands if one.gaps[place]}
        for arrival in merge_arrivals(
            [(hand, [_text(item.new) for item in items]) for hand, items in coming.items()]
        ):
            self._come(coming[arrival.hands[0]][arrival.index], self._shared(arrival.hands))

    def _come(self, item: Come | TableCome, markup: Markup) -> None:
        self._found.deeds.append(Deed(markup, item=item, begins_with_insertion=True))

    def _shared(self, hands: tuple[int, ...]) -> Markup:
        markup = self._voice(hands)
        if len(hands) > 1:
            self._found.shared.append((markup, hands))
        return markup

    def _passage(self, start: int, end: int) -> None:
        ways = {one.hand: _way(one, start, end) for one in self._hands}
        proposals = [
            proposal
            for hand, items in ways.items()
            if (proposal := _proposal(hand, items, self._base[start:end])) is not None
        ]
        joining = [one for one in proposals if self._joins(one.hand, start, end)]
        if joining and len(joining) < len(proposals):
            self._one_by_one(joining, ways, start, end)
            return
        if len(proposals) > 1 and self._cells(ways, {one.hand for one in proposals}):
            return
        merged = merge(proposals)
        if merged.whole:
            markup = self._shared(merged.whole)
            for item in ways[merged.whole[0]]:
                self._deed(item, markup)
        elif merged.edits:
            self._edited(merged, ways)
        else:
            self._untouched(start, end)
        for hands in merged.beside:
            self._beside(hands, ways[hands[0]], self._base[start:end])

    def _joins(self, hand: int, start: int, end: int) -> bool:
        """Whether a hand joins paragraphs of the passage with each other."""
        covers = next(one.covers for one in self._hands if one.hand == hand)
        return any(covers[place - 1] is covers[place] for place in range(start + 1, end))

    def _one_by_one(self, joining: list[Proposal], ways: dict[int, list[Item]], start: int, end: int) -> None:
        """Hands that join paragraphs give way to those that edit them one by one."""
        away = {one.hand for one in joining}
        others = _Assembly(self._base, [one for one in self._hands if one.hand not in away], self._voice)
        others._found = self._found
        for place in range(start, end):
            if place > start:
                others._arrivals(place)
            others._passage(place, place + 1)
        for text in dict.fromkeys(one.text for one in joining):
            hands = tuple(one.hand for one in joining if one.text == text)
            self._beside(hands, ways[hands[0]], self._base[start:end])

    def _deed(self, item: Item, markup: Markup) -> None:
        if isinstance(item, Answered):
            edits = edits_of_group(item.bases, item.news)
            self._found.deeds.append(Deed(markup, edits, None, edits[0].begins_with_insertion))
        else:
            self._found.deeds.append(
                Deed(markup, item=item, begins_with_insertion=isinstance(item, Come | TableCome))
            )

    def _edited(self, merged: Merged, ways: dict[int, list[Item]]) -> None:
        """One paragraph of the base with the edits of all hands whose words stand apart."""
        line, _ = _one_to_one(ways[merged.edits[0][1][0]]) or _no_pair()
        places = {hand: _places(ways[hand]) for hand in {hands[0] for _, hands in merged.edits}}
        steps: list[Step] = []
        at = 0
        for edit, hands in merged.edits:
            markup = self._shared(hands)
            if edit.start > at:
                steps.append(Step(StretchKind.KEEP, at, edit.start))
            steps += [replace(step, markup=markup) for step in places[hands[0]][edit]]
            at = edit.end
        if at < len(line.text):
            steps.append(Step(StretchKind.KEEP, at, len(line.text)))
        edited = LineEdit(line, steps)
        self._found.deeds.append(Deed(self._voice(merged.edits[0][1]), [edited], None, edited.begins_with_insertion))

    def _cells(self, ways: dict[int, list[Item]], touching: set[int]) -> bool:
        """A table that several hands edit and whose rows all keep is written cell by cell; returns whether it is."""
        tables = {hand: way[0] for hand, way in ways.items() if hand in touching and len(way) == 1}
        pairs = {
            hand: row_pairs(item.base, item.new)
            for hand, item in tables.items()
            if isinstance(item, TableAnswered) and item.new is not None
        }
        if set(pairs) != touching or any(None in pair for rows in pairs.values() for pair in rows):
            return False
        cells: list[tuple[etree._Element, list[Deed]]] = []
        for number, (row, _) in enumerate(next(iter(pairs.values()))):
            for column, cell in enumerate(row.cells if row is not None else ()):
                news = {
                    hand: new.cells[column] for hand, rows in pairs.items() if (new := rows[number][1]) is not None
                }
                plans = [
                    (hand, plan(cell.blocks, new.blocks, similar_groups(cell.blocks, new.blocks), moves=False))
                    for hand, new in news.items()
                    if lines_text(cell.blocks) != lines_text(new.blocks)
                ]
                if plans and cell.element is not None:
                    inner = put_together(cell.blocks, plans, self._voice)
                    cells.append((cell.element, inner.deeds))
                    self._found.shared += inner.shared
                    self._found.beside += inner.beside
        table = next(item.base for item in tables.values() if isinstance(item, TableAnswered))
        self._found.deeds.append(Deed(self._voice((0,)), item=TableAnswered(table, None), cells=cells))
        return True

    def _untouched(self, start: int, end: int) -> None:
        for block in self._base[start:end]:
            if isinstance(block, Table):
                self._found.deeds.append(Deed(self._voice((0,)), item=TableAnswered(block, None)))
            else:
                self._found.deeds.append(Deed(self._voice((0,)), [LineEdit(block)]))

    def _beside(self, hands: tuple[int, ...], way: list[Item], base: Sequence[BaseBlock]) -> None:
        markup = self._shared(hands)
        news = [new for item in way for new in _news(item)]
        for new in news:
            self._come(TableCome(new) if isinstance(new, Table) else Come(new), markup)
        lines = tuple(line for block in base for line in (block.lines() if isinstance(block, Table) else (block,)))
        self._found.beside.append(Beside(hands, lines, not news))


def _way(one: _Spread, start: int, end: int) -> list[Item]:
    """What a hand makes of a passage, paragraphs that come inside it included."""
    found: list[Item] = []
    for place in range(start, end):
        if place > start:
            found += one.gaps[place]
        if not found or one.covers[place] is not found[-1]:
            found.append(one.covers[place])
    return found


def _proposal(hand: int, way: list[Item], base: Sequence[BaseBlock]) -> Proposal | None:
    """None where the hand leaves the passage as it is."""
    news = [new for item in way for new in _news(item)]
    if lines_text(news) == lines_text(base):
        return None
    text = PARAGRAPH_BREAK.join(map(_text, news))
    edits = tuple(_places(way)) if _one_to_one(way) is not None else ()
    return Proposal(hand, text, edits, deletes=not news)


def _news(item: Item) -> Sequence[NewBlock]:
    if isinstance(item, Answered):
        return item.news or ()
    if isinstance(item, TableAnswered | TableCome | Come) and item.new is not None:
        return (item.new,)
    return ()


def _one_to_one(way: list[Item]) -> tuple[BaseLine, NewLine] | None:
    item = way[0]
    if len(way) == 1 and isinstance(item, Answered) and len(item.bases) == len(item.news) == 1:
        return item.bases[0], item.news[0]
    return None


def _no_pair() -> tuple[BaseLine, NewLine]:
    raise ValueError("edits without a paragraph that they are in")


def _places(way: list[Item]) -> dict[Edit, list[Step]]:
    """The edits of a paragraph with their steps."""
    pair = _one_to_one(way)
    if pair is None:
        return {}
    groups: list[list[Step]] = []
    inside = False
    for step in edits_of_group([pair[0]], [pair[1]])[0].steps:
        if step.kind is StretchKind.KEEP:
            inside = False
            continue
        if not inside:
            groups.append([])
        groups[-1].append(step)
        inside = True
    return {_edit_of(steps, pair[1].text): steps for steps in groups}


def _edit_of(steps: list[Step], new: str) -> Edit:
    inserted = (new[step.new_start : step.new_end] for step in steps if step.kind is StretchKind.INSERT)
    return Edit(steps[0].start, steps[-1].end, "".join(inserted))


def _text(block: NewBlock) -> str:
    return "\n".join(lines_text([block])) if isinstance(block, Table) else block.text
