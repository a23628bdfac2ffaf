"""One warm process that parses foreign files, so that a bad file can never take the window with it.

It imports no Qt. Bytes go in, a Received comes out; time and memory are limited. A call that takes too
long, or a process that ends, is one sentence to the user, and the next call starts a new process.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, ParamSpec, TypeVar

from draftdesk.errors import DraftdeskError, ReadingError, refusal
from draftdesk.model.draft import FINAL, Received, View
from draftdesk.reading.receive import receive
from draftdesk.settings import READING_TIMEOUT_SECONDS, WORKER_MEMORY_BYTES

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class Worker:
    """A process to call functions in; calls of several threads wait for each other."""

    def __init__(self, timeout_seconds: float = READING_TIMEOUT_SECONDS) -> None:
        self._timeout_seconds = timeout_seconds
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection[Any, Any] | None = None

    def start(self) -> None:
        """Start the process now, so that the first call finds it warm."""
        with self._lock:
            self._started()

    def read(self, data: bytes, name: str, view: View = FINAL) -> Received:
        """What `receive` gives; raises ReadingError, also when the process dies or takes too long."""
        return self.call(name, receive, data, name, view)

    def call(
        self, name: str, function: Callable[_Arguments, _Result], *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> _Result:
        """The result of a function of a module; `name` is what an error calls the work."""
        with self._lock:
            connection = self._started()
            try:
                connection.send((function, args, kwargs))
                if not connection.poll(self._timeout_seconds):
                    self._end()
                    raise refusal(ReadingError, "worker_timeout", name=name, seconds=int(self._timeout_seconds))
                outcome = connection.recv()
            except (EOFError, OSError) as error:
                self._end()
                raise refusal(ReadingError, "worker_died", name=name) from error
        if isinstance(outcome, _Failed):
            raise outcome.error(name)
        result: _Result = outcome
        return result

    @property
    def process_id(self) -> int | None:
        """The id of the process, None when none is running."""
        return self._process.pid if self._process is not None else None

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def abort(self) -> None:
        """End the process also while it works; that call is refused, and the next one starts another process."""
        process = self._process
        if process is not None and self._lock.locked():
            with contextlib.suppress(ValueError, OSError):  # it ended by itself in between
                process.kill()

    def _started(self) -> Connection[Any, Any]:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), name="draftdesk reader", daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        return ours

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
            self._process.close()
        self._process = self._connection = None


class _Failed:
    """An error on its way from the process."""

    def __init__(self, failure: Exception) -> None:
        self._said = failure.said if isinstance(failure, DraftdeskError) else None
        self._kind = type(failure) if isinstance(failure, DraftdeskError) else ReadingError
        self._reason = f"{type(failure).__name__}: {failure}"

    def error(self, name: str) -> DraftdeskError:
        """The same error on this side; a fault of ours is said with its reason."""
        if self._said is not None:
            return self._kind(self._said)
        return refusal(ReadingError, "file_unreadable", name=name, reason=self._reason)


def _serve(connection: Connection[Any, Any]) -> None:
    """Answer calls until the other side is gone."""
    _limit_memory()
    gc.disable()  # between two calls there is time for it
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            function, args, kwargs = connection.recv()
            connection.send(_outcome(function, args, kwargs))
            gc.collect()


def _outcome(function: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> object:
    try:
        return function(*args, **kwargs)
    except Exception as failure:  # noqa: BLE001  whatever a foreign file provokes becomes one sentence
        return _Failed(failure)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  there is none on Windows
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (WORKER_MEMORY_BYTES, WORKER_MEMORY_BYTES))
