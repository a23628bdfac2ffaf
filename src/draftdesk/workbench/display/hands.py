"""By whose hand a change is: of the draft that proposes it, or of one of several authors of a tracked file.

Views that colour by author give each stretch of changed words the ordinal of its hand. What no tracked change of a
tracked file accounts for has none, so that a silent edit is seen as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from draftdesk.model.draft import Draft, Hand
from draftdesk.model.paragraph import Paragraph
from draftdesk.translation import tr
from draftdesk.workbench.display.values import GONE, Block, CellContent, CellNote, Sign, Stretch, TextRow

NO_HAND: Final = -1
_OF_NOBODY: Final = frozenset({Sign.PLAIN, Sign.GAP, Sign.CONTESTED, Sign.SMALL})


@dataclass(frozen=True)
class Hands:
    """`names` in the order of their colours; `of_column`: the hand of all changes of a draft, NO_HAND for several."""

    names: tuple[str, ...]
    of_column: tuple[int, ...]

    def of_author(self, author: str) -> int:
        """The hand of an author of a tracked file."""
        return self.names.index(author) if author in self.names else NO_HAND


def hands_of(drafts: Sequence[Draft], short: Sequence[str], against: Sequence[int]) -> Hands:
    """The hands of all drafts that are shown against another one."""
    names: list[str] = []
    columns: list[int] = []
    for draft, name, old in zip(drafts, short, against, strict=True):
        if old < 0 or draft.several_authors:
            columns.append(NO_HAND)
            names += [author for author in draft.several_authors if old >= 0 and author not in names]
            continue
        if name not in names:
            names.append(name)
        columns.append(names.index(name))
    return Hands(tuple(names), tuple(columns))


def with_hands(
    hands: Hands, drafts: Sequence[Draft], row: TextRow, steps: tuple[int, int], content: CellContent, *, is_new: bool
) -> CellContent:
    """A cell whose changed words know their hands; `steps` are the older and the newer column of its changes.

    `is_new`: the cell is that of the newer draft, so that words which stand in its text are looked for there.
    """
    new = steps[1]
    own = hands.of_column[new]
    if own != NO_HAND:
        blocks = tuple(_by_one(block, own) for block in content.blocks)
        return replace(content, blocks=blocks)
    draft = drafts[new]
    if not draft.several_authors:
        return content
    paragraphs = [draft.paragraphs[index] for index in row.cells[new]]
    search = _Search(hands, draft, paragraphs)
    blocks = tuple(search.block(block, is_new=is_new) for block in content.blocks)
    found = dict.fromkeys(s.hand for block in blocks for s in block.stretches if s.sign not in _OF_NOBODY)
    told = [hands.names[hand] if hand != NO_HAND else tr("not tracked") for hand in found]
    note = (CellNote(tr("By {names}", names=", ".join(told))),) if told else ()
    return CellContent(blocks, (*content.notes, *note), content.absence)


def hands_in(*contents: CellContent | None) -> tuple[int, ...]:
    """The hands whose changes cells show, in the order of their colours."""
    blocks = (block for content in contents if content is not None for block in content.blocks)
    return tuple(sorted({s.hand for block in blocks for s in block.stretches if s.hand != NO_HAND}))


def _by_one(block: Block, hand: int) -> Block:
    return replace(
        block, stretches=tuple(s if s.sign in _OF_NOBODY else replace(s, hand=hand) for s in block.stretches)
    )


class _Search:
    """Finds the authors of stretches in the tracked changes of one draft, those at some of its paragraphs first."""

    def __init__(self, hands: Hands, draft: Draft, paragraphs: Sequence[Paragraph]) -> None:
        self._hands = hands
        self._paragraphs = {paragraph.id.serial: paragraph for paragraph in paragraphs}
        here = self._paragraphs
        self._near = [hand for hand in draft.hands if hand.paragraph in here]
        self._far = [hand for hand in draft.hands if not hand.paragraph]

    def block(self, block: Block, *, is_new: bool) -> Block:
        """The stretches of a block, cut where another hand begins."""
        serial = block.paragraph.serial if block.paragraph is not None else 0
        paragraph = self._paragraphs.get(serial) if is_new else None
        at = 0
        made: list[Stretch] = []
        for stretch in block.stretches:
            length = stretch.covered
            if stretch.sign in _OF_NOBODY:
                made.append(stretch)
            elif paragraph is not None and length and stretch.sign not in GONE:
                made += self._cut(stretch, paragraph, at)
            else:
                went = stretch.sign in GONE or not is_new
                made.append(replace(stretch, hand=self._by_words(stretch.text, at, went=went)))
            at += length
        return replace(block, stretches=tuple(made))

    def _cut(self, stretch: Stretch, paragraph: Paragraph, at: int) -> Iterator[Stretch]:
        """Words of the text in parts of one hand each."""
        start = paragraph.text_span.start + at
        length = stretch.covered
        whose = [NO_HAND] * length
        for hand in self._near:
            if hand.paragraph == paragraph.id.serial and not hand.went and _stands(hand, paragraph):
                for k in range(max(0, hand.span.start - start), min(length, hand.span.end - start)):
                    whose[k] = self._hands.of_author(hand.author)
        if stretch.covers >= 0 or len(set(whose)) == 1:
            yield replace(stretch, hand=whose[0])
            return
        whose = _without_blanks(whose, stretch.text)
        begin = 0
        for k in range(1, length + 1):
            if k == length or whose[k] != whose[begin]:
                yield replace(stretch, text=stretch.text[begin:k], hand=whose[begin])
                begin = k

    def _by_words(self, words: str, at: int, *, went: bool) -> int:
        """Whose tracked change has these words; of several the nearest."""
        for known in (self._near, self._far):
            alike = [hand for hand in known if hand.went is went and _shares(hand.words, words)]
            if alike:
                exact = [hand for hand in alike if hand.words.strip() == words.strip()] or alike
                return self._hands.of_author(min(exact, key=lambda hand: abs(hand.span.start - at)).author)
        return NO_HAND


def _shares(tracked: str, shown: str) -> bool:
    """Whether words are part of one another; Word and we cut changes at other places."""
    tracked, shown = " ".join(tracked.split()), " ".join(shown.split())
    return bool(tracked and shown) and (tracked in shown or shown in tracked)


def _stands(hand: Hand, paragraph: Paragraph) -> bool:
    """Whether the words still stand where they were read; somebody may have joined or split the paragraph since."""
    return hand.span.of(paragraph.source_text) == hand.words


def _without_blanks(whose: list[int], text: str) -> list[int]:
    """Blanks go with the words before them, so that no blank alone has another colour."""
    found = list(whose)
    for k in range(1, len(found)):
        if text[k].isspace():
            found[k] = found[k - 1]
    return found
