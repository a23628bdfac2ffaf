"""How right, how safe and how fast reading is.

    python tools/bench.py reading

What is read from files of which the truth is known, each format and language by itself; what comparisons of one text
from two sources show; Word files printed flat against another reader of them, and files damaged by a seed; the time
beside that of the bare libraries.
The files lie beside a development checkout, not in the project.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from bench_reading_limits import DAMAGED, damaged_files_read, ratios
from bench_reading_pairs import pairs_of_one_text
from draftdesk.errors import ReadingError
from draftdesk.model.draft import FINAL, ORIGINAL
from draftdesk.reading.receive import receive
from draftdesk.workbench.print_draft import as_flat_text, as_json

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIGURES = ("bound_f1", "kind", "number", "note_text", "note_mark", "missing", "extra", "title", "symbol")
HEADS = ("ends", "kinds", "numbers", "notes", "tied", "lost ‰", "added ‰", "title", "symbol")
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
FOLDERS = {"english": "en", "french": "fr", "spanish": "es", "russian": "ru", "arabic": "ar", "chinese": "zh"}
SYMBOL = re.compile(r'refersTo="#symbol">([^<]+)<')


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are judged together: what they are called, the folder of their truth, the files by its names."""

    name: str
    truth: str
    files: Mapping[str, Path]


def main() -> int:
    if not SHARED.is_dir():
        print("There is nothing to read beside this checkout.")
        return 0
    print(f"| files | {' | '.join(HEADS)} |\n{'|---' * (len(HEADS) + 1)}|")
    for group in groups(SHARED / "readbench"):
        print(f"| {group.name} ({len(group.files)}) | {' | '.join(judged(group))} |", flush=True)
    print()
    for what, showed in pairs_of_one_text(SHARED):
        print(f"{what}: {showed}", flush=True)
    print(f"\nWord files printed flat: {flat_texts()}", flush=True)
    print(f"damaged files: {damaged_files_read(sources(), DAMAGED)}\n", flush=True)
    for what, ratio in ratios(SHARED / "corpus"):
        print(f"{what}: {ratio}", flush=True)
    return 0


def groups(bench: Path) -> Iterator[Group]:
    """The inputs of each truth by format and language."""
    official = {path.stem: path for path in sorted((SHARED / "corpus" / "word_official").iterdir())}
    yield Group("official, .docx", "word", official)
    for suffix in ("odt", "html", "rtf", "pdf", "txt"):
        named = {path.stem: path for path in sorted((bench / "inputs" / suffix).iterdir())}
        yield Group(f"official as .{suffix}", "word", named)
    hand = sorted((bench / "inputs" / "hand").iterdir())
    for suffix in ("pdf", "txt"):
        yield Group(f"met, .{suffix}", "hand", {p.stem: p for p in hand if p.suffix == f".{suffix}"})
    akn = published(bench)
    for suffix in ("docx", "pdf"):
        made = {path.stem: path for path in sorted((bench / "inputs" / "made" / suffix).iterdir())}
        yield from (by_language(f"made, .{suffix}", made, language) for language in LANGUAGES)
    yield from (by_language("Akoma Ntoso", akn, language) for language in LANGUAGES)


def by_language(name: str, files: Mapping[str, Path], language: str) -> Group:
    own = {stem: path for stem, path in files.items() if stem.endswith(f"_{language}")}
    return Group(f"{name}, {language}", "made", own)


def published(bench: Path) -> dict[str, Path]:
    """The Akoma Ntoso documents of which the truth is known."""
    truths = {path.stem for path in (bench / "truth" / "made").glob("*.json")}
    named = {}
    for path in sorted((SHARED / "corpus" / "akn").rglob("*.xml")):
        symbol = SYMBOL.search(path.read_text(encoding="utf-8"))
        name = f"{symbol[1].strip().replace('/', '_')}_{FOLDERS[path.parent.name]}" if symbol else ""
        if name in truths:
            named[name] = path
    return named


def judged(group: Group) -> list[str]:
    """The figures of a group, all its paragraphs, numbers and notes together."""
    bench = SHARED / "readbench"
    with tempfile.TemporaryDirectory() as folder:
        outputs, only, report = Path(folder) / "x", Path(folder) / "only", Path(folder) / "report"
        outputs.mkdir()
        for name, path in group.files.items():
            answer = json.dumps(as_json(receive(path.read_bytes(), path.name)))
            (outputs / f"{name}.json").write_text(answer, encoding="utf-8")
        only.write_text("\n".join(f"x/{name}" for name in group.files), encoding="utf-8")
        score: list[str | Path] = [sys.executable, bench / "score.py", bench / "truth" / group.truth, folder]
        score += ["--only", only]
        subprocess.run([*score, "--quiet", "--json", report], check=True, capture_output=True)
        total = json.loads(report.read_text(encoding="utf-8"))["totals"]["all"]
    return ["–" if total[name] is None else f"{total[name]:.3f}" for name in FIGURES]


def flat_texts() -> str:
    """How many Word files print as another reader prints them, before and after their tracked changes."""
    judge = module_at(SHARED / "oracle" / "redline_oracle.py")
    same, refused = 0, 0
    other: list[str] = []
    for path in word_files():
        data = path.read_bytes()
        try:
            finals, originals = receive(data, path.name, FINAL), receive(data, path.name, ORIGINAL)
            expected = [judge.show_texts(path, side).rstrip("\n") for side in ("new", "base")]
        except (ReadingError, judge.UnusableInput):
            refused += 1
            continue
        printed = [as_flat_text(one.drafts[0]).rstrip("\n") for one in (finals, originals)]
        same += printed == expected
        other += [path.name] if printed != expected else []
    told = f" ({', '.join(other)})" if other else ""
    return f"{same} the same, {len(other)} others{told}, {refused} refused by either"


def word_files() -> list[Path]:
    corpus = SHARED / "corpus"
    return sorted([*(corpus / "word_files").rglob("*.docx"), *(corpus / "word_official").iterdir()])


def sources() -> list[Path]:
    """What is damaged: files of every format."""
    corpus, inputs = SHARED / "corpus", SHARED / "readbench" / "inputs"
    wanted = (".docx", ".odt", ".rtf", ".html", ".pdf", ".xml", ".txt")
    pools = [corpus / "word_files", inputs / "odt", inputs / "rtf", inputs / "html", inputs / "pdf", inputs / "txt"]
    found = [path for pool in pools for path in sorted(pool.rglob("*")) if path.suffix in wanted]
    return [
        *found,
        *sorted((corpus / "akn").rglob("*.xml"))[::10],
        *sorted((corpus / "word_official").iterdir())[::5],
    ]


def module_at(location: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location(location.stem, location)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[location.stem] = module
    specification.loader.exec_module(module)
    return module
