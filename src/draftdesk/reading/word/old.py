"""Word files from before 2007 (.doc) and Word's XML of 2003, read through LibreOffice where it is installed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import message
from draftdesk.model.draft import FINAL, Received, SourceFormat, View
from draftdesk.reading.word.file import read_word_file
from draftdesk.reading.word.office_program import as_word_file, office_program
from draftdesk.wordml.package import ENCRYPTED_STREAM, OLE_HEADER

_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_WORD_2003: Final = b"http://schemas.microsoft.com/office/word/2003/wordml"
_SECTOR: Final = 64  # short streams stand in sectors of that size
_FIB_MAGIC: Final = b"\xec\xa5"
"""How the WordDocument stream begins; the word after it is the version, the sixth holds flags (MS-DOC 2.5.2)."""
_NEWEST: Final = b"\x01"
_IS_ENCRYPTED: Final = 0x0100


def is_old_word(data: bytes) -> bool:
    """Whether a file is a compound file, which Word used before 2007, or Word's XML of 2003."""
    return data.startswith(OLE_HEADER) or _WORD_2003 in data[:4096]


def read_old_word(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in an old Word file as `view` shows it; raises ReadingError."""
    if ENCRYPTED_STREAM in data or _has_password(data):
        raise refusal(ReadingError, "word_encrypted", name=name)
    if data.startswith(OLE_HEADER) and _WORD_STREAM not in data:
        raise refusal(ReadingError, "not_a_text_document", name=name)
    program = office_program()
    if program is None:
        raise refusal(ReadingError, "word_old_format", name=name)
    read = read_word_file(as_word_file(data, name, program), name, digest, view)
    return replace(
        read,
        size=len(data),
        format=SourceFormat.OLD_WORD,
        warnings=(*read.warnings, message("read_through_office", name=name)),
    )


def _has_password(data: bytes) -> bool:
    """Whether the WordDocument stream, which begins at a sector, says that it is encrypted."""
    if not data.startswith(OLE_HEADER):
        return False
    for at in range(_SECTOR, len(data), _SECTOR):
        if data[at : at + 2] == _FIB_MAGIC and data[at + 3 : at + 4] <= _NEWEST:
            return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _IS_ENCRYPTED)
    return False
