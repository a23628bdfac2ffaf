"""A Word file without what it says about its making: names, times, revision ids, paths of templates.

What stays: the text, its formatting, title, subject and language, and whatever a field of the text shows. Who made a
tracked change or a comment stays unless asked otherwise, since that is what a redline says. That nothing else went is
proved (exporting/proof/metadata.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.messages import Message, message
from draftdesk.wordml.names import NS_W, w
from draftdesk.wordml.package import WordPackage, open_package

SOMEBODY: Final = "Author"
"""Who made the changes and comments of a file that does not say so; Word's own word for it."""

SOME_TIME: Final = "2000-01-01T00:00:00Z"
_INITIALS: Final = "A"
_CORE_KEPT: Final = frozenset(("title", "subject", "language"))
_APP_GONE: Final = frozenset(("Template", "TotalTime", "Manager", "Company", "HyperlinkBase"))
_IDS: Final = frozenset(("docId",))
_SETTINGS_GONE: Final = (w("rsids"), w("attachedTemplate"))
_WORD_EXTENSION: Final = "http://schemas.microsoft.com/office/word/"
_PROPERTIES_OF_SITES: Final = "http://schemas.microsoft.com/office/2006/metadata/properties"
_Goes = Callable[[etree._Element], bool]  # noqa: SLF001  the public name of an element
_FIELD_NAME: Final = re.compile(r'\b(?:DOCVARIABLE|DOCPROPERTY)\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)


@dataclass(frozen=True)
class Cleaned:
    """The file, and what was taken out of it."""

    data: bytes
    removed: tuple[Message, ...]


def clean_metadata(data: bytes, name: str, *, authors: bool = False) -> Cleaned:
    """The file without metadata; with `authors` its changes and comments are those of somebody at some time.

    Raises ReadingError where the bytes are no Word file.
    """
    work = _Cleaning(open_package(data, name), authors=authors)
    work.properties()
    work.settings()
    work.stories()
    return Cleaned(work.changes.written(), tuple(work.removed) or (message("metadata_none", name=name),))


class _Cleaning:
    """Takes one kind of metadata after the other out and remembers it."""

    def __init__(self, package: WordPackage, *, authors: bool) -> None:
        self.changes = PackageChanges(package)
        self.removed: list[Message] = []
        self._package = package
        self._authors = authors
        self._shown = frozenset(_shown_by_fields(package))

    def properties(self) -> None:
        """The properties of the document, those that its author or a site gave it included."""
        gone: list[str] = []
        for part in self._package.parts:
            if part.startswith("docProps/") and part.endswith(".xml"):
                gone += self._drop(part, self._is_metadata)
            elif re.fullmatch(r"customXml/item\d+\.xml", part):
                root = self._package.xml(part)
                if root.tag == f"{{{_PROPERTIES_OF_SITES}}}properties":
                    gone += self._drop(part, lambda _property: True)
        if gone:
            self._say("metadata_properties", names=", ".join(dict.fromkeys(gone)))

    def settings(self) -> None:
        """The template, the ids of the document and of its revisions, variables that nothing shows."""
        part = self._package.related("settings")
        if part is None:
            return
        self._drop(part, self._is_identity)
        variables = [e for e in self._package.xml(part).iter(w("docVar")) if not self._is_shown(e)]
        if variables:
            root = self._tree(part)
            for variable in [e for e in root.iter(w("docVar")) if not self._is_shown(e)]:
                _remove(variable)
            for holder in [e for e in root.iter(w("docVars")) if not len(e)]:
                _remove(holder)
            names = ", ".join(e.get(w("name"), "") for e in variables)
            self._say("metadata_variables", names=names)
        folder, _, base = part.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels"
        paths = [item.target for item in self._package.relationships(part) if item.kind == "attachedTemplate"]
        if paths:
            self._drop(relations, lambda item: item.get("Type", "").endswith("/attachedTemplate"))
            self._say("metadata_template", path=", ".join(paths))

    def stories(self) -> None:
        """Revision ids in all parts, and who made changes and comments."""
        ids = 0
        names: dict[str, None] = {}
        for part, content in self._package.parts.items():
            if not part.endswith(".xml") or NS_W.encode() not in content:
                if part.endswith(("people.xml", "commentsExtensible.xml")):
                    self._people(part)
                continue
            if b"rsid" in content:
                ids += self._without_ids(part)
            if self._authors and (b"author=" in content):
                names |= dict.fromkeys(self._without_authors(part))
            elif part.endswith(("people.xml", "commentsExtensible.xml")):
                self._people(part)
        if ids:
            self._say("metadata_ids", count=ids)
        if names:
            self._say("metadata_authors", names=", ".join(names), somebody=SOMEBODY)
        elif not self._authors:
            self._say_who_stays()

    def _without_ids(self, part: str) -> int:
        root = self._tree(part)
        count = 0
        for element in root.iter(etree.Element):
            for name in [str(name) for name in element.attrib if str(name).startswith(w("rsid"))]:
                del element.attrib[name]
                count += 1
        return count

    def _without_authors(self, part: str) -> Iterator[str]:
        for element in self._tree(part).iter(etree.Element):
            author = element.get(w("author"))
            if author is None:
                continue
            if author != SOMEBODY:
                yield author
            element.set(w("author"), SOMEBODY)
            if element.get(w("date")) is not None:
                element.set(w("date"), SOME_TIME)
            if element.get(w("initials")) is not None:
                element.set(w("initials"), _INITIALS)

    def _people(self, part: str) -> None:
        """The accounts of authors; with their names, and the times of comments, where nobody is to be named."""
        root = self._tree(part)
        accounts = [e for e in root.iter(etree.Element) if etree.QName(e).localname == "presenceInfo"]
        for account in accounts:
            _remove(account)
        if accounts:
            self._say("metadata_accounts", count=len(accounts))
        if self._authors:
            for person in [e for e in root if isinstance(e.tag, str) and etree.QName(e).localname == "person"]:
                root.remove(person)
            for element in root.iter(etree.Element):
                for name in [str(n) for n in element.attrib if str(n).endswith("}dateUtc")]:
                    del element.attrib[name]

    def _say_who_stays(self) -> None:
        found: dict[str, None] = {}
        for part, content in self._package.parts.items():
            if part.endswith(".xml") and b"author=" in content and NS_W.encode() in content:
                found |= dict.fromkeys(e.get(w("author"), "") for e in self._package.xml(part).iter(etree.Element))
        stay = ", ".join(name for name in found if name and name != SOMEBODY)
        if stay:
            self.removed.append(message("metadata_authors_stay", names=stay))

    def _say(self, code: str, **fields: str | int) -> None:
        self.removed.append(message(code, **fields))

    def _tree(self, part: str) -> etree._Element:
        """The tree of a part that will be written anew; always the same tree."""
        root = self.changes.tree(part)
        self.changes.changed(part, root)
        return root

    def _drop(self, part: str, goes: _Goes) -> list[str]:
        """Take children out of a part, which stays as it is where there are none; returns what they are called."""
        if not any(goes(child) for child in self._package.xml(part).iterchildren(etree.Element)):
            return []
        gone = []
        for child in list(self._tree(part).iterchildren(etree.Element)):
            if goes(child):
                gone.append(child.get("name") or etree.QName(child).localname)
                _remove(child)
        return gone

    def _is_metadata(self, child: etree._Element) -> bool:
        holder = child.getparent()
        name = etree.QName(child).localname
        if holder is None or name == "property":
            return child.get("name", "").casefold() not in self._shown
        if etree.QName(holder).localname == "coreProperties":
            return name not in _CORE_KEPT
        return name in _APP_GONE

    def _is_identity(self, child: etree._Element) -> bool:
        own = etree.QName(child)
        return child.tag in _SETTINGS_GONE or (
            own.localname in _IDS and (own.namespace or "").startswith(_WORD_EXTENSION)
        )

    def _is_shown(self, variable: etree._Element) -> bool:
        return variable.get(w("name"), "").casefold() in self._shown


def _shown_by_fields(package: WordPackage) -> Iterator[str]:
    """The names of variables and properties that fields of the text show."""
    for part, content in package.parts.items():
        if part.endswith(".xml") and (b"DOCVARIABLE" in content or b"DOCPROPERTY" in content):
            root = package.xml(part)
            codes = "".join(e.text or "" for e in root.iter(w("instrText"), w("delInstrText")))
            simple = " ".join(e.get(w("instr"), "") for e in root.iter(w("fldSimple")))
            for quoted, plain in _FIELD_NAME.findall(f"{codes} {simple}"):
                yield (quoted or plain).casefold()


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
