"""Text from the clipboard becomes a draft with a name."""

from __future__ import annotations

import pytest

from draftdesk.errors import ReadingError
from draftdesk.workbench.pasted import receive_pasted
from making_pastes import LAYOUTS, essence, sample_lines, wanted


def test_a_pasted_message_is_read_like_a_file_and_named_after_its_title():
    loaded = receive_pasted(LAYOUTS["quoted"](sample_lines()))
    assert essence(loaded.draft) == wanted()
    assert loaded.draft.name == loaded.received.name == "Safety of inland ferries"
    assert loaded.named.path == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A/C.2/81/L.9/Rev.1\nThe General Assembly,\n", "A/C.2/81/L.9/Rev.1 (pasted)"),
        (
            "6. Urges riparian States to conclude arrangements for search and rescue;",
            "Urges riparian States to conclude …",
        ),
        ("—", "—"),
    ],
)
def test_a_pasted_text_is_named_after_its_symbol_or_first_words(text, name):
    assert receive_pasted(text).draft.name == name


def test_html_serves_where_there_is_no_text():
    draft = receive_pasted("", "<p>The General Assembly,</p><p>1. <em>Urges</em> all States;</p>").draft
    assert [(one.number, one.text) for one in draft.paragraphs] == [
        ("", "The General Assembly,"),
        ("1", "Urges all States;"),
    ]


def test_an_empty_clipboard_is_one_sentence():
    with pytest.raises(ReadingError, match="no text on the clipboard"):
        receive_pasted(" \n")
