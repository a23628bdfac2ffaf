"""What an empty form says in each of the six languages; the lines that name the organ are those of the phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from draftdesk.wording.openings import enacting_formulas

_ENDS: Final = ",،，"
_ARTICLES: Final = ("The ", "L’", "Le ", "La ", "El ", "إن ")


@dataclass(frozen=True, slots=True)
class FormWords:
    """One language; "…" stands for what is to be written."""

    session: str
    agenda: str
    committee: str
    preambular: str
    operative: str
    seized: str
    amendment: str
    """Who amends what, over the title of an amendment."""
    instruction: str


FORM_WORDS: Final = {
    "en": FormWords(
        "… session", "Agenda item …", "… Committee", "Recalling …,", "Decides ….",
        "Decides to remain seized of the matter.",
        "…: amendment to draft resolution …",
        "In operative paragraph …, replace “…” with “…”.",
    ),
    "fr": FormWords(
        "… session", "Point … de l’ordre du jour", "… Commission", "Rappelant …,", "Décide ….",
        "Décide de rester saisi de la question.",
        "…\u00a0: amendement au projet de résolution …",
        "Au paragraphe … du dispositif, remplacer «\u00a0…\u00a0» par «\u00a0…\u00a0».",
    ),
    "es": FormWords(
        "… período de sesiones", "Tema … del programa", "… Comisión", "Recordando …,", "Decide ….",
        "Decide seguir ocupándose de la cuestión.",
        "…: enmienda al proyecto de resolución …",
        "En el párrafo … de la parte dispositiva, sustitúyase “…” por “…”.",
    ),
    "ru": FormWords(
        "… сессия", "Пункт … повестки дня", "… комитет", "ссылаясь на …,", "постановляет ….",
        "постановляет продолжать заниматься этим вопросом.",
        "…: поправка к проекту резолюции …",
        "В пункте … постановляющей части заменить «…» на «…».",
    ),
    "zh": FormWords(
        "第…届会议", "议程项目…", "第…委员会", "回顾…，", "决定…。",
        "决定继续处理此案。",
        "…：对决议草案…的修正案",
        "执行部分第…段，将“…”改为“…”。",
    ),
    "ar": FormWords(
        "الدورة …", "البند … من جدول الأعمال", "اللجنة …", "إذ تشير إلى …،", "تقرر ….",
        "يقرر أن يبقي المسألة قيد نظره.",
        "…: تعديل لمشروع القرار …",
        "في الفقرة … من المنطوق، يستعاض عن ”…“ بما يلي: ”…“.",
    ),
}  # fmt: skip
"""The languages that a form can be in."""


def organ_line(number: int, language: str, *, comma: bool) -> str:
    """The line that names an organ, by its number in the list of phrases; without a preamble it has no comma."""
    line = enacting_formulas(language)[number]
    return line if comma else line.rstrip(_ENDS)


def organ_name(number: int, language: str) -> str:
    """The organ without its article."""
    line = organ_line(number, language, comma=False)
    return next((line.removeprefix(article) for article in _ARTICLES if line.startswith(article)), line)
