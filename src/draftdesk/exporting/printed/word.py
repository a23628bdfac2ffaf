"""A printed comparison as a Word file: plain words in tables, changes as underlines, strikes and colours.

The looks are character styles by name, so whoever gets the file can change them in one place. Nothing in it
is a tracked change. The same document gives the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import Template
from typing import Final
from xml.sax.saxutils import escape

from lxml import etree

from draftdesk.exporting.clean.package import packed
from draftdesk.exporting.clean.runs import element, xml_text
from draftdesk.exporting.printed.values import Heading, Line, Printed, Sheet
from draftdesk.exporting.printed.word_tables import WordLines, word_table
from draftdesk.resources import resource
from draftdesk.wordml.names import R_ID
from draftdesk.wordml.package import serialised

_FOLDER: Final = ("templates", "comparison")


@dataclass(frozen=True, slots=True)
class _Paper:
    """A sheet in twips and the size of the text on it in half points."""

    width: int
    height: int
    margin: int
    size: int

    @property
    def line(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


_SHEETS: Final = {Sheet.UPRIGHT: (12240, 15840), Sheet.LONG: (15840, 12240), Sheet.LARGE: (24480, 15840)}
_SMALLEST: Final = 13


def printed_word(document: Printed) -> bytes:
    """The bytes of a .docx."""
    paper = _paper(document)
    body = element("body")
    body.append(WordLines().styled("Title", document.title))
    body.extend(WordLines().line(line) for line in document.lead)
    for block in document.blocks:
        if isinstance(block, Heading):
            body.append(WordLines().styled(f"Heading{block.level}", block.text))
        elif isinstance(block, Line):
            body.append(WordLines().line(block))
        else:
            body.append(word_table(block, paper.line))
            body.append(WordLines().styled("Remark", ""))
    body.append(_section(paper))
    root = element("document")
    root.append(body)
    parts = {
        "word/document.xml": ("document.main+xml", serialised(root)),
        "word/styles.xml": ("styles+xml", _filled("styles.xml", _sizes(paper))),
        "word/settings.xml": ("settings+xml", resource(*_FOLDER, "settings.xml").read_bytes()),
        "word/footer.xml": ("footer+xml", _filled("footer.xml", {"title": escape(xml_text(document.title))})),
    }
    return packed(parts, {}, document.title, "en-GB")


def _paper(document: Printed) -> _Paper:
    width, height = _SHEETS[document.sheet]
    margin = 1080 if document.sheet is Sheet.UPRIGHT else 720
    return _Paper(width, height, margin, round(2 * document.size))


def _sizes(paper: _Paper) -> dict[str, str]:
    return {
        "size": str(paper.size),
        "size_complex": str(paper.size + 2),
        "size_small": str(max(_SMALLEST, paper.size - 3)),
        "line": str(paper.line),
    }


def _filled(name: str, values: dict[str, str]) -> bytes:
    return Template(resource(*_FOLDER, name).read_text(encoding="utf-8")).substitute(values).encode()


def _section(paper: _Paper) -> etree._Element:
    made = element("sectPr")
    footer = element("footerReference", type="default")
    footer.set(R_ID, "footer")
    made.append(footer)
    turned = {"orient": "landscape"} if paper.width > paper.height else {}
    made.append(element("pgSz", w=str(paper.width), h=str(paper.height), **turned))
    margin = str(paper.margin)
    sides = {"top": margin, "right": margin, "bottom": margin, "left": margin}
    made.append(element("pgMar", **sides, header="360", footer="400", gutter="0"))
    return made
