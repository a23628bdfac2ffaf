"""From an empty form to a Word file by keyboard alone, in English, French and Arabic."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphKind
from draftdesk.workbench.draft_findings import findings_of
from draftdesk.workbench.files import load
from draftdesk.workspace.preferences import language_of_new_texts, set_language_of_new_texts

PP, OP, SUB = ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.SUB1
HEADING = ParagraphKind.HEADING
BODY = (PP, OP, SUB)


@dataclass(frozen=True)
class Told:
    """What a delegate writes; final marks, numbers and italics are left to the editor. "~" is where a note goes."""

    language: str
    front: tuple[str, str, str]
    preamble: tuple[str, str]
    heading: str
    first: str
    second: str
    parts: tuple[str, str]
    third: str
    note: str
    numbers: tuple[str, ...]
    apart: tuple[str, ...]


ENGLISH = Told(
    "en",
    ("Eighty-first session", "Agenda item 18", "Safety of inland ferries"),
    ("Recalling its resolution 80/112 of 12 December 2025", "Noting the growing number of passengers"),
    "Inspection of ferries",
    "Takes note of the report of the Secretary-General~",
    "Encourages Member States",
    ("To inspect every ferry once a year", "To train the crews of ferries"),
    "Decides to consider the question at its eighty-second session",
    "A/81/45.",
    ("1.", "2.", "(a)", "(b)", "3."),
    ("Recalling", "Noting", "Takes note", "Encourages", "Decides"),
)
FRENCH = Told(
    "fr",
    ("Quatre-vingt-unième session", "Point 18 de l’ordre du jour", "Sécurité des bacs fluviaux"),
    ("Rappelant sa résolution 80/112 du 12 décembre 2025", "Notant le nombre croissant de passagers"),
    "Inspection des bacs",
    "Prend note du rapport du Secrétaire général~",
    "Engage les États Membres",
    ("À inspecter chaque bac une fois par an", "À former les équipages des bacs"),
    "Décide d’examiner la question à sa quatre-vingt-deuxième session",
    "A/81/45.",
    ("1.", "2.", "a)", "b)", "3."),
    ("Rappelant", "Notant", "Prend note", "Engage", "Décide"),
)
ARABIC = Told(
    "ar",
    ("الدورة الحادية والثمانون", "البند 18 من جدول الأعمال", "سلامة العبارات النهرية"),
    ("إذ تشير إلى قرارها 80/112 المؤرخ 12 كانون الأول/ديسمبر 2025", "وإذ تلاحظ تزايد عدد الركاب"),
    "تفتيش العبارات",
    "تحيط علما بتقرير الأمين العام~",
    "تشجع الدول الأعضاء على ما يلي",
    ("تفتيش كل عبارة مرة في السنة", "تدريب أطقم العبارات"),
    "تقرر أن تنظر في المسألة في دورتها الثانية والثمانين",
    "A/81/45.",
    ("1 -", "2 -", "(أ)", "(ب)", "3 -"),
    ("إذ تشير", "وإذ تلاحظ", "تحيط علما", "تشجع", "تقرر"),
)


def typed(words: str) -> None:
    """Words as an input method hands them over: keys of a test know Latin letters only."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), event)
    QApplication.processEvents()


def write(hands, told: Told) -> None:
    """The whole text, by keys and words."""
    hands.press("Ctrl+Shift+N")
    for line in told.front:
        typed(line)
        hands.press("Return")
    for line in told.preamble:
        typed(line)
        hands.press("Return")
    hands.press("Return")  # on from the empty preambular paragraph into the operative part
    before, _, after = told.first.partition("~")
    typed(before)
    hands.press("Ctrl+Alt+F")
    typed(told.note)
    hands.press("Return")  # back behind the mark
    typed(after)
    hands.press("Ctrl+Shift+H")
    typed(told.heading)
    hands.press("Return")
    typed(told.second)
    hands.press("Return")
    hands.press("Tab")
    typed(told.parts[0])
    hands.press("Return")
    typed(told.parts[1])
    hands.press("Return")
    hands.press("Backtab")
    typed(told.third)
    hands.press("Ctrl+Return")
    hands.settle()


@pytest.fixture(params=[ENGLISH, FRENCH, ARABIC], ids=lambda told: told.language)
def told(request, window) -> Told:
    set_language_of_new_texts(request.param.language)
    return request.param


def texts(draft: Draft, *kinds: ParagraphKind) -> list[str]:
    return [p.text.replace("\u00a0", " ") for p in draft.paragraphs if p.kind in kinds and p.text]


def test_a_text_is_written_by_keys_alone_and_leaves_in_form(qtbot, window, hands, told, tmp_path):
    write(hands, told)
    draft = window.session.desk.working_draft
    assert [p.kind for p in draft.paragraphs if p.kind in (*BODY, HEADING)] == [PP, PP, OP, HEADING, OP, SUB, SUB, OP]
    assert (draft.language, draft.title) == (told.language, told.front[2])
    assert findings_of(draft, submission=True).entries == ()

    out = tmp_path / "draft.docx"
    window.exporting.ask_name = lambda title, suggested: str(out)
    hands.press("Ctrl+Shift+C")
    qtbot.waitUntil(out.exists, timeout=20000)
    hands.settle()
    read = load(str(out)).draft
    assert read.language == told.language
    assert texts(read, *BODY, HEADING) == texts(draft, *BODY, HEADING)
    assert [p.number_span.of(p.source_text) for p in read.paragraphs if p.number] == list(told.numbers)
    assert [opening(p) for p in read.paragraphs if p.kind in (PP, OP)] == list(told.apart)
    assert [note.text for note in read.notes] == [told.note]
    assert findings_of(read).entries == ()


def opening(paragraph: Paragraph) -> str:
    """The words at the start that are set apart as the language does."""
    run = paragraph.runs_in_text()[0]
    return run.span.of(paragraph.text).strip() if run.span.start == 0 else ""


def test_the_language_of_a_new_text_is_chosen_in_the_menu_and_kept(window, hands):
    entries = {action.objectName(): action for action in window.findChildren(QAction)}
    entries["text_language_es"].trigger()
    assert language_of_new_texts() == "es"
    entries["form_sc"].trigger()
    hands.settle()
    assert texts(window.session.desk.working_draft, ParagraphKind.ENACTING, OP) == [
        "El Consejo de Seguridad,",
        "Decide seguir ocupándose de la cuestión.",
    ]


def test_openings_are_offered_at_the_side_where_the_language_begins(window, hands, told):
    hands.press("Ctrl+Shift+N")
    for line in told.front:
        typed(line)
        hands.press("Return")
    typed(told.preamble[0][:6])
    editor, offers = window.drafting.editor, window.drafting.offers
    assert offers.isVisible()
    near_left, near_right = offers.x() - editor.x(), editor.geometry().right() - offers.geometry().right()
    assert (near_right < near_left) is (told.language == "ar")
