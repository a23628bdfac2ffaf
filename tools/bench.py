"""Measures how fast draftdesk makes redlines: whole processes, interleaved, medians of five.

Pairs are made here from a fixed seed: numbered paragraphs, of which three in ten are edited, some deleted,
inserted and moved, so that all typed numbers after them change. Where a peer's command is given, with {base},
{new} and {out} in it, it is timed in the same rounds and the ratio is told.

    bench.py [--sizes 120 600] [--peer "COMMAND {base} {new} {out}"]
"""

from __future__ import annotations

import argparse
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from draftdesk.exporting.clean_word import write_clean
from draftdesk.reading.plain_text import draft_of_text

ROUNDS = 5
VERBS = ("Urges", "Invites", "Requests", "Encourages", "Calls upon", "Welcomes", "Reaffirms", "Decides to consult")
WORDS = [
    "riparian",
    "States",
    "ferries",
    "operators",
    "safety",
    "inspection",
    "landing",
    "places",
    "navigation",
    "lights",
    "crews",
    "training",
    "passengers",
    "loading",
    "rules",
    "commission",
    "register",
    "accidents",
    "insurers",
    "communities",
    "rivers",
    "lakes",
    "channels",
    "support",
    "regional",
    "technical",
    "cooperation",
    "assistance",
    "capacity",
    "national",
    "measures",
    "report",
    "session",
    "development",
    "countries",
    "public",
    "information",
]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[120, 600])
    options.add_argument("--peer", default="", help="another tool's command with {base}, {new} and {out}")
    chosen = options.parse_args()
    ours = f"{shlex.quote(sys.executable)} -m draftdesk compare {{base}} {{new}} -o {{out}} --force --quiet"
    commands = {"draftdesk": ours} | ({"peer": chosen.peer} if chosen.peer else {})
    for size in chosen.sizes:
        with tempfile.TemporaryDirectory() as folder:
            files = made_pair(Path(folder), size)
            seconds = timed(commands, files)
        line = "  ".join(f"{name} {median:.2f} s" for name, median in seconds.items())
        ratio = f"  ratio {seconds['draftdesk'] / seconds['peer']:.2f}" if "peer" in seconds else ""
        print(f"{size} paragraphs: {line}{ratio}")
    return 0


def made_pair(folder: Path, size: int) -> dict[str, Path]:
    """Two Word files of some number of paragraphs, and the place of the redline."""
    chance = random.Random(size)
    base = [sentence(chance) for _ in range(size)]
    files = {"base": folder / "base.docx", "new": folder / "new.docx", "out": folder / "out.docx"}
    files["base"].write_bytes(word_file(base))
    files["new"].write_bytes(word_file(edited(base, chance)))
    return files


def sentence(chance: random.Random) -> str:
    return f"{chance.choice(VERBS)} {' '.join(chance.choices(WORDS, k=chance.randint(30, 80)))};"


def edited(base: list[str], chance: random.Random) -> list[str]:
    """Three in ten reworded, four in a hundred deleted and inserted, two in a hundred moved."""
    new = []
    for text in base:
        fate = chance.random()
        if fate < 0.04:
            continue
        if fate < 0.34:
            words = text.split()
            for _ in range(chance.randint(1, 4)):
                words[chance.randrange(1, len(words) - 1)] = chance.choice(WORDS)
            text = " ".join(words)
        new.append(text)
        if fate > 0.96:
            new.append(sentence(chance))
    for _ in range(len(new) // 50):
        new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    return new


def word_file(paragraphs: list[str]) -> bytes:
    lines = ["The General Assembly,", *(f"{number}. {text}" for number, text in enumerate(paragraphs, start=1))]
    return write_clean(draft_of_text("\n\n".join(lines), "bench", "bench"))


def timed(commands: dict[str, str], files: dict[str, Path]) -> dict[str, float]:
    """The median seconds of each command; the first round does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for count in range(ROUNDS + 1):
        names = list(commands)
        for name in names[count % len(names) :] + names[: count % len(names)]:
            words = [word.format(**files) for word in shlex.split(commands[name])]
            started = time.perf_counter()
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if count:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in seconds.items()}


if __name__ == "__main__":
    sys.exit(main())
