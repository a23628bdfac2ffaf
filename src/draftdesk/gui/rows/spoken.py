"""A cell in words, for a screen reader: signs of change are said where the words stand."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.workbench.decided_rows import STATUS_NAMES
from draftdesk.workbench.display_rows import DisplayRows
from draftdesk.workbench.display_values import CellContent, Sign, TextRow

_SAID = {
    Sign.INSERTED: "inserted",
    Sign.DELETED: "deleted",
    Sign.MOVED: "moved",
    Sign.TECHNICAL: "technical update",
    Sign.TECHNICAL_OLD: "technical update, before",
    Sign.CONTESTED: "changed by several drafts",
    Sign.SMALL: "small difference",
}


def spoken(view: DisplayRows, row: TextRow, column: int, content: CellContent) -> str:
    """Such as: Rev.1, OP 3. deleted: Urges; inserted: Invites; Member States ..."""
    draft = view.short[column]
    if content.absence is not None:
        return f"{draft}. {content.absence.text}"
    names = [f"{draft}, {view.names[column][index].full}. " for index in row.cells[column]]
    return spoken_content(content, names or [f"{draft}. "])


def spoken_content(content: CellContent, heads: Sequence[str] = ()) -> str:
    """The words of a cell; `heads` are said before its paragraphs."""
    if content.absence is not None:
        return content.absence.text
    pieces = []
    left = iter(heads)
    for block in content.blocks:
        is_note = block.kind is ParagraphKind.FOOTNOTE
        pieces.append(f" Footnote {block.lead}. " if is_note else next(left, ""))
        for stretch in block.stretches:
            said = _SAID.get(stretch.sign)
            pieces.append(f" {said}: {stretch.text.strip()}; " if said else stretch.text)
        if block.status is not None:
            pieces.append(f" Status: {STATUS_NAMES[block.status]}.")
        if block.private:
            pieces.append(f" {block.private} private comment{'' if block.private == 1 else 's'}.")
        if block.comments:
            pieces.append(f" {block.comments} comment{'' if block.comments == 1 else 's'}.")
    notes = " ".join(note.text for note in content.notes)
    return " ".join(f"{''.join(pieces)} {notes}".split())
