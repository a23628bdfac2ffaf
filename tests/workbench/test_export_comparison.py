"""Every form of a comparison of the samples: it opens by the schema, and the same files give the same bytes."""

import pytest

from draftdesk.errors import ExportError
from draftdesk.resources import resource
from draftdesk.workbench.export_comparison import (
    WRITERS,
    ComparisonForm,
    compare_files_for_print,
    export_comparison,
    writer_for,
)

SETS = (
    ("issued.docx", "rev1.docx"),
    ("issued.docx", "zero-draft.docx", "rev1.docx", "rev2.docx", "email.eml", "proposal-tracked.docx@original"),
)
WORD = (ComparisonForm.TABLE, ComparisonForm.CONCORDANCE, ComparisonForm.REPORT)


def files(names):
    return [str(resource("samples")) + "/" + name for name in names]


@pytest.mark.parametrize("names", SETS)
@pytest.mark.parametrize("form", WORD)
def test_word_can_open_it_by_the_schema(shared, judge, tmp_path, names, form):
    comparison, remarks = compare_files_for_print(files(names), "previous")
    path = tmp_path / "out.docx"
    path.write_bytes(export_comparison(comparison, form, remarks=remarks))
    assert judge.lint(path, xsd=shared / "oracle" / "xsd").failed == []


@pytest.mark.parametrize(("form", "suffix"), [(form, suffix) for form, every in WRITERS.items() for suffix in every])
def test_the_same_files_give_the_same_bytes(form, suffix):
    made = [
        export_comparison(compare_files_for_print(files(SETS[1]), "base")[0], form, f"out{suffix}") for _ in range(2)
    ]
    assert made[0] == made[1]


def test_capitals_and_short_suffixes_are_understood():
    assert writer_for(ComparisonForm.PAGE, "PAGE.HTM") is writer_for(ComparisonForm.PAGE, "page.html")
    assert writer_for(ComparisonForm.TABLE, "Table.DOCX") is writer_for(ComparisonForm.TABLE, "")


def test_a_page_is_no_word_file():
    with pytest.raises(ExportError, match="cannot be written as"):
        writer_for(ComparisonForm.PAGE, "page.docx")
