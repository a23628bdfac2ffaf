"""Files compared on the command line as a redline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from draftdesk.errors import DraftdeskError, refusal
from draftdesk.model.draft import SourceFormat
from draftdesk.reading.dates import date_of
from draftdesk.workbench.files import LoadedFile, load
from draftdesk.workbench.second_process.process import SecondProcess
from draftdesk.workbench.second_process.work import WorkBeside

if TYPE_CHECKING:  # loaded later
    from draftdesk.workbench.export_redline import RedlineResult

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_UNDATED: Final = "2000-01-01T00:00:00Z"


def redline_of_files(
    files: Sequence[str], author: str, date: str, *, formatting: bool = False, second: SecondProcess | None = None
) -> RedlineResult:
    """The redline of the last file on the first, proved; raises DraftdeskError.

    Without a date the changes carry the date that NEW, else BASE, was last saved by its own word, so that
    the same files always give the same bytes. Changes pending in the base stay so, unless its view is named. A
    `second` process that was started for the files shares the work.
    """
    if len(files) > 2:
        raise refusal(DraftdeskError, "not_built_yet", what="compare with more than two files --as redline")
    beside = WorkBeside(second) if second is not None else None
    base, new = (_loaded(file, beside) for file in files)
    from draftdesk.aligning.table import forget  # noqa: PLC0415  loaded while the second process works
    from draftdesk.exporting.redline.sources import WordSide  # noqa: PLC0415  likewise
    from draftdesk.workbench.export_redline import RedlineWork  # noqa: PLC0415  likewise

    if beside is not None:
        forget()  # what the readers found out would lie there until the end
    new_data = new.data if new.received.format is SourceFormat.WORD else None
    day = revision_date(date, new, base)
    side = WordSide(base.data, base.draft)
    work = RedlineWork(side, new.draft, new_data, author, day, formatting=formatting, elsewhere=beside)
    return work.exported(resolves=base.named.chosen)


def _loaded(file: str, beside: WorkBeside | None) -> LoadedFile:
    loaded = load(file)
    if beside is not None:
        beside.take(loaded)
    return loaded


def revision_date(date: str, *files: LoadedFile) -> str:
    """A date for tracked changes as Word writes it, 2026-11-24T09:30:00Z; raises DraftdeskError."""
    if not date:
        return next((found for file in files if (found := date_of(file.data))), _UNDATED)
    text = f"{date}T00:00:00Z" if _DAY.fullmatch(date) else date
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise refusal(DraftdeskError, "wrong_call", reason=f"“{date}” is not a date such as 2026-11-24") from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
