"""Words that a program tore when it took a text from pages are put together; all else is left alone."""

from __future__ import annotations

import pytest

from draftdesk.reading.text.plain import draft_of_text

TEXT = """The General Assembly,

Recalling its resolution 79/412 on the safety of inland ferries, and noting that
most accidents happen on short crossings near the landing places of small towns,

1. Urges riparian States to {words} the ferries;

{job}
"""


def read(words: str, job: str = "26-12345 (E)") -> str:
    draft = draft_of_text(TEXT.format(words=words, job=job), "draft.txt", "d")
    return next(one.text for one in draft.paragraphs if one.number == "1")


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("make su stainable", "make sustainable"),
        ("take stock o f all", "take stock of all"),
        ("mind the rules of t he port on", "mind the rules of the port on"),
        ("follow the 2030 A genda on", "follow the 2030 Agenda on"),
        ("open the markets , and", "open the markets, and"),
        ("fight COVID -19 on", "fight COVID-19 on"),
        ("plan for 2024 –2034 with", "plan for 2024–2034 with"),
        ("plan for 2024 – 2034 with", "plan for 2024–2034 with"),
        ("end a ll harm to", "end all harm to"),
    ],
)
def test_pieces_of_a_word_from_a_page_are_one_word(torn, whole):
    assert read(torn) == f"Urges riparian States to {whole} the ferries;"


@pytest.mark.parametrize(
    "words", ["see hepatitis B and C on", "consult Viet Nam on", "act ad hoc in", "go in to see"]
)
def test_words_that_could_be_read_as_one_stay_two(words):
    assert words in read(words)


def test_a_text_that_somebody_pasted_is_left_as_it_is():
    assert "make su stainable" in read("make su stainable", job="")
