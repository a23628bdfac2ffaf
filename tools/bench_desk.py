"""How the window bears large drafts: what one waits for, and memory.

    python tools/bench_desk.py [--counts N] [PARAGRAPHS [DRAFTS]]

Makes Word files of the given size (2,400 paragraphs, 8 drafts) and opens them in windows without a display, each
count in a process of its own. Prints the median of each figure over the counts (five) beside what is asked; status
3 where one misses it. Times are processor time, so that what other programs take does not count: of the window's
thread, and for the turns of its event loop of all our threads, for those make it wait. Where the yardstick beside the
checkout is found, they are divided by how much slower than the machine of reference this one is.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea

from bench import draft_of, sentences
from draftdesk.exporting.clean.word import write_clean
from draftdesk.gui.app import application
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace

YARDSTICK: Final = Path(__file__).resolve().parents[2] / "shared" / "peers" / "yardstick.py"
MISSED: Final = 3

ASKED: Final[dict[str, float]] = {
    "longest turn while loading": 100,
    "first paint after comparing": 150,
    "wheel step in the matrix, 95 of 100": 16,
    "wheel step in the columns, 95 of 100": 16,
    "resize step in the matrix": 40,
    "resize step in the columns": 40,
    "find all, marked and counted": 30,
    "next change": 20,
    "memory": 250,
    "start of a working draft, longest turn": 50,
    "a key, until it is painted": 16,
    "longest turn after a pause of typing": 50,
    "Enter within a paragraph, longest turn": 50,
    "Backspace at its start, longest turn": 50,
    "a new paragraph, longest turn": 50,
    "a paragraph moved down, longest turn": 50,
    "a step back, longest turn": 50,
    "memory with a working draft": 250,
}
"""Milliseconds of processor time, and megabytes that are held."""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("size", nargs="?", type=int, default=2400, metavar="PARAGRAPHS")
    parser.add_argument("drafts", nargs="?", type=int, default=8, metavar="DRAFTS")
    parser.add_argument("--counts", type=int, default=5, metavar="N", help="how often all is measured")
    parser.add_argument("--one-count", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    if options.one_count:
        print(json.dumps(one_count(Path(options.one_count))))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        made_files(Path(folder), options.size, options.drafts)
        counts = [one_count_apart(folder, number) for number in range(options.counts)]
    print(f"{options.size} paragraphs x {options.drafts} drafts, median of {len(counts)}")
    seen = {name: statistics.median(count[name] for count in counts) for name in ASKED}
    for name, asked in ASKED.items():
        unit = "MB" if "memory" in name else "ms"
        said = "" if seen[name] <= asked else "   missed"
        print(f"{name:<42} asked {asked:>4.0f}   seen {seen[name]:>6.1f} {unit}{said}")
    return 0 if all(seen[name] <= asked for name, asked in ASKED.items()) else MISSED


def one_count_apart(folder: str, number: int) -> dict[str, float]:
    """The figures of one count, in a process of its own; times as they were on the machine of reference."""
    command = [sys.executable, __file__, "--one-count", folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    factor = machine_factor()
    print(f"count {number + 1}: this machine takes {factor:.2f} times as long as that of reference", flush=True)
    return {name: seen if "memory" in name else seen / factor for name, seen in figures.items()}


def machine_factor() -> float:
    """How much slower this machine is now, as the yardstick says; 1 without it."""
    if not YARDSTICK.exists():
        return 1.0
    said = subprocess.run(
        [sys.executable, str(YARDSTICK), "--rounds", "3"], check=True, capture_output=True, text=True
    )
    found = re.search(r"machine factor ([\d.]+)", said.stdout)
    return float(found[1]) if found else 1.0


def one_count(folder: Path) -> dict[str, float]:
    """All figures once, in the order in which a user meets what they are about."""
    with tempfile.TemporaryDirectory() as desks:
        os.environ["DRAFTDESK_WORKSPACES"] = desks
        application()
        session = Session(Desk(Workspace.open(Path(desks) / "bench.desk")), Worker())
        session.background.run(session.worker.start, lambda _: None, session.refuse)
        window = MainWindow(session)
        window.resize(1600, 1000)
        window.show()
        longest_until(lambda: not session.background.is_busy)
        figures = loaded(window, sorted(str(path) for path in folder.glob("*.docx")))
        figures |= looked_through(window) | written(window)
        window.close()
    return figures


def loaded(window: MainWindow, paths: list[str]) -> dict[str, float]:
    """Files come; `first paint` is the turn in which the comparison is taken over, with the painting of it."""
    figures, place, longest, first = {}, window.workplace, 0.0, 0.0
    window.open(paths)
    while not (place.view is not None and is_settled(window)):
        before, started = place.view, time.thread_time()
        longest = max(longest, turn())
        if before is None and place.view is not None:
            shown(window).viewport().repaint()
            first = time.thread_time() - started
    figures["longest turn while loading"] = 1000 * longest
    figures["first paint after comparing"] = 1000 * first
    figures["memory"] = resident()
    return figures


def looked_through(window: MainWindow) -> dict[str, float]:
    """Wheel and size in both views, then a search and a walk through the changes."""
    figures: dict[str, float] = {}
    for manner in ("matrix", "columns"):
        window.manners.choose(manner)
        longest_until(lambda: is_settled(window))
        figures[f"wheel step in the {manner}, 95 of 100"] = sorted(wheel_steps(window))[94]
        figures[f"resize step in the {manner}"] = statistics.median(resize_steps(window))
        longest_until(lambda: is_settled(window))
    window.finding.begin()
    longest_until(lambda: is_settled(window), least=0.5)
    figures["find all, marked and counted"] = ours(lambda: window.actions_.find.line.setText("ferries"))
    window.actions_.find.line.setText("")
    longest_until(lambda: is_settled(window))
    figures["next change"] = statistics.median(
        ours(partial(window.step_change, 1), shown(window).viewport().repaint) for _ in range(20)
    )
    return figures


def written(window: MainWindow) -> dict[str, float]:
    """A working draft from the newest draft, and words typed in the middle of it."""
    figures: dict[str, float] = {}
    session, drafting = window.session, window.drafting
    began = time.process_time()
    window.start_working(len(session.desk.drafts) - 1)
    first = time.process_time() - began
    longest = longest_until(lambda: is_settled(window), least=0.5)
    figures["start of a working draft, longest turn"] = 1000 * max(first, longest)
    draft = session.desk.working_draft
    assert draft is not None
    drafting.open(draft.paragraphs[len(draft.paragraphs) // 2].id.serial)
    longest_until(lambda: is_settled(window), least=0.5)
    keys, pauses = [], []
    for word in ("also", "safe"):
        for letter in word:
            keys.append(ours(partial(QTest.keyClick, drafting.editor, letter), drafting.editor.repaint))
            longest_until(lambda: True, least=0.05)
        pauses.append(1000 * longest_until(lambda: is_settled(window), least=1.5))
    figures["a key, until it is painted"] = statistics.median(keys)
    figures["longest turn after a pause of typing"] = max(pauses)
    figures |= restructured(window)
    figures["memory with a working draft"] = resident()
    return figures


def restructured(window: MainWindow) -> dict[str, float]:
    """Whole paragraphs written, cut, joined and moved by keys in the middle of the draft: 1,200 are renumbered."""
    editor, held = window.drafting.editor, Qt.KeyboardModifier
    serial = window.drafting.opened
    assert serial is not None
    to_middle = partial(editor.put_caret, 40)
    steps: list[tuple[str, Callable[[], None], Qt.Key, Qt.KeyboardModifier]] = [
        ("Enter within a paragraph", to_middle, Qt.Key.Key_Return, held.NoModifier),
        ("Backspace at its start", partial(editor.put_caret, 0), Qt.Key.Key_Backspace, held.NoModifier),
        ("a new paragraph", lambda: editor.put_caret(len(editor.text)), Qt.Key.Key_Return, held.NoModifier),
        ("a step back", lambda: None, Qt.Key.Key_Z, held.ControlModifier),
        ("a paragraph moved down", lambda: window.drafting.open(serial), Qt.Key.Key_Down, held.AltModifier),
    ]
    seen: dict[str, float] = {}
    for _ in range(2):
        for name, prepare, key, modifier in steps:
            prepare()
            longest_until(lambda: is_settled(window), least=0.5)
            began = time.process_time()
            QTest.keyClick(editor, key, modifier)
            first = time.process_time() - began
            longest = max(first, longest_until(lambda: True, least=1.5))
            seen[f"{name}, longest turn"] = max(seen.get(f"{name}, longest turn", 0.0), 1000 * longest)
    return seen


def ours(*works: Callable[[], object]) -> float:
    """Milliseconds of the window's thread for works that follow each other."""
    started = time.thread_time()
    for work in works:
        work()
    return 1000 * (time.thread_time() - started)


def shown(window: MainWindow) -> QAbstractScrollArea:
    """The view in sight."""
    place = window.workplace
    return place.matrix.matrix if place.is_matrix else place.rows


def is_settled(window: MainWindow) -> bool:
    """Whether all is worked out."""
    session = window.session
    works = (session.background, session.checking, session.comparing)
    is_busy = window.open_files.is_busy or any(work.is_busy for work in works)
    return not is_busy and window.workplace.is_settled()


def wheel_steps(window: MainWindow) -> list[float]:
    """Milliseconds of painting after a turn of the wheel."""
    view = shown(window)
    bar = view.verticalScrollBar()
    return [ours(lambda: bar.setValue(bar.value() + 72), view.viewport().repaint) for _ in range(100)]


def resize_steps(window: MainWindow) -> list[float]:
    """Milliseconds until the view is painted in another width."""
    view = shown(window)
    height, width = view.height(), view.width()
    steps = [ours(partial(view.resize, width - 7 * step, height), view.viewport().repaint) for step in range(1, 13)]
    view.resize(width, height)
    return steps


def made_files(folder: Path, size: int, drafts: int) -> list[str]:
    """Drafts that each edit the one before, as Word files."""
    texts, paths = sentences(size), []
    for number in range(drafts):
        path = folder / f"L.27 rev{number}.docx"
        path.write_bytes(write_clean(draft_of(texts)))
        paths.append(str(path))
        texts = [f"{text[:-1]}, as appropriate;" if k % 9 == number else text for k, text in enumerate(texts)]
    return paths


def turn() -> float:
    """One turn of the event loop; the processor seconds of all our threads in it."""
    started = time.process_time()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    return time.process_time() - started


def longest_until(done: Callable[[], bool], least: float = 0.0) -> float:
    """Lets the window work, for so many seconds at least; the processor seconds of its longest turn."""
    longest, until = 0.0, time.monotonic() + least
    while not done() or time.monotonic() < until:
        longest = max(longest, turn())
    return longest


def resident() -> float:
    """Megabytes that this process holds now, without the worker."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
