"""Words that no list has: what is found, and what is left alone."""

from __future__ import annotations

import pytest

from draftdesk.checking.checks import check
from draftdesk.drafting.rewriting import with_marks
from draftdesk.model.paragraph import Mark, Span
from making_drafts import make_draft


def found(draft, **ways):
    texts = {p.id.serial: p.text for p in draft.paragraphs}
    return [
        finding.span.of(texts[finding.paragraph])
        for finding in check(draft, **ways)
        if finding.rule == "unknown_word"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling the work of UNIFIL and of the SDGs, and A/RES/78/406 and UN-Women,",
        "Recalling the report of Ms. Mbekweni of Ouagadougou and of Rio de Janeiro,",
        "Recalling the entry into force of the Accord-cadre de Ndjamena,",
        "Recalling “the developpment of rules”, as entitled,",
        "Recalling subregional, socioeconomic and multi-stakeholder cooperation and pre-empting risk,",
        "Recalling the Front de libération nationale kanak et socialiste and its work,",
        "Recalling the State[s] and countr[ies] concerned,",
        "Recalling the document at https://undocs.org and by email to sgmeeting@un.org,",
        "Recalling articles iv and vii, and paragraphs 3 bis and 4 quater,",
    ],
)
def test_names_abbreviations_quotations_and_symbols_are_left_alone(text):
    assert found(make_draft(f"PP: {text}")) == []


def test_italic_words_inside_a_sentence_are_of_another_language():
    draft = make_draft("PP: Recalling the principle of wahkohtowin in forestry,")
    at = draft.paragraphs[0].text.index("wahkohtowin")
    italic = with_marks(draft.paragraphs[0], ((Span(at, at + 11), Mark.ITALIC, True),))
    assert found(draft) == ["wahkohtowin"]
    assert found(type(draft)(draft.id, draft.name, (italic,), language="en")) == []


def test_a_slip_in_the_opening_is_found_though_it_is_in_italics():
    assert found(make_draft("PP: Recaling its earlier work,")) == ["Recaling"]


def test_a_paragraph_in_another_language_is_left_alone():
    assert found(make_draft("PP: Rappelant ses travaux antérieurs concernant les bacs fluviaux,")) == []


def test_words_of_ones_own_are_spelt_right():
    draft = make_draft("PP: Recalling the waterbailiffs and their Waterbailiffs,")
    assert found(draft) == ["waterbailiffs"]
    assert found(draft, own_words={"waterbailiffs"}) == []


def test_what_another_rule_of_spelling_finds_is_found_once():
    draft = make_draft("PP: Recalling its program to organise the center,")
    assert found(draft) == []
    assert {finding.rule for finding in check(draft)} == {"british", "ize"}


def test_french_is_looked_up_without_its_elided_words():
    right = "PP: Rappelant qu’aujourd’hui l’Assemblée s’est félicitée d’avoir œuvré jusqu’à ce jour,"
    assert found(make_draft(right, language="fr")) == []
    assert found(make_draft("PP: Rappelant l’importence du developpement durable,", language="fr")) == [
        "importence",
        "developpement",
    ]


def test_a_language_without_a_list_is_not_looked_up():
    assert found(make_draft("PP: Recordando su labour anterior,", language="es")) == []
