"""How the window looks, for all desks: light, dark or as the system, high contrast, colours by author. It is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from draftdesk.gui.actions import Actions
from draftdesk.gui.appearance.fonts import use_text_font
from draftdesk.gui.appearance.theme import theme_name
from draftdesk.gui.font_panel import FontPanel
from draftdesk.gui.session import Session
from draftdesk.gui.workplace import Workplace
from draftdesk.workspace.looks import AS_SYSTEM, DARK, LIGHT, LooksKept, keep_looks, looks_kept


class Looks(QObject):
    """Joins the ticks in the menu to the window; `begin` brings back what was chosen on an earlier day."""

    def __init__(
        self, session: Session, place: Workplace, actions: Actions, set_theme: Callable[[str], None]
    ) -> None:
        super().__init__(place)
        self._session = session
        self._place = place
        self._actions = actions
        self._set_theme = set_theme
        self._kept = LooksKept(theme=LIGHT)
        slots: dict[str, Callable[[bool], None]] = {
            "dark": lambda on: self._choose(replace(self._kept, theme=DARK if on else LIGHT)),
            "as_system": lambda on: self._choose(replace(self._kept, theme=AS_SYSTEM if on else theme_of_system())),
            "contrast": lambda on: self._choose(replace(self._kept, contrast=on)),
            "by_author": lambda on: self._choose(replace(self._kept, by_author=on)),
        }
        for name, slot in slots.items():
            actions[name].toggled.connect(slot)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def begin(self) -> None:
        """As it was chosen; before the window is shown for the first time."""
        self._kept = looks_kept()
        self._show()

    @property
    def kept(self) -> LooksKept:
        """What is chosen now."""
        return self._kept

    def show_fonts(self) -> None:
        """The little window in which the font of the drafts is chosen; what is chosen shows at once."""
        panel = FontPanel(self._kept, self._set_font, self._place.window())
        panel.show()

    def _set_font(self, family: str, points: int) -> None:
        self._choose(replace(self._kept, family=family, points=points))

    def _choose(self, chosen: LooksKept) -> None:
        self._kept = chosen
        self._session.attempt_quietly(lambda: keep_looks(chosen))
        self._show()

    def _follow_system(self) -> None:
        if self._kept.theme == AS_SYSTEM:
            self._show()

    def _show(self) -> None:
        kept = self._kept
        theme = theme_of_system() if kept.theme == AS_SYSTEM else kept.theme
        self._set_theme(theme_name(dark=theme == DARK, contrast=kept.contrast))
        use_text_font(kept.family, kept.points)
        self._place.set_fonts()
        self._place.color_by_author(on=kept.by_author)
        self._actions.tick("as_system", on=kept.theme == AS_SYSTEM)
        self._actions.tick("by_author", on=kept.by_author)


def theme_of_system() -> str:
    """What the system has now; light where it does not say."""
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
