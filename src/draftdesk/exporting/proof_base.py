"""The base as the proof of a redline wants it back: read once, for every redline that is written on it."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from draftdesk.exporting.proof_canonical import digest
from draftdesk.exporting.proof_forms import BaseForms
from draftdesk.exporting.proof_lines import GONE, REJECTING
from draftdesk.exporting.proof_reading import Document, dropping, has_changes
from draftdesk.model.draft import View


class Original(NamedTuple):
    """A line of the base's body; `is_joined`: of several paragraphs."""

    text: str
    is_joined: bool


class BaseSide:
    """What rejecting must give; with `keeps_pending` the base's original, whatever the view.

    Raises ProofError where the file cannot be read.
    """

    def __init__(self, data: bytes, name: str, view: View, *, keeps_pending: bool) -> None:
        self.keeps_pending = keeps_pending
        self.document = (
            Document(data, name, settles_cells=True) if keeps_pending else Document(data, name, dropping(view))
        )
        self.dropped = REJECTING | GONE if keeps_pending else GONE
        self._digests: dict[int, bytes] = {}

    @cached_property
    def brings_changes(self) -> bool:
        """Whether it has tracked changes of its own."""
        return has_changes(self.document)

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """(place, text) of all lines."""
        return self.document.shown_texts(self.dropped)

    @cached_property
    def forms(self) -> BaseForms:
        """How the lines are set."""
        return BaseForms(self.document, self.dropped)

    @cached_property
    def originals(self) -> list[Original]:
        """The lines of the body that a paragraph without a mark may be, in order."""
        return [Original(line.text, len(line.sources) > 1) for _, line in self.document.body_lines(GONE)]

    def digest(self, number: int) -> bytes:
        """The digest of the paragraph whose mark ends an original."""
        if number not in self._digests:
            _, line = self.document.body_lines(GONE)[number]
            self._digests[number] = digest(line.sources[-1].element)
        return self._digests[number]

    def prepare(self) -> None:
        """Work out now what a redline will be held against, and let go of the trees if no more is asked of them."""
        _ = self.texts
        self.forms.prepare()
        if not self.keeps_pending:
            for number in range(len(self.originals)):
                self.digest(number)
            if not self.brings_changes:
                self.document.let_go()
