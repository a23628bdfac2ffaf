"""Files of translators are read as they write them."""

import pytest

from draftdesk.phrasebook import po_entries, read_phrasebook

FRENCH = r"""
msgid ""
msgstr ""
"Language: fr\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

# of the tool bar
msgid "Open"
msgstr "Ouvrir"

msgid "{count} change"
msgid_plural "{count} changes"
msgstr[0] "{count} modification"
msgstr[1] "{count} modifications"

msgid "A long "
"text"
msgstr "Un «\u00a0long\u00a0» "
"texte"

msgid "Not done yet"
msgstr ""
"""


def test_a_text_is_found_by_its_english_words():
    book = read_phrasebook([FRENCH])
    assert book.text("Open") == "Ouvrir"
    assert book.text("A long text") == "Un «\u00a0long\u00a0» texte"


def test_what_has_no_translation_stays_english():
    book = read_phrasebook([FRENCH])
    assert book.text("Close") == "Close"
    assert book.text("Not done yet") == "Not done yet"


@pytest.mark.parametrize(("count", "said"), [(0, "modification"), (1, "modification"), (2, "modifications")])
def test_none_is_singular_in_french(count, said):
    assert read_phrasebook([FRENCH]).form("{count} change", "{count} changes", count) == f"{{count}} {said}"


@pytest.mark.parametrize(("count", "said"), [(0, "changes"), (1, "change"), (2, "changes")])
def test_none_is_plural_in_english(count, said):
    assert read_phrasebook([]).form("{count} change", "{count} changes", count) == f"{{count}} {said}"


def test_several_files_make_one_book():
    assert read_phrasebook([FRENCH, 'msgid "Close"\nmsgstr "Fermer"\n']).text("Close") == "Fermer"


def test_a_line_that_is_none_is_named():
    with pytest.raises(ValueError, match="line 2: nonsense"):
        list(po_entries('msgid "Open"\nnonsense\n'))
