"""The organ in large letters in the masthead of Geneva: the General Assembly, below it its Human Rights Council."""

from __future__ import annotations

from typing import Final

_ASSEMBLY: Final = {
    "ar": "الجمعية العامة",
    "en": "General Assembly",
    "es": "Asamblea General",
    "fr": "Assemblée générale",
    "ru": "Генеральная Ассамблея",
    "zh": "大会",
}
_COUNCIL: Final = {
    "ar": "المجلس الاقتصادي والاجتماعي",
    "en": "Economic and Social Council",
    "es": "Consejo Económico y Social",
    "fr": "Conseil économique et social",
    "ru": "Экономический и Социальный Совет",
    "zh": "经济及社会理事会",
}
_TRADE: Final = {
    "ar": "مؤتمر الأمم المتحدة للتجارة والتنمية",
    "en": "United Nations Conference on Trade and Development",
    "es": "Conferencia de las Naciones Unidas sobre Comercio y Desarrollo",
    "fr": "Conférence des Nations Unies sur le commerce et le développement",
    "ru": "Конференция Организации Объединенных Наций по торговле и развитию",
    "zh": "联合国贸易和发展会议",
}
_BY_SERIES: Final = {"A": _ASSEMBLY, "E": _COUNCIL, "ECE": _COUNCIL, "TD": _TRADE}
_HUMAN_RIGHTS_COUNCIL: Final = frozenset(
    {
        "مجلس حقوق الإنسان",
        "Human Rights Council",
        "Consejo de Derechos Humanos",
        "Conseil des droits de l’homme",
        "Совет по правам человека",
        "人权理事会",
    }
)
_GENEVA_SERIES: Final = (
    "A/HRC/",
    "E/ECE/",
    "ECE/",
    "FCCC/",
    "TD/",
    "CCPR/",
    "CERD/",
    "CAT/",
    "CEDAW/",
    "CRC/",
    "CRPD/",
    "CED/",
    "CMW/",
)
"""Beginnings of symbols of bodies that the office in Geneva serves, or whose files have its form."""


def is_human_rights_council(organ: str) -> bool:
    """Whether a name, in any official language, is that of the Human Rights Council."""
    return organ.replace("'", "’").strip() in _HUMAN_RIGHTS_COUNCIL


def is_served_in_geneva(symbol: str, organ: str) -> bool:
    """Whether a text is of a body that the office in Geneva serves; by its symbol where it has one."""
    return symbol.startswith(_GENEVA_SERIES) if symbol else is_human_rights_council(organ)


def principal_organ(symbol: str, organ: str, language: str) -> str:
    """The name in large letters: by the series of the symbol, else the organ itself."""
    series = symbol.partition("/")[0] if symbol else "A" if is_human_rights_council(organ) else ""
    names = _BY_SERIES.get(series)
    return organ if names is None else names.get(language, names["en"])
