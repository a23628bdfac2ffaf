import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from draftdesk.drafting.edits import insert_after, reword
from draftdesk.errors import WorkspaceError
from draftdesk.messages import message
from draftdesk.model.dossier import Dossier
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.workspace.places import new_workspace, open_latest, recent_workspaces
from draftdesk.workspace.store import Arrival, Workspace
from making_drafts import ferries, make_received

SAID = message("decision_title")


DIGEST = hashlib.sha256(b"\x00\xff").hexdigest()


def arrival(data):
    return Arrival(make_received(ferries(), data), data)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ferries.desk"


def titled(workspace, title):
    workspace.decide(SAID, replace(workspace.dossier, title=title))


def working(workspace, draft):
    workspace.decide(message("decision_reword", what="OP 1"), replace(workspace.dossier, working=draft))


def test_a_new_desk_is_empty_and_has_nothing_to_undo(path):
    with Workspace.open(path) as workspace:
        assert workspace.dossier == Dossier()
        assert (workspace.undoable, workspace.redoable) == (None, None)
        assert workspace.undo() is False


def test_a_desk_comes_back_with_all_that_was_decided(path):
    draft, _ = insert_after(ferries(), 5, ParagraphKind.OPERATIVE, "Welcomes the offer;")
    with Workspace.open(path) as workspace:
        titled(workspace, "Ferries")
        working(workspace, ferries())
        working(workspace, draft)

    with Workspace.open(path) as again:
        assert again.dossier == Dossier(title="Ferries", working=draft)


def test_undo_and_redo_go_on_after_the_desk_was_closed(path):
    with Workspace.open(path) as workspace:
        for title in ("One", "Two", "Three"):
            titled(workspace, title)
        workspace.undo()

    with Workspace.open(path) as again:
        assert again.dossier.title == "Two"
        assert again.redo()
        assert again.dossier.title == "Three"
        while again.undo():
            pass
        assert again.dossier == Dossier()

    with Workspace.open(path) as third:
        titled(third, "Other")
        assert third.redoable is None


def test_a_file_that_is_taken_back_for_good_leaves_what_could_be_redone(path):
    with Workspace.open(path) as workspace:
        for title in ("One", "Two", "Three"):
            titled(workspace, title)
        workspace.undo()
        workspace.undo()
        for kept in (b"first", b"second"):
            workspace.decide(SAID, replace(workspace.dossier, title=f"{kept!r}"), arrival(kept))
            assert workspace.redoable is None
        workspace.retract()
        assert workspace.redoable is None
        workspace.retract()
        assert workspace.dossier.title == "One"

    with Workspace.open(path) as again:
        titles = []
        while again.redo():
            titles.append(again.dossier.title)
        assert titles == ["Two", "Three"]


def test_a_file_that_stays_ends_what_could_be_redone_also_where_a_later_one_is_taken_back(path):
    with Workspace.open(path) as workspace:
        titled(workspace, "One")
        workspace.undo()
        workspace.decide(SAID, replace(workspace.dossier, title="first"), arrival(b"first"))
        workspace.decide(SAID, replace(workspace.dossier, title="second"), arrival(b"second"))
        workspace.retract()
        assert (workspace.dossier.title, workspace.redoable) == ("first", None)
        workspace.undo()
        workspace.decide(SAID, replace(workspace.dossier, title="third"), arrival(b"third"))
        workspace.retract()
        assert workspace.redo()
        assert workspace.dossier.title == "first"
        assert not workspace.redo()


def test_typing_in_one_go_is_undone_in_one_go(path):
    draft = ferries()
    with Workspace.open(path) as workspace:
        working(workspace, draft)
        for text in ("U", "Ur", "Urges nobody;"):
            changed = replace(workspace.dossier, working=reword(workspace.dossier.working, 5, text))
            workspace.decide(message("decision_reword", what="OP 1"), changed, widen=text != "U")

        workspace.undo()
        assert workspace.dossier.working == draft
        workspace.redo()
        assert workspace.dossier.working.paragraphs[4].text == "Urges nobody;"


def test_received_bytes_are_kept_under_their_digest(path):
    with Workspace.open(path) as workspace:
        workspace.decide(SAID, Dossier(title="x"), arrival(b"\x00\xff"))

    with Workspace.open(path) as again:
        assert again.received(DIGEST) == b"\x00\xff"
        with pytest.raises(WorkspaceError, match="missing"):
            again.received("def")


def test_a_reading_comes_back_exactly_and_one_that_is_broken_is_none(path):
    with Workspace.open(path) as workspace:
        workspace.decide(SAID, Dossier(title="x"), arrival(b"\x00\xff"))

    with Workspace.open(path) as again:
        assert again.reading("base") == make_received(ferries(), b"\x00\xff")
        assert again.reading("rev1") is None
        again._database.execute("UPDATE reading SET value = x'00'")
        assert again.reading("base") is None


def test_a_serial_is_never_given_twice_even_after_undo(path):
    draft, new = insert_after(ferries(), 5, ParagraphKind.OPERATIVE, "Welcomes;")
    with Workspace.open(path) as workspace:
        working(workspace, draft)
        workspace.undo()

    with Workspace.open(path) as again:
        assert again.highest_serial == new


KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from making_drafts import ferries, make_received
from draftdesk.drafting.edits import reword
from draftdesk.messages import message
from draftdesk.workspace.store import Arrival, Workspace

workspace = Workspace.open(Path(sys.argv[1]))
came = Arrival(make_received(ferries(), b"\\x00\\xff"), b"\\x00\\xff")
workspace.decide(message("decision_title"), replace(workspace.dossier, working=ferries()), came)
for count in range(20):
    draft = reword(workspace.dossier.working, 5, f"Urges {count} States;")
    said, dossier = message("decision_reword", what="OP 1"), replace(workspace.dossier, working=draft)
    workspace.decide(said, dossier, widen=count % 2)
    sys.stdout.write(f"{count}\\n")
    sys.stdout.flush()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_loses_nothing_that_was_decided(path):
    tests = str(Path(__file__).parents[1])
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)],
        env={**os.environ, "PYTHONPATH": tests},
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    with Workspace.open(path) as again:
        assert again.dossier.working.paragraphs[4].text == "Urges 19 States;"
        assert again.received(DIGEST) == b"\x00\xff"
        undone = 0
        while again.undo():
            undone += 1
        assert undone == 11
        assert again.dossier == Dossier()


def test_a_file_torn_in_the_middle_is_one_sentence(path):
    with Workspace.open(path) as workspace:
        working(workspace, ferries())
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] + b"\x00" * 64)

    with pytest.raises(WorkspaceError, match=r"ferries\.desk is damaged"):
        Workspace.open(path)


@pytest.mark.parametrize("content", [b"The General Assembly,\n" * 40, b"PK\x03\x04" + b"\x00" * 2000])
def test_a_file_that_is_no_desk_is_left_as_it_is(path, content):
    path.write_bytes(content)

    with pytest.raises(WorkspaceError, match=r"ferries\.desk"):
        Workspace.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text TEXT)")
    other.close()

    with pytest.raises(WorkspaceError, match="not a desk of draftdesk"):
        Workspace.open(path)


def test_a_desk_of_a_newer_version_is_refused(path):
    Workspace.open(path).close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 9")
    newer.close()

    with pytest.raises(WorkspaceError, match="newer draftdesk"):
        Workspace.open(path)


def test_a_desk_of_the_first_version_is_opened_and_is_one_of_this_version_then(path):
    Workspace.open(path).close()
    with sqlite3.connect(path) as older:
        older.execute("PRAGMA user_version = 1")
    older.close()

    Workspace.open(path).close()
    with sqlite3.connect(path) as seen:
        assert seen.execute("PRAGMA user_version").fetchone() == (2,)
    seen.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entry SET value = '{' WHERE key = 'working'",
        "UPDATE entry SET value = '[1,2,99]' WHERE key = 'working.order'",
        "UPDATE entry SET value = '7' WHERE key = 'title'",
        "DELETE FROM entry WHERE key = 'paragraph:3'",
        "DROP TABLE entry",
    ],
)
def test_a_desk_with_damaged_contents_is_one_sentence(path, damage):
    with Workspace.open(path) as workspace:
        workspace.decide(SAID, Dossier(title="x", working=ferries()))
    with sqlite3.connect(path) as other:
        other.execute(damage)
    other.close()

    with pytest.raises(WorkspaceError, match="damaged"):
        Workspace.open(path)


def test_a_damaged_decision_is_one_sentence_when_it_is_to_be_taken_back_and_the_desk_stays(path):
    with Workspace.open(path) as workspace:
        workspace.decide(SAID, Dossier(title="x", working=ferries()))
    with sqlite3.connect(path) as other:
        other.execute("UPDATE journal SET before = x'00'")
    other.close()

    with Workspace.open(path) as workspace:
        with pytest.raises(WorkspaceError, match="damaged"):
            workspace.undo()
        assert workspace.dossier.working == ferries()
        titled(workspace, "Next")
        assert workspace.dossier.title == "Next"


def test_a_desk_that_is_open_elsewhere_is_not_opened_twice(path):
    with Workspace.open(path) as workspace:
        titled(workspace, "First")
        with pytest.raises(WorkspaceError, match="another draftdesk window"):
            Workspace.open(path)
        titled(workspace, "Second")

    with Workspace.open(path) as again:
        assert again.dossier.title == "Second"


def test_a_full_disk_is_one_sentence_and_keeps_what_was_decided(path):
    with Workspace.open(path) as workspace:
        titled(workspace, "Kept")
        workspace._database.execute(f"PRAGMA max_page_count = {_pages(workspace) + 2}")

        with pytest.raises(WorkspaceError, match="no room on the disk"):
            workspace.decide(SAID, Dossier(title="Lost"), arrival(b"x" * 1_000_000))
        assert workspace.dossier.title == "Kept"

    with Workspace.open(path) as again:
        assert again.dossier.title == "Kept"


def _pages(workspace):
    return workspace._database.execute("PRAGMA page_count").fetchone()[0]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(WorkspaceError, match=r"cannot be opened: (Not a directory|File exists)"):
        Workspace.open(tmp_path / "file" / "a.desk")


def test_where_no_desk_can_be_kept_the_folder_is_named_with_what_to_do(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(WorkspaceError, match=r"No desk can be kept in .*desks: .*DRAFTDESK_WORKSPACES"):
        open_latest(tmp_path / "file" / "desks")


def test_the_latest_desk_is_the_one_that_was_changed_last(tmp_path):
    first, second = new_workspace(tmp_path), new_workspace(tmp_path)
    titled(first, "First")
    titled(second, "Second")
    second.close()
    first.close()
    os.utime(first.path, ns=(2, 2))

    assert [path.name for path in recent_workspaces(tmp_path)] == [second.path.name, first.path.name]
    with open_latest(tmp_path).workspace as latest:
        assert latest.dossier.title == "Second"


def test_a_damaged_latest_desk_does_not_bar_the_way(tmp_path):
    workspace = new_workspace(tmp_path)
    workspace.close()
    workspace.path.write_bytes(b"nothing of a desk" * 100)

    opened = open_latest(tmp_path)

    assert opened.said is not None
    assert opened.workspace.dossier == Dossier()
    assert opened.workspace.path != workspace.path
    opened.workspace.close()


def test_a_copy_of_a_closed_desk_is_a_whole_desk(path, tmp_path):
    with Workspace.open(path) as workspace:
        working(workspace, ferries())
    shutil.copy(path, tmp_path / "copy.desk")

    with Workspace.open(tmp_path / "copy.desk") as copy:
        assert copy.dossier.working == ferries()


def cut_later(workspace):
    """A new paragraph that holds at once and waits to be written; the draft before and after it."""
    before = workspace.dossier.working
    after, _ = insert_after(
        before, None, ParagraphKind.OPERATIVE, "Notes this;", new_serial=workspace.highest_serial + 1
    )
    workspace.decide(message("decision_insert", what="OP 1"), replace(workspace.dossier, working=after), later=True)
    return before, after


@pytest.fixture
def begun(path):
    with Workspace.open(path) as workspace:
        workspace.decide(SAID, replace(workspace.dossier, working=ferries()))
        yield workspace


def test_a_decision_that_is_written_later_holds_at_once_and_is_in_the_file_once_it_is_written(begun, path, tmp_path):
    before, after = cut_later(begun)
    assert begun.dossier.working is after
    assert copied(path, tmp_path / "first.desk").working == before
    number = begun.last_step
    begun.write()
    assert begun.last_step == number
    assert copied(path, tmp_path / "second.desk").working == after


def copied(path, to):
    """What a program that ended now would have left in the file."""
    for file in path.parent.glob(f"{path.name}*"):
        shutil.copy(file, f"{to}{file.name.removeprefix(path.name)}")
    with Workspace.open(to) as kept:
        return kept.dossier


def test_the_next_decision_undo_and_closing_write_what_waits_before_anything_else(begun, path):
    before, after = cut_later(begun)
    titled(begun, "Ferries")
    begun.undo()
    assert begun.dossier.working == after
    begun.undo()
    assert begun.dossier.working == before
    begun.redo()
    assert begun.dossier.working == after
    after, last = cut_later(begun)
    begun.undo()
    assert begun.dossier.working is after
    begun.redo()
    assert begun.dossier.working is last
    begun.close()
    with Workspace.open(path) as again:
        assert again.dossier.working == last
        again.undo()
        assert again.dossier.working == after
        again.undo()
        assert again.dossier.working == before


def test_what_waits_and_cannot_be_written_was_not_decided(begun, monkeypatch):
    step = begun.last_step
    before, after = cut_later(begun)

    def refuse(*_, **__):
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr("draftdesk.workspace.store.journal.write", refuse)
        with pytest.raises(WorkspaceError):
            begun.write()
    assert begun.dossier.working is before
    assert begun.last_step == step
    begun.write()
    assert begun.dossier.working is before
    cut_later(begun)
    begun.write()
    assert begun.dossier.working == after
