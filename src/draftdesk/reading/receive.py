"""Foreign bytes become a Received: by what they are, not by what their name says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.model.draft import FINAL, Received, View
from draftdesk.settings import MAX_FILE_BYTES
from draftdesk.wordml.package import OLE_HEADER, ZIP_HEADER

_OUTLOOK_STREAM = "__substg1.0_".encode("utf-16-le")
"""The beginning of the names of streams in a message of Outlook (MS-OXMSG, 2.2.1.1)."""

_PDF = b"%PDF-"


def receive(data: bytes, name: str, view: View = FINAL) -> Received:
    """The drafts in a file, its tracked changes read as `view`; raises ReadingError."""
    if not data.strip(b"\x00\t\r\n "):
        raise refusal(ReadingError, "file_empty", name=name)
    if len(data) > MAX_FILE_BYTES:
        raise refusal(ReadingError, "file_too_large", name=name, limit=MAX_FILE_BYTES // (1024 * 1024))
    if data.startswith(OLE_HEADER) and _OUTLOOK_STREAM in data:
        raise refusal(ReadingError, "outlook_message", name=name)
    digest = digest_of(data)
    for knows, read_by_view in _WITH_VIEWS:
        if knows(data):
            return _told(read_by_view(data, name, digest, view))
    if view is not FINAL and view != FINAL:
        raise refusal(ReadingError, "view_not_word", name=name, view=str(view))
    return _told(next(read for knows, read in _WITHOUT_VIEWS if knows(data))(data, name, digest))


def _told(received: Received) -> Received:
    return _told_of_amendments(received)  # type: ignore[no-any-return]


def is_plain_text(data: bytes) -> bool:
    """Whether a file is in none of the formats that hold more than text."""
    return next(knows for knows, _ in (*_WITH_VIEWS, *_WITHOUT_VIEWS) if knows(data)) is _is_anything


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _is_packed(data: bytes) -> bool:
    return data.startswith(ZIP_HEADER)


def _is_pdf(data: bytes) -> bool:
    return data.lstrip()[:5] == _PDF


def _is_anything(_data: bytes) -> bool:
    return True


class _Late:
    """A function of a reader that is loaded when it is first asked: a Word file needs no PDF library."""

    def __init__(self, module: str, function: str) -> None:
        self._module, self._function = module, function

    def __call__(self, *args: object) -> Any:  # noqa: ANN401  one tells, the other reads
        return getattr(import_module(f"draftdesk.reading.{self._module}"), self._function)(*args)


_told_of_amendments: Final = _Late("amended", "with_amendment_told")

_WITH_VIEWS: Final[tuple[tuple[Callable[[bytes], bool], Callable[..., Received]], ...]] = (
    (_Late("opendocument.package", "is_open_document"), _Late("opendocument.file", "read_odt_file")),
    (_is_packed, _Late("word.file", "read_word_file")),
    (_Late("word.flat", "is_flat_word"), _Late("word.flat", "read_flat_word")),
    (_Late("word.old", "is_old_word"), _Late("word.old", "read_old_word")),
    (_Late("akn.file", "is_akoma_ntoso"), _Late("akn.file", "read_akn_file")),
    (_Late("rtf.file", "is_rtf"), _Late("rtf.file", "read_rtf_file")),
    (_Late("web_page.tree", "is_html"), _Late("web_page.file", "read_html_file")),
)
"""Who knows a format that can hold tracked changes, and who reads it; the first that knows a file reads it."""

_WITHOUT_VIEWS: Final[tuple[tuple[Callable[[bytes], bool], Callable[..., Received]], ...]] = (
    (_is_pdf, _Late("pdf.file", "read_pdf_file")),
    (_Late("email_file", "is_email"), _Late("email_file", "read_email")),
    (_is_anything, _Late("text.plain", "read_plain_text")),
)
