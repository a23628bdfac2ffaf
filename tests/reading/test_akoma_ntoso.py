"""Akoma Ntoso documents, as the Secretariat publishes them and as others may write them."""

import re

import pytest

from draftdesk.errors import ReadingError
from draftdesk.model.draft import ORIGINAL, SourceFormat
from draftdesk.model.paragraph import Mark, ParagraphKind
from draftdesk.reading.receive import receive

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
NOTE = '<authorialNote marker="1" placement="bottom"><p>A/79/1.</p></authorialNote>'
DOCUMENT = f"""<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution"><meta><identification><FRBRExpression>
<FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/80/999</docNumber></p>
<p><session value="80">Eightieth session</session></p>
<p><inline name="agenda item">Agenda item 12</inline></p>
<p><inline name="agenda item name">Lakes</inline></p>
<p><docProponent>[on the report of the Committee]</docProponent></p>
</coverPage>
<preface><p><docNumber>80/999.</docNumber>
<docTitle><span class="bold">Freedom of the lake</span></docTitle></p>
</preface><preamble><formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>
<container name="Aware"><p>Minding the lake,{NOTE} and its shores,</p></container></preamble>
<mainBody><paragraph class="H23"><content><p>General</p></content></paragraph>
<paragraph eId="para_9"><num>1.</num><list><intro><p><span class="italic">Urges</span> all States:</p></intro>
<point><num>(a)</num><content><p>To act;<sup>1</sup></p></content></point>
<wrapUp><p>and to report;</p></wrapUp></list></paragraph>
</mainBody><conclusions><p>54th plenary meeting<eol/>17 December 2026</p></conclusions></statement></akomaNtoso>"""


def read(document=DOCUMENT):
    return receive(document.encode(), "resolution.xml")


def test_each_element_becomes_what_it_is():
    received = read()
    assert received.format is SourceFormat.AKOMA_NTOSO
    assert [(one.kind, one.number, one.text) for one in received.drafts[0].paragraphs] == [
        (ParagraphKind.SESSION, "", "Eightieth session"),
        (ParagraphKind.AGENDA, "", "Agenda item 12"),
        (ParagraphKind.SOURCE_NOTE, "", "[on the report of the Committee]"),
        (ParagraphKind.TITLE, "80/999", "Freedom of the lake"),
        (ParagraphKind.ENACTING, "", "The General Assembly,"),
        (ParagraphKind.PREAMBULAR, "", "Minding the lake,￼ and its shores,"),
        (ParagraphKind.HEADING, "", "General"),
        (ParagraphKind.OPERATIVE, "1", "Urges all States:"),
        (ParagraphKind.SUB1, "(a)", "To act;￼"),
        (ParagraphKind.CLOSING, "", "and to report;"),
        (ParagraphKind.MEETING_LINE, "", "54th plenary meeting\n17 December 2026"),
    ]


def test_what_identifies_it_is_read():
    draft = read().drafts[0]
    assert (draft.symbol, draft.language, draft.session) == ("A/RES/80/999", "en", "Eightieth session")
    assert draft.paragraphs[4].runs[0].marks == {Mark.ITALIC}


def test_a_note_is_tied_to_each_of_its_marks():
    draft = read().drafts[0]
    assert [(note.mark, note.text) for note in draft.notes] == [("1", "A/79/1.")]
    assert draft.paragraphs[5].objects[0].target == draft.paragraphs[8].objects[0].target == draft.notes[0].id


def test_the_namespace_does_not_matter():
    assert len(read(DOCUMENT.replace(NAMESPACE, "urn:other")).drafts[0].paragraphs) == 11


def test_changes_are_read_before_and_after():
    changed = DOCUMENT.replace("all States", "<del>most</del><ins>all</ins> States")
    assert read(changed).drafts[0].paragraphs[7].text == "Urges all States:"
    original = receive(changed.encode(), "resolution.xml", ORIGINAL).drafts[0]
    assert original.paragraphs[7].text == "Urges most States:"


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (DOCUMENT[:900], "damaged"),
        (f"<!DOCTYPE akomaNtoso [<!ENTITY a 'b'>]>{DOCUMENT}", "document type declaration"),
        ("<akomaNtoso/>", "without a text"),
    ],
)
def test_a_bad_document_is_refused_in_one_sentence(document, says):
    with pytest.raises(ReadingError, match=says) as refused:
        read(document)
    assert "\n" not in str(refused.value)


def test_every_document_of_the_secretariat_has_its_symbol_title_and_paragraphs(shared):
    paths = sorted((shared / "corpus" / "akn").rglob("*.xml"))
    assert paths
    for path in paths[::3]:
        draft = receive(path.read_bytes(), path.name).drafts[0]
        assert draft.symbol.startswith("A/RES/7"), path.name
        assert draft.title, path.name
        assert draft.count(ParagraphKind.OPERATIVE), path.name
        assert draft.count(ParagraphKind.PREAMBULAR), path.name


def test_texts_in_six_languages_are_read_as_they_are(shared, judged_reading):
    languages = {"english": "en", "french": "fr", "spanish": "es", "russian": "ru", "arabic": "ar", "chinese": "zh"}
    truths = {path.stem for path in (shared / "readbench" / "truth" / "made").glob("*.json")}
    named = {}
    for path in sorted((shared / "corpus" / "akn").rglob("*.xml")):
        symbol = re.search(r'refersTo="#symbol">([^<]+)<', path.read_text(encoding="utf-8"))
        assert symbol is not None
        name = f"{symbol[1].strip().replace('/', '_')}_{languages[path.parent.name]}"
        if name in truths:
            named[name] = path
    figures = judged_reading("akn", "made", dict(list(named.items())[::2]))
    assert figures["bound_f1"] >= 0.995
    assert figures["kind"] >= 0.99
    assert figures["number"] >= 0.995
    assert figures["note_text"] >= 0.98
    assert figures["title"] == 1


def test_a_number_that_is_all_of_a_heading_stays_a_line_of_its_own():
    alone = '<paragraph class="H23"><num>II</num></paragraph><paragraph class="H23"><content>'
    received = read(DOCUMENT.replace('<paragraph class="H23"><content>', alone))
    headings = [one.text for one in received.drafts[0].paragraphs if one.kind is ParagraphKind.HEADING]
    assert headings == ["II", "General"]


@pytest.mark.parametrize("heading", ["一", "十二", "纪念《湖泊宣言》"])
def test_chinese_headings_without_a_style_are_headings(heading):
    formula = '<span class="italic">The General Assembly</span>,'
    chinese = (
        DOCUMENT.replace('"eng"', '"zho"')
        .replace('<paragraph class="H23">', "<paragraph>")
        .replace(formula, "大会，")
    )
    received = read(
        chinese.replace("Urges", "敦促").replace("Minding the lake", "回顾湖泊").replace(">General<", f">{heading}<")
    )
    assert (ParagraphKind.HEADING, heading) in [(one.kind, one.text) for one in received.drafts[0].paragraphs]
