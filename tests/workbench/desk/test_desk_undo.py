"""Whatever is decided in whatever order: undo gives every earlier state back, redo every later one."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from draftdesk.drafting.pasting import Piece
from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphId, ParagraphKind
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace
from making_drafts import ferries, make_received

KINDS = st.sampled_from([ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, *SUBPARAGRAPHS, ParagraphKind.HEADING])
PICKS = st.integers(0, 10_000)
TEXTS = st.sampled_from(["", "Urges States;", "Recalling its resolution,", "To act", "Notes the list."])


class DeskInUse(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "a.desk"
        self.desk = self.opened()
        self.desk.add(self.read(b"base", "", None), "base.docx", b"base")
        self.desk.start_working("base")
        self.past = [self.desk.dossier]
        self.future = []
        self.new = None

    def opened(self):
        return Desk(Workspace.open(self.path), self.read)

    @staticmethod
    def read(data, name, view):
        return make_received(ferries(), data)

    def serial(self, pick):
        paragraphs = self.desk.working_draft.paragraphs
        return paragraphs[pick % len(paragraphs)].id.serial

    def decided(self, decide):
        try:
            decide()
        except DraftingError:
            assert self.desk.dossier == self.past[-1]
        if self.desk.dossier != self.past[-1]:
            self.past.append(self.desk.dossier)
            self.future = []
            self.new = None

    @rule(pick=PICKS, text=TEXTS)
    def reword(self, pick, text):
        self.decided(lambda: self.desk.reword(self.serial(pick), text))

    @rule(pick=PICKS, kind=KINDS, text=TEXTS)
    def insert(self, pick, kind, text):
        made = []
        self.decided(lambda: made.append(self.desk.insert_after(self.serial(pick), kind, text)))
        self.new = made[0] if made else self.new

    @rule(pick=PICKS, kind=KINDS)
    def change_kind(self, pick, kind):
        self.decided(lambda: self.desk.change_kind(self.serial(pick), kind))

    @precondition(lambda self: len(self.desk.working_draft.paragraphs) > 8)
    @rule(pick=PICKS)
    def delete(self, pick):
        serial = self.serial(pick)
        if serial == self.new:  # nothing happened since it was inserted: deleting it takes that back
            self.desk.delete(serial)
            self.past.pop()
            self.new = None
        else:
            self.decided(lambda: self.desk.delete(serial))

    @rule(pick=PICKS, up=st.booleans())
    def shift(self, pick, up):
        self.decided(lambda: (self.desk.promote if up else self.desk.demote)(self.serial(pick)))

    @rule(pick=PICKS, after=PICKS)
    def move(self, pick, after):
        self.decided(lambda: self.desk.move(self.serial(pick), self.serial(after)))

    @rule(pick=PICKS, at=st.integers(0, 20))
    def split_or_join(self, pick, at):
        serial = self.serial(pick)
        self.decided(lambda: self.desk.split(serial, at) if at else self.desk.join(serial))

    @rule(pick=PICKS)
    def turn(self, pick):
        self.decided(lambda: self.desk.turn(self.serial(pick)))

    @rule(pick=PICKS, at=st.integers(0, 20))
    def note(self, pick, at):
        self.decided(lambda: self.desk.add_note(self.serial(pick), at))

    @precondition(lambda self: self.desk.working_draft.notes)
    @rule(gone=st.booleans())
    def work_on_a_note(self, gone):
        serial = self.desk.working_draft.notes[0].paragraphs[0].id.serial
        self.decided(lambda: self.desk.reword(serial, "See A/80/1, annex." if gone else "A/80/2."))
        if gone and self.new is None and self.desk.undo_label.startswith("change"):
            self.decided(lambda: self.desk.delete_note(serial))

    @rule(pick=PICKS, at=st.integers(0, 20))
    def paste(self, pick, at):
        pieces = (Piece("Notes the report;", ParagraphKind.OPERATIVE), Piece("to act;", ParagraphKind.SUB1))
        self.decided(lambda: self.desk.paste(self.serial(pick), at, pieces))

    @rule(pick=PICKS)
    def finish(self, pick):
        self.decided(lambda: self.desk.finish(self.serial(pick)))

    @rule(pick=st.integers(1, 15), kind=KINDS)
    def set_kind(self, pick, kind):
        self.decided(lambda: self.desk.set_kind(ParagraphId("base", pick), kind))

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self):
        self.new = None
        self.future.append(self.past.pop())
        self.desk.undo()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        self.new = None
        self.past.append(self.future.pop())
        self.desk.redo()

    @rule()
    def reopen(self):
        self.new = None
        self.desk.close()
        self.desk = self.opened()

    @invariant()
    def the_desk_is_what_was_decided(self):
        assert self.desk.dossier == self.past[-1]

    @invariant()
    def each_paragraph_is_well_made(self):
        serials = [p.id.serial for p in self.desk.working_draft.paragraphs]
        assert len(serials) == len(set(serials))
        for p in self.desk.working_draft.paragraphs:
            assert 0 <= p.text_span.start <= p.text_span.end <= len(p.source_text)
            assert all(run.span.end <= len(p.source_text) for run in p.runs)
            if p.number_span is not None:
                assert p.number in p.number_span.of(p.source_text)

    @invariant()
    def each_visible_paragraph_is_in_one_row(self):
        comparison = self.desk.comparison
        for column, draft in enumerate(comparison.drafts):
            assert sorted(i for row in comparison.table.rows for i in row.cells[column]) == list(draft.visible)

    def teardown(self):
        if not hasattr(self, "desk"):
            return
        try:
            self.take_all_back_and_make_it_again()
        finally:
            self.desk.close()
            shutil.rmtree(self.folder)

    def take_all_back_and_make_it_again(self):
        last = self.future[0] if self.future else self.past[-1]
        while self.desk.can_undo:
            self.desk.undo()
        assert self.desk.is_empty
        while self.desk.can_redo:
            self.desk.redo()
        assert self.desk.dossier == last


TestDeskInUse = DeskInUse.TestCase
TestDeskInUse.settings = settings(
    max_examples=20, stateful_step_count=15, phases=[Phase.reuse, Phase.generate, Phase.shrink]
)
