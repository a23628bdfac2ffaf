"""What the File menu writes besides redlines: the comparison, for people who do not have draftdesk."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftdesk.model.draft import FINAL, ORIGINAL
from draftdesk.reading.receive import receive


@pytest.mark.parametrize("form", ["table", "concordance", "report", "page", "amendments"])
def test_the_comparison_on_the_desk_is_written_for_others(window, hands, tmp_path, form):
    hands.open("issued.docx", "zero-draft.docx", "rev1.docx")
    asked = []
    window.exporting.ask_name = lambda title, suggested: (
        asked.append(suggested) or str(tmp_path / Path(suggested).name)
    )
    window.actions_[form].trigger()
    hands.settle()
    (path,) = [tmp_path / Path(suggested).name for suggested in asked]
    assert f"Written: {path.name}" in window.bar.text
    assert path.stat().st_size > 2000
    assert path.name == f"issued_{form}.{'html' if form == 'page' else 'docx'}"


@pytest.mark.parametrize(
    ("action", "office"), [("clean", "New York"), ("clean_newyork", "New York"), ("clean_geneva", "Geneva")]
)
def test_a_clean_file_is_in_the_form_of_its_organ_or_in_the_one_that_is_chosen(
    window, hands, tmp_path, action, office
):
    hands.open("issued.docx")
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "clean.docx")
    window.actions_[action].trigger()
    hands.settle()
    assert f"Clean file written in the form of {office}: clean.docx" in window.bar.text
    assert (tmp_path / "clean.docx").stat().st_size > 2000


def test_a_comparison_under_a_wrong_suffix_is_refused_and_nothing_is_written(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx")
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "table.pdf")
    window.actions_["table"].trigger()
    hands.settle()
    assert "Choose a name that ends in .docx" in window.bar.text
    assert list(tmp_path.glob("table.pdf")) == []


def test_no_name_is_asked_for_where_the_base_is_no_word_file_and_a_table_is_offered(window, hands, tmp_path):
    hands.open("rev2.pdf", "rev1.docx")
    desk = window.session.desk
    window.session.attempt(
        lambda: desk.set_base(next(one for one in desk.columns if one.name == "rev2.pdf").draft_id)
    )
    hands.settle()
    asked = []
    window.exporting.ask_name = lambda title, suggested: (asked.append(title), str(tmp_path / "out.docx"))[1]
    window.actions_["redline"].trigger()
    assert asked == []
    assert window.bar.text == "A Word redline needs a Word file as its base; rev2.pdf is not one."
    next(button for button in window.bar.buttons if button.text() == "Export comparison table").click()
    hands.settle()
    assert asked == ["Export comparison table"]
    assert (tmp_path / "out.docx").stat().st_size > 2000


def test_a_single_draft_has_no_comparison_to_export(window, hands):
    hands.open("issued.docx")
    assert not any(
        window.actions_[form].isEnabled() for form in ("table", "concordance", "report", "page", "amendments")
    )


def test_the_working_draft_is_a_column_of_the_page_under_a_name_of_its_own(window, hands, tmp_path):
    hands.open("issued.docx")
    window.actions_["working"].trigger()
    desk = window.session.desk
    urged = next(one for one in desk.working_draft.paragraphs if one.text.startswith("Urges"))
    window.session.attempt(lambda: desk.reword(urged.id.serial, urged.text.replace("Urges", "Invites", 1)))
    hands.settle()
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "page.html")
    window.actions_["page"].trigger()
    hands.settle()
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Urges → Invites: weaker" in page
    assert "<h1>A/RES/79/912 → Working draft</h1>" in page


def test_a_tick_leaves_names_and_times_out_of_what_is_exported_and_says_so(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx")
    window.exporting.ask_name = lambda title, suggested: str(tmp_path / "redline.docx")
    window.actions_["clean_metadata"].trigger()
    window.actions_["redline"].trigger()
    hands.settle()
    assert window.actions_["clean_metadata"].isChecked()
    assert "Changes and comments still name" in window.bar.text
    assert (tmp_path / "redline.docx").stat().st_size > 2000


def test_the_dialog_says_of_which_draft_a_file_will_be(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    asked = []
    window.exporting.ask_name = lambda title, suggested: asked.append(title) or ""
    window.workplace.rows.current_column = 1
    window.actions_["redline"].trigger()
    window.workplace.rows.current_column = 2
    hands.press("Ctrl+E")
    hands.settle()
    window.workplace.rows.current_column = 1
    window.actions_["redline"].trigger()
    window.actions_["clean"].trigger()
    assert asked == [
        "Export redline: rev1 on A/RES/79/912",
        "Export redline: Working draft on A/RES/79/912",
        "Export clean Word file: Working draft",
    ]


def test_beside_a_working_draft_the_menu_of_a_head_writes_the_redline_of_its_own_draft(window, hands, tmp_path):
    hands.open("issued.docx", "rev1.docx", "rev2.docx")
    window.actions_["working"].trigger()
    hands.settle()
    asked = []
    window.exporting.ask_name = lambda title, suggested: asked.append(title) or str(tmp_path / "out.docx")
    entries = {entry.text(): entry for entry in window.column_menu(1).actions()}
    entries["Export a redline of this draft…"].trigger()
    hands.settle()
    assert asked == ["Export redline: rev1 on A/RES/79/912"]
    written = (tmp_path / "out.docx").read_bytes()
    for view, number in ((ORIGINAL, 0), (FINAL, 1)):
        texts = [one.text for one in receive(written, "out.docx", view).drafts[0].paragraphs if one.text]
        assert texts == [one.text for one in window.session.desk.drafts[number].paragraphs if one.text]
    base = {entry.text(): entry for entry in window.column_menu(0).actions()}
    assert not base["Export a redline of this draft…"].isEnabled()
