"""What tests of reading share: the judge of read texts."""

import json
import subprocess
import sys

import pytest

from draftdesk.reading.receive import receive
from draftdesk.workbench.print_draft import as_json


@pytest.fixture
def judged_reading(shared, tmp_path, record_figures):
    """The figures of readbench over the inputs of a format, or over `named` files by the names of their truths."""

    def judged(file_format, truth="word", named=None):
        bench = shared / "readbench"
        outputs = tmp_path / "outputs" / file_format
        outputs.mkdir(parents=True)
        named = named or {path.stem: path for path in sorted((bench / "inputs" / file_format).iterdir())}
        for name, path in named.items():
            described = as_json(receive(path.read_bytes(), path.name))
            (outputs / f"{name}.json").write_text(json.dumps(described), encoding="utf-8")
        only = tmp_path / "only.txt"
        only.write_text("\n".join(f"{file_format}/{name}" for name in named))
        figures = tmp_path / "figures.json"
        score = [sys.executable, bench / "score.py", bench / "truth" / truth, outputs.parent, "--only", only]
        subprocess.run([*score, "--quiet", "--json", figures], capture_output=True, check=True)
        total = json.loads(figures.read_text(encoding="utf-8"))["totals"]["all"]
        names = ("bound_f1", "kind", "number", "note_text", "note_mark", "missing", "extra", "title", "symbol")
        means = {name: total[name] for name in names}
        record_figures(f"readbench {file_format}", means)
        return means

    return judged
