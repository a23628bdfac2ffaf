"""The proof of a compilation: rejecting all gives the base, accepting one hand alone gives that hand's text.

A change that several hands propose bears all their names while it is proved. Where a passage is contested, the base's
own paragraphs stay beside what the hand proposes; these are told one by one, and nothing else may differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from draftdesk.errors import ProofError, refusal
from draftdesk.exporting.proof.lines import ACCEPTING, GONE, REJECTING, Kinds, flat_lines, lines
from draftdesk.exporting.proof.proving import prove_reject
from draftdesk.exporting.proof.reading import Document, dropping
from draftdesk.model.draft import View
from draftdesk.model.paragraph import OBJECT

_AUTHOR: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}author"
NUMBER: Final = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivxl]{1,7})(?: ?(?:bis|ter|quater))?[.)]\s*)?")
_SHOWN_OBJECT: Final = re.compile("⟦[^⟧]*⟧")

Block = Sequence[str]
"""The texts of paragraphs that stand together; each object in them is one U+FFFC."""

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


@dataclass(frozen=True, slots=True)
class Stays:
    """What stays of the base beside what a hand proposes where passages are contested.

    `body`: the passages in the order of the body; `margins`: those in notes, headers and footers in any order;
    `notes`: the notes that the passages of the body call, which the hand's own paragraphs call again;
    `renumbered`: the hand's paragraphs that stand under another number.
    """

    body: Sequence[Block] = ()
    margins: Sequence[Block] = ()
    notes: Sequence[Block] = ()
    renumbered: Sequence[str] = ()


class Compilation:
    """A compilation, read once for all hands; raises ProofError where it cannot be read."""

    def __init__(self, data: bytes) -> None:
        self._document = Document(data, "the compilation", by_author=True)

    def alone(self, hand: str) -> list[tuple[str, ...]]:
        """The texts of the body, then of each note, header, footer and text box, where one hand alone is accepted."""
        by_author = (counted.partition(" ") for counted in self._document.kinds)
        return _stories(
            self._document,
            frozenset(f"{kind} {author}" for kind, _, author in by_author if kind in _dropped(author, hand)),
        )


def prove_hand(joint: Compilation, new: bytes, new_view: View, hand: str, stays: Stays) -> None:
    """Prove that accepting one hand alone gives its text, with nothing beside it but what `stays`."""
    found = joint.alone(hand)
    wanted = _stories(Document(new, hand, dropping(new_view)), GONE)
    _agree(_numbered(found[0], wanted[0], stays.renumbered), wanted[0], stays.body, hand, each_once=True)
    done, left = 1, len(stays.notes)
    extra = [tuple(note) for note in stays.notes]
    for story in found[1:]:
        fits = done < len(wanted) and _stopped(story, wanted[done], stays.margins, each_once=False) is None
        if fits:
            done += 1
        elif left and (plain(story) in extra or story in wanted[1:]):
            left -= 1
        else:
            _agree(story, wanted[done] if done < len(wanted) else (), stays.margins, hand, each_once=False)
    if done < len(wanted):
        _agree((), wanted[done], (), hand, each_once=False)


def _agree(
    found: Sequence[str], wanted: Sequence[str], blocks: Sequence[Block], hand: str, *, each_once: bool
) -> None:
    stopped = _stopped(found, wanted, blocks, each_once=each_once)
    if stopped is not None:
        at, done = stopped
        expected = wanted[done] if done < len(wanted) else "nothing more"
        seen = found[at] if at < len(found) else "nothing more"
        reason = f"“{expected[:60]}” expected, “{seen[:60]}” found"
        raise refusal(ProofError, "proof_failed_hand", hand=hand, reason=reason)


def _numbered(found: Sequence[str], wanted: Sequence[str], renumbered: Sequence[str]) -> Sequence[str]:
    """The found texts, those that stand under another number with the number that the hand gives them."""
    told = set(renumbered)
    left = {text for text in wanted if _SHOWN_OBJECT.sub(OBJECT, text) in told}
    by_words = {NUMBER.sub("", text): text for text in left}
    return [text if text in left else by_words.get(NUMBER.sub("", text), text) for text in found]


def plain(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts with each object as one U+FFFC."""
    return tuple(_SHOWN_OBJECT.sub(OBJECT, text) for text in texts)


def _stopped(
    found: Sequence[str], wanted: Sequence[str], blocks: Sequence[Block], *, each_once: bool
) -> tuple[int, int] | None:
    """None if `found` is `wanted` with the blocks between its texts, all of them in order or any of them.

    Otherwise how many found and wanted texts agree at most.
    """
    seen, todo = {(0, 0, 0)}, [(0, 0, 0)]  # how many found texts, wanted texts and blocks are behind
    while todo:
        at, done, taken = todo.pop()
        if at == len(found) and done == len(wanted) and (taken == len(blocks) or not each_once):
            return None
        following = [
            (at + len(block), done, taken + each_once)
            for block in (blocks[taken : taken + 1] if each_once else blocks)
            if block and plain(found[at : at + len(block)]) == tuple(block)
        ]
        if at < len(found) and done < len(wanted) and found[at] == wanted[done]:
            following.append((at + 1, done + 1, taken))
        todo += [state for state in following if state not in seen]
        seen.update(following)
    return max(seen)[:2]


def _dropped(author: str, hand: str) -> frozenset[str]:
    return ACCEPTING if hand in author.split(JOINT) else REJECTING


def _stories(document: Document, dropped: Kinds) -> list[tuple[str, ...]]:
    """The texts of the body, then those of each note, header, footer and text box."""
    kept = [document.body, *(story for story in document.others if not story.kinds & dropped)]
    return [tuple(line.text for _, line in flat_lines(lines(story.blocks, dropped))) for story in kept]


def _nameless(root: etree._Element) -> bytes:
    for element in root.iter(etree.Element):
        if _AUTHOR in element.attrib:
            element.set(_AUTHOR, "")
    return etree.tostring(root, method="c14n")
