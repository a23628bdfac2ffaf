"""A draft is called as the user names it, on the desk and in what leaves it; undo gives it its own name again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.comparison_table import column_titles
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.hand_names import Sender, hand_names
from draftdesk.workspace.store import Workspace

FILES = ("issued.docx", "rev1.docx", "rev2.docx")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Workspace.open(tmp_path / "names.desk"), receive)
    for name in FILES:
        data = resource("samples", name).read_bytes()
        made.add(receive(data, name), name, data)
    yield made
    made.close()


def shown(desk: Desk) -> tuple[str, ...]:
    return arrange(desk.comparison).short


def test_a_given_name_stands_in_heads_and_exports_and_undo_takes_it_back(desk):
    before = shown(desk)
    desk.call(desk.columns[1].draft_id, "Altamere and others")
    assert shown(desk) == (before[0], "Altamere and others", before[2])
    assert column_titles(desk.comparison.drafts)[1] == "Altamere and others"
    desk.undo()
    assert shown(desk) == before
    desk.redo()
    assert shown(desk)[1] == "Altamere and others"
    desk.call(desk.columns[1].draft_id, "")
    assert shown(desk) == before


def test_a_name_does_not_have_the_files_compared_anew(desk):
    table = desk.comparison.table
    desk.call(desk.columns[2].draft_id, "Tessany")
    assert not desk.needs_preparing
    assert desk.comparison.table is table


def test_a_name_stands_beside_a_working_draft_too_and_is_not_its_own(desk):
    desk.start_working(desk.columns[1].draft_id)
    assert shown(desk)[3] == "Working draft"
    desk.call(desk.columns[1].draft_id, "Norvane")
    assert shown(desk)[1::2] == ("Norvane", "Working draft")
    desk.remove(desk.columns[3].draft_id)
    desk.start_working(desk.columns[1].draft_id)
    assert shown(desk)[1::2] == ("Norvane", "Working draft")


def test_names_are_there_on_another_day(desk, tmp_path):
    desk.call(desk.columns[1].draft_id, "Norvane")
    desk.close()
    again = Desk(Workspace.open(tmp_path / "names.desk"), receive)
    assert shown(again)[1] == "Norvane"
    again.close()


def test_two_drafts_of_one_name_are_told_apart(desk):
    for column in (1, 2):
        desk.call(desk.columns[column].draft_id, "Norvane")
    assert len(set(shown(desk))) == 3


def test_a_proposal_is_compiled_under_the_name_that_the_user_gave(desk):
    senders = [Sender("norvane.docx", ("A. Clerk",), "Group of inland States"), Sender("tessany.docx")]
    assert hand_names(senders)[0] == "Group of inland States"
