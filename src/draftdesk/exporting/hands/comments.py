"""Comments that a compilation puts into the base's file, beside those that it has (ECMA-376 part 1, 17.13.4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from lxml import etree

from draftdesk.exporting.markup import Markup, highest_id
from draftdesk.exporting.redline.lines import set_text
from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.wordml.names import NS_W, PPR, RPR, TBL, TR, P, R, T, w
from draftdesk.wordml.package import parse_part

_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PROPERTIES: Final = (RPR, w("trPr"))


class HandsComments:
    """Comments by whoever compiles, in the main part only: Word knows none in notes and headers."""

    def __init__(self, changes: PackageChanges, document: etree._Element, author: str, date: str) -> None:
        self._changes = changes
        self._author, self._date = author, date
        self._last = highest_id(document)

    def on_marks(self, marks: Sequence[etree._Element], text: str, hand: Markup) -> None:
        """Comment on a change, once in each paragraph or table that it touches.

        The sign of a comment is an insertion of `hand`, so that it goes when all is rejected.
        """
        places: dict[etree._Element, list[etree._Element]] = {}
        for mark in marks:
            around = list(mark.iterancestors(P, TBL))
            if around:
                places.setdefault(around[-1], []).append(mark)
        for own in places.values():
            inline = [one for one in own if (parent := one.getparent()) is not None and parent.tag not in _PROPERTIES]
            if inline:
                self._around(inline, text, hand)
            else:  # only the mark of a paragraph, which was split or joined, or of a row without words
                around_it = next(own[0].iterancestors(P, TR))
                self.on_paragraph(next(around_it.iter(P)), text, hand)

    def _around(self, marks: Sequence[etree._Element], text: str, hand: Markup) -> None:
        start, end, sign = self._anchors(text, marks[0], hand)
        marks[0].addprevious(start)
        marks[-1].addnext(end)
        end.addnext(sign)

    def on_paragraph(self, paragraph: etree._Element, text: str, hand: Markup) -> None:
        """Comment on a whole paragraph, at its beginning.

        Not at its end: LibreOffice joins a paragraph that ends with an insertion, when that is rejected, with a next
        one that begins with an insertion of the same author.
        """
        at = 1 if paragraph.find(PPR) is not None else 0
        after = at + 1 if len(paragraph) > at + 1 else at
        start, end, sign = self._anchors(text, paragraph, hand)
        paragraph[after:after] = [end, sign]
        paragraph.insert(at, start)

    def _anchors(
        self, text: str, near: etree._Element, hand: Markup
    ) -> tuple[etree._Element, etree._Element, etree._Element]:
        id_ = self._added(text)
        start, end, reference = (
            near.makeelement(w(name), {w("id"): id_}, near.nsmap)
            for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        run = near.makeelement(R, {}, near.nsmap)
        run.append(reference)
        return start, end, hand.inserted([run], near)

    def _added(self, text: str) -> str:
        root = self._root
        self._last = max(self._last, highest_id(root)) + 1
        named = {w("id"): str(self._last), w("author"): self._author, w("date"): self._date}
        comment = etree.SubElement(root, w("comment"), named)
        line = etree.SubElement(etree.SubElement(etree.SubElement(comment, P), R), T)
        set_text(line, text)
        return str(self._last)

    @cached_property
    def _root(self) -> etree._Element:
        package = self._changes.package
        part = package.related("comments")
        if part is None:
            data = f'<w:comments xmlns:w="{NS_W}"/>'.encode()
            folder = package.main_part.rpartition("/")[0]
            part = self._changes.add(f"{folder}/comments.xml".lstrip("/"), data, _CONTENT)
            self._changes.relate(package.main_part, _KIND, part, external=False)
            root = parse_part(data, part, package.name)
        else:
            root = package.xml(part)
        self._changes.changed(part, root)
        return root
