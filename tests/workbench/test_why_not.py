from draftdesk.drafting import notes
from draftdesk.workbench.why_not import (
    NO_PARAGRAPH,
    NO_SECOND,
    NO_WORKING,
    NOT_IN_TABLE,
    NOT_OPEN,
    why_not,
    why_not_on_desk,
)
from making_drafts import ferries, serial_of


def reasons(beginning, *, is_open=True):
    found = why_not(ferries(), serial_of(ferries(), beginning), is_open=is_open)
    assert found.pop("row_after") == found.pop("delete_row") == NOT_IN_TABLE
    return found


def test_what_cannot_be_done_with_a_paragraph_says_why():
    assert set(reasons("Calls upon")) == {"promote", "demote"}
    assert set(reasons("Decides to remain")) == {"promote", "move_down"}
    assert set(reasons("To train")) == {"demote", "turn", "move_up"}
    assert set(reasons("Recalling its")) == {"promote", "demote", "move_up"}
    assert all(reason.endswith(".") for reason in reasons("Recalling its").values())


def test_what_needs_a_caret_says_so():
    assert reasons("Calls upon", is_open=False)["footnote"] == NOT_OPEN


def test_without_a_working_draft_or_a_paragraph_in_it_nothing_can_be_written():
    assert set(why_not(None, None, is_open=False).values()) == {NO_WORKING}
    assert set(why_not(ferries(), None, is_open=False).values()) == {NO_PARAGRAPH}


def test_a_note_has_no_level_and_no_place_of_its_own():
    draft, note = notes.add_note(ferries(), serial_of(ferries(), "Urges"), len("Urges States"))

    assert {"demote", "turn", "join"} <= set(why_not(draft, note, is_open=True))
    assert "delete" not in why_not(draft, note, is_open=True)


def test_what_needs_two_drafts_says_so():
    assert why_not_on_desk(1, has_working=False)["redline"] == NO_SECOND
    assert why_not_on_desk(2, has_working=False) == {"highlight_brackets": NO_WORKING}
