"""Word files as they come from other desks: changes of several authors, comments, bookmarks, put in by chance.

What is put in is pending: accepted, the file says what it said before; rejected, it says something else.
"""

from __future__ import annotations

import io
import random
import zipfile
from copy import deepcopy
from typing import Final

from lxml import etree

NS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NS}}}"
AUTHORS: Final = ("Norden", "Sur", "Levante")
WORDS: Final = ("as appropriate", "in due course", "where possible", "once more", "with regret")
DATE: Final = "2026-10-01T08:00:00Z"
MAIN: Final = "word/document.xml"
COMMENTS: Final = "word/draft_comments.xml"
TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def with_pending(data: bytes, chance: random.Random, share: float = 0.25) -> bytes:
    """The file with changes in about a share of its paragraphs."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = {entry.filename: package.read(entry) for entry in package.infolist()}
    root = etree.fromstring(content[MAIN])
    maker = _Maker(root, chance, comments=not any("comments" in name for name in content))
    body = root.find(f"{W}body")
    for paragraph in [] if body is None else list(body.iterchildren(f"{W}p")):
        if chance.random() < share and maker.can_take(paragraph):
            chance.choice(maker.ways)(paragraph)
    for row in list(root.iter(f"{W}tr")):
        if chance.random() < share / 3:
            maker.row(row)
    content[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if len(maker.comments):
        _add_comments(content, maker.comments)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, part in content.items():
            written.writestr(name, part)
    return stream.getvalue()


class _Maker:
    """Puts one thing into a paragraph."""

    def __init__(self, root: etree._Element, chance: random.Random, *, comments: bool) -> None:
        self._chance = chance
        self._next = 70000
        self.comments = root.makeelement(f"{W}comments", {}, {"w": NS})
        self.ways = [self.insertion, self.insertion, self.deletion, self.deletion, self.part_inserted, self.bookmark]
        self.ways += [self.run_form, self.paragraph_form, self.new_mark, self.gone_paragraph]
        self.ways += [self.comment] if comments else []

    def can_take(self, paragraph: etree._Element) -> bool:
        """Whether it has plain runs and no changes yet."""
        tracked = any(element.get(f"{W}author") for element in paragraph.iter(etree.Element))
        return bool(self._runs(paragraph)) and not tracked

    def insertion(self, paragraph: etree._Element) -> None:
        """A whole run is inserted."""
        self._around(self._chance.choice(self._runs(paragraph)), "ins")

    def part_inserted(self, paragraph: etree._Element) -> None:
        """Some words of a run are inserted."""
        run = self._chance.choice(self._runs(paragraph))
        text = run.find(f"{W}t")
        words = (text.text or "").split(" ") if text is not None else []
        if text is None or len(words) < 3:
            self._around(run, "ins")
            return
        at = self._chance.randrange(1, len(words))
        later = deepcopy(run)
        run.addnext(later)
        for one, part in ((run, words[:at]), (later, ["", *words[at:]])):
            shown = one.find(f"{W}t")
            if shown is not None:
                shown.text = " ".join(part)
                shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self._around(later, "ins")

    def deletion(self, paragraph: etree._Element) -> None:
        """Words that stood after a run are deleted."""
        run = self._chance.choice(self._runs(paragraph))
        run.addnext(self._deleted(run))

    def bookmark(self, paragraph: etree._Element) -> None:
        """A run is bookmarked."""
        run = self._chance.choice(self._runs(paragraph))
        self._next += 1
        name = {f"{W}id": str(self._next), f"{W}name": f"place{self._next}"}
        run.addprevious(run.makeelement(f"{W}bookmarkStart", name))
        run.addnext(run.makeelement(f"{W}bookmarkEnd", {f"{W}id": str(self._next)}))

    def comment(self, paragraph: etree._Element) -> None:
        """A run has a comment."""
        run = self._chance.choice(self._runs(paragraph))
        mark = self._mark("comment", self.comments)
        number = mark.get(f"{W}id", "")
        words = etree.SubElement(etree.SubElement(etree.SubElement(mark, f"{W}p"), f"{W}r"), f"{W}t")
        words.text = self._chance.choice(WORDS)
        self.comments.append(mark)
        run.addprevious(run.makeelement(f"{W}commentRangeStart", {f"{W}id": number}))
        reference = run.makeelement(f"{W}r")
        etree.SubElement(reference, f"{W}commentReference", {f"{W}id": number})
        run.addnext(reference)
        run.addnext(run.makeelement(f"{W}commentRangeEnd", {f"{W}id": number}))

    def run_form(self, paragraph: etree._Element) -> None:
        """A run was set otherwise."""
        run = self._chance.choice(self._runs(paragraph))
        own = run.find(f"{W}rPr")
        if own is None:
            own = run.makeelement(f"{W}rPr")
            run.insert(0, own)
        change = self._mark("rPrChange", own)
        former = etree.SubElement(change, f"{W}rPr")
        etree.SubElement(former, f"{W}b")
        own.append(change)

    def paragraph_form(self, paragraph: etree._Element) -> None:
        """A paragraph was set otherwise."""
        own = self._properties(paragraph)
        change = self._mark("pPrChange", own)
        etree.SubElement(etree.SubElement(change, f"{W}pPr"), f"{W}jc", {f"{W}val": "right"})
        own.append(change)

    def new_mark(self, paragraph: etree._Element) -> None:
        """A paragraph was parted from the next one."""
        following = paragraph.getnext()
        own = self._properties(paragraph)
        if following is None or following.tag != f"{W}p" or own.find(f"{W}sectPr") is not None:
            return
        form = own.find(f"{W}rPr")
        if form is None:
            form = own.makeelement(f"{W}rPr")
            after = next(own.iterchildren(f"{W}sectPr", f"{W}pPrChange"), None)
            if after is None:
                own.append(form)
            else:
                after.addprevious(form)
        form.insert(0, self._mark("ins", own))

    def gone_paragraph(self, paragraph: etree._Element) -> None:
        """A paragraph before it is deleted as a whole."""
        gone = paragraph.makeelement(f"{W}p")
        paragraph.addprevious(gone)
        form = etree.SubElement(etree.SubElement(gone, f"{W}pPr"), f"{W}rPr")
        form.append(self._mark("del", gone))
        gone.append(self._deleted(self._runs(paragraph)[0]))

    def row(self, row: etree._Element) -> None:
        """A row, or one of its cells, is inserted."""
        cells = list(row.iterchildren(f"{W}tc"))
        if self._chance.random() < 0.5 and len(cells) > 1:
            self._cell(self._chance.choice(cells))
            return
        own = row.find(f"{W}trPr")
        if own is None:
            own = row.makeelement(f"{W}trPr")
            row.insert(sum(child.tag == f"{W}tblPrEx" for child in row), own)
        if own.find(f"{W}ins") is None:
            own.append(self._mark("ins", own))

    def _cell(self, cell: etree._Element) -> None:
        own = cell.find(f"{W}tcPr")
        if own is None:
            own = cell.makeelement(f"{W}tcPr")
            cell.insert(0, own)
        own.append(self._mark("cellIns", own))

    def _around(self, run: etree._Element, kind: str) -> None:
        mark = self._mark(kind, run)
        run.addprevious(mark)
        mark.append(run)

    def _deleted(self, near: etree._Element) -> etree._Element:
        mark = self._mark("del", near)
        run = etree.SubElement(mark, f"{W}r")
        text = etree.SubElement(run, f"{W}delText")
        text.text = f" {self._chance.choice(WORDS)}"
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return mark

    def _mark(self, kind: str, near: etree._Element) -> etree._Element:
        self._next += 1
        author = self._chance.choice(AUTHORS)
        return near.makeelement(f"{W}{kind}", {f"{W}id": str(self._next), f"{W}author": author, f"{W}date": DATE})

    def _properties(self, paragraph: etree._Element) -> etree._Element:
        own = paragraph.find(f"{W}pPr")
        if own is None:
            own = paragraph.makeelement(f"{W}pPr")
            paragraph.insert(0, own)
        return own

    def _runs(self, paragraph: etree._Element) -> list[etree._Element]:
        """Its runs of nothing but words, outside fields."""
        if next(paragraph.iter(f"{W}fldChar", f"{W}sectPr"), None) is not None:
            return []
        plain = {f"{W}rPr", f"{W}t"}
        runs = list(paragraph.iterchildren(f"{W}r"))
        return [run for run in runs if {str(child.tag) for child in run} <= plain and (run.findtext(f"{W}t") or "")]


def _add_comments(content: dict[str, bytes], comments: etree._Element) -> None:
    content[COMMENTS] = etree.tostring(comments, xml_declaration=True, encoding="UTF-8", standalone=True)
    kinds = etree.fromstring(content["[Content_Types].xml"])
    override = f"{{{kinds.nsmap[None]}}}Override"
    etree.SubElement(kinds, override, {"PartName": f"/{COMMENTS}", "ContentType": TYPE})
    content["[Content_Types].xml"] = etree.tostring(kinds)
    name = "word/_rels/document.xml.rels"
    relations = etree.fromstring(content[name])
    target = {"Id": "rIdPendingComments", "Type": RELATION, "Target": COMMENTS.rpartition("/")[2]}
    etree.SubElement(relations, f"{{{relations.nsmap[None]}}}Relationship", target)
    content[name] = etree.tostring(relations)
