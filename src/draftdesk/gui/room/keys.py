"""The keys of the room: the screen acts on this table, and the sheet of keys is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

_K = Qt.Key


@dataclass(frozen=True, slots=True)
class RoomKeys:
    """What is done by name, in words, and by which keys; `by` goes with it."""

    does: str
    caption: str
    shown: str
    keys: frozenset[Qt.Key]
    by: int = 0


ROOM_KEYS: Final = (
    RoomKeys("step", "Next paragraph", "Right, Down, Space", frozenset({_K.Key_Right, _K.Key_Down, _K.Key_Space}), 1),
    RoomKeys("step", "Next paragraph", "Page Down", frozenset({_K.Key_PageDown}), 1),
    RoomKeys("step", "Previous paragraph", "Left, Up", frozenset({_K.Key_Left, _K.Key_Up}), -1),
    RoomKeys("step", "Previous paragraph", "Page Up, Backspace", frozenset({_K.Key_PageUp, _K.Key_Backspace}), -1),
    RoomKeys("step_change", "Next changed paragraph", "F8", frozenset({_K.Key_F8}), 1),
    RoomKeys("step_change", "Previous changed paragraph", "F7", frozenset({_K.Key_F7}), -1),
    RoomKeys("step_news", "Next paragraph that is new since you left", "N", frozenset({_K.Key_N})),
    RoomKeys("step_draft", "Next draft", "Tab", frozenset({_K.Key_Tab}), 1),
    RoomKeys("step_draft", "Previous draft", "Shift+Tab", frozenset({_K.Key_Backtab}), -1),
    RoomKeys("go_to_end", "First paragraph", "Home", frozenset({_K.Key_Home}), -1),
    RoomKeys("go_to_end", "Last paragraph", "End", frozenset({_K.Key_End}), 1),
    RoomKeys("toggle_base", "Show or hide what it was", "B", frozenset({_K.Key_B})),
    RoomKeys("enlarge", "Larger letters", "+", frozenset({_K.Key_Plus, _K.Key_Equal}), 1),
    RoomKeys("enlarge", "Smaller letters", "−", frozenset({_K.Key_Minus}), -1),
    RoomKeys("enlarge", "Letters as they were", "0", frozenset({_K.Key_0})),
    RoomKeys("toggle_theme", "Light or dark", "D", frozenset({_K.Key_D})),
    RoomKeys("leave", "Back to the desk", "Escape, F11", frozenset({_K.Key_Escape, _K.Key_F11})),
)


def key_of(key: Qt.Key) -> RoomKeys | None:
    """What a key does in the room; None for nothing."""
    return next((one for one in ROOM_KEYS if key in one.keys), None)
