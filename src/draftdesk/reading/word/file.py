"""A Word file becomes a Draft, read at the level of its XML: nothing of its text is lost.

Tracked changes are resolved as the view asks before anything is read; automatic numbers are computed;
the masthead is read from the headers, where official files hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import Message, message
from draftdesk.model.draft import (
    FINAL,
    Draft,
    Margin,
    Note,
    NoteKind,
    Received,
    SourceFormat,
    View,
    ViewKind,
)
from draftdesk.model.paragraph import (
    CellPlace,
    InlineObject,
    Mark,
    ObjectKind,
    Origin,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.reading.draft_ids import draft_id_of
from draftdesk.reading.masthead import described
from draftdesk.reading.seen import Seen, note_span, shapes_of, trimmed
from draftdesk.reading.structure import Placed, structured
from draftdesk.reading.word.comments import comments_of
from draftdesk.reading.word.hands import Hands
from draftdesk.reading.word.hidden import hidden_paragraphs
from draftdesk.wording.language import guess_language
from draftdesk.wordml.inline import Piece, Turn
from draftdesk.wordml.names import R_ID, VAL, w
from draftdesk.wordml.numbering import ListCounter, read_lists
from draftdesk.wordml.package import WordPackage, open_package
from draftdesk.wordml.revisions import Decide, authors_of_revisions, has_revisions, resolve
from draftdesk.wordml.styles import Setting, StyleSheet, read_styles, setting_by
from draftdesk.wordml.walker import FlatParagraph, Walked, pieces_of, walked

_OBJECT_KINDS = {
    w("footnoteReference"): ObjectKind.FOOTNOTE_MARK,
    w("endnoteReference"): ObjectKind.ENDNOTE_MARK,
    w("sym"): ObjectKind.SYMBOL,
}
_OWN_MARK = w("customMarkFollows")
_ID = w("id")
_TYPE = w("type")
_MARKS = {
    NoteKind.FOOTNOTE: (ObjectKind.FOOTNOTE_MARK, w("footnoteReference")),
    NoteKind.ENDNOTE: (ObjectKind.ENDNOTE_MARK, w("endnoteReference")),
}
_MARKS_IN_NOTES = (w("footnoteRef"), w("endnoteRef"))
_NOTE_PARTS = (("footnotes", NoteKind.FOOTNOTE), ("endnotes", NoteKind.ENDNOTE))
_MARGIN_REFERENCES = (w("headerReference"), w("footerReference"))


def read_word_file(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in a Word file as `view` shows it; raises ReadingError."""
    package = open_package(data, name, to_read=True)
    roots = {part: package.xml(part) for part in _text_parts(package)}
    tracked = [root for root in roots.values() if has_revisions(root)]
    authors = tuple(dict.fromkeys(author for root in tracked for author in authors_of_revisions(root)))
    if view.kind is ViewKind.BY_AUTHOR and view.author not in authors:
        raise refusal(ReadingError, "view_missing", name=name, author=view.author, authors=", ".join(authors) or "–")
    hands = Hands()
    if view == FINAL and tracked:
        hands.look_at(roots.values())
    for root in tracked:
        resolve(root, view.accepts)
    reader = _WordReader(package, roots, draft_id_of(digest, view), view.accepts, hands)
    draft = reader.draft(name, digest, view)
    warnings = (_pending(name, authors, view),) if tracked else ()
    return Received(
        name=name,
        digest=digest,
        size=len(data),
        format=SourceFormat.STRICT_WORD if package.was_strict else SourceFormat.WORD,
        drafts=(draft,),
        authors=authors,
        not_read=reader.not_read(),
        warnings=warnings,
    )


def _pending(name: str, authors: tuple[str, ...], view: View) -> Message:
    return message("changes_pending", name=name, authors=", ".join(authors) or "–", view=str(view))


def _text_parts(package: WordPackage) -> list[str]:
    """The main part, then notes, headers and footers."""
    kinds = ("footnotes", "endnotes", "header", "footer")
    related = [
        relationship.target
        for relationship in package.relationships(package.main_part)
        if relationship.kind in kinds and relationship.target in package.parts
    ]
    return list(dict.fromkeys([package.main_part, *related]))


class _Look(NamedTuple):
    """What a setting says of a paragraph: its style by id and name, its alignment, the marks of its plain runs."""

    style: str
    name: str
    alignment: str
    marks: frozenset[Mark]


@dataclass
class _WordReader:
    """One reading of one package; `roots` are its text parts without tracked changes."""

    package: WordPackage
    roots: dict[str, etree._Element]
    draft_id: str
    accepted: Decide
    hands: Hands

    def __post_init__(self) -> None:
        self._styles: StyleSheet = read_styles(self.package)
        self._lists = read_lists(self.package)
        self._serial = 0
        self._marks: dict[frozenset[str], frozenset[Mark]] = {}
        self._looks: dict[Setting, _Look] = {}
        self._links: dict[str, dict[str, str]] = {}
        self._text_boxes: list[etree._Element] = []
        self._pictures = self._margin_pictures = self._margins_with_text = 0
        self._own_marks: dict[tuple[str, str], str] = {}

    def draft(self, name: str, digest: str, view: View) -> Draft:
        body = self.roots[self.package.main_part].find(w("body"))
        serials: dict[etree._Element, int] = {}
        seen = list(self._seen(self._met(body, serials), self.package.main_part)) if body is not None else []
        language = guess_language(" ".join(one.source_text for one in seen))
        paragraphs = tuple(
            self._paragraph(one, placed) for one, placed in zip(seen, structured(seen, language), strict=True)
        )
        draft = Draft(
            id=self.draft_id,
            name=name,
            paragraphs=paragraphs,
            notes=tuple(self._notes(paragraphs)),
            margins=tuple(self._margins()),
            comments=tuple(comments_of(self.package, self.accepted, serials)),
            tables=shapes_of(seen),
            language=language,
            view=view,
            digest=digest,
            hands=tuple(self.hands.told()),
        )
        return described(replace(draft, boxes=tuple(self._boxes())), self._symbol_hints())

    def _boxes(self) -> Iterable[tuple[Paragraph, ...]]:
        """The text boxes of all stories, those inside other boxes after them."""
        for box in self._text_boxes:  # walking a box adds those inside it
            yield self._plain_paragraphs(walked(box), self.package.main_part, ParagraphKind.BODY)

    def not_read(self) -> tuple[Message, ...]:
        """What the draft does not hold of its file, or not as Word shows it."""
        in_margins = self._margin_pictures
        counts = (
            ("text_boxes_not_read", len(self._text_boxes)),
            ("pictures_not_compared", self._pictures - in_margins),
            ("margin_pictures_not_compared", in_margins),
            ("margins_not_compared", self._margins_with_text),
            ("hidden_text_read", hidden_paragraphs(self.package, self.roots.values())),
        )
        said = [message(code, count=count) for code, count in counts if count > 0]
        if any(part.endswith("vbaProject.bin") for part in self.package.parts):
            said.append(message("macros_ignored"))
        return tuple(said)

    def _met(self, body: etree._Element, serials: dict[etree._Element, int]) -> Iterator[Walked]:
        """The paragraphs of the text; their serials, which count from 1, are kept."""
        for serial, (flat, turns) in enumerate(walked(body), 1):
            serials[flat.element] = serial
            self.hands.meet(flat, serial)
            yield flat, turns

    def _seen(self, paragraphs: Iterable[Walked], part: str) -> Iterator[Seen]:
        counter = ListCounter(self._lists, self._styles)
        links = self._links_of(part)
        for flat, turns in paragraphs:
            setting = setting_by(flat.properties)
            look = self._looks.get(setting) or self._look(setting)
            label, place = counter.label(setting), flat.place
            yield Seen(
                source_text=flat.text,
                origin=Origin(part, flat.ordinal),
                automatic_number=label[0] if label else "",
                style=look.name,
                alignment=look.alignment,
                runs=tuple(self._runs(turns, len(flat.text), look, links)) if turns or look.marks else (),
                objects=self._objects(flat) if flat.objects or flat.text_boxes else (),
                place=CellPlace(place.table, place.row, place.column, place.column_span) if place else None,
            )

    def _links_of(self, part: str) -> dict[str, str]:
        """The addresses that links of a part lead to, by the ids of their relationships."""
        if part not in self._links:
            related = self.package.relationships(part)
            self._links[part] = {relation.id: relation.target for relation in related if relation.external}
        return self._links[part]

    def _look(self, setting: Setting) -> _Look:
        style = setting.style or self._styles.default_paragraph
        alignment = setting.alignment or self._styles.alignment(style)
        look = _Look(style, self._styles.name(style), alignment, self._marks_of(None, style))
        self._looks[setting] = look
        return look

    def _objects(self, flat: FlatParagraph) -> tuple[InlineObject, ...]:
        objects = tuple([_inline_object(piece) for piece in flat.objects])
        self._own_marks.update(_own_marks(flat))
        self._text_boxes += flat.text_boxes
        self._pictures += sum(item.kind is ObjectKind.PICTURE for item in objects) - len(flat.text_boxes)
        return objects

    def _runs(self, turns: Iterable[Turn], length: int, look: _Look, links: dict[str, str]) -> Iterable[Run]:
        """Neighbouring pieces that are set alike are one run; plain ones are none."""
        marks, start, link = look.marks, 0, ""
        for at, properties, around in turns:
            own = look.marks if properties is None else self._marks_of(properties, look.style)
            own_link = links.get(around.get(R_ID, ""), "") if around is not None else ""
            if own is marks and own_link == link:
                continue
            if at > start and (marks or link):
                yield Run(Span(start, at), marks, link)
            start, marks, link = at, own, own_link
        if length and (marks or link):
            yield Run(Span(start, length), marks, link)

    def _marks_of(self, properties: etree._Element | None, style: str) -> frozenset[Mark]:
        names = self._styles.marks_of(properties, style)
        marks = self._marks.get(names)
        if marks is None:
            marks = self._marks[names] = frozenset(map(Mark, names))
        return marks

    def _paragraph(self, seen: Seen, placed: Placed) -> Paragraph:
        self._serial += 1
        return placed.paragraph(seen, ParagraphId(self.draft_id, self._serial))

    def _plain_paragraphs(self, story: Iterable[Walked], part: str, kind: ParagraphKind) -> tuple[Paragraph, ...]:
        return tuple(self._paragraph(one, Placed(kind, trimmed(one.source_text))) for one in self._seen(story, part))

    def _note_paragraphs(self, seen: list[Seen], mark: str, own: str, *, is_typed: bool) -> tuple[Paragraph, ...]:
        """The paragraphs of a note; `is_typed`: its mark is typed before the first."""
        return tuple(
            self._paragraph(
                one,
                Placed(ParagraphKind.FOOTNOTE, note_span(one, "" if number else own or mark, is_own=is_typed)),
            )
            for number, one in enumerate(seen)
        )

    def _notes(self, paragraphs: tuple[Paragraph, ...]) -> Iterable[Note]:
        """Notes in the order of their first marks, then those that nothing calls."""
        for part_kind, kind in _NOTE_PARTS:
            part = self.package.related(part_kind)
            if part is None:
                continue
            tag = w(part_kind[:-1])
            seen_in, printing = self._seen_in_notes(part, tag), _printing_marks(self.roots[part], tag)
            called = _called(paragraphs, kind, self._own_marks)
            own = {id_: mark for (tag, id_), mark in self._own_marks.items() if tag == _MARKS[kind][1]}
            for id_ in [*called, *(other for other in seen_in if other not in called)]:
                if id_ in seen_in:
                    mark = called.get(id_, "")
                    chosen = own.get(id_, "")
                    is_typed = bool(chosen) or id_ not in printing
                    yield Note(id_, kind, mark, self._note_paragraphs(seen_in[id_], mark, chosen, is_typed=is_typed))

    def _seen_in_notes(self, part: str, tag: str) -> dict[str, list[Seen]]:
        """What is in each note by its id, separators left out; ordinals count through the whole part."""
        seen: dict[str, list[Seen]] = {}
        for note, paragraphs in groupby(walked(self.roots[part]), partial(_note_around, tag)):
            if note is not None and note.get(_TYPE, "normal") == "normal":
                seen.setdefault(note.get(_ID, ""), []).extend(self._seen(paragraphs, part))
        return seen

    def _margins(self) -> Iterable[Margin]:
        main = self.package.main_part
        targets = {relation.id: relation.target for relation in self.package.relationships(main)}
        done = set()
        for reference in self.roots[main].iter(*_MARGIN_REFERENCES):
            part = targets.get(reference.get(R_ID, ""), "")
            if part not in self.roots or part in done:
                continue
            done.add(part)
            place = (
                etree.QName(reference).localname.removesuffix("Reference") + "/" + reference.get(w("type"), "default")
            )
            before = self._pictures
            paragraphs = self._plain_paragraphs(walked(self.roots[part]), part, ParagraphKind.FURNITURE)
            self._margin_pictures += self._pictures - before
            self._margins_with_text += any(one.text for one in paragraphs)
            yield Margin(part, place, paragraphs)

    def _symbol_hints(self) -> tuple[str, ...]:
        """Document variables that name the symbol, in files of the Secretariat."""
        part = self.package.related("settings")
        if part is None:
            return ()
        variables = {
            variable.get(w("name"), ""): variable.get(VAL, "")
            for variable in self.package.xml(part).iter(w("docVar"))
        }
        return tuple(variables[name] for name in ("Symbol1", "sss1") if variables.get(name))


def _inline_object(piece: Piece) -> InlineObject:
    kind = _OBJECT_KINDS.get(str(piece.element.tag), ObjectKind.PICTURE)
    target = piece.element.get(_ID, "")
    if kind is ObjectKind.SYMBOL:
        target = f"{piece.element.get(w('font'), '')} {piece.element.get(w('char'), '')}"
    return InlineObject(piece.start, kind, target, piece.shown)


def _note_around(tag: str, paragraph: Walked) -> etree._Element | None:
    return next(paragraph[0].element.iterancestors(tag), None)


def _printing_marks(root: etree._Element, tag: str) -> set[str]:
    """The ids of the notes that have the element which prints their mark."""
    return {note.get(_ID, "") for mark in root.iter(*_MARKS_IN_NOTES) for note in islice(mark.iterancestors(tag), 1)}


def _own_marks(flat: FlatParagraph) -> dict[tuple[str, str], str]:
    """Marks that an author chose, such as "*", by the tag and id of the reference that they follow."""
    references = [piece for piece in flat.objects if piece.element.get(_OWN_MARK, "0") not in ("0", "false")]
    following = {piece.start: after.text for piece, after in pairwise(pieces_of(flat))} if references else {}
    return {
        (str(piece.element.tag), piece.element.get(_ID, "")): following[piece.start].strip()
        for piece in references
        if piece.start in following
    }


def _called(
    paragraphs: tuple[Paragraph, ...], kind: NoteKind, own_marks: dict[tuple[str, str], str]
) -> dict[str, str]:
    """Note ids in the order of their marks, with the mark that is printed; chosen marks do not count."""
    wanted, tag = _MARKS[kind]
    called: dict[str, str] = {}
    count = 0
    for paragraph in paragraphs:
        for item in paragraph.objects:
            if item.kind is not wanted or item.target in called:
                continue
            own = own_marks.get((tag, item.target), "")
            count += not own
            called[item.target] = own or str(count)
    return called
