import pytest

from draftdesk.wording.own_references import own_references, printed


def paths(text, language="en"):
    return [" ".join(named.path) for named in own_references(text, language)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("as set out in paragraph 5 above;", ["5"]),
        ("paragraphs 3 and 4 of the present resolution", ["3", "4"]),
        ("paragraphs 8 (c) and (d) above", ["8 c", "8 d"]),
        ("paragraphs 3 to 6, 8 and 10 below, and paragraph 7 of resolution 70/1", ["3", "6", "8", "10"]),
        ("subparagraph (b) of paragraph 5 above", ["5 b", "5"]),
        ("as requested in paragraph 12\u00a0bis above,", ["12 bis"]),
        ("in accordance with subparagraph (b);", ["b"]),
        ("Requests the Commission to act on paragraph 5;", ["5"]),
    ],
)
def test_what_names_a_paragraph_of_the_same_text_is_found(text, named):
    assert paths(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "paragraph 5 of its resolution 77/165",
        "article 2, paragraph 5, above",
        "Recalls resolution 70/1, in particular paragraph 5;",
        "Recalling the Charter, and paragraph 5,",
        "paragraph 11.3 above",
        "paragraph 4 thereof",
    ],
)
def test_what_may_name_a_paragraph_of_another_text_is_left_alone(text):
    assert paths(text) == []


def test_a_number_is_printed_with_the_blanks_and_brackets_of_what_it_replaces():
    assert printed(("8", "c"), "7\u00a0(c)") == "8\u00a0(c)"
    assert printed(("5", "a"), "4 a)") == "5 a)"
