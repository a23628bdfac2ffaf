"""What changed from one wording to another: exact over tokens, tidied, and classed.

Every change applied to the old text gives the new one, and the other way round. What differs in noise alone
(blanks, kinds of quotes and hyphens, page headers) is a change of the class NOISE, so that a view can hide it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from draftdesk.comparing.change_classes import Classifier
from draftdesk.comparing.edit_script import Block, edit_script
from draftdesk.comparing.tidying import ANY_SIZE, tidied
from draftdesk.comparing.whole_openings import with_whole_openings
from draftdesk.model.change import Change, ChangeClass, ChangeKind
from draftdesk.model.paragraph import Span
from draftdesk.wording.normal_form import is_noise
from draftdesk.wording.tokens import Token, solid_tokens_of


def changes_between(old: str, new: str, language: str = "en") -> tuple[Change, ...]:
    """The changes from `old` to `new` in order; () for equal texts. Spans do not overlap."""
    if old == new:
        return ()
    before, after = _solid(old), _solid(new)
    classes = Classifier(old, new, before, after, language).class_of
    blocks = with_whole_openings(_blocks(before, after), (old, new), (before, after), language)
    return _ChangeWriter(old, new, before, after, classes).write(blocks)


def places_between(old: str, new: str, largest_crumb: int = ANY_SIZE) -> tuple[tuple[Span, Span], ...]:
    """Where the changes are at their smallest, noise included, without asking how much each matters.

    Small words between two changes go with them up to so many characters.
    """
    if old == new:
        return ()
    before, after = _solid(old), _solid(new)
    writer = _ChangeWriter(old, new, before, after, lambda _block: ChangeClass.SUBSTANCE)
    return tuple((change.old, change.new) for change in writer.write(_blocks(before, after, largest_crumb)))


def applied(old: str, changes: Sequence[Change], new: str) -> str:
    """The new text as the changes make it from the old one; `new` gives the words they insert."""
    pieces, done = [], 0
    for change in changes:
        pieces += [old[done : change.old.start], change.new.of(new)]
        done = change.old.end
    return "".join([*pieces, old[done:]])


def _blocks(before: Sequence[Token], after: Sequence[Token], largest_crumb: int = ANY_SIZE) -> list[Block]:
    forms, later = [token.form for token in before], [token.form for token in after]
    return tidied(edit_script(forms, later), forms, later, largest_crumb)


@lru_cache(maxsize=256)
def _solid(text: str) -> tuple[Token, ...]:
    """The tokens that are more than noise."""
    return solid_tokens_of(text)


class _ChangeWriter:
    """Turns blocks of tokens into changes of text, blanks between tokens included."""

    def __init__(
        self,
        old: str,
        new: str,
        before: Sequence[Token],
        after: Sequence[Token],
        class_of: Callable[[Block], ChangeClass],
    ) -> None:
        self._old, self._new = old, new
        self._before, self._after = before, after
        self._class_of = class_of
        self._changes: list[Change] = []

    def write(self, blocks: Sequence[Block]) -> tuple[Change, ...]:
        i = j = 0
        owed = True  # whether the gaps before (i, j) are still to be compared
        for block in blocks:
            self._equal(i, j, block.i1 - i, owed=owed)
            owed = self._block(block)
            i, j = block.i2, block.j2
        self._equal(i, j, len(self._before) - i, owed=owed)
        if owed or i < len(self._before):
            self._noise(self._old_gap(len(self._before)), self._new_gap(len(self._after)))
        return tuple(self._changes)

    def _equal(self, i: int, j: int, count: int, *, owed: bool) -> None:
        """Looks for noise in a stretch of equal tokens; most often there is none at all."""
        if count and self._is_verbatim(i, j, count):
            if owed:
                self._noise(self._old_gap(i), self._new_gap(j))
            return
        for k in range(count):
            if k or owed:
                self._noise(self._old_gap(i + k), self._new_gap(j + k))
            a, b = self._before[i + k], self._after[j + k]
            self._noise(Span(a.start, a.end), Span(b.start, b.end))

    def _is_verbatim(self, i: int, j: int, count: int) -> bool:
        old = Span(self._before[i].start, self._before[i + count - 1].end)
        new = Span(self._after[j].start, self._after[j + count - 1].end)
        return old.of(self._old) == new.of(self._new)

    def _block(self, block: Block) -> bool:
        """Writes the change; whether the gaps after it are still to be compared."""
        change_class = self._class_of(block)
        if block.i1 < block.i2 and block.j1 < block.j2:
            return self._replacement(block, change_class)
        self._one_sided(block, change_class)
        return False

    def _one_sided(self, block: Block, change_class: ChangeClass) -> None:
        """Words that stand on one side only, with the blank before or after them."""
        inserted = block.i1 == block.i2
        text, other = (self._new, self._old) if inserted else (self._old, self._new)
        first = (self._after[block.j1] if inserted else self._before[block.i1]).form
        before = self._new_gap(block.j1) if inserted else self._old_gap(block.i1)
        after = self._new_gap(block.j2) if inserted else self._old_gap(block.i2)
        gap = self._old_gap(block.i1) if inserted else self._new_gap(block.j1)
        kept = _kept_blank(before.of(text), after.of(text), gap.of(other), first)
        if kept is None:
            words, place = Span(before.start, after.end), gap
        elif kept == "before":
            words, place = Span(before.end, after.end), Span(gap.end, gap.end)
            self._noise(*((gap, before) if inserted else (before, gap)))
        else:
            words, place = Span(before.start, after.start), Span(gap.start, gap.start)
        self._put(*((place, words) if inserted else (words, place)), change_class)
        if kept == "after":
            self._noise(*((gap, after) if inserted else (after, gap)))

    def _replacement(self, block: Block, change_class: ChangeClass) -> bool:
        """Words for words; a blank that one side lacks belongs to the change, other blanks are noise."""
        old_before, new_before = self._old_gap(block.i1), self._new_gap(block.j1)
        old_after, new_after = self._old_gap(block.i2), self._new_gap(block.j2)
        old, new = Span(old_before.end, old_after.start), Span(new_before.end, new_after.start)
        if bool(len(old_before)) != bool(len(new_before)):
            old, new = Span(old_before.start, old.end), Span(new_before.start, new.end)
        else:
            self._noise(old_before, new_before)
        owed = bool(len(old_after)) == bool(len(new_after))
        if not owed:
            old, new = Span(old.start, old_after.end), Span(new.start, new_after.end)
        if is_noise(old.of(self._old), new.of(self._new)):
            change_class = ChangeClass.NOISE  # a kind of hyphen may part words otherwise: "10\u2011year"
        self._changes.append(Change(ChangeKind.REPLACE, old, new, change_class))
        return owed

    def _put(self, old: Span, new: Span, change_class: ChangeClass) -> None:
        one_sided = ChangeKind.DELETE if len(old) else ChangeKind.INSERT
        kind = ChangeKind.REPLACE if len(old) and len(new) else one_sided
        self._changes.append(Change(kind, old, new, change_class))

    def _noise(self, old: Span, new: Span) -> None:
        if old.of(self._old) != new.of(self._new):
            self._put(old, new, ChangeClass.NOISE)

    def _old_gap(self, i: int) -> Span:
        return _gap(self._before, i, len(self._old))

    def _new_gap(self, j: int) -> Span:
        return _gap(self._after, j, len(self._new))


def _kept_blank(before: str, after: str, other: str, first: str) -> str | None:
    """Which of the blanks around words of one side answers the blank of the other side.

    The same blank is best, one of another kind will do; None where there is none at all.
    """
    same = [name for name, blank in (("after", after), ("before", before)) if blank == other]
    alike = [name for name, blank in (("after", after), ("before", before)) if blank and other]
    fitting = same or alike
    if "before" in fitting and (len(fitting) == 1 or first[0].isalnum()):
        return "before"
    return fitting[0] if fitting else None


def _gap(tokens: Sequence[Token], at: int, length: int) -> Span:
    start = tokens[at - 1].end if at else 0
    return Span(start, tokens[at].start if at < len(tokens) else length)
