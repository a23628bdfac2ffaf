from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.drafting.edits import reword
from draftdesk.drafting.rewriting import with_marks, with_text
from draftdesk.model.paragraph import OBJECT, InlineObject, Mark, ObjectKind, Origin, Paragraph, Run, Span
from making_drafts import ferries, italics, make_draft, serial_of


def _with_note(text: str, *marked: tuple[str, Mark]) -> Paragraph:
    draft = make_draft(f"OP 4: {text}")
    paragraph = draft.paragraphs[0]
    start = paragraph.text_span.start
    at = [start + i for i, character in enumerate(text) if character == OBJECT]
    objects = tuple(InlineObject(place, ObjectKind.FOOTNOTE_MARK, str(k), f"[{k}]") for k, place in enumerate(at, 1))
    runs = tuple(
        Run(Span(start + text.index(words), start + text.index(words) + len(words)), frozenset({mark}))
        for words, mark in marked
    )
    return replace(paragraph, objects=objects, runs=(*paragraph.runs, *runs))


def test_a_note_mark_stays_with_its_word_when_words_before_it_change():
    paragraph = _with_note(f"Welcomes the report,{OBJECT} and thanks its authors;")

    reworded = with_text(paragraph, f"Welcomes the third report,{OBJECT} and thanks its authors;")

    assert [(item.at, item.target) for item in reworded.objects_in_text()] == [(26, "1")]
    assert reworded.source_text == f"\t4.\tWelcomes the third report,{OBJECT} and thanks its authors;"


def test_a_deleted_note_mark_takes_its_object_along_and_the_other_one_stays():
    paragraph = _with_note(f"Recalls the charter{OBJECT} and the protocol{OBJECT} of the commission;")

    reworded = with_text(paragraph, f"Recalls the protocol{OBJECT} of the commission;")

    assert [item.target for item in reworded.objects_in_text()] == ["2"]


def test_a_note_mark_that_was_moved_is_still_the_same_note():
    paragraph = _with_note(f"Welcomes the report{OBJECT} of the panel on ferries;")

    reworded = with_text(paragraph, f"Welcomes the report of the panel on ferries;{OBJECT}")

    assert [(item.at, item.target) for item in reworded.objects_in_text()] == [(43 + 1, "1")]


def test_an_object_character_that_was_never_there_is_left_out():
    paragraph = _with_note("Welcomes the report;")

    assert with_text(paragraph, f"Welcomes{OBJECT} the new report;").text == "Welcomes the new report;"


def test_italics_inside_the_text_stay_on_their_words():
    paragraph = _with_note("Welcomes the list in Treaty Series and its annex;", ("Treaty Series", Mark.ITALIC))

    reworded = with_text(paragraph, "Welcomes the long list in the Treaty Series;")

    assert italics(reworded) == ["Welcomes", "Treaty Series"]


def test_words_typed_inside_an_italic_title_are_italic():
    paragraph = _with_note("Welcomes the list in Treaty Series;", ("Treaty Series", Mark.ITALIC))

    assert italics(with_text(paragraph, "Welcomes the list in Treaty and Law Series;"))[1] == "Treaty and Law Series"


def test_a_new_verb_is_italic_and_the_rest_is_not():
    draft = ferries()
    serial = serial_of(draft, "Urges")

    reworded = reword(draft, serial, "Strongly encourages States to inspect their ferries;")

    assert italics(reworded.paragraphs[reworded.index_of(serial)]) == ["Strongly encourages"]


def test_an_opening_that_was_not_italic_in_the_source_stays_as_it_was():
    draft = ferries()
    index = draft.index_of(serial_of(draft, "Urges"))
    plain = replace(draft.paragraphs[index], runs=())

    assert with_text(plain, "Requests States to inspect their ferries;").runs == ()


def test_text_of_another_paragraph_is_not_touched():
    draft = ferries()

    reworded = reword(draft, serial_of(draft, "Urges"), "Urges all States;")

    assert sum(one is not other for one, other in zip(reworded.paragraphs, draft.paragraphs, strict=True)) == 1


def test_a_paragraph_written_here_has_italic_opening_words_once_they_are_known():
    draft = make_draft("OP 1: Urges States;")
    written = replace(draft.paragraphs[0], origin=Origin())
    draft = replace(draft, paragraphs=(replace(written, runs=()),))

    assert italics(reword(draft, 1, "Requests States;").paragraphs[0]) == ["Requests"]


TEXTS = st.text(alphabet=f"ab {OBJECT}.", max_size=12)


@given(TEXTS, TEXTS, st.lists(st.tuples(st.integers(0, 11), st.integers(1, 4)), max_size=3))
def test_whatever_is_typed_the_text_is_what_was_typed_and_every_span_fits(old, new, marks):
    start = 4
    runs = tuple(
        Run(Span(start + at, min(start + at + length, start + len(old))), frozenset({Mark.BOLD}))
        for at, length in sorted(set(marks))[:1]
        if at < len(old)
    )
    paragraph = replace(_with_note(old), runs=runs)

    reworded = with_text(paragraph, new)

    extra = max(0, new.count(OBJECT) - old.count(OBJECT))
    assert reworded.text.replace(OBJECT, "") == new.replace(OBJECT, "")
    assert len(reworded.text) == len(new) - extra
    assert [reworded.source_text[item.at] for item in reworded.objects] == [OBJECT] * reworded.text.count(OBJECT)
    assert all(0 <= run.span.start < run.span.end <= len(reworded.source_text) for run in reworded.runs)
    assert reworded.prefix == "\t4.\t"


def test_an_opening_that_is_retyped_letter_by_letter_has_its_italics_again_once_it_is_known():
    draft = make_draft("OP 1: Urges all States;", "OP 2: Invites donors;")
    draft = replace(draft, paragraphs=tuple(with_italic_first_word(p) for p in draft.paragraphs))
    for typed in ("Urge all States;", "U all States;", "all States;", "Wel all States;", "Welcomes all States;"):
        draft = reword(draft, 1, typed)
    assert italics(draft.paragraphs[0]) == ["Welcomes"]
    assert italics(draft.paragraphs[1]) == ["Invites"]


def with_italic_first_word(paragraph):
    return with_marks(paragraph, ((Span(0, paragraph.text.index(" ")), Mark.ITALIC, True),))
