"""Draws the pictures of the README and the documents, with the sample drafts in the window.

python tools/make_screenshots.py [FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from draftdesk.resources import resource

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
PROPOSALS = ("altamere", "belmarine", "corrovia", "estermark", "norvane", "tessany")
PICTURES: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "columns.png": (("issued.docx", "zero-draft.docx", "rev1.docx"), ["--at", "change:30"]),
    "french.png": (("issued.docx", "rev1.docx"), ["--at", "change:9", "--size", "1280x720", "--lang", "fr"]),
    "matrix.png": (
        ("rev1.docx", *(f"proposals/{name}.docx" for name in PROPOSALS)),
        ["--view", "sheet", "--at", "change:4", "--size", "1600x900"],
    ),
    "proposals.png": (
        ("rev1.docx", *(f"proposals/{name}.docx" for name in PROPOSALS)),
        ["--at", "change:3", "--size", "1600x800", "--theme", "dark"],
    ),
}


def main(words: list[str]) -> int:
    if words and words[0].startswith("-"):
        print(__doc__)
        return 0
    folder = Path(words[0]) if words else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, (drafts, options) in PICTURES.items():
        out = folder / name
        files = [str(resource("samples", *draft.split("/"))) for draft in drafts]
        command = [sys.executable, "-m", "draftdesk", "shot", *files, *options, "-o", str(out), "--force"]
        status = subprocess.call(command)
        if status:
            return status
        print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
