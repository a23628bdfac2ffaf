"""Redlines of small Word files, drawn: [-gone-] {+come+} <<moved away<< >>moved here>>, ¶- and ¶+ for marks."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import RedlineResult, export_redline
from making_word import W, word_file

NS = {"w": W.split('"')[1]}
DATE = "2026-11-24T12:00:00Z"
_AROUND = {"ins": ("{+", "+}"), "del": ("[-", "-]"), "moveFrom": ("<<", "<<"), "moveTo": (">>", ">>")}
_CHARACTERS = {"tab": "→", "br": "↵", "footnoteReference": "*", "noBreakHyphen": "\u2011"}


def redline_of(base: bytes, new: bytes) -> RedlineResult:
    """A proved redline between two Word files."""
    drafts = [receive(data, name).drafts[0] for data, name in ((base, "base.docx"), (new, "new.docx"))]
    return export_redline(drafts[0], base, drafts[1], new, "Norden", DATE)


def drawn(base: list[str], new: list[str]) -> list[str]:
    """The paragraphs of the redline between two files of blocks, drawn."""
    return drawing(redline_of(word_file(*base), word_file(*new)).data)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """The tree of a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drawing(data: bytes, name: str = "word/document.xml") -> list[str]:
    """The paragraphs of a part, drawn; rows that come or go begin with their sign."""
    found = []
    for paragraph in part(data, name).iter(f"{{{NS['w']}}}p"):
        row = paragraph.xpath("ancestor::w:tr[1]/w:trPr/*[self::w:ins or self::w:del]", namespaces=NS)
        sign = {"ins": "row+ ", "del": "row- "}[_name(row[0])] if row else ""
        marks = paragraph.xpath("w:pPr/w:rPr/*", namespaces=NS)
        end = "".join(
            {"ins": "¶+", "del": "¶-", "moveFrom": "¶<<", "moveTo": "¶>>"}.get(_name(mark), "") for mark in marks
        )
        found.append(sign + _drawn(paragraph) + end)
    return found


def _drawn(parent: etree._Element) -> str:
    text = ""
    for child in parent:
        name = _name(child)
        if name in ("t", "delText"):
            text += child.text or ""
        elif name in _CHARACTERS:
            text += _CHARACTERS[name]
        elif name in _AROUND:
            left, right = _AROUND[name]
            text += left + _drawn(child) + right
        elif name not in ("pPr", "rPr", "instrText", "delInstrText"):
            text += _drawn(child)
    return text


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
