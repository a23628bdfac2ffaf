"""What a desk decides about paragraphs: proposals taken or left, statuses, private notes. Each is one decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from draftdesk.comparing.comparison import Comparison
from draftdesk.errors import WorkspaceError, refusal
from draftdesk.messages import message
from draftdesk.model.change import Change
from draftdesk.model.decided import Anchor, Answer, ParagraphStatus, PrivateNote, StatusKind
from draftdesk.model.paragraph import ParagraphId
from draftdesk.negotiating.finding_again import anchor_of
from draftdesk.translation import tr
from draftdesk.workbench.decided_rows import Decided, decided_on, told_status
from draftdesk.workbench.desk.writing import DeskWriting
from draftdesk.workbench.note_changes import changed_note_pairs
from draftdesk.workbench.paragraph_names import listed_names, paragraph_names, short_names
from draftdesk.workbench.taking_notes import words_of
from draftdesk.workbench.taking_proposals import Taken, change_put_back, change_taken, notes_taken, paragraph_taken


class DeskAnswers(DeskWriting):
    """The part of a desk that answers proposals and marks paragraphs; `row` counts the rows of the comparison."""

    _decided: tuple[object, Decided] | None = None

    @property
    def comparison(self) -> Comparison | None:
        """The drafts compared."""
        raise NotImplementedError

    def begun(self) -> Comparison:
        """The comparison with a working draft, begun from the base where there is none yet."""
        raise NotImplementedError

    @property
    def decided(self) -> Decided:
        """What is decided about paragraphs; the same object as long as it is the same."""
        now = decided_on(self.dossier)
        if self._decided is None or self._decided[1] != now:
            self._decided = (self.dossier, now)
        return self._decided[1]

    def take(self, row: int, column: int, change: Change | None = None, *, over_others: bool = False) -> str:
        """A change, or all that a draft makes of a row, into the working draft; whose it is.

        Where there is no working draft it is begun from the base, in the same decision. Raises DraftingError.
        """
        whole = partial(paragraph_taken, over_others=over_others)
        wish = whole if change is None else partial(change_taken, change=change)
        return self._take(row, column, wish, _words(self._compared_now(), row, column, change))

    def take_notes(self, row: int, column: int) -> str:
        """The footnotes of a row as a draft has them, its words left alone; whose they are. Raises DraftingError."""
        shown = self._compared_now()
        old = next((old for old, new in shown.table.steps() if new == column), column)
        notes = [pair.new or pair.old for pair in changed_note_pairs(shown, row, old, column)]
        return self._take(row, column, notes_taken, "; ".join(words_of(note) for note in notes if note is not None))

    def _take(self, row: int, column: int, wish: Callable[..., Taken], words: str) -> str:
        shown, begun = self._compared_now(), self.begun()
        serial = self._next_serial
        if self.dossier.working is None:
            serial = max(p.id.serial for p in begun.drafts[-1].paragraphs) + 1
        taken = wish(begun, _same_row(shown, row, begun), column, next_serial=serial)
        name = short_names(shown.drafts)[column]
        ids = (*_ids_of(shown, row), *taken.paragraphs)
        answer = Answer(tuple(dict.fromkeys(ids)), shown.drafts[column].id, name, words)
        dossier = replace(
            self.dossier,
            working=taken.draft,
            working_from=self.dossier.working_from if self.dossier.working is not None else self.dossier.base,
            answers=_with_answer(self.dossier.answers, answer),
        )
        self._decide(message("decision_take", what=_name_of(shown, row, column), name=name), dossier)
        return name

    def leave(self, row: int, column: int, change: Change | None = None) -> None:
        """What a draft proposes in a row is not taken; a change of words that was taken is put back."""
        shown = self._compared_now()
        name = short_names(shown.drafts)[column]
        words = _words(shown, row, column, change)
        answer = Answer(_ids_of(shown, row), shown.drafts[column].id, name, words, is_taken=False)
        answers = _with_answer(self.dossier.answers, answer)
        dossier = replace(self.dossier, answers=answers)
        if change is not None and self.dossier.working is not None:
            before = change_put_back(shown, row, column, change, next_serial=self._next_serial)
            dossier = dossier if before is None else replace(dossier, working=before.draft)
        self._decide(message("decision_leave", what=_name_of(shown, row, column)), dossier)

    def set_status(self, row: int, column: int, kind: StatusKind | None, who: str = "") -> None:
        """The status of the paragraphs of a row, in the words of a column; None takes it off."""
        shown = self._compared_now()
        ids, what = _ids_of(shown, row), _name_of(shown, row, column)
        others = tuple(one for one in self.dossier.statuses if not set(one.paragraphs) & set(ids))
        if kind is None:
            self._decide(message("decision_no_status", what=what), replace(self.dossier, statuses=others))
            return
        number = 1 + max((one.number for one in self.dossier.statuses), default=-1)
        status = ParagraphStatus(ids, kind, who, _anchor(shown, row, column), number)
        said = message("decision_status", what=what, status=told_status(status))
        self._decide(said, replace(self.dossier, statuses=(*others, status)))

    def write_private_note(self, row: int, column: int, text: str, change: Change | None = None) -> None:
        """One more remark for the user alone, on a row or a change in it."""
        shown = self._compared_now()
        about = _words(shown, row, column, change)
        note = PrivateNote(_ids_of(shown, row), text, about, _anchor(shown, row, column))
        said = message("decision_private_note", what=_name_of(shown, row, column))
        self._decide(said, replace(self.dossier, private_notes=(*self.dossier.private_notes, note)))

    def delete_private_note(self, note: PrivateNote) -> None:
        """A remark less."""
        left = list(self.dossier.private_notes)
        if note not in left:
            return
        left.remove(note)
        shown = self._compared_now()
        rows = (n for n in range(len(shown.table.rows)) if set(_ids_of(shown, n)) & set(note.paragraphs))
        row = next(rows, None)
        what = tr("a paragraph") if row is None else _name_of(shown, row, 0)
        said = message("decision_no_private_note", what=what)
        self._decide(said, replace(self.dossier, private_notes=tuple(left)))

    def _compared_now(self) -> Comparison:
        shown = self.comparison
        if shown is None:
            raise refusal(WorkspaceError, "draft_not_there")
        return shown


def _same_row(shown: Comparison, row: int, begun: Comparison) -> int:
    """The row in a comparison that has a working draft more."""
    if begun is shown:
        return row
    cells = shown.table.rows[row].cells
    return next(n for n, one in enumerate(begun.table.rows) if one.cells[: len(cells)] == cells)


def _ids_of(comparison: Comparison, row: int) -> tuple[ParagraphId, ...]:
    ids = (p.id for column in range(len(comparison.drafts)) for p in comparison.paragraphs(row, column))
    return tuple(dict.fromkeys(ids))


def _anchor(comparison: Comparison, row: int, column: int) -> Anchor:
    return anchor_of(comparison.drafts[_filled(comparison, row, column)], _first(comparison, row, column))


def _filled(comparison: Comparison, row: int, column: int) -> int:
    """The column itself where it has the row, else the last one that does."""
    cells = comparison.table.rows[row].cells
    return column if cells[column] else max(c for c, cell in enumerate(cells) if cell)


def _first(comparison: Comparison, row: int, column: int) -> int:
    return comparison.table.rows[row].cells[_filled(comparison, row, column)][0]


def _name_of(comparison: Comparison, row: int, column: int) -> str:
    at = _filled(comparison, row, column)
    names = paragraph_names(comparison.drafts[at])
    return listed_names([names[index].full for index in comparison.table.rows[row].cells[at]])


def _words(comparison: Comparison, row: int, column: int, change: Change | None) -> str:
    """What a change is about: its new words, the old ones where it deletes; "" for all of a row."""
    if change is None:
        return ""
    old = next((old for old, new in comparison.table.steps() if new == column), 0)
    new_words = change.new.of(comparison.cell_text(row, column)).strip()
    return new_words or change.old.of(comparison.cell_text(row, old)).strip()


def _with_answer(answers: tuple[Answer, ...], answer: Answer) -> tuple[Answer, ...]:
    """A later answer to the same proposal takes the place of an earlier one; one on all of it that of its changes."""
    kept = (
        one
        for one in answers
        if one.draft != answer.draft
        or not set(one.paragraphs) & set(answer.paragraphs)
        or (answer.words and one.words != answer.words)
    )
    return (*kept, answer)
