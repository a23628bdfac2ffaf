"""The base's package while a redline is written on it: what parts change, which are added."""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import Final

from lxml import etree

from draftdesk.wordml.names import NS_CONTENT_TYPES, NS_PACKAGE_RELS
from draftdesk.wordml.package import WordPackage, parse_part

_TYPES: Final = "[Content_Types].xml"
_RELATIONSHIP: Final = f"{{{NS_PACKAGE_RELS}}}Relationship"


class PackageChanges:
    """Trees that are edited, parts and relationships that are added; everything else stays as it is."""

    def __init__(self, package: WordPackage) -> None:
        self.package = package
        self._changed: dict[str, etree._Element] = {}
        self._added: dict[str, bytes] = {}

    def changed(self, part: str, root: etree._Element) -> None:
        """Write a part anew from its tree."""
        self._changed[part] = root

    def tree(self, part: str) -> etree._Element:
        """The tree of a part as it is written anew, else a new one."""
        return self._changed[part] if part in self._changed else self.package.xml(part)

    def trees(self) -> list[etree._Element]:
        """The trees that are written anew."""
        return list(self._changed.values())

    def relate(self, part: str, kind: str, target: str, *, external: bool) -> str:
        """The id of a relationship of a part to a target, a new one if there is none."""
        for known in self.package.relationships(part):
            if (known.type, known.target, known.external) == (kind, target, external):
                return known.id
        root = self._relationships_tree(part)
        shown = target if external else "/" + target
        for element in root.iterchildren(_RELATIONSHIP):
            if (element.get("Type"), element.get("Target")) == (kind, shown):
                return element.get("Id", "")
        used = {element.get("Id") for element in root}
        new_id = next(name for name in (f"rIdDraft{n}" for n in range(1, len(used) + 2)) if name not in used)
        attributes = {"Id": new_id, "Type": kind, "Target": shown}
        if external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, _RELATIONSHIP, attributes)
        return new_id

    def add(self, name: str, data: bytes, content_type: str) -> str:
        """Add a part under a name like `name` that is free; returns the name. Equal parts are one."""
        for known, content in {**self.package.parts, **self._added}.items():
            if content == data and posixpath.splitext(known)[1] == posixpath.splitext(name)[1]:
                return known
        stem, suffix = posixpath.splitext(name)
        free = name
        number = 1
        while free in self.package.parts or free in self._added:
            free, number = f"{stem}_{number}{suffix}", number + 1
        self._added[free] = data
        override = f"{{{NS_CONTENT_TYPES}}}Override"
        etree.SubElement(self._types, override, {"PartName": "/" + free, "ContentType": content_type})
        self._changed[_TYPES] = self._types
        return free

    def replace(self, part: str, data: bytes) -> None:
        """Write a part with these bytes."""
        self._added[part] = data

    def add_as_it_is(self, name: str, data: bytes) -> None:
        """Add a part of relationships, which has no content type of its own."""
        self._added[name] = data

    def written(self) -> bytes:
        """The package with its changes."""
        return self.package.written_with({**self._added, **self._changed})

    @cached_property
    def _types(self) -> etree._Element:
        return self.package.xml(_TYPES)

    def _relationships_tree(self, part: str) -> etree._Element:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", base + ".rels")
        if name not in self._changed:
            if name in self.package.parts:
                self._changed[name] = self.package.xml(name)
            else:
                empty = f'<Relationships xmlns="{NS_PACKAGE_RELS}"/>'.encode()
                self._changed[name] = parse_part(empty, name, self.package.name)
        return self._changed[name]


def content_type_of(package: WordPackage, part: str) -> str:
    """The content type of a part."""
    root = package.xml(_TYPES)
    extension = posixpath.splitext(part)[1].lstrip(".").lower()
    default = ""
    for element in root.iterchildren(etree.Element):
        if element.get("PartName", "").lstrip("/").lower() == part.lower():
            return element.get("ContentType", "")
        if element.get("Extension", "").lower() == extension:
            default = element.get("ContentType", "")
    return default or "application/octet-stream"
