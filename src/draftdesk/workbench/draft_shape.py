"""Which earlier draft each draft was made from, recognised from the texts.

Six proposals on one revision are each shown against that revision, not against each other; a chain of revisions
each against the one before. A draft was made from the one to its left from which it differs in the fewest
paragraphs; where several are as near, from its neighbour.
"""

from __future__ import annotations

from collections.abc import Sequence

from draftdesk.model.alignment import Shape
from draftdesk.model.dossier import ShownAgainst
from draftdesk.model.draft import Draft
from draftdesk.wording.normal_form import normal_form


def recognised_shape(drafts: Sequence[Draft]) -> tuple[Shape, tuple[ShownAgainst, ...]]:
    """The shape, and the drafts that it does not tell right; drafts are in the order of their columns."""
    sources = _sources([_texts(draft) for draft in drafts])
    if len(drafts) > 2 and not any(sources[1:]):
        return Shape.STAR, ()
    apart = [(column, source) for column, source in enumerate(sources) if column and source != column - 1]
    return Shape.CHAIN, tuple(ShownAgainst(drafts[column].id, drafts[source].id) for column, source in apart)


def _sources(texts: Sequence[frozenset[str]]) -> list[int]:
    return [
        min(range(column), key=lambda source: (len(texts[column] ^ texts[source]), -source), default=0)
        for column in range(len(texts))
    ]


def _texts(draft: Draft) -> frozenset[str]:
    return frozenset(normal_form(paragraph.text) for paragraph in draft.paragraphs if not paragraph.is_hidden)
