"""The bytes of a page become a tree, by whatever its encoding says and whoever wrote it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.reading.text.bytes import decoded

_HEAD_BYTES: Final = 4096
_FIRST_TAG: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|div|p|span|table|article|section|h[1-6]|ol|ul|font|b|i)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLIPBOARD: Final = re.compile(r"Version:\d\.\d\s+StartHTML:-?\d+.*?(?=<)", re.DOTALL)
"""What Windows puts before a page on its clipboard."""
_FIELDS: Final = re.compile(r"\s*---[ \t]*\r?\n[^<]*?\n---[ \t]*\r?\n", re.DOTALL)
"""What a site's own program has on top of a page that is not finished: fields between two rules."""
_CHARSET: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_.-]+)""")
_WIDER: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
"""Browsers read these as the larger sets that writers mean by them."""
_WORD_CONDITIONS: Final = re.compile(r"<!\[[^>]*\]>")
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*>")


def is_html(data: bytes) -> bool:
    """Whether a file begins as a page, or a part of one, does."""
    head = data[:_HEAD_BYTES]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", errors="replace")
    else:
        text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    text = _CLIPBOARD.sub("", text, count=1) if text.startswith("Version:") else text
    fields = _FIELDS.match(text)
    return _FIRST_TAG.match(text, fields.end() if fields else 0) is not None and b"akomaNtoso" not in head


def parse_html(data: bytes, name: str) -> etree._Element:
    """The root of a page; raises ReadingError where there is none."""
    text = _text_of(data, name)
    if text.startswith("Version:"):
        text = _CLIPBOARD.sub("", text, count=1)
    text = _FIELDS.sub("", text, count=1) if _FIELDS.match(text) else text
    text = _XML_DECLARATION.sub("", _WORD_CONDITIONS.sub("", text), count=1).replace("\x00", "")
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal(ReadingError, "page_without_text", name=name) from error
    if root is None:
        raise refusal(ReadingError, "page_without_text", name=name)
    return root


def _text_of(data: bytes, name: str) -> str:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded(data, name)
    named = _CHARSET.search(data[:_HEAD_BYTES]) or _DECLARED.search(data[:_HEAD_BYTES])
    if named is None:
        return decoded(data, name)
    try:
        codec = codecs.lookup(named[1].decode("ascii")).name
        return data.decode(_WIDER.get(codec, codec))
    except (LookupError, UnicodeError):
        return decoded(data, name)
