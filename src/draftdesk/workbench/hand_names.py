"""The names under which delegations stand in a compilation: as they were given, else as their files tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from draftdesk.errors import DraftdeskError, refusal
from draftdesk.exporting.proof.hands import JOINT
from draftdesk.negotiating.delegations import known_delegation, told_by


@dataclass(frozen=True, slots=True)
class Sender:
    """What a version tells of who sent it: the name of its file, and the authors of its tracked changes.

    `called` is the name that the user gave it, "" for none.
    """

    file: str
    authors: tuple[str, ...] = ()
    called: str = ""


def hand_names(senders: Sequence[Sender], in_base: Sequence[str] = (), given: Sequence[str] = ()) -> list[str]:
    """A name for each version, all different.

    First what was `given`, in the order of the versions; else what the user called it; else a group or delegation
    that the name of the file names; else the one author of its tracked changes, of those who have none in the base;
    else the name of the file, without what all versions are called. Raises DraftdeskError where names were given, but
    not one for each, or one twice.
    """
    if given:
        return _checked([_plain(name) for name in given], len(senders))
    stems = [PurePath(sender.file).stem or sender.file for sender in senders]
    known = [known_delegation(stem) for stem in stems]
    told = [told_by(stem) for stem in stems]
    found: list[str] = []
    for sender, stem, delegation, shorter in zip(senders, stems, known, told, strict=True):
        authors = [author for author in sender.authors if author.strip() and author not in in_base]
        own = sender.called
        own = own or (delegation if known.count(delegation) == 1 else "")
        own = own or (authors[0] if len(authors) == 1 else "")
        own = own or (shorter if told.count(shorter) == 1 else "")
        found.append(_plain(own) or _plain(stem) or "–")
    return _all_different(found)


def _plain(name: str) -> str:
    return " ".join(name.replace(JOINT, "").split())


def _checked(names: list[str], count: int) -> list[str]:
    if len(names) != count:
        raise refusal(DraftdeskError, "names_do_not_fit", names=len(names), files=count)
    twice = next((name for name, times in Counter(names).items() if times > 1), None)
    if twice is not None or "" in names:
        raise refusal(DraftdeskError, "name_given_twice", name=twice or "")
    return names


def _all_different(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for own in names:
        name, number = own, 2
        while name in found:
            name, number = f"{own} ({number})", number + 1
        found.append(name)
    return found
