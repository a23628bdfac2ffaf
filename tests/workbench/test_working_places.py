from dataclasses import replace

from draftdesk.drafting import edits, notes
from draftdesk.drafting.form import empty_form
from draftdesk.model.paragraph import ObjectKind, ParagraphKind
from draftdesk.reading.text.plain import draft_of_text
from draftdesk.workbench.working_places import Step, enter, first_changed, holder_of, mark_place, place_for
from making_drafts import ferries, serial_of


def step(draft, beginning, caret):
    return enter(draft, serial_of(draft, beginning), caret).step


def test_enter_splits_in_the_text_goes_on_at_its_end_and_makes_room_at_its_start():
    draft = ferries()

    assert step(draft, "Urges States", 6) is Step.SPLIT
    assert step(draft, "Urges States", len("Urges States to inspect their ferries;")) is Step.NEW
    assert step(draft, "Urges States", 0) is Step.BEFORE


def test_enter_on_an_empty_subparagraph_goes_a_level_up():
    draft, new = edits.insert_after(ferries(), serial_of(ferries(), "To train"), ParagraphKind.SUB1)

    assert enter(draft, new, 0).step is Step.PROMOTE


def test_after_a_heading_comes_an_operative_paragraph():
    draft = ferries()

    assert enter(draft, serial_of(draft, "Training"), 8).kind is ParagraphKind.OPERATIVE


def test_in_the_empty_form_enter_walks_from_line_to_line_and_out_of_the_preamble():
    form = empty_form("working", "Working draft")
    session, agenda, title, _, preambular, operative = (p.id.serial for p in form.paragraphs)

    assert [enter(form, serial, 0).serial for serial in (session, agenda, title)] == [agenda, title, preambular]
    assert enter(form, preambular, 0) == enter(form, preambular, 0).__class__(
        Step.REPLACE, ParagraphKind.OPERATIVE, operative
    )


def test_a_note_is_shown_with_the_paragraph_that_has_its_mark():
    draft, note = notes.add_note(ferries(), serial_of(ferries(), "Urges"), len("Urges States"))

    assert holder_of(draft, note) == serial_of(draft, "Urges")
    assert mark_place(draft, note) == len("Urges States") + 1
    assert enter(draft, note, 0).serial == serial_of(draft, "Urges")


def test_a_footnote_and_an_endnote_of_one_id_are_two_notes():
    draft, note = notes.add_note(ferries(), serial_of(ferries(), "Urges"), len("Urges States"))
    index = draft.index_of(serial_of(draft, "Urges"))
    (mark,) = draft.paragraphs[index].objects
    both = replace(
        draft.paragraphs[index],
        source_text=draft.paragraphs[index].source_text.replace("Urges", "Urges\ufffc", 1),
        text_span=replace(draft.paragraphs[index].text_span, end=draft.paragraphs[index].text_span.end + 1),
        objects=(
            replace(mark, at=draft.paragraphs[index].text_span.start + 5, kind=ObjectKind.ENDNOTE_MARK),
            replace(mark, at=mark.at + 1),
        ),
    )
    draft = replace(draft, paragraphs=(*draft.paragraphs[:index], both, *draft.paragraphs[index + 1 :]))

    assert mark_place(draft, note) == len("Urges\ufffc States") + 1


def test_a_preambular_paragraph_is_put_at_the_end_of_the_preamble_wherever_one_is():
    draft = ferries()

    assert place_for(draft, serial_of(draft, "Urges"), ParagraphKind.PREAMBULAR) == serial_of(draft, "Noting")
    assert place_for(draft, serial_of(draft, "Noting"), ParagraphKind.OPERATIVE) is None


def test_the_preamble_of_an_annexed_treaty_is_not_where_one_of_the_resolution_goes():
    text = (
        "The General Assembly,\n\nNoting the talks,\n\n1. Adopts the Agreement.\n\nAnnex\n\n"
        "The Parties to this Agreement,\n\nRecalling the lakes,\n\nHave agreed as follows:\n"
    )
    draft = draft_of_text(text, "annexed.txt", "d")

    for beside, last in (("Adopts", "Noting"), ("Have agreed", "Recalling")):
        assert place_for(draft, serial_of(draft, beside), ParagraphKind.PREAMBULAR) == serial_of(draft, last)


def test_closing_words_stand_behind_the_whole_list():
    draft = ferries()
    last = serial_of(draft, "To count the passengers")

    for beside in ("Calls upon", "To train", "In summer"):
        assert place_for(draft, serial_of(draft, beside), ParagraphKind.CLOSING) == last


def test_undo_leads_to_what_it_changed():
    draft = ferries()
    serial = serial_of(draft, "Urges")
    changed = edits.reword(draft, serial, "Urges all States to inspect their ferries;")

    assert first_changed(draft, changed) == (serial, len("Urges all "))
    assert first_changed(draft, draft) is None
