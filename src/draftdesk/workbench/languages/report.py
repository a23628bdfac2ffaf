"""What is told of language versions: sentences, a table with a column for each version, and JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, Final

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.printed.page import printed_page
from draftdesk.exporting.printed.text import printed_csv, printed_markdown, printed_text
from draftdesk.exporting.printed.values import Cell, Printed, Role, Row, Sheet, Table, said
from draftdesk.exporting.printed.word import printed_word
from draftdesk.messages import Message, message, render
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.translation import later, tr
from draftdesk.workbench.languages.compared import LanguageReport
from draftdesk.workbench.languages.differences import Difference, DifferenceKind
from draftdesk.workbench.paragraph_names import KIND_NAMES, listed_names

_CODES: Final = {
    DifferenceKind.ABSENT: "languages_absent",
    DifferenceKind.ADDED: "languages_added",
    DifferenceKind.KIND: "languages_kind",
    DifferenceKind.NUMBER: "languages_number",
    DifferenceKind.BRACKETS: "languages_brackets",
    DifferenceKind.NOTES: "languages_notes",
}
_WHAT: Final = {
    DifferenceKind.ABSENT: (later("no such paragraph"), later("there")),
    DifferenceKind.ADDED: (later("there"), later("no such paragraph")),
    DifferenceKind.BRACKETS: (later("square brackets: {}"), later("square brackets: {}")),
    DifferenceKind.NOTES: (later("marks of notes: {}"), later("marks of notes: {}")),
    DifferenceKind.NUMBER: (later("number {}"), later("number {}")),
}
_WRITERS: Final[dict[str, Callable[[Printed], bytes]]] = {
    "": printed_text,
    ".docx": printed_word,
    ".html": printed_page,
    ".csv": printed_csv,
    ".md": printed_markdown,
    ".txt": printed_text,
}


def summary(report: LanguageReport) -> Message:
    """How many versions and paragraphs there are, and how many of these are alike in form."""
    return message(
        "languages_summary" if report.differences else "languages_alike",
        versions=len(report.drafts),
        names=listed_names(report.names),
        paragraphs=len(report.rows),
        alike=report.agreeing,
        count=len(report.differences),
    )


def told(report: LanguageReport, one: Difference) -> Message:
    """A difference as a Message."""
    fields = {
        "place": place_of(report, one),
        "name": report.names[one.version],
        "others": _others(report, one),
        "here": shown(one, one.here),
        "there": shown(one, one.there),
    }
    if one.kind is not DifferenceKind.FIGURES:
        return message(_CODES[one.kind], **fields)
    code = "languages_figures" if one.here and one.there else "languages_more" if one.here else "languages_less"
    return message(code, **fields)


def _others(report: LanguageReport, one: Difference) -> str:
    """The versions that a difference is told against; all of them are not counted up."""
    if len(report.drafts) > 2 and len(one.against) == len(report.drafts) - 1:
        return tr("all others")
    return listed_names([report.names[k] for k in one.against])


def place_of(report: LanguageReport, one: Difference) -> str:
    """Where a difference is: "OP 7", "OP 7, footnote 3"."""
    return (
        tr("{place}, footnote {mark}", place=report.places[one.row], mark=one.note)
        if one.note
        else report.places[one.row]
    )


def shown(one: Difference, value: str) -> str:
    """What a version has, for a reader."""
    if one.kind is DifferenceKind.KIND:
        return tr(KIND_NAMES[ParagraphKind(value)]).lower()
    return value or "–"


def report_as_text(report: LanguageReport) -> str:
    """One sentence for each difference, then how many there are."""
    return "\n".join([*map(render, [told(report, one) for one in report.differences]), render(summary(report))])


def report_as_json(report: LanguageReport) -> dict[str, Any]:
    """The format draftdesk/languages, version 1: the versions, the rows as indices, the differences."""
    return {
        "format": "draftdesk/languages",
        "version": 1,
        "versions": [
            {"name": draft.name, "language": draft.language, "symbol": draft.symbol} for draft in report.drafts
        ],
        "rows": [{"place": place, "cells": list(row)} for place, row in zip(report.places, report.rows, strict=True)],
        "alike": report.agreeing,
        "differences": [
            {
                "row": one.row,
                "place": report.places[one.row],
                "kind": one.kind.value,
                "version": one.version,
                "against": list(one.against),
                "here": one.here,
                "there": one.there,
                "footnote": one.note,
                "sentence": render(said_of_it),
            }
            for one, said_of_it in zip(
                report.differences, [told(report, one) for one in report.differences], strict=True
            )
        ],
    }


def report_as_table(report: LanguageReport, name: str = "") -> bytes:
    """The differences, a row each, in the format that the suffix of `name` asks for; raises ExportError."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _WRITERS:
        suffixes = ", ".join(filter(None, _WRITERS))
        raise refusal(ExportError, "suffix_not_fit", form="table", suffix=suffix, suffixes=suffixes)
    return _WRITERS[suffix](table_of(report))


def table_of(report: LanguageReport) -> Printed:
    """The differences, a row each."""
    titles = [tr("Place"), *(title.removeprefix("the ") for title in report.names)]
    rows = tuple(
        Row((_cell(place_of(report, one)), *(_cell(_in_version(one, k)) for k in range(len(report.drafts)))))
        for one in report.differences
    )
    table = Table(tuple(_cell(title, Role.NAME) for title in titles), rows, (1,) * len(titles))
    sheet = Sheet.LONG if len(titles) > 4 else Sheet.UPRIGHT
    lead = (said(render(summary(report))),)
    return Printed(tr("Language versions"), lead, (table,) if rows else (), sheet)


def _cell(text: str, role: Role = Role.REMARK) -> Cell:
    return Cell((said(text, role),)) if text else Cell()


def _in_version(one: Difference, version: int) -> str:
    """What a version has of a difference; "" for one that nothing is said of."""
    if version != one.version and version not in one.against:
        return ""
    is_own = version == one.version
    own, other = _WHAT.get(one.kind, ("{}", "{}"))
    return own.format(shown(one, one.here)) if is_own else other.format(shown(one, one.there))
