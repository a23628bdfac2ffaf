"""Words that stayed and are set otherwise: italics, bold and the marker pen, where both drafts tell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeClass, ChangeKind
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphKind, Span
from draftdesk.translation import later, tr

_TOLD: Final = frozenset({Mark.ITALIC, Mark.BOLD, Mark.HIGHLIGHT})
_PEN: Final = frozenset({Mark.HIGHLIGHT})
_BRACKETS: Final = "[]［］"
_SET_AS_A_WHOLE: Final = frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.ANNEX_TITLE})
"""Their letters follow from what they are; files differ in whether style or letters say so."""

_PLAIN: Final[frozenset[Mark]] = frozenset()
Marks = list[frozenset[Mark]]


_MARK_NAMES: Final = {Mark.BOLD: later("bold"), Mark.ITALIC: later("italic"), Mark.HIGHLIGHT: later("highlighted")}


def format_changes(comparison: Comparison, row: int, old: int, new: int) -> tuple[Change, ...]:
    """Stretches of a row that stayed, letter by letter, and are set otherwise; () where a draft does not tell."""
    if not can_differ(comparison, row, old, new):
        return ()
    text = comparison.cell_text(row, new)
    told = _TOLD if comparison.drafts[old].tells_pen and comparison.drafts[new].tells_pen else _TOLD - _PEN
    return tuple(change for change in set_otherwise(comparison, row, old, new, told) if _is_seen(change.new.of(text)))


def set_otherwise(
    comparison: Comparison, row: int, old: int, new: int, told: frozenset[Mark] = _TOLD
) -> Iterator[Change]:
    """All stretches that stayed and are set otherwise, blanks and headings among them, which are no change."""
    before, after = (_marks(comparison.paragraphs(row, column), told) for column in (old, new))
    for one, other in _kept(comparison.changes(row, old, new), len(before), len(after)):
        for start, end in _differing(before[one.start : one.end], after[other.start : other.end]):
            was, now = (Span(span.start + start, span.start + end) for span in (one, other))
            yield Change(ChangeKind.REPLACE, was, now, ChangeClass.FORMAT)


def _is_seen(text: str) -> bool:
    """Whether it can be seen how words are set; the marker pen is for brackets, too."""
    return any(sign.isalnum() or sign in _BRACKETS for sign in text)


def can_differ(comparison: Comparison, row: int, old: int, new: int) -> bool:
    """Whether a row may have such stretches: quick, for it is asked of every row."""
    cells = comparison.table.rows[row].cells
    if not cells[old] or not cells[new]:
        return False
    olds, news = comparison.drafts[old].paragraphs, comparison.drafts[new].paragraphs
    if len(cells[old]) == len(cells[new]) and all(
        _is_set_alike(olds[i], news[k]) for i, k in zip(cells[old], cells[new], strict=True)
    ):
        return False
    kinds = {paragraph.kind for column in (old, new) for paragraph in comparison.paragraphs(row, column)}
    return not kinds & _SET_AS_A_WHOLE and all(comparison.drafts[column].tells_italics for column in (old, new))


def _is_set_alike(one: Paragraph, other: Paragraph) -> bool:
    if one is other or (one.runs == other.runs and one.source_text == other.source_text):
        return True
    return one.text == other.text and one.runs_in_text() == other.runs_in_text()


def format_told(comparison: Comparison, row: int, columns: tuple[int, int], change: Change) -> str:
    """How the words of such a change were and are set: "upright → italic"."""
    spans = (change.old, change.new)
    old, new = (
        _marks(comparison.paragraphs(row, c), _TOLD)[span.start] for c, span in zip(columns, spans, strict=True)
    )
    if old ^ new == _PEN:
        return " → ".join(tr("highlighted") if one & _PEN else tr("not highlighted") for one in (old, new))
    return f"{_named(old)} → {_named(new)}"


def _named(marks: frozenset[Mark]) -> str:
    return " ".join(tr(_MARK_NAMES[mark]) for mark in _MARK_NAMES if mark in marks) or tr("upright")


def _marks(paragraphs: Sequence[Paragraph], told: frozenset[Mark]) -> Marks:
    """How each code point of a cell's text is set, the breaks between its paragraphs included."""
    marks: Marks = []
    for number, paragraph in enumerate(paragraphs):
        marks += [_PLAIN] * (len(PARAGRAPH_BREAK) if number else 0)
        own = [_PLAIN] * len(paragraph.text)
        for run in paragraph.runs_in_text():
            own[run.span.start : run.span.end] = [run.marks & told] * len(run.span)
        marks += own
    return marks


def _kept(changes: Sequence[Change], old_length: int, new_length: int) -> Iterator[tuple[Span, Span]]:
    """The stretches between changes of words, equally long on both sides."""
    old = new = 0
    for change in sorted(changes, key=lambda one: (one.old, one.new)):
        yield Span(old, change.old.start), Span(new, change.new.start)
        old, new = change.old.end, change.new.end
    yield Span(old, old_length), Span(new, new_length)


def _differing(before: Marks, after: Marks) -> Iterator[tuple[int, int]]:
    """Stretches in which both sides are set evenly and not alike."""
    start = 0
    length = min(len(before), len(after))
    for at in range(1, length + 1):
        if at == length or (before[at], after[at]) != (before[start], after[start]):
            if before[start] != after[start]:
                yield start, at
            start = at
