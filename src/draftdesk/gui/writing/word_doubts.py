"""Words that no list has, in the paragraph in hand: underlined, with other spellings in the menu of the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from draftdesk.gui.text_positions import offset_of, units_before
from draftdesk.gui.writing.cell_editor import CellEditor
from draftdesk.translation import tr
from draftdesk.workbench.draft_findings import FindingEntry
from draftdesk.workbench.spelling import spellings

Choose = Callable[[FindingEntry, str], None]


class WordDoubts:
    """Follows the editor; `choose` puts a word in the place of another, `keep` makes it one of the user's own."""

    def __init__(self, editor: CellEditor, choose: Choose, keep: Callable[[FindingEntry], None]) -> None:
        self._editor = editor
        self._choose = choose
        self._keep = keep
        self.entries: tuple[FindingEntry, ...] = ()
        self._color = QColor()
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._ask)
        editor.textChanged.connect(self._let_go)

    def show(self, entries: Sequence[FindingEntry], color: QColor) -> None:
        """Underline the words of these findings; a word that the caret stands in is still being written."""
        self._color = color
        text, caret = self._editor.text, self._editor.caret
        self.entries = tuple(
            entry
            for entry in entries
            if entry.finding.span.of(text) == entry.found
            and not (self._editor.hasFocus() and entry.finding.span.end == caret)
        )
        self._editor.setExtraSelections([self._line(text, entry) for entry in self.entries])

    def _line(self, text: str, entry: FindingEntry) -> QTextEdit.ExtraSelection:
        line = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(units_before(text, entry.finding.span.start))
        cursor.setPosition(units_before(text, entry.finding.span.end), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(self._color)
        line.cursor, line.format = cursor, form
        return line

    def _let_go(self) -> None:
        """What was typed since moved the words."""
        text = self._editor.text
        kept = tuple(entry for entry in self.entries if entry.finding.span.of(text) == entry.found)
        if len(kept) != len(self.entries):
            self.entries = kept
            self._editor.setExtraSelections([self._line(text, entry) for entry in kept])

    def at(self, offset: int) -> FindingEntry | None:
        """The finding whose word an offset of the text is in."""
        inside = (one for one in self.entries if one.finding.span.start <= offset <= one.finding.span.end)
        return next(inside, None)

    def _ask(self, point: QPoint) -> None:
        self.menu(point).popup(self._editor.viewport().mapToGlobal(point))

    def menu(self, point: QPoint) -> QMenu:
        """The usual menu of the editor, under what may be meant by the word that is pointed at."""
        menu = self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = self.at(offset_of(self._editor.text, self._editor.cursorForPosition(point).position()))
        if entry is not None:
            first = menu.actions()[0] if menu.actions() else None
            added = QMenu(menu)
            for word in spellings(entry):
                added.addAction(word).triggered.connect(lambda _=False, one=word: self._choose(entry, one))
            added.addSeparator()
            added.addAction(tr("Add to my words")).triggered.connect(lambda _=False: self._keep(entry))
            added.addSeparator()
            for action in added.actions():
                menu.insertAction(first, action) if first is not None else menu.addAction(action)
        return menu
