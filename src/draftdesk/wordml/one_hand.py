"""The tracked changes of one author kept, those of all others rejected: what that author alone proposes.

What another inserted goes with whatever the author did inside it; what another deleted stands again
(ECMA-376 part 1, 17.13.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from draftdesk.wordml.names import DEL, RPR, w
from draftdesk.wordml.revisions import has_revisions, is_revision, resolve

_ASIDE: Final = "{urn:draftdesk:aside}"
_DELETED_TEXTS: Final = (w("delText"), w("delInstrText"))


def keep_changes_of(root: etree._Element, author: str, *, others_accepted: bool = False) -> bool:
    """Reject, or accept, in place what others changed; returns whether anything was tracked at all.

    The author's marks bear other names meanwhile, so that resolving the rest passes them by.
    """
    if not has_revisions(root):
        return False
    kept = [(element, str(element.tag)) for element in _marks_of(root, author)]
    for element, _ in kept:
        if not others_accepted:
            _keep_beside_former_properties(element, author)
        element.tag = _ASIDE + etree.QName(element).localname
    resolve(root, lambda _author: others_accepted)
    for element, tag in kept:
        element.tag = tag
    return True


def _marks_of(root: etree._Element, author: str) -> Iterator[etree._Element]:
    """The author's marks, the ends of ranges that they begin, and the text that they delete."""
    ranges: set[tuple[str, str]] = set()
    for element in root.iter(etree.Element):
        kind, _, end = str(element.tag).partition("Range")
        id_ = element.get(w("id"), "")
        if is_revision(element) and element.get(w("author"), "") == author and end != "End":
            yield element
            if end == "Start":
                ranges.add((kind, id_))
            elif element.tag == DEL:
                yield from element.iter(*_DELETED_TEXTS)
        elif end == "End" and (kind, id_) in ranges:
            yield element


def _keep_beside_former_properties(mark: etree._Element, author: str) -> None:
    """Rejecting another's change of properties brings back the former ones, which must bear the mark as well."""
    properties = mark.getparent()
    if properties is None:
        return
    change = properties.find(str(properties.tag) + "Change")
    if change is None or change is mark or change.get(w("author"), "") == author or not len(change):
        return
    former = change[0]
    if former.find(str(mark.tag)) is None and former.tag == properties.tag:
        former.insert(0 if properties.tag == RPR else len(former), mark)
