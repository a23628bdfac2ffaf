"""The one walk through Word XML."""

from __future__ import annotations

from lxml import etree

from draftdesk.wordml.names import w
from draftdesk.wordml.package import open_package
from draftdesk.wordml.walker import FlatParagraph, pieces_of, walk, walked
from making_word import note_mark, p, r, table, word_file


def paragraphs(*blocks: str) -> list[FlatParagraph]:
    return walk(body(*blocks))


def body(*blocks: str) -> etree._Element:
    package = open_package(word_file(*blocks), "test.docx")
    return package.xml(package.main_part).find(w("body"))


def turns(*blocks: str) -> list[tuple[int, bool]]:
    """Where the first paragraph's setting changes, and whether it is set by itself from there on."""
    _, first = next(walked(body(*blocks)))
    return [(turn.start, turn.properties is not None) for turn in first]


def test_runs_split_at_random_are_one_text():
    assert paragraphs(p("7", "1", "/3 of 1", "6 June"))[0].text == "71/3 of 16 June"


def test_tabs_breaks_and_hyphens_are_characters():
    (one,) = paragraphs(p(r("\t1.\t"), "<w:r><w:t>post</w:t><w:noBreakHyphen/><w:t>war</w:t><w:br/></w:r>"))
    assert one.text == "\t1.\tpost\u2011war\n"


def test_blanks_at_the_ends_count_only_when_preserved():
    (one,) = paragraphs(p("<w:r><w:t> a </w:t></w:r>", '<w:r><w:t xml:space="preserve"> b </w:t></w:r>'))
    assert one.text == "a b "


def test_a_note_mark_is_one_character_with_its_element():
    (one,) = paragraphs(p("report", note_mark(3), " of"))
    assert one.text == "report\ufffc of"
    assert [piece.element.get(w("id")) for piece in pieces_of(one) if piece.shown] == ["3"]


def test_links_and_field_results_are_text_and_field_codes_are_not():
    link = '<w:hyperlink r:id="rId9"><w:r><w:t>71/1</w:t></w:r></w:hyperlink>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/><w:t>4</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert paragraphs(p("resolution ", link, ", page ", field))[0].text == "resolution 71/1, page 4"


def test_cells_count_in_document_order_and_know_their_place():
    found = paragraphs(p("before"), table(["a", "b"], ["c", "d"]), p("after"))
    assert [(one.ordinal, one.text) for one in found] == list(enumerate(["before", "a", "b", "c", "d", "after"]))
    places = [(one.place.table, one.place.row, one.place.column) for one in found if one.place]
    assert places == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]


def test_offsets_lead_to_the_runs_that_hold_them():
    (one,) = paragraphs(p("Urges ", "all States"))
    assert [(piece.start, piece.end) for piece in pieces_of(one)] == [(0, 6), (6, 16)]
    assert pieces_of(one)[1].run is one.element[1]


def test_where_the_setting_of_runs_changes_is_told():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    assert turns(p("ab", "c", bold.format("d"), bold.format("e"), "fg", "h")) == [(3, True), (4, True), (5, False)]


def test_a_run_in_a_run_has_its_own_setting_and_gives_back_that_of_the_other():
    ruby = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:ruby><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby>"
        "<w:t>c</w:t></w:r>"
    )
    assert turns(p(ruby)) == [(0, True), (1, False), (2, True)]


def test_the_pieces_of_a_paragraph_in_the_middle_of_a_field_are_known_without_those_before():
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    result = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    first, second = paragraphs(p("a", code), p("code", result, "b"))
    assert (first.text, second.text) == ("a", "b")
    assert [(piece.start, piece.text) for piece in pieces_of(second)] == [(0, "b")]


def test_paragraphs_one_by_one_are_the_same():
    blocks = p("one"), table(["two"], ["three"]), p("four")
    assert [(flat.ordinal, flat.text, flat.place) for flat, _ in walked(body(*blocks))] == [
        (flat.ordinal, flat.text, flat.place) for flat in paragraphs(*blocks)
    ]
