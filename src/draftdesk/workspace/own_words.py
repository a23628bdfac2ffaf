"""Words that the user says are spelt as they should be: a plain file, one word a line, that can be edited."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from draftdesk.workspace.faults import faults_of
from draftdesk.workspace.places import workspaces_folder

_FILE: Final = "words.txt"


def own_words_file() -> Path:
    """Where the words are kept; there may be no such file yet."""
    return workspaces_folder() / _FILE


def own_words_text() -> str:
    """The file as it is; "" where there is none or it is no text."""
    try:
        return own_words_file().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def own_words() -> frozenset[str]:
    """All words; a line that begins with # is a remark."""
    return words_in(own_words_text())


def words_in(text: str) -> frozenset[str]:
    """The words of such a text; several may stand in a line."""
    return frozenset(word for line in text.splitlines() if not line.lstrip().startswith("#") for word in line.split())


def add_own_word(word: str) -> None:
    """One word more, at the end of the file. Raises WorkspaceError."""
    text = own_words_text()
    if word not in words_in(text):
        keep_own_words(f"{text}\n{word}" if text and not text.endswith("\n") else f"{text}{word}")


def keep_own_words(text: str) -> None:
    """The whole file anew. Raises WorkspaceError."""
    place = own_words_file()
    with faults_of(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"{text.rstrip()}\n", encoding="utf-8")
