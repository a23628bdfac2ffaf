"""How the user wants the window to look on all desks, kept with the other preferences."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Final

from draftdesk.workspace.preferences import keep_value, kept_value

AS_SYSTEM: Final = "system"
LIGHT: Final = "light"
DARK: Final = "dark"
_KEY: Final = "looks"


@dataclass(frozen=True, slots=True)
class LooksKept:
    """`theme` is light, dark or that of the system; `by_author`: changes have the colours of their authors.

    `family` is the font of the drafts, "" for the program's own; `points` its size at 100 %, 0 for ours.
    """

    theme: str = AS_SYSTEM
    contrast: bool = False
    by_author: bool = False
    family: str = ""
    points: int = 0


def looks_kept() -> LooksKept:
    """What was chosen; what cannot be made out is as it was never chosen."""
    found = kept_value(_KEY)
    if not isinstance(found, dict):
        return LooksKept()
    known = {
        one.name: found[one.name]
        for one in fields(LooksKept)
        if type(found.get(one.name)) is type(getattr(_DEFAULTS, one.name))
    }
    kept = LooksKept(**known)
    return kept if kept.theme in {AS_SYSTEM, LIGHT, DARK} else replace(kept, theme=AS_SYSTEM)


def keep_looks(looks: LooksKept) -> None:
    """Keep what was chosen. Raises WorkspaceError."""
    keep_value(_KEY, asdict(looks))


_DEFAULTS: Final = LooksKept()
