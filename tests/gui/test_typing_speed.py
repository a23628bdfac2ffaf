"""While one writes, only what belongs to the paragraph in hand is worked out anew, and all that is shown is right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from draftdesk.gui.rows.anchored_rows import AnchoredRows
from draftdesk.gui.rows.layout_cache import CellSource
from draftdesk.gui.rows.row_heights import NO_HEIGHTS
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.display import cells as display_cells
from draftdesk.workbench.outline import OutlineEntry, outline


@pytest.fixture
def writing(window, hands):
    """A window in which the sample revision is being written on."""
    window.first_page.samples_asked.emit()
    hands.settle()
    window.start_working(1)
    hands.settle()
    return window


def typed(window, hands, qtbot, serial: int, words: str) -> None:
    window.drafting.open(serial)
    for letter in words:
        QTest.keyClick(window.drafting.editor, letter)
    before = window.workplace.view
    qtbot.waitUntil(lambda: window.workplace.view is not before, timeout=3000)
    hands.settle()


def serial_of(window, words: str) -> int:
    return next(p.id.serial for p in window.session.desk.working_draft.paragraphs if words in p.text)


def test_list_outline_cells_and_heights_are_as_if_all_had_been_worked_out_anew(writing, hands, qtbot):
    typed(writing, hands, qtbot, serial_of(writing, "ferries"), "quite a number of new words that need another line ")
    place = writing.workplace
    assert place.changes.entries == list(change_entries(place.view))
    model = place.outline._list.model()
    shown = [model.data(model.index(k), Qt.ItemDataRole.UserRole) for k in range(model.rowCount())]
    assert [line for line in shown if isinstance(line, OutlineEntry)] == list(outline(place.view).entries)
    anew = CellSource(place.view)
    for row in place.view.rows:
        for column in range(3):
            assert place.rows.source.content(row, column) == anew.content(row, column)
            assert place.rows.source.letters(row, column) == anew.letters(row, column)
    writing.drafting.leave()
    hands.settle()
    kept = [place.rows.heights.offsets.height(k) for k in range(len(place.view.items))]
    place.rows.heights.reset(place.view, place.rows.columns.columns[0].text_width, place.rows.zoom, NO_HEIGHTS)
    for k in range(len(place.view.items)):
        place.rows.heights.exact(k)
    assert kept == [place.rows.heights.offsets.height(k) for k in range(len(place.view.items))]


def test_typing_measures_and_reads_no_other_row_than_the_one_in_hand(writing, hands, qtbot, monkeypatch):
    measured, read = set(), set()
    measure, content = AnchoredRows._measure, display_cells.cell_content

    def counted_measure(view, number):
        measured.add(view.view.items[number].identity)
        return measure(view, number)

    def counted_content(view, row, column):
        read.add(row.identity)
        return content(view, row, column)

    serial = serial_of(writing, "ferries")
    writing.drafting.open(serial)
    hands.settle()
    monkeypatch.setattr(
        writing.workplace.rows.heights, "_measure", lambda k: counted_measure(writing.workplace.rows, k)
    )
    monkeypatch.setattr("draftdesk.gui.rows.layout_cache.cell_content", counted_content)
    typed(writing, hands, qtbot, serial, "also ")
    hands.settle()
    own = {identity for identity in measured | read if any(one.serial == serial for one in identity)}
    assert own
    assert measured | read == own


def test_a_status_that_is_set_while_one_writes_is_shown_at_its_row(writing, hands, qtbot):
    typed(writing, hands, qtbot, serial_of(writing, "ferries"), "also ")
    writing.drafting.leave()
    hands.settle()
    writing.actions_["agreed"].trigger()
    hands.settle()
    row = writing.workplace.rows.text_row()
    column = next(c for c, cell in enumerate(row.cells) if cell)
    assert writing.workplace.rows.source.content(row, column).blocks[0].status is not None
    plain = replace(writing.workplace.view)
    assert CellSource(plain).content(row, column) == writing.workplace.rows.source.content(row, column)
