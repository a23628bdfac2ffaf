"""What each paragraph is in a resolution: kinds, levels and numbers from labels, openings and styles.

A resolution runs front matter, enacting line, preamble, operative part, meeting line, annexes (measured on
348 official Word files); a draft may lack any of these. Paragraphs are judged in order, with the part that
they stand in as the state. Numbers may be typed in the text or computed by the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from draftdesk.model.paragraph import HIDDEN, SUBPARAGRAPHS, Doubt, Mark, Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.reading.amended import AmendmentItems, amends
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.heading_styles import (
    LONGEST_HEADING,
    is_heading,
    is_heading_style,
    is_report_title_style,
    is_title_style,
)
from draftdesk.reading.known_lines import (
    can_be_meeting_line,
    front_kind,
    is_agenda_line,
    is_alternative_line,
    is_annex_line,
    is_article_line,
    is_meeting_line,
    is_session_line,
    is_sponsors_line,
    numbered_title,
    tells_of_meeting,
    tells_of_report,
)
from draftdesk.reading.reports import is_heading_of_report, is_report
from draftdesk.reading.seen import Seen, trimmed
from draftdesk.reading.treaty import Treaty
from draftdesk.wording.labels import Label, LabelStyle, label_after, readings, split_label
from draftdesk.wording.openings import Opening, find_opening

_NUMBER_ALONE: Final = re.compile(r"\s*([IVXLC]{1,7}|[A-Z])[ \u00a0]*\n\s*(?=\S)")
"""The number of a section on a line of its own, above its heading."""
_SUB_STYLES: Final = (LabelStyle.LETTER, LabelStyle.ROMAN, LabelStyle.ABJAD, LabelStyle.IDEOGRAPH)
_SECTION_STYLES: Final = (LabelStyle.UPPER_LETTER, LabelStyle.UPPER_ROMAN)
_HEADING_TEXT = re.compile(
    r"(?:(?:(?:Part|Section|Chapter) )?(?:[IVXLC]{1,6}|[A-Z])\n)?"
    r"[^\W\d_a-z][^\n]{0,200}[^\W_]》?|[IVXLC]{1,6}|[A-Z]|[一二三四五六七八九十]{1,3}"
)
"""How a heading looks where no style tells: a title without a stop, perhaps a number on the line above."""

_FIRST_PERSON = re.compile(r"We\b|(?:In this regard|To this end|Therefore), we\b")
_SPEAKS = re.compile(r"We\b|.*\bwe\b[^.;]{0,40}:$", re.DOTALL)
"""What leads to a declaration: "We, the States Members", "and in this regard we:"."""
_COMMAS: Final = (",", "，", "،")
_LONGEST_NUMBER: Final = 40  # of an agenda item without its name


class Placed(NamedTuple):
    """What a paragraph is: spans count in its source text."""

    kind: ParagraphKind
    text_span: Span
    level: int = 0
    number: str = ""
    number_span: Span | None = None
    doubt: Doubt | None = None

    def paragraph(self, seen: Seen, paragraph_id: ParagraphId) -> Paragraph:
        """The paragraph, with all that was seen of it."""
        return Paragraph(
            id=paragraph_id,
            kind=self.kind,
            source_text=seen.source_text,
            text_span=self.text_span,
            number=self.number,
            number_span=self.number_span,
            level=self.level,
            runs=seen.runs,
            objects=seen.objects,
            origin=seen.origin,
            style=seen.style,
            place=seen.place,
            doubts=tuple(filter(None, (self.doubt, seen.doubt))),
        )


_Told = tuple[ParagraphKind, Doubt | None]
"""What a paragraph is, and why that is not sure."""

_FRONT, _PREAMBLE, _OPERATIVE, _AFTER, _ANNEX = range(5)
"""The parts of a resolution; no enumeration, as its members are looked up slowly before Python 3.12."""

_LATE: Final = (_AFTER, _ANNEX)


def structured(seen: Sequence[Seen], language: str) -> list[Placed]:
    """What each paragraph is, in order."""
    judge = _Judge(seen, language)
    return [judge.placed(index) for index in range(len(seen))]


class _Judge:
    """Goes through the paragraphs once; remembers the part and the open subparagraphs."""

    def __init__(self, seen: Sequence[Seen], language: str) -> None:
        self._seen = seen
        self._language = language
        self._has_enacting = any(
            enacting_organ(one.source_text.strip()) for one in seen if len(one.source_text) < 200
        )
        self._items = AmendmentItems(language) if not self._has_enacting and amends(seen) else None
        self._is_report = not self._has_enacting and self._items is None and is_report(seen, language)
        self._part = _FRONT
        self._index = 0
        self._lists: list[str] = []  # the last number of each open list of subparagraphs, outermost first
        self._has_title = False
        self._last_number = 0
        self._treaty = Treaty(language)
        self._declares = False  # whether States speak, or articles stand, rather than an organ decides

    def placed(self, index: int) -> Placed:
        self._index = index
        seen = self._seen[index]
        label = self._label(seen, self._last_number)
        if label is not None and label.style is LabelStyle.ARABIC and label.number.isdecimal():
            self._last_number = int(label.number)
        typed = label if not seen.automatic_number else None
        span = trimmed(seen.source_text, typed.end if typed else seen.lead)
        kind, doubt = self._kind(seen, span.of(seen.source_text), label)
        if label is None or kind in HIDDEN:
            return Placed(kind, trimmed(seen.source_text, seen.lead), doubt=doubt)
        level = SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0
        if typed is not None and "[" in seen.source_text[seen.lead : typed.start]:
            # or no view shows the bracket
            return Placed(kind, trimmed(seen.source_text, seen.lead), level, doubt=doubt)
        number_span = Span(typed.start, typed.end) if typed else None
        return Placed(kind, span, level, label.number, number_span, doubt)

    @staticmethod
    def _label(seen: Seen, last: int = 0) -> Label | None:
        if seen.place is not None or seen.is_furniture:
            return None
        line = f"{seen.automatic_number}\t" if seen.automatic_number else seen.source_text
        title = numbered_title(line)
        if title is not None:
            return Label(title[1], LabelStyle.ARABIC, title.start(1), len(line[: title.end()].rstrip()), title.end())
        alone = _NUMBER_ALONE.match(line)
        is_alone = alone is not None and (is_heading(seen) or (not seen.style and _HEADING_TEXT.fullmatch(line)))
        if alone is not None and is_alone and (ways := readings(alone[1])):
            return Label(alone[1], ways[0].style, alone.start(1), alone.end(1), alone.end())
        label = split_label(line[seen.lead :]) or label_after(line[seen.lead :], last)
        if label is None or label.style is LabelStyle.BULLET:
            return None
        lead = seen.lead
        if not lead:
            return label
        return replace(label, start=label.start + lead, end=label.end + lead, text_start=label.text_start + lead)

    def _kind(self, seen: Seen, text: str, label: Label | None) -> _Told:
        if seen.is_furniture:
            return ParagraphKind.FURNITURE, None
        if not text.strip("\ufffc "):
            return (ParagraphKind.FURNITURE if text else ParagraphKind.BLANK), None
        if seen.place is not None:
            return ParagraphKind.CELL, None
        if enacting_organ(text) is not None and label is None:
            self._part, self._lists, self._declares = _PREAMBLE, [], False
            self._treaty.leave()
            return ParagraphKind.ENACTING, None
        if label is None and self._treaty.begins(text):
            self._part, self._lists, self._declares = _PREAMBLE if self._part == _FRONT else _ANNEX, [], True
            return ParagraphKind.BODY, None
        if self._items is not None and self._items.begins(text, label, has_title=self._has_title):
            return self._item(self._items, seen, text, label)
        if self._part == _FRONT:
            return self._front(seen, text, label)
        return self._body(seen, text, label)

    def _front(self, seen: Seen, text: str, label: Label | None) -> _Told:
        known = self._front_by_words(text, label)
        if known is not None:
            return known, None
        if label is not None and "/" in label.number:
            return self._title()
        if self._has_title and label is not None and label.style in _SECTION_STYLES and len(text) < LONGEST_HEADING:
            return ParagraphKind.HEADING, None
        if not self._has_enacting and self._starts_body(text, label):
            self._has_title = self._has_title or self._is_report  # what is bold from here on is a heading
            return self._body(seen, text, label)
        if is_title_style(seen.style) or (self._is_report and is_report_title_style(seen.style)):
            return self._title()
        if not self._has_title and self._stands_as_title(seen):
            return self._title(None if self._items is not None else Doubt.KIND_BY_LOOKS)
        return self._front_by_looks(seen), None if self._is_report else Doubt.KIND_BY_PLACE

    def _front_by_words(self, text: str, label: Label | None) -> ParagraphKind | None:
        kind = front_kind(text)
        can_be_note = label is None and (self._has_enacting or tells_of_report(text))
        if kind is not None and (can_be_note or kind is not ParagraphKind.SOURCE_NOTE):
            return kind
        return ParagraphKind.SESSION if label is None and is_session_line(text) else None

    def _item(self, items: AmendmentItems, seen: Seen, text: str, label: Label | None) -> _Told:
        if label is not None and label.style in _SUB_STYLES:
            return self._subparagraph(label), None
        self._lists = []
        if is_heading(seen) or (label is not None and label.style in _SECTION_STYLES):
            return ParagraphKind.HEADING, None
        return items.kind(text, is_numbered=label is not None, is_italic=_is_italic_at_start(seen, text))

    def _front_by_looks(self, seen: Seen) -> ParagraphKind:
        if is_heading_of_report(seen) if self._is_report else is_heading(seen):
            return ParagraphKind.HEADING if self._has_title else ParagraphKind.AGENDA
        return ParagraphKind.AGENDA if self._is_after_agenda_number() else ParagraphKind.BODY

    def _title(self, doubt: Doubt | None = None) -> _Told:
        kind = ParagraphKind.HEADING if self._has_title else ParagraphKind.TITLE
        self._has_title = True
        return kind, doubt

    def _starts_body(self, text: str, label: Label | None) -> bool:
        has_number = label is not None and label.style not in _SECTION_STYLES
        if has_number or is_article_line(text) or is_alternative_line(text):
            return True
        return find_opening(text, self._language) is not None

    def _is_after_agenda_number(self) -> bool:
        """Whether the paragraph before is the number of an agenda item, so that this one is its name."""
        above = self._above()
        return is_agenda_line(above) and len(above) < _LONGEST_NUMBER

    def _stands_as_title(self, seen: Seen) -> bool:
        """Whether this is the title by its place; an amendment has no enacting line, but its sponsors above it."""
        if self._has_enacting:
            return self._stands_before_enacting()
        is_title = is_heading(seen) or (not seen.style and _HEADING_TEXT.fullmatch(seen.source_text) is not None)
        return is_title and is_sponsors_line(self._above().strip())

    def _above(self) -> str:
        """The paragraph with text before this one, "" for none."""
        before = (self._seen[k] for k in range(self._index - 1, -1, -1))
        return next((one.source_text for one in before if not one.is_furniture and one.source_text.strip()), "")

    def _stands_before_enacting(self) -> bool:
        """Whether the next paragraph with text is the enacting line, so that this one is the title."""
        after = (self._seen[k] for k in range(self._index + 1, len(self._seen)))
        following = next((one for one in after if one.source_text.strip("\ufffc \t\n")), None)
        return following is not None and enacting_organ(following.source_text.strip()) is not None

    def _body(self, seen: Seen, text: str, label: Label | None) -> _Told:
        if self._is_meeting_line(seen, text, label):
            self._part, self._lists = _AFTER, []
            return ParagraphKind.MEETING_LINE, None
        if label is None and is_annex_line(text):
            self._part, self._lists = _ANNEX, []
            self._treaty.leave()
            return ParagraphKind.ANNEX_TITLE, None
        if is_article_line(text):
            self._declares = True
            self._treaty.end_preamble()
            self._part = max(self._part, _OPERATIVE)
            return ParagraphKind.ARTICLE, None
        if is_alternative_line(text):
            self._lists = self._lists if "{" in text else []  # a note between the lines ends no list
            return ParagraphKind.HEADING, None
        if label is None:
            return self._unlabelled(seen, text)
        return self._labelled(seen, text, label)

    def _is_meeting_line(self, seen: Seen, text: str, label: Label | None) -> bool:
        if label is not None or not can_be_meeting_line(text):
            return False
        if self._part == _ANNEX:  # that of a decision whose annex it follows
            return is_meeting_line(text) and tells_of_meeting(text)
        if self._part != _OPERATIVE:
            return False
        return seen.alignment in ("right", "end") or tells_of_meeting(text)

    def _unlabelled(self, seen: Seen, text: str) -> _Told:
        self._declares = self._declares or _SPEAKS.match(text) is not None
        opening = find_opening(text, self._language)
        looks_so = not seen.style and opening is None and _HEADING_TEXT.fullmatch(text) is not None
        if is_heading(seen) or (looks_so and self._part != _FRONT):
            self._lists = []
            self._treaty.end_preamble()
            return ParagraphKind.HEADING, None if seen.style else Doubt.KIND_BY_LOOKS
        return self._running(seen, text, opening)

    def _running(self, seen: Seen, text: str, opening: Opening | None) -> _Told:
        if self._treaty.speaks:
            return self._treaty.unnumbered(text, in_list=bool(self._lists)), None
        is_italic = _is_italic_at_start(seen, text)
        is_before_operative = self._part in (_PREAMBLE, _FRONT)
        if is_before_operative and opening is not None:  # one form serves both parts in Chinese
            is_chinese = self._language == "zh" and self._number_follows()
            if _ends_with_comma(text) or is_chinese:
                return self._preambular()
        if opening is not None and opening.kind is ParagraphKind.OPERATIVE and self._part not in _LATE:
            self._part, self._lists = _OPERATIVE, []
            return ParagraphKind.OPERATIVE, None if is_italic else Doubt.KIND_BY_OPENING
        if self._part in _LATE:
            return ParagraphKind.BODY, None
        if opening is not None or (is_italic and self._part != _OPERATIVE):
            return self._preambular()
        if self._part == _OPERATIVE and self._lists:
            return ParagraphKind.CLOSING, Doubt.KIND_BY_PLACE
        if is_before_operative and _ends_with_comma(text):
            return self._preambular(Doubt.KIND_BY_PLACE)
        return ParagraphKind.BODY, None if self._declares else Doubt.KIND_BY_PLACE

    def _number_follows(self) -> bool:
        """Whether a numbered paragraph comes before the next enacting line, so that the preamble still goes on."""
        for one in self._seen[self._index + 1 :]:
            if enacting_organ(one.source_text.strip()) is not None:
                return False
            label = self._label(one)
            if label is not None and label.style is LabelStyle.ARABIC:
                return True
        return False

    def _preambular(self, doubt: Doubt | None = None) -> _Told:
        self._part = _PREAMBLE if self._part == _FRONT else self._part
        return ParagraphKind.PREAMBULAR, doubt

    def _labelled(self, seen: Seen, text: str, label: Label) -> _Told:
        if label.style in _SUB_STYLES or (label.number.endswith(")") and label.style is LabelStyle.ARABIC):
            return self._subparagraph(label), None
        self._lists = []
        if label.style is LabelStyle.PREAMBULAR:
            return self._preambular()
        self._treaty.end_preamble()
        if label.style is LabelStyle.OPERATIVE:
            self._part = _OPERATIVE
            return ParagraphKind.OPERATIVE, None
        if label.style in _SECTION_STYLES or "/" in label.number:
            return (ParagraphKind.HEADING if len(text) < LONGEST_HEADING else ParagraphKind.BODY), None
        return self._numbered(seen, text)

    def _numbered(self, seen: Seen, text: str) -> _Told:
        if is_heading_style(seen.style):
            return ParagraphKind.HEADING, None
        opening = find_opening(text, self._language)
        is_italic = _is_italic_at_start(seen, text)
        has_opening = opening is not None and opening.kind is ParagraphKind.OPERATIVE
        is_operative = (is_italic or has_opening) and not (self._treaty.speaks or self._is_report)
        if _FIRST_PERSON.match(text) and not is_operative:
            return ParagraphKind.DECLARATION, None
        if is_operative:
            if self._part not in _LATE:
                self._part = _OPERATIVE
            return ParagraphKind.OPERATIVE, None
        if self._part == _ANNEX or self._declares:
            self._part = max(self._part, _OPERATIVE)
            return ParagraphKind.DECLARATION, None
        if self._part in (_AFTER, _FRONT):
            return ParagraphKind.DECLARATION, None if self._is_report else Doubt.KIND_BY_NUMBER
        self._part = _OPERATIVE
        return ParagraphKind.OPERATIVE, Doubt.KIND_BY_NUMBER

    def _subparagraph(self, label: Label) -> ParagraphKind:
        """The level of a subparagraph: its number goes on in an open list or opens one a level deeper."""
        ways = readings(label.number)
        bracketed = label.number.endswith(")")
        # "(b)" goes on after "(a)" rather than after "a." two levels down.
        alike = [depth for depth, last in enumerate(self._lists) if last.endswith(")") is bracketed]
        others = [depth for depth in range(len(self._lists)) if depth not in alike]
        for depth in (*reversed(alike), *reversed(others)):
            past = {(way.style, way.value) for way in readings(self._lists[depth])}
            if any((way.style, way.value - 1) in past or (way.insert or way.alt) for way in ways):
                self._lists = [*self._lists[:depth], label.number]
                return _sub(depth)
        if any(way.value == 1 for way in ways):
            self._lists = [*self._lists, label.number]
            return _sub(len(self._lists) - 1)
        styles = {way.style for way in ways}
        same = [d for d, number in enumerate(self._lists) if styles & {way.style for way in readings(number)}]
        depth = same[-1] if same else len(self._lists)
        self._lists = [*self._lists[:depth], label.number]
        return _sub(depth)


def _is_italic_at_start(seen: Seen, text: str) -> bool:
    """Whether the text of a paragraph, behind its number, begins in italics."""
    return seen.is_marked_at(seen.source_text.find(text), Mark.ITALIC)


def _ends_with_comma(text: str) -> bool:
    """Whether a text ends with a comma, with or without the mark of a footnote after it."""
    return text.rstrip("\ufffc ").endswith(_COMMAS)


def _sub(depth: int) -> ParagraphKind:
    return SUBPARAGRAPHS[min(depth, len(SUBPARAGRAPHS) - 1)]
