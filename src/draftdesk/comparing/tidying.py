"""An exact edit made fit for a reader: no crumbs, and a change that begins and ends where a phrase does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from draftdesk.comparing.edit_script import Block, edit_script
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
ANY_SIZE: Final = sys.maxsize
"""Small words between two changes go with them, however many."""

_FIRST_OBJECT: Final = "\U00100000"  # from here on, signs for what an inline object is


def tidied(
    blocks: Sequence[Block], old: Sequence[str], new: Sequence[str], largest_crumb: int = ANY_SIZE
) -> list[Block]:
    """The blocks without stray equalities between them; still exact, and no larger than it must be.

    What is left between two has at least `largest_crumb` + 1 characters, blanks not counted, or is more than a crumb.
    """
    folded: list[Block] = []
    for block in _folded(blocks, old, largest_crumb):
        folded += _kept_apart(block, old, new)
    folded = _folded(folded, old, largest_crumb)
    slid: list[Block] = []
    for k, block in enumerate(folded):
        left = slid[-1].j2 if slid else 0
        right = folded[k + 1].j1 if k + 1 < len(folded) else len(new)
        slid.append(_slid(block, old, new, (left, right)))
    return _folded(slid, old, largest_crumb)


def _folded(blocks: Sequence[Block], old: Sequence[str], largest_crumb: int) -> list[Block]:
    """The blocks; two with nothing or a crumb between them are one."""
    done: list[Block] = []
    for block in blocks:
        while done and (done[-1].i2 == block.i1 or is_crumb(old[done[-1].i2 : block.i1], largest_crumb)):
            last = done.pop()
            block = Block(last.i1, block.i2, last.j1, block.j2)  # noqa: PLW2901
        done.append(block)
    return done


def _kept_apart(block: Block, old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """What is left of a block where both sides have the same telling words.

    The smallest edit may keep the "and" of a list that got another item instead of an item. Once that "and" is
    folded into the change, the item can be kept.
    """
    if min(block.i2 - block.i1, block.j2 - block.j1) < 1 or block.i2 - block.i1 + block.j2 - block.j1 < 3:
        return [block]
    before = [k for k in range(block.i1, block.i2) if _is_telling(old[k])]
    after = [k for k in range(block.j1, block.j2) if _is_telling(new[k])]
    if {old[k] for k in before}.isdisjoint(new[k] for k in after):
        return [block]
    ends, i, j = [], block.i1, block.j1
    x = y = 0
    for part in [*edit_script([old[k] for k in before], [new[k] for k in after]), None]:
        while x < (len(before) if part is None else part.i1):
            ends.append(Block(i, before[x], j, after[y]))
            i, j, x, y = before[x] + 1, after[y] + 1, x + 1, y + 1
        if part is not None:
            x, y = part.i2, part.j2
    ends.append(Block(i, block.i2, j, block.j2))
    trimmed = (_trimmed(one, old, new) for one in ends)
    return [one for one in trimmed if one.i1 < one.i2 or one.j1 < one.j2]


def _trimmed(block: Block, old: Sequence[str], new: Sequence[str]) -> Block:
    """The block without what is equal at its ends."""
    i1, i2, j1, j2 = block.i1, block.i2, block.j1, block.j2
    while i1 < i2 and j1 < j2 and old[i1] == new[j1]:
        i1, j1 = i1 + 1, j1 + 1
    while i1 < i2 and j1 < j2 and old[i2 - 1] == new[j2 - 1]:
        i2, j2 = i2 - 1, j2 - 1
    return Block(i1, i2, j1, j2)


def _is_telling(form: str) -> bool:
    """Whether a token alone between two changes is worth keeping."""
    return form == PARAGRAPH_BREAK or not is_crumb([form])


def is_crumb(forms: Sequence[str], largest: int = ANY_SIZE) -> bool:
    """Whether an equality between two changes helps nobody: stop-words or under three characters.

    A note mark or picture always helps: it would go and come again with all that it calls. So does what has more
    than `largest` characters.
    """
    if largest < ANY_SIZE and sum(map(len, forms)) > largest:
        return False
    if PARAGRAPH_BREAK in forms or any(form >= _FIRST_OBJECT for form in forms):
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
