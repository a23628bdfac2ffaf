"""A Word package: the zip of parts, their relationships, read with care and written back unchanged.

Foreign bytes: sizes are limited before anything is unpacked, and no part may declare a document type, so
entities never expand.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.settings import (
    MAX_PACKAGE_PARTS,
    MAX_UNPACKED_BYTES,
    MAX_UNPACKED_RATIO,
    RATIO_APPLIES_ABOVE_BYTES,
)
from draftdesk.wordml.names import NS_PACKAGE_RELS, w
from draftdesk.wordml.strict import as_transitional, is_strict

ZIP_HEADER = b"PK\x03\x04"
OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = b"<!DOCTYPE"
_KEPT_BYTES = 16 * 1024 * 1024
_TYPES = "[Content_Types].xml"
_SUFFIXES = {
    b"application/vnd.ms-word.document.macroEnabled.main+xml": ".docm",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": ".dotm",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": ".dotx",
}
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part; `target` is a part name without leading slash, or an address if external."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last step of its type, such as "footnotes"."""
        return self.type.rpartition("/")[2]


@dataclass(frozen=True)
class WordPackage:
    """The parts of a Word file by name, in the order of the zip; `was_strict`: their XML had strict names."""

    name: str
    parts: dict[str, bytes]
    was_strict: bool = False

    @cached_property
    def main_part(self) -> str:
        """The name of the main document part; raises ReadingError where there is none."""
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument" and relationship.target in self.parts:
                return relationship.target
        raise refusal(ReadingError, _other_kind(self.parts), name=self.name)

    def xml(self, part: str) -> etree._Element:
        """A new tree of a part; raises ReadingError if it is not well-formed."""
        waiting = self._waiting.pop(part, None)
        return parse_part(self.parts[part], part, self.name) if waiting is None else waiting

    def keep_tree(self, part: str, root: etree._Element) -> None:
        """Have a new tree of a part given to whoever asks for it next."""
        self._waiting[part] = root

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part ("" is the package itself)."""
        if part not in self._related:
            self._related[part] = self._read_relationships(part)
        return self._related[part]

    @cached_property
    def _waiting(self) -> dict[str, etree._Element]:
        """Trees that were made to look at a part, for whoever asks for it next."""
        return {}

    @cached_property
    def _related(self) -> dict[str, tuple[Relationship, ...]]:
        """What was read of them; parts do not change, and each note asks for those of its part."""
        return {}

    def _read_relationships(self, part: str) -> tuple[Relationship, ...]:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", base + ".rels")
        if name not in self.parts:
            return ()
        return tuple(
            _relationship(element, folder) for element in self.xml(name).iter(f"{{{NS_PACKAGE_RELS}}}Relationship")
        )

    def related(self, kind: str) -> str | None:
        """The part that the main document relates to as `kind` ("styles", "footnotes"), if present."""
        for relationship in self.relationships(self.main_part):
            if relationship.kind == kind and relationship.target in self.parts:
                return relationship.target
        return None

    def written_with(self, changed: Mapping[str, bytes | etree._Element]) -> bytes:
        """The zip with some parts replaced or added, all others byte by byte; equal input, equal bytes.

        A tree is packed while it is written out, so that a long one is nowhere as a whole.
        """
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for part, content in {**self.parts, **changed}.items():
                info = zipfile.ZipInfo(part, _STAMP)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                if isinstance(content, bytes):
                    target.writestr(info, content)
                    continue
                with target.open(info, "w") as file, etree.xmlfile(file, encoding="UTF-8") as out:
                    out.write_declaration(standalone=True)
                    out.write(content)
        return stream.getvalue()


def _relationship(element: etree._Element, folder: str) -> Relationship:
    target, external = element.get("Target", ""), element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", ""), target, external)


def parse_part(data: bytes, part: str, name: str) -> etree._Element:
    """The root of an XML part; raises ReadingError naming the part and the file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = " ".join(f"{part}, {error.msg}".split())
        raise refusal(ReadingError, "word_damaged", name=name, reason=reason) from error
    if root.getroottree().docinfo.doctype:
        raise refusal(ReadingError, "word_doctype", name=name, part=part)
    return root


def serialised(root: etree._Element) -> bytes:
    """The bytes of a part, with the declaration that Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_lately_opened: deque[tuple[bytes, WordPackage]] = deque(maxlen=2)
"""The two files of a redline are opened to be read, to be asked for their dates, to be compared and to be written."""


def open_package(data: bytes, name: str, *, to_read: bool = False) -> WordPackage:
    """A Word package from its bytes; raises ReadingError saying what is wrong and what to do.

    `to_read`: it will not be written again, so that the strict form is taken as well.
    """
    if data.startswith(OLE_HEADER):
        code = "word_encrypted" if ENCRYPTED_STREAM in data else "word_old_format"
        raise refusal(ReadingError, code, name=name)
    known = next((package for opened, package in tuple(_lately_opened) if opened is data), None)
    if known is not None and not known.was_strict:
        return replace(known, name=name)
    parts = unpacked_parts(data, name)
    for part, content in parts.items():
        if part.endswith((".xml", ".rels")) and _DOCTYPE in content[:2048]:
            raise refusal(ReadingError, "word_doctype", name=name, part=part)
    package = WordPackage(name, parts)
    if is_strict(package.parts[package.main_part]):
        if not to_read:
            raise refusal(ReadingError, "word_strict", name=name)
        package = WordPackage(name, as_transitional(parts), was_strict=True)
    root = package.xml(package.main_part)
    if root.tag != w("document"):
        raise refusal(ReadingError, _other_kind(parts), name=name)
    if to_read:
        package.keep_tree(package.main_part, root)
    if sum(map(len, parts.values())) <= _KEPT_BYTES:
        _lately_opened.append((data, package))
    return package


def can_be_written(data: bytes) -> bool:
    """Whether the bytes are a Word package on which a redline can be written."""
    try:
        open_package(data, "")
    except ReadingError:
        return False
    return True


def suffix_of_content(data: bytes) -> str:
    """The suffix that Word asks for, where a package is no plain document: with macros, or a template; else ""."""
    if not data.startswith(ZIP_HEADER):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            types = archive.read(_TYPES)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return ""
    return next((suffix for kind, suffix in _SUFFIXES.items() if kind in types), "")


def unpacked_parts(data: bytes, name: str) -> dict[str, bytes]:
    """The files of a zip in its order; raises ReadingError for a damaged one and one that unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, name)
            return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError) as error:
        raise refusal(ReadingError, "word_damaged", name=name, reason="the file is cut off or damaged") from error
    except (NotImplementedError, RuntimeError) as error:
        raise refusal(ReadingError, "word_damaged", name=name, reason="its packing is not known") from error


def _check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    too_dense = any(
        entry.file_size > RATIO_APPLIES_ABOVE_BYTES
        and entry.file_size > MAX_UNPACKED_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    total = sum(entry.file_size for entry in entries)
    if too_dense or total > MAX_UNPACKED_BYTES or len(entries) > MAX_PACKAGE_PARTS:
        raise refusal(ReadingError, "word_bomb", name=name)


def _other_kind(parts: dict[str, bytes]) -> str:
    """The code of what is said of a zip file that is no Word file; workbooks and presentations have own parts."""
    is_of_office = any(part.startswith(("xl/", "ppt/")) for part in parts)
    return "not_a_text_document" if is_of_office else "not_a_word_file"
