"""The body of an amendment: instructions, and the paragraphs that they bring into the draft.

An amendment is no resolution: it has no enacting line, its numbers count instructions, and what it inserts stands
without the number that it will get.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from draftdesk.messages import message
from draftdesk.model.draft import Received
from draftdesk.model.paragraph import Doubt, ParagraphKind
from draftdesk.reading.seen import Seen
from draftdesk.wording.amendment_lines import amended_symbol, asked_kind, is_amendment_line, is_instruction
from draftdesk.wording.labels import Label, LabelStyle, split_label
from draftdesk.wording.openings import find_opening

_COLONS = (":", "：")
_ENDS = (".", "。", *_COLONS)
_COMMAS = (",", "，", "،")
_SEMICOLONS = (";", "；", "؛")
_QUOTES = '“”"«»„ \u00a0'


class AmendmentItems:
    """Tells what the paragraphs of an amendment are, in order; remembers which paragraphs were asked for last."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._asked: ParagraphKind | None = None
        self._brings = False
        self._has_begun = False

    def begins(self, text: str, label: Label | None, *, has_title: bool) -> bool:
        """Whether a paragraph, or one before it, is an instruction; `label` is its number."""
        is_counted = label is not None and label.style is LabelStyle.ARABIC and "/" not in label.number
        is_sentence = has_title and label is None and text.rstrip().endswith(_ENDS)
        self._has_begun = self._has_begun or is_counted or is_sentence or is_instruction(text)
        return self._has_begun

    def kind(self, text: str, *, is_numbered: bool, is_italic: bool) -> tuple[ParagraphKind, Doubt | None]:
        """What a paragraph is: an instruction is other text, a paragraph to come what it will be.

        `is_italic`: it begins in italics, as only those do that have an opening.
        """
        opening = find_opening(_behind_number(text), self._language)
        is_new = opening is not None or is_italic
        if is_instruction(text) or (not is_new and (is_numbered or not self._brings)):
            self._asked = asked_kind(text)
            self._brings = text.rstrip("\ufffc ").endswith(_COLONS)
            return ParagraphKind.BODY, None
        bare = text.rstrip(f"\ufffc{_QUOTES}")
        if opening is not None and self._language != "zh":
            return opening.kind, None
        if self._asked is not None:
            return self._asked, None
        if bare.endswith(_COMMAS):
            return ParagraphKind.PREAMBULAR, Doubt.KIND_BY_PLACE
        if bare.endswith(_SEMICOLONS):
            return ParagraphKind.OPERATIVE, Doubt.KIND_BY_PLACE
        return ParagraphKind.BODY, Doubt.KIND_BY_PLACE


def with_amendment_told(received: Received) -> Received:
    """What was read, with a sentence for the user where it is an amendment: to which draft, and what to do."""
    line = received.drafts[0].sponsors if received.drafts else ""
    if not is_amendment_line(line):
        return received
    symbol = amended_symbol(line)
    if symbol:
        told = message("amends_a_draft", name=received.name, symbol=symbol)
    else:
        told = message("amends_some_draft", name=received.name)
    return received if told in received.warnings else replace(received, warnings=(*received.warnings, told))


def amends(seen: Sequence[Seen]) -> bool:
    """Whether paragraphs without an enacting line among them are an amendment.

    A line says so, or there are instructions, and no more numbered paragraphs without one.
    """
    texts = [one.source_text.strip() for one in seen if not one.is_furniture and one.place is None]
    if any(map(is_amendment_line, texts)):
        return True
    labels = [split_label(text) for text in texts]
    bare = [text[label.text_start :] if label else text for text, label in zip(texts, labels, strict=True)]
    told = [is_instruction(text) for text in bare]
    others = sum(
        label is not None and label.style is LabelStyle.ARABIC and not instructs
        for label, instructs in zip(labels, told, strict=True)
    )
    return any(told) and sum(told) >= others


def _behind_number(text: str) -> str:
    """A new paragraph without the quotation mark and the number that it begins with."""
    bare = text.lstrip(_QUOTES)
    label = split_label(bare)
    return bare[label.text_start :] if label is not None else bare
