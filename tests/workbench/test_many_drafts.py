"""More than two drafts: names that tell them apart, what each is shown against, changes by draft."""

from __future__ import annotations

from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.workbench.change_filter import ChangeFilter, counts_by_draft
from draftdesk.workbench.change_list import change_entries
from draftdesk.workbench.compare_drafts import prepare
from draftdesk.workbench.desk.columns import shown_against
from draftdesk.workbench.display.rows import arrange
from draftdesk.workbench.display.values import SectionLine
from draftdesk.workbench.paragraph_names import draft_titles, short_names


def draft(name: str, symbol: str = "", texts: tuple[str, ...] = ()) -> Draft:
    paragraphs = tuple(
        Paragraph(ParagraphId(name, k), ParagraphKind.OPERATIVE, text, Span(0, len(text)), str(k + 1))
        for k, text in enumerate(texts)
    )
    return Draft(name, f"{name}.docx", paragraphs, symbol=symbol)


def test_drafts_with_the_same_symbol_are_told_apart_by_their_files():
    same = "A/C.2/80/L.27"
    drafts = [draft("tabled", same), draft("14 November", same), draft("rev", f"{same}/Rev.1")]
    assert draft_titles(drafts) == ("tabled", "14 November", f"{same}/Rev.1")
    assert short_names(drafts) == ("tabled", "14 November", "Rev.1")
    assert len(set(short_names([draft("text"), draft("text"), draft("text")]))) == 3


def test_each_column_says_what_it_is_shown_against():
    short = ("79/418", "L.27", "Rev.1", "Rev.2")
    assert shown_against(short, (-1, 0, 1, 0), 0) == "base, kept in place"
    assert shown_against(short, (-1, 0, 1, 0), 1) == "shown against: 79/418, the base and its left neighbour"
    assert shown_against(short, (-1, 0, 1, 0), 2) == "shown against: L.27, its left neighbour"
    assert shown_against(short, (-1, 0, 1, 0), 3) == "shown against: 79/418, the base"
    assert shown_against(short, (-1, 0, 1, 1), 3) == "shown against: L.27"
    assert shown_against(("79/418",), (-1,), 0) == "nothing to compare with yet"


def three() -> list[Draft]:
    first = ("Urges States to light ferries;", "Requests the Commission to keep a register of accidents;")
    second = ("Urges all States to light ferries;", first[1])
    third = (second[0], "Requests the Commission to keep a public register of accidents;")
    return [draft("one", texts=first), draft("two", texts=second), draft("three", texts=third)]


def test_changes_name_their_draft_and_are_filtered_by_it():
    entries = change_entries(arrange(prepare(three(), Shape.CHAIN)))
    assert counts_by_draft(entries) == {1: ("two", 1), 2: ("three", 1)}
    assert [entry.after.strip() for entry in ChangeFilter(column=2).of(entries)] == ["public"]
    assert counts_by_draft(change_entries(arrange(prepare(three()[:2], Shape.PAIR)))) == {}


def test_many_counts_are_said_as_a_range():
    requests = tuple(f"Requests State {k} to inspect ferries;" for k in range(5))
    drafts = [draft(f"d{k}", texts=requests[:count]) for k, count in enumerate((3, 5, 4, 4))]
    lines = [item for item in arrange(prepare(drafts, Shape.CHAIN)).items if isinstance(item, SectionLine)]
    assert lines[0].detail.startswith("3 to 5 paragraphs")
