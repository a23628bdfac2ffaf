"""The order in which drafts came about, recognised from document symbols, file names, sessions and dates.

A resolution of an earlier session, the zero draft, the draft as tabled (L.27), its revisions, the draft that the
plenary gets (A/80/L.5), the resolution as adopted. What a masthead says often is a copy of an earlier one, so where
symbol and file name disagree both orders are given, and the window asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import PurePath
from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.translation import tr

_GAP: Final = r"[\s._\-/()]*"
_SUFFIX: Final = re.compile(r"\.[a-z]{2,5}$")
_START, _END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_RESOLUTION: Final = re.compile(rf"{_START}(?:a|e|s)?{_GAP}res{_GAP}(\d{{2,4}})(?:{_GAP}(\d{{1,4}}))?{_END}")
_LIMITED: Final = re.compile(rf"{_START}l{_GAP}(\d{{1,3}})(?!\d)")
_SESSION: Final = re.compile(rf"{_START}a{_GAP}(?:c{_GAP}\d{_GAP})?(\d{{2}}){_GAP}l{_GAP}\d")
_COMMITTEE: Final = re.compile(rf"{_START}a{_GAP}c{_GAP}\d")
_REVISION: Final = re.compile(r"(?<![a-z])(?:rev(?:ision)?|v(?:ersion)?)[\s._\-]*(\d{1,2})(?!\d)")
_CORRIGENDUM: Final = re.compile(r"(?<![a-z])corr(?:igendum)?[\s._\-]*(\d{1,2})(?!\d)")
_ZERO: Final = re.compile(
    r"zero[\s._\-]*draft|draft[\s._\-]*zero|(?<![\d.])0[\s._\-]*draft|elements|non[\s._\-]?paper"
)
_ADOPTED: Final = re.compile(r"(?<![a-z])adopted(?![a-z])")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH: Final = re.compile(rf"(?<!\d)(\d{{1,2}})[\s._\-]*({'|'.join(_MONTHS)})[a-z]*(?:[\s._\-]*(20\d\d))?(?!\d)")
_ISO: Final = re.compile(r"(?<!\d)(20\d\d)[-._]?(0[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])(?!\d)")
_FIRST_YEAR: Final = 1945
"""The General Assembly's session N opens in the September of the year 1945 + N."""

_OPENING_MONTH: Final = 9
_TENS: Final = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ONES: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_UNKNOWN: Final = -1


class Phase(IntEnum):
    """What a draft is in the life of a resolution, in the order of that life."""

    ZERO = 0
    COMMITTEE = 1
    PLENARY = 2
    ADOPTED = 3


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a draft stands: phase, number of the document or resolution, revision, corrigendum; -1 for not known."""

    phase: Phase
    session: int = _UNKNOWN
    number: int = _UNKNOWN
    revision: int = _UNKNOWN
    corrigendum: int = 0

    @property
    def is_placeless(self) -> bool:
        """Whether it is a draft of which it is not said where it was put forward."""
        return self.phase is Phase.COMMITTEE and self.session == _UNKNOWN

    def contradicts(self, other: Stage) -> bool:
        """Whether both know something of which only one can be true."""
        drafts = {self.phase, other.phase} == {Phase.COMMITTEE, Phase.PLENARY}
        if self.phase is not other.phase and not (drafts and (self.is_placeless or other.is_placeless)):
            return True
        pairs = ((self.session, other.session), (self.number, other.number), (self.revision, other.revision))
        return any(one != two and _UNKNOWN not in (one, two) for one, two in pairs)

    @property
    def said(self) -> str:
        """In a few words: "Rev.2", "L.27/Rev.1", "the zero draft", "a resolution"."""
        if self.phase in {Phase.ZERO, Phase.ADOPTED}:
            return tr("the zero draft") if self.phase is Phase.ZERO else tr("a resolution as adopted")
        parts = [f"L.{self.number}" if self.number >= 0 else "", f"Rev.{self.revision}" if self.revision > 0 else ""]
        return "/".join(part for part in parts if part) or tr("a draft")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A draft, by its place in what was given, whose symbol and file name say different things."""

    draft: int
    symbol: str
    said: str


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """Places in what was given, oldest first: by file names where they disagree, and by symbols."""

    order: tuple[int, ...]
    by_symbols: tuple[int, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether it matters which of both is believed."""
        return bool(self.doubts) and self.order != self.by_symbols


def draft_order(drafts: Sequence[Draft]) -> DraftOrder:
    """The order of drafts; those of which nothing is known keep their places among each other."""
    symbols = [stage_of_symbol(draft.symbol) for draft in drafts]
    names = [stage_of_name(draft.name) for draft in drafts]
    doubts = tuple(
        Doubt(k, drafts[k].symbol, name.said)
        for k, (symbol, name) in enumerate(zip(symbols, names, strict=True))
        if symbol is not None and name is not None and symbol.contradicts(name)
    )
    doubted = {doubt.draft for doubt in doubts}
    by_symbols = [symbol or name for symbol, name in zip(symbols, names, strict=True)]
    by_names = [names[k] if k in doubted else stage for k, stage in enumerate(by_symbols)]
    return DraftOrder(_sorted(drafts, by_names), _sorted(drafts, by_symbols), doubts)


def place_of(drafts: Sequence[Draft], new: Draft) -> int:
    """Where a draft goes that comes to others: never before the base, at the end where their order is another one."""
    order = draft_order([*drafts, new]).order
    others = [k for k in order if k != len(drafts)]
    if others != list(range(len(drafts))):
        return len(drafts)
    return max(order.index(len(drafts)), min(1, len(drafts)))


def stage_of_symbol(symbol: str) -> Stage | None:
    """What a document symbol says, such as A/C.2/80/L.27/Rev.1 or A/RES/79/912; None for other documents."""
    stage = stage_of_name(symbol) if symbol else None
    if stage is not None and stage.phase in {Phase.COMMITTEE, Phase.PLENARY} and stage.revision == _UNKNOWN:
        return replace(stage, revision=0)
    return stage


def stage_of_name(name: str) -> Stage | None:
    """What a file's name says, such as "A_C.2_80_L.27_Rev.1.docx", "rev 2 clean.docx"; None where it is silent."""
    words = _SUFFIX.sub("", name.casefold())
    resolution = _RESOLUTION.search(words)
    if resolution is not None:
        number = int(resolution[2]) if resolution[2] else _UNKNOWN
        return Stage(Phase.ADOPTED, int(resolution[1]), number)
    limited, revision = _LIMITED.search(words), _REVISION.search(words)
    if limited is None and revision is None:
        phase = Phase.ZERO if _ZERO.search(words) else Phase.ADOPTED if _ADOPTED.search(words) else None
        return Stage(phase) if phase is not None else None
    session, corrigendum = _SESSION.search(words), _CORRIGENDUM.search(words)
    plenary = session is not None and _COMMITTEE.search(words) is None
    return Stage(
        Phase.PLENARY if plenary else Phase.COMMITTEE,
        int(session[1]) if session else _UNKNOWN,
        int(limited[1]) if limited else _UNKNOWN,
        int(revision[1]) if revision else _UNKNOWN,
        int(corrigendum[1]) if corrigendum else 0,
    )


def session_in_words(words: str) -> int:
    """The number of a session, 81 for "Eighty-first session"; -1 where there is none."""
    first = words.casefold().split(" ")[0].replace("\u2011", "-")
    tens, _, ones = first.partition("-")
    for k, stem in enumerate(_TENS, 2):
        if tens == f"{stem}ieth":
            return 10 * k
        if tens == f"{stem}y" and ones in _ONES:
            return 10 * k + _ONES.index(ones) + 1
    return _UNKNOWN


def _sorted(drafts: Sequence[Draft], stages: Sequence[Stage | None]) -> tuple[int, ...]:
    dates = [_date(draft) for draft in drafts]
    sessions = [_session(draft, stage, date) for draft, stage, date in zip(drafts, stages, dates, strict=True)]
    known = [k for k, stage in enumerate(stages) if stage is not None]
    order = sorted(known, key=_key(stages, sessions, dates))
    for k in sorted((k for k in range(len(drafts)) if k not in known), key=lambda k: (dates[k] or "~", k)):
        order.insert(_place(order, stages, dates, k), k)
    return tuple(order)


@dataclass(frozen=True, slots=True)
class _Assumed:
    """What is taken for what a name leaves out: the newest session, the first L document, and where that was put."""

    session: int
    number: int
    phase: Phase

    @classmethod
    def of(cls, stages: Sequence[Stage | None], sessions: Sequence[int]) -> _Assumed:
        """From all that is known of the drafts on the desk; a resolution alone is one of the session before."""
        known = [(stage, session) for stage, session in zip(stages, sessions, strict=True) if stage is not None]
        drafts = [session for stage, session in known if stage.phase < Phase.ADOPTED]
        newest = max(drafts, default=_UNKNOWN)
        adopted = max((session for _, session in known), default=_UNKNOWN)
        placed = {stage.phase for stage, _ in known if stage.session > 0 and stage.phase < Phase.ADOPTED}
        phase = Phase.PLENARY if placed == {Phase.PLENARY} else Phase.COMMITTEE
        numbers = [stage.number for stage, _ in known if stage.phase is phase and stage.number >= 0]
        return cls(newest if newest > 0 else adopted + 1, min(numbers, default=0), phase)


def _key(
    stages: Sequence[Stage | None], sessions: Sequence[int], dates: Sequence[str]
) -> Callable[[int], tuple[int, Phase, int, int, int, str, int]]:
    assumed = _Assumed.of(stages, sessions)

    def key(k: int) -> tuple[int, Phase, int, int, int, str, int]:
        stage = stages[k]
        assert stage is not None
        session = sessions[k] if sessions[k] > 0 else assumed.session
        phase = assumed.phase if stage.is_placeless else stage.phase
        number = stage.number if stage.number >= 0 else assumed.number
        return (session, phase, number, max(stage.revision, 0), stage.corrigendum, dates[k], k)

    return key


def _place(order: Sequence[int], stages: Sequence[Stage | None], dates: Sequence[str], draft: int) -> int:
    """Where a draft without symbol goes: after the last that is not younger, else before what was adopted last."""
    if dates[draft]:
        older = [place for place, other in enumerate(order) if dates[other] and dates[other] <= dates[draft]]
        younger = [place for place, other in enumerate(order) if dates[other] > dates[draft]]
        if older or younger:
            return older[-1] + 1 if older else younger[0]
    last = stages[order[-1]] if order else None
    is_adopted = last is not None and last.phase is Phase.ADOPTED and len(order) > 1
    return len(order) - 1 if is_adopted else len(order)


def _session(draft: Draft, stage: Stage | None, date: str) -> int:
    if stage is not None and stage.session > 0:
        return stage.session
    if stage is not None and stage.phase is Phase.ADOPTED:
        return _UNKNOWN
    in_words = session_in_words(draft.session)
    if in_words > 0 or len(date) < len("2026-11-04"):
        return in_words
    year, month = int(date[:4]), int(date[5:7])
    return year - _FIRST_YEAR - (month < _OPENING_MONTH)


def _date(draft: Draft) -> str:
    """The date in the name, else that of the masthead, as 2026-11-04, or "" for none."""
    name = PurePath(draft.name).stem.casefold()
    iso = _ISO.search(name)
    if iso is not None:
        return "-".join(iso.groups())
    masthead = _DAY_MONTH.search(draft.date.casefold())
    found = _DAY_MONTH.search(name) or masthead
    if found is None:
        return ""
    year = found[3] or (masthead[3] if masthead else None) or ""
    return f"{year}-{_MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}" if year else ""
