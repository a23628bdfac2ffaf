"""One command as a process of its own: python -m draftdesk, or draftdesk."""

import contextlib
import os
import sys
from typing import NoReturn

from draftdesk.cli import main
from draftdesk.settings import SECOND_PROCESS

_MUST_END_WELL = frozenset({"PySide6", "multiprocessing"})


def run() -> NoReturn:
    """Run the command that the user typed, and end the process.

    What a command holds is left to the system: taking long drafts apart piece by piece would cost as much time as
    reading one. A window and other processes are closed with care.
    """
    if sys.argv[1:] == [SECOND_PROCESS]:
        from draftdesk.workbench.second_process.served import serve  # noqa: PLC0415  of one process alone

        serve()
        os._exit(0)
    status = main(is_last=True)
    if not _MUST_END_WELL.isdisjoint(sys.modules):
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


if __name__ == "__main__":
    run()
