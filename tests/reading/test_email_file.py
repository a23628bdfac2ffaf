"""Messages saved as files: known by their header, read as the text in them."""

from __future__ import annotations

from email.message import EmailMessage
from html import escape

import pytest

from draftdesk.errors import ReadingError
from draftdesk.messages import render
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive
from making_pastes import LAYOUTS, Line, essence, in_message, sample_lines, wanted
from making_word import p, word_file


def mail(text: str = "", html: str = "", **how: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Anna Berg <anna.berg@mission.example>"
    message["To"] = "experts@mission.example"
    message["Subject"] = "Ferries: text after informals"
    message["Message-ID"] = "<1@mission.example>"
    if text:
        message.set_content(text, **how)
    if html:
        if text:
            message.add_alternative(html, subtype="html")
        else:
            message.set_content(html, subtype="html")
    return message


def page(lines: list[Line]) -> str:
    found = [f"<p class='MsoNormal'>{escape(line.typed)}<o:p></o:p></p>" for line in lines]
    style = "<style>p {margin: 0}</style>"
    return f"<html><head>{style}<title>Mail</title></head><body><p>Dear all,</p>{''.join(found)}</body></html>"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("layout", ["in a message", "quoted", "forwarded by Outlook", "PP 1. and OP 1."])
def test_the_plain_text_of_a_message_reads_as_if_pasted(layout, transfer):
    data = mail(LAYOUTS[layout](sample_lines()), cte=transfer).as_bytes()
    assert essence(receive(data, "ferries.eml").drafts[0]) == wanted()


def test_the_html_serves_where_there_is_no_plain_text():
    assert essence(receive(mail(html=page(sample_lines())).as_bytes(), "ferries.eml").drafts[0]) == wanted()


def test_plain_text_goes_before_html():
    data = mail(in_message(sample_lines()), html="<p>1. Something else;</p>").as_bytes()
    assert essence(receive(data, "ferries.eml").drafts[0]) == wanted()


def test_italics_of_html_are_italics():
    data = mail(html="<p>The General Assembly,</p><p>1. <i>Urges</i> all States to act;</p>").as_bytes()
    operative = receive(data, "a.eml").drafts[0].paragraphs[1]
    assert operative.text == "Urges all States to act;"
    assert [run.span.of(operative.source_text) for run in operative.runs if Mark.ITALIC in run.marks] == ["Urges"]


def test_numbered_lists_of_html_have_their_numbers():
    data = mail(html="<ol start=4><li>Urges all States to act;</li><li>Decides to meet.</li></ol>").as_bytes()
    paragraphs = receive(data, "a.eml").drafts[0].paragraphs
    assert [(one.number, one.text) for one in paragraphs] == [
        ("4", "Urges all States to act;"),
        ("5", "Decides to meet."),
    ]


def test_flowed_lines_are_whole_again():
    text = "1. Urges all States to mark \ntheir ferries;\n> 2. Decides to \n> meet \n\n-- \nAnna\n"
    data = mail(text, params={"format": "flowed"}).as_bytes()
    shown = [(one.number, one.text) for one in receive(data, "a.eml").drafts[0].paragraphs if not one.is_hidden]
    assert shown == [("1", "Urges all States to mark their ferries;"), ("2", "Decides to meet")]


def test_what_is_attached_is_told():
    message = mail("1. Urges all States to act;")
    message.add_attachment(word_file(p("Text")), maintype="application", subtype="msword", filename="ferries.docx")
    received = receive(message.as_bytes(), "a.eml")
    assert [render(said) for said in received.not_read] == [
        "“ferries.docx” is attached to the message and was not read. Save it and open it by itself."
    ]


def test_a_message_with_nothing_but_an_attachment_says_so():
    message = mail(" \n")
    message.add_attachment(word_file(p("Text")), maintype="application", subtype="msword", filename="ferries.docx")
    with pytest.raises(ReadingError, match=r"ferries\.docx"):
        receive(message.as_bytes(), "a.eml")


def test_the_fields_of_a_pasted_message_are_furniture():
    text = "From: Anna Berg\nSent: Monday\nSubject: text\n\n1. Urges all States to act;\n"
    kinds = [one.kind for one in receive(text.encode(), "pasted").drafts[0].paragraphs]
    assert kinds == [ParagraphKind.FURNITURE] * 3 + [ParagraphKind.OPERATIVE]
