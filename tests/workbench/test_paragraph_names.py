"""How paragraphs are called."""

from __future__ import annotations

from draftdesk.reading.plain_text import draft_of_text
from draftdesk.workbench.paragraph_names import paragraph_names

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
