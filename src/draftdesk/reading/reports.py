"""Reports: nobody decides in them, and their paragraphs are numbered, "12." or by the section, "25.38"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from draftdesk.reading.heading_styles import is_heading, is_report_title_style
from draftdesk.reading.known_lines import is_alternative_line, is_article_line
from draftdesk.reading.seen import Seen
from draftdesk.reading.treaty import names_parties
from draftdesk.wording.openings import find_opening
from draftdesk.wording.speakers import speaks_as_we

_NUMBERED: Final = re.compile(r"[\s\ufffc]*\d{1,3}(?:\.\d{1,3})?\.?[\s\u00a0]+(?=\D)")
_TABLE: Final = re.compile(
    r"(?:Tables?|Figures?|Box|Tableau|Graphique|Figure|Cuadro|Gráfico|Таблица|Диаграмма|表|图|الجدول|الشكل)"
    r"[ \u00a0]?[A-Z\d]{1,3}(?:[.-]\d{1,3})?(?: \((?:continued|suite|continuación)\))?"
)
_ENDS: Final = (".", ":", "。", "：", "؛")
_LEAST: Final = 5
_SHORTEST: Final = 60
"""A paragraph has a sentence; what is shorter is a heading, or a line of a table."""

_FEW: Final = 0.1
_SOME: Final = 0.25
"""A line of a list or a mark of a note may follow the stop."""


def is_report(seen: Sequence[Seen], language: str) -> bool:
    """Whether a text without an enacting line is a report: by the style of its title, or by its paragraphs."""
    if any(is_report_title_style(one.style) for one in seen):
        return True
    running = [one for one in seen if one.place is None and not one.is_furniture]
    texts = [text for one in running if (text := _numbered(one))]
    if len(texts) < _LEAST or any(_is_of_other_texts(one.source_text.strip()) for one in running):
        return False
    decides = sum(find_opening(text, language) is not None or speaks_as_we(text) for text in texts)
    unended = sum(not text.endswith(_ENDS) for text in texts)
    return decides <= _FEW * len(texts) and unended <= _SOME * len(texts)


def is_heading_of_report(seen: Seen) -> bool:
    """Whether style, letters or words make a paragraph a heading; a row of a table in bold letters is none."""
    text = seen.source_text.strip()
    if not seen.style and "\t" in text:
        return False
    return is_heading(seen) or _TABLE.fullmatch(text) is not None


def _numbered(one: Seen) -> str:
    """The words of a numbered paragraph; "" for what is none."""
    found = _NUMBERED.match(f"{one.automatic_number} {one.source_text}" if one.automatic_number else one.source_text)
    text = one.source_text[0 if one.automatic_number else found.end() :].strip("\ufffc \u00a0\t\n") if found else ""
    return text if len(text) >= _SHORTEST else ""


def _is_of_other_texts(text: str) -> bool:
    """Whether a line tells of a treaty, of rules, or of a text with alternatives."""
    return is_article_line(text) or is_alternative_line(text) or names_parties(text)
