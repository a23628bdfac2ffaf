"""The English sentence of every message code. A sentence says what happened, where, and what to do."""

from __future__ import annotations

from typing import Final

from draftdesk.catalogue import decisions, desk, drafting, exporting, form, reading
from draftdesk.catalogue.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    **reading.SENTENCES,
    **exporting.SENTENCES,
    **drafting.SENTENCES,
    **form.SENTENCES,
    **desk.SENTENCES,
    **decisions.SENTENCES,
}
