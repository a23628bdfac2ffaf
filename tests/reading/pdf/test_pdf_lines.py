"""Lines of a page from placed letters: Arabic blanks and strokes, Chinese with figures."""

from __future__ import annotations

import pytest

from draftdesk.reading.pdf.lines import Cell, lines_of
from draftdesk.reading.pdf.pieces import Box, Page, Piece, Style

PLAIN = Style("Naskh", is_bold=False, is_italic=False)
SLANTED = Style("Naskh-Bold", is_bold=True, is_italic=True)


def piece(text: str, places: list[tuple[float, float]], style: Style = PLAIN, baseline: float = 500.0) -> Piece:
    return Piece(text, [left for left, _ in places], [right for _, right in places], baseline, 10.0, style)


def read(*pieces: Piece, to_left: bool = False) -> list[str]:
    page = Page(1, Box(0, 0, 600, 800), pieces)
    return [line.text for line in lines_of(page, to_left=to_left)]


def test_a_blank_of_its_own_parts_arabic_words_that_reach_over_it():
    words = (
        piece("من", [(424, 430), (417, 425.3)], SLANTED),
        piece(" ", [(414.9, 419.4)], SLANTED),
        piece("جد", [(408.3, 417.1), (403.5, 410.7)], SLANTED),
    )
    assert read(*words, to_left=True) == ["من جد"]


def test_a_stroke_stored_as_a_sign_lengthens_its_word():
    words = (
        piece("ك", [(437.9, 444.7)], SLANTED),
        piece("@@", [(435.8, 440.2), (434.8, 439.2)], SLANTED),
        piece("د", [(429.9, 436)], SLANTED),
    )
    assert read(*words, to_left=True) == ["كــد"]


def test_a_word_goes_on_behind_a_stroke_that_stands_off():
    words = (piece("حـ", [(440, 446), (434, 440)]), piece("د", [(424, 430)]))
    assert read(*words, to_left=True) == ["حـد"]
    assert read(piece("حد", [(440, 446), (434, 440)]), piece("د", [(424, 430)]), to_left=True) == ["حد د"]


def test_lam_and_alef_of_one_ligature_are_read_as_they_are_written():
    assert read(piece("الا", [(440, 446), (434, 440), (434, 440)]), to_left=True) == ["الا"]
    assert read(piece("اال", [(440, 446), (434, 440), (434, 440)]), to_left=True) == ["الا"]


def test_figures_and_note_marks_beside_arabic_letters_stay():
    words = (
        piece("عام", [(440, 446), (436, 440), (430, 436)]),
        piece("16", [(418, 423), (423, 428)]),
        piece("في", [(410, 416), (404, 410)]),
    )
    assert read(*words, to_left=True) == ["عام 16 في"]


def test_a_letter_that_its_accent_lifts_stays_in_its_word():
    words = (
        piece("حد", [(440, 446), (434, 440)]),
        piece("أُ", [(446.9, 448.0), (446.2, 446.9)], baseline=504.8),
    )
    assert read(*words, to_left=True) == ["أُحد"]


def test_the_quarter_that_parts_chinese_from_figures_is_no_blank():
    year = piece("2022", [(100, 105), (105, 110), (110, 115), (115, 120)])
    rest = piece("年度", [(122.5, 132.5), (132.5, 142.5)])
    assert read(year, rest) == ["2022年度"]
    assert read(year, piece("year", [(122.5, 127), (127, 131), (131, 135), (135, 140)])) == ["2022 year"]


def test_a_cell_of_which_only_a_note_mark_was_seen_is_set_in_no_way():
    assert Cell("", (), 100.0, 100.0).kinds == frozenset()


ROMAN, ITALIC = Style("Times", is_bold=False, is_italic=False), Style("Times-Italic", is_bold=False, is_italic=True)


@pytest.mark.parametrize(
    ("first", "second", "gap", "line"),
    [
        (("of", ITALIC), ("the", ROMAN), 0.7, "of the"),
        (("all", ITALIC), ("for", ITALIC), 1.4, "all for"),
        (("of", ROMAN), ("the", ROMAN), 1.75, "of the"),
        (("al", ITALIC), ("so", ITALIC), 1.4, "also"),
        (("of", ITALIC), ("fer", ITALIC), -2.9, "offer"),
        (("of", ROMAN), ("fer", ROMAN), -0.5, "offer"),
        (("saf", ROMAN), ("er", ITALIC), 1.35, "safer"),
        (("af", ITALIC), ("ford", ITALIC), -0.8, "afford"),
    ],
)
def test_an_f_that_leans_over_the_blank_beside_it_does_not_hide_it(first, second, gap, line):
    (one, own), (other, theirs) = first, second
    begins = [100 + 5 * at for at in range(len(one))]
    later = [begins[-1] + 5 + gap + 5 * at for at in range(len(other))]
    assert read(
        piece(one, [(left, left + 5) for left in begins], own),
        piece(other, [(left, left + 5) for left in later], theirs),
    ) == [line]
