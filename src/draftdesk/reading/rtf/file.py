"""An RTF file becomes a Draft, with its tracked changes read as a view asks."""

from __future__ import annotations

from typing import Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import message
from draftdesk.model.draft import FINAL, Received, SourceFormat, View, ViewKind
from draftdesk.reading.flow import BLANKS, Flow, draft_of
from draftdesk.reading.rtf.tokens import RTF_HEADER, tokens_of
from draftdesk.reading.rtf.walk import RtfRead, RtfWalk

_SYMBOL_FIELDS: Final = ("Symbol1", "sss1")


def is_rtf(data: bytes) -> bool:
    """Whether a file begins as RTF does."""
    return data.lstrip()[: len(RTF_HEADER)] == RTF_HEADER


def read_rtf_file(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in an RTF file as `view` shows it; raises ReadingError."""
    read = RtfRead(view.accepts)
    RtfWalk(read).walk(tokens_of(data))
    authors = tuple(read.changed_by)
    if view != FINAL and not authors:
        raise refusal(ReadingError, "view_not_word", name=name, view=str(view))
    if view.kind is ViewKind.BY_AUTHOR and view.author not in authors:
        raise refusal(ReadingError, "view_missing", name=name, author=view.author, authors=", ".join(authors))
    if not any(one.source_text.strip(BLANKS) for one in read.body):
        raise refusal(ReadingError, "rtf_without_text", name=name)
    flow = Flow(
        body=read.body,
        notes=tuple(read.notes),
        margins=tuple(margin for margin in read.margins if any(one.source_text.strip() for one in margin.paragraphs)),
        comments=tuple(read.comments),
        boxes=tuple(read.boxes),
        hints=tuple(read.fields[field] for field in _SYMBOL_FIELDS if read.fields.get(field)),
    )
    warnings = (message("changes_pending", name=name, authors=", ".join(authors), view=str(view)),) if authors else ()
    return Received(
        name,
        digest,
        len(data),
        SourceFormat.RTF,
        (draft_of(flow, name, digest, view),),
        authors=authors,
        not_read=read.left_out.messages(),
        warnings=warnings,
    )
