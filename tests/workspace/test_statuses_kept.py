"""Each status is kept by itself: a mark writes that mark only; desks of before, which kept all in one, go on."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from draftdesk.messages import message
from draftdesk.model.decided import Anchor, ParagraphStatus, StatusKind
from draftdesk.model.dossier import Dossier
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workspace.codec import packed, to_bytes, to_json
from draftdesk.workspace.entries import changed_entries
from draftdesk.workspace.store import Workspace

SAID = message("decision_title")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ferries.desk"


def status(serial: int, kind: StatusKind = StatusKind.AGREED, number: int = 0) -> ParagraphStatus:
    ids = (ParagraphId("base", serial), ParagraphId("rev1", serial))
    return ParagraphStatus(ids, kind, "", Anchor(f"Urges States {serial}"), number)


def test_a_mark_among_a_thousand_writes_one_entry():
    many = tuple(status(k, number=k) for k in range(1000))
    before, after = changed_entries(Dossier(statuses=many), Dossier(statuses=(*many, status(1000, number=1000))))
    assert list(before.values()) == [None]
    assert [value["anchor"]["text"] for value in after.values()] == ["Urges States 1000"]


def test_statuses_come_back_in_the_order_of_the_decisions_and_undo_takes_the_last_one(path):
    marks = [status(7, StatusKind.PENDING), status(3, number=1), status(5, StatusKind.RESERVED, 2)]
    with Workspace.open(path) as workspace:
        for count in (1, 2, 3):
            workspace.decide(SAID, replace(workspace.dossier, statuses=tuple(marks[:count])))
    with Workspace.open(path) as again:
        assert again.dossier.statuses == tuple(marks)
        again.undo()
        assert again.dossier.statuses == tuple(marks[:2])
        again.redo()
        again.decide(SAID, replace(again.dossier, statuses=tuple(marks[1:])))
    with Workspace.open(path) as later:
        assert later.dossier.statuses == tuple(marks[1:])


def test_a_desk_that_has_all_statuses_in_one_entry_opens_and_goes_on(path):
    old = [status(9), status(2, StatusKind.PENDING)]
    with Workspace.open(path) as workspace:
        workspace.decide(SAID, Dossier(title="Ferries"))
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO entry VALUES (?, ?)", ("statuses", to_json(packed(tuple(old)))))
        before, after = to_bytes({"statuses": packed(tuple(old[:1]))}), to_bytes({"statuses": packed(tuple(old))})
        other.execute("UPDATE journal SET before = ?, after = ?", (before, after))
    other.close()

    with Workspace.open(path) as workspace:
        assert workspace.dossier.statuses == tuple(old)
        workspace.decide(
            SAID, replace(workspace.dossier, statuses=(*workspace.dossier.statuses, status(4, number=2)))
        )
    with Workspace.open(path) as workspace:
        assert workspace.dossier.statuses == (*old, status(4))
        workspace.undo()
        workspace.undo()
        assert workspace.dossier.statuses == (old[0],)
    with Workspace.open(path) as workspace:
        assert workspace.dossier.statuses == (old[0],)
