"""Amendments in the words in which they are tabled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.errors import ExportError
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.text.plain import draft_of_text
from draftdesk.workbench.amendment_list import amendment_draft
from making_drafts import make_draft

LINES = (
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
BASE = make_draft(*LINES)


def lines(new: Draft) -> list[str]:
    table = align((BASE, new), Shape.PAIR)
    told = amendment_draft(compare((BASE, new), table)).paragraphs
    return [f"{one.number}. {one.text}" if one.number else one.text for one in told][1:]


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
        "1. In the first preambular paragraph, after “shared rivers”, insert “and lakes”.",
        "2. Delete the second preambular paragraph.",
        "3. In operative paragraph 1, replace “Takes note of” with “Welcomes”.",
        "4. In operative paragraph 2 (a), delete “and boats”.",
        "5. After operative paragraph 2 (b), insert a new operative paragraph reading:",
        "Invites river commissions to share what they know of floods;",
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
    ]


def test_equal_texts_have_nothing_to_amend() -> None:
    with pytest.raises(ExportError, match="nothing to amend"):
        lines(BASE)


def test_what_is_deleted_side_by_side_is_told_in_one_sentence() -> None:
    new = make_draft(
        "EN: The General Assembly,",
        "OP 1: Urges all States to adopt common rules:",
        "S1 (a): On the safety of small ferries and boats;",
        "S1 (b): On the training of crews.",
        id_="new",
    )
    assert lines(new) == ["Delete the first and second preambular paragraphs and operative paragraphs 1, 3 and 4."]


def front(base: Draft) -> list[str]:
    new = make_draft("EN: The General Assembly,", "PP: Recalling all its work on rivers,", id_="new")
    told = amendment_draft(compare((base, new), align((base, new), Shape.PAIR)))
    return [one.text for one in told.paragraphs if one.kind is not ParagraphKind.BODY]


def test_the_line_over_the_title_says_what_is_amended_and_leaves_the_sponsors_open() -> None:
    base = make_draft("TITLE: Shared rivers", "EN: The General Assembly,", "PP: Recalling its work on rivers,")
    assert front(replace(base, symbol="A/C.2/81/L.7", title="Shared rivers"))[:2] == [
        "…: amendment to draft resolution A/C.2/81/L.7",
        "Shared rivers",
    ]
    assert front(replace(base, symbol="A/C.2/81/L.7/Rev.1"))[0].endswith(
        "revised draft resolution A/C.2/81/L.7/Rev.1"
    )


def test_a_lone_amendment_has_no_number() -> None:
    new = make_draft(*LINES[:1], LINES[1].replace("shared", "great"), *LINES[2:], id_="new")
    assert lines(new) == ["In the first preambular paragraph, replace “shared” with “great”."]


def test_a_french_text_is_amended_in_french() -> None:
    base = make_draft(
        "EN: L’Assemblée générale,",
        "PP: Rappelant ses travaux sur les fleuves,",
        "PP: Notant les rapports des commissions fluviales,",
        "OP 1: Engage tous les États à adopter des règles communes :",
        "S1 a): Sur la sécurité des petits bacs ;",
        "S1 b): Sur la formation des équipages ;",
        "OP 2: Prie le Secrétaire général de faire rapport sur la question ;",
        "OP 3: Décide de rester saisie de la question.",
        language="fr",
    )
    new = make_draft(
        "EN: L’Assemblée générale,",
        "PP: Rappelant ses travaux sur les fleuves et les lacs,",
        "OP 1: Engage tous les États à adopter des règles communes :",
        "S1 a): Sur la sécurité des petits bacs et des barques ;",
        "S1 b): Sur la formation des équipages ;",
        "OP 2: Invite les commissions à échanger leurs connaissances sur les crues ;",
        "OP 3: Décide de rester saisie de la question.",
        id_="new",
        language="fr",
    )
    told = amendment_draft(compare((base, new), align((base, new), Shape.PAIR)))
    assert [one.text.replace("\u00a0", " ") for one in told.paragraphs] == [
        "… : amendement au projet de résolution …",
        "Au premier alinéa du préambule, après « les fleuves », insérer « et les lacs ».",
        "Supprimer le deuxième alinéa du préambule.",
        "À l’alinéa a) du paragraphe 1 du dispositif, après « petits bacs », insérer « et des barques ».",
        "Supprimer le paragraphe 2 du dispositif.",
        "Après le paragraphe 2 du dispositif, insérer un nouveau paragraphe du dispositif ainsi libellé :",
        "Invite les commissions à échanger leurs connaissances sur les crues ;",
    ]


def test_paragraphs_of_a_report_are_amended_by_their_number_and_no_annex_is_named() -> None:
    numbered = [
        f"25.{k} The port of lake {k} has carried more passengers than in the year before." for k in range(1, 7)
    ]
    old, new = (
        draft_of_text("\n\n".join(said), name, name)
        for name, said in (("a", numbered), ("b", [*numbered[:-1], numbered[-1].replace("more", "fewer")]))
    )
    told = amendment_draft(compare((old, new), align((old, new), Shape.PAIR))).paragraphs
    assert any("In paragraph 25.6," in one.text for one in told)
    assert not any("annex" in one.text for one in told)
