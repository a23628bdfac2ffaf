"""Every colour of writing is read on every ground it stands on: at least 4.5 : 1, worked out from the theme."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from draftdesk.gui.appearance.hand_colors import INKS, ground_of, ink_of
from draftdesk.gui.appearance.style_sheet import qt_palette, style_sheet
from draftdesk.gui.appearance.theme import PALETTES, panel_widths
from draftdesk.gui.matrix.legend import OF_LANGUAGES, SIGNS_SHOWN
from draftdesk.gui.widgets.tick_delegate import TickDelegate

PLAIN = ("paper", "win", "sel", "cur_row")
STANDS_ON = {
    "ink": (*PLAIN, "field", "sunk", "cur", "pen", "warn_bg", "err_bg", "heat1", "heat2", "heat3", "heat4"),
    "ink2": (*PLAIN, "field"),
    "ink3": PLAIN,
    "ins": (*PLAIN, "ins_bg", "cur", "pen"),
    "deleted": (*PLAIN, "deleted_bg", "cur", "pen"),
    "move": (*PLAIN, "move_bg", "pen"),
    "split": (*PLAIN, "split_bg", "pen"),
    "tech": (*PLAIN, "tech_bg", "pen"),
    "warn": (*PLAIN, "warn_bg"),
    "err": ("err_bg", "win", "paper"),
    "ok": PLAIN,
    **{f"bracket{depth}": ("paper", "ins_bg", "move_bg", "tech_bg", "pen") for depth in (1, 2, 3, 4)},
}


def luminance(color: str) -> float:
    """Relative luminance of #RRGGBB by WCAG 2.1."""
    parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_guidelines():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", PALETTES)
def test_writing_is_read_on_every_ground(theme):
    palette = PALETTES[theme]
    low = {
        f"{ink} on {ground}": round(ratio, 2)
        for ink, grounds in STANDS_ON.items()
        for ground in grounds
        if (ratio := contrast(getattr(palette, ink), getattr(palette, ground))) < (7 if "_" in theme else 4.5)
    }
    assert not low


@pytest.mark.parametrize("theme", PALETTES)
def test_frames_are_seen_and_the_heat_rises(theme):
    palette = PALETTES[theme]
    assert all(contrast(palette.line, ground) >= 3 for ground in (palette.paper, palette.win))
    steps = [contrast(getattr(palette, f"heat{k}"), palette.paper) for k in (1, 2, 3, 4)]
    assert steps == sorted(steps)


def test_high_contrast_is_chosen_in_light_and_dark_and_given_up_again(window):
    names = []
    for action in ("contrast", "dark", "contrast", "dark"):
        window.actions_[action].toggle()
        names.append(window.theme)
    assert names == ["light_contrast", "dark_contrast", "dark", "light"]


def deuteranope(color: str) -> tuple[float, float, float]:
    """A colour as eyes without green cones see it, after Vienot, Brettel and Mollon (1999), in linear light."""
    red, green, blue = ((int(color[k : k + 2], 16) / 255) ** 2.2 for k in (1, 3, 5))
    mixed = 0.29275 * red + 0.70725 * green
    return mixed, mixed, -0.02234 * red + 0.02234 * green + blue


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_coming_and_going_differ_for_eyes_that_know_no_red_and_green(theme):
    palette = PALETTES[theme]
    come, gone = deuteranope(palette.ins), deuteranope(palette.deleted)
    blue_share = [seen[2] / sum(seen) for seen in (come, gone)]
    assert blue_share[0] - blue_share[1] > 0.15


@pytest.mark.parametrize("theme", PALETTES)
def test_the_colour_of_each_author_is_read_on_every_ground(theme):
    palette = PALETTES[theme]
    grounds = [getattr(palette, name) for name in (*PLAIN, "cur", "pen")]
    low = {
        (hand, ground): round(ratio, 2)
        for hand in range(2 * len(INKS[theme]))
        for ground in (*grounds, ground_of(theme, hand))
        if (ratio := contrast(ink_of(theme, hand), ground)) < (7 if "_" in theme else 4.5)
    }
    assert not low


def protanope(color: str) -> tuple[float, float, float]:
    """A colour as eyes without red cones see it, after the same authors."""
    red, green, blue = ((int(color[k : k + 2], 16) / 255) ** 2.2 for k in (1, 3, 5))
    mixed = 0.11238 * red + 0.88762 * green
    return mixed, mixed, 0.00401 * red - 0.00401 * green + blue


def plainly(color: str) -> tuple[float, float, float]:
    """A colour in linear light."""
    red, green, blue = ((int(color[k : k + 2], 16) / 255) ** 2.2 for k in (1, 3, 5))
    return red, green, blue


def apart(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """How far two colours in linear light lie apart for the eye: the distance in OKLab (Ottosson, 2020)."""

    def lab(red: float, green: float, blue: float) -> tuple[float, float, float]:
        long = (0.41222 * red + 0.53633 * green + 0.05145 * blue) ** (1 / 3)
        middle = (0.21190 * red + 0.68070 * green + 0.10740 * blue) ** (1 / 3)
        short = max(0.0, 0.08830 * red + 0.28172 * green + 0.62998 * blue) ** (1 / 3)
        return (
            0.21045 * long + 0.79362 * middle - 0.00407 * short,
            1.97800 * long - 2.42859 * middle + 0.45059 * short,
            0.02590 * long + 0.78277 * middle - 0.80868 * short,
        )

    return math.dist(lab(*one), lab(*other))


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("eyes", [plainly, deuteranope, protanope])
def test_the_colours_of_two_authors_differ_for_all_eyes(theme, eyes):
    alike = [
        (one, other, round(distance, 3))
        for one, other in itertools.combinations(INKS[theme], 2)
        if (distance := apart(eyes(one), eyes(other))) < (0.12 if eyes is plainly else 0.05)
    ]
    assert not alike


def test_signs_of_the_matrix_differ_without_colour():
    signs = [sign for signs, _ in (*SIGNS_SHOWN, OF_LANGUAGES) for sign, _, _ in signs]
    assert len(set(signs)) == len(signs)


def test_outline_and_changes_have_more_room_in_wider_windows():
    small, usual, wide = (panel_widths(width) for width in (1280, 1600, 1920))
    assert small < usual < wide
    assert 1920 - sum(wide) < 1300, "two columns of text keep lines that are easily read"


@pytest.mark.parametrize("theme", PALETTES)
def test_what_cannot_be_chosen_now_is_paler_and_still_read(theme):
    palette = PALETTES[theme]
    pale = palette.out_of_reach
    assert contrast(pale, palette.win) >= 4.5
    assert contrast(pale, palette.win) < contrast(palette.ink, palette.win)
    off, role = QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
    assert qt_palette(palette).color(off, role).name().upper() == pale.upper()
    colors = re.findall(r"disabled {{? color: (#\w+)", style_sheet(palette))
    assert colors
    assert set(colors) == {pale}


@pytest.mark.parametrize("theme", PALETTES)
def test_a_box_to_tick_is_seen_and_so_is_its_tick(theme, qtbot):
    palette = PALETTES[theme]
    box = QListWidget()
    qtbot.addWidget(box)
    box.setItemDelegate(TickDelegate(box))
    box.setPalette(qt_palette(palette))
    box.setStyleSheet(style_sheet(palette))
    item = QListWidgetItem("PP 1")
    box.addItem(item)
    box.resize(100, 40)

    def painted(state: Qt.CheckState) -> Counter[str]:
        item.setCheckState(state)
        picture = box.grab(QRect(0, 0, 20, 24)).toImage()
        return Counter(picture.pixelColor(x, y).name().upper() for x in range(20) for y in range(picture.height()))

    empty, ticked = painted(Qt.CheckState.Unchecked), painted(Qt.CheckState.Checked)
    assert contrast(palette.line, palette.win) >= 3
    assert min(empty[palette.line.upper()], ticked[palette.line.upper()]) > 36, "four sides of a frame"
    assert ticked[palette.ink.upper()] > empty[palette.ink.upper()]
