"""What runs in the second process of a long redline (process.py): aligning, then the proof.

All that it needs of the program is loaded at the start, while it waits for the base: loaded later, it would lie
among values that go, and keep 4 MB of their memory.
"""

from __future__ import annotations

import contextlib
import gc
import pickle
import signal
import sys
from typing import IO

from draftdesk.aligning.table import align, forget, remember
from draftdesk.model.alignment import Shape
from draftdesk.workbench.second_process.proof import SecondProof


def serve() -> None:
    """Answer through the standard streams until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what ends the command ends this, too, without a word
    gc.disable()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with contextlib.suppress(EOFError, OSError):
        serve_streams(requests, answers)


def serve_streams(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Align the two files that come, then prove the redlines that come; raises EOFError when nothing comes."""
    base = pickle.load(requests)
    remember(base.draft)
    new = pickle.load(requests)
    _say(answers, align((base.draft, new.draft), Shape.PAIR))
    proof = SecondProof(base, new)
    del base, new  # they, and what was found out of them, take more memory than what the proof keeps of the files
    forget()
    proof.prepare()
    while True:
        _say(answers, proof.verdict(pickle.load(requests)))


def _say(answers: IO[bytes], value: object) -> None:
    pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
