"""What is made when it is first asked for: a Word file defines hundreds of styles and lists, and uses a dozen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from typing_extensions import override

_Source = TypeVar("_Source")
_Value = TypeVar("_Value")


class Late(Mapping[str, _Value], Generic[_Source, _Value]):
    """Values by name, each made from its source once."""

    def __init__(self, sources: Mapping[str, _Source], make: Callable[[_Source], _Value]) -> None:
        self._sources = sources
        self._make = make
        self._made: dict[str, _Value] = {}

    @override
    def __getitem__(self, name: str) -> _Value:
        if name not in self._made:
            self._made[name] = self._make(self._sources[name])
        return self._made[name]

    @override
    def __contains__(self, name: object) -> bool:
        return name in self._sources

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    @override
    def __len__(self) -> int:
        return len(self._sources)
