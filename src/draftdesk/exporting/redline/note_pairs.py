"""Which notes of two files answer each other: by their words and by the place where they are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from lxml import etree
from rapidfuzz import fuzz

from draftdesk.wordml.names import P, T, w

_ALIKE: Final = 60.0
_EQUAL: Final = 125.0  # equal words tell more than a place, alike words at one place more than equal ones elsewhere
_BEFORE: Final = 40  # code points before a mark that tell its place


class CalledNote(NamedTuple):
    """The words of a note, and those before its mark."""

    text: str
    place: str


def called_notes(document: etree._Element, kind: str, texts: Mapping[str, str]) -> dict[str, CalledNote]:
    """The notes of a kind (footnote, endnote) by id, in the order of `texts`."""
    mark = w(f"{kind}Reference")
    places: dict[str, str] = {}
    before = ""
    for element in document.iter(P, T, mark) if texts else ():
        if element.tag == P:
            before = ""
        elif element.tag == T:
            before += element.text or ""
        else:
            places.setdefault(element.get(w("id"), ""), before[-_BEFORE:])
    return {id_: CalledNote(text, places.get(id_, "")) for id_, text in texts.items()}


def paired_notes(base: Mapping[str, CalledNote], new: Mapping[str, CalledNote]) -> dict[str, str]:
    """The ids in the new file by those in the base: the likest in words and place first, of as many in order."""
    pairs: dict[str, str] = {}
    where: dict[CalledNote, list[str]] = {}
    for new_id, note in new.items():
        where.setdefault(note, []).append(new_id)
    for base_id, note in base.items():
        if where.get(note):
            pairs[base_id] = where[note].pop(0)
    taken = set(pairs.values())
    left = [(one, other) for one in base if one not in pairs for other in new if other not in taken]
    scored = [(_likeness(base[one], new[other]), one, other) for one, other in left]
    for score, base_id, new_id in sorted(scored, key=lambda one: -one[0]):
        if score and base_id not in pairs and new_id not in taken:
            pairs[base_id] = new_id
            taken.add(new_id)
    return pairs


def _likeness(one: CalledNote, other: CalledNote) -> float:
    """0 for notes that cannot answer each other."""
    words = _EQUAL if one.text == other.text else fuzz.ratio(one.text, other.text)
    return words + fuzz.ratio(one.place, other.place) if words >= _ALIKE else 0.0
