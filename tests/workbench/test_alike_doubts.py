"""Doubts that are alike are told as one: same kind, same reasons, and enough of them to be worth a line."""

from __future__ import annotations

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.text.plain import draft_of_text
from draftdesk.workbench.alike_doubts import LEAST, alike_doubts, of_group
from draftdesk.workbench.reading_lines import reading_lines


def lines_of(numbers, *, after=""):
    rules = "\n\n".join(f"{number}. Ferries on lake {number} shall carry lamps." for number in numbers)
    text = f"The General Assembly,\n\nRecalling the lakes,\n\n{rules}\n\n{after}"
    return reading_lines(draft_of_text(text, "x.txt", "d"))


def test_paragraphs_in_doubt_for_the_same_reason_are_one_line_that_counts_them():
    lines = lines_of(range(1, LEAST + 1))
    (group,) = alike_doubts(lines)
    assert group.told.startswith(f"{LEAST} paragraphs: Only its number")
    assert group.what == "Operative paragraph"
    assert [line.serial for line in of_group(lines, group.key)] == list(group.serials)
    assert group.first[0].startswith("1 Ferries on lake 1")


def test_fewer_than_that_stand_by_themselves_unless_their_group_is_open():
    lines = lines_of(range(1, LEAST))
    assert alike_doubts(lines) == ()
    key = alike_doubts(lines_of(range(1, LEAST + 1)))[0].key
    assert len(alike_doubts(lines, key)) == 1


def test_a_paragraph_with_one_more_doubt_is_in_another_group_and_its_kind_is_not_set_with_others():
    few = range(1, LEAST + 1)
    lines = lines_of([*few, *(100 * number for number in few)])
    plain, jumping = sorted(alike_doubts(lines), key=lambda group: len(group.key.codes))
    assert len(plain.serials) == len(jumping.serials) == LEAST
    assert plain.is_of_kind
    assert not jumping.is_of_kind
    assert "100" not in jumping.reason


def test_the_largest_group_comes_first():
    rules = "\n\n".join(f"({letter}) At the bow;\n\nWhich lamps, the port says." for letter in "a")
    lines = lines_of(
        range(1, 2 * LEAST + 1), after="\n\n".join(f"{rules}\n\nThe port says more." for _ in range(LEAST))
    )
    groups = alike_doubts(lines)
    assert [len(group.serials) for group in groups] == sorted((len(group.serials) for group in groups), reverse=True)
    assert {group.key.kind for group in groups} > {ParagraphKind.OPERATIVE}
