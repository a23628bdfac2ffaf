"""What is shown although folds and filters would hide it: folds that are open, rows that somebody went to."""

from __future__ import annotations

from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import DisplayItem, FoldLine, TextRow


class OpenFolds:
    """`opened` are the identities of folds, `sought` paragraphs that the filter leaves out and one went to."""

    def __init__(self) -> None:
        self.opened: set[ParagraphId] = set()
        self.sought: set[ParagraphId] = set()
        self._peeked: set[ParagraphId] = set()

    def toggle(self, identity: ParagraphId) -> None:
        """Open or close a fold."""
        self.opened ^= {identity}

    def open_over(self, view: DisplayRows, paragraph: ParagraphId) -> None:
        """Open the fold that hides a paragraph."""
        for item in view.items:
            if isinstance(item, FoldLine) and any(paragraph in view.rows[k].identity for k in item.rows):
                self.opened |= {item.identity}

    def show(self, row: TextRow, item: DisplayItem | None, *, peek: bool) -> bool:
        """Show a row that has this line, None for none; whether that needs another arrangement.

        `peek`: a search passes by; the fold that it opened before is closed again.
        """
        if isinstance(item, FoldLine):
            self.opened |= {item.identity}
            self.opened -= self._peeked
            self._peeked = {item.identity} if peek else set()
        elif item is None:
            self.sought |= set(row.identity)
        return not isinstance(item, TextRow)

    def end_peeking(self, *, close: bool) -> bool:
        """The fold that a search opened stays open, or is closed; whether that needs another arrangement."""
        peeked, self._peeked = self._peeked, set()
        if close:
            self.opened -= peeked
        return close and bool(peeked)
