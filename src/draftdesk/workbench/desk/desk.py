"""The state of the window without the window: what is on the desk, and all that can be decided about it.

Every decision is on the disk when its method returns. A refused one raises and changes nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from typing_extensions import override

from draftdesk.comparing.comparison import Comparison
from draftdesk.drafting.form import Form, TextKind, empty_form
from draftdesk.drafting.rollover import Update
from draftdesk.errors import DraftdeskError, ReadingError, WorkspaceError, refusal
from draftdesk.messages import Message, message
from draftdesk.model.alignment import Shape
from draftdesk.model.dossier import Dossier, OpenedFile, PinnedPair
from draftdesk.model.draft import Draft, Received, View
from draftdesk.model.paragraph import ParagraphId, ParagraphKind
from draftdesk.reading.receive import digest_of
from draftdesk.workbench import reading_corrections as corrections
from draftdesk.workbench.carried_over import anchored, carried_over, with_row_mates
from draftdesk.workbench.chosen_steps import with_chosen
from draftdesk.workbench.compare_again import KeptWorking, WorkingPreparation
from draftdesk.workbench.compare_drafts import Preparation, PreparedFiles, is_same, prepare, shape_of
from draftdesk.workbench.desk import decisions
from draftdesk.workbench.desk.answers import DeskAnswers
from draftdesk.workbench.desk.columns import Column, columns_of
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.desk.place import DeskPlace
from draftdesk.workbench.new_text import begun_from
from draftdesk.workbench.on_disk import left_out
from draftdesk.workbench.paragraph_names import WORKING_NAME
from draftdesk.workspace.ready import Ready
from draftdesk.workspace.store import Arrival, Workspace

_PLACE = "place"

Read = Callable[[bytes, str, View], Received]


class Desk(DeskAnswers):
    """What is on the desk. Files of an earlier day come back as they were read then.

    Where that reading cannot be used any more, they are read again by `read`; without it they wait
    (`waiting`) until they are given in with `supply`, so that a window can have them read by its worker.
    """

    def __init__(
        self, workspace: Workspace, read: Read | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(workspace, clock)
        self._read = read
        self._received: dict[str, Received] = {}
        self._failed: dict[str, Message] = {}
        self._drafts: dict[str, tuple[Dossier, Draft]] = {}
        self._files = PreparedFiles()
        self._chosen: tuple[Comparison, dict[int, int], Comparison] | None = None
        self._known_working = KeptWorking()
        self._comparison: tuple[Dossier, Comparison] | None = None
        self._read_waiting()

    @property
    def is_empty(self) -> bool:
        """Whether there is neither a file nor a working draft."""
        return not self.dossier.files and self.dossier.working is None

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts in the order of their columns, the working draft last."""
        working = self.dossier.working
        return self.file_drafts() if working is None else (*self.file_drafts(), working)

    @property
    def base_draft(self) -> Draft | None:
        """The draft of the first column; None while it is not read."""
        drafts = self.file_drafts()
        return drafts[0] if drafts and drafts[0].id == self.dossier.base else None

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

    def left_out_of(self, draft_id: str) -> tuple[Message, ...]:
        """What reading one file left out, and what it warned of."""
        return left_out([self._received[draft_id]])

    @property
    @override
    def comparison(self) -> Comparison | None:
        """The drafts compared; worked out now if something changed; None for an empty desk."""
        if not self.drafts:
            return None
        if self._comparison is None or not decisions.compares_alike(self._comparison[0], self.dossier):
            self._comparison = (self.dossier, self._compared())
        return self._comparison[1]

    @property
    def preparation(self) -> Preparation:
        """What `prepare` needs for the files, without the working draft."""
        drafts = self.file_drafts()
        return drafts, shape_of(self.dossier.shape, len(drafts)), decisions.pins_of(self.dossier, drafts)

    @property
    def needs_preparing(self) -> bool:
        """Whether `comparison` would have to align the files now, which can take long."""
        return bool(self.file_drafts()) and not self._files.knows(self.preparation)

    def adopt(self, comparison: Comparison, preparation: Preparation) -> bool:
        """Takes what `prepare` gave elsewhere for this preparation; False where the desk has moved on."""
        if not is_same(preparation, self.preparation):
            return False
        self._files.keep(self.preparation, comparison)
        self._comparison = None
        return True

    @property
    def working_preparation(self) -> WorkingPreparation | None:
        """What comparing with the working draft needs; None without one, or where there are no files."""
        working = self.dossier.working
        return None if working is None or not self.file_drafts() else self._beside(working)

    @property
    def compares_quickly(self) -> bool:
        """Whether `comparison` is known, or would take but a moment."""
        there = self.working_preparation
        return not self.needs_preparing and (there is None or self._known_working.quick(there) is not None)

    def adopt_working(self, comparison: Comparison, preparation: WorkingPreparation) -> bool:
        """Takes what comparing elsewhere gave; False where the desk has moved on."""
        now = self.working_preparation
        if now is None or now.working is not preparation.working or not now.is_like(preparation):
            return False
        self._known_working.keep(now, comparison)
        self._comparison = None
        return True

    @override
    def begun(self) -> Comparison:
        """The comparison with a working draft; where there is none, as if it was just begun from the base."""
        compared, files = self.comparison, self.file_drafts()
        if compared is None or not files:
            raise refusal(WorkspaceError, "draft_not_there")
        begun = decisions.working_copy(files[0])
        return compared if self.dossier.working is not None else self._beside(begun).compared()

    def _compared(self) -> Comparison:
        if not self.file_drafts():
            return prepare(self.drafts, Shape.PAIR)
        there = self.working_preparation
        return self._compared_files() if there is None else self._known_working.comparison(there)

    def _compared_files(self) -> Comparison:
        """The files alone, each shown against the one that was chosen; the very same as long as that is so."""
        preparation = self.preparation
        files = self._files.comparison(preparation)
        chosen = decisions.chosen_columns(self.dossier, [draft.id for draft in preparation[0]])
        if self._chosen is None or self._chosen[0] is not files or self._chosen[1] != chosen:
            self._chosen = (files, chosen, with_chosen(files, chosen))
        return self._chosen[2]

    def _beside(self, working: Draft) -> WorkingPreparation:
        column = len(self.file_drafts())
        pins = decisions.pins_of(self.dossier, (*self.file_drafts(), working))
        own = tuple(pin for pin in pins if any(place[0] == column for place in pin.paragraphs))
        return WorkingPreparation(self._compared_files(), working, self._source, own)

    @property
    def _source(self) -> int:
        """The column that the working draft is compared with: where it came from, else the base."""
        ids = [draft.id for draft in self.file_drafts()]
        return ids.index(self.dossier.working_from) if self.dossier.working_from in ids else 0

    @property
    def place(self) -> DeskPlace | None:
        """Where one was when the desk was closed; None for a new one."""
        kept = self._workspace.remembered(_PLACE)
        return None if kept is None else DeskPlace.from_json(kept)

    def keep_place(self, place: DeskPlace) -> None:
        """Remember where one is; no decision, so undo leaves it alone."""
        self._workspace.remember(_PLACE, place.to_json())

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

    def add(self, received: Received, path: str, data: bytes, at: int | None = None, *, reading: bytes = b"") -> str:
        """One more file, last or at a place; the id of its draft. Raises ReadingError where it is there already.

        `reading` is what `kept_reading` made of it elsewhere.
        """
        if digest_of(data) != received.digest:
            raise refusal(ReadingError, "file_changed", name=received.name)
        draft_id = received.drafts[0].id
        arrived = carried_over(decisions.with_file(self.dossier, received, path, at), received.drafts[0])
        dossier = self._shaped(arrived, {draft_id: received})
        self._decide(message("decision_add", name=received.name), dossier, Arrival(received, data, reading))
        self._received[draft_id] = received
        return draft_id

    def _shaped(self, dossier: Dossier, arrived: Mapping[str, Received] | None = None) -> Dossier:
        known = {**self._received, **(arrived or {})}
        drafts = [known[file.draft].drafts[0] for file in dossier.files if file.draft in known]
        return decisions.with_recognised_shape(dossier, drafts)

    def remove(self, draft_id: str) -> None:
        """One file, or the working draft, less."""
        if draft_id == WORKING:
            self._decide(
                message("decision_stop_working"), replace(self.dossier, working=None, working_from="", answers=())
            )
            return
        name = decisions.file_on(self.dossier, draft_id).name
        compared = None if self.needs_preparing else self.comparison
        dossier = self.dossier if compared is None else with_row_mates(self.dossier, compared, draft_id)
        self._decide(message("decision_remove", name=name), self._shaped(decisions.without_file(dossier, draft_id)))

    def move_column(self, draft_id: str, to: int) -> None:
        """A file's column elsewhere; the one that comes first is the base, the working draft stays last."""
        self._decide(message("decision_order"), self._shaped(decisions.with_file_at(self.dossier, draft_id, to)))

    def order_columns(self, draft_ids: Sequence[str]) -> None:
        """The files' columns in this order."""
        self._decide(message("decision_order"), self._shaped(decisions.with_order(self.dossier, draft_ids)))

    def show_against(self, draft_id: str, against: str) -> None:
        """One draft shown against a certain other one."""
        self._decide(message("decision_shape"), decisions.with_against(self.dossier, draft_id, against))

    def set_base(self, draft_id: str) -> None:
        """The base: what others are compared with, and what a redline is written on; it stands first."""
        self._decide(message("decision_base"), self._shaped(decisions.with_file_at(self.dossier, draft_id, 0)))

    def set_shape(self, shape: Shape) -> None:
        """Each draft with its left neighbour, or all with the base."""
        self._decide(message("decision_shape"), decisions.with_shape(self.dossier, shape))

    def call(self, draft_id: str, called: str) -> None:
        """The name that a draft of a file is shown under; "" for its own. Raises WorkspaceError."""
        self._decide(*decisions.with_called(self.dossier, draft_id, called))

    def set_title(self, title: str) -> None:
        """The name of the desk."""
        self._decide(message("decision_title"), replace(self.dossier, title=title))

    def pin(self, pins: PinnedPair) -> None:
        """A pairing put right; one paragraph alone has no counterpart."""
        known = anchored(pins, {draft.id: draft for draft in self.drafts})
        self._decide(message("decision_pin"), decisions.with_pin(self.dossier, known))

    def unpin(self, pins: PinnedPair | ParagraphId) -> None:
        """A pairing taken back, or all that name a paragraph."""
        self._decide(message("decision_unpin"), decisions.without_pin(self.dossier, pins))

    def set_kind(self, paragraph: ParagraphId, kind: ParagraphKind, *others: ParagraphId) -> None:
        """What paragraphs of a file really are; a number that was left in a text becomes its number."""
        self._decide(*decisions.with_kind(self.dossier, kind, (paragraph, *others)))

    def join_read(self, paragraph: ParagraphId) -> None:
        """A paragraph of a file joined with the next one, where reading cut them apart."""
        decided = corrections.with_join(self.dossier, self._file_draft(paragraph.draft), paragraph.serial)
        self._decide(message("decision_join_read"), decided)

    def split_read(self, paragraph: ParagraphId, at: int) -> int:
        """A paragraph of a file cut at an offset of its text; the serial of the second part."""
        draft = self._file_draft(paragraph.draft)
        decided, new = corrections.with_split(self.dossier, draft, paragraph.serial, at)
        self._decide(message("decision_split_read"), decided)
        return new

    def put_back_as_read(self, paragraph: ParagraphId) -> None:
        """What was put right about a paragraph of a file taken back."""
        self._decide(message("decision_as_read"), corrections.as_read(self.dossier, paragraph))

    def as_filed(self, draft_id: str) -> Draft:
        """A file's draft with its paragraphs as they stand in the file, kinds as they were put right."""
        read, _ = self.received(draft_id)
        return corrections.corrected(read.drafts[0], (), self.dossier.kinds)

    def _file_draft(self, draft_id: str) -> Draft:
        return self._draft(decisions.file_on(self.dossier, draft_id))

    def start_form(
        self, form: Form = Form.PLENARY, *, text: TextKind = TextKind.RESOLUTION, language: str = "en"
    ) -> None:
        """The working draft as an empty form, for a text that comes from nothing; raises WorkspaceError."""
        self._refuse_second()
        made = empty_form(WORKING, WORKING_NAME, self._next_serial, form, text=text, language=language)
        self._decide(message("decision_new_form"), replace(self.dossier, working=made, working_from=""))

    def start_rollover(self, from_draft_id: str, chosen: Collection[Update]) -> None:
        """The working draft as last year's text brought up to date, with the chosen updates, in one step."""
        self._refuse_second()
        begun = decisions.working_copy(begun_from(self._file_draft(from_draft_id), chosen))
        decided = replace(self.dossier, working=begun, working_from=from_draft_id)
        self._decide(message("decision_rollover", count=len(chosen)), decided)

    def _refuse_second(self) -> None:
        if self.dossier.working is not None:
            raise refusal(WorkspaceError, "working_there_already")

    def start_working(self, from_draft_id: str, made: Ready | None = None) -> None:
        """The working draft as a copy of another one; the ids of its paragraphs stay. `made`: by `working_start`."""
        draft = next((draft for draft in self.file_drafts() if draft.id == from_draft_id), None)
        if draft is None:
            raise refusal(WorkspaceError, "draft_not_there")
        if made is None or made.old is not self.dossier:
            made = decisions.working_start(self.dossier, draft)
        self._decide(message("decision_start_working"), made.new, made=made)

    @override
    def undo(self) -> None:
        """Takes the last decision back."""
        super().undo()
        self._read_waiting()

    @override
    def redo(self) -> None:
        """Makes the decision again that was undone last."""
        super().redo()
        self._read_waiting()

    def file_drafts(self) -> tuple[Draft, ...]:
        """The drafts of the files in the order of their columns."""
        return tuple(self._draft(file) for file in self.dossier.files if file.draft in self._received)

    def _draft(self, file: OpenedFile) -> Draft:
        """A file's draft as a person put it right; the same object as long as that is the same."""
        known, now = self._drafts.get(file.draft), self.dossier
        if known is not None and known[0].kinds == now.kinds and known[0].regroupings == now.regroupings:
            draft = known[1]
        else:
            draft = corrections.corrected(self._received[file.draft].drafts[0], now.regroupings, now.kinds)
            draft = known[1] if known is not None and known[1] == draft else draft
        draft = draft if draft.called == file.called else replace(draft, called=file.called)
        self._drafts[file.draft] = (now, draft)
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
