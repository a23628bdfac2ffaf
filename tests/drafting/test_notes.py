import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.drafting.edits import delete, insert_after, move, reword, split
from draftdesk.drafting.notes import add_note, delete_note, notes_of
from draftdesk.drafting.stops import finish_paragraph
from draftdesk.errors import DraftingError
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from making_drafts import ferries, make_draft, serial_of


def with_notes():
    """A small resolution with a note at the last paragraph and one at the first operative one."""
    draft = ferries()
    draft, _ = add_note(draft, serial_of(draft, "Requests"), 30, "A/80/12.")
    draft, _ = add_note(draft, serial_of(draft, "Urges"), 12, "See A/80/11.")
    return draft


def marks(draft):
    return [(note.mark, note.text) for note in draft.notes]


def beginning(draft, words):
    return draft.paragraphs[draft.index_of(serial_of(draft, words))]


def test_notes_are_numbered_by_the_order_of_their_marks():
    draft = with_notes()

    assert marks(draft) == [("1", "See A/80/11."), ("2", "A/80/12.")]
    assert beginning(draft, "Urges").text == f"Urges States{OBJECT} to inspect their ferries;"
    assert [note.mark for note in notes_of(draft, beginning(draft, "Requests"))] == ["2"]


def test_a_mark_stands_behind_the_comma_or_stop_and_before_the_blank():
    draft, _ = add_note(ferries(), serial_of(ferries(), "Recalling"), len("Recalling its resolution 74/901"))
    assert beginning(draft, "Recalling").text.endswith(f"74/901,{OBJECT}")
    draft, _ = add_note(ferries(), serial_of(ferries(), "Urges"), len("Urges States "))
    assert beginning(draft, "Urges").text.startswith(f"Urges States{OBJECT} to")


def test_a_mark_never_parts_a_word():
    draft, _ = add_note(ferries(), serial_of(ferries(), "Urges"), len("Urges Sta"))
    assert beginning(draft, "Urges").text.startswith(f"Urges States{OBJECT} to")


def test_a_note_needs_a_word_before_it():
    with pytest.raises(DraftingError):
        add_note(ferries(), serial_of(ferries(), "Urges"), 0)


def test_a_paragraph_that_moves_takes_its_note_and_all_are_counted_again():
    draft = with_notes()
    draft = move(draft, serial_of(draft, "Requests"), None)

    assert marks(draft) == [("1", "A/80/12."), ("2", "See A/80/11.")]


def test_a_note_goes_with_its_mark_or_its_paragraph():
    draft = with_notes()
    without_mark = reword(draft, serial_of(draft, "Urges"), "Urges States to inspect their ferries;")

    assert marks(without_mark) == [("1", "A/80/12.")]
    assert marks(delete(draft, serial_of(draft, "Requests"))) == [("1", "See A/80/11.")]


def test_a_deleted_note_takes_its_mark_along():
    draft = with_notes()
    draft = delete_note(draft, draft.notes[0].paragraphs[0].id.serial)

    assert marks(draft) == [("1", "A/80/12.")]
    assert beginning(draft, "Urges").text == "Urges States to inspect their ferries;"


def test_the_text_of_a_note_is_edited_and_finished_with_a_full_stop():
    draft, serial = add_note(ferries(), serial_of(ferries(), "Urges"), 12)
    draft = finish_paragraph(reword(draft, serial, "See A/80/99, annex"), serial)

    assert marks(draft) == [("1", "See A/80/99, annex.")]


def test_a_split_leaves_each_note_where_its_mark_is():
    draft = with_notes()
    draft, _ = split(draft, serial_of(draft, "Urges"), len("Urges States"))

    assert marks(draft) == [("1", "See A/80/11."), ("2", "A/80/12.")]


STEPS = st.sampled_from(["insert", "note", "delete", "move", "split"])


@settings(max_examples=40)
@given(st.lists(st.tuples(STEPS, st.integers(0, 30)), max_size=8))
def test_notes_always_count_from_one_in_the_order_of_their_marks(steps):
    draft = with_notes()
    for step, number in steps:
        visible = [draft.paragraphs[k] for k in draft.visible]
        one, other = visible[number % len(visible)], visible[(number * 7) % len(visible)]
        serial = one.id.serial
        try:
            if step == "insert":
                draft, _ = insert_after(draft, serial, ParagraphKind.OPERATIVE, "Welcomes the offer;")
            elif step == "note":
                draft, _ = add_note(draft, serial, number, "A/80/13.")
            elif step == "delete":
                draft = delete(draft, serial)
            elif step == "move":
                draft = move(draft, serial, other.id.serial)
            else:
                draft, _ = split(draft, serial, number)
        except DraftingError:
            continue
        in_text = [note.mark for paragraph in draft.paragraphs for note in notes_of(draft, paragraph)]
        assert in_text == [str(n) for n in range(1, len(draft.notes) + 1)]


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("en", "Recalling the report, and more,", f"Recalling the report,{OBJECT} and more,"),
        ("fr", "Rappelant le rapport, et plus,", f"Rappelant le rapport{OBJECT}, et plus,"),
        ("zh", "回顾报告，", f"回顾报告，{OBJECT}"),
    ],
)
def test_the_mark_of_a_new_note_stands_beside_the_comma_as_the_language_has_it(language, text, marked):
    draft = make_draft(f"PP: {text}", language=language)
    draft, _ = add_note(draft, 1, next(text.index(c) for c in (",", "，") if c in text))
    assert draft.paragraphs[0].text == marked
