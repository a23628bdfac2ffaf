"""The list of changes is narrowed by class, draft, author and status, together; counts say what is there."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.model.change import ChangeClass
from draftdesk.model.decided import StatusKind
from draftdesk.workbench.change_filter import (
    NO_STATUS,
    NOT_TRACKED,
    ChangeFilter,
    counts_by_author,
    counts_by_draft,
    counts_by_status,
)
from draftdesk.workbench.change_list import ChangeEntry
from draftdesk.workbench.display.values import Letter


def entry(row: int, column: int = 1, change_class: str = "substance", *authors: str, draft: str = "") -> ChangeEntry:
    kind = ChangeClass(change_class)
    return ChangeEntry(row, column, 0, Letter.INSERTED, f"OP {row}", kind, "", "words", draft, authors)


TRACKED = [
    entry(1, 1, "substance", "Norden"),
    entry(2, 1, "technical", "Norden", "Sudia"),
    entry(3, 1, "substance"),
    entry(4, 2, "substance", draft="south"),
]
STATUSES = {1: StatusKind.AGREED, 2: StatusKind.RESERVED}


def rows(found):
    return [one.row for one in found]


def test_without_a_wish_all_are_shown():
    assert ChangeFilter().of(TRACKED) == TRACKED


def test_a_change_of_two_authors_is_found_under_both():
    assert rows(ChangeFilter(author="Norden").of(TRACKED)) == [1, 2]
    assert rows(ChangeFilter(author="Sudia").of(TRACKED)) == [2]


def test_what_nobody_tracked_is_found_in_the_tracked_file_only():
    assert rows(ChangeFilter(author=NOT_TRACKED).of(TRACKED)) == [3]
    assert counts_by_author(TRACKED) == {"Norden": 2, "Sudia": 1, NOT_TRACKED: 1}
    assert counts_by_author([entry(1), entry(2)]) == {}


def test_wishes_hold_together():
    wish = ChangeFilter(ChangeClass.SUBSTANCE, 1, "Norden", StatusKind.AGREED, STATUSES)
    assert rows(wish.of(TRACKED)) == [1]
    assert rows(replace(wish, change_class=None).of(TRACKED)) == [1]
    assert rows(ChangeFilter(ChangeClass.TECHNICAL, status=StatusKind.AGREED, statuses=STATUSES).of(TRACKED)) == []


def test_each_status_is_found_and_none_too():
    assert rows(ChangeFilter(status=StatusKind.RESERVED, statuses=STATUSES).of(TRACKED)) == [2]
    assert rows(ChangeFilter(status=NO_STATUS, statuses=STATUSES).of(TRACKED)) == [3, 4]
    assert counts_by_status(TRACKED, STATUSES) == {StatusKind.AGREED: 1, StatusKind.RESERVED: 1, NO_STATUS: 2}


def test_where_nothing_is_marked_there_is_no_status_to_choose():
    assert counts_by_status(TRACKED, {}) == {}


def test_drafts_are_counted_where_there_are_several():
    assert counts_by_draft(TRACKED) == {2: ("south", 1)}
