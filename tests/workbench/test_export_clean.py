"""What is exported clean is a draft, and says so."""

import io
import zipfile

from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.export_clean import export_clean


def sample():
    return receive(resource("samples", "issued.docx").read_bytes(), "issued.docx").drafts[0]


def texts(draft):
    return [draft.paragraphs[i].text for i in draft.visible]


def test_an_issued_text_comes_out_as_a_draft_with_the_same_words():
    data = export_clean(sample(), date="2026-11-04")
    again = receive(data, "clean.docx").drafts[0]
    assert [again.paragraphs[i].text for i in again.visible] == [
        sample().paragraphs[i].text for i in sample().visible
    ]
    masthead = zipfile.ZipFile(io.BytesIO(data)).read("word/header-first.xml").decode()
    assert "DRAFT" in masthead
    assert "Distr.:" not in masthead
