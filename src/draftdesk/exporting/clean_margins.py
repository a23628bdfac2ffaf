"""Masthead, running headers and page numbers, filled into the templates of a form.

No emblem, no job number and no bar code: they are marks of an issued document. A text that is not issued
says DRAFT where the distribution stands, and beside its symbol on every page.
"""

from __future__ import annotations

import re
from datetime import date as calendar_date
from string import Template
from typing import Final
from xml.sax.saxutils import escape

from draftdesk.exporting.clean_runs import xml_text
from draftdesk.model.draft import Draft
from draftdesk.resources import resource

HEADERS: Final = {"first": "masthead.xml", "even": "header-even.xml", "default": "header-odd.xml"}
FOOTERS: Final = {"first": "footer-first.xml", "even": "footer-even.xml", "default": "footer-odd.xml"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LANGUAGES: Final = {
    "ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
_ISO_DATE: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_TITLE_LENGTH: Final = 180


def filled(form: str, name: str, draft: Draft, date: str, *, issued: bool) -> bytes:
    """A part of the template with the draft's particulars."""
    template = Template(resource("templates", form, name).read_text(encoding="utf-8"))
    symbol = draft.symbol.replace("-", "\u2011")
    running = symbol if issued else f"{symbol} – DRAFT" if symbol else "DRAFT"
    values = {
        "symbol_letter": symbol[:1],
        "symbol_rest": symbol[1:],
        "running_symbol": running,
        "organ": draft.organ,
        "title": _short(draft.title),
    }
    shown = {key: escape(xml_text(value)) for key, value in values.items()}
    shown["particulars"] = "\n          ".join(_particulars(draft, printed_date(date or draft.date), issued=issued))
    return template.substitute(shown).encode()


def printed_date(date: str) -> str:
    """A date as it is printed: "2026-11-04" is "4 November 2026"; anything else stays as it is."""
    found = _ISO_DATE.fullmatch(date)
    if found is None:
        return date
    day = calendar_date.fromisoformat(found[1])
    return f"{day.day}\u00a0{_MONTHS[day.month - 1]} {day.year}"


def _short(title: str) -> str:
    plain = " ".join(title.replace("\ufffc", "").split())
    if len(plain) <= _TITLE_LENGTH:
        return plain
    return plain[:_TITLE_LENGTH].rpartition(" ")[0] + " …"


def _particulars(draft: Draft, date: str, *, issued: bool) -> list[str]:
    """The lines at the right of the masthead."""
    if not issued:
        lines = [_line("Distribution", "DRAFT", bold=True)]
    else:
        limited = re.search(r"/L\.\d", draft.symbol) is not None
        lines = [_line("Distribution", "Distr.: Limited" if limited else "Distr.: General")]
    lines.append(_line("Publication", date))
    if not issued or "/RES/" not in draft.symbol:
        lines += [_line("Original", ""), _line("Original", f"Original: {_LANGUAGES.get(draft.language, 'English')}")]
    return lines


def _line(style: str, text: str, *, bold: bool = False) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    content = f'<w:r>{properties}<w:t xml:space="preserve">{escape(xml_text(text))}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
