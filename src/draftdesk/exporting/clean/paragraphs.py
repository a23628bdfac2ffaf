"""The paragraphs of a draft in a form: typed numbers between tabs, openings set apart, styles by name.

Official files number nothing automatically: a number begins one step in from the edge of the text, the text after it
another step (see `clean.forms`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from lxml import etree

from draftdesk.exporting.clean.forms import Form
from draftdesk.exporting.clean.runs import Story, element, paragraph, run, runs_of
from draftdesk.exporting.pieces import written
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, Paragraph, ParagraphKind, Run, Span
from draftdesk.wording.amendment_lines import is_amendment_line
from draftdesk.wording.emphasis import set_apart
from draftdesk.wording.labels import with_stop
from draftdesk.wording.openings import find_opening

_K = ParagraphKind
_OPENED: Final = (_K.PREAMBULAR, _K.OPERATIVE)
_HEADINGS: Final = (_K.SPONSORS, _K.TITLE, _K.HEADING, _K.ARTICLE, _K.ANNEX_TITLE)
_ROMAN_NUMBER: Final = re.compile(r"[IVXL]+")
_AGENDA_NUMBER: Final = re.compile(r"[^\d…]{1,40}[\d…]")
_TITLE_WITH_NUMBER: Final = re.compile(r"\S+[.…]\t")
_PARTICLES: Final = re.compile(r"\s(?:of|that|by|under|to|the)\b.*", re.DOTALL)
_LABEL: Final = re.compile(r"(?:OP|PP)\W*", re.IGNORECASE)


def body_of(draft: Draft, form: Form, story: Story) -> Iterator[etree._Element]:
    """Paragraphs and tables in order; blanks and furniture are left out, spacing takes their place."""
    shown = [one for one in written(draft) if one.kind is not _K.FOOTNOTE]
    front_ends = next((i for i, one in enumerate(shown) if one.kind is _K.ENACTING), 0)
    formed = _Formed(draft, form, story)
    for table, group in groupby(enumerate(shown), key=lambda pair: pair[1].place and pair[1].place.table):
        if table is None:
            yield from (formed.paragraph(one, is_front=i < front_ends) for i, one in group)
        else:
            yield formed.table([one for _, one in group])
            yield paragraph(form.text, ())


class _Formed:
    """How the paragraphs of one draft are set."""

    def __init__(self, draft: Draft, form: Form, story: Story) -> None:
        self._form = form
        self._language = draft.language
        self._story = story
        self._set_apart = set_apart(draft.language)
        self._is_turned = draft.is_right_to_left
        self._has_title = False
        self._is_amendment = is_amendment_line(draft.sponsors)
        self._annexed = False
        self._last_agenda = next((one for one in reversed(draft.paragraphs) if one.kind is _K.AGENDA), None)

    def paragraph(self, one: Paragraph, *, is_front: bool) -> etree._Element:
        """One paragraph with its number typed again."""
        style, properties = self._style(one, is_front=is_front)
        if one.kind is _K.SOURCE_NOTE:
            content = self._source_note(one)
        elif one.kind is _K.MEETING_LINE:
            marks = frozenset[Mark]() if self._language == "zh" else frozenset({Mark.ITALIC})
            content = runs_of(one.text, (), one.objects_in_text(), self._story, added=marks)
        else:
            content = self._text(one)
        if self._has_number_above(one):
            prefix = f"\t\t{one.number}\n"
        else:
            is_adoption = one.kind is _K.HEADING and is_front and style == self._form.adoption
            prefix = _prefix(one, self._language, is_adoption=is_adoption)
        if self._is_amendment and one.kind is _K.BODY:
            prefix = f"\t{prefix}"  # instructions stand like operative paragraphs
        head = [run(prefix)] if prefix else []
        return paragraph(style, [*head, *content], *properties, right_to_left=self._is_turned)

    def _style(self, one: Paragraph, *, is_front: bool) -> tuple[str, list[etree._Element]]:
        kind, form = one.kind, self._form
        self._has_title |= kind is _K.TITLE
        self._annexed |= kind is _K.ANNEX_TITLE
        if kind is _K.HEADING and is_front:
            return (form.styles[_K.TITLE] if self._has_title else form.adoption), self._spaces(_K.TITLE)
        if kind is _K.AGENDA:
            return self._agenda(one)
        if kind is _K.HEADING and _ROMAN_NUMBER.fullmatch(one.number) and not self._has_number_above(one):
            own = [element("spacing", before="120", after="120"), self._hanging()]
            return form.section, own if form.plain_section else []
        style = form.styles.get(kind, form.text)
        if kind is _K.ANNEX_TITLE:
            own = [*self._spaces(kind), self._hanging()] if form.plain_section else []
            return style, [element("pageBreakBefore"), *own]
        if kind in SUBPARAGRAPHS[1:]:
            left = form.edge + form.step * SUBPARAGRAPHS.index(kind)
            return style, [element("ind", left=str(left), right=str(form.edge), hanging=str(form.step))]
        if kind is _K.MEETING_LINE:
            return style, [element("spacing", before="240", after="0"), element("jc", val="right")]
        if kind in (_K.HEADING, _K.ARTICLE):
            return self._inner_heading(one)
        if kind is _K.TITLE:
            style = form.ranks.get(one.style, style)
        return style, self._spaces(kind)

    def _has_number_above(self, one: Paragraph) -> bool:
        """Whether a heading's number stands on a line of its own: where its source has it so, else in a section.

        All 37 numbered headings of 70 official files have it so; in annexes "I." is usual, beside the title.
        """
        if one.kind is not _K.HEADING or not one.number or not self._form.numbers_above:
            return False
        return "\n" in one.prefix or bool(_ROMAN_NUMBER.fullmatch(one.number) and not self._annexed)

    def _spaces(self, kind: ParagraphKind) -> list[etree._Element]:
        """The space around a kind where its style does not give it."""
        if kind not in self._form.spaces:
            return []
        before, after = self._form.spaces[kind]
        around = {} if before is None else {"before": str(before)}
        return [element("spacing", **around, after=str(after))]

    def _hanging(self) -> etree._Element:
        edge = str(self._form.edge)
        return element("ind", left=edge, right=edge, hanging=edge)

    def _inner_heading(self, one: Paragraph) -> tuple[str, list[etree._Element]]:
        """A heading of the form keeps its rank; one whose lines are set by tabs does not hang."""
        right = str(self._form.edge)
        indent = [element("ind", left="0", right=right, firstLine="0")] if "\n\t" in one.text else []
        style = self._form.ranks.get(one.style.removesuffix("_G"), self._form.styles[_K.HEADING])
        return style, [*self._spaces(one.kind), *indent]

    def _agenda(self, one: Paragraph) -> tuple[str, list[etree._Element]]:
        """Committee and name of the item in bold, in a narrow column; the space stands after the last line."""
        form, own = self._form, []
        is_number = _AGENDA_NUMBER.match(one.text) is not None
        if form.last_agenda_space and one is self._last_agenda:
            own.append(element("spacing", after=str(form.last_agenda_space)))
        if form.agenda_right and not is_number:
            own.append(element("ind", right=str(form.agenda_right)))
        return form.agenda_number if is_number else form.styles[_K.AGENDA], own

    def _text(self, one: Paragraph) -> list[etree._Element]:
        """The text; an opening that no run sets apart is found in the list of phrases."""
        runs = one.runs_in_text()
        if one.kind in (*_OPENED, _K.ENACTING) and not any(each.marks & self._set_apart for each in runs):
            runs = (*runs, *self._opening(one))
        kept, added = frozenset(Mark), frozenset[Mark]()
        is_name = one.kind is _K.AGENDA and not _AGENDA_NUMBER.match(one.text)
        if one.kind in (*_HEADINGS, _K.SESSION) or is_name:
            kept = frozenset({Mark.ITALIC, Mark.SUPERSCRIPT, Mark.SUBSCRIPT, Mark.HIGHLIGHT})
            added = frozenset({Mark.BOLD}) if one.kind in self._form.bold else added
        return runs_of(one.text, runs, one.objects_in_text(), self._story, kept, added)

    def _opening(self, one: Paragraph) -> tuple[Run, ...]:
        if one.kind is _K.ENACTING:
            return (Run(Span(0, len(one.text.rstrip(",،，"))), self._set_apart),)
        opening = find_opening(one.text, self._language)
        if opening is None:
            return ()
        # A phrase that was never counted in italics may hold more than they cover: "Aware of", "Decides to ...".
        shown = opening.text if opening.phrase.count else _PARTICLES.sub("", opening.text)
        start = opening.span.start
        return (Run(Span(start, start + len(shown)), self._set_apart),)

    def _source_note(self, one: Paragraph) -> list[etree._Element]:
        """Italics between brackets that stand upright."""
        text = one.text
        start, end = int(text.startswith("[")), len(text) - int(text.endswith("]"))
        links = [
            replace(each, span=Span(each.span.start - start, each.span.end - start)) for each in one.runs_in_text()
        ]
        marks = [replace(item, at=item.at - start) for item in one.objects_in_text() if start <= item.at < end]
        inner = runs_of(text[start:end], links, marks, self._story, frozenset({Mark.HIGHLIGHT}))
        before = [run("[", roman=True)] if start else []
        return [*before, *inner, *([run("]", roman=True)] if end < len(text) else [])]

    def table(self, cells: list[Paragraph]) -> etree._Element:
        """A plain table with rules, its columns of equal width between the indents of the text."""
        made = element("tbl")
        rows = [list(row) for _, row in groupby(cells, key=lambda one: one.place.row if one.place else 0)]
        widths = [sum(_span(cell[0]) for cell in _cells(row)) for row in rows]
        columns = max(widths)
        width = self._form.width // columns
        made.append(self._table_properties())
        grid = element("tblGrid")
        grid.extend(element("gridCol", w=str(width)) for _ in range(columns))
        made.append(grid)
        for number, row in enumerate(rows):
            line = element("tr")
            if number == 0 and len(rows) > 1:
                line.append(_head_of_table())
            line.extend(self._cell(cell, width) for cell in _cells(row))
            made.append(line)
        return made

    def _table_properties(self) -> etree._Element:
        made = element("tblPr")
        if self._is_turned:
            made.append(element("bidiVisual"))
        made.append(element("tblW", w=str(self._form.width), type="dxa"))
        made.append(element("tblInd", w=str(self._form.edge), type="dxa"))
        borders = element("tblBorders")
        for side in ("top", "bottom", "insideH"):
            borders.append(element(side, val="single", sz="4", space="0", color="auto"))
        made.append(borders)
        made.append(element("tblLayout", type="fixed"))
        made.append(element("tblLook", val="0020", firstRow="1"))
        return made

    def _cell(self, paragraphs: list[Paragraph], width: int) -> etree._Element:
        made = element("tc")
        properties = element("tcPr")
        span = _span(paragraphs[0])
        properties.append(element("tcW", w=str(width * span), type="dxa"))
        if span > 1:
            properties.append(element("gridSpan", val=str(span)))
        made.append(properties)
        for one in paragraphs:
            content = runs_of(one.text, one.runs_in_text(), one.objects_in_text(), self._story)
            made.append(paragraph("Normal", content, right_to_left=self._is_turned))
        return made


def _prefix(one: Paragraph, language: str, *, is_adoption: bool) -> str:
    """What is typed before the text: tabs, and the number as it is printed; Arabic has a dash for the stop."""
    kind, number = one.kind, with_stop(_LABEL.sub("", one.number))
    if language == "ar" and kind is _K.OPERATIVE and number.endswith("."):
        number = f"{number[:-1]} -"
    if kind in SUBPARAGRAPHS:
        return f"\t{_bracketed(one.number, kind)}\t"
    if kind in (_K.ENACTING, _K.PREAMBULAR, _K.CLOSING):
        return "\t"
    if kind is _K.OPERATIVE:
        return f"\t{number}\t" if number else "\t"
    if kind is _K.TITLE and _TITLE_WITH_NUMBER.match(one.text):
        return "\t"
    if kind is _K.SOURCE_NOTE or kind in _HEADINGS:
        return f"\t{number}\t" if number and not is_adoption else "\t\t"
    return f"{number}\t" if number else ""


def _bracketed(number: str, kind: ParagraphKind) -> str:
    """(a) and (i) on the first two levels, a. and i. below them."""
    if number.isalnum() and kind in SUBPARAGRAPHS[:2]:
        return f"({number})"
    return with_stop(number)


def _span(one: Paragraph) -> int:
    return one.place.column_span if one.place else 1


def _cells(row: list[Paragraph]) -> list[list[Paragraph]]:
    return [list(cell) for _, cell in groupby(row, key=lambda one: one.place.column if one.place else 0)]


def _head_of_table() -> etree._Element:
    """The first row of a table names its columns: it is said again on every page, and by screen readers."""
    made = element("trPr")
    made.extend((element("cantSplit"), element("tblHeader")))
    return made
