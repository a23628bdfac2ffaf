"""The tracked changes of an OpenDocument text (ODF 1.3, 5.5).

Inserted text stands in the document between two marks; deleted text stands apart, with a mark where it was. Whoever
walks the document asks here what to leave out and what to put back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from draftdesk.reading.opendocument.package import o
from draftdesk.wordml.revisions import Decide


@dataclass(frozen=True, slots=True)
class _Region:
    """A change; text that was inserted and later deleted has both authors. `deleted` holds what was deleted."""

    inserted_by: str | None
    deleted_by: str | None
    deleted: etree._Element | None
    author: str


@dataclass
class OdtRevisions:
    """`authors` in the order of their first change; inserted stretches that are open while the document is walked."""

    regions: dict[str, _Region]
    accepted: Decide
    _dropping: set[str] = field(default_factory=set)

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors of all changes."""
        of_region = (
            author
            for region in self.regions.values()
            for author in (region.author, region.inserted_by, region.deleted_by)
            if author is not None
        )
        return tuple(dict.fromkeys(of_region))

    @property
    def is_dropping(self) -> bool:
        """Whether the text here was inserted by a change that is not accepted."""
        return bool(self._dropping)

    def passed(self, mark: etree._Element) -> etree._Element | None:
        """Go past a mark; the text to put back there, None for none."""
        change_id = mark.get(o("text:change-id"), "")
        region = self.regions.get(change_id)
        if region is None:
            return None
        was_inserted = region.inserted_by is None or self.accepted(region.inserted_by)
        if mark.tag == o("text:change-start") and not was_inserted:
            self._dropping.add(change_id)
        elif mark.tag == o("text:change-end"):
            self._dropping.discard(change_id)
        elif mark.tag == o("text:change") and region.deleted_by is not None and was_inserted:
            return None if self.accepted(region.deleted_by) else region.deleted
        return None


_CREATOR = f"{o('office:change-info')}/{o('dc:creator')}"
_KINDS = (o("text:insertion"), o("text:deletion"), o("text:format-change"))
CHANGE_MARKS = (o("text:change"), o("text:change-start"), o("text:change-end"))


def read_revisions(text: etree._Element, accepted: Decide) -> OdtRevisions:
    """The changes that a text, a header or a footer declares."""
    regions: dict[str, _Region] = {}
    for element in text.iter(o("text:changed-region")):
        changes = {etree.QName(change).localname: change for change in element.iterchildren(*_KINDS)}
        authors = {kind: change.findtext(_CREATOR) or "" for kind, change in changes.items()}
        region = _Region(
            authors.get("insertion"),
            authors.get("deletion"),
            changes.get("deletion"),
            next(iter(authors.values()), ""),
        )
        for change_id in (element.get(o("text:id")), element.get(o("xml:id"))):
            if change_id and changes:
                regions[change_id] = region
    return OdtRevisions(regions, accepted)
