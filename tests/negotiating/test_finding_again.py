from draftdesk.negotiating.finding_again import anchor_of, found_again
from making_drafts import ferries, make_draft


def again(text, draft):
    old = ferries()
    index = next(i for i in old.visible if old.paragraphs[i].text.startswith(text))
    found = found_again(anchor_of(old, index), draft)
    return None if found is None else draft.paragraphs[found].text


def test_the_same_words_are_found_wherever_they_went():
    moved = make_draft(
        "OP 1: Requests the Secretary-General to report;", "OP 2: Urges States to inspect their ferries."
    )
    assert again("Urges", moved) == "Urges States to inspect their ferries."


def test_words_a_little_changed_are_found_others_are_not():
    edited = make_draft(
        "PP: Noting,", "OP 1: Urges all States to inspect their ferries;", "OP 2: Decides to go home."
    )
    assert again("Urges", edited) == "Urges all States to inspect their ferries;"
    assert again("Requests", edited) is None


def test_formulas_that_stand_there_twice_are_told_apart_by_their_neighbours():
    twice = make_draft(
        "H: Lakes",
        "S1 (a): To train the crews;",
        "OP 2: Calls upon States:",
        "S1 (a): To train the crews;",
        "S2 (i): In summer;",
    )
    index = next(i for i, p in enumerate(ferries().paragraphs) if p.text == "To train the crews;")
    assert found_again(anchor_of(ferries(), index), twice) == 3
    alike = make_draft("S1 (a): To train the crews;", "OP 1: Other words;", "S1 (a): To train the crews;")
    assert found_again(anchor_of(ferries(), index), alike) is None
