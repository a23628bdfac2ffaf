"""The figures that all language versions of a text share are found and evened out in each of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.wording.figures import FigureKind, figures
from draftdesk.wording.spelled_numbers import spelled_numbers

SAME = {
    "en": "Recalling its resolution 78/406 of 19 December 2023 and document A/79/12, on 1,500 piers and 2.5 per cent",
    "fr": "Rappelant sa résolution 78/406 du 19 décembre 2023 et le document A/79/12, sur 1 500 jetées et 2,5 %",
    "es": "Recordando su resolución 78/406, de 19 de diciembre de 2023, el documento A/79/12, 1.500 muelles y 2,5 %",
    "ru": "ссылаясь на резолюцию 78/406 от 19 декабря 2023 года и документ A/79/12, 1 500 причалов и 2,5 процента",
    "ar": "إذ تشير إلى القرار 78/406 المؤرخ 19 كانون الأول/ديسمبر 2023 والوثيقة A/79/12، 500 1 رصيف و 2,5 في المائة",
    "zh": "回顾2023年12月19日第78/406号决议和A/79/12号文件，1 500个码头和2.5%",
}


@pytest.mark.parametrize("language", SAME)
def test_every_language_has_the_same_figures(language):
    found = {(one.kind, one.value) for one in figures(SAME[language], language)}
    assert found == {
        (FigureKind.RESOLUTION, "78/406"),
        (FigureKind.NUMBER, "19"),
        (FigureKind.MONTH, "12"),
        (FigureKind.YEAR, "2023"),
        (FigureKind.SYMBOL, "A/79/12"),
        (FigureKind.NUMBER, "1500"),
        (FigureKind.NUMBER, "2.5"),
    }


def test_a_part_of_a_date_shows_the_whole_date():
    year = next(one for one in figures("le 2 mai 2025", "fr") if one.kind is FigureKind.YEAR)
    assert year.shown == "2 mai 2025"


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2.5 million passengers", "en", "25"),
        ("250万名乘客", "zh", "25"),
        ("2,5 millions de passagers", "fr", "25"),
        ("2 500 000 пассажиров", "ru", "25"),
    ],
)
def test_the_digits_that_count_are_the_same_however_large_numbers_are_written(text, language, value):
    (one,) = figures(text, language)
    assert one.digits == value


def test_arabic_digits_of_the_east_and_an_arabic_decimal_are_read():
    assert [one.value for one in figures("في ١٢ سفينة", "ar")] == ["12"]
    read = {one.value: one.is_sure for one in figures("نسبة 3-8 في المائة", "ar")}
    assert read == {"3": False, "8": False, "3.8": False}


def test_a_month_is_no_part_of_another_word_and_chinese_months_are_no_numbers():
    assert figures("الممارسات", "ar") == ()
    assert figures("crews may rest", "en") == ()
    assert [one.kind for one in figures("5月", "zh")] == [FigureKind.MONTH]


def test_the_year_in_the_chinese_name_of_a_sickness_is_no_figure():
    assert [one.value for one in figures("2019年冠状病毒病(COVID-19)", "zh")] == ["19"]


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("at its seventy-eighth session", "en", {"70", "78"}),
        ("the second decade of three rivers", "en", {"2", "10", "3"}),
        ("第七十八届会议", "zh", {"78"}),
        ("deux jetées et trente bacs", "fr", {"2", "30"}),
        ("двадцать причалов", "ru", {"20"}),
        ("تسعة مراكب", "ar", {"9"}),
    ],
)
def test_numbers_in_words_are_known(text, language, numbers):
    assert numbers <= spelled_numbers(text, language)


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "es", "ru", "ar", "zh", "de"]))
def test_any_text_can_be_asked_and_figures_stand_where_they_say(text, language):
    for one in figures(text, language):
        assert 0 <= one.span.start < one.span.end <= len(text)
