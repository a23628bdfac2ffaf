"""Proposals typed in brackets, and read back for each delegation."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draftdesk.negotiating.merging import Edit
from draftdesk.negotiating.rolling import as_read, plain_name, text_of, typed, typed_whole, woven

_BASE = "Urges all States to act now;"
_NAMES = ("EU", "G77 and China", "US")


def line(*versions: tuple[str, tuple[Edit, ...]], base: str = _BASE) -> str:
    return "".join(one.text for one in typed(woven(base, versions)))


def put(base: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, reverse=True):
        base = base[: edit.start] + edit.text + base[edit.end :]
    return as_read(base)


def test_the_words_of_the_base_come_first_and_equal_ones_stand_once_with_all_names():
    invites, calls = (Edit(0, 5, "Invites"),), (Edit(0, 5, "Calls upon"),)
    shown = line(("EU", invites), ("US", invites), ("G77 and China", calls))
    assert shown == "[Urges / EU, US: Invites / G77 and China: Calls upon] all States to act now;"


def test_words_that_are_added_and_words_that_go():
    added, gone = (Edit(19, 19, " and organizations"),), (Edit(5, 9, ""),)
    shown = line(("EU", added), ("US", gone))
    assert shown == "Urges [all / US: delete] States to [EU: and organizations] act now;"
    assert text_of([shown], _NAMES, "US") == ["Urges States to act now;"]
    assert text_of([shown], _NAMES, "") == [_BASE]


def test_whole_paragraphs_that_are_new_other_or_gone():
    def whole(*names: str, text: str, alt: bool = False) -> str:
        return "".join(one.text for one in typed_whole(names, text, is_alternative=alt))

    lines = [
        f"{_BASE} {whole('US', text='delete paragraph')}",
        whole("EU", text="Invites donors [of any kind] to help;", alt=True),
        whole("EU", "US", text="Requests a report."),
    ]
    assert text_of(lines, _NAMES, "EU") == ["Invites donors [of any kind] to help;", "Requests a report."]
    assert text_of(lines, _NAMES, "US") == ["Requests a report."]
    assert text_of(lines, _NAMES, "G77 and China") == [_BASE]


def test_brackets_of_the_base_itself_stay_words_of_the_text():
    base = "Decides [to meet / to consult] in [New York];"
    shown = line(("EU", (Edit(8, 30, "to wait"),)), base=base)
    assert shown == "Decides [[to meet / to consult] / EU: to wait] in [New York];"
    assert text_of([shown], _NAMES, "EU") == ["Decides to wait in [New York];"]
    assert text_of([shown], _NAMES, "") == [base]


def test_a_bracket_of_the_base_that_a_change_tears_apart_is_read_back():
    base = "Decides [to meet in New York] now;"
    shown = line(("EU", (Edit(17, 29, "to wait"),)), ("US", (Edit(0, 10, "Agrees [that"),)), base=base)
    assert text_of([shown], _NAMES, "") == [base]
    assert text_of([shown], _NAMES, "EU") == ["Decides [to meet to wait now;"]


def test_signs_of_the_form_leave_names():
    assert plain_name("EU: [final], v/2") == "EU final v 2"


_PLACES = [place for place, sign in enumerate(_BASE) if sign == " "]
_EDITS = st.builds(
    lambda place, words, text: Edit(place, ([*_PLACES, len(_BASE) - 1] + [len(_BASE) - 1] * words)[words], text),
    st.sampled_from(_PLACES),
    st.integers(0, 5),
    st.sampled_from([" today", " in all regions", ""]),
).filter(lambda edit: edit.start <= edit.end and (edit.text or edit.start < edit.end))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(_EDITS, min_size=3, max_size=3))
def test_each_delegation_and_the_base_are_read_back(edits):
    shown = line(*((name, (edit,)) for name, edit in zip(_NAMES, edits, strict=True)))
    assert text_of([shown], _NAMES, "") == [_BASE]
    for name, edit in zip(_NAMES, edits, strict=True):
        assert text_of([shown], _NAMES, name) == [put(_BASE, (edit,))]
