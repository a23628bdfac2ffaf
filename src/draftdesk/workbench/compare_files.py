"""Files compared on the command line as a redline, and a redline proved afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from draftdesk.errors import DraftdeskError, ProofError, refusal
from draftdesk.exporting.metadata import clean_metadata
from draftdesk.exporting.proof import prove, prove_draft
from draftdesk.exporting.redline_sources import WordSide
from draftdesk.model.draft import SourceFormat
from draftdesk.reading.dates import date_of
from draftdesk.wordml.package import ZIP_HEADER
from draftdesk.workbench.export_redline import RedlineResult, RedlineWork
from draftdesk.workbench.files import LoadedFile, bytes_of, load, named_file

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_UNDATED: Final = "2000-01-01T00:00:00Z"


def redline_of_files(files: Sequence[str], author: str, date: str, *, formatting: bool = False) -> RedlineResult:
    """The redline of the last file on the first, proved; raises DraftdeskError.

    Without a date the changes carry the date that NEW, else BASE, was last saved by its own word, so that
    the same files always give the same bytes. Changes pending in the base stay so, unless its view is named.
    """
    if len(files) > 2:
        raise refusal(DraftdeskError, "not_built_yet", what="compare with more than two files --as redline")
    base, new = load(files[0]), load(files[1])
    new_data = new.data if new.received.format is SourceFormat.WORD else None
    day = revision_date(date, new, base)
    side = WordSide(base.data, base.draft)
    work = RedlineWork(side, new.draft, new_data, author, day, formatting=formatting)
    return work.exported(resolves=base.named.chosen)


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


def prove_files(redline: str, base: str, new: str) -> None:
    """Raise ProofError unless the redline gives back both texts.

    Changes pending in the base may have stayed so, unless its view is named, or have been resolved first. A redline
    that was written without metadata gives the base without metadata.
    """
    start, wanted = load(base), load(new)
    written = bytes_of(named_file(redline))
    reasons: list[ProofError] = []
    for begun in _as_written(start):
        for keeps_pending in (False,) if start.named.chosen else (False, True):
            try:
                return _prove(written, begun, wanted, keeps_pending=keeps_pending)
            except ProofError as error:
                reasons.append(error)
    raise reasons[0 if start.named.chosen else 1]


def _as_written(base: LoadedFile) -> Iterator[LoadedFile]:
    """A base as it is, then without metadata, then without names either."""
    yield base
    if base.data.startswith(ZIP_HEADER):
        for authors in (False, True):
            yield replace(base, data=clean_metadata(base.data, base.named.name, authors=authors).data)


def _prove(written: bytes, start: LoadedFile, wanted: LoadedFile, *, keeps_pending: bool) -> None:
    if wanted.received.format is SourceFormat.WORD:
        views = {"base_view": start.named.view, "new_view": wanted.named.view}
        prove(start.data, written, wanted.data, **views, new_name=wanted.named.name, keeps_pending=keeps_pending)
    else:
        prove_draft(start.data, written, start.draft, wanted.draft, derived=False, keeps_pending=keeps_pending)
