"""Long lists made in slices of the event loop, so that the window answers in between."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from draftdesk.gui.collection import spare_values

Thing = TypeVar("Thing")

_SLICE: Final = 0.006
"""Seconds of work in one turn of the event loop."""

_FIRST: Final = 0.002
"""Seconds of the first slice: several lists begin in the turn in which a comparison is shown."""


class Incremental(QObject, Generic[Thing]):
    """Drains an iterator; None in it is only a place to pause. `finished` carries the list."""

    finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._source: Iterator[Thing | None] | None = None
        self._made: list[Thing] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_running(self) -> bool:
        """Whether there is more to make."""
        return self._source is not None

    def start(self, source: Iterator[Thing | None]) -> None:
        """Begin anew with another iterator; what was under way is dropped. A short list is done at once."""
        self._source, self._made = source, []
        self._turn(_FIRST)
        if self._source is not None:
            self._timer.start()

    def finish_now(self) -> None:
        """Make the rest without pauses."""
        while self._source is not None:
            self._turn()

    def _turn(self, seconds: float = _SLICE) -> None:
        if self._source is None:
            self._timer.stop()
            return
        until = time.perf_counter() + seconds
        for thing in self._source:
            if thing is not None:
                self._made.append(thing)
            elif time.perf_counter() > until:
                spare_values()
                return
        self._source = None
        self._timer.stop()
        self.finished.emit(self._made)
