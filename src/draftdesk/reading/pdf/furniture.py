"""Which lines of a PDF are furniture: masthead, running heads, page numbers, job numbers, bar codes, watermarks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from draftdesk.model.paragraph import Mark
from draftdesk.reading.known_lines import is_session_line
from draftdesk.reading.masthead import is_symbol_line
from draftdesk.reading.page_furniture import is_page_number, is_print_matter, is_rule_of_signs
from draftdesk.reading.pdf.lines import Cell, Line
from draftdesk.reading.pdf.pieces import Box

_HEAD: Final = 0.14  # of the height of the page
_FOOT: Final = 0.13
_SAME_HEIGHT: Final = 3.0  # points
_MASTHEAD: Final = 0.4
_AFTER_MASTHEAD: Final = 2.2
_CLOSE: Final = 1.3  # em
_MOST_UNDER_HEAD: Final = 2
_DISTRIBUTION: Final = re.compile(r"Distr(?:\b|\.)")
_ORGANIZATION: Final = re.compile(
    r"United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций|联合国|"
    r"الأمم المتحدة"
)
_BAR_CODE_FONTS: Final = ("barcode", "bar code", "3 of 9", "code39", "code 39")

LineKey = tuple[int, int]


def furniture_of(pages: Sequence[tuple[Box, Sequence[Line]]]) -> set[LineKey]:
    """The (page, number) of each line that belongs to its page; `pages` are boxes with their lines, top first."""
    repeated = _Repeated(pages)
    found: set[LineKey] = set()
    for box, lines in pages:
        level = [line for line in lines if not line.is_aside]
        if any(line.column for line in level):
            level.sort(key=lambda line: -line.baseline)
        found.update((line.page, line.number) for line in lines if line.is_aside or _is_bar_code(line))
        mast = _masthead(box, level)
        found.update((line.page, line.number) for line in level[:mast] or _running_head(box, level, repeated))
        found.update((line.page, line.number) for line in _foot(box, level, repeated))
    return found


class _Repeated:
    """Texts that stand at the same height on more than one page; numbers in them may differ."""

    def __init__(self, pages: Sequence[tuple[Box, Sequence[Line]]]) -> None:
        self._places: dict[str, list[tuple[int, float, str]]] = {}
        for box, lines in pages:
            head, foot = _end_of_head(box), _begin_of_foot(box)
            for line in lines:
                if line.baseline > head or line.baseline < foot:
                    for cell in line.cells:
                        self._places.setdefault(_key(cell.text), []).append((line.page, line.baseline, cell.text))

    def holds(self, cell: Cell, line: Line, *, exactly: bool = False) -> bool:
        """Whether a part of a line is found at its height on another page, its numbers too if `exactly`."""
        return any(
            page != line.page and abs(height - line.baseline) < _SAME_HEIGHT and (not exactly or text == cell.text)
            for page, height, text in self._places.get(_key(cell.text), [])
        )


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text.strip()))


def _end_of_head(box: Box) -> float:
    return box.top - _HEAD * (box.top - box.bottom)


def _begin_of_foot(box: Box) -> float:
    return box.bottom + _FOOT * (box.top - box.bottom)


def _is_in_head(line: Line, box: Box) -> bool:
    return line.baseline > _end_of_head(box)


def _is_in_foot(line: Line, box: Box) -> bool:
    return line.baseline < _begin_of_foot(box)


def _is_bar_code(line: Line) -> bool:
    return any(map(_shows_bars, line.fonts))


@lru_cache(maxsize=512)
def _shows_bars(font: str) -> bool:
    return any(word in font.lower() for word in _BAR_CODE_FONTS)


def _masthead(box: Box, lines: Sequence[Line]) -> int:
    """How many lines from the top are the masthead of a document of the United Nations."""
    top = [line for line in lines if line.baseline > box.top - _MASTHEAD * (box.top - box.bottom)]
    texts = [cell.text for line in top for cell in line.cells]
    is_headed = bool(texts) and _ORGANIZATION.fullmatch(texts[0].strip()) is not None
    if not is_headed and not any(_DISTRIBUTION.match(text) for text in texts):
        return 0
    has_begun = False
    for index, line in enumerate(top):
        if is_session_line(line.text):
            return index
        if (
            has_begun
            and top[index - 1].baseline - line.baseline > _AFTER_MASTHEAD * line.size
            and _is_left(line, box)
        ):
            return index
        has_begun = has_begun or any(_DISTRIBUTION.match(cell.text) for cell in line.cells)
    return len(top) if has_begun else 0


def _is_left(line: Line, box: Box) -> bool:
    """Whether a line does not stand in the right column of a masthead alone."""
    return line.left < box.left + 0.45 * (box.right - box.left)


def _running_head(box: Box, lines: Sequence[Line], repeated: _Repeated) -> Sequence[Line]:
    """The lines from the top down to the last that can only be a running head, and those that go on under it.

    A head of two lines that stands on one page alone is known by the white below it.
    """
    last = 0
    for count, line in enumerate(lines, start=1):
        if not _is_in_head(line, box):
            break
        if _is_head(line, repeated):
            last = count
    end = last
    while 0 < end < len(lines) and _distance(lines, end) < _CLOSE and _is_in_head(lines[end], box):
        end += 1
    is_parted = end == len(lines) or _distance(lines, end) > _AFTER_MASTHEAD
    return lines[: end if is_parted and end - last <= _MOST_UNDER_HEAD else last]


def _distance(lines: Sequence[Line], at: int) -> float:
    """How far a line stands below the one before, in em."""
    return (lines[at - 1].baseline - lines[at].baseline) / max(lines[at - 1].size, lines[at].size)


def _foot(box: Box, lines: Sequence[Line], repeated: _Repeated) -> Iterator[Line]:
    for line in reversed(lines):
        if not _is_in_foot(line, box):
            return
        if _is_foot(line, repeated) or _is_bar_code(line) or is_rule_of_signs(line.text):
            yield line
        elif line.text.strip():
            return


def _is_head(line: Line, repeated: _Repeated) -> bool:
    texts = [cell.text for cell in line.cells]
    if any(map(is_symbol_line, texts)) or any(map(is_print_matter, texts)):
        return True
    return all(is_page_number(cell.text) or repeated.holds(cell, line) for cell in line.cells)


def _is_foot(line: Line, repeated: _Repeated) -> bool:
    """A symbol at the foot is more likely a footnote, and footnotes are alike but for their numbers."""
    if Mark.SUPERSCRIPT in line.marks[0]:
        return False
    if any(is_print_matter(cell.text) for cell in line.cells):
        return True
    return all(is_page_number(cell.text) or repeated.holds(cell, line, exactly=True) for cell in line.cells)
