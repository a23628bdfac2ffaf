"""Letters stored under a wrong name: put right where there is no doubt, left alone where there is."""

from __future__ import annotations

from draftdesk.reading.pdf.letters import put_right, wrong_letters
from draftdesk.reading.pdf.pieces import Box, Page, Piece, Style

TIMES = Style("TimesNewRomanPSMT", is_bold=False, is_italic=False)
EM = {**dict.fromkeys("bdghknopquvxy", 0.5), **dict.fromkeys("ilt", 0.28), **dict.fromkeys("acez", 0.445)} | {
    "r": 0.34, "j": 0.355, "s": 0.39, "f": 0.435, "w": 0.72, "m": 0.775, " ": 0.25,
}  # fmt: skip
PANGRAM = "the quick brown fox over a lazy dog makes six vexing hops "


def piece(stored: str, printed: str = "") -> Piece:
    lefts, rights, x = [], [], 100.0
    for letter in printed or stored:
        lefts.append(x)
        x += 10 * EM[letter]
        rights.append(x)
    return Piece(stored, lefts, rights, 700.0, 10.0, TIMES)


def page(*pieces: Piece) -> Page:
    return Page(1, Box(0, 0, 612, 792), pieces)


def test_a_narrow_o_is_a_j_where_the_font_has_no_j():
    pages = [page(piece(PANGRAM * 3), piece("a maoor oob", "a major job"))]
    (corrected,), words = put_right(pages, wrong_letters(pages))
    assert corrected.pieces[1].text == "a major job"
    assert words == ("major", "job")
    assert corrected.pieces[0].text == pages[0].pieces[0].text


def test_nothing_is_touched_where_the_letter_has_its_own_glyph():
    pages = [page(piece(PANGRAM * 3 + "jar"), piece("a maoor oob", "a major job"))]
    assert wrong_letters(pages) == []


def test_nothing_is_touched_where_two_letters_could_be_meant():
    text = PANGRAM.replace("q", "").replace("x", "") * 3
    pages = [page(piece(text), piece("vivid", "vivid"), piece("ii", "on"))]
    assert wrong_letters(pages) == []
