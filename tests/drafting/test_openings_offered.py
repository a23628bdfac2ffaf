import pytest

from draftdesk.drafting.completion import openings_for
from draftdesk.drafting.opening_forms import converted
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.gender import gender_of

PP, OP = ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE


def phrases(*args, **kwargs):
    return [offer.phrase for offer in openings_for(*args, **kwargs)]


def test_what_was_begun_is_offered_the_commonest_first():
    offers = openings_for("Rec", PP)

    assert offers[0].phrase == "Recalling"
    assert [offer.count for offer in offers] == sorted((offer.count for offer in offers), reverse=True)
    assert all(offer.phrase.startswith("Rec") for offer in offers)


def test_each_part_has_its_own_openings():
    assert "Recalls" in phrases("recal", OP)
    assert "Recalls" not in phrases("recal", PP)


@pytest.mark.parametrize("kind", [ParagraphKind.SUB1, ParagraphKind.HEADING])
def test_other_paragraphs_have_no_opening(kind):
    assert phrases("Rec", kind) == []


@pytest.mark.parametrize(
    ("typed", "kind", "previous", "offered"),
    [
        ("Rec", PP, "Recalling its resolution 74/901,", "Recalling also"),
        ("Rec", PP, "Recalling also its resolution 74/901,", "Recalling further"),
        ("Rec", PP, "Recalling further its resolution 74/901,", "Recalling"),
        ("Req", OP, "Requests the Secretary-General to report;", "Also requests"),
        ("Req", OP, "Also requests the Secretary-General to report;", "Further requests"),
    ],
)
def test_a_run_of_the_same_opening_goes_on_with_also_and_further(typed, kind, previous, offered):
    first = openings_for(typed, kind, previous=previous)[0]

    assert (first.phrase, first.in_sequence) == (offered, True)


def test_another_opening_before_it_changes_nothing():
    assert phrases("Rec", PP, previous="Noting the report,") == phrases("Rec", PP)


def test_a_strong_opening_tells_its_place_in_the_ladder():
    offers = {offer.phrase: dict(offer.ranks) for offer in openings_for("ur", OP)}

    assert offers["Urges"]


@pytest.mark.parametrize(
    ("preambular", "operative"),
    [
        ("Recalling its resolution,", "Recalls its resolution,"),
        ("Recalling also its resolution,", "Also recalls its resolution,"),
        ("Noting with concern the loss,", "Notes with concern the loss,"),
        ("Taking note of the report,", "Takes note of the report,"),
        ("Welcoming the offer,", "Welcomes the offer,"),
        ("Stressing the need,", "Stresses the need,"),
    ],
)
def test_an_opening_has_a_counterpart_in_the_other_part(preambular, operative):
    assert converted(preambular, OP) == operative
    assert converted(operative, PP) == preambular


def test_an_opening_without_counterpart_is_left_alone():
    assert converted("Guided by the Charter,", OP) == "Guided by the Charter,"
    assert converted("the ferries of the lake,", PP) == "the ferries of the lake,"


@pytest.mark.parametrize(
    ("language", "typed", "kind", "feminine", "masculine"),
    [
        ("fr", "Profond", PP, "Profondément préoccupée", "Profondément préoccupé"),
        ("es", "Convenc", PP, "Convencida", "Convencido"),
        ("ru", "будучи убежд", PP, "будучи убеждена", "будучи убежден"),
        ("ar", "وإذ يساور", PP, "وإذ يساورها القلق", "وإذ يساوره القلق"),
    ],
)
def test_an_organ_is_offered_the_forms_of_its_gender(language, typed, kind, feminine, masculine):
    of_assembly = phrases(typed, kind, language, gender="f")
    of_council = phrases(typed, kind, language, gender="m")
    assert feminine in of_assembly
    assert masculine not in of_assembly
    assert masculine in of_council
    assert feminine not in of_council


def test_the_gender_is_that_of_the_organ_by_its_name():
    assert gender_of("Assemblée générale", "fr") == gender_of("الجمعية العامة", "ar") == "f"
    assert gender_of("Conseil de sécurité", "fr") == gender_of("مجلس الأمن", "ar") == "m"
    assert gender_of("Security Council", "en") == ""


@pytest.mark.parametrize(
    ("language", "previous", "typed", "offered"),
    [
        ("fr", "Rappelant ses résolutions,", "Rap", "Rappelant également"),
        ("fr", "Rappelant également sa décision,", "Rap", "Rappelant en outre"),
        ("fr", "Rappelant en outre sa décision,", "Rap", "Rappelant"),
        ("es", "Recordando su decisión,", "Rec", "Recordando también"),
        ("ar", "وإذ تشير إلى قرارها،", "وإذ تش", "وإذ تشير أيضا"),
        ("ru", "ссылаясь на свое решение,", "ссыл", "ссылаясь также"),
        ("ru", "ссылаясь также на свое решение,", "ссыл", "ссылаясь далее"),
        ("zh", "回顾其决定，", "回", "又回顾"),
        ("zh", "又回顾其决定，", "还", "还回顾"),
        ("zh", "还回顾其决定，", "回", "回顾"),
    ],
)
def test_also_and_further_take_turns_in_other_languages(language, previous, typed, offered):
    assert phrases(typed, PP, language, previous=previous)[0] == offered
