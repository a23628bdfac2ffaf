"""Italics in the open editor: those that the draft has, and those that a hand set there with Ctrl+I."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from draftdesk.gui.text_positions import offset_of, units_before
from draftdesk.model.paragraph import Mark, Run, Span

_BY_HAND: Final = QTextFormat.Property.UserProperty.value + 1
_ITALIC, _UPRIGHT = 1, 2
_BOLD: Final = 700
_PLAIN: Final = 400

Italics = tuple[tuple[Span, bool], ...]
"""Stretches of a text set in italics (True) or upright (False) by hand, in code points."""


def set_by_hand(*, italic: bool) -> QTextCharFormat:
    """The format of a stretch that a hand set so."""
    form = QTextCharFormat()
    form.setFontItalic(italic)
    form.setProperty(_BY_HAND, _ITALIC if italic else _UPRIGHT)
    return form


def by_hand(document: QTextDocument, text: str) -> Italics:
    """What was set by hand in a document that holds the text."""
    found = []
    for start, end, form in _fragments(document):
        wish = form.intProperty(_BY_HAND)
        if wish:
            found.append((Span(offset_of(text, start), offset_of(text, end)), wish == _ITALIC))
    return tuple(found)


def is_italic_at(document: QTextDocument, unit: int) -> bool:
    """Whether the character before a position in UTF-16 units is in italics."""
    return any(start < unit <= end and form.fontItalic() for start, end, form in _fragments(document))


def show_runs(document: QTextDocument, text: str, runs: Sequence[Run]) -> None:
    """Italics and bold as in runs, whose spans are in the text; a document that shows them is not touched."""
    wanted = [_in_units(text, run) for run in runs if run.marks & {Mark.ITALIC, Mark.BOLD}]
    if _joined(wanted) == _joined(
        [(start, end, form.fontItalic(), form.fontWeight() >= _BOLD) for start, end, form in _fragments(document)]
    ):
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(_form(italic=False, bold=False))
    for start, end, italic, bold in wanted:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_form(italic=italic, bold=bold))
    cursor.endEditBlock()


def _in_units(text: str, run: Run) -> tuple[int, int, bool, bool]:
    start, end = units_before(text, run.span.start), units_before(text, run.span.end)
    return start, end, Mark.ITALIC in run.marks, Mark.BOLD in run.marks


def _form(*, italic: bool, bold: bool) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontItalic(italic)
    form.setFontWeight(_BOLD if bold else _PLAIN)
    return form


def _joined(stretches: Sequence[tuple[int, int, bool, bool]]) -> list[tuple[int, int, bool, bool]]:
    """Neighbours of the same setting as one; plain ones left out."""
    found: list[tuple[int, int, bool, bool]] = []
    for start, end, italic, bold in stretches:
        if not italic and not bold:
            continue
        if found and found[-1][1] == start and found[-1][2:] == (italic, bold):
            found[-1] = (found[-1][0], end, italic, bold)
        else:
            found.append((start, end, italic, bold))
    return found


def _fragments(document: QTextDocument) -> Iterator[tuple[int, int, QTextCharFormat]]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            yield fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()
            place += 1
        block = block.next()
