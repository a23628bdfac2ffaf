"""Tokens keep whole what a reader sees as one, and lose nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.wording.tokens import TokenKind, tokens_of

UNITS = (
    "ferry", " ", "\u00a0", "\n", ",", "78/406", " of ", "19 December 2023", "well-being", "\ufffc", PARAGRAPH_BREAK,
    "A/79/L.3", "1,500", "渡轮", "“", "\n2/22\n", "e\u0301", "-", "’", "العبارات", "\u00ad",
)  # fmt: skip
PIECES = st.lists(st.sampled_from(UNITS)).map("".join)


@given(st.one_of(st.text(), PIECES))
def test_tokens_joined_give_the_text_back(text):
    assert "".join(token.of(text) for token in tokens_of(text)) == text


@pytest.mark.parametrize(
    "whole",
    [
        "well-being",
        "A/RES/78/406",
        "A/C.3/79/L.12/Rev.1",
        "78/406",
        "217 A (III)",
        "19 December 2023",
        "78/406 of 19 December 2023",
        "1,500",
        "3.5",
        "Acknow\u00adledging",
        "state’s",
        "30 days",
        "1.5 million",
        "5 per cent",
        "5\u00a0%",
        "2,5 millions",
        "30 jours",
        "30 días",
        "30 дней",
        "1er mai 2025",
        "2 de mayo de 2025",
        "2 мая 2025 года",
        "78/406, de 19 de diciembre de 2023",
        "78/406 от 19 декабря 2023 года",
        "S/RES/1325 (2000)",
    ],
)
def test_a_unit_is_one_token(whole):
    text = f"see {whole}, and"
    assert whole in [token.of(text) for token in tokens_of(text)]


@pytest.mark.parametrize("whole", ["2025年5月2日", "2023年12月19日第78/406号", "A/79/12"])
def test_a_unit_between_chinese_characters_is_one_token(whole):
    text = f"回顾{whole}决议"
    assert whole in [token.of(text) for token in tokens_of(text)]


def test_a_unit_in_an_arabic_text_is_one_token():
    text = "القرار 78/406 المؤرخ 19 كانون الأول/ديسمبر 2023 بشأن العبارات"
    assert "78/406 المؤرخ 19 كانون الأول/ديسمبر 2023" in [token.of(text) for token in tokens_of(text)]


def test_a_year_and_a_number_of_other_things_stay_alone():
    forms = [token.form for token in tokens_of("30 ferries in 2030")]
    assert "30" in forms
    assert "ferries" in forms


def test_chinese_goes_by_character():
    assert [token.of("渡轮安全") for token in tokens_of("渡轮安全")] == ["渡", "轮", "安", "全"]


def test_a_page_header_inside_a_paragraph_is_one_token_without_form():
    text = "the safety of\n2/22\nA/79/L.3\ninland ferries"
    headers = [token for token in tokens_of(text) if token.kind is TokenKind.FURNITURE]
    assert [token.of(text) for token in headers] == ["\n2/22\nA/79/L.3"]
    assert headers[0].form == ""


def test_objects_and_breaks_are_tokens_of_their_own():
    kinds = [token.kind for token in tokens_of(f"piers\ufffc;{PARAGRAPH_BREAK}Decides")]
    assert kinds == [TokenKind.WORD, TokenKind.OBJECT, TokenKind.MARK, TokenKind.BREAK, TokenKind.WORD]
