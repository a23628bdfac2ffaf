"""A property that is worked out when it is first asked and then kept.

`functools.cached_property` does so too, but until Python 3.12 it takes a lock each time, which costs more than what
lines of a page have to work out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class once(Generic[_Owner, _Value]):  # noqa: N801  written as a decorator
    """Decorates a method without arguments of a class whose instances have a `__dict__`."""

    def __init__(self, work_out: Callable[[_Owner], _Value]) -> None:
        self._work_out = work_out
        self._name = ""
        self.__doc__ = work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, owner: _Owner, of: type | None = None) -> _Value:
        value = owner.__dict__[self._name] = self._work_out(owner)
        return value
