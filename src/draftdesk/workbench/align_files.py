"""Files aligned on the command line; a text is taken paragraph by paragraph as it stands (block mode)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.reading.receive import is_plain_text, receive
from draftdesk.reading.text_bytes import decoded
from draftdesk.workbench.align_texts import aligned, blocks_as_draft
from draftdesk.workbench.files import bytes_of, named_file

_PAIR: Final = 2


def align_files(files: Sequence[str], shape: str) -> dict[str, Any]:
    """The rows of two or more files; `shape` "" is a pair for two, a chain for more. Raises DraftdeskError."""
    drafts = [_draft(file, number) for number, file in enumerate(files)]
    return aligned(drafts, Shape(shape) if shape else Shape.PAIR if len(files) == _PAIR else Shape.CHAIN)


def _draft(file: str, number: int) -> Draft:
    named = named_file(file)
    data = bytes_of(named)
    if is_plain_text(data):
        return blocks_as_draft(named.name, decoded(data, named.name), number)
    return receive(data, named.name, named.view).drafts[0]
