"""Plain text becomes a Draft: hard line ends joined, page furniture marked and kept.

A block is a run of lines between blank lines. Where the lines of a text are wrapped, lines are joined until
a paragraph has ended and the next line begins one: by its label, or by an opening phrase after a closing
mark. Where they are not, each line is a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.model.draft import Draft, Received, SourceFormat
from draftdesk.model.paragraph import Origin, ParagraphId
from draftdesk.reading.enacting import enacting_organ
from draftdesk.reading.masthead import described, is_symbol_line
from draftdesk.reading.seen import Seen
from draftdesk.reading.structure import structured
from draftdesk.reading.text_bytes import decoded
from draftdesk.wording.labels import LabelStyle, split_label
from draftdesk.wording.language import guess_language
from draftdesk.wording.openings import find_opening

PART: Final = "text"
_WRAP_WIDTHS: Final = range(40, 121)
_ENDS: Final = (".", ";", ",", ":", "。", "；", "，", "：", "؛", "،", "”", '"', ")", "]")  # fmt: skip
_PAGE_NUMBER: Final = re.compile(r"\d{1,3}(?:/\d{1,3})?|[ivxl]{1,6}")
_JOB_NUMBER: Final = re.compile(r"\*?\d\d-\d{5}\*?(?: \([A-Z]\))?(?: +\d{6})?|\*\d{7}\*|\d{6}")
_FULL: Final = 0.6
_WIDEST: Final = 0.9  # of the lines in order of length; a few may be longer
_LONGEST_LABEL: Final = 12


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that are one paragraph, in order."""

    lines: tuple[_Line, ...]
    is_furniture: bool = False


def read_plain_text(data: bytes, name: str, digest: str) -> Received:
    """The draft in a text file; raises ReadingError for binary data."""
    text = decoded(data, name)
    draft = draft_of_text(text, name, digest[:16], digest)
    return Received(name, digest, len(data), SourceFormat.TEXT, (draft,))


def draft_of_text(text: str, name: str, draft_id: str, digest: str = "") -> Draft:
    """The draft that a text holds."""
    language = guess_language(text)
    seen = [
        Seen(_joined(block.lines), Origin(PART, ordinal, block.lines[0].number, block.lines[-1].number),
             is_furniture=block.is_furniture)
        for ordinal, block in enumerate(_blocks(text, language))
    ]  # fmt: skip
    paragraphs = tuple(
        placed.paragraph(one, ParagraphId(draft_id, serial))
        for serial, (one, placed) in enumerate(zip(seen, structured(seen, language), strict=True), start=1)
    )
    return described(Draft(draft_id, name, paragraphs, language=language, digest=digest), _symbols(seen))


def _symbols(seen: Sequence[Seen]) -> tuple[str, ...]:
    return tuple(one.source_text.strip() for one in seen if one.is_furniture and is_symbol_line(one.source_text))


def _blocks(text: str, language: str) -> list[_Block]:
    pages = text.replace("\f", "\n")
    lines = [_Line(number, line) for number, line in enumerate(pages.split("\n"), start=1)]
    furniture = _furniture(lines)
    is_wrapped = _is_wrapped([line.text for line in lines if line.number not in furniture])
    blocks = [_Block((line,), is_furniture=True) for line in lines if line.number in furniture]
    open_lines: list[_Line] = []
    after_blank = False
    for line in lines:
        if line.number in furniture:
            continue
        if not line.text.strip():
            after_blank = True
            continue
        if open_lines and not (is_wrapped and not _begins(open_lines, line, language, after_blank=after_blank)):
            blocks.append(_Block(tuple(open_lines)))
            open_lines = []
        open_lines.append(line)
        after_blank = False
    if open_lines:
        blocks.append(_Block(tuple(open_lines)))
    return sorted(blocks, key=lambda block: block.lines[0].number)


def _begins(before: list[_Line], line: _Line, language: str, *, after_blank: bool) -> bool:
    """Whether a line begins a paragraph, after the lines of the open one."""
    text, last = line.text.strip(), before[-1].text.rstrip()
    if len(before) == 1 and _is_label_alone(last):
        return False
    has_ended = last.endswith(_ENDS)
    if after_blank and (has_ended or not text[:1].islower()):
        return True
    label = split_label(line.text)
    if label is not None and _is_sure_label(label.style, has_ended=has_ended or after_blank):
        return True
    if enacting_organ(text) is not None or enacting_organ(" ".join(one.text.strip() for one in before)) is not None:
        return True
    return has_ended and find_opening(text, language) is not None


def _is_label_alone(line: str) -> bool:
    """Whether a line holds the number of a paragraph and nothing else, as PDF readers give it."""
    label = split_label(line) if len(line) <= _LONGEST_LABEL else None
    return label is not None and not line[label.end :].strip()


def _is_sure_label(style: LabelStyle, *, has_ended: bool) -> bool:
    """A figure or letter at the start of a wrapped line may be a year or a reference in mid-sentence."""
    return has_ended or style in (LabelStyle.PREAMBULAR, LabelStyle.OPERATIVE)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of a text are wrapped: its full lines, of about one width, go on in the next one."""
    filled = [line.rstrip() for line in lines if line.strip()]
    width = sorted(len(line) for line in filled)[int(len(filled) * _WIDEST)] if filled else 0
    full = [line for line in filled if len(line) > _FULL * width]
    going_on = sum(not line.endswith(_ENDS) for line in full)
    return width in _WRAP_WIDTHS and len(full) > 2 and going_on * 2 > len(full)


def _furniture(lines: Sequence[_Line]) -> set[int]:
    """The numbers of the lines that belong to the page, not to the text."""
    filled = [line for line in lines if line.text.strip()]
    repeated = Counter(line.text.strip() for line in filled if is_symbol_line(line.text))
    return set(_furniture_lines(filled, repeated))


def _furniture_lines(filled: Sequence[_Line], repeated: Counter[str]) -> Iterator[int]:
    for place, line in enumerate(filled):
        text = line.text.strip()
        is_edge = place in (0, len(filled) - 1)
        is_page_number = _PAGE_NUMBER.fullmatch(text) is not None and (is_edge or "/" in text)
        is_symbol = is_symbol_line(text) and (is_edge or repeated[text] > 1)
        if is_symbol or is_page_number or _JOB_NUMBER.fullmatch(text):
            yield line.number


def _joined(lines: Sequence[_Line]) -> str:
    """Wrapped lines as one text; a hyphen at a line's end is a real one (UN texts are not hyphenated)."""
    joined = lines[0].text.rstrip()
    for line in lines[1:]:
        text = line.text.strip()
        is_compound = joined.endswith(("-", "\u2011")) and joined[-2:-1].isalpha()
        joined = joined + text if is_compound else f"{joined} {text}"
    return joined
