"""What is looked at before a text is tabled, line by line: yes or no, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from draftdesk.errors import DraftdeskError
from draftdesk.exporting.redline.sources import WordSide
from draftdesk.messages import Message, message
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.base_table import table_on_base
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.draft_findings import DraftFindings, FindingEntry, findings_of
from draftdesk.workbench.export_redline import RedlineResult, RedlineWork
from draftdesk.workbench.redline_sides import redline_sides

_BRACKET: Final = "negotiation_bracket"
_LABEL: Final = "negotiation_label"
_ANY_DATE: Final = "2000-01-01T00:00:00Z"
"""The redline is made to be proved and then thrown away."""

_PLACES_TOLD: Final = 3


class SubmissionItem(StrEnum):
    """The lines of the list, in their order."""

    BASE = "base"
    TRACKED = "tracked"
    FORM = "form"
    BRACKETS = "brackets"
    LABELS = "labels"
    SPONSORS = "sponsors"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class SubmissionLine:
    """A line of the list: whether it is as it should be, what is so, and what to do where it is not."""

    item: SubmissionItem
    is_done: bool
    said: Message
    to_do: Message | None = None


@dataclass(frozen=True)
class Submission:
    """The text that shall be tabled, what it is tracked on, and what was settled about exports.

    `prove` makes the proved redline, raising DraftdeskError where that cannot be; None for a text without a base.
    """

    draft: Draft
    base: Draft | None
    prove: Callable[[], RedlineResult] | None
    without: Collection[str] = ()
    cleans: bool = False

    @cached_property
    def findings(self) -> DraftFindings:
        """What is not in form; brackets and labels count, whatever rules the user does not follow."""
        without = set(self.without) - {_BRACKET, _LABEL}
        return findings_of(self.draft, without, submission=True)

    def lines(self) -> tuple[SubmissionLine, ...]:
        """All lines; it takes as long as a redline does."""
        return (
            self._base(),
            self._tracked(),
            self._form(),
            self._none_of(SubmissionItem.BRACKETS, _BRACKET),
            self._none_of(SubmissionItem.LABELS, _LABEL),
            self._sponsors(),
            self._metadata(),
        )

    def _base(self) -> SubmissionLine:
        if self.base is None:
            return _line(SubmissionItem.BASE, message("submission_new_text"))
        if not self.base.symbol:
            said = message("submission_no_symbol", name=self.base.name)
            return _line(SubmissionItem.BASE, said, message("submission_find_base"))
        return _line(SubmissionItem.BASE, message("submission_base", symbol=self.base.symbol))

    def _tracked(self) -> SubmissionLine:
        if self.prove is None:
            return _line(SubmissionItem.TRACKED, message("submission_not_tracked"))
        try:
            result = self.prove()
        except DraftdeskError as error:
            return _line(SubmissionItem.TRACKED, error.said, message("submission_track"))
        return _line(SubmissionItem.TRACKED, message("submission_tracked", count=result.changes))

    def _form(self) -> SubmissionLine:
        errors = [
            entry
            for entry in self.findings.entries
            if entry.finding.grade is Grade.ERROR and entry.finding.rule not in (_BRACKET, _LABEL)
        ]
        if not errors:
            return _line(SubmissionItem.FORM, message("submission_in_form"))
        said = message("submission_errors", count=len(errors), where=_where(errors))
        return _line(SubmissionItem.FORM, said, message("submission_see_form"))

    def _none_of(self, item: SubmissionItem, rule: str) -> SubmissionLine:
        found = [entry for entry in self.findings.entries if entry.finding.rule == rule]
        if not found:
            return _line(item, message(f"submission_no_{item}"))
        said = message(f"submission_{item}", count=len(found), where=_where(found))
        return _line(item, said, message("submission_settle"))

    def _sponsors(self) -> SubmissionLine:
        there = [p.text for p in self.draft.paragraphs if p.kind is ParagraphKind.SPONSORS and p.text.strip()]
        if there or self.draft.sponsors:
            return _line(SubmissionItem.SPONSORS, message("submission_sponsors"))
        to_do = message("submission_name_sponsors")
        return _line(SubmissionItem.SPONSORS, message("submission_no_sponsors"), to_do)

    def _metadata(self) -> SubmissionLine:
        if self.cleans:
            return _line(SubmissionItem.METADATA, message("submission_clean"))
        return _line(SubmissionItem.METADATA, message("submission_metadata"), message("submission_tick_clean"))


def submission_of(
    desk: Desk, author: str, without: Collection[str] = (), *, cleans: bool = False
) -> Submission | None:
    """What would be tabled from the desk: the working draft, else the last one; None for an empty desk."""
    drafts = desk.drafts
    if not drafts:
        return None
    base = desk.base_draft
    if base is None or len(drafts) < 2:
        return Submission(drafts[-1], None, None, without, cleans)
    sides, dossier = redline_sides(desk, len(drafts) - 1), desk.dossier

    def prove() -> RedlineResult:
        table = table_on_base(dossier, sides.base, sides.new)
        base_side = WordSide(sides.base_bytes, sides.base)
        return RedlineWork(base_side, sides.new, sides.new_bytes, author, _ANY_DATE, table).exported()

    return Submission(drafts[-1], base, prove, without, cleans)


def _line(item: SubmissionItem, said: Message, to_do: Message | None = None) -> SubmissionLine:
    return SubmissionLine(item, to_do is None, said, to_do)


def _where(entries: list[FindingEntry]) -> str:
    """The first places, such as "OP 1, OP 4 and 3 more"."""
    places = list(dict.fromkeys(entry.where for entry in entries))
    told = ", ".join(places[:_PLACES_TOLD])
    more = len(places) - _PLACES_TOLD
    return tr("{names} and {count} more", names=told, count=more) if more > 0 else told
