"""What runs in the second process of a long redline (second_process.py): aligning, then the proof."""

from __future__ import annotations

import contextlib
import gc
import pickle
import signal
import sys
from typing import IO

from draftdesk.aligning.table import align, remember
from draftdesk.model.alignment import Shape
from draftdesk.workbench.second_process import Sending


def serve() -> None:
    """Answer through the standard streams until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what ends the command ends this, too, without a word
    gc.disable()
    requests, answers = sys.stdin.buffer, Sending(sys.stdout.buffer)
    sys.stdout = sys.stderr
    with contextlib.suppress(EOFError, OSError):
        serve_streams(requests, answers)
    answers.finish()


def serve_streams(requests: IO[bytes], answers: Sending) -> None:
    """Align the two files that come, then prove the redlines that come; raises EOFError when nothing comes."""
    base = pickle.load(requests)
    remember(base.draft)
    new = pickle.load(requests)
    answers.send(align((base.draft, new.draft), Shape.PAIR))
    from draftdesk.workbench.second_proof import SecondProof  # noqa: PLC0415  the other side waits for the table

    proof = SecondProof(base, new)
    del base, new  # the drafts take as much memory as what the proof keeps of the files
    while True:
        answers.send(proof.verdict(pickle.load(requests)))
