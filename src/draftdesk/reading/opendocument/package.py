"""An OpenDocument text: the zip or the single XML file, opened with care, and the names that its parts use."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.wordml.package import ZIP_HEADER, parse_part, unpacked_parts

_URN: Final = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES: Final = {
    "office": f"{_URN}:office:1.0",
    "text": f"{_URN}:text:1.0",
    "style": f"{_URN}:style:1.0",
    "table": f"{_URN}:table:1.0",
    "draw": f"{_URN}:drawing:1.0",
    "fo": f"{_URN}:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_SIGN_OF_FLAT: Final = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"


@cache
def o(name: str) -> str:
    """The qualified name of "text:p" and its like."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """The text (office:text) and the trees that define styles, the ones nearer to the text last."""

    text: etree._Element
    trees: tuple[etree._Element, ...]


def is_open_document(data: bytes) -> bool:
    """Whether the bytes are an OpenDocument file, zipped or in one piece."""
    if not data.startswith(ZIP_HEADER):
        return _SIGN_OF_FLAT in data[:8192] and b"document" in data[:2048]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return data[30:38] == b"mimetype"
    return "[Content_Types].xml" not in names and (_CONTENT in names or "mimetype" in names)


def open_document(data: bytes, name: str) -> OpenDocument:
    """The parts of an OpenDocument text; raises ReadingError for one that is none, is damaged or has a password."""
    if not data.startswith(ZIP_HEADER):
        root = parse_part(data.lstrip(), name, name)
        return OpenDocument(_text_of(root, name), (root,))
    parts = unpacked_parts(data, name)
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise refusal(ReadingError, "file_encrypted", name=name)
    if _CONTENT not in parts:
        raise refusal(ReadingError, "not_a_text_document", name=name)
    content = parse_part(parts[_CONTENT], _CONTENT, name)
    text = _text_of(content, name)
    styles = (parse_part(parts[_STYLES], _STYLES, name),) if _STYLES in parts else ()
    return OpenDocument(text, (*styles, content))


def _text_of(root: etree._Element, name: str) -> etree._Element:
    text = root.find(f"{o('office:body')}/{o('office:text')}")
    if text is None:
        raise refusal(ReadingError, "not_a_text_document", name=name)
    return text
