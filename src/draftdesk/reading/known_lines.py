"""Lines that are known by their words: session, agenda item, adoption, report, sponsors, meeting, annex, article.

Counted in official Word files, in six languages where the words were met.
"""

from __future__ import annotations

import re
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.amendment_lines import is_amendment_line

_TITLE_NUMBER: Final = re.compile(r"\s*(\d{1,4}/\d{1,4}(?: [A-Z])?)(?:\.|[ \u00a0][-–])\s+")
_SESSION = re.compile(
    r".{0,60}\bsession\b.{0,20}$|.{0,40}\bсессия\b|第.{1,6}届会议|.*período de sesiones$|الدورة ", re.IGNORECASE
)
_AGENDA = re.compile(r"(?:Agenda items?|Items?|Points?|Temas?|Пункты?)\s.*[\d…]|(?:Пункт|议程项目|البند|البنود)")
_COMMITTEE: Final = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee$"
    r"|(?:Première|Deuxième|Troisième|Quatrième|Cinquième|Sixième) Commission$"
    r"|(?:Primera|Segunda|Tercera|Cuarta|Quinta|Sexta) Comisión$"
    r"|(?:Первый|Второй|Третий|Четвертый|Пятый|Шестой) комитет$|第[一二三四五六]委员会$"
    r"|اللجنة (?:الأولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة)$"
)
_AGENDA_NUMBER = re.compile(
    r"(?:Agenda items?|Items?|Points?|Temas?|Пункты?)\s\d{1,3}(?:\s?\([a-z]\))*"
    r"(?:(?:,| and| et| y| и)\s\d{1,3}(?:\s?\([a-z]\))*)*(?=\s+[^\W\d_a-z])"
)
_SINGLE_ITEM: Final = re.compile(
    r"(?:Agenda item|Item|Point|Tema|Пункт)\s(?:\D{0,40}\s)?\d{1,3}(?:\s?\(?[a-z]\))*.{0,40}"
)
_ADOPTION = re.compile(
    r"Resolutions? adopted by |Draft resolution\b|Résolution adoptée|Resolución aprobada|Резолюция, принятая"
    r"|Decision \d+/[A-Z]+\.\d+$|قرار اتخذته |\d{4}年\d{1,2}月\d{1,2}日.{2,12}决议$"
)
_NOTE_START = re.compile(r"\[(?:on the report of|without reference to)\b|\[(?:sur le rapport|sobre la base)")
_SOURCE_NOTE = re.compile(r"\[.*\]\W*$", re.DOTALL)
_SPONSORS = re.compile(
    r".*:\S?\s*(?:revised )?(?:draft resolution|projet de résolution|proyecto de resolución)\S?$"
    r"|(?:Revised d|D)raft resolution submitted by |(?:Main |Co-)?(?:[Ss]ponsor|[Ss]ubmitter|[Ss]ignatorie)s?\s?:"
)
_MEETING = re.compile(
    r"(?i).{0,40}\bmeeting\b|.{0,20}séance\b|.{0,20}sesión plenaria|.{0,20}заседание|第.{1,6}次.{0,4}会议|الجلسة"
)
_ANNEX = re.compile(r"(?:Annex|Annexe|Anexo|Приложение|附件|المرفق|Appendix)\b.{0,12}$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:Article|Rule|Principle|Regulation) \d+", re.IGNORECASE)
_OPTION: Final = r"(?:Option|Alternative|Variant|Вариант|Opción|选项)\s?\(?(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})\)?"
_ALTERNATIVE = re.compile(rf"[\[{{(]?{_OPTION}[\]}})]?\s?[:.]?[\]}})]?")
_BRACED = re.compile(rf"\[{{0,2}}(?:{_OPTION}\s?[:.]?\s*)?\{{[^{{}}]{{1,180}}\}}\]{{0,2}}")
"""What facilitators write between the lines of a text under negotiation, "Option 2: {No text required}"."""

_NUMBERED: Final = re.compile(r"\d{1,4}\s?[.)]\s")
"""A paragraph that speaks of a meeting has a number, too."""

_MEETING_STARTS: Final = ("第", "الجلسة")
_SESSION_LENGTH: Final = 80
_LONGEST_FRONT: Final = 200
_LONGEST_SPONSORS: Final = 4000  # all Member States may table a draft together
_MEETING_LENGTH: Final = 120
_LONGEST_ANNEX: Final = 40
_LONGEST_ALTERNATIVE: Final = 60  # the pattern takes fewer, the rest are blanks
_LONGEST_ARTICLE: Final = 40
_LONGEST_NOTE: Final = 500
_KINDS: Final = (
    (ParagraphKind.AGENDA, _AGENDA),
    (ParagraphKind.AGENDA, _COMMITTEE),
    (ParagraphKind.SOURCE_NOTE, _SOURCE_NOTE),
    (ParagraphKind.HEADING, _ADOPTION),
)


def is_session_line(text: str) -> bool:
    """Whether a line names the session and nothing else."""
    return _SESSION.match(text.strip()) is not None and len(text) < _SESSION_LENGTH


def is_sponsors_line(text: str) -> bool:
    """Whether a line says who tables a draft resolution, or an amendment to one."""
    return is_amendment_line(text) or (len(text) < _LONGEST_SPONSORS and _SPONSORS.match(text) is not None)


def is_agenda_line(text: str) -> bool:
    """Whether a line begins with the number of an agenda item."""
    return _AGENDA.match(text.strip()) is not None


def is_single_item(text: str) -> bool:
    """Whether a line is the number of one agenda item and nothing else: "Agenda item 21 (b)"."""
    return _SINGLE_ITEM.fullmatch(text.strip()) is not None


def agenda_number(text: str) -> str:
    """The number of an agenda item with the words before it, where the name of the item follows on the line."""
    found = _AGENDA_NUMBER.match(text)
    return found[0] if found else ""


def is_front_line(text: str) -> bool:
    """Whether a line of the front matter begins here: session, agenda item, adoption, report."""
    patterns = (_SPONSORS, _AGENDA, _ADOPTION, _NOTE_START)
    if len(text) < _LONGEST_FRONT and any(pattern.match(text) for pattern in patterns):
        return True
    return len(text) < _SESSION_LENGTH and _SESSION.match(text) is not None and text[:1].isupper()


def is_annex_line(text: str) -> bool:
    """Whether a line says that an annex begins, perhaps with its number, and nothing else."""
    return len(text) < _LONGEST_ANNEX and _ANNEX.fullmatch(text) is not None and not text[:1].islower()


def is_meeting_line(text: str) -> bool:
    """Whether the line that tells of the meeting begins here."""
    begins = (text[:1].isdigit() and not _NUMBERED.match(text)) or text.startswith(_MEETING_STARTS)
    return begins and len(text) < _SESSION_LENGTH and _MEETING.match(text) is not None


def title_number(text: str) -> str:
    """The number of a resolution that its title begins with, "80/135"; "" for none."""
    found = _TITLE_NUMBER.match(text)
    return found[1] if found else ""


def numbered_title(text: str) -> re.Match[str] | None:
    """The number of a resolution at the start of its title, as group 1; the match ends where the words begin."""
    return _TITLE_NUMBER.match(text)


def front_kind(text: str) -> ParagraphKind | None:
    """What a paragraph of the front matter is by its words: sponsors, agenda item, source note, line of adoption."""
    if is_sponsors_line(text):
        return ParagraphKind.SPONSORS
    if len(text) >= _LONGEST_NOTE:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.match(text)), None)


def tells_of_meeting(text: str) -> bool:
    """Whether a short paragraph names the meeting at which a text was adopted."""
    return _MEETING.match(text) is not None and any(map(str.isdigit, text))


def can_be_meeting_line(text: str) -> bool:
    """Whether a paragraph is short enough to be the meeting line."""
    return len(text) <= _MEETING_LENGTH


def tells_of_report(text: str) -> bool:
    """Whether a paragraph in brackets says on whose report a text was adopted."""
    return _NOTE_START.match(text) is not None


def is_alternative_line(text: str) -> bool:
    """Whether a line names an alternative and nothing else, "Option 1:", or is a note in braces between the lines."""
    plain = text.strip()
    if len(text) < _LONGEST_ALTERNATIVE and _ALTERNATIVE.fullmatch(plain) is not None:
        return True
    return plain.endswith(("}", "}]")) and _BRACED.fullmatch(plain) is not None


def is_article_line(text: str) -> bool:
    """Whether a line is the name of an article, rule, principle or regulation and its number."""
    return len(text) < _LONGEST_ARTICLE and _ARTICLE.match(text) is not None
