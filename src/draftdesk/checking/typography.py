"""Rules of signs: quotation marks, dashes, blanks, marks of notes, italics of publications."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.patterns import Wrong, find, wrong
from draftdesk.checking.rule import Breach, Rule
from draftdesk.model.finding import Grade, Mend
from draftdesk.model.paragraph import OBJECT, Mark, ObjectKind, Paragraph, Span

_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)
_PUBLICATIONS: Final = re.compile(
    r"Official Records of the [A-Z][\w ]+?(?=,)(?:,\s(?:[\w-]+(?:\s\w+){0,2}\sSession|\d{4}))?"
    r"(?:,\sSupplement\sNo\.\s\d+[A-Z]?)?|Treaty Series|Yearbook of the United Nations"
)
_LATIN_PHRASE: Final = re.compile(r"\binter alia\b")


def _note_marks(examined: Examined) -> Iterator[Breach]:
    """A blank before the mark of a note, or the mark before a comma, semicolon or full stop."""
    for paragraph in examined.worded:
        text = paragraph.text
        for item in paragraph.objects_in_text():
            if item.kind not in _NOTE_MARKS:
                continue
            before, after = text[: item.at], text[item.at + 1 : item.at + 2]
            blanks = len(before) - len(before.rstrip(" \u00a0"))
            if blanks and before.strip():
                yield Breach(paragraph, Span(item.at - blanks, item.at + 1), OBJECT)
            elif after and after in ",;." and text[item.at - 1 : item.at] not in ",;.":
                yield Breach(paragraph, Span(item.at, item.at + 2), after + OBJECT)


def _publications(examined: Examined) -> Iterator[Breach]:
    if not examined.has_italics:
        return
    for paragraph in examined.notes:
        for found in _PUBLICATIONS.finditer(paragraph.text):
            if not _is_italic(paragraph, found.start()):
                span = Span(*found.span())
                yield Breach(paragraph, span, mend=Mend(italics=((span, True),)))


def _inter_alia(examined: Examined) -> Iterator[Breach]:
    for paragraph in examined.worded:
        opening = examined.opening(paragraph)
        for found in _LATIN_PHRASE.finditer(paragraph.text):
            if _is_italic(paragraph, found.start()) and (opening is None or found.start() >= opening.span.end):
                span = Span(*found.span())
                yield Breach(paragraph, span, mend=Mend(italics=((span, False),)))


def _is_italic(paragraph: Paragraph, at: int) -> bool:
    return any(Mark.ITALIC in run.marks and run.span.start <= at < run.span.end for run in paragraph.runs_in_text())


def _full_stops(examined: Examined) -> Iterator[Breach]:
    """A note without a full stop; the last paragraph of a note only."""
    for note in examined.draft.notes:
        last = note.paragraphs[-1] if note.paragraphs else None
        text = last.text.rstrip() if last else ""
        if last and text and text[-1] not in ".?!:)”" and not text.endswith("//") and "http" not in text[-80:]:
            yield Breach(last, Span(len(text) - 1, len(last.text)), text[-1] + ".")


def _straight(match: re.Match[str]) -> str:
    return f"“{match[1]}”"


TYPOGRAPHY: Final = (
    Rule(
        "stop_inside_quotes",
        Grade.WARNING,
        find(
            Wrong(re.compile(r"([,.])”(?![\s\ufffc]*$)"), r"”\1", in_quotes=True),
            Wrong(re.compile(r"([,;])”"), r"”\1", in_quotes=True),
        ),
        "R15, 1,823 to 4 in adopted texts",
    ),
    Rule("note_mark_place", Grade.WARNING, _note_marks, "R16, adopted texts"),
    Rule(
        "range_dash",
        Grade.WARNING,
        find(wrong(r"(?<![\w/.-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/-])", r"\1–\2")),
        "R18, 1,389 to 1 in adopted texts",
    ),
    Rule("em_dash", Grade.HINT, find(wrong(r"\s?—\s?", " – ")), "R19, 561 to none in adopted texts"),
    Rule(
        "straight_quotes",
        Grade.WARNING,
        find(
            Wrong(re.compile(r'"([^"\n]*)"'), _straight, in_quotes=True),
            Wrong(re.compile(r"(?<=\w)'(?=\w|\s|$)"), "’", in_quotes=True),
        ),
        "R20, 3,029 to none in adopted texts",
    ),
    Rule("inter_alia", Grade.HINT, _inter_alia, "R68, 1,585 in adopted texts"),
    Rule("publication_italics", Grade.HINT, _publications, "R75, issued Word files"),
    Rule("note_full_stop", Grade.HINT, _full_stops, "R43, adopted texts"),
    Rule(
        "blanks",
        Grade.WARNING,
        find(wrong(r"(?<=\S)[ \u00a0]{2,}(?=\S)", " "), Wrong(re.compile(r"(?<=\w)[ \u00a0]+(?=[;:,](?:\s|$))"), "")),
        "R78, 6 slips in all adopted texts",
    ),
)
