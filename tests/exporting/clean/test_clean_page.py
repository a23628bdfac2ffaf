"""A draft as a page and as plain text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from draftdesk.exporting.clean.page import write_page
from draftdesk.exporting.clean.text import write_text
from draftdesk.model.draft import Draft
from draftdesk.reading.receive import receive
from draftdesk.workbench.files import load
from making_drafts import make_draft
from making_marks import set_by_hand

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


def shown(draft: Draft) -> list[object]:
    """What a reader sees; the symbol above the text is a line of its own in these forms."""
    seen = [p for p in draft.paragraphs if not p.is_hidden and p.text.strip() != draft.symbol]
    return [(p.kind, p.number, p.level, " ".join(p.text.split())) for p in seen]


@pytest.mark.parametrize("name", ["issued.docx", "rev1.docx", "rev2.docx"])
def test_a_page_is_read_again_with_kinds_numbers_and_notes(name: str) -> None:
    draft = load(str(SAMPLES / name)).draft
    back = receive(write_page(draft), "draft.html").drafts[0]
    assert shown(back) == shown(draft)
    assert [(note.mark, note.text) for note in back.notes] == [(note.mark, note.text) for note in draft.notes]


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    root = html.fromstring(write_page(load(str(SAMPLES / "rev1.docx")).draft))
    assert not root.xpath("//script | //link | //img | //iframe")
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]


def test_a_page_tells_language_and_direction_and_has_one_heading_of_the_first_level() -> None:
    draft = make_draft("TITLE: حالة الأنهار", "PP: إذ تشير إلى قرارها،", language="ar")
    root = html.fromstring(write_page(draft))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert root.xpath("count(//h1)") == 1


def test_what_is_typed_in_a_draft_is_no_markup_of_the_page() -> None:
    page = write_page(make_draft("PP: Recalling <b>its</b> earlier & other work,")).decode()
    assert "Recalling</i> &lt;b&gt;its&lt;/b&gt; earlier &amp; other work," in page


def test_plain_text_has_a_line_for_each_paragraph_and_sets_subparagraphs_in() -> None:
    draft = make_draft("OP 1: Urges all States:", "S1 (a): To adopt rules;", "OP 2: Decides to remain seized.")
    assert write_text(draft).decode() == (
        "1. Urges all States:\n\n    (a) To adopt rules;\n\n2. Decides to remain seized.\n"
    )


def test_plain_text_is_read_again_with_its_kinds_and_numbers() -> None:
    draft = load(str(SAMPLES / "issued.docx")).draft
    back = receive(write_text(draft), "draft.txt").drafts[0]
    plain = [(kind, number) for kind, number, _, _ in shown(draft)]
    assert [(kind, number) for kind, number, _, _ in shown(back)] == plain


def test_what_was_set_by_hand_is_in_the_page_and_read_again_and_not_in_the_text() -> None:
    draft = set_by_hand(make_draft("PP: Recalling its resolution,", "OP 1: Urges all States to fit [green] lights;"))
    assert "to fit <mark>[</mark><b>green</b><mark>]</mark> lights;" in write_page(draft).decode()
    back = receive(write_page(draft), "draft.html").drafts[0]
    assert back.paragraphs[1].runs_in_text()[1:] == draft.paragraphs[1].runs_in_text()[1:]
    assert "Urges all States to fit [green] lights;" in write_text(draft).decode()
