"""The use case: language versions of one text laid side by side, and where one of them says something else.

What must be alike: the paragraphs with their kinds and numbers, numbers, dates and symbols, brackets, and marks of
notes. A difference of usage (words for digits, thousands and decimals, names of months) is none. Told is what is
sure: a wrong alarm costs more than a slip that is missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.errors import DraftdeskError, refusal
from draftdesk.model.draft import Draft
from draftdesk.translation import later, tr
from draftdesk.workbench.files import load
from draftdesk.workbench.languages.differences import (
    Difference,
    DifferenceKind,
    Row,
    row_differences,
    structure_differences,
)
from draftdesk.workbench.languages.pairing import number_values, paired
from draftdesk.workbench.paragraph_names import draft_titles, paragraph_names

_NAMES: Final = {
    "en": later("the English"), "fr": later("the French"), "es": later("the Spanish"),
    "ru": later("the Russian"), "ar": later("the Arabic"), "zh": later("the Chinese"),
}  # fmt: skip
_FEWEST: Final = 2


@dataclass(frozen=True)
class LanguageReport:
    """Language versions and where they differ. `rows`: indices of paragraphs, None where a version has none.

    `names` are the languages, or the drafts' own names where two are in one language; `places` name the rows, "OP 7".
    """

    drafts: tuple[Draft, ...]
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    places: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def agreeing(self) -> int:
        """How many rows all versions have with the same kind, level and number."""
        return sum(is_alike(self.drafts, row) for row in self.rows)


def languages_of_files(files: Sequence[str]) -> LanguageReport:
    """The language versions in files, compared; raises DraftdeskError."""
    if len(files) < _FEWEST:
        raise refusal(DraftdeskError, "languages_need_two")
    return languages_of([load(file).draft for file in files])


def languages_of(drafts: Sequence[Draft]) -> LanguageReport:
    """The language versions compared, the first as the one whose paragraphs name the places."""
    rows = _rows(drafts)
    found = [*structure_differences(drafts, rows)]
    for number, row in enumerate(rows):
        found += row_differences(drafts, number, row)
    return LanguageReport(
        tuple(drafts),
        _names(drafts),
        tuple(rows),
        _places(drafts, rows),
        tuple(sorted(found, key=lambda one: (one.row, list(DifferenceKind).index(one.kind)))),
    )


def is_alike(drafts: Sequence[Draft], row: Row) -> bool:
    """Whether every version has a paragraph here, all of one kind and level and with numbers that count the same."""
    there = [draft.paragraphs[i] for draft, i in zip(drafts, row, strict=True) if i is not None]
    if len(there) < len(row) or len({(one.kind, one.level) for one in there}) > 1:
        return False
    first = number_values(there[0].number)
    return all((number_values(one.number) & first) or one.number == there[0].number for one in there)


def _names(drafts: Sequence[Draft]) -> tuple[str, ...]:
    names = tuple(tr(_NAMES[draft.language]) for draft in drafts if draft.language in _NAMES)
    return names if len(set(names)) == len(drafts) else draft_titles(drafts)


def _rows(drafts: Sequence[Draft]) -> list[Row]:
    """Every visible paragraph of every version once; what the first lacks stands after what precedes it."""
    first, *others = drafts
    answers: list[dict[int, int]] = [dict(paired(first, other)) for other in others]
    added = [_added(other, found) for other, found in zip(others, answers, strict=True)]
    rows: list[Row] = []
    for before in (-1, *first.visible):
        if before >= 0:
            rows.append((before, *(found.get(before) for found in answers)))
        columns = [one.get(before, []) for one in added]
        for place in range(max(map(len, columns), default=0)):
            rows += _apart(drafts, [column[place] if place < len(column) else None for column in columns])
    return rows


def _added(other: Draft, found: dict[int, int]) -> dict[int, list[int]]:
    """The paragraphs that answer none of the first version, by what they stand after there (-1 for its head)."""
    back = {j: i for i, j in found.items()}
    after: dict[int, list[int]] = {}
    last = -1
    for j in other.visible:
        if j in back:
            last = back[j]
        else:
            after.setdefault(last, []).append(j)
    return after


def _apart(drafts: Sequence[Draft], cells: list[int | None]) -> Iterator[Row]:
    """One row for the added paragraphs of each kind."""
    kinds = [None if j is None else drafts[k].paragraphs[j].kind for k, j in enumerate(cells, 1)]
    for kind in dict.fromkeys(one for one in kinds if one is not None):
        yield (None, *(j if own is kind else None for j, own in zip(cells, kinds, strict=True)))


def _places(drafts: Sequence[Draft], rows: Sequence[Row]) -> tuple[str, ...]:
    """The names of the rows in the first version that has them; where one bears several ("Heading"), counted."""
    names = [paragraph_names(draft) for draft in drafts]
    firsts = [next((k, i) for k, i in enumerate(row) if i is not None) for row in rows]
    plain = [(k, names[k][i].full) for k, i in firsts]
    counts, done, told = Counter(plain), Counter[tuple[int, str]](), []
    for name in plain:
        done[name] += 1
        told.append(f"{name[1]} ({done[name]})" if counts[name] > 1 else name[1])
    return tuple(told)
