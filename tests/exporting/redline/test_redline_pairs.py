"""Redlines between official files and edited copies of them, whose edits are known to the judge."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PAIRS = 20
MOST_MARKED = 1.15
"""Marked characters over the least that the edits need."""


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("pairs")
    bases = sorted((shared / "corpus" / "word_official").glob("*.DOC"))[::3][:PAIRS]
    made = [sys.executable, shared / "oracle" / "make_pairs.py", folder, *bases, "--profile", "cycle"]
    subprocess.run(made, check=True, capture_output=True)
    compare = f"{sys.executable} -m draftdesk compare {{base}} {{new}} -o {{out}} --force --quiet"
    pairs = sorted(path for path in folder.iterdir() if path.is_dir())
    assert len(pairs) == PAIRS
    judged = [
        sys.executable,
        shared / "oracle" / "score_redline.py",
        "--json",
        "--command",
        compare,
        "--pairs",
        *pairs,
    ]
    printed = subprocess.run(judged, check=False, capture_output=True, text=True).stdout
    found: list[dict[str, Any]] = json.loads(printed)
    return found


def test_every_redline_is_exact_and_sound(scores):
    assert {one["name"]: one["failed"] for one in scores if one["failed"]} == {}


def test_little_more_is_marked_than_the_edits_need(scores, record_figures):
    ratios = {one["name"]: one["edit_chars"] / one["minimum"] for one in scores}
    whole = sum(one["edit_chars"] for one in scores) / sum(one["minimum"] for one in scores)
    moves = sum(one["moves_right"] for one in scores) / sum(one["moves_true"] for one in scores)
    record_figures("redlines of twenty pairs", {"marked": whole, "most": max(ratios.values()), "moves found": moves})
    assert {name: ratio for name, ratio in ratios.items() if ratio > MOST_MARKED} == {}


def test_moves_are_shown_as_moves(scores):
    assert [one["name"] for one in scores if one["moves_right"] < one["moves_true"] or one["moves_unpaired"]] == []


def test_what_nobody_edited_is_as_it_was(scores):
    assert [one["name"] for one in scores if one["parts_changed"] or one["notes_lost"]] == []
    assert sum(one["kept"] for one in scores) >= 0.99 * sum(one["untouched"] for one in scores)
