"""One walk through a story of an OpenDocument text: body, note, header, text box.

Inserted text that is not accepted is left out together with its paragraph ends, deleted text that is not accepted
is put back; so a paragraph may be collected from several elements. Numbers are counted when a paragraph is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from draftdesk.model.draft import NoteKind
from draftdesk.model.paragraph import CellPlace, Mark, ObjectKind, Origin
from draftdesk.reading.flow import PLAIN, FlowComment, FlowNote, FlowText, LeftOut
from draftdesk.reading.opendocument.lists import ListItem, ListNesting, OdtLists
from draftdesk.reading.opendocument.package import o
from draftdesk.reading.opendocument.revisions import CHANGE_MARKS, OdtRevisions
from draftdesk.reading.opendocument.styles import OdtStyles
from draftdesk.reading.seen import Seen

_PARAGRAPHS: Final = (o("text:p"), o("text:h"))
_SILENT: Final = frozenset(
    o(name)
    for name in (
        "text:tracked-changes",
        "text:sequence-decls",
        "text:user-field-decls",
        "text:variable-decls",
        "text:dde-connection-decls",
        "office:forms",
        "office:event-listeners",
        "office:change-info",
        "text:soft-page-break",
        "text:ruby-text",
        "text:table-of-content-source",
        "office:annotation-end",
        "text:number",
        "text:hidden-text",
    )
)
_FIXED_TEXT: Final = {o("text:s"): " ", o("text:tab"): "\t", o("text:line-break"): "\n"}
_MAX_REPEAT: Final = 64
"""A row or cell that a file repeats is read this often at most."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What a paragraph is apart from its text; `heading` is the outline level of a heading, 0 for none."""

    style: str = ""
    item: ListItem | None = None
    place: CellPlace | None = None
    heading: int = 0


@dataclass
class Sources:
    """What all walks of one document share."""

    styles: OdtStyles
    lists: OdtLists
    revisions: OdtRevisions
    notes: list[FlowNote] = field(default_factory=list)
    comments: list[FlowComment] = field(default_factory=list)
    boxes: list[tuple[Seen, ...]] = field(default_factory=list)
    left_out: LeftOut = field(default_factory=LeftOut)


class OdtWalk:
    """Walks one story; `part` is what the origins of its paragraphs call it."""

    def __init__(self, sources: Sources, part: str) -> None:
        self._sources = sources
        self._part = part
        self._nesting = ListNesting()
        self._done: list[Seen] = []
        self._text = FlowText()
        self._form: _Form | None = None
        self._tables = 0

    def seen(self, story: etree._Element) -> tuple[Seen, ...]:
        """The paragraphs of a story in order."""
        self._blocks(story, _Form())
        self._flush()
        return tuple(self._done)

    def _blocks(self, container: etree._Element, form: _Form) -> None:
        fresh_item = form.item
        for child in container.iterchildren(etree.Element):
            tag = child.tag
            if tag in _PARAGRAPHS:
                self._paragraph(child, replace(form, item=fresh_item))
                fresh_item = None if form.item is not None else fresh_item
            elif tag == o("text:list"):
                self._list(child, form)
            elif tag == o("table:table"):
                self._table(child, form)
            elif tag in CHANGE_MARKS:
                self._change(child, form, PLAIN)
            elif tag in (o("draw:frame"), o("draw:custom-shape"), o("draw:g")):
                self._drawing(child, None)
            elif tag == o("text:section") and child.get(o("text:display"), "true") in ("none", "false"):
                self._sources.left_out.hidden += 1
            elif tag not in _SILENT:
                self._blocks(child, form)

    def _list(self, element: etree._Element, form: _Form) -> None:
        item = self._nesting.entered(element, form.item)
        for child in element.iterchildren(etree.Element):
            if child.tag == o("text:list-item"):
                start = child.get(o("text:start-value"), "")
                printed = child.findtext(o("text:number")) or ""
                value = int(start) if start.isdecimal() and len(start) < 10 else None
                own = child.get(o("text:style-override"), "") or item.style
                self._blocks(child, replace(form, item=replace(item, start=value, printed=printed, style=own)))
            elif child.tag == o("text:list-header"):
                self._header(child, form, item)

    def _header(self, element: etree._Element, form: _Form, item: ListItem) -> None:
        """The part of a list without number; lists inside it count all the same."""
        for child in element.iterchildren(etree.Element):
            if child.tag == o("text:list"):
                self._list(child, replace(form, item=item))
            elif child.tag in _PARAGRAPHS:
                self._paragraph(child, replace(form, item=None))

    def _table(self, table: etree._Element, form: _Form) -> None:
        number = self._tables
        if form.place is None:
            self._tables += 1
        for row_number, row in enumerate(_repeated(table, o("table:table-row"), "table:number-rows-repeated")):
            for column, cell in enumerate(_repeated(row, o("table:table-cell"), "table:number-columns-repeated")):
                place = form.place or CellPlace(
                    number,
                    row_number,
                    column,
                    _count(cell, "table:number-columns-spanned"),
                    _count(cell, "table:number-rows-spanned"),
                )
                self._blocks(cell, replace(form, place=place, item=None))

    def _paragraph(self, element: etree._Element, form: _Form) -> None:
        style = element.get(o("text:style-name"), "")
        level = element.get(o("text:outline-level"), "1")
        is_numbered = element.tag == o("text:h") and element.get(o("text:is-list-header")) != "true"
        heading = int(level) if is_numbered and level.isdecimal() and len(level) < 3 else 0
        self._begin(replace(form, style=style, heading=heading))
        marks = self._sources.styles.marks("paragraph", style, PLAIN)
        self._inline(element, marks, "")
        if not self._sources.revisions.is_dropping:
            self._flush()

    def _begin(self, form: _Form) -> None:
        """A paragraph goes on in the one that is open, which keeps its form if it has text."""
        if self._form is None or not self._text.length:
            self._form = form

    def _flush(self) -> None:
        form = self._form
        if form is None:
            return
        sources = self._sources
        label = ""
        if form.item is not None:
            list_style = form.item.style or sources.styles.list_style(form.style)
            label = sources.lists.label(replace(form.item, style=list_style))
        elif form.heading and form.place is None:
            label = sources.lists.label(ListItem("headings", "", form.heading))
        self._done.append(
            self._text.seen(
                Origin(self._part, len(self._done)),
                number=label.strip(),
                style=sources.styles.title(form.style),
                alignment=sources.styles.alignment(form.style),
                place=form.place,
            )
        )
        self._form, self._text = None, FlowText()

    def _change(self, mark: etree._Element, form: _Form, marks: frozenset[Mark]) -> None:
        content = self._sources.revisions.passed(mark)
        if content is None:
            return
        # A deletion that begins inside a paragraph goes on in it, another ends in the paragraph that follows.
        lines = list(self._deleted(content, replace(form, item=None)))
        is_at_start = not self._text.length
        for number, (element, own) in enumerate(lines):
            if number:
                self._flush()
            is_joined = number == len(lines) - 1 if is_at_start else number == 0
            self._begin(form if is_joined else own)
            self._inline(element, self._sources.styles.marks("paragraph", own.style, marks), "")

    def _deleted(self, content: etree._Element, form: _Form) -> Iterator[tuple[etree._Element, _Form]]:
        """The paragraphs of deleted text with the forms they had."""
        for child in content.iterchildren(etree.Element):
            if child.tag in _PARAGRAPHS:
                yield child, replace(form, style=child.get(o("text:style-name"), ""))
            elif child.tag == o("text:list"):
                yield from self._deleted(child, replace(form, item=self._nesting.entered(child, form.item)))
            elif child.tag not in _SILENT:
                yield from self._deleted(child, form)

    def _inline(self, parent: etree._Element, marks: frozenset[Mark], link: str) -> None:
        self._add(parent.text, marks, link)
        for child in parent.iterchildren():
            if isinstance(child.tag, str):
                self._element(child, marks, link)
            self._add(child.tail, marks, link)

    def _add(self, text: str | None, marks: frozenset[Mark], link: str) -> None:
        if text and not self._sources.revisions.is_dropping:
            self._text.add_collapsed(text, marks, link)

    def _element(self, child: etree._Element, marks: frozenset[Mark], link: str) -> None:
        tag = child.tag
        if tag in CHANGE_MARKS:
            self._change(child, self._form or _Form(), marks)
        elif self._sources.revisions.is_dropping:
            self._marks_inside(child)
        elif tag == o("text:span"):
            self._span(child, marks, link)
        elif tag in _FIXED_TEXT:
            self._text.add(_FIXED_TEXT[tag] * _count(child, "text:c"), marks, link)
        elif tag == o("text:a"):
            self._inline(child, marks, child.get(o("xlink:href"), "") or link)
        elif tag == o("text:note"):
            self._note(child, marks)
        elif tag == o("office:annotation"):
            self._comment(child)
        elif tag in (o("draw:frame"), o("draw:custom-shape"), o("draw:g"), o("draw:a")):
            self._drawing(child, marks)
        elif tag not in _SILENT:
            self._inline(child, marks, link)

    def _marks_inside(self, element: etree._Element) -> None:
        """Ends of insertions may stand inside what is left out."""
        for mark in element.iter(*CHANGE_MARKS):
            self._sources.revisions.passed(mark)

    def _span(self, element: etree._Element, marks: frozenset[Mark], link: str) -> None:
        style, styles = element.get(o("text:style-name"), ""), self._sources.styles
        if styles.is_hidden("text", style):
            self._sources.left_out.hidden += 1
            return
        self._inline(element, styles.marks("text", style, marks), link)

    def _note(self, element: etree._Element, marks: frozenset[Mark]) -> None:
        notes = self._sources.notes
        is_end = element.get(o("text:note-class")) == "endnote"
        citation = element.find(o("text:note-citation"))
        printed = "".join(str(text) for text in citation.itertext()).strip() if citation is not None else ""
        note_id = element.get(o("text:id")) or f"note{len(notes) + 1}"
        kind, mark_kind = (
            (NoteKind.ENDNOTE, ObjectKind.ENDNOTE_MARK) if is_end else (NoteKind.FOOTNOTE, ObjectKind.FOOTNOTE_MARK)
        )
        self._text.add_object(mark_kind, note_id, f"⟦{kind.value}⟧", marks)
        body = element.find(o("text:note-body"))
        seen = OdtWalk(self._sources, note_id).seen(body) if body is not None else ()
        notes.append(FlowNote(note_id, printed, seen, kind))

    def _comment(self, element: etree._Element) -> None:
        lines = ["".join(str(text) for text in line.itertext()) for line in element.iter(o("text:p"))]
        self._sources.comments.append(
            FlowComment(
                part=self._part,
                ordinal=len(self._done),
                author=element.findtext(o("dc:creator")) or "",
                date=element.findtext(o("dc:date")) or "",
                text="\n".join(lines),
            )
        )

    def _drawing(self, element: etree._Element, marks: frozenset[Mark] | None) -> None:
        stories = [*element.iter(o("draw:text-box"))] or [
            shape for shape in element.iter(o("draw:custom-shape")) if shape.find(o("text:p")) is not None
        ]
        numbered = list(enumerate(stories, self._sources.left_out.text_boxes + 1))
        self._sources.left_out.text_boxes += len(stories)
        self._sources.left_out.pictures += not stories
        self._sources.boxes += [OdtWalk(self._sources, f"box {number}").seen(one) for number, one in numbered]
        if marks is not None:
            self._text.add_object(ObjectKind.PICTURE, "", "⟦object⟧", marks)


def _repeated(container: etree._Element, tag: str, attribute: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also in groups and headers, each as often as the file repeats it."""
    for child in container.iterchildren(etree.Element):
        if child.tag == tag:
            count = child.get(o(attribute), "1")
            has_text = next(child.iter(*_PARAGRAPHS), None) is not None
            often = min(int(count), _MAX_REPEAT) if has_text and count.isdecimal() and len(count) < 10 else 1
            yield from (child for _ in range(often))
        elif child.tag in (
            o("table:table-rows"),
            o("table:table-header-rows"),
            o("table:table-row-group"),
        ):
            yield from _repeated(child, tag, attribute)


def _count(element: etree._Element, attribute: str) -> int:
    value = element.get(o(attribute), "1")
    return int(value) if value.isdecimal() and len(value) < 5 else 1
