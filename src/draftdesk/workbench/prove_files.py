"""A redline that was written earlier, proved against its two files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from draftdesk.errors import ProofError
from draftdesk.exporting.metadata import clean_metadata
from draftdesk.exporting.proof.proving import prove, prove_draft
from draftdesk.model.draft import SourceFormat
from draftdesk.wordml.package import ZIP_HEADER
from draftdesk.workbench.files import LoadedFile, bytes_of, load, named_file


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
