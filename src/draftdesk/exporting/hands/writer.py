"""The versions of several delegations as one Word file, in place on the base, each change with its delegation.

Whoever calls this proves the result for every hand before saving it (exporting/proof/hands.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from lxml import etree

from draftdesk.exporting.hands.comments import HandsComments
from draftdesk.exporting.hands.moves import plans_past_each_other
from draftdesk.exporting.hands.notes import text_without
from draftdesk.exporting.hands.plan import put_together
from draftdesk.exporting.hands.remarks import HandsRemarks, Remark, places_of_numbers
from draftdesk.exporting.hands.story import HandsStoryWriter
from draftdesk.exporting.hands.together import Beside, Together
from draftdesk.exporting.hands.ways import HandLine
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.proof.hands import JOINT
from draftdesk.exporting.redline.blocks import block_tree
from draftdesk.exporting.redline.forms import Forms
from draftdesk.exporting.redline.groups import body_groups, by_new_element
from draftdesk.exporting.redline.imports import Imports
from draftdesk.exporting.redline.keys import Keys, keyed_text
from draftdesk.exporting.redline.lines import BaseLine, NewLine, base_line
from draftdesk.exporting.redline.moves import NoteCopy
from draftdesk.exporting.redline.notes import NOTE_KINDS, NoteParts
from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.exporting.redline.plan import BaseBlock, Group, Item, NewBlock, plan
from draftdesk.exporting.redline.rooted import Rooted
from draftdesk.exporting.redline.similar import similar_groups
from draftdesk.exporting.redline.sources import WordSide, WordSource
from draftdesk.exporting.redline.stories import lines_text
from draftdesk.exporting.redline.view import show_changes
from draftdesk.model.alignment import AlignmentTable
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, w
from draftdesk.wordml.walker import FlatParagraph, walk


@dataclass(frozen=True)
class Hand:
    """A delegation and its version; `table` has the columns base and version."""

    name: str
    side: WordSide
    table: AlignmentTable


@dataclass(frozen=True)
class Contested:
    """A passage of the base whose words another delegation changes already, and who has a proposal of its own.

    `base` are the texts of its paragraphs, `notes` those of the notes that they call, without the notes whose marks
    these hands take out of it; `in_body`: it stands neither in a note nor in a header or footer.
    """

    hands: tuple[str, ...]
    base: tuple[str, ...]
    deletes: bool
    moves: bool
    in_body: bool
    notes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Compiled:
    """The written file; `joint` is the same with all names on a change that several hands propose.

    `numbers`: paragraphs that stand under another number than hands give them: these hands, each with its text.
    `second`: the hands that propose some of what bears another's name.
    """

    data: bytes
    joint: bytes
    changes: int
    moves: int
    shared: int
    contested: tuple[Contested, ...]
    numbers: tuple[tuple[tuple[str, str], ...], ...]
    second: frozenset[str]


def compile_hands(base: WordSide, hands: Sequence[Hand], date: str, author: str, remark: Remark) -> Compiled:
    """Write all hands' changes on the base; `author` is whoever compiles and comments. Raises ExportError."""
    work = _HandsWork(WordSource(base), hands, date, author, remark)
    notes = work.edited_notes()
    work.body()
    work.notes(notes)
    work.margins()
    return work.finished()


class _Version:
    """One hand's file as it is written from."""

    def __init__(self, number: int, hand: Hand, notes: NoteParts, source: WordSource) -> None:
        self.number = number
        self.hand = hand
        self.source = source
        self.note_parts = notes
        for (kind, id_), called in list(notes.names_in_new.items()):
            if " new " in called:
                notes.names_in_new[kind, id_] = self._own_name(kind, id_)

    def part_note(self, kind: str, base_id: str, new_id: str) -> None:
        """Take a note for another one than that of the base."""
        self.note_parts.part(kind, base_id, new_id, self._own_name(kind, new_id))

    def _own_name(self, kind: str, id_: str) -> str:
        """A note that the base does not have is the same to all hands that say the same in it."""
        return f"{kind} new {self.source.note_texts(kind).get(id_, id_)}"


class _StoryVersion(NamedTuple):
    """A hand's version of a story, and the part that this stands in."""

    version: _Version
    container: etree._Element
    part: str


class _HandsWork:
    """One compilation while it is written."""

    def __init__(self, base: WordSource, hands: Sequence[Hand], date: str, author: str, remark: Remark) -> None:
        self._base = base
        self._date = date
        self._remark = remark
        self._names = [hand.name for hand in hands]
        self._changes = PackageChanges(base.package)
        self._keys = Keys()
        self._note_marks: dict[str, Markup] = {}
        self._versions = [self._version(number, hand) for number, hand in enumerate(hands)]
        self._comments = HandsComments(self._changes, base.document, author, date)
        self._count = self._moves = self._shared = 0
        self._contested: list[Contested] = []
        self._numbers: list[tuple[tuple[str, str], ...]] = []
        self._beside_of: dict[etree._Element, list[tuple[str, ...]]] = {}  # marks of notes in contested passages

    def _version(self, number: int, hand: Hand) -> _Version:
        source = WordSource(hand.side)
        notes = NoteParts(self._changes, self._base, source, hand.name, self._date, self._note_marks)
        return _Version(number, hand, notes, source)

    # Stories

    def body(self) -> None:
        """Write the body."""
        base, known = self._base, self._base.paragraphs
        main = base.package.main_part
        lines = [self._base_line(flat, main) for flat in base.flats]
        blocks: list[BaseBlock] = block_tree(base.body, {line.element: line for line in lines}.__getitem__)
        by_index = {known[line.flat.ordinal][0]: line for line in lines if line.flat.ordinal in known}
        makers = []
        for version in self._versions:
            source = version.source
            new_lines = self._lines(version, source.flats, main, base.document, source.package.main_part, lines)
            new_blocks: list[NewBlock] = block_tree(source.body, by_new_element(new_lines))
            new_by_index: dict[int, NewLine] = {
                source.paragraphs[line.flat.ordinal][0]: line
                for line in new_lines
                if line.flat.ordinal in source.paragraphs
            }
            groups = body_groups(version.hand.table, blocks, new_blocks, by_index, new_by_index)
            makers.append(partial(_plan, blocks, new_blocks, groups))
        numbers = [version.number for version in self._versions]
        plans = list(zip(numbers, plans_past_each_other(makers), strict=True))
        together = self._write(main, base.document, base.body, blocks, plans)
        marks, numbered = Markup("", self._date, base.document), places_of_numbers(lines)
        HandsRemarks(self._comments, self._remark, self._names, marks, numbered).put(together)
        for one in together.numbers:
            news = [new for new in one.news if isinstance(new, HandLine)]
            own = zip(one.hands, news, strict=True)
            self._numbers.append(tuple((self._names[hand], new.flat.text) for hand, new in own))

    def edited_notes(self) -> dict[tuple[str, str], list[tuple[_Version, str]]]:
        """The hands' versions of each note that one of them edits, while all marks still stand."""
        found: dict[tuple[str, str], list[tuple[_Version, str]]] = {}
        for version in self._versions:
            for kind, base_id, new_id in version.note_parts.edited(self._base.document):
                found.setdefault((kind, base_id), []).append((version, new_id))
        for (kind, base_id), versions in found.items():
            contesting = self._contesting(kind, base_id, versions)
            for version, new_id in versions:
                if version.number in contesting:
                    version.part_note(kind, base_id, new_id)
            versions[:] = [one for one in versions if one[0].number not in contesting]
        return found

    def _contesting(self, kind: str, base_id: str, versions: Sequence[tuple[_Version, str]]) -> tuple[int, ...]:
        """The first of the hands whose words in a note collide: they call a note of their own in its place."""
        if len(versions) < 2:
            return ()
        blocks, plans = self._plans_alike(*self._note_versions(kind, base_id, versions))
        blank = Markup("", self._date, self._base.document)
        beside = put_together(blocks, plans, lambda _hands: blank).beside
        return beside[0].hands if beside else ()

    def notes(self, edited: dict[tuple[str, str], list[tuple[_Version, str]]]) -> None:
        """Write the edits inside notes, but of hands that call a copy of the note in a text of their own."""
        copying = self._calling_copies()
        for (kind, base_id), all_versions in edited.items():
            versions = [one for one in all_versions if (kind, base_id, one[0].hand.name) not in copying]
            self._write_alike(*self._note_versions(kind, base_id, versions))

    def _note_versions(
        self, kind: str, base_id: str, versions: Sequence[tuple[_Version, str]]
    ) -> tuple[str, etree._Element, list[_StoryVersion]]:
        news = [
            _StoryVersion(version, version.source.notes(kind)[new_id], version.source.notes_part(kind) or "")
            for version, new_id in versions
        ]
        return self._base.notes_part(kind) or "", self._base.notes(kind)[base_id], news

    def _calling_copies(self) -> set[tuple[str, str, str]]:
        """(kind, id in the base, hand) of notes whose mark stays in the base's text while the hand has its own."""
        found: set[tuple[str, str, str]] = set()
        for kind, id_, mark in _calls(self._base.document):
            authors = [over.get(w("author"), "") for over in mark.iterancestors(DEL, MOVE_FROM)]
            authors += [JOINT.join(hands) for hands in self._beside_of.get(mark, ())]
            found |= {(kind, id_, name) for author in authors for name in author.split(JOINT)}
        return found

    def margins(self) -> None:
        """Write the headers and footers, paired by section, kind and type."""
        done: set[str] = set()
        for place, part in self._base.margins.items():
            if part in done:
                continue
            done.add(part)
            news = [
                _StoryVersion(version, version.source.root(new_part), new_part)
                for version in self._versions
                if (new_part := version.source.margins.get(place)) is not None
            ]
            self._write_alike(part, self._base.root(part), news)

    def _write_alike(self, part: str, container: etree._Element, news: Sequence[_StoryVersion]) -> None:
        """Write a story whose blocks answer each other by their texts alone."""
        blocks, plans = self._plans_alike(part, container, news)
        if plans:
            self._write(part, self._base.root(part), container, blocks, plans)

    def _plans_alike(
        self, part: str, container: etree._Element, news: Sequence[_StoryVersion]
    ) -> tuple[list[BaseBlock], list[tuple[int, Sequence[Item]]]]:
        root = self._base.root(part)
        lines = [self._base_line(flat, part) for flat in walk(container)]
        blocks: list[BaseBlock] = block_tree(container, {line.element: line for line in lines}.__getitem__)
        plans: list[tuple[int, Sequence[Item]]] = []
        for version, new_container, new_part in news:
            new_lines = self._lines(version, walk(new_container), part, root, new_part, [])
            new_blocks: list[NewBlock] = block_tree(new_container, by_new_element(new_lines))
            if lines_text(blocks) != lines_text(new_blocks):
                items = plan(blocks, new_blocks, similar_groups(blocks, new_blocks), moves=False)
                plans.append((version.number, items))
        return blocks, plans

    def _write(
        self,
        part: str,
        root: etree._Element,
        container: etree._Element,
        blocks: list[BaseBlock],
        plans: Sequence[tuple[int, Sequence[Item]]],
    ) -> Together:
        first = self._first_marks(part, root)
        together = put_together(blocks, plans, lambda hands: first.of(JOINT.join(self._names[k] for k in hands)))
        self._contested += [self._told(one, in_body=container is self._base.body) for one in together.beside]
        writer = HandsStoryWriter(first, root, self._note_copy)
        writer.write_deeds(container, together.deeds)
        if writer.written.touched:
            self._changes.changed(part, root)
        self._count += writer.written.changes
        self._moves += writer.written.moves
        self._shared += sum(bool(markup.made) for markup, _ in together.shared)
        return together

    def _note_copy(self, author: str) -> NoteCopy:
        name = author.partition(JOINT)[0]
        return next(version for version in self._versions if version.hand.name == name).note_parts.doubled

    def _told(self, one: Beside, *, in_body: bool) -> Contested:
        """A contested passage as it is before anything is written."""
        calls = [call for line in one.base for call in _calls(line.element) if call[2] not in one.taken]
        known = {kind: self._base.notes(kind) for kind, _, _ in calls}
        notes = [tuple(flat.text for flat in walk(known[kind][id_])) for kind, id_, _ in calls if id_ in known[kind]]
        names = tuple(self._names[k] for k in one.hands)
        for _, _, mark in calls:
            self._beside_of.setdefault(mark, []).append(names)
        texts = tuple(text_without(line, one.taken) for line in one.base)
        return Contested(names, texts, one.deletes, one.moves, in_body, tuple(notes))

    def _first_marks(self, part: str, root: etree._Element) -> Markup:
        for kind in NOTE_KINDS:
            if part == self._base.notes_part(kind):
                return self._note_marks.setdefault(kind, Markup("", self._date, root))
        return Markup("", self._date, root)

    # Lines

    def _base_line(self, flat: FlatParagraph, part: str) -> BaseLine:
        main = part == self._base.package.main_part
        paragraph = self._base.paragraphs.get(flat.ordinal, (0, None))[1] if main else None
        names = self._versions[0].note_parts.names_in_base
        return base_line(flat, keyed_text(flat, self._keys, self._base.package, part, names), paragraph)

    def _lines(
        self,
        version: _Version,
        flats: Sequence[FlatParagraph],
        part: str,
        root: etree._Element,
        new_part: str,
        kin: Sequence[BaseLine],
    ) -> list[HandLine]:
        source, names = version.source, version.note_parts.names_in_new
        kinds = [(line.kind, line.element) for line in kin]
        forms = Forms(root, self._base.styles, source.styles, kinds, same_numbering=self._base.same_numbering(source))
        imports = Imports(self._changes, part, source.package, new_part, version.note_parts)
        main = new_part == source.package.main_part
        said = {kind: source.note_texts(kind) for kind in NOTE_KINDS}
        found = []
        for flat in flats:
            text = keyed_text(flat, self._keys, source.package, new_part, names)
            known = source.paragraphs.get(flat.ordinal) if main else None
            line = HandLine(flat, text, known[1].kind if known else ParagraphKind.BODY, forms, imports)
            line.number = known[1].number if known else ""
            line.note_texts = "\n".join(said[kind].get(id_, "") for kind, id_, _ in _calls(flat.element))
            found.append(line)
        return found

    # The end

    def finished(self) -> Compiled:
        """The package, joint names last replaced by the first of them."""
        for part in self._base.resolved_parts:
            self._changes.changed(part, self._base.root(part))
        if self._count:
            show_changes(self._changes)
        self._share_notes()
        joint = self._changes.written()
        second: set[str] = set()
        for root in self._changes.trees():
            for element in root.iter(etree.Element):
                author = element.get(w("author"), "")
                if JOINT in author:
                    first, *others = author.split(JOINT)
                    element.set(w("author"), first)
                    second.update(others)
        contested, numbers = tuple(self._contested), tuple(self._numbers)
        written = self._changes.written()
        told = (self._count, self._moves, self._shared)
        return Compiled(written, joint, *told, contested, numbers, frozenset(second))

    def _share_notes(self) -> None:
        """What is said in a note that comes with a change of several hands is theirs as well."""
        for kind, id_, mark in _calls(self._base.document):
            over = next(mark.iterancestors(INS), None)
            author = over.get(w("author"), "") if over is not None else ""
            if JOINT in author:
                note = next(
                    one for one in self._base.root(self._base.notes_part(kind) or "") if one.get(w("id")) == id_
                )
                for one in note.iter(INS):
                    one.set(w("author"), author)


def _plan(
    blocks: Sequence[BaseBlock], new_blocks: Sequence[NewBlock], groups: Sequence[Group], rooted: Rooted
) -> list[Item]:
    return plan(blocks, new_blocks, groups, moves=True, rooted=rooted)


def _calls(element: etree._Element) -> list[tuple[str, str, etree._Element]]:
    """(kind, id, mark) of the notes that are called inside an element, in order."""
    kinds = {w(f"{kind}Reference"): kind for kind in NOTE_KINDS}
    return [(kinds[str(mark.tag)], mark.get(w("id"), ""), mark) for mark in element.iter(*kinds)]
