"""An exact edit made fit for a reader: no crumbs, and a change that begins and ends where a phrase does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from draftdesk.comparing.edit_script import Block
from draftdesk.model.change import PARAGRAPH_BREAK

_SMALL_WORDS: Final = (
    # English
    "a an the of to in on at by for from with and or as is are be its it their this that these those which who "
    "has have had was were will shall also all any such "
    # French, Spanish
    "le la les l d de des du et à en dans que par pour sur au aux un une ses sa son qui ce cette el los las del y "
    "con su sus al por para se lo o e "
    # Russian, Arabic, Chinese
    "и в на с по о об из к от для а или что его их من في على إلى أن التي الذي و 的 和 在 以 与 及 其 并 对"
)
_STOP_WORDS: Final = frozenset(_SMALL_WORDS.split())
_LISTING: Final = frozenset(",;，；、،؛")
_STARTING_WORDS: Final = "and or of in to for from with by including as that which through at on inter"
_PHRASE_STARTS: Final = frozenset(_STARTING_WORDS.split())
_FARTHEST_SLIDE: Final = 60


def tidied(blocks: Sequence[Block], old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """The blocks without stray equalities between them; still exact, and no larger than it must be."""
    folded: list[Block] = []
    for block in blocks:
        while folded and _is_crumb(old[folded[-1].i2 : block.i1]):
            last = folded.pop()
            block = Block(last.i1, block.i2, last.j1, block.j2)  # noqa: PLW2901  grows to the left
        folded.append(block)
    slid: list[Block] = []
    for k, block in enumerate(folded):
        left = slid[-1].j2 if slid else 0
        right = folded[k + 1].j1 if k + 1 < len(folded) else len(new)
        slid.append(_slid(block, old, new, (left, right)))
    return _folded_again(slid, old)


def _folded_again(blocks: list[Block], old: Sequence[str]) -> list[Block]:
    done: list[Block] = []
    for block in blocks:
        if done and (done[-1].i2 == block.i1 or _is_crumb(old[done[-1].i2 : block.i1])):
            last = done.pop()
            block = Block(last.i1, block.i2, last.j1, block.j2)  # noqa: PLW2901
        done.append(block)
    return done


def _is_crumb(forms: Sequence[str]) -> bool:
    """Whether an equality between two changes helps nobody: stop-words or under three characters."""
    if PARAGRAPH_BREAK in forms:
        return False
    if sum(map(len, forms)) < 3:
        return not any("\u3400" <= form <= "\u9fff" for form in forms) or len(forms) < 2
    return all(form.lower() in _STOP_WORDS or not any(c.isalnum() for c in form) for form in forms)


def _slid(block: Block, old: Sequence[str], new: Sequence[str], room: tuple[int, int]) -> Block:
    """A pure insertion or deletion at the best of the places where it says the same.

    `room` bounds it in the new list by the changes beside it; an equality beside them is kept.
    """
    if (block.i1 == block.i2) == (block.j1 == block.j2):
        return block
    inserted = block.i1 == block.i2
    forms, start, end = (new, block.j1, block.j2) if inserted else (old, block.i1, block.i2)
    low = room[0] - block.j1
    high = room[1] - block.j2
    best, best_worth = 0, _worth(forms, start, end)
    for step in (-1, 1):
        shift = 0
        while abs(shift) < _FARTHEST_SLIDE and low < shift + step < high + (room[1] == len(new)):
            leaving, coming = (end - 1 + shift, start - 1 + shift) if step < 0 else (start + shift, end + shift)
            if not 0 <= coming < len(forms) or forms[leaving] != forms[coming] or forms[coming] == PARAGRAPH_BREAK:
                break
            shift += step
            worth = _worth(forms, start + shift, end + shift)
            if worth > best_worth:
                best, best_worth = shift, worth
    return Block(block.i1 + best, block.i2 + best, block.j1 + best, block.j2 + best)


def _worth(forms: Sequence[str], start: int, end: int) -> int:
    """How well a change begins and ends at this place."""
    before = forms[start - 1] if start else ","
    after = forms[end] if end < len(forms) else ";"
    first, last = forms[start], forms[end - 1]
    worth = 0
    if last in _LISTING and before in _LISTING:
        worth += 4
    if first in _LISTING and (after in _LISTING or after == "."):
        worth += 4
    if PARAGRAPH_BREAK in (first, last):
        worth += 6
    if first in _PHRASE_STARTS:
        worth += 2
    if last in _PHRASE_STARTS or last in ("the", "a", "an", "its", "("):
        worth -= 2
    if first == ")" or (first in _LISTING and after not in _LISTING and last not in _LISTING):
        worth -= 1
    return worth
