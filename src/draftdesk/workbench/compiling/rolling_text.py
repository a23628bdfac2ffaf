"""A base and the versions of delegations as one rolling text in brackets, read back for each of them.

Footnotes stay with the base and are not bracketed; numbers, formatting and kinds of blanks tell no proposals apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.printed.values import Line, Printed, Role, Words, said
from draftdesk.messages import message, render
from draftdesk.model.alignment import Relation
from draftdesk.model.change import PARAGRAPH_BREAK, without_noise
from draftdesk.model.paragraph import OBJECT, Mark
from draftdesk.negotiating.merging import Edit
from draftdesk.negotiating.rolling import (
    BREAK,
    DELETE_PARAGRAPH,
    MOVE,
    NOTHING,
    Typed,
    as_read,
    plain_name,
    text_of,
    typed,
    typed_whole,
    woven,
)
from draftdesk.translation import tr
from draftdesk.workbench.comparison_table import subject
from draftdesk.workbench.display.rows import DisplayRows, arrange
from draftdesk.workbench.display.values import TextRow
from draftdesk.workbench.paragraph_names import draft_title, listed_names

_LEAST_KEPT: Final = 0.4
"""Who keeps less of a paragraph has another text of it, not changes in it."""

_BOLD: Final = frozenset({Mark.BOLD})
_FURTHER: Final = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")


@dataclass(frozen=True, slots=True)
class RollingLine:
    """A paragraph of the rolling text; `label` is its number in the base ("OP 7"), or its place ("OP 7 bis")."""

    label: str
    words: tuple[Typed, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """What is typed."""
        return "".join(one.text for one in self.words)


@dataclass(slots=True)
class _Wanted:
    """What each delegation has to find, "" for the base."""

    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, text: str) -> None:
        """The next paragraph of a delegation."""
        self.texts.setdefault(name, []).append(as_read(text))


def rolling_lines(comparison: Comparison, names: Sequence[str]) -> tuple[RollingLine, ...]:
    """The rolling text of a comparison whose first draft is the base, `names` those of the others.

    Each delegation's words are read back from it; raises ExportError where one does not find its text.
    """
    view = arrange(comparison, folds=False)
    shown = [plain_name(name) for name in names]
    wanted = _Wanted()
    lines = tuple(_Writer(view, shown, wanted).lines())
    for name in ("", *shown):
        found = text_of([line.text for line in lines], shown, name)
        if list(map(_letters, found)) != list(map(_letters, wanted.texts.get(name, []))):
            raise refusal(ExportError, "rolling_not_read_back", name=name or "the base")
    return lines


def _letters(text: str) -> str:
    """All but blanks: beside brackets they are set anew."""
    return "".join(text.split())


class _Writer:
    def __init__(self, view: DisplayRows, names: Sequence[str], wanted: _Wanted) -> None:
        self._view = view
        self._names = names
        self._wanted = wanted
        self._labels = self._labelled()
        self._instead = self._rewritten()

    def lines(self) -> Iterator[RollingLine]:
        """All lines in the order of the columns."""
        for row in self._view.rows:
            yield from self._of_base(row) if row.cells[0] else self._new(row)

    def _of_base(self, row: TextRow) -> Iterator[RollingLine]:
        base = self._text(row, 0)
        label = self._labels[row.ordinal]
        self._wanted.add("", base)
        edited: list[tuple[str, list[Edit]]] = []
        whole: dict[str, list[str]] = {}
        gone: dict[str, list[str]] = {}
        for column, name in enumerate(self._names, 1):
            instead = self._instead.get((row.ordinal, column))
            if instead is not None:
                text = self._text(self._view.rows[instead], column)
                self._wanted.add(name, text)
                whole.setdefault(text, []).append(name)
                continue
            if not row.cells[column]:
                if self._takes_away(row, column):
                    gone.setdefault(self._where(row, column), []).append(name)
                else:
                    self._wanted.add(name, base)
                continue
            edits = self._edits(row, column)
            text = _applied(base, edits)
            self._wanted.add(name, text)
            if edits and base and sum(edit.end - edit.start for edit in edits) > (1 - _LEAST_KEPT) * len(base):
                whole.setdefault(text, []).append(name)
            elif edits:
                edited.append((name, edits))
        words = typed(woven(base, edited))
        for where, away in gone.items():
            words += [Typed(" "), *typed_whole(away, where)]
        yield RollingLine(label, tuple(words), row.level)
        for text, own in whole.items():
            yield RollingLine(f"{label} alt".strip(), tuple(typed_whole(own, text, is_alternative=True)), row.level)

    def _takes_away(self, row: TextRow, column: int) -> bool:
        return row.partner[column] >= 0 or row.relations[column] is Relation.DELETED

    def _where(self, row: TextRow, column: int) -> str:
        if row.partner[column] < 0:
            return DELETE_PARAGRAPH
        return f"{MOVE}{self._labels[row.partner[column]] or 'another place'}"

    def _new(self, row: TextRow) -> Iterator[RollingLine]:
        """Paragraphs that the base does not have, or has elsewhere; equal ones once."""
        texts: dict[str, list[str]] = {}
        for column, name in enumerate(self._names, 1):
            if row.cells[column] and (row.ordinal, column) not in self._taken:
                text = self._text(row, column)
                texts.setdefault(text, []).append(name)
                self._wanted.add(name, text)
        for text, own in texts.items():
            yield RollingLine(self._labels[row.ordinal], tuple(typed_whole(own, text)), row.level)

    def _rewritten(self) -> dict[tuple[int, int], int]:
        """Where a delegation deletes a paragraph and has a new one right after it: (base row, column) -> new row."""
        found: dict[tuple[int, int], int] = {}
        for column in range(1, len(self._names) + 1):
            gone: int | None = None
            for row in self._view.rows:
                if row.cells[0]:
                    gone = row.ordinal if row.relations[column] is Relation.DELETED else None
                elif gone is not None and row.relations[column] is Relation.INSERTED and row.partner[column] < 0:
                    found[gone, column], gone = row.ordinal, None
        self._taken = {(new, column) for (_, column), new in found.items()}
        return found

    def _labelled(self) -> dict[int, str]:
        """The label of each row: its number in the base; "OP 7 bis" after that, "OP 1 pre" before all that count."""
        found: dict[int, str] = {}
        before, further = "", 0
        waiting: list[int] = []
        for row in self._view.rows:
            label = self._named(row, 0) if row.cells[0] else ""
            if label:
                found |= dict.fromkeys(waiting, f"{label} pre")
                before, further, waiting = label, 0, []
            elif not row.cells[0] and before:
                label = f"{before} {_FURTHER[further]}" if further < len(_FURTHER) else ""
                further += 1
            elif not row.cells[0]:
                waiting.append(row.ordinal)
            found[row.ordinal] = label
        return found

    def _edits(self, row: TextRow, column: int) -> list[Edit]:
        new = self._raw(row, column)
        changes = without_noise(self._view.comparison.changes(row.table_row, 0, column))
        return [Edit(one.old.start, one.old.end, _typed_text(one.new.of(new))) for one in changes]

    def _raw(self, row: TextRow, column: int) -> str:
        return self._view.comparison.cell_text(row.table_row, column)

    def _text(self, row: TextRow, column: int) -> str:
        return _typed_text(self._raw(row, column))

    def _named(self, row: TextRow, column: int) -> str:
        """Paragraphs with a number by it; what has none, such as a heading, is known by itself."""
        known = [self._view.names[column][index] for index in row.cells[column]]
        counted = [name.full for name in known if name.is_counted and (name.margin or name.lead)]
        return listed_names(counted) if counted else ""


def _typed_text(text: str) -> str:
    """Of the same length as it was read, so that offsets hold."""
    return text.replace(OBJECT, NOTHING).replace(PARAGRAPH_BREAK, BREAK).replace("\n", " ")


def _applied(base: str, edits: Sequence[Edit]) -> str:
    text = base
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def rolling_text(comparison: Comparison, names: Sequence[str], remarks: Sequence[str] = ()) -> Printed:
    """The rolling text laid out: who proposes, how brackets are read, the paragraphs."""
    base = comparison.drafts[0]
    lines = rolling_lines(comparison, names)
    shown = [plain_name(name) for name in names]
    told = message("rolling_lead", base=draft_title(base), names=", ".join(shown))
    lead = (*subject(comparison.drafts[:1]), *map(said, (render(told), render(message("rolling_key")), *remarks)))
    body = tuple(_printed(line, base.language) for line in lines)
    return Printed(tr("Rolling text on {base}", base=draft_title(base)), lead, body, size=11)


def _printed(line: RollingLine, language: str) -> Line:
    words = tuple(
        Words(_shown(one.text), marks=_BOLD if one.is_sign else frozenset()) for one in line.words if one.text
    )
    return Line(words, Role.TEXT, line.label, indent=max(0, line.level), language=language)


def _shown(text: str) -> str:
    return text.replace(NOTHING, "").replace(BREAK, f" {BREAK} ")


def plain_rolling_text(document: Printed) -> bytes:
    """The rolling text as a .txt: a tab between the label of a paragraph and its words, so that it is read back."""
    lead = [document.title, *(line.text for line in document.lead)]
    body = [f"{line.label}\t{line.text}" for line in document.blocks if isinstance(line, Line)]
    return ("\n\n".join([*lead, *body]) + "\n").encode()
