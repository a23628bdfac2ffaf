"""The sample resolution as people send it around: typed, wrapped, quoted, labelled, as e-mail."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.wording.labels import with_stop
from draftdesk.wording.normal_form import normal_form
from draftdesk.wording.openings import find_opening

K = ParagraphKind
_SKIPPED = frozenset({K.SESSION, K.AGENDA, K.SPONSORS, K.BLANK, K.FURNITURE})
LEADING = "Dear colleagues,\n\nplease find below the text as it stands after this morning.\n\n"
CLOSING = "\n\nBest regards,\n\nAnna Berg\nPermanent Mission of Norden\n+1 212 555 0100\n"
WROTE = "On Mon, 23 Nov 2026 at 21:14, Anna Berg <anna.berg@mission.example> wrote:\n"
OUTLOOK = (
    "________________________________\nFrom: Anna Berg <anna.berg@mission.example>\n"
    "Sent: Monday, 23 November 2026 21:14\n"
    "To: Second Committee experts\nSubject: RE: Ferries, text after informals\n\n"
)


@dataclass(frozen=True)
class Line:
    """A paragraph of the sample: its kind, its number as it would be typed ("1.", "(a)"), its words."""

    kind: ParagraphKind
    number: str
    text: str

    @property
    def typed(self) -> str:
        return f"{self.number} {self.text}".strip()


def sample_draft() -> Draft:
    """The sample as its Word file has it."""
    return receive(resource("samples", "rev1.docx").read_bytes(), "rev1.docx").drafts[0]


def sample_lines() -> list[Line]:
    """Title, enacting line, preamble and operative part, without note marks."""
    return [
        Line(one.kind, with_stop(one.number) if one.number else "", one.text.replace(OBJECT, "").replace("\xa0", " "))
        for one in sample_draft().paragraphs
        if one.kind not in _SKIPPED
    ]


def essence(draft: Draft) -> list[tuple[str, str, str]]:
    """What a reader would check: kinds, numbers without "OP", words without the kinds of quotes and blanks."""
    return [
        (one.kind.value, _bare(one.number), normal_form(one.text.replace(OBJECT, "")))
        for one in draft.paragraphs
        if one.kind not in _SKIPPED
    ]


def _bare(number: str) -> str:
    return "" if number.startswith("PP") else number.removeprefix("OP").strip()


def wanted() -> list[tuple[str, str, str]]:
    return essence(sample_draft())


# Layouts


def apart(lines: list[Line]) -> str:
    return "\n\n".join(line.typed for line in lines)


def on_lines(lines: list[Line]) -> str:
    return "\n".join(line.typed for line in lines)


def wrapped(width: int, between: str = "\n\n") -> Callable[[list[Line]], str]:
    def layout(lines: list[Line]) -> str:
        return between.join(textwrap.fill(line.typed, width, break_on_hyphens=True) for line in lines)

    return layout


def in_message(lines: list[Line]) -> str:
    return LEADING + wrapped(72)(lines) + CLOSING


def quoted(lines: list[Line]) -> str:
    text = "Thanks Anna, we can live with this.\n\nBest,\nJoão\n\n" + WROTE
    return text + _marked("> ", in_message(lines))


def quoted_twice(lines: list[Line]) -> str:
    return "Fine with us.\n\n" + WROTE + "> Agreed.\n>\n> " + WROTE + _marked(">> ", wrapped(68)(lines))


def quoted_and_wrapped_again(lines: list[Line]) -> str:
    """A program that wraps quoted lines and leaves the rest of each without a mark."""
    found = []
    for line in wrapped(76)(lines).split("\n"):
        marked = f"> {line}".rstrip()
        pieces = textwrap.wrap(marked, 74, break_on_hyphens=False) or [marked]
        found += pieces
    return WROTE + "\n".join(found)


def forwarded(lines: list[Line]) -> str:
    return "FYI\n\nSent from my phone\n\n" + OUTLOOK + LEADING + on_lines(lines) + CLOSING


def labelled(blank: str, after: str) -> Callable[[list[Line]], str]:
    def layout(lines: list[Line]) -> str:
        found, preambular = [], 0
        for line in lines:
            number = line.number
            if line.kind is K.PREAMBULAR:
                preambular += 1
                number = f"PP{blank}{preambular}{after}"
            elif line.kind is K.OPERATIVE:
                number = f"OP{blank}{line.number.rstrip('.')}{after}"
            found.append(f"{number} {line.text}".strip())
        return "\n\n".join(found)

    return layout


def bulleted(sign: str) -> Callable[[list[Line]], str]:
    def layout(lines: list[Line]) -> str:
        return "\n".join(f"{sign} {line.text}" if line.kind is K.PREAMBULAR else line.typed for line in lines)

    return layout


def tabbed(lines: list[Line]) -> str:
    """As Word gives a text to the clipboard, with straight quotes and no-break spaces."""
    return "\n".join(
        f"\t{line.number}\t{line.text}".replace("“", '"').replace("”", '"').replace(" 20", "\u00a020")
        for line in lines
    )


def numbers_alone(lines: list[Line]) -> str:
    return "\n".join(f"{line.number}\n{textwrap.fill(line.text, 80)}".strip() for line in lines)


def starred(sign: str) -> Callable[[list[Line]], str]:
    def layout(lines: list[Line]) -> str:
        return "\n\n".join(f"{line.number} {_starred(line.text, sign)}".strip() for line in lines)

    return layout


def _starred(text: str, sign: str) -> str:
    opening = find_opening(text)
    if text.startswith("The General Assembly"):
        return f"{sign}The General Assembly{sign},"
    if opening is None:
        return text
    return f"{sign}{opening.text}{sign}{text[opening.span.end :]}"


def doubled(lines: list[Line]) -> str:
    return "\n\n".join(wrapped(74, "\n")(lines).split("\n"))


def paged(lines: list[Line]) -> str:
    """As copied from the pages of a PDF, running heads and page numbers in between."""
    found = []
    for number, line in enumerate(wrapped(84, "\n")(lines).split("\n"), start=1):
        found.append(line)
        if number % 25 == 0:
            found += [f"{number // 25}/4", "26-12345", "A/C.2/81/L.9/Rev.1", "Safety of inland ferries"]
    return "\n".join(["A/C.2/81/L.9/Rev.1", *found])


def _marked(mark: str, text: str) -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


LAYOUTS: dict[str, Callable[[list[Line]], str]] = {
    "paragraphs apart": apart,
    "a line each": on_lines,
    "wrapped at 72": wrapped(72),
    "wrapped at 38": wrapped(38),
    "wrapped at 100 without empty lines": wrapped(100, "\n"),
    "wrapped at 65 without empty lines": wrapped(65, "\n"),
    "in a message": in_message,
    "quoted": quoted,
    "quoted twice": quoted_twice,
    "quoted and wrapped again": quoted_and_wrapped_again,
    "forwarded by Outlook": forwarded,
    "PP1 and OP1": labelled("", ""),
    "PP 1. and OP 1.": labelled(" ", "."),
    "PP1: and OP1:": labelled("", ":"),
    "bullets": bulleted("•"),
    "dashes": bulleted("-"),
    "tabs and straight quotes": tabbed,
    "numbers on lines of their own": numbers_alone,
    "asterisks": starred("*"),
    "underscores": starred("_"),
    "every line apart": doubled,
    "pages": paged,
}
