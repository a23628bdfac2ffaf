"""Clean Word files beside the issued ones, both laid out by LibreOffice: how far apart does each kind stand?

    python tools/bench_clean_pages.py [EVERY]

Needs LibreOffice and the issued resolutions beside the checkout. A line for each kind: how many of its paragraphs
have each measure within half a point, then every paragraph that has not. Paragraphs whose lines break at other words,
because somebody squeezed their letters by hand, are counted and not measured.
"""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Final

from draftdesk.exporting.clean.word import write_clean
from draftdesk.reading.receive import receive

OFFICIAL: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "word_official"
HALF_A_POINT: Final = 0.5
_AT_ONCE: Final = 10
_BY_HAND: Final = {"page number"}
"""The page number stands beside a job number of changing height."""


Apart = Mapping[tuple[str, str], Sequence[tuple[float, str]]]
"""For each kind and measure, how many points each paragraph stands apart, and which it is."""


def _measuring() -> ModuleType:
    """The measures that the tests use, too."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
    return importlib.import_module("measuring_pages")


def measured(files: Sequence[Path], soffice: str, folder: Path) -> tuple[Apart, str]:
    """All files laid out twice and held against each other; how many paragraphs were."""
    measuring = _measuring()
    found = measuring.Differences()
    for number in range(0, len(files), _AT_ONCE):
        some = files[number : number + _AT_ONCE]
        drafts = {file.stem: receive(file.read_bytes(), file.name).drafts[0] for file in some}
        made = {
            "issued": {file.stem: measuring.without_compatibility_mode(file.read_bytes()) for file in some},
            "clean": {stem: write_clean(draft, issued=True) for stem, draft in drafts.items()},
        }
        pages = {}
        for name, files_of in made.items():
            written = _written(folder / f"{name}-{number}", files_of)
            pages[name] = measuring.converted(soffice, folder / f"{name}-{number}-p", folder / "profile", *written)
        for file in some:
            both = (pages["issued"][file.stem], pages["clean"][file.stem])
            measuring.compare_pages(*both, drafts[file.stem], measuring.spaced_by_hand(file.read_bytes()), found)
            measuring.compare_notes(*both, drafts[file.stem], found)
            measuring.compare_margins(*both, drafts[file.stem], found)
    counts = (
        f"measured {found.measured}, broken at other words {found.broken_elsewhere}, "
        f"on two pages {found.not_found} (paragraphs and notes)"
    )
    return found.found, counts


def _written(folder: Path, made: Mapping[str, bytes]) -> list[Path]:
    folder.mkdir()
    for stem, data in made.items():
        (folder / f"{stem}.docx").write_bytes(data)
    return sorted(folder.iterdir())


def told(apart: Apart) -> Iterator[str]:
    """A line a kind, then one for each paragraph that stands apart."""
    for kind in sorted({kind for kind, _ in apart} - _BY_HAND):
        shares = [
            f"{measure} {sum(points <= HALF_A_POINT for points, _ in every)}/{len(every)}"
            for (of, measure), every in sorted(apart.items())
            if of == kind
        ]
        yield f"  {kind}: {', '.join(shares)}"
    for (kind, measure), every in sorted(apart.items()):
        for points, place in every:
            if points > HALF_A_POINT and kind not in _BY_HAND:
                yield f"    {kind}, {measure}: {points:.1f} {' '.join(place.split())}"


def report(every: int = 1) -> None:
    """Print the figures of the issued files."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("Clean Word files on the page: LibreOffice is not there.")
        return
    print("Clean Word files beside the issued ones on the page, within half a point:")
    with TemporaryDirectory() as folder:
        apart, counts = measured(sorted(OFFICIAL.glob("*.DOC"))[::every], soffice, Path(folder))
    print(f"  {counts}")
    for line in told(apart):
        print(line)


def main(words: Sequence[str]) -> int:
    report(int(words[0]) if words else 1)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
