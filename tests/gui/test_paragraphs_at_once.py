"""A paragraph that is cut, joined, moved or new shows at once; all around it is as if it was worked out anew."""

from __future__ import annotations

import random
import shutil

import pytest
from PySide6.QtCore import Qt

from draftdesk.errors import WorkspaceError, refusal
from draftdesk.gui.rows.anchored_rows import AnchoredRows
from draftdesk.gui.rows.layout_cache import CellSource
from draftdesk.gui.rows.row_heights import NO_HEIGHTS
from draftdesk.settings import FLUSH_MILLISECONDS
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.desk import writing as desk_writing
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.outline import OutlineEntry, outline
from draftdesk.workspace.store import Workspace


@pytest.fixture
def writing(window, hands, monkeypatch):
    """A window in which the sample revision is being written on, as if it was long; a paragraph is in hand."""
    monkeypatch.setattr(desk_writing, "QUICK_START", 0)
    window.first_page.samples_asked.emit()
    hands.settle()
    window.start_working(1)
    hands.settle()
    window.drafting.open(serial_of(window, "ferries", kind="operative"))
    hands.settle()
    return window


def serial_of(window, words: str, kind: str) -> int:
    paragraphs = window.session.desk.working_draft.paragraphs
    return next(p.id.serial for p in paragraphs if words in p.text and p.kind.value == kind)


def texts(window) -> list[tuple[str, str]]:
    """Number and words of all paragraphs of the working draft."""
    return [(p.number, p.text) for p in window.session.desk.working_draft.paragraphs]


def all_is_as_if_worked_out_anew(window) -> None:
    place = window.workplace
    view, rows = place.view, place.rows
    anew = arrange(view.comparison, folds=place.folds, opened=place.open_folds.opened)
    assert (view.rows, view.items, view.names) == (anew.rows, anew.items, anew.names)
    source = CellSource(view)
    for row in view.rows:
        for column in range(len(view.short)):
            assert rows.source.content(row, column) == source.content(row, column)
            assert rows.source.letters(row, column) == source.letters(row, column)
    assert place.changes.entries == list(change_entries(view))
    model = place.outline._list.model()
    shown = [model.data(model.index(k), Qt.ItemDataRole.UserRole) for k in range(model.rowCount())]
    assert [line for line in shown if isinstance(line, OutlineEntry)] == list(outline(view).entries)


def heights_are_as_if_measured_anew(window) -> None:
    rows = window.workplace.rows
    kept = [rows.heights.offsets.height(k) for k in range(len(rows.view.items))]
    rows.heights.reset(rows.view, rows.columns.columns[0].text_width, rows.zoom, NO_HEIGHTS)
    for k in range(len(rows.view.items)):
        rows.heights.exact(k)
    assert kept == [rows.heights.offsets.height(k) for k in range(len(rows.view.items))]


STEPS = {
    "cut": (20, ("Return",)),
    "cut and joined": (20, ("Return", "Backspace")),
    "followed by a new one": (None, ("Return",)),
    "moved down": (20, ("Alt+Down",)),
    "moved up and down again": (20, ("Alt+Up", "Alt+Down")),
    "cut and taken back": (20, ("Return", "Ctrl+Z")),
    "cut, taken back and cut again": (20, ("Return", "Ctrl+Z", "Ctrl+Y")),
    "one level down": (0, ("Alt+Right",)),
}


@pytest.mark.parametrize("name", STEPS)
def test_after_a_paragraph_was_changed_as_a_whole_all_is_as_if_worked_out_anew(writing, hands, name):
    caret, keys = STEPS[name]
    editor = writing.drafting.editor
    editor.put_caret(len(editor.text) if caret is None else caret)
    for key in keys:
        hands.press(key)
        assert writing.drafting.is_editing
    hands.settle()
    all_is_as_if_worked_out_anew(writing)
    writing.drafting.leave()
    hands.settle()
    heights_are_as_if_measured_anew(writing)


def test_the_new_paragraph_stands_in_the_editor_before_the_next_turn(writing, hands):
    editor, rows = writing.drafting.editor, writing.workplace.rows
    editor.put_caret(20)
    end = editor.text[20:].lstrip()
    hands.press("Return")
    assert (editor.text, editor.caret) == (end, 0)
    item = writing.drafting.where.item(writing.drafting.opened)
    assert item == rows.current_item
    assert item in rows.visible_items()
    assert rows.view.comparison.drafts[-1] is writing.session.desk.working_draft


def test_a_new_paragraph_has_no_row_above_it_measured_again(writing, hands, monkeypatch):
    rows, measure = writing.workplace.rows, AnchoredRows._measure
    writing.drafting.editor.put_caret(20)
    own, measured = rows.current_item, set()

    def counted(number):
        measured.add(number)
        return measure(rows, number)

    monkeypatch.setattr(rows.heights, "_measure", counted)
    hands.press("Return")
    hands.settle()
    assert measured
    assert min(measured) >= own


@pytest.mark.parametrize("seed", range(4))
def test_keys_in_quick_succession_do_what_slow_ones_do_and_undo_leads_all_the_way_back(writing, hands, seed):
    chance, desk = random.Random(seed), writing.session.desk
    begun, first = texts(writing), desk.last_step
    states = [begun]
    for _ in range(14):
        editor = writing.drafting.editor
        key = chance.choice(("Return", "word", "Backspace", "Alt+Down", "Alt+Up", "Return"))
        if key == "word":
            hands.write("so ")
        elif key == "Backspace":
            editor.put_caret(0)
            hands.press(key)
        else:
            editor.put_caret(chance.randrange(len(editor.text) + 1))
            hands.press(key)
        editor.flush()
        if not writing.drafting.is_editing:
            writing.drafting.open(serial_of(writing, "", kind="operative"))
        states.append(texts(writing))
    hands.settle()
    all_is_as_if_worked_out_anew(writing)
    written = texts(writing)
    steps = 0
    while desk.last_step != first:
        writing.step_back(desk.undo)
        assert texts(writing) in states or steps
        steps += 1
    assert texts(writing) == begun
    for _ in range(steps):
        writing.step_back(desk.redo)
    assert texts(writing) == written
    hands.settle()
    all_is_as_if_worked_out_anew(writing)


def test_a_program_that_is_killed_keeps_a_cut_that_is_as_old_as_the_pause_of_typing(writing, hands, tmp_path, qtbot):
    hands.write("quite ")
    writing.drafting.editor.put_caret(20)
    hands.press("Return")
    qtbot.wait(FLUSH_MILLISECONDS)
    for file in tmp_path.glob("test.desk*"):
        shutil.copy(file, tmp_path / file.name.replace("test", "copy"))
    with Workspace.open(tmp_path / "copy.desk") as kept:
        assert [(p.number, p.text) for p in kept.dossier.working.paragraphs] == texts(writing)
        Desk(kept).undo()
        assert len(kept.dossier.working.paragraphs) == len(texts(writing)) - 1


def test_the_cut_of_a_long_draft_is_shown_before_it_is_written_and_written_before_anything_else(writing, hands):
    desk, editor = writing.session.desk, writing.drafting.editor
    editor.put_caret(20)
    before = texts(writing)
    writing.steps.split()
    assert writing.session._writing.isActive()
    assert len(texts(writing)) == len(before) + 1
    writing.step_back(desk.undo)
    assert texts(writing) == before
    writing.step_back(desk.redo)
    assert len(texts(writing)) == len(before) + 1


def test_where_the_disk_does_not_take_the_cut_it_is_shown_as_not_made_and_said(writing, hands, monkeypatch, qtbot):
    def refuse(*_, **__):
        raise refusal(WorkspaceError, "no_room", name="test.desk")

    before, step = texts(writing), writing.session.desk.last_step
    writing.drafting.editor.put_caret(20)
    with monkeypatch.context() as full:
        full.setattr("draftdesk.workspace.store.journal.write", refuse)
        hands.press("Return")
        qtbot.waitUntil(lambda: "There is no room" in writing.bar.text, timeout=3000)
        hands.settle()
    assert "There is no room on the disk" in writing.bar.text
    assert (texts(writing), writing.session.desk.last_step) == (before, step)
    assert writing.workplace.view.comparison.drafts[-1] is writing.session.desk.working_draft
    all_is_as_if_worked_out_anew(writing)
    writing.drafting.open(serial_of(writing, "ferries", kind="operative"))
    writing.drafting.editor.put_caret(20)
    hands.press("Return")
    assert len(texts(writing)) == len(before) + 1
