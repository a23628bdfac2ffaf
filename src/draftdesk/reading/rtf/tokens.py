"""RTF as tokens, and the code pages of its characters (RTF 1.9.1, "Conventions" and "Font table")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

RTF_HEADER: Final = b"{\\rtf"
_TOKEN: Final = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\\Z",
    re.DOTALL,
)
_CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp437",
}  # fmt: skip
_CODE_PAGES: Final = {65001: "utf-8", 10000: "mac_roman", 936: "gb18030", 1361: "johab"}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is "word" (name, number), "byte" (data), "sign" (name), "open", "close" or "text" (data)."""

    kind: str
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens_of(data: bytes) -> Iterator[Token]:
    """The tokens of a file; binary data that a picture holds is passed over."""
    at = 0
    while (found := _TOKEN.match(data, at)) is not None:
        at = found.end()
        word, number, byte, sign, brace, text = found.groups()
        if word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                at += max(value or 0, 0)
                continue
            yield Token("word", word.decode("ascii"), value)
        elif text is not None:
            yield Token("text", data=text)
        elif byte is not None:
            yield Token("byte", data=bytes([int(byte, 16)]))
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close")
        elif sign is not None:
            yield Token("sign", sign.decode("latin-1"))


def code_page(number: int) -> str:
    """The name of the codec that ansicpg names."""
    return _CODE_PAGES.get(number, f"cp{number}")


def charset_page(charset: int) -> str | None:
    """The name of the codec that fcharset names; None for the page of the whole file."""
    return _CHARSETS.get(charset)


def decoded_bytes(data: bytes, page: str) -> str:
    """The characters of some bytes; what is not in the code page becomes U+FFFD."""
    try:
        return data.decode(page, errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")
