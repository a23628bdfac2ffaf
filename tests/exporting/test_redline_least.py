"""A redline marks little more than the edits need."""

from __future__ import annotations

from making_redlines import drawing, drawn, redline_of
from making_word import footnotes, i, note_mark, p, word_file

FERRIES = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")


def drawn_words(old: str, new: str) -> str:
    return drawn([FERRIES, p(old), REPORT], [FERRIES, p(new), REPORT])[1]


def test_between_two_changed_dates_what_stands_there_stays():
    told = drawn_words(
        "See 52/38 of 9 May 1997, 53/77 of 4 May 1998.", "See 52/38 of 8 May 1997, 53/77 of 8 May 1998."
    )

    assert told == "See 52/38 of [-9-]{+8+} May 1997, 53/77 of [-4-]{+8+} May 1998."


def test_of_a_reference_the_date_stays_where_number_and_year_change():
    told = drawn_words("See its resolution 71/55 of 5 December 2016.", "See its resolution 71/24 of 5 December 2018.")

    assert told == "See its resolution 71/[-55-]{+24+} of 5 December [-2016-]{+2018+}."


def test_small_words_between_two_insertions_stay():
    told = drawn_words(
        "Forms that are not complete go back.",
        "Forms, within what there is, that are, as is fit, not complete go back.",
    )

    assert told == "Forms{+, within what there is,+} that are{+, as is fit,+} not complete go back."


def test_small_words_between_replaced_ones_go_with_them():
    told = drawn_words("on the report of the harbour masters", "on the lamp of the lake office")

    assert told == "on the [-report of the harbour masters-]{+lamp of the lake office+}"


def test_a_note_answers_the_likest_one_though_the_one_before_it_went():
    first, second = (f" See the review of {year} of ferries on the northern lakes, part I." for year in (2000, 2010))
    later = " See the review of 2015 of ferries on the northern lakes, part I."
    both = p("\tRecalling the review", note_mark(1), " and its outcome", note_mark(2), " in full,")
    one = p("\tRecalling the review and its outcome", note_mark(1), " in full,")
    base = word_file(FERRIES, both, REPORT, parts={"footnotes": footnotes(first, second)})
    new = word_file(FERRIES, one, REPORT, parts={"footnotes": footnotes(later)})

    data = redline_of(base, new).data

    assert drawing(data)[1] == "→Recalling the review[-*-] and its outcome* in full,"
    assert (
        drawing(data, "word/footnotes.xml")[-1]
        == " See the review of [-2010-]{+2015+} of ferries on the northern lakes, part I."
    )
