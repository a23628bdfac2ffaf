"""A Word document in one XML file ("Word XML Document", Flat OPC): the parts of a package, one after the other."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from typing import Final

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.model.draft import FINAL, Received, SourceFormat, View
from draftdesk.reading.word.file import read_word_file
from draftdesk.wordml.package import WordPackage, parse_part

_NAMESPACE: Final = "http://schemas.microsoft.com/office/2006/xmlPackage"
_HEAD_BYTES: Final = 4096


def is_flat_word(data: bytes) -> bool:
    """Whether a file is a Word document in one piece."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and _NAMESPACE.encode() in data[:_HEAD_BYTES]


def read_flat_word(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in it as `view` shows it; raises ReadingError."""
    root = parse_part(data.lstrip(), name, name)
    parts = {
        part.get(f"{{{_NAMESPACE}}}name", "").lstrip("/"): _content(part, name)
        for part in root.iter(f"{{{_NAMESPACE}}}part")
    }
    read = read_word_file(WordPackage(name, parts).written_with({}), name, digest, view)
    return replace(read, size=len(data), format=SourceFormat.OLD_WORD)


def _content(part: etree._Element, name: str) -> bytes:
    xml = part.find(f"{{{_NAMESPACE}}}xmlData")
    if xml is not None and len(xml):
        return etree.tostring(xml[0], with_tail=False)
    try:
        return base64.b64decode(part.findtext(f"{{{_NAMESPACE}}}binaryData") or "")
    except (binascii.Error, ValueError) as error:
        raise refusal(ReadingError, "word_damaged", name=name, reason="a part of it is damaged") from error
