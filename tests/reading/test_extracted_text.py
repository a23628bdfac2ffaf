"""Texts as programs extract them: heads, joined mastheads, notes among paragraphs, lost hyphens and line ends."""

from __future__ import annotations

import pytest

from draftdesk.model.draft import Draft
from draftdesk.reading.text.plain import draft_of_text

HEAD = """---
symbol: A/RES/81/9
title: "Safety of inland ferries"
made_by: "extractor 2.1"
at: "2026-11-02T10:00:00Z"
---

"""
FRONT = """United Nations A/RES/81/9

General Assembly Distr.: General 4 December 2026

Eighty-first session Agenda item 22 (b) Transport on rivers and lakes

Resolution adopted by the General Assembly on 3 December 2026

81/9. Safety of inland ferries

The General Assembly,

"""
PREAMBLE = (
    "Recalling its resolution 79/412 of 20 December 2024 on the safety of inland ferries,1 and noting with regret "
    "that most accidents happen on short crossings near the landing places of small towns,"
)
BODY = f"""{PREAMBLE}

1. Urges riparian States to adopt rules on the loading of ferries2 and to publish them;

2. Decides to hold a meeting on the subject.

40th plenary meeting 3 December 2026
"""
NOTES = ("Resolution 79/412, annex.", "See A/81/77, chap. II.")
ALONE = BODY.replace("\n\n1. Urges", f"\n\n1 {NOTES[0]}\n\n2 {NOTES[1]}\n\n1. Urges")
DEFINED = (
    BODY.replace("ferries,1", "ferries,[^1]") + f"\n---\n\n[^1]: {NOTES[0]}\n\n[^2]: See A/81/77,\n    chap. II.\n"
)


def read(text: str) -> Draft:
    return draft_of_text(text, "draft.txt", "d")


def shown(draft: Draft) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.number, one.text) for one in draft.paragraphs if not one.is_hidden]


def test_what_a_program_says_of_itself_is_furniture_and_gives_the_symbol():
    draft = read(HEAD + "The General Assembly,\n\n" + BODY)
    assert shown(draft) == shown(read("The General Assembly,\n\n" + BODY))
    assert draft.symbol == "A/RES/81/9"
    assert 'made_by: "extractor 2.1"' in [one.source_text for one in draft.paragraphs if one.is_hidden]


def test_a_rule_on_top_of_a_text_without_fields_is_no_head():
    assert ("body", "", "Ferries and other boats") in shown(read("---\nFerries and other boats\n---\n" + BODY))


def test_lines_of_the_front_that_were_joined_are_parted():
    draft = read(FRONT + BODY)
    assert shown(draft)[:5] == [
        ("session", "", "Eighty-first session"),
        ("agenda", "", "Agenda item 22 (b)"),
        ("agenda", "", "Transport on rivers and lakes"),
        ("heading", "", "Resolution adopted by the General Assembly on 3 December 2026"),
        ("title", "81/9", "Safety of inland ferries"),
    ]
    assert (draft.symbol, draft.date) == ("A/RES/81/9", "4 December 2026")


@pytest.mark.parametrize("body", [ALONE, DEFINED])
def test_notes_among_the_paragraphs_are_tied_to_their_marks(body):
    draft = read(FRONT + body)
    assert [(note.mark, note.text) for note in draft.notes] == [("1", NOTES[0]), ("2", NOTES[1])]
    called = [one.text.replace("\ufffc", "#") for one in draft.paragraphs if one.objects]
    assert called == [
        PREAMBLE.replace("1", "#", 1)
        .replace("resolution 79/4#2", "resolution 79/412")
        .replace("ferries,1", "ferries,#"),
        "Urges riparian States to adopt rules on the loading of ferries# and to publish them;",
    ]
    assert ("operative", "1") in {row[:2] for row in shown(draft)}


def test_a_note_never_swallows_the_text_that_goes_on_behind_it():
    draft = read(
        BODY.replace("\n\n1. Urges", f"\n\n1 {NOTES[0]} towns and villages, which must be looked after,\n\n1. Urges")
    )
    assert not any("villages" in note.text for note in draft.notes)
    assert any("villages" in one.text for one in draft.paragraphs if not one.is_hidden)


def test_a_running_head_joined_with_its_symbol_is_furniture_and_the_sentence_goes_on():
    first, second = PREAMBLE.split(" and noting ")
    text = FRONT + BODY.replace(PREAMBLE, f"{first} and noting\n\nSafety of inland ferries A/RES/81/9\n\n{second}")
    assert shown(read(text)) == shown(read(FRONT + BODY))


def test_numbers_that_go_on_inside_a_line_begin_paragraphs():
    text = BODY.replace("publish them;\n\n2. Decides", "publish them; 2. Decides")
    assert shown(read(text)) == shown(read(BODY))


def test_a_number_that_a_word_belongs_to_begins_nothing():
    text = "1. Recalls goal 2. Other goals matter as well, and so does the safety of all passengers;\n\n3. Ends;\n"
    assert [number for _, number, _ in shown(read(text))] == ["1", "3"]


def test_an_annex_joined_with_its_title_is_parted():
    kinds = [
        row[0] for row in shown(read(BODY + "\n\nAnnex Rules for small ferries\n\n1. Ferries carry lifebelts.\n"))
    ]
    assert "annex_title" in kinds
    assert "heading" in kinds


def test_words_that_resolutions_always_write_with_a_hyphen_get_it_back():
    draft = read(
        "Ferries\f" + BODY.replace("rules on", "longterm rules on capacitybuilding in two -State waters and on")
    )
    assert "long-term rules on capacity-building in two-State waters" in " ".join(row[2] for row in shown(draft))


def test_a_mark_that_calls_a_note_again_stands_at_its_name():
    text = ALONE.replace("a meeting on the subject", "a meeting of the Ferry Commission 2 and its Agenda 21")
    assert "Ferry Commission2 and its Agenda 21" in shown(read(text))[-2][2]


def test_the_day_of_an_adoption_on_a_line_of_its_own_belongs_to_it():
    lines = FRONT.replace("General Assembly on 3", "General Assembly on\n3")
    assert shown(read(lines + BODY))[3] == (
        "heading",
        "",
        "Resolution adopted by the General Assembly on 3 December 2026",
    )


HEAD_OF_PAGE = "2026 Safety of inland ferries A/RES/81/9"
PAGES = (
    "1. Urges riparian States to adopt rules on the loading of ferries;\n\n"
    "2. Invites towns to keep their landing places free,3 to light them and to mark them for arrivals at night;\n\n"
    "3. Decides to hold a meeting on the subject.\n\n"
    f"{HEAD_OF_PAGE}\n\n---\n\n1 {NOTES[0]}\n\n"
    f"{HEAD_OF_PAGE} 4. Calls upon owners to train crews;2 5. Requests a report on crews for 6. Thanks the towns;\n\n"
    f"2 {NOTES[1]}\n\n3 See A/81/78.\n"
)


@pytest.mark.parametrize("head", [f"{HEAD_OF_PAGE} 4.", f"[^2026]: {HEAD_OF_PAGE[5:]} 4."])
def test_a_page_among_the_notes_gives_its_paragraphs_its_head_and_all_notes(head):
    front = FRONT.replace("Safety", "2026 Safety")
    draft = read(front + f"{PREAMBLE}\n\n" + PAGES.replace(f"{HEAD_OF_PAGE} 4.", head))
    numbered = [row for row in shown(draft) if row[1].isdigit()]
    assert [row[1] for row in numbered] == ["1", "2", "3", "4", "5", "6"]
    assert not any("Safety" in row[2] for row in numbered)
    assert "".join(mark.target for one in draft.paragraphs for mark in one.objects) == "132"


def test_the_mark_of_a_note_behind_a_year_is_no_digit_of_it():
    text = ALONE.replace("loading of ferries2 and", "loading of ferries of 20192 and")
    assert "ferries of 2019\ufffc and to publish" in " ".join(row[2] for row in shown(read(FRONT + text)))


def test_the_title_by_itself_between_paragraphs_that_go_on_is_furniture():
    again = BODY.replace("\n\n2. Decides", "\n\nSafety of inland ferries\n\n2. Decides")
    assert shown(read(FRONT + again)) == shown(read(FRONT + BODY))


@pytest.mark.parametrize(
    "bearer",
    [
        f"{BODY}\nAnnex\n\nSafety of inland ferries\n\n1. Ferries carry lifebelts.\n",
        f"{PREAMBLE}\n\nAdopts the following:\n\nSafety of inland ferries\n\nRecalling that ferries carry people,\n",
        f"{PREAMBLE}\n\n1. Adopts the following:\n\nSafety of inland ferries\n\n1. We commit to care.\n",
    ],
)
def test_the_title_of_an_annex_or_a_declaration_stays(bearer):
    assert "Safety of inland ferries" in [row[2] for row in shown(read(FRONT + bearer))][-2:]


def test_a_rule_that_took_the_hyphen_at_the_end_of_a_page_gives_it_back():
    rule = "_" * 18
    text = FRONT + BODY.replace("most accidents", f"most Secretary {rule}\nGeneral accidents") + f"\n{rule}\n"
    assert "that most Secretary-General accidents" in " ".join(row[2] for row in shown(read(text)))


LONG = "Noting with concern and regret the many needs of middle income countries, in which most of the ferries sink,"


def test_a_blank_for_the_hyphen_at_the_end_of_a_line_becomes_one():
    words = "Recalling the needs of all middle-income countries that have lakes, and that of middle-income towns,"
    lines = "\n".join(f"{at}. Urges States to act, for there is much to do on the\nlakes;" for at in range(1, 9))
    text = f"The General Assembly,\n\n{words[:60]}\n{words[60:]}\n\n{LONG}\n\n{lines}\n\n26-12345 (E)\n"
    assert "needs of middle-income countries, in which" in " ".join(row[2] for row in shown(read(text)))
    pasted = text.replace("26-12345 (E)", "")
    assert "needs of middle income countries, in which" in " ".join(row[2] for row in shown(read(pasted)))


@pytest.mark.parametrize(
    ("words", "called"),
    [
        (
            "an annual 2 trillion dollars and a fund for ferries,2",
            "an annual 2 trillion dollars and a fund for ferries#",
        ),
        ("ferries from 2 to 5 May and rules for ferries,2", "ferries from 2 to 5 May and rules for ferries,#"),
        ("the Sustainable Development Goals2", "the Sustainable Development Goals2"),
    ],
)
def test_a_figure_that_counts_something_is_no_mark_of_a_note(words, called):
    draft = read(FRONT + ALONE.replace("the loading of ferries2", words))
    text = next(one.text for one in draft.paragraphs if one.number == "1").replace("\ufffc", "#")
    assert called.rstrip("#") in text
    assert ("#" in text) is ("ferries" in words)


def test_comments_that_name_pages_are_no_text_and_marks_of_headings_no_part_of_it():
    pages = BODY.replace("\n\n1. Urges", "\n\n<!-- Page 2 -->\n\n1. Urges")
    text = f"<!-- Page 1 -->\n\n# Safety of inland ferries\n\nThe General Assembly,\n\n{pages}\n\n## Article 1\n"
    draft = read(text)
    assert draft.title == "Safety of inland ferries"
    assert not any("Page" in row[2] for row in shown(draft))
    assert ("article", "", "Article 1") in shown(draft)
    first = next(one for one in draft.paragraphs if one.number == "1")
    assert text.split("\n")[first.origin.first_line - 1].startswith("1. Urges")


def test_a_name_that_lost_its_hyphen_gets_it_back_at_the_end_of_a_line_with_a_mark_behind_it():
    text = "1. Notes the report of the SecretaryGeneral; 7\n\n2. Decides to meet.\n\n26-12345 (E)\n"
    assert shown(read(text))[0][2].startswith("Notes the report of the Secretary-General")


def test_a_running_head_whose_symbol_is_lost_on_one_page_is_known_by_the_others():
    head, symbol = "Safety of inland ferries", "A/RES/81/9"
    pages = [f"{at}. Urges States to act on ferries in lake {at};" for at in range(1, 5)]
    parts = [f"2/5\n\n{symbol}\n\n{head}", f"3/5\n\n{symbol}\n\n{head}", f"26-12345\n\n{head}"]
    text = "\n\n".join([pages[0], *(piece for pair in zip(parts, pages[1:], strict=True) for piece in pair)])
    draft = read(f"{symbol}\n\n81/9. {head}\n\nThe General Assembly,\n\n{text}\n\n26-12345\n")
    assert [row[1] for row in shown(draft)] == ["81/9", "", "1", "2", "3", "4"]
