"""Tables in clean forms: every cell in its column, empty ones too."""

from __future__ import annotations

import pytest

from draftdesk.model.draft import Draft
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_clean import export_clean
from making_word import i, p, table, word_file

BASE = word_file(
    p("\t1.\t", i("Urges"), " all States to apply the schedule;"),
    table(["Vessel", "Months", "By"], ["Rafts", "", "Owners"], ["", "6", ""]),
)


def cells(draft: Draft) -> list[tuple[int, int, str]]:
    placed = [(one.place, one.text) for one in draft.paragraphs if one.place is not None]
    return [(place.row, place.column, text) for place, text in placed if place is not None and text]


@pytest.mark.parametrize("form", ["newyork", "geneva", "akn", "html"])
def test_cells_behind_an_empty_one_stay_in_their_columns(form: str) -> None:
    draft = receive(BASE, "x.docx").drafts[0]
    back = receive(export_clean(draft, form, "2026-11-29"), "back").drafts[0]
    assert cells(back) == cells(draft)
    assert (1, 2, "Owners") in cells(back)


def test_a_row_of_plain_text_has_a_tab_for_each_cell() -> None:
    text = export_clean(receive(BASE, "x.docx").drafts[0], "text").decode()
    assert "Rafts\t\tOwners" in text
    assert "\t6\t" in text
