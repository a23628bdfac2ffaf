"""Every text of the interface has its translation, which says what the English one says, as the language writes."""

import re

import pytest

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import INTERFACE_LANGUAGES
from draftdesk.wording.openings import phrases
from draftdesk.workbench.strength_ladder import LADDERS
from translations import texts_wanted, translations

OTHERS = sorted(set(INTERFACE_LANGUAGES) - {"en"})
FIELD = re.compile(r"\{\w*\}")


def fields(*texts):
    return {field for text in texts for field in FIELD.findall(text)}


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_without_its_translation(language):
    there = translations(language)
    assert [text for text in texts_wanted() if text not in there or not all(there[text].forms)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over_from_a_text_that_was_changed(language):
    wanted = texts_wanted()
    assert [text for text in translations(language) if text not in wanted] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_with_a_count_has_all_forms_of_the_language(language):
    wanted = texts_wanted()
    assert [e.english for e in translations(language).values() if wanted.get(e.english) and len(e.forms) != 2] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_fields(language):
    """The form for one may say "one" in words."""
    wanted, wrong = texts_wanted(), []
    for entry in translations(language).values():
        asked = fields(entry.english, wanted.get(entry.english, ""))
        wrong += [form for form in entry.forms if not asked - {"{count}"} <= fields(form) <= asked]
        wrong += [entry.forms[-1]] if fields(entry.forms[-1]) != asked else []
    assert wrong == []


def test_french_has_blanks_that_do_not_break_and_its_own_quotes():
    forms = [form for entry in translations("fr").values() for form in entry.forms]
    assert [form for form in forms if re.search(r" [;:?!»%](?![\w(])|« |[a-zé]\?|[a-zé]!", form)] == []
    assert [form for form in forms if re.search("[“”'‘]", form)] == []


def test_every_ladder_of_verbs_has_a_name():
    kinds = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE)
    every = (phrase for kind in kinds for language in ("en", "fr") for phrase in phrases(kind, language))
    assert {name for phrase in every for name, _ in phrase.ranks} <= set(LADDERS)
