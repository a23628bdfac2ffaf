"""How paragraphs of a draft are named in its own text: "5", "5 (b)", "(b)" within its list; each part by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from draftdesk.drafting.places import CARRIERS, depth_of
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind
from draftdesk.model.value import value

_LABEL: Final = re.compile(r"^(?:OP|PP)[ .\u00a0]?")
_COUNTED: Final = frozenset({ParagraphKind.OPERATIVE, ParagraphKind.DECLARATION})


@value
class Address:
    """`part` counts the body and its annexes, `carrier` is the serial of the paragraph that the list belongs to.

    `path` is ("5", "b"); its first part is "" under a paragraph without a number.
    """

    part: int
    carrier: int
    path: tuple[str, ...]
    order: int


class Addresses:
    """The addresses of a draft's paragraphs, and back; a number that occurs twice in a part names none."""

    def __init__(self, draft: Draft) -> None:
        self.of: dict[int, Address] = {}
        self._holders: dict[int, tuple[int, int]] = {}
        self._named: dict[tuple[int, tuple[str, ...]], int | None] = {}
        self._listed: dict[tuple[int, tuple[str, ...]], int | None] = {}
        for serial, address in self._walk(draft):
            self.of[serial] = address
            if address.path[0]:
                self._keep(self._named, (address.part, address.path), serial)
            if len(address.path) > 1:
                self._keep(self._listed, (address.carrier, address.path[1:]), serial)

    @staticmethod
    def _keep(
        names: dict[tuple[int, tuple[str, ...]], int | None], name: tuple[int, tuple[str, ...]], serial: int
    ) -> None:
        names[name] = None if name in names else serial

    def _walk(self, draft: Draft) -> Iterator[tuple[int, Address]]:
        part, carrier = 0, -1
        path: tuple[str, ...] = ("",)
        for order, paragraph in enumerate(draft.paragraphs):
            serial = paragraph.id.serial
            part += paragraph.kind is ParagraphKind.ANNEX_TITLE
            if paragraph.kind in CARRIERS:
                carrier, path = serial, (_bare(paragraph) if paragraph.kind in _COUNTED else "",)
            self._holders[serial] = (part, carrier)
            if paragraph.kind in CARRIERS:
                yield serial, Address(part, carrier, path, order)
            elif paragraph.kind in SUBPARAGRAPHS and paragraph.number:
                depth = depth_of(paragraph.kind)
                path = (*(path + ("",) * depth)[:depth], _bare(paragraph))
                yield serial, Address(part, carrier, path, order)

    def holder(self, serial: int) -> tuple[int, int] | None:
        """The part that a paragraph stands in and the paragraph whose list it is in; None where it is not there."""
        return self._holders.get(serial)

    def target(self, path: tuple[str, ...], part: int, carrier: int, *, is_relative: bool) -> int | None:
        """The paragraph that a path names, for one who reads it in a part, in the list of a carrier."""
        if is_relative:
            return self._listed.get((carrier, path))
        return self._named.get((part, path))


def _bare(paragraph: Paragraph) -> str:
    return _bare_number(paragraph.number) if paragraph.number else ""


@lru_cache(maxsize=8192)
def _bare_number(number: str) -> str:
    return " ".join(_LABEL.sub("", number).strip("().").split())
