"""The ways in which a person brings drafts onto the desk: the dialog, the clipboard, the samples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from draftdesk.gui.bringing.dropping import files_in
from draftdesk.gui.bringing.open_files import OpenFiles
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.resources import resource
from draftdesk.translation import tr
from draftdesk.workbench.opening import READABLE
from draftdesk.workspace.places import SUFFIX

_DRAFTS: Final = " ".join(f"*{suffix}" for suffix in READABLE)
SAMPLES: Final = ("issued.docx", "rev1.docx")
BASE_OF_PROPOSALS: Final = "rev1.docx"


class BringingFiles(QObject):
    """Finds out which files are wanted and has them opened; what is being written is kept first."""

    def __init__(self, window: QWidget, open_files: OpenFiles, drafting: Drafting) -> None:
        super().__init__(window)
        self._window = window
        self._open_files = open_files
        self._drafting = drafting
        self.open_desk: Callable[[Path], None] | None = None

    def ask_and_open(self) -> None:
        """Ask for files and open them."""
        kinds = f"{tr('Drafts')} ({_DRAFTS});;{tr('Desks')} (*{SUFFIX});;{tr('All files')} (*)"
        paths, _ = QFileDialog.getOpenFileNames(self._window, tr("Open drafts"), "", kinds)
        if paths:
            self.open(paths)

    def open(self, paths: Sequence[str], *, keep_order: bool = False) -> None:
        """Put files on the desk, in the order in which they came about or as they are given; of desks open the first.

        A desk takes the place of this one a moment later, for it is dropped on a window that goes with that.
        """
        desk = next((Path(path) for path in paths if path.lower().endswith(SUFFIX)), None)
        if desk is not None and self.open_desk is not None:
            QTimer.singleShot(0, partial(self.open_desk, desk))
            return
        self._drafting.leave()
        self._open_files.open(paths, keep_order=keep_order)

    def paste(self) -> None:
        """Put a draft of the clipboard's text on the desk; of copied files, the files."""
        content = QGuiApplication.clipboard().mimeData()
        paths = files_in(content)
        if paths:
            self.open(paths)
        else:
            self._drafting.leave()
            self._open_files.paste(content.text(), content.html())

    def open_samples(self) -> None:
        """Put the sample drafts on the desk."""
        self.open([str(resource("samples", name)) for name in SAMPLES])

    def open_proposals(self) -> None:
        """Put the sample revision and the proposals of six delegations on the desk."""
        proposals = sorted(resource("samples", "proposals").glob("*.docx"))
        self.open([str(path) for path in (resource("samples", BASE_OF_PROPOSALS), *proposals)])
