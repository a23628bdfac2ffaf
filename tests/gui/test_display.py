"""A window that cannot open says why in one sentence, where Qt would end the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from draftdesk.gui.display import missing_library

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is there a display to be found")


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    """draftdesk without a command, with these variables and none other that names a display."""
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "draftdesk"]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=60, check=False)


def test_without_a_display_and_with_one_that_does_not_answer_there_is_one_sentence():
    none, silent = started(), started(DISPLAY=":4711")
    assert none.returncode == silent.returncode == 1
    assert none.stderr.startswith("draftdesk: There is no display here")
    assert len(none.stderr.splitlines()) == len(silent.stderr.splitlines()) == 1
    assert "no window can open" in silent.stderr


def test_a_library_that_is_missing_is_named(tmp_path):
    torn = tmp_path / "libqxcb.so"
    torn.write_bytes(b"no library")
    assert missing_library(torn) == str(torn)
    assert missing_library(None) == ""
