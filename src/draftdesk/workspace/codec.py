"""Frozen values as JSON and back, exactly; a field that has its default is left out.

Driven by the fields of the dataclasses, so a new field with a default needs nothing here: an older file is read
as if the field had its default, and what it says of a field that is gone is passed over.
"""
# ruff: noqa: ANN401  what JSON holds has no better type here

from __future__ import annotations

import dataclasses
import json
import types
import zlib
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PLAIN = frozenset({str, int, float, bool, types.NoneType})


class CodecError(ValueError):
    """Stored JSON that is not what it should be."""


def packed(value: object) -> Any:
    """A value of the model as what JSON knows: dataclasses as objects, tuples and sets as lists."""
    kind = type(value)
    return value if kind in _PLAIN else _packer(kind)(value)  # type: ignore[arg-type]


def unpacked(kind: type[Value], stored: Any) -> Value:
    """The value of a model class from what `packed` gave; raises CodecError."""
    try:
        value: Value = _reader(kind)(stored)  # type: ignore[arg-type]
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise CodecError(str(error)) from error
    return value


def to_json(stored: object) -> str:
    """Compact JSON; lone surrogates, which no encoding knows, are escaped."""
    text = _COMPACT.encode(stored)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(stored, separators=(",", ":"))
    return text


def to_bytes(stored: object) -> bytes:
    """Compressed JSON, for what is kept in numbers and seldom read."""
    return compressed(to_json(stored))


def compressed(text: str) -> bytes:
    """JSON as `from_bytes` reads it."""
    return zlib.compress(text.encode(), 1)


def joined(texts: Mapping[str, str]) -> str:
    """The JSON of an object whose values are JSON already."""
    return f"{{{','.join([f'{to_json(key)}:{text}' for key, text in texts.items()])}}}"


def from_bytes(data: bytes) -> Any:
    """What compressed JSON holds; raises CodecError."""
    try:
        return from_json(zlib.decompress(data).decode())
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        raise CodecError(str(error)) from error


def from_json(text: str) -> Any:
    """What JSON holds; raises CodecError."""
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise CodecError(str(error)) from error


@cache
def _packer(kind: type) -> Callable[[Any], Any]:
    """How values of a class are packed."""
    if issubclass(kind, Enum):
        return attrgetter("_value_")  # `value` looks it up by a property in Python
    if issubclass(kind, tuple):
        return lambda value: [packed(part) for part in value]
    if issubclass(kind, frozenset):
        return lambda value: sorted(packed(part) for part in value)
    if dataclasses.is_dataclass(kind):
        return partial(_packed_fields, tuple((field.name, field.default) for field in dataclasses.fields(kind)))
    return lambda value: value


def _packed_fields(known: tuple[tuple[str, object], ...], value: object) -> dict[str, Any]:
    stored = {}
    for name, default in known:
        part = getattr(value, name)
        if part is not default and part != default:
            stored[name] = part if type(part) in _PLAIN else packed(part)
    return stored


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How values of a kind are made of what JSON knows."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return partial(_either, get_args(kind))
    if origin is tuple:
        return partial(_tuple, get_args(kind))
    if origin is frozenset:
        return partial(_set, _reader(get_args(kind)[0]))
    if dataclasses.is_dataclass(kind):
        return partial(_object, kind, get_type_hints(kind))
    return kind if issubclass(kind, Enum) else partial(_plain, kind)


def _set(read: Callable[[Any], Any], stored: Any) -> frozenset[Any]:
    return frozenset([read(part) for part in _list(stored)])


def _object(kind: Any, hints: Mapping[str, Any], stored: Any) -> Any:
    return kind(**{name: _reader(hints[name])(part) for name, part in stored.items() if name in hints})


def _tuple(arguments: tuple[Any, ...], stored: Any) -> tuple[Any, ...]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        read = _reader(arguments[0])
        return tuple([read(part) for part in _list(stored)])
    return tuple(_reader(kind)(part) for kind, part in zip(arguments, _list(stored), strict=True))


def _list(stored: Any) -> list[Any]:
    if not isinstance(stored, list):
        raise TypeError(f"a list was expected, not {type(stored).__name__}")
    return stored


def _plain(kind: type, stored: Any) -> Any:
    if kind is float and type(stored) is int:
        return float(stored)
    if type(stored) is not kind:
        raise TypeError(f"{kind.__name__} was expected, not {type(stored).__name__}")
    return stored


def _either(kinds: tuple[Any, ...], stored: Any) -> Any:
    """A value of one of several plain kinds, or of one kind that may be None."""
    if type(stored) in kinds:
        return stored
    others = [kind for kind in kinds if kind is not types.NoneType]
    if len(others) != 1:
        raise TypeError(f"{type(stored).__name__} was not expected")
    return _reader(others[0])(stored)
