"""What paragraphs are: parts with their own preambles, four levels, closing words, annexes, alternatives."""

from __future__ import annotations

import pytest

from draftdesk.model.paragraph import Mark, Origin, Run, Span
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.masthead import is_symbol_line
from draftdesk.reading.seen import Seen
from draftdesk.reading.structure import structured
from draftdesk.reading.text.plain import draft_of_text
from draftdesk.reading.treaty import names_parties

PARTS = """81/9. Safety of inland ferries

A

Rules for ferries

The General Assembly,

Recalling its resolution 79/412 of 20 December 2024,

1. Urges States to adopt rules on:

(a) Loading:

(i) Of cars:

a. With fuel;

i. In tanks;

b. Without fuel;

(ii) Of goods;

(b) Landing;

and to publish them every year;

1 bis. Invites the River Commission to help;

[2 alt. Requests the Secretary-General to report;]

3 pre. Decides to meet;

B

Training of crews

The General Assembly,

Noting with concern the lack of crews,

1. Requests the Secretary-General to report on training;

48th (resumed) plenary meeting 3 December 2026

Annex

Rules for small ferries

Article 1

1. The present rules apply to ferries.

Rule 2

Ferries shall carry lifebelts.

Annex II

Declaration on rivers

1. We reaffirm our commitment to rivers.
"""
READ = """title 81/9 · heading A · enacting · preambular · operative 1 · sub1 (a) · sub2 (i) · sub3 a · sub4 i
 · sub3 b · sub2 (ii) · sub1 (b) · closing · operative 1 bis · operative 2 alt · operative 3 pre · heading B
 · enacting · preambular · operative 1 · meeting_line · annex_title · heading · article · declaration 1 · article
 · body · annex_title · heading · declaration 1"""


def kinds(text: str) -> list[str]:
    draft = draft_of_text(text, "x.txt", "d")
    return [f"{one.kind.value} {one.number}".strip() for one in draft.paragraphs if not one.is_hidden]


def test_a_resolution_in_parts_with_lists_and_annexes():
    assert kinds(PARTS) == " ".join(READ.split()).split(" · ")


def test_alternatives_are_headings_over_the_paragraphs_that_they_offer():
    text = (
        "Option 1:\n\n1. Parties shall act.\n\n{Option 2}\n\n1. Parties should act.\n\n2.1 Each Party shall report.\n"
    )
    assert kinds(text) == ["heading", "declaration 1", "heading", "declaration 1", "declaration 2.1"]


def test_a_bracketed_paragraph_of_a_draft_is_no_note_on_its_adoption():
    assert kinds("[Parties shall act.]\n\n1. Parties shall report.\n")[0] == "body"
    assert kinds("[on the report of the Second Committee]\n\nThe General Assembly,\n")[0] == "source_note"


@pytest.mark.parametrize(
    "symbol",
    [
        *("A/RES/81/9", "A/RES/68/247 B", "A/RES/69/96 A-B", "A/RES/ES-11/1", "A/RES/S-24/2", "A/RES/3379 (XXX)"),
        *("A/81/L.5", "A/72/L.13/Add.1", "A/C.3/81/L.12/Rev.1", "A/81/92", "A/81/9/Corr.1", "A/ES-10/L.31/Rev.1"),
        *("E/RES/2026/3", "E/2026/L.10", "E/CN.5/2026/3", "S/RES/1325 (2000)", "S/2026/970", "S/PRST/2026/5"),
        *("S/PV.9520", "A/HRC/RES/50/10", "A/HRC/50/L.10/Rev.1", "A/HRC/DEC/50/101", "A/CONF.213/18"),
        *("A/AC.290/2026/L.1", "FCCC/CP/2026/L.5", "CBD/COP/15/L.25", "A/81/INF/3", "A/AC.1/CRP.2", "A/AC.1/WP.2"),
    ],
)
def test_symbols_of_all_families_are_known_as_such(symbol):
    assert is_symbol_line(symbol)


def test_a_text_of_more_than_a_thousand_paragraphs_is_numbered_to_its_end():
    lines = [f"{number}. Urges States to train crew {number};" for number in range(1, 1013)]
    text = "\n\n".join(["The General Assembly,", *lines, "2030. Is the year of the ferries;"])
    draft = draft_of_text(text, "long.txt", "long")
    assert [one.number for one in draft.paragraphs[1:]] == [*map(str, range(1, 1013)), ""]
    assert draft.paragraphs[1012].text == "Urges States to train crew 1012;"


def test_a_bracket_before_a_number_opens_the_text_behind_it():
    text = "The General Assembly,\n\n[PP1 bis Recalling its resolution 79/412,]\n\n[12. Urges States to act;\n"
    draft = draft_of_text(text, "x.txt", "d")
    said = [(one.kind.value, one.number, one.text) for one in draft.paragraphs[1:]]
    assert said == [
        ("preambular", "PP1 bis", "[Recalling its resolution 79/412,]"),
        ("operative", "12", "[Urges States to act;"),
    ]


CONFERENCE = "The Conference of the Parties serving as the meeting of the Parties to the Lacustria Agreement,"
DECISIONS = f"""Decision 4/LMA.3

Time frames for ferries

{CONFERENCE}

Recalling decision 3/LMA.2,

1. Decides to adopt the rules contained in the annex.

Annex

Rules for ferries

1. Ferries shall carry lifebelts.

12th plenary meeting 13 November 2026

Decision 5/LMA.3

Guidance to the River Fund

{CONFERENCE}

Noting the report,

1. Requests the Fund to report.

12th plenary meeting 13 November 2026
"""


def test_each_decision_of_a_conference_of_parties_has_its_own_preamble_and_meeting():
    read = """heading · title · enacting · preambular · operative 1 · annex_title · heading · declaration 1
     · meeting_line · heading · heading · enacting · preambular · operative 1 · meeting_line"""
    assert kinds(DECISIONS) == " ".join(read.split()).split(" · ")
    assert draft_of_text(DECISIONS, "x.txt", "d").title == "Time frames for ferries"


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        (CONFERENCE, CONFERENCE[4:-1]),
        ("La Conférence des Parties agissant comme réunion des Parties à l'Accord,", None),
        ("The Seventy-ninth World Health Assembly,", "Seventy-ninth World Health Assembly"),
        ("The Commission on Population and Development,", "Commission on Population and Development"),
    ],
)
def test_organs_that_are_too_many_to_list_are_known_by_the_line_with_their_name(line, organ):
    assert enacting_organ(line) == (organ or "Conférence des Parties agissant comme réunion des Parties à l’Accord")


@pytest.mark.parametrize(
    "line",
    [
        "The Committee decided to meet again,",
        "The Commission on Ferries, in 2026,",
        "The World Health Assembly",
        "The Conference of the Parties at its third session,",
    ],
)
def test_a_sentence_about_an_organ_is_no_enacting_line(line):
    assert enacting_organ(line) is None


def doubts(text: str) -> list[str]:
    draft = draft_of_text(text, "x.txt", "d")
    return [f"{one.number} {doubt}" for one in draft.paragraphs for doubt in one.doubts if one.number]


def test_numbered_sentences_of_an_annex_are_in_no_doubt_as_an_operative_paragraph_without_its_verb_is():
    text = "The General Assembly,\n\n1. The ferry shall stop.\n\nAnnex\n\n1. Ferries shall carry lifebelts.\n"
    assert doubts(text) == ["1 kind_by_number"]


@pytest.mark.parametrize("lead", ["We, the States of the lakes,", "Adopts this declaration, and in this regard we:"])
def test_what_states_declare_in_numbered_paragraphs_is_a_declaration(lead):
    text = f"The General Assembly\n\n{lead}\n\n1. Reiterate our rules;\n\n2. Call upon all crews to train.\n"
    assert kinds(text)[2:] == ["declaration 1", "declaration 2"]
    assert doubts(text) == []


@pytest.mark.parametrize(
    ("style", "kind"), [("Reg_H_2/3_G", "heading"), ("_ H_2/3", "heading"), ("Reg_Single Txt_G", "operative")]
)
def test_a_number_before_a_heading_of_a_template_makes_it_no_paragraph(style, kind):
    lines = [Seen("The General Assembly,", Origin("x", 0)), Seen("Training", Origin("x", 1), "1.", style)]
    assert structured(lines, "en")[1].kind == kind


REPORT = (
    ("Session", "Eighty-first session"),
    ("Agenda_Item_Normal", "Item 17 of the provisional list"),
    ("Agenda_Title_H2", "Ferry budget for 2027"),
    ("Title_H_CH", "Ferry budget for 2027"),
    ("_ H_1", "Part II"),
    ("Title_H_CH", "Landing places"),
    ("_ H_Ch", "Overview"),
    ("", "(Thousands of crowns)"),
    ("", "2.1 The landing places need new lamps."),
)


def test_the_headings_of_a_report_are_headings_and_nothing_in_it_is_in_doubt():
    placed = structured([Seen(text, Origin("x", k), style=style) for k, (style, text) in enumerate(REPORT)], "en")
    read = [one.kind.value for one in placed]
    assert read == ["session", *["agenda"] * 2, "title", *["heading"] * 3, "body", "declaration"]
    assert not any(one.doubt for one in placed)


def test_the_line_of_adoption_has_the_style_of_a_report_and_is_no_title():
    lines = [
        Seen("Resolution adopted by the General Assembly on 3 December 2026", Origin("x", 0), style="Title_H_CH"),
        Seen("81/9. Safety of ferries", Origin("x", 1), style="_ H__M"),
        Seen("The General Assembly,", Origin("x", 2)),
    ]
    assert [one.kind.value for one in structured(lines, "en")][1] == "title"
    assert structured(lines, "en")[0].kind.value != "title"


def test_who_submits_a_draft_is_no_title_also_right_above_the_enacting_line():
    text = "Ferries\n\nCo-sponsors: Altamere, Belmarine\n\nThe General Assembly,\n\n1. Urges States to act.\n"
    draft = draft_of_text(text, "x.txt", "d")
    assert draft.sponsors == "Co-sponsors: Altamere, Belmarine"
    assert draft.title == ""


def test_numbered_paragraphs_of_articles_are_no_operative_ones_and_in_no_doubt():
    text = (
        "The Parties to this Agreement,\n\nRecalling the Convention on Lakes,\n\nHave agreed as follows:\n\n"
        "Article 1\n\nFor the purposes of this Agreement:\n\n1. “Ferry” means a boat.\n\n[Further terms follow.]\n\n"
        "Article 2 (SAFETY)\n\n1. Parties shall keep ferries safe.\n\n2 bis. Parties should report.\n"
    )
    read = "article · body · declaration 1 · body · article · declaration 1 · declaration 2 bis"
    assert kinds(text)[3:] == read.split(" · ")
    assert doubts(text) == []


TREATY = """
Recalling the Convention on Lakes,

[Option (a): Convinced that [all] ferries [must][should] be safe,]

[Being Parties to the Convention on Lakes (“the Convention”)]

Have agreed as follows:

1. Recognizes the need for lamps.

(a) On deck;

• On the quay

Option 2: Lamps are left to Parties.

and in the hold.
"""
TREATY_READ = [
    "preambular",
    "preambular",
    "preambular",
    "body",
    "declaration 1",
    "sub1 (a)",
    "body",
    "body",
    "closing",
]


@pytest.mark.parametrize(
    "line",
    [
        "The Parties to this Agreement,",
        "[The [States] Parties to the present Protocol,]",
        "The States Parties to the present Optional Protocol,",
        "Les États Parties à la présente Convention,",
        "Las Partes en el presente Acuerdo,",
        "Los Estados partes en la presente Convención,",
        "Государства — участники настоящей Конвенции,",
        "本公约缔约国，",
        "إن الدول الأطراف في هذه الاتفاقية،",
    ],
)
def test_the_line_that_names_the_parties_is_known_in_each_language(line):
    assert names_parties(line)


@pytest.mark.parametrize(
    "line",
    [
        "The Parties to this Agreement shall report,",
        "The General Assembly,",
        "Parties to this Agreement,",
        "The Parties",
    ],
)
def test_other_lines_name_no_parties(line):
    assert not names_parties(line)


def test_a_treaty_without_an_organ_has_a_preamble_and_no_operative_paragraphs_and_nothing_in_it_is_in_doubt():
    text = "[The Parties to this agreement,]\n" + TREATY
    assert kinds(text) == ["body", *TREATY_READ]
    assert not any(one.doubts for one in draft_of_text(text, "x.txt", "d").paragraphs)


def test_the_preamble_of_a_treaty_in_an_annex_is_one_of_preambular_paragraphs():
    resolution = "The General Assembly,\n\nNoting the talks,\n\n1. Adopts the Agreement annexed hereto.\n\n"
    text = f"{resolution}Annex\n\nThe Parties to this Agreement,\n{TREATY}\nAnnex II\n\nNoting nothing,\n"
    assert kinds(text)[3:] == ["annex_title", "body", *TREATY_READ, "annex_title", "body"]
    assert not any(one.doubts for one in draft_of_text(text, "x.txt", "d").paragraphs)


def test_an_organ_that_speaks_after_a_treaty_decides_again():
    text = f"The Parties to this Agreement,\n{TREATY}\nThe General Assembly,\n\n1. Urges States to sign.\n"
    assert kinds(text)[-2:] == ["enacting", "operative 1"]


def report(line: str = "{number} The port of lake {k} has carried more passengers than it had in the year before."):
    numbered = [line.format(number=f"25.{k}", k=k) for k in range(1, 7)]
    return [Seen(text, Origin("x", k)) for k, text in enumerate(["Ferries in 2026", "Contents", *numbered])]


def test_a_report_without_styles_is_known_by_its_numbered_sentences_and_nothing_in_it_is_in_doubt():
    bold = Run(Span(0, 8), frozenset({Mark.BOLD}))
    lines = [*report(), *(Seen(text, Origin("x", 20)) for text in ("Table 25.1", "Overview", "Total\t4 157.8"))]
    lines[-2:] = [one._replace(runs=(bold,)) for one in lines[-2:]]
    placed = structured(lines, "en")
    assert [one.kind.value for one in placed[2:]] == [*["declaration"] * 6, "heading", "heading", "body"]
    assert not any(one.doubt for one in placed)


@pytest.mark.parametrize(
    "line",
    [
        "{number} Urges all States whose ferries cross lake {k} to see to the lamps of these at once;",
        "{number} We shall see to it that all ferries of lake {k} carry the lamps that they have to.",
        "{number} The port of lake {k} has carried more passengers than it had in the year before;",
        "{number} Lake {k}",
    ],
)
def test_numbered_lines_of_other_texts_make_no_report(line):
    assert any(one.doubt for one in structured(report(line), "en"))


@pytest.mark.parametrize(
    "line", ["Option 2: {No text required}", "{Other impacts on lamps}", "[Option B {Lamps at all ports}]"]
)
def test_what_facilitators_write_between_the_lines_is_a_heading_in_no_doubt_and_ends_no_list(line):
    text = f"The General Assembly,\n\n1. Urges States to act:\n\n(a) At once;\n\n{line}\n\n(b) Together;\n"
    assert kinds(text)[-3:] == ["sub1 (a)", "heading", "sub1 (b)"]
    assert not any(one.doubts for one in draft_of_text(text, "x.txt", "d").paragraphs)
