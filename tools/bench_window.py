"""How the window bears large drafts: memory, the longest pause while they load, find, and a first keystroke.

    python tools/bench_window.py [PARAGRAPHS [DRAFTS]]

Makes Word files of the given size (2,400 paragraphs, 8 drafts), opens them in a window without a display, waits until
all is worked out, and prints what it saw. Pauses are times between two turns of the event loop; the processor time
in them is ours, the rest is what other programs took.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop

from bench import draft_of, sentences
from draftdesk.exporting.clean_word import write_clean
from draftdesk.gui.app import application
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.workbench.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("size", nargs="?", type=int, default=2400, metavar="PARAGRAPHS")
    parser.add_argument("drafts", nargs="?", type=int, default=8, metavar="DRAFTS")
    options = parser.parse_args(words)
    size, drafts = options.size, options.drafts
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DRAFTDESK_WORKSPACES"] = folder
        paths = made_files(Path(folder), size, drafts)
        application()
        session = Session(Desk(Workspace.open(Path(folder) / "bench.desk")), Worker())
        session.background.run(session.worker.start, lambda _: None, session.refuse)
        window = MainWindow(session)
        window.resize(1600, 1000)
        window.show()
        longest_until(lambda: not session.background.is_busy)
        started = time.perf_counter()
        window.open(paths)
        pause = longest_until(lambda: window.workplace.view is not None and not window.open_files.is_busy)
        print(f"{size} x {drafts}: read and compared in {time.perf_counter() - started:.1f} s, {pause}")
        pause = longest_until(window.workplace.is_settled)
        print(f"all worked out after {time.perf_counter() - started:.1f} s, {pause}, {resident():.0f} MB")
        print(f"a turn of the wheel in {window.manners.shown}: {1000 * wheel(window):.1f} ms of 95 in 100 at most")
        window.finding.begin()
        until = time.perf_counter() + 0.5
        longest_until(lambda: time.perf_counter() > until)
        started = time.thread_time()
        window.actions_.find.line.setText("ferries")
        print(f"find, with marks and place: {1000 * (time.thread_time() - started):.0f} ms")
        window.close()
    return 0


def wheel(window: MainWindow) -> float:
    """Processor seconds of painting after a turn of the wheel; 95 of 100 take at most so long."""
    place = window.workplace
    shown = place.matrix.matrix if place.is_matrix else place.rows
    times = []
    for _ in range(100):
        started = time.thread_time()
        shown.verticalScrollBar().setValue(shown.verticalScrollBar().value() + 72)
        shown.viewport().repaint()
        times.append(time.thread_time() - started)
    return sorted(times)[94]


def made_files(folder: Path, size: int, drafts: int) -> list[str]:
    """Drafts that each edit the one before, as Word files."""
    texts, paths = sentences(size), []
    for number in range(drafts):
        path = folder / f"L.27 rev{number}.docx"
        path.write_bytes(write_clean(draft_of(texts)))
        paths.append(str(path))
        texts = [f"{text[:-1]}, as appropriate;" if k % 9 == number else text for k, text in enumerate(texts)]
    return paths


def longest_until(done: Callable[[], bool]) -> str:
    """Lets the window work, and tells its longest turn."""
    longest = ours = 0.0
    before = time.perf_counter(), time.thread_time()
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
        now = time.perf_counter(), time.thread_time()
        longest, ours, before = max(longest, now[0] - before[0]), max(ours, now[1] - before[1]), now
    return f"longest pause {1000 * longest:.0f} ms ({1000 * ours:.0f} ms ours)"


def resident() -> float:
    """Megabytes that this process holds now, without the worker."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
