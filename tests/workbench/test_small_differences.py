"""Differences that are none of words: left out, and shown with a class of their own when they are asked for."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from draftdesk.exporting.printed.values import Line
from draftdesk.model.alignment import Shape
from draftdesk.model.change import ChangeClass
from draftdesk.model.paragraph import Mark, Origin, Run, Span
from draftdesk.workbench.change_list import change_entries, named_signs
from draftdesk.workbench.change_report import change_report
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.display.cells import cell_content, lane_letters
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import FoldLine, Letter, Sign
from draftdesk.workbench.format_changes import format_changes
from draftdesk.workbench.shown_changes import shown_changes, shows_changes
from draftdesk.workbench.small_differences import hint
from making_drafts import make_draft

OLD = ("PP: Recalling the River Charter,", 'OP 1: Urges "all" States to act by 6 June;', "OP 2: Decides.")
NEW = ("PP: Recalling the River Charter,", "OP 1: Urges “all” States to act by 6\u00a0June;", "OP 2: Decides.")


def italic(draft, index, words, marks=frozenset({Mark.ITALIC})):
    paragraph = draft.paragraphs[index]
    start = paragraph.source_text.index(words)
    run = Run(Span(start, start + len(words)), marks)
    changed = replace(paragraph, runs=tuple(sorted((*paragraph.runs, run), key=lambda one: one.span)))
    return replace(draft, paragraphs=(*draft.paragraphs[:index], changed, *draft.paragraphs[index + 1 :]))


def drafts():
    return make_draft(*OLD, id_="old"), italic(make_draft(*NEW, id_="new"), 0, "River Charter")


def view(*, small, pair=None):
    return arrange(prepare(pair or drafts(), Shape.PAIR), small=small)


def told(shown):
    return [(e.label, e.letter, e.change_class, e.before, e.after) for e in change_entries(shown)]


def test_unless_they_are_asked_for_nothing_has_changed():
    shown = view(small=False)
    assert told(shown) == []
    assert not any(row.is_changed for row in shown.rows)


def test_what_is_not_shown_is_counted_and_the_key_to_it_told():
    shown = view(small=False)
    assert [row.differs_slightly for row in shown.rows] == [True, True, False]
    assert hint(shown) == "2 rows differ only in blanks, quotes, hyphens or italics. Ctrl+Alt+D shows it."
    assert [line.detail for line in shown.items if isinstance(line, FoldLine)] == [
        "unchanged, 1 with small differences",
        "unchanged, 1 with small differences",
    ]
    assert hint(view(small=True)) == ""
    assert hint(view(small=False, pair=(make_draft(*OLD, id_="old"), make_draft(*OLD, id_="new")))) == ""


def test_a_text_that_does_not_tell_how_words_are_set_does_not_differ_in_it():
    old = make_draft(*OLD, id_="old")
    plain = replace(old, id="plain", paragraphs=tuple(replace(p, runs=()) for p in old.paragraphs))
    assert hint(view(small=False, pair=(italic(old, 0, "River Charter"), plain))) == ""


def test_the_report_names_them_beside_the_changes():
    lines = [block.text for block in change_report(prepare(drafts(), Shape.PAIR)).blocks if isinstance(block, Line)]
    assert lines == [
        "Of 3 paragraphs and lines: 2 with small differences only, 1 unchanged.",
        "Only blanks, quotes, hyphens or how words are set differ in: PP 1 and OP 1.",
    ]


def test_asked_for_each_is_listed_in_its_class_with_what_it_is():
    assert told(view(small=True)) == [
        ("PP 1", Letter.FORMAT, ChangeClass.FORMAT, "", "River Charter: upright → italic"),
        ("OP 1", Letter.NOISE, ChangeClass.NOISE, '"', "“"),
        ("OP 1", Letter.NOISE, ChangeClass.NOISE, '"', "”"),
        ("OP 1", Letter.NOISE, ChangeClass.NOISE, "blank", "no-break blank"),
    ]


def test_they_have_a_quiet_sign_in_the_words_and_a_letter_in_the_lane():
    shown = view(small=True)
    for row, letter, words in ((shown.rows[0], Letter.FORMAT, "River Charter"), (shown.rows[1], Letter.NOISE, "“")):
        assert lane_letters(shown, row, 1) == (letter,)
        signed = [s.text for s in cell_content(shown, row, 1).blocks[0].stretches if s.sign is Sign.SMALL]
        assert signed[0] == words
    assert not shown.rows[2].is_changed


def test_beside_more_drafts_the_old_sign_is_not_set_before_the_new_one():
    shown = arrange(prepare((*drafts(), make_draft(*OLD, id_="third")), Shape.CHAIN), small=True)
    text = cell_content(shown, shown.rows[1], 1).blocks[0].shown
    assert text.startswith("Urges “all” States")


def test_a_text_that_tells_no_italics_has_no_changes_of_format():
    old, new = drafts()
    plain = replace(new, paragraphs=tuple(replace(p, runs=()) for p in new.paragraphs))
    shown = view(small=True, pair=(old, plain))
    assert ChangeClass.FORMAT not in {entry.change_class for entry in change_entries(shown)}


def test_italics_of_words_that_changed_are_no_change_of_format():
    old, new = (
        make_draft("OP 1: Urges States to act;", id_="a"),
        make_draft("OP 1: Calls upon States to act;", id_="b"),
    )
    assert {e.change_class for e in change_entries(view(small=True, pair=(old, new)))} == {ChangeClass.STRENGTH}


def test_the_marker_pen_is_a_difference_of_format_brackets_alone_too_and_a_printed_page_does_not_tell_it():
    old = italic(make_draft("PP: Recalling [the] Charter,", id_="a"), 0, "Charter")
    new = italic(old, 0, "[", frozenset({Mark.HIGHLIGHT}))
    assert told(view(small=True, pair=(old, new))) == [
        ("PP 1", Letter.FORMAT, ChangeClass.FORMAT, "", "[: not highlighted → highlighted")
    ]
    assert told(view(small=False, pair=(old, new))) == []
    printed = replace(old, paragraphs=tuple(replace(p, origin=Origin("page 1", 0)) for p in old.paragraphs))
    assert told(view(small=True, pair=(printed, new))) == []


def test_bold_letters_of_a_heading_follow_from_what_it_is():
    old = make_draft("PP: Recalling,", "H: Training", id_="a")
    new = make_draft("PP: Recalling,", "H: Training", id_="b")
    new = replace(new, paragraphs=(new.paragraphs[0], replace(new.paragraphs[1], runs=())))
    assert told(view(small=True, pair=(old, new))) == []


def test_blanks_are_named_and_words_are_not():
    assert [named_signs(s) for s in ("", "\t", "  ", "“", "a\u00a0")] == ["", "tab", "2 blanks", "“", "a\u00a0"]


WORDS = st.lists(
    st.sampled_from(["Urges", "“all”", '"all"', "States\u00a0now", "States now", "well-being"]), max_size=5
)
SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 8)), max_size=3)


@given(WORDS, WORDS, SPANS, SPANS)
def test_whether_a_row_shows_any_is_what_working_them_out_tells(before, after, one, other):
    pair = []
    for id_, words, spans in (("a", before, one), ("b", after, other)):
        draft = make_draft("PP: Recalling the Charter,", f"OP 1: {' '.join(words)}", id_=id_)
        paragraph = draft.paragraphs[1]
        length = len(paragraph.source_text)
        runs = [Run(Span(s, min(s + n, length)), frozenset({Mark.ITALIC})) for s, n in spans if s < length]
        kept = tuple(
            r
            for k, r in enumerate(sorted(runs, key=lambda r: r.span))
            if all(r.span.start >= e.span.end for e in sorted(runs, key=lambda r: r.span)[:k])
        )
        pair.append(replace(draft, paragraphs=(draft.paragraphs[0], replace(paragraph, runs=kept))))
    comparison = prepare(tuple(pair), Shape.PAIR)
    for number in range(len(comparison.table.rows)):
        changes = shown_changes(comparison, number, 0, 1, small=True)
        assert shows_changes(comparison, number, 0, 1, small=True) is bool(changes)
        for change in format_changes(comparison, number, 0, 1):
            old, new = comparison.cell_text(number, 0), comparison.cell_text(number, 1)
            assert change.old.of(old) == change.new.of(new)
