"""Where the interface is written from right to left the whole window is: columns, keys, edges, painted parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from draftdesk.gui.app import application
from draftdesk.gui.help_sheet import groups_of
from draftdesk.gui.interface_language import show_in
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.matrix.geometry import matrix_geometry
from draftdesk.gui.rows.geometry import geometry
from draftdesk.gui.session import Session
from draftdesk.gui.shot import grab, settle
from draftdesk.gui.sides import onward, placed
from draftdesk.gui.widgets.choice_box import ChoiceBox
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.files import load
from draftdesk.workbench.help_page import help_html
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace


@pytest.fixture
def mirrored(tmp_path: Path, monkeypatch, qtbot) -> Iterator[MainWindow]:
    """A window with two samples, laid out from right to left."""
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    show_in(application(), "ar")
    session = Session(Desk(Workspace.open(tmp_path / "ar.desk")), Worker())
    for name in ("issued.docx", "rev1.docx"):
        loaded = load(str(resource("samples", name)))
        session.desk.add(loaded.received, name, loaded.data)
    window = MainWindow(session)
    window.resize(1280, 720)
    with qtbot.waitActive(window):
        window.show()
    session.refresh()
    settle(window)
    yield window
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    show_in(application(), "")


def test_an_area_is_turned_within_its_whole(interface_language):
    area, whole = QRect(12, 4, 30, 10), QRect(10, 0, 100, 20)
    assert placed(area, whole) == area
    interface_language("ar")
    assert placed(area, whole) == QRect(78, 4, 30, 10)
    assert placed(placed(area, whole), whole) == area


def test_the_left_key_leads_on(interface_language):
    assert onward(Qt.Key.Key_Right) == 1
    interface_language("ar")
    assert onward(Qt.Key.Key_Left) == 1


@pytest.mark.parametrize("count", [1, 2, 3, 8])
def test_columns_stand_in_the_other_order_and_are_as_wide(count):
    plain = geometry(1000, (False,) * count, 1.0)
    turned = geometry(1000, (False,) * count, 1.0, mirrored=True)
    assert turned.total == plain.total
    for one, other in zip(plain.columns, turned.columns, strict=True):
        assert (other.left, other.right) == (1000 - one.right, 1000 - one.left)
        assert other.text_width == one.text_width
        assert other.left <= other.text_left <= other.text_left + other.text_width <= other.right


@pytest.mark.parametrize("scrolled", [0, 120])
def test_a_place_belongs_to_the_column_that_is_seen_there(scrolled):
    turned = geometry(1000, (False,) * 8, 1.0, mirrored=True)
    left, right = turned.beside_first
    for column in range(8):
        box = turned.placed(column, scrolled)
        middle = (box.left + box.right) // 2
        if column == 0 or left <= middle < right:
            assert turned.column_at(middle, scrolled) == column


def test_the_matrix_is_turned_too():
    plain, turned = matrix_geometry(900, 5, 1.0), matrix_geometry(900, 5, 1.0, mirrored=True)
    for column in range(5):
        left = turned.left(column, 0)
        assert left == 900 - plain.left(column, 0) - plain.wide(column)
        assert turned.column_at(left + 3, 0) == column
    assert turned.column_at(899, 0) == -1


def test_the_outline_stands_at_the_right_and_the_changes_at_the_left(mirrored):
    place = mirrored.workplace
    at = {name: widget.mapTo(mirrored, QPoint(0, 0)).x() for name, widget in (
        ("outline", place.outline), ("rows", place.rows), ("strip", place.strip), ("changes", place.dock)
    )}  # fmt: skip
    assert at["changes"] < at["strip"] < at["rows"] < at["outline"]


def test_the_base_stands_at_the_right_and_the_left_key_leads_to_the_next_draft(mirrored, qtbot):
    rows = mirrored.workplace.rows
    base, new = (rows.columns.placed(column, 0) for column in (0, 1))
    assert new.right <= base.left
    rows.select(2, 0)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Left)
    assert rows.current_column == 1
    qtbot.keyClick(rows, Qt.Key.Key_Right)
    assert rows.current_column == 0


def test_a_click_finds_the_column_that_is_painted_there(mirrored, qtbot):
    rows = mirrored.workplace.rows
    for column in (1, 0):
        area = rows.cell_area(3, column)
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        assert rows.current_column == column


def test_the_bar_of_the_current_row_is_at_the_right_edge(mirrored):
    rows = mirrored.workplace.rows
    rows.select(3, 0)
    picture = grab(rows.viewport())
    middle = rows.cell_area(3, 0).center().y()
    ink = rows.palette_used.color("ink").rgb()
    assert picture.pixel(picture.width() - 2, middle) == ink
    assert picture.pixel(1, middle) != ink


def test_the_sign_of_a_choice_stands_clear_of_its_frame_and_keys_keep_their_order(mirrored):
    box = ChoiceBox(mirrored)
    box.addItem("All drafts")
    box.resize(240, 28)
    picture = grab(box)
    ink = {x for x in range(120) for y in range(6, 22) if picture.pixelColor(x, y).lightness() < 60}
    assert min(ink - {0, 1}) >= 7
    told = help_html(groups_of(mirrored.menuBar()))
    assert "\u200eCtrl++, Ctrl+=\u200e" in told
    assert "\u200eCtrl+.\u200e" in told
