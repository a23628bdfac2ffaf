"""Classes of change against those that a person gave to changes of real texts; the table holds places, no texts."""

from pathlib import Path

import pytest

from draftdesk.model.change import ChangeClass
from labelled_changes import accuracy, confusion, halves, kept, told

TABLE = Path(__file__).parent / "labelled_changes.tsv"
LEAST = {"for tuning": 0.94, "for reporting": 0.92}
LEAST_OF_CLASS = {
    "for tuning": {ChangeClass.SUBSTANCE: 0.99, ChangeClass.STRENGTH: 0.99, ChangeClass.TECHNICAL: 0.97},
    "for reporting": {ChangeClass.SUBSTANCE: 0.97, ChangeClass.STRENGTH: 0.99, ChangeClass.TECHNICAL: 0.9},
}
FEWEST_FOUND = 300


def test_the_classes_told_are_those_that_a_reader_gave(shared, record_figures):
    found = 0
    for name, half in zip(LEAST, halves(kept(TABLE)), strict=True):
        counts = confusion(half, shared / "corpus")
        found += counts.total()
        of_class = {
            label: counts[label, label] / sum(n for (read, _), n in counts.items() if read is label)
            for label in {read for read, _ in counts}
        }
        record_figures(
            f"labelled changes {name}, {counts.total()}",
            {"right": accuracy(counts)} | {one.value: of_class[one] for one in ChangeClass if one in of_class},
        )
        assert accuracy(counts) >= LEAST[name]
        for label, least in LEAST_OF_CLASS[name].items():
            assert of_class[label] >= least, label
    assert found >= FEWEST_FOUND, "texts are read otherwise than when they were labelled"


def test_no_change_of_substance_is_hidden_as_noise(shared):
    grave = (ChangeClass.SUBSTANCE, ChangeClass.STRENGTH, ChangeClass.TECHNICAL)
    hidden = [
        one
        for one in kept(TABLE)
        if one.label in grave and told(one, shared / "corpus") in (ChangeClass.NOISE, ChangeClass.EDITORIAL)
    ]
    assert hidden == []


@pytest.mark.parametrize("family", ["chains", "akn"])
def test_both_halves_hold_texts_of_both_kinds(family):
    for half in halves(kept(TABLE)):
        assert sum(one.old_file.startswith(f"{family}/") for one in half) >= 40
