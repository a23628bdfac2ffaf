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

from lxml import etree

from draftdesk.exporting.clean.forms import Form
from draftdesk.exporting.clean.languages import tag_runs
from draftdesk.exporting.clean.organs import principal_organ
from draftdesk.exporting.clean.runs import turn, xml_text
from draftdesk.model.draft import Draft
from draftdesk.resources import resource
from draftdesk.wordml.package import serialised

_INSTITUTION: Final = {
    "ar": "الأمم المتحدة",
    "en": "United Nations",
    "es": "Naciones Unidas",
    "fr": "Nations Unies",
    "ru": "Организация Объединенных Наций",
    "zh": "联合国",
}
_DRAFT: Final = {"ar": "مشروع", "en": "DRAFT", "es": "PROYECTO", "fr": "PROJET", "ru": "ПРОЕКТ", "zh": "草案"}
HEADERS: Final = {"first": "masthead.xml", "even": "header-even.xml", "default": "header-odd.xml"}
FOOTERS: Final = {"first": "footer-first.xml", "even": "footer-even.xml", "default": "footer-odd.xml"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTHS_OF: Final = {
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
_DISTRIBUTION: Final = {"es": ("Distr. general", "Distr. limitada"), "fr": ("Distr. générale", "Distr. limitée")}
_ORIGINAL: Final = {
    "ar": "Original: Arabic",
    "en": "Original: English",
    "es": "Original: español",
    "fr": "Original : français",
    "ru": "Original: Russian",
    "zh": "Original: Chinese",
}
"""Documents in Arabic, Chinese and Russian have distribution, date and original in English."""

_ARABIC_PARTICLE: Final = re.compile(r"^إن\s+")
"""Stands before the organ in the enacting line, not in the masthead."""

_ISO_DATE: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_ENGLISH_DATE: Final = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_GRID_SINCE: Final = calendar_date(2017, 12, 14)
_GAP: Final = 245
_BESIDE_THE_SYMBOL: Final = 6494
_TITLE_LENGTH: Final = 180
_ARABIC_TITLE_LENGTH: Final = 130
"""Three lines of a running header; Arabic letters are larger."""


def filled(form: Form, name: str, draft: Draft, date: str, *, issued: bool) -> bytes:
    """A part of the template with the draft's particulars."""
    template = Template(resource("templates", form.name, name).read_text(encoding="utf-8"))
    symbol = draft.symbol.replace("-", "\u2011")
    word = _DRAFT.get(draft.language, _DRAFT["en"])
    running = symbol if issued else f"{symbol} – {word}" if symbol else word
    letters, slash, rest = symbol.partition("/")
    organ = _ARABIC_PARTICLE.sub("", draft.organ)
    principal = principal_organ(draft.symbol, organ, draft.language)
    if form.has_principal:
        organ = "" if organ == principal else organ
    values = {
        "institution": _INSTITUTION.get(draft.language, _INSTITUTION["en"]),
        "symbol_letter": letters,
        "symbol_rest": slash + rest,
        "running_symbol": running,
        "organ": organ,
        "principal": principal,
        "title": _short(draft.title, _ARABIC_TITLE_LENGTH if draft.is_right_to_left else _TITLE_LENGTH),
    }
    values |= _masthead_grid(date or draft.date)
    shown = {key: escape(xml_text(value)) for key, value in values.items()}
    printed = printed_date(date or draft.date, draft.language)
    shown["particulars"] = "\n          ".join(_particulars(form, draft, printed, issued=issued))
    root = etree.fromstring(template.substitute(shown).encode())
    if draft.is_right_to_left:
        turn(root)
    tag_runs(root, draft.language)
    return serialised(root)


def _masthead_grid(date: str) -> dict[str, str]:
    """Widths of the cells of the New York masthead, in twips, as official files have them since 14 December 2017."""
    older = (found := _ENGLISH_DATE.fullmatch(date.replace("\u00a0", " "))) is not None and (
        calendar_date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])) < _GRID_SINCE
    )
    particulars, beyond = (3140, 28) if older else (3096, 15)
    symbol = _GAP + particulars + beyond
    widths = {"symbol": symbol, "particulars": particulars, "beyond": beyond, "masthead": _BESIDE_THE_SYMBOL + symbol}
    return {f"{name}_width": str(width) for name, width in widths.items()}


def printed_date(date: str, language: str = "en") -> str:
    """A date as it is printed: "2026-11-04" is "4 November 2026"; anything else stays as it is."""
    found = _ISO_DATE.fullmatch(date)
    if found is None:
        return date
    day = calendar_date.fromisoformat(found[1])
    month = _MONTHS_OF.get(language, _MONTHS)[day.month - 1]
    if language == "es":
        return f"{day.day}\u00a0de {month} de {day.year}"
    return f"{day.day}\u00a0{month} {day.year}"


def _short(title: str, most: int) -> str:
    plain = " ".join(title.replace("\ufffc", "").split())
    if len(plain) <= most:
        return plain
    return plain[:most].rpartition(" ")[0] + " …"


def _particulars(form: Form, draft: Draft, date: str, *, issued: bool) -> list[str]:
    """The lines at the right of the masthead."""
    places = form.particulars
    if not issued:
        lines = [_line(places["distribution"], _DRAFT.get(draft.language, _DRAFT["en"]), bold=True)]
    else:
        general, limited = _DISTRIBUTION.get(draft.language, ("Distr.: General", "Distr.: Limited"))
        lines = [_line(places["distribution"], limited if re.search(r"/L\.\d", draft.symbol) else general)]
    lines.append(_line(places["publication"], date))
    if not issued or "/RES/" not in draft.symbol:
        original = _ORIGINAL.get(draft.language, _ORIGINAL["en"])
        lines += [_line(places["original"], ""), _line(places["original"], original)]
    return lines


def _line(place: str, text: str, *, bold: bool = False) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    content = f'<w:r>{properties}<w:t xml:space="preserve">{escape(xml_text(text))}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{place}</w:pPr>{content}</w:p>"
