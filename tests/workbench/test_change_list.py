"""What the working draft took from a draft is no change of its own; what it only resembles is one."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.model.alignment import Shape
from draftdesk.workbench.change_filter import ChangeFilter
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.display.rows import arrange
from making_drafts import make_draft

BASE = "OP 1: Urges States to light ferries and boats and rafts;"


def listed(proposal: str, working: str, base: str = BASE) -> list[tuple[int, str, str]]:
    """Column and words of what is listed of three drafts, all against the base."""
    drafts = [make_draft(base, id_="base"), make_draft(proposal, id_="north"), make_draft(working, id_=WORKING)]
    shown = arrange(prepare([replace(one, symbol="") for one in drafts], Shape.STAR))
    return [(entry.column, entry.before, entry.after) for entry in ChangeFilter().of(change_entries(shown))]


def test_a_change_that_was_taken_is_listed_once():
    taken = BASE.replace("Urges", "Invites")
    assert listed(taken, taken) == [(1, "Urges", "Invites")]


def test_the_same_words_at_another_place_are_a_change_of_their_own():
    first, second = BASE.replace("and boats", "or boats"), BASE.replace("and rafts", "or rafts")
    assert listed(first, second) == [(1, "and", "or"), (2, "and", "or")]


def test_a_long_new_paragraph_that_ends_otherwise_is_a_change_of_its_own():
    long = "\nOP 2: Requests " + "a further report on the lights of inland ferries and " * 6
    new = [make_draft(BASE, id_="base")]
    for name, end in (("north", "boats."), (WORKING, "rafts.")):
        new.append(make_draft(BASE, f"{long.strip()}{end}", id_=name))
    entries = ChangeFilter().of(change_entries(arrange(prepare(new, Shape.STAR))))
    assert [entry.column for entry in entries] == [1, 2]
    same = [*new[:2], make_draft(BASE, f"{long.strip()}boats.", id_=WORKING)]
    entries = ChangeFilter().of(change_entries(arrange(prepare(same, Shape.STAR))))
    assert [entry.column for entry in entries] == [1]


def test_the_changes_of_the_working_draft_alone_are_all_there():
    taken = BASE.replace("Urges", "Invites")
    drafts = [make_draft(BASE, id_="base"), make_draft(taken, id_="north"), make_draft(taken, id_=WORKING)]
    entries = change_entries(arrange(prepare(drafts, Shape.STAR)))
    assert [entry.after for entry in ChangeFilter(column=2).of(entries)] == ["Invites"]
