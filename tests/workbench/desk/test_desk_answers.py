"""Proposals taken and left, statuses and private notes on a desk without a window."""

import io
import subprocess
import sys
import zipfile

import pytest

from draftdesk.errors import DraftdeskError, DraftingError
from draftdesk.model.alignment import Shape
from draftdesk.model.decided import StatusKind
from draftdesk.model.dossier import PinnedPair
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.compiling import printed as compile_printed
from draftdesk.workbench.compiling.desk import compile_proposals, proposals_on
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.export_comparison import WRITERS, export_comparison
from draftdesk.workbench.export_redline import RedlineWork, WordSide
from draftdesk.workbench.redline_sides import redline_sides
from draftdesk.workbench.shown_changes import shown_changes
from draftdesk.workspace.store import Workspace
from making_drafts import make_draft, make_received, shown

BASE = (
    "PP: Recalling its resolution,",
    "OP 1: Urges States to inspect their ferries within thirty days;",
    "OP 2: Calls upon States:",
    "S1 (a): To train crews;",
    "S1 (b): To count passengers;",
    "OP 3: Requests a report;",
    "OP 4: Decides to meet.",
)
NORDEN = (
    BASE[0],
    "OP 1: Urges States to inspect their old ferries within thirty days;",
    *BASE[2:4],
    "S1 (b): To drill crews for fire and fog;",
    "S1 (c): To count passengers;",
    "OP 3: Decides to meet.",
)
SUDEN = (
    BASE[0],
    "OP 1: Invites States to inspect their ferries within ten days;",
    "OP 2: Requests a report;",
    *(line.replace("OP 2", "OP 3") for line in BASE[2:5]),
    BASE[6],
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.desk"


@pytest.fixture
def desk(path):
    opened = Desk(Workspace.open(path))
    for name, lines in (("base", BASE), ("norden", NORDEN), ("suden", SUDEN)):
        add(opened, name, lines)
    opened.set_shape(Shape.STAR)
    yield opened
    opened.close()


def add(desk, name, lines):
    desk.add(make_received(make_draft(*lines, id_=name), name.encode()), f"/d/{name}.docx", name.encode())


def row(desk, text, column):
    comparison = desk.comparison
    return next(n for n in range(len(comparison.table.rows)) if comparison.cell_text(n, column).startswith(text))


def take(desk, text, column, change=None, **more):
    at = row(desk, text, column)
    words = None if change is None else shown_changes(desk.comparison, at, 0, column)[change]
    return desk.take(at, column, words, **more)


def test_words_of_two_delegations_go_into_one_paragraph_each_in_its_place(desk):
    assert take(desk, "Urges", 1) == "norden"
    take(desk, "Invites", 2, change=1)
    assert shown(desk.working_draft)[1] == "1 Urges States to inspect their old ferries within ten days;"
    take(desk, "Invites", 2)
    assert shown(desk.working_draft)[1] == "1 Invites States to inspect their old ferries within ten days;"
    with pytest.raises(DraftingError, match="says that already"):
        take(desk, "Invites", 2)


def test_a_change_that_was_taken_and_is_left_after_all_is_put_back(desk):
    take(desk, "Urges", 1)
    take(desk, "Invites", 2)
    at = row(desk, "Invites", 2)
    desk.leave(at, 2, shown_changes(desk.comparison, at, 0, 2)[0])
    assert shown(desk.working_draft)[1] == "1 Urges States to inspect their old ferries within ten days;"
    desk.reword(2, "Urges States to inspect their old ferries within a year;")
    desk.leave(at, 2, shown_changes(desk.comparison, at, 0, 2)[1])
    assert shown(desk.working_draft)[1] == "1 Urges States to inspect their old ferries within a year;"


def test_paragraphs_come_go_and_move_as_a_proposal_has_them(desk):
    take(desk, "To drill", 1)
    desk.take(row(desk, "Requests", 0), 2)
    assert shown(desk.working_draft) == [
        "Recalling its resolution,",
        "1 Urges States to inspect their ferries within thirty days;",
        "2 Requests a report;",
        "3 Calls upon States:",
        "(a) To train crews;",
        "(b) To drill crews for fire and fog;",
        "(c) To count passengers;",
        "4 Decides to meet.",
    ]
    desk.take(row(desk, "Requests", 0), 1)
    assert "Requests a report" not in " ".join(shown(desk.working_draft))


def test_all_of_it_is_begun_and_undone_as_one_decision_each(desk):
    before = desk.dossier
    take(desk, "Urges", 1)
    assert desk.undo_label == "take OP 1 from norden"
    desk.leave(row(desk, "Invites", 2), 2)
    desk.set_status(row(desk, "Urges", 0), 0, StatusKind.AGREED)
    desk.write_private_note(row(desk, "Urges", 0), 0, "ask the capital")
    after = desk.dossier
    for _ in range(4):
        desk.undo()
    assert desk.dossier == before
    for _ in range(4):
        desk.redo()
    assert desk.dossier == after


def test_marks_and_notes_leave_the_comparison_as_it_is(desk):
    before = desk.comparison
    desk.set_status(0, 0, StatusKind.AGREED)
    desk.write_private_note(0, 0, "ask the capital")
    desk.leave(row(desk, "Invites", 2), 2)
    assert desk.comparison is before
    desk.undo()
    assert desk.comparison is before
    take(desk, "Invites", 2)
    assert desk.comparison is not before


def test_what_cannot_be_taken_is_refused_and_changes_nothing(desk):
    before = desk.dossier
    for text, column, message in (
        ("Recalling", 1, "leaves the paragraph as it is"),
        ("Urges", 0, "Go to the column"),
    ):
        with pytest.raises(DraftingError, match=message):
            take(desk, text, column)
    assert desk.dossier is before


def test_a_chapeau_is_not_deleted_with_subparagraphs_that_are_kept(path, desk):
    add(desk, "ostia", (*BASE[:2], "OP 2: To train crews;", "OP 3: To count passengers;", *BASE[5:]))
    with pytest.raises(DraftingError, match="Subparagraphs belong"):
        desk.take(row(desk, "Calls upon", 0), desk.column_index("ostia"))


def test_a_status_and_a_note_follow_their_paragraph_into_the_next_revision(desk):
    desk.set_status(row(desk, "Urges", 0), 0, StatusKind.RESERVED, "Norden")
    desk.write_private_note(row(desk, "Urges", 0), 0, "ask the capital")
    for name in ("base", "norden", "suden"):
        desk.remove(name)
    add(desk, "rev1", ("PP: Noting,", BASE[0], BASE[1].replace("thirty", "sixty"), *BASE[2:]))
    ids = {p.id for p in desk.comparison.paragraphs(row(desk, "Urges", 0), 0)}
    assert desk.decided.status(ids).who == "Norden"
    assert [note.text for note in desk.decided.notes(ids)] == ["ask the capital"]


def test_a_pairing_by_hand_is_carried_to_a_newer_file_of_the_same_text(desk):
    comparison = desk.comparison
    urges, drill = (comparison.paragraphs(row(desk, t, c), c)[0].id for t, c in (("Decides", 0), ("To drill", 1)))
    desk.pin(PinnedPair((urges, drill)))
    desk.remove("norden")
    add(desk, "norden2", (*NORDEN[:4], NORDEN[4].replace("fire", "smoke"), *NORDEN[5:]))
    column = desk.column_index("norden2")
    at = row(desk, "To drill", column)
    assert desk.comparison.cell_text(at, 0) == "Decides to meet."
    assert desk.comparison.table.rows[at].pinned


def test_everything_is_there_after_the_desk_was_closed(desk, path):
    take(desk, "Urges", 1)
    desk.set_status(row(desk, "Urges", 0), 0, StatusKind.AD_REFERENDUM)
    desk.write_private_note(row(desk, "Urges", 0), 0, "ask the capital")
    dossier = desk.dossier
    desk.close()
    with Workspace.open(path) as workspace:
        assert workspace.dossier == dossier


SECRET = "zebrafinch"


@pytest.fixture
def issued(tmp_path):
    opened = Desk(Workspace.open(tmp_path / "issued.desk"))
    files = [resource("samples", "rev1.docx"), *sorted(resource("samples", "proposals").glob("*.docx"))[:2]]
    for file in files:
        opened.add(receive(file.read_bytes(), file.name), str(file), file.read_bytes())
    opened.set_shape(Shape.STAR)
    yield opened
    opened.close()


def everything_exported(desk):
    for column in range(1, len(desk.drafts)):
        sides = redline_sides(desk, column)
        base = WordSide(sides.base_bytes, sides.base)
        yield RedlineWork(base, sides.new, sides.new_bytes, "A", "2026-01-01T00:00:00Z", None).exported().data
    yield from (export_clean(desk.working_draft, form) for form in ("newyork", "akn", "html", "text"))
    for form, writers in WRITERS.items():
        yield from (export_comparison(desk.comparison, form, f"a{suffix}") for suffix in writers)
    proposals = proposals_on(desk, "A")
    yield compile_proposals(proposals, "A", "2026-01-01T00:00:00Z", None, "a.docx").data
    for form, writers in compile_printed.WRITERS.items():
        yield from (compile_proposals(proposals, "A", "", form, f"a{suffix}").data for suffix in writers)


def words_in(data):
    if data[:2] != b"PK":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"".join([name.encode() + package.read(name) for name in package.namelist()])


def test_no_export_holds_a_private_comment_or_a_mark(issued):
    changed = [n for n, one in enumerate(issued.comparison.table.rows) if "edited" in one.relations]
    for n in changed:
        column = 1 + issued.comparison.table.rows[n].relations.index("edited")
        issued.write_private_note(n, column, f"{SECRET} said so")
        issued.set_status(n, column, StatusKind.RESERVED, SECRET)
    n = changed[0]
    issued.take(n, 1 + issued.comparison.table.rows[n].relations.index("edited"))
    exported = [words_in(data) for data in everything_exported(issued)]
    assert len(exported) > 18
    assert sum(b"ferr" in data.lower() for data in exported) >= len(exported) - 3
    assert not [k for k, data in enumerate(exported) if SECRET.encode() in data.lower()]


def test_half_of_the_proposals_taken_and_all_undone_leave_the_desk_as_it_was(issued):
    before, steps = issued.dossier, 0
    todo = [
        (cells.cells, column)
        for cells in issued.comparison.table.rows
        for column in (1, 2)
        if cells.relations[column - 1] not in {None, "unchanged"}
    ]
    for cells, column in todo[::2]:
        at = next(n for n, one in enumerate(issued.comparison.table.rows) if one.cells[:3] == cells)
        try:
            issued.take(at, column)
            steps += 1
        except DraftdeskError:
            continue
    assert steps >= 3
    for _ in range(steps):
        issued.undo()
    assert issued.dossier == before


TAKER = """
import sys
from pathlib import Path
from draftdesk.errors import DraftdeskError
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workspace.store import Workspace

desk = Desk(Workspace.open(Path(sys.argv[1])))
for column in (1, 2):
    for row in range(len(desk.comparison.table.rows)):
        try:
            desk.take(row, column)
        except DraftdeskError:
            continue
        print(desk.working_draft.paragraphs[-1].id.serial, len(desk.dossier.answers), flush=True)
"""


def test_a_process_that_is_killed_while_it_takes_loses_nothing_that_it_took(issued, tmp_path):
    issued.close()
    command = [sys.executable, "-c", TAKER, str(tmp_path / "issued.desk")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as taker:
        told = [taker.stdout.readline() for _ in range(4)]
        taker.kill()
    with Workspace.open(tmp_path / "issued.desk") as workspace:
        assert len(workspace.dossier.answers) >= int(told[-1].split()[1]) == 4
        assert workspace.dossier.working is not None
