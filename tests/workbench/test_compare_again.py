"""After an edit of words only their rows are compared anew; what comes out is what comparing all would give."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from draftdesk.drafting import edits
from draftdesk.errors import DraftingError
from draftdesk.model.alignment import Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.change_list import entries_of
from draftdesk.workbench.compare_again import compared_again
from draftdesk.workbench.compare_drafts import prepare, with_working
from draftdesk.workbench.desk.decisions import working_copy
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import arrange

WORDS = ("urges", "States", "without delay", "ferries", "as appropriate", "and", "vessels", "2026", "noting")


@pytest.fixture(scope="module")
def files():
    names = ("issued.docx", "rev1.docx")
    drafts = [receive(resource("samples", name).read_bytes(), name).drafts[0] for name in names]
    return prepare(tuple(drafts), Shape.PAIR)


def reworded(chance: random.Random, draft: Draft) -> Draft:
    """Words put in, taken out or carried over from a neighbour, as typing and pasting do."""
    written = [p for p in draft.paragraphs if p.text]
    paragraph = chance.choice(written)
    words = paragraph.text.split(" ")
    at = chance.randrange(len(words) + 1)
    what = chance.random()
    if what < 0.5:
        words[at:at] = chance.choices(WORDS, k=chance.randint(1, 3))
    elif what < 0.7:
        del words[at : at + chance.randint(1, len(words))]
    else:
        other = chance.choice(written).text.split(" ")
        words[at:at] = other[: chance.randint(1, len(other))]
    return edits.reword(draft, paragraph.id.serial, " ".join(words))


def restructured(chance: random.Random, draft: Draft, new: int) -> Draft:
    paragraphs = [p for p in draft.paragraphs if p.kind in {ParagraphKind.OPERATIVE, ParagraphKind.PREAMBULAR}]
    one, other = chance.choice(paragraphs), chance.choice(paragraphs)
    steps = (
        lambda: edits.insert_after(draft, one.id.serial, one.kind, one.text[: chance.randint(0, 90)], new_serial=new)[
            0
        ],
        lambda: edits.split(draft, one.id.serial, len(one.text) // 2, new_serial=new)[0],
        lambda: edits.join(draft, one.id.serial),
        lambda: edits.delete(draft, one.id.serial),
        lambda: edits.move(draft, one.id.serial, other.id.serial),
    )
    try:
        return chance.choice(steps)()
    except DraftingError:
        return draft


@pytest.mark.parametrize("seed", range(6))
def test_an_edit_is_shown_as_if_all_had_been_compared_and_arranged_anew(files, seed):
    chance = random.Random(seed)
    source = seed % 2
    draft = working_copy(files.drafts[source])
    compared = with_working(files, draft, source)
    view = arrange(compared)
    quick = 0
    for step in range(40):
        draft = restructured(chance, draft, 9_000 + step) if chance.random() < 0.15 else reworded(chance, draft)
        whole, again = with_working(files, draft, source), compared_again(compared, draft)
        assert again is None or again == whole
        compared = again or whole
        before, view = view, arrange(compared, before=view)
        anew = arrange(whole)
        assert view == anew
        quick += again is not None
        shared = {id(row) for row in before.rows} if step % 4 == 0 else set()
        for row in view.rows:
            if id(row) in shared:
                columns = range(len(row.cells))
                assert [cell_content(before, row, c) for c in columns] == [
                    cell_content(anew, row, c) for c in columns
                ]
                assert [lane_letters(before, row, c) for c in columns] == [
                    lane_letters(anew, row, c) for c in columns
                ]
                assert list(entries_of(before, row)) == list(entries_of(anew, row))
    assert quick > 12


def test_typing_in_one_paragraph_leaves_all_other_rows_the_very_same(files):
    draft = working_copy(files.drafts[1])
    compared = with_working(files, draft, 1)
    view = arrange(compared)
    paragraph = next(p for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE)
    typed = edits.reword(draft, paragraph.id.serial, paragraph.text.replace(" ", " immediately ", 1))
    again = compared_again(compared, typed)
    assert again is not None
    rows = arrange(again, before=view).rows
    others = [row for row, known in zip(rows, view.rows, strict=True) if row is not known]
    assert [again.drafts[2].paragraphs[row.cells[2][0]].id for row in others] == [paragraph.id]
    assert others[0].relations[2] is Relation.EDITED


def test_what_may_change_rows_is_compared_as_a_whole(files):
    draft = working_copy(files.drafts[1])
    compared = with_working(files, draft, 1)
    paragraph = next(p for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE)
    for other in (
        edits.delete(draft, paragraph.id.serial),
        edits.insert_after(draft, paragraph.id.serial, ParagraphKind.OPERATIVE, "Also notes this;", new_serial=9_000)[
            0
        ],
        replace(draft, paragraphs=draft.paragraphs[:-1]),
    ):
        assert compared_again(compared, other) is None


def test_words_that_a_paragraph_loses_to_the_new_one_after_it_bring_both_into_one_row(files):
    draft = working_copy(files.drafts[1])
    paragraph = max(draft.paragraphs, key=lambda p: len(p.text) * (p.kind is ParagraphKind.OPERATIVE))
    half = paragraph.text.index(" ", len(paragraph.text) // 2)
    draft, new = edits.insert_after(draft, paragraph.id.serial, ParagraphKind.OPERATIVE, "", new_serial=9_000)
    compared = with_working(files, draft, 1)
    written = edits.reword(draft, new, paragraph.text[half + 1 :])
    compared = compared_again(compared, written) or with_working(files, written, 1)
    cut = edits.reword(written, paragraph.id.serial, paragraph.text[:half] + ";")
    assert compared_again(compared, cut) is None
    row = next(row for row in with_working(files, cut, 1).table.rows if cut.index_of(new) in row.cells[2])
    assert row.relations[-1] is Relation.SPLIT


def operative(draft: Draft) -> list[int]:
    """The serials of operative paragraphs that have no subparagraphs."""
    pairs = zip(draft.paragraphs, (*draft.paragraphs[1:], None), strict=True)
    kind = ParagraphKind.OPERATIVE
    return [p.id.serial for p, after in pairs if p.kind is kind and (after is None or after.kind is kind)]


def test_words_of_a_deleted_paragraph_typed_into_the_one_before_bring_both_into_one_row(files):
    draft = working_copy(files.drafts[1])
    joined = 0
    for first, second in pairwise(operative(draft)):
        kept, gone = (draft.paragraphs[draft.index_of(serial)].text for serial in (first, second))
        deleted = edits.delete(draft, second)
        typed = edits.reword(deleted, first, f"{kept.rstrip(';.')}; {gone}")
        rows = with_working(files, typed, 1).table.rows
        row = next(row for row in rows if typed.index_of(first) in row.cells[2])
        again = compared_again(with_working(files, deleted, 1), typed)
        assert again is None or again.table.rows == rows
        joined += again is None and row.relations[-1] is Relation.MERGED
    assert joined


def test_a_moved_paragraph_that_outgrows_those_it_moved_past_is_compared_as_a_whole(files):
    draft = working_copy(files.drafts[1])
    first, second = operative(draft)[:2]
    moved = edits.move(draft, first, second)
    compared = with_working(files, moved, 1)
    short = edits.reword(moved, first, "Notes;")
    heavier = edits.reword(moved, first, "Notes " + "with deep appreciation " * 80 + ";")
    tables = [with_working(files, one, 1).table for one in (short, heavier)]
    assert [one.relations[-1] for one in tables[0].rows] != [one.relations[-1] for one in tables[1].rows]
    for one in (short, heavier):
        again = compared_again(compared, one)
        assert again is None or again == with_working(files, one, 1)
    assert None in {compared_again(compared, one) for one in (short, heavier)}
