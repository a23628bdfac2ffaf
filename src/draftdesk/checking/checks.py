"""All rules, and all that they find in a draft."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from draftdesk.checking.citing import CITING
from draftdesk.checking.examined import Examined
from draftdesk.checking.names import NAMES
from draftdesk.checking.numbers import NUMBERS
from draftdesk.checking.rule import Rule
from draftdesk.checking.sequences import SEQUENCES
from draftdesk.checking.spelling import SPELLING
from draftdesk.checking.structure import STRUCTURE
from draftdesk.checking.typography import TYPOGRAPHY
from draftdesk.checking.unknown_words import DICTIONARY
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Finding

RULES: Final[tuple[Rule, ...]] = (
    *STRUCTURE, *SEQUENCES, *CITING, *NUMBERS, *NAMES, *SPELLING, *DICTIONARY, *TYPOGRAPHY,
)  # fmt: skip
"""Every rule; the order is that of the list in which a user switches them off."""

_OF_NEIGHBOURS: Final = frozenset({"operative_count", "lone_number", "preambular_cycle", "operative_cycle"})
"""Rules of what stands beside a paragraph, which the new paragraphs of an amendment do not know yet."""


def check(
    draft: Draft, without: Collection[str] = (), *, submission: bool = False, own_words: Collection[str] = ()
) -> tuple[Finding, ...]:
    """What the rules find, in the order of the text; `without`: codes of rules that are switched off.

    `submission`: the text shall be tabled, so that labels and brackets of negotiation are errors.
    `own_words`: words of the user, which are spelt as they should be.
    """
    examined = Examined(draft, frozenset(own_words))
    found = [
        finding
        for rule in RULES
        if rule.code not in without and not (examined.amends and rule.code in _OF_NEIGHBOURS)
        for finding in rule.findings(examined, submission=submission)
    ]
    paragraphs = (*draft.paragraphs, *examined.notes)
    order = {paragraph.id.serial: at for at, paragraph in enumerate(paragraphs)}
    return tuple(sorted(found, key=lambda finding: (order.get(finding.paragraph, 0), finding.span)))
