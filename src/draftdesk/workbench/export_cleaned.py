"""The use case: an export without metadata, and what was taken out of it."""

from __future__ import annotations

from draftdesk.exporting.metadata import Cleaned, clean_metadata
from draftdesk.exporting.proof.metadata import prove_cleaned
from draftdesk.messages import message
from draftdesk.wordml.package import ZIP_HEADER


def export_cleaned(data: bytes, name: str, *, authors: bool = False) -> Cleaned:
    """The bytes of an export without names, times, revision ids and paths of templates, proved to say the same.

    `authors`: tracked changes and comments name nobody either. Formats other than Word come back as they are, since
    nothing of the kind is written into them. Raises ProofError where anything else would be lost.
    """
    if not data.startswith(ZIP_HEADER):
        return Cleaned(data, (message("metadata_not_word", name=name),))
    cleaned = clean_metadata(data, name, authors=authors)
    prove_cleaned(data, cleaned.data, authors=authors)
    return cleaned
