"""Changes that a person labelled by reading: kept as places without their texts, and compared with what is told.

A line of the table names two files of the reference material, the digests of the two wordings, the place of the
change in each and its class. Digests and places count letters and digits alone, so that a reader that learns to put
blanks and hyphens right loses no label; neither aligning nor the order of paragraphs matters. A change that is cut
otherwise today counts by what lies in its place.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from draftdesk.comparing.wording_changes import changes_between
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeClass
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Span
from draftdesk.reading.receive import receive
from small_changes import NUMBER, number_told, setting_told

WORDS = "words"
PLACES = ("old_start", "old_end", "new_start", "new_end")
COLUMNS = ("old_file", "new_file", "old_digest", "new_digest", *PLACES, "what", "label")
LONGEST_RUN = 3
"""How many neighbouring paragraphs a labelled row may join."""


@dataclass(frozen=True)
class Labelled:
    """A change with its label; files are paths under the corpus, spans count letters and digits of the wording.

    `what`: words, or the number or setting of a single paragraph.
    """

    old_file: str
    new_file: str
    old_digest: str
    new_digest: str
    old: Span
    new: Span
    what: str = WORDS
    label: ChangeClass | None = None

    @property
    def text_family(self) -> str:
        """The resolution or topic that it is from."""
        return "/".join(self.old_file.split("/")[:2])


def digest_of(text: str) -> str:
    return hashlib.sha256("".join(filter(str.isalnum, text)).encode()).hexdigest()[:16]


def in_letters(span: Span, text: str) -> Span:
    """The span in letters and digits of the text."""
    return Span(sum(map(str.isalnum, text[: span.start])), sum(map(str.isalnum, text[: span.end])))


def kept(table: Path) -> list[Labelled]:
    """The labelled changes of a table."""
    lines = table.read_text(encoding="utf-8").splitlines()
    assert tuple(lines[0].split("\t")) == COLUMNS
    found = []
    for line in lines[1:]:
        *names, a, b, c, d, what, label = line.split("\t")
        old_file, new_file, old_digest, new_digest = names
        places = Span(int(a), int(b)), Span(int(c), int(d))
        found.append(Labelled(old_file, new_file, old_digest, new_digest, *places, what, ChangeClass(label)))
    return found


def as_line(one: Labelled) -> str:
    places = (one.old.start, one.old.end, one.new.start, one.new.end)
    label = one.label.value if one.label else ""
    return "\t".join((one.old_file, one.new_file, one.old_digest, one.new_digest, *map(str, places), one.what, label))


def halves(labelled: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """One for tuning, one for reporting: every other resolution or topic in the order of their names."""
    families = sorted({one.text_family for one in labelled})
    for_tuning = set(families[::2])
    return (
        [one for one in labelled if one.text_family in for_tuning],
        [one for one in labelled if one.text_family not in for_tuning],
    )


@lru_cache(maxsize=256)
def draft_in(corpus: Path, file: str) -> Draft:
    path = corpus / file
    return receive(path.read_bytes(), path.name).drafts[0]


@lru_cache(maxsize=256)
def wordings_in(corpus: Path, file: str) -> dict[str, str]:
    """Every run of up to three neighbouring paragraphs of a file, joined, by its digest."""
    draft = draft_in(corpus, file)
    texts = [draft.paragraphs[i].text for i in draft.visible]
    runs = (
        PARAGRAPH_BREAK.join(texts[k : k + length])
        for length in range(1, LONGEST_RUN + 1)
        for k in range(len(texts) - length + 1)
    )
    return {digest_of(run): run for run in runs}


def wordings_of(one: Labelled, corpus: Path) -> tuple[str, str] | None:
    """Both wordings; None where a file is read otherwise today."""
    old = wordings_in(corpus, one.old_file).get(one.old_digest)
    new = wordings_in(corpus, one.new_file).get(one.new_digest)
    return None if old is None or new is None else (old, new)


def told(one: Labelled, corpus: Path) -> ChangeClass | None:
    """The class that the program gives the gravest change in the place of the label; None where there is none."""
    if one.what != WORDS:
        return _small_told(one, corpus)
    wordings = wordings_of(one, corpus)
    if wordings is None:
        return None
    language = draft_in(corpus, one.new_file).language
    changes = [
        (change.change_class, *places_of(change, *wordings)) for change in changes_between(*wordings, language)
    ]
    same = [each for each, old, new in changes if (old, new) == (one.old, one.new)]
    near = [each for each, old, new in changes if _overlap(old, one.old) or _overlap(new, one.new)]
    classes = same or [each for each in near if each is not ChangeClass.NOISE]
    return min(classes, key=list(ChangeClass).index, default=None)


@lru_cache(maxsize=256)
def paragraphs_in(corpus: Path, file: str) -> dict[str, int]:
    """The paragraphs of a file whose text occurs once, by digest."""
    draft = draft_in(corpus, file)
    digests = [(digest_of(draft.paragraphs[i].text), i) for i in draft.visible]
    counts = Counter(digest for digest, _ in digests)
    return {digest: i for digest, i in digests if counts[digest] == 1}


def _small_told(one: Labelled, corpus: Path) -> ChangeClass | None:
    i = paragraphs_in(corpus, one.old_file).get(one.old_digest)
    j = paragraphs_in(corpus, one.new_file).get(one.new_digest)
    if i is None or j is None:
        return None
    old, new = draft_in(corpus, one.old_file), draft_in(corpus, one.new_file)
    return number_told(old, new, i, j) if one.what == NUMBER else setting_told(old, new, i, j, one.new)


def places_of(change: Change, old: str, new: str) -> tuple[Span, Span]:
    """Where a change lies in both wordings, in letters and digits."""
    return in_letters(change.old, old), in_letters(change.new, new)


def _overlap(a: Span, b: Span) -> bool:
    return min(a.end, b.end) > max(a.start, b.start)


def confusion(labelled: Iterable[Labelled], corpus: Path) -> Counter[tuple[ChangeClass, ChangeClass]]:
    """How many changes have (label, told); those that are no longer there are left out."""
    counts: Counter[tuple[ChangeClass, ChangeClass]] = Counter()
    for one in labelled:
        answer = told(one, corpus)
        if answer is not None and one.label is not None:
            counts[one.label, answer] += 1
    return counts


def accuracy(counts: Counter[tuple[ChangeClass, ChangeClass]]) -> float:
    return sum(n for (label, answer), n in counts.items() if label is answer) / max(1, counts.total())


def as_table(counts: Counter[tuple[ChangeClass, ChangeClass]]) -> Iterator[str]:
    """The lines of a table: labels down, what was told across."""
    classes = [each for each in ChangeClass if any(each in pair for pair in counts)]
    yield "| read as | " + " | ".join(f"told {each.value}" for each in classes) + " | right |"
    yield "|---|" + "---|" * (len(classes) + 1)
    for label in classes:
        row = [counts[label, answer] for answer in classes]
        share = f"{counts[label, label] / sum(row):.3f}" if sum(row) else "-"
        yield f"| {label.value} | " + " | ".join(map(str, row)) + f" | {share} |"
