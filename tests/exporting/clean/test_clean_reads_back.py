"""Export, then read: an equal draft, whatever a resolution holds; and so for every official file."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.exporting.clean.word import write_clean
from draftdesk.model.draft import Draft, Note, NoteKind
from draftdesk.model.paragraph import (
    OBJECT,
    SUBPARAGRAPHS,
    CellPlace,
    InlineObject,
    Mark,
    ObjectKind,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.reading.receive import receive

K = ParagraphKind
WORDS = (
    "ferries",
    "on lakes",
    "Rivania",
    "<and>",
    "“safe”",
    "10\u00a0per cent",
    "A/RES/75/903",
    "café",
    "non\u2011binding",
)
PREAMBULAR = ("Recalling", "Noting with appreciation", "Deeply concerned", "Taking note")
OPERATIVE = ("Urges", "Strongly encourages", "Calls upon", "Takes note")
MARKS = (Mark.BOLD, Mark.ITALIC, Mark.UNDERLINE, Mark.STRIKE, Mark.SUPERSCRIPT, Mark.HIGHLIGHT)
ROMAN = ("i", "ii", "iii")


class Maker:
    """Builds a draft paragraph by paragraph from what hypothesis draws."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._serials = count(1)
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []

    def words(self, most: int = 6) -> str:
        return " ".join(self._draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=most)))

    def add(self, kind: ParagraphKind, text: str, number: str = "", **fields: Any) -> None:
        level = SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0
        own = {"number": number, "level": level, **fields}
        self.paragraphs.append(
            Paragraph(ParagraphId("d", next(self._serials)), kind, text, Span(0, len(text)), **own)
        )

    def prose(self, kind: ParagraphKind, opening: str, number: str = "", end: str = ";") -> None:
        """A paragraph with its opening in italics, then words with any marks and perhaps a footnote."""
        text = f"{opening} " if opening else ""
        runs = [Run(Span(0, len(opening)), frozenset({Mark.ITALIC}))] if opening else []
        for _ in range(self._draw(st.integers(1, 3))):
            marks = self._draw(st.frozensets(st.sampled_from(MARKS)))
            piece = self.words()
            link = self._draw(st.sampled_from(("", "https://undocs.org/en/A/RES/75/903")))
            runs += [Run(Span(len(text), len(text) + len(piece)), marks, link)] if marks or link else []
            text += piece + " "
        text = text.rstrip() + end
        objects = ()
        if self._draw(st.booleans()):
            objects = (InlineObject(len(text), ObjectKind.FOOTNOTE_MARK, str(len(self.notes) + 1), "⟦footnote⟧"),)
            text += OBJECT
            self.note()
        self.add(kind, text, number, runs=tuple(runs), objects=objects)

    def note(self) -> None:
        number = str(len(self.notes) + 1)
        text = f"See {self.words()}."
        one = Paragraph(ParagraphId("d", next(self._serials)), K.FOOTNOTE, text, Span(0, len(text)))
        self.notes.append(Note(number, NoteKind.FOOTNOTE, number, (one,)))

    def heading(self, kind: ParagraphKind, text: str) -> None:
        self.add(kind, text, runs=(Run(Span(0, len(text)), frozenset({Mark.BOLD})),))

    def operative(self, number: int) -> None:
        opening = self._draw(st.sampled_from(OPERATIVE))
        depth = self._draw(st.integers(0, 4))
        self.prose(K.OPERATIVE, opening, str(number), ":" if depth else ";")
        if depth:
            self.subparagraphs(1, depth)
            if self._draw(st.booleans()):
                self.add(K.CLOSING, "and to report on it;")

    def subparagraphs(self, level: int, depth: int) -> None:
        kind = SUBPARAGRAPHS[level - 1]
        for place in range(self._draw(st.integers(1, 3))):
            number = (f"({'abc'[place]})", f"({ROMAN[place]})", "abc"[place], ROMAN[place])[level - 1]
            goes_on = level < depth and place == 0
            self.prose(kind, "", number, ":" if goes_on else ";")
            if goes_on:
                self.subparagraphs(level + 1, depth)

    def table(self) -> None:
        for row in range(self._draw(st.integers(1, 3))):
            for column in range(2):
                self.add(K.CELL, self.words(2), place=CellPlace(0, row, column))


@st.composite
def resolutions(draw: st.DrawFn) -> Draft:
    made = Maker(draw)
    made.heading(K.SESSION, "Eighty-first session")
    made.add(K.AGENDA, "Agenda item 18 (b)")
    if draw(st.booleans()):
        made.heading(K.SPONSORS, "Lacustria and Rivania: draft resolution")
    made.heading(K.TITLE, "Safety of inland ferries")
    organ = "The General Assembly"
    made.add(K.ENACTING, f"{organ},", runs=(Run(Span(0, len(organ)), frozenset({Mark.ITALIC})),))
    for _ in range(draw(st.integers(0, 3))):
        made.prose(K.PREAMBULAR, draw(st.sampled_from(PREAMBULAR)), end=",")
    for number in range(1, draw(st.integers(2, 4))):
        if draw(st.booleans()):
            made.heading(K.HEADING, "Rescue on lakes")
        made.operative(number)
    if draw(st.booleans()):
        line = "60th plenary meeting\n19 December 2024"
        made.add(K.MEETING_LINE, line, runs=(Run(Span(0, len(line)), frozenset({Mark.ITALIC})),))
        if draw(st.booleans()):
            made.heading(K.ANNEX_TITLE, "Annex")
            made.add(K.DECLARATION, "We reaffirm our commitment to ferries.", "1")
            if draw(st.booleans()):
                made.heading(K.ARTICLE, "Article 1")
            made.add(K.BODY, "The crews of ferries are trained every year.")
            made.table()
    title = "Safety of inland ferries"
    return Draft("d", "draft", tuple(made.paragraphs), tuple(made.notes), organ="General Assembly", title=title)


def told(draft: Draft) -> list[dict[str, Any]]:
    """What must be equal: for each visible paragraph its kind, level, number, text, marks, notes and place."""
    return [
        {
            "kind": one.kind.value,
            "level": one.level,
            "number": one.number,
            "text": one.text,
            "marks": marks_of(one),
            "notes": notes_of(draft, one),
            "place": one.place,
        }
        for one in (draft.paragraphs[index] for index in draft.visible)
    ]


def marks_of(one: Paragraph) -> list[tuple[str, frozenset[Mark], str]]:
    """The look of each letter that is set apart; blanks and note marks look like nothing."""
    looks = {k: (run.marks, run.link) for run in one.runs_in_text() for k in range(run.span.start, run.span.end)}
    letters = [(one.text[k], *looks[k]) for k in sorted(looks)]
    return [letter for letter in letters if not letter[0].isspace() and letter[0] != OBJECT and any(letter[1:])]


def notes_of(draft: Draft, one: Paragraph) -> list[tuple[int, list[str], list[Any]]]:
    found = []
    for item in one.objects_in_text():
        note = draft.notes_by_id.get((item.kind, item.target))
        if note is not None:
            paragraphs = note.paragraphs
            found.append((item.at, [each.text for each in paragraphs], [marks_of(each) for each in paragraphs]))
    return found


def read(data: bytes) -> Draft:
    return receive(data, "clean.docx").drafts[0]


@given(resolutions())
@settings(max_examples=60)
def test_a_resolution_of_any_shape_reads_back_equal(draft):
    again = read(write_clean(draft))
    assert told(again) == told(draft)
    assert (again.organ, again.title) == (draft.organ, draft.title)


TEXTS = {
    "fr": [
        (K.TITLE, "", "Sécurité des bacs"),
        (K.ENACTING, "", "L’Assemblée générale,"),
        (K.PREAMBULAR, "", "Rappelant sa résolution 75/903 du 21 décembre 2020,"),
        (K.OPERATIVE, "1", "Prie instamment les États Membres :"),
        (K.SUB1, "a)", "De former les équipages ;"),
        (K.SUB2, "i)", "En été ;"),
        (K.SUB2, "ii)", "En hiver ;"),
        (K.SUB1, "b)", "De compter les passagers ;"),
        (K.OPERATIVE, "2", "Décide de rester saisie de la question."),
    ],
    "es": [
        (K.TITLE, "", "Seguridad de los transbordadores"),
        (K.ENACTING, "", "La Asamblea General,"),
        (K.PREAMBULAR, "", "Recordando su resolución 75/903, de 21 de diciembre de 2020,"),
        (K.OPERATIVE, "1", "Insta a los Estados Miembros a que:"),
        (K.SUB1, "a)", "Formen a las tripulaciones;"),
        (K.SUB1, "b)", "Cuenten a los pasajeros;"),
        (K.OPERATIVE, "2", "Decide seguir ocupándose de la cuestión."),
    ],
    "ru": [
        (K.TITLE, "", "Безопасность паромов"),
        (K.ENACTING, "", "Генеральная Ассамблея,"),
        (K.PREAMBULAR, "", "ссылаясь на свою резолюцию 75/903 от 21 декабря 2020 года,"),
        (K.OPERATIVE, "1", "настоятельно призывает государства-члены:"),
        (K.SUB1, "a)", "обучать экипажи;"),
        (K.SUB1, "b)", "считать пассажиров;"),
        (K.OPERATIVE, "2", "постановляет продолжать заниматься этим вопросом."),
    ],
    "zh": [
        (K.TITLE, "", "内河渡轮的安全"),
        (K.ENACTING, "", "大会，"),
        (K.PREAMBULAR, "", "回顾其2020年12月21日第75/903号决议，"),
        (K.OPERATIVE, "1", "敦促会员国："),
        (K.SUB1, "(a)", "培训船员；"),
        (K.SUB1, "(b)", "清点乘客；"),
        (K.OPERATIVE, "2", "决定继续处理此案。"),
    ],
    "ar": [
        (K.TITLE, "", "سلامة العبارات النهرية"),
        (K.ENACTING, "", "إن الجمعية العامة،"),
        (K.PREAMBULAR, "", "إذ تشير إلى قرارها 75/903 المؤرخ 21 كانون الأول/ديسمبر 2020،"),
        (K.OPERATIVE, "1", "تحث الدول الأعضاء على ما يلي:"),
        (K.SUB1, "(أ)", "تدريب الأطقم؛"),
        (K.SUB1, "(ب)", "عد الركاب؛"),
        (K.OPERATIVE, "2", "تقرر أن تبقي المسألة قيد نظرها."),
    ],
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_resolution_in_any_official_language_reads_back_with_its_numbers(language):
    draft = Draft("d", "draft", tuple(_one(k, *row) for k, row in enumerate(TEXTS[language])), language=language)
    again = read(write_clean(draft))
    assert again.language == language
    assert [{**one, "marks": ()} for one in told(again)] == [{**one, "marks": ()} for one in told(draft)]


def _one(serial: int, kind: ParagraphKind, number: str, text: str) -> Paragraph:
    level = SUBPARAGRAPHS.index(kind) + 1 if kind in SUBPARAGRAPHS else 0
    return Paragraph(ParagraphId("d", serial), kind, text, Span(0, len(text)), number, level=level)


def without_local_links(draft: Draft) -> Draft:
    """The draft without links into the computer of its writer, which a clean file does not carry."""
    kept = ("https://", "http://", "mailto:")

    def plain(one: Paragraph) -> Paragraph:
        return replace(one, runs=tuple(replace(r, link=r.link if r.link.startswith(kept) else "") for r in one.runs))

    notes = tuple(replace(note, paragraphs=tuple(map(plain, note.paragraphs))) for note in draft.notes)
    return replace(draft, paragraphs=tuple(map(plain, draft.paragraphs)), notes=notes)


def test_every_official_file_reads_back_equal_and_opens_by_the_schema(shared, judge, tmp_path):
    files = sorted((shared / "corpus" / "word_official").glob("*.DOC"))
    assert len(files) == 70
    for file in files:
        draft = without_local_links(receive(file.read_bytes(), file.name).drafts[0])
        clean = tmp_path / f"{file.stem}.docx"
        clean.write_bytes(write_clean(draft))
        assert judge.lint(clean, xsd=shared / "oracle" / "xsd").failed == [], file.name
        again = read(clean.read_bytes())
        assert told(again) == told(draft), file.name
        for field in ("symbol", "organ", "session", "agenda", "title", "sponsors", "date", "language"):
            assert getattr(again, field) == getattr(draft, field), (file.name, field)
