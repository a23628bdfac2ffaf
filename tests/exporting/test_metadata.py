"""What a file says about its making goes on request, is told, and nothing else goes."""

from __future__ import annotations

import pytest

from draftdesk.cli import main
from draftdesk.errors import ProofError
from draftdesk.exporting.proof.metadata import prove_cleaned
from draftdesk.exporting.proof.proving import prove
from draftdesk.messages import render
from draftdesk.workbench.export_cleaned import export_cleaned
from making_redlines import drawing, parts, redline_of
from making_word import ins, p, word_file, zipped

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ferries</dc:title><dc:creator>Ada Lind</dc:creator>'
    "<cp:lastModifiedBy>Second desk</cp:lastModifiedBy></cp:coreProperties>"
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>lind.dotm</Template><Pages>2</Pages><Company>Mission of Norden</Company></Properties>"
)
_SETTINGS = (
    '<w:attachedTemplate/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars>'
    '<w:docVar w:name="Typist" w:val="A. Lind"/><w:docVar w:name="Symbol" w:val="A/80/L.9"/></w:docVars>'
)
_TEMPLATE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
    'Target="file:///C:/Users/lind/lind.dotm" TargetMode="External"/></Relationships>'
)
FERRIES = p("\tUrges all States to fit lights on ferries;")
SYMBOL = p('<w:fldSimple w:instr=" DOCVARIABLE Symbol "><w:r><w:t>A/80/L.9</w:t></w:r></w:fldSimple>')


def made(*blocks: str) -> bytes:
    """A file with names, times and paths in all the places where Word writes them."""
    content = parts(word_file(*blocks, SYMBOL, p("end"), parts={"settings": _SETTINGS}))
    content["word/document.xml"] = content["word/document.xml"].replace(b"<w:p>", b'<w:p w:rsidR="00AB12CD">')
    more = {"docProps/core.xml": _CORE, "docProps/app.xml": _APP, "word/_rels/settings.xml.rels": _TEMPLATE}
    return zipped({**content, **{name: text.encode() for name, text in more.items()}})


def test_names_times_ids_and_paths_go_and_are_told():
    cleaned = export_cleaned(made(FERRIES), "out.docx")

    everything = b"".join(parts(cleaned.data).values())
    assert not any(word in everything for word in (b"Lind", b"lind", b"00AB12CD", b"Norden", b"Second desk"))
    assert [render(said) for said in cleaned.removed] == [
        "Taken out of the document properties: creator, lastModifiedBy, Template, Company.",
        "Taken out of the document variables: Typist.",
        "Path of the template taken out: file:///C:/Users/lind/lind.dotm.",
        "Revision ids taken out: 3.",
    ]


def test_the_text_its_title_and_what_fields_show_stay():
    before = made(FERRIES)

    after = export_cleaned(before, "out.docx").data

    assert drawing(after) == drawing(before)
    assert b"Ferries" in parts(after)["docProps/core.xml"]
    assert b"A/80/L.9" in parts(after)["word/settings.xml"]


def test_who_changed_what_stays_and_is_told_unless_nobody_is_to_be_named():
    before = made(p("\tUrges all States", ins(" and ports", author="Ada Lind"), " to fit lights;"))

    named, unnamed = export_cleaned(before, "out.docx"), export_cleaned(before, "out.docx", authors=True)

    assert "Changes and comments still name Ada Lind." in render(named.removed[-1])
    assert b'w:author="Ada Lind"' in parts(named.data)["word/document.xml"]
    assert b"Lind" not in parts(unnamed.data)["word/document.xml"]
    assert b"2026-01-02" not in parts(unnamed.data)["word/document.xml"]
    assert render(unnamed.removed[-1]) == "Changes and comments by Ada Lind are now by “Author”, without their times."


def test_a_file_without_metadata_is_not_written_anew():
    before = word_file(FERRIES)

    cleaned = export_cleaned(before, "out.docx")

    assert parts(cleaned.data) == parts(before)
    assert render(cleaned.removed[0]) == "out.docx held no metadata to take out."


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"lights", b"lamps"),
        ("word/settings.xml", b"</w:settings>", b"<w:zoom/></w:settings>"),
        ("docProps/app.xml", b"<Pages>2", b"<Pages>3"),
    ],
)
def test_anything_else_that_changes_is_noticed(part, old, new):
    before = made(FERRIES)
    content = parts(export_cleaned(before, "out.docx").data)
    spoilt = zipped({**content, part: content[part].replace(old, new)})

    with pytest.raises(ProofError):
        prove_cleaned(before, spoilt, authors=False)


def test_ids_and_names_that_are_left_are_noticed():
    before = made(p(ins("one", author="Ada"), ins("two", author="Bo", number=901)))

    with pytest.raises(ProofError, match="revision ids are left"):
        prove_cleaned(before, before, authors=False)
    with pytest.raises(ProofError, match="authors are left"):
        prove_cleaned(before, export_cleaned(before, "out.docx").data, authors=True)


def test_a_cleaned_redline_gives_back_the_cleaned_base():
    base, new = made(FERRIES), made(p("\tUrges all States to fit lamps on ferries;"))

    written = export_cleaned(redline_of(base, new).data, "out.docx").data

    prove(export_cleaned(base, "base.docx").data, written, new)


def test_every_export_command_takes_the_option(tmp_path, capsys):
    base, new, out = tmp_path / "base.docx", tmp_path / "new.docx", tmp_path / "out.docx"
    base.write_bytes(made(FERRIES))
    new.write_bytes(made(p("\tUrges all States to fit lamps on ferries;")))

    for command in (["compare", str(base), str(new)], ["compile", str(base), str(new)]):
        assert main([*command, "-o", str(out), "--force", "--clean-metadata"]) == 0
        assert "Revision ids taken out" in capsys.readouterr().err
        assert b"Lind" not in b"".join(parts(out.read_bytes()).values())
    assert main(["prove", str(out), "--base", str(base), "--new", str(new)]) == 0


def test_a_form_that_is_no_word_file_is_left_alone():
    cleaned = export_cleaned(b"<p>Urges</p>", "out.html")

    assert cleaned.data == b"<p>Urges</p>"
