"""What a finding's mend makes of a draft."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from draftdesk.checking.checks import RULES, check
from draftdesk.drafting.edits import reword, with_paragraphs
from draftdesk.drafting.notes import note_paragraph
from draftdesk.drafting.numbering import with_number
from draftdesk.drafting.places import found
from draftdesk.errors import DraftingError
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Finding
from draftdesk.model.paragraph import Mark, Paragraph

_MOST: Final = 10_000


def mended(draft: Draft, finding: Finding) -> Draft:
    """The draft with one finding put right; the very same draft for one that has no mend.

    The finding must be one of this very draft, for its spans are. Raises DraftingError for a paragraph that is
    not there.
    """
    mend = finding.mend
    if mend is None:
        return draft
    if mend.number is not None:
        index = found(draft, finding.paragraph)
        paragraph = with_number(draft.paragraphs[index], mend.number)
        return with_paragraphs(draft, index, index + 1, (paragraph,))
    text = _paragraph(draft, finding.paragraph).text
    for replacement in sorted(mend.replacements, key=lambda one: one.span, reverse=True):
        text = text[: replacement.span.start] + replacement.text + text[replacement.span.end :]
    return reword(draft, finding.paragraph, text, [(span, Mark.ITALIC, on) for span, on in mend.italics])


def all_mended(draft: Draft, without: Collection[str] = (), only: Collection[str] = ()) -> Draft:
    """The draft with all that can be put right; `only`: codes of the rules to follow, all where there are none.

    One finding of each paragraph is put right in a pass, for the spans of the others may be old then. So is what was
    found in a paragraph that the mend of another one changed. Numbers are put right one in a pass, for each counts
    on from the one before it.
    """
    tried: set[tuple[str, int, str]] = set()
    skipped = {*without, *(rule.code for rule in RULES if only and rule.code not in only)}
    for _ in range(_MOST):
        checked, before, is_counted = draft, len(tried), False
        for one in check(checked, skipped):
            counts = one.mend is not None and one.mend.number is not None
            key = _key(checked, one) if one.mend and not (counts and is_counted) else None
            if key is not None and key not in tried and _is_as_checked(draft, checked, one):
                tried.add(key)
                is_counted = is_counted or counts
                draft = mended(draft, one)
        if len(tried) == before:
            return draft
    return draft


def _is_as_checked(draft: Draft, checked: Draft, finding: Finding) -> bool:
    """Whether the paragraph of a finding is still the one that it was found in."""
    try:
        return _paragraph(draft, finding.paragraph) is _paragraph(checked, finding.paragraph)
    except DraftingError:
        return False


def _key(draft: Draft, finding: Finding) -> tuple[str, int, str]:
    """What tells a mend that was tried already: a mend that does not help is not tried twice."""
    return finding.rule, finding.paragraph, f"{finding.span.start} {_paragraph(draft, finding.paragraph).text}"


def _paragraph(draft: Draft, serial: int) -> Paragraph:
    there = note_paragraph(draft, serial)
    return there[1] if there is not None else draft.paragraphs[found(draft, serial)]
