"""The lines that head the preamble, the operative part and the annexes, with their counts."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.workbench.display_values import Section, SectionLine, TextRow
from draftdesk.workbench.paragraph_names import ParagraphName

_TITLES = {
    Section.FRONT: "Title",
    Section.PREAMBLE: "Preamble",
    Section.OPERATIVE: "Operative part",
    Section.ANNEX: "Annex",
}

_FEW = 3
"""So many drafts are counted one by one."""


def section_line(
    section: Section, rows: Sequence[TextRow], names: Sequence[Sequence[ParagraphName]], short: Sequence[str]
) -> SectionLine:
    """The head of a section: how many paragraphs each draft has in it, how many rows changed."""
    inside = [row for row in rows if row.section is section]
    counts = [_count(inside, names[column], column, section) for column in range(len(short))]
    changed = len({row.table_row for row in inside if row.is_changed})
    detail = _counted(counts, short)
    if len(short) > 1:
        detail += f", {changed or 'none'} changed"
    return SectionLine(_TITLES[section], detail, section)


def _counted(counts: list[int], short: Sequence[str]) -> str:
    if len(set(counts)) == 1:
        return f"{counts[0]} paragraph{'' if counts[0] == 1 else 's'}"
    if len(counts) > _FEW:
        return f"{min(counts)} to {max(counts)} paragraphs"
    first, *others = [f"{count} in {name}" for count, name in zip(counts, short, strict=True)]
    return ", ".join([first.replace(" in ", " paragraphs in ", 1), *others])


def _count(rows: list[TextRow], names: Sequence[ParagraphName], column: int, section: Section) -> int:
    start = {Section.PREAMBLE: "PP ", Section.OPERATIVE: "OP "}.get(section, "")
    return sum(names[i].full.startswith(start) and not names[i].lead for row in rows for i in row.cells[column])
