"""An OpenDocument text becomes a Draft, with its tracked changes read as a view asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import message
from draftdesk.model.draft import FINAL, Received, SourceFormat, View, ViewKind
from draftdesk.reading.flow import Flow, FlowMargin, draft_of
from draftdesk.reading.opendocument.lists import read_lists
from draftdesk.reading.opendocument.package import OpenDocument, o, open_document
from draftdesk.reading.opendocument.revisions import read_revisions
from draftdesk.reading.opendocument.styles import read_styles
from draftdesk.reading.opendocument.walk import OdtWalk, Sources

PART: Final = "content.xml"
_MARGINS: Final = {
    "header-first": "header/first",
    "header": "header/default",
    "header-left": "header/even",
    "footer-first": "footer/first",
    "footer": "footer/default",
    "footer-left": "footer/even",
}
_SYMBOL_FIELDS: Final = ("Symbol1", "sss1")


def read_odt_file(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in an OpenDocument text as `view` shows it; raises ReadingError."""
    document = open_document(data, name)
    revisions = read_revisions(document.text, view.accepts)
    authors = revisions.authors
    if view.kind is ViewKind.BY_AUTHOR and view.author not in authors:
        raise refusal(ReadingError, "view_missing", name=name, author=view.author, authors=", ".join(authors) or "–")
    sources = Sources(read_styles(document), read_lists(document), revisions)
    body = OdtWalk(sources, PART).seen(document.text)
    notes = tuple(sources.notes)
    margins = tuple(_margins(document, sources))
    flow = Flow(
        body,
        notes,
        margins,
        comments=tuple(sources.comments),
        boxes=tuple(sources.boxes),
        hints=tuple(_hints(document.text)),
    )
    draft = draft_of(flow, name, digest, view)
    warnings = (
        (message("changes_pending", name=name, authors=", ".join(authors) or "–", view=str(view)),)
        if revisions.regions
        else ()
    )
    return Received(
        name,
        digest,
        len(data),
        SourceFormat.OPEN_DOCUMENT,
        (draft,),
        authors=authors,
        not_read=sources.left_out.messages(),
        warnings=warnings,
    )


def _margins(document: OpenDocument, sources: Sources) -> Iterator[FlowMargin]:
    """Headers and footers, those that are alike once."""
    known: set[tuple[str, tuple[str, ...]]] = set()
    for tree in document.trees:
        for element in tree.iter(*(o(f"style:{kind}") for kind in _MARGINS)):
            place = _MARGINS[etree.QName(element).localname]
            own = Sources(sources.styles, sources.lists, read_revisions(element, sources.revisions.accepted))
            part = f"{place} {len(known) + 1}"
            paragraphs = OdtWalk(own, part).seen(element)
            key = (place, tuple(one.source_text for one in paragraphs))
            if key not in known and any(one.source_text.strip() for one in paragraphs):
                known.add(key)
                yield FlowMargin(part, place, paragraphs)


def _hints(text: etree._Element) -> Iterator[str]:
    """Fields that name the symbol, in files that were made from those of the Secretariat."""
    fields = {
        field.get(o("text:name"), ""): field.get(o("office:string-value"), "")
        for field in text.iter(o("text:user-field-decl"))
    }
    yield from (fields[name] for name in _SYMBOL_FIELDS if fields.get(name))
