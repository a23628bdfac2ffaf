"""An opening that became another is changed as a whole: "Notes with concern" for "Notes", never a part of it.

One that only got or lost a companion ("also", "further") or changed its form keeps the smallest change.
"""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.comparing.edit_script import Block
from draftdesk.comparing.tidying import is_crumb
from draftdesk.wording.openings import Opening, find_opening, same_demand
from draftdesk.wording.tokens import Token


def with_whole_openings(
    blocks: list[Block],
    texts: tuple[str, str],
    tokens: tuple[Sequence[Token], Sequence[Token]],
    language: str,
) -> list[Block]:
    """The blocks, those in the opening as one that holds it on both sides; still exact."""
    if not blocks:
        return blocks
    before, after = (find_opening(text, language) for text in texts)
    if before is None or after is None or before.phrase.text == after.phrase.text or same_demand(before, after):
        return blocks
    (i_start, i_end), (j_start, j_end) = _place(before, tokens[0]), _place(after, tokens[1])
    inside = [k for k, one in enumerate(blocks) if _meets(one, (i_start, i_end), (j_start, j_end))]
    if not inside:
        return blocks
    first, last = inside[0], inside[-1]
    room = blocks[first].i1 - (blocks[first - 1].i2 if first else 0)
    back = min(room, max(0, blocks[first].i1 - i_start, blocks[first].j1 - j_start))
    while True:
        on = max(0, i_end - blocks[last].i2, j_end - blocks[last].j2)
        end = blocks[last].i2 + on
        if last + 1 == len(blocks) or not _is_nothing(tokens[0][end : blocks[last + 1].i1]):
            break
        last += 1
    start, stop = blocks[first], blocks[last]
    whole = Block(start.i1 - back, stop.i2 + on, start.j1 - back, stop.j2 + on)
    return [*blocks[:first], whole, *blocks[last + 1 :]]


def _is_nothing(kept: Sequence[Token]) -> bool:
    """Whether what is kept between two changes is nothing at all, or a crumb."""
    return not kept or is_crumb([token.form for token in kept])


def _place(opening: Opening, tokens: Sequence[Token]) -> tuple[int, int]:
    """The tokens of the opening, end exclusive."""
    inside = [k for k, token in enumerate(tokens) if opening.span.start <= token.start < opening.span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _meets(block: Block, old: tuple[int, int], new: tuple[int, int]) -> bool:
    """Whether a block changes something between the ends of the openings."""
    return (block.i1 < old[1] and block.i2 > old[0]) or (block.j1 < new[1] and block.j2 > new[0])
