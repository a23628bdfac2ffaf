"""Lines that a mail program or a page wrapped are joined; where each line is a paragraph they are not.

A paragraph has ended where its line ends with a mark and the next one begins a paragraph: by its label, by an
opening phrase, or because its first word would still have found room on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.known_lines import (
    front_kind,
    is_annex_line,
    is_front_line,
    is_meeting_line,
    is_session_line,
    is_single_item,
    is_sponsors_line,
    title_number,
)
from draftdesk.reading.text.lines import TextLine
from draftdesk.wording.amendment_lines import is_amendment_line, is_instruction
from draftdesk.wording.citations import DATE
from draftdesk.wording.labels import Label, LabelStyle, counted, readings, split_label
from draftdesk.wording.openings import find_opening

_WIDTHS: Final = range(20, 201)
_ENDS: Final = (".", ";", ",", ":", "。", "；", "，", "：", "؛", "،", "”", '"', ")", "]")  # fmt: skip
_AND: Final = re.compile(r"[;,؛،]\s(?:and|or|et|ou|y|o|и|или)$")
_NOTE_AT_END: Final = re.compile(r"(?<=[.;,:”\")\]])\s?(?:\[?\^?\d{1,3}\]?(?:[–,-]\s?\d{1,3})*)$")
_ON_ITS_WAY: Final = re.compile(
    r"\b(?:a|an|the|of|and|or|to|in|on|at|by|for|with|from|as|le|la|les|de|des|du|et|ou|à|au|aux|par|pour|el|los|las|del|y|o"
    r"|en|con|por|para|и|или|в|на|по|о|от|для|с)$"
)
"""A small word at the end of a line that nothing ends with."""

_TABLES: Final = re.compile(
    r":\S?\s*(?:revised )?(?:amendment|draft|projet|amendement|proyecto|enmienda|проект|поправк)"
)
"""What parts the names of sponsors from what they table."""

_PARTICIPLE: Final = re.compile(r"[A-Z][a-z]+ing [a-z]")
"""How a preambular paragraph begins whose opening no list has, in English."""

_COMMA_AT_END: Final = re.compile(r",\s?\d{0,3}\s*$")
_ARTICLE: Final = re.compile(r"(?:Article|Artículo|Статья) \d{1,3}")
_FULL: Final = 0.6
_WIDEST: Final = 0.9  # of the lines in order of length; a few may be longer
_ROOM: Final = 0.82  # of the width; letters differ in theirs
_LONGEST_LABEL: Final = 16
_LEAST_LENGTH: Final = 40  # of a line that is no label and no heading of a word or two
_LEAST_NAMES: Final = 2
_BETWEEN_NAMES: Final = (",", " and", " et", " y", " и", " of", " the")
_SENTENCE: Final = 150  # a line of this length is no title
_LONGEST_HEADING: Final = 3  # lines
_HEADING_NUMBER: Final = re.compile(r"[IVXLC]{1,6}|[A-Z]|(?:Part|Section|Annex|Chapter) [IVXLC\d]{1,6}")
_NUMBERED: Final = re.compile(r"\s*(\d{1,3})\.(?:\s|$)")
_NUMBERED_SENTENCE: Final = re.compile(r"\s*(\d{1,3})\.\s+[^\W\d_a-z]")
_INSIDE: Final = re.compile(r"[:;,] (?:and |or )?\(([a-z]{1,4})\) ")
_LETTERED: Final = (LabelStyle.LETTER, LabelStyle.ROMAN)
_BULLET: Final = re.compile(r"\s*[-–—*·•▪●◦‣][ \t\u00a0]+(?=\S)")
_DATE_LINE: Final = re.compile(DATE)
_ON_A_DAY: Final = (" on", " le", " el")
_MOST_DOUBLED: Final = 0.9
_LEAST_DOUBLED: Final = 8


def bullet(text: str) -> int:
    """The length of the bullet that a line begins with, blanks included; 0 for none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


class Joiner:
    """Joins the lines of one text, furniture and notes left out."""

    def __init__(self, lines: Sequence[TextLine], skipped: set[int], language: str) -> None:
        self._language = language
        self._skipped = skipped
        self._filled = [line for line in lines if not line.is_blank and line.number not in skipped]
        texts = [line.text.rstrip() for line in self._filled]
        self._width = sorted(map(len, texts))[int(len(texts) * _WIDEST)] if texts else 0
        self.is_wrapped = _is_wrapped(texts, self._width)
        self._is_spaced = _is_spaced(lines)
        self._is_front = True
        self._amends = any(is_amendment_line(text) for text in texts)
        self._is_doubled = self.is_wrapped and _is_doubled(lines, skipped)
        self._last_number = 0
        self._is_item_name = False

    def blocks(self) -> list[tuple[TextLine, ...]]:
        """The lines of each paragraph."""
        found: list[list[TextLine]] = []
        for at, line in enumerate(self._filled):
            if found and not self._begins(found[-1], line, self._filled[at + 1 : at + 1 + _LONGEST_HEADING]):
                found[-1].append(line)
            else:
                self._is_item_name = bool(found) and is_single_item(_together(found[-1]))
                found.append([line])
                self._last_number = _number(line.text) or self._last_number
                self._is_front = self._is_front and not self._is_of_body(line.text.strip())
        return [tuple(block) for block in found]

    def _is_of_body(self, text: str) -> bool:
        return _enacts(text) or (self._opens(text) and not is_front_line(text))

    def _begins(self, before: list[TextLine], line: TextLine, after: Sequence[TextLine]) -> bool:
        text, last = line.text.strip(), before[-1].text.rstrip()
        if len(before) == 1 and is_label_alone(last):
            return _enacts(text)
        if len(before) == 1 and (is_annex_line(last.strip()) or _ARTICLE.fullmatch(last.strip())):
            return True
        if self._is_cut(before[-1], line):
            return False
        if self._lists_sponsors(last, text) or self._counts_on(text) or _has_met(before) or _ARTICLE.fullmatch(text):
            return True
        if _DATE_LINE.fullmatch(text) and _wants_date(before[0].text.strip(), last):
            return False
        if len(before) == 1 and is_heading_number(last):
            return self._opens(text) or len(text) > self._width * _FULL * 2
        if not self.is_wrapped and self._goes_on(before[-1], line):
            return False
        return not self.is_wrapped or line.quoted != before[-1].quoted or self._begins_wrapped(before, line, after)

    def _is_cut(self, before: TextLine, line: TextLine) -> bool:
        """Whether the line above surely goes on: with a small word at its end, or as a list of sponsors."""
        text, last = line.text.strip(), before.text.rstrip()
        if line.number != before.number + 1 or split_label(text) is not None or self._opens(text):
            return False
        is_on_its_way = len(last) > _LEAST_LENGTH and _ON_ITS_WAY.search(last) is not None
        return is_on_its_way or (self._is_front and _is_of_a_list(last))

    def _goes_on(self, before: TextLine, line: TextLine) -> bool:
        """Whether a sentence that has not ended goes on below, or after what a page left in the middle of it."""
        text, last = line.text.lstrip(), before.text.rstrip()
        is_next = line.number == before.number + 1
        is_parted = any(number in self._skipped for number in range(before.number + 1, line.number))
        if not (is_next or is_parted) or split_label(text) is not None or self._opens(text):
            return False
        if is_next and self._is_spaced and len(last) > _SENTENCE and not is_meeting_line(text):
            return True
        goes_on = text[:1].islower() and (is_parted or len(last) > _LEAST_LENGTH)
        return not ends_with_mark(last) and (goes_on or len(last) > _SENTENCE)

    def _counts_on(self, text: str) -> bool:
        """Whether a line begins with the number that comes next, and a sentence: a heading above needs no end."""
        found = _NUMBERED_SENTENCE.match(text)
        return self._last_number > 0 and found is not None and int(found[1]) == self._last_number + 1

    def _is_of_title(self, lines: Sequence[TextLine], after: Sequence[TextLine]) -> bool:
        """Whether lines and those behind them, up to the enacting line and without an empty one, are a title."""
        whole = [*lines, *after]
        end = next((at for at, line in enumerate(whole) if _enacts(line.text.strip())), 0)
        are_next = all(two.number == one.number + 1 for one, two in pairwise(whole[: end + 1]))
        return end > 0 and are_next and not any(map(self._is_no_title, whole[:end]))

    def _is_no_title(self, line: TextLine) -> bool:
        text = line.text.strip()
        is_known = (
            is_front_line(text)
            or _TABLES.search(text) is not None
            or split_label(text) is not None
            or is_heading_number(text)
        )
        return is_known or ends_with_mark(text) or self._opens(text)

    def _names_item(self, before: TextLine, line: TextLine, after: Sequence[TextLine]) -> bool:
        """Whether the name of a single agenda item goes on, as it does up to an empty line or the sponsors."""
        text = line.text.strip()
        goes_on = is_session_line(text) or not self._is_no_title(line)
        if not (self._is_item_name and line.number == before.number + 1 and goes_on):
            return False
        sponsors = next((at for at, one in enumerate(after) if is_sponsors_line(one.text.strip())), None)
        above = text if not sponsors else after[sponsors - 1].text.strip()
        return not _is_of_names(text) and (sponsors is None or not above.endswith(_BETWEEN_NAMES))

    def _lists_sponsors(self, last: str, text: str) -> bool:
        """Whether a list of sponsors begins below the name of an agenda item."""
        return self._is_front and _is_of_names(text) and last.count(",") < _LEAST_NAMES

    def _begins_wrapped(self, before: list[TextLine], line: TextLine, after: Sequence[TextLine]) -> bool:
        text, last = line.text.strip(), before[-1].text.rstrip()
        if _enacts(text) or _enacts(_together(before)):
            return True
        if self._is_front and (
            self._names_item(before[-1], line, after) or self._is_of_title([*before, line], after)
        ):
            return False
        after_blank = self._is_parted(before[-1], line)
        if title_number(before[0].text) and not after_blank:
            return is_heading_number(text) or self._opens(text)
        if after_blank and (ends_with_mark(last) or not text[:1].islower()):
            return True
        is_heading = self._is_heading(before)
        if is_heading and not after_blank and len(text) <= _ROOM * self._width and self._heads(text, after):
            return False
        has_ended = ends_with_mark(last) or after_blank or is_heading
        if self._begins_by_itself(before, text, has_ended=has_ended):
            return True
        return self._begins_by_place(last, text, after, has_ended=has_ended)

    def _begins_by_itself(self, before: Sequence[TextLine], text: str, *, has_ended: bool) -> bool:
        label = split_label(text)
        if label is not None and _is_sure_label(label.style, has_ended=has_ended):
            return not _goes_on_inside(text, label, before)
        is_of_front = self._is_front and not text[:1].islower() and (is_front_line(text) or _TABLES.search(text))
        if is_of_front or (has_ended and is_meeting_line(text)):
            return True
        is_unlisted = self._last_number == 0 and _PARTICIPLE.match(text) and _COMMA_AT_END.search(before[-1].text)
        return has_ended and (self._opens(text) or bool(is_unlisted))

    def _begins_by_place(self, last: str, text: str, after: Sequence[TextLine], *, has_ended: bool) -> bool:
        """By the room that was left on the line before, or as a heading before something that begins."""
        if text[:1].islower():
            return False
        had_room = len(last) + 1 + len(text.split(" ", 1)[0]) <= _ROOM * self._width
        if had_room and (has_ended or self._opens(text) or is_heading_number(text)):
            return True
        return has_ended and (is_heading_number(text) or self._heads(text, after))

    def _heads(self, text: str, after: Sequence[TextLine]) -> bool:
        """Whether a line begins a heading: no line of it ends with a mark, and something begins after it."""
        if self._opens(text) or split_label(text) is not None or is_heading_number(text) or is_front_line(text):
            return False
        for line in after:
            if ends_with_mark(text):
                return False
            text = line.text.strip()
            if self._opens(text) or split_label(text) is not None or is_heading_number(text):
                return True
        return False

    def _is_heading(self, block: Sequence[TextLine]) -> bool:
        """Whether the lines are a heading: few, without a mark at an end, the last one with room left."""
        texts = [line.text.strip() for line in block]
        texts[0] = _without_section_label(texts[0])
        if not texts[0] and len(texts) > 1:
            texts = texts[1:]
        has_room = len(texts[-1]) <= _ROOM * self._width or is_heading_number(texts[0])
        is_short = len(texts) <= _LONGEST_HEADING and has_room
        is_plain = (
            bool(texts[0])
            and not texts[0][:1].islower()
            and split_label(texts[0]) is None
            and not self._opens(texts[0])
        )
        return is_short and is_plain and not any(map(ends_with_mark, texts))

    def _opens(self, text: str) -> bool:
        """Whether an opening begins the text, behind a bullet or typed marks too."""
        bare = text[bullet(text) :].lstrip("*_")
        return find_opening(bare, self._language) is not None or (self._amends and is_instruction(bare))

    def _is_parted(self, before: TextLine, line: TextLine) -> bool:
        """Whether an empty line parts two lines; one at the end of a page or beside furniture does not."""
        between = range(before.number + 1, line.number)
        is_across = before.page != line.page or any(number in self._skipped for number in between)
        return len(between) > 0 and not is_across and not self._is_doubled


def _is_of_a_list(line: str) -> bool:
    """Whether a line is one of a list of sponsors that goes on; nothing else on the front ends with a comma."""
    is_list = line.count(",") > 1 and len(line) > _LONGEST_LABEL
    return line.endswith(",") and (is_list or is_sponsors_line(line))


def _number(text: str) -> int:
    """The figure that a line begins with as the number of a paragraph; 0 for none."""
    found = _NUMBERED.match(text)
    return int(found[1]) if found is not None else 0


def _has_met(before: Sequence[TextLine]) -> bool:
    """Whether a paragraph names a meeting and, on its last line, the day: nothing goes on behind that."""
    is_meeting = len(before) > 1 and is_meeting_line(before[0].text.strip())
    return is_meeting and _DATE_LINE.fullmatch(before[-1].text.strip()) is not None


def _goes_on_inside(text: str, label: Label, before: Sequence[TextLine]) -> bool:
    """Whether a letter at the start of a line goes on a list in a sentence: "(a) crews; (b) towns; (c) owners"."""
    if text[label.text_start : label.text_start + 1].isupper():
        return False
    earlier = set(_INSIDE.findall(_together(before)))
    ways = [way for way in readings(label.number) if way.style in _LETTERED]
    return any(counted(way.style, way.value - 1) in earlier for way in ways if way.value > 1)


def _is_of_names(line: str) -> bool:
    """Whether a line is a list of names, such as begins a list of sponsors below an agenda item."""
    names = line.rstrip(",").split(", ")
    return len(names) > _LEAST_NAMES and all(name[:1].isupper() or name.startswith("and ") for name in names)


def _wants_date(first: str, last: str) -> bool:
    """Whether a date goes on what tells of a meeting, or of an adoption “on” a day."""
    return is_meeting_line(first) or (front_kind(first) is ParagraphKind.HEADING and last.endswith(_ON_A_DAY))


def _enacts(text: str) -> bool:
    """Whether a line is the enacting one; in small letters it is the end of a sentence about the organ."""
    return not text[:1].islower() and enacting_organ(text) is not None


def is_label_alone(line: str) -> bool:
    """Whether a line holds the number of a paragraph and nothing else, as PDF readers give it."""
    line = line.strip()
    if title_number(f"{line} ") and len(line) <= _LONGEST_LABEL:
        return True
    label = split_label(line) if len(line) <= _LONGEST_LABEL else None
    return label is not None and not line[label.end :].strip()


def _without_section_label(line: str) -> str:
    """A line without the number of a section that it begins with: "IV.", "B."."""
    label = split_label(line)
    is_section = label is not None and label.style in (LabelStyle.UPPER_ROMAN, LabelStyle.UPPER_LETTER)
    return line[label.text_start :] if label is not None and is_section else line


def is_heading_number(line: str) -> bool:
    """Whether a line holds the number of a section and nothing else: "IV", "B"."""
    return _HEADING_NUMBER.fullmatch(line.strip()) is not None


def _is_sure_label(style: LabelStyle, *, has_ended: bool) -> bool:
    """A figure or letter at the start of a wrapped line may be a year or a reference in mid-sentence."""
    return has_ended or style in (LabelStyle.PREAMBULAR, LabelStyle.OPERATIVE)


def ends_with_mark(line: str) -> bool:
    """Whether a line ends with a mark, or with "and" behind one, perhaps with the mark of a note after it."""
    bare = _NOTE_AT_END.sub("", line)
    return bare.rstrip("*_").endswith(_ENDS) or _AND.search(bare) is not None


def _is_wrapped(texts: Sequence[str], width: int) -> bool:
    """Whether the lines of a text are wrapped: its full lines, of about one width, go on in the next one."""
    full = [(line, after) for line, after in pairwise([*texts, ""]) if len(line) > _FULL * width]
    going_on = [(line, after) for line, after in full if not ends_with_mark(line)]
    in_mid_sentence = sum(
        _ON_ITS_WAY.search(line) is not None or (not after.lstrip()[:1].isupper() and split_label(after) is None)
        for line, after in going_on
    )
    return width in _WIDTHS and len(going_on) * 3 >= len(full) and in_mid_sentence * 2 >= len(going_on) > 0


def _is_spaced(lines: Sequence[TextLine]) -> bool:
    """Whether empty lines stand between paragraphs: most long lines have one below."""
    followed = [after.is_blank for line, after in pairwise(lines) if len(line.text) > _SENTENCE]
    return len(followed) >= _LEAST_DOUBLED and sum(followed) * 2 > len(followed)


def _is_doubled(lines: Sequence[TextLine], skipped: set[int]) -> bool:
    """Whether a mail program put an empty line after each line, so that those part nothing."""
    kept = [line for line in lines if line.number not in skipped]
    followed = [after.is_blank for line, after in pairwise(kept) if not line.is_blank]
    return len(followed) >= _LEAST_DOUBLED and sum(followed) > _MOST_DOUBLED * len(followed)


def _together(lines: Sequence[TextLine]) -> str:
    return " ".join(line.text.strip() for line in lines)


_OPEN_ENDS: Final = ("-", "\u2011", "/")


def joined(lines: Sequence[TextLine]) -> str:
    """Wrapped lines as one text; a hyphen at a line's end is a real one (UN texts are not hyphenated).

    The number of a section and its title, the meeting and its date stay on two lines, as Word files have them.
    """
    text = lines[0].text.rstrip()
    for number, line in enumerate(lines[1:], start=1):
        following = line.text.strip()
        if number == 1 and (is_heading_number(text) or is_meeting_line(text.strip())):
            text = f"{text.strip()}\n{following}"
        elif _goes_on_without_blank(text, following):
            text += following
        else:
            text = f"{text} {following}"
    return text


def _goes_on_without_blank(text: str, following: str) -> bool:
    if text.endswith("–"):
        return text[-2:-1].isdigit() and following[:1].isdigit()
    return text.endswith(_OPEN_ENDS) and (text[-2:-1].isalnum() or text[-2:-1] == ")") and following[:1].isalnum()
