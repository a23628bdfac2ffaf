"""A tracked file of many authors taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftdesk.errors import DraftdeskError
from draftdesk.model.draft import ORIGINAL, Received, View, ViewKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.apart_files import apart, names_for_files, save_apart
from making_redlines import parts
from making_word import deleted, footnotes, ins, note_mark, p, word_file

_TWO_HANDS = (
    p("Urges ", deleted("all", "Norden", 1), ins("some", author="Norden", number=2), " States;"),
    p("Requests", ins(" urgently", author="Suden", number=3), " a report", note_mark(1), "."),
)


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(word_file(*_TWO_HANDS, parts={"footnotes": footnotes("A note.")}))
    return path


def texts(received: Received) -> list[str]:
    return [paragraph.source_text for paragraph in received.drafts[0].paragraphs]


def test_each_author_gets_a_tracked_file_of_that_authors_changes_alone(tracked):
    made = {one.author: one for one in apart(str(tracked), "")}
    assert sorted(made) == ["Norden", "Suden"]
    for author, one in made.items():
        received = receive(one.data, one.path.name)
        assert received.authors == (author,)
        alone = receive(tracked.read_bytes(), "draft.docx", View(ViewKind.BY_AUTHOR, author))
        assert texts(received) == texts(alone)
        original = receive(tracked.read_bytes(), "draft.docx", ORIGINAL)
        assert texts(receive(one.data, one.path.name, ORIGINAL)) == texts(original)
    shown = texts(receive(made["Suden"].data, "s.docx"))
    assert shown[0] == "Urges all States;"
    assert shown[1].startswith("Requests urgently a report")


def test_parts_that_nobody_changed_stay_byte_for_byte(tracked):
    before = parts(tracked.read_bytes())
    for one in apart(str(tracked), ""):
        after = parts(one.data)
        assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_the_files_stand_beside_the_tracked_one_or_where_they_were_asked_for(tracked, tmp_path):
    beside = [one.path for one in apart(str(tracked), "")]
    assert beside == [tmp_path / "draft - Norden.docx", tmp_path / "draft - Suden.docx"]
    in_folder = [one.path for one in apart(str(tracked), str(tmp_path / "hands"))]
    assert in_folder == [tmp_path / "hands" / f"draft - {name}.docx" for name in ("Norden", "Suden")]
    named = [one.path for one in apart(str(tracked), str(tmp_path / "rev.docx"))]
    assert named == [tmp_path / f"rev - {name}.docx" for name in ("Norden", "Suden")]


def test_nothing_is_saved_where_one_of_the_files_is_there_already(tracked, tmp_path):
    made = apart(str(tracked), "")
    (tmp_path / "draft - Suden.docx").write_bytes(b"mine")
    with pytest.raises(DraftdeskError, match="exists already"):
        save_apart(made, force=False)
    assert not (tmp_path / "draft - Norden.docx").exists()
    assert (tmp_path / "draft - Suden.docx").read_bytes() == b"mine"
    save_apart(made, force=True)
    assert (tmp_path / "draft - Suden.docx").read_bytes() == made[1].data


def test_a_file_without_tracked_changes_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "plain.docx"
    path.write_bytes(word_file(p("Urges all States.")))
    with pytest.raises(DraftdeskError, match="no tracked changes"):
        apart(str(path), "")


def test_authors_are_names_of_files_on_any_system():
    assert names_for_files(["A/B", "a b", "CON: x.", "", "né"]) == ["A B", "a b 2", "CON x", "no name", "né"]
