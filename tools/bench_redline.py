"""How the redlines of one hand fare: pairs whose edits are known, bases with much in them, random documents, size.

    python tools/bench_redline.py [SET ...] [--profiles NAMES] [--seeds NUMBERS] [--most N]

Sets: `official` and `others` (edited copies of issued and of foreign Word files), `pending` (the same on bases with
tracked changes, comments and bookmarks of several authors, put in by a seeded script), `random` (made documents),
`size` (time and memory). Each redline is made by draftdesk, proved, and judged by a judge that shares no code with
it. The judge and the files lie beside the checkout. Where the base's own changes stay pending, those do not count as
marked, and what was kept of the base is not counted.
"""

from __future__ import annotations

import argparse
import importlib
import io
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from draftdesk.errors import DraftdeskError
from draftdesk.wordml.one_hand import keep_changes_of
from draftdesk.wordml.package import parse_part, serialised
from draftdesk.workbench.compare_files import redline_of_files

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"
ORACLE: Final = SHARED / "oracle"
XSD: Final = ORACLE / "xsd"
PROFILES: Final = ("light", "typical", "heavy", "structure")
SETS: Final = ("official", "others", "pending", "random", "size")
COLUMNS: Final = (
    *("set", "edits", "pairs", "judged right", "kept pending", "marked", "over 1.15", "moves P", "moves R"),
    *("edited R", "split/merge", "parts", "paragraphs kept", "notes lost", "format quiet", "seconds"),
)
MOST_MARKED: Final = 1.15
DATE: Final = "2026-11-24T09:30:00Z"


@dataclass(frozen=True)
class Outcome:
    """What became of one pair: the judge's score, or why there is none."""

    name: str
    score: Any
    refusal: str = ""
    stayed: bool = False


def main(words: Sequence[str] = ()) -> int:
    """Print the tables; the status is 1 where a redline was refused or judged wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", choices=[*SETS, []], metavar="SET", default=list(SETS))
    parser.add_argument("--profiles", default=",".join(PROFILES), help="kinds of edits (all four)")
    parser.add_argument("--seeds", default="0", help="numbers (0); two for a full run: 0,1000")
    parser.add_argument("--most", type=int, default=6, help="files of each set (6); 0 for all")
    parser.add_argument("--examples", type=int, default=1000, help="random documents (1000)")
    options = parser.parse_args(words)
    if not ORACLE.is_dir():
        print("The judge and the files are not beside this checkout.", file=sys.stderr)
        return 1
    sys.path.insert(0, str(ORACLE))
    profiles, seeds = options.profiles.split(","), [int(seed) for seed in options.seeds.split(",")]
    failed = False
    judged = [name for name in SETS if name in options.sets and name not in ("random", "size")]
    if judged:
        print("| " + " | ".join(COLUMNS) + " |\n" + "|---" * len(COLUMNS) + "|")
    for name in judged:
        for profile in profiles:
            made = [outcome for seed in seeds for outcome in outcomes(name, profile, seed, options.most)]
            print(row(name, profile, made), flush=True)
            failed |= tell(made)
    if "random" in options.sets:
        print(random_documents(options.examples), flush=True)
    if "size" in options.sets:
        print(sizes(), flush=True)
    return failed


def tell(made: Sequence[Outcome]) -> bool:
    """Say what went wrong; whether anything did."""
    wrong = [
        one for one in made if one.refusal or one.score.failed or marked(one) > MOST_MARKED or one.score.parts_changed
    ]
    for one in wrong:
        told = one.refusal or f"{', '.join(one.score.failed) or 'right'}, marked {marked(one):.2f}"
        told += f", parts {', '.join(one.score.parts_changed)}" if one.score and one.score.parts_changed else ""
        print(f"{one.name}: {told}", file=sys.stderr)
    return any(one.refusal or one.score.failed for one in wrong)


def marked(one: Outcome) -> float:
    """Characters marked over the least that the edits need."""
    return float(one.score.edit_chars / one.score.minimum) if one.score.minimum else 1.0


def row(name: str, profile: str, made: Sequence[Outcome]) -> str:
    """One line of the table."""
    told = [one for one in made if one.score is not None]
    sums = importlib.import_module("score_redline").total([one.score for one in told], profile)
    figures = (
        *(name, profile, len(made), sum(not one.score.failed for one in told), sum(one.stayed for one in told)),
        f"{sums.edit_chars / sums.minimum:.3f}" if sums.minimum else "",
        sum(marked(one) > MOST_MARKED for one in told),
        f"{sums.moves_right}/{sums.moves_found}",
        f"{sums.moves_right}/{sums.moves_true}",
        f"{sums.edited_right}/{sums.edited_true}",
        f"{sums.joint_words}w/{sums.joints}",
        *(len(sums.parts_changed), f"{sums.kept}/{sums.untouched}", sums.notes_lost),
        f"{sums.format_quiet}/{sums.format_only}",
        "" if sums.seconds is None else f"{sums.seconds:.2f}",
    )
    return "| " + " | ".join(map(str, figures)) + " |"


def outcomes(name: str, profile: str, seed: int, most: int) -> Iterator[Outcome]:
    """The outcomes of a set with the edits of a profile."""
    for number, base in enumerate(few(bases(name), most)):
        with tempfile.TemporaryDirectory() as folder:
            made = outcome(base, Path(folder), seed + number, profile, pending=name == "pending")
            if made is not None:
                yield made


def few(files: Sequence[Path], most: int) -> Sequence[Path]:
    """So many of the files, evenly drawn; 0 for all."""
    return files if not most or most >= len(files) else [files[k * len(files) // most] for k in range(most)]


def bases(name: str) -> list[Path]:
    """The Word files of a set, in order."""
    if name == "others":
        folders = sorted(path for path in (SHARED / "corpus" / "word_files").iterdir() if path.name != "un")
        return [file for folder in folders for file in sorted(folder.glob("*.docx"))]
    official = sorted((SHARED / "corpus" / "word_official").glob("*.DOC"))
    return official + ([] if name == "pending" else sorted((SHARED / "corpus" / "word_files" / "un").glob("*.docx")))


def outcome(base: Path, folder: Path, seed: int, profile: str, *, pending: bool) -> Outcome | None:
    """Make a pair, its redline, and have it judged; None where no pair can be made of the file."""
    pairs, judge = importlib.import_module("make_pairs"), importlib.import_module("score_redline")
    name = f"{base.name}, {profile}, seed {seed}"
    try:
        truth = pairs.make_pair(base, folder / "pair", seed, profile)
    except Exception as error:  # noqa: BLE001  files that its maker cannot edit are no cases
        print(f"{name}: no pair, {error}", file=sys.stderr)
        return None
    start, new, out = folder / "pair" / "base.docx", folder / "pair" / "new.docx", folder / "redline.docx"
    if pending:
        from pending_bases import with_pending  # noqa: PLC0415  only here

        start.write_bytes(with_pending(start.read_bytes(), random.Random(f"{seed} {profile}")))
    began = time.process_time()
    try:
        result = redline_of_files([str(start), str(new)], "Bench", DATE)
    except DraftdeskError as error:
        return Outcome(name, None, str(error))
    seconds = time.process_time() - began
    out.write_bytes(result.data)
    stayed = result.message.code.startswith("proved_kept")
    if result.message.code == "proved_kept_but_cells":
        start.write_bytes(without_pending_cells(start.read_bytes()))
    score = judge.score_redline(start, new, truth, out, name, XSD, "base" if stayed else "new")
    score.seconds = seconds
    if stayed:
        moves = judge.score_redline(settled(start), new, truth, settled(out, "Bench"), name, XSD, "new")
        for figure in ("moves_true", "moves_right", "moves_found", "edited_true", "edited_right"):
            setattr(score, figure, getattr(moves, figure))
        score.edit_chars -= own_marks(start)
        score.untouched = score.kept = score.format_only = score.format_quiet = 0
    resolved = pending and not stayed and own_marks(start) > 0  # in a few files the script finds no room for any
    return Outcome(name, score, "its changes were resolved" if resolved else "", stayed)


def without_pending_cells(data: bytes) -> bytes:
    """A base whose inserted cells are accepted, which a redline does where others of its changes stay pending."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = {entry.filename: package.read(entry) for entry in package.infolist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in content.items():
            written.writestr(name, re.sub(rb"<w:cellIns [^>]*/>", b"", part) if name.endswith(".xml") else part)
    return stream.getvalue()


def settled(file: Path, author: str = "") -> Path:
    """A copy in which all is accepted that another than this author tracked.

    Moves are judged in it, since the program that made the pair counted the paragraphs of this text.
    """
    with zipfile.ZipFile(file) as package:
        content = {entry.filename: package.read(entry) for entry in package.infolist()}
    copy = file.with_stem(f"{file.stem}_settled")
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in content.items():
            written.writestr(name, _settled(part, author) if name == "word/document.xml" else part)
    return copy


def _settled(part: bytes, author: str) -> bytes:
    root = parse_part(part, "word/document.xml", "")
    keep_changes_of(root, author, others_accepted=True)
    return serialised(root)


def own_marks(base: Path) -> int:
    """Characters that the base itself has tracked as inserted or deleted."""
    judge = importlib.import_module("score_redline")
    return sum(length for length, kinds in judge.WordText(judge.Package(base)).stream() if kinds & judge.EDITED)


# Random documents


def random_documents(examples: int) -> str:
    """Hypothesis: any edits of any small document are proved both ways."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    from hypothesis import HealthCheck, given, settings  # noqa: PLC0415  only for this set

    drawn = importlib.import_module("exporting.redline.test_redline_random")
    redline_of = importlib.import_module("making_redlines").redline_of
    count = 0

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    @given(drawn.pairs())
    def proved(pair: tuple[bytes, bytes]) -> None:
        nonlocal count
        redline_of(*pair)
        count += 1

    proved()
    return f"random documents: {count} redlines, all proved"


# Time and memory


def sizes() -> str:
    """Processor time and peak memory of the whole process at 600 and 2,400 paragraphs, least of three."""
    from bench import draft_of, edited, redline_command, sentences  # noqa: PLC0415  this is called from there
    from draftdesk.exporting.clean.word import write_clean  # noqa: PLC0415

    told, least = [], {}
    with tempfile.TemporaryDirectory() as name:
        for size in (600, 2400):
            old, new, out = (Path(name) / f"{size}-{what}.docx" for what in ("old", "new", "out"))
            texts = sentences(size)
            old.write_bytes(write_clean(draft_of(texts)))
            new.write_bytes(write_clean(draft_of(edited(texts))))
            runs = [cost(redline_command(old, new, out)) for _ in range(3)]
            least[size] = min(seconds for seconds, _ in runs)
            told.append(f"{size} paragraphs: {least[size]:.2f} s, {max(peak for _, peak in runs):.0f} MB")
    return f"{'; '.join(told)}; {least[2400] / least[600]:.2f} times the time"


_MEASURED: Final = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], dict(os.environ))
_, status, usage = os.wait4(child, 0)
print(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def cost(command: Iterable[str]) -> tuple[float, float]:
    """Processor seconds and megabytes at the most of a process.

    It is started by a small one: the system counts for a process what the one that starts it holds at that moment.
    """
    words = [sys.executable, "-S", "-c", _MEASURED, *command]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout.split()
    if int(told[-3]):
        raise RuntimeError(f"status {told[-3]}: {words[4:]}")
    return float(told[-2]), float(told[-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
