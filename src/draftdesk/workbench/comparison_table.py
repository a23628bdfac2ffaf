"""Drafts side by side for people who do not have draftdesk, with changes underlined and struck.

A column for each draft, a row for paragraphs that answer each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.exporting.printed.values import (
    Cell,
    Line,
    Printed,
    Role,
    Row,
    RowKind,
    Sheet,
    Table,
    Tint,
    Words,
    said,
)
from draftdesk.model.draft import Draft, ViewKind
from draftdesk.model.paragraph import OBJECT, Mark
from draftdesk.translation import later, tr, tr_count
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import FoldLine, SectionLine, TextRow
from draftdesk.workbench.mixed_languages import language_name
from draftdesk.workbench.paragraph_names import draft_title
from draftdesk.workbench.printed_cells import printed_cell

_BOLD: Final = frozenset({Mark.BOLD})
_NAMED_IN_TITLE: Final = 3
_VIEWS: Final = {
    ViewKind.ORIGINAL: later(", before its changes"),
    ViewKind.BY_AUTHOR: later(", changes of one author"),
}
_ON_LETTER: Final = 5
_SIZES: Final = {1: 10, 2: 10, 3: 9, 4: 8.5, 5: 8, 6: 9, 7: 8.5}
_SMALLEST: Final = 7.5


def comparison_table(comparison: Comparison, *, folds: bool = False, remarks: Sequence[str] = ()) -> Printed:
    """The table; `folds`: unchanged paragraphs in one line, `remarks` are sentences that stand under the title."""
    view = arrange(comparison, folds=folds)
    table = Table(
        head=tuple(_head(view, column) for column in range(len(view.drafts))),
        rows=tuple(_rows(view)),
        weights=(1,) * len(view.drafts),
        right_to_left=all(draft.is_right_to_left for draft in view.drafts),
    )
    return Printed(document_title(view.drafts), lead_of(view, remarks), (table,), *_paper(len(view.drafts)))


def _paper(drafts: int) -> tuple[Sheet, float]:
    """The sheet for so many drafts, and the size of the text on it in points."""
    return (Sheet.LONG if drafts <= _ON_LETTER else Sheet.LARGE), _SIZES.get(drafts, _SMALLEST)


def document_title(drafts: Sequence[Draft]) -> str:
    """The drafts by name; of many only the first and the last."""
    titles = column_titles(drafts)
    if len(titles) <= _NAMED_IN_TITLE:
        return " → ".join(titles)
    return tr_count(
        "{first} → {last} ({count} draft)",
        "{first} → {last} ({count} drafts)",
        len(titles),
        first=titles[0],
        last=titles[-1],
    )


def lead_of(view: DisplayRows, remarks: Sequence[str]) -> tuple[Line, ...]:
    """What stands under the title: what the drafts are about, how changes are shown, what was left out."""
    return (*subject(view.drafts), key_of_signs(view), *(said(remark) for remark in remarks))


def subject(drafts: Sequence[Draft]) -> tuple[Line, ...]:
    """The title of the newest draft that has one."""
    titled = [draft for draft in drafts if draft.title]
    if not titled:
        return ()
    plain = " ".join(titled[-1].title.replace(OBJECT, "").split())
    return (Line((Words(plain),), Role.SUBJECT, language=titled[-1].language),)


def column_titles(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """A name for each draft that no other has: the symbol, where two have the same with the name of the file.

    Where a file with tracked changes is not read as if all were accepted, its name says so.
    """
    titles = [f"{draft_title(draft)}{tr(_VIEWS.get(draft.view.kind, ''))}" for draft in drafts]
    full = []
    for title, draft in zip(titles, drafts, strict=True):
        stem = PurePath(draft.name).stem
        full.append(f"{title} ({stem})" if titles.count(title) > 1 and not title.startswith(stem) else title)
    seen: Counter[str] = Counter()
    for place, title in enumerate(full):
        seen[title] += 1
        if seen[title] > 1:
            full[place] = f"{title} ({seen[title]})"
    return tuple(full)


def shown_against(view: DisplayRows, column: int) -> str:
    """What a column is compared with, in words."""
    old, beside = view.against[column], view.comparison.table.beside(column)
    if beside >= 0:
        name, language = column_titles(view.drafts)[beside], language_name(view.drafts[column].language)
        return tr("{language}, beside {name}", language=language, name=name)
    return tr("base") if old < 0 else tr("shown against {name}", name=column_titles(view.drafts)[old])


def key_of_signs(view: DisplayRows) -> Line:
    """One line that tells how changes are shown."""
    place = tr("struck through") if view.shows_both else tr("struck through in the older text")
    return Line(
        (
            Words(tr("Key: ")),
            Words(tr("new words"), Tint.INSERTED),
            Words(tr(" underlined, ")),
            Words(tr("deleted words"), Tint.DELETED),
            Words(f" {place}, "),
            Words(tr("moved text"), Tint.MOVED),
            Words(tr(" with a double line, ")),
            Words(tr("updated references and dates"), Tint.TECHNICAL),
            Words(tr(" with a dotted line.")),
        ),
        Role.KEY,
    )


def _head(view: DisplayRows, column: int) -> Cell:
    title = Line((Words(column_titles(view.drafts)[column], Tint.PLAIN, _BOLD),), Role.NAME)
    return Cell((title, said(shown_against(view, column))))


def _rows(view: DisplayRows) -> list[Row]:
    rows: list[Row] = []
    for item in view.items:
        if isinstance(item, TextRow):
            rows.append(_row(view, item))
        elif isinstance(item, SectionLine):
            rows.append(Row((Cell((said(item.title, Role.NAME), said(item.detail))),), RowKind.SECTION))
        else:
            rows += _folded(view, item)
    return rows


def _folded(view: DisplayRows, fold: FoldLine) -> list[Row]:
    """One line for a run without changes."""
    rows = [_row(view, view.rows[ordinal]) for ordinal in fold.rows]
    said_of_it = Cell((said(tr("{what}: {said}", what=fold.title, said=fold.detail), Role.REMARK),))
    return [Row((said_of_it,), RowKind.FOLD, tuple(rows))]


def _row(view: DisplayRows, row: TextRow) -> Row:
    return Row(tuple(printed_cell(view, row, column) for column in range(len(view.drafts))))
