"""The checks of form in the window: run off its thread after a pause, listed, and marked in the margin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from draftdesk.errors import DraftdeskError
from draftdesk.gui.form.margin import NO_MARKS, FormMarks
from draftdesk.gui.session import Session
from draftdesk.gui.spelling import Spelling
from draftdesk.gui.workplace import Workplace
from draftdesk.gui.writing.drafting import Drafting
from draftdesk.messages import message, render
from draftdesk.model.draft import Draft
from draftdesk.translation import tr
from draftdesk.workbench.desk.decisions import WORKING
from draftdesk.workbench.draft_findings import (
    GRADE_NAMES,
    GRADES,
    DraftFindings,
    FindingEntry,
    RuleEntry,
    findings_of,
    rule_entries,
)
from draftdesk.workbench.paragraph_names import draft_titles
from draftdesk.workbench.working_places import holder_of
from draftdesk.workspace.preferences import rules_switched_off, switch_rule


class FormChecks(QObject):
    """The working draft is checked whenever it changed; another one while its findings are in sight."""

    def __init__(self, session: Session, place: Workplace, drafting: Drafting, unfolds: QAction) -> None:
        super().__init__(session)
        self._session = session
        self._place = place
        self._drafting = drafting
        self._unfolds = unfolds
        self.panel = panel = place.findings
        self._chosen = ""
        self._off = rules_switched_off()
        self._found: DraftFindings | None = None
        self._found_by: tuple[frozenset[str], frozenset[str]] | None = None
        self._running = False
        self.spelling = Spelling(session, drafting, panel, self.mend, self.follow)
        panel.finding_asked.connect(self.go_to)
        panel.mend_asked.connect(self.mend)
        panel.mend_all_asked.connect(self.mend_all)
        panel.rule_off_asked.connect(self.switch_off)
        panel.rules_asked.connect(self.show_rules)
        panel.step_asked.connect(self.step)
        panel.draft_asked.connect(self.choose)
        place.dock.turned.connect(self.follow)

    # what is looked at

    @property
    def draft(self) -> Draft | None:
        """The draft that is looked at: the chosen one, else the working draft, else that of the current column."""
        drafts = self._session.desk.drafts
        chosen = next((draft for draft in drafts if draft.id == self._chosen), None)
        if chosen is not None or not drafts:
            return chosen
        working = self._session.desk.working_draft
        column = max(0, min(self._place.rows.current_column, len(drafts) - 1))
        return working if working is not None else drafts[column]

    def choose(self, draft_id: str) -> None:
        """Look at another draft."""
        self._chosen = draft_id
        self.follow()

    def unfold(self) -> None:
        """Unfold the dock."""
        self._unfolds.setChecked(True)

    def show(self) -> None:
        """Bring the list into sight."""
        self.unfold()
        self._place.dock.turn_to(self.panel)

    def follow(self) -> None:
        """After a change of the desk: check again what is looked at, where it is another text by now."""
        draft, drafts = self.draft, self._session.desk.drafts
        titles = draft_titles(drafts)
        named = [(one.id, title) for one, title in zip(drafts, titles, strict=True)]
        self.panel.show_drafts(named, draft.id if draft is not None else "")
        if draft is None:
            self._found = None
            self._show()
        elif self._is_found(draft):
            self._show()
        elif not self._running and (draft.id == WORKING or self.panel.isVisible()):
            self._running = True
            if self._found is not None and self._found.draft.id != draft.id:
                self._found = None
                self._show()
            by = self._by
            self._session.checking.run(
                partial(findings_of, draft, *by), partial(self._checked, by), self._session.refuse
            )

    @property
    def _by(self) -> tuple[frozenset[str], frozenset[str]]:
        """The rules that are not followed, and the user's own words."""
        return self._off, self.spelling.own

    def _is_found(self, draft: Draft) -> bool:
        return self._found is not None and self._found.draft is draft and self._found_by == self._by

    def _checked(self, by: tuple[frozenset[str], frozenset[str]], found: DraftFindings) -> None:
        self._running = False
        self._found, self._found_by = found, by
        self.follow()

    def _show(self) -> None:
        found = self._found
        if found is not None and found.draft.id == WORKING:
            found = found.without_unfinished(self._drafting.opened)
        self.panel.show_findings(found, checked=found is not None)
        working = found if found is not None and found.draft.id == WORKING else None
        self.spelling.follow(working, self._place.rows.palette_used.color("err"))
        self._place.dock.remark(self.panel, str(len(found.entries)) if found is not None and found.entries else "")
        column = self._column(found)
        self._place.rows.form_marks = (
            FormMarks(column, found.by_paragraph) if found is not None and column >= 0 else NO_MARKS
        )
        self._place.rows.viewport().update()
        self._place.matrix.show_marks()

    def _column(self, found: DraftFindings | None) -> int:
        if found is None:
            return -1
        return next((k for k, draft in enumerate(self._session.desk.drafts) if draft.id == found.draft.id), -1)

    # steps

    def step(self, by: int) -> None:
        """Go to the next or previous finding: from that of the list where its row is current, else from the row."""
        self.show()
        found = self.panel.findings
        if found is None:
            return
        entry = found.step(self._here(found), by)
        if entry is None:
            self._session.tell(render(message("nothing_found", name=found.draft.name)))
            return
        self.panel.set_current(entry)
        self.go_to(entry)

    def _here(self, found: DraftFindings) -> tuple[int, int] | None:
        row, column, current = self._place.rows.text_row(), self._column(found), self.panel.current
        cell = row.cells[column] if row is not None and 0 <= column < len(row.cells) else ()
        serials = [found.draft.paragraphs[index].id.serial for index in cell if index < len(found.draft.paragraphs)]
        if current is not None and (not serials or holder_of(found.draft, current.finding.paragraph) in serials):
            return current.finding.paragraph, current.finding.span.start
        return (serials[0], -1) if serials else None

    def go_to(self, entry: FindingEntry) -> None:
        """Bring the paragraph of a finding into sight; the focus stays where it is."""
        found, view = self.panel.findings, self._place.view
        column = self._column(found)
        holder = holder_of(found.draft, entry.finding.paragraph) if found is not None else None
        if found is None or view is None or holder is None or column < 0:
            return
        if self._drafting.opened not in (None, entry.finding.paragraph):
            self._drafting.leave()
        index = found.draft.index_of(holder)
        row = next((row for row in view.rows if any(index in cell for cell in row.cells[column : column + 1])), None)
        if row is not None:
            self._place.rows.current_change = None
            self._place.rows.select(self._place.bring(row.ordinal), column)

    # putting right

    def mend_current(self) -> None:
        """Put the finding of the list right; where the list stands on none, go to the next one."""
        entry = self.panel.current
        if entry is None:
            self.step(1)
        else:
            self.mend(entry)

    def mend(self, entry: FindingEntry) -> None:
        """Put one finding right."""
        found = self._mendable()
        if found is None:
            return
        if not entry.can_be_mended:
            self._session.tell(render(message("finding_not_mended", where=entry.where, rule=entry.rule)))
            return
        said = render(message("finding_put_right", where=entry.where, rule=entry.rule))
        self._decide(lambda: self._session.desk.put_right(entry.finding, found.draft), said)

    def mend_all(self, entry: FindingEntry) -> None:
        """Put right all that breaks the rule of a finding."""
        found = self._mendable()
        if found is None:
            return
        rule = entry.finding.rule
        said = render(message("findings_put_right", count=found.mendable(rule), rule=entry.rule))
        self._decide(lambda: self._session.desk.put_all_right(rule), said)

    def mend_all_current(self) -> None:
        """Put right all that breaks the rule of the finding that the list stands on."""
        if self.panel.current is not None:
            self.mend_all(self.panel.current)

    def _decide(self, decision: Callable[[], object], said: str) -> None:
        if self._drafting.is_editing:
            self._drafting.editor.flush()
        if self._session.attempt(decision):
            undo = partial(self._drafting.step_back, self._session.desk.undo)
            self._session.tell(said, [(tr("Undo"), undo)])

    def _mendable(self) -> DraftFindings | None:
        """What was found in the working draft; in another one nothing is put right, and it is said what to do."""
        found = self.panel.findings
        if found is None or found.draft.id == WORKING:
            return found
        start = partial(self._start_working, found.draft.id)
        ways = [] if self._session.desk.working_draft is not None else [(tr("Start a working draft"), start)]
        self._session.tell(render(message("finding_in_received", name=found.draft.name)), ways)
        return None

    def _start_working(self, draft_id: str) -> None:
        self._chosen = ""
        self._drafting.starting.start_working(draft_id)

    # rules

    def switch_off(self, entry: FindingEntry) -> None:
        """Do not follow the rule of a finding any more."""
        code = entry.finding.rule
        self.switch(code, on=False)
        again = partial(self.switch, code, on=True)
        self._session.tell(render(message("rule_switched_off", rule=entry.rule)), [(tr("Follow it again"), again)])

    def switch(self, code: str, *, on: bool) -> None:
        """Follow a rule, or do not; kept for all desks."""
        try:
            switch_rule(code, on=on)
        except DraftdeskError as error:
            self._session.refuse(error)
            return
        self._off = rules_switched_off()
        self.follow()

    def show_rules(self) -> None:
        """The menu in which rules are switched off and on."""
        self.rules_menu().popup(self.panel.rules.mapToGlobal(QPoint(0, self.panel.rules.height())))

    def rules_menu(self) -> QMenu:
        """All rules by grade, those that are not followed at the top once more."""
        menu = QMenu(self.panel)
        rules = rule_entries(self._off)
        off = [rule for rule in rules if not rule.is_followed]
        self._fill(menu, off)
        if off:
            menu.addSeparator()
        for grade in GRADES:
            self._fill(menu.addMenu(tr(GRADE_NAMES[grade])), [rule for rule in rules if rule.grade is grade])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _fill(self, menu: QMenu, rules: Sequence[RuleEntry]) -> None:
        for rule in rules:
            entry = menu.addAction(rule.said)
            entry.setCheckable(True)
            entry.setChecked(rule.is_followed)
            entry.toggled.connect(lambda on, code=rule.code: self.switch(code, on=on))
