"""Redlines whose new text is no Word file: the working draft, and plain text."""

from __future__ import annotations

import pytest

from draftdesk.drafting import edits
from draftdesk.errors import ExportError
from draftdesk.exporting.redline.writer import WordSide, write_redline
from draftdesk.model.alignment import AlignmentTable, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE, drawing, part, parts
from making_word import footnotes, i, note_mark, p, word_file

SYMBOL = p("A/RES/80/1")
ENACTING = p("\t", i("The General Assembly"), ",")
FERRIES = p("\t", i("Recalling"), " its resolution 74/901 of 12\u00a0May 2020 on the safety of inland ferries,")
LIGHTS = p("\t1.\t", i("Urges"), " all States to fit lights on every ferry before the winter season;")
CREWS = p("\t2.\t", i("Requests"), " the harbour masters", note_mark(1), " to train their crews twice in each year;")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")
BASE = word_file(
    SYMBOL, p(), ENACTING, FERRIES, p(), LIGHTS, CREWS, REPORT, parts={"footnotes": footnotes(" A/80/12.")}
)


@pytest.fixture
def base() -> Draft:
    return receive(BASE, "base.docx").drafts[0]


def serial(draft: Draft, words: str) -> int:
    return next(paragraph.id.serial for paragraph in draft.paragraphs if words in paragraph.text)


def redlined(base: Draft, new: Draft) -> list[str]:
    return drawing(export_redline(base, BASE, new, None, "Norden", DATE).data)


def test_a_reworded_paragraph_of_the_working_draft_is_edited_in_place(base):
    new = edits.reword(base, serial(base, "fit lights"), "Begs all States to fit lights on every ferry;")

    lines = redlined(base, new)

    assert lines[5] == "→1.→[-Urges-]{+Begs+} all States to fit lights on every ferry[- before the winter season-];"


def test_a_new_operative_paragraph_takes_the_form_of_its_kin(base):
    new, _ = edits.insert_after(base, serial(base, "fit lights"), ParagraphKind.OPERATIVE, "Thanks the pilots;")

    assert redlined(base, new)[6:8] == [
        "{+→2.→Thanks the pilots;+}¶+",
        "→[-2-]{+3+}.→Requests the harbour masters* to train their crews twice in each year;",
    ]


def test_a_moved_paragraph_of_the_working_draft_is_a_tracked_move(base):
    new = edits.move(base, serial(base, "fit lights"), serial(base, "look at the matter"))

    lines = redlined(base, new)

    assert lines[5].startswith("<<→<<[-1-]<<.→Urges all States to fit lights")
    assert lines[8].startswith(">>→>>{+3+}>>.→Urges all States to fit lights")


def test_a_split_in_the_working_draft_costs_one_mark(base):
    at = base.paragraphs[base.index_of(serial(base, "fit lights"))].text.index(" before")
    new, _ = edits.split(base, serial(base, "fit lights"), at)

    lines = redlined(base, new)

    assert lines[5] == "→1.→Urges all States to fit lights on every ferry[- -]¶+"
    assert lines[6].endswith("before the winter season;")
    assert "[-before" not in "".join(lines)


def test_deleting_in_the_working_draft_leaves_all_else_as_it_was(base):
    new = edits.delete(base, serial(base, "look at the matter"))

    data = export_redline(base, BASE, new, None, "Norden", DATE).data

    assert drawing(data)[-1] == "[-→3.→Decides to look at the matter again at its eightieth session.-]"
    untouched = set(parts(BASE)) - {"word/document.xml"}
    assert all(parts(data)[name] == parts(BASE)[name] for name in untouched)


def test_a_text_changes_words_only_and_keeps_tabs_blanks_notes_and_furniture(base):
    text = (
        "The General Assembly,\n\n"
        "Recalling its resolution 74/901 of 12 May 2020 on the safety of inland ferries,\n\n"
        "1. Urges all States to fit lamps on every ferry before the winter season;\n\n"
        "2. Requests the harbour masters to train their crews twice in each year;\n\n"
        "3. Thanks the pilots;\n\n"
        "4. Decides to look at the matter again at its eightieth session.\n"
    )
    new = receive(text.encode(), "new.txt").drafts[0]

    lines = drawing(export_redline(base, BASE, new, text.encode(), "Norden", DATE).data)

    assert lines[2:] == [
        "→The General Assembly,",
        "→Recalling its resolution 74/901 of 12\u00a0May 2020 on the safety of inland ferries,",
        "",
        "→1.→Urges all States to fit [-lights-]{+lamps+} on every ferry before the winter season;",
        "→2.→Requests the harbour masters* to train their crews twice in each year;",
        "{+→3.→Thanks the pilots;+}¶+",
        "→[-3-]{+4+}.→Decides to look at the matter again at its eightieth session.",
    ]


def test_a_new_paragraph_of_a_text_has_its_opening_in_italics_like_its_kin(base):
    text = "\n\n".join(
        (
            "The General Assembly,",
            *(p.text for p in base.paragraphs[3:4]),
            "1. Thanks the pilots;",
            "2. Urges all States.",
        )
    )
    new = receive(text.encode(), "new.txt").drafts[0]

    data = export_redline(base, BASE, new, text.encode(), "Norden", DATE).data

    names = {"w": part(data).nsmap["w"]}
    italics = part(data).xpath("//w:ins/w:r[w:rPr/w:i]/w:t/text()", namespaces=names)
    assert "Thanks" in italics
    assert not any("pilots" in words for words in italics)


def test_a_base_that_is_no_word_file_is_refused(base):
    with pytest.raises(ExportError, match="needs a Word file as its base"):
        export_redline(base, b"The General Assembly,", base, None, "Norden", DATE)


def test_a_draft_that_was_read_from_another_file_is_refused(base):
    other = word_file(p("\tOther words"), SYMBOL, ENACTING, FERRIES, LIGHTS, CREWS, REPORT)
    table = AlignmentTable(Shape.PAIR, 2, ())

    with pytest.raises(ExportError, match="is not where it was read"):
        write_redline(WordSide(other, base), base, table, "Norden", DATE)


def test_the_same_input_gives_the_same_bytes(base):
    new = edits.reword(base, serial(base, "fit lights"), "Begs all States to fit lights on every ferry;")

    first, second = (export_redline(base, BASE, new, None, "Norden", DATE).data for _ in range(2))

    assert first == second
