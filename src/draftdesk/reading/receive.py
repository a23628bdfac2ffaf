"""Foreign bytes become a Received: by what they are, not by what their name says."""

from __future__ import annotations

import hashlib

from draftdesk.errors import ReadingError, refusal
from draftdesk.model.draft import FINAL, Received, View
from draftdesk.reading.akn_file import is_akoma_ntoso, read_akn_file
from draftdesk.reading.email_file import is_email, read_email
from draftdesk.reading.html_file import read_html_file
from draftdesk.reading.html_tree import is_html
from draftdesk.reading.odt_file import read_odt_file
from draftdesk.reading.odt_package import is_open_document
from draftdesk.reading.pdf_file import read_pdf_file
from draftdesk.reading.plain_text import read_plain_text
from draftdesk.reading.rtf_file import is_rtf, read_rtf_file
from draftdesk.reading.word_file import read_word_file
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
    digest = digest_of(data)
    if is_open_document(data):
        return read_odt_file(data, name, digest, view)
    if data.startswith(OLE_HEADER) and _OUTLOOK_STREAM in data:
        raise refusal(ReadingError, "outlook_message", name=name)
    if data.startswith((ZIP_HEADER, OLE_HEADER)):
        return read_word_file(data, name, digest, view)
    if data.lstrip()[:5] == _PDF:
        if view != FINAL:
            raise refusal(ReadingError, "view_not_word", name=name, view=str(view))
        return read_pdf_file(data, name, digest)
    if is_akoma_ntoso(data):
        return read_akn_file(data, name, digest, view)
    if is_rtf(data):
        return read_rtf_file(data, name, digest, view)
    if is_html(data):
        return read_html_file(data, name, digest, view)
    if view is not FINAL and view != FINAL:
        raise refusal(ReadingError, "view_not_word", name=name, view=str(view))
    if is_email(data):
        return read_email(data, name, digest)
    return read_plain_text(data, name, digest)


def is_plain_text(data: bytes) -> bool:
    """Whether a file is in none of the formats that hold more than text."""
    is_packed = data.startswith((ZIP_HEADER, OLE_HEADER)) or data.lstrip()[:5] == _PDF
    known = (is_open_document, is_akoma_ntoso, is_rtf, is_html, is_email)
    return not (is_packed or any(knows(data) for knows in known))


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
