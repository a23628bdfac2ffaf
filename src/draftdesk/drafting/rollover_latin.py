"""How sessions, last year's resolutions and years stand in English, French and Spanish texts."""

from __future__ import annotations

import re
from typing import Final

from draftdesk.drafting.rollover_words import NUMBER, YEAR, RolloverWords, S
from draftdesk.wording.citations import MONTHS
from draftdesk.wording.number_words import ordinal, value_of_ordinal
from draftdesk.wording.ordinals import french_ordinal, spanish_ordinal, value_of_french, value_of_spanish


def _date(month: str, *, of: str = "") -> str:
    return rf"\d{{1,2}}(?:er)?{S}{of}{month}{S}{of}\d{{4}}"


def _cited(dated: str, date: str) -> re.Pattern[str]:
    return re.compile(rf"{NUMBER}(?:{dated}(?P<date>{date}))?")


_TITLED: Final = re.compile(rf"\b[A-ZÉ][a-zà-ÿ]+{S}{YEAR}\b(?![\d/–—-])")
_EN_MONTH, _FR_MONTH, _ES_MONTH = (f"(?:{MONTHS[language]})" for language in ("en", "fr", "es"))
_WORD_ORDINAL: Final = r"(?:[a-z]+ty[-\u2010\u2011])?(?:first|second|third|[a-z]+th)"

ENGLISH: Final = RolloverWords(
    session=re.compile(rf"\b({_WORD_ORDINAL})(?={S}(?:regular{S})?sessions?\b)", re.IGNORECASE),
    value=value_of_ordinal,
    ordinal=lambda value, _: ordinal(value),
    range_end=re.compile(rf"\bto{S}(?:the{S})?$"),
    other_organ=re.compile(
        r"\b(?:Human Rights Council|Commission|Conference|Board|Executive|Working Group|Forum|Council|"
        r"(?<!First )(?<!Second )(?<!Third )(?<!Fourth )(?<!Fifth )(?<!Sixth )Committee)\b"
    ),
    assembly=re.compile(r"\b(?:General Assembly|Assembly)\b"),
    of_another=re.compile(rf"{S}(?:regular{S})?sessions?{S}of{S}the{S}(?!General Assembly|Assembly)"),
    date=re.compile(_date(_EN_MONTH)),
    before_year=re.compile(rf"{_EN_MONTH}{S}$"),
    cited=_cited(rf"{S}of{S}", _date(_EN_MONTH)),
    joint=" and ",
    own=re.compile(r"\b(?:[Ii]ts|[Aa]ll|previous|latest of which was)\b.{0,60}?\bresolutions?\b"),
    years=(
        re.compile(rf"(?:\bfor|\bits|\bduring{S}its){S}{YEAR}(?={S}session\b|[,;.\ufffc]|{S}and\b)"),
        re.compile(rf"\b{YEAR}(?={S}(?:Economic and Social Council|forum|session|high-level|joint response plan))"),
        _TITLED,
    ),
    accounts=(
        re.compile(
            rf"\bperiod{S}from{S}\d{{1,2}}{S}{_EN_MONTH}(?:{S}(?P<first>\d{{4}}))?"
            rf"{S}to{S}\d{{1,2}}{S}{_EN_MONTH}{S}(?P<last>\d{{4}})"
        ),
        re.compile(rf"\bas{S}at{S}\d{{1,2}}{S}{_EN_MONTH}{S}(?P<last>\d{{4}})"),
    ),
    item=re.compile(rf"\b([Ii]tem{S})\d{{1,3}}(?:{S}\([a-z]\))?"),
    adopted=re.compile(r"Resolutions? adopted by "),
)
FRENCH: Final = RolloverWords(
    session=re.compile(
        rf"\b([a-zé]+(?:(?:[-\u2010\u2011]|{S}et{S})[a-zé]+)*i(?:è|e\u0300)me)(?={S}sessions?\b)", re.IGNORECASE
    ),
    value=value_of_french,
    ordinal=lambda value, _: french_ordinal(value),
    range_end=re.compile(rf"\bà{S}(?:la{S}|sa{S})?$"),
    other_organ=re.compile(
        r"\b(?:Conseil|Conférence|Commission(?! des questions| économique et financière)|Comité|Groupe de travail|"
        r"Forum|Plateforme|Bureau)\b"
    ),
    assembly=re.compile(r"\b(?:Assemblée|lui|elle)\b"),
    of_another=re.compile(rf"{S}sessions?(?:{S}extraordinaires?)?{S}(?:du|des|de{S}la|de{S}l’)(?!{S}?Assemblée)"),
    date=re.compile(_date(_FR_MONTH)),
    before_year=re.compile(rf"{_FR_MONTH}{S}$"),
    cited=_cited(rf"{S}du{S}", _date(_FR_MONTH)),
    joint=" et ",
    own=re.compile(r"\b(?:[Ss]a|[Ss]es|[Tt]outes|dernière en date)\b.{0,60}?\brésolutions?\b"),
    years=(
        re.compile(
            rf"\b(?:pour|sur{S}ses{S}travaux{S}de|sur{S}l’année|au{S}titre{S}de){S}(?:l’année{S})?{YEAR}(?=[,;.\ufffc]|{S}(?:[;:]|et\b))"
        ),
        re.compile(rf"\bsession{S}(?:de{S}fond{S})?de{S}{YEAR}\b"),
        re.compile(rf"\bforum[^,;]{{0,60}}?{S}(?:de|en){S}{YEAR}\b"),
        _TITLED,
    ),
    accounts=(
        re.compile(
            rf"\b(?:période|exercice){S}(?:allant{S})?du{S}\d{{1,2}}(?:er)?{S}{_FR_MONTH}(?:{S}(?P<first>\d{{4}}))?"
            rf"{S}au{S}\d{{1,2}}{S}{_FR_MONTH}{S}(?P<last>\d{{4}})"
        ),
    ),
    item=re.compile(rf"\b([Pp]oint{S})\d{{1,3}}(?:{S}[a-z]\))?"),
    adopted=re.compile(r"Résolutions? adoptées? "),
)
SPANISH: Final = RolloverWords(
    session=re.compile(
        rf"\b((?:\w+[ée]simo{S})?(?:primer|segundo|tercer|cuarto|quinto|sexto|s[ée]ptimo|octavo|noveno)|\w+[ée]simo)"
        rf"(?={S}per[íi]odos?{S}(?:ordinarios?{S})?de{S}sesiones\b)",
        re.IGNORECASE,
    ),
    value=value_of_spanish,
    ordinal=lambda value, _: spanish_ordinal(value),
    range_end=re.compile(rf"\ba(?:l|{S}su)?{S}$"),
    other_organ=re.compile(
        r"\b(?:Consejo|Conferencia|Comisión(?! Política Especial)|Comité|Grupo de Trabajo|Foro|Plataforma|Junta)\b"
    ),
    assembly=re.compile(r"\b(?:Asamblea|le|la informe|informarla|informarle|presentarle)\b"),
    of_another=re.compile(rf"{S}per[íi]odos?{S}(?:\w+{S})?de{S}sesiones{S}(?:del|de{S}los|de{S}las?){S}(?!Asamblea)"),
    to_assembly=re.compile(rf"{S}per[íi]odo{S}(?:ordinario{S})?de{S}sesiones,?{S}l[ae]{S}"),
    date=re.compile(_date(_ES_MONTH, of=f"de{S}")),
    before_year=re.compile(rf"{_ES_MONTH}{S}(?:de{S})?$"),
    cited=_cited(rf",{S}de{S}", _date(_ES_MONTH, of=f"de{S}")),
    joint=" y ",
    dated_joint=", y ",
    own=re.compile(r"\b(?:[Ss]us?|[Tt]odas|la más reciente)\b.{0,60}?\bresoluci(?:ón|ones)\b"),
    years=(
        re.compile(
            rf"\b(?:correspondiente{S}a(?:l{S}año)?|para|durante|relativo{S}a|realizada{S}en){S}{YEAR}(?=[,;.\ufffc]|{S}y\b)"
        ),
        re.compile(rf"\bper[íi]odo{S}de{S}sesiones{S}(?:sustantivo{S})?de{S}{YEAR}\b"),
        re.compile(rf"\bforo[^,;]{{0,60}}?{S}(?:de|en){S}{YEAR}\b"),
        _TITLED,
    ),
    accounts=(
        re.compile(
            rf"\bper[íi]odo{S}comprendido{S}entre{S}el{S}\d{{1,2}}{S}de{S}{_ES_MONTH}(?:{S}de{S}(?P<first>\d{{4}}))?"
            rf"{S}y{S}el{S}\d{{1,2}}{S}de{S}{_ES_MONTH}{S}de{S}(?P<last>\d{{4}})"
        ),
    ),
    item=re.compile(rf"\b([Tt]ema{S})\d{{1,3}}(?:{S}[a-z]\))?"),
    adopted=re.compile(r"Resoluci(?:ón|ones) aprobadas? "),
)
