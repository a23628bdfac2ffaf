"""Marks in the open editor: those that the draft has, and those that a hand sets there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from draftdesk.drafting.rewriting import ByHand
from draftdesk.gui.text_positions import offset_of, units_before
from draftdesk.model.paragraph import OBJECT, Mark, Run, Span

MARKS: Final = (Mark.ITALIC, Mark.BOLD, Mark.HIGHLIGHT)
"""Marks that a hand sets."""

_BY_HAND: Final = {mark: QTextFormat.Property.UserProperty.value + number for number, mark in enumerate(MARKS, 1)}
_SET, _TAKEN_OFF = 1, 2
_BOLD: Final = 700
_PLAIN: Final = 400
_NONE: Final = frozenset[Mark]()


class EditorMarks:
    """How the words of one document are set; `pen` is the colour of what is highlighted."""

    def __init__(self, document: QTextDocument, pen: Callable[[], QColor]) -> None:
        self._document = document
        self._pen = pen

    def by_hand(self, text: str) -> tuple[ByHand, ...]:
        """What was set by hand in the document, which holds the text."""
        return tuple(
            (Span(offset_of(text, start), offset_of(text, end)), mark, form.intProperty(key) == _SET)
            for start, end, form in self._fragments()
            for mark, key in _BY_HAND.items()
            if form.intProperty(key)
        )

    def toggle(self, cursor: QTextCursor, mark: Mark, typed: QTextCharFormat) -> QTextCharFormat | None:
        """Set a mark on what is selected, or on the word around the caret, or take it off if all of it has it.

        Where there is neither, the form for what is typed next, which would be `typed` otherwise.
        """
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end:
            start, end = self._word(start)
        if start == end:
            return self._set_by_hand(mark, is_set=mark not in _marks(typed))
        chosen = QTextCursor(self._document)
        chosen.setPosition(start)
        chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        chosen.mergeCharFormat(self._set_by_hand(mark, is_set=not self._all_have(mark, start, end)))
        return None

    def show(self, text: str, runs: Sequence[Run]) -> None:
        """Set the words as in runs, whose spans are in the text; a document that shows them is not touched."""
        wanted = [
            (units_before(text, run.span.start), units_before(text, run.span.end), run.marks & set(MARKS))
            for run in runs
        ]
        if _joined(wanted) == _joined([(start, end, _marks(form)) for start, end, form in self._fragments()]):
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(self._form(_NONE))
        for start, end, marks in wanted:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(self._form(marks))
        cursor.endEditBlock()

    def put(self, cursor: QTextCursor, marks: frozenset[Mark]) -> None:
        """Marks by hand on what a cursor selects."""
        for mark in MARKS:
            if mark in marks:
                cursor.mergeCharFormat(self._set_by_hand(mark, is_set=True))

    def _set_by_hand(self, mark: Mark, *, is_set: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        self._apply(form, mark, is_set=is_set)
        form.setProperty(_BY_HAND[mark], _SET if is_set else _TAKEN_OFF)
        return form

    def _form(self, marks: frozenset[Mark]) -> QTextCharFormat:
        form = QTextCharFormat()
        for mark in MARKS:
            self._apply(form, mark, is_set=mark in marks)
        return form

    def _apply(self, form: QTextCharFormat, mark: Mark, *, is_set: bool) -> None:
        if mark is Mark.ITALIC:
            form.setFontItalic(is_set)
        elif mark is Mark.BOLD:
            form.setFontWeight(_BOLD if is_set else _PLAIN)
        else:
            form.setBackground(self._pen() if is_set else QColor(0, 0, 0, 0))

    def _all_have(self, mark: Mark, start: int, end: int) -> bool:
        """Whether all that can be seen between two places has a mark."""
        text = self._document.toRawText()
        return all(
            mark in _marks(form)
            for first, last, form in self._fragments()
            if text[max(first, start) : min(last, end)].strip()
        )

    def _word(self, at: int) -> tuple[int, int]:
        """The word that the caret stands inside of; an empty stretch at its ends, or outside of words."""
        text = self._document.toRawText()
        if not 0 < at < len(text) or not (_is_letter(text[at - 1]) and _is_letter(text[at])):
            return at, at
        start, end = at, at
        while start and _is_letter(text[start - 1]):
            start -= 1
        while end < len(text) and _is_letter(text[end]):
            end += 1
        return start, end

    def _fragments(self) -> Iterator[tuple[int, int, QTextCharFormat]]:
        block = self._document.begin()
        while block.isValid():
            place = block.begin()
            while not place.atEnd():
                fragment = place.fragment()
                yield fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()
                place += 1
            block = block.next()


def _is_letter(sign: str) -> bool:
    return (sign.isalnum() or sign in "-’'") and sign != OBJECT


def _marks(form: QTextCharFormat) -> frozenset[Mark]:
    has = {
        Mark.ITALIC: form.fontItalic(),
        Mark.BOLD: form.fontWeight() >= _BOLD,
        Mark.HIGHLIGHT: form.background().color().alpha() > 0 and form.hasProperty(_GROUND),
    }
    return frozenset(mark for mark, is_set in has.items() if is_set)


_GROUND: Final = QTextFormat.Property.BackgroundBrush.value


def _joined(stretches: Sequence[tuple[int, int, frozenset[Mark]]]) -> list[tuple[int, int, frozenset[Mark]]]:
    """Neighbours of the same setting as one; plain ones left out."""
    found: list[tuple[int, int, frozenset[Mark]]] = []
    for start, end, marks in stretches:
        if not marks:
            continue
        if found and found[-1][1:] == (start, marks):
            found[-1] = (found[-1][0], end, marks)
        else:
            found.append((start, end, marks))
    return found
