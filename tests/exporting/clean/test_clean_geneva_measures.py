"""The Geneva form beside a file made with the template of that office, both laid out and measured, in points."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from measuring_pages import Differences, compare_margins, compare_notes, compare_pages, converted

HALF_A_POINT = 0.5
SUBPARAGRAPHS = (ParagraphKind.SUB1, ParagraphKind.SUB2)
HEADS = ("masthead", "masthead symbol", "distribution", "date of issue", "running symbol")
SPACED_BY_HAND = ("sub1", "space before")


def test_subparagraphs_notes_masthead_and_headers_stand_where_they_stand_in_geneva(
    shared, soffice, tmp_path, record_figures
):
    file = shared / "corpus" / "word_files" / "un" / "unfccc_cma2021_decision.docx"
    draft = receive(file.read_bytes(), file.name).drafts[0]
    ours = tmp_path / "clean.docx"
    ours.write_bytes(write_clean(draft, "geneva", issued=True))
    laid_out = converted(soffice, tmp_path / "pages", tmp_path / "profile", file, ours)
    pages = laid_out[file.stem], laid_out[ours.stem]
    differences = Differences()
    subparagraphs = tuple(one for one in draft.paragraphs if one.kind in SUBPARAGRAPHS)
    compare_pages(*pages, replace(draft, paragraphs=subparagraphs), set(), differences)
    compare_notes(*pages, draft, differences)
    compare_margins(*pages, draft, differences)
    for kind, largest in sorted(differences.largest().items()):
        record_figures(f"largest difference in Geneva, {kind}", largest)
    assert differences.measured > 250
    shares = {
        key: sum(difference <= HALF_A_POINT for difference, _ in every) / len(every)
        for key, every in differences.found.items()
    }
    for kinds, least in ((("sub1", "sub2"), 0.97), (HEADS, 1.0), (("footnote",), 0.9)):
        apart = {key: share for key, share in shares.items() if key[0] in kinds and share < least}
        assert set(apart) <= {SPACED_BY_HAND}, apart
