"""Text that Word does not show (w:vanish, ECMA-376 part 1, 17.3.2.41), set on its runs or by their styles.

It is text of the file all the same: a redline gives it back. So it is read, and the user is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from draftdesk.wordml.names import PPR, RPR, VAL, P, R, T, w
from draftdesk.wordml.package import WordPackage

_VANISH: Final = w("vanish")
_OFF: Final = ("0", "false", "off")
_RUN_STYLE: Final = f"{RPR}/{w('rStyle')}"
_PARAGRAPH_STYLE: Final = f"{PPR}/{w('pStyle')}"


def hidden_paragraphs(package: WordPackage, roots: Iterable[etree._Element]) -> int:
    """How many paragraphs of these stories hold text that Word hides."""
    styles = _hidden_styles(package)
    return sum(
        _is_hidden(paragraph, styles)
        for root in roots
        if styles or next(root.iter(_VANISH), None) is not None
        for paragraph in root.iter(P)
    )


def _hidden_styles(package: WordPackage) -> frozenset[str]:
    part = package.related("styles")
    if part is None or b"vanish" not in package.parts[part]:
        return frozenset()
    styles = package.xml(part).iter(w("style"))
    return frozenset(style.get(w("styleId"), "") for style in styles if _vanishes(style))


def _is_hidden(paragraph: etree._Element, styles: frozenset[str]) -> bool:
    if styles and _names(paragraph, _PARAGRAPH_STYLE, styles):
        return any((text.text or "").strip() for text in paragraph.iter(T))
    return any(
        (_vanishes(run) or (styles and _names(run, _RUN_STYLE, styles)))
        and any((text.text or "").strip() for text in run.iter(T))
        for run in paragraph.iter(R)
    )


def _vanishes(element: etree._Element) -> bool:
    properties = next(element.iterchildren(RPR), None)
    mark = next(properties.iterchildren(_VANISH), None) if properties is not None else None
    return mark is not None and mark.get(VAL, "1") not in _OFF


def _names(element: etree._Element, path: str, styles: frozenset[str]) -> bool:
    named = element.find(path)
    return named is not None and named.get(VAL, "") in styles
