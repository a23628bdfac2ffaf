"""The whole of aligning and comparing against cases whose truth is known; the figures are printed."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

from draftdesk.model.alignment import Shape
from draftdesk.workbench.align_texts import align_text_files

FLOORS = {
    "hard F1": 0.985,
    "moves F1": 0.925,
    "split and merge F1": 0.97,
    "relations": 0.985,
    "further links F1": 0.99,
}
CEILINGS = {"marked": 1.08, "redline": 1.06, "confetti": 0.002, "edges in words": 0.002, "noise shown": 0.005}


@pytest.mark.timeout(300)
def test_known_cases_come_out_right(shared, tmp_path, record_figures):
    bench = shared / "truthbench"
    seconds = 0.0
    for folder in sorted((bench / "check").iterdir()):
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        texts = [(name, (folder / name).read_text(encoding="utf-8")) for name in truth["versions"]]
        start = time.perf_counter()
        answer = align_text_files(texts, Shape(truth["shape"]))
        seconds += time.perf_counter() - start
        (tmp_path / f"{folder.name}.json").write_text(json.dumps(answer), encoding="utf-8")
    report = tmp_path / "report" / "report.json"
    report.parent.mkdir()
    done = subprocess.run(
        [sys.executable, "score.py", "check", str(tmp_path), "--json", str(report)],
        cwd=bench,
        capture_output=True,
        text=True,
        check=False,
    )
    figures = figures_of(json.loads(report.read_text(encoding="utf-8"))["total"])
    record_figures("truthbench check", {**figures, "seconds": seconds})
    assert done.returncode == 0, done.stdout + done.stderr
    missed = {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor}
    missed |= {name: figures[name] for name, ceiling in CEILINGS.items() if figures[name] > ceiling}
    assert missed == {}


def figures_of(total: dict) -> dict[str, float]:
    return {
        "F1": total["links"]["f1"],
        "hard F1": total["hard_links"]["f1"],
        "moves F1": total["moves"]["f1"],
        "split and merge F1": total["split_merge"]["f1"],
        "relations": total["relation_accuracy"],
        "further links F1": total["further_links"]["f1"],
        "marked": total["marked_ratio"],
        "redline": total["redline_ratio"],
        "confetti": total["confetti_per_pair"],
        "edges in words": total["in_word_per_pair"],
        "noise shown": total["noise_shown"],
        "broken": total["diff_broken"],
    }
