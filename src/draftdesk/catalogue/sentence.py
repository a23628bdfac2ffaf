"""What an entry of the catalogue is."""

from __future__ import annotations

from typing import TypeAlias

Sentence: TypeAlias = str | tuple[str, str]
"""One sentence; or two, for one and for many of what its field `count` counts."""
