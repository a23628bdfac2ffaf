"""Amendments in the words in which they are tabled."""

from __future__ import annotations

import pytest

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.errors import ExportError
from draftdesk.exporting.printed_text import printed_text
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.workbench.amendment_list import amendment_list
from making_drafts import make_draft

BASE = make_draft(
    "EN: The General Assembly,",
    "PP: Recalling its earlier work on shared rivers,",
    "PP: Noting the reports of river commissions,",
    "OP 1: Takes note of the report of the working group on rivers;",
    "OP 2: Urges all States to adopt common rules:",
    "S1 (a): On the safety of small ferries and boats;",
    "S1 (b): On the training of crews;",
    "OP 3: Requests the Secretary-General to report on the matter;",
    "OP 4: Decides to remain seized of the matter.",
)


def lines(new: Draft) -> list[str]:
    table = align((BASE, new), Shape.PAIR)
    text = printed_text(amendment_list(compare((BASE, new), table))).decode()
    return [line for line in text.splitlines() if line][2:]


def test_amendments_read_as_tabled_ones_do() -> None:
    new = make_draft(
        "EN: The General Assembly,",
        "PP: Recalling its earlier work on shared rivers and lakes,",
        "OP 1: Welcomes the report of the working group on rivers;",
        "OP 2: Urges all States to adopt common rules:",
        "S1 (a): On the safety of small ferries;",
        "S1 (b): On the training of crews;",
        "OP 3: Invites river commissions to share what they know of floods;",
        "OP 4: Requests the Secretary-General to report on the matter;",
        "OP 5: Decides to remain seized of the matter.",
        id_="new",
    )
    assert lines(new) == [
        "In the first preambular paragraph, after “shared rivers”, insert “and lakes”.",
        "Delete the second preambular paragraph.",
        "In operative paragraph 1, replace “Takes note of” with “Welcomes”.",
        "In operative paragraph 2 (a), delete “and boats”.",
        "After operative paragraph 2 (b), insert a new operative paragraph reading:",
        "Invites river commissions to share what they know of floods;",
        "Renumber the paragraphs accordingly.",
    ]


def test_a_move_says_which_paragraph_comes_before() -> None:
    new = make_draft(
        "EN: The General Assembly,",
        "PP: Recalling its earlier work on shared rivers,",
        "PP: Noting the reports of river commissions,",
        "OP 1: Urges all States to adopt common rules:",
        "S1 (a): On the safety of small ferries and boats;",
        "S1 (b): On the training of crews;",
        "OP 2: Requests the Secretary-General to report on the matter;",
        "OP 3: Takes note of the report of the working group on rivers;",
        "OP 4: Decides to remain seized of the matter.",
        id_="new",
    )
    assert lines(new) == [
        "Move operative paragraph 1 after operative paragraph 3.",
        "Renumber the paragraphs accordingly.",
    ]


def test_equal_texts_have_nothing_to_amend() -> None:
    with pytest.raises(ExportError, match="nothing to amend"):
        lines(BASE)
