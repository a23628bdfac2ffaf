"""The working draft as a clean file: what was written in the window stands there in the form of its kin."""

import pytest

from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workspace.store import Workspace

SUBPARAGRAPHS = ("To publish timetables;", "To train crews;", "To mark landing places;")


@pytest.fixture
def exported(tmp_path):
    """The issued sample with a new operative paragraph and three subparagraphs after its OP 4, read back."""
    data = resource("samples", "issued.docx").read_bytes()
    received = receive(data, "issued.docx")
    desk = Desk(Workspace.open(tmp_path / "desk"))
    desk.add(received, "issued.docx", data)
    desk.start_working(desk.drafts[0].id)
    fourth = next(p for p in desk.working_draft.paragraphs if p.number == "4")
    serial = desk.insert_after(fourth.id.serial, ParagraphKind.OPERATIVE, "Strongly encourages riparian States:")
    for text in SUBPARAGRAPHS:
        serial = desk.insert_after(serial, ParagraphKind.SUB1, text)
    clean = export_clean(desk.working_draft)
    desk.close()
    return receive(clean, "clean.docx").drafts[0]


def test_what_was_written_stands_between_its_neighbours(exported):
    texts = [p.source_text for p in exported.paragraphs]
    subs = [f"\t({label})\t{text}" for label, text in zip("abc", SUBPARAGRAPHS, strict=True)]
    at = next(i for i, text in enumerate(texts) if "Strongly encourages riparian" in text)
    assert texts[at - 1].startswith("\t4.\tCalls upon")
    assert texts[at] == "\t5.\tStrongly encourages riparian States:"
    assert texts[at + 1 : at + 4] == subs
    assert texts[at + 4].startswith("\t6.\tAlso calls upon")


def test_its_opening_is_in_italics(exported):
    written = next(p for p in exported.paragraphs if p.text.startswith("Strongly encourages riparian"))
    italics = [run.span.of(written.text) for run in written.runs_in_text() if Mark.ITALIC in run.marks]
    assert italics == ["Strongly encourages"]
