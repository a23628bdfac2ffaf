"""The language of the window: Qt's own buttons and dialogs follow it, and so does the side that reading begins at."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu
from typing_extensions import override

from draftdesk.gui.actions import Actions
from draftdesk.gui.session import Session
from draftdesk.translation import (
    ENGLISH,
    INTERFACE_LANGUAGES,
    is_right_to_left,
    language_in_use,
    later,
    tr,
    use_language,
)
from draftdesk.workspace.preferences import language_of_interface, set_language_of_interface

_AS_THE_SYSTEM = ""


_OUR_WORDS: Final = {
    ("QShortcut", "Return"): later("Enter"),
    ("QFileDialog", "&Look in:"): later("&Look in:"),
    ("QFileDialog", "Files of &type:"): later("Files of &type:"),
}
"""Keys by the names that stand on keyboards, and in our texts; words that Qt has in English only."""


class _OurWords(QTranslator):
    """Words of Qt that we say in our own way."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        ours = _OUR_WORDS.get((context, source))
        return tr(ours) if ours else None  # type: ignore[return-value]  # None leaves it to the others


def wanted_language(asked: str = "") -> str:
    """The language that is asked for, else the one that the user chose, else that of the system if we have it."""
    return asked or language_of_interface() or _of_system()


def _of_system() -> str:
    names = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in names if name in INTERFACE_LANGUAGES), ENGLISH)


def show_in(app: QApplication, code: str) -> None:
    """Use a language for all that is made from now on."""
    use_language(code)
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    ours = QTranslator(app)
    if ours.load(f"qtbase_{language_in_use()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(ours)
    app.installTranslator(_OurWords(app))
    sides = Qt.LayoutDirection
    app.setLayoutDirection(sides.RightToLeft if is_right_to_left() else sides.LeftToRight)


class LanguageMenu(QObject):
    """View, Language: the choice is kept; the window is made anew where that can be done at once."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__(session)
        self._session = session
        view = actions.menus["&View"]
        self.menu = QMenu(tr("L&anguage"), view)
        view.insertMenu(actions["dark"], self.menu)
        self._group = QActionGroup(self)
        names = {_AS_THE_SYSTEM: tr("As the &system"), **INTERFACE_LANGUAGES}
        self._actions = {code: self._add(code, name) for code, name in names.items()}
        self._actions[language_of_interface()].setChecked(True)

    def _add(self, code: str, name: str) -> QAction:
        action = self.menu.addAction(name)
        action.setObjectName(f"language_{code or 'system'}")
        action.setCheckable(True)
        self._group.addAction(action)
        action.triggered.connect(partial(self._choose, code))
        return action

    def _choose(self, code: str, _checked: bool = True) -> None:  # noqa: FBT001, FBT002  the slot of an action
        if code == language_of_interface() or not self._session.attempt(partial(set_language_of_interface, code)):
            return
        if wanted_language() != language_in_use() and not self._session.change_language():
            self._session.tell(tr("The language changes when draftdesk is started again."))
