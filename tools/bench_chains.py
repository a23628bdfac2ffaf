"""What became of real texts from step to step: how many paragraphs by relation, and by their gravest change.

    python tools/bench.py chains [NAME ...] [--rows]

Ten resolutions of the eightieth session from tabled draft to adoption, the longest chains first (texts that a
program took from PDF files), then ten topics through the sessions 75, 76 and 77 (Akoma Ntoso). NAME: only those whose
folder's name begins so, of all that are there. `--rows` prints each row that is not unchanged below its step, for
reading by eye: relation, confidence, gravest change, and both paragraphs.
The files lie beside a development checkout, not in the project.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_rollover import session_of
from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import Relation, Shape
from draftdesk.model.change import ChangeClass
from draftdesk.workbench.files import load

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SHOWN = 10
NAME_WIDTH = 40
CLASSES = (ChangeClass.SUBSTANCE, ChangeClass.STRENGTH, ChangeClass.TECHNICAL, ChangeClass.EDITORIAL)
ON_ONE_SIDE = (Relation.DELETED, Relation.INSERTED)


def main(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="bench chains", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="how the name of a folder begins")
    parser.add_argument("--rows", action="store_true", help="print the rows that are not unchanged")
    options = parser.parse_args(words)
    if not CORPUS.is_dir():
        print("There are no chains beside this checkout.")
        return 0
    heads = ["chain", "step", *(one.value.replace("_", " and ") for one in Relation), *(one.value for one in CLASSES)]
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    for name, files in chosen(options.names):
        drafts = [load(str(path)).draft for path in files]
        comparison = compare(drafts, align(drafts, Shape.CHAIN))
        for step in range(len(files) - 1):
            figures = " | ".join(str(figure) for figure in figures_of(comparison, step))
            print(f"| {'' if step else name[:NAME_WIDTH]} | {step + 1} | {figures} |", flush=True)
            if options.rows:
                print_rows(comparison, step)
    return 0


def chosen(names: Sequence[str]) -> Iterator[tuple[str, list[Path]]]:
    """The chains and topics with their files, oldest first."""
    chains = [(folder.name, sorted(folder.glob("*.txt"))) for folder in sorted((CORPUS / "chains").glob("RES_*"))]
    chains.sort(key=lambda chain: -len(chain[1]))
    topics = [
        (topic.name, sorted((topic / "english").iterdir(), key=session_of))
        for topic in sorted((CORPUS / "akn").iterdir())
    ]
    if names:
        yield from (one for one in (*chains, *topics) if one[0].startswith(tuple(names)) and len(one[1]) > 1)
    else:
        yield from (*chains[:SHOWN], *topics[:SHOWN])


def figures_of(comparison: Comparison, step: int) -> list[int]:
    """Rows of a step by relation, then those present on both sides by their gravest change."""
    old, new = comparison.table.steps()[step]
    rows = [(row, relation) for row, one in enumerate(comparison.table.rows) if (relation := one.relations[step])]
    relations = Counter(relation for _, relation in rows)
    classes = Counter(comparison.gravity(row, old, new) for row, relation in rows if relation not in ON_ONE_SIDE)
    return [*(relations[one] for one in Relation), *(classes[one] for one in CLASSES)]


def print_rows(comparison: Comparison, step: int) -> None:
    old, new = comparison.table.steps()[step]
    for row, one in enumerate(comparison.table.rows):
        relation = one.relations[step]
        gravest = comparison.gravity(row, old, new) if relation and relation not in ON_ONE_SIDE else None
        if relation is None or (relation is Relation.UNCHANGED and gravest not in CLASSES):
            continue
        print(f"\n  {relation.value} {one.confidence:.2f} {gravest.value if gravest else ''}")
        for sign, column in (("-", old), ("+", new)):
            for paragraph in comparison.paragraphs(row, column):
                print(f"  {sign} {paragraph.kind.value} {paragraph.number or ''} {' '.join(paragraph.text.split())}")
    print()
