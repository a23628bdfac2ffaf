"""A draft, a text or a PDF as the new text of a redline: what a Word paragraph needs comes from the base.

A draft derived in the program from the base says its source text in full. Anything else says its words and
numbers only: tabs, blanks, kinds of blanks and hyphens, note marks and furniture stay as the base has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from draftdesk.exporting.redline.forms import Forms
from draftdesk.exporting.redline.imports import Imports
from draftdesk.exporting.redline.keys import Keys, ObjectKey
from draftdesk.exporting.redline.lines import BaseLine, DraftLine, keyed_draft_text
from draftdesk.exporting.redline.restored import curled, restored
from draftdesk.model.change import PARAGRAPH_BREAK
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import InlineObject, Mark, ObjectKind, Paragraph, ParagraphKind, Span
from draftdesk.wording.labels import Reading, readings, without_name
from draftdesk.wording.openings import find_opening

_NUMBERED: Final = frozenset({ParagraphKind.OPERATIVE, ParagraphKind.DECLARATION})


def is_derived(draft: Draft, base: Draft) -> bool:
    """Whether a draft was made in the program from the base: it keeps ids of its paragraphs."""
    known = {paragraph.id for paragraph in base.paragraphs}
    return any(paragraph.id in known for paragraph in draft.paragraphs)


class DraftLines:
    """Makes the lines of a draft; `gone`: ids of notes of the base that a draft of another origin does not have."""

    def __init__(
        self,
        base: Draft,
        base_lines: Sequence[BaseLine],
        forms: Forms,
        imports: Imports,
        new: Draft,
        gone: frozenset[str] | None,
    ) -> None:
        self._language = base.language
        self._forms = forms
        self._imports = imports
        self.derived = gone is None
        self._base_by_id = {line.paragraph.id: line for line in base_lines if line.paragraph is not None}
        self._kin: dict[ParagraphKind, list[BaseLine]] = {}
        for line in base_lines:
            if line.paragraph is not None and line.paragraph.place is None:
                self._kin.setdefault(line.kind, []).append(line)
        self._signs = _note_signs(base_lines)
        self._gone = frozenset(sign for sign, item in self._signs.items() if item.target in (gone or ()))
        self._words: dict[int, str] = {}  # the words of lines with their objects, by the line's id
        self._is_numbered = any(one.number for one in new.paragraphs if one.kind in _NUMBERED)
        self._is_straight = not self.derived and _has_straight_quotes_only(base, new)

    def line(self, paragraph: Paragraph, keys: Keys, notes: dict[ObjectKey, str]) -> DraftLine:
        """The line of a paragraph of the draft, before it is known what it answers."""
        own = self._base_by_id.get(paragraph.id)
        text = keyed_draft_text(paragraph, keys, notes, own)
        line = DraftLine(paragraph, text, self._forms, self._imports)
        line.tells_marks = self.derived
        if own is not None and self.derived:
            return line
        if not self.derived:
            line.signs = self._signs
            self._signs |= {text[item.at]: item for item in paragraph.objects}
            words = paragraph.text_span.of(text)
            self._words[id(line)] = words = curled(words) if self._is_straight else words
            line.text = text[: paragraph.text_span.start] + words + text[paragraph.text_span.end :]
        if not self.derived or self._lacks_its_number(paragraph):
            self._set_like_kin(line)
        return line

    def answer(self, bases: Sequence[BaseLine], news: Sequence[DraftLine]) -> None:
        """Give lines that say words and numbers only what the base has beside these."""
        if self.derived:
            return
        old = PARAGRAPH_BREAK.join(_words(line) for line in bases)
        new = PARAGRAPH_BREAK.join(
            _without_number(self._words[id(line)], line.paragraph, bases[number] if number < len(bases) else None)
            for number, line in enumerate(news)
        )
        texts = restored(old, new, self._gone).split(PARAGRAPH_BREAK)
        for number, (line, text) in enumerate(zip(news, texts, strict=True)):
            base = bases[number] if number < len(bases) else None
            kin = base or self._nearest(line.kind) or bases[-1]
            prefix = self._prefix(kin, line.paragraph, answers=base is not None)
            suffix = _suffix(bases[-1]) if number == len(news) - 1 else ""
            line.text = prefix + text + suffix
            line.set_like_surroundings()

    def _prefix(self, kin: BaseLine, paragraph: Paragraph, *, answers: bool) -> str:
        """What stands before the words, with the number as the base prints numbers."""
        own = kin.paragraph.number if kin.paragraph is not None else ""
        if self.derived:
            return _prefix(kin, paragraph.number)
        number = without_name(paragraph.number)
        is_silent = not number and (not self._is_numbered or _says_number(paragraph.text, own))
        if answers and (_same_number(number, own) or is_silent):
            number = own
        return _prefix(kin, number)

    def _lacks_its_number(self, paragraph: Paragraph) -> bool:
        kin = self._nearest(paragraph.kind)
        typed = kin is not None and kin.paragraph is not None and kin.paragraph.number_span is not None
        return typed and bool(paragraph.number) and paragraph.number_span is None

    def _set_like_kin(self, line: DraftLine) -> None:
        kin = self._nearest(line.kind)
        span = line.paragraph.text_span
        prefix = self._prefix(kin, line.paragraph, answers=False) if kin is not None else line.paragraph.prefix
        line.text = prefix + line.text[span.start : span.end]
        line.shift = len(prefix) - span.start
        if self.derived:
            line.marked = tuple(
                (Span(run.span.start + line.shift, run.span.end + line.shift), run.marks)
                for run in line.paragraph.runs
            )
            return
        line.set_like_surroundings()
        opening = find_opening(line.paragraph.text, self._language)
        if opening is not None and kin is not None and _begins_italic(kin):
            span = Span(len(prefix) + opening.span.start, len(prefix) + opening.span.end)
            line.marked = ((span, frozenset({Mark.ITALIC})),)

    def _nearest(self, kind: ParagraphKind) -> BaseLine | None:
        found = self._kin.get(kind)
        return found[-1] if found else None


def _note_signs(lines: Sequence[BaseLine]) -> dict[str, InlineObject]:
    """The note marks of the base by the signs that stand for them."""
    return {
        line.text[item.at]: item
        for line in lines
        if line.paragraph is not None
        for item in line.paragraph.objects
        if item.kind in (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)
    }


def _has_straight_quotes_only(base: Draft, new: Draft) -> bool:
    """Whether the new text writes all quotes straight while the base has curly ones."""
    old_words = "".join(one.text for one in base.paragraphs)
    words = "".join(one.text for one in new.paragraphs)
    return any(sign in old_words for sign in "“”’") and not any(sign in words for sign in "“”‘’")


def _without_number(words: str, paragraph: Paragraph, base: BaseLine | None) -> str:
    """The words without the number of a section that a page has before them on the same line."""
    number = base.paragraph.number if base is not None and base.paragraph is not None else ""
    is_there = not paragraph.number and _says_number(words, number)
    return words[len(number) :].lstrip() if is_there else words


def _says_number(text: str, number: str) -> bool:
    return bool(number) and text.startswith(number) and text[len(number) : len(number) + 1].isspace()


def _same_number(one: str, other: str) -> bool:
    return one == other or bool(set(_counted(one)) & set(_counted(other)))


def _counted(number: str) -> list[Reading]:
    return list(readings(number))


def _words(line: BaseLine) -> str:
    span = line.paragraph.text_span if line.paragraph is not None else None
    return line.text if span is None else line.text[span.start : span.end]


def _prefix(line: BaseLine, number: str) -> str:
    """What stands before the words of a base paragraph, with another number."""
    paragraph = line.paragraph
    if paragraph is None:
        return ""
    prefix = line.text[: paragraph.text_span.start]
    span = paragraph.number_span
    if span is None or number == paragraph.number:
        return prefix
    before, typed, after = prefix[: span.start], prefix[span.start : span.end], prefix[span.end :]
    if number:
        return before + typed.replace(paragraph.number, number) + after
    return before + after.lstrip(".) \t")


def _begins_italic(line: BaseLine) -> bool:
    """Whether a paragraph's opening is italic and its last words are not."""
    paragraph = line.paragraph
    if paragraph is None:
        return False
    italics = [run.span for run in paragraph.runs if Mark.ITALIC in run.marks]
    start, last = paragraph.text_span.start, paragraph.text_span.end - 1
    return any(span.start <= start < span.end for span in italics) and not any(
        span.start <= last < span.end for span in italics
    )


def _suffix(line: BaseLine) -> str:
    return line.text[line.paragraph.text_span.end :] if line.paragraph is not None else ""
