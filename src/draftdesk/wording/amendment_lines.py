"""What amendments to a draft resolution say: whose amendment it is to which draft, and what to do there.

The line over the title and the instructions are those of 17 amendments tabled at the eightieth session. The lines of
the other languages are the names that the document has there; instructions are known in English, French and Spanish.
"""

from __future__ import annotations

import re
from typing import Final

from draftdesk.model.paragraph import ParagraphKind
from draftdesk.wording.citations import SYMBOL

_LONGEST_LINE: Final = 4000  # code points; all Member States may table an amendment together
_AMENDS: Final = (
    r"(?:amendments?\s+to\s+(?:the\s+)?(?:revised\s+)?draft\s+(?:resolution|decision)"
    r"|amendements?\s+(?:au|aux|relatifs?\s+au)\s+projets?\s+de\s+(?:résolution|décision)"
    r"|enmiendas?\s+(?:al|a\s+los)\s+proyectos?\s+de\s+(?:resolución|decisión)"
    r"|поправк[аи]\s+к\s+(?:пересмотренному\s+)?проекту\s+(?:резолюции|решения)"
    r"|تعديلا?ت?\s.{0,20}مشروع\s+(?:القرار|المقرر))\b"
)
_LINE: Final = re.compile(
    rf"(?:[^;]*[:：]\S?\s*)?(?:proposed\s+)?{_AMENDS}[^;]{{0,250}}$"
    r"|(?:[^;]*[:：]\S?\s*)?对?.{0,60}(?:决议|决定)草案.{0,80}修正案?$",
    re.IGNORECASE | re.DOTALL,
)
_SYMBOL_AMENDED: Final = re.compile(rf"{_AMENDS}\s+({SYMBOL})", re.IGNORECASE)
_QUOTED: Final = re.compile(r"“[^“”]*”|«[^«»]*»|\"[^\"]*\"")
_OBJECT: Final = (
    r"(?:sub)?paragraphs?\b|titles?\b|preamble|annex|heading|footnote|section|article|words?\b|text\b|sentence|\blines?\b"
    r"|\b[PO]P ?\d|paragraphes?\b|alinéas?\b|titre|préambule|annexe|intertitre|phrase|párrafos?|apartados?|título"
    r"|preámbulo|anexo|palabras?|mots?\b|[“«\"]"
)
_DOES: Final = (
    r"delet(?:e|ing|ed)|replac(?:e|ing|ed)|insert(?:ing|ed)?|add(?:ing|ed)?|remov(?:e|ing|ed)|substitut(?:e|ing|ed)"
    r"|move[ds]?|renumber(?:ed)?|amend(?:ed)?|should read|shall read|to read"
    r"|supprimer|remplacer|insérer|ajouter|déplacer|modifier|se lit|lire"
    r"|supr[ií]m\w+|sustit[uú]y\w+|sustituir|reempl[aá]c\w+|ins[eé]rt\w+|agr[eé]gu\w+|añád\w+|añadir"
)
_BEGINS_WITH_VERB: Final = re.compile(
    r"(?:Delete|Replace|Insert|Add|Remove|Substitute|Move|Renumber|Amend|Supprimer|Remplacer|Insérer|Ajouter|Déplacer"
    r"|Modifier|Supr[ií]m\w+|Sustit[uú]y\w+|Sustituir|Reempl[aá]c\w+|Ins[eé]rt\w+|Agr[eé]gu\w+|Añád\w+|Añadir)\b"
)
_BEGINS_WITH_PLACE: Final = re.compile(
    r"(?:In|After|Before|At|Between|For|From|Throughout|The|Operative|Preambular|[PO]P ?\d+"
    r"|Au|Aux|À|Dans|Après|Avant|Entre|Le|En|Después|Antes|Tras|El)\b"
)
_KINDS: Final = re.compile(
    r"(?P<preambular>preambular|preamble\b|\bPP ?\d|préambule|preámbulo|преамбул|序言|الديباجة)"
    r"|(?P<operative>operative|\bOP ?\d|dispositif|dispositiva|постановляющ|执行|المنطوق)",
    re.IGNORECASE,
)


def is_amendment_line(text: str) -> bool:
    """Whether a line says that a document amends a draft resolution or decision, and perhaps who tables it."""
    return len(text) <= _LONGEST_LINE and _LINE.match(text.strip()) is not None


def amended_symbol(line: str) -> str:
    """The symbol of the draft that a line says is amended; "" where it names it in another way."""
    found = _SYMBOL_AMENDED.search(line)
    return found[1] if found is not None else ""


def is_instruction(text: str) -> bool:
    """Whether a paragraph tells what to do with one of another text: "In operative paragraph 2, delete “and”."."""
    if _BEGINS_WITH_VERB.match(text) is not None:
        return re.search(_OBJECT, text) is not None
    if _BEGINS_WITH_PLACE.match(text) is None:
        return False
    words = _QUOTED.sub("“", text)
    return re.search(_OBJECT, words) is not None and re.search(rf"\b(?:{_DOES})\b", words, re.IGNORECASE) is not None


def asked_kind(instruction: str) -> ParagraphKind | None:
    """Of which part the new paragraphs are that an instruction asks for; None where it does not say."""
    said = list(_KINDS.finditer(_QUOTED.sub("", instruction)))
    if not said:
        return None
    return ParagraphKind.PREAMBULAR if said[-1]["preambular"] else ParagraphKind.OPERATIVE
