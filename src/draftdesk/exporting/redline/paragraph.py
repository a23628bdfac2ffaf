"""Writes the steps through base paragraphs, in place, with revision marks."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from draftdesk.exporting.markup import Markup, new_paragraph
from draftdesk.exporting.redline.edits import LineEdit, Step
from draftdesk.exporting.redline.formatting import set_runs
from draftdesk.exporting.redline.lines import BaseLine, FormChange, NewLine
from draftdesk.exporting.redline.words import StretchKind
from draftdesk.wordml.editing import EditableParagraph, Node
from draftdesk.wordml.names import DEL, INS, MOVE_TO, PPR, P, w

LINK = w("hyperlink")


class LineWriter:
    """Writes the edits of base paragraphs with the marks of one part."""

    def __init__(self, markup: Markup) -> None:
        self._markup = markup
        self.forms = 0

    def write(self, edit: LineEdit, *, end_with_deletion: bool = False) -> list[tuple[etree._Element, str]]:
        """Edit a paragraph in place; returns the paragraphs that it is now, each with the tag of its mark.

        Inserted marks are tracked, one that goes is not yet.
        With `end_with_deletion` a replacement at the very end is inserted first and deleted then.
        """
        element = edit.line.element
        forms = form_changes(edit)
        if not forms and all(step.kind is StretchKind.KEEP for step in edit.steps):
            return [(element, "" if edit.mark_stays else DEL)]
        steps = _deletion_last(edit.steps) if end_with_deletion else edit.steps
        editable = EditableParagraph(edit.line.flat)
        steps = whole_atoms(steps, editable)
        editable.cut(at for step in steps for at in (step.start, step.end))
        editable.cut(at for form in forms for at in (form.start, form.end))
        set_runs(editable, forms, self._markup)
        self.forms += len(forms)
        written: list[tuple[etree._Element, str]] = []
        place = Place(editable)
        for number, step in enumerate(steps):
            if step.kind is StretchKind.KEEP:
                place.pass_by(step.end)
            elif step.kind is StretchKind.DELETE:
                nodes = editable.deleted_nodes(step.start, step.end)
                place.put_after((step.markup or self._markup).wrap(nodes, DEL))
            elif step.is_mark:
                written.append((self._split(place, step, edit.line), INS))
                (step.markup or self._markup).track_mark(written[-1][0], INS)
            elif step.line is not None:
                replaced = number > 0 and steps[number - 1].kind is StretchKind.DELETE
                self._insert(place, step, step.line, replaced=replaced)
        return [*written, (element, "" if edit.mark_stays else DEL)]

    def delete(self, line: BaseLine) -> None:
        """Mark the whole text of a paragraph as deleted; its mark is another matter."""
        editable = EditableParagraph(line.flat)
        self._markup.wrap(editable.deleted_nodes(0, editable.length), DEL)

    def paragraph(self, line: NewLine, near: BaseLine | None, root: etree._Element) -> etree._Element:
        """A new paragraph whose whole text is inserted; its mark is another matter."""
        paragraph = new_paragraph(root, line.properties(near))
        runs = line.runs(0, len(line.text), None)
        if runs:
            paragraph.append(self._markup.inserted(runs, root))
        return paragraph

    def _insert(self, place: Place, step: Step, line: NewLine, *, replaced: bool) -> None:
        beside = place.run_beside(step.start, replaced=replaced)
        runs = line.runs(step.new_start, step.new_end, beside)
        if runs:
            markup = step.markup or self._markup
            place.put(markup.inserted(runs, place.editable.element), into_link=replaced)

    def _split(self, place: Place, step: Step, line: BaseLine) -> etree._Element:
        """Part the paragraph: what stands before the place goes into a new paragraph before it."""
        properties = step.line.properties(line) if step.line is not None else None
        paragraph = new_paragraph(line.element, properties)
        parted = place.paragraph
        for child in place.children_before():
            paragraph.append(child)
        parted.addprevious(paragraph)
        place.begin(parted)
        return paragraph


def form_changes(edit: LineEdit) -> list[FormChange]:
    """How words that stay are set otherwise."""
    kept = [step for step in edit.steps if step.kind is StretchKind.KEEP]
    return [
        change
        for step in kept
        if step.line is not None
        for change in step.line.form_changes(edit.line, step.start, step.new_start, step.end - step.start)
    ]


class Place:
    """A place that moves through a paragraph while it is edited, always between two of its nodes."""

    def __init__(self, editable: EditableParagraph) -> None:
        self.editable = editable
        self._after: etree._Element | None = _sign_of_note(editable)  # what stands before the place
        self._begun = next((_paragraph_of(node.element) for node in editable.nodes), editable.element)

    @property
    def paragraph(self) -> etree._Element:
        """The w:p with the place: not always that of the mark, where a merge is pending."""
        return self._begun if self._after is None else _paragraph_of(self._after)

    def begin(self, paragraph: etree._Element) -> None:
        """The place is at the beginning of what is left of the w:p."""
        self._begun, self._after = paragraph, None

    def pass_by(self, end: int) -> None:
        """Go past the text up to an offset."""
        last = self._last_node_before(end)
        if last is not None:
            self._after = last.element

    def put_after(self, marks: list[etree._Element]) -> None:
        """Go past text that was wrapped into marks."""
        if marks:
            self._after = marks[-1]

    def put(self, element: etree._Element, *, into_link: bool) -> None:
        """Put an element here and go past it; into the link that ends here only if asked to."""
        if self._after is None:
            self._put_first(element)
        else:
            anchor = self._after
            if not into_link or self._inside_field(anchor):
                anchor = self._out_of_ended(anchor)
            _out_of_insertion(anchor).addnext(element)
        self._after = element

    def run_beside(self, offset: int, *, replaced: bool) -> etree._Element | None:
        """The run that new text here should look like: what it replaces, else what it follows."""
        nodes = self.editable.nodes
        last = next((n for n in reversed(nodes) if n.end <= offset and _has_words(n)), None)
        if last is None:
            following = next((n for n in nodes if n.start >= offset and _has_words(n)), None)
            return following.element if following is not None else None
        if replaced:
            deleted = (n for n in nodes if n.end <= offset and _is_deleted_with(n, last) and _has_words(n))
            return next(deleted, last).element
        if not _in_link(last.element):
            return last.element
        following = next((n for n in nodes if n.start >= offset and _has_words(n)), None)
        if following is not None and _in_link(following.element):
            return last.element
        plain = (n for n in reversed(nodes) if n.end <= offset and _has_words(n) and not _in_link(n.element))
        return next(plain, last).element

    def children_before(self) -> list[etree._Element]:
        """The children of the paragraph before the place, a link around it parted."""
        paragraph = self.paragraph
        if self._after is None:
            return []
        top = self._after
        while (parent := top.getparent()) is not paragraph and parent is not None:
            top = _parted_after(parent, top)
        found = []
        for child in paragraph:
            if child.tag != PPR:
                found.append(child)
            if child is top:
                break
        return found

    def _put_first(self, element: etree._Element) -> None:
        paragraph = self._begun
        anchor = next((n.element for n in self.editable.nodes if _is_inside(n.element, paragraph)), None)
        if anchor is not None:
            while (parent := anchor.getparent()) is not paragraph and parent is not None:
                anchor = parent
            anchor.addprevious(element)
            return
        paragraph.append(element)

    def _last_node_before(self, offset: int) -> Node | None:
        found = None
        for node in self.editable.nodes:
            if node.end > offset or (node.start >= offset and node.end == node.start):
                break
            found = node
        for stretch in self.editable.fields:
            if stretch.start < offset == stretch.end:
                found = stretch.nodes[-1]  # past the end of the field, not only of its text
        return found

    def _inside_field(self, anchor: etree._Element) -> bool:
        parent = anchor.getparent()
        return parent is not None and parent.tag == w("fldSimple")

    def _out_of_ended(self, anchor: etree._Element) -> etree._Element:
        """Out of links and other wrappers that have nothing more after the anchor."""
        while (parent := anchor.getparent()) is not None and parent.tag != P:
            if any(True for _ in anchor.itersiblings()) and parent.tag != w("sdtContent"):
                break
            anchor = parent
        return anchor


def whole_atoms(steps: Sequence[Step], editable: EditableParagraph) -> list[Step]:
    """Steps that part a formula or ruby are widened, so that it goes as a whole."""
    atoms = editable.atoms()
    if not atoms:
        return list(steps)
    found = list(steps)
    for start, end in atoms:
        touched = [
            n
            for n, s in enumerate(found)
            if (s.start < end and s.end > start) or (s.kind is StretchKind.INSERT and start < s.start < end)
        ]
        if len(touched) > 1:
            last = touched[-1]
            if found[last].kind is StretchKind.DELETE and last + 1 < len(found) and _replaces(found[last + 1], end):
                last += 1
            found = _replaced_whole(found, touched[0], last, (start, end))
    return found


def _replaces(step: Step, end: int) -> bool:
    """Whether a step inserts what stands for the deleted end of an atom."""
    return step.kind is StretchKind.INSERT and step.start == end and not step.is_mark


def _replaced_whole(steps: list[Step], first: int, last: int, atom: tuple[int, int]) -> list[Step]:
    """Delete the atom as one step and insert all that stands in its place, the kept parts of it included."""
    start, end = atom
    touched = steps[first : last + 1]
    line = touched[0].line
    if line is None or any(step.line is not line or step.is_mark for step in touched):
        return steps
    before, after = _cut(touched[0], touched[0].start, start), _cut(touched[-1], end, touched[-1].end)
    whole = [
        Step(StretchKind.DELETE, start, end),
        Step(
            StretchKind.INSERT,
            end,
            end,
            line,
            before.new_end if before is not None else touched[0].new_start,
            after.new_start if after is not None else touched[-1].new_end,
        ),
    ]
    around = [step for step in (before, *whole, after) if step is not None]
    return [*steps[:first], *around, *steps[last + 1 :]]


def _cut(step: Step, start: int, end: int) -> Step | None:
    """The part of a step between two offsets, None if nothing is left."""
    if start >= end:
        return None
    if step.kind is StretchKind.DELETE:
        return step._replace(start=start, end=end)
    new_start, new_end = step.new_start + start - step.start, step.new_end + end - step.end
    return step._replace(start=start, end=end, new_start=new_start, new_end=new_end)


def _deletion_last(steps: Sequence[Step]) -> list[Step]:
    if len(steps) < 2 or steps[-1].kind is not StretchKind.INSERT or steps[-1].is_mark:
        return list(steps)
    deleted, inserted = steps[-2], steps[-1]
    if deleted.kind is not StretchKind.DELETE or deleted.markup is not inserted.markup:
        return list(steps)  # what another hand inserts comes after the words that it keeps
    earlier = inserted._replace(start=deleted.start, end=deleted.start)
    return [*steps[:-2], earlier, deleted]


def _sign_of_note(editable: EditableParagraph) -> etree._Element | None:
    """The run with a note's own mark, which stays before its text."""
    for node in editable.nodes:
        if node.end > 0:
            return None
        if next(node.element.iterchildren(w("footnoteRef"), w("endnoteRef")), None) is not None:
            return node.element
    return None


def _has_words(node: Node) -> bool:
    return any(not piece.shown and piece.text.strip() for piece in node.pieces) and node.can_be_cut


def _in_link(element: etree._Element) -> bool:
    return next(element.iterancestors(LINK), None) is not None


def _is_deleted_with(node: Node, last: Node) -> bool:
    """Whether a node stands in the same deletion as another."""
    mark, other = node.element.getparent(), last.element.getparent()
    return mark is not None and mark is other and mark.tag == DEL


def _is_inside(element: etree._Element, paragraph: etree._Element) -> bool:
    return any(ancestor is paragraph for ancestor in element.iterancestors(P))


def _paragraph_of(element: etree._Element) -> etree._Element:
    return next(element.iterancestors(P))


def _out_of_insertion(anchor: etree._Element) -> etree._Element:
    """Out of an insertion of another hand, which is parted here: a mark must not stand in one of its kind."""
    while (mark := next(anchor.iterancestors(INS, MOVE_TO, P), anchor)).tag in (INS, MOVE_TO) and mark is not anchor:
        while (parent := anchor.getparent()) is not mark and parent is not None:
            anchor = _parted_after(parent, anchor)
        anchor = _parted_after(mark, anchor)
    return anchor


def _parted_after(wrapper: etree._Element, child: etree._Element) -> etree._Element:
    """Part a wrapper after a child: a like wrapper before it takes what is up to there."""
    left = wrapper.makeelement(str(wrapper.tag), dict(wrapper.attrib), wrapper.nsmap)
    for item in list(wrapper):
        left.append(item)
        if item is child:
            break
    wrapper.addprevious(left)
    if not len(wrapper):
        parent = wrapper.getparent()
        if parent is not None:
            parent.remove(wrapper)
    return left
