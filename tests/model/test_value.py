"""Values that do not change."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from draftdesk.model.value import value


@value
class Place:
    """Where someone sits."""

    row: int
    name: str = "guest"


def test_a_value_has_what_it_was_made_of_and_its_defaults():
    assert (Place(3).row, Place(3).name) == (3, "guest")
    assert Place(row=4, name="chair") == Place(4, "chair") != Place(4)


def test_a_value_does_not_change():
    with pytest.raises(FrozenInstanceError):
        Place(3).row = 4
    assert replace(Place(3), row=4) == Place(4)


def test_values_that_are_equal_count_once_and_stand_in_order():
    assert {Place(3), Place(3), Place(2)} == {Place(2), Place(3)}
    assert sorted([Place(3), Place(2, "z"), Place(2)]) == [Place(2), Place(2, "z"), Place(3)]


def test_a_value_comes_back_from_another_process():
    assert pickle.loads(pickle.dumps(Place(3, "chair"))) == Place(3, "chair")


def test_what_is_missing_or_unknown_is_an_error_of_the_program():
    with pytest.raises(TypeError):
        Place()
    with pytest.raises(TypeError):
        Place(3, seat=1)
