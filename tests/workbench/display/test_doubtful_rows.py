"""Pairings that are not sure are offered one after the other; a person's word settles them."""

from dataclasses import replace

import pytest

from draftdesk.comparing.comparison import compare
from draftdesk.messages import render
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.workbench.display.cells import lane_letters
from draftdesk.workbench.display.doubtful_rows import confirmed, doubt_told, doubtful_rows, next_doubtful_row
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import Letter
from making_drafts import make_draft

BASE = make_draft("PP: Recalling,", "OP 1: Urges States;", "OP 2: Notes the report;", "OP 3: Decides.", id_="base")
NEW = make_draft("PP: Recalling,", "OP 1: Calls for lamps;", "OP 2: Notes all reports;", "OP 3: Thanks.", id_="new")


def view(confidences=(1.0, 0.5, 0.6, 0.3), *, pinned=()):
    rows = tuple(
        AlignmentRow(((k,), (k,)), (Relation.EDITED if k else Relation.UNCHANGED,), sure, k in pinned)
        for k, sure in enumerate(confidences)
    )
    return arrange(compare((BASE, NEW), AlignmentTable(Shape.PAIR, 2, rows)))


def test_rows_under_six_tenths_are_doubtful_unless_a_person_set_them():
    assert doubtful_rows(view()) == (1, 3)
    assert doubtful_rows(view(pinned=(3,))) == (1,)


def test_a_paragraph_that_only_one_draft_has_is_never_doubtful():
    one = AlignmentRow(((1,), ()), (Relation.DELETED,), 0.2)
    other = AlignmentRow(((), (1,)), (Relation.INSERTED,), 0.2)
    table = AlignmentTable(Shape.PAIR, 2, (one, other))
    assert doubtful_rows(arrange(compare((BASE, NEW), table))) == ()


@pytest.mark.parametrize(
    ("ordinal", "by", "found"), [(-1, 1, 1), (1, 1, 3), (3, 1, 1), (3, -1, 1), (1, -1, 3), (0, -1, 3)]
)
def test_steps_go_round_the_ends(ordinal, by, found):
    assert next_doubtful_row(view(), ordinal, by) == found


def test_without_any_there_is_nowhere_to_go():
    assert next_doubtful_row(view((1.0, 1.0, 0.9, 0.8)), 0, 1) == -1


def test_the_lane_has_a_sign_and_the_sentence_names_both():
    shown = view()
    assert Letter.DOUBTFUL in lane_letters(shown, shown.rows[1], 1)
    assert Letter.DOUBTFUL not in lane_letters(shown, shown.rows[2], 1)
    assert render(doubt_told(shown, shown.rows[1])) == (
        "Do OP 1 in base and OP 1 in new answer each other? They share few words (50 % sure)."
    )


def test_what_is_confirmed_are_all_paragraphs_of_the_row_by_the_ids_of_the_desk():
    shown = view()
    pair = confirmed(shown, shown.rows[1], ["base", "working"])
    assert [str(one) for one in pair.paragraphs] == ["base:2", "working:2"]


def test_of_a_moved_paragraph_the_place_where_it_stands_now_is_offered_once():
    rows = (
        AlignmentRow(((1,), (3,)), (Relation.MOVED_EDITED,), 0.4),
        AlignmentRow(((2,), (2,)), (Relation.EDITED,), 0.9),
        AlignmentRow(((3,), ()), (Relation.DELETED,)),
    )
    new = replace(NEW, paragraphs=NEW.paragraphs)
    shown = arrange(compare((BASE, new), AlignmentTable(Shape.PAIR, 2, rows)))
    (ordinal,) = doubtful_rows(shown)
    assert shown.rows[ordinal].cells[1] == (3,)
