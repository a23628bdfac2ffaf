"""Where the words of a draft stand on the pages of a PDF: edges, baselines, fonts, in points.

Two files of the same text are measured paragraph by paragraph, so that a form can be held against an official file.
"""

from __future__ import annotations

import ctypes
import io
import re
import shutil
import statistics
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, Paragraph, ParagraphKind, Span
from draftdesk.wordml.names import w

SPACED_BY_THE_FORM = frozenset(
    {
        ParagraphKind.SESSION,
        ParagraphKind.AGENDA,
        ParagraphKind.TITLE,
        ParagraphKind.HEADING,
        ParagraphKind.SOURCE_NOTE,
        ParagraphKind.ENACTING,
        ParagraphKind.MEETING_LINE,
    }
)
"""Kinds that official files always set apart by small blank paragraphs."""

DEPENDS_ON_BREAKS = {"right edge", "end", "line pitch"}
"""Measures that say nothing where one file has its letters squeezed by hand, so that its lines break elsewhere."""

SET_TO_THE_RIGHT = {"running title"}
"""Where each line begins depends on its words."""

SAME_LINE = 4.0
"""Baselines closer than that are one line; a note mark stands a little higher."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`x` is its origin, `right` its edge, `y` its baseline from the top of the page."""

    char: str
    x: float
    right: float
    y: float
    font: str
    size: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph on a page: the letters of each line; `prefix` counts letters of its number."""

    page: int
    lines: tuple[tuple[Letter, ...], ...]
    prefix: int

    @property
    def letters(self) -> list[Letter]:
        return [letter for line in self.lines for letter in line]

    def measures(self) -> dict[str, float]:
        """What has to be equal; what a paragraph of one line does not show is left out."""
        letters = self.letters
        found = {"first edge": letters[0].x}
        if self.prefix:
            found["text after number"] = letters[self.prefix].x
        if len(self.lines) > 1:
            found["left edge"] = min(line[0].x for line in self.lines[1:])
            found["right edge"] = max(line[-1].right for line in self.lines[:-1])
            baselines = [statistics.mode(letter.y for letter in line) for line in self.lines]
            found["line pitch"] = statistics.median(after - before for before, after in pairwise(baselines))
        else:
            found["end"] = letters[-1].right
        return found


def converted(soffice: str, folder: Path, profile: Path, *files: Path) -> dict[str, Path]:
    """The PDFs of Word files by stem, made by LibreOffice with a profile of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    copies = [Path(shutil.copy(file, folder / f"{file.stem}.docx")) for file in files]
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, *copies], check=True, capture_output=True, timeout=110)
    return {copy.stem: copy.with_suffix(".pdf") for copy in copies}


def without_compatibility_mode(data: bytes) -> bytes:
    """A Word file laid out by the rules of Word 2013; in 51 of 70 official files an older mode is set.

    The older rules set lines at the right a point further out, which is no part of the form.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/settings.xml":
                part = re.sub(rb'(w:name="compatibilityMode"[^>]*w:val=")\d+"', rb'\g<1>15"', part)
            new.writestr(name, part)
    return stream.getvalue()


def spaced_by_hand(data: bytes) -> set[int]:
    """Ordinals of the paragraphs of a Word file whose space is not that of their style, such as to fill a page."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found = set()
    for ordinal, one in enumerate(root.iter(w("p"))):
        own = one.find(f"{w('pPr')}/{w('spacing')}")
        if own is not None and {own.get(w("after"), "120"), own.get(w("line"), "240")} != {"120", "240"}:
            found.add(ordinal)
    return found


def pages_of(pdf: Path) -> list[list[Letter]]:
    """The letters of each page in the order of the file, blanks left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [list(_letters(document[number])) for number in range(len(document))]
    finally:
        document.close()


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    text = page.get_textpage()
    height = page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    sides = [ctypes.c_double() for _ in range(4)]
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index))
        if char.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetCharBox(text, index, *sides)
        length = pdfium.FPDFText_GetFontInfo(text, index, name, 200, flags)
        font = name.raw[: max(0, length - 1)].decode()
        size = pdfium.FPDFText_GetFontSize(text, index)
        yield Letter(_plain(char), x.value, sides[1].value, height - y.value, font, size)


def _plain(text: str) -> str:
    """Hyphens are one: a page does not tell a no-break hyphen, and a hyphen that ends a line, from others."""
    return re.sub("[\u0002\u2010\u2011\ufffe]", "-", re.sub(r"\s", "", text))


@dataclass
class Pages:
    """The pages of a PDF, looked through from the front."""

    pages: list[list[Letter]]
    _page: int = 0
    _at: int = 0
    _texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._texts = ["".join(letter.char for letter in page) for page in self.pages]

    def find(self, one: Paragraph) -> Placed | None:
        """The place of a paragraph after the last one found; None where it goes over a page or is not there."""
        wanted = _pattern(one.source_text.strip())
        for number in range(self._page, len(self.pages)):
            found = wanted.search(self._texts[number], self._at if number == self._page else 0)
            if found is not None:
                self._page, self._at = number, found.end()
                letters = self.pages[number][found.start() : found.end()]
                return Placed(number, _lines(letters), len(_plain(one.prefix)))
        return None


def _pattern(text: str) -> re.Pattern[str]:
    """The letters of a text; where it has a note mark a page has digits or an asterisk."""
    return re.compile(r"[\d*]{0,3}".join(re.escape(_plain(piece)) for piece in text.split(OBJECT)))


def _lines(letters: Sequence[Letter]) -> tuple[tuple[Letter, ...], ...]:
    lines: list[list[Letter]] = []
    for letter in letters:
        if not lines or abs(letter.y - lines[-1][-1].y) > SAME_LINE:
            lines.append([])
        lines[-1].append(letter)
    return tuple(map(tuple, lines))


@dataclass
class Differences:
    """All differences of each kind and measure in points, with the place where each is.

    `broken_elsewhere`: paragraphs whose lines break at other words, measured but for that; `not_found`: those
    that go over a page, or that the PDF does not give back in one piece.
    """

    found: dict[tuple[str, str], list[tuple[float, str]]] = field(default_factory=dict)
    measured: int = 0
    broken_elsewhere: int = 0
    not_found: int = 0

    def add(self, kind: str, measure: str, difference: float, place: str) -> None:
        self.found.setdefault((kind, measure), []).append((abs(difference), place))

    def largest(self) -> dict[str, dict[str, float]]:
        """By kind and measure."""
        by_kind: dict[str, dict[str, float]] = {}
        for (kind, measure), all_of_them in self.found.items():
            by_kind.setdefault(kind, {})[measure] = max(all_of_them)[0]
        return by_kind

    def outside(self, limit: float) -> dict[tuple[str, str], list[tuple[float, str]]]:
        """Those above a limit."""
        large = {key: [one for one in every if one[0] > limit] for key, every in self.found.items()}
        return {key: every for key, every in large.items() if every}


def compare_pages(official: Path, ours: Path, draft: Draft, by_hand: set[int], into: Differences) -> None:
    """Measure every visible paragraph of a draft in both files.

    The space between two paragraphs of text is left out where the official file sets one of them `by_hand`.
    """
    theirs, own = Pages(pages_of(official)), Pages(pages_of(ours))
    before: tuple[tuple[Placed, Placed], int] | None = None
    for index in draft.visible:
        one = draft.paragraphs[index]
        pair = theirs.find(one), own.find(one)
        if pair[0] is None or pair[1] is None:
            into.not_found += 1
            before = None
            continue
        both = pair[0], pair[1]
        place = f"{draft.name}: {one.source_text.strip()[:40]}"
        _compare(one.kind.value, both, place, into)
        ordinal = one.origin.ordinal
        if before is not None and all(last.page == now.page for last, now in zip(before[0], both, strict=True)):
            gaps = [now.letters[0].y - last.lines[-1][0].y for last, now in zip(before[0], both, strict=True)]
            if one.kind in SPACED_BY_THE_FORM or not by_hand & set(range(before[1], ordinal + 1)):
                into.add(one.kind.value, "space before", gaps[1] - gaps[0], place)
        before = both, ordinal


def compare_notes(official: Path, ours: Path, draft: Draft, into: Differences) -> None:
    """Measure every paragraph of every footnote, which stand in the order of their marks."""
    theirs, own = Pages(pages_of(official)), Pages(pages_of(ours))
    for note in draft.notes:
        for one in note.paragraphs:
            found = theirs.find(_without_number(one)), own.find(_without_number(one))
            if found[0] is None or found[1] is None:
                into.not_found += 1
            else:
                _compare("footnote", (found[0], found[1]), f"{draft.name}: {one.text[:40]}", into)


def _without_number(one: Paragraph) -> Paragraph:
    """A note by its words alone: its number is typed in some files and a field in others."""
    return replace(one, source_text=one.text, text_span=Span(0, len(one.text)), number="", number_span=None)


HEAD_OF_PAGE = 90.0
FOOT_OF_PAGE = 735.0
MASTHEAD = 250.0


def compare_margins(official: Path, ours: Path, draft: Draft, into: Differences) -> None:
    """Measure the masthead, the running symbol and title, and the page numbers."""
    pages = pages_of(official), pages_of(ours)
    for number, both in enumerate(zip(*pages, strict=False)):
        wanted = _on_first_page(draft) if number == 0 else _on_other_pages(draft)
        for kind, (pattern, top, bottom) in wanted.items():
            found = [_found(page, pattern, top, bottom) for page in both]
            if not found[0] or not found[1]:
                continue
            place = f"{draft.name}: page {number + 1}"
            _compare(kind, (Placed(number, _lines(found[0]), 0), Placed(number, _lines(found[1]), 0)), place, into)
            into.add(kind, "height on page", found[1][0].y - found[0][0].y, place)


def _on_first_page(draft: Draft) -> dict[str, tuple[str, float, float]]:
    return {
        "masthead": ("UnitedNations", 0, MASTHEAD),
        "masthead symbol": (re.escape(_plain(draft.symbol)), 0, HEAD_OF_PAGE),
        "organ": (re.escape(_plain(draft.organ)), 60, MASTHEAD),
        "distribution": ("Distr[.]:[A-Z][a-z]+", 60, MASTHEAD),
        "date of issue": (re.escape(_plain(draft.date)), 60, MASTHEAD),
    }


def _on_other_pages(draft: Draft) -> dict[str, tuple[str, float, float]]:
    return {
        "running symbol": (re.escape(_plain(draft.symbol)), 0, HEAD_OF_PAGE),
        "running title": (re.escape(_plain(draft.title)), 0, HEAD_OF_PAGE),
        "page number": (r"\d+/\d+", FOOT_OF_PAGE, 800),
    }


def _found(page: Sequence[Letter], pattern: str, top: float, bottom: float) -> tuple[Letter, ...]:
    inside = [letter for letter in page if top <= letter.y <= bottom]
    found = re.search(pattern, "".join(letter.char for letter in inside))
    return tuple(inside[found.start() : found.end()]) if found else ()


def _compare(kind: str, both: tuple[Placed, Placed], place: str, into: Differences) -> None:
    """Where lines break at other words, all but what depends on the breaks is measured all the same."""
    breaks_alike = list(map(len, both[0].lines)) == list(map(len, both[1].lines))
    into.measured += breaks_alike
    into.broken_elsewhere += not breaks_alike
    if len(both[0].letters) != len(both[1].letters):
        return
    measures = [placed.measures() for placed in both]
    for name in measures[0].keys() & measures[1].keys():
        if breaks_alike or (name not in DEPENDS_ON_BREAKS and kind not in SET_TO_THE_RIGHT):
            into.add(kind, name, measures[1][name] - measures[0][name], place)
    letters = list(zip(both[0].letters, both[1].letters, strict=True))
    into.add(kind, "size", max(abs(one.size - other.size) for one, other in letters), place)
    into.add(kind, "letters of another font", sum(one.font != other.font for one, other in letters), place)
