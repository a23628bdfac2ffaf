"""How paragraphs are called."""

from __future__ import annotations

from draftdesk.reading.text.plain import draft_of_text
from draftdesk.workbench.paragraph_names import paragraph_names
from draftdesk.workbench.reading_lines import reading_lines

ANNEXED = """The General Assembly,

1. Adopts the annexed declaration;

2. Invites States:

(a) To act;

Annex

We, the Heads of State,

1. We commit to:

(a) Safe ferries;

(i) By night;

Article 4

(a) Lamps;
"""


def test_subparagraphs_of_an_annex_are_called_by_what_they_stand_under_there():
    draft = draft_of_text(ANNEXED, "annexed.txt", "d")
    names = paragraph_names(draft)
    subs = [name.full for one, name in zip(draft.paragraphs, names, strict=True) if one.kind.value.startswith("sub")]
    assert subs == ["OP 2 (a)", "Declaration 1 (a)", "Declaration 1 (a) (i)", "(a)"]


def test_preambular_paragraphs_of_a_treaty_in_an_annex_are_counted_there():
    text = (
        "The General Assembly,\n\nNoting the talks,\n\n1. Adopts the Agreement.\n\nAnnex II\n\n"
        "The Parties to this Agreement,\n\nRecalling the Convention on Lakes,\n\nNoting the storms,\n"
    )
    draft = draft_of_text(text, "annexed.txt", "d")
    names = [name for p, name in zip(draft.paragraphs, paragraph_names(draft), strict=True) if "PP" in name.margin]
    assert [name.full for name in names] == ["PP 1", "Annex II PP 1", "Annex II PP 2"]
    assert names[-1].margin == "PP 2"


REPORT = "Ferries in 2026\n\n" + "\n\n".join(
    f"25.{k} The port of lake {k} has carried more passengers than in the year before, and needs more lamps."
    for k in range(1, 7)
)


def numbered_names(text):
    draft = draft_of_text(text, "x.txt", "d")
    return [name.full for p, name in zip(draft.paragraphs, paragraph_names(draft), strict=True) if p.number]


def test_numbered_paragraphs_of_a_report_are_called_paragraphs_in_each_language(interface_language):
    text = f"{REPORT}\n\n(a) Blue ones;\n"
    assert numbered_names(text)[-2:] == ["Paragraph 25.6", "Paragraph 25.6 (a)"]
    assert reading_lines(draft_of_text(text, "x.txt", "d"))[-2].what == "Numbered paragraph"
    interface_language("fr")
    assert numbered_names(text)[-2] == "Paragraphe 25.6"
    assert reading_lines(draft_of_text(text, "x.txt", "d"))[-2].what == "Paragraphe numéroté"


def test_those_of_a_treaty_without_a_resolution_are_called_so_too():
    text = "The Parties to this Agreement,\n\nHave agreed as follows:\n\nArticle 1\n\n1. Ferries shall carry lamps.\n"
    assert numbered_names(text)[-1] == "Paragraph 1"


def test_what_states_declare_stays_a_declaration_without_a_resolution_around_it():
    text = "We, the Heads of State,\n\n1. We commit to safe ferries.\n\n2. Ferries are safe when they have lamps.\n"
    assert numbered_names(text) == ["Declaration 1", "Declaration 2"]
