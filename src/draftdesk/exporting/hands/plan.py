"""What the plans of several hands for one story become together: deeds in the order of the base."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from draftdesk.exporting.hands.joined import edited_lines, joined_edits, taken_away, with_numbers
from draftdesk.exporting.hands.moves import whole_moves
from draftdesk.exporting.hands.notes import take_notes_out
from draftdesk.exporting.hands.rows import merged_rows
from draftdesk.exporting.hands.story import Deed, RowDeed
from draftdesk.exporting.hands.together import Beside, Between, Numbered, Together
from draftdesk.exporting.hands.ways import (
    Arriving,
    Spread,
    block_text,
    edited_one,
    edits_in_place,
    ends_of_passages,
    lines_of,
    new_of,
    news_of,
    numbers_alone,
    proposal_of,
    spread,
    text_of_way,
)
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.blocks import Row, Table
from draftdesk.exporting.redline.edits import LineEdit, Step, edits_of_group
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.plan import (
    Answered,
    BaseBlock,
    Come,
    Gone,
    Item,
    MovedAway,
    MovedHere,
    TableAnswered,
    TableCome,
    TableGone,
    plan,
)
from draftdesk.exporting.redline.similar import similar_groups
from draftdesk.exporting.redline.stories import lines_text
from draftdesk.exporting.redline.tables import row_pairs
from draftdesk.exporting.redline.words import StretchKind
from draftdesk.negotiating.merging import Merged, Proposal, merge, merge_arrivals

Voice = Callable[[tuple[int, ...]], Markup]
"""The marks of a change that these hands propose."""


def put_together(base: Sequence[BaseBlock], plans: Sequence[tuple[int, Sequence[Item]]], voice: Voice) -> Together:
    """The plans of hands (number, items) as one; a move that others contest is a deletion and an insertion."""
    together = _Assembly(base, [spread(base, hand, items) for hand, items in plans], voice).assembled()
    together.deeds = whole_moves(together.deeds)
    return together


class _Assembly:
    def __init__(self, base: Sequence[BaseBlock], hands: Sequence[Spread], voice: Voice) -> None:
        self._base = base
        self._hands = hands
        self._voice = voice
        self._found = Together()

    def assembled(self) -> Together:
        self._arrivals(0, self._hands)
        start = 0
        for end in ends_of_passages(0, len(self._base), self._hands):
            self._passage(start, end, self._hands)
            self._arrivals(end, self._hands)
            start = end
        edits = {id(edit.line): edit for deed in self._found.deeds for edit in deed.edits}
        self._found.beside = [
            replace(one, taken=take_notes_out(one.base, edits, self._voice(one.hands))) for one in self._found.beside
        ]
        return self._found

    def _arrivals(self, place: int, hands: Sequence[Spread]) -> None:
        coming = {one.hand: one.gaps[place] for one in hands if one.gaps[place]}
        for arrival in merge_arrivals(
            [(hand, [block_text(new_of(item), with_notes=True) for item in items]) for hand, items in coming.items()]
        ):
            self._come(coming[arrival.hands[0]][arrival.index], self._shared(arrival.hands))

    def _come(self, item: Arriving, markup: Markup) -> None:
        insertion = not isinstance(item, MovedHere)
        self._found.deeds.append(Deed(markup, item=item, begins_with_insertion=insertion))

    def _shared(self, hands: tuple[int, ...]) -> Markup:
        markup = self._voice(hands)
        if len(hands) > 1:
            self._found.shared.append((markup, hands))
        return markup

    def _passage(self, start: int, end: int, hands: Sequence[Spread]) -> None:
        base = self._base[start:end]
        found = {one.hand: proposal_of(one.hand, one.way(start, end), base) for one in hands}
        proposing = [one for one in hands if found[one.hand] is not None]
        proposals = [proposal for proposal in found.values() if proposal is not None]
        joining = [one for one in proposing if one.joins(start, end)]
        numbering = {one: pairs for one in proposing if (pairs := numbers_alone(one, start, end)) is not None}
        if not proposals:
            self._untouched(start, end)
        elif joining and numbering and len(joining) + len(numbering) == len(proposing):
            self._passage(start, end, joining)
            for one, pairs in numbering.items():
                self._found.numbers += [Numbered((one.hand,), line, (new,)) for line, new in pairs]
        elif len({one.text for one in proposals}) > 1 and joining:
            keeping = self._keeping(start, end, proposing, joining)
            if self._joined(start, end, proposing, keeping):
                return
            alike = zip(proposing, proposals, strict=True)
            first = (
                keeping
                or [one for one in proposing if one not in joining]
                or [one for one, proposal in alike if proposal.text == proposals[0].text]
            )
            self._apart(start, end, first, [one for one in proposing if one not in first])
        elif not joining and end - start > 1:
            self._apart(start, end, proposing, [])
        else:
            self._merged(start, end, proposing, proposals)

    def _keeping(self, start: int, end: int, hands: Sequence[Spread], joining: Sequence[Spread]) -> list[Spread]:
        """Those who take no paragraph away, where some of them join what no more others take away; else none.

        Words can be shown beside a text and their absence cannot, and notes stay with those who keep them. Not where
        a paragraph that goes has no mark of theirs: nothing would tell there that it is contested.
        """
        keeping = [one for one in hands if not one.takes_away(start, end)]
        taking = len(hands) - len(keeping)
        if not taking or not any(one in joining for one in keeping):
            return []
        gone = {place for place in range(start, end) for one in hands if one.takes_away(place, place + 1)}
        lines = [block for block in self._base[start:end] if not isinstance(block, Table)]
        edits = [joined_edits(one.hand, one.way(start, end), lines) for one in keeping]
        touched = {start + place for one in edits if one is not None for place in one.places()}
        return keeping if len(lines) == end - start and gone <= touched else []

    def _joined(self, start: int, end: int, hands: Sequence[Spread], keeping: Sequence[Spread]) -> bool:
        """Paragraphs that some join, where nobody changes tables: edits over the joined text.

        Where hands touch the same words, the most that agree stand, the others beside them. What a hand takes away
        stands where there are hands `keeping` it, and its other edits stand with it. False: written nothing.
        """
        base = self._base[start:end]
        lines = [block for block in base if not isinstance(block, Table) and not block.has_section]
        ways = {one.hand: one.way(start, end) for one in hands}
        found = [joined_edits(hand, way, lines) for hand, way in ways.items()] if len(lines) == len(base) else [None]
        own = [one for one in found if one is not None]
        taking = [one for one in own if one.gone]
        if len(own) < len(found) or (taking and not keeping):
            return False
        texts = {hand: text_of_way(way) for hand, way in ways.items()}
        merged = merge([Proposal(one.hand, texts[one.hand], tuple(one.words)) for one in own if one.words])
        contesting = {hand for beside in merged.beside for hand in beside}
        if contesting and taking:
            return False
        if contesting:
            first, others = ([one for one in hands if (one.hand in contesting) is beside] for beside in (False, True))
            self._apart(start, end, first, others)
            return True
        edits, parts, left = with_numbers(own, lines, dict(merged.edits))
        self._found.numbers += [Numbered(giving, line, news) for giving, line, news in left]
        marked = [(parts[edit], self._shared(edits[edit])) for edit in sorted(edits, key=lambda e: (e.start, e.end))]
        joining = {part.line + 1: edits[edit] for edit, own in parts.items() for part in own if part.step is None}
        for place, (edited, markup) in enumerate(edited_lines(lines, marked, self._voice((0,)))):
            adding = tuple(one.hand for one in hands if place and one.gaps[start + place])
            if adding:
                self._arrivals(start + place, hands)
                self._found.between.append(Between(adding, lines[place - 1], joining[place]))
            self._found.deeds.append(Deed(markup, [edited], None, edited.begins_with_insertion))
        for place, items in taken_away(taking).items():
            self._beside(tuple(items), list(items.values()), (lines[place],))
        return True

    def _apart(self, start: int, end: int, first: Sequence[Spread], others: Sequence[Spread]) -> None:
        """Other hands join or take away what the first do not: their words stand beside.

        What the first leave alone is theirs.
        """
        passages = [passage for one in others for passage in self._contesting(start, end, one, first)]
        kept: set[int] = set()  # places that stay though others would have them gone
        for begin, until in pairwise([start, *ends_of_passages(start, end, first)]):
            if any(self._proposes(one, begin, until) for one in first):
                self._passage(begin, until, first)
                kept.update(range(begin, until))
            else:
                kept.update(self._left_alone(begin, until, passages))
            ended = sorted((one for one in passages if begin < one[1] <= until), key=lambda passage: passage[:2])
            for (after, before, _), hands in self._alike(ended).items():
                way = next(one for one in others if one.hand == hands[0]).way(after, before)
                lines = lines_of([self._base[place] for place in range(after, before) if place in kept])
                self._beside(hands, way, lines)
            if until < end:
                self._arrivals(until, [*first, *others])

    def _contesting(
        self, start: int, end: int, one: Spread, first: Sequence[Spread]
    ) -> Iterator[tuple[int, int, Spread]]:
        """The passages of which a hand makes something of its own; that a number runs on there contests nothing.

        Its words come where a passage of the first ends. So they begin with what it changes, and go on to there.
        """
        for begin, until in pairwise([start, *ends_of_passages(start, end, [*first, one])]):
            at = begin
            for ended in ends_of_passages(begin, until, [one]):
                way = one.way(at, ended)
                numbered = numbers_alone(one, at, ended)
                if one.gaps[ended] and ended < until:
                    break
                if numbered is not None:
                    self._found.numbers += [Numbered((one.hand,), line, (new,)) for line, new in numbered]
                elif any(news_of(item) for item in way):
                    break
                else:
                    yield at, ended, one
                at = ended
            if at < until:
                yield at, until, one

    def _left_alone(self, start: int, end: int, passages: Sequence[tuple[int, int, Spread]]) -> list[int]:
        """Blocks that only other hands would have gone, or nobody; returns the places of those that stay."""
        stay = []
        for place in range(start, end):
            block = self._base[place]
            takers = tuple(one.hand for begin, until, one in passages if begin <= place < until)
            if not takers or (not isinstance(block, Table) and block.has_section):
                self._untouched(place, place + 1)
                stay.append(place)
            else:
                gone = TableGone(block) if isinstance(block, Table) else Gone(block)
                self._found.deeds.append(Deed(self._shared(takers), item=gone))
        return stay

    def _alike(self, passages: Sequence[tuple[int, int, Spread]]) -> dict[tuple[int, int, str], tuple[int, ...]]:
        """The hands that make the same of a passage, by its ends and their text."""
        found: dict[tuple[int, int, str], tuple[int, ...]] = {}
        for begin, until, one in passages:
            key = (begin, until, text_of_way(one.way(begin, until), with_notes=True))
            found[key] = (*found.get(key, ()), one.hand)
        return found

    def _proposes(self, one: Spread, start: int, end: int) -> bool:
        return proposal_of(one.hand, one.way(start, end), self._base[start:end]) is not None

    def _merged(self, start: int, end: int, hands: Sequence[Spread], proposals: Sequence[Proposal]) -> None:
        """What can stand in one text does, the rest beside it."""
        ways = {one.hand: one.way(start, end) for one in hands}
        if len(proposals) > 1 and self._rows(ways):
            return
        merged = merge(proposals)
        if merged.whole:
            markup = self._shared(merged.whole)
            for item in ways[merged.whole[0]]:
                self._deed(item, markup)
        else:
            self._edited(merged, ways)
        for alike_numbered in merged.numbers:
            pairs = [pair for hand in alike_numbered if (pair := edited_one(ways[hand])) is not None]
            self._found.numbers.append(Numbered(alike_numbered, pairs[0][0], tuple(news[0] for _, news in pairs)))
        for beside in merged.beside:
            alike: dict[str, tuple[int, ...]] = {}
            for hand in beside:
                text = text_of_way(ways[hand], with_notes=True)
                alike[text] = (*alike.get(text, ()), hand)
            for same in alike.values():
                self._beside(same, ways[same[0]], lines_of(self._base[start:end]))

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
        pair = edited_one(ways[merged.edits[0][1][0]])
        if pair is None:
            raise ValueError("edits without a paragraph that they are in")
        line = pair[0]
        places = {hand: edits_in_place(ways[hand]) for hand in {hands[0] for _, hands in merged.edits}}
        steps: list[Step] = []
        at = 0
        for edit, hands in merged.edits:
            markup = self._shared(hands)
            if edit.start > at:
                steps.append(Step(StretchKind.KEEP, at, edit.start))
            steps += [step._replace(markup=markup) for step in places[hands[0]][edit]]
            at = edit.end
        if at < len(line.text):
            steps.append(Step(StretchKind.KEEP, at, len(line.text)))
        edited = LineEdit(line, steps)
        self._found.deeds.append(Deed(self._voice(merged.edits[0][1]), [edited], None, edited.begins_with_insertion))

    def _rows(self, ways: dict[int, list[Item]]) -> bool:
        """A table that several hands change is written row by row, if none deletes what another edits."""
        tables = {hand: way[0] for hand, way in ways.items() if len(way) == 1}
        pairs = {
            hand: row_pairs(item.base, item.new)
            for hand, item in tables.items()
            if isinstance(item, TableAnswered) and item.new is not None
        }
        if set(pairs) != set(ways):
            return False
        table = next(item.base for item in tables.values() if isinstance(item, TableAnswered))
        merged = merged_rows(table, pairs)
        if merged is None:
            return False
        cells: list[tuple[etree._Element, list[Deed]]] = []
        rows: list[RowDeed] = []
        for one in merged:
            rows.append(RowDeed(self._shared(one.hands) if one.hands else self._voice((0,)), one))
            if one.base is not None and not one.hands:
                cells += self._cells(one.base, one.news)
        item = TableAnswered(table, None)
        self._found.deeds.append(Deed(self._voice((0,)), item=item, cells=cells, rows=rows))
        return True

    def _cells(
        self, row: Row[BaseLine], news: Mapping[int, Row[NewLine]]
    ) -> Iterator[tuple[etree._Element, list[Deed]]]:
        for column, cell in enumerate(row.cells):
            plans = [
                (hand, plan(cell.blocks, new.blocks, similar_groups(cell.blocks, new.blocks), moves=False))
                for hand, new in ((hand, other.cells[column]) for hand, other in news.items())
                if lines_text(cell.blocks) != lines_text(new.blocks)
            ]
            if plans and cell.element is not None:
                inner = put_together(cell.blocks, plans, self._voice)
                self._found.shared += inner.shared
                self._found.beside += inner.beside
                self._found.numbers += inner.numbers
                yield cell.element, inner.deeds

    def _untouched(self, start: int, end: int) -> None:
        for block in self._base[start:end]:
            if isinstance(block, Table):
                self._found.deeds.append(Deed(self._voice((0,)), item=TableAnswered(block, None)))
            else:
                self._found.deeds.append(Deed(self._voice((0,)), [LineEdit(block)]))

    def _beside(self, hands: tuple[int, ...], way: list[Item], lines: tuple[BaseLine, ...]) -> None:
        news = [new for item in way for new in news_of(item)]
        markup = self._shared(hands) if news else self._voice(hands)
        for new in news:
            self._come(TableCome(new) if isinstance(new, Table) else Come(new), markup)
        if lines:
            moves = any(isinstance(item, MovedAway) for item in way)
            self._found.beside.append(Beside(hands, lines, not news, moves))
