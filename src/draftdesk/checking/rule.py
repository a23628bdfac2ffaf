"""What a rule is: its code, its grade, the languages it holds in, its source, and how breaches are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.messages import Message, message
from draftdesk.model.finding import Finding, Grade, Mend, Replacement
from draftdesk.model.paragraph import Paragraph, Span

Find = Callable[[Examined], Iterator["Breach"]]

ALL_LANGUAGES: Final = frozenset({"en", "fr", "es", "ru", "ar", "zh"})
ENGLISH: Final = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Breach:
    """A place where a rule is not kept; the rule makes a finding of it.

    `right` is what the stretch should read; `mend` None: the stretch is replaced by `right` where that is not "".
    `grade` None: that of the rule. `others`: what else the stretch may be meant to read.
    """

    paragraph: Paragraph
    span: Span
    right: str = ""
    mend: Mend | None = None
    grade: Grade | None = None
    is_replaced: bool = True
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of form. `code` names it for ever, in settings too; its sentence is `rule_CODE` of the catalogue.

    `source` is the manual or the measurement that it rests on. `at_submission`: labels and brackets are right
    while a text is negotiated and wrong when it is tabled, so that a breach is a hint until then. `is_sure`: what it
    calls right is right; where it is not, nobody should follow all its findings at once.
    """

    code: str
    grade: Grade
    find: Find
    source: str
    languages: frozenset[str] = ENGLISH
    at_submission: bool = False
    is_sure: bool = True

    @property
    def said(self) -> Message:
        """What the rule asks for, as a sentence."""
        return rule_message(self.code)

    def findings(self, examined: Examined, *, submission: bool = False) -> Iterator[Finding]:
        """All breaches in a draft, in order."""
        if examined.language not in self.languages:
            return
        for breach in self.find(examined):
            grade = breach.grade or self.grade
            if self.at_submission and not submission:
                grade = Grade.HINT
            serial, mend = breach.paragraph.id.serial, breach.mend or _mend(breach)
            yield Finding(self.code, grade, serial, breach.span, breach.right, mend, breach.others)


def rule_message(code: str) -> Message:
    """What the rule of a code asks for, as a sentence of the catalogue."""
    return message(f"rule_{code}")


def _mend(breach: Breach) -> Mend | None:
    if not breach.is_replaced or (not breach.right and not len(breach.span)):
        return None
    return Mend((Replacement(breach.span, breach.right),))
