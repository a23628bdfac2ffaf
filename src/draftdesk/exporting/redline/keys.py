"""One private character for each thing that stands in a line as an object, the same on both sides of a redline."""

from __future__ import annotations

import hashlib
from typing import Final

from lxml import etree

from draftdesk.model.paragraph import OBJECT
from draftdesk.wordml.inline import Piece
from draftdesk.wordml.names import NS_R, w
from draftdesk.wordml.package import WordPackage
from draftdesk.wordml.walker import FlatParagraph

FIRST_KEY: Final = 0x100000
_NOTE_MARKS: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}

ObjectKey = tuple[str, ...]


class Keys:
    """One private character for each thing that stands in a text as an object."""

    def __init__(self) -> None:
        self._known: dict[ObjectKey, str] = {}
        self._targets: dict[tuple[int, str], dict[str, str]] = {}

    def targets(self, package: WordPackage, part: str) -> dict[str, str]:
        """The targets of a part's relationships by id, read once."""
        place = (id(package), part)
        if place not in self._targets:
            self._targets[place] = {item.id: item.target for item in package.relationships(part)}
        return self._targets[place]

    def character(self, key: ObjectKey) -> str:
        """The character that stands for this thing wherever it occurs."""
        return self._known.setdefault(key, chr(FIRST_KEY + len(self._known)))


def keyed_text(flat: FlatParagraph, keys: Keys, package: WordPackage, part: str, notes: dict[ObjectKey, str]) -> str:
    """The flat text with each object as its private character.

    `notes` tells for a note (kind, id) the name under which both sides know it.
    """
    text = flat.text
    for piece in flat.objects:
        key = keys.character(_object_key(piece, package, keys.targets(package, part), notes))
        text = text[: piece.start] + key + text[piece.end :]
    return text


def _object_key(
    piece: Piece, package: WordPackage, targets: dict[str, str], notes: dict[ObjectKey, str]
) -> ObjectKey:
    """What an object is, whichever file it stands in."""
    element = piece.element
    if element.tag in _NOTE_MARKS:
        name = (_NOTE_MARKS[str(element.tag)], element.get(w("id"), ""))
        return ("note", notes.get(name, f"{package.name} {name}"))
    if element.tag == w("sym"):
        return ("symbol", piece.shown)
    contents = [
        hashlib.sha256(package.parts.get(targets.get(value, ""), targets.get(value, "").encode())).hexdigest()
        for node in element.iter(etree.Element)
        for name, value in node.attrib.items()
        if str(name).startswith(f"{{{NS_R}}}")
    ]
    return ("object", str(element.tag), *contents)


def is_object(character: str) -> bool:
    """Whether a character of a line stands for an object."""
    return ord(character) >= FIRST_KEY or character == OBJECT
