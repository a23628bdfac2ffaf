"""What a hand makes of the base's blocks, passage by passage: proposals that can be merged with those of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.edits import Step, edits_of_group
from draftdesk.exporting.redline.keys import FIRST_KEY
from draftdesk.exporting.redline.lines import BaseLine, NewLine, WordLine
from draftdesk.exporting.redline.plan import (
    Answered,
    BaseBlock,
    Come,
    Gone,
    Item,
    MovedAway,
    MovedHere,
    NewBlock,
    TableAnswered,
    TableCome,
    TableGone,
)
from draftdesk.exporting.redline.stories import lines_text
from draftdesk.exporting.redline.words import StretchKind
from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.negotiating.merging import Edit, Proposal

_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxl]{1,7})\)?")


class HandLine(WordLine):
    """A paragraph of a hand's version: the words of the notes that it calls, as the hand has them, and its number."""

    note_texts: str = ""
    number: str = ""


Arriving = Come | TableCome | MovedHere


@dataclass(slots=True, eq=False)
class Spread:
    """The items of one hand by the base's blocks: which item a block is in, what comes before each block."""

    hand: int
    covers: list[Item]
    gaps: list[list[Arriving]]

    def joins(self, start: int, end: int) -> bool:
        """Whether it joins paragraphs between two places with each other."""
        return any(self.covers[place - 1] is self.covers[place] for place in range(start + 1, end))

    def takes_away(self, start: int, end: int) -> bool:
        """Whether a paragraph between two places is gone, or stands elsewhere."""
        return any(isinstance(item, Gone | MovedAway | TableGone) for item in self.covers[start:end])

    def way(self, start: int, end: int) -> list[Item]:
        """What it makes of a passage, paragraphs that come inside it included."""
        found: list[Item] = []
        for place in range(start, end):
            if place > start:
                found += self.gaps[place]
            if not found or self.covers[place] is not found[-1]:
                found.append(self.covers[place])
        return found


def spread(base: Sequence[BaseBlock], hand: int, items: Sequence[Item]) -> Spread:
    """The items of a hand by the blocks of the base; `items` in writing order."""
    covers: list[Item] = []
    gaps: list[list[Arriving]] = [[] for _ in range(len(base) + 1)]
    for item in items:
        if isinstance(item, Arriving):
            gaps[len(covers)].append(item)
        else:
            covers += [item] * (len(item.bases) if isinstance(item, Answered) else 1)
    return Spread(hand, covers, gaps)


def ends_of_passages(start: int, end: int, hands: Sequence[Spread]) -> list[int]:
    """Where the passages between two places end: what a hand splits or merges is never cut."""
    return [
        place
        for place in range(start + 1, end + 1)
        if place == end or all(one.covers[place - 1] is not one.covers[place] for one in hands)
    ]


def proposal_of(hand: int, way: list[Item], base: Sequence[BaseBlock]) -> Proposal | None:
    """None where the hand leaves the passage as it is."""
    news = [new for item in way for new in news_of(item)]
    if lines_text(news) == lines_text(base):
        return None
    text = text_of_way(way)
    edits = tuple(edits_in_place(way))
    pair = edited_one(way)
    numbering = tuple(edit for edit in edits if pair is not None and is_of_number(edit, pair[0], pair[1][0]))
    words = tuple(edit for edit in edits if edit not in numbering)
    return Proposal(hand, text, words, deletes=not news, numbering=numbering)


def is_of_number(edit: Edit, line: BaseLine, new: NewLine) -> bool:
    """Whether it stands before the words of a paragraph, where both texts have a typed number."""
    known = line.paragraph
    if known is None or known.number_span is None or not isinstance(new, HandLine):
        return False
    both = all(_NUMBER.fullmatch(number) for number in (known.number, new.number))
    return both and edit.start < edit.end <= known.text_span.start


def numbers_alone(one: Spread, start: int, end: int) -> list[tuple[BaseLine, NewLine]] | None:
    """The paragraphs that a hand gives another number, where it does nothing else to a passage."""
    found: list[tuple[BaseLine, NewLine]] = []
    for item in one.way(start, end):
        pairs = numbers_of_item(item)
        if pairs is None:
            return None
        found += pairs
    return found


def numbers_of_item(item: Item) -> list[tuple[BaseLine, NewLine]] | None:
    """The paragraph to which an item gives another number, none if it changes nothing; None where it does more."""
    pair = one_to_one([item])
    if pair is None or (pair[0].text != pair[1].text and not _only_number(item, pair[0])):
        return None
    return [pair] if pair[0].text != pair[1].text else []


def _only_number(item: Item, line: BaseLine) -> bool:
    proposal = proposal_of(0, [item], [line])
    return proposal is not None and proposal.is_numbering


def news_of(item: Item) -> Sequence[NewBlock]:
    """What an item puts into the text."""
    if isinstance(item, Answered):
        return item.news or ()
    if isinstance(item, Arriving):
        return (new_of(item),)
    if isinstance(item, TableAnswered) and item.new is not None:
        return (item.new,)
    return ()


def new_of(item: Arriving) -> NewBlock:
    """The block that comes."""
    return item.move.new if isinstance(item, MovedHere) else item.new


def text_of_way(way: Sequence[Item], *, with_notes: bool = False) -> str:
    """The text that a way gives."""
    return PARAGRAPH_BREAK.join(block_text(new, with_notes=with_notes) for item in way for new in news_of(item))


def one_to_one(way: list[Item]) -> tuple[BaseLine, NewLine] | None:
    """The paragraph and its answer, where a way edits just one."""
    item = way[0]
    if len(way) == 1 and isinstance(item, Answered) and len(item.bases) == len(item.news) == 1:
        return item.bases[0], item.news[0]
    return None


def edited_one(way: list[Item]) -> tuple[BaseLine, Sequence[NewLine]] | None:
    """The paragraph and what answers it, where a way edits just one: its answer, or those that it is split into."""
    item = way[0]
    if len(way) == 1 and isinstance(item, Answered) and len(item.bases) == 1 and item.news:
        return item.bases[0], item.news
    return None


def edits_in_place(way: list[Item]) -> dict[Edit, list[Step]]:
    """The edits of a paragraph with their steps; to split it is one."""
    pair = edited_one(way)
    if pair is None:
        return {}
    groups: list[list[Step]] = []
    inside = False
    for step in edits_of_group([pair[0]], pair[1])[0].steps:
        if step.kind is StretchKind.KEEP:
            inside = False
            continue
        if not inside:
            groups.append([])
        groups[-1].append(step)
        inside = True
    return {_edit_of(steps): steps for steps in groups}


def _edit_of(steps: list[Step]) -> Edit:
    return Edit(steps[0].start, steps[-1].end, inserted_text(steps))


def inserted_text(steps: Sequence[Step]) -> str:
    """What an edit inserts; with notes their words as well, so that hands with other notes do not share it."""
    inserted, notes = "", ""
    for step in steps:
        if step.kind is StretchKind.INSERT and step.line is not None:
            text = PARAGRAPH_BREAK if step.is_mark else step.line.text[step.new_start : step.new_end]
            inserted += text
            if isinstance(step.line, HandLine) and any(ord(sign) >= FIRST_KEY for sign in text):
                notes += step.line.note_texts
    return inserted + notes


def block_text(block: NewBlock, *, with_notes: bool = False) -> str:
    """The text of a block, by which equal proposals are known; where it is a copy, its notes are copied `with` it."""
    lines = block.lines() if isinstance(block, Table) else (block,)
    notes = [line.note_texts for line in lines if isinstance(line, HandLine)] if with_notes else []
    return "\n".join([*(lines_text([block]) if isinstance(block, Table) else [block.text]), *notes])


def lines_of(blocks: Sequence[BaseBlock]) -> tuple[BaseLine, ...]:
    """The paragraphs of blocks, those of cells included."""
    return tuple(line for block in blocks for line in (block.lines() if isinstance(block, Table) else (block,)))
