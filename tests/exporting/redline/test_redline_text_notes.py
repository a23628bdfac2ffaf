"""Footnotes of a text as the new text of a redline: their words, new ones, and those that are gone."""

from __future__ import annotations

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.wording.labels import with_stop
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE, drawing

SAMPLE = resource("samples", "rev1.docx").read_bytes()
BASE = receive(SAMPLE, "rev1.docx").drafts[0]
NOTES = ("A/81/917 and A/81/917/Corr.1.", "A/81/926, annex II.")
K = ParagraphKind


def text_with_notes() -> str:
    """The sample with its marks as "[1]", from the title on."""
    lines = []
    for one in BASE.paragraphs:
        if one.kind in (K.SESSION, K.AGENDA, K.SPONSORS, K.BLANK, K.FURNITURE):
            continue
        text = one.text
        for item in reversed(one.objects_in_text()):
            text = f"{text[: item.at]}[{item.target}]{text[item.at + 1 :]}"
        lines.append(f"{with_stop(one.number)} {text}" if one.number else text)
    return "\n\n".join(lines)


def changed_lines(text: str, notes: tuple[str, ...]) -> list[str]:
    """The changed lines of body and notes, drawn."""
    data = "\n".join([text, "", *(f"[{number}] {note}" for number, note in enumerate(notes, 1))]).encode()
    new = receive(data, "typed.txt").drafts[0]
    redline = export_redline(BASE, SAMPLE, new, data, "Norden", DATE).data
    lines = [*drawing(redline), *drawing(redline, "word/footnotes.xml")]
    return [line for line in lines if "{+" in line or "[-" in line]


def test_the_same_notes_are_no_change():
    assert changed_lines(text_with_notes(), NOTES) == []


def test_a_note_with_other_words_is_edited_in_the_note():
    changed = changed_lines(text_with_notes(), ("A/81/917 and A/81/917/Corr.2.", NOTES[1]))
    assert [line.lstrip("→ ") for line in changed] == ["A/81/917 and A/81/917/Corr.[-1-]{+2+}."]


def test_a_note_that_is_gone_takes_its_mark_alone():
    text = text_with_notes().replace("[1]", "").replace("[2]", "[1]")
    (line,) = changed_lines(text, NOTES[1:])
    assert line.endswith("on the safety of inland ferries,[-*-]")


def test_a_new_note_comes_with_its_mark_and_the_others_count_on():
    text = (
        text_with_notes().replace("[2]", "[3]").replace("[1]", "[2]").replace("Port Selmar, L", "Port Selmar,[1] L")
    )
    changed = changed_lines(text, ("A/81/4 of 2026.", *NOTES))
    assert [line.lstrip("→ ") for line in changed] == [
        (
            "Welcoming the establishment of the Inland Ferry Safety Facility at Port Selmar,{+*+} Lacustria, and the "
            "contributions made to it,"
        ),
        "{+→ →A/81/4 of 2026.+}",
    ]


def test_a_note_in_a_new_paragraph_comes_with_it():
    text = text_with_notes().replace("2. Takes note", "1 bis. Thanks the pilots;[3]\n\n2. Takes note")
    changed = changed_lines(text, (*NOTES, "A/81/4 of 2026."))
    assert changed == ["{+→1 bis.→Thanks the pilots;*+}¶+", "{+→ →A/81/4 of 2026.+}"]


def test_a_text_without_notes_says_nothing_of_them():
    text = text_with_notes().replace("[1]", "").replace("[2]", "")
    assert changed_lines(text, ()) == []
