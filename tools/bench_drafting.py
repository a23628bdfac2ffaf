"""How the checks of form fare on adopted and on damaged resolutions, and rollovers on real next texts.

    python tools/bench_drafting.py [BREACHES]

Needs the adopted resolutions beside the checkout. BREACHES (5) says how many texts each rule's breach is put into.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench_rollover import report
from breaches import BREACHES
from draftdesk.checking.checks import RULES, check
from draftdesk.checking.mending import all_mended
from draftdesk.model.draft import Draft
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import Run
from draftdesk.workbench.files import load

SHARED = Path(__file__).resolve().parents[2] / "shared"
SEED = 20261128


def adopted() -> Iterator[Draft]:
    """The English resolutions as issued: Akoma Ntoso, then Word."""
    for pattern in ("corpus/akn/*/english/*", "corpus/word_official/*"):
        for path in sorted(SHARED.glob(pattern)):
            draft = load(str(path)).draft
            if draft.language == "en":
                yield draft


def raised(drafts: list[Draft]) -> None:
    grades, rules = Counter[Grade](), Counter[str]()
    for draft in drafts:
        for finding in check(draft):
            grades[finding.grade] += 1
            rules[finding.rule] += 1
    print(f"Raised on {len(drafts)} adopted resolutions, each:")
    for grade in Grade:
        print(f"  {grade.value:8} {grades[grade] / len(drafts):.3f}")
    print("  " + ", ".join(f"{code} {count}" for code, count in rules.most_common()))


def mends(damaged: Draft, whole: Draft, code: str) -> bool:
    """Whether following one rule gives back the whole text, its marks included."""
    return _shown(all_mended(damaged, only=(code,))) == _shown(whole)


def _shown(draft: Draft) -> list[tuple[str, str, tuple[Run, ...]]]:
    paragraphs = (*draft.paragraphs, *(p for note in draft.notes for p in note.paragraphs))
    return [(p.number, p.text.replace("\u00a0", " "), p.runs_in_text()) for p in paragraphs if not p.is_hidden]


def put_in(drafts: list[Draft], most: int) -> None:
    random = Random(SEED)
    found = mended = mendable = tried = 0
    for rule in RULES:
        damage = BREACHES.get(rule.code)
        places = random.sample(drafts, len(drafts)) if damage else []
        here = there = again = able = 0
        for draft in places:
            damaged = damage(draft, random) if damage and here < most else None
            if damaged is None:
                continue
            here += 1
            before = Counter(f.rule for f in check(draft))
            new = [f for f in check(damaged) if f.rule == rule.code]
            is_found = len(new) > before[rule.code]
            there += is_found
            if is_found and any(finding.mend for finding in new):
                able += 1
                again += mends(damaged, all_mended(draft, only=(rule.code,)), rule.code)
        print(f"  {rule.code:24} put in {here}, found {there}, can be mended {able}, mended {again}")
        tried, found, mendable, mended = tried + here, found + there, mendable + able, mended + again
    print(f"Put in {tried}; found {found} = {found / tried:.3f}")
    print(f"Mended {mended} of {mendable} = {mended / mendable:.3f}")


def main(words: Sequence[str]) -> int:
    drafts = list(adopted())
    raised(drafts)
    put_in(drafts, int(words[0]) if words else 5)
    report()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
