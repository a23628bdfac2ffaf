"""The parts of a Word file as the proof unpacks and parses them; nothing here is shared with the writer."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from lxml import etree

from draftdesk.errors import ProofError, refusal
from draftdesk.exporting.proof.stream import elements_in

_BODY: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}body"


class Package:
    """The parts of a Word file; raises ProofError where they cannot be unpacked or read."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.parts = _unpacked(data, name)
        self._roots: dict[str, etree._Element] = {}

    def root(self, part: str) -> etree._Element:
        """The tree of a part."""
        if part not in self._roots:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            with self._readable(part):
                self._roots[part] = etree.fromstring(self.parts[part], parser)
        return self._roots[part]

    def in_body(self, part: str) -> Iterator[etree._Element] | None:
        """The elements right in the body of a part, parsed on the way, None where it has no body."""
        with self._readable(part):
            found = elements_in(self.parts[part], _BODY)
        return None if found is None else self._parsed(part, found)

    def _parsed(self, part: str, found: Iterator[etree._Element]) -> Iterator[etree._Element]:
        with self._readable(part):
            yield from found

    def holding_marks(self, part: str) -> Iterator[etree._Element]:
        """Elements that hold all marks of a story in order: what is in its body, if it is parsed for them alone."""
        is_long = part.rpartition("/")[2].startswith("document") and part not in self._roots
        found = self.in_body(part) if is_long else None
        return iter((self.root(part),)) if found is None else found

    @contextmanager
    def _readable(self, part: str) -> Iterator[None]:
        try:
            yield
        except (KeyError, etree.XMLSyntaxError) as error:
            reason = f"{part} of {self.name} cannot be read"
            raise refusal(ProofError, "redline_not_proved", reason=reason) from error

    def relationships(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """(kind, target, external) of a part's relationships by id."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        found = {}
        for item in self.root(name).iterchildren(etree.Element) if name in self.parts else ():
            target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], target, outside)
        return found


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
            if len(names) != len(set(names)):
                raise refusal(ProofError, "redline_not_proved", reason=f"{name} holds a part twice")
            return {entry: archive.read(entry) for entry in names}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError) as error:
        raise refusal(ProofError, "redline_not_proved", reason=f"{name} cannot be unpacked") from error
