"""The one walk through Word XML."""

from __future__ import annotations

from draftdesk.wordml.names import w
from draftdesk.wordml.package import open_package
from draftdesk.wordml.walker import FlatParagraph, walk, walked
from making_word import note_mark, p, r, table, word_file


def paragraphs(*blocks: str) -> list[FlatParagraph]:
    package = open_package(word_file(*blocks), "test.docx")
    return walk(package.xml(package.main_part).find(w("body")))


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
    assert [piece.element.get(w("id")) for piece in one.pieces if piece.shown] == ["3"]


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
    assert [(piece.start, piece.end) for piece in one.pieces] == [(0, 6), (6, 16)]
    assert one.pieces[1].run is one.element[1]


def test_where_the_setting_of_runs_changes_is_told():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
    (one,) = paragraphs(p("ab", "c", bold.format("d"), bold.format("e"), "fg", "h"))
    assert [(start, properties is not None) for start, properties, _ in one.turns] == [
        (3, True),
        (4, True),
        (5, False),
    ]


def test_a_run_in_a_run_has_its_own_setting_and_gives_back_that_of_the_other():
    ruby = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:ruby><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby>"
        "<w:t>c</w:t></w:r>"
    )
    (one,) = paragraphs(p(ruby))
    assert [(start, properties is not None) for start, properties, _ in one.turns] == [
        (0, True),
        (1, False),
        (2, True),
    ]


def test_paragraphs_that_are_let_go_one_by_one_are_the_same():
    package = open_package(word_file(p("one"), table(["two"], ["three"]), p("four")), "test.docx")
    body = package.xml(package.main_part).find(w("body"))
    assert [(flat.ordinal, flat.text, flat.place) for flat in walked(body)] == [
        (flat.ordinal, flat.text, flat.place) for flat in walk(body)
    ]
