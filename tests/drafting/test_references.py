from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from draftdesk.drafting.addresses import Addresses
from draftdesk.drafting.edits import change_kind, delete, demote, insert_after, join, move, promote, reword, split
from draftdesk.drafting.references import ties
from draftdesk.errors import DraftingError
from draftdesk.model.draft import Note, NoteKind
from draftdesk.model.paragraph import InlineObject, ObjectKind, ParagraphKind, Span
from making_drafts import make_draft, serial_of

LINES = (
    "TITLE: Safety of inland ferries",
    "EN: The General Assembly,",
    "PP: Recalling paragraph 3 of its resolution 74/901,",
    "OP 1: Urges States to inspect their ferries;",
    "OP 2: Calls upon States:",
    "S1 (a): To train the crews;",
    "S1 (b): To count the passengers, without prejudice to subparagraph (a) above;",
    "S1 (c): To publish the count;",
    "OP 3: Requests a register of ferries;",
    "OP 4: Requests the Commission to support the work in paragraphs 1 and 3 above;",
    "OP 5: Recalls paragraph 3 of its resolution 74/901, and article 2, paragraph 3, of the Charter;",
    "OP 6: Decides to review paragraph 2 (b) and subparagraph (c) of paragraph 2 above.",
)


def draft():
    return make_draft(*LINES)


def text_of(draft_, beginning):
    return next(p.text for p in draft_.paragraphs if p.text.startswith(beginning))


def start(beginning):
    return serial_of(draft(), beginning)


def test_a_new_paragraph_above_moves_the_numbers_in_the_text_with_those_in_the_margin():
    after, _ = insert_after(draft(), start("Urges"), ParagraphKind.OPERATIVE, "Welcomes the offer;")

    assert text_of(after, "Requests the Commission").endswith("the work in paragraphs 1 and 4 above;")
    assert text_of(after, "Decides").endswith("paragraph 3 (b) and subparagraph (c) of paragraph 3 above.")


def test_references_to_other_documents_stay_as_they_are():
    after, _ = insert_after(draft(), None, ParagraphKind.OPERATIVE, "Welcomes the offer;")

    assert text_of(after, "Recalls") == text_of(draft(), "Recalls")
    assert text_of(after, "Recalling") == text_of(draft(), "Recalling")


def test_a_paragraph_that_moves_takes_its_references_along_and_a_list_stays_in_order():
    after = move(draft(), start("Requests a register"), None)

    assert text_of(after, "Requests the Commission").endswith("paragraphs 1 and 2 above;")


def test_a_paragraph_that_becomes_a_subparagraph_is_named_as_one_and_back():
    after = demote(draft(), start("Requests a register"))

    assert text_of(after, "Requests the Commission").endswith("paragraphs 1 and 2 (d) above;")
    assert text_of(promote(after, start("Requests a register")), "Requests the Commission").endswith("1 and 3 above;")


def test_within_a_list_a_reference_follows_the_letter():
    after, _ = insert_after(draft(), start("Calls upon"), ParagraphKind.SUB1, "To begin at once;")

    assert "subparagraph (b) above" in text_of(after, "To count")
    assert text_of(after, "Decides").endswith("paragraph 2 (c) and subparagraph (d) of paragraph 2 above.")


def test_a_reference_whose_paragraph_is_gone_keeps_its_words_and_is_remembered():
    after = delete(draft(), start("Requests a register"))

    assert text_of(after, "Requests the Commission").endswith("paragraphs 1 and 3 above;")
    assert [(lost.paragraph, lost.number) for lost in after.lost] == [(start("Requests the Commission"), "3")]

    later, _ = insert_after(after, None, ParagraphKind.OPERATIVE, "Welcomes the offer;")
    assert text_of(later, "Requests the Commission").endswith("paragraphs 2 and 3 above;")
    assert len(later.lost) == 1


def test_a_lost_reference_is_forgotten_when_its_words_are_put_right():
    after = delete(draft(), start("Requests a register"))
    serial = start("Requests the Commission")

    kept = reword(after, serial, "Requests the Commission, as in paragraph 3 above, to act;").lost
    assert [(lost.ordinal, lost.number) for lost in kept] == [(0, "3")]
    assert reword(after, serial, "Requests the Commission to support the work in paragraph 1 above;").lost == ()


def test_a_paragraph_that_comes_back_is_named_again():
    register = start("Requests a register")
    gone = change_kind(draft(), register, ParagraphKind.PREAMBULAR)
    assert [lost.target for lost in gone.lost] == [register]

    back = move(change_kind(gone, register, ParagraphKind.OPERATIVE), register, start("Calls upon"))
    assert back.lost == ()
    assert text_of(back, "Requests the Commission").endswith("paragraphs 1 and 3 above;")


def test_a_paragraph_joined_to_another_is_that_other():
    after = join(draft(), start("Urges"))
    register = join(draft(), start("Requests a register"))

    assert "paragraphs 1 and 2 above" in text_of(after, "Requests the Commission")
    assert [lost.number for lost in after.lost] == ["1"]
    assert "paragraphs 1 and 2 (c) above" in text_of(register, "Requests the Commission")
    assert register.lost == ()


def test_a_reference_that_would_need_other_words_is_marked_not_bent():
    first = make_draft(
        "OP 1: Urges States:",
        "S1 (a): To train;",
        "S1 (b): To count;",
        "OP 2: Calls upon States:",
        "S1 (a): To act;",
        "OP 3: Recalls subparagraphs (a) and (b) of paragraph 1 above.",
    )
    after = move(first, serial_of(first, "To count"), serial_of(first, "To act"))

    assert text_of(after, "Recalls").endswith("subparagraphs (a) and (b) of paragraph 1 above.")
    assert {lost.number for lost in after.lost} >= {"(b)"}


def test_a_note_that_names_a_paragraph_follows_too():
    first = draft()
    index = first.index_of(start("Urges"))
    old = first.paragraphs[index]
    marked = replace(
        old,
        source_text=old.source_text + "\ufffc",
        text_span=Span(old.text_span.start, old.text_span.end + 1),
        objects=(InlineObject(len(old.source_text), ObjectKind.FOOTNOTE_MARK, "1"),),
    )
    note = Note("1", NoteKind.FOOTNOTE, "1", make_draft("B: See paragraph 3 below.", id_="note").paragraphs)
    paragraphs = (*first.paragraphs[:index], marked, *first.paragraphs[index + 1 :])
    with_note = replace(first, notes=(note,), paragraphs=paragraphs)

    after, _ = insert_after(with_note, start("Urges"), ParagraphKind.OPERATIVE, "Welcomes the offer;")
    assert after.notes[0].text == "See paragraph 4 below."


@pytest.mark.parametrize(
    ("language", "text", "followed"),
    [
        ("fr", "Prie les États visés aux paragraphes 1 et 2 a) ci-dessus;", "aux paragraphes 1 et 3 a) ci-dessus;"),
        (
            "es",
            "Pide que se aplique el párrafo 2 de la presente resolución;",
            "el párrafo 3 de la presente resolución;",
        ),
        ("ru", "просит выполнить пункт 2 настоящей резолюции;", "пункт 3 настоящей резолюции;"),
    ],
)
def test_other_languages_follow_too(language, text, followed):
    first = make_draft("OP 1: A;", "OP 2: B:", "S1 a): C;", f"OP 3: {text}", language=language)
    after, _ = insert_after(first, 1, ParagraphKind.OPERATIVE, "N;")

    assert after.paragraphs[-1].text.endswith(followed)


STEPS = st.sampled_from(["insert", "delete", "move", "demote", "promote", "kind", "join", "split"])


@settings(max_examples=60)
@given(st.lists(st.tuples(STEPS, st.integers(0, 20), st.integers(0, 20)), max_size=8))
@example([("move", 7, 1), ("insert", 0, 0)])  # a subparagraph comes below a line that is no paragraph of the text
def test_whatever_is_done_each_reference_names_the_paragraph_of_before_or_is_marked(steps):
    now = draft()
    for step, first, second in steps:
        named = {(tie.paragraph, tie.ordinal): tie.target for tie in ties(now)}
        serials = [p.id.serial for p in now.paragraphs]
        one, other = serials[first % len(serials)], serials[second % len(serials)]
        gone = ()
        try:
            after, gone = _done(now, step, one, other)
        except DraftingError:
            continue
        for key, target in {(tie.paragraph, tie.ordinal): tie.target for tie in ties(after)}.items():
            if step not in ("split", "join") and key in named:
                group = {t for k, t in named.items() if k[0] == key[0]}
                assert target in group or _holds_one_of(after, target, group)
        marked = {lost.target for lost in after.lost}
        for (paragraph, _), target in named.items():
            if paragraph in gone or target not in gone:
                continue
            assert target in marked or step == "join"
        now = after


def _holds_one_of(draft_, target, group):
    """Where "subparagraph (b) of paragraph 5" went to another list, that list is named."""
    found = Addresses(draft_).of
    return any(found[serial].carrier == target for serial in group if serial in found)


def _done(now, step, one, other):
    before = {p.id.serial for p in now.paragraphs}
    match step:
        case "insert":
            after = insert_after(now, one, ParagraphKind.OPERATIVE, "Welcomes the offer;")[0]
        case "delete":
            after = delete(now, one)
        case "move":
            after = move(now, one, other)
        case "demote":
            after = demote(now, one)
        case "promote":
            after = promote(now, one)
        case "kind":
            after = change_kind(now, one, ParagraphKind.PREAMBULAR)
        case "join":
            after = join(now, one)
        case _:
            after = split(now, one, 9)[0]
    return after, before - {p.id.serial for p in after.paragraphs}
