"""Work off the window's thread: a function runs in a thread, its result comes back as a call here.

The functions are pure or talk to the worker process; they never see a widget. Work that was given a `Job` can be
stopped: what it makes is dropped, and what comes after it does not wait for its end.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from typing_extensions import override

from draftdesk.errors import DraftdeskError
from draftdesk.model.watch import Stopped


class Job:
    """Whether work is stopped, and whether that comes too late since it keeps already what it made."""

    def __init__(self, stopped: Callable[[bool], None]) -> None:
        """`stopped` is called on the window's thread when the work is stopped; True where it was being done."""
        self.stopped = stopped
        self._lock = threading.Lock()
        self._is_stopped = False
        self._keeps = False

    def stop(self) -> bool:
        """Stop the work; False where it comes too late."""
        with self._lock:
            self._is_stopped = not self._keeps
        return self._is_stopped

    @property
    def is_stopped(self) -> bool:
        """Whether the work was stopped."""
        return self._is_stopped

    def keep(self) -> None:
        """Called by the work before it puts what it made into its place; raises Stopped."""
        with self._lock:
            if self._is_stopped:
                raise Stopped
            self._keeps = True

    def watch(self, step: str, done: int, total: int) -> None:  # noqa: ARG002  a Watch
        """Called by long work now and then; raises Stopped."""
        if self._is_stopped:
            raise Stopped


class _Carrier(QObject):
    """Lives on the window's thread; the signals cross over."""

    finished = Signal(int, object)
    failed = Signal(int, object)


class _Run(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], carrier: _Carrier, job: Job | None) -> None:
        super().__init__()
        self._number = number
        self._work = work
        self._carrier = carrier
        self._job = job

    @override
    def run(self) -> None:
        """Runs in a thread of the pool."""
        if self._job is not None and self._job.is_stopped:
            return
        try:
            result = self._work()
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001  carried over and told there
            self._carrier.failed.emit(self._number, error)
        else:
            self._carrier.finished.emit(self._number, result)


@dataclass(frozen=True)
class _Waiting:
    """What is called when work is done."""

    done: Callable[[Any], None]
    failed: Callable[[DraftdeskError], None]
    job: Job | None


class Background(QObject):
    """Runs functions one after the other; `busy_changed` says whether anything is under way."""

    busy_changed = Signal(bool)
    stoppable_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools: list[QThreadPool] = []
        self._begin_queue()
        self._carrier = _Carrier(self)
        self._carrier.finished.connect(self._on_finished)
        self._carrier.failed.connect(self._on_failed)
        self._waiting: dict[int, _Waiting] = {}
        self._next = 0

    def _begin_queue(self) -> None:
        pool = QThreadPool(self)
        pool.setMaxThreadCount(1)
        self._pools.append(pool)

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._waiting)

    @property
    def is_stoppable(self) -> bool:
        """Whether something is under way that can be stopped."""
        return any(one.job is not None for one in self._waiting.values())

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[DraftdeskError], None],
        job: Job | None = None,
    ) -> None:
        """Run `work` in a thread; then `done` with its result, or `failed` with the refusal, on this thread."""
        self._next += 1
        self._waiting[self._next] = _Waiting(done, failed, job)
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        if job is not None:
            self.stoppable_changed.emit(True)
        self._pools[-1].start(_Run(self._next, work, self._carrier, job))

    def stop(self) -> bool:
        """Stop all that can be stopped; False where there is nothing such. What else waits is done all the same."""
        first = next(iter(self._waiting), 0)
        numbers = [number for number, one in self._waiting.items() if one.job is not None and one.job.stop()]
        jobs = [(number == first, self._waiting.pop(number).job) for number in numbers]
        if jobs:
            self._begin_queue()
        for was_first, job in jobs:
            if job is not None:
                job.stopped(was_first)
        if jobs:
            self._tell_ended()
        return bool(jobs)

    def close(self) -> None:
        """Wait for what is under way; results are dropped."""
        for one in self._waiting.values():
            if one.job is not None:
                one.job.stop()
        self._waiting.clear()
        for pool in self._pools:
            pool.waitForDone()

    @Slot(int, object)
    def _on_finished(self, number: int, result: object) -> None:
        self._end(number, lambda one: one.done(result))

    @Slot(int, object)
    def _on_failed(self, number: int, error: Exception) -> None:
        if not isinstance(error, DraftdeskError):
            self._end(number, lambda _: None)
            raise error
        self._end(number, lambda one: one.failed(error))

    def _end(self, number: int, tell: Callable[[_Waiting], None]) -> None:
        one = self._waiting.pop(number, None)
        if one is None:
            return
        try:
            tell(one)
        finally:
            self._tell_ended()

    def _tell_ended(self) -> None:
        if not self.is_stoppable:
            self.stoppable_changed.emit(False)
        if not self._waiting:
            self.busy_changed.emit(False)
