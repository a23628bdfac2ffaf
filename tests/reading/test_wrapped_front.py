"""Wrapped lines: names and titles of several lines on the front, and what ends or goes on between two lines."""

from __future__ import annotations

import pytest

from draftdesk.model.draft import Draft
from draftdesk.reading.text.plain import draft_of_text

FRONT = """A/81/L.5

United Nations

General Assembly

Distr.: Limited
4 December 2026

Eighty-first session
Agenda item 22 (b)
{item}
{sponsors}

{title}
The General Assembly,
Recalling its resolution 79/412 of 20 December 2024 on the safety of inland ferries,
and noting with regret that most accidents happen on short crossings near the places
where small towns land their passengers,
1.
Urges riparian States to adopt rules on the loading of ferries and to publish them
every year in all languages that are spoken on the rivers concerned;
{more}
"""
ITEM = (
    "Transport: implementation of the Convention on Inland Ferries in\n"
    "Those Countries with Many Lakes, Particularly in the\nNorth"
)
TITLE = (
    "Implementation of the Convention on Inland\nFerries in Countries with Many Lakes and in the\nNorthern Regions"
)


def read(
    item: str = ITEM, sponsors: str = "Lacustria:* draft resolution", title: str = TITLE, more: str = ""
) -> Draft:
    return draft_of_text(FRONT.format(item=item, sponsors=sponsors, title=title, more=more), "draft.txt", "d")


def shown(draft: Draft) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.number, one.text) for one in draft.paragraphs if not one.is_hidden]


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "sponsors",
    [
        "Lacustria:* draft resolution",
        "Draft resolution submitted by the Vice-Chair of the Committee,\nAna Lind (Altamere), on the\nbasis of talks",
        "Belmarine and Corrovia: amendment to draft\nresolution A/81/L.4",
        "Altamere, Belmarine, Corrovia, Lacustria and\nMontania: draft resolution",
    ],
)
def test_names_of_several_lines_are_one_paragraph_each(sponsors):
    draft = read(sponsors=sponsors)
    front = [(kind, text.replace("\ufffc", "*")) for kind, _, text in shown(draft)[:5]]
    assert front == [
        ("session", "Eighty-first session"),
        ("agenda", "Agenda item 22 (b)"),
        ("agenda", one_line(ITEM)),
        ("sponsors", one_line(sponsors)),
        ("title", one_line(TITLE)),
    ]


def test_the_names_of_two_agenda_items_stay_two():
    text = FRONT.replace("Agenda item 22 (b)", "Agenda items 22 and 23")
    items = "Transport on rivers and lakes and\nall that goes with it\nSafety of passengers"
    draft = draft_of_text(text.format(item=items, sponsors="", title="Ferries", more=""), "draft.txt", "d")
    assert "Safety of passengers" in [row[2] for row in shown(draft)]


def test_a_list_inside_a_sentence_has_no_paragraphs_where_a_line_begins_with_its_letter():
    more = (
        "2.\nCalls for measures to: (a) train the crews of all ferries that carry more people;\n"
        "(b) light the places where they land; (c) keep free all ways that lead to these;\n(d) pay for it;\n"
        "3.\nDecides to meet on:\n(a) Loading;\n(b) Landing."
    )
    assert [row[:2] for row in shown(read(more=more))][-4:] == [
        ("operative", "2"),
        ("operative", "3"),
        ("sub1", "(a)"),
        ("sub1", "(b)"),
    ]


def test_nothing_goes_on_behind_the_day_of_the_meeting():
    met = "40th plenary meeting\n3 December 2026\nAnnex\nPrinciples for ferries\n"
    more = f"{met}I.\n\nGeneral principles\n\n1.\nFerries are safe."
    assert [row[0] for row in shown(read(more=more))][-5:] == [
        *("meeting_line", "annex_title", "heading", "heading", "declaration")
    ]


def test_a_long_heading_ends_where_the_next_number_begins_a_sentence():
    more = (
        "III. Responsibilities of the authorities that are responsible for all ferries\n"
        "2. States should empower the authorities to look into the accidents of ferries;\n"
    )
    assert [row[:2] for row in shown(read(more=more))][-2:] == [("heading", "III"), ("operative", "2")]


def test_a_preambular_paragraph_with_an_opening_that_no_list_has_begins_behind_a_comma():
    text = FRONT.replace(
        "and noting with regret", "rules,\nTrusting that ferries will be safe, and noting with regret"
    )
    draft = draft_of_text(text.format(item="Ferries", sponsors="", title="Ferries", more=""), "draft.txt", "d")
    assert [row[2][:13] for row in shown(draft) if row[0] == "preambular"] == ["Recalling its", "Trusting that"]


def test_the_name_of_an_item_that_speaks_of_a_session_goes_on():
    item = "Report of the United Nations Commission on\nFerries on the work of its fifty-eighth session"
    assert ("agenda", "", one_line(item)) in shown(read(item=item))


def test_articles_and_their_titles_are_paragraphs_of_their_own():
    more = (
        "40th plenary meeting\n3 December 2026\nAnnex\nConvention on Ferries\nChapter I\nGeneral provisions\n"
        "Article 1\nScope\n1.\nThis Convention applies to ferries.\nArticle 2\nDefinitions\n1.\nA ferry is a boat.\n"
    )
    assert [row[:2] for row in shown(read(more=more))][-7:] == [
        ("heading", ""),
        ("article", ""),
        ("heading", ""),
        ("declaration", "1"),
        ("article", ""),
        ("heading", ""),
        ("declaration", "1"),
    ]
