"""References to paragraphs of the present text go with the paragraphs that they name.

Before an edit a number in the text names a paragraph; after it the number is rewritten where that paragraph has
another one. Where it is gone, the words stay as they are and the draft remembers it (`Draft.lost`), so that a
paragraph that moves up into the number is not taken for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import Final

from draftdesk.drafting.addresses import Addresses
from draftdesk.drafting.foreseen import Foreseen
from draftdesk.drafting.rewriting import with_text
from draftdesk.model.draft import Draft, LostReference
from draftdesk.model.paragraph import ObjectKind, Paragraph
from draftdesk.wording.own_references import Named, own_references, printed

_NONE: Final[Mapping[int, int]] = MappingProxyType({})
_addresses: Final = Foreseen(Addresses)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a paragraph names (its own `ordinal`, from 0), and the serial of the paragraph that this is."""

    paragraph: int
    ordinal: int
    named: Named
    target: int


def followed(
    before: Draft, after: Draft, *, joined: Mapping[int, int] = _NONE, parted: Mapping[int, int] = _NONE
) -> Draft:
    """The draft after an edit with its references put right; the very same draft where none is wrong.

    `joined`: the paragraph that another one went into; `parted`: the one that a new paragraph was cut from.
    """
    old, new = _addresses.of(before), _addresses.of(after)
    if old.of == new.of and not after.lost:
        return after
    work = _Following(before, old, new, joined, parted)
    paragraphs = tuple(work.put_right(paragraph, paragraph.id.serial) for paragraph in after.paragraphs)
    holders = _note_holders(after)
    notes = tuple(
        replace(note, paragraphs=tuple(work.put_right(p, holders.get(note.called_by, -1)) for p in note.paragraphs))
        if any(own_references(p.text, after.language) for p in note.paragraphs)
        else note
        for note in after.notes
    )
    lost = tuple(work.lost)
    if (paragraphs, notes, lost) == (after.paragraphs, after.notes, after.lost):
        return after
    return replace(after, paragraphs=paragraphs, notes=notes, lost=lost)


def foresee_references(draft: Draft) -> None:
    """Looks at what the paragraphs are called and name before an edit asks for it; 25 ms the first time in 2,400."""
    _addresses.of(draft)
    for paragraph in draft.paragraphs:
        own_references(paragraph.text, draft.language)


def with_kept_marks(draft: Draft, paragraph: Paragraph) -> Draft:
    """The draft after a paragraph was reworded: lost references that it has no longer are forgotten."""
    serial = paragraph.id.serial
    if all(lost.paragraph != serial for lost in draft.lost):
        return draft
    own = _Marks([lost for lost in draft.lost if lost.paragraph == serial])
    kept = []
    for ordinal, named in enumerate(own_references(paragraph.text, draft.language)):
        lost = own.take(ordinal, named.span.of(paragraph.text))
        if lost is not None:
            kept.append(replace(lost, ordinal=ordinal))
    others = [lost for lost in draft.lost if lost.paragraph != serial]
    return replace(draft, lost=(*others, *kept))


def ties(draft: Draft) -> tuple[Tie, ...]:
    """All that the paragraphs of a draft name of it, lost ones included; what names nothing is left out."""
    work = _Following(draft, Addresses(draft), Addresses(draft), _NONE, _NONE)
    return tuple(tie for paragraph in draft.paragraphs for tie in work.ties_of(paragraph, paragraph.id.serial))


def _note_holders(draft: Draft) -> dict[tuple[ObjectKind, str], int]:
    """The serials of the paragraphs that call notes."""
    return {
        (item.kind, item.target): paragraph.id.serial
        for paragraph in draft.paragraphs
        for item in paragraph.objects
        if item.kind in (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)
    }


class _Marks:
    """Lost references of earlier, each taken once: the one with the number whose place is nearest."""

    def __init__(self, lost: Sequence[LostReference]) -> None:
        self._lost = list(lost)

    def take(self, ordinal: int, number: str) -> LostReference | None:
        fitting = [lost for lost in self._lost if lost.number == number]
        if not fitting:
            return None
        nearest = min(fitting, key=lambda lost: abs(lost.ordinal - ordinal))
        self._lost.remove(nearest)
        return nearest


class _Following:
    """One edit: what its references named before it, and how that is called after it."""

    def __init__(
        self, before: Draft, old: Addresses, new: Addresses, joined: Mapping[int, int], parted: Mapping[int, int]
    ) -> None:
        self._before = before
        self._old, self._new = old, new
        self._joined, self._parted = joined, parted
        self.lost: list[LostReference] = []

    def ties_of(self, paragraph: Paragraph, holder: int) -> Iterator[Tie]:
        """What a paragraph named before the edit; `holder` is itself, or the paragraph with a note's mark.

        One that was not there before names what its writer sees, so it is left alone.
        """
        found = own_references(paragraph.text, self._before.language)
        if not found:
            return
        serial = paragraph.id.serial
        earlier = {serial, self._parted.get(serial, serial), *(a for a, b in self._joined.items() if b == serial)}
        marks = _Marks([lost for lost in self._before.lost if lost.paragraph in earlier])
        place = self._old.holder(holder) or self._old.holder(self._parted.get(holder, -1))
        for ordinal, named in enumerate(found):
            mark = marks.take(ordinal, named.span.of(paragraph.text))
            target = mark.target if mark is not None else None
            if mark is None and place is not None:
                target = self._old.target(named.path, *place, is_relative=named.is_relative)
            if target is not None:
                yield Tie(serial, ordinal, named, target)

    def put_right(self, paragraph: Paragraph, holder: int) -> Paragraph:
        """The paragraph with the numbers of today."""
        text = paragraph.text
        if not own_references(text, self._before.language):
            return paragraph
        replaced: list[tuple[Named, str]] = []
        for _, group in groupby(self.ties_of(paragraph, holder), key=lambda tie: tie.named.whole):
            whole = self._redirected(list(group))
            there = [tie for tie in whole if self._can_be_named(tie, holder)]
            if self._is_torn(there):
                there = []
            self.lost += [
                LostReference(tie.paragraph, tie.ordinal, tie.named.span.of(text), tie.target)
                for tie in whole
                if tie not in there
            ]
            replaced += _rewritten(there, self._paths(there), text)
        for named, number in sorted(replaced, key=lambda one: one[0].span, reverse=True):
            text = text[: named.span.start] + number + text[named.span.end :]
        return with_text(paragraph, text, self._before.language)

    def _redirected(self, whole: list[Tie]) -> list[Tie]:
        """One that was joined to another is that other, unless this is named beside it."""
        named = {tie.target for tie in whole}
        instead = {gone: into for gone, into in self._joined.items() if into not in named}
        return [replace(tie, target=instead.get(tie.target, tie.target)) for tie in whole]

    def _can_be_named(self, tie: Tie, holder: int) -> bool:
        address, place = self._new.of.get(tie.target), self._new.holder(holder)
        if address is None or place is None or "" in address.path[1:]:
            return False
        if tie.named.is_relative:
            return address.carrier == place[1] and len(address.path) > 1
        if tie.named.is_tail and len(address.path) < 2:
            return False
        return address.part == place[0] and bool(address.path[0])

    def _is_torn(self, there: Sequence[Tie]) -> bool:
        """Whether "subparagraphs (a) and (b) of paragraph 5" would name subparagraphs of two paragraphs."""
        over = _over(there, [self._new.of[tie.target].path for tie in there])
        return bool(over) and any(self._new.of[tie.target].path[0] != over[0] for tie in there if tie.named.is_tail)

    def _paths(self, there: Sequence[Tie]) -> list[tuple[str, ...]]:
        """The paths of today; a list that ascended ascends."""
        targets = [tie.target for tie in there]
        orders = [self._old.of[target].order if target in self._old.of else -1 for target in targets]
        if orders == sorted(orders) and len({(tie.named.is_tail, tie.named.is_relative) for tie in there}) == 1:
            targets.sort(key=lambda target: self._new.of[target].order)
        return [self._new.of[target].path for target in targets]


def _rewritten(there: Sequence[Tie], paths: Sequence[tuple[str, ...]], text: str) -> Iterator[tuple[Named, str]]:
    """What to print in place of each number that has changed."""
    before: tuple[str, ...] = ()
    over = _over(there, paths)
    for tie, path in zip(there, paths, strict=True):
        like = tie.named.span.of(text)
        shown = path
        if tie.named.is_relative:
            shown = path[1:]
        elif over:
            shown = path[len(over) :] if tie.named.is_tail else over
        elif tie.named.is_tail and before[:1] == path[:1]:
            kept = len(path) - like.count(")")
            shown = path[kept:] if kept and path[:kept] == before[:kept] else path[1:]
        before = path
        number = printed(shown, like)
        if " ".join(like.split()) != " ".join(number.split()):
            yield tie.named, number


def _over(there: Sequence[Tie], paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The path after "of paragraph" where subparagraphs of another paragraph are named; () for other references."""
    if len(there) < 2 or not there[0].named.is_tail or there[-1].named.is_tail:
        return ()
    over, inner = paths[-1], paths[:-1]
    return over if all(path[: len(over)] == over and len(path) > len(over) for path in inner) else inner[0][:1]
