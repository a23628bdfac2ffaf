"""Forms as files, and last year's text as the working draft with the updates that were ticked."""

from __future__ import annotations

import pytest

from draftdesk.drafting.form import Form
from draftdesk.errors import DraftingError, WorkspaceError
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.new_text import form_file, update_entries
from draftdesk.workspace.store import Workspace


@pytest.mark.parametrize("form", list(Form))
def test_a_form_as_a_file_reads_back_with_a_place_for_each_thing(form):
    draft = receive(form_file(form.value), "form.docx").drafts[0]
    texts = {p.kind: p.text for p in draft.paragraphs if p.text.strip() and not p.is_hidden}

    assert texts[ParagraphKind.PREAMBULAR] == "Recalling …,"
    assert texts[ParagraphKind.ENACTING].startswith("The ")
    assert (ParagraphKind.TITLE in texts) is (form is not Form.SECURITY)
    if form is Form.SECURITY:
        assert texts[ParagraphKind.OPERATIVE] == "Decides to remain seized of the matter."


def test_a_form_that_there_is_not_is_told_with_those_that_there_are():
    with pytest.raises(DraftingError, match="committee"):
        form_file("fao")


@pytest.fixture
def desk(tmp_path):
    made = Desk(Workspace.open(tmp_path / "new.desk"))
    path = resource("samples", "issued.docx")
    made.add(receive(path.read_bytes(), path.name), str(path), path.read_bytes())
    yield made
    made.close()


def test_last_years_text_becomes_the_working_draft_with_the_updates_that_were_ticked_in_one_step(desk):
    source = desk.drafts[0]
    entries = update_entries(source)
    assert (entries[0].where, entries[0].old, entries[0].new) == ("Session", "Seventy-ninth", "Eighty-first")

    desk.start_rollover(source.id, [entries[0].update])

    working = desk.working_draft
    assert next(p.text for p in working.paragraphs if p.kind is ParagraphKind.SESSION) == "Eighty-first session"
    later = entries[-1]
    text = working.paragraphs[working.index_of(later.update.paragraph)].text
    assert later.update.span.of(text) == later.old
    assert desk.undo_label == "begin from last year's text, 1 update"
    with pytest.raises(WorkspaceError):
        desk.start_rollover(source.id, [])
    desk.undo()
    assert desk.working_draft is None


def test_what_stands_before_an_update_begins_with_a_whole_word(desk):
    befores = {entry.where: entry.before for entry in update_entries(desk.drafts[0])}
    assert befores["Session"] == "", "nothing is before it, so nothing is left out"
    assert befores["OP 18"] == "…Meeting of Riparian Authorities in "
    for before in befores.values():
        assert not before or f" {before.removeprefix('…').split()[0]} " in " ".join(
            p.text for p in desk.drafts[0].paragraphs
        )


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_the_form_of_an_amendment_is_read_back_as_one(language):
    read = receive(form_file("ga", text="amendment", language=language), "amendment.docx").drafts[0]
    kinds = [p.kind.value for p in read.paragraphs if not p.is_hidden]
    assert kinds == ["session", "agenda", "sponsors", "title", "body"]
    assert read.language == language


def test_the_empty_lines_of_a_form_are_named_in_the_language_of_the_interface(desk, interface_language):
    interface_language("fr")
    desk.start_form(Form.PLENARY)
    view = arrange(desk.comparison)
    named = [cell_content(view, row, 1).absence for row in view.rows if row.cells[1]]
    assert "Titre" in [one.text for one in named if one is not None]
    assert "Title" not in [one.text for one in named if one is not None]
