"""What the user set for all desks, in one small file."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from draftdesk.messages import Message, message
from draftdesk.settings import DEFAULT_AUTHOR
from draftdesk.translation import INTERFACE_LANGUAGES
from draftdesk.workspace.faults import faults_of
from draftdesk.workspace.places import workspaces_folder

_FILE: Final = "preferences.json"
_DAMAGED: Final = "preferences (damaged).json"
_AUTHOR: Final = "author"
_NEW_TEXTS: Final = "language_of_new_texts"
_RULES: Final = "rules_switched_off"
_LANGUAGE: Final = "language"


def author_of_changes() -> str:
    """The name that stands at tracked changes; the default where none was set or the file is of no use."""
    name = _read().get(_AUTHOR)
    return name if isinstance(name, str) and name else DEFAULT_AUTHOR


def set_author_of_changes(name: str) -> None:
    """Keep the name; "" goes back to the default. Raises WorkspaceError."""
    keep_value(_AUTHOR, name)


def language_of_interface() -> str:
    """The code of the language that the user chose for the window; "" for that of the system."""
    code = _read().get(_LANGUAGE)
    return code if isinstance(code, str) and code in INTERFACE_LANGUAGES else ""


def set_language_of_interface(code: str) -> None:
    """Keep the language of the window; "" for that of the system. Raises WorkspaceError."""
    keep_value(_LANGUAGE, code)


def language_of_new_texts() -> str:
    """The code of the language in which texts are begun from a form; "" where the user chose none."""
    code = _read().get(_NEW_TEXTS)
    return code if isinstance(code, str) else ""


def set_language_of_new_texts(code: str) -> None:
    """Keep the language of new texts. Raises WorkspaceError."""
    keep_value(_NEW_TEXTS, code)


def rules_switched_off() -> frozenset[str]:
    """The codes of the rules of form that the user does not follow."""
    codes = _read().get(_RULES)
    return frozenset(code for code in codes if isinstance(code, str)) if isinstance(codes, list) else frozenset()


def switch_rule(code: str, *, on: bool) -> None:
    """Follow a rule of form, or do not. Raises WorkspaceError."""
    keep_value(_RULES, sorted(rules_switched_off() - {code} if on else rules_switched_off() | {code}))


def kept_value(key: str) -> object:
    """What was kept under a key; None for nothing."""
    return _read().get(key)


def keep_value(key: str, value: object) -> None:
    """Keep a value that JSON can hold. Raises WorkspaceError."""
    place = _place()
    with faults_of(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(".new")
        beside.write_text(json.dumps(_read() | {key: value}, ensure_ascii=False), encoding="utf-8")
        beside.replace(place)  # a disk that is full in the middle of writing costs no setting


def damaged_set_aside() -> Message | None:
    """Put settings that cannot be read beside their place, so that nothing writes over them; what to say then."""
    place = _place()
    aside = place.with_name(_DAMAGED)
    try:
        if not place.is_file() or isinstance(json.loads(place.read_text(encoding="utf-8")), dict):
            return None
    except ValueError:
        pass
    except OSError:
        return None
    with suppress(OSError):
        place.replace(aside)
    return message("preferences_set_aside", path=str(aside if aside.exists() else place))


def _place() -> Path:
    return workspaces_folder() / _FILE


def _read() -> dict[str, object]:
    try:
        found = json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
