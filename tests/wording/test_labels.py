"""Paragraph labels are split off, read and counted on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.wording.labels import (
    LabelStyle,
    counted,
    label_after,
    reading_after,
    readings,
    split_label,
    subparagraph_number,
    with_stop,
)


@pytest.mark.parametrize(
    ("line", "number", "text"),
    [
        ("12. Decides", "12", "Decides"),
        ("\t1.\tDecides", "1", "Decides"),
        ("12 bis. Decides", "12 bis", "Decides"),
        ("(a) To train crews", "(a)", "To train crews"),
        ("(a bis) To train crews", "(a bis)", "To train crews"),
        ("(ii) To train crews", "(ii)", "To train crews"),
        ("a. To train crews", "a", "To train crews"),
        ("a) Former les équipages", "a)", "Former les équipages"),
        ("PP 3 Recalling", "PP 3", "Recalling"),
        ("OP7 alt Decides", "OP7 alt", "Decides"),
        ("OP12. alt Decides", "OP12. alt", "Decides"),
        ("[3. bis. Decides", "3. bis", "Decides"),
        ("PP3 ter.] Recalling", "PP3 ter", "] Recalling"),
        ("[12.] Decides", "12", "] Decides"),
        ("OP4 ALT Decides", "OP4 ALT", "Decides"),
        ("1 - تقرر", "1", "تقرر"),
        ("(أ) تدريب", "(أ)", "تدريب"),
        ("[13. Decides", "13", "Decides"),
    ],
)
def test_a_label_is_split_from_its_text(line, number, text):
    label = split_label(line)
    assert label is not None
    assert label.number == number
    assert line[label.text_start :] == text
    assert line[label.start : label.end].startswith(number)


@pytest.mark.parametrize(
    "line", ["", "Decides", "78/406. Safety of ferries", "2021. A year", "12.5 per cent", "A/79/1"]
)
def test_a_line_without_label_has_none(line):
    assert split_label(line) is None


@pytest.mark.parametrize(
    ("line", "last"),
    [("1000. Decides", 999), ("1203.\tDecides", 1199), ("1000 bis. Decides", 1000), ("1111.Decides", 1110)],
)
def test_four_figures_are_a_number_where_the_numbers_have_come_so_far(line, last):
    label = label_after(line, last)
    assert label is not None
    assert line[label.text_start :] == "Decides"
    assert line[label.start : label.end] == f"{label.number}."


@pytest.mark.parametrize(("line", "last"), [("2030. Decides", 12), ("1000. Decides", 1001), ("2030 Agenda", 2029)])
def test_four_figures_are_a_year_where_the_numbers_have_not_come_so_far(line, last):
    assert label_after(line, last) is None


def test_neighbours_tell_letters_from_roman_numerals():
    after_u = reading_after("(v)", ["(u)"])
    assert after_u is not None
    assert after_u.style is LabelStyle.LETTER


def test_subparagraphs_alternate_letters_and_roman_numerals():
    assert [subparagraph_number(level, 2) for level in (1, 2, 3, 4)] == ["(b)", "(ii)", "b", "ii"]
    assert subparagraph_number(1, 2, "fr") == "b)"
    assert [subparagraph_number(level, 2, "ar") for level in (1, 2)] == ["(ب)", "‘2’"]


def test_the_final_stop_is_printed_where_it_belongs():
    assert [with_stop(number) for number in ("12", "(a)", "a", "")] == ["12.", "(a)", "a.", ""]


@given(st.sampled_from([LabelStyle.ARABIC, LabelStyle.LETTER, LabelStyle.ROMAN]), st.integers(1, 52))
def test_what_is_counted_reads_back(style, value):
    assert any((way.style, way.value) == (style, value) for way in readings(f"({counted(style, value)})"))
