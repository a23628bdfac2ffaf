"""A Word redline, written in place on the base's own package.

Every part that need not change stays byte by byte, every paragraph that need not change stays as it is; all
else is tracked. Whoever calls this proves the result before saving it (exporting/proof/proving.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.blocks import block_tree, draft_blocks
from draftdesk.exporting.redline.crossed import uncrossed
from draftdesk.exporting.redline.drafts import DraftLines, is_derived
from draftdesk.exporting.redline.formatting import FormattedLine
from draftdesk.exporting.redline.forms import Forms
from draftdesk.exporting.redline.front import Kept, with_front_kept
from draftdesk.exporting.redline.groups import body_groups, by_element, by_new_element, same_ids, with_sections
from draftdesk.exporting.redline.imports import Imports
from draftdesk.exporting.redline.keys import Keys, keyed_text
from draftdesk.exporting.redline.left_over import with_left_over
from draftdesk.exporting.redline.lines import BaseLine, DraftLine, NewLine, WordLine, base_line
from draftdesk.exporting.redline.margins import coming, empty_margin, leaving
from draftdesk.exporting.redline.moves import MoveWriter
from draftdesk.exporting.redline.notes import NoteParts
from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.exporting.redline.paragraph import LineWriter
from draftdesk.exporting.redline.parts import Sides, with_parts, without_strangers
from draftdesk.exporting.redline.pending import renumber
from draftdesk.exporting.redline.plan import BaseBlock, NewBlock, plan
from draftdesk.exporting.redline.rooted import Rooted, named_targets
from draftdesk.exporting.redline.sources import WordSide, WordSource
from draftdesk.exporting.redline.stories import StoryWriter, Written, lines_text
from draftdesk.exporting.redline.text_notes import Noted, noted
from draftdesk.exporting.redline.view import show_changes
from draftdesk.model.alignment import AlignmentTable
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import HIDDEN, Paragraph, ParagraphKind
from draftdesk.wordml.names import DEL, MOVE_FROM
from draftdesk.wordml.walker import FlatParagraph, walk

__all__ = ["Redline", "WordSide", "begin_redline", "write_redline"]


@dataclass(frozen=True)
class Redline:
    """The written file.

    `resolved`: the base's own tracked changes were resolved first; `kept`: how many of each author stay pending,
    `settled`: how many were accepted beside them, since they are of cells;
    `derived`: the new text is a draft that was made from the base, so its full source text was written;
    `keeps_front`: front matter stayed that a text does not have; `forms`: how many changes of formatting are tracked;
    `tables_replaced`: how many tables have other columns, so that their rows are shown as replaced;
    `targets_moved`: how many paragraphs shown as moved leave a bookmark behind that cross-references name.
    """

    data: bytes
    changes: int
    moves: int
    resolved: bool = False
    kept: tuple[tuple[str, int], ...] = ()
    derived: bool = False
    keeps_front: bool = False
    forms: int = 0
    settled: tuple[tuple[str, int], ...] = ()
    tables_replaced: int = 0
    targets_moved: int = 0


def write_redline(base: WordSide, new: WordSide | Draft, table: AlignmentTable, author: str, date: str) -> bytes:
    """The bytes of a redline on the base; `date` is ISO 8601 in UTC with a final Z."""
    return begin_redline(base, new, lambda: table, author, date).finished().data


def begin_redline(
    base: WordSide,
    new: WordSide | Draft,
    table: Callable[[], AlignmentTable],
    author: str,
    date: str,
    *,
    keep_pending: bool = False,
    formatting: bool = False,
) -> RedlineWriter:
    """A redline on the base, to be finished; `table` has the columns base and new, and is asked for when needed.

    With `keep_pending` the base's own tracked changes stay pending; raises ExportError where they cannot. With
    `formatting` what only a new Word file sets otherwise is tracked, too.
    """
    source = WordSource(base, keep_pending=keep_pending)
    new_source = WordSource(new) if isinstance(new, WordSide) else None
    work = RedlineWriter(source, new_source, author, date, formatting=formatting)
    if isinstance(new, WordSide):
        work.body_of_word(table)
        work.notes()
        work.margins()
    else:
        work.body_of_draft(new, table())
    return work


@dataclass(slots=True)
class _Part:
    """What writing in one part needs."""

    root: etree._Element
    forms: Forms
    imports: Imports
    writer: StoryWriter


class RedlineWriter:
    """One redline while it is written; it holds the trees of both files."""

    def __init__(self, base: WordSource, new: WordSource | None, author: str, date: str, *, formatting: bool) -> None:
        self._base = base
        self._new = new
        self._formatting = formatting
        self._author, self._date = author, date
        self._changes = PackageChanges(base.package)
        self._keys = Keys()
        self._notes = NoteParts(self._changes, base, new, author, date)
        self._written: list[Written] = []
        self._derived = False
        self._keeps_front = False
        self._rooted = Rooted()
        self._held: tuple[object, ...] = ()  # let go of with the trees, when there is time

    # The body

    def body_of_word(self, table: Callable[[], AlignmentTable]) -> None:
        """Write the body of a new Word file."""
        new = self._new
        if new is None:
            raise TypeError(table)
        lines = self._base_lines()
        main = self._base.package.main_part
        part = self._part(main, self._base.document, new.package.main_part, lines)
        new_lines = self._new_lines(new.flats, part, new)
        base_blocks: list[BaseBlock] = block_tree(self._base.body, by_element(lines))
        new_blocks: list[NewBlock] = block_tree(new.body, by_new_element(new_lines))
        by_index = self._by_index(lines)
        new_by_index: dict[int, NewLine] = {
            new.paragraphs[flat.ordinal][0]: line
            for flat, line in zip(new.flats, new_lines, strict=True)
            if flat.ordinal in new.paragraphs
        }
        rows = table()
        groups = body_groups(rows, base_blocks, new_blocks, by_index, new_by_index)
        groups = with_sections(groups, base_blocks, new_blocks)
        if not any(row.pinned for row in rows.rows):
            sides = Sides(base_blocks, new_blocks)
            groups = with_left_over(without_strangers(groups, sides), sides)
            groups = with_parts(uncrossed(groups, sides), sides)
        items = plan(base_blocks, new_blocks, groups, moves=True, rooted=self._find_rooted())
        part.writer.write_body(self._base.body, items, lets_go=True)
        new_main = new.package.main_part
        if self._write_boxes(main, part, self._base.flats, new.flats, new_main):
            self._changes.changed(main, part.root)
        self._close(main, part)
        self._held = lines, new_lines, items

    def body_of_draft(self, new: Draft, table: AlignmentTable) -> None:
        """Write the body of a draft that is not a Word file."""
        lines = self._base_lines()
        main = self._base.package.main_part
        part = self._part(main, self._base.document, "", lines)
        derived = self._derived = part.writer.tells_forms = is_derived(new, self._base.draft)
        known = Noted(new) if derived else noted(self._base.draft, new, table)
        new = known.draft
        self._notes.take_draft(new)
        maker = DraftLines(self._base.draft, lines, part.forms, part.imports, new, None if derived else known.gone)
        new_lines = [maker.line(p, self._keys, self._notes.names_in_base) for p in new.paragraphs]
        by_index = self._by_index(lines)
        base_blocks: list[BaseBlock] = block_tree(self._base.body, by_element(lines))
        shown = new_lines if derived else [line for line in new_lines if line.kind not in HIDDEN]
        rows = [(row.cells[0], row.cells[1]) for row in table.rows if row.cells[0] and row.cells[1]]
        if not derived:
            for bases, news in rows:
                maker.answer([by_index[b] for b in bases], [new_lines[n] for n in news])
        new_blocks = draft_blocks(shown)
        new_by_index: dict[int, NewLine] = dict(enumerate(new_lines))
        groups = body_groups(table, base_blocks, new_blocks, by_index, new_by_index)
        if derived:
            groups += same_ids(groups, base_blocks, new_blocks)
            groups = with_parts(groups, Sides(base_blocks, new_blocks))
        rooted = self._find_rooted()
        items = plan(base_blocks, new_blocks, groups, moves=True, keep_hidden=not derived, rooted=rooted)
        kept = Kept(items) if derived else with_front_kept(items)
        self._keeps_front = kept.front
        part.writer.write_body(self._base.body, kept.items)
        self._close(main, part)
        self._notes_of_draft()

    # Notes, headers and footers

    def _notes_of_draft(self) -> None:
        """Write the edits that a draft made inside notes whose marks stay."""
        for kind, id_, note in self._notes.edited_in_draft(self._base.document):
            part_name = self._base.notes_part(kind) or ""
            part = self._part(part_name, self._base.root(part_name), "", [], self._notes.markup(kind))
            container = self._base.notes(kind)[id_]
            known = next(one for one in self._base.draft.notes if (one.kind.value, one.id) == (kind, id_))
            lines = [
                self._base_line(flat, part_name, paragraph)
                for flat, paragraph in zip(walk(container), known.paragraphs, strict=True)
            ]
            new_lines = [DraftLine(p, p.source_text, part.forms, part.imports) for p in note.paragraphs]
            for line in new_lines:
                line.tells_marks = True
            for line in new_lines if not self._derived else ():
                line.set_like_surroundings()
            part.writer.write_alike(container, block_tree(container, by_element(lines)), draft_blocks(new_lines))
            self._written.append(part.writer.written)

    def notes(self) -> None:
        """Write the edits inside notes whose marks stay."""
        new = self._new
        if new is None:
            return
        for kind, base_id, new_id in self._notes.edited(self._base.document):
            part_name = self._base.notes_part(kind) or ""
            root = self._base.root(part_name)
            new_part = new.notes_part(kind) or ""
            part = self._part(part_name, root, new_part, [], self._notes.markup(kind))
            self._write_story(part_name, part, self._base.notes(kind)[base_id], new.notes(kind)[new_id], new_part)
            self._written.append(part.writer.written)
        for kind, base_id, new_id in self._notes.alike(self._base.document) if self._formatting else ():
            part_name, new_part = self._base.notes_part(kind) or "", new.notes_part(kind) or ""
            root = self._base.root(part_name)
            part = self._part(part_name, root, new_part, [], self._notes.markup(kind, changes=False))
            pair = self._base.notes(kind)[base_id], new.notes(kind)[new_id]
            if self._write_story(part_name, part, *pair, new_part):
                self._changes.changed(part_name, root)
                self._written.append(part.writer.written)

    def margins(self) -> None:
        """Write the headers and footers, paired by section, kind and type."""
        new = self._new
        if new is None:
            return
        done: set[str] = set()
        for place, part_name in self._base.margins.items():
            new_part = new.margins.get(place)
            if new_part is None or part_name in done:
                continue
            done.add(part_name)
            root, new_root = self._base.root(part_name), new.root(new_part)
            part = self._part(part_name, root, new_part, [])
            if self._write_story(part_name, part, root, new_root, new_part):
                self._changes.changed(part_name, root)
                self._written.append(part.writer.written)
        for part_name in set(leaving(self._base, new)) - done:
            root = self._base.root(part_name)
            part = self._part(part_name, root, "", [])
            self._write_story(part_name, part, root, etree.Element(root.tag), "")
            self._changes.changed(part_name, root)
            self._written.append(part.writer.written)
        for place, new_part in coming(self._base, new):
            part_name, root = empty_margin(self._base, self._changes, place)
            part = self._part(part_name, root, new_part, [])
            self._write_story(part_name, part, root, new.root(new_part), new_part)
            self._written.append(part.writer.written)

    def _write_story(
        self, part_name: str, part: _Part, container: etree._Element, new_container: etree._Element, new_part: str
    ) -> bool:
        """Write one note, header or footer by its own text; returns whether anything differs."""
        new = self._new
        if new is None:
            return False
        flats, new_flats = walk(container), walk(new_container)
        lines = [self._base_line(flat, part_name, None) for flat in flats]
        new_lines = self._new_lines(new_flats, part, new, new_part)
        base_blocks: list[BaseBlock] = block_tree(container, by_element(lines))
        new_blocks: list[NewBlock] = block_tree(new_container, by_new_element(new_lines))
        differs = lines_text(base_blocks) != lines_text(new_blocks)
        if differs or self._formatting:
            part.writer.write_alike(container, base_blocks, new_blocks)
            differs |= part.writer.written.touched
        boxes_differ = self._write_boxes(part_name, part, flats, new_flats, new_part)
        return differs or boxes_differ

    def _write_boxes(
        self, part_name: str, part: _Part, flats: list[FlatParagraph], new_flats: list[FlatParagraph], new_part: str
    ) -> bool:
        """Write the text boxes that stay, where both files have as many; returns whether anything differs."""
        boxes = [box for flat in flats for box in flat.text_boxes]
        new_boxes = [box for flat in new_flats for box in flat.text_boxes]
        if len(boxes) != len(new_boxes):
            return False
        staying = [
            pair
            for pair in zip(boxes, new_boxes, strict=True)
            if next(pair[0].iterancestors(DEL, MOVE_FROM), None) is None
        ]
        differing = [self._write_story(part_name, part, box, new_box, new_part) for box, new_box in staying]
        return any(differing)

    # The end

    def finished(self) -> Redline:
        """The package."""
        for part in (*self._base.resolved_parts, *self._base.settled_parts):
            self._changes.changed(part, self._base.root(part))
        for root, ids in self._base.kept_roots:
            renumber(root, ids)
        count = sum(done.changes for done in self._written)
        kept = self._base.pending
        forms = sum(done.forms for done in self._written)
        if count or kept or forms:
            show_changes(self._changes)
        return Redline(
            self._changes.written(),
            count,
            sum(done.moves for done in self._written),
            bool(self._base.resolved_parts),
            tuple(kept.items()),
            self._derived,
            self._keeps_front,
            forms,
            tuple(self._base.settled.items()),
            sum(done.tables_replaced for done in self._written),
            self._rooted.moved_targets(),
        )

    def _close(self, part_name: str, part: _Part) -> None:
        self._written.append(part.writer.written)
        if part.writer.written.touched:
            self._changes.changed(part_name, part.root)

    def _find_rooted(self) -> Rooted:
        note_parts = filter(None, map(self._base.notes_part, ("footnote", "endnote")))
        stories = [self._base.document, *map(self._base.root, note_parts)]
        self._rooted = Rooted(named_targets(self._base.document, stories), bool(self._base.kept_roots))
        return self._rooted

    # Lines

    def _base_lines(self) -> list[BaseLine]:
        known = self._base.paragraphs
        main = self._base.package.main_part
        return [self._base_line(flat, main, known.get(flat.ordinal, (0, None))[1]) for flat in self._base.flats]

    def _by_index(self, lines: list[BaseLine]) -> dict[int, BaseLine]:
        """Base lines by the index of their paragraph in the draft."""
        known = self._base.paragraphs
        return {known[line.flat.ordinal][0]: line for line in lines if line.flat.ordinal in known}

    def _base_line(self, flat: FlatParagraph, part: str, paragraph: Paragraph | None) -> BaseLine:
        _share_text(flat, paragraph)
        text = keyed_text(flat, self._keys, self._base.package, part, self._notes.names_in_base)
        return base_line(flat, text, paragraph)

    def _new_lines(
        self, flats: list[FlatParagraph], part: _Part, new: WordSource, new_part: str | None = None
    ) -> list[WordLine]:
        name = new_part or new.package.main_part
        found = []
        for flat in flats:
            known = new.paragraphs.get(flat.ordinal, (0, None))[1] if new_part is None else None
            _share_text(flat, known)
            text = keyed_text(flat, self._keys, new.package, name, self._notes.names_in_new)
            kind = known.kind if known is not None else ParagraphKind.BODY
            line_of = FormattedLine if self._formatting else WordLine
            found.append(line_of(flat, text, kind, part.forms, part.imports))
        return found

    def _part(
        self, name: str, root: etree._Element, new_name: str, lines: list[BaseLine], markup: Markup | None = None
    ) -> _Part:
        new = self._new
        kin = [(line.kind, line.element) for line in lines]
        new_package = new.package if new is not None else None
        forms = Forms(
            root,
            self._base.styles,
            new.styles if new is not None else None,
            kin,
            same_numbering=new is None or self._base.same_numbering(new),
        )
        imports = Imports(self._changes, name, new_package, new_name, self._notes)
        markup = markup or Markup(self._author, self._date, root)
        moves = MoveWriter(markup, self._notes.doubled, root)
        writer = StoryWriter(markup, LineWriter(markup), moves, root, keep_sections=new is None)
        writer.tells_forms = self._formatting
        return _Part(root, forms, imports, writer)


def _share_text(flat: FlatParagraph, paragraph: Paragraph | None) -> None:
    """One string of each paragraph is enough: that of the draft, where both say the same."""
    if paragraph is not None and paragraph.source_text == flat.text:
        flat.text = paragraph.source_text
