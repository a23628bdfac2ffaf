"""The settings of the user: kept whole or not at all, and set aside where they cannot be read."""

from __future__ import annotations

import json

import pytest

from draftdesk.messages import render
from draftdesk.workspace.preferences import author_of_changes, damaged_set_aside, keep_value, set_author_of_changes


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    return tmp_path


def test_a_file_that_cannot_be_read_is_set_aside_whole_and_that_is_said_once(folder):
    torn = '{"author": "Tessany", "langu'
    (folder / "preferences.json").write_text(torn)

    said = damaged_set_aside()
    assert said is not None
    assert render(said).endswith("The file is kept as " + str(folder / "preferences (damaged).json") + ".")
    set_author_of_changes("Norvane")
    assert (folder / "preferences (damaged).json").read_text() == torn
    assert author_of_changes() == "Norvane"
    assert damaged_set_aside() is None


def test_settings_that_cannot_be_written_whole_stay_as_they_were(folder):
    set_author_of_changes("Tessany")
    before = (folder / "preferences.json").read_text()
    with pytest.raises(TypeError):
        keep_value("author", object())
    (folder / "preferences.new").mkdir()
    with pytest.raises(Exception, match="cannot be written or read"):
        set_author_of_changes("Norvane")
    assert (folder / "preferences.json").read_text() == before
    assert json.loads(before)["author"] == "Tessany"


def test_without_settings_nothing_is_said(folder):
    assert damaged_set_aside() is None
    assert list(folder.iterdir()) == []
