"""A second process for a long redline: it aligns and proves, while this one makes ready for writing, and writes.

Each has a core of its own, and the proof is nearly done when the redline comes to it. Nothing depends on the second
one: where it cannot be started, dies or says nothing in time, the same work is done here. What is said are pickled
values on its standard streams: served.py has the other end, work.py the words. This file loads next to
nothing, since the process is started before all else.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final

import draftdesk
from draftdesk.settings import LONG_STORY_BYTES, SECOND_PROCESS, SECOND_PROCESS_SECONDS

_SERVED: Final = "from draftdesk.workbench.second_process.served import serve; serve()"
_SERVE: Final = f"import sys; sys.path[:] = sys.argv[1:]; {_SERVED}"
_STORY: Final = "word/document"
_SILENCE: Final = (OSError, EOFError, ValueError, pickle.UnpicklingError, AttributeError, ImportError)
"""What comes of a process that is gone, or that says what this program cannot have said."""


class Sending:
    """Values on their way into a stream, in order; nobody waits, though a pipe takes no more than some pages.

    Each has a thread of its own, which begins to write before the work goes on.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._last: threading.Thread | None = None

    def send(self, value: object) -> None:
        """Send a value after the others; who reads them sees what became of it."""
        written = pickle.dumps(value, pickle.HIGHEST_PROTOCOL), self._last
        self._last = threading.Thread(target=self._write, args=written, daemon=True)
        self._last.start()

    def finish(self) -> None:
        """Wait until all is sent, or nobody reads any more."""
        if self._last is not None:
            self._last.join()

    def _write(self, data: bytes, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(data)
            self._stream.flush()


class SecondProcess:
    """The process, seen from this one; raises OSError where it cannot be started."""

    def __init__(self, words: Sequence[str], limit_seconds: float) -> None:
        self._limit_seconds = limit_seconds
        self._process: subprocess.Popen[bytes] | None = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._sending = Sending(_there(self._process.stdin))

    @property
    def process_id(self) -> int | None:
        """The id of the process, None when it is gone."""
        return self._process.pid if self._process is not None else None

    def tell(self, value: object) -> None:
        """Send a value; what becomes of it is seen from the answer."""
        if self._process is not None:
            self._sending.send(value)

    def answer(self) -> object:
        """The next value that it says, None where nothing comes; after that it is gone."""
        answer = self._heard(self._process) if self._process is not None else None
        if answer is None:
            self.close()
        return answer

    def close(self) -> None:
        """End the process, whatever it does. That takes some milliseconds, which are waited for in a thread."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            threading.Thread(target=_buried, args=(process, self._sending), daemon=True).start()

    def _heard(self, process: subprocess.Popen[bytes]) -> object:
        """The next value, None where none comes; the process is ended when its time is over."""
        watch = threading.Timer(self._limit_seconds, process.kill)
        watch.daemon = True
        watch.start()
        try:
            return pickle.load(_there(process.stdout))
        except _SILENCE:
            return None
        finally:
            watch.cancel()


@contextlib.contextmanager
def beside(files: Sequence[str]) -> Iterator[SecondProcess | None]:
    """A second process for the redline of the second file on the first, None where it does not pay."""
    second = None
    if len(files) == 2 and _cores() > 1 and sys.executable and _are_long(files):
        with contextlib.suppress(OSError):
            second = SecondProcess(command(), SECOND_PROCESS_SECONDS)
    try:
        yield second
    finally:
        if second is not None:
            second.close()


def command() -> list[str]:
    """What starts the process: this program, or its interpreter with the same places to import from."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SECOND_PROCESS]
    own = str(Path(draftdesk.__file__).resolve().parents[1])
    return [sys.executable, "-P", "-S", "-c", _SERVE, own, *filter(None, sys.path)]


def _are_long(files: Sequence[str]) -> bool:
    """Whether two Word files hold so much text that a second process pays."""
    try:
        sizes = [_story_size(file) for file in files]
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False
    return min(sizes) > 0 and sum(sizes) >= 2 * LONG_STORY_BYTES


def _story_size(file: str) -> int:
    """Bytes of the main story, unpacked; 0 where there is none."""
    with zipfile.ZipFile(file) as archive:
        return max((entry.file_size for entry in archive.infolist() if entry.filename.startswith(_STORY)), default=0)


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _buried(process: subprocess.Popen[bytes], sending: Sending) -> None:
    process.wait()
    sending.finish()
    for stream in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):
            _there(stream).close()


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream
