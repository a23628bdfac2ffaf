"""What is done in a window before it is drawn: what an action shows, a search, a filter, letters of another size."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QMenu

from draftdesk.errors import DraftdeskError, refusal
from draftdesk.gui.appearance.fonts import SIZES, use_text_font
from draftdesk.gui.background import Job
from draftdesk.gui.main_window import MainWindow
from draftdesk.model.change import ChangeClass
from draftdesk.translation import tr
from draftdesk.workbench.recent_desks import recent_desks

ACTIONS: Final = frozenset(
    {"title", "author", "find", "go_to", "fonts", "submission", "rollover", "form", "next_finding", "rules"}
    | {"own_words", "verbs", "only_changes", "fold", "reserved", "agreed", "ad_referendum", "pending", "take"}
    | {"new_form", "new_preambular", "new_sponsors", "private_note", "next_doubtful", "pair", "working", "edit"}
)
"""What can be drawn of the menus; the others open dialogs of the system, or show nothing of their own."""

UNDER_WAY: Final = "under_way"
"""The step after which there is work that only Escape ends."""

_RECENT: Final = 5
_NAP: Final = 0.01


def do(window: MainWindow, step: str) -> None:
    """Do one step: the name of an action, or "find:WORDS", "filter:CLASS", "zoom:FACTOR", "font:FAMILY:POINTS".

    Also "open:PATH" (a file), "export:PATH" (a redline), "menu:NUMBER" (of the bar, from 1), "write:WORDS" (where the
    caret is), "recent" (desks of earlier days on the first page), "alike" and "alike_open" (doubts of a reading) and
    `UNDER_WAY`. Raises DraftdeskError for others.
    """
    what, _, value = step.partition(":")
    if what in _WITH_VALUE and value:
        _WITH_VALUE[what](window, value)
    elif step in _ALONE:
        _ALONE[step](window)
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


def _open(window: MainWindow, path: str) -> None:
    window.bringing.open([path])


def _export(window: MainWindow, path: str) -> None:
    Path(path).unlink(missing_ok=True)
    window.exporting.ask_name = lambda _title, _suggested: path
    window.actions_["redline"].trigger()


def _menu(window: MainWindow, number: str) -> None:
    bar = window.menuBar()
    entries = bar.actions()
    if not number.isdigit() or not 1 <= int(number) <= len(entries):
        raise _unknown(f"menu:{number}")
    entry = entries[int(number) - 1]
    menu, place = entry.menu(), bar.actionGeometry(entry)
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()
        menu.resize(menu.sizeHint())
        from_right = place.right() + 1 - menu.sizeHint().width()
        menu.move(bar.mapTo(window, QPoint(from_right if menu.isRightToLeft() else place.left(), place.bottom() + 1)))
        menu.setProperty(DRAWN, True)


DRAWN: Final = "drawn over the window"
"""The property of a menu that is drawn as if it were open."""


def _write(window: MainWindow, words: str) -> None:
    window.drafting.editor.insertPlainText(words)


def _show_recent(window: MainWindow) -> None:
    window.show_recent(recent_desks(_RECENT), lambda _: None)


def _begin_work(window: MainWindow) -> None:
    job = Job(lambda _: None)

    def work() -> None:
        while not job.is_stopped:
            time.sleep(_NAP)

    window.session.background.run(work, lambda _: None, lambda _: None, job)
    window.open_files.progress.emit(tr("{done} of {total} files read", done=3, total=6))


def _open_alike(window: MainWindow) -> None:
    view = window.reading.view
    view.go_to_alike()
    group = view.alike.current
    view.show_only(group.key if group is not None else None)
    view.go_to_alike()


_ALONE: Final[dict[str, Callable[[MainWindow], None]]] = {
    "recent": _show_recent,
    UNDER_WAY: _begin_work,
    "alike": lambda window: window.reading.view.go_to_alike(),
    "alike_open": _open_alike,
}

_WITH_VALUE: Final[dict[str, Callable[[MainWindow, str], None]]] = {
    "find": _find,
    "filter": _filter,
    "zoom": _zoom,
    "font": _font,
    "open": _open,
    "export": _export,
    "menu": _menu,
    "write": _write,
}
