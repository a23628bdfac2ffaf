"""How the paragraphs of a text are called in the amendments to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import SUBPARAGRAPHS, Paragraph, ParagraphKind
from draftdesk.negotiating.amendment_words import AmendmentWords, listed
from draftdesk.wording.labels import without_name
from draftdesk.workbench.paragraph_names import has_plain_paragraphs

_FIRST_WORDS: Final = 5


class AmendmentNames:
    """Names by the index of a paragraph, in the words of its language."""

    def __init__(self, base: Draft, words: AmendmentWords) -> None:
        self._words = words
        self._names: dict[int, str] = {}
        self._numbers: dict[int, tuple[ParagraphKind, str]] = {}
        preambular = operative = 0
        over, is_annexed, is_plain = "", False, has_plain_paragraphs(base)
        path: list[str] = []
        for index, paragraph in enumerate(base.paragraphs):
            is_annexed = is_annexed or paragraph.kind is ParagraphKind.ANNEX_TITLE
            if paragraph.kind is ParagraphKind.PREAMBULAR and not is_annexed:
                preambular += 1
                over = words.preambular(preambular)
                self._numbers[index] = (paragraph.kind, str(preambular))
            elif paragraph.kind is ParagraphKind.OPERATIVE:
                operative += 1
                number = without_name(paragraph.number) or str(operative)
                over = words.operative.format(number=number)
                self._numbers[index] = (paragraph.kind, number)
            elif paragraph.kind in SUBPARAGRAPHS and over:
                depth = SUBPARAGRAPHS.index(paragraph.kind)
                path = [*path[:depth], paragraph.number]
                self._names[index] = words.sub.format(over=over, path=" ".join(path)).rstrip()
                continue
            else:
                self._names[index] = _other(paragraph, words, is_plain=is_plain)
                continue
            self._names[index] = over

    def of(self, index: int) -> str:
        """The bare name."""
        return self._names.get(index, self._words.text)

    def place(self, index: int) -> str:
        """Where something comes that follows a paragraph; -1: before all."""
        return self._words.after(self.of(index)) if index >= 0 else self._words.beginning

    def all_of(self, indexes: Sequence[int]) -> str:
        """Several paragraphs in one name: "the second preambular paragraph and operative paragraphs 3 and 5"."""
        return listed([self._words.the(name) for name in self._joined(indexes)], self._words.joint)

    def _joined(self, indexes: Sequence[int]) -> Iterator[str]:
        for kind, group in groupby(indexes, key=lambda index: self._numbers.get(index, (None,))[0]):
            of_kind = list(group)
            if kind is None or len(of_kind) == 1:
                yield from map(self.of, of_kind)
                continue
            numbers = [self._numbers[index][1] for index in of_kind]
            if kind is ParagraphKind.PREAMBULAR:
                yield self._words.several_preambular([int(number) for number in numbers])
            else:
                yield self._words.several_operative.format(numbers=listed(numbers, self._words.joint))


def _other(paragraph: Paragraph, words: AmendmentWords, *, is_plain: bool) -> str:
    simple = {
        ParagraphKind.TITLE: words.title,
        ParagraphKind.ENACTING: words.enacting,
        ParagraphKind.CLOSING: words.closing,
    }
    if paragraph.kind in simple:
        return simple[paragraph.kind]
    if paragraph.kind is ParagraphKind.HEADING:
        return words.heading.format(text=paragraph.text.strip())
    if paragraph.kind is ParagraphKind.DECLARATION and paragraph.number:
        return (words.plain if is_plain else words.annexed).format(number=paragraph.number)
    return words.passage.format(text=" ".join(paragraph.text.split()[:_FIRST_WORDS]))
