"""Hundreds of doubts of one reading are looked at group by group, and each group is decided by one key."""

from __future__ import annotations

import pytest

NAMES = ("Altamere", "Belmarine", "Corvane", "Dorsal", "Esteran", "Fallow", "Grenmark")


@pytest.fixture
def reading(window, hands, tmp_path):
    """The reading of a text in which seven paragraphs are in doubt for one reason, and seven for another."""
    rules = "\n\n".join(
        f"{k}. Ferries on lake {name} shall carry lamps.\n\n(a) At the bow;\n\nWhich lamps the port of {name} says."
        for k, name in enumerate(NAMES, 1)
    )
    path = tmp_path / "rules.txt"
    path.write_text(f"The General Assembly,\n\nRecalling the lakes,\n\n{rules}\n", encoding="utf-8")
    window.open([str(path)])
    hands.qtbot.waitUntil(lambda: bool(window.session.desk.drafts), timeout=20000)
    hands.settle()
    hands.press("Ctrl+R")
    return window.reading.view


def kinds(window, beginning):
    return {p.kind.value for p in window.session.desk.drafts[0].paragraphs if p.text.startswith(beginning)}


def doubtful(view):
    return sum(bool(line.reasons) for line in view.every)


def test_alike_doubts_are_one_line_each_and_open_and_shut_by_keyboard(window, hands, reading):
    assert [len(group.serials) for group in reading.alike.model.entries] == [7, 7]
    everything = len(reading.lines)

    hands.press("G")
    assert reading.beside.currentWidget() is reading.alike_panel
    hands.press("Return")
    assert [line.number for line in reading.lines] == list("1234567")
    hands.press("Escape")
    assert len(reading.lines) == everything
    assert reading.alike.list.hasFocus()
    hands.press("Escape")
    assert window.pages.currentWidget() is window.workplace


def test_all_are_said_to_be_right_at_once_and_one_step_takes_it_back(window, hands, reading):
    before = doubtful(reading)
    hands.press("G")
    hands.press("Space")
    assert doubtful(reading) == before - 7
    assert len(reading.alike.model.entries) == 1

    hands.press("Space")
    assert doubtful(reading) == before - 14
    assert not reading.alike.isVisible()
    assert reading.list.hasFocus()

    hands.press("Ctrl+Z")
    hands.press("Ctrl+Z")
    hands.settle()
    assert doubtful(reading) == before


def test_a_letter_sets_the_kind_of_all_of_them(window, hands, reading):
    hands.press("G")
    hands.press("Down")
    beginning = reading.alike.current.first[0].split()[0]
    hands.press("B")
    hands.settle()
    assert kinds(window, beginning) == {"body"}
    assert doubtful(reading) == 7
    hands.press("Ctrl+Z")
    hands.settle()
    assert kinds(window, beginning) == {"closing"}


def test_arrows_lead_from_the_paragraphs_up_into_the_groups_and_down_again(window, hands, reading):
    hands.press("Home")
    hands.press("Up")
    assert reading.alike.list.hasFocus()
    assert reading.alike.list.currentIndex().row() == 1
    hands.press("Down")
    assert reading.list.hasFocus()
    assert reading.beside.currentWidget() is reading.panel


def test_one_of_an_open_group_is_decided_by_itself_and_the_others_stay_in_sight(window, hands, reading):
    hands.press("G")
    hands.press("Return")
    hands.press("Space")
    assert [line.number for line in reading.lines] == list("234567")
    assert reading.alike.model.entries[1].counted == "6 paragraphs"
    reading.alike_panel.right_button.click()
    hands.settle()
    assert len(reading.lines) > len(NAMES)


def test_the_mouse_does_the_same(window, hands, reading):
    reading.alike.enter()
    reading.alike_panel.show_button.click()
    assert len(reading.lines) == 7
    reading.alike_panel.kinds.activated.emit(reading.alike_panel.kinds.findText("Other text"))
    hands.settle()
    assert kinds(window, "Ferries on") == {"body"}
