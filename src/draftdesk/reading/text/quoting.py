"""What e-mail puts around a text: who wrote when, fields of a header, a greeting, a signature.

The patterns are those of the usual mail programs in the languages of the United Nations; they are never part
of a resolution. Whatever is taken for a cover is kept in the draft as furniture and told to the user.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from draftdesk.reading.text.lines import TextLine

_WROTE: Final = re.compile(
    r"(?:On\b.{6,200}\bwrote|Le\b.{6,200}\ba écrit|El\b.{6,200}\bescribió|.{6,200}(?:пишет|написал\(?а?\)?)"
    r"|(?:在|于).{4,200}写道|.{4,200}كتب)\s?[:：]",
    re.IGNORECASE | re.DOTALL,
)
_BORDER: Final = re.compile(
    r"-{2,}\s*(?:Original Message|Forwarded message|Message d['’]origine|Message transféré|Mensaje original"
    r"|Mensaje reenviado|Исходное сообщение|原始邮件|الرسالة الأصلية)\s*-{2,}"
    r"|Begin forwarded message:|Début du message (?:transféré|réexpédié)\s?:|_{20,}|-{20,}",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    r"\*?(?:From|Sent|To|Cc|Bcc|Subject|Date|Reply-To|Importance|Attachments?|De|Envoyé|À|Objet|Para|Enviado(?: el)?"
    r"|Asunto|От|Отправлено|Кому|Тема|发件人|发送时间|收件人|主题|抄送)\s?\*?[:：]\*?\s",
    re.IGNORECASE,
)
_NAMES_SENDER: Final = re.compile(r"\*?(?:From|De|От|发件人)\s?\*?[:：]", re.IGNORECASE)
_WROTE_LINES: Final = 3

_GREETING: Final = re.compile(
    r"(?:(?:Dear|Hi|Hello|Good (?:morning|afternoon|evening|day)|Chère?s?|Bonjour|Bonsoir|Estimad[oa]s?|Querid[oa]s?"
    r"|Buenos días|Buenas tardes|Hola|Уважаем\w+|Дорог\w+|Добрый день|尊敬的|各位|السادة|الزملاء)\b.{0,80}"
    r"|(?:All|Colleagues|Everyone|Friends|Excellenc(?:y|ies)|Greetings|Madame|Monsieur|Madam|Sir)\b.{0,40}[,:!])$"
)
_FAREWELL: Final = re.compile(
    r"(?:(?:With )?(?:Best|Kind|Warm|Kindest|Warmest) (?:regards|wishes)|Regards|Best|Many thanks|Thanks|Thank you"
    r"|Sincerely|Yours\b.{0,20}|Cheers|All the best|Respectfully|Cordialement|Bien cordialement|Bien à vous|Merci"
    r"|Salutations.{0,20}|Saludos.{0,20}|Atentamente|Cordialmente|Gracias|С уважением|Спасибо|此致|谢谢|مع التحية)\s?"
    r"[,.!，،]?(?:\n.*)?$|--\s*$|Sent from my .{2,40}|Get Outlook for .{2,20}",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_FAREWELL: Final = 120


def around_quotes(lines: Sequence[TextLine]) -> set[int]:
    """The numbers of the lines that tell who wrote what a message quotes or forwards."""
    found: set[int] = set()
    at = 0
    while at < len(lines):
        length = _telling(lines, at)
        found |= {line.number for line in lines[at : at + length]}
        at += max(length, 1)
    return found


def _telling(lines: Sequence[TextLine], at: int) -> int:
    """How many lines from `at` tell of a message; 0 for none."""
    text = lines[at].text.strip()
    if not text:
        return 0
    if _BORDER.fullmatch(text):
        return 1
    if _NAMES_SENDER.match(text):
        block = _to_blank(lines, at)
        return len(block) if sum(_FIELD.match(line.text.strip()) is not None for line in block) > 1 else 0
    for length in range(1, len(_to_blank(lines[at : at + _WROTE_LINES], 0)) + 1):
        joined = " ".join(line.text.strip() for line in lines[at : at + length])
        if _WROTE.fullmatch(joined):
            return length
    return 0


def _to_blank(lines: Sequence[TextLine], at: int) -> Sequence[TextLine]:
    end = at
    while end < len(lines) and not lines[end].is_blank:
        end += 1
    return lines[at:end]


def is_greeting(text: str) -> bool:
    """Whether a paragraph greets whoever it is written to."""
    return _GREETING.match(text.strip()) is not None


def is_farewell(text: str) -> bool:
    """Whether a paragraph ends a message: what follows it is a name, an address, a notice."""
    text = text.strip()
    return len(text) <= _LONGEST_FAREWELL and _FAREWELL.match(text) is not None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a paragraph of a message.

    `is_anchor`: it is surely of a resolution; `is_title`: it looks like a title; `is_parted`: an empty line stands
    before it; `part`: how many lines that tell of a message stand before it, and how deep it is quoted.
    """

    text: str
    is_anchor: bool
    is_title: bool
    is_parted: bool
    part: tuple[int, int]


def covering(told: Sequence[Told]) -> set[int]:
    """The places of the paragraphs that belong to a message, not to the draft in it.

    A message is known by its greeting or its farewell; without an anchor nothing is taken away.
    """
    if not any(one.is_anchor for one in told):
        return set()
    found: set[int] = set()
    is_outside = False
    for at, one in enumerate(told):
        begins_text = one.is_anchor or (one.is_title and one.is_parted and _leads_to_anchor(told, at))
        if is_greeting(one.text) or is_farewell(one.text):
            is_outside = True
        elif begins_text:
            is_outside = False
        if is_outside:
            found.add(at)
    return found | _parts_without_text(told)


def _leads_to_anchor(told: Sequence[Told], at: int) -> bool:
    """Whether an anchor follows, perhaps after more lines of the same title."""
    for one in told[at + 1 :]:
        if one.is_anchor:
            return True
        if one.is_parted or not one.is_title:
            return False
    return False


def _parts_without_text(told: Sequence[Told]) -> set[int]:
    """The messages among several, and the answers between quoted lines, in which nothing is of a resolution."""
    found: set[int] = set()
    for _, group in groupby(enumerate(told), key=lambda item: item[1].part):
        part = list(group)
        if not any(one.is_anchor for _, one in part):
            found |= {at for at, one in part}
    return found if len({one.part for one in told}) > 1 else set()
