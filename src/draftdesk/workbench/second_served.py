"""What runs in the second process of a long redline (second_process.py): reading the new file, then the proof.

The proof reads base and new file by rules of its own and works out all it can before the redline is there.
"""

from __future__ import annotations

import contextlib
import gc
import pickle
import signal
import sys
from functools import cache, partial
from typing import IO, NamedTuple

from draftdesk.errors import DraftdeskError, ProofError
from draftdesk.exporting.proof import Proof
from draftdesk.messages import Message
from draftdesk.model.draft import FINAL, View
from draftdesk.reading.receive import digest_of
from draftdesk.workbench.files import LoadedFile, bytes_of, load, named_file


class Redlined(NamedTuple):
    """A redline to prove: its bytes, and between which files; `base_digest` is the SHA-256 of the base."""

    data: bytes
    base_digest: str
    base_view: View
    new_view: View
    new_name: str
    keeps_pending: bool


class Proved(NamedTuple):
    """The verdict on a redline, which is named by its SHA-256; `refused` says what does not hold."""

    digest: str
    refused: Message | None


def serve() -> None:
    """Answer through the standard streams until the other side is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # what ends the command ends this, too, without a word
    gc.disable()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    with contextlib.suppress(EOFError, OSError):
        serve_streams(requests, answers)


def serve_streams(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Read the new file of a pair of paths, then prove what comes; raises EOFError when nothing comes any more."""
    base, new = pickle.load(requests)
    read = _read(new)
    _say(answers, read)
    if read is not None:
        prover = _Prover(bytes_of(named_file(base)), read.data, read.draft.name)
        del read  # a draft takes as much memory as all that the proof keeps of its file
        while True:
            _say(answers, prover.verdict(pickle.load(requests)))


def _read(path: str) -> LoadedFile | None:
    try:
        return load(path)
    except DraftdeskError:
        return None  # the other side reads it itself and says what is wrong


def _say(answers: IO[bytes], value: object) -> None:
    pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()


class _Prover:
    """The proof of redlines between a base and a new file."""

    def __init__(self, base: bytes, new: bytes, new_name: str) -> None:
        self._base_digest = digest_of(base)
        self._proof = cache(partial(Proof, base, new))
        with contextlib.suppress(ProofError):  # it is raised again where it counts
            self._proof(FINAL, FINAL, new_name).prepare()

    def verdict(self, asked: Redlined) -> Proved | None:
        """The verdict, None where the base is not the one that was read here."""
        if asked.base_digest != self._base_digest:
            return None
        refused = None
        try:
            proof = self._proof(asked.base_view, asked.new_view, asked.new_name)
            proof.prove(asked.data, keeps_pending=asked.keeps_pending)
        except ProofError as error:
            refused = error.said
        return Proved(digest_of(asked.data), refused)
