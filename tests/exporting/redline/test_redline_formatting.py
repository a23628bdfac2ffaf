"""What is only set otherwise is tracked as a change of formatting on request, and the proof asks for the old form."""

from __future__ import annotations

import re

import pytest

from draftdesk.errors import ProofError
from draftdesk.exporting.proof.proving import prove
from draftdesk.exporting.redline.sources import WordSide
from draftdesk.messages import render
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import RedlineResult, RedlineWork
from making_redlines import DATE, NS, drawing, part, parts
from making_word import footnotes, i, ins, note_mark, p, r, table, word_file, zipped

ENTRY = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")


def redline_of(base: bytes, new: bytes, *, formatting: bool = True) -> RedlineResult:
    drafts = [receive(data, name).drafts[0] for data, name in ((base, "base.docx"), (new, "new.docx"))]
    work = RedlineWork(WordSide(base, drafts[0]), drafts[1], new, "Norden", DATE, formatting=formatting)
    return work.exported()


def formed(data: bytes, name: str = "word/document.xml") -> list[tuple[str, list[str], list[str]]]:
    """(words, form now, form before) of each run with a tracked change of its form."""
    runs = part(data, name).xpath("//w:r[w:rPr/w:rPrChange]", namespaces=NS)
    return [
        (
            "".join(run.xpath("w:t/text()|w:delText/text()", namespaces=NS)),
            [str(child.tag).partition("}")[2] for child in run.find("w:rPr", NS)][:-1],
            [str(child.tag).partition("}")[2] for child in run.find("w:rPr/w:rPrChange/w:rPr", NS)],
        )
        for run in runs
    ]


def test_words_set_otherwise_are_a_change_of_formatting_and_no_text_is_marked():
    base = word_file(ENTRY, p("\tUrges all States to fit lights on ferries;"), p("end"))
    new = word_file(
        ENTRY, p("\t", i("Urges"), " all States to fit ", r("lights", "<w:b/>"), " on ferries;"), p("end")
    )

    result = redline_of(base, new)

    assert drawing(result.data) == drawing(base)
    assert formed(result.data) == [("Urges", ["i"], []), ("lights", ["b"], [])]
    assert render(result.remarks[0]) == "Changes of formatting tracked as such: 2."


def test_without_the_option_nothing_is_tracked():
    base, new = word_file(ENTRY, p("Urges"), p("end")), word_file(ENTRY, p(i("Urges")), p("end"))

    assert formed(redline_of(base, new, formatting=False).data) == []


def test_beside_words_that_change_only_kept_words_are_a_change_of_formatting():
    base = word_file(ENTRY, p("\tUrges all States to fit lights on ferries;"), p("end"))
    new = word_file(ENTRY, p("\t", i("Urges"), " all States to fit lamps on ferries;"), p("end"))

    data = redline_of(base, new).data

    assert drawing(data)[1] == "→Urges all States to fit [-lights-]{+lamps+} on ferries;"
    assert formed(data) == [("Urges", ["i"], [])]


def test_a_paragraph_set_otherwise_keeps_its_former_properties():
    base = word_file(ENTRY, p("Urges all States;", properties='<w:jc w:val="left"/>'), p("end"))
    new = word_file(ENTRY, p("Urges all States;", properties='<w:jc w:val="center"/>'), p("end"))

    properties = part(redline_of(base, new).data).xpath("//w:p[2]/w:pPr", namespaces=NS)[0]

    assert properties.xpath("w:jc/@w:val", namespaces=NS) == ["center"]
    assert properties.xpath("w:pPrChange/w:pPr/w:jc/@w:val", namespaces=NS) == ["left"]


def test_language_and_other_ways_to_say_the_same_are_no_formatting():
    base = word_file(ENTRY, p(r("Urges", '<w:i w:val="true"/><w:lang w:val="en-GB"/>'), " all;"), p("end"))
    new = word_file(ENTRY, p(r("Urges", "<w:i/>"), r(" all;", '<w:lang w:val="fr-FR"/>')), p("end"))

    assert parts(redline_of(base, new).data) == parts(base)


def test_cells_and_notes_are_looked_into():
    def made(word: str) -> bytes:
        cells = table(["Ferry", "Seats"]).replace("<w:r><w:t", f"<w:r>{word}<w:t", 1)
        note = footnotes(" A/80/12.").replace("<w:r><w:t", f"<w:r>{word}<w:t")
        return word_file(ENTRY, p("Urges", note_mark(1)), cells, p("end"), parts={"footnotes": note})

    data = redline_of(made(""), made("<w:rPr><w:b/></w:rPr>")).data

    assert formed(data) == [("Ferry", ["b"], [])]
    assert formed(data, "word/footnotes.xml") == [(" A/80/12.", ["b"], [])]


def test_a_part_without_changes_of_formatting_stays_byte_by_byte():
    note = {"footnotes": footnotes(" A/80/12."), "header": p("A/80/L.9")}
    base = word_file(ENTRY, p("Urges", note_mark(1)), p("end"), parts=note)
    new = word_file(ENTRY, p(i("Urges"), note_mark(1)), p("end"), parts=note)

    before, after = parts(base), parts(redline_of(base, new).data)

    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]


def test_a_form_that_another_hand_changed_stays_theirs():
    theirs = '<w:rPrChange w:id="7" w:author="Sur" w:date="2026-01-02T03:04:05Z"><w:rPr/></w:rPrChange>'
    base = word_file(ENTRY, p(r("Urges", f"<w:b/>{theirs}"), ins(" now", author="Sur")), p("end"))
    new = word_file(ENTRY, p(i("Urges"), i(" now")), p("end"))

    changes = part(redline_of(base, new).data).xpath("//w:rPrChange/@w:author", namespaces=NS)

    assert changes == ["Sur", "Norden"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: re.sub("<w:rPrChange.*?</w:rPrChange>", "", text, count=1),
        lambda text: re.sub("<w:pPrChange.*?</w:pPrChange>", "", text, count=1),
        lambda text: re.sub("(<w:rPrChange[^>]*>)<w:rPr/>", r"\1<w:rPr><w:b/></w:rPr>", text, count=1),
        lambda text: text.replace('<w:pPr><w:jc w:val="left"/></w:pPr>', '<w:pPr><w:jc w:val="right"/></w:pPr>'),
        lambda text: re.sub(
            "<w:(r|p)Pr>((?!<w:rPrChange|<w:pPrChange).)*?(<w:.PrChange)", r"<w:\1Pr>\3", text, count=1
        ),
    ],
)
def test_a_former_form_that_is_lost_is_noticed(spoil):
    base = word_file(ENTRY, p("Urges all States;", properties='<w:jc w:val="left"/>'), p("end"))
    new = word_file(ENTRY, p(i("Urges"), " all States;", properties='<w:jc w:val="center"/>'), p("end"))
    content = parts(redline_of(base, new).data)
    text = content["word/document.xml"].decode()
    assert spoil(text) != text

    spoilt = zipped({**content, "word/document.xml": spoil(text).encode()})
    with pytest.raises(ProofError):
        prove(base, spoilt, new)


def test_in_notes_a_form_changed_without_a_mark_is_noticed():
    note = footnotes(" A/80/12. See the annex.")
    base = word_file(ENTRY, p("Urges", note_mark(1)), p("end"), parts={"footnotes": note})
    new = word_file(ENTRY, p("Urges", note_mark(1)), p("end"), parts={"footnotes": note.replace("annex", "report")})
    content = parts(redline_of(base, new).data)
    spoilt = content["word/footnotes.xml"].replace(b"<w:r><w:t", b"<w:r><w:rPr><w:b/></w:rPr><w:t", 2)

    with pytest.raises(ProofError):
        prove(base, zipped({**content, "word/footnotes.xml": spoilt}), new)
    assert spoilt != content["word/footnotes.xml"]
