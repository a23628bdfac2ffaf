"""One breach of each rule of form, put into a draft by a seeded choice of the place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from draftdesk.drafting.edits import reword, with_paragraphs
from draftdesk.drafting.numbering import with_number
from draftdesk.drafting.opening_forms import converted
from draftdesk.drafting.rewriting import with_marks
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, SUBPARAGRAPHS, Mark, ObjectKind, Paragraph, ParagraphKind, Span
from draftdesk.wording.citations import MONTHS
from draftdesk.wording.openings import find_opening

PP, OP = (ParagraphKind.PREAMBULAR,), (ParagraphKind.OPERATIVE,)
WORDED = (*PP, *OP, *SUBPARAGRAPHS)

Damage = Callable[[Draft, Random], Draft | None]
"""The damaged draft, with one breach; None where the draft has no place for it."""


@dataclass(frozen=True)
class Swap:
    """Words in form and the same out of form; one place among all is taken."""

    pattern: str
    wrong: str | Callable[[re.Match[str]], str]
    kinds: tuple[ParagraphKind, ...] = WORDED
    in_quotes: bool = False

    def __call__(self, draft: Draft, random: Random) -> Draft | None:
        """The damaged draft; None where there is no such place."""
        places = [
            (paragraph, found)
            for paragraph in body(draft)
            if paragraph.kind in self.kinds
            for found in re.finditer(self.pattern, paragraph.text)
            if self.in_quotes or not is_quoted(paragraph.text, found.start())
        ]
        if not places:
            return None
        paragraph, found = random.choice(places)
        wrong = self.wrong(found) if callable(self.wrong) else found.expand(self.wrong)
        text = paragraph.text[: found.start()] + wrong + paragraph.text[found.end() :]
        return reword(draft, paragraph.id.serial, text)


def is_quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def body(draft: Draft) -> list[Paragraph]:
    seen = [paragraph for paragraph in draft.paragraphs if not paragraph.is_hidden]
    annex = next((k for k, p in enumerate(seen) if p.kind is ParagraphKind.ANNEX_TITLE), len(seen))
    return seen[:annex]


def changed(draft: Draft, old: Paragraph, new: Paragraph) -> Draft:
    index = draft.index_of(old.id.serial)
    return with_paragraphs(draft, index, index + 1, (new,))


def other_part(kind: ParagraphKind) -> Damage:
    """An opening in the form of the other part of a resolution."""
    other = ParagraphKind.OPERATIVE if kind is ParagraphKind.PREAMBULAR else ParagraphKind.PREAMBULAR

    def damage(draft: Draft, random: Random) -> Draft | None:
        known = []
        for paragraph in body(draft):
            opening = find_opening(paragraph.text)
            if paragraph.kind is kind and opening is not None and opening.kind is kind:
                turned = converted(paragraph.text, other)
                if turned != paragraph.text and converted(turned, kind) == paragraph.text:
                    known.append((paragraph, turned))
        if not known:
            return None
        paragraph, turned = random.choice(known)
        return reword(draft, paragraph.id.serial, turned)

    return damage


def upright(draft: Draft, random: Random) -> Draft | None:
    known = [(p, o) for p in body(draft) if p.kind in (*PP, *OP) and (o := find_opening(p.text)) and o.kind is p.kind]
    if len(known) < 2:
        return None
    paragraph, opening = random.choice(known)
    return changed(draft, paragraph, with_marks(paragraph, [(Span(0, opening.span.end), Mark.ITALIC, False)]))


def all_italic(draft: Draft, random: Random) -> Draft | None:
    known = [p for p in body(draft) if p.kind in (*PP, *OP) and len(p.text) > 60 and find_opening(p.text)]
    if not known:
        return None
    paragraph = random.choice(known)
    return changed(draft, paragraph, with_marks(paragraph, [(Span(0, len(paragraph.text)), Mark.ITALIC, True)]))


def numbered(kinds: tuple[ParagraphKind, ...], number: Callable[[str], str], least: int = 2) -> Damage:
    """Another number for one of several paragraphs of a kind, never the first."""

    def damage(draft: Draft, random: Random) -> Draft | None:
        known = [p for p in body(draft) if p.kind in kinds and p.number]
        if len(known) < least:
            return None
        paragraph = random.choice(known[1:])
        return changed(draft, paragraph, with_number(paragraph, number(paragraph.number)))

    return damage


def first_of_list(draft: Draft, random: Random) -> Draft | None:
    known = [p for p in body(draft) if p.kind is ParagraphKind.SUB1 and p.number == "(a)"]
    if not known:
        return None
    paragraph = random.choice(known)
    return changed(draft, paragraph, with_number(paragraph, "i."))


def preambular_number(draft: Draft, random: Random) -> Draft | None:
    known = [p for p in body(draft) if p.kind in PP and not p.number]
    if not known:
        return None
    paragraph = random.choice(known)
    return changed(draft, paragraph, replace(paragraph, number="1"))


def repeated_opening(kind: ParagraphKind) -> Damage:
    """The word "also" taken out of the second of two paragraphs that open alike."""

    def damage(draft: Draft, random: Random) -> Draft | None:
        known, seen = [], body(draft)
        for first, second in pairwise(seen):
            a, b = find_opening(first.text), find_opening(second.text)
            if (
                a
                and b
                and first.kind is second.kind is kind
                and b.text.lower().replace("also ", "").replace(" also", "") == a.text.lower()
                and a.text.lower() != b.text.lower()
            ):
                known.append((second, a, b))
        addressed = (
            "request",
            "invit",
            "urge",
            "call",
            "encourag",
            "appeal",
            "direct",
            "authoriz",
            "recommend",
            "ask",
        )
        known = [one for one in known if kind in PP or not one[1].text.lower().startswith(addressed)]
        if not known:
            return None
        paragraph, plain, opening = random.choice(known)
        return reword(draft, paragraph.id.serial, plain.text + paragraph.text[opening.span.end :])

    return damage


def note_mark_before_comma(draft: Draft, random: Random) -> Draft | None:
    known = [
        (p, item.at)
        for p in body(draft)
        for item in p.objects_in_text()
        if item.kind is ObjectKind.FOOTNOTE_MARK
        and p.text[item.at - 1 : item.at] in (",", ";")
        and p.text[item.at - 2 : item.at - 1] not in ("”", OBJECT)
    ]
    if not known:
        return None
    paragraph, at = random.choice(known)
    text = paragraph.text[: at - 1] + OBJECT + paragraph.text[at - 1] + paragraph.text[at + 1 :]
    return reword(draft, paragraph.id.serial, text)


def note_without_stop(draft: Draft, random: Random) -> Draft | None:
    known = [p for note in draft.notes for p in note.paragraphs[-1:] if re.search(r"\w\.$", p.text)]
    if not known:
        return None
    paragraph = random.choice(known)
    return reword(draft, paragraph.id.serial, paragraph.text[:-1])


def upright_publication(draft: Draft, random: Random) -> Draft | None:
    known = [
        (p, run.span)
        for note in draft.notes
        for p in note.paragraphs
        for run in p.runs_in_text()
        if Mark.ITALIC in run.marks and run.span.of(p.text).startswith(("Official Records", "Treaty Series"))
    ]
    if not known:
        return None
    paragraph, span = random.choice(known)
    new = with_marks(paragraph, [(span, Mark.ITALIC, False)])
    notes = tuple(
        replace(note, paragraphs=tuple(new if p is paragraph else p for p in note.paragraphs)) for note in draft.notes
    )
    return replace(draft, notes=notes)


def _american(match: re.Match[str]) -> str:
    return {"programme": "program", "centre": "center", "labour": "labor", "behaviour": "behavior"}[match[0]]


def _month_first(match: re.Match[str]) -> str:
    return f"{match[2]} {match[1]}, {match[3]}"


MONTH = MONTHS["en"]
FIGURES = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}
TENS = {"sixty": "6", "seventy": "7", "eighty": "8"}
ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]


def _session_figure(match: re.Match[str]) -> str:
    return f"{TENS[match[1]]}{ONES.index(match[2]) + 1}th"


def short_at_first(draft: Draft, _: Random) -> Draft | None:
    """The short name at the first mention, where the text has the long one there."""
    name = re.compile(r"\bcoronavirus disease \(COVID-19\)|\bCOVID-19\b")
    for paragraph in body(draft):
        found = name.search(paragraph.text)
        if paragraph.kind in WORDED and found and not is_quoted(paragraph.text, found.start()):
            text = paragraph.text[: found.start()] + "COVID-19" + paragraph.text[found.end() :]
            return reword(draft, paragraph.id.serial, text) if len(found[0]) > 8 else None
    return None


BREACHES: dict[str, Damage] = {
    "enacting_comma": Swap(r",$", "", (ParagraphKind.ENACTING,)),
    "preambular_comma": Swap(r",$", ";", PP),
    "operative_mark": Swap(r";$", ",", OP),
    "chapeau_colon": Swap(r":$", ";", OP),
    "subparagraph_mark": Swap(r";$", ",", SUBPARAGRAPHS),
    "and_at_end": Swap(r";$", "; and", SUBPARAGRAPHS),
    "subparagraph_style": first_of_list,
    "subparagraph_count": numbered(SUBPARAGRAPHS, lambda number: "(z)" if number != "(z)" else "(y)", 3),
    "subparagraph_capital": Swap(r"^[A-Z](?=[a-z]+ )", lambda match: match[0].lower(), SUBPARAGRAPHS),
    "opening_of_part": other_part(ParagraphKind.OPERATIVE),
    "opening_italics": upright,
    "italics_too_long": all_italic,
    "preambular_number": preambular_number,
    "operative_count": numbered(OP, lambda number: f"{number}0"),
    "negotiation_label": numbered(OP, lambda number: f"{number} bis"),
    "negotiation_bracket": Swap(r"\b(the \w+)\b", r"[\1]"),
    "also_after_participle": Swap(r"^(\w+ing) also\b", lambda match: f"Also {match[1].lower()}", PP),
    "also_before_verb": Swap(r"^Also (\w+s)(?= (?:that|the|its|all)\b)", lambda m: f"{m[1].capitalize()} also", OP),
    "preambular_cycle": repeated_opening(ParagraphKind.PREAMBULAR),
    "operative_cycle": repeated_opening(ParagraphKind.OPERATIVE),
    "undated_resolution": Swap(rf"(?<=\bits resolution )(\d\d/\d+) of \d+\s(?:{MONTH})\s\d{{4}}(?! and)", r"\1"),
    "symbol_in_text": Swap(r"\b(resolution )(\d\d/\d+)(?= of \d)", r"\1A/RES/\2"),
    "council_year": Swap(r"\bresolution (\d{3,4})\s\((\d{4})\)", r"resolution \1(\2)"),
    "abbreviated_resolution": Swap(r"\bresolution (?=\d)", "res. "),
    "old_session": Swap(r"\b(\d{3,4}) ([A-Z])\s\(([XVI]+)\)", r"\1\2(\3)"),
    "several_resolutions": Swap(
        rf"\bresolutions (?=\d\d/\d+ of \d+\s(?:{MONTH})\s\d{{4}}(?:,| and) \d\d/\d+ of)", "resolution "
    ),
    "present_resolution": Swap(r"\bthe present resolution\b", "this resolution"),
    "paragraph_word": Swap(r"\bparagraph (?=\d+ (?:above|below|of the present))", "operative paragraph "),
    "document_in_text": Swap(r"(?<=report of the Secretary-General)(?=[ ,;])", " (A/77/123)"),
    "charter_article": Swap(r"\bArticle(?=s? \d+ of the Charter)", "article"),
    "date_form": Swap(rf"\b(\d{{1,2}})\s({MONTH})\s(\d{{4}})", _month_first),
    "per_cent": Swap(r"(?<=\d) per cent", "%"),
    "small_number": Swap(
        r"\b(two|three|four|five|six)(?= (?:years|months|weeks|days|sessions|meetings)\b)",
        lambda match: FIGURES[match[0]],
    ),
    "million": Swap(r"(?<= )(\d{1,3}) million", r"\1,000,000"),
    "thousands": Swap(r"(?<= )(\d{1,3}),(\d{3})(?=[ ;,.])", r"\1 \2"),
    "sentence_figure": Swap(r"^(\w+ing)\b(?= )", "60 States", SUBPARAGRAPHS),
    "session_words": Swap(rf"\b({'|'.join(TENS)})-({'|'.join(ONES)})(?= session\b)", _session_figure),
    "meeting_figure": Swap(r"\b82nd(?= plenary meeting)", "eighty-second"),
    "money": Swap(r"\$(?=\d)", "USD "),
    "member_states": Swap(r"\bMember States\b", "member States".replace("S", "s")),
    "governments": Swap(r"(?<=\bthe )Governments\b", "governments"),
    "organ_in_full": Swap(r"\bUnited Nations(?= (?:system|agencies|entities|bodies)\b)", "UN"),
    "abbreviation": Swap(r"\bSustainable Development Goals\b(?! \()", "SDGs"),
    "charter": Swap(r"\bCharter of the United Nations\b", "UN Charter"),
    "country": Swap(
        r"\b(Viet Nam|Côte d’Ivoire|Russian Federation)\b",
        lambda m: {"V": "Vietnam", "C": "Ivory Coast", "R": "Russia"}[m[0][0]],
    ),
    "possessive": Swap(r"\bthe (?=[A-Z][a-z]+ (?:Fund|Programme)\b)", "UNEP’s "),
    "coronavirus": short_at_first,
    "ize": Swap(r"(?<=[a-z] )(organ|recogn|emphas|real)iz(?=ation|e|ing)", r"\1is"),
    "british": Swap(r"\b(?:programme|centre|labour|behaviour)\b", _american),
    "one_way": Swap(r"\bcooperation\b", "co-operation"),
    "towards": Swap(r"\btowards\b", "toward"),
    "inclusive": Swap(r"\bhumankind\b", "mankind"),
    "unknown_word": Swap(r"\b(develop|govern|environ)ment(?=s?\b)", r"\1mnet"),
    "latin": Swap(r"(?<=, )for example,(?= )", "e.g."),
    "stop_inside_quotes": Swap(r"”,", ",”", in_quotes=True),
    "note_mark_place": note_mark_before_comma,
    "range_dash": Swap(r"\b((?:19|20)\d\d)–((?:19|20)\d\d)\b", r"\1-\2"),
    "em_dash": Swap(r" – ", "—"),
    "straight_quotes": Swap(r"“([^”“\"]*)”", r'"\1"', in_quotes=True),
    "publication_italics": upright_publication,
    "note_full_stop": note_without_stop,
    "blanks": Swap(r"(?<=\w) (?=\w)", "  "),
}
