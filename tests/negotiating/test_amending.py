"""Amendments say in words what makes one text of another, so that following them gives that text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import Comparison, compare
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.negotiating.amending import Amendment, AmendmentKind, amendments, applied, is_amendable
from draftdesk.workbench.files import load
from making_drafts import make_draft

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def compared(old: Draft, new: Draft) -> Comparison:
    return compare((old, new), align((old, new), Shape.PAIR))


def followed(base: Draft, said: tuple[Amendment, ...]) -> list[str]:
    """The texts that somebody gets who does to the base what is said, and nothing else."""
    texts = [[paragraph.text] for paragraph in base.paragraphs]
    order = [index for index, paragraph in enumerate(base.paragraphs) if is_amendable(paragraph)]
    come: dict[int, list[str]] = {}
    for one in said:
        match one.kind:
            case AmendmentKind.DELETE_PARAGRAPH:
                texts[one.paragraph] = []
            case AmendmentKind.REPLACE_TEXT:
                texts[one.paragraph] = [paragraph.text for paragraph in one.inserted]
            case AmendmentKind.INSERT_PARAGRAPHS:
                come[one.after] = [paragraph.text for paragraph in one.inserted]
            case AmendmentKind.MOVE_PARAGRAPH:
                order.remove(one.paragraph)
                order.insert(order.index(one.after) + 1, one.paragraph)
            case _:
                texts[one.paragraph] = [applied(texts[one.paragraph][0], one)]
    return [text for index in order for text in (*texts[index], *come.get(index, []))]


def texts_of(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if is_amendable(paragraph)]


@pytest.mark.parametrize(("old", "new"), [("zero-draft", "rev1"), ("rev1", "rev2")])
def test_following_the_amendments_of_the_samples_gives_the_next_draft(old: str, new: str) -> None:
    base, other = load(str(SAMPLES / f"{old}.docx")).draft, load(str(SAMPLES / f"{new}.docx")).draft
    said = amendments(compared(base, other))
    assert sorted(followed(base, said)) == sorted(texts_of(other))


WORDS = ("ferries", "rivers", "safe", "and", "of", "all", "the", "crews", "small", "rules")


@given(st.lists(st.sampled_from(WORDS), min_size=6, max_size=24), st.data())
def test_words_amended_one_by_one_give_the_new_text(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    put = data.draw(st.sampled_from(["", "new", "new rules", "old small boats"]))
    gone = data.draw(st.integers(0, 2))
    other = [*words[:at], *put.split(), *words[at + gone :]]
    base = make_draft(f"OP 1: Urges {' '.join(words)};", "OP 2: Decides to remain seized of the matter.")
    new = make_draft(f"OP 1: Urges {' '.join(other)};", "OP 2: Decides to remain seized of the matter.", id_="new")
    assert followed(base, amendments(compared(base, new))) == texts_of(new)


def test_words_that_stand_twice_are_quoted_with_those_before_them() -> None:
    base = make_draft("OP 1: Urges all States to protect the crews of ferries and the crews of tugs on their rivers;")
    new = make_draft(
        "OP 1: Urges all States to protect the crews of ferries and the masters of tugs on their rivers;"
    )
    (said,) = amendments(compared(base, new))
    assert (said.kind, said.old, said.new) == (AmendmentKind.REPLACE_WORDS, "and the crews", "and the masters")


def test_a_paragraph_that_is_written_anew_is_replaced_as_a_whole() -> None:
    base = make_draft("OP 1: Urges all States to adopt rules for ferries;", "OP 2: Decides to remain seized.")
    new = make_draft(
        "OP 1: Invites some States to think of rules on ferries and boats;", "OP 2: Decides to remain seized."
    )
    assert [one.kind for one in amendments(compared(base, new))] == [AmendmentKind.REPLACE_TEXT]


def test_a_new_number_is_no_amendment() -> None:
    base = make_draft("OP 1: Urges all States to adopt rules;", "OP 2: Decides to remain seized of the matter.")
    new = make_draft("OP 2: Urges all States to adopt rules;", "OP 3: Decides to remain seized of the matter.")
    assert amendments(compared(base, new)) == ()
