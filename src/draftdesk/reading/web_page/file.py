"""A page becomes a Draft: saved from a site, from Word or LibreOffice, from a mail program, or from the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from draftdesk.errors import ReadingError, refusal
from draftdesk.messages import Message, message
from draftdesk.model.draft import FINAL, Received, SourceFormat, View, ViewKind
from draftdesk.reading.flow import BLANKS, Flow, FlowComment, FlowMargin, FlowNote, draft_of
from draftdesk.reading.seen import Seen
from draftdesk.reading.web_page.notes import HtmlNote, find_notes
from draftdesk.reading.web_page.styles import read_styles
from draftdesk.reading.web_page.tree import parse_html
from draftdesk.reading.web_page.walk import HtmlSources, HtmlWalk, authors_of
from draftdesk.wording.language import guess_language

PART: Final = "page"
_AROUND: Final = "page around"
_SYMBOL_FIELDS: Final = ("Symbol1", "DC.identifier", "citation_technical_report_number")
_BLANKS: Final = re.compile(r"\s+")


def read_html_file(data: bytes, name: str, digest: str, view: View = FINAL) -> Received:
    """The draft in a page as `view` shows it; raises ReadingError."""
    root = parse_html(data, name)
    authors = authors_of(root)
    _check_view(view, name, authors)
    language = guess_language(_BLANKS.sub(" ", " ".join(str(text) for text in _shown_text(root))))
    notes = find_notes(root)
    sources = HtmlSources(read_styles(root), notes, view.accepts, language)
    story = _story(root)
    seen = HtmlWalk(sources, PART).seen(story)
    around = tuple(one._replace(is_furniture=False) for one in seen if one.is_furniture)
    body = tuple(one for one in seen if not one.is_furniture)
    if not any(one.source_text.strip(BLANKS) for one in body):
        raise refusal(ReadingError, "page_without_text", name=name)
    read = [(note, _without_back(note, sources)) for note in notes.by_container.values()]
    flow = Flow(
        body=body,
        notes=tuple(FlowNote(note.id, note.mark, own) for note, own in read if not note.is_comment),
        margins=(FlowMargin(_AROUND, "header/default", around),) if around else (),
        comments=tuple(_comment(note, own, sources) for note, own in read if note.is_comment),
        hints=tuple(_hints(root)),
    )
    return Received(
        name,
        digest,
        len(data),
        SourceFormat.HTML,
        (draft_of(flow, name, digest, view),),
        authors=authors,
        not_read=sources.left_out.messages(),
        warnings=tuple(_warnings(name, authors, view)),
    )


def _check_view(view: View, name: str, authors: tuple[str, ...]) -> None:
    if view != FINAL and not authors:
        raise refusal(ReadingError, "view_not_word", name=name, view=str(view))
    if view.kind is ViewKind.BY_AUTHOR and view.author not in authors:
        raise refusal(ReadingError, "view_missing", name=name, author=view.author, authors=", ".join(authors))


def _warnings(name: str, authors: tuple[str, ...], view: View) -> Iterator[Message]:
    if authors:
        yield message("changes_pending", name=name, authors=", ".join(filter(None, authors)) or "–", view=str(view))


def _story(root: etree._Element) -> etree._Element:
    """The part of a page that holds the text: its one main element, if it has one, else its body."""
    mains = list(root.iter("main"))
    if len(mains) == 1:
        return mains[0]
    body = root.find("body")
    return body if body is not None else root


def _shown_text(root: etree._Element) -> Iterator[str]:
    for element in _story(root).iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            yield str(element.text or "")
        yield str(element.tail or "")


def _without_back(note: HtmlNote, sources: HtmlSources) -> tuple[Seen, ...]:
    """The paragraphs of a note; the links back to its mark are no text."""
    for link in note.back:
        text = link.tail or ""
        link.clear(keep_tail=False)
        link.tail = text
        link.tag = "span"
    return HtmlWalk(sources, note.id).seen(note.container)


def _comment(note: HtmlNote, own: tuple[Seen, ...], sources: HtmlSources) -> FlowComment:
    part, ordinal = sources.calls.get(note.container, ("", 0))
    return FlowComment(part, ordinal, "", "", "\n".join(one.source_text.strip() for one in own))


def _hints(root: etree._Element) -> Iterator[str]:
    """Names of the symbol in the head of a page."""
    fields = {meta.get("name") or "": meta.get("content") or "" for meta in root.iter("meta")}
    yield from (fields[name] for name in _SYMBOL_FIELDS if fields.get(name))
