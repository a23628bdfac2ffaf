"""Doubts that are alike in the reading of a draft: paragraphs taken for the same on the same grounds, told as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from draftdesk.model.paragraph import Doubt, ParagraphKind
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.reading_lines import ReadingLine

LEAST: Final = 5
"""As few are seen one by one as soon as together."""

_FIRST_WORDS: Final = 48
_GUESSES: Final = frozenset(doubt.value for doubt in Doubt if doubt is not Doubt.BREAK_UNSEEN)
_GENERAL: Final = {
    "doubt_number": later(
        "Its number does not follow the one before: a paragraph may be missing or taken for another."
    ),
    "doubt_two": later("A number stands in the middle: perhaps these are two paragraphs."),
}
"""Reasons whose sentence names numbers, as they are said of many."""


class Alike(NamedTuple):
    """What makes doubts alike: the kind that was read, and all reasons to doubt."""

    kind: ParagraphKind
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeDoubts:
    """Paragraphs with the same doubts, by serial in order; `first` are the beginnings of some of them."""

    key: Alike
    what: str
    reason: str
    serials: tuple[int, ...]
    first: tuple[str, ...]

    @property
    def is_of_kind(self) -> bool:
        """Whether only the kind is in doubt, so that one can be chosen for all unseen; else each is looked at."""
        return _GUESSES.issuperset(self.key.codes)

    @property
    def counted(self) -> str:
        """How many they are: "143 paragraphs"."""
        return tr_count("{count} paragraph", "{count} paragraphs", len(self.serials))

    @property
    def told(self) -> str:
        """The line that stands for all of them."""
        return tr("{count}: {reason}", count=self.counted, reason=self.reason)


def alike_doubts(lines: Sequence[ReadingLine], kept: Alike | None = None) -> tuple[AlikeDoubts, ...]:
    """The groups of a reading, the largest first; that of `kept` also where few are left of it."""
    groups: dict[Alike, list[ReadingLine]] = {}
    for line in lines:
        if line.codes:
            groups.setdefault(Alike(line.kind, line.codes), []).append(line)
    shown = ((key, group) for key, group in groups.items() if len(group) >= LEAST or key == kept)
    return tuple(_told(key, group) for key, group in sorted(shown, key=lambda one: -len(one[1])))


def of_group(lines: Sequence[ReadingLine], key: Alike | None) -> Sequence[ReadingLine]:
    """The lines of a group; all lines for None."""
    return lines if key is None else [line for line in lines if (line.kind, line.codes) == key]


def _told(key: Alike, group: Sequence[ReadingLine]) -> AlikeDoubts:
    general = zip(key.codes, group[0].reasons, strict=True)
    reason = " ".join(tr(_GENERAL[code]) if code in _GENERAL else said for code, said in general)
    return AlikeDoubts(
        key, group[0].what, reason, tuple(line.serial for line in group), tuple(map(_first_words, group))
    )


def _first_words(line: ReadingLine) -> str:
    words = " ".join(f"{line.number} {line.text[: 2 * _FIRST_WORDS]}".split())
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rsplit(" ", 1)[0] + "…"
