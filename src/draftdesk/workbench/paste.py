"""What comes from the clipboard, cleaned: hard wraps joined, fonts dropped, numbers taken off.

Bold, italics and highlighting, which the form does not fix, are kept. Word, mail and web pages give HTML with whole
paragraphs; PDF readers and terminals give lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from draftdesk.drafting.pasting import Piece
from draftdesk.model.paragraph import (
    OBJECT,
    SUBPARAGRAPHS,
    Mark,
    Origin,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.reading.seen import Seen
from draftdesk.reading.structure import structured
from draftdesk.reading.text.plain import draft_of_text
from draftdesk.reading.web_page.styles import marks_said
from draftdesk.wording.labels import split_label
from draftdesk.wording.openings import find_opening

_BLOCKS: Final = frozenset(
    {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "br", "table", "ul", "ol"}
    | {"dd", "dt", "pre"}
)
_UNSEEN: Final = frozenset({"style", "script", "head", "title", "xml", "del"})
_NOTE_MARK: Final = re.compile(r"\s*(?:\[?\d{1,3}\]?|\*+)\s*")
_VOID: Final = frozenset(["br", "img", "hr", "meta", "link", "input", "col", "area", "base", "wbr", "source"])
_LIST_MARK: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_CLUTTER: Final = re.compile("[\u200b\u200c\u2060\ufeff\u00ad" + OBJECT + "\x00-\x08\x0b\x0c\x0e-\x1f]")
_ENDS: Final = (".", ";", ",", ":", "。", "；", "，", "：", "؛", "،", "?", "!")
_KEPT: Final = frozenset(
    {ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.HEADING, *SUBPARAGRAPHS, ParagraphKind.CLOSING}
)
_KEPT_MARKS: Final = frozenset({Mark.ITALIC, Mark.BOLD, Mark.HIGHLIGHT})


def pasted_paragraphs(plain: str, rich: str, kind: ParagraphKind, language: str = "en") -> tuple[Piece, ...]:
    """The paragraphs of a clipboard with text `plain` and HTML `rich` ("" for none), for a place of a kind."""
    lines = _rich_lines(rich) if rich else []
    if not lines or (len(lines) < len(plain.strip().splitlines()) and not _has_marks(lines)):
        lines = _plain_lines(plain)
    lines = _unwrapped(lines)
    if len(lines) == 1:
        return (_single(lines[0], kind, language),)
    seen = [Seen(line.text, Origin("text", number), runs=line.runs) for number, line in enumerate(lines)]
    placed = structured(seen, language)
    found = [p.paragraph(s, ParagraphId("", n)) for n, (s, p) in enumerate(zip(seen, placed, strict=True))]
    return tuple(_piece(paragraph, kind, language) for paragraph in found if paragraph.text.strip())


@dataclass(slots=True)
class _Line:
    text: str = ""
    runs: tuple[Run, ...] = ()


def _has_marks(lines: Sequence[_Line]) -> bool:
    return any(line.runs for line in lines)


def _piece(paragraph: Paragraph, kind: ParagraphKind, language: str) -> Piece:
    is_sure = paragraph.number or find_opening(paragraph.text, language) is not None
    own = paragraph.kind if paragraph.kind in _KEPT and (is_sure or paragraph.kind is ParagraphKind.HEADING) else kind
    return Piece(paragraph.text, own, paragraph.runs_in_text())


def _single(line: _Line, kind: ParagraphKind, language: str) -> Piece:
    """Words within a paragraph; a number goes only where an opening follows it."""
    label = split_label(line.text)
    goes = label is not None and "[" not in line.text[: label.start]
    start = label.text_start if label and goes and find_opening(line.text[label.text_start :], language) else 0
    return Piece(line.text[start:], kind, _moved(line.runs, -start))


def _moved(runs: Sequence[Run], by: int) -> tuple[Run, ...]:
    moved = (Run(Span(max(0, run.span.start + by), run.span.end + by), run.marks) for run in runs)
    return tuple(run for run in moved if run.span.end > run.span.start)


def _plain_lines(plain: str) -> list[_Line]:
    text = _CLUTTER.sub("", plain.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))
    if "\n" not in text.strip():
        return [_Line(_one_blank(text))] if text.strip() else []
    draft = draft_of_text(text, "", "pasted")
    return [_Line(_one_blank(draft.paragraphs[index].source_text).strip()) for index in draft.visible]


def _one_blank(text: str) -> str:
    return re.sub(r"[ \t]+", " ", text)


def _unwrapped(lines: Sequence[_Line]) -> list[_Line]:
    """A line that goes on in the middle of a sentence is no paragraph of its own."""
    found: list[_Line] = []
    for line in lines:
        goes_on = line.text[:1].islower() and split_label(line.text) is None
        if found and goes_on and not found[-1].text.rstrip().endswith(_ENDS):
            before = found[-1]
            shift = len(before.text) + 1
            found[-1] = _Line(f"{before.text} {line.text}", (*before.runs, *_moved(line.runs, shift)))
        else:
            found.append(line)
    return found


def _rich_lines(rich: str) -> list[_Line]:
    reader = _Reader()
    reader.feed(rich)
    reader.close()
    return [line for line in reader.lines() if line.text]


@dataclass(slots=True)
class _Open:
    """An element that is open: its tag, and the marks of the text in it."""

    tag: str
    marks: frozenset[Mark] = frozenset()
    is_unseen: bool = False


@dataclass(slots=True)
class _Gathered:
    pieces: list[tuple[str, frozenset[Mark]]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Paragraphs of HTML with the marks that a hand sets; fonts, colours and pictures are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[_Open] = []
        self._gathered = [_Gathered()]

    @property
    def _marks(self) -> frozenset[Mark]:
        return self._stack[-1].marks if self._stack else frozenset()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = dict(attrs).get("style") or ""
        marks = self._marks
        for mark, is_set in marks_said(tag, style).items():
            marks = marks | {mark} if is_set else marks - {mark}
        if tag in _BLOCKS:
            self._gathered.append(_Gathered())
        if tag not in _VOID:
            self._stack.append(_Open(tag, marks & _KEPT_MARKS, tag in _UNSEEN or bool(_LIST_MARK.search(style))))

    @override
    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self._stack):
            while self._stack.pop().tag != tag:
                pass
        if tag in _BLOCKS:
            self._gathered.append(_Gathered())

    @override
    def handle_data(self, data: str) -> None:
        is_mark = any(one.tag == "sup" for one in self._stack) and _NOTE_MARK.fullmatch(data) is not None
        if not is_mark and not any(one.is_unseen for one in self._stack):
            self._gathered[-1].pieces.append((_CLUTTER.sub("", data), self._marks))

    def lines(self) -> Iterator[_Line]:
        """What was read, a line for each paragraph."""
        for gathered in self._gathered:
            text, runs = "", []
            for words, marks in gathered.pieces:
                shown = re.sub(r"[ \t\n\r]+", " ", words)
                if not text or text.endswith(" "):
                    shown = shown.lstrip(" ")
                if marks and shown.strip():
                    runs.append(Run(Span(len(text), len(text) + len(shown.rstrip(" "))), marks))
                text += shown
            yield _Line(text.rstrip(" "), tuple(runs))
