"""What the processes of a command hold together at their highest, in megabytes; Linux alone tells it.

A page that several of them share is counted once, whatever else runs on the machine: their own pages, and of each
mapped file the most that one of them has of it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

_PROC: Final = Path("/proc")
_PAUSE_SECONDS: Final = 0.004


class Held(NamedTuple):
    """`together`: counted once; `each`: the highest of each process, the first one first, with what it shares."""

    together: float
    each: tuple[float, ...]


def held_by(command: Sequence[str]) -> Held:
    """Run a command and look at it every few milliseconds; raises RuntimeError where the command fails."""
    if sys.platform != "linux":
        raise RuntimeError("only Linux tells what a process holds")
    process = subprocess.Popen(command)
    together, each = 0.0, dict[int, float]()
    while process.poll() is None:
        own, of_files = 0, dict[str, int]()
        for one in (process.pid, *_children(process.pid)):
            mapped = list(_mapped(one))
            own += sum(private for _, _, private in mapped)
            for name, resident, private in mapped:
                of_files[name] = max(of_files.get(name, 0), resident - private)
            each[one] = max(each.get(one, 0.0), sum(resident for _, resident, _ in mapped) / 1024)
        together = max(together, (own + sum(of_files.values())) / 1024)
        time.sleep(_PAUSE_SECONDS)
    if process.returncode:
        raise RuntimeError(f"status {process.returncode}: {command}")
    return Held(together, tuple(each.values()))


def _children(process: int) -> list[int]:
    told = [_text(path) for path in (_PROC / str(process) / "task").glob("*/children")]
    return [int(word) for text in told for word in text.split()]


def _mapped(process: int) -> Iterator[tuple[str, int, int]]:
    """Each mapping: its name and address in the file, the kilobytes that are there, and of these those of its own."""
    name, resident = "", 0
    for line in _text(_PROC / str(process) / "smaps").splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            name, resident = " ".join((*words[5:], words[2])), 0
        elif words[0] == "Rss:":
            resident = int(words[1])
        elif words[0] == "Anonymous:":
            yield name, resident, int(words[1])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # it ended meanwhile
        return ""
