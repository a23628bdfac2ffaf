"""A redline that was spoilt in any way is refused: one mutation for each kind of mark, and for what has none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from draftdesk.errors import ProofError
from draftdesk.exporting.proof.proving import Proof, prove, prove_marks, prove_reject
from draftdesk.model.draft import ORIGINAL
from making_redlines import parts, redline_of
from making_word import deleted, footnotes, i, ins, note_mark, p, table, word_file, zipped

FERRIES = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")
LIGHTS = p("\t1.\t", i("Urges"), " all States to fit lights on every ferry before the winter season;")
LAMPS = p("\t1.\t", i("Urges"), " all States to fit lamps on every ferry before the winter season;")
CREWS = p("\t2.\t", i("Requests"), " the harbour masters", note_mark(1), " to train their crews twice in each year;")
PILOTS = p("\t", i("Thanks"), " the pilots of the northern lakes for their long patience;")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")
PORTS = p("\t", i("Noting"), " that ports keep lists of their ferries, and that they send them in each May,")
PORTS_SPLIT = (
    p("\t", i("Noting"), " that ports keep lists of their ferries,"),
    p("\tand that they send them in each May,"),
)
SHORT = table(["Ferry", "Seats"], ["Kestrel", "40"])
LONG = table(["Ferry", "Seats"], ["Heron of the lake", "120"], ["Kestrel", "40"])

BASE = word_file(
    FERRIES, PORTS, LIGHTS, CREWS, SHORT, PILOTS, REPORT, p("end"), parts={"footnotes": footnotes(" A/80/12.")}
)
NEW = word_file(
    FERRIES,
    *PORTS_SPLIT,
    CREWS,
    LONG,
    PILOTS,
    p("\t", i("Invites"), " the owners of ferries to lend a hand;"),
    LAMPS,
    p("end"),
    parts={"footnotes": footnotes(" A/80/13.")},
)
REDLINE = redline_of(BASE, NEW).data
DOCUMENT = "word/document.xml"


def spoilt(change: Callable[[str], str], part: str = DOCUMENT) -> bytes:
    """The redline with the text of a part changed."""
    content = parts(REDLINE)
    before = content[part].decode()
    after = change(before)
    assert after != before, "nothing was spoilt"
    return zipped({**content, part: after.encode()})


def without(pattern: str, *, part: str = DOCUMENT, by: str = "") -> bytes:
    """The redline without the first match of a pattern."""
    return spoilt(lambda text: re.sub(pattern, by, text, count=1, flags=re.DOTALL), part)


def test_the_redline_itself_is_proved():
    prove(BASE, REDLINE, NEW)


@pytest.mark.parametrize(
    "pattern",
    [
        r"<w:ins [^>]*><w:r>.*?</w:r></w:ins>",
        r"<w:del [^>]*><w:r>.*?</w:r></w:del>",
        r"<w:moveFrom [^>]*[^/]>.*?</w:moveFrom>",
        r"<w:moveTo [^>]*[^/]>.*?</w:moveTo>",
        r"<w:rPr><w:ins [^>]*/></w:rPr>",
        r"<w:rPr><w:del [^>]*/></w:rPr>",
        r"<w:rPr><w:moveFrom [^>]*/></w:rPr>",
        r"<w:rPr><w:moveTo [^>]*/></w:rPr>",
        r"<w:trPr><w:ins [^>]*/></w:trPr>",
        r"<w:moveFromRangeStart [^>]*/>",
        r"<w:moveFromRangeEnd [^>]*/>",
        r"<w:moveToRangeStart [^>]*/>",
        r"<w:moveToRangeEnd [^>]*/>",
        r"<w:footnoteReference [^>]*/>",
    ],
)
def test_a_mark_that_is_lost_is_noticed(pattern):
    with pytest.raises(ProofError):
        prove(BASE, without(pattern), NEW)


def endnotes(text: str) -> str:
    return f'<w:endnote w:id="1">{p(text)}</w:endnote>'


def with_all_stories(word: str, *rows: list[str]) -> bytes:
    """A file with a word in its table's rows, a footnote, an endnote and the header, and one comment."""
    remark = p("Is this agreed?")
    stories = {
        "footnotes": footnotes(f" The {word} of the lake."),
        "endnotes": endnotes(f"See the {word} in the annex."),
        "header": p(f"Rules on each {word}"),
        "comments": f'<w:comment w:id="1" w:author="Sur" w:date="2026-01-02T03:04:05Z">{remark}</w:comment>',
    }
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    ask = '<w:r><w:commentReference w:id="1"/></w:r>'
    return word_file(FERRIES, p("Urges", note_mark(1), end, ask), table(*rows), PILOTS, parts=stories)


FIRST = with_all_stories("ferry", ["Ferry", "Seats"], ["Heron of the lake", "120"], ["Kestrel", "40"])
SECOND = with_all_stories("barge", ["Ferry", "Seats"], ["Kestrel", "40"])
ALL_STORIES = redline_of(FIRST, SECOND).data


@pytest.mark.parametrize(
    ("part", "pattern", "by"),
    [
        (DOCUMENT, r"<w:trPr><w:del [^>]*/></w:trPr>", ""),
        (DOCUMENT, r"(<w:tc>)(?=<w:p>)", r'\1<w:tcPr><w:cellIns w:id="991" w:author="N"/></w:tcPr>'),
        (DOCUMENT, r"(<w:tc>)(?=<w:p>)", r'\1<w:tcPr><w:cellDel w:id="991" w:author="N"/></w:tcPr>'),
        (DOCUMENT, r"<w:endnoteReference [^>]*/>", ""),
        *((f"word/{part}.xml", r"<w:ins .*?</w:ins>", "") for part in ("footnotes", "endnotes", "header")),
        *((f"word/{part}.xml", r"<w:del .*?</w:del>", "") for part in ("footnotes", "endnotes", "header")),
        *((f"word/{part}.xml", r"</?w:ins[^>]*>", "") for part in ("footnotes", "endnotes", "header")),
        ("word/comments.xml", "agreed", "final"),
        ("word/comments.xml", r"<w:comment .*</w:comment>", ""),
        ("word/comments.xml", 'w:author="Sur"', 'w:author="Norden"'),
    ],
)
def test_in_every_story_a_mark_that_is_lost_or_comes_in_is_noticed(part, pattern, by):
    content = parts(ALL_STORIES)
    before = content[part].decode()
    after = re.sub(pattern, by, before, count=0 if "/?w:ins" in pattern else 1, flags=re.DOTALL)
    assert after != before, "nothing was spoilt"

    prove(FIRST, ALL_STORIES, SECOND)
    with pytest.raises(ProofError):
        prove(FIRST, zipped({**content, part: after.encode()}), SECOND)


def test_words_that_nobody_marked_are_noticed():
    with pytest.raises(ProofError, match="Rejecting all changes does not give back"):
        prove(BASE, spoilt(lambda text: text.replace("northern lakes", "southern lakes")), NEW)


def test_formatting_that_nobody_marked_is_noticed():
    with pytest.raises(ProofError, match="carries no mark and is not as it was"):
        prove(BASE, without(r"<w:rPr><w:i/></w:rPr>(?=<w:t[^>]*>Recalling)"), NEW)


def test_formatting_lost_beside_a_change_is_noticed():
    with pytest.raises(ProofError, match="is set differently"):
        prove(BASE, without(r"<w:rPr><w:i/></w:rPr>(?=<w:t[^>]*>Noting)"), NEW)


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        ("northern lakes", "southern lakes"),
        (r"<w:rPr><w:i/></w:rPr>(?=<w:t[^>]*>Recalling)", ""),
        (r"<w:rPr><w:i/></w:rPr>(?=<w:t[^>]*>Noting)", ""),
    ],
)
def test_a_proof_that_was_made_ready_notices_as_much(pattern, by):
    proof = Proof(BASE, NEW)
    proof.prepare()
    proof.prove(REDLINE)
    refused = without(pattern, by=by)
    for one in (proof, Proof(BASE, NEW)):
        with pytest.raises(ProofError) as told:
            one.prove(refused)
        assert told.value.said.code == "proof_failed_reject"


def box(words: str) -> str:
    return p("A sign: ", f"<w:r><w:pict><w:txbxContent>{p(words)}</w:txbxContent></w:pict></w:r>")


def long_file(*others: str) -> bytes:
    """Many steps of parsing: numbers, paragraphs that stay, a table and a text box; `others` stand in the middle."""
    same = [p("\t", i("Noting"), f" that port {number} keeps a list of its ferries,") for number in range(200)]
    rows = table(*([f"Ferry {number}", str(10 * number)] for number in range(60)))
    return word_file(*same, *others, rows, box("Mind the gap"), *same, p("end"))


LONG_BASE = long_file(PORTS, LIGHTS, CREWS.replace(note_mark(1), ""), PILOTS)
LONG_NEW = long_file(*PORTS_SPLIT, LAMPS, PILOTS)


@pytest.mark.parametrize(
    ("pattern", "by", "code"),
    [
        ("port 170 keeps", "port 171 keeps", "reject"),
        ("Mind the gap", "Mind the step", "reject"),
        ("Ferry 47", "Ferry 74", "reject"),
        (r"<w:rPr><w:i/></w:rPr>(?=<w:t[^>]*>Noting</w:t></w:r><w:r><w:t[^>]*> that port 170)", "", "reject"),
        (r"<w:rPr><w:i/></w:rPr>(?=<w:t[^>]*>Urges)", "", "reject"),
        (r"<w:rPr><w:ins [^>]*/></w:rPr>", "", "reject"),
        (r"<w:ins [^>]*><w:r>.*?</w:r></w:ins>", "", "accept"),
    ],
)
def test_a_long_redline_is_proved_and_refused_while_it_is_parsed(pattern, by, code):
    redline = redline_of(LONG_BASE, LONG_NEW).data
    content = parts(redline)
    assert len(content[DOCUMENT]) > 80_000
    proof = Proof(LONG_BASE, LONG_NEW)
    proof.prepare()
    proof.prove(redline, marks=False)
    after = re.sub(pattern, by, content[DOCUMENT].decode(), count=1, flags=re.DOTALL)
    assert after != content[DOCUMENT].decode(), "nothing was spoilt"

    refused = zipped({**content, DOCUMENT: after.encode()})
    for one, marks in ((proof, False), (Proof(LONG_BASE, LONG_NEW), True)):
        with pytest.raises(ProofError) as told:
            one.prove(refused, marks=marks)
        assert told.value.said.code == f"proof_failed_{code}"


def test_marks_of_a_long_redline_are_looked_at_to_its_end():
    redline = redline_of(LONG_BASE, long_file(*PORTS_SPLIT, LAMPS, PILOTS, p("end"))).data
    prove_marks(redline)
    content = parts(redline)
    nameless = b'<w:ins w:id="9001" w:date="2026-01-02T03:04:05Z"><w:r/></w:ins>'
    for spoilt_mark in (nameless, b"<w:delText>x</w:delText>"):
        end = content[DOCUMENT].rindex(b"</w:p>")
        after = content[DOCUMENT][:end] + spoilt_mark + content[DOCUMENT][end:]
        with pytest.raises(ProofError):
            prove_marks(zipped({**content, DOCUMENT: after}))


def test_a_change_in_a_note_is_noticed():
    with pytest.raises(ProofError):
        prove(BASE, without("A/80/", part="word/footnotes.xml", by="A/81/"), NEW)


def test_a_part_that_had_to_stay_is_noticed():
    with pytest.raises(ProofError, match="missing"):
        prove(BASE, zipped({k: v for k, v in parts(REDLINE).items() if k != "word/footnotes.xml"}), NEW)


def test_two_changes_with_one_id_are_noticed():
    def doubled(text: str) -> str:
        first, second = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', text)[:2]
        return text.replace(f'w:id="{second}"', f'w:id="{first}"', 1)

    with pytest.raises(ProofError, match="occurs 2 times"):
        prove(BASE, spoilt(doubled), NEW)


def test_deleted_text_that_is_written_as_living_text_is_noticed():
    with pytest.raises(ProofError, match="is not written as its deletion asks"):
        prove(BASE, spoilt(lambda text: text.replace("w:delText", "w:t")), NEW)


def test_bytes_that_are_no_word_file_are_refused():
    with pytest.raises(ProofError):
        prove(BASE, b"nothing", NEW)


def test_another_new_text_is_not_proved():
    with pytest.raises(ProofError, match="Accepting all changes does not give"):
        prove(BASE, REDLINE, BASE)


def test_the_bases_own_changes_are_read_as_its_view_says():
    tracked = word_file(p("\tUrges all States", ins(" and ports"), deleted(" now"), " to fit lights;"))
    final = word_file(p("\tUrges all States", " and ports", " to fit lights;"))
    original = word_file(p("\tUrges all States", " now", " to fit lights;"))

    prove_reject(tracked, final)
    prove_reject(tracked, original, view=ORIGINAL)
    with pytest.raises(ProofError):
        prove_reject(tracked, original)
