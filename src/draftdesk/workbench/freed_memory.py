"""When freed memory goes back to the system."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import Any


def give_back() -> None:
    """After work that freed much: the C library of Linux keeps freed blocks.

    These are 30 MB after eight long drafts came, and where a redline of 2,400 paragraphs was written.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], Any] | None:
    if sys.platform != "linux":
        return None
    import ctypes  # noqa: PLC0415  most commands need none

    try:
        return ctypes.CDLL("libc.so.6").malloc_trim
    except (OSError, AttributeError):  # another C library
        return None
