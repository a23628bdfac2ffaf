"""Redlines between the sample drafts, judged by a program that shares nothing with ours."""

import subprocess
import sys

import pytest

from draftdesk.resources import resource
from draftdesk.workbench.compare_files import redline_of_files

PAIRS = [("issued", "zero-draft"), ("issued", "rev1"), ("zero-draft", "rev1"), ("rev1", "issued")]


@pytest.mark.parametrize("pair", PAIRS, ids=" to ".join)
def test_a_redline_of_samples_gives_back_both_texts(shared, tmp_path, pair):
    base, new = (str(resource("samples", f"{name}.docx")) for name in pair)
    redline = tmp_path / "redline.docx"
    redline.write_bytes(redline_of_files([base, new], "Mission of Lacustria", "2026-11-04").data)
    oracle = shared / "oracle" / "redline_oracle.py"
    command = [sys.executable, str(oracle), "check", "--base", base, "--new", new, str(redline)]
    options = ["--xsd", str(shared / "oracle" / "xsd"), "--max-ratio", "1.3"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
