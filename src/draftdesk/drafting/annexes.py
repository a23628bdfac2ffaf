"""Annexes that are written here: their line at the end of the draft, and what the paragraphs in them are.

A lone annex has no number; where there are several each has one, "Annex I", "Annex II" (the issued texts at hand).
"""

from __future__ import annotations

from typing import Final

from draftdesk.drafting.edits import finished, reworded, with_paragraphs
from draftdesk.drafting.new_paragraph import fresh_serial, new_paragraph
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphKind
from draftdesk.wording.labels import LabelStyle, counted
from draftdesk.wording.ordinals import chinese_number

_WORDS: Final = {
    "en": "Annex",
    "fr": "Annexe",
    "es": "Anexo",
    "ru": "Приложение",
    "zh": "附件",
    "ar": "المرفق",
}
_ARABIC: Final = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")


def begin_annex(draft: Draft, *, new_serial: int | None = None) -> tuple[Draft, int]:
    """One more annex at the end: its line, and an empty heading for its title; the serial of that heading."""
    first = fresh_serial(draft, new_serial or 0)
    annexes = [index for index, p in enumerate(draft.paragraphs) if p.kind is ParagraphKind.ANNEX_TITLE]
    numbered = _with_first_number(draft, annexes[0]) if len(annexes) == 1 else draft
    end = len(numbered.paragraphs)
    count = len(annexes) + 1
    text = _line(draft.language, count if annexes else 0)
    line = new_paragraph(numbered, end, ParagraphKind.ANNEX_TITLE, text, first)
    with_line = with_paragraphs(numbered, end, end, (line,))
    heading = new_paragraph(with_line, end + 1, ParagraphKind.HEADING, "", first + 1)
    return finished(draft, with_paragraphs(with_line, end + 1, end + 1, (heading,))), first + 1


def _with_first_number(draft: Draft, index: int) -> Draft:
    """The draft whose only annex has the number one, if it is called by the bare word."""
    paragraph = draft.paragraphs[index]
    if paragraph.text.strip() != _line(draft.language, 0):
        return draft
    named = reworded(draft, paragraph, _line(draft.language, 1))
    return with_paragraphs(draft, index, index + 1, (named,))


def _line(language: str, number: int) -> str:
    """The bare word, or "Annex II" for the second of several; 0: of a lone one."""
    word = _WORDS.get(language, _WORDS["en"])
    if not number:
        return word
    if language == "zh":
        return word + chinese_number(number)
    if language == "ar" and number <= len(_ARABIC):
        return f"{word} {_ARABIC[number - 1]}"
    return f"{word} {counted(LabelStyle.UPPER_ROMAN, number)}"


def is_in_annex(draft: Draft, serial: int | None) -> bool:
    """Whether a paragraph stands below the line of an annex, or is that line."""
    if serial is None:
        return False
    above = draft.paragraphs[: draft.index_of(serial) + 1]
    return any(paragraph.kind is ParagraphKind.ANNEX_TITLE for paragraph in above)


def part_beside(draft: Draft, beside: int | None) -> tuple[Paragraph, ...]:
    """The paragraphs of the annexes where one stands beside these, else those of the text that has them."""
    annex = next((k for k, p in enumerate(draft.paragraphs) if p.kind is ParagraphKind.ANNEX_TITLE), None)
    return draft.paragraphs[annex:] if annex is not None and is_in_annex(draft, beside) else draft.paragraphs[:annex]


def kind_there(draft: Draft, beside: int | None, kind: ParagraphKind) -> ParagraphKind:
    """What a paragraph of a kind is beside another one: what would be operative is a declaration in an annex."""
    is_operative = kind is ParagraphKind.OPERATIVE
    return ParagraphKind.DECLARATION if is_operative and is_in_annex(draft, beside) else kind
