"""Tables of a working draft: from cell to cell, paragraphs in a cell, rows that come and go."""

from __future__ import annotations

import pytest

from draftdesk.drafting import edits, tables
from draftdesk.errors import DraftingError
from draftdesk.model.draft import Draft, TableShape
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from making_word import i, p, table, word_file

BASE = word_file(
    p("\t1.\t", i("Urges"), " all States to apply the schedule;"),
    table(["Vessel", "Months", "By"], ["Rafts", "", "Owners"], ["Ferries", "6", "States"]),
    p("\t2.\t", i("Decides"), " to meet."),
)


@pytest.fixture
def draft() -> Draft:
    return receive(BASE, "x.docx").drafts[0]


def rows(draft: Draft) -> list[list[str]]:
    """The words of each cell, its paragraphs set apart by a stroke."""
    found: dict[tuple[int, int], list[str]] = {}
    for one in draft.paragraphs:
        if one.place is not None:
            found.setdefault((one.place.row, one.place.column), []).append(one.text)
    count = 1 + max(row for row, _ in found)
    return [["/".join(found[row, column]) for column in range(3)] for row in range(count)]


def serial(draft: Draft, row: int, column: int) -> int:
    places = {(one.place.row, one.place.column): one.id.serial for one in draft.paragraphs if one.place is not None}
    return places[row, column]


def test_from_cell_to_cell_empty_ones_are_not_left_out(draft: Draft) -> None:
    assert tables.cell_beside(draft, serial(draft, 1, 0), 1) == serial(draft, 1, 1)
    assert tables.cell_beside(draft, serial(draft, 2, 0), -1) == serial(draft, 1, 2)
    assert tables.cell_beside(draft, serial(draft, 2, 2), 1) is None
    assert tables.cell_beside(draft, serial(draft, 0, 0), -1) is None


def test_an_empty_cell_is_opened_and_written_in(draft: Draft) -> None:
    opened = tables.with_open_cell(draft, serial(draft, 1, 1))
    assert opened.paragraphs[opened.index_of(serial(draft, 1, 1))].kind is ParagraphKind.CELL
    assert rows(edits.reword(opened, serial(draft, 1, 1), "3"))[1] == ["Rafts", "3", "Owners"]


def test_a_row_comes_behind_another_one_with_as_many_cells(draft: Draft) -> None:
    changed, first = tables.insert_row(draft, serial(draft, 1, 2))
    changed = edits.reword(changed, first, "Canoes")
    assert rows(changed) == [
        ["Vessel", "Months", "By"], ["Rafts", "", "Owners"], ["Canoes", "", ""], ["Ferries", "6", "States"]
    ]  # fmt: skip
    assert changed.tables == (TableShape((3, 3, 3, 3)),)
    assert [one.number for one in changed.paragraphs if one.kind is ParagraphKind.OPERATIVE] == ["1", "2"]


def test_a_row_goes_and_those_below_it_move_up(draft: Draft) -> None:
    changed = tables.delete_row(draft, serial(draft, 1, 0))
    assert rows(changed) == [["Vessel", "Months", "By"], ["Ferries", "6", "States"]]
    assert changed.tables == (TableShape((3, 3)),)


def test_a_cell_has_paragraphs_that_are_parted_and_joined(draft: Draft) -> None:
    parted, second = edits.split(draft, serial(draft, 0, 0), 3)
    assert rows(parted)[0] == ["Ves/sel", "Months", "By"]
    assert rows(edits.join(parted, second))[0] == ["Ves sel", "Months", "By"]
    more, third = edits.insert_after(draft, serial(draft, 2, 2), ParagraphKind.CELL, "and owners")
    assert rows(more)[2] == ["Ferries", "6", "States/and owners"]
    assert rows(tables.emptied(more, third)) == rows(draft)


def test_a_cell_is_not_joined_with_its_neighbour(draft: Draft) -> None:
    with pytest.raises(DraftingError, match="stay in their places"):
        edits.join(draft, serial(draft, 2, 1))


def test_of_a_row_of_the_file_the_words_go_and_a_new_row_without_any_goes_whole(draft: Draft) -> None:
    assert rows(tables.emptied(draft, serial(draft, 2, 1)))[2] == ["Ferries", "", "States"]
    changed, first = tables.insert_row(draft, serial(draft, 2, 2))
    assert rows(tables.emptied(changed, first)) == rows(draft)


def test_outside_of_tables_there_is_no_cell(draft: Draft) -> None:
    with pytest.raises(DraftingError, match="no cell of a table"):
        tables.insert_row(draft, draft.paragraphs[0].id.serial)
