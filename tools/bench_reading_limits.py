"""How reading bears damaged files, and its time beside that of the libraries that it rests on."""

from __future__ import annotations

import gc
import io
import runpy
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median

import pypdfium2
from lxml import etree

from draftdesk.errors import ReadingError
from draftdesk.reading.receive import receive
from draftdesk.workbench.worker import Worker

DAMAGING = Path(__file__).resolve().parents[1] / "tests" / "damaging_files.py"
DAMAGED = 300
SEED = 20
MEGABYTE = 1024 * 1024
_TURNS = 16
PAGES = 50


def damaged_files_read(paths: list[Path], count: int) -> str:
    """What became of damaged files in the process that reads for the window; its memory where the system tells."""
    damaged_files = runpy.run_path(str(DAMAGING))["damaged_files"]
    outcomes: Counter[str] = Counter()
    slowest, largest, strange = (0.0, ""), (0, ""), []
    worker = Worker(timeout_seconds=60)
    worker.start()
    worker.read(b"x", "warm")
    try:
        for name, data in damaged_files(paths, SEED, count):
            forget_peak(worker.process_id)
            started = time.perf_counter()
            outcome = outcome_of(worker, data, name)
            slowest = max(slowest, (time.perf_counter() - started, name))
            largest = max(largest, (peak(worker.process_id), name))
            outcomes[outcome if outcome == "read" else "refused"] += 1
            if "\n" in outcome or "Error" in outcome or "unexpectedly" in outcome or "stopped" in outcome:
                strange.append(f"{name}: {outcome}")
    finally:
        worker.close()
    told = "".join(f"\n    {one}" for one in strange)
    return (
        f"{outcomes['read']} read, {outcomes['refused']} refused in a sentence, {len(strange)} strange; slowest "
        f"{slowest[0]:.1f} s ({slowest[1]}), most memory {largest[0] // MEGABYTE} MB ({largest[1]}){told}"
    )


def outcome_of(worker: Worker, data: bytes, name: str) -> str:
    """What became of a file: that it was read, or the sentence of the refusal."""
    try:
        worker.read(data, name)
    except ReadingError as refused:
        return str(refused)
    return "read"


def forget_peak(process: int | None) -> None:
    """From here the system counts the peak of a process's memory anew (Linux)."""
    with suppress(OSError):
        Path(f"/proc/{process}/clear_refs").write_text("5", encoding="ascii")


def peak(process: int | None) -> int:
    """The most memory that a process held, in bytes; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def ratios(corpus: Path) -> Iterator[tuple[str, str]]:
    """Processor time beside that of the bare libraries, the least of many turns each."""
    data = fifty_pages(sorted((corpus / "chains").glob("RES_80_1*/*.pdf")))
    bare, ours = in_turn(lambda: bare_text(data), lambda: receive(data, "x.pdf"))
    yield f"PDF of {PAGES} pages", f"{ours:.2f} s, {ours / bare:.1f} times the bare text of its letters"
    found = []
    for path in sorted((corpus / "word_official").iterdir()):
        content, name = path.read_bytes(), path.name
        found.append(word_ratio(content, name))
    yield "Word files", f"{median(found):.1f} times the bare parse of their parts, at most {max(found):.1f} times"


def word_ratio(content: bytes, name: str) -> float:
    """Both from bytes that were never seen, as packages that were opened lately are known again."""
    bare, ours = in_turn(
        lambda: bare_parse(bytes(bytearray(content))), lambda: receive(bytes(bytearray(content)), name)
    )
    return ours / bare


def in_turn(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The least seconds of both, without the collector, which the command line and the reading process do without."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(_TURNS):
        for work, taken in zip((one, other), seconds, strict=True):
            gc.collect()
            gc.disable()
            started = time.process_time()
            work()
            taken.append(time.process_time() - started)
            gc.enable()
    return min(seconds[0][1:]), min(seconds[1][1:])


def fifty_pages(paths: list[Path]) -> bytes:
    """The first pages of several files as one."""
    whole = pypdfium2.PdfDocument.new()
    for path in paths:
        part = pypdfium2.PdfDocument(path)
        whole.import_pages(part, list(range(min(len(part), PAGES - len(whole)))))
        if len(whole) == PAGES:
            break
    stream = io.BytesIO()
    whole.save(stream)
    return stream.getvalue()


def bare_text(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()


def bare_parse(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                etree.fromstring(content)
