"""Where one language version of a text differs from the others: paragraphs, kinds, numbers, figures, brackets, notes.

A version is told against what most others have; of two versions the second against the first. A figure that one
version alone lacks is mostly usage ("for that period"), so it takes another one in its place to be told; symbols,
numbers of resolutions and long numbers are told alone, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, ObjectKind, Paragraph, ParagraphKind
from draftdesk.wording.figures import Figure, FigureKind, figures
from draftdesk.wording.spelled_numbers import spelled_numbers
from draftdesk.workbench.languages.pairing import number_values


class DifferenceKind(StrEnum):
    """What is another in one version."""

    ABSENT = "absent"
    ADDED = "added"
    KIND = "kind"
    NUMBER = "number"
    FIGURES = "figures"
    BRACKETS = "brackets"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Difference:
    """In a row, `version` differs from the versions `against`: it has `here`, they have `there`."""

    row: int
    kind: DifferenceKind
    version: int
    against: tuple[int, ...]
    here: str = ""
    there: str = ""
    note: str = ""


Row = tuple[int | None, ...]
_Value = TypeVar("_Value")

_FAMILIES: Final = (
    (FigureKind.SYMBOL, FigureKind.RESOLUTION),
    (FigureKind.YEAR,),
    (FigureKind.MONTH,),
    (FigureKind.NUMBER,),
)
_NAMES: Final = _FAMILIES[0]
_LONG_NUMBER: Final = 3
"""So many digits that count are no matter of usage."""

_NOTE_MARKS: Final = (ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK)


@dataclass(frozen=True)
class _Wording:
    """One version's words in a row, and what it can be said to have."""

    version: int
    text: str
    language: str

    def figures(self, family: Sequence[FigureKind]) -> dict[str, Figure]:
        """The sure figures of a family by their values, in order."""
        return {one.value: one for one in figures(self.text, self.language) if one.kind in family and one.is_sure}

    def count(self, figure: Figure) -> int:
        """How often the figure is here in just this form."""
        return sum(one.value == figure.value for one in figures(self.text, self.language) if one.kind is figure.kind)

    def has(self, figure: Figure) -> bool:
        """Whether the figure may be here, in whatever form."""
        own = [one for one in figures(self.text, self.language) if one.kind is figure.kind]
        if any(one.value == figure.value for one in own):
            return True
        if figure.kind is not FigureKind.NUMBER:
            return False
        return any(one.digits == figure.digits for one in own) or figure.value in spelled_numbers(
            self.text, self.language
        )


def row_differences(drafts: Sequence[Draft], number: int, row: Row) -> Iterator[Difference]:
    """The differences of words in a row: figures, brackets, marks of notes, and the figures of the notes."""
    there = {k: drafts[k].paragraphs[i] for k, i in enumerate(row) if i is not None}
    if len(there) < 2:
        return
    words = [_Wording(k, paragraph.text, drafts[k].language) for k, paragraph in there.items()]
    yield from _figure_differences(number, words)
    yield from _counted(number, there, _brackets, DifferenceKind.BRACKETS)
    yield from _counted(number, there, _note_count, DifferenceKind.NOTES)
    yield from _note_differences(drafts, number, there)


def _figure_differences(number: int, words: Sequence[_Wording], note: str = "") -> Iterator[Difference]:
    for one in words:
        others = [other for other in words if other is not one]
        gone: list[tuple[_Wording, Figure]] = []
        come: list[Figure] = []
        for family in _FAMILIES:
            found = _found(one, others, family)
            lost = _lost(one, others, family) or (_fewer(one, others, family) if found else [])
            if not lost or not found:
                lost = [pair for pair in lost if _tells_alone(pair[1]) and all(o.has(pair[1]) for o in others)]
                found = [figure for figure in found if _tells_alone(figure)]
            gone, come = gone + lost, come + found
        if not (gone or come) or not _is_the_odd_one(one, words, come):
            continue
        holders = tuple(other.version for other in others if all(other.has(figure) for _, figure in gone))
        yield Difference(
            number,
            DifferenceKind.FIGURES,
            one.version,
            holders or tuple(other.version for other in others),
            _shown(come),
            _shown([figure for _, figure in gone]),
            note,
        )


def _lost(one: _Wording, others: Sequence[_Wording], family: Sequence[FigureKind]) -> list[tuple[_Wording, Figure]]:
    """What more than half of the others have as a figure and this one in no form."""
    first: dict[str, tuple[_Wording, Figure]] = {}
    counts: Counter[str] = Counter()
    for other in others:
        for value, figure in other.figures(family).items():
            counts[value] += 1
            first.setdefault(value, (other, figure))
    return [pair for value, pair in first.items() if 2 * counts[value] > len(others) and not one.has(pair[1])]


def _fewer(one: _Wording, others: Sequence[_Wording], family: Sequence[FigureKind]) -> list[tuple[_Wording, Figure]]:
    """What all the others have once more than this one: a year that comes often in a list of dates."""
    return [
        (others[0], figure)
        for figure in others[0].figures(family).values()
        if {other.count(figure) for other in others} == {one.count(figure) + 1}
    ]


def _found(one: _Wording, others: Sequence[_Wording], family: Sequence[FigureKind]) -> list[Figure]:
    """What this one has as a figure and less than half of the others in any form."""
    return [
        figure
        for figure in one.figures(family).values()
        if 2 * sum(other.has(figure) for other in others) < len(others)
    ]


def _tells_alone(figure: Figure) -> bool:
    return figure.kind in _NAMES or (figure.kind is FigureKind.NUMBER and len(figure.digits) >= _LONG_NUMBER)


def _is_the_odd_one(one: _Wording, words: Sequence[_Wording], come: Sequence[Figure]) -> bool:
    """Whether it is this version that differs: fewer have what it has, and of two sides not that of the first one."""
    side = 1 + sum(any(other.has(figure) for figure in come) for other in words if other is not one)
    if 2 * side != len(words):
        return 2 * side < len(words)
    return one is not words[0] and not any(words[0].has(figure) for figure in come)


def _shown(found: Sequence[Figure]) -> str:
    """The figures as their texts have them, a date that several belong to once."""
    return ", ".join(dict.fromkeys(" ".join(figure.shown.split()) for figure in found))


def _counted(
    number: int, there: Mapping[int, Paragraph], count: Callable[[Paragraph], str], kind: DifferenceKind
) -> Iterator[Difference]:
    usual = most_have({k: count(paragraph) for k, paragraph in there.items()})
    against = tuple(k for k, paragraph in there.items() if count(paragraph) == usual)
    for k, paragraph in there.items():
        if count(paragraph) != usual:
            yield Difference(number, kind, k, against, count(paragraph), usual)


def most_have(values: Mapping[int, _Value]) -> _Value:
    """What most versions have; of several as common, what the first version with one of them has."""
    counts = Counter(values.values())
    most = max(counts.values())
    return next(value for value in values.values() if counts[value] == most)


def _brackets(paragraph: Paragraph) -> str:
    opened = sum(paragraph.text.count(sign) for sign in "[［")
    closed = sum(paragraph.text.count(sign) for sign in "]］")
    return str(opened) if opened == closed else f"{opened} [ {closed} ]"


def _note_count(paragraph: Paragraph) -> str:
    return str(len(_notes(paragraph)))


def _notes(paragraph: Paragraph) -> list[tuple[ObjectKind, str]]:
    return [(one.kind, one.target) for one in paragraph.objects_in_text() if one.kind in _NOTE_MARKS]


def _note_differences(drafts: Sequence[Draft], number: int, there: Mapping[int, Paragraph]) -> Iterator[Difference]:
    """The figures of the notes that a row calls, where every version calls as many."""
    called = {k: _notes(paragraph) for k, paragraph in there.items()}
    if len({len(marks) for marks in called.values()}) != 1:
        return
    for place in range(len(next(iter(called.values())))):
        notes = {k: drafts[k].notes_by_id.get(marks[place]) for k, marks in called.items()}
        words = [_Wording(k, note.text, drafts[k].language) for k, note in notes.items() if note is not None]
        mark = next((note.mark for note in notes.values() if note is not None), "")
        if len(words) == len(notes):
            yield from _figure_differences(number, words, mark)


def structure_differences(drafts: Sequence[Draft], rows: Sequence[Row]) -> Iterator[Difference]:
    """Paragraphs that a version lacks or has alone, other kinds, and numbers that leave the order of the others."""
    order = _Numbers(len(drafts))
    for number, row in enumerate(rows):
        there = {k: drafts[k].paragraphs[i] for k, i in enumerate(row) if i is not None}
        lacking = tuple(k for k in range(len(row)) if k not in there)
        is_added = 2 * len(there) < len(row) or (2 * len(there) == len(row) and 0 not in there)
        for k in there if is_added else ():
            yield Difference(number, DifferenceKind.ADDED, k, lacking)
        for k in () if is_added else lacking:
            yield Difference(number, DifferenceKind.ABSENT, k, tuple(there))
        usual = most_have({k: (one.kind, one.level) for k, one in there.items()})
        same = {k: one for k, one in there.items() if (one.kind, one.level) == usual}
        for k, one in there.items():
            if k not in same:
                yield Difference(number, DifferenceKind.KIND, k, tuple(same), one.kind.value, usual[0].value)
        order.begin(usual[0])
        if is_added:
            order.shift(there, usual[0], 1)
        else:
            yield from order.differences(number, usual[0], {k: one.number for k, one in same.items()})
            order.shift([k for k in range(len(row)) if k not in same], usual[0], -1)


class _Numbers:
    """How far the numbers of each version are from those of the others, as far as it has been told.

    A paragraph that a version lacks may shift all that follow, or leave a gap; neither is told again.
    """

    def __init__(self, versions: int) -> None:
        self._versions = versions
        self._shifts: dict[tuple[int, ParagraphKind], frozenset[int]] = {}

    def begin(self, kind: ParagraphKind) -> None:
        """A paragraph of this kind begins: the lists below it count from one again."""
        for below in SUBPARAGRAPHS[SUBPARAGRAPHS.index(kind) + 1 :] if kind in SUBPARAGRAPHS else SUBPARAGRAPHS:
            for k in range(self._versions):
                self._shifts.pop((k, below), None)

    def shift(self, versions: Iterable[int], kind: ParagraphKind, step: int) -> None:
        """From here the numbers of these versions may be further by a step."""
        for k in versions:
            known = self._shifts.get((k, kind), frozenset((0,)))
            self._shifts[k, kind] = known | {shift + step for shift in known}

    def differences(self, row: int, kind: ParagraphKind, printed: Mapping[int, str]) -> Iterator[Difference]:
        """The numbers printed in a row that do not follow from those before."""
        values = {k: number_values(number) for k, number in printed.items()}
        usual = most_have(values)
        against = tuple(k for k in printed if values[k] == usual)
        for k, own in values.items():
            shifts = {value - other for value in own for other in usual}
            known = self._shifts.get((k, kind), frozenset((0,)))
            if shifts & known:
                self._shifts[k, kind] = frozenset(shifts & known)
            elif own != usual:
                self._shifts[k, kind] = frozenset(shifts) or known
                yield Difference(row, DifferenceKind.NUMBER, k, against, printed[k], printed[against[0]])
