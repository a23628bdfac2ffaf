"""What is done in a window before it is drawn: what an action shows, a search, a filter, letters of another size."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QFontDatabase

from draftdesk.errors import DraftdeskError, refusal
from draftdesk.gui.fonts import SIZES, use_text_font
from draftdesk.gui.main_window import MainWindow
from draftdesk.model.change import ChangeClass

ACTIONS: Final = frozenset(
    {"title", "author", "find", "go_to", "fonts", "submission", "rollover", "form", "next_finding", "rules"}
    | {"own_words", "verbs", "only_changes", "fold", "reserved", "agreed", "ad_referendum", "pending", "take"}
    | {"new_form", "new_sponsors", "private_note", "next_doubtful", "working", "edit"}
)
"""What can be drawn of the menus; the others open dialogs of the system, or show nothing of their own."""


def do(window: MainWindow, step: str) -> None:
    """Do one step: the name of an action, or "find:WORDS", "filter:CLASS", "zoom:FACTOR", "font:FAMILY:POINTS".

    Raises DraftdeskError for a step that there is none of.
    """
    what, _, value = step.partition(":")
    if what in _WITH_VALUE and value:
        _WITH_VALUE[what](window, value)
    elif step in ACTIONS:
        window.actions_[step].trigger()
    else:
        raise _unknown(step)


def _unknown(step: str) -> DraftdeskError:
    return refusal(DraftdeskError, "wrong_call", reason=f"“{step}” cannot be drawn.")


def _find(window: MainWindow, words: str) -> None:
    window.actions_["find"].trigger()
    window.actions_.find.line.setText(words)


def _filter(window: MainWindow, name: str) -> None:
    found = next((one for one in ChangeClass if one.value == name), None)
    if found is None:
        raise _unknown(f"filter:{name}")
    window.workplace.changes.set_filter(found)


def _zoom(window: MainWindow, factor: str) -> None:
    try:
        window.set_zoom(float(factor))
    except ValueError:
        raise _unknown(f"zoom:{factor}") from None


def _font(window: MainWindow, words: str) -> None:
    family, _, points = words.rpartition(":")
    if not QFontDatabase.hasFamily(family) or not points.isdigit() or int(points) not in SIZES:
        raise _unknown(f"font:{words}")
    use_text_font(family, int(points))
    window.workplace.set_fonts()


_WITH_VALUE: Final[dict[str, Callable[[MainWindow, str], None]]] = {
    "find": _find,
    "filter": _filter,
    "zoom": _zoom,
    "font": _font,
}
