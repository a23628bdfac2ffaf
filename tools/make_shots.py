"""Draws every state of the window into a folder, with a page that shows them all; the pictures of the guide, too.

python tools/make_shots.py [FOLDER]             the gallery, by default out/shots; --state and --size for a part of it
python tools/make_shots.py --guide [FOLDER]     the few pictures of docs/guide.md, small
"""

from __future__ import annotations

import argparse
import gc
import html
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from draftdesk.cli import main as run
from draftdesk.gui.shot import Shot, render_shots
from draftdesk.resources import resource
from draftdesk.translation import use_language
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.files import load
from draftdesk.workspace.store import Workspace
from shot_texts import write_texts

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
CONTRAST = ("light_contrast", "dark_contrast")
CLASSES = ("substance", "strength", "technical", "editorial", "number")
_TEXT = "text:"
_VERSIONS = tuple(f"{_TEXT}lakes-{one}" for one in ("en", "en-rev", "fr", "ar"))
_ROLLING = "rolling.docx"
_MADE = "MADE"
_MENUS = {"file": 1, "view": 3, "compare": 4, "draft": 6}


Wanted = tuple[list[str], tuple[float, ...], "State", tuple[int, int], str]


@dataclass(frozen=True)
class State:
    """A state of the window: the view, where, with which samples; `rolling` adds all proposals in brackets.

    `drafts` are samples, those with "text:" before their name are of `shot_texts`; `language` is that of the
    interface; `steps` are done before it is drawn, `themes` in what it is drawn.
    """

    name: str
    view: str
    drafts: tuple[str, ...] = ()
    at: str = ""
    rolling: bool = False
    by_author: bool = False
    language: str = "en"
    steps: tuple[str, ...] = ()
    themes: tuple[str, ...] = THEMES

    def files(self, made: Path) -> list[str]:
        """The files on the desk; those that are made for the pictures are in a folder."""
        files = [
            str(made / f"{draft.removeprefix(_TEXT)}.txt")
            if draft.startswith(_TEXT)
            else str(resource("samples", *draft.split("/")))
            for draft in self.drafts
        ]
        return [*files, *([str(made / _ROLLING)] if self.rolling else [])]

    def shot(self, made: Path, size: tuple[int, int], theme: str) -> Shot:
        """What is drawn of it; `_MADE` in a step is the folder of what is made for the pictures."""
        steps = tuple(step.replace(_MADE, str(made)) for step in self.steps)
        return Shot(self.view, self.at or None, size, 1, theme, self.by_author, steps)


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
    State("room-brackets", "room", ("rev1.docx",), "row:40", rolling=True),
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
    State("first-page-french", "columns", language="fr"),
    State("first-page-right-to-left", "columns", language="ar"),
    State("error-bar-french", "error", PAIR, language="fr"),
    *(
        State(f"contrast-{view}", view, drafts, at, themes=CONTRAST)
        for view, drafts, at in (
            ("columns", PAIR, "change:12"),
            ("sheet", MANY, "change:4"),
            ("room", PAIR, "change:26"),
            ("import", ("text:mail",), ""),
            ("error", PAIR, ""),
        )
    ),
    State("first-page-contrast", "columns", themes=CONTRAST),
    State("import-doubts", "import", ("text:mail",)),
    State("import-alike", "import", ("text:unsure",), steps=("alike",)),
    State("import-alike-open", "import", ("text:unsure",), steps=("alike_open",)),
    State("import-alike-french", "import", ("text:unsure",), language="fr", steps=("alike",)),
    State("arabic", "columns", ("text:ar", "text:ar-rev"), "change:3"),
    State("arabic-inline", "inline", ("text:ar", "text:ar-rev"), "change:3"),
    State("arabic-right-to-left", "columns", ("text:ar", "text:ar-rev"), "change:3", language="ar"),
    State("arabic-room", "room", ("text:ar", "text:ar-rev"), "change:3"),
    State("arabic-editor", "editor", ("text:ar", "text:ar-rev"), "change:3"),
    State("chinese", "columns", ("text:zh", "text:zh-rev"), "change:3"),
    State("chinese-room", "room", ("text:zh", "text:zh-rev"), "change:3"),
    State("three-languages", "columns", ("text:en", "text:ar", "text:zh")),
    State("three-languages-right-to-left", "columns", ("text:en", "text:ar", "text:zh"), language="ar"),
    State("language-versions", "columns", _VERSIONS),
    State("language-versions-matrix", "matrix", _VERSIONS),
    State("language-versions-sheet", "sheet", _VERSIONS, "row:5"),
    State("two-languages", "columns", ("text:lakes-en", "text:lakes-fr")),
    *(State(f"filter-{name}", "columns", PAIR, steps=(f"filter:{name}",)) for name in CLASSES),
    State("only-changes", "columns", PAIR, steps=("only_changes",)),
    State("found", "columns", PAIR, steps=("find:ferries",)),
    State("found-nothing", "columns", PAIR, steps=("find:aeroplanes",)),
    State("go-to", "columns", PAIR, steps=("go_to",)),
    State("rename", "columns", PAIR, steps=("title",)),
    State("fonts", "columns", PAIR, "change:12", steps=("fonts",)),
    State("own-font", "columns", PAIR, "change:12", steps=("font:DejaVu Sans:14",)),
    State("zoom-150", "columns", PAIR, "change:12", steps=("zoom:1.5",)),
    State("zoom-200", "columns", THREE, "change:12", steps=("zoom:2",)),
    State("zoom-70", "columns", PAIR, "change:12", steps=("zoom:0.7",)),
    State("form", "columns", ("text:faulty",), steps=("form", "next_finding")),
    State("form-good", "columns", ("rev2.docx",), steps=("form",)),
    State("form-french", "columns", ("text:faulty",), language="fr", steps=("form", "next_finding")),
    State("own-words", "columns", PAIR, steps=("own_words",)),
    State("verbs", "columns", PAIR, steps=("verbs",)),
    State("submission", "columns", ("rev2.docx",), steps=("submission",)),
    State("submission-french", "columns", ("rev2.docx",), language="fr", steps=("submission",)),
    State("rollover", "columns", ("issued.docx",), steps=("rollover",)),
    State("rollover-french", "columns", ("issued.docx",), language="fr", steps=("rollover",)),
    State("new-form", "columns", steps=("new_form",)),
    *(
        State(f"menu-{menu}{suffix}", "columns", PAIR, "change:12", language=language, steps=(f"menu:{number}",))
        for suffix, language in (("", "en"), ("-french", "fr"))
        for menu, number in _MENUS.items()
    ),
    State("menu-right-to-left", "columns", PAIR, "change:12", language="ar", steps=("menu:1",)),
    State("bad-file", "columns", PAIR, "change:12", steps=(f"open:{_MADE}/bad",)),
    State("bad-file-french", "columns", language="fr", steps=(f"open:{_MADE}/bad/damaged.docx",)),
    State("mixed", "columns", ("text:en",), steps=(f"open:{_MADE}/ar.txt",)),
    State("unsure", "columns", steps=(f"open:{_MADE}/mail.txt",)),
    State("exported", "columns", PAIR, "change:12", steps=(f"export:{_MADE}/out.docx",)),
    State("exported-french", "columns", PAIR, "change:12", language="fr", steps=(f"export:{_MADE}/out.docx",)),
    State("under-way", "columns", PAIR, "change:12", steps=("under_way",)),
    State("recent", "columns", steps=("recent",)),
    State("recent-french", "columns", language="fr", steps=("recent",)),
    State("offers", "columns", steps=("new_form", "new_preambular", "write:Expressing")),
    State("doubtful", "columns", ("text:lamps", "text:lamps-rev"), steps=("next_doubtful",)),
    State("pairing", "columns", PAIR, "change:12", steps=("pair",)),
    State("decided", "columns", PAIR, "change:12", steps=("take", "agreed", "reserved")),
)
_BY_NAME = {state.name: state for state in STATES}
GUIDE = {
    "guide-columns": (_BY_NAME["two-columns"], (1280, 720), "light"),
    "guide-sheet": (_BY_NAME["sheet"], (1280, 720), "light"),
    "guide-room": (_BY_NAME["room-brackets"], (1280, 720), "light"),
}


def main(words: list[str]) -> int:
    asked = arguments().parse_args(words)
    if asked.guide:
        folder = asked.folder or ROOT / "docs" / "images"
        draw(folder, [([f"{name}.png"], (1,), *one) for name, one in GUIDE.items()])
        return 0
    folder = asked.folder or ROOT / "out" / "shots"
    wanted: list[Wanted] = [
        ([f"{state.name}-{theme}-{width}x{height}@{scale}.png" for scale in SCALES], SCALES, state, size, theme)
        for state in ([_BY_NAME[name] for name in asked.state] if asked.state else STATES)
        for size in asked.size or SIZES
        for theme in state.themes
        for width, height in [size]
    ]
    draw(folder, wanted)
    (folder / "index.html").write_text(page([name for names, *_ in wanted for name in names]), encoding="utf-8")
    print(folder / "index.html")
    return 0


def arguments() -> argparse.ArgumentParser:
    """What may be asked for."""
    parser = argparse.ArgumentParser(prog="./run shots", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="where pictures are written, by default out/shots")
    parser.add_argument("--guide", action="store_true", help="the few pictures of docs/guide.md, into docs/images")
    parser.add_argument(
        "--state", action="append", choices=_BY_NAME, metavar="NAME", help="only this state; again for more"
    )
    parser.add_argument(
        "--size", action="append", type=_size, metavar="WxH", help="this size in place of the two; again for more"
    )
    return parser


def _size(words: str) -> tuple[int, int]:
    width, height = (int(word) for word in words.split("x"))
    return width, height


def draw(folder: Path, wanted: list[Wanted]) -> None:
    """Draw what is wanted, one window for each: the names of its pictures and their scales, state, size, theme."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        os.environ["DRAFTDESK_WORKSPACES"] = place  # nothing that the user chose, and nothing for him to find
        write_texts(made)
        base, *others = (str(resource("samples", *draft.split("/"))) for draft in MANY)
        write_bad_files(made)
        keep_desks(made)
        if run(["compile", base, *others, "--as", "brackets", "-o", str(made / _ROLLING)]):
            raise SystemExit(1)
        for names, scales, state, size, theme in wanted:
            use_language(state.language)
            outs: dict[float, Path] = {scale: folder / name for scale, name in zip(scales, names, strict=True)}
            render_shots(state.files(made), outs, state.shot(made, size, theme))
            gc.collect()  # windows are cycles, and the window puts their collection off


def write_bad_files(folder: Path) -> None:
    """Files that are refused: one that ends in its middle, one without anything."""
    whole = resource("samples", "rev1.docx").read_bytes()
    (folder / "bad").mkdir()
    (folder / "bad" / "damaged.docx").write_bytes(whole[: len(whole) // 2])
    (folder / "bad" / "empty.docx").write_bytes(b"")


def keep_desks(folder: Path) -> None:
    """Desks of earlier days, as the first page names them: one by its files, one by its name."""
    for name, title, drafts in (
        ("monday", "", PAIR),
        ("tuesday", "Ferries, second reading", ("rev1.docx", PROPOSALS[0])),
    ):
        desk = Desk(Workspace.open(folder / f"{name}.desk"))
        for draft in drafts:
            loaded = load(str(resource("samples", *draft.split("/"))))
            desk.add(loaded.received, draft, loaded.data)
        if title:
            desk.set_title(title)
        desk.close()


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
