"""One rolling text of many proposals, as negotiators type it: words in brackets with the names of who proposes them.

    Urges [all] Member States[ / EU, CANZ: and regional organizations] to act      a choice inside a paragraph
    ... to act; [US: delete paragraph]                                             who would not have it
    [EU, CANZ alt: Invites Member States to act;]                                  another text of the paragraph above
    [US: Requests a report;]                                                       a new paragraph

In a choice the base's words come first and bear no name; what some put in their stead follows their names. A bracket
without a name that is known stands in the text itself. Blanks beside brackets are set anew; all other words of each
delegation can be read back (`text_of`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from draftdesk.negotiating.merging import Edit

DELETE: Final = "delete"
DELETE_PARAGRAPH: Final = "delete paragraph"
MOVE: Final = "move to "
BREAK: Final = "¶"
NOTHING: Final = "\u200b"
"""Stands for what a rolling text does not show, such as the mark of a footnote."""

_ALT: Final = " alt"
_WIDE: Final = "［］"
_JOINING_WORDS: Final = 2  # so few kept words between two changes are said again in one bracket
_NOT_IN_NAMES: Final = re.compile(r"[\[\]/:,\s]+")
_BEFORE_STOP: Final = re.compile(r"\s+([,;.:!?)])")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the base, and what delegations have in their stead, by their names; none where all keep them."""

    base: str
    others: tuple[tuple[tuple[str, ...], str], ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as they are typed; `is_sign`: brackets, names and strokes, not words of a text."""

    text: str
    is_sign: bool = False


def plain_name(name: str) -> str:
    """A name without the signs that part names and words in a bracket."""
    return " ".join(_NOT_IN_NAMES.sub(" ", name).split()) or "–"


def woven(base: str, versions: Sequence[tuple[str, Sequence[Edit]]]) -> tuple[Part, ...]:
    """The paragraph with the edits of all; changes that touch are one choice, those of one hand even nearly."""
    edits = sorted((edit, name) for name, own in versions for edit in own)
    parts: list[Part] = []
    at = 0
    for start, end in _regions(base, edits):
        if start > at:
            parts.append(Part(base[at:start]))
        others: dict[str, tuple[str, ...]] = {}
        for name, own in versions:
            inside = [edit for edit in own if start <= edit.start and edit.end <= end]
            text = _with(base, start, end, inside)
            if inside and text != base[start:end]:
                others[text] = (*others.get(text, ()), name)
        parts.append(Part(base[start:end], tuple((names, text) for text, names in others.items())))
        at = end
    return (*parts, Part(base[at:])) if at < len(base) else tuple(parts)


def _regions(base: str, edits: Iterable[tuple[Edit, str]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    within: set[str] = set()
    for edit, name in edits:
        last = found[-1][1] if found else -1
        near = name in within and len(base[last : edit.start].split()) <= _JOINING_WORDS
        if edit.start <= last or near:
            found[-1] = (found[-1][0], max(last, edit.end))
            within.add(name)
        else:
            found.append((edit.start, edit.end))
            within = {name}
    return found


def _with(base: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    text, at = "", start
    for edit in edits:
        text += base[at : edit.start] + edit.text
        at = edit.end
    return text + base[at:end]


def typed(parts: Iterable[Part]) -> list[Typed]:
    """A paragraph as it is typed; brackets of the text that a choice would tear apart are typed wide."""
    parts = tuple(parts)
    inside = [text for part in parts if part.others for text in (part.base, *(own for _, own in part.others))]
    if not all(map(_is_balanced, (*inside, "".join(part.base for part in parts)))):
        parts = tuple(Part(_wide(one.base), tuple((n, _wide(text)) for n, text in one.others)) for one in parts)
    found: list[Typed] = []
    for part in parts:
        if not part.others:
            found.append(Typed(part.base))
            continue
        texts = [part.base, *(text for _, text in part.others)]
        if any(text[:1].isspace() for text in texts):
            found.append(Typed(" "))
        found += [Typed("[", is_sign=True), *_alternatives(part), Typed("]", is_sign=True)]
        if any(text[-1:].isspace() for text in texts):
            found.append(Typed(" "))
    return found


def _alternatives(part: Part) -> list[Typed]:
    found = [Typed(part.base.strip())] if part.base.strip() else []
    for names, text in part.others:
        found += [Typed(" / ", is_sign=True)] if found else []
        found += [Typed(f"{', '.join(names)}: ", is_sign=True), Typed(text.strip() or DELETE)]
    return found


def typed_whole(names: Sequence[str], text: str, *, is_alternative: bool = False) -> list[Typed]:
    """A paragraph that is proposed as a whole, or what is said of the one before the bracket."""
    head = f"[{', '.join(names)}{_ALT if is_alternative else ''}: "
    return [Typed(head, is_sign=True), Typed(text if _is_balanced(text) else _wide(text)), Typed("]", is_sign=True)]


def _is_balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"[": 1, "]": -1}.get(sign, 0)
        if depth < 0:
            return False
    return not depth


def _wide(text: str) -> str:
    return text.replace("[", _WIDE[0]).replace("]", _WIDE[1])


def text_of(lines: Iterable[str], names: Sequence[str], name: str) -> list[str]:
    """The paragraphs of one delegation, read from a rolling text; `names` are all delegations, "" is the base."""
    found: list[str | None] = []
    for line in lines:
        end = _closing(line, 0) if line.startswith("[") else -1
        choice = _choice(line[1:-1], names) if end == len(line) - 1 else None
        if choice is None or choice.base:
            said = _said(line, names, name)
            found.append(None if said is None else as_read(said))
        elif name in choice.alternatives and choice.is_alternative:
            found[-1:] = [as_read(choice.alternatives[name])]
        elif name in choice.alternatives:
            found.append(as_read(choice.alternatives[name]))
    return [text for text in found if text is not None]


def as_read(text: str) -> str:
    """A text as far as a rolling text keeps it: blanks alike, none before a stop, ends of paragraphs apart."""
    apart = text.replace(NOTHING, "").replace(BREAK, f" {BREAK} ").replace(_WIDE[0], "[").replace(_WIDE[1], "]")
    return _BEFORE_STOP.sub(r"\1", " ".join(apart.split()))


@dataclass(frozen=True, slots=True)
class _Choice:
    base: str
    alternatives: dict[str, str]
    is_alternative: bool


def _said(text: str, names: Sequence[str], name: str) -> str | None:
    """A paragraph with the choices of one delegation; None where it would delete or move it."""
    found, at = "", 0
    while (start := text.find("[", at)) >= 0:
        end = _closing(text, start)
        choice = _choice(text[start + 1 : end], names) if end > 0 else None
        if choice is None:
            found += text[at : start + 1]
            at = start + 1
            continue
        said = choice.alternatives.get(name, choice.base)
        if name in choice.alternatives and (said == DELETE_PARAGRAPH or said.startswith(MOVE)):
            return None
        found += text[at:start] + ("" if said == DELETE else said)
        at = end + 1
    return found + text[at:]


def _choice(content: str, names: Sequence[str]) -> _Choice | None:
    """What stands in a bracket; None where no delegation is named in it."""
    if not names:
        return None
    one = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    heads = [
        head
        for head in re.finditer(rf"(?:^| / )((?:{one})(?:, (?:{one}))*)({_ALT})?: ", content)
        if content[: head.start()].count("[") == content[: head.start()].count("]")
    ]
    if not heads:
        return None
    ends = [*(head.start() for head in heads[1:]), len(content)]
    said = [content[head.end() : end] for head, end in zip(heads, ends, strict=True)]
    alternatives = {name: text for head, text in zip(heads, said, strict=True) for name in head[1].split(", ")}
    return _Choice(content[: heads[0].start()], alternatives, bool(heads[0][2]))


def _closing(text: str, start: int) -> int:
    """The place of the bracket that closes the one at `start`; -1 for none."""
    depth = 0
    for at in range(start, len(text)):
        depth += {"[": 1, "]": -1}.get(text[at], 0)
        if not depth:
            return at
    return -1
