"""Small drafts made in code, a line for each paragraph: make_draft("PP: Recalling ...", "OP 1: Urges ...")."""

from __future__ import annotations

import hashlib
import re

from draftdesk.model.draft import Draft, Received, SourceFormat
from draftdesk.model.paragraph import SUBPARAGRAPHS, Mark, Origin, Paragraph, ParagraphId, ParagraphKind, Run, Span
from draftdesk.wording.labels import with_stop
from draftdesk.wording.openings import find_opening

_LINE = re.compile(r"(?P<tag>[A-Z]+\d?)(?: (?P<number>[^:]+?))?(?P<auto>~)?: ?(?P<text>.*)", re.DOTALL)
_TAGS = {
    "TITLE": ParagraphKind.TITLE,
    "EN": ParagraphKind.ENACTING,
    "PP": ParagraphKind.PREAMBULAR,
    "OP": ParagraphKind.OPERATIVE,
    **{f"S{level}": kind for level, kind in enumerate(SUBPARAGRAPHS, 1)},
    "H": ParagraphKind.HEADING,
    "CL": ParagraphKind.CLOSING,
    "DP": ParagraphKind.DECLARATION,
    "AN": ParagraphKind.ANNEX_TITLE,
    "ML": ParagraphKind.MEETING_LINE,
    "SN": ParagraphKind.SOURCE_NOTE,
    "B": ParagraphKind.BODY,
    "BLANK": ParagraphKind.BLANK,
}


def make_draft(*lines: str, id_: str = "base", language: str = "en", tabs: bool = True) -> Draft:
    """A draft as if read from a Word file: "OP 12 bis: ..." is typed between tabs, "OP 3~: ..." automatic."""
    paragraphs = tuple(_paragraph(line, serial, id_, language, tabs=tabs) for serial, line in enumerate(lines, 1))
    return Draft(id_, f"{id_}.docx", paragraphs, language=language)


def _paragraph(line: str, serial: int, id_: str, language: str, *, tabs: bool) -> Paragraph:
    parts = _LINE.fullmatch(line)
    assert parts is not None, line
    kind, number, text = _TAGS[parts["tag"]], parts["number"] or "", parts["text"]
    lead = "\t" if tabs and kind is not ParagraphKind.BLANK else ""
    typed = with_stop(number) if number and not parts["auto"] else ""
    prefix = f"{lead}{typed}{lead or ' '}" if typed else lead
    start = len(prefix)
    return Paragraph(
        id=ParagraphId(id_, serial),
        kind=kind,
        source_text=prefix + text,
        text_span=Span(start, start + len(text)),
        number=number,
        number_span=Span(len(lead), len(lead) + len(typed)) if typed else None,
        level=SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0,
        runs=_runs(kind, text, start, language),
        origin=Origin("word/document.xml", serial - 1),
        style="Heading" if kind is ParagraphKind.HEADING else "Single",
    )


def _runs(kind: ParagraphKind, text: str, start: int, language: str) -> tuple[Run, ...]:
    if kind is ParagraphKind.HEADING:
        return (Run(Span(start, start + len(text)), frozenset({Mark.BOLD})),)
    if kind not in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE):
        return ()
    opening = find_opening(text, language)
    if opening is None:
        return ()
    return (Run(Span(start + opening.span.start, start + opening.span.end), frozenset({Mark.ITALIC})),)


FERRIES = (
    "TITLE: Safety of inland ferries",
    "EN: The General Assembly,",
    "PP: Recalling its resolution 74/901,",
    "PP: Noting with concern the loss of lives on lakes,",
    "OP 1: Urges States to inspect their ferries;",
    "BLANK: ",
    "H: Training",
    "OP 2: Calls upon States:",
    "S1 (a): To train the crews;",
    "S2 (i): In summer;",
    "S2 (ii): In winter;",
    "S1 (b): To count the passengers;",
    "OP 3: Requests the Secretary-General to report;",
    "OP 4: Decides to remain seized of the matter.",
    "ML: 60th plenary meeting",
)
"""The lines of a small resolution with everything in it that edits care for."""


def ferries(id_: str = "base") -> Draft:
    """A small resolution."""
    return make_draft(*FERRIES, id_=id_)


def shown(draft: Draft) -> list[str]:
    """What a reader sees of the body: numbers and texts."""
    kinds = (ParagraphKind.TITLE, ParagraphKind.ENACTING, ParagraphKind.MEETING_LINE, ParagraphKind.BLANK)
    return [f"{p.number} {p.text}".strip() for p in draft.paragraphs if p.kind not in kinds]


def serial_of(draft: Draft, beginning: str) -> int:
    """The serial of the paragraph whose text begins so."""
    return next(p.id.serial for p in draft.paragraphs if p.text.startswith(beginning))


def italics(paragraph: Paragraph) -> list[str]:
    """The stretches of a paragraph's text that are italic."""
    return [run.span.of(paragraph.text) for run in paragraph.runs_in_text() if Mark.ITALIC in run.marks]


def make_received(draft: Draft, data: bytes, name: str = "") -> Received:
    """What reading would give for a file with these bytes."""
    digest = hashlib.sha256(data).hexdigest()
    return Received(name or draft.name, digest, len(data), SourceFormat.WORD, (draft,))
