"""What a person puts right in the reading of a draft: asked in the view, decided by the desk, shown at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from draftdesk.gui.reading_view.page import ReadingView
from draftdesk.gui.session import Session
from draftdesk.messages import render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphId, ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.alike_doubts import AlikeDoubts
from draftdesk.workbench.paragraph_names import draft_title
from draftdesk.workbench.reading_corrections import put_right
from draftdesk.workbench.reading_lines import deeper, first_to_look_at, higher, reading_lines


class ReadingDecisions(QObject):
    """Opens the view on a draft and makes what it asks for decisions of the desk."""

    turned = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._draft_id = ""
        self._shown: tuple[Draft, frozenset[int]] | None = None
        self.view = ReadingView(parent)
        self.view.asked.connect(self._do)
        self.view.kind_asked.connect(self.set_kind)
        self.view.alike_asked.connect(self._set_kinds)

    @property
    def is_open(self) -> bool:
        """Whether the view stands in the place of the columns."""
        return bool(self._draft_id)

    def open(self, draft_id: str, serial: int | None = None) -> None:
        """Show how a draft was read, at a paragraph or at the first doubt."""
        self._draft_id = draft_id
        self.view.show_only(None)
        self.refresh()
        self.turned.emit()
        if serial is not None:
            self.view.go_to_serial(serial)
        else:
            self.view.go_to(first_to_look_at(self.view.lines))
        self.view.list.setFocus()

    def leave(self) -> None:
        """Back to the columns."""
        if self.is_open:
            self._draft_id = ""
            self.turned.emit()

    def refresh(self) -> None:
        """Show the draft as it is now; a draft that is gone closes the view."""
        draft = self._draft()
        if draft is None:
            self.leave()
            return
        looked_at = put_right(self._session.desk.dossier, draft.id)
        if self._shown is not None and self._shown[0] is draft and self._shown[1] == looked_at:
            return
        self._shown = (draft, looked_at)
        lines = reading_lines(draft, looked_at)
        left_out = [render(said) for said in self._session.desk.left_out_of(draft.id)]
        self.view.show_lines(tr("How {name} was read", name=draft_title(draft)), lines, draft.language, left_out)

    def _draft(self) -> Draft | None:
        return next((one for one in self._session.desk.file_drafts() if one.id == self._draft_id), None)

    # decisions

    def set_kind(self, kind: ParagraphKind | None) -> None:
        """What the paragraph in hand really is."""
        paragraph = self._paragraph()
        if kind is not None and paragraph is not None:
            self._attempt(lambda: self._session.desk.set_kind(paragraph, kind))

    def _set_kinds(self, group: AlikeDoubts, kind: ParagraphKind) -> None:
        """What all paragraphs with the same doubts are, in one decision."""
        first, *others = (ParagraphId(self._draft_id, serial) for serial in group.serials)
        self._attempt(lambda: self._session.desk.set_kind(first, kind, *others))

    def _do(self, what: str) -> None:
        paragraph, desk, view = self._paragraph(), self._session.desk, self.view
        if what == "leave":
            self.leave()
            return
        if paragraph is None or view.current is None:
            return
        kind = view.current.kind
        decisions: dict[str, Callable[[], object]] = {
            "join": lambda: self._attempt(lambda: desk.join_read(paragraph)),
            "split": lambda: self._split(paragraph),
            "hide": lambda: self.set_kind(ParagraphKind.FURNITURE),
            "right": lambda: self.set_kind(kind),
            "deeper": lambda: self.set_kind(deeper(kind)),
            "higher": lambda: self.set_kind(higher(view.every, view.place)),
            "back": lambda: self._attempt(lambda: desk.put_back_as_read(paragraph)),
        }
        if what in decisions:
            decisions[what]()

    def _split(self, paragraph: ParagraphId) -> None:
        at, made = self.view.panel.caret, list[int]()
        if self._attempt(lambda: made.append(self._session.desk.split_read(paragraph, at))):
            self.view.go_to_serial(made[0])
            self.view.list.setFocus()

    def _attempt(self, decision: Callable[[], object]) -> bool:
        done = self._session.attempt(decision)
        if done:
            self.refresh()
        return done

    def _paragraph(self) -> ParagraphId | None:
        line = self.view.current
        return ParagraphId(self._draft_id, line.serial) if line is not None and self.is_open else None
