"""Redlines and clean files: where to, made off the window's thread, then open or show in folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from draftdesk.exporting.redline.sources import WordSide
from draftdesk.exporting.save import save
from draftdesk.gui.background import Job
from draftdesk.gui.session import Session
from draftdesk.messages import Message, message, render
from draftdesk.model.dossier import Dossier
from draftdesk.model.draft import Draft
from draftdesk.translation import later, tr
from draftdesk.workbench.base_table import table_on_base
from draftdesk.workbench.decided_rows import NOTHING_DECIDED, decided_on
from draftdesk.workbench.export_clean import WORD_FORMS, export_clean, usual_form
from draftdesk.workbench.export_cleaned import export_cleaned
from draftdesk.workbench.export_comparison import ComparisonForm, export_comparison, remarks_on, suffixes_of
from draftdesk.workbench.export_redline import RedlineResult, RedlineWork, carries_redline
from draftdesk.workbench.lost_references import lost_told
from draftdesk.workbench.on_disk import is_in_use
from draftdesk.workbench.paragraph_names import draft_title, draft_titles
from draftdesk.workbench.redline_sides import RedlineSides, redline_sides
from draftdesk.workspace.preferences import author_of_changes

AskName = Callable[[str, str], str]
"""Asks where to save: a title and a suggested path; "" for nowhere."""

_WORD: Final = (".docx",)
_FILTERS: Final = {
    ".docx": later("Word (*.docx)"),
    ".html": later("Web page (*.html)"),
    ".csv": later("Spreadsheet (*.csv)"),
    ".md": later("Markdown (*.md)"),
    ".txt": later("Text (*.txt)"),
    ".pdf": later("PDF (*.pdf)"),
}
_TITLES: Final = {
    ComparisonForm.TABLE: later("Export comparison table"),
    ComparisonForm.CONCORDANCE: later("Export concordance"),
    ComparisonForm.REPORT: later("Export change report"),
    ComparisonForm.PAGE: later("Export comparison as a web page"),
    ComparisonForm.AMENDMENTS: later("Export amendments"),
}

_WITHOUT_WORD: Final = (ComparisonForm.TABLE, ComparisonForm.PAGE)
"""What shows the changes where the base carries no redline."""


class Exporting(QObject):
    """The save dialog is the only question; tests put their own `ask_name` in its place."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self.window = window
        self.ask_name: AskName | None = None
        self._formatting = False
        self.cleans = False
        self._tells_own = False

    def toggle_formatting(self) -> None:
        """Whether redlines also track what is only set otherwise."""
        self._formatting = not self._formatting

    def toggle_metadata(self) -> None:
        """Whether exports leave out what a file says about its making."""
        self.cleans = not self.cleans

    def toggle_own_comments(self) -> None:
        """Whether change reports hold the user's own comments; they do not unless that is chosen anew each time."""
        self._tells_own = not self._tells_own

    def redline(self, column: int) -> None:
        """A Word redline on the base: of the working draft, else of the column, else of the last draft."""
        desk = self._session.desk
        base = desk.base_draft
        if base is None or len(desk.drafts) < 2:
            self._session.complain(
                tr("A redline needs a base and a second text. Open another draft, or start a working draft (Ctrl+E).")
            )
            return
        self.redline_of(len(desk.drafts) - 1 if desk.working_draft is not None or not column else column)

    def redline_of(self, number: int) -> None:
        """A Word redline of one column on the base; the desk has both."""
        desk = self._session.desk
        names = draft_titles(desk.drafts)
        sides = redline_sides(desk, number)
        if not carries_redline(WordSide(sides.base_bytes, sides.base)):
            self._offer_others(sides.base)
            return
        what = tr("Export redline: {draft} on {base}", draft=names[number], base=names[0])
        place = self.place(what, "redline")
        if not place:
            return
        date = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        make = partial(_redline, desk.dossier, sides, author_of_changes(), date, formatting=self._formatting)
        job = self.job()
        work = partial(_made_and_saved, Path(place), make, job, cleans=self.cleans)
        self._session.background.run(work, partial(self._redline_done, sides.said), self._session.refuse, job)

    def _offer_others(self, base: Draft) -> None:
        """No redline can be written on this base: said before a name is asked for, with what shows changes, too."""
        ways = [(tr(_TITLES[form]), partial(self.comparison, form)) for form in _WITHOUT_WORD]
        self._session.complain(render(message("redline_needs_word_base", name=base.name)), ways)

    def job(self) -> Job:
        """An export that can be stopped until its file is put into its place."""
        return Job(lambda _: self._session.tell(tr("Stopped. Nothing was written.")))

    def _redline_done(self, left: Message | None, done: tuple[RedlineResult, Kept]) -> None:
        result, saved = done
        path = saved.path
        said = render(result.message) + tr(" {name}, changes by {author}", name=path.name, author=author_of_changes())
        said += elsewhere(saved)
        more = "".join(f". {render(one).rstrip('.')}" for one in (left, *result.remarks) if one is not None)
        self._session.tell(f"{said}{self._lost()}{more}", self.ways(path))

    def _lost(self) -> str:
        """What the working draft names and does not have any more, to be told with what was written."""
        working = self._session.desk.working_draft
        told = lost_told(working) if working is not None else None
        return f". {render(told)}" if told is not None else ""

    def clean(self, column: int, form: str = "") -> None:
        """A clean Word file of the working draft, else of the current column; "" is the form usual for its organ."""
        desk = self._session.desk
        if not desk.drafts:
            self._session.complain(tr("There is no draft to export yet. Open one first."))
            return
        self.clean_of(desk.working_draft or desk.drafts[max(0, min(column, len(desk.drafts) - 1))], form)

    def clean_of(self, draft: Draft, form: str = "") -> None:
        """A clean Word file of one draft."""
        place = self.place(tr("Export clean Word file: {draft}", draft=draft_title(draft)), "clean")
        if place:
            form = form or usual_form(draft)
            job = self.job()
            work = partial(_made_and_kept, Path(place), partial(export_clean, draft, form), job, cleans=self.cleans)
            self._session.background.run(work, partial(self._clean_done, form), self._session.refuse, job)

    def _clean_done(self, form: str, saved: Kept) -> None:
        said = render(message("clean_written", name=saved.path.name, office=tr(WORD_FORMS[form])))
        told = f"{said}{self._lost()}{elsewhere(saved)}"
        self._session.tell(told, self.ways(saved.path))

    def comparison(self, form: ComparisonForm) -> None:
        """A table, concordance, report or page of all columns as they stand on the desk."""
        desk = self._session.desk
        compared = desk.comparison
        if compared is None or len(desk.drafts) < 2:
            self._session.complain(tr("There is nothing to compare yet. Open a second draft first."))
            return
        remarks = remarks_on([desk.received(column.draft_id)[0] for column in desk.columns if not column.is_working])
        place = self.place(tr(_TITLES[form]), form.value, suffixes_of(form))
        if place:
            own = decided_on(desk.dossier) if self._tells_own else NOTHING_DECIDED
            make = partial(export_comparison, compared, form, Path(place).name, remarks=remarks, own=own)
            job = self.job()
            work = partial(_made_and_kept, Path(place), make, job, cleans=self.cleans)
            self._session.background.run(work, self._comparison_done, self._session.refuse, job)

    def _comparison_done(self, saved: Kept) -> None:
        self._session.tell(tr("Written: {name}", name=saved.path.name) + elsewhere(saved), self.ways(saved.path))

    def place(self, title: str, what: str, suffixes: Sequence[str] = _WORD) -> str:
        """Where to; "" for nowhere. Files on the desk are never written over."""
        ask = self.ask_name or partial(self._ask, suffixes)
        place = ask(title, self._suggested(what, suffixes[0]))
        if place and is_in_use(Path(place), self._session.desk.dossier.files):
            self._session.complain(render(message("file_on_desk", name=Path(place).name)))
            return ""
        return place

    def keep_shown(self, place: Path, data: bytes) -> None:
        """Keep what was printed into a file, and say where it is."""
        job = self.job()
        work = partial(kept, place, data, job, cleans=False)
        self._session.background.run(work, self._comparison_done, self._session.refuse, job)

    def tell(self, sentence: str) -> None:
        """Say something that went well."""
        self._session.tell(sentence)

    def ways(self, path: Path) -> list[tuple[str, Callable[[], None]]]:
        """What can be done with a file that was written."""
        return [
            (tr("Open"), lambda: self._show(path)),
            (tr("Show in folder"), lambda: self._show(path.parent)),
        ]

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._session.complain(tr("No program is set up here to open {path}.", path=str(path)))

    def _suggested(self, what: str, suffix: str) -> str:
        place = next((file.path for file in self._session.desk.dossier.files if file.path), "")
        if not place:
            return f"draft_{what}{suffix}"
        path = Path(place)
        return str(path.with_name(f"{path.stem}_{what}{suffix}"))

    def _ask(self, suffixes: Sequence[str], title: str, suggested: str) -> str:
        """The dialog of the system; a name without one of the suffixes gets that of the chosen kind of file."""
        filters = [tr(_FILTERS[suffix]) for suffix in suffixes]
        chosen, kind = QFileDialog.getSaveFileName(self.window, title, suggested, ";;".join(filters))
        if not chosen or chosen.lower().endswith(tuple(suffixes)):
            return chosen
        return chosen + suffixes[filters.index(kind) if kind in filters else 0]


@dataclass(frozen=True)
class Kept:
    """Where an export is, and what to tell of that: another place, what was left out."""

    path: Path
    told: tuple[Message, ...] = ()


def _redline(dossier: Dossier, sides: RedlineSides, author: str, date: str, *, formatting: bool) -> RedlineResult:
    table = table_on_base(dossier, sides.base, sides.new)
    base = WordSide(sides.base_bytes, sides.base)
    return RedlineWork(base, sides.new, sides.new_bytes, author, date, table, formatting).exported()


def _made_and_saved(
    place: Path, make: Callable[[], RedlineResult], job: Job, *, cleans: bool
) -> tuple[RedlineResult, Kept]:
    result = make()
    return result, kept(place, result.data, job, cleans=cleans)


def _made_and_kept(place: Path, make: Callable[[], bytes], job: Job, *, cleans: bool) -> Kept:
    return kept(place, make(), job, cleans=cleans)


def kept(place: Path, data: bytes, job: Job, *, cleans: bool) -> Kept:
    """Save an export, with `cleans` without metadata; raises DraftdeskError, and Stopped where it was stopped."""
    cleaned = export_cleaned(data, place.name) if cleans else None
    job.keep()
    saved = save(place, cleaned.data if cleaned is not None else data, force=True)
    remark = () if saved.remark is None else (saved.remark,)
    return Kept(saved.path, (*remark, *(cleaned.removed if cleaned is not None else ())))


def elsewhere(saved: Kept) -> str:
    """What to tell of the place of the file and of what was left out of it; "" for nothing."""
    return "".join(f". {render(said).rstrip('.')}" for said in saved.told)
