"""Amendments as they are tabled: a draft of its own whose paragraphs say what to do with those of another.

Measured on 17 amendments tabled at the eightieth session: session, item and title are those of the text, the line
over the title says to which draft; one instruction stands alone, several have numbers; new paragraphs follow theirs
with the italics of their openings and without the number that they will get; what is deleted is told in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from draftdesk.comparing.comparison import Comparison
from draftdesk.errors import ExportError, refusal
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, SUBPARAGRAPHS, Paragraph, ParagraphId, ParagraphKind, Run, Span
from draftdesk.negotiating.amending import Amendment, AmendmentKind, amendments
from draftdesk.negotiating.amendment_words import AmendmentWords, amendment_words
from draftdesk.wording.labels import with_stop
from draftdesk.workbench.amendment_names import AmendmentNames
from draftdesk.workbench.change_report import pair_of

_FRONT: Final = (ParagraphKind.SESSION, ParagraphKind.AGENDA)
_ID: Final = "amendments"


@dataclass(frozen=True, slots=True)
class _Instruction:
    """A sentence, and the paragraphs that it speaks of."""

    text: str
    inserted: tuple[Paragraph, ...] = ()


def amendment_draft(comparison: Comparison) -> Draft:
    """What the last draft would amend in the one that it is compared with, as a text to be tabled.

    "…" stands for the sponsors, who alone can say who they are. Raises ExportError for drafts that are alike, and for
    those that are in different languages.
    """
    steps = comparison.table.steps()
    if not steps:
        raise refusal(ExportError, "amend_in_one_language")
    pair = pair_of(comparison, len(steps) - 1)
    base, other = pair.drafts
    found = amendments(pair)
    if not found:
        raise refusal(ExportError, "nothing_to_amend", name=base.name, other=other.name)
    words = amendment_words(base.language)
    told = list(_instructions(found, AmendmentNames(base, words), words))
    paragraphs = [*_front(base, words), *_numbered(told)]
    numbered = (replace(one, id=ParagraphId(_ID, serial)) for serial, one in enumerate(paragraphs, 1))
    return Draft(
        _ID, _ID, tuple(numbered), organ=base.organ, session=base.session, agenda=base.agenda, title=base.title,
        sponsors=next(one.text for one in paragraphs if one.kind is ParagraphKind.SPONSORS), language=base.language,
    )  # fmt: skip


def _front(base: Draft, words: AmendmentWords) -> Iterator[Paragraph]:
    for paragraph in base.paragraphs:
        if paragraph.kind in _FRONT:
            yield _plain(paragraph.kind, paragraph.text)
    form = words.revised if "/Rev." in base.symbol else words.draft
    draft = form.format(symbol=base.symbol or "…")
    yield _plain(ParagraphKind.SPONSORS, words.sponsors.format(draft=draft))
    if base.title:
        yield _plain(ParagraphKind.TITLE, base.title)


def _instructions(found: Sequence[Amendment], names: AmendmentNames, words: AmendmentWords) -> Iterator[_Instruction]:
    for kind, group in groupby(found, key=lambda one: one.kind):
        if kind is AmendmentKind.DELETE_PARAGRAPH:
            yield _Instruction(words.delete.format(the=names.all_of([one.paragraph for one in group])))
        else:
            yield from (_instruction(one, names, words) for one in group)


def _instruction(amendment: Amendment, names: AmendmentNames, words: AmendmentWords) -> _Instruction:
    name = names.of(amendment.paragraph)
    form = {
        AmendmentKind.REPLACE_WORDS: words.replace_words,
        AmendmentKind.DELETE_WORDS: words.delete_words,
        AmendmentKind.INSERT_WORDS: words.insert_words,
        AmendmentKind.MOVE_PARAGRAPH: words.move,
        AmendmentKind.REPLACE_TEXT: words.replace_text,
        AmendmentKind.INSERT_PARAGRAPHS: words.insert,
    }[amendment.kind]
    said = form.format(
        at=words.at(name),
        the=words.the(name),
        place=names.place(amendment.after),
        what=words.new(len(amendment.inserted), _kind_of(amendment.inserted)),
        old=amendment.old.strip(),
        new=amendment.new.strip(),
    )
    return _Instruction(said[:1].upper() + said[1:], amendment.inserted)


def _kind_of(inserted: Sequence[Paragraph]) -> ParagraphKind | None:
    """The kind of all; subparagraphs are of one kind whatever their level."""
    kinds = {ParagraphKind.SUB1 if one.kind in SUBPARAGRAPHS else one.kind for one in inserted}
    return kinds.pop() if len(kinds) == 1 else None


def _numbered(told: Sequence[_Instruction]) -> Iterator[Paragraph]:
    """The instructions with their numbers, if they are several, each with its paragraphs below."""
    for number, one in enumerate(told, 1):
        yield _plain(ParagraphKind.BODY, one.text, str(number) if len(told) > 1 else "")
        yield from map(_as_it_shall_read, one.inserted)


def _plain(kind: ParagraphKind, text: str, number: str = "") -> Paragraph:
    prefix = f"\t{with_stop(number)}\t" if number else ""
    typed = Span(1, 1 + len(with_stop(number))) if number else None
    span = Span(len(prefix), len(prefix) + len(text))
    return Paragraph(ParagraphId(_ID, 0), kind, prefix + text, span, number, typed)


def _as_it_shall_read(paragraph: Paragraph) -> Paragraph:
    """A new paragraph with its italics; its notes are left out, and an operative one has no number yet."""
    is_sub = paragraph.kind in SUBPARAGRAPHS
    made = _plain(paragraph.kind, paragraph.text.replace(OBJECT, ""))
    if is_sub and paragraph.number:
        made = replace(_plain(paragraph.kind, made.text, paragraph.number), level=paragraph.level)
    start, runs = made.text_span.start, list[Run]()
    for run in paragraph.runs_in_text():
        left, right = (at - paragraph.text[:at].count(OBJECT) for at in (run.span.start, run.span.end))
        runs.append(Run(Span(start + left, start + right), run.marks))
    return replace(made, runs=tuple(runs))
