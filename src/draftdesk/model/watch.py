"""How long work tells its progress and can be stopped, without knowing who looks on."""

from __future__ import annotations

from typing import Protocol


class Stopped(Exception):  # noqa: N818  what happened, not a fault
    """Raised by a watch to stop the work; nothing of it is kept."""


class Watch(Protocol):
    """Called now and then by long work; may raise Stopped."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """`step` is a message code; `done` of `total` parts are finished."""


def unwatched(step: str, done: int, total: int) -> None:
    """Nobody looks on."""
