"""Proposals on the desk become one file, with their progress told; Escape stops that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from draftdesk.gui.compiling import Compiling
from draftdesk.reading.receive import receive

_PROPOSALS = ("rev1.docx", "proposals/altamere.docx", "proposals/belmarine.docx")


def test_the_proposals_on_the_desk_become_one_tracked_file(window, hands, tmp_path):
    hands.open(*_PROPOSALS)
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "compiled.docx")
    window.actions_["compile"].trigger()
    hands.settle()
    assert "changes by 2 delegations" in window.bar.text
    assert "compiled.docx" in window.bar.text
    authors = receive((tmp_path / "compiled.docx").read_bytes(), "compiled.docx").authors
    assert set(authors) == {"Delegation of Altamere", "Delegation of Belmarine"}


def test_what_one_delegation_alone_does_not_find_is_copied_as_a_list(window, hands, tmp_path):
    hands.open(*_PROPOSALS)
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "compiled.docx")
    window.actions_["compile"].trigger()
    hands.settle()
    (copy,) = [button for button in window.bar.buttons if button.text() == "Copy the list of places"]
    copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert any(line.startswith("Contested: “3. Strongly encourages") for line in copied)
    assert len(copied) == 1
    assert window.bar.text == "One place is on the clipboard."


@pytest.mark.parametrize(("action", "suffix"), [("brackets", ".txt"), ("proposals", ".docx")])
def test_proposals_are_laid_out_for_reading(window, hands, tmp_path, action, suffix):
    hands.open(*_PROPOSALS)
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / f"made{suffix}")
    window.actions_[action].trigger()
    hands.settle()
    assert (tmp_path / f"made{suffix}").stat().st_size > 2000
    assert "Proposals of 2 delegations" in window.bar.text


def test_the_tick_for_metadata_is_heeded_and_the_names_that_stay_are_told(window, hands, tmp_path):
    hands.open(*_PROPOSALS)
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "compiled.docx")
    window.actions_["clean_metadata"].trigger()
    window.actions_["compile"].trigger()
    hands.settle()
    assert "Changes and comments still name Delegation of" in window.bar.text
    assert "changes by 2 delegations" in window.bar.text
    assert (tmp_path / "compiled.docx").stat().st_size > 2000


def test_escape_stops_and_nothing_is_written(window, hands, tmp_path):
    hands.open(*_PROPOSALS)
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "compiled.docx")
    (compiling,) = [one for one in window.session.findChildren(QObject) if isinstance(one, Compiling)]
    compiling.progress.connect(lambda _said: compiling.stop())
    window.actions_["compile"].trigger()
    hands.settle()
    assert window.bar.text == "Stopped. Nothing was written."
    assert list(tmp_path.glob("compiled*")) == []


def test_a_single_draft_has_no_proposals(window, hands):
    hands.open("rev1.docx")
    assert not any(window.actions_[name].isEnabled() for name in ("compile", "brackets", "proposals"))
