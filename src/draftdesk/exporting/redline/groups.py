"""Which blocks of a redline's two sides answer each other: the rows of the alignment, in terms of blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from lxml import etree

from draftdesk.exporting.redline.blocks import Table
from draftdesk.exporting.redline.lines import BaseLine, DraftLine, NewLine, WordLine
from draftdesk.exporting.redline.plan import BaseBlock, Group, NewBlock
from draftdesk.model.alignment import AlignmentTable, Relation
from draftdesk.model.paragraph import ParagraphKind

_MOVED: Final = frozenset({Relation.MOVED, Relation.MOVED_EDITED})
_FIXED: Final = frozenset(
    {
        ParagraphKind.SESSION,
        ParagraphKind.AGENDA,
        ParagraphKind.TITLE,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.SPONSORS,
        ParagraphKind.ENACTING,
        ParagraphKind.CLOSING,
        ParagraphKind.MEETING_LINE,
    }
)
"""Kinds with a place of their own: likelier others moved past them than they, whatever the table says."""


def body_groups(
    table: AlignmentTable,
    base_blocks: list[BaseBlock],
    new_blocks: list[NewBlock],
    base_by_index: dict[int, BaseLine],
    new_by_index: dict[int, NewLine],
) -> list[Group]:
    """The rows of a table as groups of blocks; tables answer each other if most of their cells do."""
    base_places = {id(line): n for n, block in enumerate(base_blocks) for line in _lines(block)}
    new_places = {id(line): n for n, block in enumerate(new_blocks) for line in _lines(block)}
    found: list[Group] = []
    votes: dict[tuple[int, int], int] = {}
    for row in table.rows:
        bases = tuple(base_places[id(base_by_index[b])] for b in row.cells[0] if b in base_by_index)
        news = tuple(new_places[id(line)] for n in row.cells[1] if id(line := new_by_index[n]) in new_places)
        if not bases or not news:
            continue
        in_tables = [isinstance(base_blocks[b], Table) for b in bases] + [
            isinstance(new_blocks[n], Table) for n in news
        ]
        if all(in_tables):
            votes[bases[0], news[0]] = votes.get((bases[0], news[0]), 0) + 1
        elif not any(in_tables):
            fixed = any(base_by_index[b].kind in _FIXED for b in row.cells[0] if b in base_by_index)
            found.append(Group(bases, news, row.relations[0] in _MOVED and not fixed))
    taken: set[tuple[str, int]] = set()
    for (b, n), _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if ("base", b) not in taken and ("new", n) not in taken:
            found.append(Group((b,), (n,)))
            taken |= {("base", b), ("new", n)}
    return found


def same_ids(groups: list[Group], base_blocks: list[BaseBlock], new_blocks: list[NewBlock]) -> list[Group]:
    """Paragraphs that kept their id and are in no row: blanks and furniture."""
    bases = {b for group in groups for b in group.bases}
    news = {n for group in groups for n in group.news}
    by_id = {
        block.paragraph.id: n
        for n, block in enumerate(base_blocks)
        if n not in bases and isinstance(block, BaseLine) and block.paragraph is not None
    }
    return [
        Group((by_id[block.paragraph.id],), (n,), moved=True)
        for n, block in enumerate(new_blocks)
        if n not in news and isinstance(block, DraftLine) and block.paragraph.id in by_id
    ]


def with_sections(groups: list[Group], base_blocks: list[BaseBlock], new_blocks: list[NewBlock]) -> list[Group]:
    """Ends of sections answer each other in order where both files have as many: none of them can move or go."""
    base_ends, new_ends = _section_ends(base_blocks), _section_ends(new_blocks)
    if not base_ends or len(base_ends) != len(new_ends):
        return groups
    ends = list(zip(base_ends, new_ends, strict=True))
    bases, news = dict(ends), {n: b for b, n in ends}
    found = [group for group in groups if _fits(group, bases, news)]
    answered = {b for group in found for b in group.bases}
    return [*found, *(Group((b,), (n,)) for b, n in ends if b not in answered)]


def _section_ends(blocks: Sequence[BaseBlock] | Sequence[NewBlock]) -> list[int]:
    return [n for n, block in enumerate(blocks) if not isinstance(block, Table) and block.has_section]


def _fits(group: Group, bases: dict[int, int], news: dict[int, int]) -> bool:
    """Whether every end of a section in a group has its answer there, too."""
    return all(bases[b] in group.news for b in group.bases if b in bases) and all(
        news[n] in group.bases for n in group.news if n in news
    )


def _lines(block: BaseBlock | NewBlock) -> list[BaseLine] | list[NewLine]:
    if isinstance(block, Table):
        return list(block.lines())  # type: ignore[return-value]
    return [block]  # type: ignore[return-value]


def by_element(lines: Iterable[BaseLine]) -> Callable[[etree._Element], BaseLine | None]:
    """The line of a w:p; none where it goes on in the next one (a pending merge) or goes."""
    known = {line.element: line for line in lines}
    return known.get


def by_new_element(lines: Iterable[WordLine]) -> Callable[[etree._Element], NewLine]:
    """The line of a w:p of the new file."""
    known = {line.flat.element: line for line in lines}
    return known.__getitem__
