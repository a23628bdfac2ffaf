"""An Akoma Ntoso document (AKN4UN) becomes a Draft."""

from __future__ import annotations

from typing import Final

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.model.draft import FINAL, Received, SourceFormat, View, ViewKind
from draftdesk.reading.akn.walk import COVER, AknRead, AknWalk, local
from draftdesk.reading.flow import Flow, FlowMargin, draft_of
from draftdesk.wordml.package import parse_part

_ROOT: Final = b"akomaNtoso"
_HEAD_BYTES: Final = 4096
_LANGUAGES: Final = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh", "chi": "zh",
}  # fmt: skip


def is_akoma_ntoso(data: bytes) -> bool:
    """Whether a file is an XML document with the root of Akoma Ntoso."""
    head = data[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and _ROOT in head


def read_akn_file(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in an Akoma Ntoso document as `view` shows it; raises ReadingError."""
    root = parse_part(data.lstrip(), name, name)
    if local(root) != _ROOT.decode():
        raise refusal(ReadingError, "not_a_text_document", name=name)
    read = AknRead(view.accepts)
    AknWalk(read).walk(root)
    if view != FINAL and (view.kind is ViewKind.BY_AUTHOR or not read.has_changes):
        raise refusal(ReadingError, "view_not_word", name=name, view=str(view))
    if not read.body:
        raise refusal(ReadingError, "not_a_text_document", name=name)
    flow = Flow(
        body=tuple(read.body),
        notes=tuple(read.notes),
        margins=(FlowMargin(COVER, "header/first", tuple(read.cover)),) if read.cover else (),
        hints=tuple(_symbols(root)),
        language=_language(root),
        kinds=read.kinds,
    )
    draft = draft_of(flow, name, digest, view)
    return Received(name, digest, len(data), SourceFormat.AKOMA_NTOSO, (draft,), not_read=read.left_out.messages())


def _symbols(root: etree._Element) -> list[str]:
    return [
        "".join(str(text) for text in number.itertext()).strip()
        for number in root.iter("{*}docNumber")
        if (number.get("refersTo") or "").endswith("symbol")
    ]


def _language(root: etree._Element) -> str:
    """The language that the expression declares, "" where it declares none of the six."""
    declared = root.find(".//{*}FRBRExpression/{*}FRBRlanguage")
    return _LANGUAGES.get((declared.get("language") or "").lower(), "") if declared is not None else ""
