"""Rules of what a text cites: resolutions by number and date, the Charter, its own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from draftdesk.checking.examined import Examined
from draftdesk.checking.patterns import Wrong, find, wrong
from draftdesk.checking.rule import Breach, Rule
from draftdesk.model.finding import Grade
from draftdesk.model.paragraph import Mark, Span

_SYMBOL: Final = re.compile(r"\b(?:(resolutions?) )?\(?A/RES/(\d{2,3}/\d{1,4}(?: ?[A-Z])?)\b\)?")
_COUNCIL_SYMBOL: Final = re.compile(r"\b(?:resolution )?S/RES/(\d{1,4}) ?\((\d{4})\)")
_UNDATED: Final = re.compile(
    r"\b(?:its|General Assembly) resolution (\d{2,3}/\d{1,4}(?:\s[A-Z]\b)?+)"
    r"(?!\sof\s\d)(?![\w/])(?!,? and \d)"
)
_DATED: Final = re.compile(r"\b(\d{2,3}/\d{1,4}(?: [A-Z])?)\sof\s\d")


_ENTITLED: Final = re.compile(r"\bentitled (?=[A-Z])")


def _symbol(match: re.Match[str]) -> str:
    return f"{match[1] or 'resolution'} {match[2]}"


def _undated(examined: Examined) -> Iterator[Breach]:
    """The first mention of a resolution without its date; later ones are short."""
    known: set[str] = set()
    for paragraph in examined.worded:
        text = examined.bare(paragraph)
        dated = {found[1] for found in _DATED.finditer(text)}
        for found in _UNDATED.finditer(text):
            if found[1] not in known | dated:
                yield Breach(paragraph, Span(*found.span(1)), is_replaced=False)
                known.add(found[1])
        known |= dated | set(re.findall(r"\b\d{2,3}/\d{1,4}(?: [A-Z])?", paragraph.text))


def _entitled(examined: Examined) -> Iterator[Breach]:
    """Titles without quotation marks; those of publications are in italics instead."""
    for paragraph in examined.worded if examined.has_italics else ():
        italic = [run.span for run in paragraph.runs_in_text() if Mark.ITALIC in run.marks]
        for found in _ENTITLED.finditer(examined.bare(paragraph)):
            if not any(span.start <= found.end() < span.end for span in italic):
                yield Breach(paragraph, Span(*found.span()), is_replaced=False)


CITING: Final = (
    Rule("undated_resolution", Grade.HINT, _undated, "R30, 3,728 dated citations in adopted texts"),
    Rule(
        "symbol_in_text",
        Grade.ERROR,
        find(Wrong(_SYMBOL, _symbol), Wrong(_COUNCIL_SYMBOL, r"Security Council resolution \1 (\2)")),
        "R31, in no adopted text",
    ),
    Rule(
        "council_year",
        Grade.WARNING,
        find(
            wrong(r"\b(Security Council resolutions?) (\d{3,4})(?:\(| of )((?:19|20)\d\d)\)?(?!\d)", r"\1 \2 (\3)"),
            wrong(r"\b(resolutions?\s\d{3,4})\(((?:19|20)\d\d)\)", "\\1\u00a0(\\2)"),
        ),
        "R33, adopted texts",
    ),
    Rule(
        "abbreviated_resolution",
        Grade.WARNING,
        find(wrong(r"(?<![\w/])(?:res\.|Res\.) ?(?=\d)", "resolution ")),
        "R34, adopted texts",
    ),
    Rule(
        "old_session",
        Grade.WARNING,
        find(
            wrong(r"\b(\d{1,4}) ?([A-Z])\(([IVXLC]{1,7})\)", r"\1 \2 (\3)"),
            wrong(r"\b(\d{2,4})\(([IVXLC]{1,7})\)", r"\1 (\2)"),
        ),
        "R36, adopted texts",
    ),
    Rule(
        "several_resolutions",
        Grade.HINT,
        find(
            wrong(
                r"\bresolution (?=\d{2,3}/\d{1,4}(?:\sof\s\d{1,2}\s\w+\s\d{4})?(?:,|\sand)\s\d{2,3}/\d{1,4}\sof\s\d)",
                "resolutions ",
            )
        ),
        "R38, adopted texts",
    ),
    Rule(
        "present_resolution",
        Grade.WARNING,
        find(wrong(r"\b(T|t)his resolution\b", lambda match: f"{match[1]}he present resolution")),
        "R39, 878 to 3 in adopted texts",
    ),
    Rule(
        "paragraph_word",
        Grade.WARNING,
        find(
            wrong(r"\b(?:[Oo]p\. ?|OP ?)(?:paras?\.? ?|paragraph )?(?=\d)", "paragraph "),
            wrong(r"\b[Oo]perative paragraph(?=s? \d)", "paragraph"),
            wrong(r"\bparas\. ?(?=\d)", "paragraphs "),
            wrong(r"\bpara\. ?(?=\d)", "paragraph "),
        ),
        "R40, adopted texts",
    ),
    Rule(
        "document_in_text",
        Grade.HINT,
        find(wrong(r"\s?\((?:A|E|S)/\d{2,4}/\d+(?:/[\w.]+)*\)")),
        "R42, adopted texts",
    ),
    Rule(
        "charter_article",
        Grade.WARNING,
        find(wrong(r"\barticle(s?)(?=\s\d+(?:[,\w\s()]{0,30})?\sof\sthe\sCharter\b)", r"Article\1")),
        "R45, UN documents",
    ),
    Rule(
        "entitled_quotes",
        Grade.HINT,
        _entitled,
        "R47, R74, 890 agenda paragraphs of adopted texts",
    ),
)
