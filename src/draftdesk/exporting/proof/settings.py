"""What the proof asks of a package's settings: the same as the base's, except that changes are shown."""

from __future__ import annotations

from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VIEW: Final = f"{_W}revisionView"
_OFF: Final = frozenset({"0", "false", "off"})
_SHOWN: Final = (f"{_W}markup", f"{_W}insDel")


def is_same_but_for_view(base: bytes, redline: bytes) -> bool:
    """Whether two parts are settings that differ in nothing but which changes are shown."""
    one, other = _root(base), _root(redline)
    if one is None or other is None or one.tag != f"{_W}settings":
        return False
    return _without_view(one) == _without_view(other)


def only_adds_comments(base: bytes, redline: bytes) -> bool:
    """Whether two parts are comments of which the later has all the former ones, as they were, and more."""
    one, other = _root(base), _root(redline)
    if one is None or other is None or one.tag != f"{_W}comments" or other.tag != one.tag:
        return False
    former, later = (
        [etree.tostring(child, method="c14n", exclusive=True) for child in root] for root in (one, other)
    )
    return later[: len(former)] == former


def hides_changes(settings: bytes) -> bool:
    """Whether a program that follows the settings shows no tracked insertions and deletions."""
    root = _root(settings)
    views = [] if root is None else list(root.iter(_VIEW))
    return any(view.get(name, "1") in _OFF for view in views for name in _SHOWN)


def _root(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def _without_view(root: etree._Element) -> bytes:
    for view in list(root.iter(_VIEW)):
        parent = view.getparent()
        if parent is not None:
            parent.remove(view)
    return etree.tostring(root, method="c14n")
