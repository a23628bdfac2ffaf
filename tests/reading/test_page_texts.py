"""Texts that a program took from the PDFs of real resolutions, judged by their Word files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from draftdesk.reading.receive import receive
from draftdesk.workbench.print_draft import as_json


def test_paragraphs_numbers_and_notes_of_24_texts_from_pages(shared, tmp_path, record_figures):
    bench = shared / "readbench"
    texts = sorted((bench / "inputs" / "txt").glob("*.txt"))
    for path in texts:
        answer = as_json(receive(path.read_bytes(), path.name))
        (tmp_path / "txt").mkdir(exist_ok=True)
        (tmp_path / "txt" / f"{path.stem}.json").write_text(json.dumps(answer), encoding="utf-8")
    means = _score(bench, tmp_path, [f"txt/{path.stem}" for path in texts])

    record_figures("readbench txt", means)
    assert means["bound_f1"] >= 0.99
    assert means["kind"] >= 0.97
    assert means["number"] >= 0.95
    assert means["note_text"] >= 0.97


def _score(bench: Path, answers: Path, only: list[str]) -> dict[str, float]:
    (answers / "only").write_text("\n".join(only), encoding="utf-8")
    command = [sys.executable, bench / "score.py", bench / "truth" / "word", answers, "--quiet"]
    command += ["--only", answers / "only", "--json", answers / "scores.json"]
    subprocess.run(command, check=True, capture_output=True)
    documents = json.loads((answers / "scores.json").read_text(encoding="utf-8"))["documents"]
    names = ("bound_f1", "kind", "number", "note_text")
    known = {name: [one[name] for one in documents if one[name] is not None] for name in names}
    return {name: sum(values) / len(values) for name, values in known.items()}
