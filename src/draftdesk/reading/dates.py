"""When a Word file was last saved, by its own word."""

from __future__ import annotations

import re
from typing import Final

from draftdesk.errors import ReadingError
from draftdesk.wordml.package import open_package

_MODIFIED: Final = "{http://purl.org/dc/terms/}modified"
_PART: Final = "docProps/core.xml"
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def date_of(data: bytes) -> str:
    """The moment as 2026-11-24T09:30:00Z, "" where the file does not say."""
    try:
        package = open_package(data, "")
        if _PART not in package.parts:
            return ""
        modified = package.xml(_PART).find(_MODIFIED)
    except ReadingError:
        return ""
    text = (modified.text or "") if modified is not None else ""
    return text if _MOMENT.fullmatch(text) else ""
