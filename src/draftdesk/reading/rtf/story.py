"""A story of an RTF file while it is read: body, note, header, text box, and the paragraphs it has so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from draftdesk.model.paragraph import CellPlace, Origin
from draftdesk.reading.flow import FlowText
from draftdesk.reading.seen import Seen


@dataclass(frozen=True, slots=True)
class RtfForm:
    """How a paragraph is set, as it stands at its end."""

    style: str = ""
    alignment: str = ""
    in_table: bool = False


@dataclass
class RtfStory:
    """`part` is what the origins of its paragraphs call it; `number` is the number printed before the next one.

    `calls_note`: the mark of a counted note stands here, and the note comes next.
    """

    part: str
    text: FlowText = field(default_factory=FlowText)
    number: str = ""
    calls_note: bool = False
    done: list[Seen] = field(default_factory=list)
    _table: int = -1
    _row: int = 0
    _column: int = 0
    _is_open: bool = False

    def paragraph(self, form: RtfForm, *, is_last_of_cell: bool = False) -> None:
        """A paragraph ends here."""
        place = self._place(form)
        has_cell = any(one.place == place for one in self.done[-1:])
        if not (is_last_of_cell and has_cell and not self.text.length):
            self.done.append(
                self.text.seen(
                    Origin(self.part, len(self.done)),
                    number=self.number.strip(),
                    style=form.style,
                    alignment=form.alignment,
                    place=place,
                )
            )
        self.text, self.number = FlowText(), ""

    def cell(self, form: RtfForm) -> None:
        """A cell ends here, and with it its last paragraph."""
        self.paragraph(RtfForm(form.style, form.alignment, in_table=True), is_last_of_cell=True)
        self._column += 1

    def row(self) -> None:
        """A row ends here."""
        self._row, self._column = self._row + 1, 0

    def seen(self, form: RtfForm) -> tuple[Seen, ...]:
        """All paragraphs, the one that is open included."""
        if self.text.length or self.number:
            self.paragraph(form)
        return tuple(self.done)

    def _place(self, form: RtfForm) -> CellPlace | None:
        if not form.in_table:
            self._is_open = False
            return None
        if not self._is_open:
            self._table, self._row, self._column, self._is_open = self._table + 1, 0, 0, True
        return CellPlace(self._table, self._row, self._column)
