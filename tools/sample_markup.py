"""The plain sources of the sample drafts become Draft values.

A source begins with "name: value" lines. Then every block between blank lines is one paragraph: "@kind text",
"## heading", "1. text", "(a) text", "[^1]: footnote", anything else is preambular. In a text *italics*, a no-break
space is "~", "[^1]" a footnote mark, " / " a line break in a meeting line; {+added+} and {-deleted-} words become
tracked changes.

A source with the line "on: NAME" is written on another one: each of its blocks is a line that stands there once,
and the line that takes its place; "¶" in it ends a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import (
    OBJECT,
    InlineObject,
    Mark,
    ObjectKind,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)

# Letters that no text uses stand for the ends of added and deleted words until the Word file is made.
ADDED, ADDED_END, DELETED, DELETED_END = "\ue000", "\ue001", "\ue002", "\ue003"
_TRACKED = {"{+": ADDED, "+}": ADDED_END, "{-": DELETED, "-}": DELETED_END}
_KINDS = {
    "session": ParagraphKind.SESSION,
    "agenda": ParagraphKind.AGENDA,
    "committee": ParagraphKind.AGENDA,
    "sponsors": ParagraphKind.SPONSORS,
    "heading": ParagraphKind.HEADING,
    "source": ParagraphKind.SOURCE_NOTE,
    "title": ParagraphKind.TITLE,
    "meeting": ParagraphKind.MEETING_LINE,
}
_NOTE = re.compile(r"\[\^(\d+)\]: ")
_LABEL = re.compile(rf"[{ADDED}{DELETED}]?(?:(?P<number>\d+(?: bis)?)\.|\((?P<letter>[a-z]+)\)) ")
_TITLE = re.compile(r"(?P<number>\d+/\d+)\. ")
_ROMAN = re.compile(r"[ivx]+")


@dataclass(frozen=True)
class Source:
    """A sample: its draft, who changed it when (both "" where nothing is tracked), and the lines at its beginning."""

    draft: Draft
    is_issued: bool
    author: str
    changed: str
    fields: dict[str, str]


def read_source(path: Path) -> Source:
    """The sample that a source file describes."""
    fields, rest = _fields_and_text(path)
    draft_id = path.stem
    paragraphs, notes = [], []
    for serial, block in enumerate(rest.strip().split("\n\n")):
        note = _NOTE.match(block)
        if note is None:
            paragraphs.append(_paragraph(block, ParagraphId(draft_id, serial)))
        else:
            text = _parsed(block[note.end() :], ParagraphId(draft_id, serial), ParagraphKind.FOOTNOTE)
            notes.append(Note(note[1], NoteKind.FOOTNOTE, note[1], (text,)))
    draft = Draft(
        id=draft_id,
        name=f"{draft_id}.docx",
        paragraphs=tuple(paragraphs),
        notes=tuple(notes),
        symbol=fields.get("symbol", ""),
        organ=fields["organ"],
        date=fields["date"],
        title=next((one.text for one in paragraphs if one.kind is ParagraphKind.TITLE), ""),
    )
    return Source(draft, "issued" in fields, fields.get("author", ""), fields.get("changed", ""), fields)


def _fields_and_text(path: Path) -> tuple[dict[str, str], str]:
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    if "on" not in fields:
        return fields, text
    base = next(
        folder / f"{fields['on']}.txt" for folder in path.parents if (folder / f"{fields['on']}.txt").exists()
    )
    base_fields, edited = _fields_and_text(base)
    for block in text.strip().split("\n\n"):
        old, new = block.split("\n")
        if edited.count(old) != 1:
            raise ValueError(f"{path.name}: “{old}” stands {edited.count(old)} times in {base.name}")
        edited = edited.replace(old, new.replace("¶", "\n\n"))
    return base_fields | fields, edited


def _paragraph(block: str, paragraph_id: ParagraphId) -> Paragraph:
    for shown, letter in _TRACKED.items():
        block = block.replace(shown, letter)
    if block.startswith("## "):
        return _parsed(block[3:], paragraph_id, ParagraphKind.HEADING)
    if block.startswith("@"):
        word, _, text = block[1:].partition(" ")
        kind = _KINDS[word]
        if kind is ParagraphKind.MEETING_LINE:
            text = text.replace(" / ", "\n")
        title = _TITLE.match(text) if kind is ParagraphKind.TITLE else None
        if title is None:
            return _parsed(text, paragraph_id, kind)
        return replace(_parsed(text[title.end() :], paragraph_id, kind), number=title["number"])
    label = _LABEL.match(block)
    if label is None:
        is_enacting = block.startswith("*The ")
        return _parsed(block, paragraph_id, ParagraphKind.ENACTING if is_enacting else ParagraphKind.PREAMBULAR)
    # A tracked paragraph begins with its mark, which stays at the start of the text.
    text = block[: label.start("number" if label["number"] else "letter")].rstrip("(") + block[label.end() :]
    if label["number"]:
        return replace(_parsed(text, paragraph_id, ParagraphKind.OPERATIVE), number=label["number"])
    is_roman = _ROMAN.fullmatch(label["letter"]) is not None
    kind = ParagraphKind.SUB2 if is_roman else ParagraphKind.SUB1
    level = 2 if is_roman else 1
    return replace(_parsed(text, paragraph_id, kind), number=f"({label['letter']})", level=level)


def _parsed(marked: str, paragraph_id: ParagraphId, kind: ParagraphKind) -> Paragraph:
    """A paragraph whose text is `marked` without its marks."""
    text, runs, objects = "", [], []
    italic_from: int | None = None
    for piece in re.findall(r"\*|~|\[\^\d+\]|.", " ".join(marked.split(" ")), re.DOTALL):
        if piece == "*":
            if italic_from is not None:
                runs.append(Run(Span(italic_from, len(text)), frozenset({Mark.ITALIC})))
            italic_from = len(text) if italic_from is None else None
        elif piece.startswith("[^"):
            number = piece[2:-1]
            objects.append(InlineObject(len(text), ObjectKind.FOOTNOTE_MARK, number, "⟦footnote⟧"))
            text += OBJECT
        else:
            text += "\u00a0" if piece == "~" else piece
    return Paragraph(
        id=paragraph_id,
        kind=kind,
        source_text=text,
        text_span=Span(0, len(text)),
        runs=tuple(runs),
        objects=tuple(objects),
    )
