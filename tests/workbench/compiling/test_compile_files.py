"""One base and the versions of several delegations, compiled into one tracked file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from draftdesk.errors import DraftdeskError
from draftdesk.messages import render
from draftdesk.model.draft import FINAL, ORIGINAL, Draft, View, ViewKind
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.wordml.names import w
from draftdesk.workbench.apart_files import apart
from draftdesk.workbench.compiling.files import CompiledFile, compile_files
from making_redlines import drawing, part, parts
from making_word import footnotes, i, ins, note_mark, p, table, word_file

_WORDS = st.lists(st.sampled_from(["ferry", "river", "safe", "small", "States"]), min_size=1, max_size=6).map(
    " ".join
)
_BODY = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.SUB1)
_BASE = (
    p(i("Urges"), " all Member States to adopt rules on the number of passengers;"),
    p(i("Invites"), " donors to contribute to the Facility within thirty days;"),
    p(i("Decides"), " to remain seized of the matter."),
)


def files(folder: Path, base: tuple[str, ...], **versions: tuple[str, ...]) -> tuple[str, list[str]]:
    def written(name: str, blocks: tuple[str, ...]) -> str:
        (folder / f"{name}.docx").write_bytes(word_file(*blocks))
        return str(folder / f"{name}.docx")

    return written("base", base), [written(name, blocks) for name, blocks in versions.items()]


def compiled(folder: Path, base: tuple[str, ...], **versions: tuple[str, ...]) -> CompiledFile:
    name, others = files(folder, base, **versions)
    return compile_files(name, others, "draftdesk", "2026-11-24")


def texts(data: bytes, view: View) -> list[str]:
    return [one.source_text for one in receive(data, "c.docx", view).drafts[0].paragraphs]


def alone(data: bytes, author: str) -> list[str]:
    return texts(data, View(ViewKind.BY_AUTHOR, author))


def edited(number: int, old: str, new: str) -> tuple[str, ...]:
    assert old in _BASE[number]
    return (*_BASE[:number], _BASE[number].replace(old, new), *_BASE[number + 1 :])


def test_each_delegation_finds_its_text_and_rejecting_all_gives_the_base(tmp_path):
    norden, suden = edited(1, "thirty", "sixty"), edited(1, "donors", "all donors")
    made = compiled(tmp_path, _BASE, Norden=norden, Suden=suden)
    assert texts(made.data, ORIGINAL) == texts(word_file(*_BASE), ORIGINAL)
    assert alone(made.data, "Norden") == texts(word_file(*norden), ORIGINAL)
    assert alone(made.data, "Suden") == texts(word_file(*suden), ORIGINAL)
    assert receive(made.data, "c.docx").authors == ("Suden", "Norden")
    assert len(made.messages) == 1


def test_the_author_of_a_tracked_version_gives_the_name(tmp_path):
    tracked = (
        *_BASE[:2],
        p(i("Decides"), " to remain ", ins("actively ", author="Mission of Norden"), "seized of the matter."),
    )
    made = compiled(tmp_path, _BASE, version_a=tracked, version_b=edited(0, "all ", ""))
    assert set(receive(made.data, "c.docx").authors) == {"Mission of Norden", "version_b"}


def test_equal_proposals_are_one_change_and_a_comment_names_all(tmp_path):
    same = edited(1, "thirty", "sixty")
    made = compiled(tmp_path, _BASE, Norden=same, Suden=same, Westen=edited(0, "all ", ""))
    assert sum(line.count("sixty") for line in drawing(made.data)) == 1
    (comment,) = receive(made.data, "c.docx").drafts[0].comments
    assert comment.text == "Proposed by: Norden, Suden."
    assert alone(made.data, "Norden") == texts(word_file(*same), ORIGINAL)


def test_a_second_text_for_the_same_words_stands_beside_the_first_and_is_told(tmp_path):
    made = compiled(tmp_path, _BASE, Norden=edited(1, "thirty", "sixty"), Suden=edited(1, "thirty", "ten"))
    shown = alone(made.data, "Suden")
    assert [line for line in shown if "within" in line] == [
        "Invites donors to contribute to the Facility within thirty days;",
        "Invites donors to contribute to the Facility within ten days;",
    ]
    assert len(shown) == 4
    assert "Contested: 1." in render(made.messages[0])
    (told,) = map(render, made.places)
    assert "Suden" in told
    assert "Invites donors" in told


def test_what_two_delegations_add_at_one_place_stands_there_under_both_names(tmp_path):
    norden, suden = edited(0, "passengers", "passengers and crew"), edited(0, "passengers", "passengers and freight")
    westen = edited(0, " of passengers", "")
    made = compiled(tmp_path, _BASE, Norden=norden, Suden=suden, Westen=westen)
    assert "Contested: 0." in render(made.messages[0])
    for name, blocks in {"Norden": norden, "Suden": suden, "Westen": westen}.items():
        assert alone(made.data, name) == texts(word_file(*blocks), ORIGINAL)


def test_a_word_added_behind_words_that_another_deletes_stays_behind_them(tmp_path):
    norden = (p("ferry"), p("ferry"))
    made = compiled(tmp_path, (p("ferry river"),), Norden=norden, Suden=(p("ferry river ferry"),))
    assert alone(made.data, "Suden") == ["ferry river ferry"]
    assert alone(made.data, "Norden") == ["ferry", "ferry"]


def test_a_deletion_of_what_another_edits_is_said_in_a_comment_and_loses_nobodys_words(tmp_path):
    made = compiled(tmp_path, _BASE, Norden=(_BASE[0], _BASE[2]), Suden=edited(1, "thirty", "ten"))
    assert alone(made.data, "Suden") == texts(word_file(*edited(1, "thirty", "ten")), ORIGINAL)
    (comment,) = receive(made.data, "c.docx").drafts[0].comments
    assert comment.text == "Contested. To be deleted as proposed by: Norden."


def test_new_paragraphs_of_two_delegations_at_one_place_both_stand(tmp_path):
    new = {"Norden": p("Requests a report on ferries;"), "Suden": p("Encourages the regional commissions to meet;")}
    made = compiled(tmp_path, _BASE, **{name: (*_BASE[:2], line, _BASE[2]) for name, line in new.items()})
    for name, line in new.items():
        assert alone(made.data, name) == texts(word_file(*_BASE[:2], line, _BASE[2]), ORIGINAL)


def test_new_last_paragraphs_of_two_delegations_keep_their_own_marks(tmp_path):
    made = compiled(tmp_path, _BASE, Norden=(*_BASE, p("One more.")), Suden=(*_BASE, p("Another end.")))
    assert alone(made.data, "Norden")[-1] == "One more."
    assert alone(made.data, "Suden")[-1] == "Another end."
    assert texts(made.data, ORIGINAL) == texts(word_file(*_BASE), ORIGINAL)


def test_cells_of_one_table_are_edited_by_several_delegations(tmp_path):
    def rows(first: str, second: str) -> tuple[str, ...]:
        return (_BASE[0], table([first, "of the budget"], ["staff", second]), _BASE[2])

    base, north, south = (
        rows("ten per cent", "12 posts"),
        rows("six per cent", "12 posts"),
        rows("ten per cent", "9 posts"),
    )
    made = compiled(tmp_path, base, Norden=north, Suden=south)
    assert alone(made.data, "Norden") == texts(word_file(*north), ORIGINAL)
    assert alone(made.data, "Suden") == texts(word_file(*south), ORIGINAL)


def test_rows_of_one_table_are_added_deleted_and_edited_by_several_delegations(tmp_path):
    def rows(*lines: tuple[str, str]) -> tuple[str, ...]:
        return (_BASE[0], table(*map(list, lines)), _BASE[2])

    staff, travel, ships = ("staff", "12 posts"), ("travel of experts", "two journeys"), ("ships", "one a year")
    fuel, crew = ("fuel for the ferries", "40 tons"), ("training of crews", "three courses")
    versions = {
        "Norden": rows(staff, ships, fuel),
        "Suden": rows(staff, travel, crew, ("ships", "two a year")),
        "Westen": rows(("staff", "9 posts"), travel, crew, ships),
    }
    made = compiled(tmp_path, rows(staff, travel, ships), **versions)
    assert "Contested: 0." in render(made.messages[0])
    for name in ("Norden", "Suden"):
        assert alone(made.data, name) == texts(word_file(*versions[name]), ORIGINAL)
    assert texts(made.data, ORIGINAL) == texts(word_file(*rows(staff, travel, ships)), ORIGINAL)
    assert sum("training of crews" in line for line in drawing(made.data)) == 1


_WHOLE = ("Welcomes the inspection of vessels and landing places,", " and invites donors to contribute to it;")


@pytest.mark.parametrize(
    ("base", "new"),
    [
        ((_BASE[0], table(["staff", "12"])), (_BASE[0], table(["staff", "12"], ["", ""]))),
        ((_BASE[0], table(["staff", "12"], ["", ""])), (_BASE[0], table(["staff", "12"]))),
        ((_BASE[0], table(["staff", "12"])), (_BASE[0], table(["staff", "12"], ["travel", "9"]))),
        ((p(_WHOLE[0] + _WHOLE[1]),), (p(_WHOLE[0]), p(_WHOLE[1]))),
        ((p(_WHOLE[0]), p(_WHOLE[1])), (p(_WHOLE[0] + _WHOLE[1]),)),
        ((_BASE[0],), (_BASE[0], p(""))),
    ],
    ids=["a blank row", "a blank row gone", "a row", "a split", "a merge", "a blank paragraph"],
)
def test_a_comment_names_all_also_where_no_words_change(tmp_path, base, new):
    end = _BASE[1:]
    made = compiled(tmp_path, (*base, *end), Norden=(*new, *end), Suden=(*new, *end))
    (comment,) = receive(made.data, "c.docx").drafts[0].comments
    assert comment.text == "Proposed by: Norden, Suden."
    assert texts(made.data, ORIGINAL) == texts(word_file(*base, *end), ORIGINAL)


def test_a_paragraph_that_one_splits_takes_the_edits_of_others(tmp_path):
    base = (_BASE[0], p("\t5.\t", *_WHOLE), _BASE[2])
    norden = (_BASE[0], p("\t6.\t", _WHOLE[0]), p("\t7.\t", _WHOLE[1].strip()), _BASE[2])
    suden = (_BASE[0], p("\t4.\t", _WHOLE[0].replace("vessels", "ferries"), _WHOLE[1]), _BASE[2])
    westen = (_BASE[0], p("\t5.\t", _WHOLE[0], _WHOLE[1].replace("donors", "all donors")), _BASE[2])
    made = compiled(tmp_path, base, Norden=norden, Suden=suden, Westen=westen)
    assert "Contested: 0." in render(made.messages[0])
    for name, blocks in {"Norden": norden, "Westen": westen}.items():
        assert alone(made.data, name) == texts(word_file(*blocks), ORIGINAL)
    number, words = alone(made.data, "Suden")[1].split(".\t")
    assert (number, words) == ("\t5", texts(word_file(suden[1]), ORIGINAL)[0].split(".\t")[1])
    marks = [mark.get(w("author")) for mark in part(made.data).iterfind(f".//{w('pPr')}/{w('rPr')}/{w('ins')}")]
    assert marks == ["Norden"]


def test_a_row_that_one_deletes_and_another_edits_leaves_the_table_contested(tmp_path):
    def rows(*lines: tuple[str, str]) -> tuple[str, ...]:
        return (_BASE[0], table(*map(list, lines)), _BASE[2])

    staff, travel = ("staff", "12 posts"), ("travel of experts", "two journeys")
    versions = {"Norden": rows(staff), "Suden": rows(staff, ("travel of experts", "one journey"))}
    made = compiled(tmp_path, rows(staff, travel), **versions)
    assert "Contested: 1." in render(made.messages[0])


_ROWS = st.lists(st.tuples(_WORDS, _WORDS), min_size=1, max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=_ROWS, versions=st.lists(_ROWS, min_size=2, max_size=3))
def test_any_versions_of_any_table_are_compiled_and_proved(tmp_path, base, versions):
    def rows(lines: list[tuple[str, str]]) -> tuple[str, ...]:
        return (_BASE[0], table(*map(list, lines)), _BASE[2])

    made = compiled(tmp_path, rows(base), **{f"hand{n}": rows(lines) for n, lines in enumerate(versions)})
    assert texts(made.data, ORIGINAL) == texts(word_file(*rows(base)), ORIGINAL)


def test_footnotes_are_edited_by_several_delegations(tmp_path):
    def noted(note: str) -> bytes:
        return word_file(p("Taking note of the report", note_mark(1), ","), parts={"footnotes": footnotes(note)})

    for name, note in (
        ("base", "See A/80/12, annex."),
        ("N", "See A/80/13, annex."),
        ("S", "See A/80/12, annex II."),
    ):
        (tmp_path / f"{name}.docx").write_bytes(noted(note))
    made = compile_files(str(tmp_path / "base.docx"), [str(tmp_path / f"{n}.docx") for n in "NS"], "draftdesk", "")
    for name, note in (("N", "See A/80/13, annex."), ("S", "See A/80/12, annex II.")):
        draft = receive(made.data, "c.docx", View(ViewKind.BY_AUTHOR, name)).drafts[0]
        assert [one.text for one in draft.notes] == [note]
    ids = [
        mark.get(key)
        for mark in part(made.data, "word/footnotes.xml").iter()
        for key in mark.attrib
        if "author" in key
    ]
    assert set(ids) == {"N", "S"}


def test_a_contested_paragraph_may_call_a_footnote(tmp_path):
    for name, word in (("base", "report"), ("N", "reports"), ("S", "work")):
        line = p(f"Taking note of the {word}", note_mark(1), " of the Committee,")
        data = word_file(line, p("Ends."), parts={"footnotes": footnotes("See A/80/12.")})
        (tmp_path / f"{name}.docx").write_bytes(data)
    made = compile_files(str(tmp_path / "base.docx"), [str(tmp_path / f"{n}.docx") for n in "NS"], "draftdesk", "")
    assert "Contested: 1." in render(made.messages[0])
    shown = receive(made.data, "c.docx", View(ViewKind.BY_AUTHOR, "S")).drafts[0]
    assert [one.source_text for one in shown.paragraphs] == [
        "Taking note of the report of the Committee,",
        f"Taking note of the work{OBJECT} of the Committee,",
        "Ends.",
    ]
    assert [one.text for one in shown.notes if one.mark] == ["See A/80/12."]


def test_two_texts_for_the_same_words_of_a_footnote_are_two_footnotes_in_one_place(tmp_path):
    versions = {
        "base": ("report", "See A/80/12."),
        "N": ("reports", "See A/80/13."),
        "S": ("report", "See A/80/14."),
        "W": ("report", "See A/80/14."),
    }
    for name, (word, note) in versions.items():
        data = word_file(
            p(f"Noting the {word}", note_mark(1), " of it,"), p("Ends."), parts={"footnotes": footnotes(note)}
        )
        (tmp_path / f"{name}.docx").write_bytes(data)
    made = compile_files(str(tmp_path / "base.docx"), [str(tmp_path / f"{n}.docx") for n in "NSW"], "draftdesk", "")
    assert "Contested: 0." in render(made.messages[0])
    for name in "NS":
        shown = receive(made.data, "c.docx", View(ViewKind.BY_AUTHOR, name)).drafts[0]
        assert [one.source_text for one in shown.paragraphs] == [
            f"Noting the {versions[name][0]}{OBJECT} of it,",
            "Ends.",
        ]
        assert [one.text for one in shown.notes if one.mark] == [versions[name][1]]
    assert "Proposed by: S, W." in [one.text for one in receive(made.data, "c.docx").drafts[0].comments]


def test_a_delegation_that_joins_paragraphs_leaves_the_edits_of_others_in_their_place(tmp_path):
    joined = (p("Urges all Member States to adopt rules and invites donors to contribute;"), _BASE[2])
    norden, suden = edited(0, "all ", ""), edited(1, "thirty", "ten")
    base = (_BASE[0], _BASE[1], _BASE[2])
    made = compiled(tmp_path, base, Joiner=joined, Norden=norden, Suden=suden)
    assert alone(made.data, "Norden") == texts(word_file(*norden), ORIGINAL)
    assert alone(made.data, "Suden") == texts(word_file(*suden), ORIGINAL)
    assert texts(word_file(*joined), ORIGINAL)[0] in alone(made.data, "Joiner")


_FOUR = (*_BASE[:2], p("Welcomes the inspection of vessels, landing places and life-saving appliances;"), _BASE[2])


def test_a_paragraph_that_one_delegation_moves_is_shown_as_moved_by_it(tmp_path):
    north = (_FOUR[2], *_FOUR[:2], _FOUR[3])
    made = compiled(tmp_path, _FOUR, Norden=north, Suden=(_FOUR[0].replace("all ", ""), *_FOUR[1:]))
    moved = [mark.get(w("author")) for mark in part(made.data).iter(w("moveFrom"), w("moveTo"))]
    assert set(moved) == {"Norden"}
    assert "Moved: 1." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*north), ORIGINAL)
    assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)


def test_a_move_that_several_delegations_make_alike_is_one_and_comments_at_both_ends_name_all(tmp_path):
    north = (_FOUR[2], *_FOUR[:2], _FOUR[3])
    made = compiled(tmp_path, _FOUR, Norden=north, Suden=north)
    (start,) = part(made.data).iter(w("moveToRangeStart"))
    assert start.get(w("author")) == "Norden"
    assert [one.text for one in receive(made.data, "c.docx").drafts[0].comments] == [
        "Proposed by: Norden, Suden."
    ] * 2


def test_whoever_moves_a_paragraph_past_one_that_another_edits_is_shown_to_move_the_other_one(tmp_path):
    north = (_FOUR[0], _FOUR[2], _FOUR[1], _FOUR[3])
    for number, old, new in ((1, "thirty", "ten"), (2, "vessels", "small vessels")):
        south = (*_FOUR[:number], _FOUR[number].replace(old, new), *_FOUR[number + 1 :])
        made = compiled(tmp_path, _FOUR, Norden=north, Suden=south)
        assert "Moved: 1. Proposed by several: 0. Contested: 0." in render(made.messages[0])
        assert alone(made.data, "Norden") == texts(word_file(*north), ORIGINAL)
        assert alone(made.data, "Suden") == texts(word_file(*south), ORIGINAL)
        assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)


def test_a_move_of_what_another_edits_is_said_in_a_comment_and_both_texts_stand(tmp_path):
    edited_there = (*_FOUR[:2], _FOUR[2].replace("vessels", "small vessels"), _FOUR[3])
    made = compiled(tmp_path, _FOUR, Norden=(_FOUR[2], *_FOUR[:2], _FOUR[3]), Suden=edited_there)
    assert alone(made.data, "Suden") == texts(word_file(*edited_there), ORIGINAL)
    assert alone(made.data, "Norden")[0].startswith("Welcomes the inspection")
    assert "Norden would move it" in render(made.places[0])
    (comment,) = receive(made.data, "c.docx").drafts[0].comments
    assert comment.text == "Contested. To stand elsewhere, where it comes anew, as proposed by: Norden."


def test_numbers_that_run_on_for_long_are_said_once_where_they_begin(tmp_path):
    def numbered(*openings: str) -> tuple[str, ...]:
        return (p("The General Assembly,"), *(p(f"\t{n}.\t{words}") for n, words in enumerate(openings, 1)))

    fleets = ("ferries", "tugs", "barges", "canoes", "rafts", "trawlers", "yachts", "dredgers", "pilot boats")
    old = tuple(f"Urges the owners of {fleet} to carry lights;" for fleet in fleets)
    north = numbered("Welcomes the rules on landing places;", *old)
    south = numbered("Notes the wreck with concern;", "Thanks the crews of the rescue boats;", *old)
    made = compiled(tmp_path, numbered(*old), Norden=north, Suden=south)
    assert "number otherwise: 9." in render(made.messages[1])
    said = [one.text for one in receive(made.data, "c.docx").drafts[0].comments]
    assert said == ["From here on the numbers 3\u201311, as proposed by: Suden."]
    assert [line.split("\t")[-1] for line in alone(made.data, "Suden")] == [
        line.split("\t")[-1] for line in texts(word_file(*south), ORIGINAL)
    ]


_JOINED_WORDS = (
    " donors to contribute to the Facility within thirty days, welcomes the inspection of vessels, landing places"
)
_JOINED = (_FOUR[0], p(i("Invites"), _JOINED_WORDS, " and life-saving appliances;"), _FOUR[3])


def test_words_that_another_edits_in_paragraphs_that_one_joins_contest_nothing(tmp_path):
    south = (_FOUR[0], _FOUR[1].replace("thirty", "ten"), _FOUR[2].replace("vessels", "small vessels"), _FOUR[3])
    made = compiled(tmp_path, _FOUR, Norden=_JOINED, Suden=south)
    assert "Contested: 0." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*_JOINED), ORIGINAL)
    assert alone(made.data, "Suden") == texts(word_file(*south), ORIGINAL)
    assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)
    assert any(
        "within ten days, welcomes the inspection of small vessels" in line for line in texts(made.data, FINAL)
    )


def test_words_that_go_where_one_joins_paragraphs_stand_beside_where_another_changes_them(tmp_path):
    south = (_FOUR[0], _FOUR[1], _FOUR[2].replace("Welcomes", "Notes"), _FOUR[3])
    made = compiled(tmp_path, _FOUR, Norden=_JOINED, Suden=south)
    assert "Contested: 1." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*_JOINED), ORIGINAL)
    shown, wanted = alone(made.data, "Suden"), texts(word_file(*south), ORIGINAL)
    assert [line for line in wanted if line not in shown] == []
    assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)


def test_whoever_joins_paragraphs_finds_its_text_where_another_moves_one_of_them(tmp_path):
    notes = {"footnotes": footnotes(" A/80/12.")}
    before = (_FOUR[0], p("Thanks the crews of the rescue boats;"), p("Notes the wreck of a ferry with concern;"))
    noted = (*before, p(i("Invites"), " donors to contribute within thirty days", note_mark(1), ";"), *_FOUR[2:])
    joined = p(
        i("Invites"),
        *(" donors to contribute within thirty days", note_mark(1), ", welcomes the inspection of vessels, "),
        "landing places and life-saving appliances;",
    )
    moved = (noted[3], *before, *noted[4:])
    versions = {"base": noted, "Norden": (*before, joined, noted[5]), "Suden": moved}
    for name, blocks in versions.items():
        (tmp_path / f"{name}.docx").write_bytes(word_file(*blocks, parts=notes))
    paths = [str(tmp_path / f"{name}.docx") for name in versions]
    made = compile_files(paths[0], paths[1:], "draftdesk", "2026-11-24")
    assert "Contested: 1." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*versions["Norden"], parts=notes), ORIGINAL)
    shown, wanted = alone(made.data, "Suden"), texts(word_file(*moved, parts=notes), ORIGINAL)
    assert shown[:2] == wanted[:2]
    assert "".join(shown).count(OBJECT) == 1


def test_whoever_moves_a_paragraph_that_another_joins_edits_the_other_in_its_place(tmp_path):
    south = (_FOUR[0], _FOUR[2].replace("vessels", "small vessels"), _FOUR[1], _FOUR[3])
    made = compiled(tmp_path, _FOUR, Norden=_JOINED, Suden=south)
    assert "Contested: 1." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*_JOINED), ORIGINAL)
    shown, wanted = alone(made.data, "Suden"), texts(word_file(*south), ORIGINAL)
    assert [line for line in shown if line not in wanted] == []
    assert len(shown) == len(wanted) + 1, "only what it has elsewhere stands twice for it"
    assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)


def test_what_one_adds_between_paragraphs_that_another_joins_contests_no_words_and_a_comment_says_so(tmp_path):
    added = p("Thanks the crews of the rescue boats;")
    south = (_FOUR[0], _FOUR[1].replace("thirty", "ten"), added, *_FOUR[2:])
    made = compiled(tmp_path, _FOUR, Norden=_JOINED, Suden=south, Westen=(*_FOUR[:2], added, *_FOUR[2:]))
    assert "Contested: 0." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*_JOINED), ORIGINAL)
    assert alone(made.data, "Suden") == texts(word_file(*south), ORIGINAL)
    assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)
    assert (
        "Contested. Norden would join this paragraph with the next. What follows is added by: Suden, Westen."
    ) in [one.text for one in receive(made.data, "c.docx").drafts[0].comments]


def test_whoever_joins_paragraphs_finds_its_text_also_where_several_take_one_of_them_away(tmp_path):
    without = (*_FOUR[:2], _FOUR[3])
    versions = {"Suden": without, "Westen": (_FOUR[2], *without)}
    made = compiled(tmp_path, _FOUR, Norden=_JOINED, **versions)
    assert "Contested: 1." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*_JOINED), ORIGINAL)
    assert [line.count("life-saving") for line in alone(made.data, "Suden")] == [0, 0, 1, 0]
    assert [line.count("life-saving") for line in alone(made.data, "Westen")] == [1, 0, 0, 1, 0]
    assert texts(made.data, ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)


def test_a_number_that_runs_on_is_said_where_another_joins_paragraphs_that_carry_it(tmp_path):
    def numbered(number: int, words: str) -> str:
        return p(f"\t{number}.\t{words}")

    base = (
        numbered(1, "Urges all States to act;"),
        numbered(2, "Invites donors;"),
        numbered(3, "Asks for a report."),
    )
    joined = (numbered(1, "Urges all States to act, and invites donors;"), numbered(2, "Asks for a report."))
    south = (
        numbered(1, "Thanks the crews of the rescue boats;"),
        *(numbered(2, "Urges all small States to act;"), numbered(3, "Invites donors;")),
        numbered(4, "Asks for a report."),
    )
    made = compiled(tmp_path, base, Norden=joined, Suden=south)
    assert "Contested: 0." in render(made.messages[0])
    assert alone(made.data, "Norden") == texts(word_file(*joined), ORIGINAL)
    assert [line.split("\t")[-1] for line in alone(made.data, "Suden")] == [
        "Thanks the crews of the rescue boats;",
        *("Urges all small States to act;", "Invites donors;", "Asks for a report."),
    ]


def test_numbers_that_run_on_otherwise_contest_nothing_and_comments_say_those_of_others(tmp_path):
    def numbered(*openings: str) -> tuple[str, ...]:
        return (p("The General Assembly,"), *(p(f"\t{n}.\t{words}") for n, words in enumerate(openings, 1)))

    old = (
        "Urges all States to act;",
        "Invites donors to contribute;",
        "Requests a report;",
        "Decides to meet again.",
    )
    north = ("Welcomes the rules on landing places;", *old)
    south = ("Notes the wreck of a ferry with concern;", "Thanks the crews of the rescue boats;", *old)
    made = compiled(tmp_path, numbered(*old), Norden=numbered(*north), Suden=numbered(*south))
    assert "Contested: 0." in render(made.messages[0])
    assert "number otherwise: 4." in render(made.messages[1])
    assert alone(made.data, "Norden") == texts(word_file(*numbered(*north)), ORIGINAL)
    said = [one.text for one in receive(made.data, "c.docx").drafts[0].comments]
    assert said == [f"Number {number} as proposed by: Suden." for number in (3, 4, 5, 6)]
    words = [line.split("\t")[-1] for line in alone(made.data, "Suden")]
    assert words == ["The General Assembly,", *south]


def test_a_note_that_comes_with_a_paragraph_of_two_delegations_is_of_both(tmp_path):
    def noted(*blocks: str, note: str = "See A/80/12, annex.") -> bytes:
        return word_file(*blocks, parts={"footnotes": footnotes(note)})

    call = p("Taking note of the report", note_mark(1), ",")
    (tmp_path / "base.docx").write_bytes(noted(_BASE[0], call, _BASE[1], _BASE[2]))
    versions = {"N": (call, _BASE[0], _BASE[2]), "S": (_BASE[0].replace("all ", ""), call, *_BASE[1:])}
    for name, blocks in versions.items():
        (tmp_path / f"{name}.docx").write_bytes(noted(*blocks, note=f"See A/80/12, annex {name}."))
    made = compile_files(str(tmp_path / "base.docx"), [str(tmp_path / f"{n}.docx") for n in "NS"], "draftdesk", "")
    for name in "NS":
        draft = receive(made.data, "c.docx", View(ViewKind.BY_AUTHOR, name)).drafts[0]
        assert f"See A/80/12, annex {name}." in [one.text for one in draft.notes]


def test_parts_that_nobody_changes_stay_byte_for_byte(tmp_path):
    base, others = files(tmp_path, _BASE, Norden=edited(0, "all ", ""), Suden=edited(1, "thirty", "ten"))
    made = parts(compile_files(base, others, "draftdesk", "").data)
    before = parts(Path(base).read_bytes())
    assert {name for name in before if before[name] != made[name]} == {"word/document.xml"}


def test_tracked_changes_of_the_base_are_resolved_first_and_that_is_said(tmp_path):
    base = (p("Urges ", ins("all ", author="Pen"), "States;"), _BASE[1])
    made = compiled(tmp_path, base, Norden=(p("Urges all States now;"), _BASE[1]))
    assert texts(made.data, ORIGINAL)[0] == "Urges all States;"
    assert alone(made.data, "Norden")[0] == "Urges all States now;"
    assert receive(made.data, "c.docx").authors == ("Norden",)
    assert "resolved first" in render(made.messages[1])


def test_what_cannot_be_compiled_is_refused_with_the_reason(tmp_path):
    base, others = files(tmp_path, _BASE, Norden=edited(0, "all ", ""))
    (tmp_path / "note.txt").write_text("Urges all Member States to adopt rules.", encoding="utf-8")
    with pytest.raises(DraftdeskError, match=r"note\.txt is not a Word file"):
        compile_files(str(tmp_path / "note.txt"), [*others, base], "draftdesk", "")
    with pytest.raises(DraftdeskError, match="1 versions and 2 names"):
        compile_files(base, others, "draftdesk", "", ["Norden", "Suden"])
    with pytest.raises(DraftdeskError, match="“Norden” stands for two"):
        compile_files(base, others * 2, "draftdesk", "", ["Norden", "Norden "])
    with pytest.raises(DraftdeskError, match="21 versions are too many"):
        compile_files(base, others * 21, "draftdesk", "")


@pytest.mark.parametrize("file", ["email.eml", "rev2.pdf"])
def test_a_message_and_a_pdf_are_versions_like_any_other(file):
    folder = Path(__file__).parents[3] / "resources" / "samples"
    base, tracked = str(folder / "rev1.docx"), str(folder / "proposal-tracked.docx")
    made = compile_files(base, [str(folder / file), tracked], "draftdesk", "2026-11-24", ["Norden", "Suden"])
    assert texts(made.data, ORIGINAL) == texts(Path(base).read_bytes(), ORIGINAL)
    shown = receive(made.data, "c.docx", View(ViewKind.BY_AUTHOR, "Norden")).drafts[0]
    assert words_of(receive((folder / file).read_bytes(), file).drafts[0]) <= words_of(shown)


def words_of(draft: Draft) -> set[str]:
    """The paragraphs of the resolution, blanks of any kind alike."""
    return {" ".join(one.text.replace(OBJECT, "").split()) for one in draft.paragraphs if one.kind in _BODY}


def test_the_six_proposals_of_the_samples_are_compiled():
    folder = Path(__file__).parents[3] / "resources" / "samples"
    proposals = sorted(map(str, (folder / "proposals").glob("*.docx")))
    made = compile_files(str(folder / "rev1.docx"), proposals, "draftdesk", "")
    assert "6 delegations" in render(made.messages[0])
    assert texts(made.data, ORIGINAL) == texts((folder / "rev1.docx").read_bytes(), ORIGINAL)
    assert sum("a position to do so" in line for line in drawing(made.data)) == 1


_LINES = st.lists(_WORDS, min_size=1, max_size=5)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=_LINES, versions=st.lists(_LINES, min_size=2, max_size=4))
@example(base=["ferry", "ferry ferry"], versions=[["ferry"], ["ferry ferry"]])  # each deletes what the other keeps
def test_any_versions_of_any_base_are_compiled_and_proved(tmp_path, base, versions):
    blocks = {f"hand{number}": tuple(map(p, lines)) for number, lines in enumerate(versions)}
    made = compiled(tmp_path, tuple(map(p, base)), **blocks)
    assert texts(made.data, ORIGINAL) == base


def test_a_compilation_taken_apart_gives_each_delegation_its_version_tracked(tmp_path):
    north = (_FOUR[2], *_FOUR[:2], _FOUR[3])
    south = (_FOUR[0].replace("all ", ""), *_FOUR[1:], p("Requests a report."))
    made = compiled(tmp_path, _FOUR, Norden=north, Suden=south)
    (tmp_path / "compiled.docx").write_bytes(made.data)
    single = {one.author: one.data for one in apart(str(tmp_path / "compiled.docx"), "")}
    for name, blocks in {"Norden": north, "Suden": south}.items():
        assert texts(single[name], FINAL) == texts(word_file(*blocks), ORIGINAL)
        assert texts(single[name], ORIGINAL) == texts(word_file(*_FOUR), ORIGINAL)
    assert "moveFrom" in {str(one.tag).rpartition("}")[2] for one in part(single["Norden"]).iter(w("moveFrom"))}
