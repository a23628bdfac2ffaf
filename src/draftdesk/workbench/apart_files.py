"""The use case: a tracked Word file of many authors becomes one tracked file for each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from draftdesk.errors import DraftdeskError, ExportError, refusal
from draftdesk.exporting.save import Saved, save
from draftdesk.exporting.single_hand import write_single_hand
from draftdesk.translation import tr
from draftdesk.wordml.package import ZIP_HEADER, can_be_written
from draftdesk.workbench.files import STANDARD_STREAM, load

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_UNNAMED: Final = "no name"
_SUFFIX: Final = ".docx"
_LONGEST: Final = 60  # code points of an author in the name of a file


@dataclass(frozen=True, slots=True)
class SingleHand:
    """The file of one author."""

    path: Path
    author: str
    data: bytes


def apart(file: str, out: str) -> tuple[SingleHand, ...]:
    """One proved file for each author of FILE, with that author's changes tracked; nothing is saved yet.

    `out`: a folder, or a name ending in .docx from which those of the files are made; "" is the folder of FILE.
    Raises DraftdeskError where FILE holds no tracked changes.
    """
    loaded = load(file)
    name = loaded.named.name
    if not loaded.data.startswith(ZIP_HEADER) or not can_be_written(loaded.data):
        raise refusal(ExportError, "apart_needs_word", name=name)
    authors = loaded.received.authors
    if not authors:
        raise refusal(ExportError, "apart_without_changes", name=name)
    folder, stem = _place(loaded.named.path, out)
    return tuple(
        SingleHand(folder / f"{stem} - {shown}{_SUFFIX}", author, write_single_hand(loaded.data, name, author))
        for author, shown in zip(authors, names_for_files(authors), strict=True)
    )


def save_apart(made: Sequence[SingleHand], *, force: bool) -> list[Saved]:
    """Save all of them, making their folder if need be; raises ExportError before the first where one is there."""
    found: list[Saved] = []
    for one in made:
        if one.path.exists() and not force:
            raise refusal(ExportError, "file_exists", name=one.path.name)
    for one in made:
        try:
            one.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or tr("the system refused")).lower()
            raise refusal(ExportError, "cannot_write", name=str(one.path.parent), reason=reason) from error
        found.append(save(one.path, one.data, force=force))
    return found


def names_for_files(authors: Sequence[str]) -> list[str]:
    """Each author as part of a file's name on any system, all different even where letters' case does not count."""
    found: list[str] = []
    for author in authors:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", author).split())[:_LONGEST].strip(" .") or _UNNAMED
        name, number = plain, 2
        while name.casefold() in {other.casefold() for other in found}:
            name, number = f"{plain} {number}", number + 1
        found.append(name)
    return found


def _place(source: str, out: str) -> tuple[Path, str]:
    if out == STANDARD_STREAM or (source == STANDARD_STREAM and not out):
        raise refusal(DraftdeskError, "apart_needs_place")
    stem = "draft" if source == STANDARD_STREAM else Path(source).stem
    if not out:
        return Path(source).parent, stem
    place = Path(out)
    if place.suffix.lower() == _SUFFIX and not place.is_dir():
        return place.parent, place.stem
    return place, stem
