"""The empty form of a resolution: what a writer fills in from the top, and the enacting line."""

from __future__ import annotations

from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphId, ParagraphKind, Run, Span

_ENACTING: Final = "The General Assembly,"
_ORGAN: Final = "General Assembly"
_LINES: Final = (
    (ParagraphKind.SESSION, ""),
    (ParagraphKind.AGENDA, ""),
    (ParagraphKind.TITLE, ""),
    (ParagraphKind.ENACTING, _ENACTING),
    (ParagraphKind.PREAMBULAR, ""),
    (ParagraphKind.OPERATIVE, ""),
)
FRONT: Final = (ParagraphKind.SESSION, ParagraphKind.AGENDA, ParagraphKind.SPONSORS, ParagraphKind.TITLE)
"""Kinds that a form has one line each for."""


def empty_form(draft_id: str, name: str, first_serial: int = 0) -> Draft:
    """A draft with nothing in it but the enacting line and a place for each thing that a resolution has."""
    paragraphs = tuple(_line(draft_id, first_serial + k, kind, text) for k, (kind, text) in enumerate(_LINES))
    return Draft(draft_id, name, paragraphs, organ=_ORGAN)


def _line(draft_id: str, serial: int, kind: ParagraphKind, text: str) -> Paragraph:
    prefix = "" if kind in FRONT else "\t"
    start = len(prefix)
    organ = Span(start, start + len(text.rstrip(",")))
    italics = (Run(organ, frozenset({Mark.ITALIC})),) if kind is ParagraphKind.ENACTING else ()
    return Paragraph(ParagraphId(draft_id, serial), kind, prefix + text, Span(start, start + len(text)), runs=italics)
