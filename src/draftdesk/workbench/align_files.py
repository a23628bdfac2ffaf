"""Files aligned on the command line; where all are texts, each is taken block by block as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from draftdesk.model.alignment import Shape
from draftdesk.reading.receive import is_plain_text
from draftdesk.reading.text.bytes import decoded
from draftdesk.workbench.align_texts import aligned, blocks_as_draft
from draftdesk.workbench.files import bytes_of, named_file, received_of

_PAIR: Final = 2


def align_files(files: Sequence[str], shape: str) -> dict[str, Any]:
    """The rows of two or more files; `shape` "" is a pair for two, a chain for more. Raises DraftdeskError."""
    named = [named_file(file) for file in files]
    contents = [bytes_of(one) for one in named]
    if all(map(is_plain_text, contents)):
        texts = [decoded(data, one.name) for one, data in zip(named, contents, strict=True)]
        drafts = [
            blocks_as_draft(one.name, text, number)
            for number, (one, text) in enumerate(zip(named, texts, strict=True))
        ]
    else:
        drafts = [received_of(one, data).drafts[0] for one, data in zip(named, contents, strict=True)]
    return aligned(drafts, Shape(shape) if shape else Shape.PAIR if len(files) == _PAIR else Shape.CHAIN)
