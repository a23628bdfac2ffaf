"""What is new since a room last looked: words of paragraphs then and now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.paragraph import ParagraphId
from draftdesk.translation import tr, tr_count
from draftdesk.wording.brackets import pairs_and_depth
from draftdesk.workbench.display.rows import DisplayRows
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.room.rows import room_rows


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of each paragraph of a draft when the room last looked, and the time as it is told."""

    at: str
    texts: Mapping[ParagraphId, str]
    known: frozenset[str] = field(default=frozenset())


def seen_now(view: DisplayRows, column: int, at: str) -> Seen:
    """The words of a draft as the room sees them now."""
    texts = {
        p.id: p.text for row in view.rows for p in (view.drafts[column].paragraphs[k] for k in row.cells[column])
    }
    return Seen(at, texts, frozenset(texts.values()))


def news_of(view: DisplayRows, column: int, row: TextRow, seen: Seen) -> str:
    """What is new in a row since the room last looked: "New since 15:10: 2 words added, 1 bracket opened"."""
    paragraphs = [view.drafts[column].paragraphs[index] for index in row.cells[column]]
    changed = [p for p in paragraphs if seen.texts.get(p.id) != p.text and p.text not in seen.known]
    if not changed:
        return ""
    before = [seen.texts.get(p.id) for p in changed]
    if any(text is None for text in before):
        return tr("New since {time}: the paragraph", time=seen.at)
    language = view.drafts[column].language
    told = [_told(old or "", p.text, language) for old, p in zip(before, changed, strict=True)]
    return tr("New since {time}: {what}", time=seen.at, what=", ".join(filter(None, told)) or tr("signs"))


def news_rows(view: DisplayRows, column: int, seen: Seen | None) -> tuple[int, ...]:
    """The rows in which something is new."""
    if seen is None:
        return ()
    return tuple(k for k in room_rows(view, column) if news_of(view, column, view.rows[k], seen))


def _told(old: str, new: str, language: str) -> str:
    added = deleted = 0
    for change in changes_between(old, new, language):
        added += len(change.new.of(new).split())
        deleted += len(change.old.of(old).split())
    opened = pairs_and_depth(new)[0] - pairs_and_depth(old)[0]
    parts = [tr_count("{count} word added", "{count} words added", added)] if added else []
    parts += [tr_count("{count} word deleted", "{count} words deleted", deleted)] if deleted else []
    if opened:
        count = abs(opened)
        parts.append(
            tr_count("{count} bracket opened", "{count} brackets opened", count)
            if opened > 0
            else tr_count("{count} bracket closed", "{count} brackets closed", count)
        )
    return ", ".join(parts)
