"""Memory that large work freed goes back to the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from draftdesk.workbench.freed_memory import give_back


def resident() -> int:
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 0


def test_freed_blocks_below_one_that_is_kept_go_back():
    blocks = [bytearray(20_000) for _ in range(3000)]
    full, kept = resident(), blocks.pop()
    blocks.clear()
    give_back()
    assert len(kept) == 20_000
    assert full - resident() > 30_000_000 or sys.platform != "linux"
