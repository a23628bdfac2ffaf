"""Drafts stand in the order in which they came about, whatever order they are dropped in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.model.draft import Draft
from draftdesk.workbench.draft_order import (
    Phase,
    Stage,
    draft_order,
    session_in_words,
    stage_of_name,
    stage_of_symbol,
)


def draft(name: str, symbol: str = "", date: str = "", session: str = "") -> Draft:
    return Draft(f"{name}|{symbol}", name, (), symbol=symbol, date=date, session=session)


LIFE = [
    draft("N2449812.docx", "A/RES/79/912", "8 January 2025"),
    draft("zero draft.docx", "", "5 October 2025"),
    draft("N2501.docx", "A/C.2/80/L.27"),
    draft("N2502.docx", "A/C.2/80/L.27/Rev.1"),
    draft("rev 2 clean.docx"),
    draft("N2503.docx", "A/C.2/80/L.51"),
    draft("A_80_L.5.docx", "A/80/L.5"),
    draft("adopted.docx", "A/RES/80/135"),
]


@given(st.permutations(LIFE))
def test_the_life_of_a_resolution_is_recognised_from_any_order(dropped):
    found = draft_order(dropped)
    assert [dropped[k].name for k in found.by_symbols] == [one.name for one in LIFE]
    assert sorted(found.order) == list(range(len(LIFE)))


@pytest.mark.parametrize(
    ("name", "stage"),
    [
        ("A_C.2_80_L.27_Rev.1.docx", Stage(Phase.COMMITTEE, 80, 27, 1)),
        ("A-C.2-80-L.27-Rev.1.pdf", Stage(Phase.COMMITTEE, 80, 27, 1)),
        ("L27rev2 (clean).docx", Stage(Phase.COMMITTEE, -1, 27, 2)),
        ("L.9.docx", Stage(Phase.COMMITTEE, -1, 9)),
        ("Rev.1 with EU edits.docx", Stage(Phase.COMMITTEE, -1, -1, 1)),
        ("ferries_v3.docx", Stage(Phase.COMMITTEE, -1, -1, 3)),
        ("A_80_L.5.docx", Stage(Phase.PLENARY, 80, 5)),
        ("A_RES_80_135.pdf", Stage(Phase.ADOPTED, 80, 135)),
        ("zero-draft.docx", Stage(Phase.ZERO)),
        ("0 draft.docx", Stage(Phase.ZERO)),
        ("as adopted.docx", Stage(Phase.ADOPTED)),
        ("EU comments.docx", None),
        ("reverse.docx", None),
        ("special 27.docx", None),
    ],
)
def test_file_names_say_what_a_draft_is(name, stage):
    assert stage_of_name(name) == stage


def test_symbols_say_what_a_draft_is():
    assert stage_of_symbol("A/C.3/79/L.12/Rev.1") == Stage(Phase.COMMITTEE, 79, 12, 1)
    assert stage_of_symbol("A/C.3/79/L.12") == Stage(Phase.COMMITTEE, 79, 12, 0)
    assert stage_of_symbol("A/RES/79/912") == Stage(Phase.ADOPTED, 79, 912)
    assert stage_of_symbol("A/79/988/Add.4") is None
    assert stage_of_symbol("") is None


def test_a_symbol_left_from_an_earlier_draft_is_a_doubt_and_both_orders_are_given():
    drafts = [draft("rev2.docx", "A/C.2/80/L.27"), draft("rev1.docx", "A/C.2/80/L.27/Rev.1")]
    found = draft_order(drafts)
    assert found.is_doubtful
    assert (found.order, found.by_symbols) == ((1, 0), (0, 1))
    assert [(doubt.symbol, doubt.said) for doubt in found.doubts] == [("A/C.2/80/L.27", "Rev.2")]


def test_a_doubt_that_changes_nothing_is_none():
    drafts = [draft("L.27.docx", "A/C.2/80/L.27"), draft("rev1.docx", "A/C.2/80/L.27")]
    assert not draft_order(drafts).is_doubtful


def test_texts_without_symbol_go_by_the_dates_in_their_names():
    drafts = [
        draft("text 20 Nov 2025.docx"),
        draft("text 2025-11-14.docx"),
        draft("x.docx", "A/C.2/80/L.27", "16 October 2025"),
    ]
    assert draft_order(drafts).order == (2, 1, 0)


def test_comments_of_which_nothing_is_known_stand_before_what_was_adopted():
    drafts = [draft("A_RES_80_135.docx"), draft("EU comments.docx"), draft("A_C.2_80_L.27.docx"), draft("G77.docx")]
    assert draft_order(drafts).order == (2, 1, 3, 0)


def test_a_resolution_of_an_earlier_session_comes_first_one_of_this_session_last():
    drafts = [draft("rev1.docx", "", "", "Eighty-first session"), draft("a.docx", "A/RES/79/912")]
    assert draft_order(drafts).order == (1, 0)
    drafts = [draft("final.docx", "A/RES/81/7"), draft("rev1.docx", "", "", "Eighty-first session")]
    assert draft_order(drafts).order == (1, 0)


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20), st.text(max_size=12)), max_size=6))
def test_every_draft_keeps_a_place_whatever_it_is_called(given_names):
    every = enumerate(given_names)
    drafts = [Draft(str(k), name or "x", (), symbol=symbol, date=date) for k, (name, symbol, date) in every]
    assert sorted(draft_order(drafts).order) == list(range(len(drafts)))


def test_sessions_in_words():
    assert [session_in_words(words) for words in ("Eighty-first session", "Eightieth session", "")] == [81, 80, -1]


def test_a_revision_by_name_belongs_to_the_draft_in_the_plenary_where_there_is_no_other():
    drafts = [draft("rev1.docx"), draft("x.docx", "A/80/L.27"), draft("y.docx", "A/80/L.27/Rev.2")]
    assert draft_order(drafts).order == (1, 0, 2)
    assert not draft_order([drafts[1], draft("L.27 rev1.docx", "A/80/L.27/Rev.1")]).doubts
