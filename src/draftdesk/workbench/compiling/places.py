"""What a compilation tells one by one: each paragraph that accepting one delegation alone gives otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from draftdesk.exporting.hands.writer import Compiled, Contested
from draftdesk.exporting.proof.alone import Misses, numbers_of
from draftdesk.messages import Message, message
from draftdesk.model.paragraph import OBJECT

_SHOWN: Final = 60  # code points of a paragraph that are told
_MOST: Final = 12  # paragraphs of a passage that are told; only a table has more, and they name it


def compiled_places(compiled: Compiled, missed: Mapping[str, Misses]) -> tuple[Message, ...]:
    """Contested passages, changes that stand under another's name, and the numbers of each delegation in ranges.

    `missed`: by the names of the delegations, in their order, what each misses though nobody contests it.
    """
    alike: dict[str, dict[str, None]] = {}  # names in order, each once: texts may begin alike
    for name, misses in missed.items():
        for text in misses.texts:
            alike.setdefault(_shown(text), {})[name] = None
    return (
        *map(_contested, compiled.contested),
        *(message("alike", what=what, hands=", ".join(names)) for what, names in alike.items()),
        *(message("renumbered", hand=name, numbers=numbers) for name, numbers in _renumbered(compiled, missed)),
    )


def _contested(one: Contested) -> Message:
    code = ("contested_move" if one.moves else "contested_delete") if one.deletes else "contested"
    shown = [told for text in one.base if (told := _shown(text))]
    what = " ¶ ".join([*shown[:_MOST], "…"] if len(shown) > _MOST else shown)
    return message(code, what=what, hands=", ".join(one.hands))


def _renumbered(compiled: Compiled, missed: Mapping[str, Misses]) -> Iterable[tuple[str, str]]:
    for name, misses in missed.items():
        texts = [text for one in compiled.numbers for hand, text in one if hand == name]
        numbers = _numbers([*texts, *misses.renumbered])
        if numbers:
            yield name, numbers


def _numbers(texts: Sequence[str]) -> str:
    bare = [f"“{_shown(text)}”" for text in dict.fromkeys(texts) if not numbers_of([text])]
    return ", ".join([*numbers_of(texts), *bare])


def _shown(text: str) -> str:
    text = " ".join(text.replace(OBJECT, "").split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
