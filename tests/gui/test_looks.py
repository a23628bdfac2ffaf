"""How the window looks is chosen once and comes back on another day: theme, contrast, colours by author."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from draftdesk.gui import looks
from draftdesk.gui.appearance.fonts import families, text_font, text_size, use_text_font
from draftdesk.gui.appearance.hand_colors import INKS
from draftdesk.gui.appearance.theme import PALETTES
from draftdesk.gui.font_panel import FontPanel
from draftdesk.gui.shot import grab
from draftdesk.workspace.looks import LooksKept, keep_looks, looks_kept
from draftdesk.workspace.preferences import keep_value
from making_word import deleted, ins, p, word_file

PROPOSALS = tuple(f"proposals/{name}.docx" for name in ("altamere", "corrovia"))


@pytest.fixture(autouse=True)
def our_fonts():
    """Fonts are those of the process; other tests have ours."""
    yield
    use_text_font("", 0)


@pytest.fixture
def other_font(window) -> str:
    """A family of the machine with Latin letters alone, that is not the one of the drafts anyhow."""
    systems = QFontDatabase.WritingSystem
    more = {*QFontDatabase.families(systems.Arabic), *QFontDatabase.families(systems.SimplifiedChinese)}
    return next(
        name
        for name in QFontDatabase.families(systems.Latin)
        if name not in {*more, families("en")[0]} and QFontDatabase.isSmoothlyScalable(name)
    )


@pytest.fixture
def turn_system(monkeypatch):
    """Makes the system dark or light; the one without a screen is neither."""

    def turn(theme: str) -> None:
        monkeypatch.setattr(looks, "theme_of_system", lambda: theme)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark if theme == "dark" else Qt.ColorScheme.Light)

    return turn


def colors_in(widget) -> set[str]:
    """All colours that are painted in a widget."""
    picture = grab(widget)
    return {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}


def test_changes_have_the_colours_of_the_drafts_that_make_them_and_a_legend_says_whose(window, hands):
    hands.open("rev1.docx", *PROPOSALS)
    place = window.workplace
    assert not place.legend.isVisible()
    hands.press("F8")
    window.actions_["by_author"].trigger()
    hands.settle()
    assert place.legend.isVisible()
    assert "altamere" in place.legend.accessibleName()
    first, second = INKS["light"][:2]
    assert {first, second} <= colors_in(place.legend)
    assert {first, second} <= colors_in(place.rows.viewport())


def test_a_file_of_two_authors_shows_both_and_rows_have_room_for_their_names(window, hands, tmp_path, qtbot):
    words = ("Urges all ", ins("coastal ", author="Norden"), "States to ", deleted("swiftly ", "Sudia"), "report;")
    path = tmp_path / "marked.docx"
    path.write_bytes(word_file(p("Takes note;"), p(*words), p("Invites donors.")))
    window.open([f"{path}@original", str(path)])
    qtbot.waitUntil(lambda: len(window.session.desk.drafts) == 2, timeout=20000)
    hands.settle()
    rows = window.workplace.rows
    hands.press("F8")
    before = rows.heights.offsets.height(rows.current_item)
    window.actions_["by_author"].trigger()
    hands.settle()
    cells = [rows.cell(rows.text_row(), column) for column in (0, 1)]
    assert [note.text for cell in cells for note in cell.content.notes] == ["By Sudia", "By Norden"]
    assert rows.heights.offsets.height(rows.current_item) > before
    assert {entry.authors for entry in window.workplace.changes.entries} == {("Norden",), ("Sudia",)}


def test_what_was_chosen_is_there_on_another_day(window, hands):
    hands.open("rev1.docx", *PROPOSALS)
    for name in ("dark", "contrast", "by_author"):
        window.actions_[name].trigger()
    assert looks_kept() == LooksKept("dark", contrast=True, by_author=True)
    for name in ("dark", "contrast", "by_author"):
        window.actions_[name].trigger()
    keep_looks(LooksKept("dark", contrast=True, by_author=True))
    window.looks.begin()
    assert window.theme == "dark_contrast"
    assert window.workplace.legend.isVisible()
    assert window.actions_["by_author"].isChecked()


def test_the_window_follows_the_system_until_one_chooses(window, turn_system):
    window.looks.begin()
    turn_system("dark")
    assert window.theme == "dark"
    assert window.actions_["as_system"].isChecked()
    window.actions_["dark"].trigger()
    assert window.theme == "light"
    assert not window.actions_["as_system"].isChecked()
    turn_system("dark")
    assert window.theme == "light"
    window.actions_["as_system"].trigger()
    assert window.theme == "dark"
    turn_system("light")
    assert window.theme == "light"


def test_preferences_that_make_no_sense_are_those_of_the_first_day(window):
    keep_value("looks", {"theme": "pink", "contrast": "yes", "points": 13})
    assert looks_kept() == LooksKept(points=13)


def rows_of(window) -> list[int]:
    rows = window.workplace.rows
    return [rows.heights.offsets.height(item) for item in rows.visible_items()]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the screen that is none has no hints for a second window
def test_the_font_of_the_drafts_is_chosen_seen_at_once_and_given_up_again(window, hands, other_font):
    hands.open("issued.docx", "rev1.docx")
    rows = window.workplace.rows
    before = rows_of(window)
    window.actions_["fonts"].trigger()
    panel = window.findChild(FontPanel)
    panel.family.setCurrentFont(QFont(other_font))
    panel.size_.setCurrentIndex(panel.size_.findData(18))
    hands.settle()
    layout = rows.cell(rows.text_row(0), 0).blocks[0].layout
    assert layout.font().families()[0] == other_font
    assert layout.font().pixelSize() == 24
    assert all(new >= old for new, old in zip(rows_of(window), before, strict=False))
    assert rows_of(window) != before[: len(rows_of(window))]
    assert (looks_kept().family, looks_kept().points) == (other_font, 18)
    panel.ours.click()
    hands.settle()
    assert rows_of(window) == before
    assert looks_kept() == LooksKept("light")


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_dialog_has_the_colours_of_the_theme(window):
    window.set_theme("dark")
    window.actions_["fonts"].trigger()
    seen = colors_in(window.findChild(FontPanel))
    assert PALETTES["dark"].win.upper() in seen
    assert not seen & {PALETTES["light"].win.upper(), "#FFFFFF", "#EFEFEF"}


def test_lines_of_a_high_font_do_not_touch(window, other_font):
    use_text_font(other_font, 12)
    size, pitch = text_size("en")
    assert size == 16
    assert pitch >= QFontMetricsF(text_font("en", size)).height()


def test_arabic_and_chinese_keep_a_font_that_has_their_letters(window, other_font):
    use_text_font(other_font, 14)
    assert families("en")[0] == other_font
    for language in ("ar", "zh"):
        first = families(language)[0]
        assert first != other_font
        assert families(language).index(other_font) < families(language).index("Liberation Serif")


def test_a_font_that_is_not_on_this_machine_is_ours(window):
    use_text_font("Palaeographia Nova", 99)
    assert families("en")[0] == "Liberation Serif"
    assert text_size("en") == (16, 22)
