"""The look of the ordinary widgets, from the palette: flat, framed only where something can be pressed."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from draftdesk.gui.appearance.theme import CAPTION_SIZE, UI_SIZE, Palette


def qt_palette(colors: Palette) -> QPalette:
    """The palette for widgets that paint themselves; selection is ink, never the system's blue."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "win",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "win",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Button: "win",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.Highlight: "sel",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.ToolTipBase: "field",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Link: "ink",
        QPalette.ColorRole.Light: "field",
        QPalette.ColorRole.Mid: "rule",
        QPalette.ColorRole.Dark: "line",
    }
    for role, name in roles.items():
        palette.setColor(role, colors.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.out_of_reach))
    return palette


def style_sheet(colors: Palette) -> str:
    """The style sheet of the window."""
    return _bars_and_menus(colors) + _buttons(colors) + _panels(colors)


def _bars_and_menus(c: Palette) -> str:
    return f"""
* {{ font-size: {UI_SIZE}px; }}
QMainWindow, QMenuBar, QStatusBar, QToolBar {{ background: {c.win}; color: {c.ink}; }}
QMenuBar {{ padding: 1px 6px; border: 0; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 3px; background: transparent; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {c.sel}; color: {c.ink}; }}
QMenu {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line}; padding: 4px 0; }}
QMenu::item {{ padding: 4px 26px 4px 26px; }}
QMenu::item:selected {{ background: {c.sel}; color: {c.ink}; }}
QMenu::item:disabled {{ color: {c.out_of_reach}; }}
QMenu::separator {{ height: 1px; background: {c.rule}; margin: 4px 0; }}
QToolBar {{ border: 0; border-bottom: 1px solid {c.rule}; padding: 0 8px; spacing: 4px; }}
QToolBar::separator {{ width: 1px; background: {c.rule}; margin: 5px 6px; }}
"""


def _buttons(c: Palette) -> str:
    return f"""
QToolButton {{ background: transparent; color: {c.ink}; border: 1px solid transparent; border-radius: 3px;
  padding: 0 7px; margin: 0; min-height: 26px; max-height: 26px; }}
QToolButton:hover {{ border-color: {c.line}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.sel}; border-color: {c.line}; }}
QToolButton:focus {{ border-color: {c.ink}; }}
QToolButton:disabled {{ color: {c.out_of_reach}; }}
QToolButton#framed {{ background: {c.field}; border: 1px solid {c.line}; padding: 0 10px; }}
QToolButton#framed:focus {{ border: 2px solid {c.ink}; padding: 0 9px; min-height: 24px; max-height: 24px; }}
QToolButton#framed:disabled {{ color: {c.out_of_reach}; border-color: {c.rule}; background: {c.win}; }}
QToolButton#small {{ padding: 0 1px; min-height: 22px; max-height: 22px; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QPushButton {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 3px;
  padding: 4px 10px; min-height: 16px; }}
QPushButton:hover, QPushButton:focus {{ border-color: {c.ink}; }}
QPushButton:pressed {{ background: {c.sel}; }}
QPushButton:disabled {{ color: {c.out_of_reach}; background: {c.win}; border-color: {c.rule}; }}
QPushButton#main {{ background: {c.ink}; color: {c.paper}; border-color: {c.ink}; }}
QPushButton#chip {{ background: {c.win}; color: {c.ink2}; border-color: {c.rule}; padding: 2px 7px;
  min-height: 18px; font-size: {CAPTION_SIZE}px; }}
QPushButton#chip:checked {{ background: {c.sel}; color: {c.ink}; border-color: {c.line}; }}
QPushButton#chip:focus {{ border-color: {c.ink}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c.ink3}; }}
QLineEdit {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 3px;
  padding: 3px 6px; }}
QLineEdit:focus {{ border-color: {c.ink}; }}
QLineEdit#find {{ padding: 0 4px; }}
QLineEdit#find QToolButton {{ border: 0; padding: 0; margin: 0; min-height: 16px; max-height: 16px; }}
QComboBox {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 3px;
  padding: 2px 8px; min-height: 18px; font-size: {CAPTION_SIZE}px; }}
QComboBox:hover, QComboBox:focus {{ border-color: {c.ink}; }}
QComboBox::drop-down {{ border: 0; width: 18px; }}
QComboBox QAbstractItemView {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line};
  selection-background-color: {c.sel}; selection-color: {c.ink}; }}
QPushButton#plain {{ background: transparent; border-color: transparent; }}
QPushButton#plain:hover, QPushButton#plain:focus {{ border-color: {c.line}; }}
"""


def _panels(c: Palette) -> str:
    return f"""
QStatusBar {{ border-top: 1px solid {c.rule}; font-size: {CAPTION_SIZE}px; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {c.ink2}; font-size: {CAPTION_SIZE}px; padding: 0 4px; }}
QSplitter::handle {{ background: {c.rule}; }}
QWidget#panel {{ background: {c.win}; }}
QWidget#paper, QScrollArea#paper {{ background: {c.paper}; }}
QListView {{ background: {c.win}; border: 1px solid {c.win}; outline: 0; }}
QScrollArea {{ border: 1px solid {c.win}; }}
QListView:focus, QListView#paper:focus, QScrollArea:focus {{ border-color: {c.ink}; }}
QListView::item:selected {{ background: {c.sel}; color: {c.ink}; }}
QListWidget {{ color: {c.ink}; }}
QDialog {{ background: {c.win}; color: {c.ink}; }}
QListView#paper {{ background: {c.paper}; border-color: {c.paper}; }}
QAbstractScrollArea::corner {{ background: {c.win}; border: 0; }}
QLabel {{ color: {c.ink}; }}
QLabel#head {{ font-weight: 600; font-size: {UI_SIZE}px; }}
QLabel#quiet {{ color: {c.ink3}; font-size: {CAPTION_SIZE}px; }}
QLabel#reason {{ color: {c.warn}; }}
QPlainTextEdit {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line}; border-radius: 3px; }}
QPlainTextEdit:focus {{ border-color: {c.ink}; }}
QLabel#second {{ color: {c.ink2}; }}
QLabel#large {{ font-size: 23px; font-weight: 600; }}
QLabel#drop {{ font-size: 16px; font-weight: 500; }}
QFrame#dropping {{ border: 2px dashed {c.ink}; border-radius: 3px; background: transparent; }}
QLabel#dropping {{ border: 1px solid {c.line}; background: {c.field}; font-weight: 500; padding: 8px 16px; }}
QFrame#rule {{ background: {c.rule}; max-height: 1px; min-height: 1px; border: 0; }}
QFrame#bar_error {{ background: {c.err_bg}; border: 0;
  border-left: 3px solid {c.err}; border-bottom: 1px solid {c.rule}; }}
QFrame#bar_note {{ background: {c.field}; border: 0;
  border-left: 3px solid {c.ok}; border-bottom: 1px solid {c.rule}; }}
QFrame#bar_doubt {{ background: {c.field}; border: 0;
  border-left: 3px solid {c.warn}; border-bottom: 1px solid {c.rule}; }}
QFrame#popup {{ background: {c.field}; border: 1px solid {c.line}; }}
QToolTip {{ background: {c.field}; color: {c.ink}; border: 1px solid {c.line}; padding: 3px; }}
QScrollBar:vertical {{ background: {c.win}; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.rule}; min-height: 28px;
  border: 3px solid {c.win}; border-radius: 5px; }}
QScrollBar::handle:vertical:hover {{ background: {c.line}; }}
QScrollBar:horizontal {{ background: {c.win}; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.rule}; min-width: 28px;
  border: 3px solid {c.win}; border-radius: 5px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
