"""What each action of the window does, in one table."""
# ruff: noqa: D102  what each does is said in the window

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from draftdesk.gui.actions import COMPARISONS, Actions
from draftdesk.gui.aside import Aside
from draftdesk.gui.bringing.bringing_files import BringingFiles
from draftdesk.gui.bringing.new_texts import NewTexts
from draftdesk.gui.compiling import FORMS, Compiling
from draftdesk.gui.deciding import Deciding
from draftdesk.gui.doubtful_pairs import DoubtfulPairs
from draftdesk.gui.exporting import Exporting
from draftdesk.gui.finding import Finding
from draftdesk.gui.form_checks import FormChecks
from draftdesk.gui.looks import Looks
from draftdesk.gui.naming import Naming
from draftdesk.gui.pairing import Pairing
from draftdesk.gui.session import Session
from draftdesk.gui.status_line import StatusLine
from draftdesk.gui.submitting import Submitting
from draftdesk.gui.verbs import Verbs
from draftdesk.gui.workplace import Workplace
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.gui.writing.paragraph_steps import ParagraphSteps
from draftdesk.gui.writing.table_steps import TableSteps
from draftdesk.model.paragraph import Mark
from draftdesk.translation import tr
from draftdesk.workbench.export_clean import WORD_FORMS
from draftdesk.workbench.export_comparison import ComparisonForm

Handlers = dict[str, Callable[[], object]]


class Window(Protocol):
    """What the actions need of the window."""

    session: Session
    workplace: Workplace
    drafting: Drafting
    exporting: Exporting
    finding: Finding
    pairing: Pairing
    doubtful: DoubtfulPairs
    deciding: Deciding
    steps: ParagraphSteps
    table_steps: TableSteps
    status: StatusLine
    form: FormChecks
    actions_: Actions
    aside: Aside
    bringing: BringingFiles
    naming: Naming
    looks: Looks
    on_new_desk: Callable[[], None] | None

    def close(self) -> bool: ...
    def step_change(self, by: int) -> None: ...
    def step_zoom(self, by: int) -> None: ...
    def set_zoom(self, zoom: float) -> None: ...
    def show_reading(self, column: int) -> None: ...
    def start_working(self, column: int) -> None: ...
    def step_back(self, step: Callable[[], None]) -> None: ...


def handlers_of(window: Window) -> Handlers:
    """What each action does, by its name."""
    return {
        **_of_files(window),
        **_of_columns(window),
        **_of_writing(window),
        **_of_form(window),
        **window.steps.handlers(),
        **window.table_steps.handlers(),
        **window.aside.handlers(),
        **window.deciding.handlers(),
    }


def _of_files(window: Window) -> Handlers:
    rows = window.workplace.rows
    compiling = Compiling(window.session, window.exporting, window.status.set_busy)
    return {
        "open": window.bringing.ask_and_open,
        "samples": window.bringing.open_samples,
        "paste": window.bringing.paste,
        "new_desk": lambda: window.on_new_desk and window.on_new_desk(),
        "redline": lambda: window.exporting.redline(rows.current_column),
        "clean": lambda: window.exporting.clean(rows.current_column),
        **{f"clean_{form}": partial(_clean, window, form) for form in WORD_FORMS},
        **{name: partial(window.exporting.comparison, ComparisonForm(name)) for name in COMPARISONS},
        **{name: partial(compiling.compile, name) for name in FORMS},
        "author": window.naming.ask_author,
        "formatting": window.exporting.toggle_formatting,
        "clean_metadata": window.exporting.toggle_metadata,
        "own_comments": window.exporting.toggle_own_comments,
        "title": window.naming.ask_title,
        "quit": window.close,
    }


def _clean(window: Window, form: str) -> None:
    window.exporting.clean(window.workplace.rows.current_column, form)


def _of_columns(window: Window) -> Handlers:
    rows, finding, pairing = window.workplace.rows, window.finding, window.pairing
    return {
        "copy": rows.copy,
        "select_all": rows.select_column,
        "find": finding.begin,
        "find_next": lambda: finding.step(1),
        "find_previous": lambda: finding.step(-1),
        "go_to": finding.begin_going,
        "zoom_in": lambda: window.step_zoom(1),
        "zoom_out": lambda: window.step_zoom(-1),
        "zoom_normal": lambda: window.set_zoom(1.0),
        "fonts": window.looks.show_fonts,
        "reading": lambda: window.show_reading(rows.current_column),
        "next": lambda: window.step_change(1),
        "previous": lambda: window.step_change(-1),
        "next_meeting": lambda: _meet(window, 1),
        "previous_meeting": lambda: _meet(window, -1),
        "other_end": rows.other_end,
        "next_doubtful": lambda: window.doubtful.step(1),
        "previous_doubtful": lambda: window.doubtful.step(-1),
        "confirm": window.doubtful.confirm,
        "pair": pairing.pair,
        "apart": pairing.alone,
        "release": pairing.release,
    }


def _of_writing(window: Window) -> Handlers:
    texts = NewTexts(window.session, window.workplace, window.drafting, window.actions_)
    return {
        "undo": lambda: window.step_back(window.session.desk.undo),
        "redo": lambda: window.step_back(window.session.desk.redo),
        "edit": window.drafting.edit_current,
        "working": lambda: window.start_working(window.workplace.rows.current_column),
        "new_form": window.drafting.start_form,
        "rollover": texts.offer,
        "italic": lambda: window.drafting.toggle(Mark.ITALIC),
        "bold": lambda: window.drafting.toggle(Mark.BOLD),
        "highlight": lambda: window.drafting.toggle(Mark.HIGHLIGHT),
        "highlight_brackets": window.drafting.highlight_brackets,
    }


def _of_form(window: Window) -> Handlers:
    form = window.form
    cleans = window.actions_["clean_metadata"]
    submitting = Submitting(window.session, window.workplace, window.exporting, form, cleans)
    return {
        "submission": submitting.look,
        "form": form.show,
        "next_finding": lambda: form.step(1),
        "previous_finding": lambda: form.step(-1),
        "mend": form.mend_current,
        "mend_all": form.mend_all_current,
        "rules": form.show_rules,
        "own_words": form.spelling.edit_own,
        "verbs": Verbs(window.session, window.drafting, window.workplace).edit,
    }


def _meet(window: Window, by: int) -> None:
    """Go to words that several drafts change, or say that there are none."""
    if not window.workplace.step_contested(by):
        window.session.tell(tr("No two drafts change the same words in different ways."))
