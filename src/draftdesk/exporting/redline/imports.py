"""What comes into the base's file from the new one inside a run: notes, pictures, links, under new ids."""

from __future__ import annotations

import posixpath
from copy import copy
from typing import Final, Protocol

from lxml import etree

from draftdesk.exporting.redline.package import PackageChanges, content_type_of
from draftdesk.wordml.editing import Node, nodes_of
from draftdesk.wordml.names import NS_R, w
from draftdesk.wordml.package import Relationship, WordPackage
from draftdesk.wordml.walker import FlatParagraph

_NOTE_MARKS: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_UNIQUE_WITHIN: Final = "http://schemas.microsoft.com/office/"


class NoteSource(Protocol):
    """Where the notes of new marks come from."""

    def brought(self, kind: str, new_id: str) -> str:
        """The id in the base's file of a copy of a note of the new text."""

    def doubled(self, kind: str, base_id: str) -> str:
        """The id of a second copy of a note of the base, for the new place of a moved mark."""


class Imports:
    """Copies elements of a part of the new package for a part of the base's."""

    def __init__(
        self, changes: PackageChanges, part: str, new: WordPackage | None, new_part: str, notes: NoteSource | None
    ) -> None:
        self._changes = changes
        self._part = part
        self._new = new
        self._notes = notes
        self._relationships: dict[str, Relationship] = (
            {} if new is None else {item.id: item for item in new.relationships(new_part)}
        )
        self._nodes: tuple[FlatParagraph | None, list[Node]] = None, []  # of the last paragraph

    def nodes(self, flat: FlatParagraph) -> list[Node]:
        """The nodes of a paragraph; its stretches are asked for one after the other."""
        if self._nodes[0] is not flat:
            self._nodes = flat, nodes_of(flat)
        return self._nodes[1]

    def copied(self, element: etree._Element) -> etree._Element:
        """A copy for the base's part; its notes and relationships come with it."""
        copied = copy(element)  # with all in it
        copied.tail = None
        if not len(copied) and copied.tag not in _NOTE_MARKS:
            return copied
        for node in copied.iter(etree.Element):
            if node.tag in _NOTE_MARKS and self._notes is not None:
                node.set(w("id"), self._notes.brought(_NOTE_MARKS[str(node.tag)], node.get(w("id"), "")))
            self._relate(node)
        return copied

    def relate_all(self, element: etree._Element) -> None:
        """Bring what an element, already copied, refers to."""
        for node in element.iter(etree.Element):
            self._relate(node)

    def own_note(self, reference: etree._Element) -> etree._Element:
        """A note mark of the base as the mark of a second copy of its note."""
        if self._notes is not None:
            base_id = reference.get(w("id"), "")
            reference.set(w("id"), self._notes.doubled(_NOTE_MARKS[str(reference.tag)], base_id))
        return reference

    def _relate(self, node: etree._Element) -> None:
        for name, value in list(node.attrib.items()):
            if str(name).startswith(f"{{{NS_R}}}") and value in self._relationships:
                node.set(name, self._brought(self._relationships[value], self._part))
            elif str(name).startswith(f"{{{_UNIQUE_WITHIN}"):
                del node.attrib[name]

    def _brought(self, item: Relationship, part: str) -> str:
        if item.external:
            return self._changes.relate(part, item.type, item.target, external=True)
        return self._changes.relate(part, item.type, self._part_brought(item.target), external=False)

    def _part_brought(self, name: str) -> str:
        new = self._new
        if new is None or name not in new.parts:
            return name
        kept = self._changes.add(name, new.parts[name], content_type_of(new, name))
        if kept not in self._changes.package.parts:
            folder, base = posixpath.split(name)
            own = posixpath.join(folder, "_rels", base + ".rels")
            if own in new.parts:
                renamed = posixpath.join(posixpath.dirname(kept), "_rels", posixpath.basename(kept) + ".rels")
                self._changes.add_as_it_is(renamed, new.parts[own])
                for further in new.relationships(name):
                    if not further.external:
                        self._part_brought(further.target)
        return kept
