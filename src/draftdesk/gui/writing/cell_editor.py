"""The editor over a cell: plain words of one paragraph; keys that end it or ask for another are signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from draftdesk.drafting.rewriting import ByHand
from draftdesk.gui.appearance.fonts import readable, text_font, text_size, ui_font
from draftdesk.gui.appearance.theme import UI_SIZE, Palette
from draftdesk.gui.sides import at_start
from draftdesk.gui.text_positions import offset_of, units_before
from draftdesk.gui.writing.ink import ground, mark_image, sides
from draftdesk.gui.writing.marks import EditorMarks
from draftdesk.model.paragraph import OBJECT, Mark, Run
from draftdesk.settings import FLUSH_MILLISECONDS
from draftdesk.translation import tr

_LINE = "\u2028"


@dataclass(frozen=True, slots=True)
class Filling:
    """A paragraph for the editor: `marks` are the signs of its inline objects, `prompt` stands in an empty one.

    `scale`: notes are set smaller than the text. `is_cell`: Tab leads on to the next cell of a table.
    """

    text: str
    runs: Sequence[Run] = ()
    marks: Sequence[str] = ()
    language: str = "en"
    prompt: str = ""
    scale: float = 1.0
    is_cell: bool = False


_RETRY_MILLISECONDS: Final = 2000
"""After which words that the disk did not take are handed on again."""


class CellEditor(QTextEdit):
    """Edits one text; `flushed` carries what is typed within 300 ms, and when it is left.

    It has no undo of its own: what was typed is on the desk, and its steps back are those of the desk.
    """

    flushed = Signal(str, object)
    left = Signal()
    cancelled = Signal()
    next_asked = Signal(int)
    demote_asked = Signal()
    promote_asked = Signal()
    move_asked = Signal(int)
    remove_asked = Signal()
    join_asked = Signal(int)
    step_asked = Signal(int)
    walk_asked = Signal(int)
    pasted = Signal(object)
    grew = Signal(int)
    typed = Signal(str)
    choice_key = Signal(int)
    cell_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Paragraph text"))
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.offers_shown = False
        self._blank_given = False
        self._is_cell = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FLUSH_MILLISECONDS)
        self._pause.timeout.connect(self.flush)
        self.is_refused = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.flush)
        self._filling = False
        self._last: tuple[str, tuple[ByHand, ...]] = ("", ())
        self._pen = QColor()
        self._frame, self._prompt_ink = QColor(), QColor()
        self._prompt, self._prompt_font = "", QFont()
        self._marks = EditorMarks(self.document(), lambda: self._pen)
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._tell_height())

    def begin(self, filling: Filling, zoom: float, colors: Palette) -> None:
        """Fill in a paragraph, with the caret at its end."""
        self._filling = True
        self._pause.stop()
        text, language = filling.text, filling.language
        self._is_cell = filling.is_cell
        size, pitch = text_size(language)
        zoom *= filling.scale
        font = text_font(language, size * zoom)
        self.setFont(font)
        self.document().setDefaultFont(font)
        names = ", ".join(f"'{family}'" for family in font.families())
        self.setStyleSheet(
            f"QTextEdit {{ background: {ground(colors)}; color: {colors.ink}; border: 0;"
            f" font-family: {names}; font-size: {font.pixelSize()}px;"
            f" selection-background-color: {colors.sel}; selection-color: {colors.ink}; }}"
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if language == "ar":
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.document().setDefaultTextOption(option)
        self._pen, self._frame, self._prompt_ink = (colors.color(name) for name in ("pen", "line", "ink2"))
        self._prompt_font = ui_font(readable(UI_SIZE * zoom))
        self._insert(text, filling.marks, colors, size * zoom)
        self._prompt = filling.prompt
        self.setAccessibleDescription(filling.prompt)
        self._marks.show(text, filling.runs)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        form.setLineHeight(pitch * zoom, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(form)
        self.sides = sides(language)
        self._leave_sides()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._last = (text, ())
        self.is_refused = False
        self._filling = False
        self._tell_height()

    def _leave_sides(self) -> None:
        """Room beside the words; clearing the document takes it away."""
        form = self.document().rootFrame().frameFormat()
        form.setLeftMargin(self.sides[0])
        form.setRightMargin(self.sides[1])
        self.document().rootFrame().setFrameFormat(form)

    def _insert(self, text: str, marks: Sequence[str], colors: Palette, size: float) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.setCharFormat(QTextCharFormat())  # what was set by hand in one paragraph is not for the next
        pieces = text.replace("\n", _LINE).split(OBJECT)
        for number, piece in enumerate(pieces):
            if number:
                mark = marks[number - 1] if number <= len(marks) else "*"
                name = f"mark:{number}"
                self.document().addResource(
                    QTextDocument.ResourceType.ImageResource.value, name, mark_image(mark, colors, size)
                )
                cursor.insertImage(name)
            cursor.insertText(piece, QTextCharFormat())

    @property
    def text(self) -> str:
        """The text as the draft holds it."""
        return self.document().toRawText().replace("\u2029", " ").replace(_LINE, "\n")

    @property
    def caret(self) -> int:
        """The code point before which the caret stands."""
        return offset_of(self.text, self.textCursor().position())

    @property
    def is_ahead(self) -> bool:
        """Whether something was typed that was not handed on yet, or could not be kept."""
        return self._pause.isActive() or self.is_refused

    def refuse(self) -> None:
        """What was handed on could not be kept: it stays here, and is handed on again with the next key or soon."""
        self.is_refused = True
        self._retry.start()

    def flush(self) -> None:
        """Hand on what was typed since the last time; nothing while it is not shown."""
        self._pause.stop()
        now = (self.text, self.by_hand)
        if not self.isHidden() and (now != self._last or self.is_refused):
            self._last, self.is_refused = now, False
            self.flushed.emit(*now)

    def put_caret(self, offset: int) -> None:
        """The caret before a code point of the text."""
        cursor = self.textCursor()
        cursor.setPosition(units_before(self.text, offset))
        self.setTextCursor(cursor)

    def show_runs(self, text: str, runs: Sequence[Run]) -> None:
        """Marks as the draft has them; nothing where the words have moved on."""
        if text == self.text:
            self._filling = True
            self._marks.show(text, runs)
            self._filling = False

    @property
    def by_hand(self) -> tuple[ByHand, ...]:
        """What was set by hand: marks put on words, or taken off."""
        return self._marks.by_hand(self.text)

    def toggle(self, mark: Mark) -> None:
        """A mark for the selection, or for the word around the caret; without either, for what is typed next."""
        self.flush()  # what was typed before is a step of its own
        form = self._marks.toggle(self.textCursor(), mark, self.currentCharFormat())
        if form is None:
            self.flush()
        else:
            self.mergeCurrentCharFormat(form)

    def take(self, phrase: str) -> None:
        """An offered opening takes the place of what is typed before the caret."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(phrase + " ")
        self.setTextCursor(cursor)
        self._blank_given = True
        self.flush()

    def set_width(self, width: int) -> None:
        """Break the lines for a width.

        Qt breaks them anew when it resizes, but forgets to while it is still at an earlier size (seen with 6.11).
        """
        self.setFixedWidth(width)
        if self.document().textWidth() != self.viewport().width():
            self.document().setTextWidth(self.viewport().width())

    def needed_height(self) -> int:
        """The height of the text."""
        return round(self.document().size().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.setPen(self._frame)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self.document().isEmpty():
            painter.setFont(self._prompt_font)
            painter.setPen(self._prompt_ink)
            painter.drawText(
                area.adjusted(self.sides[0], 0, -self.sides[1], 0),
                Qt.AlignmentFlag.AlignVCenter | at_start(),
                self._prompt,
            )
        painter.end()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.needed_height())

    def _tell_height(self) -> None:
        if not self._filling:
            self.grew.emit(self.needed_height())

    def _on_typed(self) -> None:
        if not self._filling:
            if not self._pause.isActive():
                self._pause.start()
            self.typed.emit(self.text[: self.caret])

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        kept = {
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }
        if event.reason() not in kept and not self.isHidden():
            self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        blank_given, self._blank_given = self._blank_given, False
        if blank_given and key == Qt.Key.Key_Space:
            return True  # an opening that was taken brought its blank along
        alt, control = bool(held & Qt.KeyboardModifier.AltModifier), bool(held & Qt.KeyboardModifier.ControlModifier)
        if self.offers_shown and self._offer_key(key, plain=not (alt or control)):
            return True
        if alt and key in _ALT:
            self.flush()
            _ALT[Qt.Key(key)](self)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held & Qt.KeyboardModifier.ShiftModifier:
            self.flush()
            self.left.emit() if control else self.next_asked.emit(self.caret)
        elif key == Qt.Key.Key_Escape:
            self._pause.stop()
            self.cancelled.emit()
        elif key == Qt.Key.Key_Tab:
            self._tab()
        elif key == Qt.Key.Key_Backtab:
            self.flush()
            self.cell_asked.emit(-1) if self._is_cell else self.promote_asked.emit()
        elif key == Qt.Key.Key_Backspace and not self.text:
            self.remove_asked.emit()
        elif self._joins(key):
            self.flush()
            self.join_asked.emit(-1 if key == Qt.Key.Key_Backspace else 1)
        elif not held and key in _WALKS and not self.textCursor().movePosition(_WALKS[Qt.Key(key)][0]):
            self.walk_asked.emit(_WALKS[Qt.Key(key)][1])
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.step_asked.emit(-1 if event.matches(QKeySequence.StandardKey.Undo) else 1)
        else:
            return False
        return True

    def _joins(self, key: int) -> bool:
        """Backspace at the start, Delete at the end."""
        if self.textCursor().hasSelection():
            return False
        at_start, at_end = not self.textCursor().position(), self.textCursor().atEnd()
        return (key == Qt.Key.Key_Backspace and at_start) or (key == Qt.Key.Key_Delete and at_end)

    def _tab(self) -> None:
        self.flush()
        if self._is_cell:
            self.cell_asked.emit(1)
        elif not self.text.strip() or not self.caret:
            self.demote_asked.emit()
        else:
            self.left.emit()

    def _offer_key(self, key: int, *, plain: bool) -> bool:
        taken = {Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape}
        if plain and key in taken:
            self.choice_key.emit(key)
            return True
        return False

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasted.emit(source)

    def insert_words(self, text: str, runs: Sequence[Run]) -> None:
        """Words of one paragraph at the caret, in the place of what is selected, with their marks."""
        cursor = self.textCursor()
        cursor.removeSelectedText()
        start = offset_of(self.text, cursor.position())
        cursor.insertText(text.replace(OBJECT, "").replace("\n", _LINE), QTextCharFormat())
        for run in runs:
            cursor.setPosition(units_before(self.text, start + run.span.start))
            cursor.setPosition(units_before(self.text, start + run.span.end), QTextCursor.MoveMode.KeepAnchor)
            self._marks.put(cursor, run.marks)
            cursor.clearSelection()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()


_WALKS: dict[Qt.Key, tuple[QTextCursor.MoveOperation, int]] = {
    Qt.Key.Key_Up: (QTextCursor.MoveOperation.Up, -1),
    Qt.Key.Key_Down: (QTextCursor.MoveOperation.Down, 1),
}

_ALT: dict[Qt.Key, Callable[[CellEditor], None]] = {
    Qt.Key.Key_Right: lambda editor: editor.demote_asked.emit(),
    Qt.Key.Key_Left: lambda editor: editor.promote_asked.emit(),
    Qt.Key.Key_Up: lambda editor: editor.move_asked.emit(-1),
    Qt.Key.Key_Down: lambda editor: editor.move_asked.emit(1),
}
