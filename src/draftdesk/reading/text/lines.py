"""The lines of a text with what is known of each before anyone joins them: its page, how deep it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

_PAGE_COMMENT: Final = re.compile(r"(?:^|\n)[ \t]*<!-- ?[Pp]age \d{1,4} ?-->[ \t]*(?=\n)")
_QUOTED: Final = re.compile(r"(?:[ \t]?>)+[ \t]?")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line: `number` counts from 1, `page` from 0; `quoted` is the number of quoting marks taken off it.

    `source`: the line of the text where it stands, which differs from `number` where lines were parted.
    """

    number: int
    text: str
    page: int = 0
    quoted: int = 0
    source: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether it holds no letter and no sign."""
        return not self.text.strip()


def lines_of(text: str) -> list[TextLine]:
    """All lines; form feeds and comments of a program part pages, quoting marks (">", ">>") are taken off."""
    text = _PAGE_COMMENT.sub(lambda found: "\f" if found.start() else "", text)
    lines = [TextLine(0, line, page) for page, piece in enumerate(text.split("\f")) for line in piece.split("\n")]
    lines = [replace(line, number=number, source=number) for number, line in enumerate(lines, start=1)]
    return list(_unquoted(lines)) if any(line.text.lstrip().startswith(">") for line in lines) else lines


def counted(lines: Iterable[TextLine]) -> list[TextLine]:
    """The lines numbered anew, so that each piece of a parted one has a number of its own."""
    return [replace(line, number=number) for number, line in enumerate(lines, start=1)]


def _unquoted(lines: list[TextLine]) -> Iterator[TextLine]:
    """A rest of a line that a mail program wrapped behind a quoted one, without a mark of its own, is quoted too."""
    depths = [_depth(line.text) for line in lines]
    for at, line in enumerate(lines):
        depth = depths[at]
        between = 0 < at < len(lines) - 1 and depths[at - 1] and depths[at + 1] and not line.is_blank
        if depth:
            mark = _QUOTED.match(line.text)
            yield replace(line, text=line.text[mark.end() :] if mark else line.text, quoted=depth)
        elif between:
            yield replace(line, quoted=depths[at - 1])
        else:
            yield line


def _depth(text: str) -> int:
    mark = _QUOTED.match(text)
    return mark.group().count(">") if mark else 0
