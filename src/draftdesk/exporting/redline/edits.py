"""The steps by which a group of base paragraphs becomes the paragraphs that answer it.

One to one is an edit, one to many a split, many to one a merge: a paragraph mark is a character that is kept,
inserted or deleted like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from draftdesk.comparing.tidying import ANY_SIZE
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.lines import BaseLine, NewLine
from draftdesk.exporting.redline.words import Stretch, StretchKind, stretches
from draftdesk.model.change import PARAGRAPH_BREAK


class Step(NamedTuple):
    """What happens at a place of a base paragraph; `line` is the new paragraph there, with the stretch of it.

    INSERT of a paragraph mark has `is_mark`; its new paragraph is the one that the mark ends. `markup`: whose change
    it is, where a paragraph has those of several authors. A tuple, as a long redline has thousands.
    """

    kind: StretchKind
    start: int
    end: int
    line: NewLine | None = None
    new_start: int = 0
    new_end: int = 0
    is_mark: bool = False
    markup: Markup | None = None


@dataclass(slots=True)
class LineEdit:
    """The steps through one base paragraph, and whether its own mark stays."""

    line: BaseLine
    steps: list[Step] = field(default_factory=list)
    mark_stays: bool = True
    ends_as: NewLine | None = None  # the new paragraph that the mark ends, where that is known

    @property
    def changes(self) -> int:
        """How many places are changed: a replacement is one, so is a mark."""
        count, previous = 0, StretchKind.KEEP
        for step in self.steps:
            if step.kind is not StretchKind.KEEP and previous is StretchKind.KEEP:
                count += 1
            previous = step.kind
        return count + (not self.mark_stays)

    @property
    def begins_with_insertion(self) -> bool:
        """Whether the first thing in it is new."""
        return bool(self.steps) and self.steps[0].kind is StretchKind.INSERT


def edits_of_group(
    bases: Sequence[BaseLine], news: Sequence[NewLine], largest_crumb: int = ANY_SIZE
) -> list[LineEdit]:
    """The steps that lead from the base paragraphs to those that answer them.

    Small words between two changes go with them up to so many characters.
    """
    old = PARAGRAPH_BREAK.join(line.text for line in bases)
    new = PARAGRAPH_BREAK.join(line.text for line in news)
    if old == new:
        return [_kept_whole(line, other) for line, other in zip(bases, news, strict=True)]
    return _edits(bases, news, stretches(old, new, largest_crumb), old, new)


def _kept_whole(base: BaseLine, new: NewLine) -> LineEdit:
    length = len(base.text)
    return LineEdit(base, [Step(StretchKind.KEEP, 0, length, new, 0, length)], ends_as=new)


def _edits(
    bases: Sequence[BaseLine], news: Sequence[NewLine], way: Sequence[Stretch], old: str, new: str
) -> list[LineEdit]:
    edits = [LineEdit(bases[0])]
    old_begin = new_begin = new_index = 0
    for part in way:
        edit = edits[-1]
        start, end = part.old_start - old_begin, part.old_end - old_begin
        if part.kind is StretchKind.INSERT:
            is_mark = new[part.new_start : part.new_end] == PARAGRAPH_BREAK
            step = Step(
                part.kind,
                start,
                start,
                news[new_index],
                part.new_start - new_begin,
                part.new_end - new_begin,
                is_mark,
            )
            edit.steps.append(step)
            if is_mark:
                new_index, new_begin = new_index + 1, part.new_end
        elif old[part.old_start : part.old_end] == PARAGRAPH_BREAK:
            edit.mark_stays = part.kind is StretchKind.KEEP
            edit.ends_as = news[new_index] if edit.mark_stays else None
            old_begin = part.old_end
            edits.append(LineEdit(bases[len(edits)]))
            if edit.mark_stays:
                new_index, new_begin = new_index + 1, part.new_end
        else:
            new_start, new_end = part.new_start - new_begin, part.new_end - new_begin
            edit.steps.append(Step(part.kind, start, end, news[new_index], new_start, new_end))
    edits[-1].ends_as = news[new_index]
    return edits
