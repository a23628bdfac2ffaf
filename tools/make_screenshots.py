"""Draws the pictures of the README and the documents, with the sample drafts in the window.

python tools/make_screenshots.py [FOLDER]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from draftdesk.resources import resource

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
DRAFTS = ("issued.docx", "zero-draft.docx", "rev1.docx")
PICTURES = {"columns.png": ["--at", "change:30", "--size", "1600x1000"]}


def main(words: list[str]) -> int:
    folder = Path(words[0]) if words else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    files = [str(resource("samples", name)) for name in DRAFTS]
    for name, options in PICTURES.items():
        out = folder / name
        command = [sys.executable, "-m", "draftdesk", "shot", *files, *options, "-o", str(out), "--force"]
        status = subprocess.call(command)
        if status:
            return status
        print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
