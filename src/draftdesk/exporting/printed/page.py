"""A printed comparison as one .html file: nothing is loaded from elsewhere, nothing runs, it opens from a stick.

Changes are `ins` and `del` elements, so they are there for whoever cannot see colours; runs of unchanged rows are
`details` that open without a script. Every text is escaped.
"""

from __future__ import annotations

from html import escape
from typing import Final

from draftdesk.exporting.clean.runs import xml_text
from draftdesk.exporting.printed.values import (
    DRAFTED,
    Cell,
    Heading,
    Line,
    Printed,
    Role,
    Row,
    RowKind,
    Sheet,
    Table,
    Tint,
    Words,
)
from draftdesk.model.paragraph import Mark
from draftdesk.resources import resource
from draftdesk.translation import language_in_use, tr
from draftdesk.wording.language import Direction, direction_of

_TINTS: Final = {
    Tint.INSERTED: ("ins", ""),
    Tint.DELETED: ("del", ""),
    Tint.TECHNICAL: ("ins", "updated"),
    Tint.TECHNICAL_OLD: ("del", "updated"),
    Tint.MOVED: ("span", "moved"),
    Tint.JOINT: ("span", "joint"),
}
_MARKS: Final = {
    Mark.BOLD: "b",
    Mark.ITALIC: "i",
    Mark.SUPERSCRIPT: "sup",
    Mark.SUBSCRIPT: "sub",
    Mark.HIGHLIGHT: "mark",
}
_CLASSES: Final = {Role.KEY: "remark"}
_FIT: Final = 4
"""More columns than that scroll sideways, the first one staying where it is."""

_COLUMN_REM: Final = 15
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def printed_page(document: Printed) -> bytes:
    """The bytes of an .html file in UTF-8."""
    style = resource("templates", "comparison", "page.css").read_text(encoding="utf-8")
    is_wide = document.sheet is not Sheet.UPRIGHT
    paper = "@page { size: landscape; }\n" if is_wide else ""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{language_in_use()}" dir="ltr">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(document.title)}</title>",
        f"<style>\n{style}{paper}</style>",
        "</head>",
        "<body>",
        "<header>",
        f"<h1>{_safe(document.title)}</h1>",
        *(_line(line) for line in document.lead),
        "</header>",
        "<main>",
    ]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append(f"<h{block.level + 1}>{_safe(block.text)}</h{block.level + 1}>")
        elif isinstance(block, Line):
            lines.append(_line(block))
        else:
            lines += _table(block, "wide" if is_wide else "narrow")
    lines += ["</main>", "</body>", "</html>", ""]
    return "\n".join(lines).encode()


def _table(table: Table, width: str) -> list[str]:
    direction = "rtl" if table.right_to_left else "ltr"
    many = len(table.head) > _FIT
    room = f' style="min-width:{_COLUMN_REM * len(table.head)}rem"' if many else ""
    scroll = f'<div class="scroll {"many" if many else width}" tabindex="0" role="region" aria-label="{tr("Table")}">'
    lines = [scroll, f'<table dir="{direction}"{room}>']
    lines += [_columns(table), "<thead>", "<tr>"]
    lines += [f'<th scope="col" dir="ltr">{_cell(cell)}</th>' for cell in table.head]
    lines += ["</tr>", "</thead>", "<tbody>"]
    for row in table.rows:
        lines += _row(row, table)
    return [*lines, "</tbody>", "</table>", "</div>"]


def _columns(table: Table) -> str:
    total = sum(table.weights)
    shares = "".join(f'<col style="width:{100 * weight / total:.3f}%">' for weight in table.weights)
    return f"<colgroup>{shares}</colgroup>"


def _row(row: Row, table: Table) -> list[str]:
    span = len(table.head)
    if row.kind is RowKind.SECTION:
        title, *details = row.cells[0].lines
        said = "".join(map(_line, details))
        head = f'<th scope="rowgroup" colspan="{span}" dir="ltr"><h2>{_safe(title.text)}</h2>{said}</th>'
        return ["</tbody>", "<tbody>", f'<tr class="part">{head}</tr>']
    if row.kind is RowKind.FOLD:
        return _fold(row, table)
    return ["<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row.cells) + "</tr>"]


def _fold(row: Row, table: Table) -> list[str]:
    """A run of rows that opens; its own table has the same columns, named again for those who listen."""
    names = "".join(
        f'<th scope="col">{" ".join(_safe(line.text) for line in cell.lines[:1])}</th>' for cell in table.head
    )
    direction = "rtl" if table.right_to_left else "ltr"
    return [
        f'<tr><td class="folded" colspan="{len(table.head)}">',
        f'<details><summary dir="ltr">{_safe(row.cells[0].lines[0].text)}</summary>',
        f'<table dir="{direction}">{_columns(table)}<thead class="unseen"><tr>{names}</tr></thead><tbody>',
        *(line for inner in row.folded for line in _row(inner, table)),
        "</tbody></table></details></td></tr>",
    ]


def _cell(cell: Cell) -> str:
    return "".join(_line(line) for line in cell.lines)


def _line(line: Line) -> str:
    """A paragraph in its own language and direction."""
    classes = [] if line.role is Role.TEXT else [_CLASSES.get(line.role, line.role.value)]
    classes += [f"in-{min(line.indent, 4)}"] if line.indent else []
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    if line.role in DRAFTED:
        turned = direction_of(line.language) is Direction.RIGHT_TO_LEFT
        attributes += f' lang="{_safe(line.language)}" dir="{"rtl" if turned else "ltr"}"'
    label = f'<span class="label" lang="en">{_safe(line.label)}</span> ' if line.label else ""
    was = f'<span class="was" lang="en">{_safe(line.was)}</span> ' if line.was else ""
    return f"<p{attributes}>{label}{was}{''.join(map(_words, line.words))}</p>"


def _words(words: Words) -> str:
    if not words.text:
        return ""
    shown = _safe(words.text).replace("\n", "<br>")
    for mark, tag in _MARKS.items():
        if mark in words.marks:
            shown = f"<{tag}>{shown}</{tag}>"
    if words.tint is Tint.PLAIN:
        return shown
    tag, look = _TINTS[words.tint]
    return f'<{tag} class="{look}">{shown}</{tag}>' if look else f"<{tag}>{shown}</{tag}>"


def _safe(text: str) -> str:
    return escape(xml_text(text), quote=True)
