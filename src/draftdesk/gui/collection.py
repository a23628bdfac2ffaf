"""When Python looks for circles of garbage: seldom, and never through values of a desk.

Drafts, comparisons and what views keep of them are hundreds of thousands of frozen values that form no circles.
A collection that walks them takes 50 to 150 ms, in which the window does not answer.
"""

from __future__ import annotations

import gc
from typing import Final

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
