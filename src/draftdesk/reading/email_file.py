"""A message saved as a file (.eml) becomes a Draft: its text, as any pasted text; what is attached is told.

The plain text of a message is taken before its HTML (RFC 2046, 5.1.4 puts the plainest form first); lines that
a mail program wrapped with format=flowed are made whole again (RFC 3676).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import MIMEPart
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import Message, message
from draftdesk.model.draft import Received, SourceFormat
from draftdesk.reading.text.bytes import decoded
from draftdesk.reading.text.plain import read_text

_FIELD: Final = re.compile(
    rb"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n"
)
_TELLING: Final = re.compile(
    rb"^(MIME-Version|Message-ID|Received|Content-Type|Return-Path):", re.IGNORECASE | re.MULTILINE
)
_HEAD_BYTES: Final = 128 * 1024
_SIGNATURE: Final = "-- "


def is_email(data: bytes) -> bool:
    """Whether a file is a message with its header, by its first lines."""
    head = _FIELD.match(data[:_HEAD_BYTES].lstrip())
    return head is not None and _TELLING.search(head.group()) is not None


def read_email(data: bytes, name: str, digest: str) -> Received:
    """The draft in the text of a message; raises ReadingError where it has no text."""
    mail = message_from_bytes(data.lstrip(), policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    text = _text_of(body, name) if body is not None else ""
    attached = tuple(_attached(mail))
    if not text.strip():
        names = ", ".join(str(dict(one.fields)["what"]) for one in attached) or "–"
        raise refusal(ReadingError, "email_without_text", name=name, attached=names)
    read = read_text(text, name, digest[:16], digest)
    return Received(
        name, digest, len(data), SourceFormat.TEXT, (read.draft,), not_read=attached, warnings=read.warnings
    )


def _text_of(body: MIMEPart, name: str) -> str:
    data = body.get_payload(decode=True)
    content = data if isinstance(data, bytes) else b""
    charset = body.get_content_charset("")
    try:
        text = content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = decoded(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if body.get_content_subtype() == "html":
        return text_of_html(text)
    if str(body.get_param("format", "")).lower() == "flowed":
        return _unflowed(text, deletes_space=str(body.get_param("delsp", "")).lower() == "yes")
    return text


def _unflowed(text: str, *, deletes_space: bool) -> str:
    """Lines that end with a blank go on in the next one of the same depth of quoting (RFC 3676, 4.1)."""
    found: list[tuple[str, str, bool]] = []  # quoting marks, text, whether the line goes on
    for line in text.split("\n"):
        content = line.lstrip(">")
        marks = line[: len(line) - len(content)]
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != _SIGNATURE
        kept = content[:-1] if flows and deletes_space else content
        if found and found[-1][2] and found[-1][0] == marks:
            found[-1] = (marks, found[-1][1] + kept, flows)
        else:
            found.append((marks, kept, flows))
    return "\n".join(f"{marks} {content}".rstrip() if marks else content.rstrip(" ") for marks, content, _ in found)


def _attached(mail: MIMEPart) -> Iterator[Message]:
    for part in mail.iter_attachments():
        what = part.get_filename() or part.get_content_type()
        yield message("attachment_not_read", what=what)


# HTML

_BLOCKS: Final = frozenset(
    ("p", "div", "li", "tr", "table", "ol", "ul", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre")
)
_PARTING: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table"))
_SILENT: Final = frozenset(("style", "script", "head", "title"))
_ITALIC: Final = frozenset(("i", "em"))
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_NEWLINES: Final = re.compile(r"[ \t]*\n[ \t]*")


def text_of_html(html: str) -> str:
    """The text of a page: a line for each block, an empty line between paragraphs, italics between asterisks."""
    reader = _HtmlText()
    reader.feed(html)
    reader.close()
    text = _NEWLINES.sub("\n", "".join(reader.pieces))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


class _HtmlText(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0
        self._counts: list[int] = []  # the last number of each open list, 0 in lists without numbers
        self._italic: list[str] = []  # what stands inside an open italic element
        self._italic_depth = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._put("\n")
        elif tag in ("ol", "ul"):
            start = dict(attrs).get("start") or "1"
            self._counts.append(int(start) if tag == "ol" and start.isdigit() else 0)
        elif tag in _ITALIC:
            self._italic_depth += 1
        if tag in _BLOCKS:
            self._put("\n\n" if tag in _PARTING else "\n")
        if tag == "li" and self._counts:
            self._put(f"{self._counts[-1]}. " if self._counts[-1] else "• ")
            self._counts[-1] += 1 if self._counts[-1] else 0

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        elif tag in _ITALIC and self._italic_depth:
            self._italic_depth -= 1
            if not self._italic_depth:
                self._close_italic()
        if tag in _BLOCKS:
            self._put("\n\n" if tag in _PARTING else "\n")

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._put(_BLANKS.sub(" ", data))

    def _put(self, text: str) -> None:
        (self._italic if self._italic_depth else self.pieces).append(text)

    def _close_italic(self) -> None:
        words = "".join(self._italic)
        self._italic.clear()
        bare = words.strip()
        lead = words[: len(words) - len(words.lstrip())]
        tail = words[len(words.rstrip()) :]
        self.pieces.append(f"{lead}*{bare}*{tail}" if bare and "\n" not in bare else words)
