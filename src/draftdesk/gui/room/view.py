"""Room mode: the whole screen for one paragraph, walked by keys; it shows the desk as it is at every moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from draftdesk.gui.appearance.fonts import ui_font
from draftdesk.gui.room.keys import key_of
from draftdesk.gui.room.legend import paint_legend
from draftdesk.gui.room.parts import WIDTH, RoomLayout, lay_page_out, paint_page, palette_of
from draftdesk.gui.rows.spoken import spoken_content
from draftdesk.gui.sides import as_placed
from draftdesk.gui.telling import tell
from draftdesk.gui.widgets.wheel_notches import Notches
from draftdesk.translation import is_right_to_left, later, tr, tr_count
from draftdesk.workbench.decided_rows import named_counts
from draftdesk.workbench.display.decided import standing
from draftdesk.workbench.display.hands import hands_in
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.room.news import Seen, news_rows, seen_now
from draftdesk.workbench.room.page import RoomPage, room_page
from draftdesk.workbench.room.rows import counts_of, next_changed, room_rows

_TOP: Final = 64
_FOOT: Final = 70
_HINT_HEIGHT: Final = 44
_HINT: Final = later(
    "Esc leaves · arrows: paragraphs · F8: next change · N: news · Tab: next draft · B: what it was · + −: size"
)


class RoomView(QWidget):
    """`column` is the draft that is shown; what the room saw when it was left is kept for the next time."""

    left = Signal()
    theme_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)
        self.setAccessibleName(tr("Room mode"))
        self.setWindowTitle(tr("Room mode – draftdesk"))
        self.setMinimumSize(640, 400)
        self.view: DisplayRows | None = None
        self.title = ""
        self.column = 0
        self.ordinal = -1
        self.page: RoomPage | None = None
        self.seen: Seen | None = None
        self.standing: tuple[tuple[str, str], ...] = ()
        self._theme = "light"
        self._larger = 1.0
        self._shows_base = True
        self._hint = tr(_HINT)
        self._shift = 0
        self._laid: RoomLayout | None = None
        self._notches = Notches()
        self._clock = QTimer(self)
        self._clock.setInterval(10_000)
        self._clock.timeout.connect(self.update)

    # what is shown

    def enter(self, view: DisplayRows | None, title: str, ordinal: int, column: int) -> None:
        """Show a desk from a row and a draft on, on the other screen where there are two."""
        self._hint = tr(_HINT)
        self.column = column if column > 0 else (len(view.drafts) - 1 if view is not None else 0)
        self.ordinal = ordinal
        self.show_rows(view, title)
        parent = self.parentWidget()
        screens = QGuiApplication.screens()
        other = next((s for s in screens if parent is not None and s is not parent.screen()), None)
        chosen = other or (parent.screen() if parent is not None else None)
        if chosen is not None and not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            self.setGeometry(chosen.geometry())
        self._clock.start()

    def show_rows(self, view: DisplayRows | None, title: str) -> None:
        """Show another arrangement; the paragraph in sight stays, as near as it is still there."""
        before = self.view
        self.title = title
        if view is not None:  # a room sees no private note, and not how proposals were answered
            view = replace(view, decided=view.decided.for_others())
            self.standing = named_counts(standing(view))
        if view is not None and before is not None and before.rows is not view.rows and self.page is not None:
            self.ordinal = _same_row(before, view, self.ordinal)
        self.view = view
        if view is not None:
            self.column = min(self.column, len(view.drafts) - 1)
        self._turn(self.ordinal)

    def leave(self) -> None:
        """Remember what the room has seen, and go."""
        if self.view is not None:
            self.seen = seen_now(self.view, self.column, _now())
        self._clock.stop()
        self.left.emit()

    def set_theme(self, theme: str) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._lay_out()

    def _turn(self, ordinal: int) -> None:
        """Go to a row, else the nearest that has a page."""
        self._shift = 0
        view = self.view
        rows = room_rows(view, self.column) if view is not None else ()
        if view is None or not rows:
            self.page = None
        else:
            self.ordinal = min(rows, key=lambda row: (abs(row - ordinal), row))
            self.page = room_page(view, self.column, self.ordinal, self.seen)
            said = f"{self.page.number}. {spoken_content(self.page.present)} {self.page.news} {self.page.below}"
            tell(self, " ".join(said.split()))
        self._lay_out()

    def _lay_out(self) -> None:
        self._laid = None
        self.update()

    def _layout_now(self) -> RoomLayout | None:
        if self._laid is None and self.page is not None and self.view is not None:
            draft, old = self.view.drafts[self.column], max(0, self.view.against[self.column])
            languages = (draft.language, self.view.drafts[old].language)
            bars = _TOP + _FOOT + (_HINT_HEIGHT if self._hint else 0)
            size = (self.width(), max(100, round(self.height() - bars * self._scale)))
            self._laid = lay_page_out(
                *(self.page, languages, self._theme, size, self._larger), shows_base=self._shows_base
            )
        return self._laid

    @property
    def hands_here(self) -> list[tuple[int, str]]:
        """Whose changes the page shows, with the ordinals of their colours; [] where it is not coloured by author."""
        if self.page is None or self.view is None or self.view.hands is None:
            return []
        return [(hand, self.view.hands.names[hand]) for hand in hands_in(self.page.present, self.page.base)]

    @property
    def _scale(self) -> float:
        return self.width() / WIDTH

    @property
    def _hidden(self) -> int:
        """How many pixels of the page do not fit."""
        laid = self._layout_now()
        return max(0, round(laid.height - self.height() + (_TOP + _FOOT) * self._scale)) if laid is not None else 0

    # walking

    def step(self, by: int) -> None:
        """The next or previous paragraph; of one that is longer than the screen, its rest first."""
        if by > 0 and self._shift < self._hidden:
            self._shift = min(self._hidden, self._shift + self.height() // 2)
            self.update()
            return
        if by < 0 and self._shift > 0:
            self._shift = max(0, self._shift - self.height() // 2)
            self.update()
            return
        rows = room_rows(self.view, self.column) if self.view is not None else ()
        if self.ordinal in rows:
            self._turn(rows[max(0, min(rows.index(self.ordinal) + by, len(rows) - 1))])

    def step_change(self, by: int) -> None:
        """The next or previous paragraph that the draft changes."""
        found = next_changed(self.view, self.column, self.ordinal, by) if self.view is not None else None
        if found is not None:
            self._turn(found)

    def step_news(self) -> None:
        """The next paragraph in which something is new since the room last looked; after the last the first."""
        rows = news_rows(self.view, self.column, self.seen) if self.view is not None else ()
        if rows:
            self._turn(next((row for row in rows if row > self.ordinal), rows[0]))

    def step_draft(self, by: int) -> None:
        """The same paragraph in the next or previous draft."""
        count = len(self.view.drafts) if self.view is not None else 0
        if count > 1:
            self.column = 1 + (self.column - 1 + by) % (count - 1)
            self._turn(self.ordinal)

    def go_to_end(self, by: int) -> None:
        """The first or the last paragraph."""
        self._turn(0 if by < 0 else 1 << 30)

    def enlarge(self, by: int) -> None:
        """Larger or smaller letters; 0 for those of the beginning."""
        self.set_larger(self._larger * 1.15**by if by else 1.0)

    def toggle_base(self) -> None:
        """Show below the paragraph what it was, or leave it out."""
        self._shows_base = not self._shows_base
        self._lay_out()

    def toggle_theme(self) -> None:
        """Light or dark, for the window, too."""
        self.theme_asked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = key_of(Qt.Key(event.key()))
        if found is None or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            super().keyPressEvent(event)
            return
        if self._hint:
            self._hint = ""
            self._lay_out()
        does = getattr(self, found.does)
        does(found.by) if found.by or found.does == "enlarge" else does()
        self.update()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the drafts; there is nothing else that could have the focus."""
        self.step_draft(1 if next else -1)
        return True

    def set_larger(self, larger: float) -> None:
        """Letters so many times as large."""
        self._larger = max(0.5, min(larger, 3.0))
        self._shift = 0
        self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._notches.zooms(event, lambda way: self.set_larger(self._larger * 1.15**way)):
            return
        steps = self._notches.turn(event.angleDelta().y())
        if steps:
            self.step(-1 if steps > 0 else 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.step(1 if event.button() == Qt.MouseButton.LeftButton else -1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, scale = palette_of(self._theme), self._scale
        as_placed(painter)
        painter.fillRect(self.rect(), palette.color("paper"))
        laid = self._layout_now()
        if laid is not None and self.view is not None:
            room = self.height() - (_TOP + _FOOT) * scale
            top = _TOP * scale + max(0.0, (room - laid.height) * 0.42) - self._shift
            painter.save()
            painter.translate(0, top)
            paint_page(painter, laid, palette, self.view.drafts[self.column].language)
            painter.restore()
        for y, height in ((0.0, _TOP * scale), (self.height() - _FOOT * scale, _FOOT * scale)):
            painter.fillRect(QRectF(0, y, self.width(), height), palette.color("win"))
            painter.setPen(QPen(palette.color("rule"), 1))
            edge = y + height if y <= 0 else y
            painter.drawLine(0, round(edge), self.width(), round(edge))
        self._paint_head(painter)
        self._paint_foot(painter)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        box = QRectF(72 * self._scale, 0, self.width() - 144 * self._scale, _TOP * self._scale)
        page = self.page
        if page is None:
            self._say(painter, box, [(tr("Nothing on this desk can be shown yet."), 20, True, "ink2")])
            return
        place = tr("paragraph {number} of {count}", number=page.position, count=page.count)
        box = self._say(painter, box, [(place, 20, False, "ink2")], at_end=True)
        against = tr("{name} against {base}") if page.base_name else "{name}"
        shown = against.format(name=page.present_name, base=page.base_name)
        box = self._say(painter, box, [(self.title, 20, True, "ink"), (shown, 20, False, "ink2")])
        if self.hands_here:
            paint_legend(painter, box, self.hands_here, palette_of(self._theme), self._scale)

    def _paint_foot(self, painter: QPainter) -> None:
        if self.view is None or self.page is None:
            return
        box = QRectF(72 * self._scale, self.height() - _FOOT * self._scale, 0, _FOOT * self._scale)
        box.setWidth(self.width() - 144 * self._scale)
        if self._hint:
            above = self.height() - (_FOOT + _HINT_HEIGHT) * self._scale
            self._say(
                painter, QRectF(box.left(), above, box.width(), 36 * self._scale), [(self._hint, 18, False, "ink3")]
            )
        counts = counts_of(self.view, self.column)
        pairs = tr_count("{count} bracket open", "{count} brackets open", counts.brackets)
        news = len(news_rows(self.view, self.column, self.seen))
        right = [(tr_count("{count} new one", "{count} new", news), 20, True, "ink")] if news else []
        box = self._say(painter, box, [*right, (pairs, 20, False, "ink2"), (_now(), 20, False, "ink2")], at_end=True)
        numbers = [
            (str(counts.changed), tr_count("changed", "changed", counts.changed)),
            (str(counts.new), tr_count("new", "new", counts.new)),
            (str(counts.deleted), tr_count("deleted", "deleted", counts.deleted)),
        ]
        words: list[tuple[str, int, bool, str]] = []
        for number, what in (*self.standing, *numbers):
            words += [(number, 26, True, "ink"), (what, 20, False, "ink")]
        self._say(painter, box, words, pairs=True)

    def _say(
        self,
        painter: QPainter,
        box: QRectF,
        words: list[tuple[str, int, bool, str]],
        *,
        at_end: bool = False,
        pairs: bool = False,
    ) -> QRectF:
        """Words beside each other in a bar: text, size, whether bold, colour; returns what is left of the bar."""
        palette, scale = palette_of(self._theme), self._scale
        left, right = box.left(), box.right()
        from_right = at_end is not is_right_to_left()
        for k, (text, size, bold, color) in enumerate(reversed(words) if at_end else words):
            font = ui_font(size * scale, weight=QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(palette.color(color))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, round(right - left)))
            width = metrics.horizontalAdvance(shown)
            gap = (10 if pairs and k % 2 == 0 else 34 if pairs else 30) * scale
            x = right - width if from_right else left
            place = QRectF(x, box.top(), width + 2, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            left, right = (left, right - width - gap) if from_right else (left + width + gap, right)
        return QRectF(left, box.top(), max(0.0, right - left), box.height())


def _now() -> str:
    return f"{datetime.now().astimezone():%H:%M}"


def _same_row(before: DisplayRows, after: DisplayRows, ordinal: int) -> int:
    """The row of another arrangement that holds a paragraph of the row that was shown."""
    if not 0 <= ordinal < len(before.rows):
        return 0
    wanted = set(before.rows[ordinal].identity)
    return next((row.ordinal for row in after.rows if wanted & set(row.identity)), min(ordinal, len(after.rows) - 1))
