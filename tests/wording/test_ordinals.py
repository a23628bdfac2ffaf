"""French and Spanish ordinals: written as sessions are named, and read back."""

from __future__ import annotations

import pytest

from draftdesk.wording.ordinals import french_ordinal, spanish_ordinal, value_of_french, value_of_spanish


@pytest.mark.parametrize(
    ("value", "french", "spanish"),
    [
        (1, "première", "primer"),
        (5, "cinquième", "quinto"),
        (9, "neuvième", "noveno"),
        (21, "vingt et unième", "vigésimo primer"),
        (61, "soixante et unième", "sexagésimo primer"),
        (70, "soixante-dixième", "septuagésimo"),
        (71, "soixante et onzième", "septuagésimo primer"),
        (77, "soixante-dix-septième", "septuagésimo séptimo"),
        (80, "quatre-vingtième", "octogésimo"),
        (81, "quatre-vingt-unième", "octogésimo primer"),
        (91, "quatre-vingt-onzième", "nonagésimo primer"),
        (100, "centième", "centésimo"),
        (101, "cent unième", "centésimo primer"),
    ],
)
def test_a_session_is_named_as_resolutions_name_it(value, french, spanish):
    assert french_ordinal(value) == french
    assert spanish_ordinal(value) == spanish


def test_what_is_written_is_read_back_whatever_the_capital_and_the_hyphens():
    assert all(value_of_french(french_ordinal(value).capitalize()) == value for value in range(1, 110))
    assert all(value_of_spanish(spanish_ordinal(value).capitalize()) == value for value in range(1, 110))
    assert value_of_french("soixante\u2011dix\u2011huitième") == 78
    assert value_of_french("vingt et\u00a0unième") == 21
    assert value_of_spanish("octogésimo\u00a0primer") == 81
    assert value_of_french("prochaine") is None
