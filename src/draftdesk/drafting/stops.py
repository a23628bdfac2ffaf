"""Final marks that change because the place of a paragraph did: only where it is certain."""

from __future__ import annotations

from dataclasses import replace

from draftdesk.drafting.places import first_child, found, parent_of, previous_visible
from draftdesk.drafting.punctuation import (
    COLON,
    SEMICOLON,
    STOP,
    ends_with,
    last_operative,
    mark_of_place,
    printed_mark,
    with_final_mark,
)
from draftdesk.drafting.rewriting import with_text
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, ParagraphKind

_FINISHED: frozenset[ParagraphKind] = frozenset(
    {
        ParagraphKind.PREAMBULAR,
        ParagraphKind.OPERATIVE,
        ParagraphKind.DECLARATION,
        ParagraphKind.CLOSING,
        *SUBPARAGRAPHS,
    }
)


def finish_paragraph(draft: Draft, serial: int) -> Draft:
    """A paragraph as its writer leaves it: no blanks at its ends, the final mark of its place.

    One that was read from a file gets a final mark only where it has none. The paragraphs that a new one
    follows are put right with it: what was last is no longer, what now introduces a list ends with a colon.
    """
    index = found(draft, serial)
    paragraph = draft.paragraphs[index]
    if paragraph.kind not in _FINISHED or not paragraph.text.strip():
        return draft
    mark = mark_of_place(draft, index)
    text = paragraph.text.strip(" \t\n")
    is_new = not paragraph.origin.part
    marked = with_final_mark(text, mark, add=True)
    if not is_new and marked[: len(text)] != text:
        marked = text
    draft = _reworded(draft, index, marked)
    return _with_neighbours(draft, index) if is_new else draft


def _with_neighbours(draft: Draft, index: int) -> Draft:
    above = parent_of(draft, index)
    if above is not None and first_child(draft, above) == index and not draft.paragraphs[above].origin.part:
        text = draft.paragraphs[above].text
        draft = _reworded(draft, above, with_final_mark(text, printed_mark(draft, COLON), add=True))
    elif above is not None and first_child(draft, above) == index:
        draft = _changed(draft, above, SEMICOLON, COLON)
        draft = _changed(draft, above, STOP, COLON)
    before = previous_visible(draft, index)
    if before is not None and before != above and last_operative(draft, index) == index:
        draft = _changed(draft, before, STOP, SEMICOLON)
    return draft


def settled(before: Draft, after: Draft) -> Draft:
    """The draft after an edit, where another paragraph is the last operative one now.

    The full stop goes with the place: the one that was last gets a semicolon, the new last one a stop.
    """
    was = _last(before)
    if was is None or not ends_with(before.paragraphs[was].text, printed_mark(before, STOP)):
        return after
    serial = before.paragraphs[was].id.serial
    now = _last(after)
    if now is None or after.paragraphs[now].id.serial == serial or not after.paragraphs[now].text:
        return after
    after = _changed(after, now, SEMICOLON, STOP)
    try:
        old = after.index_of(serial)
    except KeyError:
        return after
    return (
        _changed(after, old, STOP, SEMICOLON)
        if mark_of_place(after, old) == printed_mark(after, SEMICOLON)
        else after
    )


def _last(draft: Draft) -> int | None:
    operative = [i for i, p in enumerate(draft.paragraphs) if p.kind is ParagraphKind.OPERATIVE]
    return last_operative(draft, operative[-1]) if operative else None


def _changed(draft: Draft, index: int, old: str, new: str) -> Draft:
    """A final mark replaced by another, if the paragraph ends with the first."""
    text = draft.paragraphs[index].text
    if not ends_with(text, printed_mark(draft, old)):
        return draft
    return _reworded(draft, index, with_final_mark(text, printed_mark(draft, new), add=False))


def _reworded(draft: Draft, index: int, text: str) -> Draft:
    old = draft.paragraphs[index]
    new = with_text(old, text, draft.language)
    if new is old:
        return draft
    return replace(draft, paragraphs=(*draft.paragraphs[:index], new, *draft.paragraphs[index + 1 :]))
