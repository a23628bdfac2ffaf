"""A paragraph that moved is shown as moved also where its row holds others that stayed."""

from __future__ import annotations

from draftdesk.gui.rows.places import other_end
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.concordance import step_words
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import Letter, Sign, TextRow
from draftdesk.workbench.matrix import matrix_row, said_of
from making_drafts import make_draft

LIGHTS = "Encourages States to renew the lights of all buoys before the first ice;"
SURVEY = "Requests the River Commission to survey the depth of the northern channels with pilots of three lakes;"
PIERS = "Invites donors to support the replacement of wooden piers in the harbours of remote islands;"
WHOLE = (
    f"{SURVEY[:-1]}, and invites donors to support the replacement of wooden piers in the harbours of remote islands;"
)
OTHERS = (
    "Welcomes the training of ferry masters in evacuation and first aid;",
    "Decides to abolish tolls at locks for vessels that carry pupils to school;",
    "Takes note of the new charts of rapids that the hydrographic office published;",
)


def text(name: str, *orders: str) -> Draft:
    return make_draft(*(f"OP {k}: {order}" for k, order in enumerate(orders, 1)), id_=name)


def revised(*last: str) -> DisplayRows:
    """A base, a revision that split its second paragraph, another that has the orders given."""
    base = text("base", LIGHTS, WHOLE, *OTHERS)
    first = text("rev1", LIGHTS, SURVEY, PIERS, *OTHERS)
    return arrange(prepare([base, first, text("rev2", *last)], Shape.CHAIN), folds=False)


def part_elsewhere() -> DisplayRows:
    return revised(LIGHTS, SURVEY, *OTHERS[:2], PIERS, OTHERS[2])


def row_of(view: DisplayRows, index: int, column: int) -> TextRow:
    return next(row for row in view.rows if index in row.cells[column])


def test_the_part_that_moved_has_its_letter_its_ground_and_its_old_place():
    view = part_elsewhere()
    row = row_of(view, 4, 2)
    assert row.cells[2] == (1, 4)
    assert row.is_changed
    assert Letter.MOVED in lane_letters(view, row, 2)
    assert Letter.MOVED not in lane_letters(view, row, 1)
    content = cell_content(view, row, 2)
    stayed, moved = ({stretch.sign for stretch in block.stretches} for block in content.blocks)
    assert Sign.MOVED not in stayed
    assert moved == {Sign.MOVED}
    assert [note.text for note in content.notes] == ["Moved: OP 5 came from OP 3 of rev1"]


def test_the_list_the_matrix_and_the_concordance_tell_it_too():
    view = part_elsewhere()
    row = row_of(view, 4, 2)
    moved = [entry.after for entry in change_entries(view) if entry.letter is Letter.MOVED]
    assert moved == ["Moved: OP 5 came from OP 3 of rev1"]
    told = matrix_row(view, row)
    assert told.cells[2].sign == "M"
    assert "a part moved" in said_of(view, told, 2)
    assert step_words(view, row, 1) == "Moved: OP 5 came from OP 3 of rev1"


def test_the_key_for_the_other_end_goes_to_where_the_part_stands_now():
    view = part_elsewhere()
    row = row_of(view, 4, 2)
    assert view.rows[other_end(view, row, 2)].cells[2] == (3,)


def test_a_paragraph_that_was_split_and_carried_away_stands_at_both_places():
    base = text("base", LIGHTS, WHOLE, *OTHERS)
    view = arrange(prepare([base, text("new", LIGHTS, *OTHERS, SURVEY, PIERS)], Shape.PAIR), folds=False)
    old, new = row_of(view, 1, 0), row_of(view, 4, 1)
    assert old is not new
    assert (old.cells, new.cells) == (((1,), ()), ((), (4, 5)))
    assert other_end(view, old, 1) == new.ordinal
    assert set(lane_letters(view, new, 1)) >= {Letter.MOVED, Letter.SPLIT}
    assert matrix_row(view, new).cells[1].sign.startswith("M S")
    signs = {stretch.sign for block in cell_content(view, new, 1).blocks for stretch in block.stretches}
    assert Sign.MOVED in signs


def test_a_row_whose_parts_all_stayed_tells_of_no_move():
    view = revised(LIGHTS, SURVEY, PIERS, *OTHERS)
    assert not [entry for entry in change_entries(view) if entry.letter is Letter.MOVED]
