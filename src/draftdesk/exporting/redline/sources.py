"""A Word file as the redline writer sees it: its trees, its own tracked changes resolved or pending, its notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.redline.pending import changes_by_author, ids_of_changes, kept_pending, settle_cells
from draftdesk.model.draft import FINAL, Draft
from draftdesk.model.paragraph import Paragraph
from draftdesk.wordml.names import R_ID, w
from draftdesk.wordml.package import WordPackage, open_package
from draftdesk.wordml.revisions import has_revisions, resolve
from draftdesk.wordml.styles import StyleSheet, read_styles
from draftdesk.wordml.walker import FlatParagraph, walk

_MARGINS: Final = ("headerReference", "footerReference")
MarginPlace = tuple[int, str, str]
"""Ordinal of the section, header or footer, type (first, default, even)."""


@dataclass(frozen=True)
class WordSide:
    """A Word file and the draft that was read from it."""

    package: bytes
    draft: Draft


class WordSource:
    """The trees of a Word file in the view of its draft; its changes may stay pending in the final view."""

    def __init__(self, side: WordSide, *, keep_pending: bool = False) -> None:
        self.draft = side.draft
        self.package: WordPackage = open_package(side.package, side.draft.name)
        keep_pending = keep_pending and side.draft.view == FINAL
        self.pending = changes_by_author(self.package) if keep_pending else Counter[str]()
        self.settled = Counter[str]()
        self.kept_roots: list[tuple[etree._Element, Counter[str]]] = []  # with the ids of changes in them
        self._roots: dict[str, etree._Element] = {}
        self.resolved_parts: list[str] = []
        self.settled_parts: list[str] = []  # with changes of cells that were accepted
        self._notes_parts: dict[str, str | None] = {}
        self._note_texts: dict[str, dict[str, str]] = {}

    def root(self, part: str) -> etree._Element:
        """The tree of a part, its own tracked changes resolved or pending; always the same tree.

        Raises ExportError where they are to stay pending and cannot.
        """
        if part not in self._roots:
            root = self.package.xml(part)
            if self.pending and has_revisions(root):
                settled = settle_cells(root)
                kept_pending(root)
                self.kept_roots.append((root, ids_of_changes(root)))
                self.pending -= settled
                self.settled += settled
                if settled:
                    self.settled_parts.append(part)
            elif has_revisions(root):
                resolve(root, self.draft.view.accepts)
                self.resolved_parts.append(part)
            self._roots[part] = root
        return self._roots[part]

    @cached_property
    def document(self) -> etree._Element:
        """The tree of the main part."""
        return self.root(self.package.main_part)

    @cached_property
    def body(self) -> etree._Element:
        """The body."""
        body = self.document.find(w("body"))
        if body is None:
            raise refusal(ExportError, "redline_needs_word_base", name=self.draft.name)
        return body

    @cached_property
    def flats(self) -> list[FlatParagraph]:
        """The paragraphs of the body in order."""
        return walk(self.body)

    @cached_property
    def paragraphs(self) -> dict[int, tuple[int, Paragraph]]:
        """(index, paragraph) of the draft by the ordinal of its w:p."""
        return {
            p.origin.ordinal: (index, p) for index, p in enumerate(self.draft.paragraphs) if p.origin.ordinal >= 0
        }

    @cached_property
    def styles(self) -> StyleSheet:
        """The styles."""
        return read_styles(self.package)

    def same_numbering(self, other: WordSource) -> bool:
        """Whether both files have the same lists, byte by byte."""
        parts = [one.package.related("numbering") for one in (self, other)]
        if None in parts:
            return False
        return self.package.parts[parts[0] or ""] == other.package.parts[parts[1] or ""]

    def notes_part(self, kind: str) -> str | None:
        """The part with the notes of a kind."""
        if kind not in self._notes_parts:
            self._notes_parts[kind] = self.package.related(kind + "s")
        return self._notes_parts[kind]

    def notes_root(self, kind: str) -> etree._Element | None:
        """The tree of the part with the notes of a kind."""
        part = self.notes_part(kind)
        return None if part is None else self.root(part)

    def add_notes_part(self, kind: str, part: str, root: etree._Element) -> None:
        """A part for notes that was made now."""
        self._notes_parts[kind] = part
        self._roots[part] = root

    def notes(self, kind: str) -> dict[str, etree._Element]:
        """The notes of a kind by id, separators left out."""
        root = self.notes_root(kind)
        return (
            {}
            if root is None
            else {
                note.get(w("id"), ""): note
                for note in root.iterchildren(w(kind))
                if note.get(w("type")) in (None, "normal")
            }
        )

    def note_texts(self, kind: str) -> dict[str, str]:
        """The texts of notes as they were read, before any edit."""
        if kind not in self._note_texts:
            self._note_texts[kind] = {
                note_id: "\n".join(flat.text for flat in walk(note)) for note_id, note in self.notes(kind).items()
            }
        return self._note_texts[kind]

    @cached_property
    def sections(self) -> list[etree._Element]:
        """The properties of the sections in order; a redline takes none away and adds none."""
        return list(self.body.iter(w("sectPr")))

    @cached_property
    def margins(self) -> dict[MarginPlace, str]:
        """The parts of headers and footers by place."""
        targets = {item.id: item.target for item in self.package.relationships(self.package.main_part)}
        found: dict[MarginPlace, str] = {}
        for number, section in enumerate(self.sections):
            for reference in section.iterchildren(*map(w, _MARGINS)):
                kind = etree.QName(reference).localname.removesuffix("Reference")
                part = targets.get(reference.get(R_ID, ""))
                if part in self.package.parts:
                    found[number, kind, reference.get(w("type"), "default")] = part
        return found
