"""The checks of a draft as a list to read: where, which rule, what is written and what is in form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, Final

from draftdesk.checking.checks import RULES, check
from draftdesk.checking.rule import rule_message
from draftdesk.errors import DraftdeskError, refusal
from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Finding, Grade
from draftdesk.model.paragraph import OBJECT
from draftdesk.translation import later, tr
from draftdesk.workbench.paragraph_names import paragraph_names

_BLANKS: Final = str.maketrans({" ": "␣", "\u00a0": "␣"})
_SHOWN: Final = 80
_GRADES: Final = {Grade.ERROR: later("Error"), Grade.WARNING: later("Warning"), Grade.HINT: later("Hint")}


def refuse_unknown(rules: Collection[str]) -> None:
    """Raises DraftdeskError for a code that names no rule."""
    known = {rule.code for rule in RULES}
    for code in rules:
        if code not in known:
            raise refusal(DraftdeskError, "unknown_rule", rule=code)


def rule_list() -> str:
    """All rules, a line each: code, grade, sentence, source."""
    return "\n".join(f"{rule.code}\t{rule.grade}\t{render(rule.said)}\t{rule.source}" for rule in RULES)


def checked(
    draft: Draft, without: Collection[str] = (), own_words: Collection[str] = (), *, submission: bool = False
) -> tuple[Finding, ...]:
    """What the rules find; raises DraftdeskError for an unknown code in `without`."""
    refuse_unknown(without)
    return check(draft, without, submission=submission, own_words=own_words)


def as_text(draft: Draft, findings: Collection[Finding]) -> str:
    """A line for each finding, and a line of counts."""
    counts = Counter(finding.grade for finding in findings)
    last = (
        message(
            "check_counts",
            name=draft.name,
            errors=counts[Grade.ERROR],
            warnings=counts[Grade.WARNING],
            hints=counts[Grade.HINT],
        )
        if findings
        else message("check_clean", name=draft.name)
    )
    return "\n".join([*_lines(draft, findings), render(last)])


def as_json(draft: Draft, findings: Collection[Finding]) -> dict[str, Any]:
    """The format draftdesk/check, version 1; fields only grow. Spans are code points of the paragraph's text."""
    names, texts = names_of(draft), _texts(draft)
    return {
        "format": "draftdesk/check",
        "version": 1,
        "name": draft.name,
        "findings": [
            {
                "rule": finding.rule,
                "grade": finding.grade.value,
                "where": names[finding.paragraph],
                "paragraph": finding.paragraph,
                "span": [finding.span.start, finding.span.end],
                "found": finding.span.of(texts[finding.paragraph]),
                "right": finding.right,
                "mends": finding.mend is not None,
                "others": list(finding.others),
                "says": render(rule_message(finding.rule)),
            }
            for finding in findings
        ],
    }


def line_of(finding: Finding, where: str, text: str) -> str:
    """A finding as one sentence: where, the rule, what is written, what is in form."""
    found = shown(finding.span.of(text))
    rule = render(rule_message(finding.rule))
    if found and finding.right:
        return render(message("finding_line_right", where=where, rule=rule, found=found, right=shown(finding.right)))
    if found:
        return render(message("finding_line_found", where=where, rule=rule, found=found))
    return render(message("finding_line", where=where, rule=rule))


def _lines(draft: Draft, findings: Collection[Finding]) -> Iterator[str]:
    names, texts = names_of(draft), _texts(draft)
    for finding in findings:
        said = line_of(finding, names[finding.paragraph], texts[finding.paragraph])
        yield tr("{what}: {said}", what=tr(_GRADES[finding.grade]), said=said)


def shown(text: str) -> str:
    """Words of a finding in one line, cut where they are many; blanks alone as signs, for nobody sees how many."""
    whole = text.replace(OBJECT, "")
    text = whole.strip() or whole.translate(_BLANKS)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def names_of(draft: Draft) -> dict[int, str]:
    """How every paragraph is called, those of notes too, by serial."""
    names = {
        paragraph.id.serial: name.full
        for paragraph, name in zip(draft.paragraphs, paragraph_names(draft), strict=True)
    }
    for note in draft.notes:
        names |= {paragraph.id.serial: tr("Footnote {mark}", mark=note.mark) for paragraph in note.paragraphs}
    return names


def _texts(draft: Draft) -> dict[int, str]:
    noted = [paragraph for note in draft.notes for paragraph in note.paragraphs]
    return {paragraph.id.serial: paragraph.text for paragraph in (*draft.paragraphs, *noted)}
