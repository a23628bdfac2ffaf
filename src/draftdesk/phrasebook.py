"""The texts of a language, from files in the format of gettext (PO), which translators have programs for.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html; what is read of it: comments, `msgid`,
`msgid_plural`, `msgstr`, `msgstr[N]`, texts over several lines, and `Plural-Forms` in the entry without a text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from typing import Final

PluralRule = Callable[[int], int]
_LINE: Final = re.compile(r'(?:(msgid|msgid_plural|msgstr)(?:\[(\d+)\])?\s+)?(".*")\s*$')
_RULE: Final = re.compile(r"^Plural-Forms:.*?plural\s*=\s*([^;\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The forms of each English text: one, or as many as the language has for counts."""

    forms: Mapping[str, tuple[str, ...]]
    rule: PluralRule

    def text(self, english: str) -> str:
        """The text in this language; the English one where there is none."""
        found = self.forms.get(english)
        return found[0] if found and found[0] else english

    def form(self, one: str, many: str, count: int) -> str:
        """The form for a count; the English one where there is none."""
        found, number = self.forms.get(one), self.rule(count)
        if found and number < len(found) and found[number]:
            return found[number]
        return one if count == 1 else many


@dataclass(slots=True)
class PoEntry:
    """One entry as it stands in a file."""

    english: str = ""
    forms: tuple[str, ...] = ()


def read_phrasebook(files: Sequence[str]) -> Phrasebook:
    """The phrasebook of the files of one language; without files nothing is translated."""
    forms: dict[str, tuple[str, ...]] = {}
    rule: PluralRule = _as_in_english
    for file in files:
        for entry in po_entries(file):
            found = _RULE.search(entry.forms[0]) if not entry.english and entry.forms else None
            if found is not None:
                rule = c2py(found[1])
            elif entry.english:
                forms[entry.english] = entry.forms
    return Phrasebook(forms, rule)


def po_entries(file: str) -> Iterator[PoEntry]:
    """The entries of a file in their order; raises ValueError with the number of a line that is no PO."""
    parts: dict[str, str] = {}
    at = ""
    for number, line in enumerate([*file.splitlines(), 'msgid ""'], 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.match(line)
        if found is None:
            raise ValueError(f"line {number}: {line}")
        name, form, quoted = found.groups()
        if name == "msgid" and parts:
            yield _entry(parts)
            parts = {}
        at = f"{name}{int(form or 0) if name == 'msgstr' else ''}" if name else at
        parts[at] = parts.get(at, "") + str(json.loads(quoted))


def _entry(parts: Mapping[str, str]) -> PoEntry:
    names = sorted((name for name in parts if name.startswith("msgstr")), key=lambda name: int(name[6:]))
    return PoEntry(parts.get("msgid", ""), tuple(parts[name] for name in names))


def _as_in_english(count: int) -> int:
    return int(count != 1)
