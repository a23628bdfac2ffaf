"""The command line as a person types it, each call a whole process or `main` with its output."""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from draftdesk.cli import main
from draftdesk.cli_words import PARSER_SAYS
from draftdesk.resources import resource
from making_word import deleted, i, ins, p, word_file

BASE = word_file(
    p("\t", i("The General Assembly"), ","),
    p("\t1.\t", i("Urges"), " all States to adopt national rules;"),
    p("\t2.\t", i("Decides"), " to remain seized of the matter."),
)
NEW = word_file(
    p("\t", i("The General Assembly"), ","),
    p("\t1.\t", i("Invites"), " all States to adopt national rules;"),
    p("\t2.\t", i("Requests"), " the Secretary-General to report;"),
    p("\t3.\t", i("Decides"), " to remain seized of the matter."),
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    base, new = tmp_path / "base.docx", tmp_path / "new.docx"
    base.write_bytes(BASE)
    new.write_bytes(NEW)
    return base, new


def said(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_redline_is_written_and_proved(files, tmp_path, capsys):
    out = tmp_path / "redline.docx"
    status, _, errors = said(capsys, "compare", *files, "-o", out)
    assert status == 0
    assert "proved" in errors
    assert said(capsys, "prove", out, "--base", files[0], "--new", files[1])[0] == 0


def test_a_folder_stands_for_its_drafts_in_their_order(tmp_path, capsys):
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "A_C.2_80_L.27_Rev.1.docx").write_bytes(NEW)
    (folder / "zero draft.docx").write_bytes(BASE)
    status, out, _ = said(capsys, "compare", folder, "--as", "json")
    names = [folder / "zero draft.docx", folder / "A_C.2_80_L.27_Rev.1.docx"]
    assert (status, json.loads(out)) == (0, json.loads(said(capsys, "compare", *names, "--as", "json")[1]))
    assert json.loads(said(capsys, "align", folder)[1]) == json.loads(said(capsys, "align", *names)[1])


def test_a_folder_without_two_drafts_is_refused_in_a_sentence(tmp_path, capsys):
    status, _, errors = said(capsys, "compare", tmp_path)
    assert status != 0
    assert f"{tmp_path.name} is a folder without files" in errors
    (tmp_path / "draft.docx").write_bytes(BASE)
    status, _, errors = said(capsys, "align", tmp_path)
    assert status != 0
    assert "there is one: draft.docx" in errors


TYPED = (
    "The General Assembly,\n1. Invites all States to adopt national rules;\n"
    "2. Requests the Secretary-General to report;\n3. Decides to remain seized of the matter.\n"
)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TYPED.encode())))


@pytest.mark.usefixtures("typed")
def test_a_text_on_standard_input_is_read(capsys):
    status, out, _ = said(capsys, "read", "-", "--as", "flat")
    assert (status, out) == (0, TYPED)


@pytest.mark.usefixtures("typed")
def test_a_text_on_standard_input_is_aligned(files, capsys):
    status, out, _ = said(capsys, "align", files[0], "-")
    assert status == 0
    assert len(json.loads(out)["rows"]) == 4


@pytest.mark.usefixtures("typed")
def test_a_text_on_standard_input_is_exported(tmp_path, capsys):
    out = tmp_path / "clean.docx"
    assert said(capsys, "export", "-", "-o", out)[0] == 0
    assert "Requests the Secretary-General to report;" in said(capsys, "read", out, "--as", "flat")[1]


@pytest.mark.usefixtures("typed")
def test_a_text_on_standard_input_is_the_new_text_of_a_redline(files, tmp_path, capsys):
    out = tmp_path / "redline.docx"
    status, _, errors = said(capsys, "compare", files[0], "-", "-o", out)
    assert status == 0
    assert "3 changes" in errors
    assert "Requests" in said(capsys, "read", out, "--as", "flat")[1]


def test_a_redline_of_other_texts_is_found_out(files, tmp_path, capsys):
    out = tmp_path / "redline.docx"
    said(capsys, "compare", *files, "-o", out)
    status, _, errors = said(capsys, "prove", out, "--base", files[0], "--new", files[0])
    assert status == 3
    assert "does not" in errors


def test_the_same_input_gives_the_same_bytes(files, tmp_path, capsys):
    outs = [tmp_path / "one.docx", tmp_path / "two.docx"]
    for out in outs:
        said(capsys, "compare", *files, "-o", out)
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_author_and_date_are_those_asked_for(files, tmp_path, capsys):
    out = tmp_path / "redline.docx"
    said(capsys, "compare", *files, "-o", out, "--author", "Mission of Norden", "--date", "2026-11-24")
    assert said(capsys, "read", out, "--as", "authors")[1] == "Mission of Norden\n"
    said(capsys, "compare", *files, "-o", tmp_path / "other.docx", "--date", "2026-11-25")
    assert (tmp_path / "other.docx").read_bytes() != out.read_bytes()


def test_a_date_that_is_none_is_refused(files, capsys):
    status, _, errors = said(capsys, "compare", *files, "-o", "-", "--date", "tomorrow")
    assert (status, "tomorrow" in errors) == (1, True)


def test_nothing_is_overwritten_unless_forced(files, tmp_path, capsys):
    out = tmp_path / "redline.docx"
    out.write_text("precious")
    status, _, errors = said(capsys, "compare", *files, "-o", out)
    assert (status, out.read_text()) == (1, "precious")
    assert "exists" in errors
    assert said(capsys, "compare", *files, "-o", out, "--force")[0] == 0


def test_a_text_as_new_is_written_into_the_word_base(files, tmp_path, capsys):
    new = tmp_path / "new.txt"
    new.write_text(
        "The General Assembly,\n\n1. Invites all States to adopt national rules;\n\n"
        "2. Decides to remain seized of the matter.\n"
    )
    out = tmp_path / "redline.docx"
    assert said(capsys, "compare", files[0], new, "-o", out)[0] == 0
    accepted = said(capsys, "read", f"{out}@final", "--as", "flat")[1].splitlines()
    assert accepted[1] == "\t1.\tInvites all States to adopt national rules;"
    assert said(capsys, "read", f"{out}@original", "--as", "flat")[1].splitlines() == [
        "\tThe General Assembly,",
        "\t1.\tUrges all States to adopt national rules;",
        "\t2.\tDecides to remain seized of the matter.",
    ]


def test_reading_gives_the_agreed_json(files, capsys):
    described = json.loads(said(capsys, "read", files[1])[1])
    assert (described["format"], described["version"]) == ("draftdesk/read", 1)
    assert [one["path"] for one in described["paragraphs"]] == ["", "1", "2", "3"]
    paragraph = {"kind", "level", "number", "text", "source_text", "path", "origin", "confidence", "doubts"}
    draft = {"symbol", "title", "organ", "session", "language", "direction", "footnotes", "not_read", "warnings"}
    assert paragraph <= set(described["paragraphs"][0])
    assert draft <= set(described)


def test_aligning_two_files_gives_rows(files, capsys):
    rows = json.loads(said(capsys, "align", *files)[1])["rows"]
    assert [(row["cells"], row["relation"]) for row in rows] == [
        ([[0], [0]], "unchanged"),
        ([[1], [1]], "edited"),
        ([[], [2]], "inserted"),
        ([[2], [3]], "unchanged"),
    ]


def test_comparing_as_json_says_what_changed(files, capsys):
    compared = json.loads(said(capsys, "compare", *files, "--as", "json")[1])
    (change,) = compared["rows"][1]["changes"][0]
    assert (change["kind"], change["class"]) == ("replace", "strength")
    assert (change["old"][2], change["new"][2]) == ("Urges", "Invites")


@pytest.mark.parametrize(
    ("view", "text"),
    [("", "Urges some"), ("@final", "Urges some"), ("@original", "Urges all"), ("@by:Suden", "Urges all")],
)
def test_tracked_changes_are_read_by_the_view_in_the_name(tmp_path, capsys, view, text):
    path = tmp_path / "tracked.docx"
    path.write_bytes(word_file(p("Urges ", deleted("all"), ins("some"), ins("", author="Suden", number=7))))
    assert said(capsys, "read", f"{path}{view}", "--as", "flat")[1].rstrip("\n") == text


def test_a_literal_path_wins_over_a_view(tmp_path, capsys):
    path = tmp_path / "notes@final"
    path.write_text("1. Urges all States;")
    assert said(capsys, "read", path, "--as", "flat")[1] == "1. Urges all States;\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["verify", "{0}", "--against", "{0}"], 1),
        (["read", "{0}.gone"], 1),
        (["shot", "{0}", "--dossier", "{0}"], 1),
        (["compare", "{0}"], 2),
        (["align", "{0}"], 2),
        (["read", "{0}", "--as", "music"], 2),
    ],
)
def test_what_is_refused_and_what_is_a_wrong_call(files, capsys, words, status):
    try:
        assert main([word.format(*files) for word in words]) == status
    except SystemExit as ended:
        assert ended.code == status  # noqa: PT017  argparse ends the process on a wrong call
    errors = capsys.readouterr().err
    assert errors
    assert "Traceback" not in errors


def test_a_whole_process_reads_standard_input_and_writes_standard_output(files):
    called = [sys.executable, "-m", "draftdesk", "compare", str(files[0]), "-", "-o", "-", "--quiet"]
    process = subprocess.run(called, input=NEW, capture_output=True, check=True)
    assert process.stdout.startswith(b"PK")
    assert process.stderr == b""


def test_without_a_display_one_sentence_says_so(files, capsys, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    status, _, errors = said(capsys, files[0])
    assert (status, errors.count("\n")) == (1, 1)
    assert "no display" in errors


def test_the_command_line_needs_no_window_library():
    code = "import sys, draftdesk.cli, draftdesk.workbench.compare_files; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("form", ["table", "concordance", "report"])
def test_a_comparison_for_others_is_a_word_file(files, tmp_path, capsys, form):
    out = tmp_path / f"{form}.docx"
    assert said(capsys, "compare", *files, "--as", form, "-o", out)[0] == 0
    assert said(capsys, "read", out)[0] == 0


def test_a_comparison_page_is_one_html_file(files, tmp_path, capsys):
    out = tmp_path / "page.html"
    assert said(capsys, "compare", *files, "--as", "page", "-o", out)[0] == 0
    page = out.read_text(encoding="utf-8")
    assert "<del><i>Urges</i></del>" in page
    assert "<ins><i>Invites</i></ins>" in page


def test_a_concordance_can_be_opened_as_a_spreadsheet(files, tmp_path, capsys):
    out = tmp_path / "concordance.csv"
    assert said(capsys, "compare", *files, "--as", "concordance", "-o", out)[0] == 0
    assert "OP 2,OP 3,renumbered,Decides to remain" in out.read_text(encoding="utf-8-sig")


def test_a_suffix_that_does_not_fit_is_refused_with_those_that_do(files, tmp_path, capsys):
    status, _, errors = said(capsys, "compare", *files, "--as", "report", "-o", tmp_path / "report.pdf")
    assert status == 1
    assert ".docx, .html, .md, .txt" in errors


def test_the_reader_of_a_comparison_is_told_how_tracked_changes_were_taken(files, tmp_path, capsys):
    tracked = tmp_path / "tracked.docx"
    tracked.write_bytes(word_file(p("\t1.\t", i("Urges"), ins(" all"), " States;")))
    out = tmp_path / "page.html"
    said(capsys, "compare", files[0], tracked, "--as", "page", "-o", out)
    assert "tracked.docx holds tracked changes by Norden. Shown here: final." in out.read_text(encoding="utf-8")


def test_more_than_ten_drafts_are_refused(files, capsys):
    status, _, errors = said(capsys, "compare", *[files[0]] * 11, "--as", "table")
    assert status == 1
    assert "at most 10" in errors


def test_compile_writes_one_file_and_says_what_is_contested(tmp_path, capsys):
    folder = Path(__file__).parents[1] / "resources" / "samples"
    versions = [str(folder / "proposals" / f"{name}.docx") for name in ("altamere", "belmarine")]
    out = tmp_path / "compiled.docx"
    assert main(["compile", str(folder / "rev1.docx"), *versions, "--as", "tracked", "-o", str(out)]) == 0
    told = capsys.readouterr().err
    assert "2 delegations" in told
    assert "Contested: “3. Strongly encourages" in told
    assert main(["read", str(out), "--as", "authors"]) == 0
    authors = capsys.readouterr().out.splitlines()
    assert sorted(authors) == ["Delegation of Altamere", "Delegation of Belmarine"]


def test_apart_gives_back_what_compile_put_together(tmp_path, capsys):
    folder = Path(__file__).parents[1] / "resources" / "samples"
    versions = [str(folder / "proposals" / f"{name}.docx") for name in ("norvane", "corrovia")]
    out = tmp_path / "compiled.docx"
    assert main(["compile", str(folder / "rev1.docx"), *versions, "-o", str(out), "--quiet"]) == 0
    assert main(["apart", str(out), "-o", str(tmp_path / "hands")]) == 0
    capsys.readouterr()
    flat = []
    for path in (versions[0], str(tmp_path / "hands" / "compiled - Delegation of the Norvane Islands.docx")):
        assert main(["read", path, "--as", "flat"]) == 0
        flat.append(capsys.readouterr().out)
    assert flat[0] == flat[1]


def test_check_tells_where_a_draft_is_not_in_form(files, capsys, tmp_path):
    slip = tmp_path / "slip.docx"
    slip.write_bytes(
        word_file(p("\t1.\t", i("Urges"), " member states to adopt rules,"), p("\t2.\t", i("Decides"), " to stay."))
    )
    status, told, _ = said(capsys, "check", slip)
    assert status == 3
    first, second, counts = told.splitlines()
    assert (
        first
        == "Error: OP 1: Member States have capital letters. Written: “member states”. In form: “Member States”."
    )
    assert second.startswith("Error: OP 1: An operative paragraph ends with a semicolon")
    assert second.endswith("Written: “,”. In form: “;”.")
    assert counts == "slip.docx: 2 errors, 0 warnings, 0 hints."
    assert said(capsys, "check", slip, "--without", "member_states", "--without", "operative_mark")[0] == 0
    assert said(capsys, "check", files[0])[1] == "base.docx: nothing to put right was found.\n"


def test_check_takes_words_that_are_spelt_right_from_a_file(capsys, tmp_path):
    draft, words = tmp_path / "lemures.docx", tmp_path / "words.txt"
    draft.write_bytes(word_file(p(i("Recalling"), " the waterbailiffs of the Lower River,")))
    words.write_text("# offices\nwaterbailiffs\n", encoding="utf-8")
    status, told, _ = said(capsys, "check", draft)
    assert status == 0
    assert "“waterbailiffs”" in told
    assert said(capsys, "check", draft, "--words", words)[1] == "lemures.docx: nothing to put right was found.\n"


def test_check_names_the_rules_and_refuses_one_that_is_none(files, capsys):
    status, told, _ = said(capsys, "check", "--rules")
    assert status == 0
    assert "preambular_comma\terror\tA preambular paragraph ends with a comma.\t" in told
    status, _, errors = said(capsys, "check", files[0], "--without", "nonsense")
    assert status == 1
    assert "nonsense" in errors


def test_check_as_json_gives_spans_of_the_text(files, capsys):
    status, told, _ = said(capsys, "check", files[1], "--as", "json")
    assert status == 0
    assert json.loads(told)["findings"] == []


def test_new_rolls_last_years_text_over_and_lists_what_it_would_update(tmp_path, capsys):
    issued = Path(__file__).parents[1] / "resources" / "samples" / "issued.docx"
    status, told, _ = said(capsys, "new", "--rollover", issued, "--list")
    assert status == 0
    assert told.splitlines()[0] == "1. Session: [Seventy-ninth → Eighty-first] (the session)"
    out = tmp_path / "next.docx"
    assert said(capsys, "new", "--rollover", issued, "--refuse", "4", "-o", out)[0] == 0
    text = said(capsys, "read", out, "--as", "flat")[1]
    assert "Eighty-first session" in text
    assert "at its eighty-first session a report" in text
    assert "provisional agenda of its eighty-third session" in text
    assert said(capsys, "new", "--rollover", issued, "--refuse", "99")[0] == 1


def test_a_command_says_what_it_says_in_the_language_that_is_asked_for(interface_language, capsys):
    sample = str(resource("samples", "rev1.docx"))
    main(["check", sample, "--lang", "fr"])
    assert capsys.readouterr().out == "rev1.docx\u00a0: rien à corriger.\n"
    main(["check", sample])
    assert capsys.readouterr().out == "rev1.docx: nothing to put right was found.\n"


@pytest.mark.parametrize("call", [["--lang", "fr", "compare"], ["--lang=fr", "compare"], ["compare", "--lang", "fr"]])
def test_the_parser_speaks_the_language_that_is_asked_for_before_or_after_the_command(
    interface_language, capsys, call
):
    with pytest.raises(SystemExit):
        main(call)
    told = capsys.readouterr().err
    assert told.startswith("utilisation\u00a0: draftdesk compare")
    assert "erreur\u00a0: arguments obligatoires manquants\u00a0: FICHIER" in told
    with pytest.raises(SystemExit):
        main([*call, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "affiche cette aide" in told
    assert "le format est celui qu’indique le suffixe de SORTIE" in told


def test_a_command_after_its_language_does_its_work(interface_language, capsys):
    sample = str(resource("samples", "rev1.docx"))
    assert main(["--lang", "fr", "check", sample]) == 0
    assert "rien à corriger" in capsys.readouterr().out


def test_without_a_language_the_parser_speaks_english_again(interface_language, capsys):
    for language, usage in (("fr", "utilisation"), ("", "usage")):
        with pytest.raises(SystemExit):
            main(["new", "--refuse", *(["--lang", language] if language else [])])
        assert capsys.readouterr().err.startswith(usage)


def test_the_sentences_of_the_parser_are_those_that_python_has():
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    assert [said for said in PARSER_SAYS if repr(said) not in source] == []
    assert {"_", "ngettext"} <= set(vars(argparse))


def test_a_table_for_others_follows_the_language_too(interface_language, tmp_path):
    samples = [str(resource("samples", name)) for name in ("issued.docx", "rev1.docx")]
    main(["compare", *samples, "--as", "report", "--lang", "fr", "-o", str(tmp_path / "releve.html")])
    page = (tmp_path / "releve.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert "Modifications de fond (" in page
    assert "Changes of substance" not in page


def test_what_of_a_file_is_not_read_is_told_beside_its_text(tmp_path, capsys, interface_language):
    path = tmp_path / "box.docx"
    box = f"<w:r><w:pict><w:txbxContent>{p('Not for circulation')}</w:txbxContent></w:pict></w:r>"
    path.write_bytes(word_file(p("1. Urges all States;"), f"<w:p>{box}</w:p>"))
    status, out, told = said(capsys, "read", path, "--as", "flat", "--lang", "fr")
    assert (status, out.splitlines()[0]) == (0, "1. Urges all States;")
    assert "zone de texte" in told
