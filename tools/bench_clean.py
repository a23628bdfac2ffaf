"""Clean Word files in six languages and both forms: do they open by the schema, do they read back equal?

    python tools/bench_clean.py [EVERY]

Needs the issued resolutions beside the checkout. EVERY (1) takes each text, 4 one of four. Marks that the form itself
sets (bold titles, italic openings) are left out where the source, an XML file, has none.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import bench_clean_pages
from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_clean import WORD_FORMS, export_clean

SHARED = Path(__file__).resolve().parents[2] / "shared"
LANGUAGES = ("english", "french", "spanish", "russian", "chinese", "arabic")
FIELDS = ("symbol", "organ", "session", "agenda", "title", "sponsors", "date", "language")


@dataclass(frozen=True)
class Source:
    """A set of issued texts; `has_marks`: its files say what is bold and italic."""

    name: str
    pattern: str
    has_marks: bool = False


SOURCES = (
    Source("Word, English", "corpus/word_official/*.DOC", has_marks=True),
    *(Source(f"XML, {language.capitalize()}", f"corpus/akn/*/{language}/*") for language in LANGUAGES),
)


def told(draft: Draft, *, marks: bool) -> list[tuple[object, ...]]:
    """What must be equal of each visible paragraph: kind, level, number, words, marks, notes, place in a table."""
    found: list[tuple[object, ...]] = []
    for one in (draft.paragraphs[index] for index in draft.visible):
        looks = {k: (run.marks, run.link) for run in one.runs_in_text() for k in range(run.span.start, run.span.end)}
        seen = [
            (k, look) for k, look in sorted(looks.items()) if one.text[k].strip("\ufffc \u00a0\n\t") and any(look)
        ]
        notes = [draft.notes_by_id.get((item.kind, item.target)) for item in one.objects_in_text()]
        words = [note.text for note in notes if note is not None]
        place = one.place and (one.place.row, one.place.column, one.place.column_span)
        found.append((one.kind, one.level, one.number, one.text, words, place, seen if marks else None))
    return found


def measured(source: Source, judge: ModuleType, every: int, folder: Path) -> Iterator[str]:
    """A line for each form, and one for each file that is not as it should be."""
    counts = {form: Counter[str]() for form in WORD_FORMS}
    for path in sorted(SHARED.glob(source.pattern))[::every]:
        draft = _with_public_links(receive(path.read_bytes(), path.name).drafts[0])
        for form, count in counts.items():
            count["files"] += 1
            exported = folder / "clean.docx"
            exported.write_bytes(export_clean(draft, form))
            failed = judge.lint(exported, xsd=SHARED / "oracle" / "xsd").failed
            again = receive(write_clean(draft, form), "clean.docx").drafts[0]
            equal = told(again, marks=source.has_marks) == told(draft, marks=source.has_marks)
            other = [field for field in FIELDS if getattr(again, field) != getattr(draft, field)]
            count["by the schema"] += not failed
            count["equal"] += equal
            count["same particulars"] += not other
            if failed or not equal or other:
                yield f"    {path.name} {form}: {failed or ''} {'' if equal else 'other words'} {other or ''}"
    for form, count in counts.items():
        figures = ", ".join(f"{name} {count[name]}" for name in ("by the schema", "equal", "same particulars"))
        yield f"  {source.name}, {WORD_FORMS[form]}: files {count['files']}, {figures}"


def _with_public_links(draft: Draft) -> Draft:
    """The draft without links into the computer of its writer, which a clean file does not carry."""
    kept = ("https://", "http://", "mailto:")
    paragraphs = tuple(
        replace(one, runs=tuple(replace(r, link=r.link if r.link.startswith(kept) else "") for r in one.runs))
        for one in draft.paragraphs
    )
    return replace(draft, paragraphs=paragraphs)


def _judge() -> ModuleType:
    location = SHARED / "oracle" / "redline_oracle.py"
    specification = importlib.util.spec_from_file_location("redline_judge", location)
    if specification is None or specification.loader is None:
        raise FileNotFoundError(location)
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


def report(every: int = 1) -> None:
    """Print the figures of all sources."""
    print("Clean Word files, exported, held against the schema, read back:")
    judge = _judge()
    with TemporaryDirectory() as folder:
        for source in SOURCES:
            for line in measured(source, judge, every, Path(folder)):
                print(line, flush=True)


def main(words: Sequence[str]) -> int:
    every = int(words[0]) if words else 1
    report(every)
    bench_clean_pages.report(every)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
