"""Openings offered while a paragraph begins, and taken into the editor."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint

from draftdesk.drafting.completion import openings_for
from draftdesk.gui.writing.cell_editor import CellEditor
from draftdesk.gui.writing.offer_list import WIDEST, OfferList
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphKind
from draftdesk.translation import later, tr
from draftdesk.wording.gender import gender_of
from draftdesk.workbench.working_places import text_before

_TITLES: Final = {
    ParagraphKind.PREAMBULAR: later("Preambular openings"),
    ParagraphKind.OPERATIVE: later("Operative openings"),
}
_APART: Final = 8
"""Pixels between the line and the list."""
_FROM_THE_RIGHT: Final = "ar"
_SHORTEST: Final = 2
"""Letters to type before openings are offered; one letter fits hundreds."""


class Offering(QObject):
    """Joins an editor with the list of openings under its caret."""

    def __init__(self, editor: CellEditor, offers: OfferList) -> None:
        super().__init__(editor)
        self._editor = editor
        self._offers = offers
        editor.choice_key.connect(self._choose)
        offers.taken.connect(self._take)

    def offer(self, typed: str, paragraph: Paragraph | None, draft: Draft | None) -> None:
        """Offer what goes on as typed, for the place where the paragraph stands; nothing later in a text."""
        if paragraph is None or draft is None or paragraph.kind not in _TITLES:
            self.hide()
            return
        if len(typed) < _SHORTEST or self._editor.text[len(typed) :].strip():
            self.hide()
            return
        before, gender = text_before(draft, paragraph), gender_of(draft.organ, draft.language)
        found = openings_for(typed, paragraph.kind, draft.language, previous=before, gender=gender)
        x = self._editor.width() - WIDEST if draft.language == _FROM_THE_RIGHT else 0
        caret = self._editor.cursorRect()
        place = self._editor.mapToParent(QPoint(x, caret.bottom() + _APART))
        self._offers.offer(found, tr(_TITLES[paragraph.kind]), place, caret.height() + 2 * _APART)
        self._editor.offers_shown = bool(found)

    def hide(self) -> None:
        """Offer nothing."""
        self._offers.hide()
        self._editor.offers_shown = False

    def _choose(self, key: int) -> None:
        self._offers.key(key)
        self._editor.offers_shown = not self._offers.isHidden()

    def _take(self, phrase: str) -> None:
        self._editor.take(phrase)
        self.hide()
