"""All actions of the window in one table: caption, keys, icon; menus and the tool bar are made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from draftdesk.gui.appearance.icons import icon
from draftdesk.gui.find_field import FindField
from draftdesk.gui.widgets.tool_button import ToolButton
from draftdesk.translation import later, tr
from draftdesk.workbench.desk.place import MANNERS


@dataclass(frozen=True, slots=True)
class Wish:
    """An action: `keys` are its shortcuts, the first is shown; `short` its caption in the tool bar."""

    name: str
    caption: str
    keys: str = ""
    icon: str = ""
    short: str = ""
    checkable: bool = False


WISHES: Final = (
    Wish("open", "&Open…", "Ctrl+O", "open", "Open"),
    Wish("samples", "Open the &samples"),
    Wish("paste", "New draft from the clipboard", "Ctrl+V"),
    Wish("new_desk", "&New desk", "Ctrl+N"),
    Wish("new_form", "New working draft from nothing", "Ctrl+Shift+N"),
    Wish("rollover", "New from last &year's text…"),
    Wish("title", "Name this desk…"),
    Wish("redline", "Export &redline…", "Ctrl+Shift+E", "export", "Export redline…"),
    Wish("clean", "Export &clean .docx…", "Ctrl+Shift+C", "document"),
    Wish("clean_newyork", "Clean .doc&x in the form of New York…"),
    Wish("clean_geneva", "Clean .docx in the form of &Geneva…"),
    Wish("table", "Export comparison ta&ble…"),
    Wish("concordance", "Export concor&dance…"),
    Wish("report", "Export change re&port…"),
    Wish("page", "Export web pag&e…"),
    Wish("compile", "Comp&ile proposals…"),
    Wish("brackets", "Proposals in brac&kets…"),
    Wish("proposals", "Proposals beside the b&ase…"),
    Wish("amendments", "Export a&mendments…"),
    Wish("author", "Name in &tracked changes…"),
    Wish("formatting", "Redlines also track formatting", checkable=True),
    Wish("clean_metadata", "Leave names, times and paths out of exports", checkable=True),
    Wish("own_comments", "Change reports hold my comments", checkable=True),
    Wish("print", "Print what is shown…", "Ctrl+P"),
    Wish("pdf", "Save what is shown as PD&F…"),
    Wish("help", "&Keys", "F1"),
    Wish("quit", "&Quit", "Ctrl+Q"),
    Wish("undo", "&Undo", "Ctrl+Z", "undo"),
    Wish("redo", "&Redo", "Ctrl+Y", "redo"),
    Wish("copy", "&Copy", "Ctrl+C"),
    Wish("select_all", "Select the co&lumn", "Ctrl+A"),
    Wish("find", "&Find in all drafts", "Ctrl+F", "find"),
    Wish("find_next", "Find &next", "F3"),
    Wish("find_previous", "Find &previous", "Shift+F3"),
    Wish("go_to", "&Go to paragraph", "Ctrl+G"),
    Wish("edit", "&Edit paragraph", "F2", "draft"),
    Wish("bold", "&Bold", "Ctrl+B", "bold"),
    Wish("italic", "&Italics", "Ctrl+I", "italic"),
    Wish("highlight", "&Highlight", "Ctrl+Alt+H", "pen"),
    Wish("highlight_brackets", "Highlight all brac&kets"),
    Wish("columns", "Colu&mns", "Ctrl+1", "columns", "Columns", checkable=True),
    Wish("inline", "In&line: one draft as a redline", "Ctrl+2", "inline", "Inline", checkable=True),
    Wish("matrix", "Matri&x of many drafts", "Ctrl+3", "matrix", "Matrix", checkable=True),
    Wish("only_changes", "Only &changes", "Ctrl+D", "filter", "Only changes", checkable=True),
    Wish("fold", "&Fold unchanged paragraphs", "Ctrl+Shift+D", checkable=True),
    Wish("small", "&Small differences too: blanks, quotes, hyphens, italics", "Ctrl+Alt+D", checkable=True),
    Wish("zoom_in", "Zoom &in", "Ctrl++ Ctrl+="),
    Wish("zoom_out", "Zoom &out", "Ctrl+-"),
    Wish("zoom_normal", "&Normal size", "Ctrl+0"),
    Wish("reading", "How this draft was &read", "Ctrl+R"),
    Wish("fonts", "Fon&t of the drafts…"),
    Wish("by_author", "Colour by a&uthor", "Ctrl+Shift+A", checkable=True),
    Wish("as_system", "Light or dark as the s&ystem", checkable=True),
    Wish("dark", "&Dark", "", "theme", checkable=True),
    Wish("contrast", "Hi&gh contrast", checkable=True),
    Wish("room", "Room mode: the &whole screen for one paragraph", "F11"),
    Wish("outline", "Outlin&e", "F9", checkable=True),
    Wish("changes", "List of c&hanges", "F10", checkable=True),
    Wish("next", "&Next change", "F8", "down"),
    Wish("previous", "&Previous change", "F7", "up"),
    Wish("next_meeting", "Next words that &several drafts change", "Ctrl+F8"),
    Wish("previous_meeting", "Previous words that se&veral drafts change", "Ctrl+F7"),
    Wish("other_end", "&Other end of a move", "Ctrl+Shift+G"),
    Wish("next_doubtful", "Next &doubtful pairing", "Shift+F8"),
    Wish("previous_doubtful", "Previous do&ubtful pairing", "Shift+F7"),
    Wish("confirm", "These belong to&gether", "Alt+Y"),
    Wish("pair", "P&air with another paragraph", "Alt+S", "pair", "Pair"),
    Wish("apart", "These do not &belong together"),
    Wish("release", "&Take the pairing back"),
    Wish("take", "&Take this change", "Alt+Return"),
    Wish("take_whole", "Take this &wording", "Alt+Shift+Return"),
    Wish("leave", "&Leave as it is", "Alt+Del"),
    Wish("agreed", "&Agreed", "Alt+1"),
    Wish("ad_referendum", "Agreed ad &referendum", "Alt+2"),
    Wish("pending", "&Pending", "Alt+3"),
    Wish("reserved", "Re&served…", "Alt+4"),
    Wish("no_status", "&No status", "Alt+0"),
    Wish("only_open", "&Only what is not agreed yet", "Alt+5", checkable=True),
    Wish("private_note", "Private &comment", "Ctrl+Alt+M"),
    Wish("working", "&Start a working draft from this column", "Ctrl+E", "draft", "Working draft"),
    Wish("new_same", "&New paragraph after this one", "Ctrl+Return"),
    Wish("new_operative", "&Operative paragraph", "Ctrl+Shift+O"),
    Wish("new_preambular", "&Preambular paragraph", "Ctrl+Shift+P"),
    Wish("new_sub", "&Subparagraph", "Ctrl+Shift+S"),
    Wish("new_heading", "&Heading", "Ctrl+Shift+H"),
    Wish("new_annex", "Anne&x at the end", "Ctrl+Shift+X"),
    Wish("new_closing", "&Closing words after a list", "Ctrl+Shift+W"),
    Wish("new_sponsors", "Sponso&rs, before the title"),
    Wish("new_bis", "Paragraph &bis, without renumbering", "Ctrl+Alt+B"),
    Wish("new_alternative", "&Alternative to this paragraph", "Ctrl+Alt+A"),
    Wish("footnote", "&Footnote at the caret", "Ctrl+Alt+F"),
    Wish("row_after", "Table ro&w after this one"),
    Wish("demote", "Ma&ke it a subparagraph", "Alt+Right"),
    Wish("promote", "One &level up", "Alt+Left"),
    Wish("turn", "&Preambular or operative: turn it", "Ctrl+Shift+T"),
    Wish("split", "Spl&it at the caret", "Ctrl+Shift+Return"),
    Wish("join", "&Join with the paragraph before", "Ctrl+Shift+J"),
    Wish("move_up", "Move &up", "Alt+Up"),
    Wish("move_down", "Move do&wn", "Alt+Down"),
    Wish("delete", "&Delete paragraph", "Ctrl+Shift+Del"),
    Wish("delete_row", "Delete table &row"),
    Wish("form", "Check the &form", "Ctrl+Shift+F"),
    Wish("next_finding", "&Next finding", "F4"),
    Wish("previous_finding", "&Previous finding", "Shift+F4"),
    Wish("mend", "Put it &right", "Ctrl+."),
    Wish("mend_all", "Put &all right that breaks this rule", "Ctrl+Alt+."),
    Wish("submission", "Before it is &tabled", "Ctrl+Shift+B"),
    Wish("rules", "Rules that are follo&wed…"),
    Wish("own_words", "&My words…"),
    Wish("verbs", "Strength of &verbs…"),
)

COMPARISONS: Final = ("table", "concordance", "report", "page", "amendments")
"""Exports of the whole comparison, named as the command line names them."""

_STATUS_ACTIONS: Final = ("agreed", "ad_referendum", "pending", "reserved", "no_status")

OF_COLUMNS: Final = frozenset(
    {"find", "find_next", "find_previous", "go_to", "edit", "other_end", "pair", "apart", "release", "working"}
    | {"next_meeting", "previous_meeting", "columns", "inline", "matrix", "room"}
    | {"take", "take_whole", "leave", "only_open", *_STATUS_ACTIONS, "private_note"}
    | {"next_doubtful", "previous_doubtful", "confirm", "new_form", "only_changes", "fold", "small", "select_all"}
)
"""Actions about the columns, which are brought into sight for them."""

_MARKS: Final = ("bold", "italic", "highlight")
_SEARCH: Final = ("find", "find_next", "find_previous", "go_to")

_DRAFT: Final = (
    *("working", "new_form", "edit", None, "demote", "promote", "turn", None, "move_up", "move_down", None),
    *("split", "join", None, "delete", "delete_row"),
)
_COMPARE: Final = (
    *("next", "previous", "next_meeting", "previous_meeting", "other_end", None),
    *("next_doubtful", "previous_doubtful", None, "confirm", "pair", "apart", "release"),
)
_DECIDE: Final = (
    *("take", "take_whole", "leave", None, "agreed", "ad_referendum", "pending", "reserved", "no_status", None),
    *("only_open", None, "private_note"),
)
_INSERT: Final = (
    *(
        "new_same",
        None,
        "new_operative",
        "new_preambular",
        "new_sub",
        "new_heading",
        "new_closing",
        "new_annex",
        None,
        "new_bis",
        "new_alternative",
        None,
        "new_sponsors",
    ),
    "footnote",
    "row_after",
)
_FORM: Final = (
    "form",
    "next_finding",
    "previous_finding",
    None,
    "mend",
    "mend_all",
    None,
    "submission",
    "rules",
    "own_words",
    "verbs",
)
Entry = str | tuple[str, tuple[str, ...]] | None
MENUS: Final[tuple[tuple[str, tuple[Entry, ...]], ...]] = (
    (
        "&File",
        (
            "open",
            "samples",
            "paste",
            "new_desk",
            *("new_form", "rollover"),
            "title",
            None,
            "redline",
            *("clean", "clean_newyork", "clean_geneva"),
            (later("Expor&t options"), ("author", "formatting", "clean_metadata", "own_comments")),
            None,
            *COMPARISONS,
            None,
            *("compile", "brackets", "proposals"),
            None,
            *("print", "pdf"),
            None,
            "quit",
        ),
    ),
    (
        "&Edit",
        ("undo", "redo", None, "copy", "select_all", None, *_SEARCH, None, "edit", *_MARKS, "highlight_brackets"),
    ),
    (
        "&View",
        (
            "columns",
            "inline",
            "matrix",
            None,
            "only_changes",
            "fold",
            "small",
            None,
            "zoom_in",
            "zoom_out",
            "zoom_normal",
            "fonts",
            None,
            "outline",
            "changes",
            "reading",
            None,
            "room",
            "by_author",
            *("as_system", "dark", "contrast"),
        ),
    ),
    ("&Compare", _COMPARE),
    ("Dec&ide", _DECIDE),
    ("&Draft", _DRAFT),
    ("Inser&t", _INSERT),
    ("F&orm", _FORM),
    ("&Help", ("help",)),
)
_TOOLS: Final = (
    "open",
    None,
    "undo",
    "redo",
    None,
    *_MARKS,
    None,
    "columns",
    "inline",
    "matrix",
    None,
    "working",
    "only_changes",
    "pair",
)


_WITH_CAPTIONS: Final = frozenset((*MANNERS, "open", "working", "only_changes", "pair"))


class Actions:
    """The actions by name, with the menus and tools that hold them."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_name: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._buttons: list[QToolButton] = []
        self._placed: dict[str, QAction] = {}
        self._width = window.width()
        for wish in WISHES:
            action = QAction(tr(wish.caption), window)
            action.setObjectName(wish.name)
            action.setCheckable(wish.checkable)
            if wish.keys:
                action.setShortcuts([QKeySequence(keys) for keys in wish.keys.split(" ")])
            window.addAction(action)
            self._by_name[wish.name] = action
        for title, names in MENUS:
            self.menus[title] = window.menuBar().addMenu(tr(title))
            self.fill(self.menus[title], names)
        self.tools = self._tool_bar(window)
        layout = self.tools.layout()
        assert layout is not None
        self._layout = layout

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def tick(self, name: str, *, on: bool) -> None:
        """Tick an action without making it happen."""
        self._by_name[name].blockSignals(True)
        self._by_name[name].setChecked(on)
        self._by_name[name].blockSignals(False)

    def fill(self, menu: QMenu, names: Sequence[Entry]) -> None:
        """Put actions into a menu; None is a line between, a caption with names a menu within."""
        for name in names:
            if name is None:
                menu.addSeparator()
            elif isinstance(name, tuple):
                self.fill(menu.addMenu(tr(name[0])), name[1])
            else:
                menu.addAction(self._by_name[name])

    def _tool_bar(self, window: QMainWindow) -> QToolBar:
        bar = QToolBar(tr("Tools"), window)
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setFixedHeight(40)
        bar.toggleViewAction().setVisible(False)
        for name in _TOOLS:
            if name is None:
                bar.addSeparator()
            else:
                self._placed[name] = bar.addWidget(self._button(name, window))
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.find = FindField(bar)
        bar.addWidget(self.find)
        self.find.grown.connect(lambda: self.fit(self._width))
        export = self._button("redline", window)
        export.setObjectName("framed")
        bar.addWidget(export)
        window.addToolBar(bar)
        return bar

    def _button(self, name: str, window: QMainWindow) -> QToolButton:
        wish = next(wish for wish in WISHES if wish.name == name)
        action = self._by_name[name]
        action.setIconText(tr(wish.short) if wish.short else action.text().replace("&", ""))
        button = ToolButton(window)
        button.setDefaultAction(action)
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(beside if wish.short else Qt.ToolButtonStyle.ToolButtonIconOnly)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(action.text().replace("&", "") + (f" ({keys})" if keys else ""))
        button.setAccessibleName(action.text().replace("&", ""))
        self._buttons.append(button)
        return button

    def fit(self, width: int) -> None:
        """Where not all fits captions go, those of the views first, then what has a key: search and export stay."""
        self._width = width
        beside, bare = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        every = _WITH_CAPTIONS | {"redline"}
        steps = (frozenset[str](), frozenset(MANNERS), _WITH_CAPTIONS, every, every | set(_MARKS))
        for without in steps:
            for button in self._buttons:
                name = button.defaultAction().objectName()
                if name in every:
                    button.setToolButtonStyle(bare if name in without else beside)
            for name in _MARKS:
                self._placed[name].setVisible(name not in without)
            self._layout.invalidate()
            if self._layout.sizeHint().width() <= width:
                return

    def set_theme(self, theme: str) -> None:
        """Draw the icons in the colours of a theme."""
        self.find.set_theme(theme)
        for wish in WISHES:
            if wish.icon:
                self._by_name[wish.name].setIcon(icon(wish.icon, theme))
                self._by_name[wish.name].setIconVisibleInMenu(False)
