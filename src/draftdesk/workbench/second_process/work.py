"""The work on a redline that a second process does (process.py), as the first one asks for it."""

from __future__ import annotations

from draftdesk.errors import ProofError
from draftdesk.model.alignment import AlignmentTable
from draftdesk.model.draft import Draft
from draftdesk.reading.receive import digest_of
from draftdesk.workbench.files import LoadedFile
from draftdesk.workbench.freed_memory import give_back
from draftdesk.workbench.second_process.process import SecondProcess


class WorkBeside:
    """What the second process gives once it has both files: the table, then proofs.

    What it does not give is to be done here.
    """

    def __init__(self, second: SecondProcess) -> None:
        self._second = second
        self._table: AlignmentTable | None = None
        self._asked = b"", False

    def take(self, file: LoadedFile) -> None:
        """Hand over the base, then the new file, as soon as each is read."""
        self._second.tell(file)

    def table(self) -> AlignmentTable | None:
        """Which paragraphs of base and new file answer each other, None where that is to be found here."""
        if self._table is None:
            answer = self._second.answer()
            self._table = answer if isinstance(answer, AlignmentTable) else None
        return self._table

    def ask(self, data: bytes, base: Draft, new: Draft, *, keeps_pending: bool) -> None:
        """Have a redline proved."""
        from draftdesk.workbench.second_process.proof import Redlined  # noqa: PLC0415  not before the files are read

        self._second.tell(Redlined(data, base.view, new.view, new.name, keeps_pending, keeps_pending))
        self._asked = data, keeps_pending

    def proves(self) -> bool:
        """Whether that redline is proved there, False where it is to be proved here; raises ProofError.

        What asks for the redline alone is proved here meanwhile.
        """
        from draftdesk.exporting.proof.proving import prove_marks  # noqa: PLC0415  likewise
        from draftdesk.workbench.second_process.proof import Proved  # noqa: PLC0415

        data, keeps_pending = self._asked
        give_back()  # what the writer held, while the other process needs more than before
        if not keeps_pending:
            prove_marks(data)
        answer = self._second.answer()
        if not isinstance(answer, Proved) or answer.digest != digest_of(data):
            return False
        if answer.refused is not None:
            raise ProofError(answer.refused)
        return True
