"""Footnotes of a page: links with a short mark, and the passages further down that they lead to.

There is no element for a footnote. Word, LibreOffice, pandoc and the sites of the United Nations all write a link to
an anchor below, and there a link back. A link counts as a mark if its text is one and what it leads to either leads
back or says by its name that it is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml import etree

_MARK: Final = re.compile(r"[\[(]?\s*(\d{1,4}|[ivxl]{1,6}|[a-z]|\*{1,4}|[†‡§])\s*[\])]?", re.IGNORECASE)
_NAMED: Final = re.compile(r"fn|foot|note|ftn|edn", re.IGNORECASE)
_CONTAINERS: Final = frozenset(("p", "div", "li", "aside", "section", "td", "tr", "dd"))
_WIDER: Final = frozenset(("div", "li", "aside", "section"))
_COMMENT_CLASS: Final = "msocomanchor"


@dataclass(frozen=True, slots=True)
class HtmlNote:
    """A note: the element that holds it, the mark as printed, the links back that are no text of it."""

    id: str
    mark: str
    container: etree._Element
    back: frozenset[etree._Element]
    is_comment: bool = False


@dataclass(frozen=True, slots=True)
class HtmlNotes:
    """The notes of a page by the links that call them and by the elements that hold them, in order of the links."""

    by_link: dict[etree._Element, HtmlNote]
    by_container: dict[etree._Element, HtmlNote]


def find_notes(root: etree._Element) -> HtmlNotes:
    """The footnotes of a page, and the comments that Word writes the same way."""
    places = {element: place for place, element in enumerate(root.iter())}
    anchors: dict[str, etree._Element] = {}
    for element in places:
        for name in (element.get("id"), element.get("name")):
            if name:
                anchors.setdefault(name, element)
    calls = [
        (link, target)
        for link in root.iter("a")
        if (target := anchors.get(_fragment(link))) is not None and places[target] > places[link]
    ]
    calls = [(link, target) for link, target in calls if _is_mark(link)]
    targets = {target for _, target in calls}
    by_link: dict[etree._Element, HtmlNote] = {}
    by_container: dict[etree._Element, HtmlNote] = {}
    for link, target in calls:
        container = _container(target, targets, link)
        if container is None or any(ancestor in by_container for ancestor in link.iterancestors()):
            continue
        note = by_container.get(container) or _note(link, container)
        if note is not None:
            by_container[container] = by_link[link] = note
    return HtmlNotes(by_link, by_container)


def _note(link: etree._Element, container: etree._Element) -> HtmlNote | None:
    names = {
        name
        for element in (link, *link.iterancestors("sup", "span"), *link.iterdescendants())
        for name in (element.get("id"), element.get("name"))
        if name
    }
    back = frozenset(other for other in container.iter("a") if _fragment(other) in names)
    is_comment = _COMMENT_CLASS in (link.get("class") or "").lower()
    if not back and not is_comment and not _NAMED.search(_fragment(link)):
        return None
    found = _MARK.fullmatch(_text(link))
    return HtmlNote(_fragment(link), found[1] if found is not None else _text(link), container, back, is_comment)


def _is_mark(link: etree._Element) -> bool:
    return _MARK.fullmatch(_text(link)) is not None or _COMMENT_CLASS in (link.get("class") or "").lower()


def _container(target: etree._Element, targets: set[etree._Element], link: etree._Element) -> etree._Element | None:
    """The widest element around a target that holds this note alone."""
    container = target if target.tag in _CONTAINERS else next(target.iterancestors(*_CONTAINERS), None)
    if container is None or link in container.iter("a"):
        return None
    for wider in container.iterancestors():
        holds_others = wider.tag not in _WIDER or any(
            element is link or (element in targets and element is not target) for element in wider.iter()
        )
        if holds_others:
            break
        container = wider
    return container


def _fragment(link: etree._Element) -> str:
    """The name of the anchor that a link within the page leads to, "" for other links."""
    address = link.get("href") or ""
    return unquote(address.partition("#")[2]) if "#" in address and "://" not in address else ""


def _text(element: etree._Element) -> str:
    return "".join(_texts(element)).replace("\u00a0", " ").strip()


def _texts(element: etree._Element) -> Iterator[str]:
    for text in element.itertext():
        yield str(text)
