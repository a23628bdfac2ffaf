"""Notes of two files answer each other by their words, and by their places where words are alike."""

from __future__ import annotations

from draftdesk.exporting.redline.note_pairs import CalledNote, paired_notes
from making_redlines import drawing, redline_of
from making_word import footnotes, note_mark, p, word_file

_SERIES = tuple(f" Ibid., vol. {volume}, No. 27531." for volume in (1577, 2171, 2173))


def test_of_alike_notes_those_that_are_called_in_the_same_place_answer_each_other():
    base = {
        "1": CalledNote(_SERIES[0], "the rights of women"),
        "2": CalledNote(_SERIES[1], "the rights of the child"),
    }
    new = {
        "1": CalledNote(" Ibid., vol. 2177, No. 27531.", "the rights of women"),
        "2": CalledNote(" Ibid., vol. 1571, No. 27531.", "the rights of the child"),
    }
    assert paired_notes(base, new) == {"1": "1", "2": "2"}


def test_of_equal_notes_the_one_in_the_same_place_stays_where_the_first_is_gone():
    base = {"1": CalledNote("Ibid.", "the port of the north"), "2": CalledNote("Ibid.", "ferries on rivers")}
    assert paired_notes(base, {"1": CalledNote("Ibid.", "ferries on rivers")}) == {"2": "1"}


def test_a_note_is_the_same_where_an_alike_one_comes_before_its_mark():
    base = {"1": CalledNote(_SERIES[0], "Recalling the treaties of all States")}
    new = {
        "1": CalledNote(_SERIES[1], "Recalling the treaties of all States"),
        "2": CalledNote(_SERIES[0], "Recalling the treaties of all States and others"),
    }
    assert paired_notes(base, new) == {"1": "2"}


def test_unlike_notes_do_not_answer_each_other():
    base = {"1": CalledNote("Resolution 74/901.", "Recalling")}
    assert paired_notes(base, {"1": CalledNote("See the annex to the report of the ferrymen.", "Recalling")}) == {}


def test_numbers_that_change_in_notes_of_one_series_are_marked_in_their_own_notes():
    def file(*series: str) -> bytes:
        called = (f"the treaty on {what}" for what in ("women", "children", "seafarers"))
        marked = [part for number, text in enumerate(called, 1) for part in (text, note_mark(number), ", ")]
        return word_file(p("Recalling ", *marked), p("Ends."), parts={"footnotes": footnotes(*series)})

    changed = (_SERIES[0].replace("27531", "37195"), _SERIES[1].replace("2171", "1577"), _SERIES[2])
    data = redline_of(file(*_SERIES), file(*changed)).data
    assert drawing(data)[0].count("*") == 3
    assert "[-" not in drawing(data)[0]
    assert [line for line in drawing(data, "word/footnotes.xml") if "[-" in line] == [
        " Ibid., vol. 1577, No. [-27531-]{+37195+}.",
        " Ibid., vol. [-2171-]{+1577+}, No. 27531.",
    ]
