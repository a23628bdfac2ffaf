"""Blanks that may not end a line: within dates, after "No." and "paragraph", before the high signs of French.

Where each language has them was counted in issued texts: English and French dates, "No." and signs in four of five
cases or more, Spanish and Russian before the number of a resolution. Only blanks change, so that places stay.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph
from draftdesk.wording.citations import MONTHS

_NO_BREAK: Final = "\u00a0"
_KEPT: Final = {
    "en": re.compile(
        rf"(?<=\d)[ ](?=(?:{MONTHS['en']})\b)|(?<=\bNo\.)[ ](?=\d)|(?<=\bNos\.)[ ](?=\d)"
        r"|(?<=\bparagraph)[ ](?=\d)|(?<=\bparagraphs)[ ](?=\d)|(?<=\d)[ ](?=per[ \u00a0]cent\b)"
        r"|(?<=\d[ \u00a0]per)[ ](?=cent\b)"
    ),
    "fr": re.compile(
        rf"[ ](?=[;:?!%»])|(?<=«)[ ]|(?<=[\dr])[ ](?=(?:{MONTHS['fr']})\b)|(?<=\bno)[ ](?=\d)|(?<=n[ᵒº°])[ ]"
    ),
    "es": re.compile(rf"(?<=\d)[ ](?=de[ ](?:{MONTHS['es']})\b)|(?<=\bresolución)[ ](?=\d)|(?<=\d)[ ](?=%)"),
    "ru": re.compile(rf"(?<=\d)[ ](?=(?:{MONTHS['ru']})\b)|(?<=\b\d{{4}})[ ](?=год)|(?<=№)[ ]|[ ](?=[–—][ ])"),
}


def with_kept_spaces(draft: Draft) -> Draft:
    """The draft with no-break spaces where its language has them; its places and lengths are the same."""
    kept = _KEPT.get(draft.language)
    if kept is None:
        return draft

    def spaced(one: Paragraph) -> Paragraph:
        text = kept.sub(_NO_BREAK, one.source_text)
        return one if text == one.source_text else replace(one, source_text=text)

    notes = tuple(replace(note, paragraphs=tuple(map(spaced, note.paragraphs))) for note in draft.notes)
    return replace(draft, paragraphs=tuple(map(spaced, draft.paragraphs)), notes=notes)
