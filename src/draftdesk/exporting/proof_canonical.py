"""An element as the proof compares it: its canonical form (exclusive C14N), without what follows it."""

from __future__ import annotations

from lxml import etree


def canonical(element: etree._Element) -> bytes:
    """Its bytes; equal for elements that say the same, whatever declares their namespaces."""
    tail, element.tail = element.tail, None
    try:
        return etree.tostring(element, method="c14n", exclusive=True)
    finally:
        element.tail = tail
