"""Ordinals of other languages than English: written as sessions are named, and read back."""

from __future__ import annotations

import pytest

from draftdesk.wording.ordinals import (
    arabic_ordinal,
    chinese_number,
    french_ordinal,
    russian_ordinal,
    spanish_ordinal,
    value_of_arabic,
    value_of_chinese,
    value_of_french,
    value_of_russian,
    value_of_spanish,
)


@pytest.mark.parametrize(
    ("value", "french", "spanish"),
    [
        (1, "première", "primer"),
        (5, "cinquième", "quinto"),
        (9, "neuvième", "noveno"),
        (21, "vingt et unième", "vigésimo primer"),
        (61, "soixante et unième", "sexagésimo primer"),
        (70, "soixante-dixième", "septuagésimo"),
        (71, "soixante et onzième", "septuagésimo primer"),
        (77, "soixante-dix-septième", "septuagésimo séptimo"),
        (80, "quatre-vingtième", "octogésimo"),
        (81, "quatre-vingt-unième", "octogésimo primer"),
        (91, "quatre-vingt-onzième", "nonagésimo primer"),
        (100, "centième", "centésimo"),
        (101, "cent unième", "centésimo primer"),
    ],
)
def test_a_session_is_named_as_resolutions_name_it(value, french, spanish):
    assert french_ordinal(value) == french
    assert spanish_ordinal(value) == spanish


def test_what_is_written_is_read_back_whatever_the_capital_and_the_hyphens():
    assert all(value_of_french(french_ordinal(value).capitalize()) == value for value in range(1, 110))
    assert all(value_of_spanish(spanish_ordinal(value).capitalize()) == value for value in range(1, 110))
    assert value_of_french("soixante\u2011dix\u2011huitième") == 78
    assert value_of_french("vingt et\u00a0unième") == 21
    assert value_of_spanish("octogésimo\u00a0primer") == 81
    assert value_of_french("prochaine") is None


@pytest.mark.parametrize(
    ("value", "russian", "arabic", "chinese"),
    [
        (3, "третьей", "الثالثة", "三"),
        (10, "десятой", "العاشرة", "十"),
        (11, "одиннадцатой", "الحادية عشرة", "十一"),
        (40, "сороковой", "الأربعين", "四十"),
        (78, "семьдесят восьмой", "الثامنة والسبعين", "七十八"),
        (80, "восьмидесятой", "الثمانين", "八十"),
        (83, "восемьдесят третьей", "الثالثة والثمانين", "八十三"),
        (90, "девяностой", "التسعين", "九十"),
        (99, "девяносто девятой", "التاسعة والتسعين", "九十九"),
    ],
)
def test_a_session_is_named_in_the_case_of_another(value, russian, arabic, chinese):
    assert russian_ordinal(value, "семьдесят седьмой") == russian
    assert arabic_ordinal(value, "السابعة والسبعين") == arabic
    assert chinese_number(value) == chinese


def test_a_session_line_stands_in_the_nominative():
    assert russian_ordinal(83, "Семьдесят седьмая") == "восемьдесят третья"
    assert arabic_ordinal(80, "السابعة والسبعون") == "الثمانون"


def test_every_session_that_is_named_is_read_back():
    for value in range(1, 100):
        for case in ("первая", "первой", "первую"):
            assert value_of_russian(russian_ordinal(value, case)) == value
        for case in ("السبعون", "السبعين"):
            assert value_of_arabic(arabic_ordinal(value, case)) == value
        assert value_of_chinese(chinese_number(value)) == value


def test_a_hundred_and_more_is_counted_in_chinese_with_its_nought():
    assert [chinese_number(value) for value in (100, 101, 110, 119)] == ["一百", "一百零一", "一百一十", "一百一十九"]
