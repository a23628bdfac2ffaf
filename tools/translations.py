"""Which texts of the interface a language has, and which it lacks.

python tools/translations.py fr      names the texts without a translation, and translations that no text asks for
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from draftdesk.catalogue import SENTENCES
from draftdesk.gui.actions import MENUS, WISHES
from draftdesk.gui.room.keys import ROOM_KEYS
from draftdesk.model.change import ChangeClass
from draftdesk.model.finding import Grade
from draftdesk.phrasebook import PoEntry, po_entries
from draftdesk.resources import resource

SOURCE = Path(__file__).resolve().parents[1] / "src" / "draftdesk"
SAID_BY = {"tr", "later", "tr_count"}


def texts_wanted() -> dict[str, str]:
    """Every English text that is shown by way of the translation, and the form for many where it has one."""
    found: dict[str, str] = {}
    for one, many in (*_in_source(), *_in_tables()):
        found[one] = found.get(one) or many
    return {one: many for one, many in found.items() if any(map(str.isalpha, one))}


def translations(language: str) -> dict[str, PoEntry]:
    """The entries of a language by their English text; raises ValueError for one that is there twice."""
    found: dict[str, PoEntry] = {}
    for file in sorted(resource("translations").glob(f"{language}/*.po")):
        for entry in po_entries(file.read_text(encoding="utf-8")):
            if entry.english in found and entry.english:
                raise ValueError(f"{file.name}: {entry.english!r} is there twice")
            found[entry.english] = entry
    found.pop("", None)
    return found


def _in_source() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID_BY:
                texts = [_constants(argument) for argument in node.args[:2]]
                if node.func.id == "tr_count" and texts[0] and texts[1]:
                    yield texts[0][0], texts[1][0]
                elif node.func.id != "tr_count":
                    yield from ((text, "") for text in texts[0])


def _constants(node: ast.expr) -> list[str]:
    """The texts that an argument may be: one, or those of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_constants(node.body), *_constants(node.orelse)]
    return []


def _in_tables() -> Iterator[tuple[str, str]]:
    for sentence in SENTENCES.values():
        yield sentence if isinstance(sentence, tuple) else (sentence, "")
    tables = (
        *(text for wish in WISHES for text in (wish.caption, wish.short)),
        *(title for title, _ in MENUS),
        *(text for keys in ROOM_KEYS for text in (keys.caption, keys.shown) if len(text) > 1),
        *(value.value for value in (*ChangeClass, *Grade)),
    )
    yield from ((text, "") for text in tables)


def main() -> int:
    """Print what is missing and what nobody asks for."""
    wanted, there = texts_wanted(), translations(sys.argv[1])
    for text in wanted:
        if text not in there or not all(there[text].forms):
            print(f"missing: {text!r}")
    for text in there:
        if text not in wanted:
            print(f"nobody asks for: {text!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
