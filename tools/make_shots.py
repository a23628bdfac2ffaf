"""Draws every state of the window into a folder, with a page that shows them all; the pictures of the guide, too.

python tools/make_shots.py [FOLDER]             the gallery, by default out/shots
python tools/make_shots.py --guide [FOLDER]     the few pictures of docs/guide.md, small
"""

from __future__ import annotations

import html
import itertools
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from draftdesk.resources import resource

ROOT = Path(__file__).resolve().parents[1]
PROPOSALS = tuple(
    f"proposals/{name}.docx" for name in ("altamere", "belmarine", "corrovia", "estermark", "norvane", "tessany")
)
PAIR = ("issued.docx", "rev1.docx")
THREE = ("issued.docx", "zero-draft.docx", "rev1.docx")
MANY = ("rev1.docx", *PROPOSALS)
SIZES = ((1280, 720), (1920, 1080))
THEMES = ("light", "dark")
SCALES = (1, 2)


@dataclass(frozen=True)
class State:
    """A state of the window: the view, where, with which samples; `rolling` adds all proposals in brackets.

    `language` is that of the interface; "" is English.
    """

    name: str
    view: str
    drafts: tuple[str, ...] = ()
    at: str = ""
    rolling: bool = False
    by_author: bool = False
    language: str = ""

    def words(self, rolling: Path) -> list[str]:
        """What `shot` is called with."""
        files = [str(resource("samples", *draft.split("/"))) for draft in self.drafts]
        files += [str(rolling)] if self.rolling else []
        return [*files, "--view", self.view, *self._options()]

    def _options(self) -> list[str]:
        return [
            *(["--at", self.at] if self.at else []),
            *(["--by-author"] if self.by_author else []),
            *(["--lang", self.language] if self.language else []),
        ]


STATES = (
    State("two-columns", "columns", PAIR, "change:12"),
    State("three-columns", "columns", THREE, "change:30"),
    State("inline", "inline", PAIR, "change:20"),
    State("matrix", "matrix", MANY, "change:4"),
    State("sheet", "sheet", MANY, "change:4"),
    State("import", "import", PAIR),
    State("editor", "editor", PAIR, "change:12"),
    State("authors-columns", "columns", ("rev1.docx", *PROPOSALS[:2]), "change:3", by_author=True),
    State("authors-inline", "inline", ("rev1.docx", *PROPOSALS[:2]), "change:3", by_author=True),
    State("authors-sheet", "sheet", MANY, "change:4", by_author=True),
    State("authors-room", "room", ("rev1.docx", *PROPOSALS[:2]), "change:3", by_author=True),
    State("room", "room", PAIR, "change:26"),
    State("room-brackets", "room", ("rev1.docx",), "row:41", rolling=True),
    State("first-page", "columns"),
    State("one-draft", "columns", ("rev1.docx",)),
    State("keys", "keys", PAIR),
    State("error-bar", "error", PAIR),
    *(
        State(f"{name}-{view}", view, drafts, at, language=language)
        for name, language in (("french", "fr"), ("right-to-left", "ar"))
        for view, drafts, at in (
            ("columns", PAIR, "change:12"),
            ("sheet", MANY, "change:4"),
            ("import", PAIR, ""),
            ("editor", PAIR, "change:12"),
            ("room", PAIR, "change:26"),
            ("keys", PAIR, ""),
        )
    ),
)
_BY_NAME = {state.name: state for state in STATES}
GUIDE = {
    "guide-columns": (_BY_NAME["two-columns"], "1280x720", "light"),
    "guide-sheet": (_BY_NAME["sheet"], "1280x720", "light"),
    "guide-room": (_BY_NAME["room-brackets"], "1280x720", "light"),
}


def main(words: list[str]) -> int:
    if words[:1] == ["--guide"]:
        folder = Path(words[1]) if words[1:] else ROOT / "docs" / "images"
        return _drawn(folder, [(f"{name}.png", *one, 1) for name, one in GUIDE.items()])
    folder = Path(words[0]) if words else ROOT / "out" / "shots"
    wanted = [
        (f"{state.name}-{theme}-{width}x{height}@{scale}.png", state, f"{width}x{height}", theme, scale)
        for state, (width, height), theme, scale in itertools.product(STATES, SIZES, THEMES, SCALES)
    ]
    status = _drawn(folder, wanted)
    if not status:
        (folder / "index.html").write_text(page([name for name, *_ in wanted]), encoding="utf-8")
        print(folder / "index.html")
    return status


def _drawn(folder: Path, wanted: list[tuple[str, State, str, str, int]]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        rolling = Path(place) / "rolling.docx"
        base, *others = (str(resource("samples", *draft.split("/"))) for draft in MANY)
        status = _draftdesk("compile", base, *others, "--as", "brackets", "-o", str(rolling))
        for name, state, size, theme, scale in wanted:
            options = ["--size", size, "--theme", theme, "--scale", str(scale)]
            status = status or _draftdesk(
                "shot", *state.words(rolling), *options, "-o", str(folder / name), "--force"
            )
        return status


def _draftdesk(*words: str) -> int:
    return subprocess.call(
        [sys.executable, "-m", "draftdesk", *words],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
    )


def page(names: list[str]) -> str:
    """A page with all pictures, each a link to itself in full."""
    figures = "".join(
        f'<figure><a href="{html.escape(name)}"><img loading="lazy" src="{html.escape(name)}" alt=""></a>'
        f"<figcaption>{html.escape(name.removesuffix('.png'))}</figcaption></figure>"
        for name in names
    )
    style = "body{font:14px sans-serif;background:#777}figure{display:inline-block;margin:8px}img{width:620px}"
    head = f"<meta charset='utf-8'><title>draftdesk</title><style>{style}</style>"
    return f"<!doctype html><html lang='en'>{head}{figures}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
