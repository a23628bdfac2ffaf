"""Amendments as they are tabled: "In operative paragraph 4, replace “urges” with “invites”"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.pieces import pieces_of
from draftdesk.exporting.printed import Heading, Line, Printed, Role, Words, said
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, Paragraph, ParagraphKind
from draftdesk.negotiating.amending import Amendment, AmendmentKind, amendments
from draftdesk.wording.labels import with_stop, without_name
from draftdesk.wording.number_words import ordinal
from draftdesk.workbench.change_report import pair_of

_NAMES: Final = {
    ParagraphKind.PREAMBULAR: "preambular paragraph",
    ParagraphKind.OPERATIVE: "operative paragraph",
    ParagraphKind.DECLARATION: "paragraph",
    ParagraphKind.HEADING: "heading",
}
_COUNTS: Final = ("", "a new", "two new", "three new", "four new", "five new", "six new", "seven new", "eight new")
_ITALIC: Final = frozenset({Mark.ITALIC})
_POINTS: Final = 12
_RENUMBERING: Final = frozenset(
    {AmendmentKind.DELETE_PARAGRAPH, AmendmentKind.INSERT_PARAGRAPHS, AmendmentKind.MOVE_PARAGRAPH}
)


def amendment_list(comparison: Comparison, remarks: Sequence[str] = ()) -> Printed:
    """The document: what the last draft would amend in the one that it is compared with.

    Raises ExportError for drafts that are alike.
    """
    pair = pair_of(comparison, len(comparison.table.steps()) - 1)
    base, other = pair.drafts
    found = amendments(pair)
    if not found:
        raise refusal(ExportError, "nothing_to_amend", name=base.name, other=other.name)
    many = "Amendments" if len(found) > 1 else "Amendment"
    title = f"{many} to draft resolution {base.symbol or base.name}"
    blocks: list[Heading | Line] = [Heading(base.title, 2)] if base.title else []
    names = _Names(base)
    for amendment in found:
        blocks += _lines(names, amendment)
    if any(one.kind in _RENUMBERING for one in found):
        blocks.append(said("Renumber the paragraphs accordingly.", Role.TEXT))
    return Printed(title, tuple(said(remark) for remark in remarks), tuple(blocks), size=_POINTS)


def _lines(names: _Names, amendment: Amendment) -> Iterator[Line]:
    where = names.of(amendment.paragraph)
    old, new = amendment.old.strip(), amendment.new.strip()
    match amendment.kind:
        case AmendmentKind.REPLACE_WORDS:
            yield said(f"In {where}, replace “{old}” with “{new}”.", Role.TEXT)
        case AmendmentKind.DELETE_WORDS:
            yield said(f"In {where}, delete “{old}”.", Role.TEXT)
        case AmendmentKind.INSERT_WORDS:
            yield said(f"In {where}, after “{old}”, insert “{new}”.", Role.TEXT)
        case AmendmentKind.DELETE_PARAGRAPH:
            yield said(f"Delete {where}.", Role.TEXT)
        case AmendmentKind.MOVE_PARAGRAPH:
            yield said(f"Move {where} {names.place(amendment.after)}.", Role.TEXT)
        case AmendmentKind.REPLACE_TEXT:
            yield said(f"Replace {where} with the following text:", Role.TEXT)
            yield from map(_reading, amendment.inserted)
        case AmendmentKind.INSERT_PARAGRAPHS:
            place = names.place(amendment.after)
            yield said(f"{place[:1].upper()}{place[1:]}, insert {_what(amendment.inserted)}:", Role.TEXT)
            yield from map(_reading, amendment.inserted)


def _what(inserted: Sequence[Paragraph]) -> str:
    kinds = {paragraph.kind for paragraph in inserted}
    name = _NAMES.get(inserted[0].kind, "subparagraph" if inserted[0].kind in SUBPARAGRAPHS else "")
    if len(kinds) > 1 or not name or len(inserted) >= len(_COUNTS):
        return "the following"
    plural = "s" if len(inserted) > 1 else ""
    return f"{_COUNTS[len(inserted)]} {name}{plural} reading"


def _reading(paragraph: Paragraph) -> Line:
    """A paragraph as it shall read, set in; operative ones without the number that they will get."""
    number = f"{with_stop(paragraph.number)} " if paragraph.kind in SUBPARAGRAPHS and paragraph.number else ""
    return Line((Words(number), *_words(paragraph)), Role.TEXT, indent=1)


def _words(paragraph: Paragraph) -> Iterator[Words]:
    """The words with their italics; marks of notes are left out."""
    for piece in pieces_of(paragraph):
        if piece.item is None:
            yield Words(piece.text, marks=piece.marks & _ITALIC)


class _Names:
    """How paragraphs of the base are called in a sentence."""

    def __init__(self, base: Draft) -> None:
        self._names: dict[int, str] = {}
        preambular = operative = 0
        over = ""
        path: list[str] = []
        for index, paragraph in enumerate(base.paragraphs):
            if paragraph.kind is ParagraphKind.PREAMBULAR:
                preambular += 1
                over = f"the {ordinal(preambular) if preambular < 200 else preambular} preambular paragraph"
                self._names[index] = over
            elif paragraph.kind is ParagraphKind.OPERATIVE:
                operative += 1
                over = f"operative paragraph {without_name(paragraph.number) or operative}"
                self._names[index] = over
            elif paragraph.kind in SUBPARAGRAPHS and over:
                depth = SUBPARAGRAPHS.index(paragraph.kind)
                path = [*path[:depth], paragraph.number]
                self._names[index] = f"{over} {' '.join(path)}".rstrip()
            else:
                self._names[index] = _other(paragraph)

    def of(self, index: int) -> str:
        """The name after "in" or "delete"."""
        return self._names.get(index, "the text")

    def place(self, index: int) -> str:
        """Where something comes that follows a paragraph."""
        return f"after {self.of(index)}" if index >= 0 else "at the beginning"


def _other(paragraph: Paragraph) -> str:
    if paragraph.kind is ParagraphKind.TITLE:
        return "the title"
    if paragraph.kind is ParagraphKind.HEADING:
        return f"the heading “{paragraph.text.strip()}”"
    if paragraph.kind is ParagraphKind.ENACTING:
        return "the enacting words"
    if paragraph.kind is ParagraphKind.CLOSING:
        return "the closing words of the list"
    if paragraph.kind is ParagraphKind.DECLARATION and paragraph.number:
        return f"paragraph {paragraph.number} of the annex"
    words = paragraph.text.split()
    return f"the passage beginning “{' '.join(words[:5])}”"
