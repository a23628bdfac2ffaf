"""The text of a treaty: Parties speak in it, not an organ, so nothing in it is operative.

Its first line names them, "The States Parties to the present Convention,", its preamble ends where they agree, or at
the first article, heading or numbered paragraph. Seen in the Paris texts and in conventions annexed to resolutions.
"""

from __future__ import annotations

import re
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.openings import find_opening

_LONGEST: Final = 120
_COMMAS: Final = (",", "，", "،")
_STOPS: Final = (".", ":", "。", "：")
_AROUND: Final = "[]{} \u00a0\t\n\ufffc"
_BRACKETS: Final = re.compile(r"[\[\]{}\ufffc]")
_NAME: Final = r"(?:[A-Z][\w’-]+ ){0,3}(?:[Aa]greement|[Cc]onvention|[Cc]ovenant|[Ii]nstrument|[Pp]rotocol|[Tt]reaty)"
_PARTIES: Final = re.compile(
    rf"The (?:(?:High )?Contracting |States |State )?Parties(?: to (?:this|the present) {_NAME})?,"
    r"|Les (?:Hautes )?(?:Parties(?: [Cc]ontractantes)?|États [Pp]arties)"
    r"(?: (?:à la présente|au présent) (?:[\w’-]+ ){0,3}?(?:Accord|Convention|Pacte|Protocole|Traité|instrument))?,"
    r"|(?:Las (?:Altas )?Partes(?: Contratantes)?|Los Estados [Pp]artes)"
    r"(?: (?:en|de)l? (?:el |la )?presente (?:[\w’-]+ ){0,3}?"
    r"(?:Acuerdo|Convención|Convenio|Pacto|Protocolo|Tratado))?,"
    r"|(?:Договаривающиеся )?(?:Стороны|Государства ?[-–—] ?участники)"
    r"(?: настоящ\w+ (?:\w+ ){0,3}?(?:Соглашения|Конвенции|Пакта|Протокола|Договора))?,"
    r"|本(?:公约|协定|协议|议定书|条约)各?缔约(?:国|方)，"
    r"|إن (?:الدول )?الأطراف في هذ(?:ا|ه) \w+،"
)


def names_parties(text: str) -> bool:
    """Whether a paragraph names the Parties to a treaty and nothing more, in brackets or without."""
    if len(text) > _LONGEST or not text.rstrip(_AROUND).endswith(_COMMAS):
        return False
    plain = _BRACKETS.sub("", text).replace("'", "’").replace("\u00a0", " ").strip()
    return _PARTIES.fullmatch(plain) is not None


class Treaty:
    """Where one is, while one goes through a text; `speaks`: inside a treaty."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._recites = False
        self.speaks = False

    def begins(self, text: str) -> bool:
        """Whether its first line is met; then the preamble follows."""
        if not names_parties(text):
            return False
        self.speaks = self._recites = True
        return True

    def leave(self) -> None:
        """Another text begins."""
        self.speaks = self._recites = False

    def end_preamble(self) -> None:
        """An article, a heading or a number was met."""
        self._recites = False

    def unnumbered(self, text: str, *, in_list: bool) -> ParagraphKind:
        """What a paragraph without a number is: of the preamble, the end of a list, or other text."""
        opens = self._recites and find_opening(text, self._language) is not None
        if self._recites and (opens or not text.rstrip(_AROUND).endswith(_STOPS)):
            return ParagraphKind.PREAMBULAR
        self._recites = False
        return ParagraphKind.CLOSING if in_list and text[:1].islower() else ParagraphKind.BODY
