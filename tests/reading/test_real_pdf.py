"""Real PDF files: what a reader annotated by hand, and Word files against their own prints."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest

from draftdesk.model.draft import Draft
from draftdesk.reading.receive import receive
from draftdesk.workbench.print_draft import as_json

FLOORS = {
    "hand": (
        "inputs/hand/*.pdf",
        {"bound_f1": 0.995, "kind": 1.0, "number": 1.0, "note_text": 1.0, "note_mark": 1.0},
    ),
    "word": (
        "inputs/pdf/*.pdf",
        {"bound_f1": 1.0, "kind": 0.995, "number": 0.99, "note_text": 0.99, "note_mark": 0.99},
    ),
    "made": ("inputs/made/pdf/A_RES_77_2*.pdf", {"bound_f1": 0.99, "kind": 0.99, "number": 0.99, "note_text": 0.99}),
}


def draft_of(path: Path) -> Draft:
    return receive(path.read_bytes(), path.name).drafts[0]


@pytest.mark.parametrize("truth", FLOORS)
def test_paragraphs_kinds_numbers_and_notes_are_right(shared, tmp_path, record_figures, truth):
    inputs, floors = FLOORS[truth]
    bench, outputs, figures = shared / "readbench", tmp_path / "outputs", tmp_path / "figures.json"
    (outputs / "pdf").mkdir(parents=True)
    paths = sorted(bench.glob(inputs))
    for path in paths:
        described = as_json(receive(path.read_bytes(), path.name))
        (outputs / "pdf" / f"{path.stem}.json").write_text(json.dumps(described), encoding="utf-8")
    (tmp_path / "only").write_text("\n".join(f"pdf/{path.stem}" for path in paths), encoding="utf-8")
    score = [sys.executable, bench / "score.py", bench / "truth" / truth, outputs, "--only", tmp_path / "only"]
    subprocess.run([*score, "--quiet", "--json", figures], capture_output=True, check=True)
    documents = json.loads(figures.read_text(encoding="utf-8"))["documents"]
    means = {
        name: sum(known) / len(known)
        for name in floors
        if (known := [one[name] for one in documents if one[name] is not None])
    }
    record_figures(f"readbench {truth}, PDF", means)
    assert {name: value for name, value in means.items() if value < floors[name]} == {}


def test_a_word_file_and_its_print_are_read_as_the_same_draft(shared, record_figures):
    def flat(text: str) -> str:
        return re.sub(r"\s+", " ", text.replace("\u2011", "-").replace("\u200e", "")).strip()

    def shown(draft: Draft) -> tuple[object, ...]:
        paragraphs = [(p.kind, p.number, flat(p.text)) for p in draft.paragraphs if not p.is_hidden]
        notes = [(note.mark, flat(note.text)) for note in draft.notes if note.mark]
        front = (draft.symbol, draft.organ, draft.session, flat(draft.agenda), flat(draft.title), draft.language)
        return (paragraphs, notes, front)

    prints = sorted((shared / "readbench" / "inputs" / "pdf").glob("*.pdf"))
    words = {path.stem: path for path in (shared / "corpus" / "word_official").iterdir()}
    different = [path.stem for path in prints if shown(draft_of(path)) != shown(draft_of(words[path.stem]))]
    record_figures("Word file and its print", {"equal": 1 - len(different) / len(prints)})
    assert different == []


def test_nothing_of_the_text_layer_is_lost(shared):
    def letters(text: str) -> list[str]:
        return sorted(character for character in text if character.isalnum())

    for path in sorted((shared / "corpus" / "chains").glob("RES_80_15[03]_*/*.pdf")):
        received = receive(path.read_bytes(), path.name)
        if received.warnings:
            continue  # letters were put right
        draft = received.drafts[0]
        read = "".join(paragraph.flat_text() for paragraph in draft.paragraphs)
        notes = "".join(note.mark + note.text for note in draft.notes)
        with pypdfium2.PdfDocument(path) as document:
            shown = "".join(page.get_textpage().get_text_range() for page in document)
        assert letters(read + notes) == letters(shown), path.name


def test_letters_that_a_real_file_stores_wrongly_are_read_as_printed_and_said(shared):
    (path,) = (shared / "corpus" / "chains").glob("RES_80_135_*/03_*.pdf")
    received = receive(path.read_bytes(), path.name)
    text = " ".join(paragraph.text for paragraph in received.drafts[0].paragraphs)
    assert "maoor" not in text
    assert "hosted by Tajikistan" in text
    assert [said.code for said in received.warnings] == ["letters_corrected"]


def test_twenty_pages_are_read_in_well_under_a_second(shared, machine_factor, record_figures):
    (path,) = (shared / "corpus" / "chains").glob("RES_80_150_*/03_*.pdf")
    data = path.read_bytes()
    receive(data, path.name)
    begin = time.process_time()
    receive(data, path.name)
    seconds = time.process_time() - begin
    record_figures("PDF of 18 pages", {"seconds": seconds})
    assert seconds < 0.8 * machine_factor
