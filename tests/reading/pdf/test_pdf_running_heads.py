"""Running heads of more than one line: no part of one stands in the text."""

from __future__ import annotations

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from making_pdf import Sheet, pdf_file

HEAD = ("Ferries, harbours and lights of the islands of the north,", "report of session 81, and other matters")


def page(number: int, head: tuple[str, ...], text: str, text_from: float = 700) -> Sheet:
    sheet = Sheet()
    for at, line in enumerate(head):
        sheet.put(line, 123, 760 - 12 * at, 9)
    sheet.put(f"A/C.2/81/L.{number}" if len(head) == len(HEAD) else "", 450, 760, 9)
    for at in range(6):
        sheet.put(text, 123, text_from - 12 * at)
    return sheet


def read(*sheets: Sheet) -> str:
    paragraphs = receive(pdf_file(sheets), "x.pdf").drafts[0].paragraphs
    return " ".join(one.text for one in paragraphs if one.kind is not ParagraphKind.FURNITURE)


TEXT = "The ferries of the islands carry passengers and goods in summer"


def test_a_head_that_stands_on_several_pages_goes_whatever_its_numbers():
    pages = [page(9, (HEAD[0], HEAD[1].replace("81", str(81 + at))), TEXT, 724) for at in range(3)]
    assert "matters" not in read(*pages)


def test_the_second_line_of_a_head_that_stands_once_goes_with_the_first():
    assert "matters" not in read(page(9, (), TEXT), page(9, HEAD, TEXT))


def test_a_text_that_begins_close_under_the_head_stays():
    other = "Foghorns and lights at sea are kept by those who live nearby"
    assert read(page(9, (), TEXT), page(9, HEAD[:1], other, 748)).count("Foghorns") == 6
