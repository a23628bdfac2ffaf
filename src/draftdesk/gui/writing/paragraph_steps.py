"""What is done to whole paragraphs of the working draft: new ones, split, joined, moved, turned, footnotes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from draftdesk.gui.rows.interactive_view import RowsView
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind
from draftdesk.translation import tr
from draftdesk.workbench.working_places import (
    Enter,
    Step,
    after,
    before,
    enter,
    holder_of,
    neighbour_of,
    note_at,
    place_for,
)

_SAME: frozenset[ParagraphKind] = frozenset({ParagraphKind.PREAMBULAR, *SUBPARAGRAPHS})


class ParagraphSteps(QObject):
    """Each step acts on the paragraph in the editor, else on that of the current row."""

    def __init__(self, drafting: Drafting, rows: RowsView) -> None:
        super().__init__(drafting)
        self._drafting = drafting
        self._rows = rows
        self._desk = drafting.session.desk
        self._attempt = drafting.session.attempt
        editor = drafting.editor
        editor.next_asked.connect(self._enter)
        editor.demote_asked.connect(self.demote)
        editor.promote_asked.connect(self.promote)
        editor.move_asked.connect(self.move)
        editor.remove_asked.connect(self._remove_empty)
        editor.join_asked.connect(self._join_at_caret)
        editor.walk_asked.connect(self._walk)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The steps by the names of their actions."""
        return {
            "new_same": self.new_same,
            "new_operative": lambda: self.new_paragraph(ParagraphKind.OPERATIVE),
            "new_preambular": lambda: self.new_paragraph(ParagraphKind.PREAMBULAR),
            "new_sub": self.new_sub,
            "new_heading": lambda: self.new_paragraph(ParagraphKind.HEADING),
            "new_sponsors": lambda: self.new_paragraph(ParagraphKind.SPONSORS),
            "new_annex": self.begin_annex,
            "new_closing": lambda: self.new_paragraph(ParagraphKind.CLOSING),
            "new_bis": self.attach,
            "new_alternative": lambda: self.attach(is_alternative=True),
            "footnote": self.footnote,
            "demote": self.demote,
            "promote": self.promote,
            "turn": self.turn,
            "move_up": lambda: self.move(-1),
            "move_down": lambda: self.move(1),
            "split": self.split,
            "join": self.join,
            "delete": self.delete,
        }

    # new paragraphs

    def new_paragraph(self, kind: ParagraphKind) -> None:
        """Write a new paragraph after the current one."""
        drafting = self._drafting
        if drafting.draft is None:
            drafting.starting.needs_working()
            return
        opened = self._out_of_note()
        beside = opened if opened is not None else drafting.where.current_serial(before=True)
        if opened is not None:
            drafting.settle()
        self._insert(place_for(drafting.draft, beside, kind), kind)

    def new_same(self) -> None:
        """Write one more paragraph of the kind in hand; an operative one where that has no other of its kind."""
        kind = self._kind_in_hand()
        self.new_paragraph(kind if kind in _SAME else ParagraphKind.OPERATIVE)

    def new_sub(self) -> None:
        """Write a subparagraph at the level in hand."""
        kind = self._kind_in_hand()
        self.new_paragraph(kind if kind in SUBPARAGRAPHS else ParagraphKind.SUB1)

    def attach(self, *, is_alternative: bool = False) -> None:
        """Write a paragraph that is bis, ter or alt to the one in hand."""
        drafting = self._drafting
        if drafting.draft is None:
            drafting.starting.needs_working()
            return
        serial = self._out_of_note() or drafting.serial
        if serial is None:
            return
        if drafting.opened is not None:
            drafting.settle()
        made: list[int] = []
        if self._attempt(lambda: made.append(self._desk.attach_after(serial, is_alternative=is_alternative))):
            drafting.open(made[0], is_new=True)

    def begin_annex(self) -> None:
        """Write the title of one more annex."""
        drafting = self._drafting
        if drafting.draft is None:
            drafting.starting.needs_working()
            return
        if drafting.opened is not None:
            drafting.settle()
        made: list[int] = []
        if self._attempt(lambda: made.append(self._desk.begin_annex())):
            drafting.open(made[0], is_new=True)

    def _kind_in_hand(self) -> ParagraphKind | None:
        paragraph = self._drafting.paragraph(self._drafting.serial)
        return paragraph.kind if paragraph is not None else None

    def _insert(self, beside: int | None, kind: ParagraphKind) -> None:
        made: list[int] = []
        if self._attempt(lambda: made.append(self._desk.insert_after(beside, kind))):
            self._drafting.open(made[0], is_new=True)

    def _out_of_note(self) -> int | None:
        """The open paragraph; an open note is left for the paragraph with its mark."""
        drafting = self._drafting
        opened = drafting.opened
        if opened is not None and self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            drafting.leave_note(opened)
        return drafting.opened

    # Enter, Backspace, Delete in the text

    def _enter(self, caret: int) -> None:
        drafting = self._drafting
        serial, draft = drafting.opened, drafting.draft
        if serial is None or draft is None:
            return
        self._take(enter(draft, serial, caret), serial, caret)

    def _take(self, asked: Enter, serial: int, caret: int) -> None:
        drafting = self._drafting
        match asked.step:
            case Step.LEAVE:
                drafting.leave()
            case Step.PROMOTE:
                self.promote()
            case Step.GO:
                self._go(serial, asked.serial)
            case Step.SPLIT:
                self.split(caret)
            case Step.BEFORE:
                self._insert_before(serial, asked.kind)
            case Step.NEW:
                drafting.settle()
                self._insert(serial, asked.kind)
            case Step.REPLACE:
                drafting.leave()
                if drafting.paragraph(serial) is not None:
                    drafting.remove(serial)
                if asked.serial is not None:
                    drafting.open(asked.serial)
                else:
                    self._insert(None, asked.kind)

    def _go(self, serial: int, target: int | None) -> None:
        if self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            self._drafting.leave_note(serial)
            return
        self._drafting.leave()
        if target is not None:
            self._drafting.open(target)

    def _insert_before(self, serial: int, kind: ParagraphKind) -> None:
        draft = self._drafting.draft
        assert draft is not None
        above = before(draft, serial)
        self._drafting.settle()
        self._insert(above.id.serial if above is not None and above.kind is kind else None, kind)

    def split(self, caret: int | None = None) -> None:
        """The open paragraph cut in two at the caret."""
        drafting = self._drafting
        serial = drafting.opened
        if serial is None:
            drafting.session.tell(tr("Open the paragraph (F2) and put the caret where it shall be split."))
            return
        at = drafting.editor.caret if caret is None else caret
        drafting.editor.flush()
        made: list[int] = []
        if self._attempt(lambda: made.append(self._desk.split(serial, at))):
            drafting.open(made[0], caret=0, parted=serial)

    def join(self) -> None:
        """The paragraph in hand put behind the one before it."""
        serial, draft = self._drafting.serial, self._drafting.draft
        if serial is None or draft is None:
            return
        self._drafting.editor.flush()
        self._join(serial)

    def _join_at_caret(self, direction: int) -> None:
        """Backspace at the start of a paragraph, Delete at the end of one."""
        serial, draft = self._drafting.opened, self._drafting.draft
        if serial is None or draft is None or self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            return
        following = after(draft, serial)
        if direction > 0 and following is None:
            return
        self._join(serial if direction < 0 or following is None else following.id.serial)

    def _join(self, serial: int) -> None:
        draft = self._drafting.draft
        above = before(draft, serial) if draft is not None else None
        if self._attempt(lambda: self._desk.join(serial)) and above is not None:
            joined = self._drafting.paragraph(above.id.serial)
            place = len(above.text)
            is_blank = joined is not None and joined.text[place : place + 1] == " "
            self._drafting.open(above.id.serial, caret=place + is_blank)

    def _walk(self, by: int) -> None:
        """The arrow keys at the first and last line lead on into the next paragraph."""
        drafting = self._drafting
        serial, draft = drafting.opened, drafting.draft
        holder = holder_of(draft, serial) if draft is not None and serial is not None else None
        if draft is None or holder is None:
            return
        target = before(draft, holder) if by < 0 else after(draft, holder)
        if by < 0 and holder != serial:
            target = drafting.paragraph(holder)
        if target is not None:
            drafting.leave()
            drafting.open(target.id.serial, caret=None if by < 0 else 0)

    def _remove_empty(self) -> None:
        """Backspace in an empty paragraph: it goes, and the caret stands at the end of the one before."""
        drafting = self._drafting
        serial, draft = drafting.opened, drafting.draft
        if serial is None or draft is None:
            return
        if self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            drafting.leave_note(serial)
            return
        drafting.editor.flush()
        above, own = before(draft, serial), drafting.paragraph(serial)
        place = own.place if own is not None else None
        is_alone = place is not None and (above is None or above.place != place)
        if not is_alone and drafting.remove(serial) and above is not None and above.place == place:
            drafting.open(above.id.serial)

    # footnotes

    def footnote(self) -> None:
        """A footnote at the caret, or the one whose mark stands there; from an open note back to its mark."""
        drafting = self._drafting
        serial = drafting.opened
        if serial is None:
            drafting.session.tell(
                tr("Open the paragraph (F2) and put the caret behind the word that needs a footnote.")
            )
            return
        if self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            drafting.leave_note(serial)
            return
        drafting.editor.flush()
        there = note_at(drafting.draft, serial, drafting.editor.caret)
        if there is not None:
            drafting.leave()
            drafting.open(there)
            return
        caret, made = drafting.editor.caret, []
        if self._attempt(lambda: made.append(self._desk.add_note(serial, caret))):
            drafting.open(made[0], is_new=True)

    # whole paragraphs

    def _shift(self, step: Callable[[int], None]) -> None:
        serial = self._drafting.serial
        if serial is None:
            return
        self._drafting.editor.flush()
        if self._attempt(lambda: step(serial)):
            self._show_again(serial)

    def promote(self) -> None:
        """One level up."""
        self._shift(self._desk.promote)

    def demote(self) -> None:
        """One level down."""
        self._shift(self._desk.demote)

    def turn(self) -> None:
        """From the preamble into the operative part, or back."""
        self._shift(self._desk.turn)
        if self._drafting.opened is not None:
            self._drafting.open(self._drafting.opened)

    def move(self, by: int) -> None:
        """The paragraph before or behind its neighbour."""
        serial, draft = self._drafting.serial, self._drafting.draft
        if serial is None or draft is None or self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            return
        self._drafting.editor.flush()
        target = neighbour_of(draft, serial, by)
        if target is not None and self._attempt(lambda: self._desk.move(serial, *target)):
            self._show_again(serial)

    def _show_again(self, serial: int) -> None:
        drafting = self._drafting
        if drafting.opened is not None:
            drafting.follow()
            self._rows.reveal(self._rows.current_item)
            drafting.place()
        else:
            item = drafting.where.item(serial)
            if item >= 0:
                self._rows.select(item, drafting.where.column)

    def delete(self) -> None:
        """The paragraph in hand, or the open note, less."""
        drafting = self._drafting
        serial = drafting.serial
        if serial is None:
            if drafting.draft is None:
                drafting.starting.needs_working()
            return
        if self._kind_in_hand() is ParagraphKind.FOOTNOTE:
            opened = self._out_of_note()
            if drafting.paragraph(serial) is not None:
                self._attempt(lambda: self._desk.delete_note(serial))
            if opened is not None:
                drafting.open(opened)
            return
        drafting.remove(serial)
