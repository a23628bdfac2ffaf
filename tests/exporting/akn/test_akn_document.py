"""A draft as Akoma Ntoso, read again by the reader of published files."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from draftdesk.exporting.akn.document import write_akn
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph
from draftdesk.reading.akn.file import read_akn_file
from draftdesk.workbench.files import load
from making_drafts import make_draft
from making_marks import set_by_hand

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


def again(draft: Draft) -> Draft:
    return read_akn_file(write_akn(draft, "2026-11-28"), "draft.xml", "").drafts[0]


def said(paragraph: Paragraph) -> tuple[object, ...]:
    text = paragraph.text
    runs = tuple((run.span.of(text), run.marks, run.link) for run in paragraph.runs_in_text())
    return paragraph.kind, paragraph.number, paragraph.level, " ".join(text.split()), runs


def shown(draft: Draft) -> list[object]:
    notes = [(note.mark, [said(paragraph) for paragraph in note.paragraphs]) for note in draft.notes]
    particulars = (draft.symbol, draft.session, draft.title, draft.language)
    return [*(said(p) for p in draft.paragraphs if not p.is_hidden), notes, particulars]


@pytest.mark.parametrize("name", ["issued.docx", "rev1.docx", "rev2.docx"])
def test_a_sample_comes_back_with_kinds_numbers_italics_and_notes(name: str) -> None:
    draft = load(str(SAMPLES / name)).draft
    assert shown(again(draft)) == shown(draft)


@pytest.mark.parametrize("language", ["english", "french", "spanish", "russian", "arabic", "chinese"])
def test_published_texts_come_back_equal(shared: Path, language: str) -> None:
    paths = sorted(shared.glob(f"corpus/akn/*/{language}/*.xml"))[:4]
    assert paths
    for path in paths:
        draft = load(str(path)).draft
        assert shown(again(draft)) == shown(draft), path.name


def test_subparagraphs_are_points_of_nested_lists() -> None:
    draft = make_draft(
        "EN: The General Assembly,",
        "OP 1: Urges all States:",
        "S1 (a): To adopt rules:",
        "S2 (i): On water;",
        "S2 (ii): On ferries;",
        "S1 (b): To publish them;",
        "OP 2: Decides to remain seized of the matter.",
    )
    root = etree.fromstring(write_akn(draft))
    points = [number.text for number in root.iter("{*}num") if number.text.startswith("(")]
    assert points == ["(a)", "(i)", "(ii)", "(b)"]
    inner = root.find(".//{*}point/{*}list/{*}intro/{*}p")
    assert inner is not None
    assert inner.text == "To adopt rules:"


def test_ids_are_each_given_once_and_the_same_draft_gives_the_same_bytes() -> None:
    draft = load(str(SAMPLES / "rev1.docx")).draft
    root = etree.fromstring(write_akn(draft))
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))
    assert write_akn(draft) == write_akn(draft)


def test_the_identification_names_actor_date_and_number() -> None:
    root = etree.fromstring(write_akn(load(str(SAMPLES / "issued.docx")).draft, "2026-11-28"))
    this = root.find(".//{*}FRBRWork/{*}FRBRuri")
    assert this is not None
    assert this.get("value") == "/akn/un/statement/deliberation/unga/2026-11-28/79-912"


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    draft = make_draft("PP: Recalling\x0b its earlier & <work>,")
    assert again(draft).paragraphs[0].text == "Recalling its earlier & <work>,"


def test_what_was_set_by_hand_comes_back() -> None:
    text = "Urges all States to fit [green] lights;"
    draft = set_by_hand(make_draft("PP: Recalling its resolution,", f"OP 1: {text}"))
    assert [(run.span.of(text), run.marks) for run in again(draft).paragraphs[1].runs_in_text()] == [
        ("Urges", {Mark.ITALIC}),
        ("[", {Mark.HIGHLIGHT}),
        ("green", {Mark.BOLD}),
        ("]", {Mark.HIGHLIGHT}),
    ]
