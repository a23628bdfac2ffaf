from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.drafting.edits import change_kind, delete, demote, insert_after, move, promote
from draftdesk.drafting.numbering import renumbered
from draftdesk.drafting.places import depth_of
from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind
from draftdesk.wording.labels import subparagraph_number, with_stop
from making_drafts import ferries, make_draft, serial_of, shown

NUMBERS = st.sampled_from(
    ["1", "2", "3", "4", "12", "12 bis", "12 alt", "41", "(a)", "(b)", "(i)", "i", "1.2", "I", "OP 3"]
)
TAGS = st.sampled_from(["PP", "OP", "S1", "S2", "S3", "DP", "H", "AN", "CL", "B"])


def numbers(draft):
    return [paragraph.number for paragraph in draft.paragraphs if paragraph.number]


@given(st.lists(st.tuples(TAGS, st.one_of(st.just(""), NUMBERS), st.sampled_from(["", "~"])), max_size=25))
def test_a_draft_that_was_not_edited_keeps_every_number_however_odd(lines):
    draft = make_draft(*(f"{tag} {number}{auto}: Text" if number else f"{tag}: Text" for tag, number, auto in lines))

    assert renumbered(draft, draft) is draft


def test_numbers_run_on_through_headings():
    draft = ferries()

    draft, _ = insert_after(draft, serial_of(draft, "Urges"), ParagraphKind.OPERATIVE, "Welcomes the offer;")

    assert numbers(draft) == ["1", "2", "3", "(a)", "(i)", "(ii)", "(b)", "4", "5"]


def test_a_typed_number_keeps_its_dress():
    draft = make_draft("OP OP 1: Urges;", "OP OP 2: Notes;", "OP OP 3: Decides.")

    draft = delete(draft, 1)

    assert [p.source_text for p in draft.paragraphs] == ["\tOP 1.\tNotes;", "\tOP 2.\tDecides."]


def test_automatic_numbers_follow_without_a_trace_in_the_text():
    draft = make_draft("OP 1~: Urges;", "OP 2~: Notes;", "OP 3~: Decides.")

    draft = delete(draft, 2)

    assert [(p.number, p.source_text) for p in draft.paragraphs] == [("1", "\tUrges;"), ("2", "\tDecides.")]


def test_an_excerpt_that_begins_at_41_goes_on_from_there():
    draft = make_draft("DP 41: We recommend.", "DP 42: We undertake.", "DP 43: We decide.")

    assert numbers(delete(draft, 1)) == ["41", "42"]
    assert numbers(insert_after(draft, 41 - 40, ParagraphKind.DECLARATION, "We note.")[0]) == ["41", "42", "43", "44"]


def test_12_bis_stays_with_its_12():
    draft = make_draft("OP 11: A;", "OP 12: B;", "OP 12 bis: C;", "OP 13: D.")

    assert numbers(insert_after(draft, 1, ParagraphKind.OPERATIVE, "New;")[0]) == ["11", "12", "13", "13 bis", "14"]


def test_a_gap_in_the_source_stays_a_gap():
    draft = make_draft("OP 1: A;", "OP 2: B;", "OP 7: C;", "OP 8: D.")

    assert numbers(insert_after(draft, 1, ParagraphKind.OPERATIVE, "New;")[0]) == ["1", "2", "3", "7", "8"]


def test_an_annex_counts_for_itself():
    draft = make_draft("OP 1: A;", "OP 2: B.", "AN: Annex", "DP 1: We hope.", "DP 2: We trust.")

    longer, _ = insert_after(draft, 2, ParagraphKind.OPERATIVE, "New.")
    annex, _ = insert_after(draft, 3, ParagraphKind.DECLARATION, "We begin.")

    assert numbers(longer) == ["1", "2", "3", "1", "2"]
    assert numbers(annex) == ["1", "2", "1", "2", "3"]
    assert numbers(delete(draft, 4)) == ["1", "2", "1"]


def test_a_declaration_under_a_lone_operative_paragraph_counts_for_itself():
    draft = make_draft("OP: Adopts the declaration:", "DP 1: We hope.", "DP 2: We trust.")

    longer, _ = insert_after(draft, 1, ParagraphKind.OPERATIVE, "Decides to meet again.")

    assert numbers(longer) == ["1", "2", "1", "2"]


def test_sections_that_count_anew_still_do_when_their_heading_goes():
    draft = make_draft("H: One", "OP 1: A;", "OP 2: B;", "H: Two", "OP 1: C;", "OP 2: D.")

    assert numbers(delete(draft, 4)) == ["1", "2", "1", "2"]


def test_the_ninth_letter_is_not_taken_for_roman_one():
    letters = "abcdefghij"
    draft = make_draft("OP 1: Urges:", *(f"S1 ({letter}): To act;" for letter in letters))

    assert numbers(delete(draft, 2))[1:] == [f"({letter})" for letter in letters[:-1]]


def test_lists_count_for_themselves_under_each_paragraph():
    draft = make_draft("OP 1: A:", "S1 (a): x;", "S1 (b): y;", "OP 2: B:", "S1 (a): z;", "S1 (b): w.")

    moved = move(draft, 3, 5)

    assert shown(moved) == ["1 A:", "(a) x;", "2 B:", "(a) z;", "(b) y;", "(c) w."]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_where_there_was_none_takes_the_form_of_the_language(language):
    draft = make_draft("OP 1: Urges;", language=language)

    draft, new = insert_after(draft, 1, ParagraphKind.SUB1, "To act;")

    number = {"en": "(a)", "fr": "a)"}[language]
    assert draft.paragraphs[draft.index_of(new)].source_text == f"\t{number}\tTo act;"


SERIALS = st.integers(3, 14)
KINDS = st.sampled_from([ParagraphKind.OPERATIVE, ParagraphKind.SUB1, ParagraphKind.SUB2, ParagraphKind.PREAMBULAR])
EDITS = st.one_of(
    st.tuples(st.just(insert_after), SERIALS, KINDS),
    st.tuples(st.just(delete), SERIALS),
    st.tuples(st.just(move), SERIALS, SERIALS),
    st.tuples(st.just(change_kind), SERIALS, KINDS),
    st.tuples(st.just(promote), SERIALS),
    st.tuples(st.just(demote), SERIALS),
)


@given(st.lists(EDITS, max_size=8))
def test_numbers_are_consecutive_after_any_edits(steps):
    draft = ferries()
    for edit, *arguments in steps:
        with suppress(DraftingError):
            edited = edit(draft, *arguments)
            draft = edited[0] if isinstance(edited, tuple) else edited

    counts: dict[ParagraphKind, int] = {}
    for paragraph in draft.paragraphs:
        for deeper in [kind for kind in counts if depth_of(kind) > depth_of(paragraph.kind)]:
            if not paragraph.is_hidden:
                del counts[deeper]
        if paragraph.kind in (ParagraphKind.OPERATIVE, *SUBPARAGRAPHS):
            counts[paragraph.kind] = counts.get(paragraph.kind, 0) + 1
            level = depth_of(paragraph.kind)
            expected = subparagraph_number(level, counts[paragraph.kind]) if level else str(counts[paragraph.kind])
            is_alone = not level and draft.count(ParagraphKind.OPERATIVE) == 1
            assert paragraph.number in ((expected, "") if is_alone else (expected,))
            typed = f"\t{with_stop(paragraph.number)}\t" if paragraph.number else "\t"
            assert paragraph.source_text == typed + paragraph.text


def test_what_is_written_first_below_the_title_of_an_annex_is_numbered_anew():
    draft = make_draft("OP 1: Urges;", "OP 2: Adopts the annex.", "AN: Annex")
    draft, first = insert_after(draft, 3, ParagraphKind.OPERATIVE, "Ferries carry lights.")
    draft, _ = insert_after(draft, first, ParagraphKind.OPERATIVE, "Masters are trained.")
    assert numbers(draft) == ["1", "2", "1", "2"]
    draft, _ = insert_after(draft, 1, ParagraphKind.OPERATIVE, "Invites;")
    assert numbers(draft) == ["1", "2", "3", "1", "2"]
