"""Frozen dataclasses that are made and packed in half the time, as a long draft has tens of thousands of them.

What `dataclass(frozen=True)` writes to make one sets each field through `object.__setattr__`, which looks again and
again for what it may set; here each is set through its slot. What it writes to pack one for another process asks each
time what the fields are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True, order_default=True)
def value(cls: type[_Value]) -> type[_Value]:
    """Decorates a class as `dataclass(frozen=True, slots=True, order=True)` does.

    It has two fields or more; their defaults are values and not made.
    """
    frozen = dataclass(frozen=True, slots=True, order=True, init=False)(cls)
    frozen.__init__ = _init_of(frozen)  # type: ignore[method-assign]
    all_of = attrgetter(*(one.name for one in fields(frozen)))  # type: ignore[arg-type]
    frozen.__reduce__ = lambda self: (frozen, all_of(self))  # type: ignore[method-assign]
    return frozen


def _init_of(cls: type[Any]) -> Callable[..., None]:
    own = fields(cls)
    known: dict[str, Any] = {f"set_{one.name}": cls.__dict__[one.name].__set__ for one in own}
    taken = ", ".join(one.name for one in own)
    sets = "\n".join(f"    set_{one.name}(self, {one.name})" for one in own)
    exec(f"def __init__(self, {taken}):\n{sets}", known)  # as dataclasses make their own
    init: Callable[..., None] = known["__init__"]
    init.__defaults__ = tuple(one.default for one in own if one.default is not MISSING)
    return init
