"""Bytes of a text file become text: by byte order mark, as UTF-8, at last as Windows-1252."""

from __future__ import annotations

import codecs

from draftdesk.errors import ReadingError, refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"7z\xbc\xaf", b"Rar!", b"%!PS", b"\x7fELF")
"""How pictures, archives and programs begin. A piece may be so short that nothing else tells it from a text."""

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1b\x85")
_MAX_CONTROL_SHARE = 0.001


def decoded(data: bytes, name: str) -> str:
    """The text of a file, each line ended by a line feed; raises ReadingError for binary data."""
    text = None if data.startswith(_OTHER_FORMATS) else _decode(data)
    if text is None or _is_binary(text):
        raise refusal(ReadingError, "file_binary", name=name)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").replace("\u2028", "\n")


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tried(data, encoding)
    for encoding in ("utf-8", "cp1252"):
        text = _tried(data, encoding)
        if text is not None:
            return text
    return None


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    controls = sum(character < " " and character not in _ALLOWED_CONTROLS for character in text)
    return "\x00" in text or controls > _MAX_CONTROL_SHARE * len(text)
