"""Work off the window's thread: a function runs in a thread, its result comes back as a call here.

The functions are pure or talk to the worker process; they never see a widget.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from typing_extensions import override

from draftdesk.errors import DraftdeskError


class _Carrier(QObject):
    """Lives on the window's thread; the signals cross over."""

    finished = Signal(int, object)
    failed = Signal(int, object)


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], carrier: _Carrier) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._carrier = carrier

    @override
    def run(self) -> None:
        """Runs in a thread of the pool."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  carried over and told there
            self._carrier.failed.emit(self._number, error)
        else:
            self._carrier.finished.emit(self._number, result)


class Background(QObject):
    """Runs functions one after the other; `busy_changed` says whether anything is under way."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._carrier = _Carrier(self)
        self._carrier.finished.connect(self._on_finished)
        self._carrier.failed.connect(self._on_failed)
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[DraftdeskError], None]]] = {}
        self._next = 0

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._waiting)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[DraftdeskError], None]
    ) -> None:
        """Run `work` in a thread; then `done` with its result, or `failed` with the refusal, on this thread."""
        self._next += 1
        self._waiting[self._next] = (done, failed)
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        self._pool.start(_Run(self._next, work, self._carrier))

    def close(self) -> None:
        """Wait for what is under way; results are dropped."""
        self._waiting.clear()
        self._pool.waitForDone()

    @Slot(int, object)
    def _on_finished(self, number: int, result: object) -> None:
        self._end(number, lambda done, _: partial(done, result))

    @Slot(int, object)
    def _on_failed(self, number: int, error: Exception) -> None:
        if not isinstance(error, DraftdeskError):
            self._end(number, lambda *_: None)
            raise error
        self._end(number, lambda _, failed: partial(failed, error))

    def _end(self, number: int, chosen: Callable[..., Callable[[], None] | None]) -> None:
        callbacks = self._waiting.pop(number, None)
        if callbacks is None:
            return
        call = chosen(*callbacks)
        try:
            if call is not None:
                call()
        finally:
            if not self._waiting:
                self.busy_changed.emit(False)
