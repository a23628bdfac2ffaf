"""The proof of a compilation: rejecting all gives the base, accepting one hand alone gives that hand's text.

A change that several hands propose bears all their names while it is proved. Where a passage is contested, the base's
own paragraphs stay beside what the hand proposes; these are told one by one, and nothing else may differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final

from lxml import etree

from draftdesk.errors import ProofError, refusal
from draftdesk.exporting.proof import prove_reject
from draftdesk.exporting.proof_reading import ACCEPTING, REJECTING, Document, flat_lines, lines
from draftdesk.model.draft import View, ViewKind

_AUTHOR: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}author"
_GONE: Final = frozenset({"gone"})
Block = Sequence[str]
"""The texts of paragraphs that stand together."""

JOINT: Final = "\u2063"
"""Stands between the names of hands that propose the same."""


def prove_compiled(base: bytes, joint: bytes, compiled: bytes, *, base_view: View) -> None:
    """Prove that rejecting all gives the base, and that only names of authors differ from the proved text."""
    prove_reject(base, compiled, view=base_view)
    one, other = Document(joint, "the compilation"), Document(compiled, "the compilation")
    if set(one.parts) != set(other.parts):
        raise refusal(ProofError, "redline_not_proved", reason="a part is missing")
    for part, data in one.parts.items():
        if data != other.parts[part] and _nameless(one.root(part)) != _nameless(other.root(part)):
            raise refusal(ProofError, "redline_not_proved", reason=f"{part} was changed after its proof")


def prove_hand(
    joint: bytes, new: bytes, new_view: View, hand: str, body: Sequence[Block], margins: Sequence[Block]
) -> None:
    """Prove that accepting one hand alone gives its text.

    `body` and `margins`: the contested passages of the base that stay beside it, in the order of the body, and in
    notes, headers and footers in any order.
    """
    found = _stories(Document(joint, "the compilation", lambda kind, author: kind in _dropped(author, hand)))
    wanted = _stories(Document(new, hand, _dropping(new_view)))
    for number, (left, right) in enumerate(zip_longest(wanted, found, fillvalue=())):
        if not _is_between(right, left, body if number == 0 else margins, each_once=number == 0):
            at = next((n for n, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), 0)
            expected, seen = left[at] if left else "nothing", right[at] if right else "nothing"
            reason = f"“{expected[:60]}” expected, “{seen[:60]}” found"
            raise refusal(ProofError, "proof_failed_hand", hand=hand, reason=reason)


def _is_between(found: Sequence[str], wanted: Sequence[str], blocks: Sequence[Block], *, each_once: bool) -> bool:
    """Whether `found` is `wanted` with the blocks between its texts: all of them in order, or any of them."""
    seen, todo = {(0, 0, 0)}, [(0, 0, 0)]  # how many found texts, wanted texts and blocks are behind
    while todo:
        at, done, taken = todo.pop()
        if at == len(found) and done == len(wanted) and (taken == len(blocks) or not each_once):
            return True
        following = [
            (at + len(block), done, taken + each_once)
            for block in (blocks[taken : taken + 1] if each_once else blocks)
            if block and tuple(found[at : at + len(block)]) == tuple(block)
        ]
        if at < len(found) and done < len(wanted) and found[at] == wanted[done]:
            following.append((at + 1, done + 1, taken))
        todo += [state for state in following if state not in seen]
        seen.update(following)
    return False


def _dropped(author: str, hand: str) -> frozenset[str]:
    return ACCEPTING if hand in author.split(JOINT) else REJECTING


def _dropping(view: View) -> Callable[[str, str], bool]:
    def drops(kind: str, author: str) -> bool:
        accepted = author == view.author if view.kind is ViewKind.BY_AUTHOR else view.kind is ViewKind.FINAL
        return kind in (ACCEPTING if accepted else REJECTING)

    return drops


def _stories(document: Document) -> list[tuple[str, ...]]:
    """The texts of the body, then those of each note, header, footer and text box."""
    kept = [document.body, *(story for story in document.others if not story.kinds & _GONE)]
    return [tuple(line.text for _, line in flat_lines(lines(story.blocks, _GONE))) for story in kept]


def _nameless(root: etree._Element) -> bytes:
    for element in root.iter(etree.Element):
        if _AUTHOR in element.attrib:
            element.set(_AUTHOR, "")
    return etree.tostring(root, method="c14n")
