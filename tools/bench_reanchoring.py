"""How well wording finds its place on a base that has changed meanwhile: three ways, on paragraphs of real texts.

    python tools/bench_reanchoring.py

A paragraph gets edits of the base and, elsewhere in it, edits of a proposal; so it is known what both together
make. Then a stretch of some words, one of them changed, is looked for in the changed base. Needs the reference
material beside the checkout; the figures stand in docs/decisions/0015-diff-match-patch.md.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from diff_match_patch import diff_match_patch
from rapidfuzz.fuzz import partial_ratio_alignment

from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.change import Change
from draftdesk.model.paragraph import OBJECT
from draftdesk.negotiating.taking import carried as taken
from draftdesk.reading.receive import receive

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "akn"
CASES = 1500
NEAR = 12
"""How many letters off a place may be: about a word."""

LONGEST_PATTERN = 32
"""The longest wording that diff-match-patch looks for in one go."""


@dataclass(frozen=True)
class Case:
    """Words of a base, of the base as it changed, of a proposal on the base, and of both together.

    `wording` stands at `here` in the base, but for one word, and at `place` in the changed base. `collided`: the base
    changed, at the words of the proposal, too.
    """

    base: str
    changed: str
    proposal: str
    both: str
    collided: str
    wording: str
    here: int
    place: int


def main() -> int:
    for every in (8, 3):
        print(f"one word in {every} of the base changed")
        report(made(random.Random(15), every))
    return 0


def report(cases: Sequence[Case]) -> None:
    for name, way in (("diff-match-patch", patched), ("ours", carried)):
        started = time.process_time()
        counts = Counter(map(way, cases))
        print(f"edits of a proposal, {name}: {dict(counts)}, {time.process_time() - started:.2f} s")
    for name, way in (("diff-match-patch", patched), ("ours", carried)):
        refused = sum(way(replace(case, changed=case.collided)) == "refused" for case in cases)
        print(f"edits where the base changed the same words otherwise, {name}: {refused / len(cases):.3f} refused")
    for name, find in (("diff-match-patch", matched), ("rapidfuzz, partial ratio", aligned), ("ours", mapped)):
        started = time.process_time()
        right = sum(abs(find(case) - case.place) <= NEAR for case in cases)
        print(f"place of a wording, {name}: {right / len(cases):.3f} right, {time.process_time() - started:.2f} s")


def made(chance: random.Random, every: int) -> list[Case]:
    """Cases from English paragraphs of forty words and more; one word in `every` of the base changes."""
    texts = []
    for file in sorted(CORPUS.glob("*/english/*77*")):
        draft = receive(file.read_bytes(), file.name).drafts[0]
        texts += [draft.paragraphs[i].text for i in draft.visible if len(draft.paragraphs[i].text.split()) >= 40]
    words = [word for text in texts for word in text.split()]
    return [case_of(chance.choice(texts).split(), words, chance, every) for _ in range(CASES)]


def case_of(base: list[str], words: Sequence[str], chance: random.Random, every: int) -> Case:
    """Words of the base changed, two more by the proposal, never neighbours."""
    places = chance.sample(range(0, len(base) - 3, 2), max(3, min(len(base) // every, (len(base) - 3) // 2)))
    edits = {place: edit(base[place], words, chance) for place in places}
    proposed = set(places[:2])
    start = chance.choice([k for k in range(1, len(base) - 10) if k not in edits and k - 1 not in edits])
    stretch = base[start : start + 10]
    stretch[chance.randrange(1, 9)] = chance.choice(words)
    changed = [word if k in proposed else edits.get(k, word) for k, word in enumerate(base)]
    return Case(
        " ".join(base),
        joined(changed),
        joined([edits[k] if k in proposed else word for k, word in enumerate(base)]),
        joined([edits.get(k, word) for k, word in enumerate(base)]),
        joined([f"{chance.choice(words)}s" if k in proposed else word for k, word in enumerate(changed)]),
        " ".join(stretch),
        len(joined([*base[:start], "|"])) - 1,
        len(joined([*changed[:start], "|"])) - 1,
    )


def edit(word: str, words: Sequence[str], chance: random.Random) -> str:
    """Another word, two for one, or none."""
    other = chance.choice(words)
    return chance.choice((other, f"{word} {other}", ""))


def joined(words: Sequence[str]) -> str:
    return " ".join(filter(None, words))


def patched(one: Case) -> str:
    """A patch from base to proposal, applied to the changed base."""
    engine = diff_match_patch()
    text, done = engine.patch_apply(engine.patch_make(one.base, one.proposal), one.changed)
    return verdict(text, one) if all(done) else "refused"


def carried(one: Case) -> str:
    """The changes of the proposal as the working draft takes them."""
    changes = changes_between(one.base, one.proposal)
    done = taken(one.base, one.changed, one.proposal, changes)
    return "refused" if done.collided else verdict(done.text, one)


def shifted(changes: Sequence[Change], place: int) -> int:
    """How far a place of the old text has gone in the new one."""
    return sum(len(change.new) - len(change.old) for change in changes if change.old.end <= place)


def verdict(text: str, one: Case) -> str:
    """Blanks do not count, nor marks of notes, which go in apart from the words."""
    found, wanted = (words.replace(OBJECT, "").split() for words in (text, one.both))
    return "right" if found == wanted else "wrong"


def matched(one: Case) -> int:
    """The place that diff-match-patch finds for the first letters, looked for around where the base has them."""
    place: int = diff_match_patch().match_main(one.changed, one.wording[:LONGEST_PATTERN], one.here)
    return place


def aligned(one: Case) -> int:
    """The place of the likest stretch."""
    found = partial_ratio_alignment(one.wording, one.changed)
    return found.dest_start if found is not None else -1


def mapped(one: Case) -> int:
    """Its place in the base, carried over by our own changes of the base."""
    return one.here + shifted(changes_between(one.base, one.changed), one.here)


if __name__ == "__main__":
    raise SystemExit(main())
