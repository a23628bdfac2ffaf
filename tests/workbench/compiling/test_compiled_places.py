"""Whoever compiles is told of each paragraph in which one delegation, accepted alone, does not find its text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from draftdesk.messages import render
from draftdesk.model.draft import ORIGINAL, View, ViewKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.compiling.files import CompiledFile, compile_files
from making_word import footnotes, note_mark, p, table, word_file

_BASE = (
    p("Urges the owners of ferries to carry lights;"),
    p("Invites the ports to report each spring;"),
    p("Decides to return to the matter."),
)
_RAFTS = p("Thanks the crews of the rafts;")


def compiled(folder: Path, base: tuple[str, ...], **versions: tuple[str, ...]) -> CompiledFile:
    for name, blocks in {"base": base, **versions}.items():
        (folder / f"{name}.docx").write_bytes(word_file(*blocks))
    return compile_files(str(folder / "base.docx"), [str(folder / f"{one}.docx") for one in versions], "desk", "")


def told(made: CompiledFile) -> list[str]:
    return [render(one) for one in made.places]


def test_a_paragraph_that_several_add_is_told_to_those_whose_name_it_does_not_bear(tmp_path):
    added = (*_BASE[:2], _RAFTS, _BASE[2])
    made = compiled(tmp_path, _BASE, Norden=added, Suden=added, Westen=_BASE, Osten=added)
    (line,) = told(made)
    assert line.startswith("Proposed alike: “Thanks the crews of the rafts;”.")
    assert "accepting Suden, Osten alone leaves it out" in line


def test_a_paragraph_that_several_take_away_is_told_as_the_base_has_it(tmp_path):
    made = compiled(tmp_path, _BASE, Norden=_BASE[1:], Suden=_BASE[1:])
    (line,) = told(made)
    assert "“Urges the owners of ferries to carry lights;”" in line
    assert "accepting Suden alone" in line


def test_words_that_several_propose_beside_others_of_ones_own_are_told_with_ones_whole_paragraph(tmp_path):
    north = (_BASE[0].replace("carry", "show"), *_BASE[1:])
    south = (north[0].replace("ferries", "small ferries"), *_BASE[1:])
    (line,) = told(compiled(tmp_path, _BASE, Norden=north, Suden=south))
    assert "“Urges the owners of small ferries to show lights;”" in line


def test_paragraphs_that_begin_alike_are_told_once_with_each_name_once(tmp_path):
    long = "Thanks the crews of all the rafts that carried people over the great river in the "
    added = (*_BASE, p(long + "spring;"), p(long + "autumn;"))
    (line,) = told(compiled(tmp_path, _BASE, Norden=added, Suden=added))
    assert "accepting Suden alone" in line


def test_what_several_propose_alike_in_a_table_and_in_a_note_is_told(tmp_path):
    def file(name: str, cell: str, note: str) -> str:
        blocks = (p("Urges all;", note_mark(1)), table([cell, "two"]))
        (tmp_path / f"{name}.docx").write_bytes(word_file(*blocks, parts={"footnotes": footnotes(note)}))
        return str(tmp_path / f"{name}.docx")

    base = file("base", "one barge", "See the annex.")
    versions = [file(name, "one raft", "See the report.") for name in ("Norden", "Suden")]
    lines = told(compile_files(base, versions, "desk", ""))
    assert any("“one raft”" in line for line in lines)
    assert any("“See the report.”" in line for line in lines)


def test_each_paragraph_of_a_contested_passage_is_told(tmp_path):
    joined = p("Urges the owners of ferries to show lights; Invites all ports to report each spring;")
    south = (_BASE[0].replace("carry", "hide"), _BASE[1].replace("the ports", "some ports"), _BASE[2])
    lines = told(compiled(tmp_path, _BASE, Norden=(joined, _BASE[2]), Suden=south))
    both = "Urges the owners of ferries to carry lights; ¶ Invites the ports to report each spring;"
    assert [line for line in lines if both in line]


def test_a_contested_table_is_told_by_its_first_cells(tmp_path):
    def board(word: str) -> str:
        return table(*([f"pier {number}", f"{word} {number}"] for number in range(20)))

    made = compiled(tmp_path, (*_BASE, board("raft")), Norden=(*_BASE, board("canoe")), Suden=_BASE)
    (line,) = told(made)
    assert line.startswith("Contested: “pier 0 ¶ raft 0 ¶ pier 1 ¶")
    assert "¶ …”" in line
    assert "raft 19" not in line


def test_numbers_are_told_of_each_delegation_in_ranges(tmp_path):
    def numbered(*words: str) -> tuple[str, ...]:
        return (p("The General Assembly,"), *(p(f"\t{number}.\t{text}") for number, text in enumerate(words, 1)))

    old = ("Urges the owners to carry lights;", "Invites the ports to report;", "Decides to return to the matter.")
    north, south = ("Welcomes the landing rules;", *old), ("Notes the wreck;", "Thanks the crews of the boats;", *old)
    made = compiled(
        tmp_path, numbered(*old), Norden=numbered(*north), Suden=numbered(*south), Westen=numbered(*north)
    )
    lines = told(made)
    assert "Paragraphs of Suden that stand under another number where it alone is accepted: 3–5." in lines
    assert "Paragraphs of Westen that stand under another number where it alone is accepted: 2–4." in lines
    assert not [line for line in lines if "of Norden" in line]


def test_french_sentences_tell_the_places(tmp_path, interface_language):
    interface_language("fr")
    added = (*_BASE[:2], _RAFTS, _BASE[2])
    (line,) = told(compiled(tmp_path, _BASE, Norden=added, Suden=added))
    assert line.startswith("Proposé par plusieurs\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}Thanks")


_TOPICS = (
    "Urges the owners of ferries to carry {} lights;",
    "Invites ports on rivers to report {} each spring;",
    "Thanks crews that saved many {} people;",
    "Decides that experts shall meet in the {} capital.",
)
_LINES = st.lists(
    st.tuples(st.sampled_from(_TOPICS), st.sampled_from(["", "more", "few small"])),
    min_size=1,
    unique_by=lambda it: it[0],
).map(lambda lines: [" ".join(topic.format(word).split()) for topic, word in lines])


URGES, INVITES, THANKS, DECIDES = (" ".join(topic.format("").split()) for topic in _TOPICS)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=_LINES, versions=st.lists(_LINES, min_size=2, max_size=4))
@example(base=["ferry", "safe"], versions=[["safe"], ["safe"]])
@example(base=["ferry", "river river"], versions=[["ferry"], ["river river"]])
@example(base=[THANKS, INVITES, DECIDES, URGES], versions=[[URGES, INVITES], [URGES], [URGES, INVITES, DECIDES]])
@example(base=["ferry"], versions=[["ferry", "safe"], ["ferry", "safe"], ["small"]])
def test_of_any_versions_no_paragraph_that_differs_is_left_untold(tmp_path, base, versions):
    hands = {f"hand{number}": lines for number, lines in enumerate(versions)}
    made = compiled(tmp_path, tuple(map(p, base)), **{hand: tuple(map(p, lines)) for hand, lines in hands.items()})
    for hand, lines in hands.items():
        view = View(ViewKind.BY_AUTHOR, hand) if hand in receive(made.data, "c.docx").authors else ORIGINAL
        found = [one.source_text for one in receive(made.data, "c.docx", view).drafts[0].paragraphs]
        mine = [line for line in told(made) if re.search(rf"\b{hand}\b", line)]
        listed = {text for line in mine for text in line.partition("“")[2].partition("”")[0].split(" ¶ ")}
        missing = Counter(lines) - Counter(found)
        assert set(missing) <= listed
        if not missing:
            assert set(Counter(found) - Counter(lines)) - {""} <= listed, (
                "an empty last paragraph has no words to tell"
            )
