"""The forms of clean Word files as values: page, names of styles, edges and steps, in twips.

New York was measured on 348 official files of Headquarters. Geneva has the styles that end in "_G", measured on files
made with its template; where numbers stand (one step in from the edge of the text) follows resolutions of the Human
Rights Council.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from draftdesk.model.paragraph import ParagraphKind

_K = ParagraphKind


@dataclass(frozen=True, slots=True)
class Page:
    """Size and margins; the first page has a foot of its own.

    The masthead of Geneva begins above its running headers; these have the difference as space, since not every
    program gives the pages of one text two distances.
    """

    width: int
    height: int
    top: int
    side: int
    foot: int
    first_foot: int
    header: int
    footer: int


@dataclass(frozen=True, slots=True)
class Form:
    """How one office sets resolutions.

    `edge`: indent of the text from either margin; `step`: from there to a number, and from it to the text after it.
    `styles`: ids by kind, `text` for all others; `ranks`: ids of titles and headings by the names that a file may
    have for them. `numbers_above`: the number of a section of the text stands on a line of its own, without a stop.
    `spaces`: what a kind sets before and after itself where its style does not; `bold`: kinds whose style is not bold
    though they are. `plain_section`: the style of sections and annexes neither hangs nor has space. `note_gap` stands
    after the number of a note, `rule_of_notes` above the notes ("": a line of Word). `agenda_right`: how far the name
    of an item keeps from the right margin. `has_principal`: the masthead has two organs. `particulars`: properties of
    the lines at the right of the masthead, by what they hold.
    """

    name: str
    page: Page
    edge: int
    step: int
    text: str
    styles: Mapping[ParagraphKind, str]
    ranks: Mapping[str, str]
    adoption: str
    section: str
    numbers_above: bool
    agenda_number: str
    spaces: Mapping[ParagraphKind, tuple[int | None, int]]
    bold: frozenset[ParagraphKind]
    plain_section: bool
    note_gap: str
    rule_of_notes: str
    last_agenda_space: int
    agenda_right: int
    has_principal: bool
    particulars: Mapping[str, str]

    @property
    def width(self) -> int:
        """From one edge of the text to the other."""
        return self.page.width - 2 * (self.page.side + self.edge)


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


NEW_YORK: Final = Form(
    name="newyork",
    page=Page(12240, 15840, 1440, 1200, 1152, 1728, 432, 504),
    edge=1267,
    step=475,
    text="SingleTxt",
    styles=MappingProxyType(
        {
            _K.SESSION: "Session",
            _K.AGENDA: "AgendaTitleH2",
            _K.SPONSORS: "H23",
            _K.SOURCE_NOTE: "H4",
            _K.TITLE: "TitleH1",
            _K.HEADING: "H23",
            _K.ARTICLE: "H23",
            _K.ANNEX_TITLE: "HCh",
        }
    ),
    ranks=MappingProxyType(
        {
            "_ H _Ch": "HCh",
            "_ H_1": "H1",
            "_ H_4": "H4",
            "_ H_5/6": "H56",
            "Title_H1": "TitleH1",
            "Title_H_CH": "TitleHCH",
        }
    ),
    adoption="TitleHCH",
    section="HCh",
    numbers_above=True,
    agenda_number="AgendaItemNormal",
    spaces=MappingProxyType(
        {
            _K.SPONSORS: (None, 240),
            _K.SOURCE_NOTE: (None, 240),
            _K.TITLE: (None, 240),
            _K.HEADING: (240, 120),
            _K.ARTICLE: (240, 120),
            _K.ANNEX_TITLE: (None, 240),
        }
    ),
    bold=frozenset(),
    plain_section=True,
    note_gap=" \t",
    rule_of_notes="_" * 18,
    last_agenda_space=360,
    agenda_right=0,
    has_principal=False,
    particulars=MappingProxyType(
        {name: _style(name.capitalize()) for name in ("distribution", "publication", "original")}
    ),
)

_LINE: Final = 'w:line="240" w:lineRule="exact"/><w:ind w:left="143"/>'

GENEVA: Final = Form(
    name="geneva",
    page=Page(11906, 16838, 1417, 1134, 1134, 1134, 285, 567),
    edge=1134,
    step=567,
    text="SingleTxtG",
    styles=MappingProxyType(
        {
            _K.SESSION: "Normal",
            _K.AGENDA: "Normal",
            _K.SPONSORS: "H23G",
            _K.SOURCE_NOTE: "H4G",
            _K.TITLE: "H1G",
            _K.HEADING: "H23G",
            _K.ARTICLE: "H23G",
            _K.ANNEX_TITLE: "HChG",
        }
    ),
    ranks=MappingProxyType({"_ H _Ch": "HChG", "_ H_1": "H1G", "_ H_4": "H4G", "_ H_5/6": "H56G"}),
    adoption="HChG",
    section="HChG",
    numbers_above=False,
    agenda_number="Normal",
    spaces=MappingProxyType({}),
    bold=frozenset({_K.SESSION, _K.AGENDA}),
    plain_section=False,
    note_gap="\t",
    rule_of_notes="",
    last_agenda_space=0,
    agenda_right=4535,
    has_principal=True,
    particulars=MappingProxyType(
        {
            "distribution": f'{_style("Normal")}<w:spacing w:before="240" {_LINE}',
            "publication": f"{_style('Normal')}<w:spacing {_LINE}",
            "original": f"{_style('Normal')}<w:spacing {_LINE}",
        }
    ),
)

FORMS: Final[Mapping[str, Form]] = MappingProxyType({form.name: form for form in (NEW_YORK, GENEVA)})
