"""How compilations of many hands fare: sets of edited copies of issued resolutions, each copy a delegation's.

    python tools/bench_hands.py [BASES [HANDS [PROFILE [SEED]]]]

Makes seeded sets of 2, 6 and 20 hands, compiles each on the command line, and has a judge that shares no code with
draftdesk accept each hand alone. Needs the judge and the resolutions beside the checkout; BASES (8) says how many.
"Missed" are the paragraphs that the judge misses and that several hands did not change: notes and headers, numbers,
those proposed alike, others. "Untold" are those of which the command said nothing, contested ones included.
"""

from __future__ import annotations

import ast
import importlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree

from hands_told import Told, notes_by_paragraph, number_of, told_places, untold_places, words

SHARED = Path(__file__).resolve().parents[2] / "shared"
PROFILES = ("light", "heavy", "structure")
HANDS = (2, 6, 20)
FIRST_SEED = 1000
COLUMNS = (
    "hands",
    "edits",
    "sets",
    "proved",
    "judged right",
    "but for notes and numbers",
    "missed",
    "untold",
    "contested a set",
    "moves",
    "seconds",
)
MISSED = ("note", "number", "alike", "other")
BESIDE = ("footnotes: ", "endnotes: ", "headers/footers: ")
DIFFERING = re.compile(r"""('.*?'|".*?") (?:expected|found)""")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Outcome:
    """What became of one set; `moves`: (shown, all) of the moved paragraphs that only one hand touches."""

    refusal: str
    judged: bool
    judged_in_body: bool
    contested: int
    moves: tuple[int, int]
    seconds: float
    missed: Counter[str] = field(default_factory=Counter)
    untold: tuple[str, ...] = ()


def main(words: Sequence[str] = ()) -> int:
    """Print the table; the status is 1 where a set was refused."""
    if not (SHARED / "oracle").is_dir():
        print("The judge and the resolutions are not beside this checkout.", file=sys.stderr)
        return 1
    sys.path.insert(0, str(SHARED / "oracle"))
    found = sorted((SHARED / "corpus" / "word_official").glob("*.DOC"))
    count = int(words[0]) if words else 8
    bases = found[:: max(1, len(found) // count)][:count]
    seed = int(words[3]) if len(words) > 3 else FIRST_SEED
    print("| " + " | ".join(COLUMNS) + " |")
    print("|---" * len(COLUMNS) + "|")
    refused = []
    for hands in [int(words[1])] if len(words) > 1 else HANDS:
        for profile in [words[2]] if len(words) > 2 else PROFILES:
            made = [outcome(base, hands, profile, seed) for base in bases]
            refused += [one.refusal for one in made if one.refusal]
            print(row(hands, profile, made), flush=True)
            for line in [line for one in made for line in one.untold]:
                print(f"untold: {line}", file=sys.stderr)
    for reason in refused:
        print(reason, file=sys.stderr)
    return bool(refused)


def row(hands: int, profile: str, made: Sequence[Outcome]) -> str:
    """One line of the table."""
    proved = [one for one in made if not one.refusal]
    shown, moved = (sum(one.moves[which] for one in proved) for which in (0, 1))
    figures = (
        len(made),
        len(proved),
        sum(one.judged for one in proved),
        sum(one.judged_in_body for one in proved),
        "/".join(str(sum(one.missed[kind] for one in proved)) for kind in MISSED),
        sum(len(one.untold) for one in proved),
        f"{statistics.mean(one.contested for one in proved):.1f}" if proved else "",
        f"{shown}/{moved}",
        f"{statistics.median(one.seconds for one in made):.1f}",
    )
    return f"| {hands} | {profile} | " + " | ".join(map(str, figures)) + " |"


def outcome(base: Path, hands: int, profile: str, seed: int) -> Outcome:
    """Make a set, compile it and have it judged."""
    judge, pairs = importlib.import_module("redline_oracle"), importlib.import_module("make_pairs")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        truths = []
        for number in range(hands):
            one = folder / f"Hand {number + 1}"
            truths.append(pairs.make_pair(base, one, seed + number, profile))
            (one / "new.docx").rename(folder / f"{one.name}.docx")
        files = [folder / f"Hand {number + 1}.docx" for number in range(hands)]
        start, out = folder / "Hand 1" / "base.docx", folder / "compiled.docx"
        command = [sys.executable, "-m", "draftdesk", "compile", start, *files, "--as", "tracked", "-o", out]
        began = time.perf_counter()
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - began
        if done.returncode:
            refusal = f"{base.name}, {hands} hands, {profile}: {done.stderr.strip()}"
            return Outcome(refusal, judged=False, judged_in_body=False, contested=0, moves=(0, 0), seconds=seconds)
        report = judge.check_authors(
            start, [(file.stem, file) for file in files], out, 10**6, SHARED / "oracle" / "xsd"
        )
        said = done.stderr.splitlines()
        missed, untold = differing(judge, start, files, out, told_places(said))
        sound = not [one for one in report.failed if not one.startswith("only ")]
        in_body = sound and not missed["alike"] and not missed["other"]
        contested = sum(line.startswith("Contested: ") for line in said)
        moves = shown_moves(lambda file: pairs.paragraphs(parse(file)), start, out, truths)
        return Outcome("", not report.failed, in_body, contested, moves, seconds, missed, untold)


def differing(
    judge: ModuleType, base: Path, files: Sequence[Path], out: Path, told: Mapping[str, Told]
) -> tuple[Counter[str], tuple[str, ...]]:
    """How many paragraphs the judge misses, by kind, and those of which nothing was told."""
    missed: Counter[str] = Counter()
    untold: list[str] = []
    package, notes = judge.Package(out), notes_by_paragraph(base)
    for file in files:
        hand, own = file.stem, told.get(file.stem, Told())
        wanted = judge.read_input(file, "new", "auto")
        found = judge.WordText(package, [hand]).texts(frozenset({judge.RESOLVED_AWAY}))
        renumbered = {words(line) for line in wanted.flow if number_of(line) in own.numbers}
        lines = judge.differing_paragraphs(wanted, found)[1]
        missed.update(kind_of(line, own, renumbered) for line in lines)
        beside = [(wanted.stories[name], found.stories[name]) for name in judge.STORIES[2:]]
        untold += [f"{hand}: {line}" for line in untold_places(own, [(wanted.flow, found.flow), *beside], notes)]
    return missed, tuple(untold)


def kind_of(line: str, told: Told, renumbered: Set[str]) -> str:
    """Why the judge misses a paragraph; `renumbered` are beginnings of those of which other numbers were told."""
    if line.startswith(BESIDE):
        return "note"
    sides = {words(ast.literal_eval(side)) for side in DIFFERING.findall(line)}
    if sides & told.alike:
        return "alike"
    return "number" if sides & renumbered else "other"


def shown_moves(
    body_of: Callable[[Path], Any], base: Path, out: Path, truths: Sequence[dict[str, Any]]
) -> tuple[int, int]:
    """(shown, all) of the moved paragraphs that only one hand touches."""
    texts = [text_of(one) for one in body_of(base)]
    touched = Counter(place for truth in truths for place in places(truth))
    compiled = body_of(out)
    away = Counter(text_of(one) for one in compiled if one.find(f".//{W}moveFrom") is not None)
    moved = [place for truth in truths for move in truth["moves"] for place in move["base"] if touched[place] == 1]
    shown = sum(min(number, away[text]) for text, number in Counter(texts[place] for place in moved).items())
    return shown, len(moved)


def parse(file: Path) -> etree._Element:
    """The tree of the main part."""
    with zipfile.ZipFile(file) as package:
        return etree.fromstring(package.read("word/document.xml"))


def places(truth: dict[str, Any]) -> set[int]:
    """The base's paragraphs that a hand touches."""
    found = {pair[0] for pair in truth["changed"]} | set(truth["deleted"])
    found |= {place for move in truth["moves"] for place in move["base"]}
    found |= {split["base"] for split in truth["splits"]}
    return found | {place for merge in truth["merges"] for place in merge["base"]}


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph as they were: what is inserted left out."""
    shown = list(paragraph.iter(f"{W}t", f"{W}delText"))
    return "".join(node.text or "" for node in shown if next(node.iterancestors(f"{W}ins"), None) is None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
