"""An element as the proof compares it: its canonical form (exclusive C14N), without what follows it."""

from __future__ import annotations

from hashlib import sha256

from lxml import etree

Said = bytes | tuple[object, ...]
RunForm = tuple[Said, ...]
"""What the properties of a run say, in order."""


def canonical(element: etree._Element) -> bytes:
    """Its bytes; equal for elements that say the same, whatever declares their namespaces."""
    tail, element.tail = element.tail, None
    try:
        return etree.tostring(element, method="c14n", exclusive=True)
    finally:
        element.tail = tail


def digest(element: etree._Element) -> bytes:
    """The SHA-256 of its canonical form, which of all paragraphs would take as much memory as the file."""
    return sha256(canonical(element)).digest()


def said(element: etree._Element) -> Said:
    """What an element says: its canonical form, but of an empty one, as most properties are, its name and values.

    That takes a quarter of the time, and is equal for the same elements.
    """
    if len(element) or element.text:
        return canonical(element)
    values = element.items()
    return (element.tag, *(values if len(values) < 2 else sorted(values)))
