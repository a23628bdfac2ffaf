"""Text from the clipboard as a draft on the desk, named after its symbol or its first words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT
from draftdesk.reading.email_file import text_of_html
from draftdesk.reading.receive import receive
from draftdesk.translation import tr
from draftdesk.workbench.files import LoadedFile, NamedFile

CLIPBOARD: Final = "the clipboard"
_LONGEST_NAME: Final = 40  # code points
NO_PATH: Final = ""


def receive_pasted(text: str, html: str = "") -> LoadedFile:
    """The draft in a pasted text, as if read from a file without a place; raises ReadingError.

    `html` serves where a program gave nothing plainer.
    """
    text = text if text.strip() else text_of_html(html)
    if not text.strip():
        raise refusal(ReadingError, "clipboard_empty")
    data = text.replace("\x00", "").encode("utf-8", "replace")
    received = receive(data, CLIPBOARD)
    name = name_of(received.drafts[0])
    drafts = tuple(replace(draft, name=name) for draft in received.drafts)
    return LoadedFile(NamedFile(NO_PATH), data, replace(received, name=name, drafts=drafts))


def name_of(draft: Draft) -> str:
    """The symbol, else the first words that are shown."""
    if draft.symbol:
        return tr("{symbol} (pasted)", symbol=draft.symbol)
    shown = (draft.paragraphs[index].text.replace(OBJECT, "") for index in draft.visible)
    words = " ".join(next((text for text in shown if text.strip()), "").split())
    if not words:
        return tr("Pasted text")
    return (
        words
        if len(words) <= _LONGEST_NAME
        else f"{words[:_LONGEST_NAME].rpartition(' ')[0] or words[:_LONGEST_NAME]} …"
    )
