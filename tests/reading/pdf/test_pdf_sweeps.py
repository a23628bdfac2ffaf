"""Letters of a PDF are read alike whether or not arguments can be made ready for its library."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from making_pdf import Sheet, Shown, pdf_file

DRAFT = pdf_file(
    [
        Sheet(
            rules=[(123.0, 90.0, 72.0)],
            pictures=1,
        ).put("1. _Welcomes_ the report{1} of the group – as issued;", 123, 700),
        Sheet([Shown("Written across the page", 300, 300, turned=True)]),
    ]
)
READING = """
import ctypes, json, sys

if sys.argv[2] == "plain":
    made = ctypes.PYFUNCTYPE

    def only_with_types(result, *types):
        if not types:
            raise TypeError("this function needs the types of its arguments")
        return made(result, *types)

    ctypes.PYFUNCTYPE = only_with_types

from draftdesk.reading.pdf import pieces as pdf_pieces

from draftdesk.reading.pdf import sweeps as pdf_sweeps

with open(sys.argv[1], "rb") as file:
    pages = pdf_pieces.pages_of(file.read(), "draft.pdf")
pieces = [
    (piece.text, list(piece.lefts), list(piece.rights), piece.baseline, piece.size, piece.style.is_italic)
    for page in pages
    for piece in page.pieces
]
rules = [(rule.left, rule.bottom, rule.right) for page in pages for rule in page.rules]
print(json.dumps([pdf_sweeps.IS_READY, pieces, rules]))
"""


def read(path: Path, way: str) -> list[object]:
    command = [sys.executable, "-c", READING, str(path), way]
    told: list[object] = json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)
    return told


def test_letters_are_the_same_where_each_call_turns_its_arguments_about(tmp_path):
    path = tmp_path / "draft.pdf"
    path.write_bytes(DRAFT)
    (is_ready, *quickly), (is_plain, *plainly) = read(path, "ready"), read(path, "plain")
    assert (is_ready, is_plain) == (True, False)
    assert plainly == quickly
    assert any("Welcomes" in piece[0] for piece in quickly[0])
