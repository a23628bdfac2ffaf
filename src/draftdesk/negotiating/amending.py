"""What would have to be said in words to make one text of another: the amendments to a draft resolution.

Forms as in amendments tabled at the eightieth session: words replaced, inserted after others or deleted in one
paragraph; paragraphs deleted, inserted after another one, moved, or replaced by "the following text". Words that are
quoted stand once in their paragraph, so that nobody has to guess which are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.alignment import AlignmentRow, Relation
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeKind, without_noise
from draftdesk.model.paragraph import OBJECT, Paragraph, ParagraphKind, Span

_MOST_CHANGES: Final = 4
"""More changes in a paragraph than that are read more easily as a new text."""

_MOST_CHANGED: Final = 0.6
_FINAL_MARKS: Final = " \u00a0\u202f;.,；。，؛،"
_WORD: Final = re.compile(r"\S+")
_MOVES: Final = frozenset({Relation.MOVED, Relation.MOVED_EDITED})


class AmendmentKind(StrEnum):
    """What an amendment asks for."""

    REPLACE_WORDS = "replace_words"
    INSERT_WORDS = "insert_words"
    DELETE_WORDS = "delete_words"
    REPLACE_TEXT = "replace_text"
    DELETE_PARAGRAPH = "delete_paragraph"
    INSERT_PARAGRAPHS = "insert_paragraphs"
    MOVE_PARAGRAPH = "move_paragraph"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One thing asked for. `paragraph` is the index of a paragraph of the base, -1 before its first one.

    For paragraphs that are inserted or moved, `after` is the index of the one that they follow (-1: they come
    first). `old` are the words that are replaced or deleted, or those after which others are inserted; `new` the
    words that come, `inserted` the paragraphs.
    """

    kind: AmendmentKind
    paragraph: int
    old: str = ""
    new: str = ""
    after: int = -1
    inserted: tuple[Paragraph, ...] = ()


def amendments(comparison: Comparison) -> tuple[Amendment, ...]:
    """What makes the second of two drafts of the first, in the order of the first; numbers alone are no amendment."""
    found: list[Amendment] = []
    coming: list[Paragraph] = []
    after = -1
    for number, row in enumerate(comparison.table.rows):
        old = row.cells[0]
        if not old:
            coming += [one for one in comparison.paragraphs(number, 1) if is_amendable(one)]
            continue
        if coming:
            found.append(_inserted(coming, after))
            coming = []
        if is_amendable(comparison.drafts[0].paragraphs[old[0]]):
            found += _of_row(comparison, number, row)
        after = max(after, old[-1])
    if coming:
        found.append(_inserted(coming, after))
    return tuple(found)


def _inserted(paragraphs: Sequence[Paragraph], after: int) -> Amendment:
    return Amendment(AmendmentKind.INSERT_PARAGRAPHS, after, after=after, inserted=tuple(paragraphs))


def _of_row(comparison: Comparison, number: int, row: AlignmentRow) -> Iterator[Amendment]:
    old, new = row.cells
    if not new:
        yield from (Amendment(AmendmentKind.DELETE_PARAGRAPH, index) for index in old)
        return
    if row.relations[0] in _MOVES:
        yield Amendment(AmendmentKind.MOVE_PARAGRAPH, old[0], after=_before_in_new(comparison, number))
    texts = comparison.cell_text(number, 0), comparison.cell_text(number, 1)
    changes = [one for one in without_noise(comparison.changes(number, 0, 1)) if not _is_final_mark(one, *texts)]
    if not changes:
        return
    if len(old) == 1 and len(new) == 1:
        said = list(_in_words(old[0], *texts, changes))
        if said:
            yield from said
            return
    yield Amendment(AmendmentKind.REPLACE_TEXT, old[0], inserted=comparison.paragraphs(number, 1))
    yield from (Amendment(AmendmentKind.DELETE_PARAGRAPH, index) for index in old[1:])


def _is_final_mark(change: Change, old: str, new: str) -> bool:
    """Whether only the mark at the end is another one: it follows from the place of the paragraph, unsaid."""
    rest = _without_mark(old), _without_mark(new)
    return change.old.start >= len(rest[0]) and change.new.start >= len(rest[1])


def _without_mark(text: str) -> str:
    return text.rstrip(_FINAL_MARKS)


def _before_in_new(comparison: Comparison, number: int) -> int:
    """The paragraph of the base that stands before a moved one in the new text; -1 where none does."""
    place = comparison.table.rows[number].cells[1][0]
    before = [row for row in comparison.table.rows if row.cells[0] and row.cells[1] and row.cells[1][-1] < place]
    return max(before, key=lambda row: row.cells[1][-1]).cells[0][-1] if before else -1


def _in_words(paragraph: int, old: str, new: str, changes: Sequence[Change]) -> Iterator[Amendment]:
    """The changes of a paragraph as instructions; none where they cannot be said so, or not well."""
    changed = sum(len(change.old) for change in changes)
    if len(changes) > _MOST_CHANGES or changed > _MOST_CHANGED * len(old):
        return
    said = [_instruction(paragraph, old, new, change) for change in _widened(old, new, changes)]
    if any(one is None or OBJECT in one.old + one.new for one in said):
        return
    text = old
    for one in said:
        if one is None or text.count(one.old) != 1:
            return
        text = applied(text, one)
    if _without_mark(text) == _without_mark(new):
        yield from (one for one in said if one is not None)


def _widened(old: str, new: str, changes: Sequence[Change]) -> Iterator[Change]:
    """Replaced and deleted words made longer, word by word to the left, until they stand once in the text."""
    for change in changes:
        start_old, start_new = change.old.start, change.new.start
        while change.kind is not ChangeKind.INSERT and old.count(old[start_old : change.old.end]) > 1 and start_old:
            step = start_old - (old[:start_old].rstrip().rfind(" ") + 1)
            if step <= 0 or old[start_old - step : start_old] != new[max(0, start_new - step) : start_new]:
                break
            start_old, start_new = start_old - step, start_new - step
        is_wider = start_old != change.old.start
        kind = ChangeKind.REPLACE if is_wider else change.kind
        yield Change(kind, Span(start_old, change.old.end), Span(start_new, change.new.end), change.change_class)


def _instruction(paragraph: int, old: str, new: str, change: Change) -> Amendment | None:
    gone, come = change.old.of(old), change.new.of(new)
    if PARAGRAPH_BREAK in gone + come:
        return None
    if change.kind is ChangeKind.INSERT:
        anchor = _anchor(old, change.old.start)
        return Amendment(AmendmentKind.INSERT_WORDS, paragraph, anchor, come) if anchor else None
    if old.count(gone) != 1:
        return None
    if change.kind is ChangeKind.DELETE:
        return Amendment(AmendmentKind.DELETE_WORDS, paragraph, gone)
    return Amendment(AmendmentKind.REPLACE_WORDS, paragraph, gone, come)


def _anchor(text: str, at: int) -> str:
    """The fewest words before a place that stand once in the text; "" where there are none."""
    words = list(_WORD.finditer(text, 0, at))
    for word in reversed(words):
        anchor = text[word.start() : at]
        if text.count(anchor) == 1 and len(anchor.split()) > 1:
            return anchor
    return text[:at] if at and text.count(text[:at]) == 1 else ""


def applied(text: str, amendment: Amendment) -> str:
    """The text of a paragraph after an amendment of its words; raises ValueError where they are not there once."""
    if text.count(amendment.old) != 1:
        raise ValueError(amendment.old)
    if amendment.kind is AmendmentKind.INSERT_WORDS:
        return text.replace(amendment.old, amendment.old + amendment.new)
    return text.replace(amendment.old, amendment.new)


def is_amendable(paragraph: Paragraph) -> bool:
    """Whether amendments speak of a paragraph: of the text and its title, not of the front page."""
    return paragraph.kind not in _FRONT


_FRONT: Final = frozenset(
    {
        ParagraphKind.SESSION,
        ParagraphKind.AGENDA,
        ParagraphKind.SPONSORS,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.MEETING_LINE,
        ParagraphKind.FURNITURE,
        ParagraphKind.BLANK,
    }
)
