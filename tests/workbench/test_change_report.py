"""The change report puts first what matters most, and forgets nothing."""

from draftdesk.exporting.printed.values import Heading
from draftdesk.workbench.change_report import change_report
from making_comparisons import BASE, NEW, comparison_of


def parts(*texts):
    """The headings of the report with the lines and rows under each."""
    found = {"": []}
    for block in change_report(comparison_of(*texts)).blocks:
        if isinstance(block, Heading):
            found[block.text] = []
        else:
            found[list(found)[-1]].append(block)
    return found


def test_the_order_is_what_matters_first():
    assert list(parts(BASE, NEW)) == [
        "",
        "Changes of substance (1)",
        "Stronger and weaker verbs (1)",
        "New paragraphs (1)",
        "Deleted paragraphs (1)",
        "Moved, split and merged paragraphs (1)",
        "Footnotes changed (1)",
        "References and dates updated (1)",
    ]


def test_the_first_line_counts_everything_once():
    first = parts(BASE, NEW)[""][0].text
    assert first == (
        "Of 10 paragraphs and lines: 1 reworded in substance, 1 with another verb only, "
        "1 new, 1 deleted, 1 moved, split or merged, "
        "1 with a changed footnote only, 1 with updated references or dates only, 1 only renumbered, 2 unchanged."
    )


def test_every_verb_that_became_weaker_is_listed_at_once():
    assert parts(BASE, NEW)[""][1].text.startswith("▼ OP 1: Urges → Invites: weaker by")


def test_both_wordings_stand_side_by_side():
    (table,) = parts(BASE, NEW)["Stronger and weaker verbs (1)"]
    old, new = table.rows[0].cells
    assert old.lines[0].text == BASE[4].removeprefix("OP 1: ")
    assert new.lines[0].text == NEW[4].removeprefix("OP 1: ")


def test_a_moved_paragraph_is_shown_once_with_both_places():
    (table,) = parts(BASE, NEW)["Moved, split and merged paragraphs (1)"]
    assert [cell.lines[0].text for cell in table.rows[0].cells] == [
        "Moved to OP 2",
        "Moved, was OP 4",
    ]


def test_the_same_text_twice_has_no_changes():
    found = parts(BASE, BASE)
    assert list(found) == [""]
    assert found[""][0].text == "Of 9 paragraphs and lines: 9 unchanged."


def test_each_step_has_a_part_of_its_own():
    found = list(parts(BASE, NEW, NEW))
    assert "draft-0 → draft-1" in found
    assert "draft-1 → draft-2" in found
