"""The ladder of a changed opening, and the note of qualifiers beside it."""

from __future__ import annotations

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.model.alignment import Shape
from draftdesk.wording.openings import strength_shift
from draftdesk.workbench.display.cells import cell_content
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import Tone
from draftdesk.workbench.strength_ladder import ladder, ladder_of
from making_drafts import make_draft


def view_of(old, new):
    drafts = [make_draft(old, id_="old"), make_draft(new, id_="new")]
    return arrange(compare(drafts, align(drafts, Shape.PAIR)))


def test_the_ladder_has_all_rungs_from_the_strongest_with_both_marked():
    shown = ladder(strength_shift("Urges States", "Invites States"))
    ranks = [rung.rank for rung in shown.rungs]
    assert ranks == sorted(ranks, reverse=True)
    assert shown.name == "exhort"
    assert next(rung.verbs for rung in shown.rungs if rung.is_old)[0] == "Urges"
    assert next(rung.verbs for rung in shown.rungs if rung.is_new)[0] == "Invites"
    assert shown.rungs[0].verbs[0] == "Demands"
    between = {verb for rung in shown.rungs for verb in rung.verbs}
    assert {"Encourages", "Requests"} <= between


def test_the_verbs_are_those_of_the_part_and_of_the_language():
    preambular = ladder(strength_shift("Concerned that", "Deeply concerned that"))
    assert all(not rung.verbs or not rung.verbs[0].startswith("Expresses") for rung in preambular.rungs)
    french = strength_shift("Exhorte les États", "Encourage les États", "fr")
    assert [rung.verbs[0] for rung in ladder(french, "fr").rungs if rung.is_old or rung.is_new] == [
        "Exhorte",
        "Encourage",
    ]


def test_a_row_whose_verb_did_not_change_has_no_ladder():
    changed = view_of("OP 1: Urges States to act;", "OP 1: Invites States to act;")
    assert ladder_of(changed, changed.rows[0], 1).shift.steps < 0
    assert ladder_of(changed, changed.rows[0], 0) == ladder_of(changed, changed.rows[0], 1)
    same = view_of("OP 1: Urges States to act;", "OP 1: Urges States to act soon;")
    assert ladder_of(same, same.rows[0], 1) is None


def test_qualifiers_that_come_and_go_are_told_like_the_strength_of_a_verb():
    view = view_of(
        "OP 1: Urges States to act, where possible, on the safety of ferries;",
        "OP 1: Urges States to act, as appropriate, on the safety of ferries within existing resources;",
    )
    notes = [(note.text, note.tone) for note in cell_content(view, view.rows[0], 1).notes]
    assert ("▼ softened: “as appropriate”, “within existing resources” put in", Tone.WEAKER) in notes
    assert ("▲ firmer: “where possible” taken out", Tone.STRONGER) in notes
    assert not cell_content(view, view.rows[0], 0).notes


def test_what_is_shown_of_a_ladder_are_the_rungs_between_both_texts_and_one_on_each_side():
    shift = strength_shift("Urges", "Encourages", "en")
    whole = ladder(shift)
    own = [k for k, rung in enumerate(whole.rungs) if rung.is_old or rung.is_new]
    assert len(whole.near) == own[-1] - own[0] + 3 < len(whole.rungs)
    assert whole.near[1].is_old
    assert whole.near[-2].is_new
