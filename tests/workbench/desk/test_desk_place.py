"""Where one was comes back, and what cannot be made out leads to the top, not to an error."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.model.paragraph import ParagraphId
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.desk.place import Bookmark, DeskPlace
from draftdesk.workspace.store import Workspace

paragraphs = st.builds(ParagraphId, st.text(max_size=5), st.integers(0, 99))
bookmarks = st.builds(
    Bookmark,
    *(st.none() | paragraphs, st.integers(-9, 999), st.none() | paragraphs, st.integers(0, 9), st.integers(-1, 9)),
)
places = st.builds(
    DeskPlace, bookmarks, st.sampled_from((0.8, 1.0, 2.0)), st.booleans(), st.booleans(), st.frozensets(paragraphs)
)


@given(places)
def test_a_place_is_kept_whole(place):
    assert DeskPlace.from_json(place.to_json()) == place


@given(st.text() | st.sampled_from(("{}", "[]", '{"top": 3}', "null")))
def test_what_cannot_be_made_out_is_no_place(kept):
    assert DeskPlace.from_json(kept) is None


def test_a_place_is_no_decision(tmp_path):
    place = DeskPlace(zoom=2.0)
    with Workspace.open(tmp_path / "a.desk") as workspace:
        Desk(workspace).keep_place(place)
        assert not Desk(workspace).can_undo
    with Workspace.open(tmp_path / "a.desk") as workspace:
        assert Desk(workspace).place == place
