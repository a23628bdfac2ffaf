"""How the window calls paragraphs and drafts: "PP 5", "OP 4 (a)", "Rev.1"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import PurePath
from typing import Final, NamedTuple

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, CellPlace, Paragraph, ParagraphKind
from draftdesk.translation import language_in_use, later, tr
from draftdesk.wording.labels import without_name
from draftdesk.wording.speakers import speaks_as_we

KIND_NAMES: dict[ParagraphKind, str] = {
    ParagraphKind.TITLE: later("Title"),
    ParagraphKind.SESSION: later("Session"),
    ParagraphKind.AGENDA: later("Agenda item"),
    ParagraphKind.SPONSORS: later("Sponsors"),
    ParagraphKind.SOURCE_NOTE: later("Source note"),
    ParagraphKind.HEADING: later("Heading"),
    ParagraphKind.ENACTING: later("Enacting words"),
    ParagraphKind.PREAMBULAR: later("Preambular paragraph"),
    ParagraphKind.OPERATIVE: later("Operative paragraph"),
    ParagraphKind.SUB1: later("Subparagraph (a), (b)…"),
    ParagraphKind.SUB2: later("Subparagraph (i), (ii)…"),
    ParagraphKind.SUB3: later("Subparagraph, third level"),
    ParagraphKind.SUB4: later("Subparagraph, fourth level"),
    ParagraphKind.CLOSING: later("Closing words"),
    ParagraphKind.DECLARATION: later("Declaration paragraph"),
    ParagraphKind.ARTICLE: later("Article"),
    ParagraphKind.ANNEX_TITLE: later("Annex title"),
    ParagraphKind.MEETING_LINE: later("Meeting line"),
    ParagraphKind.CELL: later("Table cell"),
    ParagraphKind.FOOTNOTE: later("Footnote"),
    ParagraphKind.BODY: later("Other text"),
    ParagraphKind.FURNITURE: later("Page furniture (hidden)"),
    ParagraphKind.BLANK: later("Blank (hidden)"),
}

PLAIN_NAME: Final = later("Numbered paragraph")
"""What a declaration paragraph is called where nothing is declared."""

_ADDITION = re.compile(r"(?:Rev|Add|Corr|Amend)\.\d+(?:/(?:Rev|Add|Corr|Amend)\.\d+)*$")


_LEADS: Final = frozenset({ParagraphKind.DECLARATION, ParagraphKind.ARTICLE, ParagraphKind.ANNEX_TITLE})
"""Kinds below which subparagraphs are no longer those of an operative paragraph."""

_MOST_SPEAKING: Final = 10
"""In a report "We" begins one paragraph in ten at most, as a quotation may."""

WORKING_NAME: Final = later("Working draft")
"""The name that the working draft is kept under."""


class ParagraphName(NamedTuple):
    """`full` names it anywhere ("OP 4 (a)"), `margin` beside its text ("4"), `lead` inside it ("(a)")."""

    full: str
    margin: str = ""
    lead: str = ""
    is_counted: bool = True

    @property
    def printed(self) -> str:
        """The number as the reader sees it, for "was 4"; "" for a document's own number before its title."""
        return (self.lead or self.margin.removeprefix("PP ")) if self.is_counted else ""

    @property
    def in_text(self) -> str:
        """The number that the text itself has; preambular paragraphs are only counted beside it."""
        return "" if self.margin.startswith("PP ") else self.printed


def has_plain_paragraphs(draft: Draft) -> bool:
    """Whether numbered paragraphs are just that: nobody enacts, decides or declares, as in a report or a treaty."""
    numbered = speaking = 0
    for paragraph in draft.paragraphs:
        kind = paragraph.kind
        if kind in (ParagraphKind.ENACTING, ParagraphKind.OPERATIVE):
            return False
        if kind in (ParagraphKind.DECLARATION, ParagraphKind.BODY):
            numbered += kind is ParagraphKind.DECLARATION
            speaking += speaks_as_we(paragraph.text)
    return numbered > _MOST_SPEAKING * speaking


def kind_name(kind: ParagraphKind, *, is_plain: bool = False) -> str:
    """The name of a kind, in a text whose numbered paragraphs are plain or not."""
    return tr(PLAIN_NAME if is_plain and kind is ParagraphKind.DECLARATION else KIND_NAMES[kind])


def paragraph_names(draft: Draft) -> tuple[ParagraphName, ...]:
    """The names of all paragraphs of a draft, in order."""
    names: list[ParagraphName] = []
    preambular = operative = 0
    annex, is_plain = "", has_plain_paragraphs(draft)
    path: list[str] = [""]
    for paragraph in draft.paragraphs:
        if paragraph.kind is ParagraphKind.ANNEX_TITLE:
            annex, preambular = " ".join(paragraph.text.split()), 0
        if paragraph.kind is ParagraphKind.PREAMBULAR:
            preambular += 1
            name = _preambular(preambular, annex)
            path = [name.full]
        elif paragraph.kind is ParagraphKind.OPERATIVE:
            operative += 1
            name = _operative(paragraph.number, operative)
            path = [name.full]
        elif paragraph.kind in SUBPARAGRAPHS:
            level = SUBPARAGRAPHS.index(paragraph.kind) + 1
            lead = f"({paragraph.number.strip('()')})" if paragraph.number else "–"
            path = [*(path + [""] * level)[:level], lead]
            name = ParagraphName(" ".join(part for part in path if part), lead=lead)
        else:
            name = _other(paragraph, is_plain=is_plain)
            if paragraph.kind in _LEADS:
                path = [name.full if paragraph.number else ""]
        names.append(name)
    return tuple(names)


@lru_cache(maxsize=4096)
def _preambular(count: int, annex: str) -> ParagraphName:
    """The name of a preambular paragraph by its place; that of a treaty in an annex says which annex."""
    return ParagraphName(f"{annex} PP {count}".lstrip(), f"PP {count}")


@lru_cache(maxsize=8192)
def _operative(printed: str, count: int) -> ParagraphName:
    """The name of an operative paragraph by its number, else by its place; drafts side by side share most names."""
    number = without_name(printed) or str(count)
    return ParagraphName(f"OP {number}", number)


def cell_name(place: CellPlace) -> str:
    """The name of a cell as spreadsheets have it, "B3", of a further table with its number: "2.B3"."""
    column, letters = place.column + 1, ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{place.table + 1}." * bool(place.table) + f"{letters}{place.row + 1}"


def _other(paragraph: Paragraph, *, is_plain: bool) -> ParagraphName:
    kind = kind_name(paragraph.kind, is_plain=is_plain)
    if paragraph.place is not None and paragraph.kind is ParagraphKind.CELL:
        own = cell_name(paragraph.place)
        return ParagraphName(f"{kind} {own}", own, is_counted=False)
    if not paragraph.number:
        return ParagraphName(kind)
    if paragraph.kind is ParagraphKind.TITLE:
        return ParagraphName(kind, lead=f"{paragraph.number}.", is_counted=False)
    is_counted_plainly = is_plain and paragraph.kind is ParagraphKind.DECLARATION
    name = tr("Paragraph") if is_counted_plainly else kind.split(maxsplit=1)[0]
    return ParagraphName(f"{name} {paragraph.number}", paragraph.number)


def draft_title(draft: Draft) -> str:
    """What stands at the head of its column: a given name, the symbol, else the file's without its suffix."""
    return draft.called or draft.symbol or _stem(draft)


def draft_titles(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """The titles of columns; drafts that bear the same symbol are told apart by the names of their files."""
    return _apart(drafts, (draft_title, _stem))


def short_names(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Names for sentences, "L.27", "Rev.1", "79/418"; each as short as tells the draft from all others."""
    return _apart(drafts, (lambda draft: draft.called or _short(draft_title(draft)), draft_title, _stem))


def _stem(draft: Draft) -> str:
    """The file's name without its suffix; the working draft, which has no file, by a name of the interface."""
    return tr(draft.name) if draft.name == WORKING_NAME else PurePath(draft.name).stem or draft.name


def _apart(drafts: Sequence[Draft], ways: Sequence[Callable[[Draft], str]]) -> tuple[str, ...]:
    """For each draft the first way of naming by which no other has the same name; the last one is numbered."""
    names: list[str] = [""] * len(drafts)
    for way in ways:
        every = [way(draft) for draft in drafts]
        for k, name in enumerate(every):
            if not names[k] and every.count(name) == 1 and name not in names:
                names[k] = name
    last = [ways[-1](draft) for draft in drafts]
    return tuple(name or f"{last[k]} ({last[: k + 1].count(last[k])})" for k, name in enumerate(names))


def _short(title: str) -> str:
    addition = _ADDITION.search(title)
    if addition is not None:
        return addition[0]
    if title.startswith("A/RES/"):
        return title.removeprefix("A/RES/")
    limited = re.search(r"/(L\.\d+)$", title)
    if limited is not None:
        return limited[1]
    return title


def range_name(names: Sequence[str]) -> str:
    """The name of a run: "OP 6", "OP 1 and OP 2", "PP 1 to PP 4"."""
    distinct = list(dict.fromkeys(names))
    if len(distinct) == 1:
        return distinct[0]
    between = tr("{first} and {last}") if len(distinct) == 2 else tr("{first} to {last}")
    return between.format(first=distinct[0], last=_within(distinct[-1]))


def _within(name: str) -> str:
    """A name inside a sentence: that of a kind without its capital, a number as it is."""
    return name[:1].lower() + name[1:] if name in _kind_names(language_in_use()) else name


@cache
def _kind_names(_language: str) -> frozenset[str]:
    """The names of kinds in the language in use: asked for each fold after each edit."""
    return frozenset(map(tr, (*KIND_NAMES.values(), PLAIN_NAME)))


def listed_names(names: Sequence[str]) -> str:
    """Names one after the other: "OP 4", "OP 4 and OP 5", "OP 4, OP 5 and OP 6"."""
    *others, last = dict.fromkeys(names)
    return tr("{first} and {last}", first=", ".join(others), last=last) if others else last
