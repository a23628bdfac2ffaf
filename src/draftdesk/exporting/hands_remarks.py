"""What the comments of a compilation say: who proposes the same, what is contested, which numbers others give."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from draftdesk.exporting.hands_comments import HandsComments
from draftdesk.exporting.hands_plan import Beside, Numbered, Together
from draftdesk.exporting.hands_ways import HandLine
from draftdesk.exporting.markup import Markup
from draftdesk.wordml.names import TC

Remark = Callable[[str, Sequence[str], str], str]
"""(kind: "same", "beside", "delete", "move" or "number"; names of hands; a number) -> the words of a comment."""


class HandsRemarks:
    """Puts the comments of the body; `names` are those of the hands, `marks` any of the main part."""

    def __init__(self, comments: HandsComments, remark: Remark, names: Sequence[str], marks: Markup) -> None:
        self._comments = comments
        self._remark = remark
        self._names = names
        self._marks = marks

    def put(self, together: Together) -> None:
        """Comment on all that hands share or contest."""
        for markup, hands in together.shared:
            text = self._remark("same", self._named(hands), "")
            self._comments.on_marks(markup.made, text, self._marks.of(self._names[hands[1]]))
        for one in together.beside:
            self._put_beside(one)
        self._put_numbers(together.numbers)

    def _put_beside(self, one: Beside) -> None:
        names = self._named(one.hands)
        kind = ("move" if one.moves else "delete") if one.deletes else "beside"
        text = self._remark(kind, names, "")
        in_table = any(next(line.element.iterancestors(TC), None) is not None for line in one.base)
        for line in one.base[-1:] if in_table else one.base:  # one is enough for a table
            self._comments.on_paragraph(line.element, text, self._marks.of(names[0]))

    def _put_numbers(self, numbers: Sequence[Numbered]) -> None:
        """Say at each paragraph which other numbers hands give it: who speaks of their number finds it."""
        said: dict[etree._Element, list[Numbered]] = {}
        for one in numbers:
            said.setdefault(one.base.element, []).append(one)
        for paragraph, own in said.items():
            text = " ".join(self._remark("number", self._named(one.hands), _number_of(one)) for one in own)
            self._comments.on_paragraph(paragraph, text, self._marks.of(self._names[own[0].hands[0]]))

    def _named(self, hands: Sequence[int]) -> list[str]:
        return [self._names[hand] for hand in hands]


def _number_of(one: Numbered) -> str:
    return next((new.number for new in one.news if isinstance(new, HandLine)), "")
