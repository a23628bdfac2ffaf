"""What a language asks of styles and runs: tags for spelling and voices, letters of Arabic and Chinese.

Arabic has bold, italics and sizes of its own and taller letters; Chinese has no italics, and its quotation marks and
dashes are as wide as its characters only where a run says so.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from draftdesk.exporting.clean.runs import element
from draftdesk.wordml.names import RPR, R, w

LANGUAGES: Final = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}
_SCRIPT: Final = {"zh": "eastAsia", "ar": "bidi"}
_ARABIC_LARGER: Final = 4
"""Half points by which Arabic letters are larger, to be read as easily as Latin ones."""

_CHINESE: Final = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def set_styles(root: etree._Element, language: str) -> None:
    """Styles for a language: it stands in the defaults, and the letters of its script are set."""
    for setting in root.iter(w("lang")):
        setting.set(w(_SCRIPT.get(language, "val")), LANGUAGES.get(language, language))
    if language == "ar":
        _set_arabic(root)
    if language == "zh":
        for properties in list(root.iter(RPR)):
            for mark in properties.findall(w("i")):
                properties.remove(mark)


def tag_runs(root: etree._Element, language: str) -> None:
    """Say of every run what language it is in, so that a text pasted elsewhere is still spelt and spoken right."""
    attributes = {_SCRIPT.get(language, "val"): LANGUAGES.get(language, language)}
    for one in root.iter(R):
        properties = one.find(RPR)
        if properties is None:
            properties = element("rPr")
            one.insert(0, properties)
        properties.append(element("lang", **attributes))
        if language == "zh" and _CHINESE.search("".join(one.itertext())):
            _widen(properties)
    etree.cleanup_namespaces(root)


def _widen(properties: etree._Element) -> None:
    """Let signs that Chinese shares with others be Chinese; fonts stand behind the style of a run."""
    style = properties.find(w("rStyle"))
    properties.insert(0 if style is None else 1, element("rFonts", hint="eastAsia"))


def _set_arabic(root: etree._Element) -> None:
    """Bold, italics and sizes for Arabic script too; its letters are taller, so no line is cut to a height."""
    for name, twin in (("b", "bCs"), ("i", "iCs")):
        for mark in root.iter(w(name)):
            mark.addnext(element(twin))
    for size in root.iter(w("sz")):
        complex_size = size.getnext()
        if complex_size is None or complex_size.tag != w("szCs"):
            complex_size = element("szCs")
            size.addnext(complex_size)
        complex_size.set(w("val"), str(int(size.get(w("val"), "20")) + _ARABIC_LARGER))
    for spacing in root.iter(w("spacing")):
        if spacing.get(w("lineRule")) == "exact":
            spacing.set(w("lineRule"), "atLeast")
    etree.cleanup_namespaces(root)
