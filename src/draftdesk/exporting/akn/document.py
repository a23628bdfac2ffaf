"""A draft as an Akoma Ntoso document with the elements that the Secretariat's own files have.

Cover page, preface, preamble and main body as counted in 1,094 published files; subparagraphs nested as the
guidelines of AKN4UN have them (`list`, `intro`, `point`). The same draft and date give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from draftdesk.drafting.places import depth_of
from draftdesk.exporting.akn.inline import NS_AKN, Inline, akn
from draftdesk.exporting.akn.meta import meta_of
from draftdesk.exporting.clean.runs import xml_text
from draftdesk.exporting.pieces import written
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind
from draftdesk.wording.labels import with_stop
from draftdesk.wording.openings import find_opening

_FRONT: Final = {
    ParagraphKind.SESSION: ("session", {}),
    ParagraphKind.AGENDA: ("inline", {"name": "agenda item"}),
    ParagraphKind.SOURCE_NOTE: ("docProponent", {}),
}
_LINE: Final = {ParagraphKind.HEADING: "H23", ParagraphKind.ARTICLE: "H4", ParagraphKind.ANNEX_TITLE: "HCh"}


def write_akn(draft: Draft, date: str = "") -> bytes:
    """The bytes of an .xml file in UTF-8; `date` is that of the version, "2026-11-28"."""
    root = etree.Element(f"{{{NS_AKN}}}akomaNtoso", nsmap={None: NS_AKN})
    statement = akn("statement", name="resolution", contains="originalVersion")
    root.append(statement)
    statement.append(meta_of(draft, date))
    _Writer(draft).fill(statement)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class _Writer:
    """Fills a statement; paragraphs are taken in order, each group in its part of the document."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._inline = Inline(draft)
        self._count = 0

    def fill(self, statement: etree._Element) -> None:
        """Append cover page, preface, preamble, main body, attachments and conclusions."""
        seen = written(self._draft)
        first = next((k for k, p in enumerate(seen) if p.kind in _AFTER_FRONT), len(seen))
        statement.append(self._cover(seen[:first]))
        rest = seen[first:]
        titles = _while(rest, (ParagraphKind.TITLE,))
        if titles:
            statement.append(self._preface(titles))
        body = rest[len(titles) :]
        opening = _while(body, (ParagraphKind.ENACTING, ParagraphKind.PREAMBULAR))
        if opening:
            statement.append(self._preamble(opening))
        body = body[len(opening) :]
        end = len(body)
        while end and body[end - 1].kind is ParagraphKind.MEETING_LINE:
            end -= 1
        main = akn("mainBody")
        main.extend(self._blocks(body[:end]))
        statement.append(main)
        if end < len(body):
            statement.append(self._conclusions(body[end:]))

    def _cover(self, front: Iterable[Paragraph]) -> etree._Element:
        cover = akn("coverPage", eId="coverPage_1")
        margins = sorted(self._draft.margins, key=lambda margin: margin.place != "header/first")
        lines = [p for margin in margins[:1] for p in margin.paragraphs if p.text.strip()]
        cover.extend(self._inline.paragraph(paragraph) for paragraph in lines)
        said = "\n".join(paragraph.text for paragraph in lines)
        if self._draft.symbol and self._draft.symbol not in said:
            cover.append(_line(akn("docNumber", self._draft.symbol, refersTo="#symbol")))
        if self._draft.date and self._draft.date not in said:
            cover.append(_line(akn("docDate", self._draft.date, refersTo="#dateOfIssuance")))
        for paragraph in front:
            name, attributes = _FRONT.get(paragraph.kind, ("docTitle", {}))
            cover.append(_line(self._named(paragraph, name, attributes)))
        return cover

    def _named(self, paragraph: Paragraph, name: str, attributes: dict[str, str]) -> etree._Element:
        made = self._inline.paragraph(paragraph, name)
        for key, value in attributes.items():
            made.set(key, value)
        return made

    def _preface(self, titles: Sequence[Paragraph]) -> etree._Element:
        preface = akn("preface")
        for paragraph in titles:
            line = akn("p")
            if paragraph.number:
                line.append(akn("docNumber", with_stop(paragraph.number)))
            line.append(self._named(paragraph, "docTitle", {"refersTo": "#resolutionTitle"}))
            preface.append(line)
        return preface

    def _preamble(self, opening: Sequence[Paragraph]) -> etree._Element:
        preamble = akn("preamble")
        for paragraph in opening:
            if paragraph.kind is ParagraphKind.ENACTING:
                made = akn("formula", name="enactingFormula", eId=self._id("formula"))
            else:
                phrase = find_opening(paragraph.text, self._draft.language)
                made = akn(
                    "container", name=xml_text(phrase.text) if phrase else "preambular", eId=self._id("container")
                )
            if paragraph.number:
                made.append(akn("num", with_stop(paragraph.number)))
            made.append(self._inline.paragraph(paragraph))
            preamble.append(made)
        return preamble

    def _conclusions(self, lines: Sequence[Paragraph]) -> etree._Element:
        made = akn("conclusions", eId="conclusions")
        made.extend(self._inline.paragraph(paragraph) for paragraph in lines)
        return made

    def _blocks(self, body: Sequence[Paragraph]) -> Iterator[etree._Element]:
        at = 0
        while at < len(body):
            paragraph = body[at]
            if paragraph.place is not None:
                cells = [p for p in body[at:] if p.place is not None and p.place.table == paragraph.place.table]
                yield self._table(cells)
                at += len(cells)
                continue
            end = at + 1
            while end < len(body) and depth_of(body[end].kind) > depth_of(paragraph.kind) and body[end].place is None:
                end += 1
            yield self._block(paragraph, body[at + 1 : end])
            at = end

    def _block(self, paragraph: Paragraph, deeper: Sequence[Paragraph], name: str = "paragraph") -> etree._Element:
        """A numbered paragraph, with a list of points where subparagraphs follow."""
        attributes = {"class_": _LINE.get(paragraph.kind, "SingleTxt")} if name == "paragraph" else {}
        made = akn(name, eId=self._id("para" if name == "paragraph" else name), **attributes)
        is_line = paragraph.kind in _LINE
        if paragraph.number and not is_line:
            made.append(akn("num", with_stop(paragraph.number)))
        text = self._inline.paragraph(paragraph)
        if paragraph.number and is_line:
            text.text = f"{with_stop(paragraph.number)} {text.text or ''}"
        if not deeper:
            made.append(_inside(akn("content"), text))
            return made
        listed = akn("list", eId=self._id("list"))
        listed.append(_inside(akn("intro"), text))
        self._points(listed, deeper)
        made.append(listed)
        return made

    def _points(self, listed: etree._Element, deeper: Sequence[Paragraph]) -> None:
        at = 0
        while at < len(deeper):
            paragraph = deeper[at]
            if paragraph.kind not in SUBPARAGRAPHS:
                listed.append(_inside(akn("wrapUp"), self._inline.paragraph(paragraph)))
                at += 1
                continue
            end = at + 1
            while end < len(deeper) and depth_of(deeper[end].kind) > depth_of(paragraph.kind):
                end += 1
            listed.append(self._block(paragraph, deeper[at + 1 : end], "point"))
            at = end

    def _table(self, cells: Sequence[Paragraph]) -> etree._Element:
        table = akn("table", eId=self._id("table"))
        rows: dict[int, dict[int, etree._Element]] = {}
        for paragraph in cells:
            place = paragraph.place
            assert place is not None
            row = rows.setdefault(place.row, {})
            cell = row.setdefault(place.column, akn("td"))
            if place.column_span > 1:
                cell.set("colspan", str(place.column_span))
            if place.row_span > 1:
                cell.set("rowspan", str(place.row_span))
            cell.append(self._inline.paragraph(paragraph))
        for row in rows.values():
            line = akn("tr")
            line.extend(row.values())
            table.append(line)
        return table

    def _id(self, name: str) -> str:
        self._count += 1
        return f"{name}_{self._count}"


_AFTER_FRONT: Final = frozenset(
    {
        ParagraphKind.TITLE,
        ParagraphKind.ENACTING,
        ParagraphKind.PREAMBULAR,
        ParagraphKind.OPERATIVE,
        ParagraphKind.DECLARATION,
        *SUBPARAGRAPHS,
    }
)
"""Kinds before which the front page ends."""


def _while(paragraphs: Sequence[Paragraph], kinds: tuple[ParagraphKind, ...]) -> Sequence[Paragraph]:
    end = next((k for k, p in enumerate(paragraphs) if p.kind not in kinds), len(paragraphs))
    return paragraphs[:end]


def _line(child: etree._Element) -> etree._Element:
    return _inside(akn("p"), child)


def _inside(parent: etree._Element, child: etree._Element) -> etree._Element:
    parent.append(child)
    return parent
