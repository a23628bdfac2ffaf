"""Proposals compiled for reading: a rolling text in brackets, a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftdesk.errors import ExportError
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.negotiating.rolling import as_read, text_of
from draftdesk.reading.receive import receive
from draftdesk.workbench.compiling.printed import CompiledForm, print_compiled_files
from making_word import i, p, word_file

_SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
_DELEGATIONS = ("altamere", "belmarine", "corrovia", "estermark", "norvane", "tessany")


def compiled(form: CompiledForm, out: str) -> bytes:
    files = [str(_SAMPLES / "proposals" / f"{name}.docx") for name in _DELEGATIONS]
    return print_compiled_files(str(_SAMPLES / "rev1.docx"), files, form, out, _DELEGATIONS)


def rolled(folder: Path, base: tuple[str, ...], **versions: tuple[str, ...]) -> list[str]:
    for name, blocks in {"base": base, **versions}.items():
        (folder / f"{name}.docx").write_bytes(word_file(*blocks))
    files = [str(folder / f"{name}.docx") for name in versions]
    made = print_compiled_files(str(folder / "base.docx"), files, CompiledForm.BRACKETS, "r.txt", list(versions))
    return [line for line in made.decode().split("\n") if "\t" in line]


def test_each_delegation_of_the_samples_is_read_back_from_the_text_file():
    text = compiled(CompiledForm.BRACKETS, "rolling.txt").decode()
    assert (
        "[Strongly encourages / altamere, tessany: Urges / belmarine, corrovia: Calls upon / estermark: Invites]"
        in text
    )
    lines = [line.split("\t")[1] for line in text.split("\n") if "\t" in line]
    for name in _DELEGATIONS:
        draft = receive((_SAMPLES / "proposals" / f"{name}.docx").read_bytes(), name).drafts[0]
        own = [draft.paragraphs[place].text for place in draft.visible]
        found = text_of(lines, _DELEGATIONS, name)
        missing = [text for text in map(as_read, own) if text.replace("\ufffc", "") not in found]
        assert missing == []


def test_headings_of_a_rolling_word_file_stand_by_themselves_without_a_label():
    made = compiled(CompiledForm.BRACKETS, "rolling.docx")
    base = receive((_SAMPLES / "rev1.docx").read_bytes(), "rev1").drafts[0]
    again = receive(made, "rolling.docx").drafts[0]
    headings = [p.text for p in base.paragraphs if p.kind is ParagraphKind.HEADING]
    assert "Prevention" in headings
    assert [p.text for p in again.paragraphs if p.text in headings] == headings


_TEXT = (
    p("1.\t", i("Urges"), " all Member States to adopt rules on the number of passengers;"),
    p("2.\t", i("Invites"), " donors to contribute to the Facility within thirty days;"),
    p("3.\t", i("Welcomes"), " the inspection of vessels, landing places and life-saving appliances;"),
    p("4.\t", i("Decides"), " to remain seized of the matter."),
)


def test_new_deleted_and_moved_paragraphs_are_told_with_their_places(tmp_path):
    new = p("3.\t", i("Requests"), " the Secretary-General to submit a report on ferries;")
    lines = rolled(
        tmp_path,
        _TEXT,
        EU=(*_TEXT[:2], new, *_TEXT[2:]),
        US=(_TEXT[0], *_TEXT[2:]),
        CANZ=(_TEXT[2], *_TEXT[:2], _TEXT[3]),
    )
    assert "OP 2\tInvites donors to contribute to the Facility within thirty days; [US: delete paragraph]" in lines
    assert "OP 2 bis\t[EU: Requests the Secretary-General to submit a report on ferries;]" in lines
    (away,) = [line for line in lines if "move to" in line]
    assert away.endswith("[CANZ: move to OP 1 pre]")
    (here,) = [line for line in lines if "[CANZ: Welcomes" in line]
    assert lines.index(here) < lines.index(away)


def test_a_paragraph_that_is_written_anew_stands_below_as_an_alternative(tmp_path):
    other = p("2.\t", i("Invites"), " donors to give generously and without any delay;")
    lines = rolled(tmp_path, _TEXT, EU=(_TEXT[0], other, *_TEXT[2:]))
    assert any(line.startswith("OP 2 alt\t[EU alt: Invites donors to give") for line in lines)


def test_the_table_says_equal_proposals_once_with_all_names():
    made = receive(compiled(CompiledForm.TABLE, "table.docx"), "table.docx").drafts[0]
    cells = [one.text for one in made.paragraphs]
    assert cells.count("altamere, tessany") == 1
    assert "belmarine, corrovia" in cells


def test_a_form_under_a_wrong_suffix_is_refused():
    with pytest.raises(ExportError, match=r"Choose a name that ends in \.docx, \.html, \.txt"):
        compiled(CompiledForm.BRACKETS, "rolling.csv")
