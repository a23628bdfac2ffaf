"""Strict Open XML (ISO/IEC 29500 strict) under the names of the transitional form, which Word writes by default.

The two differ in namespaces and in some values that no text depends on; so a strict file can be read after its names
are replaced. It is not written: a redline would mix both forms.
"""

from __future__ import annotations

import re
from typing import Final

STRICT_MAIN: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|drawingml|wordprocessingml)/([A-Za-z]+)")


def is_strict(main_part: bytes) -> bool:
    """Whether a main document part is in the strict form."""
    return STRICT_MAIN in main_part[:8192]


def as_transitional(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a package with transitional names in all XML."""
    return {
        name: _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
        if name.endswith((".xml", ".rels"))
        else data
        for name, data in parts.items()
    }
