"""The zip of a clean Word file: its parts, what they relate to, and what each of them is."""

from __future__ import annotations

from typing import Final

from lxml import etree

from draftdesk.exporting.clean.runs import link_id, xml_text
from draftdesk.wordml.names import NS_CONTENT_TYPES, NS_PACKAGE_RELS, NS_R
from draftdesk.wordml.package import WordPackage, serialised

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PACKAGE: Final = "application/vnd.openxmlformats-package."
_MAIN: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_NS_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_NS_DC: Final = "http://purl.org/dc/elements/1.1/"


def packed(parts: dict[str, tuple[str, bytes]], links: dict[str, list[str]], title: str, language: str) -> bytes:
    """The bytes of the file; the same parts give the same bytes.

    `parts` has the kind of each part ("styles+xml") and its bytes by name, `links` the addresses that a
    part relates to, in the order of their ids. No author and no time of day is written.
    """
    package = {
        "rId1": _relationship(f"{NS_R}/officeDocument", _MAIN),
        "rId2": _relationship(f"{NS_PACKAGE_RELS}/metadata/core-properties", _CORE),
    }
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(package),
        "word/_rels/document.xml.rels": _relationships(_siblings(parts) | _addresses(links.get(_MAIN, []))),
    }
    for name, addresses in links.items():
        if name != _MAIN and addresses:
            files[f"word/_rels/{name.removeprefix('word/')}.rels"] = _relationships(_addresses(addresses))
    files |= {name: data for name, (_, data) in parts.items()}
    files[_CORE] = _core_properties(title, language)
    return WordPackage("", files).written_with({})


def _siblings(parts: dict[str, tuple[str, bytes]]) -> dict[str, dict[str, str]]:
    """What the main part relates to: each part under its own name as the id ("header-first")."""
    targets = {
        name.removeprefix("word/"): kind.partition("+")[0] for name, (kind, _) in parts.items() if name != _MAIN
    }
    return {target.removesuffix(".xml"): _relationship(f"{NS_R}/{kind}", target) for target, kind in targets.items()}


def _addresses(addresses: list[str]) -> dict[str, dict[str, str]]:
    return {
        link_id(index): {**_relationship(f"{NS_R}/hyperlink", address), "TargetMode": "External"}
        for index, address in enumerate(addresses)
    }


def _relationship(kind: str, target: str) -> dict[str, str]:
    return {"Type": kind, "Target": target}


def _relationships(relationships: dict[str, dict[str, str]]) -> bytes:
    root = etree.Element(f"{{{NS_PACKAGE_RELS}}}Relationships", None, {None: NS_PACKAGE_RELS})
    for key, attributes in relationships.items():
        etree.SubElement(root, f"{{{NS_PACKAGE_RELS}}}Relationship", None, None, Id=key, **attributes)
    return serialised(root)


def _content_types(parts: dict[str, tuple[str, bytes]]) -> bytes:
    root = etree.Element(f"{{{NS_CONTENT_TYPES}}}Types", None, {None: NS_CONTENT_TYPES})
    for extension, kind in (("rels", f"{_PACKAGE}relationships+xml"), ("xml", "application/xml")):
        etree.SubElement(root, f"{{{NS_CONTENT_TYPES}}}Default", Extension=extension, ContentType=kind)
    kinds = {name: _WORD + kind for name, (kind, _) in parts.items()} | {_CORE: f"{_PACKAGE}core-properties+xml"}
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{NS_CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return serialised(root)


def _core_properties(title: str, language: str) -> bytes:
    root = etree.Element(f"{{{_NS_CORE}}}coreProperties", None, {"cp": _NS_CORE, "dc": _NS_DC})
    etree.SubElement(root, f"{{{_NS_DC}}}title").text = xml_text(" ".join(title.replace("\ufffc", "").split()))
    etree.SubElement(root, f"{{{_NS_DC}}}language").text = language
    return serialised(root)
