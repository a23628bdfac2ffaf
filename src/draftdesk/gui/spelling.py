"""Spelling in the window: another spelling chosen, a word that becomes one's own, the list of one's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from draftdesk.gui.form.lines_sheet import LinesSheet
from draftdesk.gui.form.panel import FindingsPanel
from draftdesk.gui.session import Session
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.gui.writing.word_doubts import WordDoubts
from draftdesk.messages import message, render
from draftdesk.translation import tr
from draftdesk.workbench.draft_findings import DraftFindings, FindingEntry
from draftdesk.workbench.spelling import UNKNOWN_WORD, spellings, spelt
from draftdesk.workspace.own_words import add_own_word, keep_own_words, own_words, own_words_text


class Spelling(QObject):
    """`mend` puts a finding right, `again` has the draft checked anew."""

    def __init__(
        self,
        session: Session,
        drafting: Drafting,
        panel: FindingsPanel,
        mend: Callable[[FindingEntry], None],
        again: Callable[[], None],
    ) -> None:
        super().__init__(session)
        self._session = session
        self._drafting = drafting
        self._panel = panel
        self._mend = mend
        self._again = again
        self.own = own_words()
        self.doubts = WordDoubts(drafting.editor, self.choose, self.keep)
        panel.keep_word_asked.connect(self.keep)
        panel.others_asked.connect(self.show_others)

    def follow(self, found: DraftFindings | None, color: QColor) -> None:
        """Underline what was found in the paragraph in hand."""
        serial = self._drafting.opened
        entries = found.entries if found is not None and serial is not None else ()
        mine = [one for one in entries if one.finding.rule == UNKNOWN_WORD and one.finding.paragraph == serial]
        self.doubts.show(mine, color)

    def choose(self, entry: FindingEntry, word: str) -> None:
        """A word in the place of the one that no list has."""
        self._mend(spelt(entry, word))

    def keep(self, entry: FindingEntry) -> None:
        """The word is one of the user's own from now on."""
        if self._session.attempt(lambda: add_own_word(entry.found)):
            self._session.tell(render(message("word_added", word=entry.found)))
            self._reread()

    def show_others(self) -> None:
        """The menu of other spellings under its button."""
        self.others_menu().popup(self._panel.others.mapToGlobal(self._panel.others.rect().bottomLeft()))

    def others_menu(self) -> QMenu:
        """What else may be meant by the word that the list stands on."""
        menu, entry = QMenu(self._panel), self._panel.current
        if entry is not None:
            for word in spellings(entry)[1:]:
                menu.addAction(word).triggered.connect(lambda _=False, one=word: self.choose(entry, one))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def edit_own(self) -> None:
        """The user's own words as a text."""
        told = tr("Words that are spelt as they should be, one a line. They are kept for all desks.")
        self._drafting.leave()
        LinesSheet(tr("My words"), told, self._keep_all, self._panel.window()).enter(own_words_text())

    def _keep_all(self, text: str) -> None:
        keep_own_words(text)
        self._reread()

    def _reread(self) -> None:
        self.own = own_words()
        self._again()
