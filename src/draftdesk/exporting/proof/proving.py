"""The proof of a redline: the written bytes are read again, by rules of their own, before anything is saved.

Rejecting every change must give the base: the same text in body, tables, notes, headers and footers, set the
same way, and whatever carries no mark untouched. Accepting every change must give the new text. Where the base's own
changes stay pending, rejecting gives the base's original, and each of them must still be there. This shares no
code with the writer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import zip_longest
from typing import Final

from draftdesk.errors import ProofError, refusal
from draftdesk.exporting.proof.base import BaseSide, Original
from draftdesk.exporting.proof.forms import digest_of, is_marked
from draftdesk.exporting.proof.lines import ACCEPTING, GONE, REJECTING, Line, flat_lines, lines
from draftdesk.exporting.proof.marks import faults_of_marks
from draftdesk.exporting.proof.package import Package
from draftdesk.exporting.proof.pending import fault_of_pending
from draftdesk.exporting.proof.reading import Document, dropping, keep_text
from draftdesk.exporting.proof.settings import hides_changes, is_same_but_for_view, only_adds_comments
from draftdesk.exporting.proof.words import says_in_effect, says_note, says_the_same, source_lines
from draftdesk.model.draft import FINAL, Draft, Note, View
from draftdesk.model.paragraph import ObjectKind, ParagraphKind
from draftdesk.model.paragraph import Paragraph as DraftParagraph

_NOTE_PLACES: Final = ("footnotes", "endnotes")
_NOTE_MARKS: Final = frozenset({ObjectKind.FOOTNOTE_MARK, ObjectKind.ENDNOTE_MARK})


def prove(
    base: bytes,
    redline: bytes,
    new: bytes,
    *,
    base_view: View = FINAL,
    new_view: View = FINAL,
    new_name: str = "NEW",
    keeps_pending: bool = False,
) -> None:
    """Prove a redline between two Word files; raises ProofError saying what does not hold."""
    Proof(base, new, base_view, new_view, new_name).prove(redline, keeps_pending=keeps_pending)


class Proof:
    """The proof of redlines between the same two Word files, each of which is read once.

    Nothing is read before it is asked for. Once it is prepared, no tree of a long part is made where none is needed.
    Raises ProofError where a file cannot be read.
    """

    def __init__(
        self, base: bytes, new: bytes, base_view: View = FINAL, new_view: View = FINAL, new_name: str = "NEW"
    ) -> None:
        self._base, self._new = base, new
        self._base_view, self._new_view, self._new_name = base_view, new_view, new_name
        self._sides: dict[bool, BaseSide] = {}
        self._is_prepared = False

    def prepare(self) -> None:
        """Do now whatever can be done before there is a redline; changes of the base will likely stay pending."""
        self._is_prepared = True
        side = self._side(keeps_pending=False)
        if side.brings_changes:
            side = self._side(keeps_pending=True)
        side.prepare()
        _ = self._accepted

    def prove(self, redline: bytes, *, keeps_pending: bool = False, marks: bool = True) -> None:
        """Prove one redline, without `marks` all but these; raises ProofError saying what does not hold."""
        document = _prove_reject(self._side(keeps_pending=keeps_pending), redline, marks=marks)
        _compare(self._accepted, document.shown_texts(ACCEPTING), "proof_failed_accept", new=self._new_name)

    @cached_property
    def _accepted(self) -> list[tuple[str, str]]:
        view = dropping(self._new_view)
        return Document(self._new, self._new_name, view, keeping=lambda _: keep_text).shown_texts(GONE)

    def _side(self, *, keeps_pending: bool) -> BaseSide:
        if keeps_pending not in self._sides:
            is_lean = self._is_prepared and not keeps_pending
            self._sides[keeps_pending] = BaseSide(
                self._base, "BASE", self._base_view, keeps_pending=keeps_pending, is_lean=is_lean
            )
        return self._sides[keeps_pending]


def prove_draft(
    base: bytes, redline: bytes, base_draft: Draft, new: Draft, *, derived: bool, keeps_pending: bool = False
) -> None:
    """Prove a redline whose new text is a draft; raises ProofError.

    A draft derived from the base must come back with its full source text; of any other its words and numbers,
    beside which only hidden paragraphs of the base may stand.
    """
    document = prove_reject(base, redline, view=base_draft.view, keeps_pending=keeps_pending)
    found = [(place, line.text) for place, line in document.body_lines(ACCEPTING)]
    name = new.name or "NEW"
    if derived:
        reason = _first_difference(found, new.paragraphs) or _note_missing(document, new)
    else:
        hidden = Counter(p.flat_text() for p in base_draft.paragraphs if p.is_hidden)
        ends = (
            _front(base_draft),
            {p.flat_text() for p in base_draft.paragraphs if p.kind is ParagraphKind.MEETING_LINE},
        )
        shown = [p for p in new.paragraphs if not p.is_hidden]
        reason = _first_strange(found, shown, hidden, ends) or _note_unsaid(document, new)
    if reason:
        raise refusal(ProofError, "proof_failed_accept", new=name, reason=reason)


def prove_reject(
    base: bytes, redline: bytes, *, view: View = FINAL, name: str = "BASE", keeps_pending: bool = False
) -> Document:
    """Prove that rejecting all changes gives the base; returns the redline as it was read.

    With `keeps_pending` the base is its original, whatever the view, and none of its changes may be missing.
    """
    return _prove_reject(BaseSide(base, name, view, keeps_pending=keeps_pending), redline)


def prove_marks(redline: bytes) -> None:
    """Prove what asks for the redline alone, that its marks are as they must be; raises ProofError.

    Not of a redline that keeps changes of its base pending: these may have faults of their own.
    """
    _check_marks(Package(redline, "the redline"), None)


def _prove_reject(base: BaseSide, redline: bytes, *, marks: bool = True) -> Document:
    keep = None if marks else base.keep_of_redline()
    document = Document(redline, "the redline", keeping=lambda _: keep)
    wanted, name = base.document, base.document.name
    if marks:
        _check_marks(document, wanted if base.keeps_pending else None)
    _check_parts(wanted, document)
    _compare(base.texts, document.shown_texts(REJECTING), "proof_failed_reject", base=name)
    if base.keeps_pending:
        base.forms.check(document)
        _check_pending(wanted, document, name)
    elif not base.brings_changes:
        base.forms.check(document)
        _check_untouched(base, document, name)
    return document


def _check_pending(base: Document, redline: Document, name: str) -> None:
    for part in filter(_is_story, base.parts):
        fault = fault_of_pending(base.root(part), redline.root(part), compares_paragraphs=part == base.main)
        if fault:
            raise refusal(ProofError, "proof_failed_reject", base=name, reason=fault)


def _compare(wanted: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]], code: str, **names: str) -> None:
    for place, left, right in zip_longest(*_columns(wanted, found), fillvalue=None):
        if left != right:
            reason = f"{place or 'a note or header'}, “{_short(left)}” expected, “{_short(right)}” found"
            raise refusal(ProofError, code, reason=reason, **names)


def _columns(
    wanted: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]
) -> tuple[list[str], list[tuple[str, str]], list[tuple[str, str]]]:
    longest = wanted if len(wanted) >= len(found) else found
    return [place for place, _ in longest], list(wanted), list(found)


def _short(item: tuple[str, str] | None) -> str:
    return "nothing" if item is None else item[1][:60]


def _check_marks(document: Package, pending: Package | None) -> None:
    """Faults that the base's own pending changes have, as often, are not the redline's."""
    known = Counter(_faults(pending, keeps_pending=True)) if pending is not None else Counter[str]()
    for fault in Counter(_faults(document, keeps_pending=pending is not None)) - known:
        raise refusal(ProofError, "redline_not_proved", reason=fault)


def _faults(document: Package, *, keeps_pending: bool) -> list[str]:
    stories = filter(_is_story, document.parts)
    return faults_of_marks(map(document.holding_marks, stories), keeps_pending=keeps_pending)


def _is_story(part: str) -> bool:
    name = part.rpartition("/")[2]
    return name.endswith(".xml") and name.startswith(("document", "footnotes", "endnotes", "header", "footer"))


def _check_parts(base: Document, redline: Document) -> None:
    """Only stories, lists of parts and relationships may differ, and nothing may be missing.

    Of the settings nothing may differ but whether changes are shown, and they must be.
    """
    for part, data in base.parts.items():
        if part not in redline.parts:
            raise refusal(ProofError, "redline_not_proved", reason=f"{part} is missing")
        found = redline.parts[part]
        may_change = part == redline.main or _is_story(part) or part.endswith((".rels", "[Content_Types].xml"))
        if found == data or may_change or is_same_but_for_view(data, found) or only_adds_comments(data, found):
            continue
        raise refusal(ProofError, "redline_not_proved", reason=f"{part} was changed")
    settings = [redline.parts[part] for part in redline.parts if part.endswith("settings.xml")]
    if any(map(hides_changes, settings)) and redline.is_tracked:
        raise refusal(ProofError, "redline_not_proved", reason="its settings hide the changes")


def _check_untouched(base: BaseSide, redline: Document, name: str) -> None:
    """Paragraphs without a mark, also on the one before, are paragraphs of the base as they were, in order."""
    originals = iter(enumerate(base.originals))
    for _, line in redline.body_lines(REJECTING):
        if len(line.sources) > 1 or is_marked(line.sources[0]):
            continue
        own = digest_of(line.sources[0])
        if not any(_may_say(original, line) and base.digest(number) == own for number, original in originals):
            reason = f"the paragraph “{line.text[:60]}” carries no mark and is not as it was"
            raise refusal(ProofError, "proof_failed_reject", base=name, reason=reason)


def _may_say(original: Original, line: Line) -> bool:
    """Whether the paragraphs can be the same: a first look that costs less than their canonical forms."""
    return original.is_joined or original.text == line.text


# Drafts as the new text


def _note_unsaid(document: Document, new: Draft) -> str:
    """A note that a text or PDF calls and that no accepted note says; "" if there is none."""
    called = {
        item.target for p in new.paragraphs if not p.is_hidden for item in p.objects if item.kind in _NOTE_MARKS
    }
    found = _accepted_notes(document)
    for note in new.notes:
        if note.id in called and not any(says_note(text, note.text) for text in found):
            return f"the note “{note.text[:60]}” is not there"
    return ""


def _accepted_notes(document: Document) -> list[str]:
    """The texts of the notes when all changes are accepted, in the order of their marks."""
    return [
        "\n".join(line.text for _, line in flat_lines(lines(story.blocks, ACCEPTING)))
        for story in document.others
        if story.place in _NOTE_PLACES and not story.kinds & ACCEPTING
    ]


def _note_missing(document: Document, new: Draft) -> str:
    """A note of a derived draft that is not found, accepted, in the order of the marks; "" if there is none."""
    found = iter(_accepted_notes(document))
    marks = (item for paragraph in new.paragraphs for item in paragraph.objects)
    notes = [new.notes_by_id[item.kind, item.target] for item in marks if (item.kind, item.target) in new.notes_by_id]
    for note in sorted(notes, key=lambda one: _NOTE_PLACES.index(f"{one.kind.value}s")):
        if not any(_says_note(text, note) for text in found):
            return f"the note “{note.text[:60]}” is not there"
    return ""


def _says_note(text: str, note: Note) -> bool:
    wanted = "\n".join(source_lines(paragraph) for paragraph in note.paragraphs)
    is_new = not any(paragraph.origin.part for paragraph in note.paragraphs)
    return text == wanted or (is_new and text.split() == wanted.split())


def _first_difference(found: Sequence[tuple[str, str]], wanted: Sequence[DraftParagraph]) -> str:
    """Where accepted lines and a derived draft part, "" if they agree; emptied cells do not count."""
    full = [text for place, text in found if text.strip() or not place]
    asked = [p for p in wanted if p.source_text.strip() or p.place is None]
    for number, (text, paragraph) in enumerate(zip_longest(full, asked), 1):
        if text is None or paragraph is None:
            missing = text if paragraph is None else paragraph.text
            return f"paragraph {number}, “{(missing or '')[:60]}” stands on one side only"
        if text != source_lines(paragraph) and not (paragraph.origin.part == "" and says_the_same(text, paragraph)):
            return f"paragraph {number}, “{paragraph.text[:60]}” expected, “{text[:60]}” found"
    return ""


def _front(base: Draft) -> set[str]:
    """What stands before the preamble of the base, which may stay before the first paragraph of a text."""
    found: set[str] = set()
    for paragraph in base.paragraphs:
        if paragraph.kind in (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.DECLARATION):
            break
        found.add(paragraph.flat_text())
    return found


def _first_strange(
    found: Sequence[tuple[str, str]],
    wanted: Sequence[DraftParagraph],
    hidden: Counter[str],
    ends: tuple[set[str], set[str]],
) -> str:
    """Where accepted lines and the words of a text part, "" if they agree.

    `ends`: lines of the base that may stand before all words of the text, and after them.
    """
    at = 0
    left = Counter(hidden)
    front, last = ends
    for _, text in found:
        if at < len(wanted) and says_in_effect(text, wanted[at]):
            at += 1
        elif not text.strip() or (at == 0 and text in front) or (at == len(wanted) and text in last):
            continue
        elif left[text] > 0:
            left[text] -= 1
        else:
            return f"“{text.strip()[:60]}” is not in the new text"
    return "" if at == len(wanted) else f"“{wanted[at].text[:60]}” is missing"
