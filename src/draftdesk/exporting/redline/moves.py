"""Moved paragraphs: the old place as moved from, the new one as moved to, under one name.

Words edited on the way are deleted at the old place and inserted at the new one, so no mark stands inside
another and every reader of the file resolves them alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Final

from lxml import etree

from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.edits import LineEdit, Step
from draftdesk.exporting.redline.formatting import set_runs
from draftdesk.exporting.redline.lines import FormChange
from draftdesk.exporting.redline.paragraph import Place, form_changes, whole_atoms
from draftdesk.exporting.redline.pending import tracked
from draftdesk.exporting.redline.words import StretchKind
from draftdesk.wordml.copying import copied
from draftdesk.wordml.editing import EditableParagraph, Node
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, w
from draftdesk.wordml.revisions import has_revisions, resolve
from draftdesk.wordml.walker import FlatParagraph, walk

_STAYS_BEHIND: Final = tuple(w(name) for name in ("lastRenderedPageBreak", "sectPr", "pPrChange"))
_NOTE_MARKS: Final = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_LINKS: Final = tuple(w(name) for name in ("hyperlink", "fldChar", "fldSimple"))
_PLAIN: Final = {MOVE_FROM: DEL, MOVE_TO: INS}

NoteCopy = Callable[[str, str], str]
"""(kind, id in the base) -> the id of a second copy of the note."""


class MoveWriter:
    """Writes moves with the marks of one part, whose pending moves keep their names."""

    def __init__(self, markup: Markup, copied_note: NoteCopy, root: etree._Element) -> None:
        self._markup = markup
        self._copied_note = copied_note
        taken = {start.get(w("name")) for start in root.iter(w("moveFromRangeStart"), w("moveToRangeStart"))}
        self._names = (name for number in count(1) if (name := f"move{number}") not in taken)

    def write(self, edit: LineEdit) -> tuple[list[etree._Element], list[etree._Element]]:
        """Mark the paragraph as moved away; returns (what stands at the old place, what comes to the new one)."""
        name = next(self._names)
        element = edit.line.element
        arrived = self._copy(element)
        set_by_hand = [form for form in form_changes(edit) if form.by_hand]  # asked before anything leaves
        editable = EditableParagraph(edit.line.flat)
        copy = EditableParagraph(_walked(arrived))
        steps = whole_atoms(edit.steps, editable) or [Step(StretchKind.KEEP, 0, editable.length)]
        self._leave(editable, steps)
        self._arrive(copy, steps, set_by_hand)
        for paragraph, tag in ((element, MOVE_FROM), (arrived, MOVE_TO)):
            self._markup.track_mark(paragraph, _tag_of_mark(paragraph, tag))
        left, came = self._range(element, MOVE_FROM, name), self._range(arrived, MOVE_TO, name)
        element.addnext(left)
        return [element, left], [arrived, came]

    def _leave(self, editable: EditableParagraph, steps: Sequence[Step]) -> None:
        editable.cut(at for step in steps for at in (step.start, step.end))
        wrapped: set[int] = set()
        for step in steps:
            if step.kind is StretchKind.INSERT:
                continue
            nodes = editable.deleted_nodes(step.start, step.end)
            wrapped |= {id(node.element) for node in nodes}
            self._markup.wrap(nodes, DEL if step.kind is StretchKind.DELETE else MOVE_FROM)
        self._markup.wrap(_left_field_parts(editable, wrapped), MOVE_FROM)

    def _arrive(self, editable: EditableParagraph, steps: Sequence[Step], forms: list[FormChange]) -> None:
        """What a hand set otherwise comes to the new place so, without a mark of its own: all of it is marked."""
        editable.cut(at for step in steps for at in (step.start, step.end))
        editable.cut(at for form in forms for at in (form.start, form.end))
        set_runs(editable, forms, None)
        place = Place(editable)
        wrapped: set[int] = set()
        going: list[Node] = []
        for number, step in enumerate(steps):
            if step.kind is StretchKind.INSERT:
                if step.line is not None:
                    replaced = number > 0 and steps[number - 1].kind is StretchKind.DELETE
                    beside = place.run_beside(step.start, replaced=replaced)
                    runs = step.line.runs(step.new_start, step.new_end, beside)
                    if runs:
                        place.put(self._markup.inserted(runs, editable.element), into_link=replaced)
                continue
            nodes = editable.deleted_nodes(step.start, step.end)
            wrapped |= {id(node.element) for node in nodes}
            if step.kind is StretchKind.KEEP:
                place.put_after(self._markup.wrap(nodes, MOVE_TO))
            elif nodes:
                going += nodes
                place.put_after([nodes[-1].element])
        self._markup.wrap(_left_field_parts(editable, wrapped), MOVE_TO)
        for node in going:
            parent = node.element.getparent()
            if parent is not None:
                parent.remove(node.element)

    def _copy(self, element: etree._Element) -> etree._Element:
        moved = copied(element, *_STAYS_BEHIND)
        if has_revisions(moved):  # what is pending stays at the old place
            resolve(_in_body(moved), lambda _author: True)
        for node in moved.iter(*_NOTE_MARKS):
            node.set(w("id"), self._copied_note(_NOTE_MARKS[str(node.tag)], node.get(w("id"), "")))
        return moved

    def _range(self, paragraph: etree._Element, tag: str, name: str) -> etree._Element:
        """Begin the range in the paragraph; returns its end, which comes after the paragraph."""
        start = self._markup.mark(f"{tag}RangeStart", paragraph)
        start.set(w("name"), name)
        paragraph.insert(1 if paragraph.find(PPR) is not None else 0, start)
        return paragraph.makeelement(f"{tag}RangeEnd", {w("id"): start.get(w("id"), "")}, paragraph.nsmap)


def _tag_of_mark(paragraph: etree._Element, tag: str) -> str:
    """How the paragraph mark of a move is tracked.

    LibreOffice leaves an empty paragraph where a moved mark follows a link or field, or words that came or went on
    the way, or is pending as inserted, so there it goes and comes.
    """
    has_link = next(paragraph.iter(*_LINKS), None) is not None
    last = next(paragraph.iterchildren(INS, DEL, MOVE_FROM, MOVE_TO, reversed=True), None)
    is_plain = has_link or tracked(paragraph) or (last is not None and last.tag != tag)
    return _PLAIN[tag] if is_plain else tag


def _walked(paragraph: etree._Element) -> FlatParagraph:
    return walk(_in_body(paragraph))[0]


def _in_body(paragraph: etree._Element) -> etree._Element:
    body = etree.Element(w("body"), nsmap=paragraph.nsmap)  # the root of a tree of its own
    body.append(paragraph)
    return body


def _left_field_parts(editable: EditableParagraph, wrapped: set[int]) -> list[Node]:
    """The parts of fields whose text was wrapped piece by piece."""
    parts = {id(node.element) for stretch in editable.fields for node in stretch.nodes}
    return [
        node
        for node in editable.nodes
        if id(node.element) in parts and id(node.element) not in wrapped and node.start == node.end
    ]
