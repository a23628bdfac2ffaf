"""A process that is killed in the middle of a word loses nothing that is older than the pause of 300 ms."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from draftdesk.settings import FLUSH_MILLISECONDS
from draftdesk.workspace.store import Workspace

TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from draftdesk.gui.app import application
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace

app = application()
window = MainWindow(Session(Desk(Workspace.open(Path(sys.argv[1]))), Worker()))
window.show()
window.drafting.start_form()
for number in range(2000):
    QTest.keyClick(window.drafting.editor, "abcdefghij"[number % 10])
    print(number + 1, time.monotonic(), flush=True)
    until = time.monotonic() + 0.03
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.002)
"""
SLACK = 0.25
"""Seconds that a busy machine may take to write what is due."""


def test_a_killed_window_has_kept_all_but_the_last_moment(tmp_path: Path):
    desk = tmp_path / "typed.desk"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DRAFTDESK_WORKSPACES": str(tmp_path)}
    command = [sys.executable, "-c", TYPIST, str(desk)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as typist:
        assert typist.stdout is not None
        typed = [_line(typist.stdout.readline()) for _ in range(60)]
        typist.kill()
        killed = time.monotonic()
        typed += [_line(line) for line in typist.stdout.read().splitlines() if line.count(" ") == 1]

    with Workspace.open(desk) as workspace:
        working = workspace.dossier.working
        assert working is not None
        kept = len(working.paragraphs[0].text)
    due = [count for count, when in typed if killed - when > FLUSH_MILLISECONDS / 1000 + SLACK]
    assert due
    assert kept >= due[-1]


def _line(line: str) -> tuple[int, float]:
    count, when = line.split()
    return int(count), float(when)
