"""How amendments are worded, in the language of the text that they amend.

The English sentences are those of amendments tabled at the eightieth session; the French ones say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.number_words import ordinal
from draftdesk.wording.ordinals import french_ordinal

_LAST_ORDINAL: Final = 109


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentWords:
    """One language. {at}, {the} and {place} are names of paragraphs, {old} and {new} words of theirs."""

    sponsors: str
    """The line over the title; {draft} is what is amended, "…" stands for whose amendment it is."""
    draft: str
    revised: str
    replace_words: str
    delete_words: str
    insert_words: str
    delete: str
    move: str
    replace_text: str
    insert: str
    beginning: str
    """The place before all paragraphs."""
    at: Callable[[str], str]
    """A name as it stands behind "in"."""
    the: Callable[[str], str]
    after: Callable[[str], str]
    preambular: Callable[[int], str]
    """The name of the preambular paragraph with this number."""
    several_preambular: Callable[[list[int]], str]
    operative: str
    several_operative: str
    sub: str
    title: str
    heading: str
    enacting: str
    closing: str
    annexed: str
    plain: str
    """A numbered paragraph of a text that decides nothing, such as a report."""
    passage: str
    text: str
    """What a passage is called that has no name."""
    joint: str
    """"and" before the last of a list."""
    new: Callable[[int, ParagraphKind | None], str]
    """So many new paragraphs of a kind "reading"; None: of several kinds."""


def _ordinal_of(number: int) -> str:
    return ordinal(number) if number <= _LAST_ORDINAL else f"{number}th"


def _english_new(count: int, kind: ParagraphKind | None) -> str:
    names = {
        ParagraphKind.PREAMBULAR: "preambular paragraph",
        ParagraphKind.OPERATIVE: "operative paragraph",
        ParagraphKind.DECLARATION: "paragraph",
        ParagraphKind.HEADING: "heading",
        ParagraphKind.SUB1: "subparagraph",
    }
    counts = ("", "a new", "two new", "three new", "four new", "five new", "six new", "seven new", "eight new")
    if kind not in names or count >= len(counts):
        return "the following"
    return f"{counts[count]} {names[kind]}{'s' if count > 1 else ''} reading"


_ENGLISH: Final = AmendmentWords(
    sponsors="…: amendment to {draft}",
    draft="draft resolution {symbol}",
    revised="revised draft resolution {symbol}",
    replace_words="{at}, replace “{old}” with “{new}”.",
    delete_words="{at}, delete “{old}”.",
    insert_words="{at}, after “{old}”, insert “{new}”.",
    delete="Delete {the}.",
    move="Move {the} {place}.",
    replace_text="Replace {the} with the following text:",
    insert="{place}, insert {what}:",
    beginning="at the beginning",
    at=lambda name: f"in {name}",
    the=lambda name: name,
    after=lambda name: f"after {name}",
    preambular=lambda number: f"the {_ordinal_of(number)} preambular paragraph",
    several_preambular=lambda numbers: f"the {listed([*map(_ordinal_of, numbers)], ' and ')} preambular paragraphs",
    operative="operative paragraph {number}",
    several_operative="operative paragraphs {numbers}",
    sub="{over} {path}",
    title="the title",
    heading="the heading “{text}”",
    enacting="the enacting words",
    closing="the closing words of the list",
    annexed="paragraph {number} of the annex",
    plain="paragraph {number}",
    passage="the passage beginning “{text}”",
    text="the text",
    joint=" and ",
    new=_english_new,
)


def _elided(name: str) -> bool:
    return name[:1].lower() in "aeiouhéèêîô"


def _french_masculine(number: int) -> str:
    return "premier" if number == 1 else french_ordinal(number) if number <= _LAST_ORDINAL else f"{number}ᵉ"


def _french_new(count: int, kind: ParagraphKind | None) -> str:
    names = {
        ParagraphKind.PREAMBULAR: ("alinéa du préambule", "alinéas du préambule"),
        ParagraphKind.OPERATIVE: ("paragraphe du dispositif", "paragraphes du dispositif"),
        ParagraphKind.DECLARATION: ("paragraphe", "paragraphes"),
        ParagraphKind.HEADING: ("intertitre", "intertitres"),
        ParagraphKind.SUB1: ("alinéa", "alinéas"),
    }
    counts = ("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit")
    if kind not in names or count >= len(counts):
        return "le texte suivant"
    one, several = names[kind]
    if count == 1:
        return f"un nouvel {one} ainsi libellé" if _elided(one) else f"un nouveau {one} ainsi libellé"
    return f"{counts[count]} nouveaux {several} ainsi libellés"


_FRENCH: Final = AmendmentWords(
    sponsors="…\u00a0: amendement au {draft}",
    draft="projet de résolution {symbol}",
    revised="projet de résolution révisé {symbol}",
    replace_words="{at}, remplacer «\u00a0{old}\u00a0» par «\u00a0{new}\u00a0».",
    delete_words="{at}, supprimer «\u00a0{old}\u00a0».",
    insert_words="{at}, après «\u00a0{old}\u00a0», insérer «\u00a0{new}\u00a0».",
    delete="Supprimer {the}.",
    move="Déplacer {the} {place}.",
    replace_text="Remplacer {the} par le texte suivant\u00a0:",
    insert="{place}, insérer {what}\u00a0:",
    beginning="au début du texte",
    at=lambda name: _french(name, "à l’", "au ", "aux "),
    the=lambda name: _french(name, "l’", "le ", "les "),
    after=lambda name: f"après {_french(name, 'l’', 'le ', 'les ')}",
    preambular=lambda number: f"{_french_masculine(number)} alinéa du préambule",
    several_preambular=lambda numbers: f"{listed([*map(_french_masculine, numbers)], ' et ')} alinéas du préambule",
    operative="paragraphe {number} du dispositif",
    several_operative="paragraphes {numbers} du dispositif",
    sub="alinéa {path} du {over}",
    title="titre",
    heading="intertitre «\u00a0{text}\u00a0»",
    enacting="nom de l’organe",
    closing="texte final de l’énumération",
    annexed="paragraphe {number} de l’annexe",
    plain="paragraphe {number}",
    passage="passage commençant par «\u00a0{text}\u00a0»",
    text="texte",
    joint=" et ",
    new=_french_new,
)


def _french(name: str, elided: str, before: str, several: str) -> str:
    """A French name with its article, which every name lacks."""
    is_several = name.startswith("paragraphes") or " alinéas" in name
    article = several if is_several else elided if _elided(name) else before
    return f"{article}{name}"


def listed(items: list[str], joint: str) -> str:
    """A list in words: "5, 6, 10 and 13"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])}{joint}{items[-1]}"


def amendment_words(language: str) -> AmendmentWords:
    """The words of a language; those of English where draftdesk has none."""
    return _FRENCH if language == "fr" else _ENGLISH
