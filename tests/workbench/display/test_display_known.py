"""After a paragraph was cut, joined, moved or put in, the other rows are told from what was known of them."""

from __future__ import annotations

import random

import pytest

from draftdesk.drafting import edits
from draftdesk.drafting.rewriting import with_marks
from draftdesk.errors import DraftingError
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, ParagraphKind, Span
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.compare_drafts import prepare, with_working
from draftdesk.workbench.desk.decisions import working_copy
from draftdesk.workbench.display import text_rows as display_text_rows
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.known import has_same_words
from draftdesk.workbench.display.rows import arrange

CARRIERS = {ParagraphKind.OPERATIVE, ParagraphKind.PREAMBULAR, ParagraphKind.SUB1}


@pytest.fixture(scope="module")
def files():
    names = ("issued.docx", "rev1.docx")
    drafts = [receive(resource("samples", name).read_bytes(), name).drafts[0] for name in names]
    return prepare(tuple(drafts), Shape.PAIR)


def restructured(chance: random.Random, draft: Draft, new: int) -> Draft:
    paragraphs = [p for p in draft.paragraphs if p.kind in CARRIERS]
    one, other = chance.choice(paragraphs), chance.choice(paragraphs)
    serial, kind, at = one.id.serial, one.kind, chance.randrange(len(one.text) + 1)
    words = one.text[:at] if chance.random() < 0.5 else ""
    steps = (
        lambda: edits.insert_after(draft, serial, kind, words, new_serial=new)[0],
        lambda: edits.split(draft, serial, at, new_serial=new)[0],
        lambda: edits.join(draft, serial),
        lambda: edits.delete(draft, serial),
        lambda: edits.move(draft, serial, other.id.serial),
        lambda: edits.demote(draft, serial),
        lambda: edits.promote(draft, serial),
        lambda: edits.turn(draft, serial),
    )
    try:
        return chance.choice(steps)()
    except DraftingError:
        return draft


@pytest.mark.parametrize("seed", range(8))
def test_rows_are_told_as_if_nothing_had_been_known_and_undo_brings_them_again(files, seed):
    chance = random.Random(seed)
    source = seed % 2
    draft = working_copy(files.drafts[source])
    view = arrange(with_working(files, draft, source))
    done = [draft]
    for step in range(30):
        is_undone = chance.random() < 0.25 and len(done) > 1
        draft = done.pop() if is_undone else restructured(chance, draft, 9_000 + step)
        done += [] if is_undone else [draft]
        compared = with_working(files, draft, source)
        before, view = view, arrange(compared, before=view, small=False)
        anew = arrange(compared)
        assert view == anew
        for row in {id(row): row for row in before.rows if any(row is one for one in view.rows)}.values():
            for column in range(3):
                assert cell_content(before, row, column) == cell_content(anew, row, column)
                assert lane_letters(before, row, column) == lane_letters(anew, row, column)


def test_only_the_row_of_the_paragraph_that_was_cut_is_looked_at_again(files, monkeypatch):
    draft = working_copy(files.drafts[1])
    view = arrange(with_working(files, draft, 1))
    cut = max((p for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE), key=lambda p: len(p.text))
    half = cut.text.index(" ", len(cut.text) // 2)
    after = with_working(files, edits.split(draft, cut.id.serial, half, new_serial=9_000)[0], 1)
    asked, is_changed = set(), display_text_rows.is_changed

    def counted(comparison, number, *rest, **how):
        asked.add(number)
        return is_changed(comparison, number, *rest, **how)

    monkeypatch.setattr(display_text_rows, "is_changed", counted)
    rows = arrange(after, before=view).rows
    own = {row.table_row for row in rows if cut.id in row.identity}
    assert asked == own
    first = next(row.ordinal for row in rows if row.table_row in own)
    still = [row for row in rows[:first] if not after.table.rows[row.table_row].has_moves]
    assert any(row.is_kept for row in still)
    assert all(row is view.rows[row.ordinal] for row in still)


def test_a_paragraph_with_another_number_has_the_same_words_and_one_set_otherwise_has_not(files):
    draft = working_copy(files.drafts[1])
    first = next(p for p in draft.paragraphs if p.kind is ParagraphKind.OPERATIVE)
    after, _ = edits.insert_after(draft, None, ParagraphKind.OPERATIVE, "Notes this;", new_serial=9_000)
    renumbered = after.paragraphs[after.index_of(first.id.serial)]
    assert renumbered.number != first.number
    assert has_same_words(first, renumbered)
    bold = with_marks(renumbered, [(Span(0, 4), Mark.BOLD, True)])
    assert not has_same_words(first, bold)
    assert not has_same_words(first, draft.paragraphs[draft.index_of(first.id.serial) + 1])
