"""Lines that pdftotext gives in another order than they stand on the page.

A number whose text it takes for a column of its own stands on a line by itself. Where it does so with the first line
of a paragraph alone, the last line of that paragraph comes before the first: "3.", "session.", "Decides that ...
during the". Of two such numbers in a row both come before both texts: "(h)", "V.", "Reviews.", "Assessment of risk".
The number may also stand behind the first line, "Welcomes the decision to give a", "7.", "part of". The mark of a
note that rises at the end of a page stands on a line of its own above the rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from draftdesk.reading.page_furniture import is_rule_of_signs
from draftdesk.reading.text.hard_lines import ends_with_mark
from draftdesk.reading.text.lines import TextLine
from draftdesk.wording.labels import split_label
from draftdesk.wording.openings import find_opening

_MARK: Final = re.compile(r"\d{1,3}")
_LEAST_LENGTH: Final = 30
_LONGEST_LABEL: Final = 8
_LONGEST_TAIL: Final = 60
_LONGEST_PAGE_NUMBER: Final = 12
_NEXT_LINES: Final = 8


def in_order(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, those behind a number alone as they stand on the page."""
    found = list(lines)
    for at in range(len(found) - 1):
        if _is_mark_at_end(found, at):
            found[at - 1 : at + 1] = [
                replace(found[at - 1], text=f"{found[at - 1].text.rstrip()} {found[at].text.strip()}"),
                replace(found[at], text=""),
            ]
        if not _is_label_alone(found[at].text):
            continue
        if _is_behind_first_line(found, at):
            found[at - 1], found[at] = found[at], found[at - 1]
        elif _is_label_alone(found[at + 1].text):
            _put_texts_behind_numbers(found, at)
        elif found[at].text.strip()[:1].isdigit() and _is_tail(found[at + 1].text):
            _put_first_line_first(found, at)
    return found


def _is_mark_at_end(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is a figure alone, below a line of the text and above the rule of the notes."""
    if not _MARK.fullmatch(lines[at].text.strip()) or at == 0 or len(lines[at - 1].text) < _LEAST_LENGTH:
        return False
    below = _filled_behind(lines, at + 1)
    return lines[at + 1].is_blank and bool(below) and is_rule_of_signs(lines[below[0]].text)


def _is_behind_first_line(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a number alone stands behind the line with which its paragraph opens, which goes on below."""
    first, rest = lines[at - 1].text.strip() if at else "", lines[at + 1].text.strip()
    if not lines[at].text.strip()[:1].isdigit() or find_opening(first) is None or ends_with_mark(first):
        return False
    is_begun = at < 2 or lines[at - 2].is_blank or ends_with_mark(lines[at - 2].text.rstrip())
    return is_begun and bool(rest) and find_opening(rest) is None


def _put_texts_behind_numbers(lines: list[TextLine], at: int) -> None:
    """The text behind two numbers goes between them."""
    places = _filled_behind(lines, at + 2)
    if len(places) > 1 and all(_stands_alone(lines, place) for place in places[:2]):
        lines.insert(at + 1, lines.pop(places[0]))


def _put_first_line_first(lines: list[TextLine], at: int) -> None:
    """The line with which the paragraph opens goes before the one with which it ends; a page may end between them."""
    for place in _filled_behind(lines, at + 2):
        text = lines[place].text.strip()
        if find_opening(text) is not None and lines[place - 1].is_blank and not ends_with_mark(text):
            lines.insert(at + 1, lines.pop(place))
        if len(text) > _LONGEST_PAGE_NUMBER:
            return


def _filled_behind(lines: Sequence[TextLine], start: int) -> list[int]:
    return [place for place in range(start, min(len(lines), start + _NEXT_LINES)) if not lines[place].is_blank]


def _stands_alone(lines: Sequence[TextLine], place: int) -> bool:
    return lines[place - 1].is_blank and (place + 1 == len(lines) or lines[place + 1].is_blank)


def _is_label_alone(text: str) -> bool:
    text = text.strip()
    label = split_label(f"{text} ") if 1 < len(text) <= _LONGEST_LABEL and text.endswith((".", ")")) else None
    return label is not None and not text[label.end :]


def _is_tail(text: str) -> bool:
    text = text.strip()
    return 0 < len(text) < _LONGEST_TAIL and ends_with_mark(text) and find_opening(text) is None
