"""The editor over a cell: plain words of one paragraph; keys that end it or ask for another are signals."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget
from typing_extensions import override

from draftdesk.gui.fonts import text_font
from draftdesk.gui.text_positions import offset_of
from draftdesk.gui.theme import Palette, text_size
from draftdesk.model.paragraph import OBJECT
from draftdesk.settings import FLUSH_MILLISECONDS

_LINE = "\u2028"


class CellEditor(QTextEdit):
    """Edits one text; `flushed` carries it 300 ms after the last key, and when it is left."""

    flushed = Signal(str)
    left = Signal()
    cancelled = Signal()
    next_asked = Signal(int)
    demote_asked = Signal()
    promote_asked = Signal()
    move_asked = Signal(int)
    remove_asked = Signal()
    grew = Signal(int)
    typed = Signal(str)
    choice_key = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Paragraph text")
        self.document().setDocumentMargin(0)
        self.offers_shown = False
        self._blank_given = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(FLUSH_MILLISECONDS)
        self._pause.timeout.connect(self.flush)
        self._filling = False
        self._last = ""
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._tell_height())

    def begin(self, text: str, marks: list[str], language: str, zoom: float, colors: Palette) -> None:
        """Fill in a paragraph; `marks` are the signs of its inline objects, in order."""
        self._filling = True
        size, pitch = text_size(language)
        font = text_font(language, size * zoom)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.setStyleSheet(
            f"QTextEdit {{ background: {_blend(colors)}; color: {colors.ink}; border: 0;"
            f" font-family: '{font.families()[0]}'; font-size: {font.pixelSize()}px;"
            f" selection-background-color: {colors.sel}; selection-color: {colors.ink}; }}"
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if language == "ar":
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.document().setDefaultTextOption(option)
        self._insert(text, marks, colors, size * zoom)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        form.setLineHeight(pitch * zoom, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(form)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._last = text
        self._filling = False
        self._tell_height()

    def _insert(self, text: str, marks: list[str], colors: Palette, size: float) -> None:
        self.clear()
        cursor = self.textCursor()
        pieces = text.replace("\n", _LINE).split(OBJECT)
        for number, piece in enumerate(pieces):
            if number:
                mark = marks[number - 1] if number <= len(marks) else "*"
                name = f"mark:{number}"
                self.document().addResource(
                    QTextDocument.ResourceType.ImageResource.value, name, _mark_image(mark, colors, size)
                )
                cursor.insertImage(name)
            cursor.insertText(piece)

    @property
    def text(self) -> str:
        """The text as the draft holds it."""
        return self.document().toRawText().replace("\u2029", " ").replace(_LINE, "\n")

    @property
    def caret(self) -> int:
        """The code point before which the caret stands."""
        return offset_of(self.text, self.textCursor().position())

    def flush(self) -> None:
        """Hand on what was typed since the last time; nothing while it is not shown."""
        self._pause.stop()
        if not self.isHidden() and self.text != self._last:
            self._last = self.text
            self.flushed.emit(self._last)

    def take(self, phrase: str) -> None:
        """An offered opening takes the place of what is typed before the caret."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(phrase + " ")
        self.setTextCursor(cursor)
        self._blank_given = True
        self.flush()

    def needed_height(self) -> int:
        """The height of the text."""
        return round(self.document().size().height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.needed_height())

    def _tell_height(self) -> None:
        if not self._filling:
            self.grew.emit(self.needed_height())

    def _on_typed(self) -> None:
        if not self._filling:
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
            self.promote_asked.emit()
        elif key == Qt.Key.Key_Backspace and not self.text:
            self.remove_asked.emit()
        else:
            return False
        return True

    def _tab(self) -> None:
        self.flush()
        if not self.text.strip() or not self.caret:
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
        words = " ".join(source.text().replace(OBJECT, "").split())
        self.textCursor().insertText(words)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()


_ALT: dict[Qt.Key, Callable[[CellEditor], None]] = {
    Qt.Key.Key_Right: lambda editor: editor.demote_asked.emit(),
    Qt.Key.Key_Left: lambda editor: editor.promote_asked.emit(),
    Qt.Key.Key_Up: lambda editor: editor.move_asked.emit(-1),
    Qt.Key.Key_Down: lambda editor: editor.move_asked.emit(1),
}


def _blend(colors: Palette) -> str:
    """The ground of the paragraph in hand: `cur` at 45 % on paper."""
    over, under = colors.color("cur"), colors.color("paper")
    parts = [
        round(0.45 * top + 0.55 * below)
        for top, below in ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
    ]
    return "#" + "".join(f"{part:02X}" for part in parts)


def _mark_image(mark: str, colors: Palette, size: float) -> QImage:
    """A note mark as a raised sign; in the text it is one object, so it moves and goes as one."""
    scale = 2
    font = text_font("en", size * 0.68)
    width = max(6, round(len(mark) * size * 0.36) + 2)
    image = QImage(width * scale, round(size * 0.95) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(colors.color("ink"))
    painter.drawText(0, round(size * 0.55), mark)
    painter.end()
    return image
