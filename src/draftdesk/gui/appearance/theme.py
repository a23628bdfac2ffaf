"""The colours of the window, light and dark, and the measures at 100 %.

The only saturated colours are signs of change, of bracket and of status; all else is ink on paper.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour by its use; each text colour reads at 4.5 : 1 on each ground where it stands."""

    name: str
    ink: str
    ink2: str
    ink3: str
    ins: str
    deleted: str
    move: str
    split: str
    tech: str
    warn: str
    err: str
    ok: str
    paper: str
    win: str
    sunk: str
    field: str
    sel: str
    cur: str
    cur_row: str
    rule: str
    rule2: str
    line: str
    ins_bg: str
    deleted_bg: str
    move_bg: str
    split_bg: str
    tech_bg: str
    warn_bg: str
    err_bg: str
    pen: str
    heat1: str
    heat2: str
    heat3: str
    heat4: str
    bracket1: str
    bracket2: str
    bracket3: str
    bracket4: str

    def color(self, name: str) -> QColor:
        """The colour of a field as Qt's value."""
        return _COLORS[self.name][name]

    @property
    def out_of_reach(self) -> str:
        """Writing on what cannot be chosen now: paler than other writing, and still read at 4.5 : 1."""
        return self.ink3 if self.ink3 != self.ink else self.rule2


LIGHT: Final = Palette(
    name="light",
    ink="#1C1C1A",
    ink2="#4C4A45",
    ink3="#625F58",
    ins="#0A4C9C",
    deleted="#A33700",
    move="#65399A",
    split="#00645B",
    tech="#5A574E",
    warn="#7A5200",
    err="#9B2C00",
    ok="#00645B",
    paper="#FCFBF8",
    win="#F2F1ED",
    sunk="#E9E7E1",
    field="#FFFFFF",
    sel="#E3DFD4",
    cur="#FFF0B8",
    cur_row="#FDF8E7",
    rule="#CFCBC2",
    rule2="#E6E3DC",
    line="#8B877D",
    ins_bg="#E4EEFA",
    deleted_bg="#FCEADF",
    move_bg="#F0E9F8",
    split_bg="#DFF2EF",
    tech_bg="#EDEBE4",
    warn_bg="#FBEFD2",
    err_bg="#FBE6DB",
    pen="#FFF25C",
    heat1="#F8F0DB",
    heat2="#F3DFAE",
    heat3="#EAC777",
    heat4="#DDA63C",
    bracket1="#8A5600",
    bracket2="#65399A",
    bracket3="#00645B",
    bracket4="#A01F66",
)

DARK: Final = Palette(
    name="dark",
    ink="#E6E3DC",
    ink2="#BDB9B0",
    ink3="#ABA79E",
    ins="#8FC6FF",
    deleted="#FFAB7D",
    move="#CFB4F4",
    split="#72D2C4",
    tech="#BEB8A8",
    warn="#E9C26A",
    err="#FFAB7D",
    ok="#72D2C4",
    paper="#1D1E20",
    win="#27282A",
    sunk="#313235",
    field="#17181A",
    sel="#383837",
    cur="#4A4011",
    cur_row="#29271C",
    rule="#45464A",
    rule2="#313236",
    line="#7D7B75",
    ins_bg="#15304F",
    deleted_bg="#4A2310",
    move_bg="#38294E",
    split_bg="#113B36",
    tech_bg="#33322E",
    warn_bg="#3D3010",
    err_bg="#4A2310",
    pen="#3C4500",
    heat1="#2E2A1E",
    heat2="#463B1C",
    heat3="#5C4A18",
    heat4="#745A14",
    bracket1="#E9C26A",
    bracket2="#CFB4F4",
    bracket3="#72D2C4",
    bracket4="#F59AC6",
)


def _of_high_contrast(
    palette: Palette, *, ink: str, paper: str, split: str, err: str, warn: str, move: str, **others: str
) -> Palette:
    """A theme in one ink on one paper: colours of signs are shared, as there are few that read at 7 : 1."""
    return replace(
        palette,
        name=f"{palette.name}_contrast",
        **dict.fromkeys(("ink", "ink2", "ink3", "tech", "line", "rule"), ink),
        **dict.fromkeys(("paper", "win", "sunk", "field", "ins_bg", "deleted_bg", "move_bg", "split_bg"), paper),
        **dict.fromkeys(("tech_bg", "warn_bg", "err_bg", "cur_row", "heat1"), paper),
        **dict.fromkeys(("ok", "split", "bracket3"), split),
        **dict.fromkeys(("deleted", "err"), err),
        **dict.fromkeys(("warn", "bracket1"), warn),
        **dict.fromkeys(("move", "bracket2"), move),
        **others,
    )


LIGHT_CONTRAST: Final = _of_high_contrast(
    LIGHT,
    ink="#000000",
    paper="#FFFFFF",
    split="#004A43",
    err="#7A1F00",
    warn="#5C3B00",
    move="#4B1F80",
    ins="#003A80",
    bracket4="#7A0F4A",
    sel="#E8E8E8",
    cur="#FFE680",
    pen="#FFF200",
    rule2="#767676",
    heat2="#FFF3CC",
    heat3="#FFE08A",
    heat4="#FFC94D",
)
DARK_CONTRAST: Final = _of_high_contrast(
    DARK,
    ink="#FFFFFF",
    paper="#000000",
    split="#86F2E2",
    err="#FFC09C",
    warn="#FFDF80",
    move="#E2CCFF",
    ins="#A6D4FF",
    bracket4="#FFB3DA",
    sel="#333333",
    cur="#3D3300",
    pen="#2C3300",
    rule2="#8A8A8A",
    heat2="#2E2600",
    heat3="#4A3D00",
    heat4="#5E4E00",
)
"""Black and white, tints off; what is coloured reads at 7 : 1, and the signs stay."""

PALETTES: Final = {palette.name: palette for palette in (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)}


def theme_name(*, dark: bool, contrast: bool) -> str:
    """The theme that is wanted."""
    return ("dark" if dark else "light") + ("_contrast" if contrast else "")


_COLORS: Final = {
    palette.name: {field.name: QColor(getattr(palette, field.name)) for field in fields(palette)[1:]}
    for palette in PALETTES.values()
}

UI_SIZE: Final = 13
CAPTION_SIZE: Final = 12
SMALL_SIZE: Final = 11

LETTER_MIDDLE: Final = 18
"""From the top of a row to the middle of the first letter in its lane."""

OUTLINE_WIDTH: Final = 216
CHANGES_WIDTH: Final = 318
WIDE_OUTLINE: Final = 296
WIDE_CHANGES: Final = 380
NARROW_OUTLINE: Final = 176
NARROW_CHANGES: Final = 232
NARROW_BELOW: Final = 1400
WIDE_FROM: Final = 1800
"""Windows narrower than the first have narrow panels, from the second on wide ones: lines of text that are longer
than 90 characters read badly, and openings of paragraphs are worth the room."""


def panel_widths(window: int) -> tuple[int, int]:
    """How wide outline and list of changes are in a window of a width, all in pixels."""
    if window < NARROW_BELOW:
        return NARROW_OUTLINE, NARROW_CHANGES
    return (OUTLINE_WIDTH, CHANGES_WIDTH) if window < WIDE_FROM else (WIDE_OUTLINE, WIDE_CHANGES)
