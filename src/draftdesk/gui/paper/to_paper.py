"""What is on the screen goes to a printer or into a PDF; Escape stops it, and then nothing comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QWidget

from draftdesk.gui.exporting import Exporting
from draftdesk.gui.help_sheet import HelpSheet
from draftdesk.gui.paper.page_turns import Pages, PageTurns, drained
from draftdesk.gui.paper.printing import Headings, print_widget, printed_rows, set_page_up
from draftdesk.gui.workplace import Workplace
from draftdesk.translation import figure, tr, tr_count


class Paper(QObject):
    """Prints the page of the window that is in sight; `progress` tells how far it is, "" when it ended."""

    progress = Signal(str)

    def __init__(
        self, place: Workplace, exporting: Exporting, title: Callable[[], str], page: Callable[[], QWidget]
    ) -> None:
        """`title` and `page`: those of the window, as they are when something is printed."""
        super().__init__(place)
        self._place = place
        self._exporting = exporting
        self._title = title
        self._page = page
        self.theme = "light"
        self.turns = PageTurns(self)
        self.turns.progressed.connect(self._on_progress)
        self.turns.stoppable_changed.connect(self._on_changed)
        self.turns.stopped.connect(lambda: exporting.tell(tr("Stopped. Nothing was written.")))

    def print(self, window: QWidget) -> None:
        """Print, by the dialog of the system."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  seldom needed, slow to load

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title())
        set_page_up(printer, is_wide=self._is_wide())
        if QPrintDialog(printer, window).exec():
            self.turns.start(_aborting(self._on(printer), printer.abort), self._sent)

    def _sent(self, count: int) -> None:
        self._exporting.tell(
            tr_count("Sent to the printer: {count} page.", "Sent to the printer: {count} pages.", count)
        )

    def save_pdf(self) -> None:
        """Write a PDF where one says."""
        place = self._exporting.place(tr("Save what is shown as PDF"), "shown", (".pdf",))
        if place:
            buffer, writer = self._pdf_writer()
            self.turns.start(self._on(writer), partial(self._keep, Path(place), buffer, writer))

    def _keep(self, place: Path, buffer: QBuffer, _writer: QPdfWriter, _count: int) -> None:
        self._exporting.keep_shown(place, bytes(buffer.data().data()))

    def pdf(self) -> bytes:
        """The bytes of that PDF, made at once."""
        buffer, writer = self._pdf_writer()
        drained(self._on(writer))
        return bytes(buffer.data().data())

    def _pdf_writer(self) -> tuple[QBuffer, QPdfWriter]:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        buffer.setParent(writer)  # it is written into until the writer is gone
        writer.setTitle(self._title())
        writer.setCreator("draftdesk")
        set_page_up(writer, is_wide=self._is_wide())
        return buffer, writer

    def _is_wide(self) -> bool:
        view = self._place.view
        on_desk = self._page() is self._place
        return on_desk and view is not None and len(view.drafts) > 1 and view.alone < 0

    def _on(self, device: QPagedPaintDevice) -> Pages:
        """What is on the screen, on pages."""
        page, view = self._page(), self._place.view
        if page is self._place and view is not None and not self._place.is_matrix:
            return printed_rows(device, view, Headings(self._title(), self._place.heads.heads))
        return self._at_once(device, page)

    def _at_once(self, device: QPagedPaintDevice, page: QWidget) -> Pages:
        if isinstance(page, HelpSheet):
            document = page.document()
            document.print_(device)
            return document.pageCount()
        matrix = self._place.matrix
        if page is self._place:
            matrix.set_theme("light")
        count = print_widget(device, matrix if page is self._place else page, self._title())
        matrix.set_theme(self.theme)
        yield count, count
        return count

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.emit(tr("Page {number} of {count}", number=figure(done), count=figure(total)))

    def _on_changed(self) -> None:
        if not self.turns.is_stoppable:
            self.progress.emit("")


def _aborting(pages: Pages, abort: Callable[[], object]) -> Pages:
    """The same pages; stopped before their end, the printer gives up what it has of them."""
    try:
        count = yield from pages
    except GeneratorExit:
        abort()
        raise
    return count
