"""The use case: one base and the versions of several delegations become one tracked Word file, proved for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.aligning.table import align
from draftdesk.errors import DraftdeskError, ExportError, refusal
from draftdesk.exporting.hands import Compiled, Contested, Hand, compile_hands
from draftdesk.exporting.proof_hands import JOINT, Stays, prove_compiled, prove_hand
from draftdesk.exporting.redline import WordSide
from draftdesk.messages import Message, message, render
from draftdesk.model.alignment import Shape
from draftdesk.reading.odt_package import is_open_document
from draftdesk.wordml.package import ZIP_HEADER, can_be_written
from draftdesk.workbench.compare_files import revision_date
from draftdesk.workbench.files import LoadedFile, load

MOST_HANDS: Final = 20
_REMARKS: Final = {"same": "remark_same", "beside": "remark_beside", "delete": "remark_delete", "move": "remark_move"}
_SHOWN: Final = 60  # code points of a contested paragraph that are told


@dataclass(frozen=True)
class CompiledFile:
    """The proved file and what to tell of it: one line on the whole, one for each contested passage."""

    data: bytes
    messages: tuple[Message, ...]


def compile_files(base: str, files: Sequence[str], author: str, date: str) -> CompiledFile:
    """The versions of delegations on BASE; raises DraftdeskError where one is no Word file or a proof fails."""
    if len(files) > MOST_HANDS:
        raise refusal(DraftdeskError, "too_many_hands", count=len(files), most=MOST_HANDS)
    start, versions = _word_file(base), [_word_file(file) for file in files]
    names = hand_names(versions, start.received.authors)
    hands = [
        Hand(name, WordSide(version.data, version.draft), align((start.draft, version.draft), Shape.PAIR))
        for name, version in zip(names, versions, strict=True)
    ]
    when = revision_date(date, *versions, start)
    compiled = compile_hands(WordSide(start.data, start.draft), hands, when, author, _remark)
    _prove(compiled, start, hands)
    resolved = message("compiled_resolved", name=start.named.name, view=str(start.draft.view))
    own = (resolved,) if start.received.authors else ()
    told = (_told(compiled, start, hands), *own, *map(_contested, compiled.contested))
    return CompiledFile(compiled.data, told)


def hand_names(versions: Sequence[LoadedFile], in_base: Sequence[str] = ()) -> list[str]:
    """Who proposes each version: the one author of its tracked changes, else the name of the file; all different.

    Authors whose changes the base has already are not those of the version.
    """
    found: list[str] = []
    for version in versions:
        authors = [author for author in version.received.authors if author.strip() and author not in in_base]
        own = authors[0] if len(authors) == 1 else version.named.name.rpartition(".")[0] or version.named.name
        own = own.replace(JOINT, "")
        name, number = own, 2
        while name in found:
            name, number = f"{own} ({number})", number + 1
        found.append(name)
    return found


def _word_file(file: str) -> LoadedFile:
    loaded = load(file)
    is_word = loaded.data.startswith(ZIP_HEADER) and not is_open_document(loaded.data)
    if not is_word or not can_be_written(loaded.data):
        raise refusal(ExportError, "compile_needs_word", name=loaded.named.name)
    return loaded


def _prove(compiled: Compiled, base: LoadedFile, hands: Sequence[Hand]) -> None:
    prove_compiled(base.data, compiled.joint, compiled.data, base_view=base.draft.view)
    for hand in hands:
        own = [one for one in compiled.contested if hand.name in one.hands]
        body, margins = ([one.base for one in own if one.in_body is place] for place in (True, False))
        stays = Stays(body, margins, [note for one in own for note in one.notes])
        prove_hand(compiled.joint, hand.side.package, hand.side.draft.view, hand.name, stays)


def _remark(kind: str, names: Sequence[str]) -> str:
    return render(message(_REMARKS[kind], hands=", ".join(names)))


def _told(compiled: Compiled, base: LoadedFile, hands: Sequence[Hand]) -> Message:
    return message(
        "compiled",
        changes=compiled.changes,
        moves=compiled.moves,
        hands=len(hands),
        base=base.draft.symbol or base.named.name,
        shared=compiled.shared,
        contested=len(compiled.contested),
    )


def _contested(one: Contested) -> Message:
    text = " ".join(" ".join(one.base).split())
    shown = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
    code = ("contested_move" if one.moves else "contested_delete") if one.deletes else "contested"
    return message(code, what=shown, hands=", ".join(one.hands))
