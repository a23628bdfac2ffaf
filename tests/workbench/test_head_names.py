"""Names in narrow heads stay recognisable."""

from __future__ import annotations

from collections.abc import Callable

from draftdesk.workbench.head_names import head_names


def room(characters: int) -> Callable[[int, str], bool]:
    return lambda _, words: len(words) <= characters


def test_a_short_name_stays_in_one_line():
    assert head_names(["Rev.1", "L.27"], room(10)) == (("Rev.1",), ("L.27",))


def test_a_name_of_two_parts_stands_in_two_lines_of_like_length():
    assert head_names(["02_A_RES_80_110_adopted"], room(16)) == (("02_A_RES_80_", "110_adopted"),)


def test_long_names_lose_what_they_share_and_not_what_tells_them_apart():
    names = [f"Draft resolution on inland ferries, proposal of {who}, clean" for who in ("Altamere", "Tessany")]
    shown = head_names(names, room(12))
    assert shown == (("…Altamere,", "clean"), ("…Tessany,", "clean"))


def test_the_shared_end_goes_where_that_is_needed_too():
    names = [f"Ferries of {who} with the remarks of the bureau of today" for who in ("Altamere", "Tessany")]
    assert head_names(names, room(11)) == (("Ferries of", "Altamere…"), ("Ferries", "of Tessany…"))
    wide = [f"Inland ferry proposals of {who} with the remarks of the bureau" for who in ("Altamere", "Tessany")]
    assert head_names(wide, room(10)) == (("…Altamere…",), ("…Tessany…",))


def test_a_name_alone_that_is_too_long_loses_its_middle():
    (lines,) = head_names(["abcdefghijklmnopqrstuvwxyz"], room(8))
    assert lines == ("abcdefgh", "…tuvwxyz")


def test_eight_names_of_one_series_are_all_different():
    names = [f"{n:02}_Third_Committee_A_C3_80_L{n}_draft_resolution_on_safety" for n in range(20, 28)]
    shown = head_names(names, room(13))
    assert len(set(shown)) == 8
    assert all(len(line) <= 13 for lines in shown for line in lines)
    assert all(str(n) in "".join(lines) for n, lines in zip(range(20, 28), shown, strict=True))


def test_a_word_that_nearly_fits_loses_its_end_and_is_not_broken():
    assert head_names(["altamere", "belmarine", "norvane"], room(7)) == (("altame…",), ("belmar…",), ("norvane",))


def test_words_that_would_look_alike_without_their_ends_are_broken_instead():
    shown = head_names(["delegation1", "delegation2"], room(8))
    assert shown == (("delegati", "on1"), ("delegati", "on2"))
