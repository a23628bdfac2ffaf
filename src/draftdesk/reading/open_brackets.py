"""Brackets that negotiators open before a number: "[PP1 bis Recalling it,]" is "[Recalling it,]".

A view shows numbers and texts; a bracket before the number would be in neither, and one that opens there and closes
three paragraphs on would be a change that nobody sees. Word files keep their letters where they are, for a redline
gives them back: there such a number stays in the text (`structure`).
"""

from __future__ import annotations

from draftdesk.reading.seen import Seen
from draftdesk.wording.labels import split_label


def with_brackets_behind_numbers(seen: Seen) -> Seen:
    """The paragraph with brackets that open before its typed number behind it, as long as before."""
    if seen.automatic_number or seen.place is not None or seen.is_furniture:
        return seen
    text = seen.source_text
    label = split_label(text[seen.lead :])
    if label is None or label.text_start == label.end:
        return seen
    start, text_start = seen.lead + label.start, seen.lead + label.text_start
    before = text[:start]
    opened = "[" * before.count("[")
    if not opened or any(item.at < text_start for item in seen.objects):
        return seen
    return seen._replace(source_text=before.replace("[", "") + text[start:text_start] + opened + text[text_start:])
