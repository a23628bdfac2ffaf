"""Which paragraphs of one column have findings, for the painter and for the tips of the margin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.draft_findings import FindingEntry


@dataclass(frozen=True)
class FormMarks:
    """The findings of the draft in a column, by paragraph; -1 for no column."""

    column: int = -1
    findings: Mapping[ParagraphId, tuple[FindingEntry, ...]] = field(default_factory=dict)

    def grade(self, column: int, paragraph: ParagraphId | None) -> Grade | None:
        """The gravest grade of a paragraph in a column."""
        found = self.findings.get(paragraph, ()) if column == self.column and paragraph is not None else ()
        return found[0].finding.grade if found else None

    def gravest(self, column: int, paragraphs: Iterable[ParagraphId | None]) -> Grade | None:
        """The gravest grade of several paragraphs in a column."""
        grades = [grade for one in paragraphs if (grade := self.grade(column, one)) is not None]
        return min(grades, key=list(Grade).index, default=None)

    def said(self, column: int, paragraphs: tuple[ParagraphId | None, ...]) -> str:
        """What the margin tells of the paragraphs of a cell, a line each."""
        if column != self.column:
            return ""
        return "\n".join(one.said for id_ in paragraphs if id_ is not None for one in self.findings.get(id_, ()))


NO_MARKS = FormMarks()


def ids_of(view: DisplayRows, row: TextRow, column: int) -> tuple[ParagraphId, ...]:
    """The paragraphs of a row in a column."""
    return tuple(view.drafts[column].paragraphs[index].id for index in row.cells[column])
