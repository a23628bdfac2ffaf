"""The language of the window is chosen in the menu, at once, and nothing that was done is lost."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QMenu

from draftdesk.gui.app import Desks, application
from draftdesk.gui.interface_language import show_in, wanted_language
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.preferences import language_of_interface, set_language_of_interface
from draftdesk.workspace.store import Workspace


@pytest.fixture(autouse=True)
def english_after() -> Iterator[None]:
    yield
    show_in(application(), "")


@pytest.fixture
def desks(tmp_path: Path, monkeypatch) -> Iterator[Desks]:
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["en-GB"])
    application()
    made = Desks()
    made.show(Workspace.open(tmp_path / "test.desk"))
    yield made
    made.window.close()
    QApplication.processEvents()


def settled(qtbot, window: MainWindow) -> None:
    busy = window.session.background, window.session.checking
    qtbot.waitUntil(
        lambda: (
            not any(one.is_busy for one in busy) and not window.open_files.is_busy and window.workplace.is_settled()
        ),
        timeout=20000,
    )


def choose(window: MainWindow, name: str) -> None:
    next(action for action in window.languages.menu.actions() if action.objectName() == name).trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_language_and_theme_are_changed_and_all_that_was_done_remains(qtbot, desks):
    window = desks.window
    window.open([str(resource("samples", name)) for name in ("issued.docx", "rev1.docx")], keep_order=True)
    qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 2, timeout=20000)
    settled(qtbot, window)
    window.session.attempt(lambda: window.session.desk.set_title("Ferries of the night"))
    window.actions_["dark"].trigger()
    window.actions_["only_changes"].trigger()
    window.step_zoom(1)
    window.step_change(1)
    settled(qtbot, window)
    zoom, item = window.workplace.rows.zoom, window.workplace.rows.current_item
    choose(window, "language_fr")
    settled(qtbot, desks.window)
    french = desks.window
    assert french is not window
    assert language_of_interface() == "fr"
    assert french.windowTitle().startswith("Ferries of the night")
    assert french.theme == "dark"
    assert french.actions_["dark"].isChecked()
    assert french.actions_["only_changes"].isChecked()
    assert french.workplace.rows.zoom == zoom
    assert french.workplace.rows.current_item == item
    assert len(french.session.desk.drafts) == 2
    assert french.session.desk.can_undo
    french.session.attempt(french.session.desk.undo)
    assert french.session.desk.dossier.title != "Ferries of the night"
    choose(french, "language_en")
    assert desks.window.actions_["undo"].text() == "&Undo"
    assert desks.window.theme == "dark"


def test_qts_own_buttons_speak_french_too(qtbot):
    show_in(application(), "fr")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    show_in(application(), "")
    assert QDialogButtonBox.tr("Cancel") == "Cancel"


def test_without_a_choice_the_language_is_that_of_the_system(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["pt-PT", "fr-CH", "en"])
    assert wanted_language() == "fr"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["ar-EG"])
    assert wanted_language() == "en"
    set_language_of_interface("fr")
    assert wanted_language() == "fr"
    assert wanted_language("en") == "en"


def test_where_the_window_cannot_be_made_anew_it_says_when_the_language_changes(window, monkeypatch):
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["en"])
    choose(window, "language_fr")
    assert "started again" in window.bar.text
    assert window.actions_["undo"].text() == "&Undo"


def test_the_window_follows_a_script_that_begins_at_the_right(qtbot):
    show_in(application(), "ar")
    assert application().layoutDirection() == Qt.LayoutDirection.RightToLeft
    show_in(application(), "fr")
    assert application().layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_entries_of_a_menu_have_the_same_letter_and_none_is_a_key_of_an_action(
    qtbot, tmp_path, monkeypatch, language
):
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    show_in(application(), language)
    window = MainWindow(Session(Desk(Workspace.open(tmp_path / "letters.desk")), Worker()))
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        letters = Counter(found[1].lower() for a in menu.actions() if (found := re.search("&(.)", a.text())))
        assert [letter for letter, count in letters.items() if count > 1] == [], menu.actions()[0].text()
    of_menus = {found[1].upper() for a in window.menuBar().actions() if (found := re.search("&(.)", a.text()))}
    keys = {key.toString() for action in window.actions() for key in action.shortcuts()}
    assert {f"Alt+{letter}" for letter in of_menus} & keys == set(), "a key that opens a menu does nothing else"
    window.close()
    window.deleteLater()


def test_the_file_dialog_that_is_not_the_systems_has_no_english_word_in_french(qtbot):
    show_in(application(), "fr")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    labels = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
    assert labels == ["Dossier\xa0:", "Nom de fichier\xa0:", "Type de fichiers\xa0:"]
