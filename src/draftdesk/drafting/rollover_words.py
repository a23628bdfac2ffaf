"""The words by which a rollover knows sessions, last year's resolutions and years, language by language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from draftdesk.wording.citations import MONTHS
from draftdesk.wording.number_words import ordinal, value_of_ordinal
from draftdesk.wording.ordinals import french_ordinal, spanish_ordinal, value_of_french, value_of_spanish

_S: Final = r"[^\S\u2029]+"
_YEAR: Final = r"((?:19|20)\d\d)"
_CITED: Final = r"\d{2}/\d{1,3}(?:\s[A-Z]\b)?"


@dataclass(frozen=True, slots=True)
class RolloverWords:
    """One language. Group 1 of `session` is the ordinal, of each of `years` a year; `cited` has number and date."""

    session: re.Pattern[str]
    """The ordinal of a session; the noun follows."""
    value: Callable[[str], int | None]
    ordinal: Callable[[int], str]
    range_end: re.Pattern[str]
    """What ends before the last session of a range."""
    other_organ: re.Pattern[str]
    assembly: re.Pattern[str]
    of_another: re.Pattern[str]
    """What follows the ordinal of a session of another organ."""
    to_assembly: re.Pattern[str]
    """What follows the ordinal of a session at which the Assembly is told something."""
    date: re.Pattern[str]
    before_year: re.Pattern[str]
    """The month that a year belongs to."""
    cited: re.Pattern[str]
    dated: str
    """What stands between the number of a resolution and its date."""
    joint: str
    """"and" before the last of a list."""
    dated_joint: str
    own: re.Pattern[str]
    years: tuple[re.Pattern[str], ...]
    accounts: tuple[re.Pattern[str], ...]
    """Periods and days of account, whose groups are years that go up."""
    item: re.Pattern[str]
    adopted: re.Pattern[str]


def _date(month: str, *, of: str = "") -> str:
    return rf"\d{{1,2}}(?:er)?{_S}{of}{month}{_S}{of}\d{{4}}"


def _cited(dated: str, date: str) -> re.Pattern[str]:
    return re.compile(rf"({_CITED})({dated}{date})?")


_TITLED: Final = re.compile(rf"\b[A-ZÉ][a-zà-ÿ]+{_S}{_YEAR}\b(?![\d/–—-])")
_EN_MONTH, _FR_MONTH, _ES_MONTH = (f"(?:{MONTHS[language]})" for language in ("en", "fr", "es"))
_WORD_ORDINAL: Final = r"(?:[a-z]+ty[-\u2010\u2011])?(?:first|second|third|[a-z]+th)"

_ENGLISH: Final = RolloverWords(
    session=re.compile(rf"\b({_WORD_ORDINAL})(?={_S}(?:regular{_S})?sessions?\b)", re.IGNORECASE),
    value=value_of_ordinal,
    ordinal=ordinal,
    range_end=re.compile(rf"\bto{_S}(?:the{_S})?$"),
    other_organ=re.compile(
        r"\b(?:Human Rights Council|Commission|Conference|Board|Executive|Working Group|Forum|Council|"
        r"(?<!First )(?<!Second )(?<!Third )(?<!Fourth )(?<!Fifth )(?<!Sixth )Committee)\b"
    ),
    assembly=re.compile(r"\b(?:General Assembly|Assembly)\b"),
    of_another=re.compile(rf"{_S}(?:regular{_S})?sessions?{_S}of{_S}the{_S}(?!General Assembly|Assembly)"),
    to_assembly=re.compile(r"(?!)"),
    date=re.compile(_date(_EN_MONTH)),
    before_year=re.compile(rf"{_EN_MONTH}{_S}$"),
    cited=_cited(rf"{_S}of{_S}", _date(_EN_MONTH)),
    dated=" of ",
    joint=" and",
    dated_joint=" and",
    own=re.compile(r"\b(?:[Ii]ts|[Aa]ll|previous|latest of which was)\b.{0,60}?\bresolutions?\b"),
    years=(
        re.compile(rf"(?:\bfor|\bits|\bduring{_S}its){_S}{_YEAR}(?={_S}session\b|[,;.\ufffc]|{_S}and\b)"),
        re.compile(rf"\b{_YEAR}(?={_S}(?:Economic and Social Council|forum|session|high-level|joint response plan))"),
        _TITLED,
    ),
    accounts=(
        re.compile(
            rf"\bperiod{_S}from{_S}\d{{1,2}}{_S}{_EN_MONTH}(?:{_S}(?P<first>\d{{4}}))?"
            rf"{_S}to{_S}\d{{1,2}}{_S}{_EN_MONTH}{_S}(?P<last>\d{{4}})"
        ),
        re.compile(rf"\bas{_S}at{_S}\d{{1,2}}{_S}{_EN_MONTH}{_S}(?P<last>\d{{4}})"),
    ),
    item=re.compile(rf"\b([Ii]tem{_S})\d{{1,3}}(?:{_S}\([a-z]\))?"),
    adopted=re.compile(r"Resolutions? adopted by "),
)
_FRENCH: Final = RolloverWords(
    session=re.compile(
        rf"\b([a-zé]+(?:(?:[-\u2010\u2011]|{_S}et{_S})[a-zé]+)*i(?:è|e\u0300)me)(?={_S}sessions?\b)", re.IGNORECASE
    ),
    value=value_of_french,
    ordinal=french_ordinal,
    range_end=re.compile(rf"\bà{_S}(?:la{_S}|sa{_S})?$"),
    other_organ=re.compile(
        r"\b(?:Conseil|Conférence|Commission(?! des questions| économique et financière)|Comité|Groupe de travail|"
        r"Forum|Plateforme|Bureau)\b"
    ),
    assembly=re.compile(r"\b(?:Assemblée|lui|elle)\b"),
    of_another=re.compile(
        rf"{_S}sessions?(?:{_S}extraordinaires?)?{_S}(?:du|des|de{_S}la|de{_S}l’)(?!{_S}?Assemblée)"
    ),
    to_assembly=re.compile(r"(?!)"),
    date=re.compile(_date(_FR_MONTH)),
    before_year=re.compile(rf"{_FR_MONTH}{_S}$"),
    cited=_cited(rf"{_S}du{_S}", _date(_FR_MONTH)),
    dated=" du ",
    joint=" et",
    dated_joint=" et",
    own=re.compile(r"\b(?:[Ss]a|[Ss]es|[Tt]outes|dernière en date)\b.{0,60}?\brésolutions?\b"),
    years=(
        re.compile(
            rf"\b(?:pour|sur{_S}ses{_S}travaux{_S}de|sur{_S}l’année|au{_S}titre{_S}de){_S}(?:l’année{_S})?{_YEAR}(?=[,;.\ufffc]|{_S}(?:[;:]|et\b))"
        ),
        re.compile(rf"\bsession{_S}(?:de{_S}fond{_S})?de{_S}{_YEAR}\b"),
        re.compile(rf"\bforum[^,;]{{0,60}}?{_S}(?:de|en){_S}{_YEAR}\b"),
        _TITLED,
    ),
    accounts=(
        re.compile(
            rf"\b(?:période|exercice){_S}(?:allant{_S})?du{_S}\d{{1,2}}(?:er)?{_S}{_FR_MONTH}(?:{_S}(?P<first>\d{{4}}))?"
            rf"{_S}au{_S}\d{{1,2}}{_S}{_FR_MONTH}{_S}(?P<last>\d{{4}})"
        ),
    ),
    item=re.compile(rf"\b([Pp]oint{_S})\d{{1,3}}(?:{_S}[a-z]\))?"),
    adopted=re.compile(r"Résolutions? adoptées? "),
)
_SPANISH: Final = RolloverWords(
    session=re.compile(
        rf"\b((?:\w+[ée]simo{_S})?(?:primer|segundo|tercer|cuarto|quinto|sexto|s[ée]ptimo|octavo|noveno)|\w+[ée]simo)"
        rf"(?={_S}per[íi]odos?{_S}(?:ordinarios?{_S})?de{_S}sesiones\b)",
        re.IGNORECASE,
    ),
    value=value_of_spanish,
    ordinal=spanish_ordinal,
    range_end=re.compile(rf"\ba(?:l|{_S}su)?{_S}$"),
    other_organ=re.compile(
        r"\b(?:Consejo|Conferencia|Comisión(?! Política Especial)|Comité|Grupo de Trabajo|Foro|Plataforma|Junta)\b"
    ),
    assembly=re.compile(r"\b(?:Asamblea|le|la informe|informarla|informarle|presentarle)\b"),
    of_another=re.compile(
        rf"{_S}per[íi]odos?{_S}(?:\w+{_S})?de{_S}sesiones{_S}(?:del|de{_S}los|de{_S}las?){_S}(?!Asamblea)"
    ),
    to_assembly=re.compile(rf"{_S}per[íi]odo{_S}(?:ordinario{_S})?de{_S}sesiones,?{_S}l[ae]{_S}"),
    date=re.compile(_date(_ES_MONTH, of=f"de{_S}")),
    before_year=re.compile(rf"{_ES_MONTH}{_S}(?:de{_S})?$"),
    cited=_cited(rf",{_S}de{_S}", _date(_ES_MONTH, of=f"de{_S}")),
    dated=", de ",
    joint=" y",
    dated_joint=", y",
    own=re.compile(r"\b(?:[Ss]us?|[Tt]odas|la más reciente)\b.{0,60}?\bresoluci(?:ón|ones)\b"),
    years=(
        re.compile(
            rf"\b(?:correspondiente{_S}a(?:l{_S}año)?|para|durante|relativo{_S}a|realizada{_S}en){_S}{_YEAR}(?=[,;.\ufffc]|{_S}y\b)"
        ),
        re.compile(rf"\bper[íi]odo{_S}de{_S}sesiones{_S}(?:sustantivo{_S})?de{_S}{_YEAR}\b"),
        re.compile(rf"\bforo[^,;]{{0,60}}?{_S}(?:de|en){_S}{_YEAR}\b"),
        _TITLED,
    ),
    accounts=(
        re.compile(
            rf"\bper[íi]odo{_S}comprendido{_S}entre{_S}el{_S}\d{{1,2}}{_S}de{_S}{_ES_MONTH}(?:{_S}de{_S}(?P<first>\d{{4}}))?"
            rf"{_S}y{_S}el{_S}\d{{1,2}}{_S}de{_S}{_ES_MONTH}{_S}de{_S}(?P<last>\d{{4}})"
        ),
    ),
    item=re.compile(rf"\b([Tt]ema{_S})\d{{1,3}}(?:{_S}[a-z]\))?"),
    adopted=re.compile(r"Resoluci(?:ón|ones) aprobadas? "),
)

ROLLOVER_WORDS: Final = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH}
"""The languages whose texts can be rolled over."""
