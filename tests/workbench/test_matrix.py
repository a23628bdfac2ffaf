"""The matrix and the sheet of a row: what each delegation makes of a paragraph, who collides with whom."""

from __future__ import annotations

from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.resources import resource
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.same_words import contested_words
from draftdesk.workbench.display.values import Sign, TextRow
from draftdesk.workbench.files import load
from draftdesk.workbench.matrix import CellState, MatrixCell, MatrixRow, changed_rows, matrix_row, said_of
from draftdesk.workbench.sheet import Sheet, sheet_of
from making_drafts import make_draft

PREAMBLE = "PP: Recalling the River Charter,"
LIGHT = "Urges States to light every landing place at night;"
ORDERS = (
    LIGHT,
    "Requests the Commission to keep a public register of accidents;",
    "Welcomes the training of ferry masters by the Commission;",
    "Invites donors to support the replacement of wooden hulls;",
)


def text(name: str, *orders: str) -> Draft:
    return make_draft(PREAMBLE, *(f"OP {k}: {order}" for k, order in enumerate(orders, 1)), id_=name)


def many() -> DisplayRows:
    """A base and five texts: two equal edits, another edit of the same words, a deletion, a move, a new paragraph."""
    first, second, third, fourth = ORDERS
    drafts = [
        text("base", *ORDERS),
        text("arvala", first.replace("Urges", "Invites"), second, third, fourth),
        text("belmora", first.replace("Urges", "Calls upon"), second, third, fourth),
        text("corvenia", first.replace("Urges", "Invites"), second, third, fourth),
        text("dorsany", first, third, fourth),
        text("estmark", first, third, fourth, second, "Decides to hold a meeting of ferry masters in 2027;"),
    ]
    return arrange(prepare(drafts, Shape.STAR), folds=False)


def row_of(view: DisplayRows, name: str, column: int = 0) -> TextRow:
    return next(
        row for row in view.rows if row.cells[column] and view.names[column][row.cells[column][0]].full == name
    )


def signs(row: MatrixRow) -> list[str]:
    return [cell.sign for cell in row.cells]


def test_a_row_says_of_every_draft_what_it_makes_of_the_paragraph():
    view = many()
    assert signs(matrix_row(view, row_of(view, "PP 1"))) == ["●", "=", "=", "=", "=", "="]
    assert signs(matrix_row(view, row_of(view, "OP 1"))) == ["●", "▼ 2", "▼ 3", "▼ 2", "=", "="]
    assert signs(matrix_row(view, row_of(view, "OP 2"))) == ["●", "=", "=", "=", "D", "M"]
    new = matrix_row(view, row_of(view, "OP 5", 5))
    assert signs(new) == ["", "", "", "", "", "I"]
    assert new.opening.startswith("New: Decides to hold")
    assert new.cells[1].state is CellState.ABSENT


def test_a_moved_paragraph_stands_at_both_places_and_is_counted_once():
    view = many()
    rows = [matrix_row(view, row) for row in view.rows]
    there = next(row for row in rows if row.opening.startswith("Moved here: Requests"))
    assert there.cells[5].state is CellState.MOVED
    assert changed_rows(view, rows) == (0, 1, 1, 1, 1, 2)


def test_the_more_words_change_the_hotter_is_the_cell():
    base = "Urges States to light every landing place on rivers and lakes at night, as far as it is possible;"
    texts = (
        base.replace("Urges", "Invites"),
        base.replace("light every landing place", "mark each pier"),
        base.replace("light every landing place on rivers and lakes at night", "mark piers"),
        "Urges States to forbid wooden ferries without any life jackets, and to inspect the others each year;",
    )
    drafts = [text("base", ORDERS[1], base), *(text(f"d{k}", ORDERS[1], one) for k, one in enumerate(texts))]
    view = arrange(prepare(drafts, Shape.STAR))
    cells = matrix_row(view, row_of(view, "OP 2")).cells[1:]
    assert [cell.heat for cell in cells][:3] == sorted(cell.heat for cell in cells[:3])
    assert cells[0].heat < cells[2].heat
    assert all(0 < cell.amount <= 1 for cell in cells if cell.state is CellState.EDITED)
    assert MatrixCell(CellState.SAME).heat == 0


def test_a_cell_is_told_in_words():
    view = many()
    assert said_of(view, matrix_row(view, row_of(view, "OP 1")), 1) == (
        "arvala, OP 1: 2 words changed, weaker. 3 drafts change the same words. "
        "deleted: Urges; inserted: Invites; Urges States to light every landing place at night;"
    )
    assert said_of(view, matrix_row(view, row_of(view, "OP 2")), 4).startswith("dorsany, OP 2: deleted. ")


def test_drafts_collide_where_they_change_the_same_words_in_different_ways():
    view = many()
    row = row_of(view, "OP 1")
    (contested,) = contested_words(view, row)
    assert contested.columns == (1, 2, 3)
    assert view.comparison.cell_text(row.table_row, 0)[contested.start : contested.end] == "Urges"
    assert matrix_row(view, row).contested == 3


def test_equal_edits_agree_and_edits_with_kept_words_between_them_leave_each_other_alone():
    drafts = [
        text("base", LIGHT),
        text("arvala", LIGHT.replace("Urges", "Invites")),
        text("belmora", LIGHT.replace("Urges", "Invites")),
        text("corvenia", LIGHT.replace("at night", "after dusk")),
    ]
    view = arrange(prepare(drafts, Shape.STAR))
    assert contested_words(view, row_of(view, "OP 1")) == ()


def test_who_deletes_a_paragraph_collides_with_who_edits_it():
    drafts = [text("base", *ORDERS), text("arvala", LIGHT.replace("every", "each"), *ORDERS[1:])]
    view = arrange(prepare([*drafts, text("belmora", *ORDERS[1:])], Shape.STAR))
    (contested,) = contested_words(view, row_of(view, "OP 1"))
    assert contested.columns == (1, 2)


def test_revisions_that_follow_each_other_do_not_collide():
    words = ("Urges", "Invites", "Calls upon")
    drafts = [text(f"rev{k}", LIGHT.replace("Urges", word)) for k, word in enumerate(words)]
    view = arrange(prepare(drafts, Shape.CHAIN))
    assert contested_words(view, row_of(view, "OP 1")) == ()
    assert matrix_row(view, row_of(view, "OP 1")).contested == 0


def test_the_cell_of_the_base_says_so_beside_the_drafts():
    view = many()
    assert cell_content(view, row_of(view, "OP 1"), 0).notes[0].text == "≠ 3 drafts change the same words"
    assert cell_content(view, row_of(view, "OP 3"), 0).notes == ()
    both = [
        text("base", LIGHT),
        text("one", LIGHT.replace("every", "each")),
        text("two", LIGHT.replace("every", "any")),
    ]
    view = arrange(prepare(both, Shape.STAR))
    assert cell_content(view, row_of(view, "OP 1"), 0).notes[0].text == "≠ Both drafts change the same words"


def sheet(name: str = "OP 1") -> Sheet:
    view = many()
    return sheet_of(view, row_of(view, name))


def test_the_sheet_shows_equal_proposals_once_with_all_their_names():
    found = sheet()
    assert [entry.names for entry in found.entries] == [("arvala", "corvenia"), ("belmora",)]
    assert found.entries[0].remark == "Two equal texts, merged"
    assert found.same == ("dorsany", "estmark")
    assert found.summary == "3 drafts change it in two ways, 2 unchanged"


def test_the_sheet_strikes_and_underlines_on_the_words_of_the_base():
    stretches = sheet().entries[1].content.blocks[0].stretches
    assert [(s.text, s.sign) for s in stretches if s.sign in {Sign.DELETED, Sign.INSERTED}] == [
        ("Urges", Sign.DELETED),
        ("Calls upon", Sign.INSERTED),
    ]


def test_the_sheet_marks_contested_words_in_the_base_and_names_who_changes_them():
    found = sheet()
    signed = [s.text for s in found.base.blocks[0].stretches if s.sign is Sign.CONTESTED]
    assert signed == ["Urges"]
    assert [note.text for note in found.base.notes] == ["≠ Three change “Urges”: arvala, belmora and corvenia"]
    assert found.entries[0].touches == ("≠ belmora changes “Urges” too",)
    assert found.entries[1].touches == ("≠ arvala and corvenia change “Urges” too",)


def test_a_proposal_says_what_it_is_shown_against_where_that_is_not_the_base():
    drafts = [text("zero", LIGHT), text("rev1", LIGHT.replace("every", "each"))]
    view = arrange(prepare([*drafts, text("rev2", LIGHT.replace("every", "any"))], Shape.CHAIN))
    assert [entry.remark for entry in sheet_of(view, row_of(view, "OP 1")).entries] == ["", "against rev1"]


def test_of_many_places_that_others_change_too_three_are_named():
    base = "Urges one State and asks two towns and calls on three ports and begs four piers and tells five crews;"
    drafts = [text("base", base)]
    for name, mark in (("arvala", "x"), ("belmora", "y")):
        words = base
        for figure in ("one", "two", "three", "four", "five"):
            words = words.replace(figure, f"{figure}{mark}")
        drafts.append(text(name, words))
    view = arrange(prepare(drafts, Shape.STAR))
    found = sheet_of(view, row_of(view, "OP 1"))
    assert len(found.entries[0].touches) == 4
    assert found.entries[0].touches[-1] == "≠ and in 2 more places"


def test_a_place_between_words_can_be_contested():
    drafts = [text("base", LIGHT)]
    drafts += [text(word, LIGHT.replace(" at night", f" at {word} night")) for word in ("mid", "any")]
    view = arrange(prepare(drafts, Shape.STAR))
    found = sheet_of(view, row_of(view, "OP 1"))
    assert found.contested == 2
    assert found.base.notes[0].text.startswith("≠ Two change what follows “place at”")


def test_the_sheet_of_a_moved_paragraph_has_its_words_at_both_places():
    view = many()
    old = row_of(view, "OP 2")
    there = view.rows[old.partner[5]]
    for row in (old, there):
        entry = next(e for e in sheet_of(view, row).entries if 5 in e.columns)
        assert "public register" in "".join(block.shown for block in entry.content.blocks)
        assert "Moved" in entry.summary
    assert "public register" in sheet_of(view, there).base.blocks[0].shown


def test_two_drafts_have_a_sheet_with_deletions_in_place():
    view = arrange(prepare([text("old", LIGHT), text("new", LIGHT.replace("every", "each"))], Shape.PAIR))
    (entry,) = sheet_of(view, row_of(view, "OP 1")).entries
    shown = {s.text.strip(): s.sign for s in entry.content.blocks[0].stretches}
    assert shown["every"] is Sign.DELETED
    assert shown["each"] is Sign.INSERTED


def test_the_six_sample_proposals_meet_in_one_verb():
    names = ("altamere", "belmarine", "corrovia", "estermark", "norvane", "tessany")
    files = [resource("samples", "rev1.docx"), *(resource("samples", "proposals", f"{name}.docx") for name in names)]
    drafts = [load(str(file)).draft for file in files]
    view = arrange(prepare(drafts, Shape.STAR))
    rows = [matrix_row(view, row) for row in view.rows]
    most = max(rows, key=lambda row: row.contested)
    assert (most.label, most.contested) == ("OP 3", 5)
    found = sheet_of(view, view.rows[most.ordinal])
    assert sum(len(entry.columns) for entry in found.entries) == 5
    assert len(found.entries) < 5


def test_the_sign_of_a_footnote_is_no_letter_in_the_name_of_a_row():
    drafts = [load(str(resource("samples", name))).draft for name in ("issued.docx", "rev1.docx")]
    view = arrange(prepare(drafts, Shape.PAIR), folds=False)
    openings = [matrix_row(view, row).opening for row in view.rows]
    assert "Taking note of the report of the Secretary-General on the safety of inland ferries," in openings
    assert not any("\ufffc" in opening for opening in openings)
