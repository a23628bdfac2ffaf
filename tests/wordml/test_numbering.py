"""Automatic numbers as Word prints them."""

from __future__ import annotations

import pytest

from draftdesk.wordml.names import w
from draftdesk.wordml.numbering import ListCounter, format_count, read_lists
from draftdesk.wordml.package import open_package
from draftdesk.wordml.styles import read_styles, setting_of
from draftdesk.wordml.walker import walk
from making_word import p, word_file

NUMBERED_STYLE = (
    '<w:style w:type="paragraph" w:styleId="OP"><w:name w:val="OP"/>'
    '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
)


def level(depth: int, number_format: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


RESOLUTION = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}'
    f'{level(2, "lowerRoman", "(%3)")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
)


def item(depth: int, list_id: int = 7) -> str:
    return p("x", properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def labels(*blocks: str, numbering: str = RESOLUTION, styles: str = "") -> list[str]:
    parts = {"numbering": numbering} | ({"styles": styles} if styles else {})
    package = open_package(word_file(*blocks, parts=parts), "test.docx")
    counter = ListCounter(read_lists(package), read_styles(package))
    found = [counter.label(setting_of(one.element)) for one in walk(package.xml(package.main_part).find(w("body")))]
    return [label[0] if label else "" for label in found]


def test_subparagraphs_begin_again_under_each_paragraph():
    assert labels(item(0), item(1), item(1), item(2), item(0), item(1)) == ["1.", "(a)", "(b)", "(i)", "2.", "(a)"]


def test_plain_paragraphs_do_not_count():
    assert labels(item(0), p("heading"), item(0)) == ["1.", "", "2."]


def test_a_list_that_starts_over():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    restarted = f'<w:num w:numId="8"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert labels(item(0), item(0, 8), item(0, 8), numbering=RESOLUTION + restarted) == ["1.", "5.", "6."]


def test_a_style_carries_the_list():
    assert labels(p("x", style="OP"), p("x", style="OP"), styles=NUMBERED_STYLE) == ["1.", "2."]


def test_a_paragraph_can_leave_the_list_of_its_style():
    without = p("x", style="OP", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(p("x", style="OP"), without, p("x", style="OP"), styles=NUMBERED_STYLE) == ["1.", "", "2."]


@pytest.mark.parametrize(
    ("count", "number_format", "printed"),
    [
        (27, "lowerLetter", "aa"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (3, "decimalZero", "03"),
        (12, "decimal", "12"),
    ],
)
def test_number_formats(count, number_format, printed):
    assert format_count(count, number_format) == printed
