"""The lines that head the preamble, the operative part and the annexes, with their counts."""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.display.languages import Languages
from draftdesk.workbench.display.values import Section, SectionLine, TextRow
from draftdesk.workbench.paragraph_names import ParagraphName

_TITLES = {
    Section.FRONT: later("Title"),
    Section.PREAMBLE: later("Preamble"),
    Section.OPERATIVE: later("Operative part"),
    Section.ANNEX: later("Annex"),
}

_FEW = 3
"""So many drafts are counted one by one."""


def section_line(
    section: Section,
    rows: Sequence[TextRow],
    names: Sequence[Sequence[ParagraphName]],
    short: Sequence[str],
    languages: Languages,
) -> SectionLine:
    """The head of a section: how many paragraphs each draft has in it, how many rows changed."""
    inside = [row for row in rows if row.section is section]
    counts = [_count(inside, names[column], column, section) for column in range(len(short))]
    changed = len({row.table_row for row in inside if row.is_changed})
    detail = _counted(counts, short)
    if len(short) > 1:
        detail += ", " + languages.count(changed)
    return SectionLine(tr(_TITLES[section]), detail, section)


def _counted(counts: list[int], short: Sequence[str]) -> str:
    if len(set(counts)) == 1:
        return tr_count("{count} paragraph", "{count} paragraphs", counts[0])
    if len(counts) > _FEW:
        return tr("{least} to {most} paragraphs", least=min(counts), most=max(counts))
    first = tr_count("{count} paragraph in {name}", "{count} paragraphs in {name}", counts[0], name=short[0])
    others = (
        tr("{count} in {name}", count=count, name=name) for count, name in zip(counts[1:], short[1:], strict=True)
    )
    return ", ".join([first, *others])


def _count(rows: list[TextRow], names: Sequence[ParagraphName], column: int, section: Section) -> int:
    start = {Section.PREAMBLE: "PP ", Section.OPERATIVE: "OP "}.get(section, "")
    cells = [row.cells[column] for row in rows]
    return len([1 for cell in cells for i in cell if not names[i].lead and names[i].full.startswith(start)])
