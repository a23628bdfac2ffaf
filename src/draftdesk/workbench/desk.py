"""The state of the window without the window: what is on the desk, and all that can be decided about it.

Every decision is on the disk when its method returns. A refused one raises and changes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from draftdesk.comparing.comparison import Comparison
from draftdesk.drafting import edits
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.errors import DraftdeskError, DraftingError, ReadingError, WorkspaceError, refusal
from draftdesk.messages import Field, Message, message, render
from draftdesk.model.alignment import Shape
from draftdesk.model.dossier import Dossier, OpenedFile, PinnedPair
from draftdesk.model.draft import Draft, Received, View
from draftdesk.model.paragraph import ParagraphId, ParagraphKind
from draftdesk.reading.receive import digest_of
from draftdesk.settings import TYPING_PAUSE_SECONDS
from draftdesk.workbench import desk_decisions as decisions
from draftdesk.workbench.compare_drafts import (
    Preparation,
    PreparedFiles,
    is_same,
    prepare,
    shape_of,
    with_working,
)
from draftdesk.workbench.desk_columns import Column, columns_of
from draftdesk.workbench.desk_decisions import WORKING
from draftdesk.workbench.on_disk import left_out
from draftdesk.workbench.paragraph_names import paragraph_names
from draftdesk.workspace.store import Arrival, Workspace

Read = Callable[[bytes, str, View], Received]


class Desk:
    """What is on the desk. Files of an earlier day come back as they were read then.

    Where that reading cannot be used any more, they are read again by `read`; without it they wait
    (`waiting`) until they are given in with `supply`, so that a window can have them read by its worker.
    """

    def __init__(
        self, workspace: Workspace, read: Read | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._workspace = workspace
        self._read = read
        self._clock = clock
        self._received: dict[str, Received] = {}
        self._failed: dict[str, Message] = {}
        self._drafts: dict[str, tuple[Dossier, Draft]] = {}
        self._files = PreparedFiles()
        self._comparison: tuple[Dossier, Comparison] | None = None
        self._burst: tuple[int, float] | None = None
        self._untouched: int | None = None
        self._read_waiting()

    @property
    def workspace(self) -> Workspace:
        """Where the desk is kept."""
        return self._workspace

    @property
    def dossier(self) -> Dossier:
        """All that is decided."""
        return self._workspace.dossier

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a file nor a working draft."""
        return not self.dossier.files and self.dossier.working is None

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts in the order of their columns, the working draft last."""
        working = self.dossier.working
        return self._file_drafts() if working is None else (*self._file_drafts(), working)

    @property
    def base_draft(self) -> Draft | None:
        """The draft of the first column; None while it is not read."""
        drafts = self._file_drafts()
        return drafts[0] if drafts and drafts[0].id == self.dossier.base else None

    @property
    def working_draft(self) -> Draft | None:
        """The draft being written; None before it is started."""
        return self.dossier.working

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in order; files that still wait to be read have none."""
        files = [file for file in self.dossier.files if file.draft in self._received]
        return columns_of(self.dossier, files, self._source)

    def column_index(self, draft_id: str) -> int:
        """The column of a draft; raises WorkspaceError."""
        for number, draft in enumerate(self.drafts):
            if draft.id == draft_id:
                return number
        raise refusal(WorkspaceError, "draft_not_there")

    def received(self, draft_id: str) -> tuple[Received, bytes]:
        """What was read of a file, and its bytes as they came; raises WorkspaceError."""
        file = decisions.file_on(self.dossier, draft_id)
        if draft_id not in self._received:
            raise refusal(WorkspaceError, "draft_not_there")
        return self._received[draft_id], self._workspace.received(file.digest)

    @property
    def left_out(self) -> tuple[Message, ...]:
        """What reading the files on the desk left out, and what it warned of."""
        return left_out(self._received[file.draft] for file in self.dossier.files if file.draft in self._received)

    @property
    def comparison(self) -> Comparison | None:
        """The drafts compared; worked out now if something changed; None for an empty desk."""
        if not self.drafts:
            return None
        if self._comparison is None or self._comparison[0] is not self.dossier:
            self._comparison = (self.dossier, self._compared())
        return self._comparison[1]

    @property
    def preparation(self) -> Preparation:
        """What `prepare` needs for the files, without the working draft."""
        drafts = self._file_drafts()
        return drafts, shape_of(self.dossier.shape, len(drafts)), decisions.pins_of(self.dossier, drafts)

    @property
    def needs_preparing(self) -> bool:
        """Whether `comparison` would have to align the files now, which can take long."""
        return bool(self._file_drafts()) and not self._files.knows(self.preparation)

    def adopt(self, comparison: Comparison, preparation: Preparation) -> bool:
        """Takes what `prepare` gave elsewhere for this preparation; False where the desk has moved on."""
        if not is_same(preparation, self.preparation):
            return False
        self._files.keep(self.preparation, comparison)
        self._comparison = None
        return True

    def _compared(self) -> Comparison:
        preparation, working = self.preparation, self.dossier.working
        if not preparation[0]:
            return prepare(self.drafts, Shape.PAIR)
        files = self._files.comparison(preparation)
        if working is None:
            return files
        column = len(preparation[0])
        pins = decisions.pins_of(self.dossier, self.drafts)
        own = [pin for pin in pins if any(place[0] == column for place in pin.paragraphs)]
        return with_working(files, working, self._source, own)

    @property
    def _source(self) -> int:
        """The column that the working draft is compared with: where it came from, else the base."""
        ids = [draft.id for draft in self._file_drafts()]
        return ids.index(self.dossier.working_from) if self.dossier.working_from in ids else 0

    @property
    def waiting(self) -> tuple[OpenedFile, ...]:
        """Files on the desk that are not read yet and did not fail."""
        return tuple(f for f in self.dossier.files if f.draft not in self._received and f.draft not in self._failed)

    @property
    def unreadable(self) -> dict[str, Message]:
        """What went wrong with files that could not be read again, by the ids of their drafts."""
        there = {file.draft for file in self.dossier.files}
        return {draft: said for draft, said in self._failed.items() if draft in there}

    def bytes_of(self, file: OpenedFile) -> bytes:
        """The bytes of a file as they came."""
        return self._workspace.received(file.digest)

    def supply(self, file: OpenedFile, outcome: Received | Message) -> None:
        """What reading a waiting file gave, or why it failed."""
        if isinstance(outcome, Message):
            self._failed[file.draft] = outcome
            return
        draft = next((draft for draft in outcome.drafts if draft.view == file.view), outcome.drafts[0])
        self._received[file.draft] = replace(outcome, drafts=(replace(draft, id=file.draft),))
        self._failed.pop(file.draft, None)
        self._comparison = None

    def add(self, received: Received, path: str, data: bytes) -> str:
        """One more file; the id of its draft. Raises ReadingError where it is there already."""
        if digest_of(data) != received.digest:
            raise refusal(ReadingError, "file_changed", name=received.name)
        draft_id = received.drafts[0].id
        dossier = decisions.with_file(self.dossier, received, path)
        self._decide(message("decision_add", name=received.name), dossier, Arrival(received, data))
        self._received[draft_id] = received
        return draft_id

    def remove(self, draft_id: str) -> None:
        """One file, or the working draft, less."""
        if draft_id == WORKING:
            self._decide(message("decision_stop_working"), replace(self.dossier, working=None, working_from=""))
            return
        name = decisions.file_on(self.dossier, draft_id).name
        self._decide(message("decision_remove", name=name), decisions.without_file(self.dossier, draft_id))

    def move_column(self, draft_id: str, to: int) -> None:
        """A file's column elsewhere; the one that comes first is the base, the working draft stays last."""
        self._decide(message("decision_order"), decisions.with_file_at(self.dossier, draft_id, to))

    def set_base(self, draft_id: str) -> None:
        """The base: what others are compared with, and what a redline is written on; it stands first."""
        self._decide(message("decision_base"), decisions.with_file_at(self.dossier, draft_id, 0))

    def set_shape(self, shape: Shape) -> None:
        """Each draft with its left neighbour, or all with the base."""
        self._decide(message("decision_shape"), decisions.with_shape(self.dossier, shape))

    def set_title(self, title: str) -> None:
        """The name of the desk."""
        self._decide(message("decision_title"), replace(self.dossier, title=title))

    def pin(self, pins: PinnedPair) -> None:
        """A pairing put right; one paragraph alone has no counterpart."""
        self._decide(message("decision_pin"), decisions.with_pin(self.dossier, pins))

    def unpin(self, pins: PinnedPair | ParagraphId) -> None:
        """A pairing taken back, or all that name a paragraph."""
        self._decide(message("decision_unpin"), decisions.without_pin(self.dossier, pins))

    def set_kind(self, paragraph: ParagraphId, kind: ParagraphKind) -> None:
        """What a paragraph of a file really is; its text and number stay as they are."""
        self._decide(message("decision_kind"), decisions.with_kind(self.dossier, paragraph, kind))

    def start_working(self, from_draft_id: str) -> None:
        """The working draft as a copy of another draft; the ids of its paragraphs stay."""
        draft = next((draft for draft in self._file_drafts() if draft.id == from_draft_id), None)
        if draft is None:
            raise refusal(WorkspaceError, "draft_not_there")
        dossier = replace(self.dossier, working=decisions.working_copy(draft), working_from=from_draft_id)
        self._decide(message("decision_start_working"), dossier)

    def reword(self, serial: int, text: str, *, merge: bool = False) -> None:
        """Another text for a paragraph. `merge`: typing; what is typed in one go is undone in one go."""
        draft, now = edits.reword(self._working(), serial, text), self._clock()
        if draft is self.dossier.working:
            return
        burst, self._burst = self._burst, None
        goes_on = merge and burst is not None and burst[0] == serial and now - burst[1] < TYPING_PAUSE_SECONDS
        self._edit("decision_reword", draft, serial, widen=goes_on)
        self._burst = (serial, now) if merge else None

    def finish(self, serial: int) -> None:
        """The user leaves a paragraph: its final mark follows from its place. Undone with the typing."""
        draft = finish_paragraph(self._working(), serial)
        if draft is not self.dossier.working:
            widen = self._burst is not None and self._burst[0] == serial
            self._edit("decision_reword", draft, serial, widen=widen)

    def insert_after(self, serial: int | None, kind: ParagraphKind, text: str = "") -> int:
        """A new paragraph behind another one and what belongs to that; its serial. None: the first of its kind."""
        draft, new = edits.insert_after(self._working(), serial, kind, text, new_serial=self._next_serial)
        self._edit("decision_insert", draft, new)
        self._untouched = new
        return new

    def delete(self, serial: int) -> None:
        """A paragraph and its subparagraphs less; a new one that nothing was written in leaves no trace."""
        if serial == self._untouched:
            self._untouched = None
            self._workspace.retract()
            return
        what = self._name(self._working(), serial)
        self._edit("decision_delete", edits.delete(self._working(), serial), serial, what=what)

    def change_kind(self, serial: int, kind: ParagraphKind) -> None:
        """Another kind: number, form and a known opening change with it."""
        self._edit("decision_change_kind", edits.change_kind(self._working(), serial, kind), serial)

    def promote(self, serial: int) -> None:
        """A subparagraph one level up."""
        self._edit("decision_promote", edits.promote(self._working(), serial), serial)

    def demote(self, serial: int) -> None:
        """A paragraph one level down."""
        self._edit("decision_demote", edits.demote(self._working(), serial), serial)

    def move(self, serial: int, after_serial: int | None) -> None:
        """A paragraph and its subparagraphs behind another one and what belongs to that."""
        self._edit("decision_move", edits.move(self._working(), serial, after_serial), serial)

    def split(self, serial: int, at: int) -> int:
        """A paragraph cut in two at an offset of its text; the serial of the second."""
        draft, new = edits.split(self._working(), serial, at, new_serial=self._next_serial)
        self._edit("decision_split", draft, serial)
        return new

    def join(self, serial: int) -> None:
        """A paragraph's text put behind that of the paragraph before it."""
        self._edit("decision_join", edits.join(self._working(), serial), serial, what="")

    @property
    def can_undo(self) -> bool:
        """Whether there is a decision to take back."""
        return self._workspace.undoable is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a decision to make again."""
        return self._workspace.redoable is not None

    @property
    def undo_label(self) -> str:
        """What undo would take back, in words; "" for nothing."""
        return _label(self._workspace.undoable)

    @property
    def redo_label(self) -> str:
        """What redo would make again, in words; "" for nothing."""
        return _label(self._workspace.redoable)

    def undo(self) -> None:
        """Takes the last decision back."""
        self._workspace.undo()
        self._burst = self._untouched = None
        self._read_waiting()

    def redo(self) -> None:
        """Makes the decision again that was undone last."""
        self._workspace.redo()
        self._burst = self._untouched = None
        self._read_waiting()

    def close(self) -> None:
        """Gives the file of the desk free."""
        self._workspace.close()

    def _decide(self, said: Message, dossier: Dossier, came: Arrival | None = None, *, widen: bool = False) -> None:
        self._workspace.decide(said, dossier, came, widen=widen)
        self._burst = self._untouched = None

    def _edit(self, code: str, draft: Draft, serial: int, *, what: Field | None = None, widen: bool = False) -> None:
        if draft is self.dossier.working:
            return
        name = self._name(draft, serial) if what is None else what
        self._decide(message(code, what=name), replace(self.dossier, working=draft), widen=widen)

    @staticmethod
    def _name(draft: Draft, serial: int) -> str:
        try:
            return paragraph_names(draft)[draft.index_of(serial)].full
        except KeyError:
            raise refusal(DraftingError, "paragraph_not_there") from None

    def _working(self) -> Draft:
        if self.dossier.working is None:
            raise refusal(DraftingError, "no_working_draft")
        return self.dossier.working

    @property
    def _next_serial(self) -> int:
        return self._workspace.highest_serial + 1

    def _file_drafts(self) -> tuple[Draft, ...]:
        return tuple(self._draft(file) for file in self.dossier.files if file.draft in self._received)

    def _draft(self, file: OpenedFile) -> Draft:
        """A file's draft with the kinds that a person set; the same object as long as they are the same."""
        known = self._drafts.get(file.draft)
        if known is not None and known[0].kinds == self.dossier.kinds:
            return known[1]
        settings = [setting for setting in self.dossier.kinds if setting.paragraph.draft == file.draft]
        draft = decisions.with_kinds(self._received[file.draft].drafts[0], settings)
        if known is not None and known[1] == draft:
            draft = known[1]
        self._drafts[file.draft] = (self.dossier, draft)
        return draft

    def _read_waiting(self) -> None:
        """Takes what was read of the files on an earlier day; reads the others again."""
        for file in self.waiting:
            kept = self._workspace.reading(file.draft)
            if kept is not None:
                self._received[file.draft] = kept
            elif self._read is not None:
                try:
                    self.supply(file, self._read(self.bytes_of(file), file.name, file.view))
                except DraftdeskError as error:
                    self.supply(file, error.said)


def _label(said: Message | None) -> str:
    return "" if said is None else render(said)
