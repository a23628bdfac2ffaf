"""Front matter that a pasted text does not have is no change in the comparison."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.model.alignment import Relation, Shape
from draftdesk.model.change import ChangeClass
from draftdesk.model.draft import Draft
from draftdesk.reading.text.plain import draft_of_text
from draftdesk.wording.normal_form import normal_form
from draftdesk.workbench.chosen_steps import with_chosen
from draftdesk.workbench.compare_drafts import prepare
from making_pastes import apart, sample_draft, sample_lines

FRONT = "Eighty-first session\n\nAgenda item 183\n\n"


def pasted(text: str) -> Draft:
    return draft_of_text(text, "pasted", "d")


def one_sided(*drafts: Draft) -> list[str]:
    """The paragraphs that are shown as come or gone in the first step."""
    comparison = prepare(drafts, Shape.PAIR if len(drafts) == 2 else Shape.CHAIN)
    return [
        normal_form(comparison.cell_text(number, 0) or comparison.cell_text(number, 1))
        for number, row in enumerate(comparison.table.rows)
        if row.relations[0] in (Relation.DELETED, Relation.INSERTED)
    ]


def test_a_text_from_its_title_on_says_nothing_of_the_front_matter():
    assert one_sided(sample_draft(), pasted(apart(sample_lines()))) == []
    assert one_sided(pasted(apart(sample_lines())), sample_draft()) == []


def test_a_text_from_its_enacting_line_on_says_nothing_of_the_title_either():
    assert one_sided(sample_draft(), pasted(apart(sample_lines()[1:]))) == []


def test_a_text_with_front_matter_of_its_own_is_compared():
    gone = one_sided(sample_draft(), pasted(FRONT + apart(sample_lines())))
    assert "Belmarine, Lacustria and Rivania: revised draft resolution" in gone


def test_the_first_preambular_paragraph_that_is_gone_is_a_change():
    lines = sample_lines()
    assert one_sided(sample_draft(), pasted(apart([*lines[:2], *lines[3:]]))) == [normal_form(lines[2].text)]


def test_it_holds_against_a_chosen_draft_too():
    drafts = (sample_draft(), sample_draft(), pasted(apart(sample_lines())))
    chosen = with_chosen(prepare(drafts, Shape.CHAIN), {2: 0})
    assert not {row.relations[1] for row in chosen.table.rows} & {Relation.DELETED, Relation.INSERTED}


def test_marks_of_notes_that_a_text_cannot_have_are_no_change():
    comparison = prepare((sample_draft(), pasted(apart(sample_lines()))), Shape.PAIR)
    assert {row.relations[0] for row in comparison.table.rows} == {None, Relation.UNCHANGED}


def test_a_mark_is_no_change_beside_a_word_that_is_one():
    lines = [replace(line, text=line.text.replace("Taking note of the", "Noting the")) for line in sample_lines()]
    comparison = prepare((sample_draft(), pasted(apart(lines))), Shape.PAIR)
    (number,) = (n for n, row in enumerate(comparison.table.rows) if row.relations[0] is Relation.EDITED)
    shown = [change for change in comparison.changes(number, 0, 1) if change.change_class is not ChangeClass.NOISE]
    assert [change.old.of(comparison.cell_text(number, 0)) for change in shown] == ["Taking note of"]


def test_marks_count_where_the_text_has_its_notes():
    text = apart(sample_lines()).replace("Small Ferries, adopted", "Small Ferries,[1] adopted") + "\n\n[1] A/81/926."
    comparison = prepare((sample_draft(), pasted(text)), Shape.PAIR)
    assert sum(row.relations[0] is Relation.EDITED for row in comparison.table.rows) == 1
