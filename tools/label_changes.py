"""Draws changes from real texts for a person to label, keeps the labels, and prints the confusion table.

    python tools/label_changes.py draw FOLDER [--seed N]     a print for reading, and the places of the changes
    python tools/label_changes.py draw-small FOLDER          the same for numbers and the setting of letters
    python tools/label_changes.py keep FOLDER LABELS         adds the labels ("17 substance" a line) to the table
    python tools/label_changes.py table                      what was read against what is told, both halves

The print hides the class that the program tells; the definitions to label by are in docs/classes.md. The draw takes
changes of every class told, evenly from the resolutions and topics, so that rare classes are seen as well.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from draftdesk.aligning.table import align
from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.alignment import Shape
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeClass
from draftdesk.model.paragraph import OBJECT, Span
from draftdesk.wording.openings import find_opening
from labelled_changes import (
    COLUMNS,
    LONGEST_RUN,
    Labelled,
    accuracy,
    as_line,
    as_table,
    confusion,
    digest_of,
    draft_in,
    halves,
    kept,
    paragraphs_in,
    places_of,
    wordings_of,
)
from small_changes import small_changes

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
TABLE = ROOT / "tests" / "comparing" / "labelled_changes.tsv"
OPENING = "opening"
WANTED = {
    ChangeClass.SUBSTANCE: 130,
    ChangeClass.STRENGTH: 30,
    ChangeClass.TECHNICAL: 90,
    ChangeClass.EDITORIAL: 80,
    ChangeClass.NOISE: 15,
    OPENING: 40,
}
"""How many are drawn of each class told, and of changes of an opening that are not told as strength."""

WANTED_SMALL = {"number number": 40, "number noise": 10, "setting format": 40, "setting not told": 30}
"""The same of numbers and of letters that are set otherwise, by what is told of them."""

CHAINS, TOPICS = 24, 29
AROUND = 90
"""Characters of context on each side of a change."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", choices=("draw", "draw-small", "keep", "table"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("labels", nargs="?", type=Path)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    if options.work == "draw":
        draw(options.folder, random.Random(options.seed))
    elif options.work == "draw-small":
        draw_small(options.folder, random.Random(options.seed))
    elif options.work == "keep":
        keep(options.folder, options.labels)
    else:
        print_tables()
    return 0


def steps() -> Iterator[tuple[str, str]]:
    """Pairs of files, each with the next of its resolution or topic; chains of three first."""
    folders = sorted((CORPUS / "chains").glob("RES_*"), key=lambda one: (-len(list(one.glob("*.txt"))), one.name))
    for folder in folders[:CHAINS]:
        yield from pairwise(_named(folder.glob("*.txt")))
    for topic in sorted((CORPUS / "akn").iterdir())[:TOPICS]:
        files = sorted((topic / "english").glob("*.xml"), key=lambda file: session_of(file.name))
        yield from pairwise(_named(files))


def _named(files: Iterator[Path] | Sequence[Path]) -> list[str]:
    names = [file.relative_to(CORPUS).as_posix() for file in files]
    return names if names and names[0].startswith("akn") else sorted(names)


def session_of(name: str) -> int:
    found = re.search(r"(?<!\d)(7\d)_", name)
    return int(found[1]) if found else 0


def changes_of(old_file: str, new_file: str) -> Iterator[tuple[str, Labelled]]:
    """Every change between paragraphs that answer each other, with what it is drawn as."""
    old, new = draft_in(CORPUS, old_file), draft_in(CORPUS, new_file)
    place = [{index: k for k, index in enumerate(draft.visible)} for draft in (old, new)]
    for row in align([old, new], Shape.PAIR).rows:
        sides = [[places[i] for i in cell if i in places] for places, cell in zip(place, row.cells, strict=True)]
        if not all(is_short_run(side) for side in sides):
            continue
        a = PARAGRAPH_BREAK.join(old.paragraphs[i].text for i in row.cells[0])
        b = PARAGRAPH_BREAK.join(new.paragraphs[i].text for i in row.cells[1])
        for change in changes_between(a, b, new.language):
            stratum = OPENING if is_of_opening(change, a, b) else change.change_class
            yield stratum, Labelled(old_file, new_file, digest_of(a), digest_of(b), *places_of(change, a, b))


def is_short_run(places: Sequence[int]) -> bool:
    """Whether a cell holds neighbours alone, and few of them; an empty one does not."""
    return 0 < len(places) <= LONGEST_RUN and places[-1] - places[0] + 1 == len(places)


def is_of_opening(change: Change, old: str, new: str) -> bool:
    """Whether a change lies in the words that open its paragraph and is not told as one of strength."""
    if change.change_class in (ChangeClass.STRENGTH, ChangeClass.NOISE):
        return False
    openings = find_opening(old), find_opening(new)
    places = change.old, change.new
    return any(one and place.start < one.span.end for one, place in zip(openings, places, strict=True))


def draw(folder: Path, chance: random.Random) -> None:
    """Writes places.tsv and reading.txt; says how many changes of each class there are in all."""
    drawn = drawn_by(changes_of, WANTED, chance)
    write_draw(folder, drawn, [shown(one) for one in drawn])


def drawn_by(
    changes: Callable[[str, str], Iterator[tuple[str, Labelled]]], wanted: Mapping[str, int], chance: random.Random
) -> list[Labelled]:
    """What is drawn of each stratum, in an order of chance."""
    found: dict[str, dict[str, list[Labelled]]] = defaultdict(lambda: defaultdict(list))
    for old_file, new_file in steps():
        for stratum, one in changes(old_file, new_file):
            found[stratum][one.text_family].append(one)
    print({stratum: sum(map(len, families.values())) for stratum, families in found.items()})
    drawn: list[Labelled] = []
    for stratum, most in wanted.items():
        drawn += evenly(found[stratum], most, chance)
    chance.shuffle(drawn)
    return drawn


def write_draw(folder: Path, drawn: Sequence[Labelled], prints: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(COLUMNS), *map(as_line, drawn)]
    (folder / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = "\n".join(f"{number}. {one}" for number, one in enumerate(prints, 1))
    (folder / "reading.txt").write_text(text + "\n", encoding="utf-8")


def draw_small(folder: Path, chance: random.Random) -> None:
    """The same for numbers of paragraphs and the setting of letters."""
    drawn = drawn_by(small_changes_of, WANTED_SMALL, chance)
    write_draw(folder, drawn, list(map(small_shown, drawn)))


def small_changes_of(old_file: str, new_file: str) -> Iterator[tuple[str, Labelled]]:
    """Numbers that differ and letters set otherwise, in paragraphs whose text occurs once, with their strata."""
    old, new = draft_in(CORPUS, old_file), draft_in(CORPUS, new_file)
    for told, what, i, j, change in small_changes(old, new):
        a, b = old.paragraphs[i].text, new.paragraphs[j].text
        places = places_of(change, a, b) if change else (Span(0, 0), Span(0, 0))
        one = Labelled(old_file, new_file, digest_of(a), digest_of(b), *places, what)
        if digest_of(a) in paragraphs_in(CORPUS, old_file) and digest_of(b) in paragraphs_in(CORPUS, new_file):
            yield f"{what} {told}", one


def small_shown(one: Labelled) -> str:
    """Both paragraphs with their numbers, or the letters in place with how they are set."""
    sides = ((one.old_file, one.old_digest, one.old), (one.new_file, one.new_digest, one.new))
    lines = []
    for file, digest, place in sides:
        paragraph = draft_in(CORPUS, file).paragraphs[paragraphs_in(CORPUS, file)[digest]]
        letters = [at for at, sign in enumerate(paragraph.text) if sign.isalnum()][place.start : place.end]
        start, end = (letters[0], letters[-1] + 1) if letters else (0, 0)
        marks = {
            mark.value
            for run in paragraph.runs_in_text()
            if run.span.start < end and run.span.end > start
            for mark in run.marks
        }
        before, after = paragraph.text[max(0, start - 40) : start], paragraph.text[end : end + 50]
        text = f"{before}[{paragraph.text[start:end]}]{after}"
        lines.append(f"{paragraph.kind.value} {paragraph.number!r} {text} {sorted(marks) if letters else ''}")
    return f"{one.what}: " + "\n      ".join(lines).replace(OBJECT, "°")


def evenly(families: dict[str, list[Labelled]], wanted: int, chance: random.Random) -> list[Labelled]:
    """One of each family in turn, drawn by chance, until there are enough."""
    left = {name: chance.sample(ones, len(ones)) for name, ones in sorted(families.items())}
    drawn: list[Labelled] = []
    while len(drawn) < wanted and any(left.values()):
        for ones in left.values():
            if ones and len(drawn) < wanted:
                drawn.append(ones.pop())
    return drawn


def shown(one: Labelled) -> str:
    """The change in its context: [-gone-]{+come+}, and how the paragraph begins."""
    wordings = wordings_of(one, CORPUS)
    assert wordings is not None, one
    old, new = wordings
    change = next(each for each in changes_between(old, new) if places_of(each, old, new) == (one.old, one.new))
    before = new[max(0, change.new.start - AROUND) : change.new.start]
    after = new[change.new.end : change.new.end + AROUND]
    head = "" if change.new.start <= AROUND else f"<{new[:40]} ...> "
    text = f"{head}{before}[-{change.old.of(old)}-]{{+{change.new.of(new)}+}}{after}"
    return text.replace("\n", "\\n").replace(PARAGRAPH_BREAK, " ¶ ").replace(OBJECT, "°")


def keep(folder: Path, labels: Path) -> None:
    """Adds what was labelled to the table; a number without a label is left out."""
    places = (folder / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    lines = []
    for line in labels.read_text(encoding="utf-8").splitlines():
        number, _, label = line.strip().partition(" ")
        if number:
            lines.append(places[int(number) - 1].rstrip("\t") + f"\t{ChangeClass(label.strip()).value}")
    before = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    TABLE.write_text("\n".join(["\t".join(COLUMNS), *sorted({*before, *lines})]) + "\n", encoding="utf-8")


def print_tables() -> None:
    labelled = kept(TABLE)
    for name, half in zip(("for tuning", "for reporting"), halves(labelled), strict=True):
        counts = confusion(half, CORPUS)
        kinds = Counter(one.old_file.partition("/")[0] for one in half)
        print(f"{name}: {len(half)} labels ({dict(kinds)}), {counts.total()} found, {accuracy(counts):.3f} right")
        print("\n".join(as_table(counts)))


if __name__ == "__main__":
    raise SystemExit(main())
