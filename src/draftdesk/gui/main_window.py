"""The window: it joins the desk to its parts and decides nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from draftdesk.gui.actions import OF_COLUMNS, Actions
from draftdesk.gui.appearance.icons import window_icon
from draftdesk.gui.appearance.style_sheet import qt_palette, style_sheet
from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.gui.aside import Aside
from draftdesk.gui.bringing.bringing_files import BringingFiles
from draftdesk.gui.bringing.dropping import Dropping
from draftdesk.gui.bringing.first_page import FirstPage, entries_of
from draftdesk.gui.bringing.open_files import OpenFiles
from draftdesk.gui.change_steps import ChangeSteps
from draftdesk.gui.coming_back import ComingBack
from draftdesk.gui.deciding import Deciding
from draftdesk.gui.doubtful_pairs import DoubtfulPairs
from draftdesk.gui.exporting import Exporting
from draftdesk.gui.filters import Filters
from draftdesk.gui.finding import Finding
from draftdesk.gui.form_checks import FormChecks
from draftdesk.gui.handlers import handlers_of
from draftdesk.gui.interface_language import LanguageMenu
from draftdesk.gui.looks import Looks
from draftdesk.gui.manners import Manners
from draftdesk.gui.menus import HeadSteps, cell_menu, column_menu
from draftdesk.gui.message_bar import MessageBar
from draftdesk.gui.naming import Naming
from draftdesk.gui.pairing import Pairing
from draftdesk.gui.reading_view.decisions import ReadingDecisions
from draftdesk.gui.reasons import Reasons, explain
from draftdesk.gui.session import Session
from draftdesk.gui.status_line import StatusLine
from draftdesk.gui.stopping import Stopping
from draftdesk.gui.workplace import Workplace
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.gui.writing.paragraph_steps import ParagraphSteps
from draftdesk.gui.writing.starting import NEEDS_WORKING
from draftdesk.gui.writing.table_steps import TableSteps
from draftdesk.messages import message, render
from draftdesk.translation import tr, tr_count
from draftdesk.workbench.desk.place import MANNERS
from draftdesk.workbench.paragraph_names import draft_title
from draftdesk.workbench.recent_desks import RecentDesk
from draftdesk.workbench.why_not import OF_DESK, why_not_on_desk

ZOOMS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class MainWindow(QMainWindow):
    """One desk, one window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.theme = "light"
        self.workplace = Workplace(self)
        self.first_page = FirstPage(self)
        self.bar = MessageBar(self)
        self.status = StatusLine(self)
        self.actions_ = Actions(self)
        self.manners = Manners(self.actions_, self.workplace)
        self.open_files = OpenFiles(session)
        self.drafting = Drafting(session, self.workplace.rows, self.workplace.unfold)
        self.steps = ParagraphSteps(self.drafting, self.workplace.rows)
        self.table_steps = TableSteps(self.drafting)
        self.bringing = BringingFiles(self, self.open_files, self.drafting)
        self.dropping = Dropping(self, self.open)
        self.naming = Naming(session, self.bar)
        ChangeSteps(self.workplace, self.bar)
        self.filters = Filters(session, self.workplace, self.actions_)
        self.coming_back = ComingBack(session, self.workplace, self.actions_)
        self.reasons = Reasons(self, self.actions_, self.drafting)
        self.reading = ReadingDecisions(session, self)
        self.pairing = Pairing(session, self.workplace.rows)
        self.doubtful = DoubtfulPairs(session, self.workplace, self.pairing)
        self.deciding = Deciding(session, self.workplace, self.bar, self.actions_)
        self.exporting = Exporting(session, self)
        self.form = FormChecks(session, self.workplace, self.drafting, self.actions_["changes"])
        self.finding = Finding(self.actions_.find, self.workplace)
        self.aside = Aside(self, self.actions_, self.workplace, self.drafting, self.exporting)
        self.languages = LanguageMenu(session, self.actions_)
        self.looks = Looks(session, self.workplace, self.actions_, self.set_theme)
        self.on_new_desk: Callable[[], None] | None = None
        self._fitted = self._made_room = self._warned = False
        self.setWindowIcon(window_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(820, 480)
        self._lay_out()
        self._connect()
        self.set_theme("light")
        self._begin()

    def _lay_out(self) -> None:
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.first_page)
        self.pages.addWidget(self.workplace)
        self.pages.addWidget(self.reading.view)
        self.centre = QWidget(self)
        layout = QVBoxLayout(self.centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(self.centre)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        rows, place = self.workplace.rows, self.workplace
        self.session.changed.connect(self.show_desk)
        self.session.told.connect(lambda text, ways, error: self.bar.tell(text, ways, is_error=error))
        self.session.warned.connect(lambda text, ways: self.bar.tell(text, ways, is_doubtful=True))
        self.session.outdated.connect(self.bar.take_back)
        self.open_files.begun.connect(self.bar.hide)
        self.open_files.unsure.connect(self.reading.open)
        Stopping(self.session, self.open_files, self.aside.paper, self.status, self)
        self.reading.turned.connect(self._turn_page)
        for name in MANNERS:
            self.actions_[name].triggered.connect(self.reading.leave)
        self.first_page.open_asked.connect(self.bringing.ask_and_open)
        self.first_page.samples_asked.connect(self.bringing.open_samples)
        self.first_page.proposals_asked.connect(self.bringing.open_proposals)
        self.first_page.form_asked.connect(self.actions_["new_form"].trigger)
        self.drafting.editor.step_asked.connect(
            lambda way: self.step_back(self.session.desk.undo if way < 0 else self.session.desk.redo)
        )
        rows.edit_asked.connect(self.drafting.edit_current)
        rows.menu_asked.connect(self._cell_menu)
        rows.copied_words.connect(
            lambda count: self.status.showMessage(
                tr_count("{count} word copied", "{count} words copied", count), 2500
            )
        )
        place.heads.menu_asked.connect(lambda column, at: self.column_menu(column).popup(at))
        place.dock.fold_asked.connect(lambda: self.actions_["changes"].setChecked(False))
        place.changes_tab.clicked.connect(lambda: self.actions_["changes"].setChecked(True))
        rows.zoom_asked.connect(self.step_zoom)
        for name, handler in handlers_of(self).items():
            self.actions_[name].triggered.connect(lambda _=False, n=name, act=handler: self._act(n, act))
        toggles: dict[str, Callable[[bool], None]] = {
            "outline": place.outline.setVisible,
            "changes": lambda on: place.fold_changes(folded=not on),
        }
        for name, toggle in toggles.items():
            self.actions_[name].toggled.connect(toggle)
        for name in ("outline", "changes", "fold"):
            self.actions_[name].setChecked(True)

    # showing

    def _begin(self) -> None:
        """A desk of an earlier day is compared in the background; until then its columns are empty."""
        if not self.session.desk.needs_preparing:
            self.show_desk()
            return
        self.pages.setCurrentWidget(self.workplace)
        self._enable()
        self.session.refresh()

    def show_desk(self) -> None:
        """Show the desk as it is."""
        desk = self.session.desk
        self.filters.follow_working()
        empty = not desk.drafts
        self.reading.refresh()
        self._turn_page()
        self.workplace.show_desk(desk, self.session.arranged)
        self._make_room()
        self.coming_back.come_back(self.set_zoom)
        self.manners.follow(desk)
        self.drafting.follow()
        if desk.working_draft is not None:
            self.bar.take_back(tr(NEEDS_WORKING))
        self.form.follow()
        self.status.show_rows(self.workplace.view, self.open_files.skipped)
        self.status.set_saved(None if empty else datetime.now().astimezone())
        title = desk.dossier.title or (desk.drafts[0].title or draft_title(desk.drafts[0]) if not empty else "")
        self.setWindowTitle(f"{title} – draftdesk" if title else "draftdesk")
        self._enable()

    def _turn_page(self) -> None:
        """The page that belongs in the middle: the first one, the columns, or how a draft was read."""
        columns = self.reading.view if self.reading.is_open else self.workplace
        page = columns if self.session.desk.drafts else self.first_page
        if page is not self.pages.currentWidget():
            self.pages.setCurrentWidget(page)
            self._enable()
            if page is self.workplace:
                self.workplace.rows.setFocus()

    def step_change(self, by: int) -> None:
        """The next or previous change; in the reading of a draft, the next or previous doubt."""
        (self.reading.view if self.reading.is_open else self.workplace).step(by)

    def _act(self, name: str, act: Callable[[], object]) -> None:
        """Do what an action stands for; what is about the columns brings them back first."""
        if name in OF_COLUMNS:
            self.reading.leave()
        act()

    def show_reading(self, column: int) -> None:
        """How the draft in a column was read, in the place of the columns."""
        columns = [one for one in self.session.desk.columns if not one.is_working]
        if columns:
            self.drafting.leave()
            self.reading.open(columns[max(0, min(column, len(columns) - 1))].draft_id)

    def _make_room(self) -> None:
        """The list of changes becomes a tab, once, when the drafts are more than stand beside it.

        It stays where it is being used: a first proposal that is taken from there brings the working draft.
        """
        if not self._made_room and self._is_crowded:
            self._made_room = True
            is_taking = self.session.desk.working_draft is not None and self.workplace.dock.underMouse()
            self.actions_["changes"].setChecked(is_taking)

    @property
    def _is_crowded(self) -> bool:
        return self.workplace.is_crowded(self.width(), len(self.session.desk.drafts))

    def _use_room(self) -> None:
        """A window that became so wide that the list fits after all has it: one that is maximized as it opens."""
        if self._made_room and not self._is_crowded and self.manners.shown != "matrix":
            self._made_room = False
            self.actions_["changes"].setChecked(True)

    def _enable(self) -> None:
        desk = self.session.desk
        working = desk.working_draft is not None
        reasons = why_not_on_desk(len(desk.drafts), has_working=working, in_reading=self.reading.is_open)
        explain(self.actions_, reasons, OF_DESK)
        self.status.keep_tip([tr(one) for one in reasons.values()])
        self.actions_.find.setEnabled(bool(desk.drafts))
        for name, said, can, label in (
            ("undo", tr("Undo"), desk.can_undo, desk.undo_label),
            ("redo", tr("Redo"), desk.can_redo, desk.redo_label),
        ):
            self.actions_[name].setEnabled(can)
            self.actions_[name].setToolTip(tr("{step}: {what}", step=said, what=label) if label else said)

    def show_recent(self, desks: Sequence[RecentDesk], open_desk: Callable[[Path], None]) -> None:
        """Desks used before, on the first page."""
        self.bringing.open_desk = open_desk
        self.first_page.show_recent(entries_of(desks))
        self.first_page.recent_asked.connect(lambda number: open_desk(desks[number].path))

    def set_theme(self, theme: str) -> None:
        """Light or dark."""
        self.drafting.leave()
        self.theme = theme
        colors = PALETTES[theme]
        QApplication.setPalette(qt_palette(colors))  # dialogs are windows of their own, and take no palette from here
        self.setStyleSheet(style_sheet(colors))
        parts = (self.workplace, self.first_page, self.bar, self.status, self.actions_, self.drafting.offers)
        for part in (*parts, self.reading.view, self.aside):
            part.set_theme(theme)
        self.actions_.tick("dark", on="dark" in theme)
        self.actions_.tick("contrast", on="contrast" in theme)

    def set_zoom(self, zoom: float) -> None:
        """Scale the text of the columns."""
        self.drafting.leave()
        self.workplace.set_zoom(zoom)
        self.status.set_zoom(zoom)

    def step_zoom(self, by: int) -> None:
        """Larger or smaller letters."""
        current = min(range(len(ZOOMS)), key=lambda k: abs(ZOOMS[k] - self.workplace.rows.zoom))
        self.set_zoom(ZOOMS[max(0, min(current + by, len(ZOOMS) - 1))])

    # decisions

    def open(self, paths: Sequence[str], *, keep_order: bool = False) -> None:
        """Put files on the desk, in the order in which they came about or as they are given."""
        self.bringing.open(paths, keep_order=keep_order)

    def step_back(self, step: Callable[[], None]) -> None:
        """Undo or redo, whatever is being written; what was said of the step before is not true any more."""
        self.bar.hide()
        self.drafting.step_back(step)
        self.open_files.restore()

    def start_working(self, column: int) -> None:
        """Start the working draft from a column."""
        columns = self.session.desk.columns
        if columns:
            self.drafting.starting.start_working(columns[max(0, min(column, len(columns) - 1))].draft_id)

    def _cell_menu(self, place: QPoint) -> None:
        menu = cell_menu(self, self.actions_, self.pairing)
        self.reasons.watch(menu)
        menu.popup(place)

    def column_menu(self, column: int) -> QMenu:
        """The menu of a column's head."""
        steps = HeadSteps(
            self.start_working,
            self.reading.open,
            self.naming.ask_draft,
            self.exporting.redline_of,
            lambda number: self.exporting.clean_of(self.session.desk.drafts[number]),
        )
        return column_menu(self, self.session, column, steps)

    # Qt's events

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            self.workplace.fit(self.width())
        if self.pages.currentWidget() is self.first_page:
            self.first_page.open_button.setFocus()
        else:
            self.workplace.rows.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.open_files.look_at_disk()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.actions_.fit(event.size().width())
        if event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, lambda: self.workplace.fit(self.width()))
            self._use_room()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.enter(event, self.centre.geometry())

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.dropping.leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.drafting.leave()
        if self.drafting.is_unsaved and not self._warned:
            self._warned = True
            self.session.complain(render(message("unsaved_on_closing")))
            event.ignore()
            return
        self.coming_back.leave()
        self.aside.paper.turns.stop()
        self.session.close()
        super().closeEvent(event)
        for menu in QApplication.topLevelWidgets():
            if menu is not self and menu.parent() is self:
                menu.close()
