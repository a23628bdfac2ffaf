from draftdesk.wording.compounds import compounds


def test_compounds_are_found_by_their_letters():
    assert compounds()["capacitybuilding"] == "capacity-building"
    assert compounds()["nuclearweaponfree"] == "nuclear-weapon-free"
    assert compounds()["eightyfirst"] == "eighty-first"


def test_words_that_are_written_both_ways_are_none():
    assert not {"nationwide", "worldwide", "overview", "cooperation"} & compounds().keys()
