"""A redline marks little more than the edits need."""

from __future__ import annotations

from draftdesk.exporting.redline.writer import WordSide, write_redline
from draftdesk.model.alignment import AlignmentRow, AlignmentTable, Relation, Shape
from draftdesk.reading.receive import receive
from making_redlines import DATE, drawing, drawn, redline_of
from making_word import footnotes, i, note_mark, p, word_file

Cells = tuple[tuple[int, ...], tuple[int, ...]]
ONE: Cells = ((0,), (0,))
FERRIES = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")


def drawn_words(old: str, new: str) -> str:
    return drawn([FERRIES, p(old), REPORT], [FERRIES, p(new), REPORT])[1]


def test_between_two_changed_dates_what_stands_there_stays():
    told = drawn_words(
        "See 52/38 of 9 May 1997, 53/77 of 4 May 1998.", "See 52/38 of 8 May 1997, 53/77 of 8 May 1998."
    )

    assert told == "See 52/38 of [-9-]{+8+} May 1997, 53/77 of [-4-]{+8+} May 1998."


def test_of_a_reference_the_date_stays_where_number_and_year_change():
    told = drawn_words("See its resolution 71/55 of 5 December 2016.", "See its resolution 71/24 of 5 December 2018.")

    assert told == "See its resolution 71/[-55-]{+24+} of 5 December [-2016-]{+2018+}."


def test_small_words_between_two_insertions_stay():
    told = drawn_words(
        "Forms that are not complete go back.",
        "Forms, within what there is, that are, as is fit, not complete go back.",
    )

    assert told == "Forms{+, within what there is,+} that are{+, as is fit,+} not complete go back."


LAMPS = p("\t", i("Emphasizing"), " that lamps on the piers of all lake towns would help ferries by night and day,")
MASTERS, OFFICE = "on the report of the harbour masters", "on the lamp of the lake office"


def test_small_words_between_replaced_ones_go_with_them_where_more_is_marked():
    told = drawn([FERRIES, p(MASTERS), REPORT], [FERRIES, p(OFFICE), REPORT, LAMPS, LAMPS])

    assert told[1] == "on the [-report of the harbour masters-]{+lamp of the lake office+}"


def test_small_words_between_replaced_ones_stay_where_little_else_is_marked():
    told = drawn_words(MASTERS, OFFICE)

    assert told == "on the [-report-]{+lamp+} of the [-harbour masters-]{+lake office+}"


def test_a_short_word_goes_with_replaced_ones_where_to_keep_the_longer_ones_is_enough():
    told = drawn_words(
        "Masters keep lamps which are to be dry piers of northern towns.",
        "Masters keep oars, ropes, boats, oil which are to be clean, within what there is, lakes of south ferries.",
    )

    assert told == (
        "Masters keep [-lamps-]{+oars, ropes, boats, oil+} which are to be [-dry piers of northern towns-]"
        "{+clean, within what there is, lakes of south ferries+}."
    )


def test_a_small_word_between_what_goes_and_what_comes_stays_where_little_else_is_marked():
    told = drawn_words("A ferry to a harbour with an office.", "A ferry to a with and clean boats an office.")

    assert told == "A ferry to a [-harbour -]with {+and clean boats +}an office."


def test_a_note_answers_the_likest_one_though_the_one_before_it_went():
    first, second = (f" See the review of {year} of ferries on the northern lakes, part I." for year in (2000, 2010))
    later = " See the review of 2015 of ferries on the northern lakes, part I."
    both = p("\tRecalling the review", note_mark(1), " and its outcome", note_mark(2), " in full,")
    one = p("\tRecalling the review and its outcome", note_mark(1), " in full,")
    base = word_file(FERRIES, both, REPORT, parts={"footnotes": footnotes(first, second)})
    new = word_file(FERRIES, one, REPORT, parts={"footnotes": footnotes(later)})

    data = redline_of(base, new).data

    assert drawing(data)[1] == "→Recalling the review[-*-] and its outcome* in full,"
    assert (
        drawing(data, "word/footnotes.xml")[-1]
        == " See the review of [-2010-]{+2015+} of ferries on the northern lakes, part I."
    )


# Paragraphs that aligning reads otherwise


A = p("\t", i("Emphasizing"), " the need of the lake towns to agree on rules for all ferries of the northern lakes,")
B = p("\t", i("Convinced"), " that the part which all harbour masters take in this work is of use for their safety,")
CHAIR = p("\t2.\t", i("Reiterates"), " that the part of all harbour masters is of use and would help all lake towns;")


def test_two_short_paragraphs_that_lost_words_where_longer_ones_moved_past_them_are_edited():
    told = drawn(
        [
            *(FERRIES, A, B, p("\tHaving considered the report of the Joint Lake Committee,")),
            *(
                p("\t1.\tTakes note of the report of the Joint Lake Committee on the northern ferries;"),
                CHAIR,
                REPORT,
            ),
        ],
        [
            *(FERRIES, p("\tHaving considered the Committee,")),
            *(p("\t1.\tTakes note of the in manner report Joint continue;"), CHAIR, A, B, REPORT),
        ],
    )

    assert told[3] == "→Having considered the [-report of the Joint Lake -]Committee,"
    assert told[4].startswith("→1.→Takes note of the {+in manner +}report")


def test_paragraphs_with_small_words_in_common_go_and_come():
    old = "Recalling also its wish that the oars of the boats of the north be dry,"
    new = "Noting the word of the head of the office of the lake on the price of wood,"

    told = drawn([FERRIES, p(f"\t{old}"), REPORT], [FERRIES, p(f"\t{new}"), REPORT])

    assert told[1:3] == [f"[-→{old}-]¶-", f"{{+→{new}+}}¶+"]


def test_small_words_count_where_just_half_of_a_sentence_stays():
    old = "Since no landing of the lake stands open in winter, this ferry goes back to the harbour of Spalt."
    new = (
        "Since no lamps pier the lake stands, in all lakes, open in winter, by night this by night ferry "
        "oil lamps oil the pier of oil"
    )

    told = drawn_words(old, new)

    assert told.startswith("Since no [-landing of-]{+lamps pier+} the lake stands{+, in all lakes,+} open")


LANDING = "The first landing of boats in the north was held and then moved to a pier behind the harbour"
PIER = (
    "The first of all, as may be fit, who go by night, with lamps, oil and ropes that are kept dry, is then open "
    "to whoever comes from the harbour"
)


def test_a_sentence_of_which_some_words_are_left_is_edited_where_little_else_is_marked():
    told = drawn_words(LANDING, PIER)

    assert told.startswith("The first [-landing of boats")


def test_it_is_edited_where_another_one_came_before_it():
    told = drawn([FERRIES, p(LANDING), REPORT], [FERRIES, LAMPS, p(PIER), REPORT])

    assert told[2].startswith("The first [-landing of boats")


def test_a_sentence_of_which_some_words_are_left_goes_and_comes_where_more_is_marked():
    told = drawn([FERRIES, p(LANDING), REPORT], [FERRIES, p(PIER), REPORT, *[LAMPS] * 8])

    assert told[1:3] == [f"[-{LANDING}-]¶-", f"{{+{PIER}+}}¶+"]


HAVING = p("\tHaving considered the report of the Committee on inalienable shipbuilding entitlements,")
TAKING = p("\tTaking note of what the Division for Lake Rights did in accordance with its mandate,")
MERGED = p(
    "\tHaving considered the report of the Committee, in accordance with its rules, on "
    "inalienable shipbuilding entitlements,"
)


def read_as(base: list[str], new: list[str], *cells: Cells, pinned: bool = False) -> list[str]:
    """The redline, drawn, where a reading gives these rows of (base, new)."""
    files = [word_file(*blocks) for blocks in (base, new)]
    sides = [WordSide(data, receive(data, "text.docx").drafts[0]) for data in files]
    crossing = [pair for pair in cells if any(pair[0] < other[0] and pair[1] > other[1] for other in cells)]
    rows = tuple(
        AlignmentRow(pair, (Relation.MOVED_EDITED if pair in crossing else Relation.EDITED,), pinned=pinned)
        for pair in cells
    )
    table = AlignmentTable(Shape.PAIR, 2, rows)
    return drawing(write_redline(*sides, table, "Norden", DATE))


def test_a_paragraph_of_a_merge_that_left_no_words_in_it_goes():
    told = read_as([FERRIES, HAVING, TAKING, REPORT], [FERRIES, MERGED, REPORT], ONE, ((1, 2), (1,)), ((3,), (2,)))

    assert told[2] == "[-→Taking note of what the Division for Lake Rights did in accordance with its mandate,-]¶-"


TITLE = p("\t72/79.\tConsideration of the fiftieth anniversary of the Conference on the Northern Lakes")
NAMED = (
    "\tRecognizing the fiftieth anniversary of the Conference on the Northern Lakes (LAKES+50), to be kept in 2018"
)
ROLE = "as an opportunity to consider the current status of the Committee and its role in the north,"


def test_a_beginning_that_is_read_as_another_paragraph_is_marked_as_split_off():
    told = read_as(
        [FERRIES, TITLE, p(f"{NAMED}, {ROLE}"), REPORT],
        [FERRIES, p(f"{NAMED};"), p(f"\t{ROLE}"), REPORT],
        *(ONE, ((1,), (1,)), ((2,), (2,)), ((3,), (3,))),
    )

    assert told[1].startswith("[-→72/79.→Consideration")
    assert told[2:4] == [f"→{NAMED.strip()}[-, -]{{+;+}}¶+", f"{{+→+}}{ROLE}"]


LEGAL = "that the Legal Subcommittee should look at the items which the Committee gave to both of them;"
TECHNICAL = LEGAL.replace("Legal", "Technical")


def test_a_paragraph_whose_twin_went_stays_though_the_twin_is_read_as_moved():
    told = read_as(
        [FERRIES, p(f"\t1.\tAgrees {LEGAL}"), CHAIR, A, p(f"\t3.\tAgrees {TECHNICAL}"), REPORT],
        [FERRIES, CHAIR, A, p(f"\t2.\tAgrees {TECHNICAL}"), REPORT],
        *(ONE, ((2,), (1,)), ((3,), (2,)), ((1,), (3,)), ((5,), (4,))),
    )

    assert told[1] == f"[-→1.→Agrees {LEGAL}-]¶-"
    assert told[4] == f"→[-3-]{{+2+}}.→Agrees {TECHNICAL}"


LAKES = "of the Conference on the Northern Lakes, the rivers that leave them and all the ferries that run there"


def crossed_words(*, pinned: bool = False) -> list[str]:
    heading, chapeau = (
        f"{start} the fiftieth anniversary {LAKES}" for start in ("\t72/79.\tDeclaration on", "\tWe, keeping")
    )
    return read_as(
        [FERRIES, p(heading), A, p(f"{chapeau},"), REPORT],
        [FERRIES, p(heading.replace("Northern", "Southern")), A, p(f"{chapeau} again,"), REPORT],
        *(ONE, ((1,), (3,)), ((2,), (2,)), ((3,), (1,)), ((4,), (4,))),
        pinned=pinned,
    )


def test_two_that_are_each_read_as_what_came_of_the_other_are_edited_where_they_stand():
    told = crossed_words()

    assert told[1] == f"→72/79.→Declaration on the fiftieth anniversary {LAKES}".replace(
        "Northern", "[-Northern-]{+Southern+}"
    )
    assert told[3] == f"→We, keeping the fiftieth anniversary {LAKES}{{+ again+}},"


def test_subparagraphs_of_the_same_words_keep_their_order():
    letters = [p(f"\t({letter})\t[To be determined];") for letter in "ab"]
    listing = p("\t2.\t", i("Asks"), " the office of the lakes to look at these items in winter:")
    told = read_as(
        [FERRIES, listing, *letters, REPORT],
        [FERRIES, listing, *letters, REPORT],
        *(ONE, ((1,), (1,)), ((2,), (3,)), ((3,), (2,)), ((4,), (4,))),
    )

    assert told[2:4] == ["→(a)→[To be determined];", "→(b)→[To be determined];"]


def test_two_that_a_person_read_as_what_came_of_each_other_move():
    told = crossed_words(pinned=True)

    assert not told[1].startswith("→72/79.→Declaration on the fiftieth")


def test_two_that_changed_places_and_words_move_where_each_still_has_most_of_its_own():
    urges = p("\t1.\tUrges all masters of harbours on the lakes to keep their ferries dry in winter;")
    asks = p("\t2.\tAsks the office of the lakes to keep count of the ferries which are dry;")
    told = read_as(
        [FERRIES, urges, asks, REPORT],
        [
            FERRIES,
            p("\t1.\tAsks the office of the lakes to keep a full count each year of the ferries which are dry;"),
            p("\t2.\tUrges all masters and owners of harbours on the lakes to keep ferries dry in any winter;"),
            REPORT,
        ],
        *(ONE, ((1,), (2,)), ((2,), (1,)), ((3,), (3,))),
    )

    assert [words for words in told if words.endswith("¶<<")]


def test_what_a_person_paired_stays_paired():
    told = read_as(
        *([FERRIES, HAVING, TAKING, REPORT], [FERRIES, MERGED, REPORT]),
        *(ONE, ((1, 2), (1,)), ((3,), (2,))),
        pinned=True,
    )

    assert told[1].startswith("→Having considered the report of the Committee")
    assert told[1].endswith("¶-")


def test_a_drawing_stays_with_its_heading_where_a_line_moved_past_both():
    heading, drawing_ = p("Where the ferries of the north land"), "<w:p><w:r><w:pict/></w:r></w:p>"
    line = p("Abbreviations: NL, northern lakes; SL, southern lakes; WL, western lakes; EL, eastern lakes.")

    told = drawn(
        [FERRIES, A, heading, drawing_, p(""), line, REPORT], [FERRIES, A, line, heading, drawing_, p(""), REPORT]
    )

    assert not [words for words in told if "{+" in words or "[-" in words]
