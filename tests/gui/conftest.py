"""Small drafts and tables made in code, for views without files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.gui.app import application
from draftdesk.gui.interface_language import show_in
from draftdesk.gui.main_window import MainWindow
from draftdesk.gui.session import Session
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Mark, Paragraph, ParagraphId, ParagraphKind, Run, Span
from draftdesk.resources import resource
from draftdesk.translation import language_in_use
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.worker import Worker
from draftdesk.workspace.store import Workspace

R = Relation

BASE = [
    ("title", "", "Safety of inland ferries"),
    ("preambular", "", "Recalling its resolution A/RES/78/406 of 19 December 2023 on the safety of inland ferries,"),
    ("preambular", "", "Guided by the purposes and principles of the River Charter,"),
    (
        "preambular",
        "",
        "Deeply concerned that overloading and poor maintenance remain the main causes of loss of life,",
    ),
    ("operative", "1", "Takes note of the report of the Secretary-General;"),
    ("operative", "2", "Urges Member States to adopt without delay national rules on the loading of inland ferries;"),
    ("operative", "3", "Requests the River Transport Commission to keep a public register of accidents;"),
    ("operative", "4", "Calls upon riparian States:"),
    ("sub1", "a", "To inspect every ferry once a year;"),
    ("sub1", "b", "To train ferry masters;"),
    ("operative", "5", "Welcomes the training of ferry masters by the Commission;"),
    ("operative", "6", "Decides to hold a one-day meeting on the subject in 2026;"),
    ("operative", "7", "Invites donors to support the replacement of wooden hulls."),
]
NEW = [
    ("title", "", "Safety of inland ferries"),
    ("preambular", "", "Recalling its resolution A/RES/79/412 of 20 December 2024 on the safety of inland ferries,"),
    ("preambular", "", "Guided by the purposes and principles of the River Charter,"),
    (
        "preambular",
        "",
        (
            "Deeply concerned that overloading, night navigation without lights and poor maintenance remain the main "
            "causes of loss of life,"
        ),
    ),
    ("operative", "1", "Takes note of the report of the Secretary-General;"),
    (
        "operative",
        "2",
        (
            "Invites Member States to adopt national rules on the loading of inland ferries, in accordance with "
            "national circumstances;"
        ),
    ),
    ("operative", "3", "Calls upon riparian States:"),
    ("sub1", "a", "To inspect every ferry at least once a year;"),
    ("sub1", "b", "To train ferry masters;"),
    ("operative", "4", "Welcomes the training of ferry masters by the Commission;"),
    (
        "operative",
        "5",
        "Requests the River Transport Commission to keep a public register of accidents and near-accidents;",
    ),
    ("operative", "6", "Requests the Secretary-General to report to the Assembly at its eighty-second session;"),
    ("operative", "7", "Invites donors to support the replacement of wooden hulls."),
]
ROWS = [
    (0, 0, R.UNCHANGED),
    (1, 1, R.EDITED),
    (2, 2, R.UNCHANGED),
    (3, 3, R.EDITED),
    (4, 4, R.UNCHANGED),
    (5, 5, R.EDITED),
    (6, 10, R.MOVED_EDITED),
    (7, 6, R.UNCHANGED),
    (8, 7, R.EDITED),
    (9, 8, R.UNCHANGED),
    (10, 9, R.UNCHANGED),
    (11, None, R.DELETED),
    (None, 11, R.INSERTED),
    (12, 12, R.UNCHANGED),
]


def draft_of(draft_id: str, symbol: str, lines: Sequence[tuple[str, str, str]], language: str = "en") -> Draft:
    paragraphs = []
    for serial, (kind, number, text) in enumerate(lines):
        first = text.split(" ")[0]
        runs = (Run(Span(0, len(first)), frozenset({Mark.ITALIC})),) if kind in {"preambular", "operative"} else ()
        paragraphs.append(
            Paragraph(
                ParagraphId(draft_id, serial), ParagraphKind(kind), text, Span(0, len(text)), number=number, runs=runs
            )
        )
    return Draft(draft_id, f"{draft_id}.docx", tuple(paragraphs), symbol=symbol, language=language)


def comparison_of(base: Draft, new: Draft, rows: Sequence[tuple[int | None, int | None, Relation]]) -> Comparison:
    table = AlignmentTable(
        Shape.PAIR,
        2,
        tuple(
            AlignmentRow((() if old is None else (old,), () if new_ is None else (new_,)), (relation,))
            for old, new_, relation in rows
        ),
    )
    return compare([base, new], table)


@dataclass(frozen=True)
class Ferries:
    base: Draft
    new: Draft
    comparison: Comparison


@pytest.fixture
def ferries() -> Ferries:
    """Two drafts with a move, an edit, a weakening, a deletion, an insertion and new numbers."""
    base, new = draft_of("d1", "A/C.2/80/L.27", BASE), draft_of("d2", "A/C.2/80/L.27/Rev.1", NEW)
    return Ferries(base, new, comparison_of(base, new, ROWS))


@pytest.fixture
def make_draft() -> Callable[..., Draft]:
    return draft_of


@pytest.fixture
def window(tmp_path: Path, qtbot, monkeypatch) -> Iterator[MainWindow]:
    """A window on an empty desk; desks and preferences are in the folder of the test."""
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    show_in(application(), language_in_use())
    session = Session(Desk(Workspace.open(tmp_path / "test.desk")), Worker())
    made = MainWindow(session)
    made.resize(1400, 900)
    with qtbot.waitActive(made):  # on a real screen the window gets the keys a moment after it is shown
        made.show()
    yield made
    made.close()
    made.deleteLater()
    QGuiApplication.clipboard().clear()  # words of ours must not outlive Python
    QApplication.processEvents()


@dataclass(frozen=True)
class Hands:
    """Keys where the focus is, and patience."""

    qtbot: Any
    window: MainWindow

    def press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]
        target = QApplication.focusWidget()
        assert target is not None, f"nothing has the focus for {keys}"
        self.qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())
        QApplication.processEvents()

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), words)
        QApplication.processEvents()

    def settle(self) -> None:
        self.qtbot.waitUntil(self._is_settled, timeout=20000)
        QApplication.processEvents()

    def _is_settled(self) -> bool:
        window = self.window
        session = window.session
        busy = session.background.is_busy or session.checking.is_busy or session.comparing.is_busy
        busy = busy or window.open_files.is_busy or window.aside.paper.turns.is_stoppable
        return not busy and window.workplace.is_settled()

    def open(self, *names: str) -> None:
        """Put samples on the desk."""
        self.window.open([str(resource("samples", name)) for name in names])
        self.qtbot.waitUntil(lambda: len(self.window.session.desk.drafts) >= len(names), timeout=20000)
        self.settle()
        self.window.workplace.rows.setFocus()

    def write_in(self, path: Path, content: bytes) -> None:
        """Put a file that the test makes on the desk, alone, and begin the working draft from it."""
        path.write_bytes(content)
        self.window.open([str(path)])
        self.qtbot.waitUntil(lambda: len(self.window.session.desk.drafts) == 1, timeout=20000)
        self.settle()
        self.window.workplace.rows.setFocus()
        self.press("Ctrl+E")
        self.settle()

    def go_to(self, name: str) -> None:
        """Walk down with the arrow key to a paragraph of the last column."""
        rows = self.window.workplace.rows
        self.press("Home")
        for _ in range(len(rows.view.items)):
            row = rows.text_row()
            names = self.window.workplace.view.names[-1]
            if row is not None and row.cells[-1] and names[row.cells[-1][0]].full == name:
                return
            self.press("Down")
        raise AssertionError(f"{name} was not reached")


@pytest.fixture
def hands(qtbot, window) -> Hands:
    return Hands(qtbot, window)
