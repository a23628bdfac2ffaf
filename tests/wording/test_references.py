"""References and languages are recognised."""

import pytest

from draftdesk.wording.citations import ReferenceKind, references
from draftdesk.wording.language import Direction, direction_of, guess_language


def found(text):
    return [(item.kind, item.span.of(text)) for item in references(text)]


def test_references_are_found_in_order_and_whole():
    text = (
        "Recalling its resolutions 78/406 of 19 December 2023 and 68/247 B, document A/79/L.3/Rev.1, its "
        "seventy-eighth session, paragraphs 3 and 4 above, and the year 2030"
    )
    assert found(text) == [
        (ReferenceKind.CITATION, "78/406 of 19 December 2023"),
        (ReferenceKind.RESOLUTION, "68/247 B"),
        (ReferenceKind.SYMBOL, "A/79/L.3/Rev.1"),
        (ReferenceKind.SESSION, "seventy-eighth"),
        (ReferenceKind.PARAGRAPH, "paragraphs 3 and 4"),
        (ReferenceKind.YEAR, "2030"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "resolución 78/406, de 19 de diciembre de 2023",
        "резолюция 78/406 от 19 декабря 2023 года",
        "résolution 78/406 du 19 décembre 2023",
        "2023年12月19日第78/406号",
    ],
)
def test_citations_of_other_languages_are_one_reference(text):
    assert [kind for kind, _ in found(text)] == [ReferenceKind.CITATION]


def test_amounts_are_no_references():
    assert found("5 million passengers, 1,500 ferries and 30 days") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The safety of ferries on the lakes of the region"),
        ("fr", "La sécurité des bacs sur les lacs de la région"),
        ("es", "La seguridad de los transbordadores en los lagos de la región"),
        ("ru", "Безопасность паромов"),
        ("zh", "内陆渡轮的安全"),
        ("ar", "سلامة العبارات"),
    ],
)
def test_the_language_is_guessed(language, text):
    assert guess_language(text) == language


def test_arabic_runs_from_the_right():
    assert direction_of("ar") is Direction.RIGHT_TO_LEFT
    assert direction_of("zh") is Direction.LEFT_TO_RIGHT
