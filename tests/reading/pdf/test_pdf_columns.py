"""Text in columns of a PDF page: one column after the other where they are clear, said where they are not."""

from __future__ import annotations

import textwrap

from draftdesk.model.draft import Received
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.pdf.columns import columns_in
from draftdesk.reading.pdf.pieces import Box, Page, Piece, Style
from draftdesk.reading.receive import receive
from making_pdf import Sheet, pdf_file, printed

FERRIES = "Recalling that ferries carry passengers, goods and letters between the islands of the region every day,"
HARBOURS = (
    "Noting that the harbours of the smaller islands are open to the ferries of all operators in the summer months,"
)
FOGHORNS = "Welcoming the foghorns that the lighthouse keepers of the northern islands have mounted on their towers,"
LIGHTS = "Concerned that lights at sea fail in winter, when they are needed most by ferries and by those who fish,"
WIDTH = 34
"""Letters in a line of a column."""


def lines(paragraphs: list[str]) -> list[tuple[str, float]]:
    """The printed lines of paragraphs, with the indent of each in points."""
    wrapped = [textwrap.wrap(text, WIDTH, initial_indent="   ") for text in paragraphs]
    return [(line.strip(), 18.0 if line.startswith("   ") else 0.0) for text in wrapped for line in text]


def in_columns(
    rows: list[tuple[str, float]], top: float = 600, most: int = 8, x: tuple[float, ...] = (70, 310)
) -> Sheet:
    sheet = Sheet()
    for at, (text, indent) in enumerate(rows):
        sheet.put(text, x[at // most] + indent, top - 12 * (at % most))
    return sheet


def texts(read: Received) -> list[str]:
    return [one.text for one in read.drafts[0].paragraphs if one.kind is not ParagraphKind.FURNITURE]


def test_a_sentence_goes_on_at_the_top_of_the_next_column():
    rows = lines([FERRIES, HARBOURS, FOGHORNS, LIGHTS])
    read = receive(pdf_file([in_columns(rows, most=(len(rows) + 1) // 2)]), "x.pdf")
    assert texts(read) == [FERRIES, HARBOURS, FOGHORNS, LIGHTS]
    assert read.not_read == ()


def test_columns_need_not_have_their_lines_at_the_same_height():
    rows = lines([FERRIES, HARBOURS, FOGHORNS, LIGHTS] * 2)
    half = (len(rows) + 1) // 2
    left, right = in_columns(rows[:half], most=half), in_columns(rows[half:], top=595, most=half, x=(310,))
    left.shown += right.shown
    assert texts(receive(pdf_file([left]), "x.pdf")) == [FERRIES, HARBOURS, FOGHORNS, LIGHTS] * 2


def test_what_runs_over_the_whole_width_parts_what_is_read_first_from_what_is_read_last():
    rows = lines([FERRIES, HARBOURS, FOGHORNS, LIGHTS])
    sheet = in_columns(rows, most=(len(rows) + 1) // 2)
    sheet.put("Ferries, harbours, foghorns and lights between the islands of the region", 70, 640, font="b")
    sheet.put("The text above was read to all who keep a harbour, a ferry or a lighthouse.", 70, 380)
    read = texts(receive(pdf_file([sheet]), "x.pdf"))
    assert (read[0][:8], read[1], read[-2], read[-1][:14]) == ("Ferries,", FERRIES, LIGHTS, "The text above")


def test_each_column_has_the_notes_at_its_own_foot():
    rows = lines(
        [FERRIES.replace("letters", "letters{1}"), HARBOURS, FOGHORNS.replace("keepers", "keepers{2}"), LIGHTS]
    )
    most = (len(rows) + 1) // 2
    sheet = in_columns(rows, top=300, most=most)
    for mark, x in (("1", 70), ("2", 310)):
        sheet.rules.append((x, 300 - 12 * most - 6, 60))
        sheet.put(f"{{{mark}}} Letters of the islands, volume {mark}.", x, 300 - 12 * most - 20, 8)
    draft = receive(pdf_file([sheet]), "x.pdf").drafts[0]
    assert [(note.mark, note.paragraphs[0].text) for note in draft.notes] == [
        ("1", "Letters of the islands, volume 1."),
        ("2", "Letters of the islands, volume 2."),
    ]
    marks = [len(one.objects) for one in draft.paragraphs if one.kind is not ParagraphKind.FURNITURE]
    assert marks == [1, 0, 1, 0]


def test_a_page_with_the_end_of_a_column_follows_the_pages_before():
    rows = lines([FERRIES, HARBOURS, FOGHORNS, LIGHTS] * 2)
    first, rest = in_columns(rows[:26], most=13), in_columns(rows[26:], most=len(rows[26:]) - 3)
    read = receive(pdf_file([first, rest]), "x.pdf")
    assert texts(read) == [FERRIES, HARBOURS, FOGHORNS, LIGHTS] * 2


def test_three_columns_are_read_from_left_to_right():
    read = [FERRIES, HARBOURS, FOGHORNS, LIGHTS] * 2
    wrapped = [line for text in read for line in textwrap.wrap(text, 26)]
    sheet = in_columns([(line, 0.0) for line in wrapped], most=(len(wrapped) + 2) // 3, x=(40, 215, 390))
    whole = " ".join(texts(receive(pdf_file([sheet]), "x.pdf")))
    assert whole == " ".join(read)


def test_names_in_columns_are_read_line_by_line():
    names = [
        "Andor",
        "Belmark and Ostby",
        "Cray",
        "Dunmore Islands",
        "Ely",
        "Fair Isle and Muck",
        "Gur",
        "Holm",
    ]
    sheet = Sheet()
    for row in range(16):
        sheet.put(names[row % 8], 80, 700 - 14 * row).put(names[(3 * row + 1) % 8], 320, 700 - 14 * row)
    first = texts(receive(pdf_file([sheet]), "x.pdf"))[0]
    assert first.startswith("Andor\tBelmark and Ostby")


def test_cells_that_begin_side_by_side_stay_side_by_side_and_are_said():
    sheet, y = Sheet(), 700.0
    for left, right in ((FERRIES, HARBOURS), (FOGHORNS, LIGHTS), (HARBOURS, FERRIES)):
        for at, pair in enumerate(zip(textwrap.wrap(left, WIDTH), textwrap.wrap(right, WIDTH), strict=False)):
            for text, x in zip(pair, (70, 310), strict=True):
                sheet.put(text, x, y - 12 * at)
        y -= 80
    read = receive(pdf_file([sheet]), "x.pdf")
    assert [one.code for one in read.not_read] == ["columns_by_line"]
    assert texts(read)[0].startswith("Recalling that ferries carry\tNoting that the harbours")


def test_a_resolution_in_one_column_has_none():
    assert receive(printed([FERRIES, HARBOURS, FOGHORNS, LIGHTS] * 4), "y.pdf").not_read == ()


def test_arabic_begins_with_the_column_on_the_right():
    style = Style("Naskh", is_bold=False, is_italic=False)
    pieces = tuple(
        Piece("ا" * 20, range(x, x + 200, 10), range(x + 10, x + 210, 10), 700 - 14 * row, 10, style)
        for row in range(8)
        for x in (60, 300)
    )
    parts = columns_in([Page(1, Box(0, 0, 600, 800), pieces)], to_left=True)[1]
    assert [(part.column, part.pieces[0].lefts[0], part.shift) for part in parts] == [(1, 300, 0), (2, 60, 240)]
