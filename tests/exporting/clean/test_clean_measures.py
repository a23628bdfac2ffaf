"""A clean file beside the official one, both laid out by LibreOffice and measured on the page, in points."""

from __future__ import annotations

from draftdesk.exporting.clean.word import write_clean
from draftdesk.reading.receive import receive
from measuring_pages import (
    Differences,
    compare_margins,
    compare_notes,
    compare_pages,
    converted,
    spaced_by_hand,
    without_compatibility_mode,
)

FILES = 14
HALF_A_POINT = 0.5
TEXT = ("enacting", "preambular", "operative", "sub1", "sub2", "declaration", "source_note")
HEADINGS = ("agenda", "title", "heading", "session", "meeting_line")
"""Set by hand, to fit a page, more often than text is."""

MARGINS = (
    "masthead",
    "masthead symbol",
    "organ",
    "distribution",
    "date of issue",
    "running symbol",
    "running title",
    "page number",
)

BY_HAND = {("page number", "height on page"), ("running title", "height on page")}
"""The page number stands beside a job number of changing height; long titles are broken by hand."""


def test_every_kind_stands_where_it_stands_in_official_files(shared, soffice, tmp_path, record_figures):
    folder = shared / "corpus" / "word_official"
    files = sorted(folder.glob("*.DOC"))
    chosen = files[:: len(files) // FILES][:FILES]
    drafts = {file.stem: receive(file.read_bytes(), file.name).drafts[0] for file in chosen}
    official, ours = tmp_path / "official", tmp_path / "clean"
    for place in (official, ours):
        place.mkdir()
    for file in chosen:
        (official / f"{file.stem}.docx").write_bytes(without_compatibility_mode(file.read_bytes()))
        (ours / f"{file.stem}.docx").write_bytes(write_clean(drafts[file.stem], issued=True))
    sets = [
        converted(soffice, tmp_path / f"{place.name}-pages", tmp_path / "profile", *sorted(place.iterdir()))
        for place in (official, ours)
    ]
    differences = Differences()
    for file in chosen:
        theirs, own, draft = sets[0][file.stem], sets[1][file.stem], drafts[file.stem]
        compare_pages(theirs, own, draft, spaced_by_hand(file.read_bytes()), differences)
        compare_notes(theirs, own, draft, differences)
        compare_margins(theirs, own, draft, differences)
    for kind, largest in sorted(differences.largest().items()):
        record_figures(f"largest difference, {kind}", largest)
    assert differences.measured > 500
    assert differences.broken_elsewhere < 0.1 * differences.measured
    found = {key: every for key, every in differences.found.items() if len(every) >= 3 and key not in BY_HAND}
    shares = {key: _share_within(every) for key, every in found.items()}
    for kinds, least in ((TEXT, 0.99), (MARGINS, 0.98), (("footnote",), 0.9), (HEADINGS, 0.7)):
        apart = {key: share for key, share in shares.items() if key[0] in kinds and share < least}
        assert apart == {}, {key: sorted(differences.found[key])[-3:] for key in apart}


def _share_within(every: list[tuple[float, str]]) -> float:
    return sum(difference <= HALF_A_POINT for difference, _ in every) / len(every)
