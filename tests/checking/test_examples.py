"""Every rule by a wrong and a right text: the wrong one is found and mended, the right one is left alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from draftdesk.checking import mending
from draftdesk.checking.checks import RULES, check
from draftdesk.checking.mending import all_mended
from draftdesk.model.draft import Draft
from making_drafts import make_draft

TABLE = Path(__file__).with_name("examples.txt")

BY_HAND = {"undated_resolution", "negotiation_label", "negotiation_bracket", "entitled_quotes", "sentence_figure"}
BY_HAND |= {"possessive", "coronavirus", "document_in_text"}
"""Rules of which only the writer knows the mend."""

ELSEWHERE = {"opening_italics", "italics_too_long", "lost_reference", "note_mark_place", "inter_alia"}
ELSEWHERE |= {"publication_italics", "note_full_stop", "sponsor_order"}
"""Rules of italics, notes and the front, which a line of text cannot show: tests of their own."""


@dataclass(frozen=True)
class Example:
    code: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]


def read_table() -> list[Example]:
    found = []
    for block in TABLE.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            found.append(
                Example(
                    lines[0],
                    tuple(line[2:] for line in lines[1:] if line[0] in "-="),
                    tuple(line[2:] for line in lines[1:] if line[0] in "+="),
                )
            )
    return found


EXAMPLES = read_table()


def shown(draft: Draft) -> list[tuple[str, str]]:
    """Numbers and texts; a mend may put a blank that does not break where the table has a plain one."""
    return [(paragraph.number, paragraph.text.replace("\u00a0", " ")) for paragraph in draft.paragraphs]


def codes(draft: Draft) -> list[str]:
    return [finding.rule for finding in check(draft)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_wrong_text_is_found_and_by_no_other_rule(example: Example) -> None:
    assert set(codes(make_draft(*example.wrong))) == {example.code}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_right_text_is_left_alone(example: Example) -> None:
    assert codes(make_draft(*example.right)) == []


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.code not in BY_HAND], ids=lambda example: example.code)
def test_the_mend_makes_the_right_text_of_the_wrong_one(example: Example) -> None:
    mended = all_mended(make_draft(*example.wrong))
    assert shown(mended) == shown(make_draft(*example.right))


def test_every_rule_has_an_example() -> None:
    assert {example.code for example in EXAMPLES} | ELSEWHERE == {rule.code for rule in RULES}


def test_many_wrong_paragraphs_are_put_right_with_few_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"OP {k}: Invites States to join the program of labor of the centers;" for k in range(1, 50)]
    wrong = make_draft(*lines, "OP 50: Decides so.")
    checked: list[Draft] = []

    def counted(draft: Draft, *without: object) -> object:
        checked.append(draft)
        return check(draft, *without)  # type: ignore[arg-type]  handed on as it came

    monkeypatch.setattr(mending, "check", counted)
    words = {text for _, text in shown(all_mended(wrong)) if text.startswith("Invites")}
    assert words == {"Invites States to join the programme of labour of the centres;"}
    assert len(checked) <= 6
