"""Long printing page by page, in slices of the event loop: the window answers in between, and it can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

Pages = Generator[tuple[int, int], None, int]
"""Prints a page between two yields of (pages done, pages in all), or (0, 0) for a mere pause; gives the count."""

_SLICE: Final = 0.03
"""Seconds of work in one turn of the event loop."""


def drained(pages: Pages) -> int:
    """All pages at once; how many there are."""
    while True:
        try:
            next(pages)
        except StopIteration as end:
            return int(end.value)


class PageTurns(QObject):
    """Works one printing off; where another one begins, it takes its place."""

    stoppable_changed = Signal()
    progressed = Signal(int, int)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self._done: Callable[[int], object] = lambda _: None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_stoppable(self) -> bool:
        """Whether pages are being printed."""
        return self._pages is not None

    def start(self, pages: Pages, done: Callable[[int], object]) -> None:
        """Print; `done` gets the number of pages. Few pages are printed at once."""
        self.stop()
        self._pages, self._done = pages, done
        self._turn()
        if self._pages is not None:
            self.stoppable_changed.emit()
            self._timer.start()

    def stop(self) -> None:
        """Print no further, where something is printed."""
        if self._pages is not None:
            self._pages.close()
            self._end()
            self.stopped.emit()

    def _end(self) -> None:
        self._pages, self._done = None, lambda _: None
        self._timer.stop()
        self.stoppable_changed.emit()

    def _turn(self) -> None:
        until = time.perf_counter() + _SLICE
        while self._pages is not None:
            try:
                at, total = next(self._pages)
            except StopIteration as end:
                done = self._done
                self._end()
                done(int(end.value))
                return
            if total:
                self.progressed.emit(at, total)
            if time.perf_counter() > until:
                return
