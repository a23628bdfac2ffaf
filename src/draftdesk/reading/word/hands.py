"""Whose tracked changes the words of a Word file are: those that came, where they stand, and those that went.

It looks at the trees before their changes are resolved, and again at the paragraphs that were read from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from lxml import etree

from draftdesk.model.draft import Hand
from draftdesk.model.paragraph import Span
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, P, R, w
from draftdesk.wordml.walker import FlatParagraph, pieces_of

_COMES: Final = (INS, MOVE_TO)
_GOES: Final = (DEL, MOVE_FROM)
_TEXTS: Final = (w("delText"), w("t"))


class Hands:
    """The runs of a text in which all changes are accepted, by whom they came, and the words that are not in it."""

    def __init__(self) -> None:
        self._came: dict[etree._Element, str] = {}
        self._went: list[tuple[etree._Element | None, str, str]] = []
        self._places: dict[etree._Element, tuple[int, int]] = {}
        self._met: list[Hand] = []

    def look_at(self, roots: Iterable[etree._Element]) -> None:
        """Remember who made the changes of these trees; call it before they are resolved."""
        for root in roots:
            for paragraph in root.iter(P):
                self._paragraph(paragraph)

    def _paragraph(self, paragraph: etree._Element) -> None:
        stays: etree._Element | None = None
        for run in paragraph.iter(R):
            inside = list(takewhile(lambda one: one.tag != P, run.iterancestors(*_COMES, *_GOES, P)))
            goes = next((one for one in inside if one.tag in _GOES), None)
            comes = next((one for one in inside if one.tag in _COMES), None)
            if goes is not None and comes is None:
                self._goes(stays, goes.get(w("author"), ""), _words(run))
            elif goes is None:
                stays = run
                if comes is not None:
                    self._came[run] = comes.get(w("author"), "")

    def _goes(self, stays: etree._Element | None, author: str, words: str) -> None:
        """Runs that follow each other and go by the same hand are one."""
        before = self._went[-1] if self._went else (None, "", "")
        if stays is not None and before[:2] == (stays, author):
            self._went[-1] = (stays, author, before[2] + words)
        else:
            self._went.append((stays, author, words))

    def meet(self, flat: FlatParagraph, serial: int) -> None:
        """See where the runs are in a paragraph that was read, which has this serial."""
        if not self._came and not self._went:
            return
        for piece in pieces_of(flat):
            if piece.run is not None:
                self._places[piece.run] = (serial, piece.end)
                author = self._came.get(piece.run)
                if author:
                    self._met.append(Hand(author, piece.text, serial, Span(piece.start, piece.end)))

    def told(self) -> Iterator[Hand]:
        """The changes at the paragraphs that were met, then those elsewhere; what went comes last."""
        yield from self._met
        for run, author in self._came.items():
            if author and run not in self._places:
                yield Hand(author, _words(run), 0, Span(0, 0))
        for stays, author, words in self._went:
            serial, at = self._places.get(stays, (0, 0)) if stays is not None else (0, 0)
            if author and words:
                yield Hand(author, words, serial, Span(at, at), went=True)


def _words(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.iter(*_TEXTS))
