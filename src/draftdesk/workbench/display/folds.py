"""Section lines, runs of unchanged rows folded to one line each, and the rows between them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from draftdesk.comparing.comparison import Comparison
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.display.languages import languages_of_rows
from draftdesk.workbench.display.sections import section_line
from draftdesk.workbench.display.values import DisplayItem, FoldLine, Letter, Section, TextRow
from draftdesk.workbench.paragraph_names import ParagraphName, range_name


class Folder:
    """Lays the lines out; `columns` are those in sight."""

    def __init__(
        self,
        rows: tuple[TextRow, ...],
        names: tuple[tuple[ParagraphName, ...], ...],
        short: tuple[str, ...],
        opened: AbstractSet[ParagraphId] | None,
        wanted: AbstractSet[ParagraphId] | None,
        columns: Sequence[int],
        comparison: Comparison,
    ) -> None:
        self._rows = rows
        self._columns = columns
        self._names = names
        self._short = short
        self._opened = opened
        self._wanted = wanted
        self._only_changes = wanted is not None
        self._commented = _commented(comparison)
        self._languages = languages_of_rows(comparison)

    def items(self) -> tuple[DisplayItem, ...]:
        """All lines in order."""
        items: list[DisplayItem] = []
        run: list[TextRow] = []
        section = Section.FRONT
        for row in self._rows:
            if row.section is not section:
                self._close(run, items)
                section = row.section
                items.append(section_line(section, self._rows, self._names, self._short, self._languages))
            if row.is_changed or row.is_kept or self._is_wanted(row):
                self._close(run, items)
                items.append(row)
                continue
            if run and run[-1].is_renumbered is not row.is_renumbered:
                self._close(run, items)
            run.append(row)
        self._close(run, items)
        return tuple(items)

    def _is_wanted(self, row: TextRow) -> bool:
        if self._wanted is None:
            return self._opened is None
        return bool(self._wanted) and not self._wanted.isdisjoint(row.identity)

    def _close(self, run: list[TextRow], items: list[DisplayItem]) -> None:
        if run and not self._only_changes:
            line = self._fold_line(run)
            items.append(line)
            if line.is_open:
                items.extend(run)
        run.clear()

    def _fold_line(self, run: list[TextRow]) -> FoldLine:
        ranges: list[str] = []
        for column in self._columns:
            every = [self._names[column][cell[0]].full for row in run for cell in [row.cells[column]] if cell]
            ends = [name for name in every if name.startswith(("PP ", "OP "))] or every
            if ends:
                ranges.append(range_name(ends))
        distinct = list(dict.fromkeys(ranges))
        renumbered = run[0].is_renumbered
        detail = tr("renumbered, otherwise unchanged") if renumbered else tr("unchanged")
        identity = run[0].identity[0]
        return FoldLine(
            " → ".join(distinct if len(distinct) < 3 else (distinct[0], distinct[-1])),
            self._where(detail) + _small(run) + self._comments(run),
            (Letter.NUMBER,) if renumbered else (),
            tuple(row.ordinal for row in run),
            bool(self._opened and identity in self._opened),
            identity,
        )

    def _where(self, detail: str) -> str:
        """In which drafts a run is as it was."""
        if len(self._columns) < 3:
            return detail
        if self._languages.are_several:
            return self._languages.where(detail)
        everywhere = {3: later("{what} in all three"), 4: later("{what} in all four")}.get(
            len(self._short), later("{what} in all drafts")
        )
        return tr(everywhere, what=detail)

    def _comments(self, run: Sequence[TextRow]) -> str:
        """How many comments stand in the rows of a fold."""
        if not self._commented:
            return ""
        count = sum(self._commented.get(paragraph, 0) for row in run for paragraph in row.identity)
        return ", " + tr_count("{count} comment", "{count} comments", count) if count else ""


def _commented(comparison: Comparison) -> dict[ParagraphId, int]:
    """How many comments of its file stand at each paragraph."""
    with_some = (draft for draft in comparison.drafts if draft.comments)
    return {
        ParagraphId(draft.id, serial): len(some)
        for draft in with_some
        for serial, some in draft.comments_by_paragraph.items()
    }


def _small(run: Sequence[TextRow]) -> str:
    """How many rows of a fold differ in what is none of words."""
    count = sum(row.differs_slightly for row in run)
    return ", " + tr_count("{count} with small differences", "{count} with small differences", count) if count else ""
