"""How long a redline takes, from the start of the process to the written file.

    python tools/bench.py [--rounds N] [PARAGRAPHS ...]

`aligning` in place of the sizes: how right and how fast aligning and comparing are. `hands [BASES]`: how the
compilations of many delegations' versions fare. `redline [SET ...]`: how right the redlines of one hand are.
`drafting [BREACHES]`: what the checks of form raise on adopted texts and find in damaged ones. `reading`: how right,
how safe and how fast reading is. `chains [NAME ...] [--rows]`: what became of real texts from step to step.
`desk [PARAGRAPHS [DRAFTS]]`: what one waits for in the window, and its memory.

Makes pairs of drafts of the given sizes (120 and 600), runs the command line on them and prints the median
of some rounds, then what its processes hold together at their highest, and each. Where LibreOffice and its driver
beside the checkout are found, it takes its turn in each round. docs/quality.md has what was asked and what was seen.
"""

from __future__ import annotations

import argparse
import importlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span
from held_memory import held_by

PEER = Path(__file__).resolve().parents[2] / "shared" / "peers" / "lo_compare.py"
BENCHES = ("aligning", "chains", "clean", "desk", "drafting", "hands", "reading", "redline")
WITHOUT_WORDS = ("aligning", "reading")
OPENINGS = ("Urges", "Encourages", "Requests", "Invites", "Calls upon", "Stresses", "Recommends", "Decides")
WORDS = (
    *(
        "Member",
        "States",
        "safety",
        "inland",
        "ferries",
        "crews",
        "passengers",
        "landing",
        "places",
        "rivers",
        "lakes",
    ),
    *("rules", "inspection", "training", "rescue", "services", "small", "operators", "access", "finance", "renewal"),
    *("vessels", "accordance", "national", "law", "to", "the", "of", "and", "their", "on", "in", "with"),
)


def main(words: list[str]) -> int:
    if {"-h", "--help"}.intersection(words) and words[0] not in {"desk", "redline", "chains"}:
        print(__doc__)
        return 0
    return measure(words)


def measure(words: list[str]) -> int:
    """What the first word says, else the time of a redline."""
    if words[:1] and words[0] in BENCHES:
        main_of = importlib.import_module(f"bench_{words[0]}").main
        status: int = main_of() if words[0] in WITHOUT_WORDS else main_of(words[1:])
        return status
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, metavar="PARAGRAPHS", help="paragraphs of each draft")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes or (120, 600):
            print(measured(Path(folder), size, options.rounds), flush=True)
    return 0


def measured(folder: Path, size: int, rounds: int) -> str:
    """One line with the medians of a size."""
    old, new = folder / f"{size}-old.docx", folder / f"{size}-new.docx"
    texts = sentences(size)
    old.write_bytes(write_clean(draft_of(texts)))
    new.write_bytes(write_clean(draft_of(edited(texts))))
    commands = {"draftdesk": redline_command(old, new, folder / "ours.docx")}
    python = Path("/usr/bin/python3")
    if PEER.exists() and python.exists() and shutil.which("soffice"):
        commands["libreoffice"] = [str(python), str(PEER), str(old), str(new), str(folder / "theirs.docx")]
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(times[1:]) for name, times in seconds.items()}
    shown = ", ".join(f"{name} {median:.2f} s" for name, median in medians.items())
    ratio = f", {medians['draftdesk'] / medians['libreoffice']:.2f} of its time" if "libreoffice" in medians else ""
    return f"{size} paragraphs: {shown}{ratio}{memory(commands['draftdesk'])}"


def memory(command: list[str]) -> str:
    """What the processes of a command hold, in words; nothing where the system does not tell."""
    if sys.platform != "linux":
        return ""
    held = held_by(command)
    return f"; {held.together:.0f} MB ({' + '.join(f'{one:.0f}' for one in held.each)} with what they share)"


def redline_command(old: Path, new: Path, out: Path) -> list[str]:
    words = [
        "-m",
        "draftdesk",
        "compare",
        str(old),
        str(new),
        "--as",
        "redline",
        "-o",
        str(out),
        "--force",
        "--quiet",
    ]
    return [sys.executable, *words]


def sentences(size: int) -> list[str]:
    """Operative paragraphs of invented text; the same on every machine."""
    chance = random.Random(size)
    return [f"{chance.choice(OPENINGS)} {' '.join(chance.choices(WORDS, k=50))};" for _ in range(size)]


def edited(texts: list[str]) -> list[str]:
    """Every fifth paragraph reworded, every thirtieth gone, every fortieth preceded by a new one."""
    chance = random.Random(len(texts))
    made = []
    for index, text in enumerate(texts):
        words = text.split(" ")
        if index % 40 == 7:
            made.append(f"Welcomes {' '.join(chance.choices(WORDS, k=30))};")
        if index % 30 == 11:
            continue
        if index % 5 == 0:
            words[chance.randrange(3, 40)] = "immediate"
            words.insert(chance.randrange(3, 40), "safe")
        made.append(" ".join(words))
    return made


def draft_of(texts: list[str]) -> Draft:
    """A draft with these operative paragraphs."""
    enacting = "The General Assembly"
    paragraphs = [Paragraph(ParagraphId("bench", 0), ParagraphKind.ENACTING, enacting, Span(0, len(enacting)))]
    for number, text in enumerate(texts, 1):
        one = Paragraph(ParagraphId("bench", number), ParagraphKind.OPERATIVE, text, Span(0, len(text)), str(number))
        paragraphs.append(one)
    return Draft("bench", "bench", tuple(paragraphs), organ="General Assembly", title="Bench")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
