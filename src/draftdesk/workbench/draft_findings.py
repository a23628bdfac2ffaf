"""What the rules of form find in a draft, as the window lists it and marks it beside the paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from draftdesk.checking.checks import RULES, check
from draftdesk.checking.rule import rule_message
from draftdesk.drafting.places import found as index_of
from draftdesk.messages import render
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Finding, Grade
from draftdesk.model.paragraph import Paragraph, ParagraphId
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.check_draft import names_of, shown
from draftdesk.workbench.working_places import holder_of, paragraph_of

GRADES: Final = tuple(Grade)
"""The grades, gravest first."""

GRADE_NAMES: Final = {
    Grade.ERROR: later("Errors"),
    Grade.WARNING: later("Warnings"),
    Grade.HINT: later("Hints"),
}

_FINISHED_WHEN_LEFT: Final = frozenset(
    {"preambular_comma", "operative_mark", "chapeau_colon", "subparagraph_mark", "note_full_stop"}
)
"""Rules of what the editor itself puts right when a paragraph is left."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding for the list: where it is, what the rule asks for, what is written and what is in form.

    `right` is "" where only the writer can know; `found` is "" where the whole paragraph is meant.
    """

    finding: Finding
    where: str
    rule: str
    found: str
    right: str

    @property
    def can_be_mended(self) -> bool:
        """Whether one step puts it right."""
        return self.finding.mend is not None

    @property
    def said(self) -> str:
        """The finding in one line, for the tip in the margin and for the ear."""
        words = " " + tr("“{words}”", words=self.found) if self.found else ""
        right = " → " + tr("“{words}”", words=self.right) if self.right else ""
        grade = tr(self.finding.grade.value).capitalize()
        return tr("{what}: {said}", what=grade, said=f"{self.rule}{words}{right}")


@dataclass(frozen=True)
class DraftFindings:
    """All that was found in one draft; `draft` is the very draft that was checked."""

    draft: Draft
    entries: tuple[FindingEntry, ...] = ()

    @cached_property
    def counts(self) -> dict[Grade, int]:
        """How many findings are of each grade, gravest first; grades without any are left out."""
        counted = Counter(entry.finding.grade for entry in self.entries)
        return {grade: counted[grade] for grade in GRADES if counted[grade]}

    @cached_property
    def by_paragraph(self) -> Mapping[ParagraphId, tuple[FindingEntry, ...]]:
        """The findings of each paragraph that has any, those of notes too, gravest first."""
        found: dict[ParagraphId, tuple[FindingEntry, ...]] = {}
        for entry in sorted(self.entries, key=lambda entry: GRADES.index(entry.finding.grade)):
            paragraph = paragraph_of(self.draft, entry.finding.paragraph)
            if paragraph is not None:
                found[paragraph.id] = (*found.get(paragraph.id, ()), entry)
        return found

    def mendable(self, rule: str) -> int:
        """How many findings of a rule can be put right in one step; none where each wants a look."""
        if not any(one.is_sure for one in RULES if one.code == rule):
            return 0
        return sum(entry.can_be_mended for entry in self.entries if entry.finding.rule == rule)

    def without_unfinished(self, serial: int | None) -> DraftFindings:
        """Without what will be right by itself as soon as the paragraph in hand is left."""
        if serial is None:
            return self
        kept = tuple(
            entry
            for entry in self.entries
            if entry.finding.paragraph != serial or entry.finding.rule not in _FINISHED_WHEN_LEFT
        )
        return self if len(kept) == len(self.entries) else replace(self, entries=kept)

    def step(self, place: tuple[int, int] | None, by: int) -> FindingEntry | None:
        """The next or previous finding from a place, round the ends; None where there is none.

        `place` is the serial of a paragraph of the draft and an offset in its text; None is the very beginning.
        """
        if not self.entries:
            return None
        keys = [self._key(entry.finding.paragraph, entry.finding.span.start) for entry in self.entries]
        here = (-1, -1) if place is None else self._key(*place)
        if by > 0:
            return next((entry for key, entry in zip(keys, self.entries, strict=True) if key > here), self.entries[0])
        before = [entry for key, entry in zip(keys, self.entries, strict=True) if key < here]
        return before[-1] if before else self.entries[-1]

    def _key(self, serial: int, at: int) -> tuple[int, int]:
        holder = holder_of(self.draft, serial)
        return (index_of(self.draft, holder) if holder is not None else -1, at)


def findings_of(
    draft: Draft, without: Collection[str] = (), own_words: Collection[str] = (), *, submission: bool = False
) -> DraftFindings:
    """What the rules find, but those switched off; it takes some 50 ms for 1,000 paragraphs."""
    names = names_of(draft)
    found = check(draft, without, submission=submission, own_words=own_words)
    return DraftFindings(draft, tuple(_entry(draft, names[finding.paragraph], finding) for finding in found))


def _entry(draft: Draft, where: str, finding: Finding) -> FindingEntry:
    paragraph = paragraph_of(draft, finding.paragraph)
    words = shown(finding.span.of(paragraph.text)) if paragraph is not None else ""
    right = shown(finding.right) or _number(finding, paragraph)
    return FindingEntry(finding, where, render(rule_message(finding.rule)), words, right)


def _number(finding: Finding, paragraph: Paragraph | None) -> str:
    """The number that a mend would give."""
    return finding.mend.number or "" if finding.mend is not None and paragraph is not None else ""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule for the menu in which rules are switched off and on."""

    code: str
    said: str
    grade: Grade
    is_followed: bool


def rule_entries(switched_off: Collection[str]) -> tuple[RuleEntry, ...]:
    """All rules in their order."""
    return tuple(RuleEntry(r.code, render(r.said), r.grade, r.code not in switched_off) for r in RULES)


def counts_told(counts: Mapping[Grade, int]) -> str:
    """Such as "2 errors, 1 hint"; "In form" where nothing was found."""
    told = {
        Grade.ERROR: lambda count: tr_count("{count} error", "{count} errors", count),
        Grade.WARNING: lambda count: tr_count("{count} warning", "{count} warnings", count),
        Grade.HINT: lambda count: tr_count("{count} hint", "{count} hints", count),
    }
    return ", ".join(told[grade](count) for grade, count in counts.items()) or tr("In form")
