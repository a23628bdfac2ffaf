import pytest

from draftdesk.drafting.pasting import paste
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.workbench.paste import pasted_paragraphs
from making_drafts import ferries, serial_of, shown

OPERATIVE = ParagraphKind.OPERATIVE

WORD = """<html><head><style>p {font-family: Arial}</style></head><body lang=EN-GB>
<p class=MsoNormal style='margin-left:1in'><span style='mso-list:Ignore'>7.<span>&nbsp;&nbsp; </span></span><i
style='mso-bidi-font-style:normal'>Urges</i><span style='font-family:"Comic Sans MS";color:red'> all States
to fit lights;</span></p>
<p class=MsoNormal><span>(a)</span><span style='mso-tab-count:1'>   </span>To train <em>crews</em>;</p>
</body></html>"""


def italic(piece):
    return [run.span.of(piece.text) for run in piece.runs if Mark.ITALIC in run.marks]


def test_from_word_come_paragraphs_with_their_kinds_and_italics_and_nothing_else():
    pieces = pasted_paragraphs("ignored", WORD, OPERATIVE)

    assert [(piece.kind, piece.text) for piece in pieces] == [
        (OPERATIVE, "Urges all States to fit lights;"),
        (ParagraphKind.SUB1, "To train crews;"),
    ]
    assert [italic(piece) for piece in pieces] == [["Urges"], ["crews"]]


def test_bold_and_highlighted_words_come_along_and_fonts_and_grounds_of_a_page_do_not():
    html = (
        "<b style='font-weight:normal'><p style='background:#eee'>Urges <b>all</b> <font color=red>coastal</font> "
        "States <span style='background:yellow;mso-highlight:yellow'>[to act]</span> <mark><i>now</i></mark>;</p></b>"
    )
    (piece,) = pasted_paragraphs("", html, OPERATIVE)
    assert [(run.span.of(piece.text), run.marks) for run in piece.runs] == [
        ("all", {Mark.BOLD}),
        ("[to act]", {Mark.HIGHLIGHT}),
        ("now", {Mark.HIGHLIGHT, Mark.ITALIC}),
    ]
    draft, last, _ = paste(ferries(), serial_of(ferries(), "Calls upon"), 0, [piece])
    pasted = draft.paragraphs[draft.index_of(last)]
    assert ("all", {Mark.BOLD}) in [(run.span.of(pasted.text), run.marks) for run in pasted.runs_in_text()]


def test_deleted_words_and_marks_of_notes_do_not_come_along():
    html = "<p>Urges <del>all</del><ins>some</ins> States<sup>12</sup> on the 1<sup>st</sup> of May;</p>"

    (piece,) = pasted_paragraphs("", html, OPERATIVE)
    assert piece.text == "Urges some States on the 1st of May;"


def test_lines_of_a_pdf_become_one_paragraph():
    text = (
        "Urges all States to fit lights on every ferry that carries\nmore than twelve passengers and to train\ncrews"
    )
    assert [piece.text for piece in pasted_paragraphs(text, "", OPERATIVE)] == [text.replace("\n", " ")]


def test_several_paragraphs_of_a_mail_lose_their_labels_and_keep_their_kinds():
    text = "PP1. Recalling its resolution 74/901,\n\nOP 2. Urges States to act;\n\n(a) To train crews;\n"

    assert [(piece.kind.value, piece.text) for piece in pasted_paragraphs(text, "", OPERATIVE)] == [
        ("preambular", "Recalling its resolution 74/901,"),
        ("operative", "Urges States to act;"),
        ("sub1", "To train crews;"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a few words", "a few words"),
        ("with\u200b invisible\u00ad clutter\ufeff", "with invisible clutter"),
        ("12. Urges States to act;", "Urges States to act;"),
        ("5 March 2026", "5 March 2026"),
        (" of 12\u00a0May ", " of 12\u00a0May "),
        ("two   blanks\tand a tab", "two blanks and a tab"),
    ],
)
def test_words_within_a_paragraph_come_as_they_are(text, words):
    (piece,) = pasted_paragraphs(text, "", OPERATIVE)
    assert piece.text == words


def test_nothing_is_nothing():
    assert pasted_paragraphs("", "", OPERATIVE) == ()
    assert pasted_paragraphs(" \n ", "<p> </p>", OPERATIVE) == ()


def test_paragraphs_are_put_in_at_the_caret_and_the_rest_of_the_sentence_follows_the_last():
    draft = ferries()
    serial = serial_of(draft, "Urges States")
    pieces = pasted_paragraphs(
        "Welcomes the offer of Rivania;\n\nNotes the report of the Commission;\n", "", OPERATIVE
    )
    after, last, caret = paste(draft, serial, len("Urges States"), pieces)

    assert shown(after)[2:5] == [
        "1 Urges States",
        "2 Welcomes the offer of Rivania;",
        "3 Notes the report of the Commission; to inspect their ferries;",
    ]
    assert after.paragraphs[after.index_of(last)].text[:caret] == "Notes the report of the Commission;"
