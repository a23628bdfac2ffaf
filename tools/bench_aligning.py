"""How right and how fast aligning and comparing are.

    python tools/bench.py aligning

Figures of the cases with known truth, where they are found beside the checkout (tuned on `dev`, reported on
`check`); then the seconds of one process for large and for many drafts, divided by how slow this machine is
at the moment of measuring, and beside the least that such work can be.
"""

from __future__ import annotations

import json
import random
import re
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Indel

from bench import draft_of, sentences
from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.workbench.align_texts import align_text_files

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    if (SHARED / "truthbench").is_dir():
        for name in ("dev", "check"):
            print(f"{name}: {known_cases(SHARED / 'truthbench', name)}", flush=True)
    factor = slowness()
    print(f"this machine takes {factor:.2f} times as long as the one of reference; seconds are divided by that")
    for what, make in timed_works().items():
        seconds = []
        for work in (make(), make(), make()):
            started = time.process_time()
            work()
            seconds.append(time.process_time() - started)
        print(f"{what}: {min(seconds) / factor:.2f} s", flush=True)
    print(beside_bare(2400), flush=True)
    return 0


def beside_bare(size: int) -> str:
    """Aligning and comparing of two drafts beside the least that does both, in turns; seconds as they are."""
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(4):
        drafts = pair_of(size)
        for work, seconds in ((worked_through(drafts, Shape.PAIR), ours), (bare_work(drafts), bare)):
            started = time.process_time()
            work()
            seconds.append(time.process_time() - started)
    return (
        f"2 drafts of {size} paragraphs: {min(ours):.2f} s, bare {min(bare):.2f} s: {min(ours) / min(bare):.2f} times"
    )


def bare_work(drafts: list[Draft]) -> Callable[[], None]:
    """Texts that occur on both sides answer each other, each other one its best candidate by rapidfuzz; then tokens.

    No weights, no moves, splits and merges, no rows, no tidying, no classes; what is like no other is new.
    """

    def work() -> None:
        old, new = ([paragraph.text for paragraph in draft.paragraphs] for draft in drafts)
        known, later = set(old), set(new)
        waiting, free = [text for text in old if text not in later], [text for text in new if text not in known]
        taken: set[int] = set()
        for text in waiting:
            for found, score, place in process.extract(text, free, scorer=fuzz.ratio, score_cutoff=50, limit=7):
                if place not in taken and score:
                    taken.add(place)
                    Indel.opcodes(_TOKEN.findall(text), _TOKEN.findall(found))
                    break

    return work


def known_cases(bench: Path, name: str) -> str:
    """The figures of one set in one line."""
    with tempfile.TemporaryDirectory() as folder:
        for case in sorted((bench / name).iterdir()):
            truth = json.loads((case / "truth.json").read_text(encoding="utf-8"))
            texts = [(file, (case / file).read_text(encoding="utf-8")) for file in truth["versions"]]
            answer = json.dumps(align_text_files(texts, Shape(truth["shape"])))
            (Path(folder) / f"{case.name}.json").write_text(answer, encoding="utf-8")
        report = Path(folder) / "report" / "report.json"
        report.parent.mkdir()
        command = [sys.executable, "score.py", name, folder, "--json", str(report)]
        subprocess.run(command, cwd=bench, check=True, capture_output=True)
        total = json.loads(report.read_text(encoding="utf-8"))["total"]
    figures = {
        "F1": total["links"]["f1"],
        "hard F1": total["hard_links"]["f1"],
        "moves": total["moves"]["f1"],
        "splits and merges": total["split_merge"]["f1"],
        "relations": total["relation_accuracy"],
        "further links": total["further_links"]["f1"],
        "marked": total["marked_ratio"],
        "redline": total["redline_ratio"],
        "confetti": total["confetti_per_pair"],
        "edges in words": total["in_word_per_pair"],
        "noise shown": total["noise_shown"],
        "broken": total["diff_broken"],
    }
    return "  ".join(f"{what} {figure:.3f}" for what, figure in figures.items())


def slowness() -> float:
    """How many times as much processor time as on the machine of reference Python takes; 1 where nothing can tell."""
    yardstick = SHARED / "peers" / "yardstick.py"
    if not yardstick.exists():
        return 1.0
    module = runpy.run_path(str(yardstick))
    seconds = []
    for _ in range(5):
        started = time.process_time()
        module["python_loop"]()
        seconds.append(time.process_time() - started)
    return statistics.median(seconds) / float(module["REFERENCE"]["python"])


def timed_works() -> dict[str, Callable[[], Callable[[], None]]]:
    """What is timed, by its name: makes new texts, so that nothing is known from before, and gives the work."""
    return {
        "2 drafts of 2400 paragraphs": lambda: worked_through(pair_of(2400), Shape.PAIR),
        "2 drafts of 4800 paragraphs": lambda: worked_through(pair_of(4800), Shape.PAIR),
        "8 drafts of 400 paragraphs": lambda: worked_through(chain_of(8, 400), Shape.CHAIN),
        "one paragraph of 20,000 words": lambda: long_paragraph(20_000),
    }


def worked_through(drafts: list[Draft], shape: Shape) -> Callable[[], None]:
    """Aligns and compares all that the shape compares."""

    def work() -> None:
        comparison = compare(drafts, align(drafts, shape))
        for row in range(len(comparison.table.rows)):
            for old, new in comparison.table.steps():
                comparison.changes(row, old, new)

    return work


def pair_of(size: int) -> list[Draft]:
    """Two drafts: four paragraphs in ten reworded, one in fifty moved, all with new numbers."""
    chance = random.Random(time.perf_counter_ns())
    texts = fresh(chance, size)
    later = [reworded(chance, text) if chance.random() < 0.4 else text for text in texts]
    for _ in range(size // 50):
        later.insert(chance.randrange(len(later)), later.pop(chance.randrange(len(later))))
    return [named(draft_of(texts), "old"), named(draft_of(["Notes the report;", *later]), "new")]


def chain_of(drafts: int, size: int) -> list[Draft]:
    """A chain in which every revision rewords one paragraph in ten of the one before."""
    chance = random.Random(time.perf_counter_ns())
    texts, chain = fresh(chance, size), []
    for number in range(drafts):
        chain.append(named(draft_of(texts), str(number)))
        texts = [reworded(chance, text) if chance.random() < 0.1 else text for text in texts]
    return chain


def fresh(chance: random.Random, size: int) -> list[str]:
    return [f"{text[:-1]} {chance.randrange(10**9):x};" for text in sentences(size)]


def reworded(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    words[chance.randrange(3, 40)] = "immediate"
    words.insert(chance.randrange(3, 40), "safe")
    return " ".join(words)


def named(draft: Draft, name: str) -> Draft:
    """The draft under another identity, so that its paragraphs are not known by their ids."""
    paragraphs = tuple(replace(one, id=replace(one.id, draft=name)) for one in draft.paragraphs)
    return replace(draft, id=name, paragraphs=paragraphs)


def long_paragraph(count: int) -> Callable[[], None]:
    """A paragraph of so many words, of which one in ten became another."""
    chance = random.Random(time.perf_counter_ns())
    words = [word for text in fresh(chance, count // 50) for word in text.split(" ")]
    later = [chance.choice(words) if chance.random() < 0.1 else word for word in words]

    def work() -> None:
        changes_between(" ".join(words), " ".join(later))

    return work
