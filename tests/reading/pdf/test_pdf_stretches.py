"""Letters taken together in a PDF read as the same letters taken one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.model.paragraph import Mark
from draftdesk.reading.pdf.lines import lines_of
from draftdesk.reading.pdf.pieces import Box, Page, Piece, Style

PLAIN = Style("Times", is_bold=False, is_italic=False)
SIZE = 10.0
KERNINGS = (0.0, 0.0, 0.0, 0.0, 0.0, -0.3, 0.4, -1.2, 1.9, 3.0, -4.9, 5.0, 25.0, 45.0)


def piece(text: str, kernings: list[float], start: float = 100.0) -> Piece:
    lefts, rights = [], []
    for letter, kerning in zip(text, kernings, strict=True):
        lefts.append(start)
        rights.append(start + (2.5 if letter == " " else 5.0))
        start = rights[-1] + kerning
    return Piece(text, lefts, rights, 500.0, SIZE, PLAIN)


def cells(pieces: tuple[Piece, ...]) -> list[tuple[str, float, float]]:
    page = Page(1, Box(0, 0, 600, 800), pieces)
    return [(cell.text, cell.left, cell.right) for line in lines_of(page) for cell in line.cells]


LETTERS = st.lists(st.tuples(st.sampled_from("ab1.  (年"), st.sampled_from(KERNINGS)), min_size=2, max_size=60)


def parted(whole: Piece, cuts: set[int]) -> tuple[Piece, ...]:
    """The letters of a piece as several, none of them blank."""
    ends = [cut for cut in sorted(cuts) if cut < len(whole.text)]
    pieces = [
        Piece(whole.text[start:end], whole.lefts[start:end], whole.rights[start:end], 500.0, SIZE, PLAIN)
        for start, end in zip([0, *ends], [*ends, len(whole.text)], strict=True)
    ]
    return tuple(pieces) if all(one.text.strip() for one in pieces) else (whole,)


@given(LETTERS, st.sets(st.integers(1, 60), max_size=4))
def test_wherever_letters_stand_their_cells_are_those_of_single_letters(
    letters: list[tuple[str, float]], cuts: set[int]
):
    whole = piece("x" + "".join(letter for letter, _ in letters) + "x", [0.0, *(k for _, k in letters), 0.0])
    pieces = parted(whole, cuts)
    single = Page(1, Box(0, 0, 600, 800), pieces)
    drawn = Page(1, single.box, pieces, rules=(Box(whole.lefts[0], 498.5, whole.lefts[0] + 0.1, 499.5),))
    told, expected = lines_of(single)[0], lines_of(drawn)[0]
    assert [(c.text, c.left, c.right) for c in told.cells] == [(c.text, c.left, c.right) for c in expected.cells]


def test_a_number_keeps_its_own_cell_before_words_taken_together():
    words = "Welcomes the report of the group"
    line = piece("12. " + words, [0, 0, 0, 6.0, *[0.0] * len(words)])
    assert [text for text, _, _ in cells((line,))] == ["12.", words]


def test_a_column_far_into_a_line_is_a_cell():
    text = "the text of the first column and the second"
    line = piece(text, [40.0 if at == text.index(" and") else 0.0 for at in range(len(text))])
    assert [text for text, _, _ in cells((line,))] == ["the text of the first column", "and the second"]


def test_a_blank_that_the_next_letter_covers_is_none():
    text = "the words of a longer line to gether"
    at = text.index(" gether")
    line = piece(text, [-2.4 if here == at else 0.0 for here in range(len(text))])
    assert cells((line,))[0][0] == "the words of a longer line together"


def test_one_bold_letter_keeps_its_mark_alone():
    bold = Piece("B", [110.0], [115.0], 500.0, SIZE, Style("Times-Bold", is_bold=True, is_italic=False))
    page = Page(1, Box(0, 0, 600, 800), (piece("ab", [0, 0]), bold, piece("cd", [0, 0], 115.0)))
    line = lines_of(page)[0]
    assert (line.text, [Mark.BOLD in marks for marks in line.marks]) == ("abBcd", [False, False, True, False, False])
