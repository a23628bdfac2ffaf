"""What a Word file defines is made when it is asked for, and once."""

from __future__ import annotations

import pytest

from draftdesk.wordml.late import Late


def test_a_value_is_made_when_it_is_asked_for_and_once():
    made: list[int] = []

    def double(source: int) -> int:
        made.append(source)
        return 2 * source

    late = Late({"one": 1, "two": 2, "three": 3}, double)
    assert ("two" in late, list(late), len(late), made) == (True, ["one", "two", "three"], 3, [])
    assert (late["two"], late["two"], late.get("three"), made) == (4, 4, 6, [2, 3])


def test_what_is_not_defined_is_not_made():
    late: Late[int, int] = Late({"one": 1}, int)
    assert (late.get("two"), "two" in late) == (None, False)
    with pytest.raises(KeyError):
        late["two"]
