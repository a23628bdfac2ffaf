"""The base as the proof of a redline wants it back: read once, for every redline that is written on it."""

from __future__ import annotations

from functools import cached_property
from typing import Final, NamedTuple

from draftdesk.exporting.proof.forms import Alike, BaseForms, KeepForms, digest_of, formers_of
from draftdesk.exporting.proof.lines import GONE, REJECTING
from draftdesk.exporting.proof.reading import Document, Keeping, dropping, keep_text
from draftdesk.model.draft import View

_SIGNS_OF_CHANGES: Final = b"author", b"PrChange"
"""Without these in its bytes a part has no tracked change; with them, its tree may be asked for more than once."""


class Original(NamedTuple):
    """A line of the base's body; `is_joined`: of several paragraphs."""

    text: str
    is_joined: bool


class BaseSide:
    """What rejecting must give; with `keeps_pending` the base's original, whatever the view.

    A lean one without changes has no tree: all that a redline may be held against is worked out while it is read.
    Raises ProofError where the file cannot be read.
    """

    def __init__(self, data: bytes, name: str, view: View, *, keeps_pending: bool, is_lean: bool = False) -> None:
        self.keeps_pending = keeps_pending
        self._is_lean = is_lean
        self._alike: Alike = {}
        self.document = (
            Document(data, name, settles_cells=True)
            if keeps_pending
            else Document(data, name, dropping(view), keeping=self._keep if is_lean else None)
        )
        self.dropped = REJECTING | GONE if keeps_pending else GONE
        self._digests: dict[int, bytes] = {}

    @cached_property
    def brings_changes(self) -> bool:
        """Whether it has tracked changes of its own."""
        return self.document.is_tracked

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """(place, text) of all lines."""
        return self.document.shown_texts(self.dropped)

    @cached_property
    def forms(self) -> BaseForms:
        """How the lines are set."""
        return BaseForms(self.document, self.dropped, self._alike)

    @cached_property
    def originals(self) -> list[Original]:
        """The lines of the body that a paragraph without a mark may be, in order."""
        return [Original(line.text, len(line.sources) > 1) for _, line in self.document.body_lines(GONE)]

    def digest(self, number: int) -> bytes:
        """The digest of the paragraph whose mark ends an original."""
        if number not in self._digests:
            _, line = self.document.body_lines(GONE)[number]
            self._digests[number] = digest_of(line.sources[-1])
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

    def keep_of_redline(self) -> Keeping | None:
        """What is kept of the paragraphs of a redline on a lean base; None where its tree is kept."""
        if not self._is_lean:
            return None
        return keep_text if self.brings_changes else self.forms.keep_of_redline()

    def _keep(self, document: Document) -> Keeping | None:
        main = document.parts[document.main]
        if any(sign in main for sign in _SIGNS_OF_CHANGES):
            return None
        return KeepForms(GONE, formers_of(document), self._alike, wholly=True)
