"""Lines of a text that belong to the page it was taken from: symbols, running titles, page and job numbers.

Measured on 24 files of the Secretariat and 7 pages of others as programs take the text from their PDFs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.known_lines import is_annex_line, is_front_line, title_number
from draftdesk.reading.masthead import is_symbol_line
from draftdesk.reading.page_furniture import is_page_number, is_print_matter, is_rule_of_signs
from draftdesk.reading.text.front import head_of_fields, is_joined_masthead
from draftdesk.reading.text.lines import TextLine
from draftdesk.wording.citations import DATE, SYMBOL
from draftdesk.wording.openings import find_opening

_NUMBERED: Final = re.compile(r"(\d{1,3})\.\s")
_RULE: Final = re.compile(r"-{3,}|\*{3,}")
_FIELD_ERROR: Final = re.compile(r"Error! .{3,60}\.")
_ORIGINAL: Final = re.compile(r"Original: .{3,40}")
_DATE_LINE: Final = re.compile(DATE)
_DISTRIBUTION: Final = re.compile(r"Distr\.: ?\w+")
_SYMBOL_AT_EDGE: Final = re.compile(rf"(?P<first>{SYMBOL})\s+(?P<after>\S.*)|(?P<before>.*\S)\s+(?P<last>{SYMBOL})")
_LONGEST_RUNNING_HEAD: Final = 160
_MASTHEAD_LINES: Final = 12
_FRONT_LINES: Final = 40
_LONGEST_HEAD: Final = 3
_LEAST_LETTERS: Final = 4
_EDGE: Final = 2
_STOPS: Final = (".", ",", ";", ":")


def furniture(lines: Sequence[TextLine]) -> set[int]:
    """The numbers of the lines that belong to the page."""
    head = {lines[at].number for at in head_of_fields(lines)}
    filled = [line for line in lines if not line.is_blank and line.number not in head]
    symbols = Counter(_plain(line) for line in filled if _is_symbol(_plain(line)))
    found = head | set(_known_by_themselves(filled, symbols)) | set(_joined_heads(filled))
    found |= set(_titles_again(filled))
    found |= set(_masthead(filled, found))
    heads = set(_running_heads(filled, found, symbols))
    return found | heads | set(_heads_again(filled, found, heads))


def _known_by_themselves(filled: Sequence[TextLine], symbols: Counter[str]) -> Iterator[int]:
    for place, line in enumerate(filled):
        text = _plain(line)
        is_edge = place in (0, len(filled) - 1) or _is_page_edge(filled, place)
        is_number = is_page_number(text) and (is_edge or "/" in text or "age" in text)
        is_symbol = _is_symbol(text) and (place == 0 or is_edge or symbols[text] > 1)
        is_printed = (
            is_print_matter(text)
            or is_rule_of_signs(text)
            or _RULE.fullmatch(text) is not None
            or _FIELD_ERROR.fullmatch(text) is not None
        )
        if is_symbol or is_number or is_printed:
            yield line.number


def _joined_heads(filled: Sequence[TextLine]) -> Iterator[int]:
    """Running heads that a program put on one line: the document's symbol and a short title that its front says."""
    heads = [(line, found) for line in filled if (found := symbol_and_rest(_plain(line))) is not None]
    counted = Counter(symbol for _, (symbol, _) in heads)
    for line, (symbol, rest) in heads:
        others = _letters("".join(other.text for other in filled if other is not line and symbol not in other.text))
        if counted[symbol] > 1 and not rest.endswith(_STOPS) and _letters(rest) in others:
            yield line.number


def _titles_again(filled: Sequence[TextLine]) -> Iterator[int]:
    """The title once more, by itself among the paragraphs of its resolution, where a program lost the symbol by it.

    A declaration or an annex may bear the title of its resolution. So what follows must go on: the next number, or
    the preamble before anything is decided.
    """
    titles = {_letters(line.text[len(number) :]) for line in filled if (number := title_number(line.text))}
    last: int | None = None  # the number that was counted last, 0 in the preamble, None where nothing is counted
    for before, line, after in zip(filled, filled[1:], filled[2:], strict=False):
        last = _counted(before, last)
        is_alone = before.number < line.number - 1 and line.number < after.number - 1
        if last is not None and is_alone and _letters(line.text) in titles and _goes_on(after, last):
            yield line.number


def _counted(line: TextLine, last: int | None) -> int | None:
    text = _plain(line)
    if enacting_organ(text) is not None:
        return 0
    if is_annex_line(text) or last is None:
        return None
    found = _NUMBERED.match(text)
    if found is not None:
        return int(found[1])
    opening = find_opening(text) if last == 0 else None
    return None if opening is not None and opening.kind is ParagraphKind.OPERATIVE else last


def _goes_on(line: TextLine, last: int) -> bool:
    found = _NUMBERED.match(_plain(line))
    if found is not None:
        return last > 0 and int(found[1]) == last + 1
    opening = find_opening(_plain(line)) if last == 0 else None
    return opening is not None and opening.kind is ParagraphKind.PREAMBULAR


def symbol_and_rest(text: str) -> tuple[str, str] | None:
    """The symbol at an edge of a line that can be a running head, and its other words; None for no such line."""
    found = _SYMBOL_AT_EDGE.fullmatch(text) if len(text) <= _LONGEST_RUNNING_HEAD else None
    if found is None:
        return None
    return (found["first"], found["after"]) if found["first"] else (found["last"], found["before"])


def _is_symbol(text: str) -> bool:
    """Whether a line is a symbol; with a stop it is a footnote that names a document."""
    return is_symbol_line(text) and not text.endswith(".")


def _is_page_edge(filled: Sequence[TextLine], place: int) -> bool:
    """Whether a line is among the first or last of its page, in a text that has pages."""
    around = range(max(0, place - _EDGE), min(len(filled), place + _EDGE + 1))
    return any(filled[other].page != filled[place].page for other in around)


def _masthead(filled: Sequence[TextLine], found: set[int]) -> Iterator[int]:
    """The block on top of the first page: who issued the document, for whom, and when."""
    top = [line for line in filled[:_MASTHEAD_LINES] if line.number not in found]
    if not any(_DISTRIBUTION.search(_plain(line)) for line in top):
        return
    is_after_distribution = False
    for line in top:
        text = _plain(line)
        is_date = is_after_distribution and _DATE_LINE.fullmatch(text) is not None
        if is_joined_masthead(text) or _ORIGINAL.fullmatch(text) or is_date:
            yield line.number
        is_after_distribution = _DISTRIBUTION.fullmatch(text) is not None or (is_after_distribution and not is_date)
        is_after_distribution = is_after_distribution and not is_front_line(text)


def _running_heads(filled: Sequence[TextLine], found: set[int], symbols: Counter[str]) -> Iterator[int]:
    """The short title beside the symbol on top of the pages after the first.

    It is known by standing there on several pages, or by saying what the first page says.
    """
    heads = list(_heads(filled, found, symbols))
    counted = Counter(_plain(line) for head in heads for line in head)
    first = _letters("".join(line.text for line in _first_lines(filled, heads)))
    has_pages = filled[-1].page > 0 if filled else False
    for head in heads:
        whole = _letters("".join(line.text for line in sorted(head, key=lambda line: line.number)))
        is_of_title = (
            len(head) <= _LONGEST_HEAD
            and (head[0].page > 0 or not has_pages)
            and len(whole) >= _LEAST_LETTERS
            and whole in first
        )
        yield from (
            line.number for line in (head if is_of_title else takewhile(partial(_is_repeated, counted), head))
        )


def _heads_again(filled: Sequence[TextLine], found: set[int], heads: set[int]) -> Iterator[int]:
    """A running head by itself below what belongs to the page, where a program lost the symbol beside it."""
    known = {
        text for text, times in Counter(_plain(one) for one in filled if one.number in heads).items() if times > 1
    }
    for before, line, after in zip(filled, filled[1:], filled[2:], strict=False):
        is_alone = before.number < line.number - 1 and line.number < after.number - 1
        if is_alone and before.number in found and line.number not in heads and _plain(line) in known:
            yield line.number


def _first_lines(filled: Sequence[TextLine], heads: Sequence[Sequence[TextLine]]) -> Iterator[TextLine]:
    """The first page; in a text without pages its first lines, those of running heads left out."""
    if filled and filled[-1].page > 0:
        yield from (line for line in filled if line.page == 0)
        return
    of_heads = {line.number for head in heads for line in head}
    yield from (line for line in filled[:_FRONT_LINES] if line.number not in of_heads)


def _is_repeated(counted: Counter[str], line: TextLine) -> bool:
    return counted[_plain(line)] > 1 and len(_letters(line.text)) >= _LEAST_LETTERS


def _heads(filled: Sequence[TextLine], found: set[int], symbols: Counter[str]) -> Iterator[list[TextLine]]:
    """For each symbol line but the first: lines before it on top of its page, and those after it, nearest first."""
    has_pages = bool(filled) and filled[-1].page > 0
    for place, line in enumerate(filled):
        if line.number not in found or _plain(line) not in symbols or place == 0:
            continue
        before, after = _run(filled, place, -1, found), _run(filled, place, 1, found)
        if before and (not has_pages or _stands_alone(before, filled, place)):
            yield before
        if after:
            yield after


def _run(filled: Sequence[TextLine], place: int, step: int, found: set[int]) -> list[TextLine]:
    """The lines next to a symbol line that hang together; more than a few are the text itself."""
    run: list[TextLine] = []
    at = place + step
    while 0 <= at < len(filled) and len(run) <= _LONGEST_HEAD and filled[at].number not in found:
        if filled[at].page != filled[place].page or (run and abs(filled[at].number - run[-1].number) > 1):
            break
        run.append(filled[at])
        at += step
    return run


def _stands_alone(run: Sequence[TextLine], filled: Sequence[TextLine], place: int) -> bool:
    """Whether lines before a symbol are the first of their page."""
    at = place - len(run) - 1
    return at < 0 or filled[at].page != filled[place].page


def _plain(line: TextLine) -> str:
    return line.text.replace("\u00a0", " ").strip()


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).casefold()
