"""LibreOffice, where it is installed, turns a file of another time into a Word file; nothing else is asked of it.

It runs once for each file, in a folder and with a profile of its own that go afterwards: without macros, without
fetching what a file links to, where the system allows it without any network at all; and it is ended with all its
processes when it takes too long.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from draftdesk.errors import ReadingError, refusal
from draftdesk.settings import OFFICE_TIMEOUT_SECONDS

_FOLDER: Final = "draftdesk-office-"
_FOLDER_LIFE_SECONDS: Final = 3600
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SETTING: Final = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS: Final = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Proxies that answer nobody: where the network cannot be taken away, no address is reached."""

_ALONE: Final = (
    *("setpriv", "--pdeathsig", "KILL"),
    *("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--"),
)
"""On Linux: no network, and all processes end with the one that started them, even if that one is killed."""


def office_program() -> str | None:
    """The command of LibreOffice, None where it is not installed."""
    named = next((found for name in _NAMES if (found := shutil.which(name))), None)
    return named or next((place for place in _PLACES if Path(place).is_file()), None)


def as_word_file(data: bytes, name: str, program: str) -> bytes:
    """The bytes of a .docx with the content of an older file; raises ReadingError."""
    _sweep()
    with tempfile.TemporaryDirectory(prefix=_FOLDER, ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source, made = folder / "source.doc", folder / "made" / "source.docx"
        source.write_bytes(data)
        _write_profile(folder / "profile")
        command = [
            *_prefix(),
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nodefault", "--nolockcheck"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(source)),
        ]
        if not _run(command, folder):
            raise refusal(ReadingError, "office_timeout", name=name, seconds=int(OFFICE_TIMEOUT_SECONDS))
        if not made.is_file():
            raise refusal(ReadingError, "office_failed", name=name)
        return made.read_bytes()


def _sweep() -> None:
    """Folders of readers that were killed go an hour later."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _FOLDER_LIFE_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    text = f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>{items}</oor:items>'
    (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")


def _prefix() -> tuple[str, ...]:
    """What sets a process apart, where the system lets a user do that."""
    if sys.platform != "linux":
        return ()
    try:
        tried = subprocess.run([*_ALONE, "true"], capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return _ALONE if tried.returncode == 0 else ()


def _run(command: list[str], folder: Path) -> bool:
    """Run a command to its end; False if it had to be ended. All processes that it started end with it."""
    silent = subprocess.DEVNULL
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=silent, stdout=silent, stderr=silent, start_new_session=True
    )
    try:
        process.wait(OFFICE_TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:
            process.kill()
    process.wait(5)
