"""Brackets as a room reads them from the back: bold, each opening one with its depth as a small figure."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.model.paragraph import Mark
from draftdesk.wording.brackets import brackets_in
from draftdesk.workbench.display.values import GONE, Block, CellContent, Sign, Stretch


def with_depths(content: CellContent) -> CellContent:
    """Brackets bold, with the depth behind each opening one; those of deleted words stay as they are."""
    return replace(content, blocks=tuple(_with_depths(block) for block in content.blocks))


def _with_depths(block: Block) -> Block:
    text = "".join(" " * len(s.text) if s.sign in GONE else s.text for s in block.stretches)
    depths = {one.at: one for one in brackets_in(text)}
    if not depths:
        return block
    pieces: list[Stretch] = []
    at = 0
    for stretch in block.stretches:
        done = 0
        for place in (k for k in range(len(stretch.text)) if at + k in depths):
            one = depths[at + place]
            before, sign = stretch.text[done:place], stretch.text[place]
            pieces += [replace(stretch, text=before, covers=-1)] if before else []
            pieces.append(replace(stretch, text=sign, marks=stretch.marks | {Mark.BOLD}, covers=-1))
            if one.opens and one.depth:
                small = frozenset({Mark.SUBSCRIPT, Mark.BOLD})
                pieces.append(Stretch(str(one.depth), Sign.GAP, small, covers=0))
            done = place + 1
        rest = stretch.text[done:]
        pieces += [replace(stretch, text=rest)] if rest and not done else []
        pieces += [replace(stretch, text=rest, covers=-1)] if rest and done else []
        at += len(stretch.text)
    return replace(block, stretches=tuple(pieces))
