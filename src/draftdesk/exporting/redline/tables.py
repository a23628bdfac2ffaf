"""Rows of a table that answer each other, and rows that come new."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby
from typing import Final

from lxml import etree
from rapidfuzz import fuzz

from draftdesk.exporting.redline.blocks import Row, Table
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.model.paragraph import Paragraph, ParagraphId
from draftdesk.wordml.names import TBL, TC, TR, w

_ALIKE: Final = 40.0
_EXACT: Final = 100.0
_TRACKED: Final = tuple(
    w(n) for n in ("ins", "del", "trPrChange", "tcPrChange", "tblPrChange", "cellIns", "cellDel", "cellMerge")
)
_SPANS: Final = (w("vMerge"), w("gridSpan"))
RowPair = tuple[Row[BaseLine] | None, Row[NewLine] | None]


def row_pairs(base: Table[BaseLine], new: Table[NewLine]) -> list[RowPair]:
    """Rows in writing order; only rows with as many cells answer each other.

    Those of a draft that was made from the base answer each other by the ids of their paragraphs. Otherwise rows
    with nothing in common do, too, where as many go as come at one place: to edit their cells marks less.
    """
    found = _alike_rows(base, new)
    known = {id_ for row in base.rows for id_ in _ids(row)}
    return found if any(known & _ids(row) for row in new.rows) else _with_rows_in_place(found)


def _with_rows_in_place(pairs: Sequence[RowPair]) -> list[RowPair]:
    found: list[RowPair] = []
    for is_single, run in groupby(pairs, key=lambda pair: pair[0] is None or pair[1] is None):
        rows = list(run)
        gone, come = [old for old, _ in rows if old is not None], [new for _, new in rows if new is not None]
        fits = is_single and len(gone) == len(come) and all(map(_have_same_spans, gone, come))
        found += zip(gone, come, strict=True) if fits else rows
    return found


def _have_same_spans(old: Row[BaseLine], new: Row[NewLine]) -> bool:
    """Whether two rows have as many cells, over the same columns and rows; a draft knows only how many."""
    if len(old.cells) != len(new.cells):
        return False
    return new.element is None or [_spans(cell.element) for cell in old.cells] == [
        _spans(cell.element) for cell in new.cells
    ]


def _spans(cell: etree._Element | None) -> list[tuple[str, str | None]]:
    own = cell.find(w("tcPr")) if cell is not None else None
    return [(str(one.tag), one.get(w("val"))) for one in own.iterchildren(*_SPANS)] if own is not None else []


def _alike_rows(base: Table[BaseLine], new: Table[NewLine]) -> list[RowPair]:
    old_texts, new_texts = [_texts(row) for row in base.rows], [_texts(row) for row in new.rows]
    sizes = len(base.rows), len(new.rows)
    best = [[0.0] * (sizes[1] + 1) for _ in range(sizes[0] + 1)]
    scores = [[_likeness(old, other) for other in new_texts] for old in old_texts]
    old_ids, new_ids = [_ids(row) for row in base.rows], [_ids(row) for row in new.rows]
    for j, own in enumerate(new_ids):
        if any(own & ids for ids in old_ids):
            for i, ids in enumerate(old_ids):
                is_same = bool(own & ids) and len(base.rows[i].cells) == len(new.rows[j].cells)
                scores[i][j] = _EXACT if is_same else 0.0
    for i in range(sizes[0] - 1, -1, -1):
        for j in range(sizes[1] - 1, -1, -1):
            here = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= _ALIKE else 0.0
            best[i][j] = max(here, best[i + 1][j], best[i][j + 1])
    found: list[RowPair] = []
    i = j = 0
    while i < sizes[0] or j < sizes[1]:
        both = i < sizes[0] and j < sizes[1]
        if both and scores[i][j] >= _ALIKE and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            found.append((base.rows[i], new.rows[j]))
            i, j = i + 1, j + 1
        elif i < sizes[0] and (j == sizes[1] or best[i][j] == best[i + 1][j]):
            found.append((base.rows[i], None))
            i += 1
        else:
            found.append((None, new.rows[j]))
            j += 1
    return found


def _ids(row: Row[BaseLine] | Row[NewLine]) -> set[ParagraphId]:
    known = (getattr(line, "paragraph", None) for cell in row.cells for line in cell.lines())
    return {paragraph.id for paragraph in known if isinstance(paragraph, Paragraph)}


def _texts(row: Row[BaseLine] | Row[NewLine]) -> list[str]:
    return ["\n".join(line.text for line in cell.lines()) for cell in row.cells]


def _likeness(one: list[str], other: list[str]) -> float:
    """From 0 to 100; rows with different numbers of cells are not alike, exact cells count most."""
    if len(one) != len(other):
        return 0.0
    if one == other:
        return _EXACT
    return sum(fuzz.ratio(a, b) for a, b in zip(one, other, strict=True)) / max(len(one), 1) * 0.99


def empty_row(row: Row[NewLine], like: Row[BaseLine] | None, root: etree._Element) -> etree._Element:
    """A row with empty cells: like a row of the base's table, else as in the new file."""
    source = like.element if like is not None else row.element
    cells = like.cells if like is not None else row.cells
    made = root.makeelement(TR, {}, root.nsmap)
    if source is not None:
        for tag in (w("tblPrEx"), w("trPr")):
            _take(made, source.find(tag))
    for number in range(len(row.cells)):
        cell = etree.SubElement(made, TC)
        own = cells[number].element if number < len(cells) else None
        _take(cell, own.find(w("tcPr")) if own is not None else None)
        if like is not None:  # cells that a drafter added go on none above them
            _take_spans(cell, row.cells[number].element, *((w("vMerge"),) if row.element is None else _SPANS))
    return made


def _take_spans(cell: etree._Element, new: etree._Element | None, *tags: str) -> None:
    """Spans are those of the new file, widths and borders those of the base."""
    own = cell.find(w("tcPr"))
    theirs = new.find(w("tcPr")) if new is not None else None
    if own is None:
        return
    for tag in tags:
        old, other = own.find(tag), theirs.find(tag) if theirs is not None else None
        if old is not None and other is None:
            own.remove(old)


def _take(target: etree._Element, properties: etree._Element | None) -> None:
    if properties is None:
        return
    copied = deepcopy(properties)
    copied.tail = None
    for child in list(copied.iter(*_TRACKED)):
        parent = child.getparent()
        if parent is not None:
            parent.remove(child)
    target.append(copied)


def copied_table(new: Table[NewLine], root: etree._Element) -> etree._Element:
    """A table without rows, with the properties and columns of the new one."""
    made = root.makeelement(TBL, {}, root.nsmap)
    columns = max((len(row.cells) for row in new.rows), default=1)
    if new.element is not None:
        for tag in (w("tblPr"), w("tblGrid")):
            _take(made, new.element.find(tag))
        style = made.find(f"{w('tblPr')}/{w('tblStyle')}")
        if style is not None:
            style.getparent().remove(style)  # type: ignore[union-attr]
    else:
        etree.SubElement(made, w("tblPr"))
        grid = etree.SubElement(made, w("tblGrid"))
        for _ in range(columns):
            etree.SubElement(grid, w("gridCol"))
    return made
