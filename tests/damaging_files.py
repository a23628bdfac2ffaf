"""Damages files by a seed: cuts, flips bits, swaps and repeats parts, nests without end, plays tricks with zip files.

    damaging_files.py OUT SEED COUNT FILE...

Writes COUNT damaged copies into OUT. The same arguments give the same bytes. A reader has to read each of them or
refuse it in one sentence.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def flipped(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 8, 64, 512))):
        if damaged:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def shuffled(data: bytes, chance: random.Random) -> bytes:
    size = max(1, len(data) // 8)
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(blocks)
    return b"".join(blocks)


def filled(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data) + 1), chance.randrange(4096)
    return data[:at] + bytes(chance.randrange(256) for _ in range(length)) + data[at + length :]


def doubled(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[: chance.randrange(len(data) + 1)] + data[at:]


def with_parts(change: Callable[[dict[str, bytes], random.Random], dict[str, bytes]]) -> Damage:
    """Damage inside a zip, which stays a sound zip; other files are cut."""

    def damage(data: bytes, chance: random.Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError, ValueError):
            return cut(data, chance)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
            for name, content in change(parts, chance).items():
                target.writestr(name, content)
        return stream.getvalue()

    return damage


def swapped(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    names = list(parts)
    return dict(zip(names, chance.sample(list(parts.values()), len(names)), strict=True))


def without_one(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    gone = chance.choice(list(parts) or [""])
    return {name: content for name, content in parts.items() if name != gone}


def one_flipped(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    name = chance.choice([name for name in parts if name.endswith(".xml")] or list(parts) or [""])
    return {**parts, name: flipped(parts.get(name, b"x"), chance)}


def one_cut(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    name = chance.choice([name for name in parts if name.endswith(".xml")] or list(parts) or [""])
    return {**parts, name: cut(parts.get(name, b"x"), chance)}


def nested(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """A text that is nested far deeper than any writer nests."""
    depth = chance.choice((200, 300, 5_000, 100_000))
    changed = dict(parts)
    for name, opened in (("word/document.xml", b"w:sdtContent"), ("content.xml", b"text:section")):
        if name in parts:
            start = b"<w:body>" if name.startswith("word") else b"<office:text"
            at = parts[name].find(start)
            at = parts[name].find(b">", at) + 1 if at >= 0 else len(parts[name])
            levels = b"<" + opened + b">", b"</" + opened + b">"
            changed[name] = parts[name][:at] + levels[0] * depth + levels[1] * depth + parts[name][at:]
    return changed


def bloated(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    name = chance.choice(list(parts) or ["x.xml"])
    return {**parts, name: parts.get(name, b"") + b" " * (300 * 1024 * 1024)}


def many(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    return {**parts, **{f"word/part{number}.xml": b"<x/>" for number in range(chance.choice((100, 10_000)))}}


DAMAGES: dict[str, Damage] = {
    "cut": cut,
    "flipped": flipped,
    "shuffled": shuffled,
    "filled": filled,
    "doubled": doubled,
    "swapped": with_parts(swapped),
    "without": with_parts(without_one),
    "one_flipped": with_parts(one_flipped),
    "one_cut": with_parts(one_cut),
    "nested": with_parts(nested),
    "bloated": with_parts(bloated),
    "many": with_parts(many),
}
_RARE = frozenset(("bloated", "many"))


def damaged_files(paths: list[Path], seed: int, count: int) -> list[tuple[str, bytes]]:
    """(name, bytes) of damaged copies."""
    chance = random.Random(seed)
    often = [kind for kind in DAMAGES for _ in range(1 if kind in _RARE else 8)]
    made = []
    for number in range(count):
        path, kind = chance.choice(paths), chance.choice(often)
        made.append((f"{number:04}-{kind}-{path.name}", DAMAGES[kind](path.read_bytes(), chance)))
    return made


if __name__ == "__main__":
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name, data in damaged_files([Path(one) for one in sys.argv[4:]], int(sys.argv[2]), int(sys.argv[3])):
        (out / name).write_bytes(data)
