"""Small PDF files for tests, written object by object in Courier, which every reader has.

Its letters are all 0.6 em wide, so a line of so many letters is as wide as one wants. `printed` sets
paragraphs as the Secretariat does: first lines indented, a gap after each paragraph, footnotes at the foot of
the page below a rule, symbol at the head, page number at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

FONTS = {"": "Courier", "b": "Courier-Bold", "i": "Courier-Oblique"}
EM = 0.6
LEFT, INDENT, TOP, FOOT = 123.0, 24.0, 700.0, 40.0
COLUMN = 60
"""Letters in a full line of size 10."""


@dataclass(frozen=True)
class Shown:
    """A piece of text on a page: place in points from the left and the bottom."""

    text: str
    x: float
    y: float
    size: float = 10.0
    font: str = ""
    turned: bool = False


@dataclass
class Sheet:
    """What is on a page."""

    shown: list[Shown] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    pictures: int = 0

    def put(self, text: str, x: float, y: float, size: float = 10.0, font: str = "") -> Sheet:
        """Place a text; _words_ are italic, {1} is a raised mark."""
        for part in re.split(r"(_[^_]+_|\{[^}]+\})", text):
            if part.startswith("{"):
                self.shown.append(Shown(part[1:-1], x, y + 0.35 * size, 0.65 * size, font))
                x += (len(part) - 2) * 0.65 * size * EM
            elif part:
                plain = part.strip("_") if part.startswith("_") else part
                self.shown.append(Shown(plain, x, y, size, "i" if part.startswith("_") else font))
                x += len(plain) * size * EM
        return self


def pdf_file(sheets: Sequence[Sheet | Iterable[Shown]], *, trailer: str = "", extra: Sequence[bytes] = ()) -> bytes:
    """A PDF of 612 by 792 points; `extra` are objects, from number 1000 on, that `trailer` may name."""
    pages = [sheet if isinstance(sheet, Sheet) else Sheet(list(sheet)) for sheet in sheets]
    fonts = {key: number for number, key in enumerate(FONTS, start=3)}
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for key, number in fonts.items():
        objects[number] = (
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{FONTS[key]} /Encoding /WinAnsiEncoding >>".encode()
        )
    objects[9] = _stream(b"\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
                         "/BitsPerComponent 8")  # fmt: skip
    kids = []
    for index, page in enumerate(pages):
        number = 10 + 2 * index
        kids.append(f"{number} 0 R")
        named = " ".join(f"/F{n} {n} 0 R" for n in fonts.values())
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R "
            f"/Resources << /Font << {named} >> /XObject << /Im 9 0 R >> >> >>"
        ).encode()
        objects[number + 1] = _stream(_content(page, fonts))
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects |= {1000 + number: data for number, data in enumerate(extra)}
    return _written(objects, trailer)


def printed(
    paragraphs: Sequence[str], symbol: str = "A/C.2/81/L.9", lines_on_page: int = 40, width: int = COLUMN
) -> bytes:
    """Paragraphs as the Secretariat prints them.

    "# " begins a heading, "> " a line at the right edge, "1. " or "(a) " a numbered paragraph; "{1}" calls a
    note whose text is the paragraph "{1} text", which stands on the page of its mark.
    """
    notes = dict(re.fullmatch(r"\{(.+?)\} (.*)", text).groups() for text in paragraphs if re.match(r"\{.+?\} ", text))
    rows: list[tuple[str, float, str, float]] = []
    for text in paragraphs:
        if not re.match(r"\{.+?\} ", text):
            rows += _rows(text, width)
    sheets = []
    for at in range(0, len(rows), lines_on_page):
        sheets.append(_sheet(rows[at : at + lines_on_page], notes, symbol, len(sheets) + 1))
    return pdf_file(sheets)


def _sheet(rows: Sequence[tuple[str, float, str, float]], notes: dict[str, str], symbol: str, number: int) -> Sheet:
    sheet, y = Sheet(), TOP
    sheet.put(symbol, LEFT, 760, 8, "b")
    called = []
    for text, x, font, after in rows:
        number_, tab, rest = text.partition("\t")
        sheet.put(number_, x, y, 10, font)
        if tab:
            sheet.put(rest, x + INDENT + 12, y, 10, font)
        called += [mark for mark in re.findall(r"\{(.+?)\}", text) if mark not in called]
        y -= 12 + after
    foot = 60 + 10 * sum(1 + len(notes[mark]) // 60 for mark in called if mark in notes)
    if called:
        sheet.rules.append((LEFT - 24, foot + 12, 72))
    for mark in called:
        for line in _wrapped(notes.get(mark, ""), 60, 60):
            start = f"{{{mark}}} " if line == _wrapped(notes[mark], 60, 60)[0] else ""
            sheet.put(start + line, LEFT - 6, foot, 8)
            foot -= 10
    sheet.put(f"{number}/9", 60, FOOT, 8, "b")
    sheet.put("26-01234", 500, FOOT, 7)
    return sheet


def _rows(text: str, width: int) -> list[tuple[str, float, str, float]]:
    """(text, x, font, gap below) of each printed line."""
    if text.startswith("# "):
        return [(text[2:], LEFT, "b", 12)]
    if text.startswith("> "):
        return [(f"_{text[2:]}_", LEFT + (width - len(text) + 2) * 10 * EM, "", 6)]
    label = re.match(r"(\d+\.|\([a-z]+\)) ", text)
    hanging = 6 if label else 0
    lines = _wrapped(text[label.end() :] if label else text, width - 4 - hanging, width)
    first = f"{label[1]}\t{lines[0]}" if label else lines[0]
    rows = [(first, LEFT + INDENT, "", 0.0), *((line, LEFT, "", 0.0) for line in lines[1:])]
    return [*rows[:-1], (*rows[-1][:3], 6.0)]


def _wrapped(text: str, first: int, width: int) -> list[str]:
    """Lines of so many letters, marks of notes and signs of italics not counted."""
    lines, line, room = [], "", first
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and len(re.sub(r"_|\{[^}]*\}", "", longer)) > room:
            lines.append(line)
            line, room = word, width
        else:
            line = longer
    return [*lines, line]


def _content(page: Sheet, fonts: dict[str, int]) -> bytes:
    parts = []
    for one in page.shown:
        matrix = "0 1 -1 0" if one.turned else "1 0 0 1"
        text = one.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(
            f"BT /F{fonts[one.font]} {one.size} Tf {matrix} {one.x:.2f} {one.y:.2f} Tm (".encode() + text + b") Tj ET"
        )
    parts += [f"{x} {y} m {x + length} {y} l S".encode() for x, y, length in page.rules]
    parts += [b"q 200 0 0 200 150 300 cm /Im Do Q"] * page.pictures
    return b"\n".join(parts)


def _stream(data: bytes, entries: str = "") -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _written(objects: dict[int, bytes], trailer: str) -> bytes:
    written = b"%PDF-1.7\n"
    places = {}
    for number, data in sorted(objects.items()):
        places[number] = len(written)
        written += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = [b"xref"]
    for number, place in sorted(places.items()):
        table.append(f"{number} 1\n{place:010d} 00000 n \n".encode().rstrip(b"\n"))
    end = f"trailer << /Root 1 0 R /Size {max(places) + 1} {trailer} >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + b"\n".join(table) + b"\n" + end.encode()
