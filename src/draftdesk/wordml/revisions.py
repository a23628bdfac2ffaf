"""Tracked changes resolved: a tree of one side, without any revision mark (ECMA-376 part 1, 17.13.5).

An accepted deletion or move-away drops its content, a rejected insertion or arrival does. A paragraph whose
mark is dropped merges with the next one, which keeps its properties since the mark holds them; before a
table or at the end of its container there is nothing to merge with: text that is left stays a paragraph,
an emptied paragraph goes, unless its place needs one (an otherwise empty cell or story, after a table).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from draftdesk.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, RPR, TBL, TC, TR, P, w

Decide = Callable[[str], bool]
"""Whether the changes of an author are accepted."""

_WRAPPERS = (INS, DEL, MOVE_FROM, MOVE_TO)
_GOES_WHEN_ACCEPTED = {DEL: True, MOVE_FROM: True, INS: False, MOVE_TO: False}
_RANGE_MARKS = tuple(
    w(kind + end)
    for kind in (
        "moveFromRange",
        "moveToRange",
        "customXmlInsRange",
        "customXmlDelRange",
        "customXmlMoveFromRange",
        "customXmlMoveToRange",
    )
    for end in ("Start", "End")
)
_PROPERTY_CHANGES = tuple(
    w(name)
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
)
_DATED = (*_WRAPPERS, *_PROPERTY_CHANGES, w("cellIns"), w("cellDel"), w("cellMerge"))
_CONTROL_CHANGES = tuple(mark for mark in _RANGE_MARKS if "customXml" in mark and mark.endswith("Start"))
_BLOCK_CONTAINERS = tuple(w(n) for n in ("body", "tc", "footnote", "endnote", "hdr", "ftr", "txbxContent", "comment"))
_LIVE = {w("delText"): w("t"), w("delInstrText"): w("instrText")}


def authors_of_revisions(root: etree._Element) -> list[str]:
    """The authors of tracked changes in the order of their first change."""
    return list(dict.fromkeys(element.get(w("author"), "") for element in root.iter(*_DATED)))


def numbered_revisions(root: etree._Element) -> list[etree._Element]:
    """The tracked changes in document order, ranges of moves left out."""
    return list(root.iter(*_DATED))


def counted_revisions(root: etree._Element) -> list[etree._Element]:
    """The elements of the tree that are tracked changes, those to content controls included."""
    return list(root.iter(*_DATED, *_CONTROL_CHANGES))


def has_revisions(root: etree._Element) -> bool:
    """Whether anything in the tree is tracked."""
    return next(root.iter(*_DATED, *_RANGE_MARKS), None) is not None


def is_revision(element: etree._Element) -> bool:
    """Whether an element is a mark of a tracked change or an end of a tracked range."""
    return element.tag in _DATED or element.tag in _RANGE_MARKS


def resolve(root: etree._Element, accepted: Decide) -> None:
    """Resolve every tracked change of the tree in place, by its author."""
    if not has_revisions(root):
        return
    dropped_marks = {
        paragraph for paragraph in root.iter(P) if _mark_is_dropped(paragraph, accepted)
    }  # before the wrappers go
    _resolve_rows(root, accepted)
    resolve_cells(root, accepted)
    _resolve_wrappers(root, accepted)
    for container in list(root.iter(*_BLOCK_CONTAINERS)):
        _merge_paragraphs(container, dropped_marks)
    _resolve_property_changes(root, accepted)
    for element in list(root.iter(*_RANGE_MARKS)):
        _remove(element)
    for old, live in _LIVE.items():
        for element in root.iter(old):
            element.tag = live


def _goes(element: etree._Element, accepted: Decide) -> bool:
    return _GOES_WHEN_ACCEPTED[str(element.tag)] == accepted(element.get(w("author"), ""))


def _mark_is_dropped(paragraph: etree._Element, accepted: Decide) -> bool:
    properties = paragraph.find(f"{PPR}/{RPR}")
    return properties is not None and any(_goes(mark, accepted) for mark in properties.iterchildren(*_WRAPPERS))


def _resolve_rows(root: etree._Element, accepted: Decide) -> None:
    for row in list(root.iter(TR)):
        marks = row.find(w("trPr"))
        if marks is not None and any(_goes(mark, accepted) for mark in marks.iterchildren(INS, DEL)):
            _remove(row)


def resolve_cells(root: etree._Element, accepted: Decide) -> None:
    """Resolve in place what is tracked of cells: that they come, go or merge; all else stays tracked."""
    kinds = {w("cellIns"): False, w("cellDel"): True}
    for cell in list(root.iter(TC)):
        properties = cell.find(w("tcPr"))
        cell_marks = list(properties.iterchildren(*kinds)) if properties is not None else []
        if any(kinds[str(mark.tag)] == accepted(mark.get(w("author"), "")) for mark in cell_marks):
            _remove(cell)
    for row in list(root.iter(TR)):
        if row.find(f".//{TC}") is None:
            _remove(row)
    for table in list(root.iter(TBL)):
        if table.find(f".//{TR}") is None:
            _remove(table)
    for element in list(root.iter(w("cellIns"), w("cellDel"), w("cellMerge"))):
        _remove(element)


def _resolve_wrappers(root: etree._Element, accepted: Decide) -> None:
    for element in list(root.iter(*_WRAPPERS)):
        if element.getparent() is None or element.getroottree().getroot() is not root:
            continue  # inside one that went
        parent = element.getparent()
        if (parent is not None and parent.tag in (RPR, w("trPr"), w("numPr"))) or _goes(element, accepted):
            _remove(element)
        else:
            _unwrap(element)


def _merge_paragraphs(container: etree._Element, dropped: set[etree._Element]) -> None:
    blocks = list(blocks_of(container))
    unfinished: list[etree._Element] = []
    last_kept: etree._Element | None = None
    for block in blocks:
        if block.tag != P:
            _keep_text(unfinished)
            unfinished, last_kept = [], block
        elif block in dropped:
            unfinished.append(block)
        else:
            _prepend(unfinished, block)
            unfinished, last_kept = [], block
    if not unfinished:
        return
    if _has_content(unfinished) or last_kept is None or last_kept.tag != P:
        _prepend(unfinished[:-1], unfinished[-1])
    else:
        for paragraph in unfinished:
            _remove(paragraph)


def _keep_text(unfinished: list[etree._Element]) -> None:
    """Before a table: what is left stays one paragraph, emptied ones go."""
    if not unfinished:
        return
    if _has_content(unfinished):
        _prepend(unfinished[:-1], unfinished[-1])
    else:
        for paragraph in unfinished:
            _remove(paragraph)


def _has_content(paragraphs: Iterable[etree._Element]) -> bool:
    return any(next(paragraph.iter(w("r"), w("hyperlink")), None) is not None for paragraph in paragraphs)


def _prepend(paragraphs: list[etree._Element], target: etree._Element) -> None:
    """Put the content of paragraphs, in order, before that of `target`, and remove them."""
    at = 1 if target.find(PPR) is not None else 0
    for paragraph in paragraphs:
        for child in list(paragraph):
            if child.tag != PPR:
                target.insert(at, child)
                at += 1
        _remove(paragraph)


def blocks_of(container: etree._Element) -> Iterable[etree._Element]:
    """The paragraphs and tables of a container in order, those in content controls included."""
    for child in container.iterchildren(etree.Element):
        if child.tag in (P, TBL):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml"), w("smartTag")):
            yield from blocks_of(child)


def _resolve_property_changes(root: etree._Element, accepted: Decide) -> None:
    for change in list(root.iter(*_PROPERTY_CHANGES)):
        properties = change.getparent()
        if properties is None:
            continue
        if accepted(change.get(w("author"), "")) or not len(change):
            _remove(change)
            continue
        former = change[0]
        kept = [child for child in properties if _survives_rejection(child, properties)]
        for child in list(properties):
            properties.remove(child)
        properties[:] = [*former, *kept] if properties.tag == PPR else [*kept, *former]


def _survives_rejection(child: etree._Element, properties: etree._Element) -> bool:
    """What a former set of properties does not speak of: a paragraph's mark and section."""
    return properties.tag == PPR and child.tag in (RPR, w("sectPr"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    _remove(element)
