"""How sessions, last year's resolutions and years stand in Russian, Chinese and Arabic texts."""

from __future__ import annotations

import re
from typing import Final

from draftdesk.drafting.rollover_words import NOTHING, NUMBER, YEAR, RolloverWords, S
from draftdesk.wording.citations import MONTHS
from draftdesk.wording.ordinals import (
    arabic_ordinal,
    chinese_number,
    russian_ordinal,
    value_of_arabic,
    value_of_chinese,
    value_of_russian,
)

_RU_MONTH: Final = f"(?:{MONTHS['ru']})"
_RU_DATE: Final = rf"\d{{1,2}}{S}{_RU_MONTH}{S}\d{{4}}{S}года"
_RU_ORDINAL: Final = r"(?:[а-яё]+[ьто]{1,2}(?:десят|к|о)?" + rf"{S})?[а-яё]+(?:ая|ой|ую|ья|ьей|ью)"
RUSSIAN: Final = RolloverWords(
    session=re.compile(rf"\b({_RU_ORDINAL})(?={S}(?:очередн\w+{S})?сесси\w+)", re.IGNORECASE),
    value=value_of_russian,
    ordinal=russian_ordinal,
    range_end=re.compile(rf"\bпо{S}(?:свою{S}|е[её]{S})?$"),
    other_organ=re.compile(
        r"\b(?:Совет\w*|Конференци\w+|Комисси\w+|(?<!Перв..)(?<!Втор..)(?<!Трет..)(?<!Четвертый )(?<!Пят..)"
        r"(?<!Шест..)Комитет\w*|Рабоч\w+|Форум\w*|Платформ\w+)\b"
    ),
    assembly=re.compile(r"\b(?:Ассамбле\w+|ей)\b"),
    of_another=re.compile(rf"{S}(?:очередн\w+{S})?сесси\w+{S}(?!Генеральной|Ассамбле)[А-ЯЁ]"),
    date=re.compile(_RU_DATE),
    before_year=re.compile(
        rf"\b(?:январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*{S}$"
    ),
    cited=re.compile(rf"{NUMBER}(?:(?:{S}Генеральной{S}Ассамблеи)?{S}от{S}(?P<date>{_RU_DATE}))?"),
    joint=" и ",
    own=re.compile(r"\b(?:[Сс]во\w+|[Ее][её]|[Вв]с[ею]\w*|последн\w+)\b.{0,60}?\bрезолюци"),
    years=(
        re.compile(rf"\bза{S}{YEAR}(?={S}год\b)"),
        re.compile(rf"\bсесси\w+{S}{YEAR}(?={S}года\b)"),
        re.compile(rf"\bфорум\w*[^,;]{{0,60}}?{S}{YEAR}(?={S}года\b)"),
    ),
    accounts=(
        re.compile(
            rf"\bпериод{S}с{S}\d{{1,2}}{S}{_RU_MONTH}(?:{S}(?P<first>\d{{4}}){S}года)?"
            rf"{S}по{S}\d{{1,2}}{S}{_RU_MONTH}{S}(?P<last>\d{{4}}){S}года"
        ),
    ),
    item=re.compile(rf"\b([Пп]ункт{S})\d{{1,3}}(?:{S}[a-zа-я]\))?"),
    adopted=re.compile(r"Резолюци[яи],? принят"),
)

_ZH_DATE: Final = r"\d{4}年\d{1,2}月\d{1,2}日"
_ZH_YEAR: Final = r"((?:19|20)\d\d)年"
CHINESE: Final = RolloverWords(
    session=re.compile(r"第([一二三四五六七八九十百零]+)届(?=会议|常会)"),
    value=value_of_chinese,
    ordinal=lambda value, _: chinese_number(value),
    range_end=re.compile(r"[至到]$"),
    other_organ=re.compile(r"理事会|委员会|缔约方会议|工作组|论坛|平台|执行局"),
    assembly=re.compile(r"大会"),
    date=re.compile(_ZH_DATE),
    before_year=NOTHING,
    cited=re.compile(rf"(?:(?P<date>{_ZH_DATE})(?:(?:关于|题为)[^，；。]{{1,60}}?的)?第|第)?{NUMBER}号?"),
    comma="、",
    joint="和",
    own=re.compile(r"其(?:\d{4}年|第)|(?:其|所有|以往|最近).{0,60}?决议"),
    years=(
        re.compile(rf"{_ZH_YEAR}(?=报告|届会|会议|实质性会议|常会|高级别)"),
        re.compile(rf"{_ZH_YEAR}(?=[^，；。]{{0,12}}(?:论坛|经济及社会理事会))"),
    ),
    coming=re.compile(r"(?<![\d/–—(-])20\d\d(?=年(?!\d|代))"),
    accounts=(
        re.compile(r"(?P<first>20\d\d)年\d{1,2}月\d{1,2}日至(?P<last>20\d\d)年\d{1,2}月\d{1,2}日(?:的?期间|财政)"),
    ),
    item=re.compile(r"(议程项目)\d{1,3}(?:[(（][a-z][)）])?"),
    adopted=re.compile(rf"{_ZH_DATE}.{{0,6}}大会决议"),
)

_AR_MONTH: Final = r"[\u0600-\u06ff\xa0 ]{2,14}/\s?[\u0600-\u06ff]+"
_AR_DATE: Final = rf"\d{{1,2}}{S}{_AR_MONTH}{S}\d{{4}}"
ARABIC: Final = RolloverWords(
    session=re.compile(rf"\b(?:ال|ل)?دور(?:ة|ت\w{{1,4}}){S}(?:العادية{S})?(ال\w+(?:{S}(?:وال\w+|عشرة))?)"),
    value=value_of_arabic,
    ordinal=arabic_ordinal,
    range_end=re.compile(rf"\b(?:إلى|حتى){S}(?:ال|ل)?$"),
    other_organ=re.compile(r"\b\w?(?:مجلس|لجنة|اللجنة|مؤتمر|المؤتمر|الفريق|فريق|منتدى|المنتدى|المجلس)\b"),
    assembly=re.compile(r"\b(?:ل|ال)\w*جمعية\b"),
    of_another=re.compile(rf"{S}ل(?!لجمعية)\w+{S}"),
    date=re.compile(_AR_DATE),
    before_year=re.compile(rf"/\w+{S}$"),
    cited=re.compile(rf"{NUMBER}(?:{S}المؤرخة?{S}(?P<date>{_AR_DATE}))?"),
    comma=" و ",
    joint=" و ",
    own=re.compile(r"قرار(?:ها|يها|اتها)|(?:جميع|آخرها)\b.{0,60}?قرار"),
    years=(
        re.compile(rf"\bلعام{S}{YEAR}\b"),
        re.compile(rf"\b(?:خلال|عن){S}عام{S}{YEAR}\b"),
    ),
    accounts=(
        re.compile(
            rf"\bللفترة{S}من{S}\d{{1,2}}{S}{_AR_MONTH}(?:{S}(?P<first>\d{{4}}))?"
            rf"{S}إلى{S}\d{{1,2}}{S}{_AR_MONTH}{S}(?P<last>\d{{4}})"
        ),
    ),
    item=re.compile(rf"(البند{S})\d{{1,3}}(?:{S}\([^)]\))?"),
    adopted=re.compile(r"قرار(?:ات)? اتخذته?"),
)
