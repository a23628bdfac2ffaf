"""The whole desk of one negotiation, as values: what is open, in which order, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from draftdesk.model.alignment import Shape
from draftdesk.model.decided import Anchor, Answer, ParagraphStatus, PrivateNote
from draftdesk.model.draft import FINAL, Draft, View
from draftdesk.model.paragraph import ParagraphId, ParagraphKind


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file on the desk: `draft` is the id of the draft read from it, `digest` names its bytes.

    `called` is the name that a person gave it, "" for none.
    """

    draft: str
    path: str
    name: str
    digest: str
    view: View = FINAL
    called: str = ""


@dataclass(frozen=True, slots=True)
class PinnedPair:
    """A pairing that a person set; one id alone means: no counterpart in the other drafts.

    `anchors`, one for each paragraph where they are known, find them again in the next revision.
    """

    paragraphs: tuple[ParagraphId, ...]
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class KindSetting:
    """A kind that a person set for a paragraph."""

    paragraph: ParagraphId
    kind: ParagraphKind


class RegroupingKind(StrEnum):
    """What a person did to the paragraphs of a file as they were read."""

    JOIN = "join"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Regrouping:
    """Paragraphs of a file put together or apart, where reading cut them wrong.

    JOIN: the words of the paragraph with the serial `other` stand at the end of `paragraph`. SPLIT: what stands from
    `at` on, counted in the source text of `paragraph`, becomes a paragraph of its own with the serial `other`.
    """

    kind: RegroupingKind
    paragraph: ParagraphId
    other: int
    at: int = -1


@dataclass(frozen=True, slots=True)
class ShownAgainst:
    """A draft that a person had shown against a certain other one."""

    draft: str
    against: str


@dataclass(frozen=True)
class Dossier:
    """Files in the order of their columns; the base is the id of a draft among them ("" for the first).

    `shape` and `against` follow the files until a person chose (`shape_is_chosen`).
    `regroupings` are applied in order, then `kinds`; both stay when their file leaves the desk, for the ids of drafts
    name bytes: the same file comes back as it was put right. So do pins, statuses and private notes.
    `answers` are those given to proposals since the working draft was begun.
    `working` is the draft being written, None before the first edit; it starts from the draft
    `working_from`.
    """

    title: str = ""
    files: tuple[OpenedFile, ...] = ()
    base: str = ""
    shape: Shape = Shape.CHAIN
    shape_is_chosen: bool = False
    against: tuple[ShownAgainst, ...] = ()
    pins: tuple[PinnedPair, ...] = ()
    regroupings: tuple[Regrouping, ...] = ()
    kinds: tuple[KindSetting, ...] = ()
    working: Draft | None = None
    working_from: str = ""
    statuses: tuple[ParagraphStatus, ...] = ()
    private_notes: tuple[PrivateNote, ...] = ()
    answers: tuple[Answer, ...] = ()
