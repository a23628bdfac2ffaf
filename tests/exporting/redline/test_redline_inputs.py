"""What the two files may bring along: tracked changes of their own, pictures, other styles, bookmarks, comments."""

from __future__ import annotations

from draftdesk.model.draft import ORIGINAL
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE, drawing, part, parts, redline_of
from making_word import deleted, i, ins, p, r, word_file, zipped

FERRIES = p("\t", i("Recalling"), " its resolution 74/901 on the safety of inland ferries,")
REPORT = p("\t3.\t", i("Decides"), " to look at the matter again at its eightieth session.")
PENDING = p("\t1.\t", i("Urges"), " all States", ins(" and ports"), deleted(" now"), " to fit lights on every ferry;")
FINAL = p("\t1.\t", i("Urges"), " all States and ports to fit lamps on every ferry;")


def test_the_base_can_be_taken_as_it_was_before_its_changes():
    base, new = word_file(FERRIES, PENDING, REPORT), word_file(FERRIES, FINAL, REPORT)
    drafts = receive(base, "base.docx", ORIGINAL).drafts[0], receive(new, "new.docx").drafts[0]

    data = export_redline(drafts[0], base, drafts[1], new, "Norden", DATE).data

    assert drawing(data)[1] == (
        "→1.→Urges all States [-now-]{+and ports+} to fit [-lights-]{+lamps+} on every ferry;"
    )


def test_changes_pending_in_the_new_file_are_taken_as_accepted():
    old = p("\t1.\t", i("Urges"), " all States now to fit lights on every ferry;")

    data = redline_of(word_file(FERRIES, old, REPORT), word_file(FERRIES, PENDING, REPORT)).data

    assert drawing(data)[1] == "→1.→Urges all States [-now-]{+and ports+} to fit lights on every ferry;"


DRAWING = (
    '<w:r><w:drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:blip r:embed="rId1"/></w:drawing></w:r>'
)
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def with_picture(*blocks: str, content: bytes) -> bytes:
    """A Word file whose relationship rId1 is a picture."""
    files = parts(word_file(*blocks))
    name = "word/_rels/document.xml.rels"
    related = (
        files[name]
        .decode()
        .replace(
            "</Relationships>", f'<Relationship Id="rId1" Type="{IMAGE}" Target="media/image1.png"/></Relationships>'
        )
    )
    types = (
        files["[Content_Types].xml"]
        .decode()
        .replace("<Override", '<Default Extension="png" ContentType="image/png"/><Override', 1)
    )
    return zipped(
        {**files, name: related.encode(), "[Content_Types].xml": types.encode(), "word/media/image1.png": content}
    )


def test_a_picture_that_only_the_new_file_has_comes_in_with_its_part():
    base = word_file(FERRIES, REPORT)
    new = with_picture(FERRIES, p("\tA map: ", DRAWING), REPORT, content=b"map")

    files = parts(redline_of(base, new).data)

    assert files["word/media/image1.png"] == b"map"
    relation = files["word/_rels/document.xml.rels"].decode()
    assert 'Target="/word/media/image1.png"' in relation
    assert 'PartName="/word/media/image1.png" ContentType="image/png"' in files["[Content_Types].xml"].decode()


def test_another_picture_under_the_same_name_does_not_replace_that_of_the_base():
    base = with_picture(FERRIES, p("\tA map: ", DRAWING), REPORT, content=b"old map")
    new = with_picture(FERRIES, p("\tA map: ", DRAWING), REPORT, content=b"new map")

    files = parts(redline_of(base, new).data)

    assert files["word/media/image1.png"] == b"old map"
    assert files["word/media/image1_1.png"] == b"new map"


def styles(**names: str) -> dict[str, str]:
    return {
        "styles": "".join(
            f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
            for style_id, name in names.items()
        )
    }


def test_a_style_is_found_by_its_name_whatever_its_id():
    body, other = p("\tOne paragraph.", style="Body1"), p("\tOne paragraph.", style="Text7")
    more = p("\tAnother paragraph of the same look.", style="Text7")
    base = word_file(body, parts=styles(Body1="Body of Text"))
    new = word_file(other, more, parts=styles(Text7="Body of Text"))

    data = redline_of(base, new).data

    names = {"w": part(data).nsmap["w"]}
    assert part(data).xpath("//w:pStyle/@w:val", namespaces=names) == ["Body1", "Body1"]


def test_a_style_that_the_base_does_not_have_is_not_brought_in():
    base = word_file(p("\tOne paragraph.", style="Body1"), REPORT, parts=styles(Body1="Body of Text"))
    new = word_file(
        p("\tOne paragraph.", style="Body1"),
        p("\tSomething else of another look.", style="Odd"),
        REPORT,
        parts=styles(Body1="Body of Text", Odd="Odd"),
    )

    data = redline_of(base, new).data

    names = {"w": part(data).nsmap["w"]}
    assert part(data).xpath("//w:pStyle/@w:val", namespaces=names) == ["Body1", "Body1"]


def test_ids_of_changes_begin_above_all_ids_of_the_part():
    marked = p('<w:bookmarkStart w:id="77" w:name="top"/>', "\tUrges all States", '<w:bookmarkEnd w:id="77"/>')

    data = redline_of(word_file(FERRIES, marked, REPORT), word_file(FERRIES, p("\tUrges all ports"), REPORT)).data

    names = {"w": part(data).nsmap["w"]}
    ids = [int(value) for value in part(data).xpath("//w:ins/@w:id | //w:del/@w:id", namespaces=names)]
    assert min(ids) > 77
    assert part(data).xpath("//w:bookmarkStart/@w:name", namespaces=names) == ["top"]


def test_a_moved_paragraph_takes_no_second_bookmark_along():
    marked = p(
        '<w:bookmarkStart w:id="7" w:name="top"/>', r("\tUrges all States to be kind;"), '<w:bookmarkEnd w:id="7"/>'
    )
    fog = p("\tNotes with concern how thick the fog is in the morning on many of the lakes;")

    data = redline_of(word_file(FERRIES, fog, marked, REPORT), word_file(marked, FERRIES, fog, REPORT)).data

    names = {"w": part(data).nsmap["w"]}
    assert part(data).xpath("//w:moveTo", namespaces=names)
    assert part(data).xpath("//w:bookmarkStart/@w:name", namespaces=names) == ["top"]


FOG = p("\tNotes with concern how thick the fog is in the morning on many of the lakes of the region;")
KIND = p(
    '<w:bookmarkStart w:id="7" w:name="_Ref9"/>', r("\tUrges all States to be kind;"), '<w:bookmarkEnd w:id="7"/>'
)
HARBOURS = p("\tWelcomes the harbours that were built since, as is told in the report of the Secretary-General;")


def reference(*code: str) -> str:
    """A paragraph with a cross-reference, its code in pieces."""
    pieces = "".join(f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>' for piece in code)
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    return p("\tAs asked for in ", begin, pieces, separate, r("Urges"), end, ", to report.")


def moved_words(data: bytes) -> list[str]:
    """The words of what is shown as moved away."""
    names = {"w": part(data).nsmap["w"]}
    return [str(text) for text in part(data).xpath("//w:moveFrom//w:t/text()", namespaces=names)]


def test_past_a_paragraph_that_a_cross_reference_names_the_other_is_shown_as_moved():
    after = reference(" REF _Re", "f9 \\h ")

    data = redline_of(word_file(FERRIES, KIND, FOG, after), word_file(FERRIES, FOG, KIND, after)).data
    unnamed = redline_of(word_file(FERRIES, KIND, FOG, REPORT), word_file(FERRIES, FOG, KIND, REPORT)).data

    assert "fog" in "".join(moved_words(data))
    assert "fog" not in "".join(moved_words(unnamed))


def test_a_bookmark_that_a_move_leaves_behind_is_said_where_a_cross_reference_names_it():
    after = reference(" PAGEREF _Ref9 ")
    base, new = word_file(FERRIES, KIND, FOG, HARBOURS, after), word_file(FERRIES, FOG, HARBOURS, KIND, after)
    drafts = receive(base, "base.docx").drafts[0], receive(new, "new.docx").drafts[0]

    result = export_redline(drafts[0], base, drafts[1], new, "Norden", DATE)

    names = {"w": part(result.data).nsmap["w"]}
    assert "fog" not in "".join(moved_words(result.data))
    assert part(result.data).xpath("//w:bookmarkStart/@w:name", namespaces=names) == ["_Ref9"]
    assert [remark.code for remark in result.remarks] == ["targets_moved"]


def boxed(words: str) -> str:
    """A paragraph with a text box."""
    return p("\tA sign: ", f"<w:r><w:pict><w:txbxContent>{p(words)}</w:txbxContent></w:pict></w:r>")


def test_the_words_of_a_text_box_are_edited_in_it():
    data = redline_of(word_file(FERRIES, boxed("No smoking")), word_file(FERRIES, boxed("No fishing"))).data

    assert drawing(data)[2] == "No [-smoking-]{+fishing+}"
