"""The proof in the second process of a long redline: all that can be is worked out before the redline comes."""

from __future__ import annotations

import contextlib
from functools import cache, partial
from typing import NamedTuple

from draftdesk.errors import ProofError
from draftdesk.exporting.proof.proving import Proof
from draftdesk.messages import Message
from draftdesk.model.draft import View
from draftdesk.reading.receive import digest_of
from draftdesk.workbench.files import LoadedFile


class Redlined(NamedTuple):
    """A redline to prove, and how base and new file are read; without `marks` these are proved elsewhere."""

    data: bytes
    base_view: View
    new_view: View
    new_name: str
    keeps_pending: bool
    marks: bool


class Proved(NamedTuple):
    """The verdict on a redline, which is named by its SHA-256; `refused` says what does not hold."""

    digest: str
    refused: Message | None


class SecondProof:
    """The proof of redlines between two files."""

    def __init__(self, base: LoadedFile, new: LoadedFile) -> None:
        self._proof = cache(partial(Proof, base.data, new.data))
        self._likely = base.draft.view, new.draft.view, new.draft.name

    def prepare(self) -> None:
        """Do what can be done before there is a redline, for the views that the files were read in."""
        with contextlib.suppress(ProofError):  # it is raised again where it counts
            self._proof(*self._likely).prepare()

    def verdict(self, asked: Redlined) -> Proved:
        """The verdict on a redline."""
        refused = None
        try:
            proof = self._proof(asked.base_view, asked.new_view, asked.new_name)
            proof.prove(asked.data, keeps_pending=asked.keeps_pending, marks=asked.marks)
        except ProofError as error:
            refused = error.said
        return Proved(digest_of(asked.data), refused)
