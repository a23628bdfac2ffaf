"""The use case: one base and the versions of several delegations become one tracked Word file, proved for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.aligning.table import align
from draftdesk.errors import DraftdeskError, ExportError, refusal
from draftdesk.exporting.hands.writer import Compiled, Hand, compile_hands
from draftdesk.exporting.proof.alone import Misses, misses_alone
from draftdesk.exporting.proof.hands import Compilation, Stays, prove_compiled, prove_hand
from draftdesk.exporting.redline.writer import WordSide
from draftdesk.messages import Message, message, render
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import FINAL, Draft
from draftdesk.model.watch import Watch, unwatched
from draftdesk.reading.opendocument.package import is_open_document
from draftdesk.reading.receive import receive
from draftdesk.wordml.package import ZIP_HEADER, can_be_written
from draftdesk.workbench.compiling.places import compiled_places
from draftdesk.workbench.export_redline import export_resolved_redline

MOST_HANDS: Final = 20
_REMARKS: Final = {
    "same": "remark_same",
    "beside": "remark_beside",
    "delete": "remark_delete",
    "move": "remark_move",
    "between": "remark_between",
    "number": "remark_number",
    "numbers": "remark_numbers",
}


@dataclass(frozen=True)
class Version:
    """A text as it was read, with its bytes; None for the working draft. `authors` have tracked changes in it."""

    draft: Draft
    data: bytes | None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompiledFile:
    """The proved file, what to tell of it as a whole, and of places: contested, or under another's name or number."""

    data: bytes
    messages: tuple[Message, ...]
    places: tuple[Message, ...] = ()


def compile_versions(
    base: Version,
    versions: Sequence[Version],
    names: Sequence[str],
    author: str,
    date: str,
    watch: Watch = unwatched,
) -> CompiledFile:
    """The versions of delegations on the base, under their names; `date` is ISO 8601 in UTC with a final Z.

    Versions that are no Word files are first proved as a redline of their own. Raises DraftdeskError where the base
    is no Word file or a proof fails, and whatever the watch raises.
    """
    check_count(versions)
    if base.data is None or not is_word(base.data):
        raise refusal(ExportError, "compile_needs_word", name=base.draft.name)
    total = 2 * len(versions) + 1
    start = WordSide(base.data, base.draft)
    hands = []
    for number, (name, version) in enumerate(zip(names, versions, strict=True)):
        watch("compiling", number, total)
        side = _side(start, version, name, date)
        hands.append(Hand(name, side, align((base.draft, side.draft), Shape.PAIR)))
    watch("compiling", len(hands), total)
    compiled = compile_hands(start, hands, date, author, _remark)
    missed = _proved(compiled, start, hands, watch, total)
    resolved = message("compiled_resolved", name=base.draft.name, view=str(base.draft.view))
    own = [resolved] if base.authors else []
    own += [message("compiled_numbers", count=len(compiled.numbers))] if compiled.numbers else []
    told = (_told(compiled, base.draft, hands), *own)
    return CompiledFile(compiled.data, told, compiled_places(compiled, missed))


def check_count(versions: Sequence[object]) -> None:
    """Raise DraftdeskError where there are more delegations than a compilation takes."""
    if len(versions) > MOST_HANDS:
        raise refusal(DraftdeskError, "too_many_hands", count=len(versions), most=MOST_HANDS)


def is_word(data: bytes) -> bool:
    """Whether a redline can be written on these bytes."""
    return data.startswith(ZIP_HEADER) and not is_open_document(data) and can_be_written(data)


def _side(base: WordSide, version: Version, name: str, date: str) -> WordSide:
    """A version as a Word file; what a text or a PDF cannot know is taken from the base."""
    if version.data is not None and is_word(version.data):
        return WordSide(version.data, version.draft)
    made = export_resolved_redline(base.draft, base.package, version.draft, None, name, date)
    return WordSide(made.data, receive(made.data, version.draft.name, FINAL).drafts[0])


def _proved(compiled: Compiled, base: WordSide, hands: Sequence[Hand], watch: Watch, total: int) -> dict[str, Misses]:
    """What each delegation misses though nobody contests it, once the file is proved for each."""
    missed = {}
    joint, written = Compilation(compiled.joint), Compilation(compiled.data)
    prove_compiled(base.package, compiled.joint, compiled.data, base_view=base.draft.view)
    for number, hand in enumerate(hands):
        watch("compiling", len(hands) + 1 + number, total)
        own = [one for one in compiled.contested if hand.name in one.hands]
        body, margins = ([one.base for one in own if one.in_body is place] for place in (True, False))
        renumbered = [text for one in compiled.numbers for name, text in one if name == hand.name]
        stays = Stays(body, margins, [note for one in own for note in one.notes], renumbered)
        prove_hand(joint, hand.side.package, hand.side.draft.view, hand.name, stays)
        shares = hand.name in compiled.second
        missed[hand.name] = misses_alone(joint, written, hand.name) if shares else Misses()
    return missed


def _remark(kind: str, names: Sequence[str], number: str) -> str:
    if kind == "number" and not number:
        return render(message("remark_no_number", hands=", ".join(names)))
    return render(message(_REMARKS[kind], hands=", ".join(names), number=number))


def _told(compiled: Compiled, base: Draft, hands: Sequence[Hand]) -> Message:
    return message(
        "compiled",
        changes=compiled.changes,
        moves=compiled.moves,
        hands=len(hands),
        base=base.symbol or base.name,
        shared=compiled.shared,
        contested=len(compiled.contested),
    )
