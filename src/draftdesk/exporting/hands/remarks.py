"""What the comments of a compilation say: who proposes the same, what is contested, which numbers others give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from draftdesk.exporting.hands.comments import HandsComments
from draftdesk.exporting.hands.together import Beside, Numbered, Together
from draftdesk.exporting.hands.ways import HandLine
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.lines import BaseLine
from draftdesk.wordml.names import TC

Remark = Callable[[str, Sequence[str], str], str]
"""(kind: "same", "beside", "delete", "move", "between", "number" or "numbers"; names of hands; numbers) -> a comment.

Of the kind "between" the names of those who join stand where the numbers do.
"""

_TOLD_ONE_BY_ONE: Final = 6  # numbers that run on; a page has about as many
_COUNTED: Final = re.compile(r"(\d+)\.?")


class HandsRemarks:
    """Puts the comments of the body; `names` are those of the hands, `marks` any of the main part.

    `order`: the places of the base's paragraphs among those with a number that is counted.
    """

    def __init__(
        self,
        comments: HandsComments,
        remark: Remark,
        names: Sequence[str],
        marks: Markup,
        order: Mapping[etree._Element, int],
    ) -> None:
        self._comments = comments
        self._remark = remark
        self._names = names
        self._marks = marks
        self._order = order

    def put(self, together: Together) -> None:
        """Comment on all that hands share or contest."""
        for markup, hands in together.shared:
            text = self._remark("same", self._named(hands), "")
            self._comments.on_marks(markup.made, text, self._marks.of(self._names[hands[1]]))
        for one in together.beside:
            self._put_beside(one)
        for added in together.between:
            text = self._remark("between", self._named(added.hands), ", ".join(self._named(added.joining)))
            self._comments.on_paragraph(added.base.element, text, self._marks.of(self._names[added.hands[0]]))
        self._put_numbers(together.numbers)

    def _put_beside(self, one: Beside) -> None:
        names = self._named(one.hands)
        kind = ("move" if one.moves else "delete") if one.deletes else "beside"
        text = self._remark(kind, names, "")
        in_table = any(next(line.element.iterancestors(TC), None) is not None for line in one.base)
        for line in one.base[-1:] if in_table else one.base:  # one is enough for a table
            self._comments.on_paragraph(line.element, text, self._marks.of(names[0]))

    def _put_numbers(self, numbers: Sequence[Numbered]) -> None:
        """Say at a paragraph which other numbers hands give it; where these run on for long, once at the first."""
        said: dict[etree._Element, list[tuple[tuple[int, ...], str]]] = {}
        for run in self._runs(numbers):
            if len(run) > _TOLD_ONE_BY_ONE:
                told = f"{_number_of(run[0])}\u2013{_number_of(run[-1])}"
                said.setdefault(run[0].base.element, []).append(
                    (run[0].hands, self._remark("numbers", self._named(run[0].hands), told))
                )
                continue
            for one in run:
                text = self._remark("number", self._named(one.hands), _number_of(one))
                said.setdefault(one.base.element, []).append((one.hands, text))
        for paragraph, own in said.items():
            text = " ".join(text for _, text in own)
            self._comments.on_paragraph(paragraph, text, self._marks.of(self._names[own[0][0][0]]))

    def _runs(self, numbers: Sequence[Numbered]) -> Iterator[list[Numbered]]:
        """The numbers of the same hands that follow each other as those of the base do."""
        runs: dict[tuple[int, ...], list[Numbered]] = {}
        for one in numbers:
            run = runs.setdefault(one.hands, [])
            if run and not self._runs_on(run[-1], one):
                yield run
                run = runs[one.hands] = []
            run.append(one)
        yield from runs.values()

    def _runs_on(self, before: Numbered, one: Numbered) -> bool:
        places = [self._order.get(each.base.element) for each in (before, one)]
        given = [_COUNTED.fullmatch(_number_of(each)) for each in (before, one)]
        if places[0] is None or places[1] != places[0] + 1 or given[0] is None or given[1] is None:
            return False
        return int(given[1][1]) == int(given[0][1]) + 1

    def _named(self, hands: Sequence[int]) -> list[str]:
        return [self._names[hand] for hand in hands]


def _number_of(one: Numbered) -> str:
    return next((new.number for new in one.news if isinstance(new, HandLine)), "")


def places_of_numbers(lines: Iterable[BaseLine]) -> dict[etree._Element, int]:
    """The places of the base's paragraphs among those with a number that is counted."""
    counted = (
        line.element for line in lines if line.paragraph is not None and _COUNTED.fullmatch(line.paragraph.number)
    )
    return {element: place for place, element in enumerate(counted)}
