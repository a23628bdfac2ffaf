"""Enumerations whose members are looked up as fast as words.

`Enum` hashes the name of a member by a function in Python. Kinds and relations are keys and members of sets for every
paragraph and every cell of a desk, after every edit; a `StrEnum` is a word already and has the hash of one.
"""

from __future__ import annotations

from enum import StrEnum


class QuickEnum(StrEnum):
    """A `StrEnum` with the hash of `str`."""

    __hash__ = str.__hash__
