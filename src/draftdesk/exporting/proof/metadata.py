"""The proof that a file lost its metadata and nothing else; it shares nothing with the code that takes it out."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Final

from lxml import etree

from draftdesk.errors import ProofError, refusal

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_IDENTITIES: Final = ("rsids", "attachedTemplate", "docId", "docVar", "docVars", "presenceInfo")
_ABOUT: Final = ("docProps/", "customXml/")
_PERSONAL: Final = tuple(f"{_W}{name}" for name in ("author", "initials", "date"))


def prove_cleaned(before: bytes, after: bytes, *, authors: bool) -> None:
    """Raise ProofError unless `after` is `before` without metadata, and with `authors` without names and times."""
    old, new = _unpacked(before), _unpacked(after)
    if list(old) != list(new):
        raise _failed("a part came or went")
    for part, data in old.items():
        if part.startswith(_ABOUT) or part.endswith("settings.xml.rels"):
            fault = _only_lost(data, new[part])
        elif data != new[part] or part.endswith(".xml"):
            fault = _differs(data, new[part], authors=authors)
        else:
            fault = ""
        if fault:
            raise _failed(f"{part}: {fault}")


def _only_lost(before: bytes, after: bytes) -> str:
    """What a part has that it did not have before; the children of its root may go."""
    if before == after:
        return ""
    one, other = _root(before), _root(after)
    if one is None or other is None or one.tag != other.tag:
        return "it is not what it was"
    came = Counter(map(_flat, other)) - Counter(map(_flat, one))
    return "something came in" if came else ""


def _flat(element: etree._Element) -> bytes:
    return etree.tostring(element, with_tail=False)


def _differs(before: bytes, after: bytes, *, authors: bool) -> str:
    one, other = _root(before), _root(after)
    if one is None or other is None:
        return "" if before == after else "it is not what it was"
    if any(str(name).startswith(f"{_W}rsid") for element in other.iter(etree.Element) for name in element.attrib):
        return "revision ids are left"
    if authors and len({element.get(_PERSONAL[0]) for element in other.iter(etree.Element)} - {None}) > 1:
        return "authors are left"
    if before == after:
        return ""
    return "" if _bare(one, authors=authors) == _bare(other, authors=authors) else "more than metadata went"


def _bare(root: etree._Element, *, authors: bool) -> list[tuple[object, ...]]:
    """All nodes in order, without what may go; no canonical form, which a root with odd namespaces has not."""
    for element in list(root.iter(etree.Element)):
        for name in list(element.attrib):
            plain = str(name)
            if plain.startswith(f"{_W}rsid") or (authors and (plain in _PERSONAL or plain.endswith("}dateUtc"))):
                del element.attrib[name]
        own = etree.QName(element).localname
        if own in _IDENTITIES or (authors and own == "person"):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    return [(node.tag, sorted(node.attrib.items()), node.text, node.tail, len(node)) for node in root.iter()]


def _root(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}


def _failed(reason: str) -> Exception:
    return refusal(ProofError, "redline_not_proved", reason=f"taking metadata out, {reason}")
