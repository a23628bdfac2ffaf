"""A cell in words, for a screen reader: signs of change are said where the words stand."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.decided_rows import STATUS_NAMES
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import CellContent, DisplayItem, FoldLine, SectionLine, Sign, TextRow

_SAID = {
    Sign.INSERTED: later("inserted"),
    Sign.DELETED: later("deleted"),
    Sign.MOVED: later("moved"),
    Sign.TECHNICAL: later("technical update"),
    Sign.TECHNICAL_OLD: later("technical update, before"),
    Sign.CONTESTED: later("changed by several drafts"),
    Sign.SMALL: later("small difference"),
}


def spoken(view: DisplayRows, row: TextRow, column: int, content: CellContent) -> str:
    """Such as: Rev.1, OP 3. deleted: Urges; inserted: Invites; Member States ..."""
    draft = view.short[column]
    if content.absence is not None:
        return f"{draft}. {content.absence.text}"
    names = [f"{draft}, {view.names[column][index].full}. " for index in row.cells[column]]
    return spoken_content(content, names or [f"{draft}. "])


def spoken_line(item: DisplayItem) -> str:
    """A fold or the head of a part."""
    if isinstance(item, FoldLine):
        state = tr("open") if item.is_open else tr("folded, Enter opens it")
        return f"{item.title}, {item.detail}, {state}"
    return f"{item.title}, {item.detail}" if isinstance(item, SectionLine) else ""


def with_findings(said: str, found: str) -> str:
    """What is said of a cell, then what its form lacks; `found` has a line for each finding."""
    return f"{said} {tr('Form: {findings}', findings='; '.join(found.splitlines()))}" if found else said


def spoken_content(content: CellContent, heads: Sequence[str] = ()) -> str:
    """The words of a cell; `heads` are said before its paragraphs."""
    if content.absence is not None:
        return content.absence.text
    pieces = []
    left = iter(heads)
    for block in content.blocks:
        is_note = block.kind is ParagraphKind.FOOTNOTE
        pieces.append(f" {tr('Footnote {mark}', mark=block.lead)}. " if is_note else next(left, ""))
        for stretch in block.stretches:
            said = _SAID.get(stretch.sign)
            pieces.append(f" {tr(said)}: {stretch.text.strip()}; " if said else stretch.text)
        if block.status is not None:
            pieces.append(f" {tr('Status: {status}', status=tr(STATUS_NAMES[block.status]))}.")
        if block.private:
            pieces.append(f" {tr_count('{count} private comment', '{count} private comments', block.private)}.")
        if block.comments:
            pieces.append(f" {tr_count('{count} comment', '{count} comments', block.comments)}.")
    notes = " ".join(note.text for note in content.notes)
    return " ".join(f"{''.join(pieces)} {notes}".split())
