"""When Python looks for circles of garbage: seldom, and never through values of a desk. When freed memory goes back.

Drafts, comparisons and what views keep of them are hundreds of thousands of frozen values that form no circles.
A collection that walks them takes 50 to 150 ms, in which the window does not answer.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import Any, Final

_MANY: Final = 4_000
"""So many new values take about 2 ms to walk."""


def collect_seldom() -> None:
    """At the start: all that is loaded lives as long as the program, and collections become rare."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def spare_values() -> None:
    """After a slice of work that made values to keep: collections leave out all that is there now."""
    if gc.get_count()[0] > _MANY:
        gc.freeze()


def give_back() -> None:
    """After work that freed much: the C library of Linux keeps freed blocks, 30 MB after eight long drafts came."""
    if _TRIM is not None:
        _TRIM(0)


def _trim() -> Callable[[int], Any] | None:
    if sys.platform != "linux":
        return None
    try:
        return ctypes.CDLL("libc.so.6").malloc_trim
    except (OSError, AttributeError):  # another C library
        return None


_TRIM: Final = _trim()
