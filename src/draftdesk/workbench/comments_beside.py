"""Comments that came with the files, beside the paragraphs that they stand at.

They are remarks of others on their own file: shown and counted, told in a report, and in no Word file that is written
except on the base that has them already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from draftdesk.model.draft import Comment, Draft
from draftdesk.translation import tr, tr_count
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow


@dataclass(frozen=True, slots=True)
class CommentBeside:
    """A comment with its place: the draft's short name and the paragraph's, "" where it stands outside the text."""

    column: int
    draft: str
    paragraph: str
    author: str
    date: str
    text: str

    @property
    def by(self) -> str:
        """Who said it, and when: "Norden, 2 January 2026"."""
        return ", ".join(filter(None, (self.author or tr("Unknown author"), self.date)))


def comments_beside(view: DisplayRows, row: TextRow) -> tuple[CommentBeside, ...]:
    """The comments on the paragraphs of a row, columns in order."""
    found: list[CommentBeside] = []
    for column, cell in enumerate(row.cells):
        draft = view.drafts[column]
        if draft.comments:
            for index in cell:
                comments = draft.comments_by_paragraph.get(draft.paragraphs[index].id.serial, ())
                found += (_beside(view, column, view.names[column][index].full, one) for one in comments)
    return tuple(found)


def all_comments(view: DisplayRows) -> tuple[CommentBeside, ...]:
    """All comments of the drafts: in the order of the rows, then those that stand outside the text."""
    of_rows = [one for row in view.rows for one in comments_beside(view, row)]
    return (*of_rows, *_outside(view))


def _outside(view: DisplayRows) -> Iterator[CommentBeside]:
    for column, draft in enumerate(view.drafts):
        shown = {draft.paragraphs[index].id.serial for index in draft.visible} if draft.comments else frozenset()
        yield from (_beside(view, column, "", one) for one in draft.comments if one.paragraph not in shown)


def _beside(view: DisplayRows, column: int, paragraph: str, comment: Comment) -> CommentBeside:
    return CommentBeside(column, view.short[column], paragraph, comment.author, _day(comment.date), comment.text)


def _day(date: str) -> str:
    """A date as one reads it; as the file gives it, where it is none."""
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return date
    return f"{when.day} {when:%B %Y}"


def count_told(drafts: Sequence[Draft]) -> str:
    """How many comments there are: "3 comments"; "" for none."""
    count = sum(len(draft.comments) for draft in drafts)
    return tr_count("{count} comment", "{count} comments", count) if count else ""
