"""Tracked changes that the base brought along stay pending beside those of the redline."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.errors import ProofError
from draftdesk.exporting.proof.proving import prove, prove_reject
from draftdesk.messages import render
from draftdesk.model.draft import ORIGINAL
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import export_redline, export_resolved_redline
from making_redlines import DATE, drawing, part, parts, redline_of
from making_word import W, deleted, i, ins, p, r, table, word_file, zipped

FERRIES = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")
PENDING = p(
    *("\t1.\t", i("Urges"), " all States", ins(" and river ports", author="Sur")),
    *(deleted(" now", author="Sur"), " to fit lights on ferries;"),
)
BASE = word_file(FERRIES, PENDING, REPORT)
NS = {"w": W.split('"')[1]}


def marked_paragraph(mark: str, *runs: str) -> str:
    """A paragraph whose mark is tracked by another hand."""
    tracked = f'<w:{mark} w:id="{next(_IDS)}" w:author="Sur" w:date="2026-11-20T09:00:00Z"/>'
    return f"<w:p><w:pPr><w:rPr>{tracked}</w:rPr></w:pPr>{''.join(runs)}</w:p>"


_IDS = iter(range(5000, 9_000_000))


def new_of(*paragraphs: str) -> bytes:
    """A file of three paragraphs or more, the middle ones given."""
    return word_file(FERRIES, *(p(text) for text in paragraphs), REPORT)


def middle(data: bytes) -> list[str]:
    """All but the first and last paragraph, drawn."""
    return drawing(data)[1:-1]


def test_the_bases_own_changes_stay_and_the_message_says_so():
    result = redline_of(BASE, new_of("\t1.\tUrges all States and river ports to fit lamps on ferries;"))

    assert middle(result.data) == [
        "→1.→Urges all States{+ and river ports+}[- now-] to fit [-lights-]{+lamps+} on ferries;"
    ]
    assert render(result.message) == "1 change on base.docx, proved. Its own tracked changes (2) stay pending."


def test_they_keep_id_author_and_date():
    before = part(BASE).xpath("//w:ins | //w:del", namespaces=NS)

    data = redline_of(BASE, new_of("\t1.\tUrges all States and river ports to fit lamps on ferries;")).data

    after = {tuple(sorted(mark.attrib.items())) for mark in part(data).xpath("//w:ins | //w:del", namespaces=NS)}
    assert {tuple(sorted(mark.attrib.items())) for mark in before} <= after


def test_a_word_that_goes_from_the_insertion_of_another_is_deleted_inside_it():
    data = redline_of(BASE, new_of("\t1.\tUrges all States and ports to fit lights on ferries;")).data

    assert middle(data) == ["→1.→Urges all States{+ and [-river -]ports+}[- now-] to fit lights on ferries;"]


def test_a_word_that_comes_into_the_insertion_of_another_parts_it():
    data = redline_of(BASE, new_of("\t1.\tUrges all States and great river ports to fit lights on ferries;")).data

    assert middle(data) == [
        "→1.→Urges all States{+ and +}{+great +}{+river ports+}[- now-] to fit lights on ferries;"
    ]
    ids = part(data).xpath("//w:ins/@w:id | //w:del/@w:id", namespaces=NS)
    assert len(set(ids)) == len(ids) == 4


def test_a_file_that_agrees_with_the_base_keeps_it_byte_by_byte():
    data = redline_of(BASE, new_of("\t1.\tUrges all States and river ports to fit lights on ferries;")).data

    assert parts(data)["word/document.xml"] == parts(BASE)["word/document.xml"]


LONG = (
    "Also urges all owners of ferries to keep the oars dry at all times,",
    " and asks them to report on it each year;",
)


def test_a_pending_paragraph_may_be_edited_split_and_deleted():
    base = word_file(FERRIES, marked_paragraph("ins", ins("".join(LONG), author="Sur")), REPORT)

    edited = redline_of(base, new_of("".join(LONG).replace("oars", "ropes"))).data
    split = redline_of(base, new_of(*LONG)).data
    gone = redline_of(base, word_file(FERRIES, REPORT)).data

    before, after = "Also urges all owners of ferries to keep the ", " dry at all times," + LONG[1]
    assert middle(edited) == [f"{{+{before}[-oars-]+}}{{+ropes+}}{{+{after}+}}¶+"]
    assert middle(split) == [f"{{+{LONG[0]}+}}¶+", f"{{+{LONG[1]}+}}¶+"]
    assert middle(gone) == [f"{{+[-{''.join(LONG)}-]+}}¶+¶-"]


def test_the_last_paragraph_goes_though_the_mark_before_it_is_pending():
    base = word_file(FERRIES, marked_paragraph("ins", ins("".join(LONG), author="Sur")), REPORT)

    result = redline_of(base, word_file(FERRIES, p("".join(LONG))))

    assert drawing(result.data)[1:] == [
        f"{{+{''.join(LONG)}+}}¶+¶-",
        "[-→3.→Decides to look at the matter again at its eightieth session.-]",
    ]
    assert "stay pending." in render(result.message)


def test_a_paragraph_whose_deletion_is_pending_stays_so():
    going = marked_paragraph("del", deleted("2. Also urges all owners to keep the oars dry;"))
    base = word_file(FERRIES, going, p("\t2.\tAlso urges all owners to keep the sails dry;"), REPORT)

    data = redline_of(base, new_of("\t2.\tAlso urges all owners to keep the ropes dry;")).data

    assert middle(data) == [
        "[-2. Also urges all owners to keep the oars dry;-]¶-",
        "→2.→Also urges all owners to keep the [-sails-]{+ropes+} dry;",
    ]


FIRST, SECOND, THIRD = (
    "Also urges all owners of ferries to keep the oars dry at all times,",
    " to hang a lamp from the mast of each ferry in the evening,",
    " and to report on both to the harbour master each year;",
)


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        ([FIRST.replace("all ", "") + SECOND + THIRD], [FIRST.replace("all ", "[-all -]") + "¶-", SECOND + THIRD]),
        (
            [FIRST + SECOND + THIRD.replace(" each year", "")],
            [FIRST + "¶-", SECOND + THIRD.replace(" each year", "[- each year-]")],
        ),
        ([FIRST + SECOND, THIRD], [FIRST + "¶-", SECOND + "¶+", THIRD]),
        ([FIRST, SECOND + THIRD], [FIRST + "¶+", "¶-", SECOND + THIRD]),
        ([], [f"[-{FIRST}-]¶-", f"[-{SECOND}{THIRD}-]¶-"]),
    ],
)
def test_two_paragraphs_whose_merge_is_pending_are_edited_as_one(new: list[str], wanted: list[str]):
    base = word_file(FERRIES, marked_paragraph("del", r(FIRST)), p(SECOND + THIRD), REPORT)

    assert middle(redline_of(base, new_of(*new)).data) == wanted


def test_a_paragraph_whose_merge_is_pending_is_split_before_its_end():
    base = word_file(FERRIES, marked_paragraph("del", r(FIRST + SECOND)), p(THIRD), REPORT)

    assert middle(redline_of(base, new_of(FIRST, SECOND + THIRD)).data) == [f"{FIRST}¶+", f"{SECOND}¶-", THIRD]


def test_a_redline_may_be_the_base_of_another_its_moves_included():
    oars = p("\tNoting with concern how wet the oars of many a ferry are in the morning,")
    fog = p("\tNoting with regret how thick the fog is in the evening on many of the lakes,")
    first = redline_of(word_file(FERRIES, oars, fog, REPORT), word_file(fog, FERRIES, oars, REPORT))
    assert first.moves == 1
    other = fog.replace("evening", "night")

    second = export_redline(
        receive(first.data, "base.docx").drafts[0],
        first.data,
        receive(new := word_file(other, oars, FERRIES, REPORT), "new.docx").drafts[0],
        new,
        "Sur",
        "2026-11-25T12:00:00Z",
    )

    prove(first.data, second.data, new, keeps_pending=True)
    names = part(second.data).xpath("//w:moveFromRangeStart/@w:name", namespaces=NS)
    assert len(set(names)) == len(names) == 2
    assert "stay pending." in render(second.message)


def test_a_paragraph_with_pending_changes_stays_and_the_longer_one_beside_it_moves():
    long = "\t2.\tInvites the regional commissions to gather the rules of all ports and to publish them together;"
    base, now = word_file(FERRIES, PENDING, p(long), REPORT), "\t1.\tUrges all States and river ports to fit lights;"

    data = redline_of(base, new_of(long, now)).data

    moved = {
        str(mark.tag).rpartition("}")[2] for mark in part(data).xpath("//w:moveFrom | //w:moveTo", namespaces=NS)
    }
    assert moved == {"moveFrom", "moveTo"}
    assert drawing(data)[2] == "→1.→Urges all States{+ and river ports+}[- now-] to fit lights[- on ferries-];"


RULES = "\t2.\tInvites the regional commissions to gather the rules of all ports and to publish them together;"
LATER = [
    *("\t3.\tEncourages the owners of ferries to keep two lamps of each kind on board in every season of the year;",),
    *("\t4.\tCalls upon the schools of the lake towns to teach all children how to swim before they are ten;",),
]
MOVED = "\t1.\tUrges all States and river ports to fit lights on ferries;"


def test_a_paragraph_with_pending_changes_moves_past_several_and_they_stay_at_the_old_place():
    base = word_file(FERRIES, PENDING, p(RULES), *map(p, LATER), REPORT)

    data = redline_of(base, new_of(RULES, *LATER, MOVED)).data

    told = middle(data)
    assert told[0].startswith("<<→1.→Urges all States<<{+<< and river ports<<+}[- now-]<< to fit lights")
    assert told[-1] == ">>→1.→Urges all States and river ports to fit lights on ferries;>>¶>>"


def test_a_paragraph_with_a_pending_mark_moves_and_its_mark_goes():
    pending = marked_paragraph("ins", r(MOVED))
    base = word_file(FERRIES, pending, p(RULES), *map(p, LATER), REPORT)

    told = middle(redline_of(base, new_of(RULES, *LATER, MOVED)).data)

    assert (told[0][:2], told[0][-4:]) == ("<<", "¶+¶-")
    assert told[-1] == ">>→1.→Urges all States and river ports to fit lights on ferries;>>¶>>"


def test_a_paragraph_behind_one_whose_deletion_is_pending_moves():
    going = marked_paragraph("del", deleted("Two oars", author="Sur"))
    base = word_file(FERRIES, going, p(MOVED), p(RULES), *map(p, LATER), REPORT)

    told = middle(redline_of(base, new_of(RULES, *LATER, MOVED)).data)

    assert told[0] == "[-Two oars-]¶-"
    assert told[1].startswith("<<→1.→Urges all States")
    assert told[-1].startswith(">>→1.→Urges all States")


def test_a_row_whose_deletion_is_pending_stays_so():
    def cell(text: str) -> str:
        return f"<w:tc>{text}</w:tc>"

    tracked = f'<w:trPr><w:del w:id="{next(_IDS)}" w:author="Sur" w:date="2026-11-20T09:00:00Z"/></w:trPr>'
    going = f"<w:tr>{tracked}{cell(marked_paragraph('del', deleted('Two oars')))}</w:tr>"
    rows = [f"<w:tr>{cell(p(text))}</w:tr>" for text in ("One bright lamp", "One bright light")]
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    base = word_file(FERRIES, f"{grid}{rows[0]}{going}</w:tbl>", REPORT)

    data = redline_of(base, word_file(FERRIES, f"{grid}{rows[1]}</w:tbl>", REPORT)).data

    assert middle(data) == ["One bright [-lamp-]{+light+}", "row- [-Two oars-]¶-"]


def test_a_base_whose_cells_are_pending_is_resolved_and_the_message_says_so():
    tracked = f'<w:tcPr><w:cellIns w:id="{next(_IDS)}" w:author="Sur" w:date="2026-11-20T09:00:00Z"/></w:tcPr>'
    grid = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    base = word_file(FERRIES, f"{grid}<w:tr><w:tc>{tracked}{p('One lamp')}</w:tc></w:tr></w:tbl>", REPORT)
    new = word_file(FERRIES, f"{grid}<w:tr><w:tc>{p('One light')}</w:tc></w:tr></w:tbl>", REPORT)

    result = redline_of(base, new)

    assert middle(result.data) == ["One [-lamp-]{+light+}"]
    assert "could not stay pending" in render(result.message)


def test_what_is_amiss_with_the_marks_of_the_base_is_kept_as_it_is():
    moved = '<w:moveFrom w:id="71" w:author="Sur" w:date="2026-11-20T09:00:00Z">'
    lonely = f"{moved}{deleted('by night', author='Sur', number=72)}</w:moveFrom>"
    base = word_file(FERRIES, p("\tNoting that fog is thick ", lonely, "on lakes,"), REPORT)

    result = redline_of(base, new_of("\tNoting that fog is dense on lakes,"))

    assert middle(result.data) == ["→Noting that fog is [-thick-]{+dense+} <<[-by night-]<<on lakes,"]
    assert "stay pending." in render(result.message)


def test_a_change_of_formatting_stays_in_both_parts_of_a_run():
    former = '<w:i/><w:rPrChange w:id="71" w:author="Sur" w:date="2026-11-20T09:00:00Z"><w:rPr/></w:rPrChange>'
    base = word_file(FERRIES, p(r("\tNoting that fog is thick on lakes,", former)), REPORT)

    data = redline_of(base, new_of("\tNoting that fog is dense on lakes,")).data

    changes = part(data).xpath("//w:r[w:t or w:delText]/w:rPr/w:rPrChange", namespaces=NS)
    assert [change.get(f"{{{NS['w']}}}author") for change in changes] == ["Sur"] * 3
    assert len({change.get(f"{{{NS['w']}}}id") for change in changes}) == 3


def test_the_user_may_choose_to_resolve_them():
    new = new_of("\t1.\tUrges all States and river ports to fit lamps on ferries;")
    drafts = receive(BASE, "base.docx").drafts[0], receive(new, "new.docx").drafts[0]

    result = export_resolved_redline(drafts[0], BASE, drafts[1], new, "Norden", DATE)

    assert middle(result.data) == ["→1.→Urges all States and river ports to fit [-lights-]{+lamps+} on ferries;"]
    assert "Its own tracked changes were resolved first (final)" in render(result.message)


def table_with_pending_cell(kind: str) -> str:
    """A table of two columns, of which the second comes or goes in its only row; a word in the first is pending."""
    change = f'<w:tcPr><w:{kind} w:id="4000" w:author="Ost" w:date="2026-11-20T09:00:00Z"/></w:tcPr>'
    cells = f"<w:tc>{p('Kestrel', ins(' and Heron', author='Sur'))}</w:tc><w:tc>{change}{p('40 seats')}</w:tc>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>"


@pytest.mark.parametrize(("kind", "cells"), [("cellIns", ["Kestrel and Heron", "40 seats"]), ("cellDel", [])])
def test_a_pending_cell_is_accepted_alone_and_all_else_stays_pending(kind, cells):
    base = word_file(FERRIES, table_with_pending_cell(kind), PENDING, REPORT)
    there = p("\t1.\tUrges all States and river ports to fit lamps on ferries;")
    new = word_file(FERRIES, table(cells if kind == "cellIns" else ["Kestrel and Heron"]), there, REPORT)

    result = redline_of(base, new)

    root = part(result.data)
    assert root.xpath("//w:cellIns | //w:cellDel", namespaces=NS) == []
    assert len(root.xpath("//w:tc", namespaces=NS)) == (2 if kind == "cellIns" else 1)
    assert [mark.get(f"{{{NS['w']}}}author") for mark in root.xpath("//w:tc//w:ins", namespaces=NS)] == ["Sur"]
    assert "[- now-] to fit [-lights-]{+lamps+}" in drawing(result.data)[-2]
    assert "(3) stay pending; those of table cells (1)" in render(result.message)
    assert [render(said) for said in result.remarks] == [
        "Still pending, by author: Sur 3.",
        "Accepted first, by author: Ost 1. To choose otherwise, name the view of the base, such as @original.",
    ]


def test_a_pending_cell_that_stays_pending_is_noticed():
    base = word_file(FERRIES, table_with_pending_cell("cellIns"), PENDING, REPORT)
    new = word_file(FERRIES, table(["Kestrel and Heron", "40 seats"]), PENDING, REPORT)

    with pytest.raises(ProofError):
        prove(base, base, new, keeps_pending=True)


# What the proof refuses

NEW = new_of("\t1.\tUrges all States and ports to fit lamps on ferries;")
REDLINE = redline_of(BASE, NEW).data


def spoilt(pattern: str, by: str) -> bytes:
    files = parts(REDLINE)
    text = files["word/document.xml"].decode()
    changed = re.sub(pattern, by, text, count=1)
    assert changed != text
    return zipped({**files, "word/document.xml": changed.encode()})


def test_the_redline_is_proved_as_it_is():
    prove(BASE, REDLINE, NEW, keeps_pending=True)
    with pytest.raises(ProofError):
        prove(BASE, REDLINE, NEW)
    with pytest.raises(ProofError):
        prove(BASE, REDLINE, NEW, base_view=ORIGINAL)


@pytest.mark.parametrize(
    ("pattern", "by"),
    [
        (r"<w:del [^>]*>(?:(?!</w:del>).)* now(?:(?!</w:del>).)*</w:del>", ""),  # a pending deletion is accepted
        (r'<w:ins [^>]*"Sur"[^>]*>((?:(?!</w:ins>).)*)</w:ins>', r"\1"),  # a pending insertion is accepted
        (r'<w:ins [^>]*"Sur"[^>]*>((?:(?!</w:ins>).)*)</w:ins>', ""),  # and rejected
        (r'(<w:ins w:id="\d+" w:author=")(?!Norden)[^"]+', r"\1Norden"),  # another hand
        (r'(<w:ins [^>]*w:date=")[^"]+', r"\g<1>2001-01-01T00:00:00Z"),  # another day
        (r"(?<=inland )ferries", "boats"),  # words without a mark
    ],
)
def test_a_redline_that_lost_a_pending_change_is_refused(pattern: str, by: str):
    with pytest.raises(ProofError):
        prove_reject(BASE, spoilt(pattern, by), keeps_pending=True)


# Random documents


def by_sur(make: Callable[..., str]) -> Callable[[str], str]:
    """A maker of changes, each with an id of its own."""
    return lambda text: make(text, author="Sur", number=next(_IDS))


WORDS = st.sampled_from(["oars", "lamps", "ropes", "fog", "of the", "and", "ferries", "safe", "lakes", "10"])
TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
RUN = st.tuples(st.sampled_from([r, r, by_sur(ins), by_sur(deleted)]), TEXT.map(lambda text: f"{text} "))
PARAGRAPH = st.tuples(st.sampled_from(["", "", "ins", "del"]), st.lists(RUN, min_size=1, max_size=4))


@given(base=st.lists(PARAGRAPH, min_size=1, max_size=5), new=st.lists(TEXT, min_size=1, max_size=5))
@settings(max_examples=50)
def test_a_random_base_is_proved_whatever_becomes_of_it(base, new):
    blocks = [
        marked_paragraph(mark, *(make(text) for make, text in runs))
        if mark
        else p(*(make(text) for make, text in runs))
        for mark, runs in base
    ]

    result = redline_of(word_file(FERRIES, *blocks, REPORT), new_of(*new))  # proves, or raises

    assert "resolved" not in render(result.message)
