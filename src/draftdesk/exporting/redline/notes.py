"""Footnotes and endnotes of a redline: edited in place, copied in with new marks, doubled for moved marks."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from lxml import etree
from typing_extensions import override

from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.forms import Forms
from draftdesk.exporting.redline.imports import Imports, NoteSource
from draftdesk.exporting.redline.keys import ObjectKey
from draftdesk.exporting.redline.lines import line_elements
from draftdesk.exporting.redline.note_pairs import called_notes, paired_notes
from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.exporting.redline.sources import WordSource
from draftdesk.model.draft import Draft, Note
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphKind, Run
from draftdesk.wordml.copying import copied
from draftdesk.wordml.editing import EditableParagraph
from draftdesk.wordml.names import DEL, INS, MOVE_FROM, NS_R, NS_W, PPR, RPR, VAL, P, R, T, w
from draftdesk.wordml.package import parse_part
from draftdesk.wordml.walker import FlatParagraph, pieces_of, walk

NOTE_KINDS: Final = ("footnote", "endnote")
_RELATIONSHIP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class NoteParts(NoteSource):
    """The notes of both files; `names` calls notes that answer each other by one name."""

    def __init__(
        self,
        changes: PackageChanges,
        base: WordSource,
        new: WordSource | None,
        author: str,
        date: str,
        first: dict[str, Markup] | None = None,
    ) -> None:
        self._changes = changes
        self._base = base
        self._new = new
        self._author, self._date = author, date
        self.names_in_base: dict[ObjectKey, str] = {}
        self.names_in_new: dict[ObjectKey, str] = {}
        self._answer: dict[ObjectKey, str] = {}  # (kind, base id) -> new id
        self._written: dict[ObjectKey, Note] = {}  # notes of a draft that has other words than the base
        self._markups: dict[str, Markup] = {}
        marks = base.document.iter(*(w(f"{kind}Reference") for kind in NOTE_KINDS))
        self._base_marks = frozenset(marks)  # before anything is written
        self._first = {} if first is None else first  # marks in the parts of notes, shared with other authors
        for kind in NOTE_KINDS:
            self._name(kind)

    def part(self, kind: str, base_id: str, new_id: str, name: str) -> None:
        """Take two notes that answer each other for two of their own; `name` calls the new one."""
        del self._answer[kind, base_id]
        self.names_in_new[kind, new_id] = name

    def take_draft(self, draft: Draft) -> None:
        """The notes of a draft that was made from the base, where they are new or have other words."""
        known = {(note.kind, note.id): _words(note) for note in self._base.draft.notes}
        self._written = {
            (note.kind.value, note.id): note
            for note in draft.notes
            if known.get((note.kind, note.id)) != _words(note)
        }

    def edited_in_draft(self, document: etree._Element) -> list[tuple[str, str, Note]]:
        """(kind, id, note of the draft) of notes whose mark stays and whose words differ."""
        found = [(kind, id_, note) for (kind, id_), note in self._written.items() if id_ in self._base.notes(kind)]
        staying = {(kind, mark.get(w("id"))) for kind in NOTE_KINDS for mark in self._staying(document, kind)}
        return [one for one in found if one[:2] in staying]

    def _staying(self, document: etree._Element, kind: str) -> list[etree._Element]:
        """The marks of notes that were in the base and do not go."""
        if not self._base_marks:
            return []
        return [
            mark
            for mark in document.iter(w(f"{kind}Reference"))
            if mark in self._base_marks and next(mark.iterancestors(DEL, MOVE_FROM), None) is None
        ]

    def edited(self, document: etree._Element) -> list[tuple[str, str, str]]:
        """(kind, base id, new id) of notes whose mark stays and whose text differs."""
        found = []
        for kind in NOTE_KINDS:
            for reference in self._staying(document, kind):
                base_id = reference.get(w("id"), "")
                new_id = self._answer.get((kind, base_id))
                if new_id is not None and self._texts_differ(kind, base_id, new_id):
                    found.append((kind, base_id, new_id))
        return found

    def alike(self, document: etree._Element) -> list[tuple[str, str, str]]:
        """(kind, base id, new id) of notes whose mark stays and whose text is the same."""
        found = []
        for kind in NOTE_KINDS:
            for reference in self._staying(document, kind):
                base_id = reference.get(w("id"), "")
                new_id = self._answer.get((kind, base_id))
                if new_id is not None and not self._texts_differ(kind, base_id, new_id):
                    found.append((kind, base_id, new_id))
        return found

    def markup(self, kind: str, *, changes: bool = True) -> Markup:
        """The marks of the part with these notes, which is written anew unless nothing `changes` yet."""
        if kind not in self._markups:
            root = self._base.notes_root(kind)
            if root is None:
                root = self._made(kind)
            first = self._first.setdefault(kind, Markup(self._author, self._date, root))
            self._markups[kind] = first.of(self._author)
        if changes:
            self._changes.changed(self._base.notes_part(kind) or "", self._notes_root(kind))
        return self._markups[kind]

    @override
    def brought(self, kind: str, new_id: str) -> str:
        source = self._new.notes(kind).get(new_id) if self._new is not None else None
        if source is None or self._new is None:
            return new_id
        return self._copied(kind, source, from_new=True, inserted=True)

    @override
    def doubled(self, kind: str, base_id: str) -> str:
        new_id = self._answer.get((kind, base_id))
        if new_id is not None and self._texts_differ(kind, base_id, new_id):
            changed = self._new.notes(kind)[new_id] if self._new is not None else None
            if changed is not None:
                return self._copied(kind, changed, from_new=True, inserted=False)
        written, source = self._written.get((kind, base_id)), self._base.notes(kind).get(base_id)
        if written is not None:
            return self._new_note(kind, written) if source is None else self._reworded_note(kind, source, written)
        return base_id if source is None else self._copied(kind, source, from_new=False, inserted=False)

    def _new_note(self, kind: str, written: Note) -> str:
        """The id of a note that only the draft has; all of it is inserted."""
        markup = self.markup(kind)
        root = self._notes_root(kind)
        note = root.makeelement(w(kind), {w("id"): _free_id(root, kind)}, root.nsmap)
        forms = Forms(root, self._base.styles)
        kin = next((one.find(P) for one in self._base.notes(kind).values()), None)
        for number, paragraph in enumerate(written.paragraphs):
            note.append(_note_paragraph(forms, kind, kin, paragraph, has_mark=not number))
        root.append(note)
        for run in list(note.iter(R)):
            _insert_in_mark(run, markup)
        return note.get(w("id"), "")

    def _reworded_note(self, kind: str, source: etree._Element, written: Note) -> str:
        """The id of a copy of a note with the draft's words; its mark was moved, so these carry no mark."""
        self.markup(kind)
        root = self._notes_root(kind)
        note = copied(source)
        note.set(w("id"), _free_id(root, kind))
        root.append(note)
        forms = Forms(root, self._base.styles)
        known = self._base.draft.notes_by_id[written.called_by]
        for flat, paragraph, old in zip(walk(note), written.paragraphs, known.paragraphs, strict=True):
            editable = EditableParagraph(flat)
            start = old.text_span.start
            editable.cut((start,))
            for node in editable.nodes:
                parent = node.element.getparent()
                if node.start >= start and node.end > start and parent is not None:
                    parent.remove(node.element)
            _retype(flat, old.prefix.strip(), paragraph.prefix.strip())
            flat.element.extend([*_text_runs(forms, paragraph), *_runs(forms, paragraph.suffix)])
        return note.get(w("id"), "")

    def _notes_root(self, kind: str) -> etree._Element:
        root = self._base.notes_root(kind)
        if root is None:
            raise KeyError(kind)
        return root

    def _copied(self, kind: str, source: etree._Element, *, from_new: bool, inserted: bool) -> str:
        """The id of a copy; the text of a note that comes with a moved mark is not new, so it carries no mark."""
        markup = self.markup(kind)
        root = self._notes_root(kind)
        note = copied(source)
        if from_new and self._new is not None:
            self._fitted(kind, note, root)
        note.set(w("id"), _free_id(root, kind))
        root.append(note)
        for run in list(note.iter(R)) if inserted else ():
            _insert_in_mark(run, markup)
        return note.get(w("id"), "")

    def _fitted(self, kind: str, copied: etree._Element, root: etree._Element) -> None:
        """Styles and links of a note of the new file in terms of the base."""
        new = self._new
        if new is None:
            return
        forms = Forms(root, self._base.styles, new.styles, same_numbering=False)
        near = next((note.find(P) for note in self._base.notes(kind).values()), None)
        for paragraph in copied.iter(P):
            own = paragraph.find(PPR)
            mapped = forms.mapped(own, near)
            if own is not None:
                paragraph.remove(own)
            if mapped is not None:
                paragraph.insert(0, mapped)
        forms.map_run_styles(copied)
        part = self._base.notes_part(kind) or ""
        Imports(self._changes, part, new.package, new.notes_part(kind) or "", None).relate_all(copied)

    def _name(self, kind: str) -> None:
        """Notes that answer each other have one name."""
        base = self._base.note_texts(kind)
        new = self._new.note_texts(kind) if self._new is not None else dict(base)
        pairs = {base_id: base_id for base_id in base}
        if self._new is not None:
            called = called_notes(self._base.document, kind, base)
            pairs = paired_notes(called, called_notes(self._new.document, kind, new))
        for base_id in base:
            self.names_in_base[kind, base_id] = f"{kind} {base_id}"
        for new_id in new:
            self.names_in_new[kind, new_id] = f"{kind} new {new_id}"
        for base_id, new_id in pairs.items():
            self.names_in_new[kind, new_id] = f"{kind} {base_id}"
            if self._new is not None:
                self._answer[kind, base_id] = new_id

    def _texts_differ(self, kind: str, base_id: str, new_id: str) -> bool:
        if self._new is None:
            return False
        return self._base.note_texts(kind).get(base_id) != self._new.note_texts(kind).get(new_id)

    def _made(self, kind: str) -> etree._Element:
        """A part for notes in a base that has none."""
        lines = "".join(
            f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
            for number, name in ((-1, "separator"), (0, "continuationSeparator"))
        )
        data = f'<w:{kind}s xmlns:w="{NS_W}" xmlns:r="{NS_R}">{lines}</w:{kind}s>'.encode()
        main = self._base.package.main_part
        part = self._changes.add(f"{main.rpartition('/')[0]}/{kind}s.xml", data, f"{_CONTENT}{kind}s+xml")
        self._changes.relate(main, f"{_RELATIONSHIP}{kind}s", part, external=False)
        root = parse_part(data, part, self._base.package.name)
        self._base.add_notes_part(kind, part, root)
        return root


def _words(note: Note) -> list[tuple[str, tuple[Run, ...]]]:
    return [(paragraph.source_text, paragraph.runs) for paragraph in note.paragraphs]


def _retype(flat: FlatParagraph, old: str, new: str) -> None:
    """Another number where one is typed before the words of a note."""
    typed = (piece for piece in pieces_of(flat) if piece.element.tag == T and old and piece.text.strip() == old)
    piece = next(typed, None) if old != new else None
    if piece is not None:
        piece.element.text = piece.text.replace(old, new)


def _free_id(root: etree._Element, kind: str) -> str:
    return str(max([*(int(note.get(w("id"), "0")) for note in root.iterchildren(w(kind))), 0]) + 1)


def _note_paragraph(
    forms: Forms, kind: str, kin: etree._Element | None, paragraph: Paragraph, *, has_mark: bool
) -> etree._Element:
    """A paragraph of a new note, set like the notes of the base: its mark, and the blanks around that."""
    root = forms.root
    made = root.makeelement(P, {}, root.nsmap)
    own = forms.like_kin(ParagraphKind.FOOTNOTE, kin)
    if own is None and forms.note_style(kind) is not None:
        own = root.makeelement(PPR, {}, root.nsmap)
        own.append(root.makeelement(w("pStyle"), {VAL: forms.note_style(kind) or ""}, root.nsmap))
    if own is not None:
        made.append(own)
    before, _, after = paragraph.prefix.partition(" ") if kin is None or _has_tabs(kin) else ("", "", "")
    runs = [*_runs(forms, before)]
    if has_mark:
        mark = forms.note_run(kind)
        mark.append(root.makeelement(w(f"{kind}Ref"), {}, root.nsmap))
        runs.append(mark)
    runs += _runs(forms, f" {after}")
    made.extend([*runs, *_text_runs(forms, paragraph)])
    return made


def _text_runs(forms: Forms, paragraph: Paragraph) -> list[etree._Element]:
    """The runs of the text of a paragraph, with its marks."""
    own = paragraph.runs_in_text()
    ends = sorted({0, len(paragraph.text), *(at for run in own for at in (run.span.start, run.span.end))})
    found: list[etree._Element] = []
    for left, right in pairwise(ends):
        marks = next((run.marks for run in own if run.span.start <= left < run.span.end), frozenset[Mark]())
        found += _runs(forms, paragraph.text[left:right], marks)
    return found


def _runs(forms: Forms, text: str, marks: frozenset[Mark] = frozenset()) -> list[etree._Element]:
    if not text:
        return []
    run = forms.run_with_marks(None, marks, ParagraphKind.FOOTNOTE)
    run.extend(line_elements(text, forms.root))
    return [run]


def _has_tabs(kin: etree._Element) -> bool:
    return next(kin.iter(w("tab")), None) is not None


def _insert_in_mark(run: etree._Element, markup: Markup) -> None:
    if next(run.iterancestors(INS), None) is not None or all(child.tag == RPR for child in run):
        return
    before = run.getprevious()
    if before is not None and before.tag == INS:
        before.append(run)
        return
    mark = markup.mark(INS, run)
    run.addprevious(mark)
    mark.append(run)
