"""One text read from two sources: all that a comparison shows is a fault of reading, or what a source really lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from draftdesk.model.alignment import Shape
from draftdesk.model.change import ChangeClass
from draftdesk.model.draft import Draft
from draftdesk.reading.receive import receive
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.export_clean import export_clean


def pairs_of_one_text(shared: Path) -> Iterator[tuple[str, str]]:
    """(what was compared, what showed) for each kind of pair."""
    official = sorted((shared / "corpus" / "word_official").iterdir())
    received = [receive(path.read_bytes(), path.name) for path in official]
    named = sum(bool(one.drafts[0].symbol and one.drafts[0].title) for one in received)
    warned = sum(bool(one.warnings) for one in received)
    drafts = {path.stem: one.drafts[0] for path, one in zip(official, received, strict=True)}
    yield f"{len(official)} official files", f"{named} with symbol and title, {warned} with warnings"
    clean = [(draft, draft_of(export_clean(draft), "clean.docx")) for draft in drafts.values()]
    yield "official files against their clean exports", shown_by(clean)
    for suffix in ("pdf", "txt"):
        paths = sorted((shared / "readbench" / "inputs" / suffix).iterdir())
        yield f"official files against .{suffix}", shown_by([(drafts[p.stem], draft_at(p)) for p in paths])
    for language in ("en", "fr", "es", "ru", "ar", "zh"):
        paths = sorted((shared / "readbench" / "inputs" / "made" / "pdf").glob(f"*_{language}.pdf"))
        words = [shared / "readbench" / "inputs" / "made" / "docx" / f"{path.stem}.docx" for path in paths]
        made = [(draft_at(word), draft_at(path)) for word, path in zip(words, paths, strict=True)]
        yield f"made .docx against .pdf, {language}", shown_by(made)
    for what, steps in (("steps but the last", slice(None, -1)), ("the last step", slice(-1, None))):
        extracted = []
        for folder in sorted((shared / "corpus" / "extraction_variants").iterdir()):
            read = [draft_at(path) for path in sorted(folder.iterdir())]
            extracted += list(pairwise(read))[steps]
        yield f"one text by several programs, {what}", shown_by(extracted)


def shown_by(pairs: list[tuple[Draft, Draft]]) -> str:
    """The changes that comparisons show, by class."""
    classes: Counter[str] = Counter()
    changed = 0
    for pair in pairs:
        comparison = prepare(pair, Shape.PAIR)
        found = [
            change.change_class
            for row in range(len(comparison.table.rows))
            for change in comparison.changes(row, 0, 1)
            if change.change_class is not ChangeClass.NOISE
        ]
        changed += bool(found)
        classes.update(one.value for one in found)
    told = ", ".join(f"{count} {name}" for name, count in classes.most_common()) or "nothing"
    return f"{told} (in {changed} of {len(pairs)})"


def draft_at(path: Path) -> Draft:
    return draft_of(path.read_bytes(), path.name)


def draft_of(data: bytes, name: str) -> Draft:
    return receive(data, name).drafts[0]
