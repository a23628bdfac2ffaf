"""One walk through a page: its paragraphs in order.

Blocks end paragraphs, and so do two line breaks. One line break ends a paragraph only where the next line begins one
by its number or its opening, as in e-mails that are one block. A table that only places text on the page is no table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from draftdesk.model.paragraph import CellPlace, Mark, ObjectKind, Origin
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.flow import PLAIN, FlowText, LeftOut
from draftdesk.reading.seen import Seen
from draftdesk.reading.web_page.lists import HtmlList, opened_list
from draftdesk.reading.web_page.notes import HtmlNotes
from draftdesk.reading.web_page.styles import HtmlStyles
from draftdesk.wording.labels import split_label
from draftdesk.wording.openings import find_opening

_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_SILENT: Final = frozenset((
    "head", "title", "script", "style", "noscript", "template", "button", "select", "textarea", "input",
    "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map", "datalist", "colgroup", "col",
))  # fmt: skip
_AROUND: Final = frozenset(("nav", "footer", "header", "aside"))
_ROLES_AROUND: Final = frozenset(("navigation", "banner", "contentinfo", "search", "complementary"))
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENDS: Final = (".", ";", ",", ":", "。", "；", "，", "：", "؛", "،", "”", '"', ")", "]")
_LONGEST_IN_CELL: Final = 3000
_BREAK: Final = "br"


@dataclass(frozen=True, slots=True)
class _Form:
    """How the text here is set and where it stands."""

    marks: frozenset[Mark] = PLAIN
    link: str = ""
    style: str = ""
    alignment: str = ""
    place: CellPlace | None = None
    is_around: bool = False
    is_preformatted: bool = False


@dataclass
class HtmlSources:
    """What all walks of one page share; `accepted` tells whose tracked changes count."""

    styles: HtmlStyles
    notes: HtmlNotes
    accepted: Callable[[str], bool]
    language: str
    left_out: LeftOut = field(default_factory=LeftOut)
    calls: dict[etree._Element, tuple[str, int]] = field(default_factory=dict)


class HtmlWalk:
    """Walks one story; `part` is what the origins of its paragraphs call it."""

    def __init__(self, sources: HtmlSources, part: str) -> None:
        self._sources = sources
        self._part = part
        self._done: list[Seen] = []
        self._lines = [FlowText()]
        self._form = _Form()
        self._number = ""
        self._lists: list[HtmlList] = []
        self._tables = 0

    def seen(self, story: etree._Element) -> tuple[Seen, ...]:
        """The paragraphs of an element in order."""
        self._inside(story, self._of(story, _Form()))
        self._flush()
        return tuple(self._done)

    def _inside(self, parent: etree._Element, form: _Form) -> None:
        self._text(parent.text, form)
        for child in parent.iterchildren():
            if isinstance(child.tag, str):
                self._element(child, form)
            self._text(child.tail, form)

    def _text(self, text: str | None, form: _Form) -> None:
        if not text:
            return
        if form.is_preformatted:
            first, *others = text.split("\n")
            self._lines[-1].add(first, form.marks, form.link)
            for line in others:
                self._lines.append(FlowText())
                self._lines[-1].add(line, form.marks, form.link)
        else:
            self._lines[-1].add_collapsed(text, form.marks, form.link)
        if self._lines[-1].length:
            self._form = form

    def _element(self, child: etree._Element, form: _Form) -> None:
        tag = str(child.tag)
        if tag in _SILENT or child in self._sources.notes.by_container:
            return
        if self._sources.styles.is_hidden(child):
            self._sources.left_out.hidden += bool("".join(map(str, child.itertext())).strip())
        elif tag == _BREAK:
            self._lines.append(FlowText())
        elif tag == "img":
            self._sources.left_out.pictures += 1
        elif tag in ("ins", "del"):
            if self._sources.accepted(_author_of(child)) == (tag == "ins"):
                self._inside(child, form)
        elif child in self._sources.notes.by_link:
            self._note_mark(child, form)
        elif self._sources.styles.of(child).get("mso-list") == "ignore":
            self._lines[-1].add("".join(map(str, child.itertext())).strip() + "\t", form.marks)
        elif tag in _BLOCKS:
            self._block(child, form)
        else:
            self._inside(child, self._of(child, form))

    def _of(self, element: etree._Element, form: _Form) -> _Form:
        """The form of the text inside an element."""
        styles, tag = self._sources.styles, str(element.tag)
        if tag == "a":
            return replace(form, marks=styles.marks(element, form.marks), link=element.get("href") or form.link)
        if tag not in _BLOCKS:
            return replace(form, marks=styles.marks(element, form.marks))
        title = f"heading {tag[1]}" if tag in _HEADINGS else (element.get("class") or "").partition(" ")[0]
        return replace(
            form,
            marks=styles.marks(element, form.marks),
            alignment=styles.alignment(element, form.alignment),
            style=title or form.style,
            is_around=form.is_around or _is_around(element),
            is_preformatted=form.is_preformatted or tag == "pre",
        )

    def _block(self, child: etree._Element, form: _Form) -> None:
        tag, inner = str(child.tag), self._of(child, form)
        self._flush()
        if tag in ("ol", "ul"):
            self._lists.append(opened_list(child, self._sources.styles))
            self._inside(child, inner)
            self._lists.pop()
        elif tag == "li" and self._lists:
            self._number = self._lists[-1].label(child, self._sources.styles)
            self._inside(child, inner)
        elif tag == "table" and form.place is None and _is_data(child):
            self._table(child, inner)
        else:
            self._inside(child, inner)
        self._flush()

    def _table(self, table: etree._Element, form: _Form) -> None:
        number = self._tables
        self._tables += 1
        for row_number, row in enumerate(table.iter("tr")):
            for column, cell in enumerate(row.iterchildren("td", "th")):
                spans = _count(cell, "colspan"), _count(cell, "rowspan")
                place = CellPlace(number, row_number, column, *spans)
                self._flush()
                self._inside(cell, replace(self._of(cell, form), place=place))
                self._flush()

    def _note_mark(self, link: etree._Element, form: _Form) -> None:
        note = self._sources.notes.by_link[link]
        self._form = form
        self._sources.calls.setdefault(note.container, (self._part, len(self._done)))
        if not note.is_comment:
            self._lines[-1].add_object(ObjectKind.FOOTNOTE_MARK, note.id, "⟦footnote⟧", form.marks)

    def _flush(self) -> None:
        for text in _paragraphs(self._lines, self._sources.language):
            form = self._form
            self._done.append(
                text.seen(
                    Origin(self._part, len(self._done)),
                    number=self._number,
                    style=form.style,
                    alignment=form.alignment,
                    place=form.place,
                    is_furniture=form.is_around,
                )
            )
            self._number = ""
        self._lines = [FlowText()]


def _paragraphs(lines: list[FlowText], language: str) -> Iterator[FlowText]:
    """Lines of a block put together into paragraphs."""
    opened: FlowText | None = None
    for line in lines:
        if not line.text.strip():
            if opened is not None:
                yield opened
            opened = None
        elif opened is None:
            opened = line
        elif _begins(line.text, opened.text, language):
            yield opened
            opened = line
        else:
            opened.append(line)
    if opened is not None:
        yield opened


def _begins(line: str, before: str, language: str) -> bool:
    """Whether a line after a line break begins a paragraph."""
    text, last = line.strip(), before.rstrip("\ufffc \u00a0")
    if enacting_organ(text) is not None or enacting_organ(last.rpartition("\n")[2].strip()) is not None:
        return True
    return last.endswith(_ENDS) and (split_label(text) is not None or find_opening(text, language) is not None)


def _is_around(element: etree._Element) -> bool:
    """Whether an element belongs to the site and not to the text that it shows."""
    if (element.get("role") or "") in _ROLES_AROUND or (element.get("title") or "") in ("header", "footer"):
        return True
    return element.tag in _AROUND and next(element.iterancestors("main", "article"), None) is None


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data; others only place text: one column, tables inside, long texts."""
    if (table.get("role") or "") in ("presentation", "none") or next(
        table.iterdescendants("table"), None
    ) is not None:
        return False
    if all(sum(1 for _ in row.iterchildren("td", "th")) < 2 for row in table.iter("tr")):
        return False
    return all(
        sum(len(text) for text in map(str, cell.itertext())) < _LONGEST_IN_CELL for cell in table.iter("td", "th")
    )


def _author_of(change: etree._Element) -> str:
    """The author of a tracked change as Word saves it: cite="mailto:Name"."""
    return (change.get("cite") or "").removeprefix("mailto:")


def authors_of(root: etree._Element) -> tuple[str, ...]:
    """The authors of the tracked changes of a page, in order."""
    return tuple(dict.fromkeys(_author_of(change) for change in root.iter("ins", "del")))


def _count(cell: etree._Element, attribute: str) -> int:
    value = cell.get(attribute) or ""
    return int(value) if value.isdecimal() and 0 < len(value) < 4 and int(value) else 1
