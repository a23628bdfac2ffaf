"""Headers and footers that only one of the two files has.

Their place cannot be tracked in Word, their text can: one that goes stays as an empty one, one that comes is put into
the base empty, and its text is inserted.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.exporting.redline.sources import MarginPlace, WordSource
from draftdesk.wordml.names import NS_R, NS_W, R_ID, w
from draftdesk.wordml.package import parse_part

_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}


def leaving(base: WordSource, new: WordSource) -> list[str]:
    """The parts of the first section that only the base has; a later section takes over those of the one before."""
    return [part for place, part in base.margins.items() if place not in new.margins and place[0] == 0]


def coming(base: WordSource, new: WordSource) -> list[tuple[MarginPlace, str]]:
    """The parts of the last section that only the new file has; the ends of others stand in paragraphs that stay."""
    last = len(base.sections) - 1
    own = base.body.find(w("sectPr")) is not None
    return [
        (place, part) for place, part in new.margins.items() if own and place[0] == last and place not in base.margins
    ]


def empty_margin(base: WordSource, changes: PackageChanges, place: MarginPlace) -> tuple[str, etree._Element]:
    """The name and tree of an empty header or footer, put into the base's last section."""
    kind = place[1]
    root_name, main = _ROOTS[kind], base.package.main_part
    data = f'<w:{root_name} xmlns:w="{NS_W}" xmlns:r="{NS_R}"><w:p/></w:{root_name}>'.encode()
    name = f"{main.rpartition('/')[0]}/{kind}_{place[2]}_{place[0] + 1}.xml"
    part = changes.add(name, data, f"{_CONTENT}{kind}+xml")
    relation = changes.relate(main, f"{NS_R}/{kind}", part, external=False)
    section = base.body.find(w("sectPr"))
    if section is not None:
        reference = section.makeelement(w(f"{kind}Reference"), {w("type"): place[2], R_ID: relation})
        section.insert(0, reference)
    root = parse_part(data, part, base.package.name)
    changes.changed(part, root)
    changes.changed(main, base.document)
    return part, root
