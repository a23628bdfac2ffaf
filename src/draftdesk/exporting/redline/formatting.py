"""What is set otherwise in the new file though its words stay: tracked as w:rPrChange and w:pPrChange on request.

Compared is what the files say of runs and paragraphs, styles by their names; what a style of the same name looks like
is not. Language, proofing marks and properties of blanks alone are no formatting; a list is left out where the files
have other lists. Moved paragraphs keep the form of their old place.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise
from typing import Final

from lxml import etree
from typing_extensions import override

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.markup import Markup
from draftdesk.exporting.redline.forms import in_order
from draftdesk.exporting.redline.lines import BaseLine, FormChange, WordLine
from draftdesk.wordml.editing import EditableParagraph
from draftdesk.wordml.inline import Piece
from draftdesk.wordml.names import INS, PPR, RPR, VAL, R, w
from draftdesk.wordml.walker import pieces_of

_FORMER: Final = w("rPrChange")
_NOT_OF_RUNS: Final = frozenset(
    w(name)
    for name in ("lang", "noProof", "specVanish", "webHidden", "rPrChange", "ins", "del", "moveFrom", "moveTo")
)
_NOT_OF_PARAGRAPHS: Final = frozenset((RPR, w("sectPr"), w("pPrChange")))
_ON: Final = frozenset(("1", "true", "on"))
Bare = tuple[tuple[str, tuple[tuple[str, str], ...], tuple[object, ...]], ...]


class FormattedLine(WordLine):
    """A paragraph of a new Word file that also tells how its words are set."""

    @override
    def let_go(self) -> None:
        """How it is set as a whole is asked when all is written."""

    @override
    def form_changes(self, base: BaseLine, start: int, new_start: int, length: int) -> list[FormChange]:
        old = _stretches(pieces_of(base.flat), start, start + length)
        new = _stretches(pieces_of(self.flat), new_start, new_start + length)
        shift = start - new_start
        ends = sorted({start, start + length, *(s for s, _ in old), *(s + shift for s, _ in new)})
        found: list[FormChange] = []
        old_at = new_at = -1
        for left, right in pairwise(ends):
            while old_at + 1 < len(old) and old[old_at + 1][0] <= left:
                old_at += 1
            while new_at + 1 < len(new) and new[new_at + 1][0] + shift <= left:
                new_at += 1
            run, other = old[old_at][1] if old_at >= 0 else None, new[new_at][1] if new_at >= 0 else None
            if run is None or other is None or not base.text[left:right].strip():
                continue
            mapped = self._forms.run_like(None, other).find(RPR)
            if bare(run.find(RPR), _NOT_OF_RUNS) == bare(mapped, _NOT_OF_RUNS):
                continue
            if found and found[-1].end == left and _alike(found[-1].properties, mapped):
                found[-1] = FormChange(found[-1].start, right, mapped)
            else:
                found.append(FormChange(left, right, mapped))
        return found

    @override
    def paragraph_form(self, base: BaseLine) -> etree._Element | None:
        own = base.element.find(PPR)
        mapped = self._forms.mapped(self.flat.element.find(PPR), base.element)
        if own is not None and own.find(w("pPrChange")) is not None:
            return None
        wanted = mapped if mapped is not None else base.element.makeelement(PPR, {}, base.element.nsmap)
        if not self._forms.same_numbering:
            _take_list(wanted, own)
        return None if bare(own, _NOT_OF_PARAGRAPHS) == bare(wanted, _NOT_OF_PARAGRAPHS) else wanted


def _take_list(wanted: etree._Element, own: etree._Element | None) -> None:
    """Lists of two files cannot be compared: that of the base stays."""
    for number in list(wanted.iterchildren(w("numPr"))):
        wanted.remove(number)
    kept = own.find(w("numPr")) if own is not None else None
    if kept is not None:
        before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
        at = sum(child.tag in {w(name) for name in before} for child in wanted)
        wanted.insert(at, deepcopy(kept))


def _stretches(pieces: list[Piece], start: int, end: int) -> list[tuple[int, etree._Element | None]]:
    """Where stretches of one run begin; None for what is no words."""
    return [
        (
            max(piece.start, start),
            piece.run if piece.run is not None and piece.run.tag == R and not piece.shown else None,
        )
        for piece in pieces
        if piece.start < end and piece.end > start
    ]


def bare(properties: etree._Element | None, left_out: frozenset[str]) -> Bare:
    """What properties say, in one form and order: switches that are on say so in one way."""
    if properties is None:
        return ()
    children = (child for child in properties.iterchildren(etree.Element) if child.tag not in left_out)
    return tuple(sorted((_said(child) for child in children), key=str))


def _said(element: etree._Element) -> tuple[str, tuple[tuple[str, str], ...], tuple[object, ...]]:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    if attributes.get(VAL) in _ON:
        del attributes[VAL]
    inner = tuple(_said(child) for child in element.iterchildren(etree.Element) if child.tag != INS)
    return str(element.tag), tuple(sorted(attributes.items())), inner


def _alike(one: etree._Element | None, other: etree._Element | None) -> bool:
    return bare(one, _NOT_OF_RUNS) == bare(other, _NOT_OF_RUNS)


def set_runs(editable: EditableParagraph, changes: list[FormChange], markup: Markup | None) -> None:
    """Set the runs of stretches, whose ends are cut, and note how they were set before (without markup: do not).

    Raises ExportError where a drafter set something on what another's change of form is pending on.
    """
    for change in changes:
        for node in editable.nodes:
            inside = change.start <= node.start < node.end <= change.end
            if inside and node.can_be_cut and not any(piece.shown for piece in node.pieces):
                _set_run(node.element, change, markup)


def _set_run(run: etree._Element, asked: FormChange, markup: Markup | None) -> None:
    own = run.find(RPR)
    if own is None:
        own = run.makeelement(RPR, {}, run.nsmap)
        run.insert(0, own)
    if own.find(_FORMER) is not None and asked.by_hand:
        reason = "another's change of formatting is pending on words that were set otherwise by hand"
        raise refusal(ExportError, "redline_not_proved", reason=reason)
    if own.find(_FORMER) is not None:
        return  # how it was before is another's to say
    wanted = asked.properties
    former = deepcopy(own)
    former.tail = None
    left = [child for child in own if child.tag in _NOT_OF_RUNS]
    came = [deepcopy(child) for child in (wanted if wanted is not None else ()) if child.tag not in _NOT_OF_RUNS]
    own[:] = in_order([*left, *came])
    if markup is not None:
        change = markup.mark(_FORMER, own)
        change.append(former)
        own.append(change)
