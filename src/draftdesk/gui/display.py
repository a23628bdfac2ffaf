"""Whether a window can open here: Qt ends the whole process where it cannot, and says so to programmers only."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from draftdesk.messages import Message, message

_KNOWN: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_PLUGIN: Final = Path("Qt", "plugins", "platforms", "libqxcb.so")


def why_no_window() -> Message | None:
    """What keeps a window from opening on this computer, None where nothing does; Qt is not loaded for that."""
    if sys.platform != "linux":
        return None
    if not any(os.environ.get(name) for name in _KNOWN):
        return message("no_display")
    if not _is_x11():
        return None
    library = missing_library(_plugin())
    if library:
        return message("display_library", library=library)
    return None if _answers() else message("display_silent", display=os.environ.get("DISPLAY", ""))


def _is_x11() -> bool:
    """Whether Qt will open its windows by X11, as it does on Linux unless something else is asked for."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    return asked == "xcb" or (not asked and not os.environ.get("WAYLAND_DISPLAY"))


def _plugin() -> Path | None:
    found = find_spec("PySide6")
    path = Path(found.origin).parent / _PLUGIN if found is not None and found.origin else None
    return path if path is not None and path.is_file() else None


def missing_library(plugin: Path | None) -> str:
    """The name of a library of the system that Qt's plugin for X11 needs and that is not there; "" for none."""
    if plugin is None:
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error).split(":")[0]
    return ""


def _answers() -> bool:
    """Whether the display that the environment names takes connections."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the plugin was loaded, so another one is about, and Qt finds out
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    is_there = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return is_there
