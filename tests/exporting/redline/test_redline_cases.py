"""What a delegate finds in a redline, edit by edit. Every redline here is proved before it is looked at."""

from __future__ import annotations

import pytest

from draftdesk.messages import render
from making_redlines import NS, drawing, drawn, part, parts, redline_of
from making_word import R, footnotes, i, note_mark, p, r, table, word_file, zipped

FERRIES = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")
LIGHTS = p("\t1.\t", i("Urges"), " all States to fit lights on every ferry before the winter season;")
CREWS = p("\t2.\t", i("Requests"), " the harbour masters to train their crews twice in each year;")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")
WORDS = [FERRIES, LIGHTS, CREWS, REPORT]


def test_a_changed_word_is_marked_and_nothing_else():
    new = p("\t1.\t", i("Urges"), " all States to fit lamps on every ferry before the winter season;")

    assert drawn(WORDS, [FERRIES, new, CREWS, REPORT])[1] == (
        "→1.→Urges all States to fit [-lights-]{+lamps+} on every ferry before the winter season;"
    )


@pytest.mark.parametrize(("gone", "come"), [("2,400", "2,900"), ("2.5", "2.7"), ("1,250.5", "1,350.5")])
def test_a_figure_is_replaced_whole_where_more_than_that_is_marked(gone, come):
    told = [p(f"\t1.\tNotes that {number} people crossed the lake;") for number in (gone, come)]

    assert drawn([FERRIES, LIGHTS, told[0], REPORT], [FERRIES, told[1], REPORT])[2] == (
        f"→1.→Notes that [-{gone}-]{{+{come}+}} people crossed the lake;"
    )


def test_a_figure_alone_in_a_redline_keeps_the_digits_that_stay():
    told = [p(f"\t1.\tNotes that {number} people crossed the lake;") for number in ("2,400", "2,900")]

    assert drawn([FERRIES, told[0], REPORT], [FERRIES, told[1], REPORT])[1] == (
        "→1.→Notes that 2,[-400-]{+900+} people crossed the lake;"
    )


def test_equal_texts_give_the_base_byte_by_byte():
    base = word_file(*WORDS)

    result = redline_of(base, word_file(*WORDS))

    assert parts(result.data) == parts(base)
    assert result.changes == 0


def test_a_new_paragraph_is_inserted_with_its_mark_and_the_numbers_after_it_are_tracked():
    new = p("\t2.\t", i("Invites"), " the owners of ferries to lend a hand;")
    crews = p("\t3.\t", i("Requests"), " the harbour masters to train their crews twice in each year;")
    report = p("\t4.\t", i("Decides"), " to look at the matter again at its eightieth session.")

    assert drawn(WORDS, [FERRIES, LIGHTS, new, crews, report])[2:] == [
        "{+→2.→Invites the owners of ferries to lend a hand;+}¶+",
        "→[-2-]{+3+}.→Requests the harbour masters to train their crews twice in each year;",
        "→[-3-]{+4+}.→Decides to look at the matter again at its eightieth session.",
    ]


def test_a_paragraph_that_goes_is_deleted_with_its_mark():
    report = p("\t2.\t", i("Decides"), " to look at the matter again at its eightieth session.")

    assert drawn(WORDS, [FERRIES, LIGHTS, report])[2] == (
        "[-→2.→Requests the harbour masters to train their crews twice in each year;-]¶-"
    )


def test_at_the_very_end_the_mark_of_the_paragraph_before_is_tracked():
    more = p("\t4.\t", i("Thanks"), " the pilots.")

    inserted = drawn(WORDS, [*WORDS, more])
    deleted = drawn([*WORDS, more], WORDS)

    assert inserted[-2:] == [
        "→3.→Decides to look at the matter again at its eightieth session.¶+",
        "{+→4.→Thanks the pilots.+}",
    ]
    assert deleted[-2:] == [
        "→3.→Decides to look at the matter again at its eightieth session.¶-",
        "[-→4.→Thanks the pilots.-]",
    ]


def test_a_moved_paragraph_is_shown_at_both_places_under_one_name():
    data = redline_of(word_file(*WORDS), word_file(CREWS, FERRIES, LIGHTS, REPORT)).data

    moved = "→2.→Requests the harbour masters to train their crews twice in each year;"
    assert f"<<{moved}<<¶<<" in drawing(data)
    assert f">>{moved}>>¶>>" in drawing(data)
    names = part(data).xpath("//@w:name", namespaces={"w": part(data).nsmap["w"]})
    assert names == ["move1", "move1"]


def test_words_edited_on_the_way_are_tracked_inside_the_move():
    crews = p("\t", i("Requests"), " the harbour masters to train their crews once in each year;")
    base = p("\t", i("Requests"), " the harbour masters to train their crews twice in each year;")

    lines = drawn([FERRIES, LIGHTS, base, REPORT], [crews, FERRIES, LIGHTS, REPORT])

    assert "<<→Requests the harbour masters to train their crews <<[-twice-]<< in each year;<<¶<<" in lines
    assert ">>→Requests the harbour masters to train their crews >>{+once+}>> in each year;>>¶>>" in lines


def test_the_mark_of_a_moved_paragraph_that_ends_in_edited_words_goes_and_comes():
    """LibreOffice leaves an empty paragraph where a moved mark follows words that are not moved."""
    crews = p("\t", i("Requests"), " the harbour masters to train their crews twice in each year, and the pilots")
    base = p("\t", i("Requests"), " the harbour masters to train their crews twice in each year")

    lines = drawn([FERRIES, LIGHTS, base, REPORT], [crews, FERRIES, LIGHTS, REPORT])

    moved = "→Requests the harbour masters to train their crews twice in each year"
    assert f"<<{moved}<<¶<<" in lines
    assert f">>{moved}>>{{+, and the pilots+}}¶+" in lines


def test_the_mark_of_a_moved_paragraph_with_a_field_goes_and_comes():
    """LibreOffice leaves an empty paragraph there as well."""
    field = '<w:fldSimple w:instr=" REF lights "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    crews = p("\t", i("Requests"), " the harbour masters to train as in paragraph ", field, ";")
    base, new = word_file(crews, FERRIES, LIGHTS, REPORT), word_file(FERRIES, LIGHTS, crews, REPORT)

    lines = drawing(redline_of(base, new).data)

    assert (lines[0][-2:], lines[3][-2:]) == ("¶-", "¶+")


def test_a_split_costs_one_mark():
    both = p(
        "\t", i("Calls upon"), " all ports to keep a list of ferries, and to send it to the lake office each May;"
    )
    first = p("\t", i("Calls upon"), " all ports to keep a list of ferries,")
    second = p("\tand to send it to the lake office each May;")

    assert drawn([FERRIES, both, REPORT], [FERRIES, first, second, REPORT])[1:3] == [
        "→Calls upon all ports to keep a list of ferries,[- -]¶+",
        "{+→+}and to send it to the lake office each May;",
    ]


def test_a_merge_costs_one_mark():
    both = p(
        "\t", i("Calls upon"), " all ports to keep a list of ferries, and to send it to the lake office each May;"
    )
    first = p("\t", i("Calls upon"), " all ports to keep a list of ferries,")
    second = p("\tand to send it to the lake office each May;")

    assert drawn([FERRIES, first, second, REPORT], [FERRIES, both, REPORT])[1:3] == [
        "→Calls upon all ports to keep a list of ferries,{+ +}¶-",
        "[-→-]and to send it to the lake office each May;",
    ]


def test_inserted_words_look_like_what_they_replace_unless_the_new_file_sets_them_otherwise():
    bold = r(" all States", "<w:b/><w:sz w:val='20'/>")
    base = p("\t", i("Urges"), bold, r(" to fit lights;", "<w:sz w:val='20'/>"))
    new = p("\t", i("Begs"), bold, r(" to fit ", "<w:sz w:val='18'/>"), r("lamps", "<w:i/>"), ";")

    data = redline_of(word_file(FERRIES, base), word_file(FERRIES, new)).data

    names = {"w": part(data).nsmap["w"]}
    inserted = part(data).xpath("//w:ins/w:r", namespaces=names)
    looks = {
        "".join(run.xpath("w:t/text()", namespaces=names)): sorted(
            child.tag.rpartition("}")[2] for child in run.xpath("w:rPr/*", namespaces=names)
        )
        for run in inserted
    }
    assert looks == {"Begs": ["i"], "lamps": ["i", "sz"]}


def test_blank_paragraphs_of_a_new_word_file_are_tracked_too():
    assert drawn([FERRIES, p(), LIGHTS], [FERRIES, LIGHTS])[1] == "¶-"
    assert drawn([FERRIES, LIGHTS], [FERRIES, p(), LIGHTS])[1] == "¶+"


# Tables


def test_a_cell_is_edited_in_place():
    base, new = [["Ferry", "Seats"], ["Kestrel", "40"]], [["Ferry", "Seats"], ["Kestrel", "44"]]

    assert drawn([FERRIES, table(*base), REPORT], [FERRIES, table(*new), REPORT])[4] == "[-40-]{+44+}"


def test_rows_come_and_go_as_tracked_rows():
    short = [["Ferry", "Seats"], ["Kestrel", "40"]]
    long = [["Ferry", "Seats"], ["Heron of the northern lake", "120"], ["Kestrel", "40"]]

    added = drawn([FERRIES, table(*short), REPORT], [FERRIES, table(*long), REPORT])
    removed = drawn([FERRIES, table(*long), REPORT], [FERRIES, table(*short), REPORT])

    assert added[3:5] == ["row+ {+Heron of the northern lake+}¶+", "row+ {+120+}¶+"]
    assert removed[3:5] == ["row- [-Heron of the northern lake-]¶-", "row- [-120-]¶-"]


def test_an_added_column_is_shown_as_replaced_rows():
    base = [["Ferry", "Seats"], ["Kestrel", "40"]]
    new = [["Ferry", "Seats", "Lights"], ["Kestrel", "40", "yes"]]

    lines = drawn([FERRIES, table(*base), REPORT], [FERRIES, table(*new), REPORT])

    assert "row- [-Kestrel-]¶-" in lines
    assert "row+ {+yes+}¶+" in lines


def test_tables_come_and_go_whole():
    rows = [["Ferry", "Seats"], ["Kestrel", "40"]]

    assert "row+ {+Kestrel+}¶+" in drawn([FERRIES, REPORT], [FERRIES, table(*rows), REPORT])
    assert "row- [-Kestrel-]¶-" in drawn([FERRIES, table(*rows), REPORT], [FERRIES, REPORT])


# Notes


def noted(text: str, *notes: str, mark_at: int | None = 1) -> bytes:
    marked = p("\t", i("Welcoming"), " the report", *([note_mark(mark_at)] if mark_at else []), text)
    return word_file(FERRIES, marked, REPORT, parts={"footnotes": footnotes(*notes)})


def test_words_of_a_footnote_are_tracked_in_the_notes():
    data = redline_of(noted(" on lights,", " A/80/12."), noted(" on lights,", " A/80/13.")).data

    assert drawing(data, "word/footnotes.xml")[-1] == " A/80/[-12-]{+13+}."
    assert drawing(data)[1] == "→Welcoming the report* on lights,"


def test_an_added_footnote_comes_under_an_id_of_its_own():
    base = noted(" on lights,", mark_at=None)
    data = redline_of(base, noted(" on lights,", " A/80/12.")).data

    assert drawing(data)[1] == "→Welcoming the report{+*+} on lights,"
    assert drawing(data, "word/footnotes.xml")[-1] == "{+ A/80/12.+}"


def test_a_removed_footnote_loses_its_mark_and_keeps_its_text():
    data = redline_of(noted(" on lights,", " A/80/12."), noted(" on lights,", mark_at=None)).data

    assert drawing(data)[1] == "→Welcoming the report[-*-] on lights,"
    assert drawing(data, "word/footnotes.xml")[-1] == " A/80/12."


def test_the_first_footnote_of_a_file_brings_the_part_with_it():
    plain = word_file(FERRIES, p("\t", i("Welcoming"), " the report on lights,"), REPORT)

    data = redline_of(plain, noted(" on lights,", " A/80/12.")).data

    assert drawing(data, "word/footnotes.xml")[-1] == "{+ A/80/12.+}"


def test_a_note_that_moves_with_its_paragraph_is_not_called_twice():
    marked = p("\t", i("Welcoming"), " the report of the lake office on lights", note_mark(1), " and on lamps,")
    notes = {"footnotes": footnotes(" A/80/12.")}
    base, new = (
        word_file(*order, parts=notes)
        for order in ([FERRIES, LIGHTS, marked, REPORT], [marked, FERRIES, LIGHTS, REPORT])
    )

    data = redline_of(base, new).data

    names = {"w": part(data).nsmap["w"]}
    assert part(data).xpath("//w:footnoteReference/@w:id", namespaces=names) in (["2", "1"], ["1"])
    assert drawing(data, "word/footnotes.xml")[1] == " A/80/12."


def test_a_note_stays_where_words_on_both_sides_of_its_mark_change():
    def reviews(before: str, after: str) -> list[str]:
        return [FERRIES, p("\t", i("Recalling"), f" the rules{before}", note_mark(1), f"{after} review,"), REPORT]

    notes = {"footnotes": footnotes(" A/80/12.")}
    old, new = (word_file(*lines, parts=notes) for lines in (reviews("", " and their"), reviews(" made", " and a")))

    data = redline_of(old, new).data

    assert drawing(data)[1] == "→Recalling the rules{+ made+}* and [-their-]{+a+} review,"
    assert drawing(data, "word/footnotes.xml")[-1] == " A/80/12."


# Headers, links and fields


def test_a_header_is_tracked():
    base, new = (word_file(*WORDS, parts={"header": p(f"A/80/L.{n}")}) for n in (5, 6))

    data = redline_of(base, new).data

    assert drawing(data, "word/header.xml") == ["A/80/L.[-5-]{+6+}"]
    assert parts(data)["word/document.xml"] == parts(base)["word/document.xml"]


def linked(text: str) -> str:
    return p(f'<w:hyperlink {R} w:anchor="top">{r(text)}</w:hyperlink>', " says what it says about all our ferries.")


def test_a_change_inside_a_link_stays_inside_it():
    data = redline_of(word_file(FERRIES, linked("74/901")), word_file(FERRIES, linked("75/12"))).data

    names = {"w": part(data).nsmap["w"]}
    link = part(data).xpath("//w:hyperlink", namespaces=names)[0]
    assert [child.tag.rpartition("}")[2] for child in link] == ["del", "ins"]


def field(result: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{signs[0]}<w:r><w:instrText>REF top</w:instrText></w:r>{signs[1]}{r(result)}{signs[2]}"


def test_a_field_goes_as_a_whole_or_not_at_all():
    with_field = p("\tSee ", field("annex I"), " on the colours of lamps at night and in fog.")
    without = p("\tSee on the colours of lamps at night and in fog.")

    data = redline_of(word_file(FERRIES, with_field, REPORT), word_file(FERRIES, without, REPORT)).data

    names = {"w": part(data).nsmap["w"]}
    deleted = part(data).xpath("//w:del//w:fldChar/@w:fldCharType", namespaces=names)
    assert deleted == ["begin", "separate", "end"]
    assert part(data).xpath("//w:del//w:delInstrText/text()", namespaces=names) == ["REF top"]


def test_words_after_a_field_are_inserted_behind_its_end():
    base = p("\tSee ", field("annex I"), " on the colours of lamps at night and in fog.")
    new = p("\tSee ", field("annex I"), " and annex II", " on the colours of lamps at night and in fog.")

    data = redline_of(word_file(FERRIES, base, REPORT), word_file(FERRIES, new, REPORT)).data

    names = {"w": part(data).nsmap["w"]}
    insertion = part(data).xpath("//w:ins", namespaces=names)[0]
    assert insertion.xpath("preceding-sibling::w:r/w:fldChar/@w:fldCharType", namespaces=names)[-1] == "end"


def formula(text: str) -> str:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    return f"<m:oMath {space}><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def test_a_formula_is_replaced_as_a_whole():
    base = p("\tThe draught is ", formula("d=a+b"), " for all ferries on the lakes.")
    new = p("\tThe draught is ", formula("d=a+c"), " for all ferries on the lakes.")

    assert drawn([FERRIES, base, REPORT], [FERRIES, new, REPORT])[1] == (
        "→The draught is [-d=a+b-]{+d=a+c+} for all ferries on the lakes."
    )


def test_settings_that_hide_changes_go_and_all_else_of_them_stays():
    settings = {"settings": '<w:zoom w:percent="100"/><w:revisionView w:markup="0"/><w:trackRevisions/>'}
    base = word_file(p("Urges States;"), parts=settings)
    redline = redline_of(base, word_file(p("Invites States;"), parts=settings)).data
    kept = parts(base)["word/settings.xml"].replace(b'<w:revisionView w:markup="0"/>', b"")
    assert parts(redline)["word/settings.xml"] == kept
    assert redline_of(base, base).data == base or parts(redline_of(base, base).data) == parts(base)


def test_a_new_number_and_a_new_verb_are_two_changes_and_the_tab_between_them_stays():
    base = word_file(p("\t3.\t", i("Further welcomes"), " the report;"))
    assert redline_of(base, word_file(p("\t2.\t", i("Invites"), " the report;"))).changes == 2


def test_a_number_that_goes_leaves_the_tabs_around_it():
    assert drawn([p("\t79/912.\tSafety")], [p("\t\tSafety")]) == ["→[-79/912.-]→Safety"]


def test_the_end_of_a_section_stays_where_paragraphs_move_around_it():
    section = "<w:sectPr/>"
    first, second = "All States keep lists of their ferries, with the seats of each of them;", "Ports light lamps;"
    base = [p(first), p("", properties=section), p(second), p(""), p("end")]
    new = [p(""), p("", properties=section), p(first), p(second), p("end")]

    data = redline_of(word_file(*base), word_file(*new)).data

    ends = part(data).xpath("//w:p[w:pPr/w:sectPr]/w:pPr/w:rPr/*", namespaces=NS)
    assert ends == []


def test_a_header_that_only_one_file_has_comes_and_goes_with_its_text():
    without, having = word_file(*WORDS), word_file(*WORDS, parts={"header": p("Rules on ferries")})

    came, went = redline_of(without, having).data, redline_of(having, without).data

    (name,) = [name for name in parts(came) if name not in parts(without) and name.endswith(".xml")]
    assert drawing(came, name) == ["{+Rules on ferries+}"]
    assert part(came).xpath("//w:sectPr/w:headerReference/@w:type", namespaces=NS) == ["default"]
    assert drawing(went, "word/header.xml") == ["[-Rules on ferries-]"]


def test_the_header_of_a_section_stays_when_the_paragraph_that_ends_it_is_reworded():
    def two_sections(end: str) -> bytes:
        first = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
        made = word_file(p("Urges all ports,"), p(end, properties=first), p("end"), parts={"header": p("A/80/L.2")})
        content = parts(made)
        front, _, last = content["word/document.xml"].rpartition(first.encode())  # the last section has none
        return zipped({**content, "word/document.xml": front + b"<w:sectPr/>" + last})

    data = redline_of(two_sections("to close before the winter"), two_sections("to close before the summer")).data

    assert drawing(data)[1] == "to close before the [-winter-]{+summer+}"
    assert not part(data, "word/header.xml").xpath("//w:ins | //w:del", namespaces=NS)


def test_a_table_with_another_column_is_shown_as_replaced_and_that_is_said():
    base = word_file(FERRIES, table(["Ferry", "Seats"], ["Heron", "40"]), REPORT)
    new = word_file(FERRIES, table(["Ferry", "Lake", "Seats"], ["Heron", "North", "40"]), REPORT)

    result = redline_of(base, new)

    assert [line[:4] for line in drawing(result.data)[1:-1]] == ["row-"] * 4 + ["row+"] * 6
    assert "Their rows are shown as replaced." in render(result.remarks[0])


def test_a_last_paragraph_that_gives_way_to_another_keeps_the_form_of_each():
    def jc(side: str) -> str:
        return f'<w:jc w:val="{side}"/>'

    first, last = p("Ferries carry lamps.", properties=jc("left")), p("Oars stay dry.", properties=jc("center"))
    report = "The harbour masters of all northern lakes report each year."
    new = p(report, properties=jc("right"))

    data = redline_of(word_file(first, last), word_file(first, new)).data  # proved: rejected, set as before

    assert drawing(data) == ["Ferries carry lamps.¶-", "[-Oars stay dry.-]¶+", f"{{+{report}+}}"]
    sides = part(data).xpath("//w:p/w:pPr/w:jc/@w:val", namespaces=NS)
    assert sides == ["left", "left", "right"]
    assert part(data).xpath("//w:p[3]/w:pPr/w:pPrChange/w:pPr/w:jc/@w:val", namespaces=NS) == ["center"]


WALL = p("\tRecalling the advisory opinion of the Court on the legal consequences of the wall,")
WHOLE = p(
    "\tExpressing its grave concern also, in particular, about the crossings by night of owners of ferries, which "
    "have a detrimental effect on the lives of passengers and could prejudge a settlement,"
)
FIRST = p("\tExpressing its grave concern also, in particular;")
SECOND = p(
    "\tabout the crossings by night of owners of ferries, which have a detrimental effect on the lives of passengers "
    "and could prejudge a settlement,"
)
NEAR_DOUBLE = p("\tExpressing its grave concern, in particular, about tensions,")


def test_a_beginning_that_is_split_off_is_marked_so_though_another_paragraph_is_like_it():
    told = drawn([WALL, WHOLE, NEAR_DOUBLE, REPORT], [WALL, NEAR_DOUBLE, FIRST, SECOND, REPORT])

    assert told[2] == "→Expressing its grave concern also, in particular[-, -]{+;+}¶+"
    assert told[3].startswith("{+→+}about the crossings by night of owners of ferries,")


def test_a_beginning_that_is_joined_is_marked_so_though_another_paragraph_is_like_it():
    told = drawn([WALL, NEAR_DOUBLE, FIRST, SECOND, REPORT], [WALL, WHOLE, NEAR_DOUBLE, REPORT])

    assert told[2] == "→Expressing its grave concern also, in particular[-;-]¶-"
    assert told[3].startswith("[-→-]{+, +}about the crossings by night of owners of ferries,")


def test_a_beginning_that_is_split_off_is_marked_so_though_numbers_run_on():
    first = "Expresses its grave concern also, in particular"
    second = (
        "about the crossings by night of owners of ferries, which have a detrimental effect on the lives of "
        "passengers and could prejudge a settlement;"
    )
    near_double = "Expresses its grave concern, in particular, about tensions;"
    told = drawn(
        [FERRIES, LIGHTS, p(f"\t2.\t{first}, {second}"), p(f"\t3.\t{near_double}"), CREWS],
        [FERRIES, LIGHTS, p(f"\t2.\t{near_double}"), p(f"\t3.\t{first};"), p(f"\t4.\t{second}"), CREWS],
    )

    assert told[3] == f"→[-2-]{{+3+}}.→{first}[-, -]{{+;+}}¶+"
    assert told[4].startswith("{+→4.→+}about the crossings by night")
