"""The concordance tells which paragraph became which."""

from draftdesk.exporting.printed.values import RowKind
from draftdesk.workbench.concordance import concordance
from making_comparisons import BASE, NEW, comparison_of


def listed(*texts):
    table = next(concordance(comparison_of(*texts)).tables())
    rows = [row for row in table.rows if row.kind is RowKind.CELLS]
    return [tuple(" ".join(line.text for line in cell.lines) for cell in row.cells) for row in rows]


def test_old_and_new_numbers_stand_side_by_side_with_what_became_of_each():
    assert [row[:3] for row in listed(BASE, NEW)] == [
        ("PP 1", "PP 1", "references or dates updated"),
        ("PP 2", "PP 2", "footnote changed"),
        ("OP 1", "OP 1", "weaker verb"),
        ("OP 4", "OP 2", "moved"),
        ("OP 2", "OP 3 and OP 4", "split, reworded"),
        ("OP 3", "", "deleted"),
        ("", "OP 5", "new"),
        ("OP 5", "OP 6", "renumbered"),
    ]


def test_first_words_are_short():
    assert listed(BASE, NEW)[0][-1] == "Recalling its resolution 76/908 of 14 …"


def test_each_step_has_a_column_where_there_are_more_drafts():
    assert [row[3:5] for row in listed(BASE, BASE, NEW) if row[0] == "OP 3"] == [("unchanged", "deleted")]
    assert [row[3:5] for row in listed(BASE, NEW, NEW) if row[0] == "OP 3"] == [("deleted", "")]


def test_chinese_first_words_are_cut_by_signs():
    text = ("EN: 大会，", "OP 1: 敦促会员国为所有渡轮乘客提供救生衣并对船员进行培训和定期检查；")
    table = next(concordance(comparison_of(text, text, language="zh")).tables())
    assert table.rows[-1].cells[-1].lines[0].text == "敦促会员国为所有渡轮乘客提供救生衣并 …"
