"""Writing in the working draft: which paragraph is in hand, what is typed in it, how it is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer

from draftdesk.drafting.edits import reworded
from draftdesk.drafting.form import Form, TextKind
from draftdesk.drafting.rewriting import ByHand
from draftdesk.errors import DraftdeskError, WorkspaceError
from draftdesk.gui.rows.geometry import NOTE_SCALE
from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.session import Session
from draftdesk.gui.writing.cell_editor import CellEditor, Filling
from draftdesk.gui.writing.offer_list import OfferList
from draftdesk.gui.writing.offering import Offering
from draftdesk.gui.writing.place import EditorPlace
from draftdesk.gui.writing.starting import Starting
from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphId, ParagraphKind
from draftdesk.settings import REFRESH_MILLISECONDS
from draftdesk.translation import language_in_use, tr
from draftdesk.workbench.paragraph_names import has_plain_paragraphs, kind_name
from draftdesk.workbench.paste import pasted_paragraphs
from draftdesk.workbench.why_not import why_not
from draftdesk.workbench.working_places import (
    caret_after,
    first_changed,
    holder_of,
    mark_place,
    marks_of,
    paragraph_of,
)
from draftdesk.workspace.preferences import language_of_new_texts


class Drafting(QObject):
    """The editor over a cell of the working column; it follows its row through every new arrangement."""

    def __init__(self, session: Session, rows: RowsView, unfold: Callable[[ParagraphId], None]) -> None:
        super().__init__(session)
        self.session = session
        self._rows = rows
        self._unfold = unfold
        self.starting = Starting(session, rows)
        self.where = EditorPlace(session, rows)
        self.editor = CellEditor(rows.viewport())
        self.editor.hide()
        self.offers = OfferList(rows.viewport())
        self._offering = Offering(self.editor, self.offers)
        self._serial: int | None = None
        self._before: Draft | None = None
        self._is_new = False
        self._unsaved = ""
        self._parted: int | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(REFRESH_MILLISECONDS)
        self._pause.timeout.connect(session.refresh_soon)
        self._connect()

    def _connect(self) -> None:
        editor = self.editor
        editor.flushed.connect(self._reword)
        editor.left.connect(self.leave)
        editor.cancelled.connect(self.cancel)
        editor.grew.connect(lambda _: self.place())
        editor.typed.connect(self._on_typed)
        editor.pasted.connect(self._paste)
        self._rows.scrolled.connect(self.place)

    # what is in hand

    @property
    def is_editing(self) -> bool:
        """Whether a paragraph is open in the editor."""
        return self._serial is not None

    @property
    def is_unsaved(self) -> bool:
        """Whether the disk does not take the words in the editor."""
        return bool(self._unsaved)

    @property
    def serial(self) -> int | None:
        """The paragraph in the editor, or that of the current row; None where there is neither."""
        return self._serial if self._serial is not None else self.where.current_serial(before=False)

    @property
    def opened(self) -> int | None:
        """The paragraph in the editor."""
        return self._serial

    @property
    def draft(self) -> Draft | None:
        """The working draft."""
        return self.session.desk.working_draft

    def paragraph(self, serial: int | None) -> Paragraph | None:
        """A paragraph of the working draft, or of one of its notes."""
        return paragraph_of(self.draft, serial) if serial is not None else None

    # beginning

    def start_form(self, form: Form = Form.PLENARY, *, text: TextKind = TextKind.RESOLUTION) -> None:
        """Begin a draft from nothing, with the caret in its first line that is empty."""
        self.leave()
        language = language_of_new_texts() or language_in_use()
        begin = partial(self.session.desk.start_form, form, text=text, language=language)
        if self.session.attempt(begin) and self.draft is not None:
            self.open(next(p.id.serial for p in self.draft.paragraphs if not p.text))

    def edit_current(self) -> None:
        """Open the paragraph of the current row; where none is current, the first one in sight."""
        if self.draft is None:
            self.starting.needs_working()
            return
        self.where.stand_in_sight()
        pointed, serial = self._rows.take_pointed(), self.where.current_serial(before=False)
        if pointed is not None and self._rows.current_column == self.where.column:
            serial = pointed.serial if self.paragraph(pointed.serial) is not None else serial
        if serial is None:
            self.session.tell(
                tr("The working draft has no paragraph in this row. Ctrl+Enter writes a new one after it.")
            )
        else:
            self.open(serial)

    def open(self, serial: int, *, is_new: bool = False, caret: int | None = None, parted: int | None = None) -> None:
        """Put the editor over a paragraph; `parted` is the one that it was split from, to be finished with it."""
        paragraph, draft = self.paragraph(serial), self.draft
        if paragraph is None or draft is None or self.is_unsaved:
            return
        item = self.where.item(serial)
        if self.where.is_folded(item):
            held = self.paragraph(holder_of(draft, serial))
            self._unfold(held.id if held is not None else paragraph.id)
            item = self.where.item(serial)
        if item < 0:
            return
        self._serial, self._before, self._is_new, self._parted = serial, draft, is_new, parted
        self._offering.hide()
        self.where.bring(item)
        self.editor.begin(self._filling(draft, paragraph), self._rows.zoom, self._rows.palette_used)
        self.editor.show()
        self.place()
        self.where.bring(item)
        self.place()
        if caret is not None:
            self.editor.put_caret(caret)
        self.editor.setFocus()
        self.session.look_ahead()

    @staticmethod
    def _filling(draft: Draft, paragraph: Paragraph) -> Filling:
        is_note = paragraph.kind is ParagraphKind.FOOTNOTE
        marks = marks_of(draft, paragraph)
        prompt = kind_name(paragraph.kind, is_plain=has_plain_paragraphs(draft))
        scale = NOTE_SCALE if is_note else 1.0
        is_cell = paragraph.place is not None
        return Filling(paragraph.text, paragraph.runs_in_text(), marks, draft.language, prompt, scale, is_cell)

    # the place of the editor

    def follow(self) -> None:
        """After a new arrangement: the editor goes where its paragraph is; one that is gone closes it."""
        self._pause.stop()
        if self._serial is None:
            return
        item = self.where.item(self._serial)
        if item < 0:
            self.close()
            return
        self._rows.current_item = item
        self._show_words()
        self.place()

    def _show_words(self) -> None:
        """A step elsewhere may have changed the words in hand: a number that they refer to, a final mark."""
        paragraph, draft, editor = self.paragraph(self._serial), self.draft, self.editor
        if paragraph is None or draft is None or editor.is_ahead or editor.text == paragraph.text:
            return
        caret = caret_after(editor.text, editor.caret, paragraph.text)
        editor.begin(self._filling(draft, paragraph), self._rows.zoom, self._rows.palette_used)
        editor.put_caret(caret)

    def place(self) -> None:
        """Fit the editor to its cell and the row to the editor."""
        if self._serial is not None and not self.editor.isHidden():
            self.where.fit(self.editor, self._serial)

    # typing

    def _reword(self, text: str, by_hand: tuple[ByHand, ...]) -> None:
        """What was typed is kept at once; what lies around the editor is shown anew when the typing pauses."""
        if self._serial is None:
            return
        try:
            self.session.desk.reword(self._serial, text, by_hand, merge=True)
        except WorkspaceError as error:
            self.editor.refuse()
            self._unsaved = render(error.said)
            self.session.complain(render(message("typed_not_kept", reason=self._unsaved)))
        except DraftdeskError as error:
            self.session.refuse(error)
        else:
            if self.is_unsaved:
                self._unsaved = ""
                self.session.tell(render(message("typed_kept")))
        self._show_marks()
        self._pause.start()

    def _on_typed(self, typed: str) -> None:
        paragraph, draft = self.paragraph(self._serial), self.draft
        if paragraph is None or draft is None:
            return
        self._show_marks()
        self._offering.offer(typed, paragraph, draft)

    def _show_marks(self) -> None:
        """The words in hand as they will be set: what the form fixes goes before what the hand wished."""
        paragraph, draft = self.paragraph(self._serial), self.draft
        if paragraph is not None and draft is not None:
            shown = reworded(draft, paragraph, self.editor.text, self.editor.by_hand)
            self.editor.show_runs(shown.text, shown.runs_in_text())

    def toggle(self, mark: Mark) -> None:
        """A mark for what is selected, or typed next; where that cannot be, the reason is said."""
        reason = why_not(self.draft, self.serial, is_open=self.is_editing).get(mark.value)
        if reason is not None:
            self.session.tell(tr(reason))
        else:
            self.editor.toggle(mark)

    def highlight_brackets(self) -> None:
        """All brackets of the working draft under the marker pen, or out from under it."""
        desk = self.session.desk
        self.editor.flush()
        done: list[bool] = []
        if self.session.attempt(lambda: done.append(desk.highlight_brackets())) and not done[0]:
            self.session.tell(tr("The working draft has no square brackets."))

    def _paste(self, source: QMimeData) -> None:
        paragraph, draft = self.paragraph(self._serial), self.draft
        if paragraph is None or draft is None:
            return
        html = source.html() if source.hasHtml() else ""
        pieces = pasted_paragraphs(source.text(), html, paragraph.kind, draft.language)
        if not pieces:
            return
        self.editor.insert_words(pieces[0].text, pieces[0].runs)
        self.editor.flush()
        serial, caret = paragraph.id.serial, self.editor.caret
        if len(pieces) == 1 or paragraph.kind is ParagraphKind.FOOTNOTE:
            return
        made: list[tuple[int, int]] = []
        if self.session.attempt(lambda: made.append(self.session.desk.paste(serial, caret, pieces[1:]))):
            self.open(made[0][0], caret=made[0][1])

    # leaving

    def leave(self) -> None:
        """Commit and close; an empty new paragraph, or note, goes. Words that the disk does not take stay open."""
        if self._serial is None:
            return
        if self.paragraph(self._serial) is None:  # a step back took it away
            self.close()
            return
        serial, parted, empty = self._serial, self._parted, not self.editor.text.strip()
        gone = empty and (self._is_new or self._is_note(serial))
        self.editor.flush()
        if self.is_unsaved:
            return
        self.close()
        desk = self.session.desk
        self.session.attempt(lambda: self._remove(serial) if gone else desk.finish(serial))
        if parted is not None and self.paragraph(parted) is not None:
            self.session.attempt(lambda: desk.finish(parted))

    def cancel(self) -> None:
        """Close; the paragraph has its text of before again, a new one goes."""
        if self._serial is None:
            return
        serial, before, is_new = self._serial, self._before, self._is_new
        self.editor.flush()
        if self.is_unsaved:
            return
        now, then = self.paragraph(serial), paragraph_of(before, serial)
        is_lost = bool(self.editor.text.strip()) if is_new else now != then
        self.close()
        if is_new:
            done = self.session.attempt(lambda: self._remove(serial))
        else:
            done = before is not None and self.session.attempt(lambda: self.session.desk.restore(before, serial))
        if is_lost and done:
            self.session.tell_step(tr("What was written here is taken back. Ctrl+Z brings it again."))

    def _is_note(self, serial: int) -> bool:
        paragraph = self.paragraph(serial)
        return paragraph is not None and paragraph.kind is ParagraphKind.FOOTNOTE

    def _remove(self, serial: int) -> None:
        desk = self.session.desk
        (desk.delete_note if self._is_note(serial) else desk.delete)(serial)

    def remove(self, serial: int) -> bool:
        """A paragraph, or a note, less; False where that was refused, and then the editor stays open."""
        return self.close_for(lambda: self._remove(serial))

    def close_for(self, removal: Callable[[], object]) -> bool:
        """Do what takes the open paragraph away and close the editor, which stays where that is refused.

        Words that the disk does not take are not thrown away with their paragraph.
        """
        if self.is_unsaved:
            self.editor.flush()
        if self.is_unsaved:
            self.session.complain(render(message("unsaved_on_deleting", reason=self._unsaved)))
            return False
        done = self.session.attempt(removal)
        if done and self._serial is not None:
            self.close()
        return done

    def close(self) -> None:
        """Put the editor away; what was typed last is not handed on."""
        self._serial = None
        self._unsaved = ""
        self._parted = None
        if self._pause.isActive():
            self._pause.start(0)
        self._offering.hide()
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        self.where.release()
        if had_focus or not self._rows.hasFocus():
            self._rows.setFocus()

    def settle(self) -> None:
        """What is typed reaches the desk; the next editor follows, so nothing is shown in between.

        A colon stays: subparagraphs are about to follow.
        """
        serial, parted = self._serial, self._parted
        self.editor.flush()
        self._offering.hide()
        try:
            if serial is not None and not self.editor.text.rstrip().endswith(":"):
                self.session.desk.finish(serial)
            if parted is not None:
                self.session.desk.finish(parted)
        except DraftdeskError as error:
            self.session.refuse(error)

    # back and forth

    def step_back(self, step: Callable[[], None]) -> None:
        """Undo or redo; an open editor goes where the step changed something."""
        was_open = self._serial
        if was_open is not None:
            self.editor.flush()
        if self.is_unsaved:
            return
        before, notes = self.draft, was_open is not None and self._is_note(was_open)
        if not self.session.attempt(step) or was_open is None:
            return
        changed = first_changed(before, self.draft)
        if changed is not None:
            self.open(changed[0], caret=changed[1])
        elif self.paragraph(was_open) is not None and not notes:
            self.open(was_open)
        elif self._serial is not None:
            self.close()

    def leave_note(self, serial: int) -> None:
        """From a note back into the text, behind its mark."""
        draft = self.draft
        holder = holder_of(draft, serial) if draft is not None else None
        caret = mark_place(draft, serial) if draft is not None else 0
        self.leave()
        if holder is not None:
            self.open(holder, caret=min(caret, len(text.text) if (text := self.paragraph(holder)) else 0))
