"""Comments that came with the files stand beside their paragraphs, and in no file that did not have them."""

import io
import zipfile
from dataclasses import replace

import pytest

from draftdesk.exporting.printed.values import Heading, Table
from draftdesk.model.draft import Comment
from draftdesk.reading.receive import receive
from draftdesk.workbench.change_report import change_report
from draftdesk.workbench.comments_beside import all_comments, comments_beside, count_told
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.desk.decisions import working_copy
from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import FoldLine
from draftdesk.workbench.draft_shape import recognised_shape
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.export_comparison import ComparisonForm, export_comparison
from making_drafts import make_draft
from making_redlines import redline_of
from making_word import i, p, word_file

BASE = make_draft("PP: Recalling,", "OP 1: Urges States;", "OP 2: Decides.", id_="base")
NEW = make_draft("PP: Recalling,", "OP 1: Urges all States;", "OP 2: Decides.", id_="new")
OF_BASE = (Comment("Norden", "2026-01-02T03:04:05Z", "Once a year?", 1), Comment("", "soon", "On the whole.", 0))
OF_NEW = (Comment("Suden", "", "Why all?", 2), Comment("Westen", "", "Yes.", 2))


def view(**how):
    drafts = replace(BASE, comments=OF_BASE), replace(NEW, comments=OF_NEW)
    return arrange(prepare(drafts, recognised_shape(drafts)[0]), **how)


def test_the_comments_of_a_row_say_who_when_and_where():
    shown = view(folds=False)
    told = [[(c.draft, c.paragraph, c.by, c.text) for c in comments_beside(shown, row)] for row in shown.rows]
    assert told == [
        [("base", "PP 1", "Norden, 2 January 2026", "Once a year?")],
        [("new", "OP 1", "Suden", "Why all?"), ("new", "OP 1", "Westen", "Yes.")],
        [],
    ]


def test_those_outside_the_text_come_last_and_all_are_counted():
    shown = view()
    assert [(c.paragraph, c.by) for c in all_comments(shown)][-1] == ("", "Unknown author, soon")
    assert count_told(shown.drafts) == "4 comments"
    assert count_told([BASE]) == ""


def test_a_cell_knows_how_many_and_a_fold_says_how_many_it_hides():
    shown = view()
    changed = next(row for row in shown.rows if row.is_changed)
    assert [cell_content(shown, changed, column).blocks[0].comments for column in (0, 1)] == [0, 2]
    folds = [item.detail for item in shown.items if isinstance(item, FoldLine)]
    assert folds == ["unchanged, 1 comment", "unchanged"]


def test_a_working_draft_begins_without_the_comments_of_its_file():
    assert working_copy(replace(BASE, comments=OF_BASE)).comments == ()


def test_the_report_tells_all_of_them_at_its_end():
    blocks = change_report(view().comparison).blocks
    at = next(k for k, b in enumerate(blocks) if isinstance(b, Heading) and b.text == "Comments in the files (4)")
    table = blocks[at + 1]
    assert isinstance(table, Table)
    assert [row.cells[0].lines[0].text for row in table.rows] == [
        "base, PP 1",
        "new, OP 1",
        "new, OP 1",
        "base, outside the text",
    ]
    assert [line.text for line in table.rows[0].cells[1].lines] == ["Norden, 2 January 2026", "Once a year?"]


def commented(words, comment):
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    told = f'<w:comment w:id="0" w:author="Norden" w:date="2026-01-02T03:04:05Z">{p(comment)}</w:comment>'
    text = (
        p(i("Recalling"), " its resolution,"),
        p("1.\t", i("Urges"), " States;"),
        p("2.\t", i("Notes"), words, mark),
    )
    return word_file(*text, parts={"comments": told})


def words_in(package):
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def test_a_redline_has_the_comments_of_the_base_and_none_of_the_new_text():
    made = redline_of(
        commented(" the report.", "secret of base"), commented(" all reports; and more.", "secret of new")
    )
    assert b"secret of base" in words_in(made.data)
    assert b"secret of new" not in words_in(made.data)


@pytest.mark.parametrize("form", [ComparisonForm.TABLE, ComparisonForm.CONCORDANCE, ComparisonForm.PAGE])
def test_a_clean_file_a_table_a_concordance_and_a_page_have_none(form):
    draft = receive(commented(" the report.", "secret"), "a.docx").drafts[0]
    assert draft.comments[0].text == "secret"
    other = replace(draft, id="other", name="b.docx")
    comparison = prepare((draft, other), recognised_shape((draft, other))[0])
    for name in ("out.docx", "out.html")[form is ComparisonForm.PAGE :]:
        data = export_comparison(comparison, form, name)
        assert b"secret" not in (words_in(data) if name.endswith(".docx") else data)
    assert b"secret" not in words_in(export_clean(draft))
