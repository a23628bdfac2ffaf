"""Lines and tables of a printed comparison in WordprocessingML."""

from __future__ import annotations

from typing import Final

from lxml import etree

from draftdesk.exporting.clean.runs import element, paragraph, run
from draftdesk.exporting.printed.values import DRAFTED, Cell, Line, Role, Row, RowKind, Table, Tint, Words
from draftdesk.model.paragraph import Mark
from draftdesk.wording.language import Direction, direction_of
from draftdesk.wordml.names import RPR

_STYLES: Final = {
    Role.TEXT: "Drafted",
    Role.FOOTNOTE: "DraftedNote",
    Role.SUBJECT: "Subject",
    Role.STATUS: "Status",
    Role.STRONGER: "Stronger",
    Role.WEAKER: "Weaker",
    Role.ABSENT: "Absent",
    Role.NAME: "ColumnName",
    Role.REMARK: "Remark",
    Role.KEY: "Remark",
}
_TINTS: Final = {
    Tint.PLAIN: "",
    Tint.INSERTED: "WordsInserted",
    Tint.DELETED: "WordsDeleted",
    Tint.MOVED: "WordsMoved",
    Tint.TECHNICAL: "WordsUpdated",
    Tint.TECHNICAL_OLD: "WordsOutdated",
    Tint.JOINT: "Joint",
}
_LANGUAGES: Final = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
_LANGUAGE_OF_SCRIPT: Final = {"zh": "eastAsia", "ar": "bidi"}
_OWN_LINES: Final = frozenset({Mark.UNDERLINE, Mark.STRIKE})
"""Lines of the source itself would be taken for changes."""

_INDENT: Final = 180
_UNDIVIDED: Final = 600
"""A row whose longest cell has so many characters at most stays on one page."""

_HEAD_FILL: Final = "E9E7E1"
_SECTION_FILL: Final = "F2F1ED"


class WordLines:
    """Makes paragraphs; lines of drafts run the way of their own language."""

    def styled(self, style: str, text: str) -> etree._Element:
        """A paragraph in English, all of it in one style."""
        return paragraph(style, [run(text)] if text else [])

    def line(self, line: Line) -> etree._Element:
        """A line of a document or a cell."""
        is_drafted = line.role in DRAFTED
        turned = is_drafted and direction_of(line.language) is Direction.RIGHT_TO_LEFT
        content = []
        if line.label:
            content += [run(line.label, style="Label"), run(" ")]
        if line.was:
            content += [run(line.was, style="Aside"), run(" ")]
        for words in line.words:
            if words.text:
                content.append(_run(words, line.language if is_drafted else "en"))
        indent = [element("ind", left=str(line.indent * _INDENT))] if line.indent else []
        return paragraph(_STYLES[line.role], content, *indent, right_to_left=turned)


def _run(words: Words, language: str) -> etree._Element:
    made = run(words.text, words.marks - _OWN_LINES, style=_TINTS[words.tint])
    if language != "en":
        properties = made.find(RPR)
        if properties is None:
            properties = element("rPr")
            made.insert(0, properties)
        kind = _LANGUAGE_OF_SCRIPT.get(language, "val")
        properties.append(element("lang", **{kind: _LANGUAGES.get(language, language)}))
    return made


def word_table(table: Table, width: int) -> etree._Element:
    """A table `width` twips wide; its first row is repeated on each page."""
    widths = [width * weight // sum(table.weights) for weight in table.weights]
    made = element("tbl")
    made.append(_properties(table, sum(widths)))
    grid = element("tblGrid")
    grid.extend(element("gridCol", w=str(one)) for one in widths)
    made.append(grid)
    made.append(_row(table.head, widths, fill=_HEAD_FILL, is_head=True))
    for row in table.rows:
        made.append(_any_row(row, widths))
    return made


def _any_row(row: Row, widths: list[int]) -> etree._Element:
    if row.kind is RowKind.CELLS:
        longest = max(sum(len(line.text) for line in cell.lines) for cell in row.cells)
        return _row(row.cells, widths, is_whole=longest * len(widths) <= 3 * _UNDIVIDED)
    fill = _SECTION_FILL if row.kind is RowKind.SECTION else ""
    return _row(row.cells, widths, fill=fill, is_whole=True)


def _row(
    cells: tuple[Cell, ...], widths: list[int], *, fill: str = "", is_head: bool = False, is_whole: bool = False
) -> etree._Element:
    made = element("tr")
    properties = element("trPr")
    if is_whole or is_head:
        properties.append(element("cantSplit"))
    if is_head:
        properties.append(element("tblHeader"))
    if len(properties):
        made.append(properties)
    span = len(widths) if len(cells) == 1 else 1
    for cell, width in zip(cells, [sum(widths)] if span > 1 else widths, strict=True):
        made.append(_cell(cell, width, span, fill))
    return made


def _cell(cell: Cell, width: int, span: int, fill: str) -> etree._Element:
    made = element("tc")
    properties = element("tcPr")
    properties.append(element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    made.append(properties)
    lines = WordLines()
    made.extend(lines.line(line) for line in cell.lines)
    if not cell.lines:
        made.append(lines.styled("Remark", ""))
    return made


def _properties(table: Table, width: int) -> etree._Element:
    made = element("tblPr")
    if table.right_to_left:
        made.append(element("bidiVisual"))
    made.append(element("tblW", w=str(width), type="dxa"))
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(element(side, val="single", sz="4", space="0", color="8B877D"))
    made.append(borders)
    made.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    for side, twips in (("top", "40"), ("left", "86"), ("bottom", "40"), ("right", "86")):
        margins.append(element(side, w=twips, type="dxa"))
    made.append(margins)
    return made
