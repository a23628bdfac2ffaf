"""The same edits in all six languages, made by the number of the paragraph, are found in each."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from draftdesk.aligning.table import align
from draftdesk.model.alignment import Relation, Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphId, ParagraphKind, Span
from draftdesk.reading.receive import receive

LANGUAGES = ("english", "french", "spanish", "russian", "arabic", "chinese")
EDITED = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.SUB1)
LEAST = 0.97


@dataclass
class Truth:
    """What the edits did: links (old, new) and the relation of each old paragraph."""

    texts: list[str] = field(default_factory=list)
    links: set[tuple[int, int]] = field(default_factory=set)
    relations: dict[int, Relation] = field(default_factory=dict)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_edits_are_found_in_every_language(shared, record_figures, language):
    hits = told = true = right = paragraphs = 0
    for number, old in enumerate(drafts_in(shared, language)):
        truth = edited(old, random.Random(number))
        new = draft_of("new", truth.texts, old.language)
        table = align([old, new], Shape.PAIR)
        links = {(i, j) for row in table.rows for i in row.cells[0] for j in row.cells[1]}
        relations = {i: row.relations[0] for row in table.rows for i in row.cells[0]}
        hits, told, true = hits + len(links & truth.links), told + len(links), true + len(truth.links)
        right += sum(relations[i] is relation for i, relation in truth.relations.items())
        paragraphs += len(truth.relations)
    figures = {"links F1": 2 * hits / (told + true), "relations": right / paragraphs}
    record_figures(f"seeded edits in {language}, {paragraphs} paragraphs", figures)
    assert min(figures.values()) >= LEAST, figures


def drafts_in(shared, language: str) -> list[Draft]:
    """The topics that are there in all six languages, session 77, their text paragraphs alone."""
    found = []
    for topic in sorted((shared / "corpus" / "akn").iterdir()):
        if not all((topic / one).is_dir() for one in LANGUAGES):
            continue
        file = min((topic / language).glob("*77*"))
        draft = receive(file.read_bytes(), file.name).drafts[0]
        texts = [p.text for p in draft.paragraphs if p.kind in EDITED and len(p.text) > 1]
        found.append(draft_of("old", texts, draft.language))
    return found


def draft_of(name: str, texts: list[str], language: str) -> Draft:
    paragraphs = tuple(
        Paragraph(ParagraphId(name, k), ParagraphKind.OPERATIVE, text, Span(0, len(text)))
        for k, text in enumerate(texts)
    )
    return Draft(name, name, paragraphs, language=language)


def edited(old: Draft, chance: random.Random) -> Truth:
    """Some deleted, moved, split, merged with the next, preceded by another; most of the rest left, some reworded."""
    texts = [paragraph.text for paragraph in old.paragraphs]
    fates = [chance.choices("deswmi=", (3, 3, 3, 14, 3, 3, 40))[0] for _ in texts]
    truth = Truth()
    pieces: list[tuple[str, tuple[int, ...]]] = []
    moved = []
    k = 0
    while k < len(texts):
        fate, text = fates[k], texts[k]
        if fate == "d":
            truth.relations[k] = Relation.DELETED
        elif fate == "m" and k + 1 < len(texts):
            pieces.append((f"{text[:-1]} {texts[k + 1]}", (k, k + 1)))
            truth.relations[k] = truth.relations[k + 1] = Relation.MERGED
            k += 1
        elif fate == "s" and len(text) > 60:
            half = middle_of(text)
            pieces += [(text[:half], (k,)), (text[half:], (k,))]
            truth.relations[k] = Relation.SPLIT
        elif fate == "e" and 4 < k < len(texts) - 4:
            moved.append((text, (k,)))
            truth.relations[k] = Relation.MOVED
        else:
            if fate == "i":
                pieces.append((text[: len(text) // 3][::-1], ()))
            changed = reworded(text, texts, chance) if fate == "w" else text
            pieces.append((changed, (k,)))
            truth.relations[k] = Relation.UNCHANGED if changed == text else Relation.EDITED
        k += 1
    for piece in moved:
        here = piece[1][0]
        far = [p for p in range(len(pieces) + 1) if abs(p - here) > 4 and not is_inside(pieces, p)]
        pieces.insert(chance.choice(far), piece) if far else truth.relations.update({here: Relation.DELETED})
    truth.texts = [text for text, _ in pieces]
    truth.links = {(i, j) for j, (_, olds) in enumerate(pieces) for i in olds}
    return truth


def is_inside(pieces: list[tuple[str, tuple[int, ...]]], place: int) -> bool:
    """Whether a place is between the two parts of a split."""
    return 0 < place < len(pieces) and bool(set(pieces[place - 1][1]) & set(pieces[place][1]))


def middle_of(text: str) -> int:
    """A place near the middle where a blank or a mark stands."""
    places = [k + 1 for k, sign in enumerate(text[:-10]) if sign in " ，、" and k > 10]
    return min(places, key=lambda k: abs(k - len(text) // 2), default=len(text) // 2)


def reworded(text: str, others: list[str], chance: random.Random) -> str:
    """Two words, or two pairs of characters where no blanks part them, replaced by others of the same draft."""
    other = chance.choice(others)
    if " " in text:
        words, strange = text.split(" "), other.split(" ")
        for _ in range(2):
            words[chance.randrange(len(words))] = chance.choice(strange)
        return " ".join(words)
    for _ in range(2):
        at, there = chance.randrange(len(text)), chance.randrange(len(other))
        text = text[:at] + other[there : there + 2] + text[at + 2 :]
    return text
