"""Blanks that may not end a line, in the languages that have them."""

import pytest

from draftdesk.drafting.kept_spaces import with_kept_spaces
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        (
            "en",
            "of 4 July 2025, paragraph 3, No. 7 and 10 per cent",
            "of 4~July 2025, paragraph~3, No.~7 and 10~per~cent",
        ),
        ("fr", "Prie : « bacs » ; le 1er mai", "Prie~: «~bacs~»~; le 1er~mai"),
        ("es", "resolución 75/903, de 4 de julio de 2025", "resolución~75/903, de 4~de julio de 2025"),
        ("ru", "от 4 июля 2025 года, № 7 – паромы", "от 4~июля 2025~года, №~7~– паромы"),
        ("zh", "2025 年", "2025 年"),
    ],
)
def test_a_language_keeps_its_blanks_and_no_other(language, text, kept):
    one = Paragraph(ParagraphId("d", 1), ParagraphKind.OPERATIVE, text, Span(0, len(text)))
    (spaced,) = with_kept_spaces(Draft("d", "draft", (one,), language=language)).paragraphs
    assert spaced.text == kept.replace("~", "\u00a0")
