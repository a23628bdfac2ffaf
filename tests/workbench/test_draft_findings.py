"""The findings of a draft as the window lists them, and putting them right as decisions."""

from __future__ import annotations

import pytest

from draftdesk.drafting.form import empty_form
from draftdesk.errors import DraftingError
from draftdesk.messages import message
from draftdesk.model.dossier import Dossier
from draftdesk.model.finding import Grade
from draftdesk.workbench.desk.decisions import working_copy
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.draft_findings import DraftFindings, counts_told, findings_of, rule_entries
from draftdesk.workspace.preferences import rules_switched_off, switch_rule
from draftdesk.workspace.store import Workspace
from making_drafts import make_draft

SLIPS = (
    "EN: The General Assembly,",
    "PP: Recalling its resolution 79/912 of 8 January 2025;",
    "OP 1: Urges member states to train crews on 12% of all ferries;",
    "OP 2: Invites member states to report.",
)


def desk_with(tmp_path, *lines: str) -> Desk:
    desk = Desk(Workspace.open(tmp_path / "form.desk"))
    working = working_copy(make_draft(*lines))
    desk.workspace.decide(message("decision_start_working"), Dossier(working=working))
    return desk


def entry(findings: DraftFindings, rule: str):
    return next(one for one in findings.entries if one.finding.rule == rule)


def test_blanks_that_are_too_many_are_seen():
    findings = findings_of(make_draft("EN: The General Assembly,", "OP 1: Urges  States to meet."))
    slip = entry(findings, "blanks")
    assert (slip.found, slip.right) == ("␣␣", "␣")


def test_a_finding_says_where_what_is_written_and_what_is_in_form():
    findings = findings_of(make_draft(*SLIPS))
    slip = entry(findings, "member_states")
    assert (slip.where, slip.found, slip.right) == ("OP 1", "member states", "Member States")
    assert slip.can_be_mended
    assert findings.mendable("member_states") == 2
    assert findings.counts[Grade.ERROR] >= 1
    assert "error" in counts_told(findings.counts)
    assert counts_told({}) == "In form"


def test_the_margin_has_the_gravest_finding_of_a_paragraph_first():
    findings = findings_of(make_draft(*SLIPS))
    for entries in findings.by_paragraph.values():
        grades = [list(Grade).index(one.finding.grade) for one in entries]
        assert grades == sorted(grades)


def test_an_empty_form_has_no_finding():
    assert findings_of(empty_form("d", "Form")).entries == ()


def test_steps_go_from_the_place_where_one_is_and_round_the_ends():
    findings = findings_of(make_draft(*SLIPS))
    first, last = findings.entries[0], findings.entries[-1]
    assert findings.step(None, 1) == first
    assert findings.step((last.finding.paragraph, last.finding.span.start), 1) == first
    assert findings.step((first.finding.paragraph, first.finding.span.start), -1) == last
    operative = make_draft(*SLIPS).paragraphs[2].id.serial
    assert findings.step((operative, -1), 1).where == "OP 1"
    assert findings_of(empty_form("d", "Form")).step(None, 1) is None


def test_what_the_editor_finishes_itself_is_not_told_while_one_writes():
    draft = make_draft(*SLIPS)
    findings, serial = findings_of(draft), draft.paragraphs[1].id.serial
    assert entry(findings, "preambular_comma").finding.paragraph == serial
    assert all(one.finding.rule != "preambular_comma" for one in findings.without_unfinished(serial).entries)
    assert findings.without_unfinished(None) is findings


def test_one_finding_is_put_right_and_undone_in_one_step(tmp_path):
    desk = desk_with(tmp_path, *SLIPS)
    before = desk.working_draft
    desk.put_right(entry(findings_of(before), "member_states").finding, before)
    assert "Urges Member States" in desk.working_draft.paragraphs[2].text
    assert desk.undo_label == "put OP 1 in form"
    desk.undo()
    assert desk.working_draft == before
    desk.close()


def test_all_breaches_of_one_rule_are_put_right_in_one_step_and_no_others(tmp_path):
    desk = desk_with(tmp_path, *SLIPS)
    before = desk.working_draft
    desk.put_all_right("member_states")
    left = {one.finding.rule for one in findings_of(desk.working_draft).entries}
    assert "member_states" not in left
    assert {"preambular_comma", "per_cent"} <= left
    assert "Member States" in desk.undo_label
    desk.undo()
    assert desk.working_draft == before
    desk.close()


def test_a_finding_in_words_that_were_changed_since_is_refused(tmp_path):
    desk = desk_with(tmp_path, *SLIPS)
    checked = desk.working_draft
    finding = entry(findings_of(checked), "member_states").finding
    desk.reword(finding.paragraph, "Urges all states to train crews;")
    with pytest.raises(DraftingError, match="changed since"):
        desk.put_right(finding, checked)
    desk.close()


def test_a_rule_that_is_switched_off_is_kept_so_for_all_desks(tmp_path, monkeypatch):
    monkeypatch.setenv("DRAFTDESK_WORKSPACES", str(tmp_path))
    switch_rule("per_cent", on=False)
    switch_rule("million", on=False)
    assert rules_switched_off() == {"per_cent", "million"}
    findings = findings_of(make_draft(*SLIPS), rules_switched_off())
    assert all(one.finding.rule != "per_cent" for one in findings.entries)
    assert {rule.code for rule in rule_entries(rules_switched_off()) if not rule.is_followed} == {
        "per_cent",
        "million",
    }
    switch_rule("per_cent", on=True)
    assert rules_switched_off() == {"million"}
