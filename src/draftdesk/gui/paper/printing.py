"""What is on the screen, on paper or in a PDF: rows on pages with headings, drafts' names and page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMarginsF, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtWidgets import QWidget

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.appearance.theme import LIGHT
from draftdesk.gui.heads_bar import ColumnHead
from draftdesk.gui.paper.page_turns import Pages
from draftdesk.gui.rows.geometry import geometry
from draftdesk.gui.rows.row_painter import Marked, RowPainter, RowState
from draftdesk.gui.rows.view import RowsCanvas
from draftdesk.translation import tr
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import FoldLine, SectionLine
from draftdesk.workbench.print_pages import PrintedLine, pages_of

_HEAD: Final = 30
_NAMES: Final = 46
_FOOT: Final = 26
_LINE: Final = 33
_MEASURED_AT_ONCE: Final = 20
_WIDTHS: Final = range(1000, 6000, 60)


def set_page_up(device: QPagedPaintDevice, *, is_wide: bool) -> None:
    """A4 with margins of 12 mm, upright for one draft and on its side for several."""
    upright = QPageLayout.Orientation.Portrait
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape if is_wide else upright,
            QMarginsF(12, 12, 12, 12),
            QPageLayout.Unit.Millimeter,
        )
    )


@dataclass(frozen=True)
class Headings:
    """What stands on every page: the desk, and over each column its draft."""

    title: str
    columns: Sequence[ColumnHead]


def printed_rows(device: QPagedPaintDevice, view: DisplayRows, headings: Headings) -> Pages:
    """Print all lines of a view, folds folded, always in the light colours; a page between two pauses.

    Closed before its end it prints no further; what the device holds by then is no whole document.
    """
    canvas = _canvas(view)
    painter = QPainter(device)
    try:
        yield from _measured(canvas)
        scale = painter.viewport().width() / canvas.viewport().width()
        painter.scale(scale, scale)
        page = painter.viewport().height() / scale
        height = round(page - _HEAD - _NAMES - _FOOT)
        heights = [canvas.heights.offsets.height(k) for k in range(len(view.items))]
        held = frozenset(k for k, item in enumerate(view.items) if isinstance(item, SectionLine))
        pages = pages_of(heights, height, held=held, overlap=_LINE)
        for number, lines in enumerate(pages):
            if number:
                device.newPage()
            _page(painter, canvas, lines, headings, (number + 1, len(pages), round(page)))
            yield number + 1, len(pages)
    finally:
        painter.end()
        canvas.close()
        canvas.deleteLater()
    return len(pages)


def _canvas(view: DisplayRows) -> RowsCanvas:
    """The rows laid out for paper, so wide that all columns stand beside each other."""
    rtl = [draft.is_right_to_left for draft in view.drafts]
    one = view.alone >= 0 or len(rtl) < 2
    width = 800 if one else next(w for w in _WIDTHS if not geometry(w, rtl, 1.0).is_scrolled)
    canvas = RowsCanvas()
    canvas.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
    canvas.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
    canvas.resize(width, 400)
    canvas.show()
    canvas.set_theme("light")
    canvas.show_rows(view)
    return canvas


def _measured(canvas: RowsCanvas) -> Iterator[tuple[int, int]]:
    """Work out how high each line is, with pauses."""
    assert canvas.view is not None
    for item in range(len(canvas.view.items)):
        canvas.heights.exact(item)
        if item % _MEASURED_AT_ONCE == 0:
            yield 0, 0


def _page(
    painter: QPainter,
    canvas: RowsCanvas,
    lines: Sequence[PrintedLine],
    headings: Headings,
    place: tuple[int, int, int],
) -> None:
    number, count, page = place
    width = canvas.viewport().width()
    _words(painter, headings.title, QRectF(0, 0, width, _HEAD - 8), 13, "ink", QFont.Weight.DemiBold)
    foot = QRectF(0, page - _FOOT + 6, width, _FOOT - 6)
    _words(painter, tr("Page {number} of {count}", number=number, count=count), foot, 12, "ink2", at_right=True)
    _words(painter, tr("Inserted underlined, deleted struck through, moved double underlined"), foot, 12, "ink2")
    _names(painter, canvas, headings.columns)
    top = _HEAD + _NAMES
    rows = RowPainter(painter, LIGHT, 1.0, canvas.columns, 0)
    for line in lines:
        painter.save()
        painter.setClipRect(QRectF(0, top, width, line.height))
        _item(rows, canvas, line.item, top - line.skip)
        painter.restore()
        top += line.height


def _item(rows: RowPainter, canvas: RowsCanvas, number: int, top: int) -> None:
    assert canvas.view is not None
    assert canvas.source is not None
    item, width = canvas.view.items[number], canvas.viewport().width()
    height = canvas.heights.offsets.height(number)
    following = canvas.text_row(number + 1)
    ruled = following is None or not following.level
    state = RowState(is_current=False, column=0, has_change=False, has_focus=False, is_ruled=ruled)
    if isinstance(item, SectionLine):
        rows.section(item, top, width, height)
    elif isinstance(item, FoldLine):
        rows.fold(item, top, width, height, state)
    else:
        rows.row(item, canvas.cells(item), canvas.source, (top, width, height), state, Marked(None, None, None))


def _names(painter: QPainter, canvas: RowsCanvas, columns: Sequence[ColumnHead]) -> None:
    """The drafts over their columns; of one that is shown by itself only its own name."""
    alone = canvas.view.alone if canvas.view is not None else -1
    for column, head in enumerate(columns):
        if alone in {-1, column}:
            box = canvas.columns.columns[column]
            area = QRectF(box.text_left, _HEAD, box.text_width, 20)
            named = f"{head.title}   {head.remark}" if head.remark else head.title
            _words(painter, named, area, 13, "ink", QFont.Weight.DemiBold)
            _words(painter, head.second, area.translated(0, 19), 12, "ink2")
    painter.setPen(QPen(LIGHT.color("line"), 1))
    painter.drawLine(0, _HEAD + _NAMES - 2, canvas.viewport().width(), _HEAD + _NAMES - 2)


def _words(
    painter: QPainter,
    text: str,
    area: QRectF,
    size: int,
    color: str,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    at_right: bool = False,
) -> None:
    painter.setFont(ui_font(size, weight=weight))
    painter.setPen(LIGHT.color(color))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(area.width()))
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


def print_widget(device: QPagedPaintDevice, widget: QWidget, title: str) -> int:
    """A view that is no list of rows, as it stands on the screen, on one page."""
    painter = QPainter(device)
    scale = min(
        painter.viewport().width() / max(1, widget.width()),
        painter.viewport().height() / max(1, widget.height() + _HEAD),
    )
    painter.scale(scale, scale)
    _words(painter, title, QRectF(0, 0, widget.width(), _HEAD - 8), 13, "ink", QFont.Weight.DemiBold)
    painter.translate(0, _HEAD)
    widget.render(painter, QPoint())
    painter.end()
    return 1
