"""Eight drafts dropped on the window: in their order, the base frozen, found in, closed and opened again."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace

NAMES = (
    "A_RES_79_912.txt",
    "zero draft.txt",
    "A_C.2_80_L.27.txt",
    "L.27 rev1.txt",
    "L.27 rev2.txt",
    "L.27 rev3.txt",
    "A_C.2_80_L.51.txt",
    "A_RES_80_135.txt",
)
PREAMBLE = ("Recalling the River Charter,", "Guided by the purposes of the Commission,")
ORDERS = (
    "Urges Member States to adopt national rules on the loading of inland ferries",
    "Requests the River Transport Commission to keep a public register of accidents",
    "Welcomes the training of ferry masters by the Commission",
    "Invites donors to support the replacement of wooden hulls",
    "Calls upon riparian States to light landing places at night",
    "Decides to remain seized of the matter",
)


def text_of(draft: int) -> str:
    """A small resolution; each draft words one paragraph anew, and the fifth moves one."""
    orders = [f"{order}{', as appropriate' if k == draft % len(ORDERS) else ''}" for k, order in enumerate(ORDERS)]
    if draft >= 4:
        orders.insert(4, orders.pop(1))
    numbered = [f"{k}. {order}{'.' if k == len(orders) else ';'}" for k, order in enumerate(orders, 1)]
    return "\n\n".join(["Safety of inland ferries", "The General Assembly,", *PREAMBLE, *numbered]) + "\n"


@pytest.fixture
def eight(tmp_path) -> list[str]:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        (folder / name).write_text(text_of(number), encoding="utf-8")
    return sorted(str(folder / name) for name in NAMES)


def drop(window: MainWindow, paths: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    place, left, keys = window.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, Qt.DropAction.CopyAction, data, left, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, left, keys))


@pytest.fixture
def dropped(window, hands, qtbot, eight) -> MainWindow:
    drop(window, eight)
    qtbot.waitUntil(lambda: len(window.session.desk.drafts) == len(NAMES), timeout=8000)
    hands.settle()
    window.workplace.rows.setFocus()
    hands.press("Ctrl+1")
    return window


def test_eight_drafts_stand_in_the_order_in_which_they_came_about(dropped):
    assert [column.name for column in dropped.session.desk.columns] == list(NAMES)
    assert dropped.bar.isHidden()
    heads = [head.second for head in dropped.workplace.heads.heads]
    assert heads[0] == "base, kept in place"
    assert all(head.startswith("shown against: ") for head in heads[1:])


def test_the_base_stays_while_the_others_scroll_sideways(dropped, hands):
    rows = dropped.workplace.rows
    hands.press("Down")
    item = rows.current_item
    before = rows.cell_area(item, 0)
    for _ in NAMES:
        hands.press("Right")
    assert rows.current_column == len(NAMES) - 1
    assert rows.horizontalScrollBar().value() > 0
    assert rows.cell_area(item, 0).left() == before.left()
    last = rows.cell_area(item, len(NAMES) - 1)
    assert before.right() < last.left() < last.right() <= rows.viewport().width()


def test_words_are_found_in_all_eight(dropped, hands):
    hands.press("Ctrl+F")
    hands.write("public register")
    assert dropped.actions_.find.count.text() == "1 of 8 in 8 drafts"
    rows = dropped.workplace.rows
    for _ in range(len(NAMES) - 1):
        hands.press("Return")
        hit = rows.hits.current
        area = rows.cell_area(rows.item_of_row(hit.row), hit.column)
        assert 0 <= area.left() < area.right() <= rows.viewport().width()
    hands.press("Esc")
    assert rows.hasFocus()


def test_one_goes_to_the_other_end_of_a_move_and_back(dropped, hands):
    place = dropped.workplace
    moved = next(row for row in place.view.rows if row.is_moved_part)
    column = next(k for k, partner in enumerate(moved.partner) if partner >= 0)
    place.go_to_row(moved.ordinal, column)
    hands.press("Ctrl+Shift+G")
    there = place.rows.text_row()
    assert there.table_row == moved.table_row
    assert there.ordinal != moved.ordinal
    hands.press("Ctrl+Shift+G")
    assert place.rows.text_row().ordinal == moved.ordinal


def test_a_draft_can_be_shown_against_a_chosen_one_and_that_is_undone(dropped, hands):
    desk, heads = dropped.session.desk, dropped.workplace.heads
    dropped.session.attempt(lambda: desk.show_against(desk.columns[5].draft_id, desk.columns[2].draft_id))
    hands.settle()
    assert heads.heads[5].second == "shown against: A_C.2_80_L.27"
    hands.press("Ctrl+Z")
    hands.settle()
    assert heads.heads[5].second == "shown against: L.27 rev2, its left neighbour"


def test_closed_and_opened_again_the_desk_is_the_same_and_so_is_the_place(dropped, hands, tmp_path, qtbot):
    place = dropped.workplace
    hands.press("Ctrl+Shift+D")
    hands.press("Ctrl++")
    hands.press("End")
    hands.press("Right")
    hands.press("Right")
    names = [column.name for column in dropped.session.desk.columns]
    current, column = place.rows.text_row().identity, place.rows.current_column
    top, zoom = place.rows.visible_items().start, place.rows.zoom
    dropped.close()
    session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    again = MainWindow(session)
    again.resize(dropped.size())
    again.open_files.restore()
    again.show()
    qtbot.waitUntil(lambda: len(session.desk.drafts) == len(NAMES), timeout=8000)
    qtbot.waitUntil(lambda: not session.background.is_busy and again.workplace.is_settled(), timeout=8000)
    rows = again.workplace.rows
    assert [one.name for one in session.desk.columns] == names
    assert (rows.text_row().identity, rows.current_column) == (current, column)
    assert (rows.visible_items().start, rows.zoom) == (top, zoom)
    again.close()


def test_a_doubt_about_the_order_is_asked_once_in_the_bar(window, hands, tmp_path, qtbot):
    for name, symbol in (("rev2.txt", "A/C.2/80/L.27"), ("rev1.txt", "A/C.2/80/L.27/Rev.1")):
        Path(tmp_path / name).write_text(f"{symbol}\n\n{text_of(1 + len(symbol) % 2)}", encoding="utf-8")
    drop(window, [str(tmp_path / "rev2.txt"), str(tmp_path / "rev1.txt")])
    qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 2, timeout=8000)
    hands.settle()
    assert [column.name for column in window.session.desk.columns] == ["rev1.txt", "rev2.txt"]
    assert window.bar.text.startswith("rev2.txt bears the symbol A/C.2/80/L.27, but by its name it is Rev.2.")
    window.bar.buttons[0].click()
    hands.settle()
    assert [column.name for column in window.session.desk.columns] == ["rev2.txt", "rev1.txt"]


def test_a_draft_that_comes_later_takes_its_place_but_never_that_of_the_base(window, hands, eight, qtbot):
    by_name = {Path(path).name: path for path in eight}
    for count, name in enumerate((NAMES[2], NAMES[5], NAMES[3], NAMES[0]), 1):
        drop(window, [by_name[name]])
        qtbot.waitUntil(lambda wanted=count: len(window.session.desk.drafts) == wanted, timeout=8000)
        hands.settle()
    names = [column.name for column in window.session.desk.columns]
    assert names == [NAMES[2], NAMES[0], NAMES[3], NAMES[5]]


def test_the_window_answers_while_eight_drafts_are_read_and_compared(
    window, hands, tmp_path, machine_factor, record_figures
):
    """Processor time of each turn of the event loop: what other programs take does not count."""
    texts = [
        f"{k}. Requests State {k} to inspect ferry {k * 7 % 97}, its hull and its lights before season {k % 12}"
        for k in range(1, 301)
    ]
    paths = []
    for draft in range(8):
        edited = [f"{text}{', as appropriate' if k % 9 == draft else ''};" for k, text in enumerate(texts)]
        path = tmp_path / f"L.27 rev{draft}.txt"
        path.write_text(
            "\n\n".join(["The General Assembly,", "Recalling the River Charter,", *edited]), encoding="utf-8"
        )
        paths.append(str(path))
    window.session.background.run(window.session.worker.start, lambda _: None, window.session.refuse)
    hands.settle()
    drop(window, paths)
    longest = 0.0
    until = time.monotonic() + 60
    while window.open_files.is_busy or window.session.background.is_busy or not window.workplace.is_settled():
        started = time.thread_time()
        QApplication.processEvents()
        longest = max(longest, time.thread_time() - started)
        assert time.monotonic() < until
    record_figures("turn while eight drafts are read", {"longest": longest})
    assert len(window.workplace.view.short) == 8
    assert len(window.workplace.view.rows) >= 300
    assert longest / machine_factor < 0.05


def test_a_desk_of_an_earlier_day_is_compared_while_the_window_is_there_already(dropped, tmp_path, qtbot):
    dropped.close()
    session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    again = MainWindow(session)
    assert again.pages.currentWidget() is again.workplace
    assert again.workplace.view is None
    again.show()
    qtbot.waitUntil(lambda: again.workplace.view is not None, timeout=8000)
    assert len(again.workplace.view.short) == len(NAMES)
    qtbot.waitUntil(again.workplace.is_settled, timeout=8000)
    again.close()


def test_a_window_that_grows_as_it_opens_has_the_list_of_changes_where_it_fits(window, hands):
    window.resize(900, 700)
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    assert not window.actions_["changes"].isChecked()
    window.resize(1900, 1000)
    QApplication.processEvents()
    assert window.actions_["changes"].isChecked()
    window.actions_["changes"].setChecked(False)
    window.resize(1800, 1000)
    QApplication.processEvents()
    assert not window.actions_["changes"].isChecked()


def test_the_menu_of_a_column_at_the_edge_opens_over_the_words_that_were_pointed_at(dropped, hands):
    rows, asked = dropped.workplace.rows, []
    dropped.resize(1200, 800)
    hands.settle()
    rows.menu_asked.disconnect()
    rows.menu_asked.connect(asked.append)
    item = next(k for k in rows.visible_items() if rows.text_row(k) is not None)
    place = QPoint(rows.viewport().width() - 12, rows.top_of(item) + 8)
    column, before = rows.columns.column_at(place.x(), 0), rows.horizontalScrollBar().value()
    cause = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(rows.viewport(), QContextMenuEvent(cause, place, rows.viewport().mapToGlobal(place)))
    assert rows.current_column == column
    assert rows.horizontalScrollBar().value() == before
    assert asked == [rows.viewport().mapToGlobal(place)]
