"""What is asked of the second process of a redline (second_process.py), and what it answers."""

from __future__ import annotations

from draftdesk.errors import ProofError
from draftdesk.exporting.redline_sources import WordSide
from draftdesk.reading.receive import digest_of
from draftdesk.workbench.export_redline import Proves
from draftdesk.workbench.files import LoadedFile
from draftdesk.workbench.second_process import SecondProcess
from draftdesk.workbench.second_served import Proved, Redlined


def new_file(second: SecondProcess | None) -> LoadedFile | None:
    """The new file as the second process read it, None where it is to be read here."""
    answer = second.answer() if second is not None else None
    return answer if isinstance(answer, LoadedFile) else None


def proving(second: SecondProcess) -> Proves:
    """Asks the second process whether a redline is proved; False where that is to be found out here.

    Raises ProofError where it is not.
    """

    def proves(base: WordSide, new: WordSide, data: bytes, keeps_pending: bool) -> bool:  # noqa: FBT001
        views = base.draft.view, new.draft.view
        second.tell(Redlined(data, digest_of(base.package), *views, new.draft.name, keeps_pending))
        digest = digest_of(data)
        answer = second.answer()
        if not isinstance(answer, Proved) or answer.digest != digest:
            return False
        if answer.refused is not None:
            raise ProofError(answer.refused)
        return True

    return proves
