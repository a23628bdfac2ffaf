"""The bar under the tools: what happened, ways on, close; or one question. Nothing modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from draftdesk.gui.appearance.icons import icon, pixmap
from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.translation import tr

WayOn = tuple[str, Callable[[], None]]
"""A button: its caption and what it does."""


_HEIGHT = 42
_LINE = 19
_ROUND = 24
_AROUND = 30
_WIDEST_ANSWER = 560
_AS_ITS_WORDS, _AS_THERE_IS_ROOM = QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Ignored
_FOR_WAYS = 0.5
"""Of the bar, what its buttons may take; a name in a caption may be long, and the sentence needs room."""

_MOST = 6
"""So many refusals are shown below each other, the latest ones."""


class MessageBar(QFrame):
    """Shows a message until it is closed or replaced; refusals that come together stand below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = "light"
        self._is_error = self._is_doubtful = False
        self._sentences: list[str] = []
        self.setFixedHeight(_HEIGHT)
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._field = QLineEdit(self)
        self._field.setAcceptDrops(False)  # files are for the window
        self._field.setMinimumWidth(260)
        self._field.setMaximumWidth(_WIDEST_ANSWER)
        self._field.returnPressed.connect(self._answer)
        self._field.hide()
        self._answered: Callable[[str], None] | None = None
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._close = QToolButton(self)
        self._close.setAccessibleName(tr("Close the message"))
        self._close.setToolTip(tr("Close"))
        self._close.clicked.connect(self.hide)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(9)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._field, 1)
        row.addLayout(self._ways)
        row.addStretch(0)
        row.addWidget(self._close)
        self.buttons: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; "" when the bar is closed."""
        return self._text.text() if not self.isHidden() else ""

    def set_theme(self, theme: str) -> None:
        """Draw the signs in the colours of a theme."""
        self._theme = theme
        self._dress()

    def tell(
        self,
        sentence: str,
        ways_on: Sequence[WayOn] = (),
        *,
        is_error: bool = False,
        is_doubtful: bool = False,
    ) -> None:
        """Show a sentence with its ways on; a refusal stands below those that nobody closed yet."""
        together = is_error and self._is_error and not self.isHidden()
        before = [one for one in self._sentences if one != sentence] if together else []
        self._sentences = [*before, sentence][-_MOST:]
        self._is_error, self._is_doubtful = is_error, is_doubtful
        self._show_sentences()
        self._ask_beside_it(asks=False)
        self._put_ways(ways_on)
        self._dress()
        self.show()
        self._fit()
        QTimer.singleShot(0, self, self._fit)  # new buttons take their room a moment later

    def take_back(self, sentence: str) -> None:
        """A sentence that is not true any more goes, with the ways on that it had if it was the last one."""
        if self.isHidden() or sentence not in self._sentences:
            return
        if sentence == self._sentences[-1]:
            self._put_ways(())
        self._sentences.remove(sentence)
        if self._sentences:
            self._show_sentences()
            self._fit()
        else:
            self.hide()

    def _show_sentences(self) -> None:
        text = "\n".join(self._sentences)
        self._text.setText(text)
        self._text.setToolTip(text)
        self.setAccessibleName(text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the sentences need at this width."""
        self._fit_question()
        self._row.activate()
        needed = self._text.heightForWidth(max(200, self._text.width())) + _ROUND
        self.setFixedHeight(min(max(_HEIGHT, needed), _HEIGHT + _LINE * (_MOST - 1)))
        self._row.setGeometry(
            self.contentsRect()
        )  # of a height that is set while it resizes the layout hears nothing

    def _fit_question(self) -> None:
        """A question is as wide as its words, or breaks at half of the bar."""
        asks = self._field.isVisibleTo(self)
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2
        least, policy = min(words, self.width() // 2) if asks else 0, _AS_ITS_WORDS if asks else _AS_THERE_IS_ROOM
        if (self._text.minimumWidth(), self._text.sizePolicy().horizontalPolicy()) != (least, policy):
            self._text.setMinimumWidth(least)
            self._text.setSizePolicy(policy, QSizePolicy.Policy.Preferred)

    def ask(self, question: str, value: str, answered: Callable[[str], None]) -> None:
        """Ask for a line of text; Enter gives it to `answered`, closing the bar leaves all as it is."""
        self.tell(question, [(tr("Keep"), self._answer)])
        self._answered = answered
        self._field.setText(value)
        self._field.setAccessibleName(question)
        self._field.selectAll()
        self._ask_beside_it(asks=True)
        self._dress()
        self._field.setFocus()

    def _ask_beside_it(self, *, asks: bool) -> None:
        """The answer stands right after its question, and what room is left comes after both."""
        self._field.setVisible(asks)
        self._row.setStretch(self._row.indexOf(self._text), 0 if asks else 1)
        self._row.setStretch(self._row.indexOf(self._close) - 1, 1 if asks else 0)
        self._fit_question()

    def _answer(self) -> None:
        if self._answered is not None:
            answered, self._answered = self._answered, None
            self.hide()
            answered(self._field.text().strip())

    def _put_ways(self, ways_on: Sequence[WayOn]) -> None:
        for button in self.buttons:
            self._ways.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        widest = round(self.window().width() * _FOR_WAYS / max(1, len(ways_on))) - _AROUND
        for caption, action in ways_on:
            button = QPushButton(self)
            shown = button.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideMiddle, widest)
            button.setText(shown)
            button.setToolTip(caption if shown != caption else "")
            button.setAccessibleName(caption.replace("&", ""))
            button.clicked.connect(lambda _=False, act=action: act())
            self._ways.addWidget(button)
            self.buttons.append(button)

    def _dress(self) -> None:
        colors = PALETTES[self._theme]
        self.setObjectName("bar_error" if self._is_error else "bar_doubt" if self._is_doubtful else "bar_note")
        sign, ink = ("alert", colors.err) if self._is_error else ("check", colors.ok)
        if self._is_doubtful:
            sign, ink = "alert", colors.warn
        if self._field.isVisibleTo(self):
            sign, ink = "pen", colors.ink2
        self._sign.setPixmap(pixmap(sign, ink, 2))
        self._close.setIcon(icon("close", self._theme))
        self.style().unpolish(self)
        self.style().polish(self)
