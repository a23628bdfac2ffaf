"""Opening phrases are found, measured and offered."""

import pytest

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.openings import complete, enacting_formulas, find_opening, phrases, stem_of, strength_shift


@pytest.mark.parametrize(
    ("text", "opening", "kind"),
    [
        ("Recalling also its decision on ferry safety,", "Recalling also", ParagraphKind.PREAMBULAR),
        ("Noting with concern also that piers decay,", "Noting with concern also", ParagraphKind.PREAMBULAR),
        ("Deeply\u00a0concerned that piers decay,", "Deeply\u00a0concerned", ParagraphKind.PREAMBULAR),
        ("Also strongly encourages operators to train crews;", "Also strongly encourages", ParagraphKind.OPERATIVE),
        ("Takes note with appreciation of the report;", "Takes note with appreciation", ParagraphKind.OPERATIVE),
        ("[Further urges operators to train crews;", "Further urges", ParagraphKind.OPERATIVE),
    ],
)
def test_the_longest_known_opening_is_found_with_its_companions(text, opening, kind):
    found = find_opening(text)
    assert found is not None
    assert found.text == opening
    assert found.span.of(text) == opening
    assert found.kind is kind


@pytest.mark.parametrize("text", ["", "The ferries of the region", "recalling its decision", "Recallingly"])
def test_other_words_are_no_opening(text):
    assert find_opening(text) is None


@pytest.mark.parametrize(
    ("language", "text", "opening"),
    [
        ("fr", "Ayant à l'esprit la sécurité des bacs,", "Ayant à l'esprit"),
        ("es", "Recordando también su decisión,", "Recordando también"),
        ("ru", "просит Генерального секретаря", "просит"),
        ("zh", "回顾其关于渡轮安全的决定，", "回顾"),
        ("ar", "وإذ تشير إلى قرارها", "وإذ تشير"),
    ],
)
def test_openings_of_other_languages_are_known(language, text, opening):
    found = find_opening(text, language)
    assert found is not None
    assert found.text == opening


def test_the_stem_is_the_same_in_the_preamble_and_in_the_operative_part():
    assert stem_of("Recognizing that piers decay") == stem_of("Recognizes that piers decay") == "that piers decay"


def test_two_forms_of_a_verb_share_their_lemma():
    first, second = find_opening("Emphasizing that"), find_opening("Emphasizes that")
    assert first is not None
    assert second is not None
    assert first.lemma == second.lemma


def test_a_weaker_verb_is_told_with_its_ladder_and_steps():
    shift = strength_shift("Urges operators to train crews;", "Encourages operators to train crews;")
    assert shift is not None
    assert (shift.old, shift.new, shift.ladder) == ("Urges", "Encourages", "exhort")
    assert shift.steps < 0


def test_strongly_is_one_step_more():
    shift = strength_shift("Reaffirms its decision", "Strongly reaffirms its decision")
    assert shift is not None
    assert shift.steps == 1


def test_verbs_of_different_ladders_are_not_compared():
    assert strength_shift("Recalls its decision", "Requests its secretariat") is None


def test_completion_offers_the_commonest_first_and_does_not_mind_case():
    offered = complete("also re", ParagraphKind.OPERATIVE)
    assert offered[0].phrase == "Also requests"
    assert [item.count for item in offered] == sorted((item.count for item in offered), reverse=True)
    assert all(item.phrase.lower().startswith("also re") for item in offered)


def test_completion_of_nothing_known_is_empty():
    assert complete("xyz", ParagraphKind.OPERATIVE) == ()


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
@pytest.mark.parametrize("kind", [ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE])
def test_every_phrase_of_the_list_is_found_at_the_start_of_a_text(language, kind):
    missed = [
        phrase.text
        for phrase in phrases(kind, language)
        if (found := find_opening(f"{phrase.text} ", language)) is None or found.text != phrase.text
    ]
    assert missed == []


def test_the_organ_lines_are_known():
    assert "The General Assembly," in enacting_formulas()
