"""Where one was on a desk when the window closed: kept beside the decisions, for it is none and is not undone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from draftdesk.model.paragraph import ParagraphId

MANNERS: Final = ("columns", "inline", "matrix")

MATRIX_FROM: Final = 4
"""So many drafts no longer stand beside each other in a window of 1,600 pixels, with the outline."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place by paragraphs: at the top, with `offset` pixels of its line above the edge, and the current one.

    `change` counts the changes of the current row and says on which of them one stood, -1 for none.
    """

    top: ParagraphId | None = None
    offset: int = 0
    current: ParagraphId | None = None
    column: int = 0
    change: int = -1


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """How a desk was looked at: place, zoom, what was folded and filtered; `opened` are the folds that were open.

    `manner` is the view that was chosen ("columns", "inline", "matrix"), "" where none was; `small` says whether
    differences were shown that are none of words.
    """

    bookmark: Bookmark = Bookmark()
    zoom: float = 1.0
    folds: bool = True
    only_changes: bool = False
    opened: frozenset[ParagraphId] = frozenset()
    manner: str = ""
    small: bool = False

    def to_json(self) -> str:
        """As it is kept."""
        mark = self.bookmark
        return json.dumps(
            {
                "top": _pair(mark.top),
                "offset": mark.offset,
                "current": _pair(mark.current),
                "column": mark.column,
                "change": mark.change,
                "zoom": self.zoom,
                "folds": self.folds,
                "only_changes": self.only_changes,
                "small": self.small,
                "opened": sorted(_pair(one) for one in self.opened),
                "manner": self.manner,
            }
        )

    @classmethod
    def from_json(cls, kept: str) -> DeskPlace | None:
        """What was kept; None where it cannot be made out, for then one begins at the top."""
        try:
            found = json.loads(kept)
            top, current = _paragraph(found["top"]), _paragraph(found["current"])
            change = int(found.get("change", -1))
            bookmark = Bookmark(top, int(found["offset"]), current, int(found["column"]), change)
            opened = frozenset(one for one in map(_paragraph, found["opened"]) if one is not None)
            folds, only_changes, manner = bool(found["folds"]), bool(found["only_changes"]), found.get("manner", "")
            known = manner if manner in MANNERS else ""
            zoom, small = float(found["zoom"]), bool(found.get("small"))
            return cls(bookmark, zoom, folds, only_changes, opened, known, small)
        except (ValueError, KeyError, TypeError):
            return None


def manner_for(drafts: int, chosen: str, *, is_writing: bool) -> str:
    """The view for a number of drafts: what was chosen, else the matrix where columns would run out of sight.

    One draft has columns only; while a working draft is written there are columns, too, unless another was chosen.
    """
    if drafts < 2:
        return "columns"
    if chosen:
        return chosen
    return "matrix" if drafts >= MATRIX_FROM and not is_writing else "columns"


def _pair(paragraph: ParagraphId | None) -> list[Any]:
    return [] if paragraph is None else [paragraph.draft, paragraph.serial]


def _paragraph(pair: list[Any]) -> ParagraphId | None:
    return ParagraphId(str(pair[0]), int(pair[1])) if pair else None
