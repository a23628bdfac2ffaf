"""Versions of one text in several languages on one desk: beside each other, words compared within a language only."""

import pytest

from draftdesk.errors import ExportError
from draftdesk.messages import render
from draftdesk.model.alignment import Pin, Relation, Shape
from draftdesk.reading.receive import receive
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.chosen_steps import with_chosen
from draftdesk.workbench.compare_drafts import prepare_files, with_working
from draftdesk.workbench.desk.decisions import working_copy
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import FoldLine, Letter, SectionLine, Sign
from draftdesk.workbench.export_comparison import ComparisonForm, export_comparison, suffixes_of
from draftdesk.workbench.matrix import CellState, state_of
from draftdesk.workbench.mixed_languages import languages_told
from draftdesk.workbench.sheet import sheet_of
from language_texts import VERSIONS

ENGLISH = VERSIONS["en"]
REVISED = ENGLISH.replace("Urges all States", "Calls upon all States")
FRENCH, ARABIC = VERSIONS["fr"], VERSIONS["ar"]
OTHER_TEXT = """L’Assemblée générale,

Rappelant sa résolution 61/104 du 5 mars 2007,

1. Engage les États Membres à inspecter chaque bac une fois par an ;

2. Décide de rester saisie de la question.
"""


def drafts(*texts):
    return tuple(receive(text.encode(), f"{number}.txt").drafts[0] for number, text in enumerate(texts))


def compared(*texts, shape=Shape.CHAIN, pins=()):
    return prepare_files(drafts(*texts), shape, pins)


def beside(comparison, column, words):
    """The paragraphs of all drafts in the row in which one has certain words."""
    for number in range(len(comparison.table.rows)):
        if words in comparison.cell_text(number, column):
            return [comparison.cell_text(number, one) for one in range(len(comparison.drafts))]
    raise AssertionError(words)


def row_of(view, column, words):
    return next(row for row in view.rows if words in view.comparison.cell_text(row.table_row, column))


@pytest.mark.parametrize("language", ["fr", "ru", "ar", "zh"])
def test_each_paragraph_stands_beside_the_one_that_renders_it(language):
    comparison = compared(ENGLISH, VERSIONS[language])
    assert all(all(row.cells) for row in comparison.table.rows)
    assert [len(row.cells) for row in comparison.table.rows] == [2] * len(drafts(ENGLISH)[0].visible)


def test_no_words_are_marked_between_two_languages():
    view = arrange(compared(ENGLISH, FRENCH))
    signs = {
        stretch.sign
        for row in view.rows
        for column in range(2)
        for block in cell_content(view, row, column).blocks
        for stretch in block.stretches
    }
    assert signs == {Sign.PLAIN}
    assert not any(row.is_changed for row in view.rows)
    assert change_entries(view) == ()


def test_all_is_there_to_be_read_where_languages_only_stand_beside_each_other():
    view = arrange(compared(ENGLISH, FRENCH))
    assert {row.ordinal for row in view.rows} == {item.ordinal for item in view.items if hasattr(item, "ordinal")}


def test_two_english_drafts_are_compared_as_ever_and_the_french_stands_beside_the_one_that_it_renders():
    comparison = compared(ENGLISH, FRENCH, REVISED)
    assert comparison.table.steps() == ((0, 2),)
    assert comparison.table.versions == ((2, 1),)
    view = arrange(comparison)
    row = row_of(view, 0, "Urges all States")
    assert row.relations[2] is Relation.EDITED
    assert "Exhorte" in view.comparison.cell_text(row.table_row, 1)
    assert [entry.column for entry in change_entries(view)] == [2]


def test_other_figures_are_told_under_the_cell_in_the_list_and_in_the_matrix():
    view = arrange(compared(ENGLISH, FRENCH.replace("2030", "2035")))
    row = row_of(view, 0, "Urges")
    assert row.is_changed
    assert [note.text for note in cell_content(view, row, 1).notes] == [
        "⚠ OP 1: the French has 2035, the English 2030."
    ]
    assert lane_letters(view, row, 1) == (Letter.TECHNICAL,)
    assert [(one.label, one.before, one.after) for one in change_entries(view)] == [("OP 1", "2030", "2035")]
    assert state_of(view, row, 1) is CellState.EDITED


def test_folds_and_sections_call_nothing_unchanged_that_was_not_compared():
    view = arrange(compared(ENGLISH, REVISED, FRENCH))
    folds = {item.detail for item in view.items if isinstance(item, FoldLine)}
    assert folds == {"unchanged (English), other languages not compared word by word"}
    sections = {item.title: item.detail for item in view.items if isinstance(item, SectionLine)}
    assert sections["Preamble"].endswith("no differences told")
    assert sections["Operative part"].endswith("1 with differences")


def test_where_each_language_has_two_drafts_a_fold_is_unchanged_within_each():
    view = arrange(compared(ENGLISH, REVISED, FRENCH, FRENCH))
    assert "unchanged within each language" in {item.detail for item in view.items if isinstance(item, FoldLine)}


def test_the_sheet_shows_the_words_of_another_language_and_does_not_call_them_unchanged():
    view = arrange(compared(ENGLISH, REVISED, FRENCH))
    row = row_of(view, 0, "Urges")
    assert state_of(view, row, 2) is CellState.BESIDE
    sheet = sheet_of(view, row)
    assert sheet.summary == "1 draft changes it, 1 in another language"
    assert sheet.entries[-1].summary == "No difference told; words are not compared between languages"
    assert "Exhorte" in sheet.entries[-1].content.blocks[0].shown
    assert sheet.same == ()


def test_a_paragraph_that_a_version_lacks_or_has_alone_is_told():
    view = arrange(
        compared(ENGLISH, FRENCH.replace("2. Se félicite du rapport publié sous la cote A/79/12 ;\n\n", ""))
    )
    row = row_of(view, 0, "Welcomes")
    assert row.is_changed
    assert lane_letters(view, row, 1) == (Letter.DELETED,)
    assert state_of(view, row, 1) is CellState.DELETED
    assert "Welcomes the report" in next(one.before for one in change_entries(view) if one.row == row.ordinal)
    view = arrange(compared(ENGLISH.replace("2. Welcomes the report in document A/79/12;\n\n", ""), FRENCH))
    row = row_of(view, 1, "Se félicite")
    assert lane_letters(view, row, 1) == (Letter.INSERTED,)
    assert state_of(view, row, 1) is CellState.NEW


def test_what_a_person_paired_holds_between_languages():
    first, other = drafts(ENGLISH, FRENCH)
    urges = next(k for k, one in enumerate(first.paragraphs) if "Urges" in one.text)
    welcomes = next(k for k, one in enumerate(other.paragraphs) if "Se félicite" in one.text)
    alone = compared(ENGLISH, FRENCH, pins=(Pin(((1, welcomes),)),))
    assert beside(alone, 1, "Se félicite")[0] == ""
    paired = compared(ENGLISH, FRENCH, pins=(Pin(((0, urges), (1, welcomes))), Pin(((1, welcomes - 1),))))
    assert "Urges" in beside(paired, 1, "Se félicite")[0]


def test_a_working_draft_is_compared_with_the_version_that_it_came_from():
    files = compared(ENGLISH, FRENCH)
    working = working_copy(files.drafts[1])
    comparison = with_working(files, working, 1)
    assert comparison.table.steps() == ((1, 2),)
    assert comparison.table.versions == ((0, 1),)
    assert {row.relations[-1] for row in comparison.table.rows} == {Relation.UNCHANGED}
    assert "Urges" in beside(comparison, 2, "Exhorte")[0]


def test_a_version_cannot_be_shown_word_for_word_against_another_language():
    comparison = compared(ENGLISH, REVISED, FRENCH, FRENCH.replace("Exhorte", "Invite"))
    assert comparison.table.steps() == ((0, 1), (2, 3))
    assert with_chosen(comparison, {3: 0}) is comparison


def test_the_sentence_says_whether_versions_agree_differ_or_are_other_texts():
    codes = [
        languages_told(compared(*texts))
        for texts in (
            (ENGLISH, REVISED),
            (ENGLISH, FRENCH, ARABIC),
            (ENGLISH, FRENCH.replace("2030", "2035")),
            (ENGLISH, OTHER_TEXT),
        )
    ]
    assert [None if one is None else one.code for one in codes] == [
        None,
        "languages_agree",
        "languages_differ",
        "languages_mixed",
    ]
    assert render(codes[2]).endswith("differ is told (1).")


@pytest.mark.parametrize("form", ComparisonForm)
@pytest.mark.parametrize("texts", [(ENGLISH, FRENCH), (ENGLISH, REVISED, FRENCH.replace("2030", "2035"))])
def test_every_export_of_a_comparison_can_be_made_of_versions(form, texts):
    comparison = compared(*texts)
    if form is ComparisonForm.AMENDMENTS and len(texts) == 2:
        with pytest.raises(ExportError, match="take two drafts in one language"):
            export_comparison(comparison, form, "out.docx")
        return
    for suffix in suffixes_of(form):
        assert export_comparison(comparison, form, f"out{suffix}")
