import sqlite3
from dataclasses import replace

import pytest

from draftdesk.errors import DraftingError, ReadingError, WorkspaceError, refusal
from draftdesk.model.alignment import Relation, Shape
from draftdesk.model.dossier import PinnedPair
from draftdesk.model.paragraph import ParagraphId, ParagraphKind
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace
from making_drafts import ferries, make_draft, make_received, serial_of, shown

REVISED = (
    "EN: The General Assembly,",
    "PP: Recalling its resolution 74/901,",
    "OP 1: Urges States to inspect all of their ferries every year;",
    "OP 2: Requests the Secretary-General to report;",
    "OP 3: Invites the regional commissions to assist;",
)


class Files:
    """Drafts by their bytes, and how the desk reads them again."""

    def __init__(self):
        self.drafts = {b"base": ferries("base"), b"rev1": make_draft(*REVISED, id_="rev1")}
        self.drafts[b"rev2"] = make_draft(*REVISED[:-1], id_="rev2")
        self.broken = set()

    def read(self, data, name, view):
        if data in self.broken:
            raise refusal(ReadingError, "file_empty", name=name)
        return make_received(self.drafts[data], data)

    def add_to(self, desk, *names):
        for name in names:
            desk.add(self.read(name, "", None), f"/drafts/{name.decode()}.docx", name)


@pytest.fixture
def files():
    return Files()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ferries.desk"


@pytest.fixture
def desk(path, files):
    opened = Desk(Workspace.open(path), files.read)
    yield opened
    opened.close()


def columns(desk):
    return [(c.draft_id, c.is_base, c.is_working, c.against) for c in desk.columns]


def relation(desk, text, step=-1):
    """What became of the row with a paragraph that begins so."""
    comparison = desk.comparison
    for row in comparison.table.rows:
        for column, cell in enumerate(row.cells):
            if any(comparison.drafts[column].paragraphs[i].text.startswith(text) for i in cell):
                return row.relations[step]
    return None


def test_an_empty_desk_compares_nothing(desk):
    assert desk.is_empty
    assert desk.comparison is None
    assert (desk.can_undo, desk.undo_label) == (False, "")


def test_the_first_file_is_the_base_and_each_other_stands_against_its_left_neighbour(desk, files):
    files.add_to(desk, b"base", b"rev1", b"rev2")

    assert columns(desk) == [("base", True, False, None), ("rev1", False, False, 0), ("rev2", False, False, 1)]
    assert desk.comparison.table.steps() == ((0, 1), (1, 2))
    assert relation(desk, "Urges", 0) is Relation.EDITED
    assert desk.base_draft == ferries("base")


def test_all_can_be_compared_with_the_base(desk, files):
    files.add_to(desk, b"base", b"rev1", b"rev2")
    desk.set_shape(Shape.STAR)

    assert [c.against for c in desk.columns] == [None, 0, 0]
    assert desk.comparison.table.steps() == ((0, 1), (0, 2))


def test_choosing_a_base_puts_it_first(desk, files):
    files.add_to(desk, b"base", b"rev1", b"rev2")
    desk.set_base("rev2")

    assert [c.draft_id for c in desk.columns] == ["rev2", "base", "rev1"]
    assert desk.base_draft.id == "rev2"
    assert desk.column_index("base") == 1


def test_the_same_file_twice_is_refused_and_nothing_changes(desk, files):
    files.add_to(desk, b"base")

    with pytest.raises(ReadingError, match="already on the desk"):
        files.add_to(desk, b"base")
    assert len(desk.columns) == 1


def test_bytes_that_are_not_those_that_were_read_are_refused(desk, files):
    with pytest.raises(ReadingError, match="changed on disk"):
        desk.add(files.read(b"base", "", None), "x", b"other bytes")
    assert desk.is_empty


def test_the_bytes_come_back_as_they_were_received(desk, files):
    files.add_to(desk, b"base")

    received, data = desk.received("base")
    assert (received.drafts[0].id, data) == ("base", b"base")
    with pytest.raises(WorkspaceError, match="no such draft"):
        desk.received("rev1")


def test_a_kind_put_right_counts_in_the_comparison_and_in_the_working_draft(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    desk.set_kind(ParagraphId("base", 7), ParagraphKind.BODY)

    assert [draft.paragraphs[6].kind for draft in desk.drafts] == [ParagraphKind.BODY, ParagraphKind.BODY]
    desk.undo()
    assert [draft.paragraphs[6].kind for draft in desk.drafts] == [ParagraphKind.HEADING, ParagraphKind.HEADING]


def test_a_pairing_put_right_holds_until_it_is_taken_back(desk, files):
    files.add_to(desk, b"base", b"rev1")
    urges, requests = ParagraphId("base", 5), ParagraphId("rev1", 4)
    desk.pin(PinnedPair((urges, requests)))

    row = next(row for row in desk.comparison.table.rows if 4 in row.cells[0])
    assert (row.cells[1], row.pinned) == ((3,), True)

    desk.unpin(urges)
    assert relation(desk, "Urges") is Relation.EDITED
    assert desk.dossier.pins == ()


def test_a_new_pairing_takes_the_place_of_what_contradicts_it(desk, files):
    files.add_to(desk, b"base", b"rev1", b"rev2")
    urges = ParagraphId("base", 5)
    desk.pin(PinnedPair((urges,)))
    desk.pin(PinnedPair((urges, ParagraphId("rev1", 4))))
    desk.pin(PinnedPair((urges, ParagraphId("rev1", 3))))
    desk.pin(PinnedPair((ParagraphId("rev1", 3), ParagraphId("rev2", 3))))

    assert [len(pins.paragraphs) for pins in desk.dossier.pins] == [2, 2]


def test_the_working_draft_is_a_copy_that_is_compared_with_where_it_came_from(desk, files):
    files.add_to(desk, b"base", b"rev1")
    desk.start_working("base")

    assert columns(desk)[-1] == ("working", False, True, 0)
    assert desk.comparison.table.steps() == ((0, 1), (0, 2))
    assert {row.relations[1] for row in desk.comparison.table.rows if row.cells[0]} == {Relation.UNCHANGED}
    assert desk.working_draft.paragraphs == desk.drafts[0].paragraphs


def test_edits_of_the_working_draft_show_as_what_they_are(desk, files):
    files.add_to(desk, b"base", b"rev1")
    desk.start_working("base")
    draft = desk.working_draft
    desk.insert_after(serial_of(draft, "Urges"), ParagraphKind.OPERATIVE, "Welcomes the offer;")
    desk.reword(serial_of(draft, "To train"), "To train all crews;")
    desk.delete(serial_of(draft, "To count"))
    desk.move(serial_of(draft, "Noting"), None)

    assert relation(desk, "Welcomes the offer") is Relation.INSERTED
    assert relation(desk, "To train") is Relation.EDITED
    assert relation(desk, "To count") is Relation.DELETED
    assert Relation.MOVED in (relation(desk, "Noting"), relation(desk, "Recalling"))
    assert relation(desk, "Decides") is Relation.UNCHANGED


def test_a_new_paragraph_stands_in_the_row_after_the_one_that_it_follows(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    desk.insert_after(serial_of(desk.working_draft, "Urges"), ParagraphKind.OPERATIVE, "Welcomes;")

    comparison = desk.comparison
    texts = [comparison.cell_text(row, 1) for row in range(len(comparison.table.rows))]
    assert texts[texts.index("Welcomes;") - 1].startswith("Urges")


def test_a_pairing_of_a_new_paragraph_with_an_old_one(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    old = serial_of(desk.working_draft, "Requests")
    desk.delete(old)
    new = desk.insert_after(serial_of(desk.working_draft, "Urges"), ParagraphKind.OPERATIVE, "Invites a report;")
    desk.pin(PinnedPair((ParagraphId("base", old), ParagraphId("working", new))))

    assert relation(desk, "Invites") is Relation.MOVED_EDITED
    assert relation(desk, "Requests") is relation(desk, "Invites")


def test_a_paragraph_split_in_two_stays_one_row_while_its_parts_are_worked_on(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    decides = serial_of(desk.working_draft, "Decides")
    second = desk.split(decides, len("Decides to"))
    desk.reword(second, "Remain fully seized of the matter.")
    desk.reword(decides, "Decides to meet;")

    assert relation(desk, "Decides") is Relation.SPLIT
    desk.reword(second, "Invites all regional commissions to assist.")
    assert relation(desk, "Decides") is Relation.EDITED
    assert relation(desk, "Invites") is Relation.INSERTED


def test_every_visible_paragraph_is_in_exactly_one_row(desk, files):
    files.add_to(desk, b"base", b"rev1")
    desk.start_working("rev1")
    desk.insert_after(None, ParagraphKind.PREAMBULAR, "Noting;")
    desk.split(3, 20)

    comparison = desk.comparison
    for column, draft in enumerate(comparison.drafts):
        placed = sorted(index for row in comparison.table.rows for index in row.cells[column])
        assert placed == list(draft.visible)


def test_without_its_source_the_working_draft_stands_against_the_base(desk, files):
    files.add_to(desk, b"base", b"rev1")
    desk.start_working("rev1")
    desk.remove("rev1")

    assert columns(desk) == [("base", True, False, None), ("working", False, True, 0)]
    assert len(desk.comparison.drafts) == 2
    desk.remove("base")
    assert [len(desk.comparison.drafts), desk.columns[0].against, desk.is_empty] == [1, None, False]


def test_an_edit_without_a_working_draft_is_refused(desk, files):
    files.add_to(desk, b"base")

    with pytest.raises(DraftingError, match="no working draft yet"):
        desk.reword(5, "Text")


def test_undo_says_what_it_takes_back(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    desk.reword(5, "Urges nobody;")

    assert desk.undo_label == "change the wording of OP 1"
    desk.undo()
    assert (desk.undo_label, desk.redo_label) == ("start the working draft", "change the wording of OP 1")


def test_typing_in_one_go_is_one_step_and_a_pause_begins_another(path, files):
    now = [0.0]
    desk = Desk(Workspace.open(path), files.read, clock=lambda: now[0])
    files.add_to(desk, b"base")
    desk.start_working("base")
    for pause, text in ((0, "U"), (0.5, "Urges"), (0.5, "Urges some"), (9, "Urges some States")):
        now[0] += pause
        desk.reword(5, text, merge=True)
    desk.finish(5)

    assert desk.working_draft.paragraphs[4].text == "Urges some States;"
    desk.undo()
    assert desk.working_draft.paragraphs[4].text == "Urges some"
    desk.undo()
    assert desk.working_draft == replace(ferries("base"), id="working", name="Working draft")
    desk.close()


def test_typing_is_never_undone_together_with_something_else(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    desk.delete(13)
    desk.reword(5, ferries().paragraphs[4].text, merge=True)
    desk.reword(5, "Urges;", merge=True)
    desk.undo()

    assert 13 not in {p.id.serial for p in desk.working_draft.paragraphs}
    assert desk.working_draft.paragraphs[4] == ferries().paragraphs[4]


def test_a_new_paragraph_that_is_given_up_leaves_no_trace(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    new = desk.insert_after(5, ParagraphKind.OPERATIVE)
    desk.delete(new)

    assert desk.working_draft.paragraphs == ferries().paragraphs
    assert (desk.undo_label, desk.can_redo) == ("start the working draft", False)


def test_typing_in_another_paragraph_is_a_step_of_its_own(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    desk.reword(5, "Urges;", merge=True)
    desk.reword(13, "Requests;", merge=True)
    desk.undo()

    assert [desk.working_draft.paragraphs[i].text for i in (4, 12)] == [
        "Urges;",
        "Requests the Secretary-General to report;",
    ]


def test_the_same_desk_comes_back_after_closing(desk, path, files):
    files.add_to(desk, b"base", b"rev1")
    desk.start_working("base")
    desk.insert_after(5, ParagraphKind.OPERATIVE, "Welcomes the offer;")
    table, lines = desk.comparison.table, shown(desk.working_draft)
    desk.close()

    again = Desk(Workspace.open(path), files.read)
    assert again.comparison.table == table
    assert shown(again.working_draft) == lines
    while again.can_undo:
        again.undo()
    assert again.is_empty
    while again.can_redo:
        again.redo()
    assert again.comparison.table == table
    again.close()


def without_readings(path):
    """The file as if a version had written it whose readings this one cannot use."""
    with sqlite3.connect(path) as database:
        database.execute("UPDATE reading SET value = x'00'")
    database.close()


def test_files_of_an_earlier_day_come_back_without_being_read_again(desk, path, files):
    files.add_to(desk, b"base", b"rev1")
    table = desk.comparison.table
    desk.close()

    again = Desk(Workspace.open(path))
    assert again.waiting == ()
    assert again.comparison.table == table
    assert again.received("rev1") == (files.read(b"rev1", "", None), b"rev1")
    again.close()


def test_files_whose_reading_is_of_no_use_any_more_can_be_read_elsewhere(desk, path, files):
    files.add_to(desk, b"base", b"rev1")
    desk.close()
    without_readings(path)

    again = Desk(Workspace.open(path))
    assert [file.draft for file in again.waiting] == ["base", "rev1"]
    assert again.drafts == ()
    for file in again.waiting:
        again.supply(file, files.read(again.bytes_of(file), file.name, file.view))
    assert len(again.comparison.drafts) == 2
    again.close()


def test_a_file_that_can_no_longer_be_read_leaves_the_others_on_the_desk(desk, path, files):
    files.add_to(desk, b"base", b"rev1")
    desk.close()
    without_readings(path)
    files.broken.add(b"rev1")

    again = Desk(Workspace.open(path), files.read)
    assert [c.draft_id for c in again.columns] == ["base"]
    assert list(again.unreadable) == ["rev1"]
    again.close()


def test_a_comparison_made_elsewhere_is_taken_unless_the_desk_moved_on(desk, files):
    files.add_to(desk, b"base", b"rev1")
    preparation = desk.preparation
    made = prepare(*preparation)
    assert desk.needs_preparing

    assert desk.adopt(made, preparation)
    assert not desk.needs_preparing
    assert desk.comparison.table == made.table

    files.add_to(desk, b"rev2")
    assert not desk.adopt(made, preparation)
    assert desk.needs_preparing


def test_an_edit_of_the_working_draft_does_not_align_the_files_again(desk, files):
    files.add_to(desk, b"base", b"rev1")
    desk.start_working("base")
    assert desk.comparison is not None
    desk.reword(5, "Urges nobody;")

    assert not desk.needs_preparing


def test_a_serial_is_not_given_again_after_its_paragraph_was_deleted(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    first = desk.insert_after(5, ParagraphKind.OPERATIVE, "One;")
    desk.delete(first)
    second = desk.insert_after(5, ParagraphKind.OPERATIVE, "Two;")
    desk.undo()
    third = desk.insert_after(5, ParagraphKind.OPERATIVE, "Three;")

    assert len({first, second, third}) == 3


def test_a_joined_paragraph_stands_in_one_row_with_the_one_it_was_joined_to(desk, files):
    files.add_to(desk, b"base")
    desk.start_working("base")
    desk.join(serial_of(desk.working_draft, "Decides"))

    (row,) = [row for row in desk.comparison.table.rows if row.relations[-1] is not Relation.UNCHANGED]
    assert row.relations[-1] is Relation.MERGED
    assert [len(row.cells[0]), len(row.cells[1])] == [2, 1]
    desk.reword(serial_of(desk.working_draft, "Requests"), "Requests the Secretary-General to report.")
    assert Relation.DELETED in [row.relations[-1] for row in desk.comparison.table.rows]
