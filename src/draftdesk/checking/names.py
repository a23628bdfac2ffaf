"""Rules of names: Member States, organs written out, countries as they are named in the United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.patterns import Wrong, find, wrong
from draftdesk.checking.rule import Breach, Rule
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import OBJECT, ParagraphKind, Span

_ORGANS: Final = {
    "UN": "United Nations",
    "UNGA": "General Assembly",
    "UNSC": "Security Council",
    "UNSG": "Secretary-General",
    "SG": "Secretary-General",
    "ECOSOC": "Economic and Social Council",
    "HRC": "Human Rights Council",
}
_IN_FULL: Final = "General|Security|Secretar|Member|Human|Economic"
"""What may follow "UN" where that is no part of a name such as "UN Women"."""

_SHORT: Final = {
    "SDGs": "Sustainable Development Goals",
    "SDG": "Sustainable Development Goal",
    "MDGs": "Millennium Development Goals",
    "LDCs": "least developed countries",
    "LLDCs": "landlocked developing countries",
    "SIDS": "small island developing States",
    "NGOs": "non-governmental organizations",
    "IFIs": "international financial institutions",
    "ODA": "official development assistance",
    "CSOs": "civil society organizations",
    "GBV": "gender-based violence",
    "IDPs": "internally displaced persons",
    "WMD": "weapons of mass destruction",
    "DRR": "disaster risk reduction",
}
_COUNTRIES: Final = {
    r"Vietnam": "Viet Nam",
    r"Ivory Coast": "Côte d’Ivoire",
    r"Turkey": "Türkiye",
    r"Swaziland": "Eswatini",
    r"Czech Republic": "Czechia",
    r"Burma": "Myanmar",
    r"Cape Verde": "Cabo Verde",
    r"East Timor": "Timor-Leste",
    r"Russia": "Russian Federation",
    r"(?<!State of )Bolivia(?! \(Pl)": "Bolivia (Plurinational State of)",
    r"(?<!Republic of )Venezuela(?! \(Bo)": "Venezuela (Bolivarian Republic of)",
    r"(?<!Republic of )Iran(?! \(Is)": "Iran (Islamic Republic of)",
    r"Syria": "Syrian Arab Republic",
    r"South Korea": "Republic of Korea",
    r"North Korea": "Democratic People’s Republic of Korea",
    r"(?<!Republic of )Moldova": "Republic of Moldova",
    r"(?<!United Republic of )Tanzania": "United Republic of Tanzania",
    r"Laos": "Lao People’s Democratic Republic",
    r"Brunei(?! Dar)": "Brunei Darussalam",
    r"Holland": "Netherlands",
    r"The Gambia": "Gambia",
}
_AND_IN_NAME: Final = re.compile(
    r" and (?=Barbuda|Herzegovina|Nevis|the Grenadines|Principe|Tobago|Northern Ireland)"
)
"""Seven Member States have an "and" in their names."""

_OBSERVERS: Final = ("Holy See", "State of Palestine", "European Union")
"""Those who are no Member States stand behind them."""

_NOT_IN_NAMES: Final = r"(?<![\w’-])"
_LOCAL: Final = "".join(
    rf"(?<!{word} )"
    for word in ("local", "regional", "subnational", "provincial", "municipal", "city", "central", "state")
)


def _full_names() -> Wrong:
    listed = "|".join(sorted(_ORGANS, key=len, reverse=True))
    return Wrong(
        re.compile(rf"(?<![\w@./(’-])(?:{listed})(?![\w/)‑-])(?!\s(?!{_IN_FULL})[A-Z])(?!’)"),
        lambda match: _ORGANS[match[0]],
    )


def _abbreviations(examined: Examined) -> Iterator[Breach]:
    """Abbreviations that the text does not explain: "Sustainable Development Goals (SDGs)" does."""
    whole = "\n".join(paragraph.text for paragraph in examined.worded)
    for short, full in _SHORT.items():
        if short not in whole or f"({short})" in whole:
            continue
        pattern = re.compile(rf"(?<![\w(@./-]){short}(?![\w/)-])(?!\s[A-Z])")
        for paragraph in examined.worded:
            for found in pattern.finditer(examined.bare(paragraph)):
                yield Breach(paragraph, Span(*found.span()), full)


def _country(match: re.Match[str]) -> str:
    return next(
        right for name, right in _COUNTRIES.items() if re.fullmatch(re.sub(r"\(\?[<!].*?\)", "", name), match[0])
    )


def _countries() -> Wrong:
    listed = "|".join(f"(?:{name})" for name in _COUNTRIES)
    return Wrong(re.compile(rf"{_NOT_IN_NAMES}(?:{listed})(?![\w-])"), _country)


def _sponsors(examined: Examined) -> Iterator[Breach]:
    """The list of sponsors, put in English alphabetical order, "and" before the last."""
    for paragraph in examined.body:
        text = paragraph.text
        listed, _, rest = text.partition(":")
        names = _names(listed.replace(f",{OBJECT}", f"{OBJECT},"))
        if paragraph.kind is not ParagraphKind.SPONSORS or len(names) < 3:
            continue
        right = sorted(names, key=_alphabetical)
        if right != names:
            in_order = f"{', '.join(right[:-1])} and {right[-1]}".replace(f"{OBJECT},", f",{OBJECT}")
            # of several notes nobody could tell any more which one belongs to whom
            is_clear = listed.count(OBJECT) < 2 and not rest.startswith(OBJECT)
            yield Breach(paragraph, Span(0, len(listed)), in_order, is_replaced=is_clear)


def _names(listed: str) -> list[str]:
    """The names of a list, such as have an "and" in them whole."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+(?=[A-ZÅÇÉ])", _AND_IN_NAME.sub("\0", listed))
    return [part.replace("\0", " and ").strip() for part in parts if part.strip()]


def _alphabetical(name: str) -> tuple[bool, str]:
    folded = name.translate(str.maketrans("ÅÇÉéôüöñ", "ACEeouon"))
    return name.startswith(_OBSERVERS), folded.replace("’", "").replace("-", " ").casefold()


def _coronavirus(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        found = re.search(r"\bCOVID-19\b", examined.bare(paragraph))
        if found:
            if not paragraph.text[: found.start()].endswith("("):
                yield Breach(paragraph, Span(*found.span()), "coronavirus disease (COVID-19)", is_replaced=False)
            return


NAMES: Final = (
    Rule(
        "member_states",
        Grade.ERROR,
        find(wrong(r"(?<![\w-])[Mm]ember states\b", "Member States"), wrong(r"\bMember states\b", "Member States")),
        "R63, 6,349 to 1 in adopted texts",
    ),
    Rule(
        "governments",
        Grade.WARNING,
        find(wrong(rf"{_LOCAL}(?<![\w-])governments(?![\w-])", "Governments")),
        "R64, 1,253 to 87 in adopted texts",
    ),
    Rule(
        "organ_in_full",
        Grade.ERROR,
        find(_full_names()),
        "R65, UN Editorial Manual and Correspondence Manual",
    ),
    Rule("abbreviation", Grade.WARNING, _abbreviations, "R66, 1,777 to 31 in adopted texts"),
    Rule(
        "charter",
        Grade.WARNING,
        find(wrong(r"\b(?:the )?(?:UN|United Nations) Charter\b", "the Charter of the United Nations")),
        "R46, adopted texts",
    ),
    Rule("country", Grade.WARNING, find(_countries()), "R72, UNTERM"),
    Rule(
        "possessive",
        Grade.HINT,
        find(wrong(r"(?<![\w-])[A-Z]{3,}[’'](?:s\b)?(?!\w)")),
        "R70, UN Editorial Manual",
    ),
    Rule("sponsor_order", Grade.WARNING, _sponsors, "R73, UN practice"),
    Rule("coronavirus", Grade.HINT, _coronavirus, "R80, 524 first mentions in adopted texts"),
)
