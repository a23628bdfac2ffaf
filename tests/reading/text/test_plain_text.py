"""Plain text: wrapped lines joined, furniture marked, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Doubt, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.reading.text.plain import draft_of_text

WRAPPED = """A/C.2/81/L.40
The General Assembly,
Recalling its resolution 79/412 of 20 December 2024 on the safety of inland
ferries, and noting that most accidents happen on short crossings near the
landing places,
Deeply concerned that overloading remains the main cause of loss of life on
inland waters,
1. Urges riparian States to adopt national rules on the loading of inland
ferries and on the number of passengers carried, as set out in paragraph
7. of the annex, and to publish them;
2. Decides:
(a) To hold a one-day meeting on the subject during its eighty-
second session;
(b) To invite the River Transport Commission.
2/3
"""


def read(text: str) -> Draft:
    return draft_of_text(text, "draft.txt", "d")


def shown(draft: Draft) -> list[tuple[str, str, str]]:
    return [
        (paragraph.kind.value, paragraph.number, paragraph.text)
        for paragraph in draft.paragraphs
        if not paragraph.is_hidden
    ]


def test_wrapped_lines_become_paragraphs():
    kinds = [(kind, number) for kind, number, _text in shown(read(WRAPPED))]
    assert kinds == [
        ("enacting", ""),
        ("preambular", ""),
        ("preambular", ""),
        ("operative", "1"),
        ("operative", "2"),
        ("sub1", "(a)"),
        ("sub1", "(b)"),
    ]


def test_a_hyphen_at_the_end_of_a_line_is_a_real_one():
    assert "eighty-second session" in {number: text for _, number, text in shown(read(WRAPPED))}["(a)"]


def test_a_number_in_mid_sentence_begins_no_paragraph():
    assert "as set out in paragraph 7. of the annex" in shown(read(WRAPPED))[3][2]


def test_symbol_and_page_number_are_furniture_and_stay():
    furniture = [one.source_text for one in read(WRAPPED).paragraphs if one.kind is ParagraphKind.FURNITURE]
    assert furniture == ["A/C.2/81/L.40", "2/3"]
    assert read(WRAPPED).symbol == "A/C.2/81/L.40"


def test_lines_that_are_not_wrapped_are_paragraphs_each():
    text = "The General Assembly,\n1. Urges all States to act;\n2. Decides to remain seized of the matter."
    assert [kind for kind, _number, _text in shown(read(text))] == ["enacting", "operative", "operative"]


def test_a_page_of_a_real_declaration(shared):
    data = (shared / "corpus" / "A_RES_65_230_page.txt").read_bytes()
    draft = receive(data, "page.txt").drafts[0]
    paragraphs = [one for one in draft.paragraphs if not one.is_hidden]
    assert [one.number for one in paragraphs] == [str(number) for number in range(41, 50)]
    assert {one.kind for one in paragraphs} == {ParagraphKind.DECLARATION}
    assert all(one.text.endswith(".") for one in paragraphs)
    assert draft.symbol == "A/RES/65/230"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_of_any_usual_encoding_read_the_same(encoding):
    received = receive("1. Urges “all” States – now;".encode(encoding), "draft.txt")
    assert received.drafts[0].paragraphs[0].text == "Urges “all” States – now;"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1))
def test_no_word_of_any_text_is_lost(text):
    draft = read(text)
    words = [word for paragraph in draft.paragraphs for word in paragraph.source_text.split()]
    assert "".join(words).replace(">", "") == "".join(text.split()).replace(">", "")


def test_what_a_reader_is_not_sure_of_has_its_reason():
    draft = draft_of_text(
        "The General Assembly,\n\nRecalling its resolution 75/1 of 21 September 2020,\n\nSafe landing places\n\n"
        "1. Requests the Secretary-General to report on ferries;\n\n2. Ferries shall carry lifebelts.\n",
        "x.txt",
        "d",
    )

    reasons = {paragraph.text[:7]: paragraph.doubts for paragraph in draft.paragraphs if not paragraph.is_hidden}
    assert reasons == {
        "The Gen": (),
        "Recalli": (),
        "Safe la": (Doubt.KIND_BY_LOOKS,),
        "Request": (),
        "Ferries": (Doubt.KIND_BY_NUMBER,),
    }
    for doubt in Doubt:
        assert render(message(doubt.value)).endswith(".")
