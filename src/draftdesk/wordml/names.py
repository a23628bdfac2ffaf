"""Qualified names and relationship types of WordprocessingML (ECMA-376, transitional), once."""

from __future__ import annotations

from functools import cache
from typing import Final

NS_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NS_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NS_PACKAGE_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
NS_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{NS_W}}}{name}"


R_ID: Final = f"{{{NS_R}}}id"
P: Final = w("p")
R: Final = w("r")
T: Final = w("t")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
PPR: Final = w("pPr")
RPR: Final = w("rPr")
VAL: Final = w("val")
INS: Final = w("ins")
DEL: Final = w("del")
MOVE_FROM: Final = w("moveFrom")
MOVE_TO: Final = w("moveTo")
ALTERNATE: Final = f"{{{NS_MC}}}AlternateContent"
CHOICE: Final = f"{{{NS_MC}}}Choice"
MATH_TEXT: Final = f"{{{NS_M}}}t"
